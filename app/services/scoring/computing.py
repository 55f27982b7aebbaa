"""Computing a period: what the book tells → the engine → proposed grades → kept as a whole, or not at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from app.domain.facts import Evaluation, Facts, Status
from app.domain.grades.grading import propose
from app.domain.periods import Kind, Period
from app.domain.problems import AppError, Problem
from app.domain.schemes import Scheme
from app.domain.scoring import evaluate
from app.messages import sentence
from app.services.changes import Changes
from app.services.progress import Report, unheard
from app.services.schemes import SchemeVersion, scheme_of
from app.services.sealed import refuse_if_sealed
from app.storage.database import Database
from app.storage.decisions import decisions
from app.storage.evaluations import newest_issue, save_evaluation
from app.storage.facts import read_facts
from app.storage.session import Session
from app.storage.steps import latest_step

_STEPS = 4


@dataclass(frozen=True, slots=True)
class Computed:
    """What computing a period came to: how many people, how far each came, and what should be looked at."""

    period: Period
    scheme: str
    scheme_version: str
    people: int
    complete: int
    incomplete: int
    not_evaluated: int
    undetermined: int
    warnings: tuple[Problem, ...]
    changes: Changes


def compute(book: Database, period: Period, *, report: Report | None = None) -> Computed:
    """Compute all scores of a period and keep them in place of earlier ones of the same issue.

    Raises AppError: no scheme, nobody in post, figures that depend on themselves; Forbidden where the period is sealed.
    """
    tell = report or unheard
    tell(0, _STEPS, f"读取{period.title}的数据")
    with book.reading() as session:
        refuse_if_sealed(session, period)
        version = scheme_of(session, period)
        facts = read_facts(session, period.year)
        decided = decided_grades(session, period)
        step = latest_step(session)
    tell(1, _STEPS, f"计算{period.title}的得分")
    evaluation = with_proposals(version.scheme, evaluate(version.scheme, period, facts), facts, decided)
    if not evaluation.results:
        raise AppError("nobody-in-period", period=period.title)
    evaluation = replace(evaluation, warnings=(*_scheme_warnings(version, period), *evaluation.warnings))
    tell(2, _STEPS, f"保存{period.title}的得分")
    with book.transaction(f"计算{period.title}", kind="compute") as session:
        save_evaluation(
            session,
            evaluation,
            scheme=version.number,
            inputs_step=step,
            inner_kinds=_inner_kinds(version.scheme, period.kind),
        )
    tell(_STEPS, _STEPS, "")
    return _computed(evaluation)


def decided_grades(session: Session, period: Period, issue: int | None = None) -> dict[str, str]:
    """The grades that people decided in an issue of a period (the newest unless told), by staff number."""
    number = newest_issue(session, period) if issue is None else issue
    if number is None:
        return {}
    return {each.staff_no: each.grade for each in decisions.read(session, period=period, issue=number)}


def with_proposals(scheme: Scheme, evaluation: Evaluation, facts: Facts, decided: dict[str, str]) -> Evaluation:
    """The evaluation with everybody's proposed grade."""
    proposal = propose(scheme, evaluation.period, facts, evaluation.results, decided)
    grades = {person.staff_no: person.proposed_grade for person in proposal.persons}
    results = (replace(each, proposed_grade=grades.get(each.staff_no, "")) for each in evaluation.results)
    return replace(evaluation, results=tuple(results))


def compute_document(computed: Computed) -> dict[str, Any]:
    """What a computing came to, as JSON values."""
    warnings = []
    for problem in computed.warnings:
        message = sentence(problem.code, {"value": problem.value, **problem.values})
        warnings.append(
            {
                "code": problem.code,
                **problem.source._asdict(),
                "value": problem.value,
                "message": message.text,
                "remedy": message.remedy,
            }
        )
    return {
        "period": computed.period.code,
        "scheme": computed.scheme,
        "scheme_version": computed.scheme_version,
        "people": computed.people,
        "complete": computed.complete,
        "incomplete": computed.incomplete,
        "not_evaluated": computed.not_evaluated,
        "undetermined": computed.undetermined,
        "warnings": warnings,
    }


def _computed(evaluation: Evaluation) -> Computed:
    count = Counter(result.status for result in evaluation.results)
    return Computed(
        period=evaluation.period,
        scheme=evaluation.scheme,
        scheme_version=evaluation.scheme_version,
        people=len(evaluation.results),
        complete=count[Status.COMPLETE],
        incomplete=count[Status.INCOMPLETE],
        not_evaluated=count[Status.NOT_EVALUATED],
        undetermined=count[Status.UNDETERMINED],
        warnings=evaluation.warnings,
        changes=Changes(results=True),
    )


def _scheme_warnings(version: SchemeVersion, period: Period) -> tuple[Problem, ...]:
    """A period whose year has no scheme uses an earlier one, and is told so (contract, section 4.1, 11)."""
    if version.year == period.year:
        return ()
    values = {"year": str(period.year), "used": str(version.year), "name": version.name}
    return (Problem("scheme-earlier", values=values, warning=True),)


def _inner_kinds(scheme: Scheme, kind: Kind) -> frozenset[Kind]:
    """The inner periods on which figures of that kind may rest: by 周期, and by what 前提 of a grade counts."""
    if any(row.condition is not None for row in scheme.grades if row.kind is kind):
        return frozenset(each for each in Kind if each < kind)
    return frozenset(each.inner for each in scheme.composition(kind) if each.inner is not None)
