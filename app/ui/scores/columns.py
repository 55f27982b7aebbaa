"""The columns of the score table: who, how far, how much, and each indicator."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from app.domain.entries import State
from app.domain.facts import Status
from app.domain.roster import staff_no_order
from app.i18n import translate
from app.ui.collation import by_pinyin
from app.ui.tables import Column

if TYPE_CHECKING:
    from app.services.scoring.results import ScoreColumn, ScoreRow

HEAD_COLUMNS = 4
"""How many columns at the left say who it is; they stay in sight."""

STATUS_TONES = {
    Status.COMPLETE: "soft",
    Status.INCOMPLETE: "warn",
    Status.NOT_EVALUATED: "",
    Status.UNDETERMINED: "",
}
INDICATOR_PIXELS = (92, 118)
SIGN_PIXELS = 13
SIDES_PIXELS = 26
ONE_LINE = 6


class Cell(NamedTuple):
    """A score with the kind of what it came from: nothing is written as a word, never as a zero."""

    score: Decimal | None
    state: State | None

    @property
    def text(self) -> str:
        """The score, or why there is none."""
        if self.score is not None:
            return f"{self.score:f}"
        if self.state in (None, State.VALUE):
            return "—"
        return self.state.word

    @property
    def tone(self) -> str:
        """Missing figures stand out; whatever does not count stands back."""
        if self.score is not None:
            return "" if self.state in (None, State.VALUE) else "soft"
        return "warn" if self.state is State.EMPTY else "faint"


def score_columns(shown: tuple[ScoreColumn, ...], *, with_set: bool) -> tuple[Column[ScoreRow], ...]:
    """The table's columns; ``with_set`` where several indicator sets stand in it."""
    head: tuple[Column[ScoreRow], ...] = (
        Column(translate("Scores", "名次"), lambda row: row.rank, tip=_rank_tip, number=True, width=56),
        Column(translate("Scores", "姓名"), lambda row: row.name, sort_key=by_pinyin, tip=_name_tip),
        Column(translate("Scores", "部门"), lambda row: row.division, sort_key=by_pinyin),
        Column(
            translate("Scores", "总分"),
            lambda row: row.total,
            text=lambda told: "—" if told is None else f"{told:f}",
            number=True,
        ),
        Column(
            translate("Scores", "状态"), lambda row: row.status_word, tone=lambda row: STATUS_TONES[Status(row.status)]
        ),
        Column(translate("Scores", "等次"), _grade, tip=_grade_tip),
        Column(translate("Scores", "工号"), lambda row: row.staff_no, sort_key=staff_no_order),
    )
    sets: tuple[Column[ScoreRow], ...] = (
        (Column(translate("Scores", "指标组"), lambda row: row.set_name, sort_key=by_pinyin),) if with_set else ()
    )
    return (*head, *sets, *(_indicator(each) for each in shown))


def cell_of(row: ScoreRow, code: str) -> Cell:
    """What a person has under an indicator."""
    return Cell(row.scores.get(code), row.states.get(code))


def indicator_pixels(title: str) -> int:
    """A width in which the title stands on one line, a longer one on two of the same length."""
    signs = len(title) if len(title) <= ONE_LINE else (len(title) + 1) // 2
    least, most = INDICATOR_PIXELS
    return min(max(least, signs * SIGN_PIXELS + SIDES_PIXELS), most)


def _indicator(told: ScoreColumn) -> Column[ScoreRow]:
    code = told.code
    marks = "" if told.full_marks is None else f"（{told.full_marks:f}）"
    return Column(
        f"{told.title}\n{'' if told.full_marks is None else f'{told.full_marks:f}'}".rstrip(),
        lambda row: cell_of(row, code),
        text=lambda cell: cell.text,
        sort_key=lambda cell: cell.score,
        tone=lambda row: cell_of(row, code).tone,
        number=True,
        width=indicator_pixels(told.title),
        heading_tip=f"{code} {told.title}{marks}",
    )


def _rank_tip(row: ScoreRow) -> str:
    if row.rank is None:
        return translate("Scores", "没有名次：{status}").format(status=row.status_word)
    return translate("Scores", "第 {rank} 名，共 {size} 人").format(rank=row.rank, size=row.pool_size)


def _name_tip(row: ScoreRow) -> str:
    return f"{row.name}　{row.staff_no}　{row.division}"


def _grade(row: ScoreRow) -> str:
    return row.decided_grade or row.proposed_grade or ""


def _grade_tip(row: ScoreRow) -> str:
    if row.decided_grade:
        return translate("Scores", "评定等次：{grade}").format(grade=row.decided_grade)
    if row.proposed_grade:
        return translate("Scores", "建议等次：{grade}（还没有评定）").format(grade=row.proposed_grade)
    return ""
