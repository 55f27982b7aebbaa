"""How far a period is (采集 → 核算 → 评定 → 公示 → 办结), and everything that stands against the next step.

Read from the records each time: a stage is never stored, so it cannot say anything else than they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from app.domain.closing import Publication, Seal, Stage, public_days
from app.domain.grades.deciding import quota_excesses, without_new_reason
from app.domain.grades.decisions import Decision
from app.domain.periods import Kind, Period
from app.domain.problems import Problem
from app.domain.schemes import Scheme
from app.domain.workdays import Workdays, calendar
from app.messages import sentence
from app.services.deciding.grading import Basis, basis_of
from app.services.records.ledgers import waiting_events
from app.storage.closing import issue_seal, notices, publication_of, sealed_periods
from app.storage.database import Database
from app.storage.decisions import decisions
from app.storage.evaluations import SavedEvaluation, read_evaluation, read_evaluations
from app.storage.objections import open_objections
from app.storage.sealing import shown_digest
from app.storage.session import Session
from app.storage.staleness import is_stale

PEOPLE_TOLD = 10


class Obstacle(NamedTuple):
    """What stands against a stage."""

    stage: Stage
    problem: Problem


class PeriodStanding(NamedTuple):
    """Where a period is. ``stages`` are those that it goes through; ``next`` is None once it is closed; ``hints`` stop nothing."""

    period: Period
    issue: int
    stages: tuple[Stage, ...]
    stage: Stage
    next: Stage | None
    obstacles: tuple[Obstacle, ...]
    seal: Seal | None
    publication: Publication | None
    people: int = 0
    decided: int = 0
    hints: tuple[Problem, ...] = ()

    @property
    def missing(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being closed."""
        return tuple(each.problem for each in self.obstacles)


def standing(book: Database, period: Period, *, today: date | None = None) -> PeriodStanding:
    """Where a period is, as of a day (today unless told)."""
    with book.reading() as session:
        return standing_in(session, period, today or date.today())


def standing_in(session: Session, period: Period, today: date) -> PeriodStanding:
    """The same inside a session."""
    saved = read_evaluation(session, period)
    if saved is None:
        obstacle = Obstacle(Stage.COMPUTED, _problem("missing-computed", period))
        stages: tuple[Stage, ...] = (Stage.GATHERING, Stage.COMPUTED, Stage.DECIDED, Stage.CLOSED)
        nothing = PeriodStanding(period, 0, stages, Stage.GATHERING, Stage.COMPUTED, (obstacle,), None, None)
        return nothing._replace(hints=tuple(_waiting_hints(session, period)))
    basis = basis_of(session, period)
    told = decisions.read(session, period=period, issue=saved.issue)
    seal = issue_seal(session, period, saved.issue)
    stages = _stages(basis.scheme, period)
    obstacles = () if seal else tuple(_obstacles(session, basis, told, today))
    stage = Stage.CLOSED if seal else _reached(stages, obstacles)
    later = stages[stages.index(stage) + 1 :]
    publication = publication_of(session, period, saved.issue)
    return PeriodStanding(
        period,
        saved.issue,
        stages,
        stage,
        later[0] if later else None,
        obstacles,
        seal,
        publication,
        len(basis.results),
        len(told),
        () if seal else tuple(_hints(session, basis.scheme, period, publication)),
    )


def _hints(session: Session, scheme: Scheme, period: Period, publication: Publication | None) -> Iterator[Problem]:
    """What is to be known before closing and stops nothing."""
    yield from _waiting_hints(session, period)
    if publication is not None and not publication.withdrawn:
        years = workdays_of(scheme).unknown_years(publication.start, publication.until)
        if years:
            yield _hint("holidays-unknown", period, years="、".join(map(str, years)))


def _waiting_hints(session: Session, period: Period) -> Iterator[Problem]:
    """Ledger events of the period that count nothing because no second person has confirmed them (台账确认)."""
    waiting = waiting_events(session, period)
    if waiting:
        yield _hint("events-waiting", period, count=str(len(waiting)))


def _stages(scheme: Scheme, period: Period) -> tuple[Stage, ...]:
    """评定 is a stage where sheet 等次 has rows for that kind of period, 公示 where the scheme gives 公示天数 for it."""
    left_out = set()
    if not any(row.kind is period.kind for row in scheme.grades):
        left_out.add(Stage.DECIDED)
    if not public_days(scheme, period.kind):
        left_out.add(Stage.PUBLIC)
    return tuple(stage for stage in Stage if stage not in left_out)


def _reached(stages: tuple[Stage, ...], obstacles: Iterable[Obstacle]) -> Stage:
    """The stage before the first one that something stands against."""
    barred = {each.stage for each in obstacles}
    first = next((number for number, stage in enumerate(stages) if stage in barred), len(stages) - 1)
    return stages[first - 1]


def _obstacles(session: Session, basis: Basis, told: tuple[Decision, ...], today: date) -> Iterator[Obstacle]:
    period = basis.saved.period
    if is_stale(session, basis.saved):
        yield Obstacle(Stage.COMPUTED, _problem("missing-fresh", period))
    for problem in decision_obstacles(basis, told):
        yield Obstacle(Stage.DECIDED, problem)
    if public_days(basis.scheme, period.kind):
        yield from _publication_obstacles(session, basis, today)
    for problem in _closing_obstacles(session, basis, told):
        yield Obstacle(Stage.CLOSED, problem)


def decision_obstacles(basis: Basis, told: tuple[Decision, ...]) -> Iterator[Problem]:
    """Who is undecided, whose decision a later computing has overtaken, and which quota is exceeded without approval."""
    period = basis.saved.period
    with_grades = {row.pool for row in basis.scheme.grades if row.kind is period.kind}
    decided = {each.staff_no: each.grade for each in told}
    lacking = [each.staff_no for each in basis.results if each.pool in with_grades and each.staff_no not in decided]
    if lacking:
        yield _problem("missing-decisions", period, **_counted(lacking))
    if not decided:
        return
    proposal = basis.propose(decided)
    overtaken = without_new_reason(told, {each.staff_no: each for each in proposal.persons})
    if overtaken:
        yield _problem("missing-reasons", period, **_counted(overtaken))
    for excess in quota_excesses(basis.scheme, proposal, told):
        values = {"pool": excess.pool, "grade": excess.grade, "limit": f"{excess.limit}", "count": f"{excess.given}"}
        yield _problem("missing-approval", period, **values)


def _publication_obstacles(session: Session, basis: Basis, today: date) -> Iterator[Obstacle]:
    period = basis.saved.period
    days = public_days(basis.scheme, period.kind)
    told = publication_of(session, period, basis.saved.issue)
    if told is None:
        yield Obstacle(Stage.PUBLIC, _problem("missing-publication", period, days=str(days)))
        return
    if told.withdrawn:
        yield Obstacle(Stage.PUBLIC, _problem("missing-publication-withdrawn", period, reason=told.withdrawn))
        return
    workdays = workdays_of(basis.scheme)
    found = workdays.between(told.start, told.until)
    if found < days:
        values = {"start": str(told.start), "until": str(told.until), "told": str(found), "days": str(days)}
        needed = last_public_day(workdays, told.start, days)
        yield Obstacle(Stage.PUBLIC, _problem("missing-publication-short", period, needed=str(needed), **values))
    if told.shown != shown_digest(session, period, basis.saved.issue):
        yield Obstacle(Stage.PUBLIC, _problem("missing-publication-changed", period))
    if today <= told.until:
        yield Obstacle(Stage.CLOSED, _problem("missing-publication-running", period, until=str(told.until)))


def workdays_of(scheme: Scheme) -> Workdays:
    """The calendar: the published holidays, and the court's own days of sheet 方案 (节假日, 调休上班日)."""
    return calendar(scheme.setting("节假日"), scheme.setting("调休上班日"))


def last_public_day(workdays: Workdays, start: date, days: int) -> date:
    """The last day of a publication of so many working days, the first day counted if it is one."""
    return workdays.after(start, days - 1 if workdays.is_workday(start) else days)


def _closing_obstacles(session: Session, basis: Basis, told: tuple[Decision, ...]) -> Iterator[Problem]:
    period = basis.saved.period
    closed = sealed_periods(session)
    for inner in sorted(_inner_periods(session, basis.scheme, basis.saved) - closed.keys()):
        yield _problem("missing-inner", inner, inner=inner.title)
    if basis.scheme.setting("通知签收"):
        signed = {each.staff_no for each in notices.read(session, period=period, issue=basis.saved.issue)}
        unsigned = [each.staff_no for each in told if each.staff_no not in signed]
        if unsigned:
            yield _problem("missing-notices", period, **_counted(unsigned))
    waiting = open_objections(session, period)
    if waiting:
        numbers = "、".join(str(each.number) for each in waiting)
        yield _problem("missing-answers", period, count=str(len(waiting)), numbers=numbers)


def _inner_periods(session: Session, scheme: Scheme, saved: SavedEvaluation) -> set[Period]:
    """All that the period's total is made of, and whatever else inside it was computed (contract, section 4.1, 12)."""
    kinds: set[Kind] = {each.inner for each in scheme.composition(saved.period.kind) if each.inner is not None}
    inner = {each for kind in kinds for each in saved.period.inner(kind)}
    computed = {each.period for each in read_evaluations(session) if saved.period.contains(each.period)}
    return (inner | computed) - {saved.period}


def _counted(staff: Iterable[str]) -> dict[str, str]:
    """How many people, and the first of them."""
    every = tuple(staff)
    more = f" 等{len(every)}人" if len(every) > PEOPLE_TOLD else ""
    return {"count": str(len(every)), "people": "、".join(every[:PEOPLE_TOLD]) + more}


def _problem(code: str, period: Period, **values: str) -> Problem:
    return Problem(code, value=period.code, values={"period": period.title, "written": period.code, **values})


def _hint(code: str, period: Period, **values: str) -> Problem:
    return replace(_problem(code, period, **values), warning=True)


def standing_document(told: PeriodStanding) -> dict[str, Any]:
    """Where a period is, as JSON values."""
    public = told.publication
    return {
        "period": told.period.code,
        "issue": told.issue or None,
        "stages": [stage.value for stage in told.stages],
        "stage": told.stage.value,
        "next": told.next.value if told.next else None,
        "people": told.people,
        "decided": told.decided,
        "sealed": told.seal is not None,
        "seal": told.seal.digest if told.seal else None,
        "sealed_at": told.seal.origin.at if told.seal else None,
        "publication": None
        if public is None
        else {
            "from": str(public.start),
            "until": str(public.until),
            "scope": public.scope,
            "withdrawn": public.withdrawn or None,
        },
        "missing": [{"stage": each.stage.value, **problem_document(each.problem)} for each in told.obstacles],
        "hints": [problem_document(each) for each in told.hints],
    }


def problem_document(problem: Problem) -> dict[str, str]:
    """A problem with its sentence, as JSON values."""
    message = sentence(problem.code, {"value": problem.value, **problem.values})
    return {"code": problem.code, "value": problem.value, "message": message.text, "remedy": message.remedy}
