"""Everybody's conclusions year by year: as this book decided or proposes them, and as 历年等次 tells the years before."""

from __future__ import annotations

from collections import defaultdict

from app.domain.grades.year_grades import YearGrade
from app.domain.periods import Kind, Period
from app.storage.decisions import decisions
from app.storage.evaluations import read_evaluations
from app.storage.past_grades import past_grades
from app.storage.results import read_heads
from app.storage.session import Session

TOLD = "历年等次表"


def year_grades(session: Session, last: int) -> dict[str, dict[int, YearGrade]]:
    """Staff number → year → conclusion, for the years up to ``last``.

    A decision of this book goes before 历年等次, that before a grade that is only proposed.
    """
    found: dict[str, dict[int, YearGrade]] = defaultdict(dict)
    for year in sorted({each.period.year for each in read_evaluations(session) if each.period.kind is Kind.YEAR}):
        if year <= last:
            for staff_no, told in _proposed(session, year).items():
                found[staff_no][year] = told
    for past in past_grades.read(session):
        if past.year <= last:
            source = "，".join(part for part in (TOLD, past.basis) if part)
            found[past.staff_no][past.year] = YearGrade(past.year, past.grade, past.code, source=source)
    for each in read_evaluations(session):
        if each.period.kind is Kind.YEAR and each.period.year <= last:
            for decided in decisions.read(session, period=each.period, issue=each.issue):
                source = "，".join(part for part in (decided.meeting, f"{decided.day or ''}") if part) or "本库评定"
                year = each.period.year
                found[decided.staff_no][year] = YearGrade(year, decided.grade, decided.code, source=source)
    return dict(found)


def _proposed(session: Session, year: int) -> dict[str, YearGrade]:
    heads = read_heads(session, period=Period(year, Kind.YEAR, 1))
    return {
        each.staff_no: YearGrade(year, each.proposed_grade, decided=False, source="建议等次")
        for each in heads
        if each.proposed_grade
    }
