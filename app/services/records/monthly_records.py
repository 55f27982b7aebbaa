"""月纪实: what was told of a month and by whom it is still missing, division by division; and the records typed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.entries import Origin
from app.domain.monthly_records import MonthlyRecord, fed_item
from app.domain.numbers import exact, shown
from app.domain.periods import Kind, Period
from app.domain.problems import AppError
from app.domain.roster import Person, Posting, staff_no_order
from app.domain.schemes import Scheme
from app.services.changes import Changes
from app.services.schemes import applicable, scheme_versions
from app.services.taking_in.staging.monthly_records import BEST
from app.storage import roster
from app.storage.database import Database
from app.storage.monthly_records import monthly_records
from app.storage.session import Session

PARTS = {"work": "工作完成情况", "self_assessment": "自评", "comment": "负责人评语", "mark": "负责人评分"}
"""The parts of a record, in the order in which they come about."""


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One person in post in the month; ``record`` is empty where nothing was told."""

    staff_no: str
    name: str
    division: str
    post: str
    record: MonthlyRecord

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that nobody told yet, in words."""
        return tuple(word for part, word in PARTS.items() if getattr(self.record, part) in ("", None))


@dataclass(frozen=True, slots=True)
class Completeness:
    """One division: how many people, how many of each part are told, who has told nothing of the work."""

    division: str
    people: int
    told: Mapping[str, int]
    without_work: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return all(count == self.people for count in self.told.values())


@dataclass(frozen=True, slots=True)
class Month:
    """The records of a month. ``fed``: the data item that the marks feed, empty where the scheme has none such."""

    month: Period
    title: str
    rows: tuple[MonthRow, ...]
    divisions: tuple[Completeness, ...]
    fed: str


def month_records(book: Database, month: Period, division: str = "") -> Month:
    """Everybody in post in the month, with what was told of it. Raises AppError: not a month."""
    _need_month(month)
    with book.reading() as session:
        records = {each.staff_no: each for each in monthly_records.read(session, month=month)}
        people = roster.people.read(session)
        postings = roster.postings.read(session)
        scheme = _scheme(session, month)
    rows = tuple(_rows(people, postings, records, month))
    chosen = tuple(row for row in rows if division in ("", row.division))
    item = fed_item(scheme) if scheme else None
    return Month(month, f"{month.title}工作纪实", chosen, completeness(chosen), item.name if item else "")


def newest_month(book: Database) -> Period | None:
    """The newest month of which anything was told; None where nothing was."""
    with book.reading() as session:
        return max((each.month for each in monthly_records.read(session)), default=None)


def record_month(book: Database, record: MonthlyRecord, *, by: str | None = None) -> Changes:
    """Keep a record that was typed in, in place of the one of that month.

    Raises AppError: not a month, nobody such, nothing told, a mark outside its bounds.
    """
    _need_month(record.month)
    if record.is_empty:
        raise AppError("monthly-record-empty")
    with book.transaction(f"{record.month.title}月纪实：{record.staff_no}", kind="monthly-record", by=by) as session:
        if not roster.people.read(session, staff_no=record.staff_no):
            raise AppError("staff-unknown", staff_no=record.staff_no)
        scheme = _scheme(session, record.month)
        best = BEST if scheme is None else scheme.setting("月度评分满分")
        if record.mark is not None and not 0 <= exact(record.mark) <= best:
            raise AppError("mark-beyond", mark=f"{record.mark:f}", best=shown(best))
        monthly_records.write(session, [replace(record, origin=Origin())])
    return Changes(entries=True)


def assess_month(
    book: Database,
    month: Period,
    staff_no: str,
    *,
    comment: str = "",
    mark: Decimal | None = None,
    by: str | None = None,
) -> Changes:
    """Add the head's comment and mark to what is told of a month; the other parts stay. Raises AppError as record_month."""
    _need_month(month)
    with book.reading() as session:
        held = monthly_records.read(session, staff_no=staff_no, month=month)
    old = held[0] if held else MonthlyRecord(staff_no, month)
    return record_month(
        book, replace(old, comment=comment or old.comment, mark=old.mark if mark is None else mark), by=by
    )


def completeness(rows: Iterable[MonthRow]) -> tuple[Completeness, ...]:
    """How complete each division is, in the order of the rows."""
    by_division: defaultdict[str, list[MonthRow]] = defaultdict(list)
    for row in rows:
        by_division[row.division].append(row)
    return tuple(
        Completeness(
            division=division,
            people=len(told),
            told={word: sum(word not in row.missing for row in told) for word in PARTS.values()},
            without_work=tuple(row.name for row in told if not row.record.work),
        )
        for division, told in by_division.items()
    )


def _rows(
    people: Iterable[Person], postings: Iterable[Posting], records: Mapping[str, MonthlyRecord], month: Period
) -> Iterable[MonthRow]:
    """Who has a post in the month, by division and staff number, with the post of its last days."""
    named = {each.staff_no: each.name for each in people}
    serving = {each.staff_no: each for each in sorted(postings, key=lambda each: each.key) if each.days_in(month)}
    order = {each.division: number for number, each in enumerate(serving.values())}
    for staff_no in sorted(serving, key=lambda each: (order[serving[each].division], staff_no_order(each))):
        posting = serving[staff_no]
        record = records.get(staff_no, MonthlyRecord(staff_no, month))
        yield MonthRow(staff_no, named[staff_no], posting.division, posting.post or posting.category, record)


def _need_month(month: Period) -> None:
    if month.kind is not Kind.MONTH:
        raise AppError("month-expected", 2, period=month.code)


def _scheme(session: Session, month: Period) -> Scheme | None:
    version = applicable(scheme_versions(session), month)
    return version.scheme if version else None
