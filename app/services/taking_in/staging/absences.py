"""离岗: who was away, from when to when."""

from __future__ import annotations

from app.domain.entries import Origin
from app.domain.problems import Problem
from app.domain.roster import Absence
from app.services.taking_in.staging.holdings import Desk
from app.services.taking_in.staging.merging import merged
from app.services.taking_in.staging.records import Outline
from app.sheets.drafts import AbsenceDraft, SheetReading


def stage_absences(reading: SheetReading, desk: Desk) -> Outline:
    """What a 离岗 sheet would change."""
    problems: list[Problem] = []
    told: list[Absence] = []
    for draft in reading.records:
        if not isinstance(draft, AbsenceDraft):
            continue
        match = desk.holdings.directory.match(draft.person, division=reading.division)
        if match.problem is not None:
            problems.append(match.problem)
        if not match.staff_no:
            continue
        if draft.end is not None and draft.end < draft.start:
            values = {"start": str(draft.start), "end": str(draft.end)}
            source = draft.sources.get("end", draft.person.source)
            problems.append(Problem("absence-ends-before-start", source, str(draft.end), values))
            continue
        origin = Origin(draft.sources.get("start", draft.person.source))
        told.append(Absence(match.staff_no, draft.kind, draft.start, draft.end, draft.note, origin=origin))
    return merged(told, desk.holdings.all_of(Absence), problems)
