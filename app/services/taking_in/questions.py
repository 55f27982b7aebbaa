"""What an import asks of the clerk, with the answers among which to choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from app.domain.layouts import IGNORED
from app.domain.roster import Person, Posting
from app.domain.schemes import TYPED_IN, ItemKind, Scheme
from app.services.schemes import applicable, scheme_versions
from app.services.taking_in.imports import Answers
from app.services.taking_in.staging.records import Fault, StagedSheet, Staging
from app.sheets.drafts import ENTRIES, RATINGS
from app.sheets.tables.vocabulary import VOCABULARIES, WIDE
from app.storage.database import Database
from app.storage.roster import people, postings

COLUMN, NAME, PERSON = "column", "name", "person"
_COLUMNS = frozenset(("unknown-column", "column-twice-which", "figures-without-header"))
_NAMES = frozenset(("ledger-near", "division-unknown", "title-of-other-figures"))
"""What is asked about a name in the cells: which of those that the scheme or the roster knows is meant."""


class Choice(NamedTuple):
    """One answer: what is kept, and how it is shown."""

    answer: str
    label: str


class Question(NamedTuple):
    """One question. ``about``: a COLUMN, the NAME of a division or a ledger (both are answered among the columns), or a
    PERSON; ``key`` is its place among the Answers.
    """  # fmt: skip

    about: str
    key: str
    fault: Fault
    choices: tuple[Choice, ...]


def questions(book: Database, staging: Staging) -> tuple[Question, ...]:
    """Every question of a staging that an answer can settle, in the order of the sheets."""
    asked = [(sheet, fault) for sheet in staging.files for fault in sheet.faults if fault.question]
    if not asked:
        return ()
    with book.reading() as session:
        versions = scheme_versions(session)
        labels = _labels(people.read(session), postings.read(session))
    found: list[Question] = []
    for sheet, fault in asked:
        version = applicable(versions, sheet.period)
        question = _question(sheet, fault, version.scheme if version else None, labels)
        if question is not None:
            found.append(question)
    return tuple(found)


def answered(before: Answers, told: Mapping[Question, str]) -> Answers:
    """The answers so far with those to these questions; an empty one is none."""
    columns, persons = dict(before.columns), dict(before.people)
    for question, answer in told.items():
        if answer:
            (persons if question.about == PERSON else columns)[question.key] = answer
    return Answers(columns, persons)


def is_answerable(fault: Fault) -> bool:
    """Whether choosing an answer settles it; other questions are settled by --replace or in the sheet."""
    return fault.code in {*_COLUMNS, "rating-item-unclear", "more-alike", *_NAMES} or bool(fault.choices)


def _question(sheet: StagedSheet, fault: Fault, scheme: Scheme | None, labels: Mapping[str, str]) -> Question | None:
    if fault.code in _COLUMNS:
        return Question(COLUMN, f"{sheet.file}!{fault.value}", fault, tuple(column_choices(scheme)))
    if fault.code == "rating-item-unclear":
        items = [item for item in scheme.items if item.kind is ItemKind.RATING] if scheme else []
        choices = tuple(Choice(item.name, item.name) for item in items)
        return Question(COLUMN, f"{sheet.file}!{RATINGS}", fault, choices)
    if fault.code in _NAMES:
        return Question(NAME, f"{sheet.file}!{fault.value}", fault, tuple(map(_name_choice, fault.names)))
    if fault.choices:
        choices = tuple(Choice(number, labels.get(number, f"{number}（新的人）")) for number in fault.choices)
        return Question(PERSON, f"{sheet.file}!{fault.sheet}!{fault.cell}", fault, choices)
    return None


def _name_choice(name: str) -> Choice:
    return Choice(name, "不按部门认人，只看姓名" if name == IGNORED else name)


def column_choices(scheme: Scheme | None, kind: str = ENTRIES) -> Iterator[Choice]:
    """忽略 first, as most unknown columns are none of ours; then, for 数据, the data items; then the kind's columns."""
    yield Choice(IGNORED, "忽略这一列，以后也不读")
    for item in scheme.items if scheme and kind == ENTRIES else ():
        if item.kind in TYPED_IN:
            yield Choice(item.name, f"数据项：{item.name}")
    for vocabulary in (WIDE,) if kind == ENTRIES else VOCABULARIES:
        for column in dict.fromkeys(vocabulary.columns.values()) if vocabulary.kind == kind else ():
            if column not in vocabulary.ignored:
                yield Choice(column, f"列：{column}")


def _labels(everybody: Iterable[Person], placed: Iterable[Posting]) -> dict[str, str]:
    divisions: dict[str, dict[str, None]] = {}
    ends: dict[str, list[str]] = {}
    for posting in placed:
        divisions.setdefault(posting.staff_no, {})[posting.division] = None
        ends.setdefault(posting.staff_no, []).append(posting.end.isoformat() if posting.end else "")
    return {
        person.staff_no: "　".join(
            (
                person.name,
                f"工号{person.staff_no}",
                "、".join(divisions.get(person.staff_no, {})) or "无任职",
                _presence(ends, person),
            )
        )
        for person in everybody
    }


def _presence(ends: Mapping[str, list[str]], person: Person) -> str:
    told = ends.get(person.staff_no, [])
    return f"{max(told)}离任" if told and all(told) else "在岗" if told else ""
