"""How a period ends: what was made public, told to people and objected to, its seals, and its further issues."""

from __future__ import annotations

from sqlalchemy import Integer

from app.storage.tables.columns import STRICT, Recorded, column
from app.storage.types import DayText, Flag, JsonText, PeriodText, WayText


class SealRow(Recorded, table=True):
    """The seal of one issue of a period: the hash over its parts, and the hash of each part."""

    __tablename__ = "seals"
    __table_args__ = STRICT
    period: str = column(PeriodText, key=True)
    issue: int = column(Integer, key=True)
    form: int = column(Integer)
    digest: str = column()
    parts: str = column(JsonText)
    engine_version: str = column()


class ReopeningRow(Recorded, table=True):
    """Why a sealed period was opened again; ``issue`` is the one that this began."""

    __tablename__ = "reopenings"
    __table_args__ = STRICT
    period: str = column(PeriodText, key=True)
    issue: int = column(Integer, key=True)
    reason: str = column()


class PublicationRow(Recorded, table=True):
    """One time that an issue was made public; ``shown`` is the hash of what was, ``withdrawn`` the reason if it was."""

    __tablename__ = "publications"
    __table_args__ = STRICT
    period: str = column(PeriodText, key=True)
    issue: int = column(Integer, key=True)
    ordinal: int = column(Integer, key=True)
    start: str = column(DayText)
    until: str = column(DayText)
    scope: str = column()
    shown: str = column()
    withdrawn: str = column()


class NoticeRow(Recorded, table=True):
    """A person was told the result of an issue in writing, and signed for it."""

    __tablename__ = "notices"
    __table_args__ = STRICT
    period: str = column(PeriodText, key=True)
    issue: int = column(Integer, key=True)
    staff_no: str = column(key=True, of="people.staff_no")
    signed: str = column(DayText)
    opinion: str = column()


class ObjectionRow(Recorded, table=True):
    """An objection, request for review or appeal; figures before and after as JSON."""

    __tablename__ = "objections"
    __table_args__ = STRICT
    number: int = column(Integer, key=True)
    period: str = column(PeriodText)
    issue: int = column(Integer)
    staff_no: str = column(of="people.staff_no")
    way: str = column(WayText)
    statutory: bool = column(Flag)
    indicator: str = column()
    text: str = column()
    after: int = column(Integer)
    known: str = column(DayText)
    lodged: str = column(DayText)
    accepted: str = column(DayText)
    extended: bool = column(Flag)
    answered: str = column(DayText)
    outcome: str = column()
    answer: str = column()
    document: str = column()
    reviewers: str = column()
    figures_before: str = column(JsonText)
    figures_after: str = column(JsonText)
