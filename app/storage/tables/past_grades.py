"""The conclusions of earlier years."""

from __future__ import annotations

from sqlalchemy import Integer

from app.storage.tables.columns import STRICT, Recorded, column


class PastGradeRow(Recorded, table=True):
    """One person's conclusion of one year."""

    __tablename__ = "past_grades"
    __table_args__ = STRICT
    staff_no: str = column(key=True, of="people.staff_no")
    year: int = column(Integer, key=True)
    grade: str = column()
    code: str = column()
    basis: str = column()
