"""What filling a form would write, cell by cell, as rows; and what it could not, with the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from app.domain.roster import staff_no_order
from app.i18n import translate
from app.ui.tables import Column, written

if TYPE_CHECKING:
    from app.services.exchange.filling import FilledCell, Filling

WRITTEN, KEPT, EMPTY, UNKNOWN, LEFT_OVER = "written", "kept", "empty", "unknown", "left_over"
TONES = {WRITTEN: "good", KEPT: "warn", EMPTY: "", UNKNOWN: "bad", LEFT_OVER: "bad"}
BY_MARK = "标记"


class FormLine(NamedTuple):
    """One cell of the form (or somebody for whom it has no row) and what becomes of it."""

    number: int
    state: str
    cell: FilledCell

    @property
    def is_marked(self) -> bool:
        """Whether a mark tells what belongs there."""
        return self.cell.by == BY_MARK


def form_lines(filling: Filling) -> tuple[FormLine, ...]:
    """What needs a look first, what is written last."""
    from app.services.exchange.filling import FilledCell

    told = [(state, cell) for state in (UNKNOWN, KEPT, EMPTY) for cell in getattr(filling, state)]
    for sheet, staff_no, name in filling.left_over:
        why = translate("Exchange", "表里的空行不够，这个人没有填进去")
        told.append((LEFT_OVER, FilledCell(sheet, "", f"{staff_no} {name}", "", None, why)))
    told += [(WRITTEN, cell) for cell in filling.written]
    return tuple(FormLine(number, *each) for number, each in enumerate(told, 1))


def state_word(line: FormLine, *, done: bool = False) -> str:
    """会填 or 已填, 没有动, 空着, 要您看."""
    return {
        WRITTEN: translate("Exchange", "已填") if done else translate("Exchange", "会填"),
        KEPT: translate("Exchange", "不动"),
        EMPTY: translate("Exchange", "空着"),
        UNKNOWN: translate("Exchange", "要您看"),
        LEFT_OVER: translate("Exchange", "放不下"),
    }[line.state]


def form_columns(is_done: Callable[[], bool]) -> tuple[Column[FormLine], ...]:
    """Where, what the form asks, what it gets, and why."""
    return (
        Column(
            translate("Exchange", "结果"),
            lambda line: state_word(line, done=is_done()),
            tone=lambda line: TONES[line.state],
            width=90,
        ),
        Column(translate("Exchange", "工作表"), lambda line: line.cell.sheet),
        Column(translate("Exchange", "单元格"), lambda line: line.cell.cell, sort_key=staff_no_order, width=80),
        Column(translate("Exchange", "要的是"), lambda line: line.cell.asked),
        Column(translate("Exchange", "应填"), lambda line: line.cell.value, text=written, sort_key=_sort, width=150),
        Column(translate("Exchange", "凭什么"), lambda line: by_word(line.cell.by), width=90),
        Column(translate("Exchange", "说明"), remark),
    )


def by_word(by: str) -> str:
    """What told the program that the cell asks for something."""
    return {
        BY_MARK: translate("Exchange", "您的标记"),
        "名称": translate("Exchange", "单元格名"),
        "占位文字": translate("Exchange", "占位文字"),
        "表头": translate("Exchange", "表头"),
    }.get(by, by)


def remark(line: FormLine) -> str:
    """Why it is so, and what stood there before."""
    cell = line.cell
    if line.state == KEPT:
        return translate("Exchange", "{why}“{stood}”，没有动；要改写，给这一格设标记").format(
            why=cell.why, stood=cell.stood
        )
    if line.state == WRITTEN and line.is_marked and cell.stood:
        return translate("Exchange", "原来是“{stood}”，按标记改写").format(stood=cell.stood)
    if line.state == UNKNOWN and cell.cell:
        return translate("Exchange", "{why}；要填，给该填的格设标记").format(why=cell.why)
    return cell.why


def _sort(value: object) -> tuple[bool, str] | None:
    """Figures before words, both as they are written."""
    return None if value is None else (isinstance(value, str), f"{value:>24}" if not isinstance(value, str) else value)
