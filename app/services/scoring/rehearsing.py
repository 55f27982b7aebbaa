"""预演: a period as another scheme would score it, the book untouched (contract, section 2, rehearse)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.domain.facts import Evaluation, Facts, InnerResult, PersonResult
from app.domain.periods import Period
from app.domain.problems import AppError, Problem, Refused
from app.domain.rehearsal import Movement, Standing, Undecisive, extras, movements, undecisive
from app.domain.scheme.changes import SchemeChange, scheme_changes
from app.domain.scheme.check import build_scheme
from app.domain.scheme.review import review_scheme
from app.domain.schemes import Scheme, SchemeText
from app.domain.scoring import evaluate
from app.services.progress import Report, unheard
from app.services.schemes import scheme_of
from app.services.scoring.computing import with_proposals
from app.sheets.drafts import Hints
from app.sheets.intake import read_file
from app.storage.database import Database
from app.storage.evaluations import read_results
from app.storage.facts import read_facts


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Everybody before and after, what decides nothing under the new scheme, and what differs in the measure itself."""

    period: Period
    scheme: str
    scheme_version: str
    movements: tuple[Movement, ...]
    undecisive: tuple[Undecisive, ...]
    changes: tuple[SchemeChange, ...]
    warnings: tuple[Problem, ...]


def rehearse(book: Database, period: Period, path: Path, *, report: Report | None = None) -> Rehearsal:
    """The period under the scheme workbook at ``path``. Inner periods are rehearsed first where a total rests on them.

    Before stands what the book holds, or, where the period was never computed, what its own scheme gives now.
    Raises Refused with every fault of the workbook; AppError where it holds no scheme or nobody is in post.
    """
    tell = report or unheard
    text, scheme = read_scheme(path)
    with book.reading() as session:
        own = scheme_of(session, period)
        facts = read_facts(session, period.year)
        before: Iterable[PersonResult] = read_results(session, period)
    tell(1, 3, f"按“{scheme.name}”预演{period.title}")
    after = _evaluate(scheme, period, facts)
    tell(2, 3, "与原得分对照")
    before = tuple(before) or _evaluate(own.scheme, period, facts).results
    if not after.results:
        raise AppError("nobody-in-period", period=period.title)
    return Rehearsal(
        period=period,
        scheme=scheme.name,
        scheme_version=scheme.version,
        movements=movements(before, after.results),
        undecisive=undecisive(after.results, extras(scheme)),
        changes=scheme_changes(own.text, text),
        warnings=(*review_scheme(scheme, period, facts), *after.warnings),
    )


def read_scheme(path: Path) -> tuple[SchemeText, Scheme]:
    """The checked scheme of a workbook. Raises Refused with all its faults, or AppError where there is none in it."""
    reading = read_file(path, Hints(kind="方案"))
    texts = [sheet.scheme for sheet in reading.sheets if sheet.scheme is not None]
    faults = [problem for sheet in reading.sheets for problem in sheet.problems if not problem.warning]
    if texts:
        scheme, problems = build_scheme(texts[0])
        faults += [problem for problem in problems if not problem.warning]
        if scheme is not None and not faults:
            return texts[0], scheme
    if faults:
        raise Refused(tuple(faults))
    raise AppError("no-scheme-in-file", file=path.name)


def _evaluate(scheme: Scheme, period: Period, facts: Facts) -> Evaluation:
    """The evaluation with proposals; inner periods that its totals rest on are evaluated first, by the same scheme."""
    kinds = {each.inner for each in scheme.composition(period.kind) if each.inner is not None}
    inner = {each: _inner_results(scheme, each, facts) for kind in sorted(kinds) for each in period.inner(kind)}
    facts = replace(facts, inner={**facts.inner, **inner})
    return with_proposals(scheme, evaluate(scheme, period, facts), facts, {})


def _inner_results(scheme: Scheme, period: Period, facts: Facts) -> dict[str, InnerResult]:
    results = _evaluate(scheme, period, facts).results
    return {each.staff_no: InnerResult(each.status, each.total, each.proposed_grade) for each in results}


def rehearsal_document(rehearsal: Rehearsal) -> dict[str, Any]:
    """What a rehearsal came to, as JSON values."""
    return {
        "period": rehearsal.period.code,
        "scheme": rehearsal.scheme,
        "scheme_version": rehearsal.scheme_version,
        "persons": [_movement(each) for each in rehearsal.movements],
        "undecisive": [
            {
                "set": each.set_name,
                "code": each.code,
                "name": each.name,
                "score": f"{each.score:f}",
                "people": each.people,
            }
            for each in rehearsal.undecisive
        ],
        "scheme_changes": [each.sentence for each in rehearsal.changes],
    }


def _movement(each: Movement) -> dict[str, Any]:
    return {
        "staff_no": each.staff_no,
        "name": each.name,
        "division": each.division,
        "before": _standing(each.before),
        "after": _standing(each.after),
        "change": None if each.change is None else f"{each.change:f}",
        "places": each.places,
    }


def _standing(each: Standing | None) -> dict[str, Any] | None:
    if each is None:
        return None
    total = None if each.total is None else f"{each.total:f}"
    return {
        "set": each.set_name, "status": each.status.value, "total": total, "rank": each.rank, "grade": each.grade or None,
    }  # fmt: skip
