"""Evaluations: what a period was computed to, with which scheme and engine, from which state of the book."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, Row, Select, delete, func, insert, literal, select

from app.domain.facts import Evaluation, PersonResult
from app.domain.periods import Kind, Period
from app.domain.problems import Problem, Source
from app.storage.nouns import upsert
from app.storage.schemes import freeze_scheme
from app.storage.session import Session
from app.storage.tables import EvaluationRow, ResultRow, StepRow, table_of
from app.storage.types import json_text

_EVALUATIONS = table_of(EvaluationRow)
_RESULTS = table_of(ResultRow)
_STEPS = table_of(StepRow)
_HEAD = (
    "staff_no", "name", "division", "set_name", "pool", "status", "total", "rank", "pool_size", "proposed_grade", "veto",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SavedEvaluation:
    """The head of a computed period. ``inputs_step`` is the newest step its figures saw, ``step`` the one that wrote it.

    ``inner_kinds``: the kinds of inner periods that its figures may depend on.
    """

    period: Period
    issue: int
    scheme: int
    scheme_name: str
    scheme_version: str
    engine_version: str
    inner_kinds: frozenset[Kind]
    warnings: tuple[Problem, ...]
    inputs_step: int
    step: int
    by: str
    computed_at: str


def save_evaluation(
    session: Session,
    evaluation: Evaluation,
    *,
    scheme: int,
    issue: int | None = None,
    inputs_step: int | None = None,
    inner_kinds: Iterable[Kind] = tuple(Kind),
) -> int:
    """Keeps a period's results in place of those of the same issue, freezes the scheme, and gives the issue.

    ``issue``: the newest one (1 at first) unless told. ``inputs_step``: the newest step when the facts were read, this
    transaction's own unless told. ``inner_kinds``: see SavedEvaluation; without it any inner period counts.
    """
    number = issue or newest_issue(session, evaluation.period) or 1
    head = {
        "period": evaluation.period,
        "issue": number,
        "scheme": scheme,
        "scheme_name": evaluation.scheme,
        "scheme_version": evaluation.scheme_version,
        "engine_version": evaluation.engine_version,
        "inner_kinds": sorted(int(kind) for kind in inner_kinds if kind < evaluation.period.kind),
        "warnings": [_problem_document(each) for each in evaluation.warnings],
        "inputs_step": session.step if inputs_step is None else inputs_step,
        "step": session.step,
    }
    session.connection.execute(upsert(_EVALUATIONS), [head])
    _replace_results(session, evaluation, number)
    freeze_scheme(session, scheme)
    return number


def copy_issue(session: Session, period: Period, issue: int, new: int) -> None:
    """Begins a further issue with the results of an earlier one, which stay; its figures saw what the earlier one's saw.

    Their step goes with them: copied figures were computed when they were computed, not when the period was opened again.
    """
    for table in (_EVALUATIONS, _RESULTS):
        copied = [literal(new, Integer) if column.name == "issue" else column for column in table.c]
        there = select(*copied).where(table.c.period == period, table.c.issue == issue)
        session.connection.execute(insert(table).from_select([column.name for column in table.c], there))


def newest_issue(session: Session, period: Period) -> int | None:
    """The number of the newest issue of a period, or None where it was never computed."""
    query = select(func.max(_EVALUATIONS.c.issue)).where(_EVALUATIONS.c.period == period)
    newest: int | None = session.connection.scalar(query)
    return newest


def read_evaluation(session: Session, period: Period, issue: int | None = None) -> SavedEvaluation | None:
    """The head of one issue (the newest unless told), or None."""
    wanted = newest_issue(session, period) if issue is None else issue
    query = _heads().where(_EVALUATIONS.c.period == period, _EVALUATIONS.c.issue == wanted)
    row = session.connection.execute(query).one_or_none()
    return None if row is None else _evaluation(row)


def read_evaluations(session: Session) -> tuple[SavedEvaluation, ...]:
    """The newest issue of every computed period, in the order of the periods."""
    found = {
        row.period: _evaluation(row) for row in session.connection.execute(_heads().order_by(_EVALUATIONS.c.issue))
    }
    return tuple(found[period] for period in sorted(found))


def read_results(session: Session, period: Period, issue: int | None = None) -> tuple[PersonResult, ...]:
    """All results of one issue (the newest unless told) in the order of contract section 5."""
    return _read_documents(session, _of_issue(session, select(_RESULTS.c.document), period, issue))


def read_result(session: Session, period: Period, staff_no: str, issue: int | None = None) -> PersonResult | None:
    """One person's result in one issue (the newest unless told), or None."""
    query = _of_issue(session, select(_RESULTS.c.document), period, issue).where(_RESULTS.c.staff_no == staff_no)
    return next(iter(_read_documents(session, query)), None)


def result_is_sound(digest: str, document: bytes) -> bool:
    """Whether a result's compressed document is the one that its hash (SHA-256, hex) was made of."""
    try:
        return hashlib.sha256(zlib.decompress(document)).hexdigest() == digest
    except zlib.error:
        return False


def _replace_results(session: Session, evaluation: Evaluation, issue: int) -> None:
    rows = [_result_row(session, evaluation.period, issue, each) for each in enumerate(evaluation.results)]
    of_issue = (_RESULTS.c.period == evaluation.period) & (_RESULTS.c.issue == issue)
    there = set(session.connection.scalars(select(_RESULTS.c.staff_no).where(of_issue)))
    gone = there - {row["staff_no"] for row in rows}
    session.connection.execute(delete(_RESULTS).where(of_issue, _RESULTS.c.staff_no.in_(gone)))
    if rows:
        # The compressed form may differ between systems; the digest is of what it holds.
        session.connection.execute(upsert(_RESULTS, apart=("document", "step")), rows)


def _result_row(session: Session, period: Period, issue: int, placed: tuple[int, PersonResult]) -> dict[str, Any]:
    ordinal, result = placed
    document = json_text(result.to_document()).encode()
    row: dict[str, Any] = {name: getattr(result, name) for name in _HEAD}
    row.update(period=period, issue=issue, ordinal=ordinal, step=session.step)
    return {**row, "document": zlib.compress(document, 3), "digest": hashlib.sha256(document).hexdigest()}


def _of_issue(session: Session, query: Select[Any], period: Period, issue: int | None) -> Select[Any]:
    wanted = newest_issue(session, period) if issue is None else issue
    return query.where(_RESULTS.c.period == period, _RESULTS.c.issue == wanted).order_by(_RESULTS.c.ordinal)


def _read_documents(session: Session, query: Select[Any]) -> tuple[PersonResult, ...]:
    documents = session.connection.scalars(query)
    return tuple(PersonResult.from_document(json.loads(zlib.decompress(document))) for document in documents)


def _heads() -> Select[Any]:
    return select(_EVALUATIONS, _STEPS.c.who, _STEPS.c.at).join(_STEPS, _STEPS.c.id == _EVALUATIONS.c.step)


def _evaluation(row: Row[Any]) -> SavedEvaluation:
    values = row._asdict()
    by, at = values.pop("who"), values.pop("at")
    kinds = frozenset(map(Kind, values.pop("inner_kinds")))
    warnings = tuple(_problem(each) for each in values.pop("warnings"))
    return SavedEvaluation(**values, inner_kinds=kinds, warnings=warnings, by=by, computed_at=at)


def _problem_document(problem: Problem) -> dict[str, Any]:
    told: dict[str, Any] = {name: getattr(problem, name) for name in ("code", "value", "values", "warning", "question")}
    return {**told, "source": list(problem.source)}


def _problem(document: dict[str, Any]) -> Problem:
    return Problem(**{**document, "source": Source(*document["source"])})
