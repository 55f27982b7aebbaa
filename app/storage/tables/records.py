"""What people wrote about a month, and the files that prove what a ledger tells."""

from __future__ import annotations

from sqlalchemy import Index, Integer, LargeBinary
from sqlmodel import SQLModel

from app.storage.tables.columns import STRICT, Recorded, column
from app.storage.types import DayText, DecimalText, PeriodText


class MonthlyRecordRow(Recorded, table=True):
    """A person's record of a month."""

    __tablename__ = "monthly_records"
    __table_args__ = (Index("monthly_records_by_month", "month"), STRICT)
    staff_no: str = column(key=True, of="people.staff_no")
    month: str = column(PeriodText, key=True)
    work: str = column()
    self_assessment: str = column()
    comment: str = column()
    mark: str | None = column(DecimalText, optional=True)


class FileRow(SQLModel, table=True):
    """The bytes of an attached file, once for each content."""

    __tablename__ = "files"
    __table_args__ = STRICT
    digest: str = column(key=True)
    size: int = column(Integer)
    content: bytes = column(LargeBinary)


class EvidenceRow(Recorded, table=True):
    """A file attached to an event. Of events no reference: a file outlives the row of a sheet that was told otherwise."""

    __tablename__ = "evidence"
    __table_args__ = STRICT
    ledger: str = column(key=True)
    day: str = column(DayText, key=True)
    staff_no: str = column(key=True, of="people.staff_no")
    subject: str = column(key=True)
    result_key: str = column(key=True)
    ordinal: int = column(Integer, key=True)
    digest: str = column(key=True, of="files.digest")
    name: str = column()
    size: int = column(Integer)
    note: str = column()
