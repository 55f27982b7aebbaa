"""Writes a staged file into the book: what goes first, what belongs to what."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from app.domain.cases import Case
from app.domain.entries import Entry, Origin
from app.domain.grades.conclusions import PastGrade
from app.domain.ledgers import Coverage, Event
from app.domain.monthly_records import MonthlyRecord
from app.domain.problems import Source
from app.domain.ratings import Ballot
from app.domain.roster import Absence, Person, Posting
from app.services.changes import Changes
from app.services.schemes import store_scheme
from app.services.taking_in.staging.records import Difference, StagedWorkbook
from app.storage.cases import cases
from app.storage.entries import entries
from app.storage.layouts import layout_uses, layouts
from app.storage.ledgers import coverage, events
from app.storage.monthly_records import monthly_records
from app.storage.nouns import Noun
from app.storage.packages import LowerCourt, Package, lower_courts, packages
from app.storage.past_grades import past_grades
from app.storage.ratings import ballots
from app.storage.roster import absences, people, postings
from app.storage.session import Session

_NOUNS: dict[type, Noun[Any]] = {
    Person: people,
    Posting: postings,
    Absence: absences,
    Case: cases,
    Event: events,
    Coverage: coverage,
    Entry: entries,
    Ballot: ballots,
    MonthlyRecord: monthly_records,
    PastGrade: past_grades,
    LowerCourt: lower_courts,
    Package: packages,
}
"""In the order of writing: a person before what belongs to one; removed the other way round."""

_PEOPLE = (Person, Posting, Absence)


def write_workbook(session: Session, workbook: StagedWorkbook, batch: str) -> None:
    """Everything that the file changes, in one go."""
    for outline in workbook.outlines:
        if outline.scheme is not None:
            store_scheme(session, outline.scheme, batch)
        if outline.layout is not None:
            layouts.write(session, [outline.layout], batch)
            use = outline.layout.used(session.stamp.at, Origin(Source(workbook.file)))
            layout_uses.write(session, [use], batch)
    by_noun: defaultdict[type, list[Difference]] = defaultdict(list)
    for difference in workbook.differences:
        by_noun[type(difference.new or difference.old)].append(difference)
    for kind in reversed(_NOUNS):
        gone = [each.key for each in by_noun[kind] if each.new is None]
        _NOUNS[kind].remove(session, gone)
    for kind, noun in _NOUNS.items():
        # Later sheets of the file win: they were staged upon the earlier ones.
        told = {each.key: each.new for each in by_noun[kind] if each.new is not None}
        noun.write(session, told.values(), batch)


def changes_of(workbook: StagedWorkbook) -> Changes:
    """What kinds of things the file changes."""
    kinds = {type(each.new or each.old) for each in workbook.differences}
    return Changes(
        people=any(kind in kinds for kind in _PEOPLE),
        schemes=any(outline.scheme is not None for outline in workbook.outlines),
        entries=any(kind not in _PEOPLE for kind in kinds),
    )
