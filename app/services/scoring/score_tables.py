"""Score tables: what screens and workbooks show of a period, read from the stored trees; nothing is computed here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from app.domain.entries import State
from app.domain.explanation import Node
from app.domain.facts import PersonResult
from app.domain.periods import Period
from app.domain.problems import AppError
from app.domain.words import plain
from app.services.scoring.computing import decided_grades
from app.services.sealed import seal_mark
from app.storage.database import Database
from app.storage.evaluations import SavedEvaluation, newest_issue, read_evaluation, read_results
from app.storage.session import Session
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
    issue: int = 0
    seal: str = ""
    """The first signs of the seal; empty where the issue is open."""

    def columns_of(self, set_name: str) -> tuple[ScoreColumn, ...]:
        """The columns that the people of one indicator set have."""
        codes = {code for row in self.rows if row.set_name == set_name for code in row.scores}
        return tuple(column for column in self.columns if column.code in codes)


def score_table(book: Database, period: Period, set_name: str | None = None, issue: int | None = None) -> ScoreTable:
    """The score table of an issue (the newest unless told).

    Raises AppError("set-unknown") for an indicator set that nobody of the period has, "issue-unknown" for no such issue.
    """
    with book.reading() as session:
        saved, results, stale = stored_results(session, period, issue)
        decided = decided_grades(session, period, issue)
        mark = seal_mark(session, period, saved.issue) if saved else ""
    chosen = of_set(results, set_name, period)
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
        issue=saved.issue if saved else 0,
        seal=mark,
    )


def stored_results(
    session: Session, period: Period, issue: int | None = None
) -> tuple[SavedEvaluation | None, tuple[PersonResult, ...], bool]:
    """An issue of a period (the newest unless told), its results, and whether they are stale; never computed: they are.

    Raises AppError("issue-unknown") for an issue that there is not.
    """
    saved = read_evaluation(session, period, issue)
    if saved is None:
        if issue is not None:
            raise AppError("issue-unknown", period=period.title, issue=issue, newest=newest_issue(session, period) or 0)
        return None, (), True
    return saved, read_results(session, period, issue), is_stale(session, saved)


def of_set(results: tuple[PersonResult, ...], set_name: str | None, period: Period) -> tuple[PersonResult, ...]:
    """The results of one indicator set. Raises AppError("set-unknown") for one that nobody of the period has."""
    if set_name is None or not results:
        return results
    chosen = tuple(each for each in results if plain(each.set_name) == plain(set_name))
    if not chosen:
        known = "、".join(dict.fromkeys(each.set_name for each in results if each.set_name)) or "无"
        raise AppError("set-unknown", period=period.title, name=set_name, sets=known)
    return chosen


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
