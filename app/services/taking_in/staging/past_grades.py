"""历年等次: one conclusion a person and year; what this book decided itself is not told from outside."""

from __future__ import annotations

from app.domain.entries import Origin
from app.domain.grades.conclusions import PastGrade
from app.domain.problems import Problem
from app.services.taking_in.staging.holdings import Desk
from app.services.taking_in.staging.merging import merged
from app.services.taking_in.staging.records import Outline
from app.sheets.drafts import PastGradeDraft, SheetReading


def stage_past_grades(reading: SheetReading, desk: Desk) -> Outline:
    """What a 历年等次 sheet would change."""
    problems: list[Problem] = []
    told: list[PastGrade] = []
    for draft in reading.records:
        if not isinstance(draft, PastGradeDraft):
            continue
        match = desk.holdings.directory.match(draft.person, division=reading.division)
        if match.problem is not None:
            problems.append(match.problem)
        if match.staff_no:
            origin = Origin(draft.sources.get("grade", draft.person.source))
            told.append(PastGrade(match.staff_no, draft.year, draft.grade, draft.code, draft.basis, origin))
    return merged(told, desk.holdings.all_of(PastGrade), problems)
