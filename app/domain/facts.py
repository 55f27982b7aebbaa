"""What an evaluation is computed from, and what comes out: two records between the book and the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.domain.cases import Case, Ruling
from app.domain.entries import Entry
from app.domain.explanation import Node, from_document, to_document
from app.domain.ledgers import Coverage, Event
from app.domain.monthly_records import MonthlyRecord
from app.domain.periods import Period
from app.domain.problems import Problem
from app.domain.ratings import Ballot
from app.domain.roster import Absence, Person, Posting


class Status(StrEnum):
    """How far a person's evaluation came (contract, section 5)."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    NOT_EVALUATED = "not_evaluated"
    UNDETERMINED = "undetermined"

    @property
    def word(self) -> str:
        """完整, 待补, 不进行考核, 不确定等次."""
        return _WORDS[self]


_WORDS = {
    Status.COMPLETE: "完整",
    Status.INCOMPLETE: "待补",
    Status.NOT_EVALUATED: "不进行考核",
    Status.UNDETERMINED: "不确定等次",
}


@dataclass(frozen=True, slots=True)
class InnerResult:
    """What a longer period needs of a person's inner one; ``grade`` is the decided one where there is one."""

    status: Status
    total: Decimal | None
    grade: str = ""
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the book tells for one period: everything that touches its year, in any order.

    ``inner`` holds the computed inner periods only: staff number to result; a period that is missing was not computed.
    """

    people: tuple[Person, ...] = ()
    postings: tuple[Posting, ...] = ()
    absences: tuple[Absence, ...] = ()
    entries: tuple[Entry, ...] = ()
    cases: tuple[Case, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    events: tuple[Event, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    monthly_records: tuple[MonthlyRecord, ...] = ()
    inner: Mapping[Period, Mapping[str, InnerResult]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonResult:
    """One person's evaluation in one period; ``tree`` is the explanation whose root is the total.

    ``veto`` is the code of the indicator that struck, ``grade_limit`` the best grade it leaves (一票否决).
    ``notes`` are sentences that belong to the figure: several postings, part of the periods only.
    """

    staff_no: str
    name: str
    division: str
    line: str
    category: str
    set_name: str
    pool: str
    months_in_post: Decimal
    status: Status
    reason: str
    reason_code: str
    total: Decimal | None
    tree: Node
    rank: int | None = None
    pool_size: int | None = None
    veto: str = ""
    grade_limit: str = ""
    proposed_grade: str = ""
    notes: tuple[str, ...] = ()

    def to_document(self) -> dict[str, Any]:
        """All of it as JSON values, decimals as texts; ``from_document`` reads it back."""
        document = {name: getattr(self, name) for name in self.__slots__}
        document["months_in_post"] = f"{self.months_in_post:f}"
        document["status"] = self.status.value
        document["total"] = None if self.total is None else f"{self.total:f}"
        document["tree"] = to_document(self.tree)
        document["notes"] = list(self.notes)
        return document

    @classmethod
    def from_document(cls, document: dict[str, Any]) -> PersonResult:
        """The result that ``to_document`` wrote."""
        values = dict(document)
        values["months_in_post"] = Decimal(values["months_in_post"])
        values["status"] = Status(values["status"])
        values["total"] = None if values["total"] is None else Decimal(values["total"])
        values["tree"] = from_document(values["tree"])
        values["notes"] = tuple(values["notes"])
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All results of a period, in the order of contract section 5, and what should be told about them."""

    period: Period
    scheme: str
    scheme_version: str
    engine_version: str
    results: tuple[PersonResult, ...]
    warnings: tuple[Problem, ...] = ()
