"""One period: the head of the result, its notes, and the score table."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.explanation import Node
from app.domain.facts import PersonResult
from app.reports.contents import period_key
from app.reports.flow import Flow, Tag, kept, paragraph, tagged
from app.reports.particulars import labelled_grid, shaded_note
from app.reports.style import BAND, CELL_BOLD, CELL_RED, HEADING, SHADE, TITLE, TextStyle
from app.reports.tables import Cell, Column, Row, table
from app.reports.volume import PeriodPart
from app.reports.wording import (
    WAITING,
    decimal_text,
    grade_text,
    rank_text,
    score_text,
    status_text,
    total_text,
    value_text,
)

_COLUMNS = (
    Column("指标", 51),
    Column("满分", 13, "right"),
    Column("数据", 21, "right"),
    Column("得分", 17, "right"),
    Column("依据条款", 54),
)
_STEP = 9.0


def lay_scores(flow: Flow, part: PeriodPart, number: str) -> None:
    """Fills pages with the head of the period and its score table."""
    title = part.period.title
    flow.begin_page(title)
    tag = Tag(period_key(part), f"{title}　{total_text(part.result)}", 0)
    flow.place(tagged(kept(paragraph(f"{number}、{title}得分表和逐项说明", TITLE)), tag))
    flow.space(6)
    flow.place(labelled_grid(head_fields(part)))
    for note in notes_of(part):
        flow.space(4)
        flow.place(shaded_note(note))
    flow.space(10)
    heading = tagged(kept(paragraph("（一）得分表", HEADING)), Tag(f"{tag.key}-scores", "得分表", 1))
    flow.place([*heading, *table(_COLUMNS, score_rows(part.result))])


def head_fields(part: PeriodPart) -> tuple[tuple[str, str], ...]:
    """Label and value of what stands above the score table."""
    result = part.result
    return (
        ("总分", _total(part)),
        ("名次/人数", rank_text(result)),
        ("评定等次", grade_text(part.decided_grade, result.proposed_grade)),
        ("状态", status_text(result)),
        ("部门", result.division),
        ("人员类别", result.category),
        ("指标组", result.set_name),
        ("在岗月数", f"{result.months_in_post:f}"),
        ("*方案", _scheme(part)),
        ("*封存", f"已封存，校验值 {part.seal}" if part.seal else "未封存"),
    )


def notes_of(part: PeriodPart) -> tuple[str, ...]:
    """Sentences that belong to the figures of the period."""
    result = part.result
    notes = list(result.notes)
    if result.veto:
        limit = f"，等次最高为“{result.grade_limit}”" if result.grade_limit else ""
        struck = result.tree.find(result.veto)
        notes.append(f"一票否决：{struck.label if struck else result.veto}{limit}。")
    if part.decision:
        notes.append(f"评定：{part.decision}")
    if part.stale:
        notes.append("本周期计算之后数据又有变动，这里印的是变动之前的结果。")
    return tuple(notes)


def score_rows(result: PersonResult) -> list[Row]:
    """The rows of the score table: every node in the tree's order, the total last."""
    root = result.tree
    rows = [_row(node, depth) for child in root.children for node, depth in _below(child, 0)]
    total = Cell(total_text(result), CELL_BOLD if root.score is not None else CELL_RED)
    marks = Cell(decimal_text(root.full_marks, ""), CELL_BOLD)
    if rows:
        rows[-1] = rows[-1]._replace(keep=True)
    return [*rows, Row((Cell("总分", CELL_BOLD), marks, "", total, ""), BAND)]


def _below(node: Node, depth: int) -> Iterator[tuple[Node, int]]:
    yield node, depth
    for child in node.children:
        yield from _below(child, depth + 1)


def _row(node: Node, depth: int) -> Row:
    branch = bool(node.children)
    style: TextStyle | None = CELL_BOLD if branch else None
    score_style = CELL_RED if node.score is None and score_text(node) == WAITING else style
    cells = (
        Cell(label_text(node), style, indent=min(depth, 4) * _STEP),
        Cell(decimal_text(node.full_marks, ""), style),
        "" if node.kind == "branch" else value_text(node),
        Cell(score_text(node), score_style),
        Cell(node.clause),
    )
    return Row(cells, SHADE if branch else None, keep=branch)


def label_text(node: Node) -> str:
    """Name and code of an indicator."""
    return node.label if node.code in node.label else f"{node.label}（{node.code}）"


def _total(part: PeriodPart) -> str:
    full = part.result.tree.full_marks
    told = total_text(part.result)
    return told if full is None or part.result.total is None else f"{told}（满分 {full:f}）"


def _scheme(part: PeriodPart) -> str:
    version = f"，版本 {part.scheme_version}" if part.scheme_version else ""
    return f"{part.scheme}{version}；第 {part.issue} 期次；计算程序版本 {part.engine_version or '未记录'}"
