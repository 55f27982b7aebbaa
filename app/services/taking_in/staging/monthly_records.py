"""月纪实: one record a person and month; a column that the sheet does not have leaves its field as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.domain.entries import Origin
from app.domain.monthly_records import MonthlyRecord
from app.domain.numbers import exact, shown
from app.domain.problems import Problem
from app.services.taking_in.staging.holdings import Desk
from app.services.taking_in.staging.merging import merged
from app.services.taking_in.staging.records import Outline
from app.sheets.drafts import MonthlyDraft, SheetReading

BEST = 100
"""The highest mark where no scheme tells another (月度评分满分)."""


def stage_monthly_records(reading: SheetReading, desk: Desk) -> Outline:
    """What a 月纪实 sheet would change. A row that tells nothing where the book has nothing changes nothing."""
    problems: list[Problem] = []
    told: list[MonthlyRecord] = []
    held: dict[tuple[str, ...], MonthlyRecord] = {}
    empty = 0
    for draft in reading.records:
        if not isinstance(draft, MonthlyDraft):
            continue
        match = desk.holdings.directory.match(draft.person, draft.month, reading.division)
        if match.problem is not None:
            problems.append(match.problem)
        if not match.staff_no:
            continue
        held |= desk.holdings.in_year(MonthlyRecord, draft.month.year)
        old = held.get((match.staff_no, draft.month.code))
        record = _record(draft, match.staff_no, old)
        problems += beyond(record, draft, desk)
        if old is None and record.is_empty:
            empty += 1
        else:
            told.append(record)
    outline = merged(told, held, problems)
    return replace(outline, unchanged=outline.unchanged + empty)


def _record(draft: MonthlyDraft, staff_no: str, old: MonthlyRecord | None) -> MonthlyRecord:
    source = draft.sources.get("work") or draft.sources.get("comment") or draft.person.source
    fields = {name: getattr(draft, name) for name in draft.given}
    return replace(old or MonthlyRecord(staff_no, draft.month), origin=Origin(source), **fields)


def beyond(record: MonthlyRecord, draft: MonthlyDraft, desk: Desk) -> Iterator[Problem]:
    """A mark below zero or above 月度评分满分."""
    scheme = desk.holdings.scheme_for(record.month)
    best = BEST if scheme is None else scheme.setting("月度评分满分")
    if record.mark is not None and not 0 <= exact(record.mark) <= best:
        values = {"indicator": "负责人评分", "low": "0", "high": shown(best)}
        source = draft.sources.get("mark", draft.person.source)
        yield Problem("mark-out-of-bounds", source, f"{record.mark:f}", values)
