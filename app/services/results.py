"""Results as they are read: tables, documents, explanations. All of them read the same stored trees, none computes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from app import ENGINE_VERSION
from app.domain.entries import State
from app.domain.explanation import Node, figure_text, to_document
from app.domain.facts import PersonResult
from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.computing import decided_grades
from app.services.overview import PeriodRow, period_rows
from app.storage.database import Database
from app.storage.evaluations import SavedEvaluation, read_evaluation, read_result, read_results
from app.storage.session import Session
from app.storage.settings import read_court
from app.storage.staleness import is_stale


class ScoreColumn(NamedTuple):
    """One indicator as a column; ``branch`` is the 维度 above it, ``full_marks`` None where sets differ or none is told."""

    code: str
    title: str
    full_marks: Decimal | None
    branch: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One person in a score table; ``scores`` and ``states`` go by the codes of the columns."""

    staff_no: str
    name: str
    division: str
    set_name: str
    months_in_post: Decimal
    status: str
    status_word: str
    reason: str
    total: Decimal | None
    rank: int | None
    pool_size: int | None
    proposed_grade: str
    decided_grade: str
    veto: str
    scores: dict[str, Decimal | None] = field(default_factory=dict)
    states: dict[str, State] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The scores of a period, or of one indicator set in it; without rows where it was never computed."""

    period: Period
    title: str
    computed: bool
    stale: bool
    computed_at: str
    scheme: str
    scheme_version: str
    sets: tuple[str, ...]
    columns: tuple[ScoreColumn, ...]
    rows: tuple[ScoreRow, ...]

    def columns_of(self, set_name: str) -> tuple[ScoreColumn, ...]:
        """The columns that the people of one indicator set have."""
        codes = {code for row in self.rows if row.set_name == set_name for code in row.scores}
        return tuple(column for column in self.columns if column.code in codes)


def score_table(book: Database, period: Period, set_name: str | None = None) -> ScoreTable:
    """The score table. Raises AppError("set-unknown") for an indicator set that nobody of the period has."""
    with book.reading() as session:
        saved, results, stale = _read(session, period)
        decided = decided_grades(session, period)
    sets = tuple(dict.fromkeys(each.set_name for each in results))
    chosen = _of_set(results, set_name, period, sets)
    return ScoreTable(
        period=period,
        title=f"{period.title}考核得分",
        computed=saved is not None,
        stale=stale,
        computed_at=saved.computed_at if saved else "",
        scheme=saved.scheme_name if saved else "",
        scheme_version=saved.scheme_version if saved else "",
        sets=tuple(dict.fromkeys(each.set_name for each in chosen)),
        columns=tuple(_columns(chosen)),
        rows=tuple(_row(each, decided.get(each.staff_no, "")) for each in chosen),
    )


def explain(book: Database, period: Period, staff_no: str) -> PersonResult:
    """One person's result; its ``tree`` is the explanation. Raises AppError: not computed, nobody such."""
    with book.reading() as session:
        if read_evaluation(session, period) is None:
            raise AppError("not-computed", period=period.title, written=period.code)
        result = read_result(session, period, staff_no)
    if result is None:
        raise AppError("no-result-for-person", period=period.title, staff_no=staff_no)
    return result


def results_document(book: Database, period: Period, set_name: str | None = None) -> dict[str, Any]:
    """The JSON document of contract section 5; ``stale`` is true too where the period was never computed."""
    with book.reading() as session:
        saved, results, stale = _read(session, period)
        decided = decided_grades(session, period)
        head = _document_head(session, book, period, saved, stale=stale)
    chosen = _of_set(results, set_name, period, tuple(dict.fromkeys(each.set_name for each in results)))
    persons = [
        {
            **_person_head(each, decided.get(each.staff_no, "")),
            "indicators": {node.code: _indicator(node) for node in each.tree.parts()},
        }
        for each in chosen
    ]
    return {**head, "persons": persons}


def explain_document(book: Database, period: Period, staff_no: str, indicator: str | None = None) -> dict[str, Any]:
    """The JSON document of contract section 5: the person's head and the tree, or the tree below one indicator."""
    result = explain(book, period, staff_no)
    node = result.tree if indicator is None else indicator_node(result, indicator)
    with book.reading() as session:
        saved = read_evaluation(session, period)
        stale = saved is None or is_stale(session, saved)
        head = _document_head(session, book, period, saved, stale=stale)
        decided = decided_grades(session, period).get(staff_no, "")
    return {**head, **_person_head(result, decided), "notes": list(result.notes), "tree": to_document(node)}


def indicator_node(result: PersonResult, code: str) -> Node:
    """One indicator of a result. Raises AppError("indicator-unknown") with those that there are."""
    node = result.tree.find(code)
    if node is None:
        codes = "、".join(dict.fromkeys(each.code for each in result.tree.walk() if each.code))
        raise AppError("indicator-unknown", indicator=code, codes=codes)
    return node


def _read(session: Session, period: Period) -> tuple[SavedEvaluation | None, tuple[PersonResult, ...], bool]:
    saved = read_evaluation(session, period)
    if saved is None:
        return None, (), True
    return saved, read_results(session, period), is_stale(session, saved)


def _of_set(
    results: tuple[PersonResult, ...], set_name: str | None, period: Period, sets: tuple[str, ...]
) -> tuple[PersonResult, ...]:
    if set_name is None or not results:
        return results
    if set_name not in sets:
        known = "、".join(name for name in sets if name) or "无"
        raise AppError("set-unknown", period=period.title, name=set_name, sets=known)
    return tuple(each for each in results if each.set_name == set_name)


def _columns(results: Iterable[PersonResult]) -> Iterable[ScoreColumn]:
    """Every part of every total once, set after set in the order of the trees; the spread and vetoes stand last."""
    found: dict[str, ScoreColumn] = {}
    for result in results:
        for node, branch in _parts(result.tree, ""):
            column = ScoreColumn(node.code, node.label, node.full_marks, branch)
            known = found.setdefault(node.code, column)
            if known != column:
                found[node.code] = _joined(known, column)
    return found.values()


def _parts(node: Node, branch: str) -> Iterable[tuple[Node, str]]:
    for child in node.children:
        if child.kind == "branch":
            yield from _parts(child, branch or child.label)
        else:
            yield child, branch


def _joined(known: ScoreColumn, other: ScoreColumn) -> ScoreColumn:
    """One column for a code that several sets use: their titles beside one another."""
    titles = dict.fromkeys((*known.title.split("／"), other.title))
    return ScoreColumn(
        known.code,
        "／".join(titles),
        known.full_marks if known.full_marks == other.full_marks else None,
        known.branch if known.branch == other.branch else "",
    )


def _row(result: PersonResult, decided: str) -> ScoreRow:
    parts = {node.code: node for node in result.tree.parts()}
    return ScoreRow(
        staff_no=result.staff_no,
        name=result.name,
        division=result.division,
        set_name=result.set_name,
        months_in_post=result.months_in_post,
        status=result.status.value,
        status_word=result.status.word,
        reason=result.reason,
        total=result.total,
        rank=result.rank,
        pool_size=result.pool_size,
        proposed_grade=result.proposed_grade,
        decided_grade=decided,
        veto=result.veto,
        scores={code: node.score for code, node in parts.items()},
        states={code: node.state for code, node in parts.items()},
    )


def _document_head(
    session: Session, book: Database, period: Period, saved: SavedEvaluation | None, *, stale: bool
) -> dict[str, Any]:
    return {
        "book": book.path.name,
        "court": read_court(session).name,
        "period": period.code,
        "issue": saved.issue if saved else None,
        "scheme": saved.scheme_name if saved else None,
        "scheme_version": saved.scheme_version if saved else None,
        "engine_version": saved.engine_version if saved else ENGINE_VERSION,
        "computed_at": saved.computed_at if saved else None,
        "sealed": False,
        "stale": stale,
    }


def _person_head(result: PersonResult, decided: str) -> dict[str, Any]:
    return {
        "staff_no": result.staff_no,
        "name": result.name,
        "division": result.division,
        "set": result.set_name,
        "months_in_post": f"{result.months_in_post:f}",
        "status": result.status.value,
        "reason": result.reason,
        "total": None if result.total is None else f"{result.total:f}",
        "rank": result.rank,
        "pool_size": result.pool_size,
        "proposed_grade": result.proposed_grade or None,
        "decided_grade": decided or None,
        "veto": result.veto or None,
    }


def _indicator(node: Node) -> dict[str, Any]:
    return {
        "name": node.label,
        "value": None if node.value is None else figure_text(node.value),
        "state": node.state.value,
        "full_marks": None if node.full_marks is None else f"{node.full_marks:f}",
        "score": None if node.score is None else f"{node.score:f}",
        "missing_rule": node.missing_rule or None,
        "reason": node.reason or None,
    }


__all__ = ["PeriodRow", "ScoreColumn", "ScoreRow", "ScoreTable", "explain", "explain_document", "indicator_node",
           "period_rows", "results_document", "score_table"]  # fmt: skip
