"""评定台: everybody of a computed period with what is proposed, what was decided and what stands in the way of more.

Shows and stages only: who gets which grade is told by people, typed in here or taken in from a 决定 sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.domain.grades.decisions import Decision
from app.domain.grades.grading import OUTSIDE, Bar, Pool
from app.domain.periods import Period
from app.domain.problems import Source
from app.services.deciding.deciding import TYPED, StagedDecisions, stage_told, typed
from app.services.deciding.grading import Basis, basis_of
from app.services.deciding.standing import PeriodStanding, standing_in
from app.sheets.drafts import DecisionDraft, PersonRef
from app.storage.database import Database
from app.storage.decisions import decisions


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One person: the proposed grade, what bars every better one, and the decision of the body if there is one.

    ``grades`` are those that the pool has, best first, then the two outcomes that are none.
    """

    staff_no: str
    name: str
    division: str
    pool: str
    total: Decimal | None
    rank: int | None
    proposed: str
    bars: tuple[Bar, ...]
    notes: tuple[str, ...]
    on_the_line: bool
    grades: tuple[str, ...]
    decision: Decision | None

    @property
    def decided(self) -> str:
        """The grade that was decided, or an empty text."""
        return self.decision.grade if self.decision else ""

    @property
    def is_otherwise(self) -> bool:
        """Whether the body decided otherwise than is proposed now."""
        return bool(self.decided) and self.decided != self.proposed


@dataclass(frozen=True, slots=True)
class QuotaRow:
    """One grade of a pool: how many places it has (``limit`` None: no quota), how many are proposed and decided."""

    pool: str
    size: int
    grade: str
    share: str
    limit: int | None
    proposed: int
    decided: int

    @property
    def left(self) -> int | None:
        """The places that the decisions leave; below zero where they go over the quota."""
        return None if self.limit is None else self.limit - self.decided


class QuotaDesk(NamedTuple):
    """What lies on the desk of a period."""

    standing: PeriodStanding
    rows: tuple[DeskRow, ...]
    quotas: tuple[QuotaRow, ...]


def quota_desk(book: Database, period: Period, *, today: date | None = None) -> QuotaDesk:
    """The desk of a computed period, as of a day (today unless told). Raises Forbidden("not-computed")."""
    with book.reading() as session:
        basis = basis_of(session, period)
        told = standing_in(session, period, today or date.today())
        held = {each.staff_no: each for each in decisions.read(session, period=period, issue=basis.saved.issue)}
    proposal = basis.propose({staff_no: each.grade for staff_no, each in held.items()})
    on_the_line = {staff_no for pool in proposal.pools for staff_no in pool.on_the_line}
    divisions = {each.staff_no: each.division for each in basis.results}
    rows = tuple(
        DeskRow(
            each.staff_no,
            each.name,
            divisions[each.staff_no],
            each.pool,
            each.total,
            each.rank,
            each.proposed_grade,
            each.barred,
            each.notes,
            each.staff_no in on_the_line,
            _words(basis, each.pool),
            held.get(each.staff_no),
        )
        for each in proposal.persons
    )
    return QuotaDesk(told, rows, tuple(row for pool in proposal.pools for row in _quotas(pool)))


def _words(basis: Basis, pool: str) -> tuple[str, ...]:
    """What a body may decide for somebody of a pool; nothing where the scheme grades nobody in such a period."""
    words = tuple(row.grade for row in basis.scheme.grades_of(pool, basis.saved.period.kind))
    return (*words, *OUTSIDE) if words else ()


def _quotas(pool: Pool) -> Iterable[QuotaRow]:
    return (
        QuotaRow(pool.pool, pool.size, each.grade, each.share, each.limit, each.proposed, each.decided)
        for each in pool.grades
    )


class Verdict(NamedTuple):
    """What a body decided for one person, as it is typed in."""

    staff_no: str
    grade: str
    reason: str = ""
    meeting: str = ""
    day: date | None = None
    present: str = ""
    approval: str = ""
    code: str = ""


def stage_verdicts(book: Database, period: Period, verdicts: Iterable[Verdict]) -> StagedDecisions:
    """Hold typed decisions against the proposals; nothing is written. Their faults stand at the staff number.

    Raises Forbidden (exit status 5) where the period is sealed, not computed, or stale.
    """
    return stage_told(book, period, typed(_draft(each) for each in verdicts))


def _draft(told: Verdict) -> DecisionDraft:
    place = Source(TYPED, "", told.staff_no)
    return DecisionDraft(
        row=0,
        person=PersonRef(told.staff_no, "", "", "", place),
        grade=told.grade,
        reason=told.reason.strip(),
        meeting=told.meeting.strip(),
        meeting_date=told.day,
        sources={},
        present=told.present.strip(),
        approval=told.approval.strip(),
        code=told.code.strip(),
    )
