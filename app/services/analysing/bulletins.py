"""通报 of a period, made from what is stored: nothing is scored here, and nothing is written into the book."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from app.domain.analysis.bulletin import (
    Bulletin,
    Graded,
    NamedList,
    PartyEvent,
    PartyLine,
    PartyPart,
    mean_of,
    set_parts,
)
from app.domain.analysis.bulletin_lists import Outcomes, named_lists
from app.domain.analysis.masking import masked_names
from app.domain.explanation import Node
from app.domain.facts import Facts, PersonResult
from app.domain.grades.grading import OUTSIDE
from app.domain.ledgers import Event
from app.domain.periods import Kind, Period
from app.domain.problems import AppError, Forbidden
from app.domain.schemes import Scheme
from app.domain.words import plain
from app.reports.bulletin import write_bulletin, write_bulletin_document
from app.services.analysing.bulletin_documents import bulletin_document
from app.services.analysing.bulletin_sheets import write_bulletin_sheets
from app.services.schemes import scheme_numbered
from app.services.scoring.computing import decided_grades
from app.storage.closing import issue_seal
from app.storage.database import Database
from app.storage.evaluations import SavedEvaluation, read_evaluation, read_results
from app.storage.facts import read_facts
from app.storage.results import read_heads
from app.storage.session import Session
from app.storage.settings import read_court
from app.storage.staleness import is_stale

__all__ = ["Bulletin", "bulletin", "bulletin_document", "hidden", "save_bulletin"]

NO_GRADE = "—"
PARTY = "党建单列"
"""The setting that names what is told as an item of its own."""


def bulletin(book: Database, period: Period, *, masked: bool = False) -> Bulletin:
    """The bulletin of the newest issue. ``masked``: for outside the court. Raises Forbidden("not-computed")."""
    with book.reading() as session:
        saved = read_evaluation(session, period)
        if saved is None:
            raise Forbidden("not-computed", period=period.title, written=period.code)
        scheme = scheme_numbered(session, saved.scheme).scheme
        results = read_results(session, period)
        facts = read_facts(session, period.year)
        decided = decided_grades(session, period)
        before = {head.staff_no: head.total for head in read_heads(session, period=period.previous())}
        made = _head(session, saved)
    graded = Graded(decided, _inner_grades(period, facts))
    grades = {each.staff_no: decided.get(each.staff_no, "") or each.proposed_grade for each in results}
    outcomes = Outcomes({each.staff_no: each for each in results}, grades, before)
    made = replace(
        made,
        sets=set_parts(scheme, results, graded),
        lists=named_lists(scheme, period, facts, results, outcomes),
        has_list_rules=any(each.counts_in(period.kind) for each in scheme.lists),
        party=_party(scheme, period, facts, results),
        grade_words=_grade_words(scheme, period),
        undecided=sum(1 for each in results if each.proposed_grade and each.staff_no not in decided),
    )
    return hidden(made) if masked else made


def save_bulletin(book: Database, period: Period, path: Path, *, masked: bool = False) -> Bulletin:
    """Write the bulletin as .pdf, .xlsx or .docx, told by the file's name. Raises AppError: other name, not writable."""
    path = Path(path)
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise AppError("bulletin-file-kind", 2, file=path.name, kinds="、".join(_WRITERS))
    made = bulletin(book, period, masked=masked)
    write(path, made)
    return made


def hidden(told: Bulletin) -> Bulletin:
    """The bulletin with masked names, without staff numbers and ledger events."""
    masks = masked_names({line.staff_no: line.name for line in told.lines})
    sets = tuple(
        replace(part, lines=tuple(line._replace(staff_no="", name=masks[line.staff_no]) for line in part.lines))
        for part in told.sets
    )
    lists = tuple(
        NamedList(
            each.name,
            tuple(person._replace(staff_no="", name=masks[person.staff_no]) for person in each.people),
            each.unclear,
        )
        for each in told.lists
    )
    party = None if told.party is None else told.party._replace(events=())
    return replace(told, sets=sets, lists=lists, party=party, masked=True)


def _head(session: Session, saved: SavedEvaluation) -> Bulletin:
    seal = issue_seal(session, saved.period, saved.issue)
    return Bulletin(
        court=read_court(session).name,
        period=saved.period,
        issue=saved.issue,
        seal=seal.digest if seal else "",
        scheme=saved.scheme_name,
        scheme_version=saved.scheme_version,
        computed_on=datetime.fromisoformat(saved.computed_at).astimezone().date(),
        made_on=date.today(),
        stale=is_stale(session, saved),
        sets=(),
        lists=(),
        has_list_rules=False,
        party=None,
        undecided=0,
    )


def _grade_words(scheme: Scheme, period: Period) -> tuple[str, ...]:
    """The grades of that kind of period, best first, then the two outcomes that are no grade."""
    told = (row.grade for row in scheme.grades if row.kind is period.kind)
    return tuple(dict.fromkeys((*told, *OUTSIDE)))


def _inner_grades(period: Period, facts: Facts) -> dict[str, tuple[str, ...]]:
    """Of a half-year or year: each person's grades of its quarters, in order; empty where no quarter has grades."""
    if period.kind <= Kind.QUARTER:
        return {}
    quarters = [facts.inner.get(each, {}) for each in period.inner(Kind.QUARTER)]
    people = {staff_no for quarter in quarters for staff_no, told in quarter.items() if told.grade}
    return {
        staff_no: tuple(
            quarter[staff_no].grade or NO_GRADE if staff_no in quarter else NO_GRADE for quarter in quarters
        )
        for staff_no in people
    }


def _party(scheme: Scheme, period: Period, facts: Facts, results: Sequence[PersonResult]) -> PartyPart | None:
    """The item of its own; None where the scheme names none, or neither an indicator nor a ledger is called so."""
    words = [word for word in str(scheme.setting(PARTY) or "").split("、") if word]
    scores = _party_scores(words, results)
    divisions = {each.staff_no: each.division for each in results}
    events = [each for each in _events(words, scheme, period, facts.events) if each.staff_no in divisions]
    if not scores and not events:
        return None
    lines = tuple(
        PartyLine(
            division,
            sum(1 for each in results if each.division == division),
            sum(1 for each in events if divisions[each.staff_no] == division),
            mean_of((score for staff_no, score in scores.items() if divisions[staff_no] == division), scheme.places),
        )
        for division in sorted(set(divisions.values()))
    )
    names = {each.staff_no: each.name for each in results}
    told = tuple(
        PartyEvent(each.day, each.staff_no, names[each.staff_no], divisions[each.staff_no], each.subject, each.points)
        for each in events
    )
    return PartyPart("、".join(words), lines, told)


def _party_scores(words: Collection[str], results: Iterable[PersonResult]) -> dict[str, Decimal]:
    """What each person's indicators of that name come to; the uppermost one counts, not its parts too."""
    scores: dict[str, Decimal] = {}
    for result in results:
        found = [each.score for each in _uppermost(words, result) if each.score is not None]
        if found:
            scores[result.staff_no] = sum(found, Decimal(0))
    return scores


def _uppermost(words: Collection[str], result: PersonResult) -> Iterable[Node]:
    waiting = list(result.tree.children)
    while waiting:
        node = waiting.pop()
        if any(plain(word) in plain(node.label) for word in words):
            yield node
        else:
            waiting += node.children


def _events(words: Collection[str], scheme: Scheme, period: Period, events: Iterable[Event]) -> list[Event]:
    """The events in effect of the ledgers of that name, in order of time."""
    found = (
        each
        for each in events
        if period.has_day(each.day)
        and (each.confirmed or not scheme.confirms_events)
        and any(plain(word) in plain(each.ledger) for word in words)
    )
    return sorted(found, key=lambda each: (each.day, each.key))


_WRITERS = {".pdf": write_bulletin, ".xlsx": write_bulletin_sheets, ".docx": write_bulletin_document}
