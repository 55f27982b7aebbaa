"""People, where they served and when they were away."""

from __future__ import annotations

from app.storage.tables.columns import STRICT, Recorded, column
from app.storage.types import DayText


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
