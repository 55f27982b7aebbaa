"""What is counted, marked and told about people."""

from __future__ import annotations

from sqlalchemy import Index, Integer

from app.storage.tables.columns import STRICT, Recorded, column
from app.storage.types import DayText, DecimalText, Flag, JsonText, PeriodText, RolesText, StateText


class EntryRow(Recorded, table=True):
    """An entry."""

    __tablename__ = "entries"
    __table_args__ = (Index("entries_by_period", "period"), STRICT)
    staff_no: str = column(key=True, of="people.staff_no")
    item: str = column(key=True)
    period: str = column(PeriodText, key=True)
    state: str = column(StateText)
    number: str | None = column(DecimalText, optional=True)
    word: str = column()
    note: str = column()


class CaseRow(Recorded, table=True):
    """A closed case; roles and further columns as JSON."""

    __tablename__ = "cases"
    __table_args__ = (Index("cases_by_closed", "closed"), STRICT)
    number: str = column(key=True)
    closed: str = column(DayText)
    roles: str = column(RolesText)
    fields: str = column(JsonText)
    filed: str = column(DayText)
    own_factor: str | None = column(DecimalText, optional=True)
    own_reason: str = column()


class RulingRow(Recorded, table=True):
    """A ruling on one case."""

    __tablename__ = "rulings"
    __table_args__ = STRICT
    number: str = column(key=True, of="cases.number")
    factor: str = column(DecimalText)
    reason: str = column()
    document: str = column()


class EventRow(Recorded, table=True):
    """An event of a ledger."""

    __tablename__ = "events"
    __table_args__ = STRICT
    ledger: str = column(key=True)
    day: str = column(DayText, key=True)
    staff_no: str = column(key=True, of="people.staff_no")
    subject: str = column(key=True)
    result_key: str = column(key=True)
    ordinal: int = column(Integer, key=True)
    level: str = column()
    points: str | None = column(DecimalText, optional=True)
    count: str | None = column(DecimalText, optional=True)
    basis: str = column()
    note: str = column()
    confirmed: bool = column(Flag)
    refused: str = column()


class CoverageRow(Recorded, table=True):
    """A period that somebody looked at."""

    __tablename__ = "coverage"
    __table_args__ = STRICT
    ledger: str = column(key=True)
    period: str = column(PeriodText, key=True)


class BallotRow(Recorded, table=True):
    """A ballot."""

    __tablename__ = "ballots"
    __table_args__ = STRICT
    staff_no: str = column(key=True, of="people.staff_no")
    period: str = column(PeriodText, key=True)
    group: str = column(key=True)
    ticket: str = column(key=True)
    item: str = column(key=True)
    mark: str | None = column(DecimalText, optional=True)
    word: str = column()
