"""The board as rows: one a division, a column for each kind of sheet; and the sheets of one division as a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from app.domain.receipts import Standing
from app.i18n import translate
from app.ui.collation import by_pinyin
from app.ui.tables import Column

if TYPE_CHECKING:
    from app.services.collecting.handing_in import Board, BoardLine

TONES = {
    Standing.TAKEN: "good",
    Standing.LATE: "warn",
    Standing.PARTIAL: "warn",
    Standing.WAITING: "warn",
    Standing.RETURNED: "bad",
    Standing.MISSING: "",
}


class BoardRow(NamedTuple):
    """One division with its sheets, by their titles."""

    division: str
    lines: dict[str, BoardLine]

    @property
    def owing(self) -> int:
        """How many of its sheets are still to come."""
        return sum(not line.is_in for line in self.lines.values())


def standing_word(standing: str) -> str:
    """The standing in the language of the screen."""
    return {
        Standing.MISSING.value: translate("HandingIn", "未交"),
        Standing.PARTIAL.value: translate("HandingIn", "未交齐"),
        Standing.WAITING.value: translate("HandingIn", "待处理"),
        Standing.RETURNED.value: translate("HandingIn", "有错退回"),
        Standing.TAKEN.value: translate("HandingIn", "已采用"),
        Standing.LATE.value: translate("HandingIn", "迟交"),
    }[standing]


def tone_of(line: BoardLine) -> str:
    """How a standing is coloured: what is not there after its day is bad."""
    return "bad" if line.overdue and line.standing == Standing.MISSING else TONES[Standing(line.standing)]


def board_rows(board: Board) -> tuple[BoardRow, ...]:
    """The divisions in the board's order."""
    by_division: dict[str, dict[str, BoardLine]] = {}
    for line in board.lines:
        by_division.setdefault(line.division, {})[line.sheet] = line
    return tuple(BoardRow(division, lines) for division, lines in by_division.items())


def board_columns(lines: Iterable[BoardLine]) -> tuple[Column[BoardRow], ...]:
    """部门, and a column for each kind of sheet that anybody owes."""
    titles = dict.fromkeys(line.sheet for line in lines)
    head: Column[BoardRow] = Column(
        translate("HandingIn", "部门"), lambda row: row.division, sort_key=by_pinyin, width=130
    )
    return (head, *(_sheet_column(title) for title in titles))


def _sheet_column(title: str) -> Column[BoardRow]:
    def told(row: BoardRow) -> str:
        line = row.lines.get(title)
        return standing_word(line.standing) if line else ""

    def tip(row: BoardRow) -> str:
        line = row.lines.get(title)
        return "" if line is None else _tip(line)

    def tone(row: BoardRow) -> str:
        line = row.lines.get(title)
        return tone_of(line) if line else ""

    return Column(title, told, tip=tip, tone=tone)


def _tip(line: BoardLine) -> str:
    parts = [standing_word(line.standing), line.lacking, line.received, line.file, "、".join(line.items)]
    return "\n".join(part for part in parts if part)


def line_columns() -> tuple[Column[BoardLine], ...]:
    """The columns of the list of one division's sheets."""
    return (
        Column(translate("HandingIn", "表"), lambda line: line.sheet),
        Column(translate("HandingIn", "情况"), lambda line: standing_word(line.standing), tone=tone_of),
        Column(translate("HandingIn", "收到"), lambda line: line.received),
        Column(translate("HandingIn", "缺"), lambda line: line.lacking),
        Column(translate("HandingIn", "错误"), lambda line: line.faults or None, number=True),
        Column(translate("HandingIn", "待答"), lambda line: line.questions or None, number=True),
        Column(translate("HandingIn", "最近的文件"), lambda line: line.file),
        Column(translate("HandingIn", "内容"), lambda line: "、".join(line.items)),
    )
