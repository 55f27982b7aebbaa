"""花名册: people and their postings. A roster tells postings, it never ends one silently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from app.domain.entries import Origin
from app.domain.person_names import name_key
from app.domain.problems import Problem, Source
from app.domain.roster import Person, Posting
from app.domain.words import plain
from app.services.taking_in.staging.fields import POSTING_FIELDS
from app.services.taking_in.staging.holdings import Desk, Holdings
from app.services.taking_in.staging.records import Difference, Outline
from app.sheets.drafts import RosterDraft, SheetReading

_OWN = ("gender", "birth_date", "id_number", "political_status", "education")
_MUST_AGREE = {"name": "姓名", "gender": "性别", "birth_date": "出生日期", "id_number": "身份证号"}
_SPELLED = ("division", "line", "category", "indicator_set")
_FIRST, _LAST = date.min, date.max


class _Rows(NamedTuple):
    """All rows of one person, and what the book has."""

    staff_no: str
    drafts: list[RosterDraft]
    person: Person | None
    postings: dict[tuple[str, ...], Posting]


def stage_roster(reading: SheetReading, desk: Desk) -> Outline:
    """What a 花名册 would change. Rows count as added or changed by person and posting together."""
    problems: list[Problem] = []
    differences: list[Difference] = []
    counts = {"added": 0, "changed": 0, "unchanged": 0}
    spelling = _Spelling(desk.holdings)
    for rows in _by_person(reading, desk.holdings):
        problems += _disagreements(rows)
        problems += _renamed(rows, desk)
        person = _person(rows)
        told = {draft.row: _posting(draft, rows, spelling) for draft in rows.drafts}
        kept, gone = _beside(rows, told.values(), desk)
        problems += _span_problems(rows, told, kept, desk)
        before: dict[tuple[str, ...], Posting] = {**rows.postings}
        own = [Difference(rows.person, person)] if rows.person != person else []
        moved = [Difference(before.get(each.key), each) for each in told.values() if before.get(each.key) != each]
        differences += [*own, *moved, *(Difference(each, None) for each in gone)]
        _count(counts, rows, told, own_changed=bool(own))
    problems += _identity_twice(differences, desk.holdings)
    problems += _lost_zeros(reading, desk)
    return Outline(
        differences=tuple(_once(differences)),
        unchanged=counts["unchanged"],
        problems=tuple(problems),
        added=counts["added"],
        changed=counts["changed"],
    )


def _by_person(reading: SheetReading, holdings: Holdings) -> Iterator[_Rows]:
    people = holdings.all_of(Person)
    postings: defaultdict[str, dict[tuple[str, ...], Posting]] = defaultdict(dict)
    for posting in holdings.all_of(Posting).values():
        postings[posting.staff_no][posting.key] = posting
    known = {plain(person.staff_no): person.staff_no for person in people.values()}
    grouped: defaultdict[str, list[RosterDraft]] = defaultdict(list)
    for draft in reading.records:
        if isinstance(draft, RosterDraft):
            told = plain(draft.staff_no)
            if told not in known and (answer := holdings.directory.answered(draft.staff_no, _place(draft))):
                known[told] = known.get(answer, draft.staff_no)
            grouped[known.setdefault(told, draft.staff_no)].append(draft)
    for staff_no, drafts in grouped.items():
        drafts.sort(key=lambda draft: draft.start or _FIRST)
        yield _Rows(staff_no, drafts, people.get((staff_no,)), postings[staff_no])


def _person(rows: _Rows) -> Person:
    """The latest row rules; a field that no row tells, or whose column is missing, stays as the book has it."""
    first = rows.drafts[0]
    told: dict[str, Any] = {"name": first.name}
    for draft in rows.drafts:
        for field in _OWN:
            if field in draft.given and (getattr(draft, field) or field not in told):
                told[field] = getattr(draft, field)
    origin = Origin(first.sources.get("name") or _place(first))
    if rows.person is None:
        return Person(staff_no=rows.staff_no, origin=origin, **told)
    # A book's spelling with blanks in it is the same name.
    if plain(told["name"]) == plain(rows.person.name):
        told["name"] = rows.person.name
    return replace(rows.person, origin=origin, **told)


def _posting(draft: RosterDraft, rows: _Rows, spelling: _Spelling) -> Posting:
    fields = (
        field for field in POSTING_FIELDS if field in {"division", "category", *draft.given} or getattr(draft, field)
    )
    told = {field: getattr(draft, field) for field in fields}
    told |= {field: spelling.known(field, told[field]) for field in _SPELLED if field in told}
    told |= {"origin": Origin(draft.sources.get("division") or _place(draft))}
    posting = Posting(staff_no=rows.staff_no, **told)
    if posting.start is None:
        posting = _dated_as_in_book(posting, rows)
    old = rows.postings.get(posting.key)
    if old is None:
        return posting
    return replace(old, **{**told, "start": posting.start, "end": posting.end})


def _dated_as_in_book(posting: Posting, rows: _Rows) -> Posting:
    """A row without dates that tells a posting which the book has with dates is that posting."""
    same = [
        each
        for each in rows.postings.values()
        if (each.division, each.category, each.post) == (posting.division, posting.category, posting.post)
    ]
    if len(same) != 1:
        return posting
    return replace(posting, start=same[0].start, end=posting.end or same[0].end)


def _beside(rows: _Rows, told: Iterable[Posting], desk: Desk) -> tuple[list[Posting], list[Posting]]:
    """The book's other postings of the person: those that stay, and those that go because --replace says so."""
    keys = {posting.key for posting in told}
    others = [posting for key, posting in rows.postings.items() if key not in keys]
    return ([], others) if desk.replace else (others, [])


def _span_problems(rows: _Rows, told: dict[int, Posting], kept: list[Posting], desk: Desk) -> Iterator[Problem]:
    """Ends before starts, postings that overlap one another, and those that overlap what the book has."""
    backward = {row for row, posting in told.items() if posting.end and posting.start and posting.end < posting.start}
    for row in backward:
        draft = next(draft for draft in rows.drafts if draft.row == row)
        values = {"start": str(told[row].start), "end": str(told[row].end)}
        yield Problem("posting-ends-before-start", _field_place(draft, "end", desk), str(told[row].end), values)
    ordered = sorted(
        ((posting, row) for row, posting in told.items() if row not in backward), key=lambda each: _span(each[0])
    )
    for (first, first_row), (second, row) in pairwise(ordered):
        if _overlap(first, second):
            draft = next(draft for draft in rows.drafts if draft.row == row)
            values = {"name": draft.name, "other_row": str(first_row), "until": _day_before(second)}
            yield Problem("postings-overlap", _field_place(draft, "start", desk), str(second.start or ""), values)
    for old in kept:
        clash = next(((posting, row) for posting, row in ordered if _overlap(old, posting)), None)
        if clash is not None:
            posting, row = clash
            draft = next(draft for draft in rows.drafts if draft.row == row)
            values = {
                "name": draft.name,
                "division": old.division,
                "post": old.post or old.category,
                "start": str(old.start or "（未写起日）"),
                "end": str(old.end or "（未写止日）"),
            }
            source = _field_place(draft, "start", desk)
            yield Problem("posting-overlaps-book", source, str(posting.start or ""), values, question=True)


def _disagreements(rows: _Rows) -> Iterator[Problem]:
    for field, label in _MUST_AGREE.items():
        told = [draft for draft in rows.drafts if getattr(draft, field)]
        for draft in told[1:]:
            value, first = str(getattr(draft, field)), str(getattr(told[0], field))
            if plain(value) != plain(first):
                values = {"staff_no": rows.staff_no, "field": label, "first": first, "row": str(told[0].row)}
                yield Problem("roster-rows-disagree", draft.sources.get(field) or _place(draft), value, values)


def _renamed(rows: _Rows, desk: Desk) -> Iterator[Problem]:
    """Another name under a known number is a changed name or a wrong number: the clerk knows, we do not."""
    draft = rows.drafts[0]
    if rows.person is None or desk.replace or plain(draft.name) == plain(rows.person.name):
        return
    values = {"staff_no": rows.staff_no, "book_name": rows.person.name}
    yield Problem("person-renamed", draft.sources.get("name") or _place(draft), draft.name, values, question=True)


def _lost_zeros(reading: SheetReading, desk: Desk) -> Iterator[Problem]:
    """A new number that is a known person's without its zeros, under the same name: hardly a new person."""
    directory, people = desk.holdings.directory, desk.holdings.all_of(Person)
    for draft in reading.records:
        if not isinstance(draft, RosterDraft) or directory.spelled(draft.staff_no):
            continue
        near = [
            number
            for number in directory.without_zeros(draft.staff_no)
            if name_key(people[number,].name) == name_key(draft.name)
        ]
        if near and not directory.answered(draft.staff_no, _place(draft)):
            values = {"name": draft.name, "candidates": "、".join(near), "numbers": "\n".join([*near, draft.staff_no])}
            yield Problem("roster-number-near", _place(draft), draft.staff_no, values, question=True)


def _identity_twice(differences: list[Difference], holdings: Holdings) -> Iterator[Problem]:
    owners = {plain(each.id_number): each for each in holdings.all_of(Person).values() if each.id_number}
    for difference in differences:
        person = difference.new
        if not isinstance(person, Person) or not person.id_number:
            continue
        owner = owners.setdefault(plain(person.id_number), person)
        if owner.staff_no != person.staff_no:
            values = {"staff_no": person.staff_no, "other": f"{owner.name}（工号{owner.staff_no}）"}
            yield Problem("person-identity-taken", person.origin.source, person.id_number, values)


def _count(counts: dict[str, int], rows: _Rows, told: dict[int, Posting], *, own_changed: bool) -> None:
    for posting in told.values():
        old = rows.postings.get(posting.key)
        if old is None:
            counts["added"] += 1
        elif old != posting or own_changed:
            counts["changed"] += 1
        else:
            counts["unchanged"] += 1


def _once(differences: list[Difference]) -> Iterator[Difference]:
    """The same posting told in two rows is written once."""
    seen = set()
    for difference in differences:
        name = (type(difference.new or difference.old), difference.key)
        if name not in seen:
            seen.add(name)
            yield difference


class _Spelling:
    """Divisions and categories as they were first spelled: blanks and widths make no difference."""

    def __init__(self, holdings: Holdings) -> None:
        self._known: dict[tuple[str, str], str] = {}
        for posting in holdings.all_of(Posting).values():
            for field in _SPELLED:
                self.known(field, getattr(posting, field))

    def known(self, field: str, text: str) -> str:
        """The spelling to use."""
        return self._known.setdefault((field, plain(text)), text)


def _span(posting: Posting) -> tuple[date, date]:
    return posting.start or _FIRST, posting.end or _LAST


def _overlap(one: Posting, other: Posting) -> bool:
    (first, until), (second, last) = _span(one), _span(other)
    return first <= last and second <= until


def _day_before(posting: Posting) -> str:
    return str(posting.start - timedelta(days=1)) if posting.start and posting.start > _FIRST else ""


def _place(draft: RosterDraft) -> Source:
    return next(iter(draft.sources.values()), Source())


def _field_place(draft: RosterDraft, field: str, desk: Desk) -> Source:
    place = draft.sources.get(field) or draft.sources.get("staff_no") or _place(draft)
    return place if place.file else place._replace(file=desk.file)
