"""Results without their explanations: what lists, courses and longer periods need, read from columns alone."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select

from app.domain.facts import InnerResult, Status
from app.domain.periods import Period
from app.storage.conditions import in_year
from app.storage.session import Session
from app.storage.tables import DecisionRow, EvaluationRow, ResultRow, table_of

_EVALUATIONS = table_of(EvaluationRow)
_RESULTS = table_of(ResultRow)
_DECISIONS = table_of(DecisionRow)


class ResultHead(NamedTuple):
    """One person's result in one period; ``decided_grade`` is empty where nothing is decided."""

    period: Period
    issue: int
    staff_no: str
    name: str
    division: str
    set_name: str
    pool: str
    status: Status
    total: Decimal | None
    rank: int | None
    pool_size: int | None
    proposed_grade: str
    veto: str
    decided_grade: str


def read_heads(
    session: Session, *, period: Period | None = None, year: int | None = None, staff_no: str | None = None
) -> tuple[ResultHead, ...]:
    """The heads of the newest issues, of a period, of all periods in a year, or of one person, in printing order."""
    conditions: list[ColumnElement[bool]] = []
    if period is not None:
        conditions.append(_RESULTS.c.period == period)
    if year is not None:
        conditions.append(in_year(_RESULTS.c.period, year))
    if staff_no is not None:
        conditions.append(_RESULTS.c.staff_no == staff_no)
    newest = select(_EVALUATIONS.c.period, func.max(_EVALUATIONS.c.issue).label("issue"))
    issues = newest.group_by(_EVALUATIONS.c.period).subquery()
    decided = (
        (_DECISIONS.c.period == _RESULTS.c.period)
        & (_DECISIONS.c.issue == _RESULTS.c.issue)
        & (_DECISIONS.c.staff_no == _RESULTS.c.staff_no)
    )
    columns = [_RESULTS.c[name] for name in ResultHead._fields[:-1]]
    query = (
        select(*columns, func.coalesce(_DECISIONS.c.grade, ""))
        .join(issues, (issues.c.period == _RESULTS.c.period) & (issues.c.issue == _RESULTS.c.issue))
        .outerjoin(_DECISIONS, decided)
        .where(*conditions)
        .order_by(_RESULTS.c.period, _RESULTS.c.ordinal)
    )
    return tuple(ResultHead._make(row) for row in session.connection.execute(query))


def inner_results(session: Session, year: int) -> dict[Period, dict[str, InnerResult]]:
    """What longer periods need of each computed period of a year: the grade decided, or else the one proposed."""
    found: dict[Period, dict[str, InnerResult]] = defaultdict(dict)
    for head in read_heads(session, year=year):
        grade = head.decided_grade or head.proposed_grade
        found[head.period][head.staff_no] = InnerResult(head.status, head.total, grade, bool(head.decided_grade))
    return dict(found)
