"""What goes between courts: packages that lower courts handed in, and marks set in the higher court's forms."""

from __future__ import annotations

from sqlalchemy import Integer

from app.storage.tables.columns import STRICT, Recorded, column
from app.storage.types import JsonText, PeriodText


class LowerCourtRow(Recorded, table=True):
    """A court that hands in, or should."""

    __tablename__ = "lower_courts"
    __table_args__ = STRICT
    mark: str = column(key=True)
    name: str = column()
    code: str = column()
    level: str = column()


class PackageRow(Recorded, table=True):
    """The newest package of one court for one period; what it tells as JSON."""

    __tablename__ = "packages"
    __table_args__ = STRICT
    court: str = column(key=True, of="lower_courts.mark")
    period: str = column(PeriodText, key=True)
    issue: int = column(Integer)
    made_at: str = column()
    digest: str = column()
    told: str = column(JsonText)


class FormMarkRow(Recorded, table=True):
    """What belongs into one cell of a form."""

    __tablename__ = "form_marks"
    __table_args__ = STRICT
    form: str = column(key=True)
    form_sheet: str = column(key=True)
    form_cell: str = column(key=True)
    figure: str = column()
