"""What the book tells a template."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from app.domain.entries import Entry
from app.domain.facts import Facts
from app.domain.grades.conclusions import PastGrade
from app.domain.monthly_records import MonthlyRecord
from app.domain.periods import Period
from app.domain.problems import AppError
from app.domain.schemes import Scheme
from app.domain.scoring.court import Court, Member
from app.domain.words import plain
from app.services.collecting.handing_in import due_day
from app.services.schemes import SchemeVersion, applicable, scheme_versions
from app.storage import roster
from app.storage.batches import read_batches
from app.storage.database import Database
from app.storage.entries import entries
from app.storage.monthly_records import monthly_records
from app.storage.past_grades import past_grades
from app.storage.results import ResultHead, read_heads
from app.storage.settings import read_settings


class Told(NamedTuple):
    """The book's people, the scheme of the period, what is known of the period, and by what the book is known.

    ``batch`` is the number of its newest import, 0 where there is none. ``due``: until when the period's sheets are wanted.
    """

    facts: Facts
    version: SchemeVersion | None
    period: Period | None
    held: dict[tuple[str, ...], Entry]
    results: dict[str, ResultHead]
    book: str
    batch: int
    due: date | None
    records: Mapping[str, MonthlyRecord] = MappingProxyType({})
    past: Mapping[str, PastGrade] = MappingProxyType({})
    """By staff number: 月纪实 of the month, and what the period's year came to where it was told as 历年等次."""

    @property
    def scheme(self) -> Scheme:
        """The scheme of the period. Raises AppError ``template-without-scheme``."""
        if self.version is None:
            raise AppError("template-without-scheme")
        return self.version.scheme

    @property
    def needed_period(self) -> Period:
        """The period. Raises AppError ``template-without-period``."""
        if self.period is None:
            raise AppError("template-without-period")
        return self.period

    def court(self) -> Court:
        """Everybody in the period, by indicator set."""
        return Court(self.scheme, self.needed_period, self.facts)

    def members(self, division: str = "") -> list[Member]:
        """The people of the period, or of one division. Raises AppError ``template-without-people``."""
        everybody = self.court().members
        members = [each for each in everybody if not division or plain(each.posting.division) == plain(division)]
        if not members:
            raise AppError("template-without-people")
        return members

    @property
    def asked_by(self) -> tuple[str, ...]:
        """The note on until when it is wanted; none where no day is set."""
        if self.due is None:
            return ()
        return (f"请在{self.due.year}年{self.due.month}月{self.due.day}日以前报送。",)


def read_told(book: Database, period: Period | None) -> Told:
    """Everything that templates of a period need, read once."""
    with book.reading() as session:
        facts = Facts(
            people=roster.people.read(session),
            postings=roster.postings.read(session),
            absences=roster.absences.read(session),
        )
        version = applicable(scheme_versions(session), period)
        held = {} if period is None else entries.by_key(session, period=period)
        results = () if period is None else read_heads(session, period=period)
        records = () if period is None else monthly_records.read(session, month=period)
        past = () if period is None else past_grades.read(session, year=period.year)
        imports = read_batches(session)
        mark = read_settings(session).get("book", "")
    due = due_day(version.scheme, period) if version is not None and period is not None else None
    by_person = {each.staff_no: each for each in results}
    return Told(
        facts=facts,
        version=version,
        period=period,
        held=held,
        results=by_person,
        book=mark,
        batch=int(imports[0].id) if imports else 0,
        due=due,
        records={each.staff_no: each for each in records},
        past={each.staff_no: each for each in past},
    )
