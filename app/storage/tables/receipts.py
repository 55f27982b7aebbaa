"""What came in: every sheet that somebody tried to take in, refused ones too."""

from __future__ import annotations

from sqlalchemy import Index, Integer

from app.storage.tables.columns import STRICT, Recorded, column
from app.storage.types import FateText, JsonText, PeriodText


class ReceiptRow(Recorded, table=True):
    """One sheet of one file; ``batch`` is the import that took it in."""

    __tablename__ = "receipts"
    __table_args__ = (Index("receipts_by_period", "period"), STRICT)
    digest: str = column(key=True)
    sheet_name: str = column(key=True)
    kind: str = column()
    division: str = column()
    subjects: str = column()
    period: str | None = column(PeriodText, optional=True)
    received: str = column()
    fate: str = column(FateText)
    faults: int = column(Integer)
    questions: int = column(Integer)
    told: str = column(JsonText)
