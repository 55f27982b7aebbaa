"""得分表 as a workbook: one sheet for each indicator set, the same figures as on the screen."""

from __future__ import annotations

from pathlib import Path

from app.domain.entries import State
from app.domain.periods import Period
from app.domain.problems import Forbidden
from app.services.books import court_of
from app.services.scoring.reckoning import evaluator_of
from app.services.scoring.score_tables import ScoreColumn, ScoreRow, ScoreTable, of_set, score_table, stored_results
from app.sheets.proof.build import build_proof
from app.sheets.proof.pages import Page
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.writing import ColumnKind, SheetValue
from app.storage.database import Database

WITHOUT_SET = "没有指标组"
_HEAD = (
    SheetColumn("名次", kind=ColumnKind.NUMBER),
    SheetColumn("工号"),
    SheetColumn("姓名"),
    SheetColumn("部门"),
    SheetColumn("在岗月数", kind=ColumnKind.NUMBER),
)
_TAIL = (
    SheetColumn("总分", kind=ColumnKind.NUMBER),
    SheetColumn("建议等次"),
    SheetColumn("评定等次"),
    SheetColumn("状态"),
    SheetColumn("说明", kind=ColumnKind.LONG_TEXT, width=24),
)


def save_score_table(
    book: Database, period: Period, path: Path, set_name: str | None = None, issue: int | None = None
) -> None:
    """Write the score table as a workbook. Raises AppError: not computed, no such set or issue, not writable."""
    shown = score_table(book, period, set_name, issue)
    if not shown.computed:
        raise Forbidden("not-computed", period=period.title, written=period.code)
    court = court_of(book).name
    sheets = [_sheet(shown, name, court) for name in shown.sets]
    write_scores(Path(path), *sheets, court=court, proof=_proof(book, period, set_name, issue))


def _proof(book: Database, period: Period, set_name: str | None, issue: int | None) -> tuple[Page, ...]:
    """The pages that recompute everything; none for what newer data or a newer issue has overtaken."""
    with book.reading() as session:
        saved, results, stale = stored_results(session, period)
        if saved is None or stale or issue not in (None, saved.issue):
            return ()
        evaluator = evaluator_of(session, saved)
    return build_proof(evaluator, of_set(results, set_name, period))


def _sheet(shown: ScoreTable, name: str, court: str) -> ScoreSheet:
    columns = shown.columns_of(name)
    rows = [row for row in shown.rows if row.set_name == name]
    version = f"（版本 {shown.scheme_version}）" if shown.scheme_version else ""
    lines = [f"{court}　指标组：{name or WITHOUT_SET}　{len(rows)} 人　方案：{shown.scheme}{version}"]
    sealed = f"已封存，封存码 {shown.seal}" if shown.seal else "未封存"
    lines.append(f"第 {shown.issue} 期　{sealed}")
    if shown.stale:
        lines.append("注意：计算之后数据又有改动，这些得分不是最新的，没有附复算表，请重新计算。")
    return ScoreSheet(
        title=f"{shown.title}（{name or WITHOUT_SET}）",
        columns=(*_HEAD, *(_column(each) for each in columns), *_TAIL),
        rows=tuple(_row(row, columns) for row in rows),
        lines=tuple(lines),
        notes=("建议等次由程序按名额和条件提出，评定等次由会议决定。",),
        name=name or WITHOUT_SET,
        frozen_columns=3,
    )


def _column(column: ScoreColumn) -> SheetColumn:
    marks = "" if column.full_marks is None else f"（{column.full_marks:f}分）"
    return SheetColumn(f"{column.title}{marks}", column.branch, ColumnKind.NUMBER)


def _row(row: ScoreRow, columns: tuple[ScoreColumn, ...]) -> tuple[SheetValue, ...]:
    return (
        *(row.rank, row.staff_no, row.name, row.division, row.months_in_post),
        *(_cell(row, column.code) for column in columns),
        *(row.total, row.proposed_grade, row.decided_grade, row.status_word, row.reason),
    )


def _cell(row: ScoreRow, code: str) -> SheetValue:
    """The score; without one the kind of nothing, and for 一票否决 whether it struck."""
    if code not in row.scores:
        return None
    score = row.scores[code]
    if score is not None:
        return score
    if row.states[code] is not State.VALUE:
        return row.states[code].word
    return "触发" if row.veto == code else "—"
