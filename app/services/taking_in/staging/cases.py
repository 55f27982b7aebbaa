"""案件: the list of closed cases of a period; people in their roles by number or name."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.cases import Case
from app.domain.entries import Origin
from app.domain.problems import Problem, Source
from app.services.taking_in.staging.coverage import coverage_told, others_in_period
from app.services.taking_in.staging.holdings import Desk
from app.services.taking_in.staging.merging import merged
from app.services.taking_in.staging.records import Outline
from app.sheets.drafts import CaseDraft, SheetReading

CASE_LIST = ""
"""The ledger name under which coverage speaks of the case list."""


def stage_cases(reading: SheetReading, desk: Desk) -> Outline:
    """What a 案件 sheet would change; the period that it is taken in for is looked at from now on."""
    problems: list[Problem] = []
    told: list[Case] = []
    for draft in reading.records:
        if isinstance(draft, CaseDraft):
            case, wrong = _case(draft, reading, desk)
            problems += wrong
            told.append(case)
    years = {case.closed.year for case in told}
    held = {key: case for year in years for key, case in desk.holdings.in_year(Case, year).items()}
    elsewhere = desk.holdings.cases_numbered({case.number for case in told})
    problems += _moved(told, elsewhere, reading, desk)
    gone: list[Case] = []
    if reading.period is not None:
        in_period = [
            case
            for case in desk.holdings.in_year(Case, reading.period.year).values()
            if reading.period.has_day(case.closed)
        ]
        gone, warnings = others_in_period(told, in_period, reading, desk, CASE_LIST)
        problems += warnings
    # Where rows could not be read, nobody knows yet whether there are cases.
    is_sound = all(problem.warning for problem in reading.problems)
    if not reading.records and reading.period is not None and is_sound:
        source = Source(desk.file, reading.sheet)
        problems.append(Problem("cases-none", source, values={"period": reading.period.title}, warning=True))
    beside, looked = coverage_told(reading, desk)
    problems += looked
    return merged(told, held | elsewhere, problems, gone=gone, beside=beside)


def _case(draft: CaseDraft, reading: SheetReading, desk: Desk) -> tuple[Case, list[Problem]]:
    problems: list[Problem] = []
    division = draft.fields.get("部门", "") or reading.division
    roles: dict[str, tuple[str, ...]] = {}
    for role, people in draft.roles.items():
        matches = [desk.holdings.directory.match_case_word(each, reading.period, division) for each in people]
        problems += [match.problem for match in matches if match.problem is not None]
        if found := tuple(dict.fromkeys(match.staff_no for match in matches if match.staff_no)):
            roles[role] = found
    if draft.own_factor is not None and not draft.own_reason:
        source = draft.sources.get("own_factor", draft.sources["number"])
        problems.append(Problem("case-factor-without-reason", source, f"{draft.own_factor:f}"))
    case = Case(
        draft.number,
        draft.closed,
        roles,
        draft.fields,
        draft.filed,
        draft.own_factor,
        draft.own_reason,
        origin=Origin(draft.sources["number"]),
    )
    return case, problems


def _moved(
    told: list[Case], elsewhere: dict[tuple[str, ...], Case], reading: SheetReading, desk: Desk
) -> Iterator[Problem]:
    """A case that the book has closed in another period would leave it: that period's figures would change."""
    for case in told:
        old = elsewhere.get(case.key)
        if old is None or desk.replace or reading.period is None or reading.period.has_day(old.closed):
            continue
        values = {"number": case.number, "closed": str(old.closed)}
        yield Problem("case-closed-elsewhere", case.origin.source, case.number, values, question=True)
