"""周期: which ones the book tells anything of."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from app.domain.periods import Period
from app.storage.session import Session
from app.storage.tables import BallotRow, CaseRow, CoverageRow, EntryRow, EventRow, table_of

_WITH_PERIOD = tuple(table_of(row) for row in (EntryRow, BallotRow, CoverageRow))
_WITH_DAY = (table_of(CaseRow).c.closed, table_of(EventRow).c.day)


def periods_told(session: Session) -> tuple[Period, ...]:
    """Every period that an entry, a ballot or a looked-at list speaks of, and every month of a case or event."""
    found: set[Period] = set()
    for table in _WITH_PERIOD:
        found.update(session.connection.scalars(select(table.c.period).distinct()))
    for column in _WITH_DAY:
        months = session.connection.scalars(select(func.substr(column, 1, 7).label("month")).distinct())
        found.update(Period.of_month(date.fromisoformat(f"{month}-01")) for month in months if month)
    return tuple(sorted(found))
