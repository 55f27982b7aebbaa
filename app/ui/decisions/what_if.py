"""One person on the desk: what bars a better grade, what was decided, and what would follow from another grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.i18n import translate
from app.ui.forms import beside
from app.ui.parts import label

if TYPE_CHECKING:
    from app.services.deciding.grading import WhatIf
    from app.services.deciding.quota_desk import DeskRow

MOVES_TOLD = 12


class WhatIfPane(QWidget):
    """``asked`` carries a staff number and a grade: what would follow if this person had it."""

    asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._row: DeskRow | None = None
        self.name = label("", "heading")
        self.place = label("", "soft", wraps=True)
        self.bars = label("", wraps=True)
        self.grade = QComboBox()
        self.answer = label("", "soft", wraps=True)
        question = QHBoxLayout()
        beside(question, translate("Decisions", "如果定为(&U)"), self.grade)
        question.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        for widget in (self.name, self.place, self.bars):
            column.addWidget(widget)
        column.addLayout(question)
        column.addWidget(self.answer)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(area)
        self.grade.currentIndexChanged.connect(self._ask)
        self.show_person(None)

    def show_person(self, row: DeskRow | None) -> None:
        """Show a person; nobody: say what this place is for."""
        self._row = row
        self.answer.setText("")
        self.grade.blockSignals(True)
        self.grade.clear()
        self.grade.addItem(translate("Decisions", "选一个等次…"), "")
        for word in row.grades if row else ():
            self.grade.addItem(word, word)
        self.grade.blockSignals(False)
        self.grade.setEnabled(row is not None and bool(row.grades))
        self.name.setText(row.name if row else translate("Decisions", "选一个人，看看凭什么"))
        self.place.setText(place_text(row) if row else "")
        told = bars_text(row) if row else ""
        self.bars.setText(told)
        self.bars.setVisible(bool(told))

    def show_answer(self, told: WhatIf) -> None:
        """Show what would follow, unless another question was asked meanwhile."""
        if self._row is not None and (told.staff_no, told.grade) == (self._row.staff_no, self.grade.currentData()):
            self.answer.setText(answer_text(told))

    @Slot()
    def _ask(self) -> None:
        self.answer.setText("")
        if self._row is not None and self.grade.currentData():
            self.asked.emit(self._row.staff_no, self.grade.currentData())


def place_text(row: DeskRow) -> str:
    """Who and where, what is proposed and decided."""
    total = "—" if row.total is None else f"{row.total:f}"
    parts = [f"{row.staff_no}　{row.division}　{row.pool}"]
    told = translate("Decisions", "总分 {total}").format(total=total)
    if row.rank:
        told += translate("Decisions", "，池内第 {rank} 名").format(rank=row.rank)
    parts.append(told)
    if row.grades:
        parts.append(
            translate("Decisions", "建议 {proposed}，评定 {decided}").format(
                proposed=row.proposed or "—", decided=row.decided or translate("Decisions", "未评定")
            )
        )
    return "\n".join(parts)


def bars_text(row: DeskRow) -> str:
    """Why not a better grade, grade by grade; and what else is to be known."""
    lines = [
        translate("Decisions", "为什么不是“{grade}”：{reason}").format(grade=b.grade, reason=b.reason) for b in row.bars
    ]
    if row.on_the_line:
        lines.append(translate("Decisions", "与别人同分，正好压在名额线上，由会议定。"))
    return "\n".join([*lines, *row.notes])


def answer_text(told: WhatIf) -> str:
    """What would follow, in a few lines."""
    lines = [translate("Decisions", "不合：{reason}").format(reason=each) for each in told.bars]
    if told.left is not None and told.left < 0:
        lines.append(
            translate("Decisions", "“{grade}”会超出名额 {count} 个，须有批准文号。").format(
                grade=told.grade, count=-told.left
            )
        )
    elif told.left is not None:
        lines.append(
            translate("Decisions", "“{grade}”的名额还余 {count} 个。").format(grade=told.grade, count=told.left)
        )
    moved = [f"{each.name} {each.before or '—'} → {each.after or '—'}" for each in told.moved[:MOVES_TOLD]]
    if moved:
        more = translate("Decisions", " 等 {count} 人").format(count=len(told.moved))
        words = "；".join(moved) + (more if len(told.moved) > MOVES_TOLD else "")
        lines.append(translate("Decisions", "别人的建议会跟着变：{moved}").format(moved=words))
    else:
        lines.append(translate("Decisions", "别人的建议都不变。"))
    return "\n".join(lines)
