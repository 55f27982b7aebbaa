"""The tables of the newest schema. Column names are the record's field names; ``migrations`` makes the tables themselves.

A test holds both against each other, so what stands here is what a migrated book has.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Integer, LargeBinary, Table, Text
from sqlmodel import Field, SQLModel

from app.storage.types import DayText, DecimalText, Flag, JsonText, PeriodText, RolesText, StateText, StatusText

STRICT = {"sqlite_strict": True}


def column(sa_type: type[Any] = Text, *, key: bool = False, of: str | None = None, optional: bool = False) -> Any:
    """A column of one of our types; ``of`` names the column it must be found in. Nothing is optional unless told."""
    kind: Any = sa_type
    return Field(sa_type=kind, primary_key=key, foreign_key=of, nullable=optional)


def table_of(row: type[SQLModel]) -> Table:
    """The table behind a row class, for Core statements."""
    return SQLModel.metadata.tables[str(row.__tablename__)]


class StepRow(SQLModel, table=True):
    """One transaction that changed something; ``chain`` is its hash, set once when it ends."""

    __tablename__ = "steps"
    __table_args__ = STRICT
    id: int = column(Integer, key=True)
    who: str = column()
    at: str = column()
    why: str = column()
    kind: str = column()
    chain: str | None = column(optional=True)


class HistoryRow(SQLModel, table=True):
    """One change of one row, written by triggers only: ``old`` and ``new`` are the row as JSON, or nothing."""

    __tablename__ = "history"
    __table_args__ = (Index("history_by_key", "noun", "key"), STRICT)
    id: int = column(Integer, key=True)
    step: int = column(Integer, of="steps.id")
    batch: int | None = column(Integer, of="batches.id", optional=True)
    noun: str = column()
    key: str = column()
    old: str | None = column(optional=True)
    new: str | None = column(optional=True)


class TouchRow(SQLModel, table=True):
    """Which months a step's changes of a noun speak of, first to last; what is stale is told by it."""

    __tablename__ = "touches"
    __table_args__ = STRICT
    step: int = column(Integer, key=True, of="steps.id")
    noun: str = column(key=True)
    first: str = column(key=True)
    last: str = column(key=True)


class BatchRow(SQLModel, table=True):
    """One import of one sheet or file."""

    __tablename__ = "batches"
    __table_args__ = STRICT
    id: int = column(Integer, key=True)
    file: str = column()
    sheet: str = column()
    digest: str = column()
    kind: str = column()
    period: str | None = column(PeriodText, optional=True)
    rows_read: int = column(Integer)
    added: int = column(Integer)
    changed: int = column(Integer)
    unchanged: int = column(Integer)
    undone: int | None = column(Integer, of="steps.id", optional=True)
    step: int = column(Integer, of="steps.id")


class SettingRow(SQLModel, table=True):
    """What the book says about itself."""

    __tablename__ = "settings"
    __table_args__ = STRICT
    name: str = column(key=True)
    value: str = column()


class Recorded(SQLModel):
    """What every record brings with it: the place it was told, the import, and the step that wrote it last."""

    file: str = column()
    sheet: str = column()
    cell: str = column()
    batch: int | None = column(Integer, of="batches.id", optional=True)
    step: int = column(Integer, of="steps.id")


class PersonRow(Recorded, table=True):
    """A person."""

    __tablename__ = "people"
    __table_args__ = STRICT
    staff_no: str = column(key=True)
    name: str = column()
    gender: str = column()
    birth_date: str = column(DayText)
    id_number: str = column()
    political_status: str = column()
    education: str = column()
    note: str = column()


class PostingRow(Recorded, table=True):
    """A posting."""

    __tablename__ = "postings"
    __table_args__ = STRICT
    staff_no: str = column(key=True, of="people.staff_no")
    start: str = column(DayText, key=True)
    division: str = column()
    category: str = column()
    line: str = column()
    indicator_set: str = column()
    post: str = column()
    rank: str = column()
    judge_grade: str = column()
    establishment: str = column()
    end: str = column(DayText)
    note: str = column()


class AbsenceRow(Recorded, table=True):
    """An absence."""

    __tablename__ = "absences"
    __table_args__ = STRICT
    staff_no: str = column(key=True, of="people.staff_no")
    kind: str = column(key=True)
    start: str = column(DayText, key=True)
    end: str = column(DayText)
    note: str = column()


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
    mark: str | None = column(DecimalText, optional=True)
    word: str = column()


class SchemeRow(Recorded, table=True):
    """One version of a scheme: its workbook's text as JSON."""

    __tablename__ = "schemes"
    __table_args__ = STRICT
    id: int = column(Integer, key=True)
    year: int = column(Integer)
    name: str = column()
    version: str = column()
    digest: str = column()
    text: str = column(JsonText)
    frozen: bool = column(Flag)


class EvaluationRow(SQLModel, table=True):
    """A period computed; ``inputs_step`` is the newest step that its figures saw."""

    __tablename__ = "evaluations"
    __table_args__ = STRICT
    period: str = column(PeriodText, key=True)
    issue: int = column(Integer, key=True)
    scheme: int = column(Integer, of="schemes.id")
    scheme_name: str = column()
    scheme_version: str = column()
    engine_version: str = column()
    inner_kinds: str = column(JsonText)
    warnings: str = column(JsonText)
    inputs_step: int = column(Integer)
    step: int = column(Integer, of="steps.id")


class ResultRow(SQLModel, table=True):
    """One person's result: what lists need in columns, everything in ``document`` (compressed JSON)."""

    __tablename__ = "results"
    __table_args__ = STRICT
    period: str = column(PeriodText, key=True)
    issue: int = column(Integer, key=True)
    staff_no: str = column(key=True, of="people.staff_no")
    ordinal: int = column(Integer)
    name: str = column()
    division: str = column()
    set_name: str = column()
    pool: str = column()
    status: str = column(StatusText)
    total: str | None = column(DecimalText, optional=True)
    rank: int | None = column(Integer, optional=True)
    pool_size: int | None = column(Integer, optional=True)
    proposed_grade: str = column()
    veto: str = column()
    digest: str = column()
    document: bytes = column(LargeBinary)
    step: int = column(Integer, of="steps.id")


class DecisionRow(Recorded, table=True):
    """A grade that people decided."""

    __tablename__ = "decisions"
    __table_args__ = STRICT
    period: str = column(PeriodText, key=True)
    issue: int = column(Integer, key=True)
    staff_no: str = column(key=True, of="people.staff_no")
    grade: str = column()
    reason: str = column()
    meeting: str = column()
    day: str = column(DayText)
