"""What was answered about the columns of a sheet, so that nobody is asked again."""

from __future__ import annotations

from app.storage.tables.columns import STRICT, Recorded, column
from app.storage.types import JsonText


class LayoutRow(Recorded, table=True):
    """One layout; the answers as JSON."""

    __tablename__ = "layouts"
    __table_args__ = STRICT
    kind: str = column(key=True)
    division: str = column(key=True)
    fingerprint: str = column(key=True)
    headers: str = column()
    answers: str = column(JsonText)


class LayoutUseRow(Recorded, table=True):
    """When a remembered layout was used last; the sheet is the row's origin."""

    __tablename__ = "layout_uses"
    __table_args__ = STRICT
    kind: str = column(key=True)
    division: str = column(key=True)
    fingerprint: str = column(key=True)
    used: str = column()
