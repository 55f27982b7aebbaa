"""数据: values of data items. An empty cell over a value is a change to 未填 (contract, section 4.1, 10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.domain.entries import Entry, Origin, State
from app.domain.problems import Problem
from app.services.taking_in.staging.checks import Checks
from app.services.taking_in.staging.comparisons import pointed_out
from app.services.taking_in.staging.entry_columns import stage_columns
from app.services.taking_in.staging.holdings import Desk
from app.services.taking_in.staging.merging import merged
from app.services.taking_in.staging.records import Outline
from app.sheets.drafts import EntryDraft, SheetReading


def stage_entries(reading: SheetReading, desk: Desk) -> Outline:
    """What a 数据 sheet would change. An empty cell where the book has nothing changes nothing."""
    if (outline := stage_columns(reading, desk)) is not None:
        return outline
    problems: list[Problem] = []
    told: list[Entry] = []
    empty = 0
    held: dict[tuple[str, ...], Entry] = {}
    checks = Checks(desk.holdings)
    for draft in _drafts(reading):
        match = desk.holdings.directory.match(draft.person, draft.period, reading.division)
        if match.problem is not None:
            problems.append(match.problem)
        if not match.staff_no:
            continue
        held = held or desk.holdings.in_year(Entry, draft.period.year)
        entry = checks.spelled(_entry(draft, match.staff_no))
        old = desk.holdings.in_year(Entry, draft.period.year).get(entry.key)
        if entry.state is State.EMPTY and (old is None or old.state is State.EMPTY):
            empty += 1
            continue
        problems += checks.entry(entry)
        told.append(entry if entry.note or old is None else replace(entry, note=old.note))
    held = {
        key: each
        for year in {each.period.year for each in told}
        for key, each in desk.holdings.in_year(Entry, year).items()
    }
    problems += pointed_out(told, desk.holdings, desk.holdings.item_names(reading.period))
    outline = merged(told, held, _each_once(problems))
    return replace(outline, unchanged=outline.unchanged + empty)


def _drafts(reading: SheetReading) -> Iterator[EntryDraft]:
    return (draft for draft in reading.records if isinstance(draft, EntryDraft))


def _entry(draft: EntryDraft, staff_no: str) -> Entry:
    source = draft.sources.get("number") or draft.sources.get("value") or draft.person.source
    return Entry(
        staff_no, draft.item, draft.period, draft.state, draft.number, draft.word, draft.note, origin=Origin(source)
    )


def _each_once(problems: list[Problem]) -> list[Problem]:
    """A person whom nobody knows is told once a row, not once a column."""
    seen: set[tuple[str, object, str]] = set()
    kept = []
    for problem in problems:
        name = (problem.code, problem.source, problem.value)
        if name not in seen:
            seen.add(name)
            kept.append(problem)
    return kept
