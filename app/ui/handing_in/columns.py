"""The board as rows: one a division, a column for each kind of sheet; and the sheets of one division as a list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from app.domain.receipts import Standing
from app.i18n import translate
from app.ui.collation import by_pinyin
from app.ui.moments import moment_text
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
    Standing.WAIVED: "soft",
    Standing.LATER: "soft",
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
        Standing.WAIVED.value: translate("HandingIn", "免报"),
        Standing.LATER.value: translate("HandingIn", "随季报"),
    }[standing]


def told_word(line: BoardLine) -> str:
    """The standing, and what a sheet that was taken lacks: 已采用（缺 3 格）."""
    word = standing_word(line.standing)
    if line.is_taken and line.missing:
        return translate("HandingIn", "{standing}（缺 {count} 格）").format(standing=word, count=len(line.missing))
    if line.is_taken and line.note:
        return translate("HandingIn", "{standing}（一件也没有）").format(standing=word)
    return word


def tone_of(line: BoardLine) -> str:
    """How a standing is coloured: what is not there after its day is bad, what has gaps is to be looked at."""
    if line.is_taken and (line.missing or line.note):
        return "warn"
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
        return told_word(line) if line else ""

    def tip(row: BoardRow) -> str:
        line = row.lines.get(title)
        return "" if line is None else _tip(line)

    def tone(row: BoardRow) -> str:
        line = row.lines.get(title)
        return tone_of(line) if line else ""

    return Column(title, told, tip=tip, tone=tone)


def _tip(line: BoardLine) -> str:
    parts = [told_word(line), _remark(line), *line.gaps, line.received, line.file, "、".join(line.items)]
    return "\n".join(part for part in parts if part)


def _remark(line: BoardLine) -> str:
    """Why it is not needed and who said so, or what a sheet says by saying nothing."""
    if line.waiver is None or line.standing != Standing.WAIVED:
        return line.note
    told = line.waiver.origin
    return translate("HandingIn", "{reason}（{by}，{at}）").format(
        reason=line.waiver.reason, by=told.by, at=moment_text(told.at)
    )


def line_columns() -> tuple[Column[BoardLine], ...]:
    """The columns of the list of one division's sheets."""
    return (
        Column(translate("HandingIn", "表"), lambda line: line.sheet),
        Column(translate("HandingIn", "情况"), told_word, tone=tone_of),
        Column(translate("HandingIn", "收到"), lambda line: line.received),
        Column(translate("HandingIn", "缺"), _lacking),
        Column(translate("HandingIn", "错误"), lambda line: line.faults or None, number=True),
        Column(translate("HandingIn", "待答"), lambda line: line.questions or None, number=True),
        Column(translate("HandingIn", "最近的文件"), lambda line: line.file),
        Column(translate("HandingIn", "说明"), _remark, tip=_remark),
        Column(translate("HandingIn", "内容"), lambda line: "、".join(line.items)),
    )


def _lacking(line: BoardLine) -> str:
    return "；".join(line.gaps) or line.lacking
