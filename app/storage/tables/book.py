"""What the book knows about itself: steps, their history, imports, settings."""

from __future__ import annotations

from sqlalchemy import Index, Integer
from sqlmodel import SQLModel

from app.storage.tables.columns import STRICT, column
from app.storage.types import PeriodText


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
