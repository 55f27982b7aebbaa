"""Results as they are read: tables, documents, explanations. All of them read the same stored trees, none computes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from app import ENGINE_VERSION
from app.domain.analysis.comparing import PartChange, part_changes
from app.domain.explanation import Node, figure_text, to_document
from app.domain.facts import PersonResult
from app.domain.periods import Period
from app.domain.problems import AppError, Forbidden
from app.services.overview import PeriodRow, period_rows
from app.services.scoring.computing import decided_grades
from app.services.scoring.score_sheets import save_score_table
from app.services.scoring.score_tables import ScoreColumn, ScoreRow, ScoreTable, of_set, score_table, stored_results
from app.storage.closing import issue_seal
from app.storage.database import Database
from app.storage.evaluations import SavedEvaluation, read_evaluation, read_result
from app.storage.session import Session
from app.storage.settings import read_court
from app.storage.staleness import is_stale

__all__ = ["PeriodRow", "ScoreColumn", "ScoreRow", "ScoreTable", "explain", "explain_document", "indicator_node",
           "period_rows", "results_document", "save_score_table", "score_table"]  # fmt: skip


def explain(book: Database, period: Period, staff_no: str) -> PersonResult:
    """One person's result; its ``tree`` is the explanation. Raises AppError: not computed, nobody such."""
    with book.reading() as session:
        if read_evaluation(session, period) is None:
            raise Forbidden("not-computed", period=period.title, written=period.code)
        result = read_result(session, period, staff_no)
    if result is None:
        raise AppError("no-result-for-person", period=period.title, staff_no=staff_no)
    return result


class Since(NamedTuple):
    """What changed in a person's score since an earlier period."""

    period: Period
    total: Decimal | None
    parts: tuple[PartChange, ...]


def changes_since_last(book: Database, period: Period, staff_no: str) -> Since | None:
    """What changed since the period of the same kind just before; None where the person has no result there."""
    last = period.previous()
    with book.reading() as session:
        new, old = read_result(session, period, staff_no), read_result(session, last, staff_no)
    if new is None or old is None:
        return None
    return Since(last, old.total, part_changes(old, new))


def results_document(
    book: Database, period: Period, set_name: str | None = None, issue: int | None = None
) -> dict[str, Any]:
    """The JSON document of contract section 5, of an issue (the newest unless told).

    ``stale`` is true too where the period was never computed. Raises AppError("issue-unknown") for no such issue.
    """
    with book.reading() as session:
        saved, results, stale = stored_results(session, period, issue)
        decided = decided_grades(session, period, issue)
        head = _document_head(session, book, period, saved, stale=stale)
    chosen = of_set(results, set_name, period)
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
    person = {**_person_head(result, decided), "notes": list(result.notes)}
    since = _since_document(changes_since_last(book, period, staff_no))
    return {**head, **person, "tree": to_document(node), "since_last": since}


def _since_document(since: Since | None) -> dict[str, Any] | None:
    if since is None:
        return None
    parts = [
        {
            "code": each.code,
            "name": each.name,
            "old_value": each.old_value,
            "new_value": each.new_value,
            "old_score": None if each.old_score is None else f"{each.old_score:f}",
            "new_score": None if each.new_score is None else f"{each.new_score:f}",
        }
        for each in since.parts
    ]
    total = None if since.total is None else f"{since.total:f}"
    return {"period": since.period.code, "total": total, "parts": parts}


def indicator_node(result: PersonResult, code: str) -> Node:
    """One indicator of a result. Raises AppError("indicator-unknown") with those that there are."""
    node = result.tree.find(code)
    if node is None:
        codes = "、".join(dict.fromkeys(each.code for each in result.tree.walk() if each.code))
        raise AppError("indicator-unknown", indicator=code, codes=codes)
    return node


def _document_head(
    session: Session, book: Database, period: Period, saved: SavedEvaluation | None, *, stale: bool
) -> dict[str, Any]:
    seal = issue_seal(session, period, saved.issue) if saved else None
    return {
        "book": book.path.name,
        "court": read_court(session).name,
        "period": period.code,
        "issue": saved.issue if saved else None,
        "scheme": saved.scheme_name if saved else None,
        "scheme_version": saved.scheme_version if saved else None,
        "engine_version": saved.engine_version if saved else ENGINE_VERSION,
        "computed_at": saved.computed_at if saved else None,
        "sealed": seal is not None,
        "seal": seal.digest if seal else None,
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
