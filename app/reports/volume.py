"""What a volume is made from: one person, one year, every computed period. Services fill it from the book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.domain.facts import PersonResult
from app.domain.ledgers import Evidence
from app.domain.monthly_records import MonthlyRecord
from app.domain.periods import Period
from app.domain.roster import Absence, Person, Posting


@dataclass(frozen=True, slots=True)
class PeriodPart:
    """One computed period: the result, and under what it was computed.

    ``computed_on`` is the day of the computing, ``seal`` the hash it was closed under (empty: open), ``stale`` says that
    data changed since, ``decided_grade`` is 评定等次 and ``decision`` the words of who decided it, when and why.
    """

    period: Period
    result: PersonResult
    scheme: str = ""
    scheme_version: str = ""
    engine_version: str = ""
    computed_on: date | None = None
    issue: int = 1
    seal: str = ""
    stale: bool = False
    decided_grade: str = ""
    decision: str = ""


class Material(NamedTuple):
    """A file that proves an event, and how the event stands, in a word."""

    evidence: Evidence
    standing: str


@dataclass(frozen=True, slots=True)
class Volume:
    """One person's file of one year (一人一档、一年一卷).

    ``number`` is 卷号. ``group_means`` is the mean total of the complete people of the same 指标组; None or absent: none.
    ``missing`` are sentences on what the volume should hold and does not: periods not computed, and why.
    """

    court: str
    year: int
    number: str
    made_on: date
    person: Person
    postings: tuple[Posting, ...] = ()
    absences: tuple[Absence, ...] = ()
    periods: tuple[PeriodPart, ...] = ()
    group_means: Mapping[Period, Decimal | None] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    months: tuple[MonthlyRecord, ...] = ()
    materials: tuple[Material, ...] = ()

    @property
    def parts(self) -> tuple[PeriodPart, ...]:
        """The periods as they are filed: the year, half-years, quarters, months, each kind in order of time."""
        return tuple(sorted(self.periods, key=lambda part: (-part.period.kind, part.period)))

    @property
    def last_posting(self) -> Posting | None:
        """The posting that begins last."""
        return max(self.postings, key=lambda posting: posting.start or date.min, default=None)
