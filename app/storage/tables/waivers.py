"""Which expected sheets a period does not need."""

from __future__ import annotations

from app.storage.tables.columns import STRICT, Recorded, column
from app.storage.types import PeriodText


class WaiverRow(Recorded, table=True):
    """One sheet of one division and period, with the reason."""

    __tablename__ = "waivers"
    __table_args__ = STRICT
    period: str = column(PeriodText, key=True)
    division: str = column(key=True)
    kind: str = column(key=True)
    subject: str = column(key=True)
    reason: str = column()
