"""Schemes, what they made of a period, and what people decided."""

from __future__ import annotations

from sqlalchemy import Integer, LargeBinary
from sqlmodel import SQLModel

from app.storage.tables.columns import STRICT, Recorded, column
from app.storage.types import DayText, DecimalText, Flag, JsonText, PeriodText, StatusText


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
    code: str = column()
    approval: str = column()
    present: str = column()
    proposed: str = column()
