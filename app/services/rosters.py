"""人员 as they are shown: one line each, or one person with everything that was ever told about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from app.domain.facts import Facts
from app.domain.periods import Period
from app.domain.problems import AppError
from app.domain.roster import Absence, Person, Posting, staff_no_order
from app.domain.scoring.court import Court
from app.services.schemes import applicable, scheme_versions
from app.services.taking_in.staging.fields import ABSENCE_FIELDS, PERSON_FIELDS, POSTING_FIELDS
from app.storage import roster
from app.storage.database import Database
from app.storage.history import Change as StoredChange
from app.storage.history import history
from app.storage.record_texts import field_word
from app.storage.session import Session

_NOUNS = {"people": ("人员", PERSON_FIELDS), "postings": ("任职", POSTING_FIELDS), "absences": ("离岗", ABSENCE_FIELDS)}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person with the posting of the day (or the last one before it, or the first one after)."""

    staff_no: str
    name: str
    pinyin: str
    gender: str
    division: str
    line: str
    category: str
    post: str
    rank: str
    judge_grade: str
    indicator_set: str
    status: str
    postings_count: int


class Change(NamedTuple):
    """One change of one field, in words; None stands for a record that was not there, or is no more."""

    field: str
    old: str | None
    new: str | None
    who: str
    when: str
    why: str
    file: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """One person with all postings and absences, oldest first, and every change of them, newest first."""

    person: Person
    postings: tuple[Posting, ...]
    absences: tuple[Absence, ...]
    history: tuple[Change, ...]


def people_rows(everybody: Facts, sets: dict[str, str], day: date) -> tuple[PersonRow, ...]:
    """One line for each person, by staff number; ``sets`` maps staff numbers to indicator sets."""
    served: defaultdict[str, list[Posting]] = defaultdict(list)
    for posting in everybody.postings:
        served[posting.staff_no].append(posting)
    away: defaultdict[str, list[Absence]] = defaultdict(list)
    for absence in everybody.absences:
        away[absence.staff_no].append(absence)
    ordered = sorted(everybody.people, key=lambda each: staff_no_order(each.staff_no))
    return tuple(_row(each, served[each.staff_no], away[each.staff_no], sets, day) for each in ordered)


def people(book: Database, day: date | None = None) -> tuple[PersonRow, ...]:
    """Everybody in the roster as of a day (today unless told)."""
    on = day or date.today()
    with book.reading() as session:
        everybody = _everybody(session)
        sets = _sets_on(session, everybody, on)
    return people_rows(everybody, sets, on)


def person(book: Database, staff_no: str) -> PersonDetail:
    """One person. Raises AppError("staff-unknown")."""
    with book.reading() as session:
        found = roster.people.read(session, staff_no=staff_no)
        if not found:
            raise AppError("staff-unknown", staff_no=staff_no)
        changes = [change for noun in _NOUNS for change in history(session, noun, staff_no)]
        changes.sort(key=lambda each: -each.step)
        return PersonDetail(
            person=found[0],
            postings=tuple(
                sorted(roster.postings.read(session, staff_no=staff_no), key=lambda each: each.start or date.min)
            ),
            absences=tuple(sorted(roster.absences.read(session, staff_no=staff_no), key=lambda each: each.start)),
            history=tuple(_change(each) for each in changes),
        )


def pinyin_of(name: str) -> str:
    """The ways to type a name: full pinyin and initials, separated by blanks."""
    return _pinyin(name)


@lru_cache(maxsize=8192)
def _pinyin(name: str) -> str:
    from pypinyin import Style, lazy_pinyin

    initials = lazy_pinyin(name, style=Style.FIRST_LETTER)
    return f"{''.join(lazy_pinyin(name))} {''.join(initials)}".lower()


def _everybody(session: Session) -> Facts:
    return Facts(
        people=roster.people.read(session),
        postings=roster.postings.read(session),
        absences=roster.absences.read(session),
    )


def _sets_on(session: Session, everybody: Facts, day: date) -> dict[str, str]:
    """Who belongs to which indicator set in the month of the day, under the scheme of its year."""
    month = Period.of_month(day)
    version = applicable(scheme_versions(session), month)
    if version is None:
        return {}
    court = Court(version.scheme, month, everybody)
    return {member.staff_no: member.set_name for member in court.members}


def _row(who: Person, served: Sequence[Posting], away: Iterable[Absence], sets: dict[str, str], day: date) -> PersonRow:
    now = [each for each in served if _covers(each, day)]
    shown = now[-1] if now else _nearest(served, day)
    return PersonRow(
        staff_no=who.staff_no,
        name=who.name,
        pinyin=pinyin_of(who.name),
        gender=who.gender,
        division=shown.division if shown else "",
        line=shown.line if shown else "",
        category=shown.category if shown else "",
        post=shown.post if shown else "",
        rank=shown.rank if shown else "",
        judge_grade=shown.judge_grade if shown else "",
        indicator_set=sets.get(who.staff_no) or (shown.indicator_set if shown else ""),
        status=_status(bool(now), shown, away, day),
        postings_count=len(served),
    )


def _status(in_post: bool, shown: Posting | None, away: Iterable[Absence], day: date) -> str:
    if shown is None:
        return "无任职"
    if not in_post:
        return "未到任" if shown.start and shown.start > day else "已离任"
    kinds = dict.fromkeys(each.kind for each in away if each.start <= day and (each.end is None or day <= each.end))
    return f"离岗（{'、'.join(kinds)}）" if kinds else "在岗"


def _covers(posting: Posting, day: date) -> bool:
    return (posting.start is None or posting.start <= day) and (posting.end is None or day <= posting.end)


def _nearest(served: Sequence[Posting], day: date) -> Posting | None:
    past = [each for each in served if each.end is not None and each.end < day]
    if past:
        return max(past, key=lambda each: each.end or date.min)
    return min(served, key=lambda each: each.start or date.min, default=None)


def _change(change: StoredChange) -> Change:
    noun, fields = _NOUNS[change.noun]
    rest = " ".join(part for part in change.key[1:] if part)
    label = fields.get(change.field) or (field_word(change.noun, change.field) if change.field else "")
    field = " ".join(part for part in (noun, rest, label) if part)
    told = (change.old, change.new, change.by, change.at, change.why, change.file, change.sheet, change.cell)
    return Change(field, *told)
