"""The book's records as staging and computing ask for them: a year at a time, or all where there is no year."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from app.domain.cases import Case
from app.domain.entries import Entry
from app.domain.grades.conclusions import PastGrade
from app.domain.ledgers import Coverage, Event
from app.domain.monthly_records import MonthlyRecord
from app.domain.periods import Kind, Period
from app.domain.roster import Absence, Person, Posting
from app.services.taking_in.staging.records import Record
from app.storage.cases import cases
from app.storage.database import Database
from app.storage.entries import Figures, entries, read_figures, read_named
from app.storage.ledgers import coverage, events
from app.storage.monthly_records import monthly_records
from app.storage.past_grades import past_grades
from app.storage.ratings import ballots
from app.storage.roster import absences, people, postings


class Shelves:
    """Reads from one book; each question is a look of its own."""

    def __init__(self, book: Database) -> None:
        self._book = book

    def records(self, noun: type[Record], year: int | None) -> Iterable[Record]:
        """A noun's records: those that speak of a year, or all where the noun has none."""
        with self._book.reading() as session:
            if noun is Person:
                return people.read(session)
            if noun is Posting:
                return postings.read(session)
            if noun is Absence:
                return absences.read(session)
            if noun is PastGrade:
                return past_grades.read(session)
            if noun is Coverage:
                return coverage.read(session) if year is None else coverage.read(session, period=periods_of(year))
            if year is None:
                raise ValueError(noun)
            if noun is Case:
                return cases.read(session, closed=days_of(year))
            if noun is Event:
                return events.read(session, day=days_of(year))
            if noun is MonthlyRecord:
                return monthly_records.read(session, month=periods_of(year))
            return (entries if noun is Entry else ballots).read(session, period=periods_of(year))

    def cases_numbered(self, numbers: Collection[str]) -> Iterable[Case]:
        """The cases with these numbers, whenever they were closed."""
        with self._book.reading() as session:
            return cases.read(session, number=tuple(numbers))

    def figures(self, period: Period) -> Figures | None:
        """A period's entries as columns; None where they must be read one by one."""
        with self._book.reading() as session:
            return read_figures(session, period)

    def entries_named(self, period: Period, names: Collection[tuple[str, str]]) -> Iterable[Entry]:
        """The entries of a period with these 工号 and data items."""
        with self._book.reading() as session:
            return read_named(session, period, names)


def periods_of(year: int) -> tuple[Period, ...]:
    """Every period of a year."""
    whole = Period(year, Kind.YEAR, 1)
    return tuple(period for kind in Kind for period in whole.inner(kind))


def days_of(year: int) -> tuple[date, ...]:
    """Every day of a year."""
    first = date(year, 1, 1)
    return tuple(first + timedelta(days=offset) for offset in range((date(year + 1, 1, 1) - first).days))
