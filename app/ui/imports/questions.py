"""Ask what an import cannot know by itself: what a column is, and who is meant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.i18n import translate
from app.services.taking_in.questions import COLUMN, NAME, PERSON, Question
from app.ui.parts import label


class QuestionsDialog(QDialog):
    """One line a question: where, what is asked, and the answers to choose from. What stays open is asked again."""

    def __init__(self, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Imports", "请回答"))
        self.resize(920, 520)
        self._questions = tuple(questions)
        self.boxes = [_choice_box(question) for question in self._questions]
        self.buttons = QDialogButtonBox()
        self.ok = self.buttons.addButton(
            translate("Imports", "按回答重新读(&R)"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.addButton(translate("Imports", "取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.ok.setDefault(True)
        self._lay_out()
        for box in self.boxes:
            box.currentIndexChanged.connect(self._offer)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._offer()

    @property
    def told(self) -> dict[Question, str]:
        """The answers; an empty text where nothing was chosen."""
        return {question: box.currentData() or "" for question, box in zip(self._questions, self.boxes, strict=True)}

    def _lay_out(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(2, 2, 10, 2)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        for row, (question, box) in enumerate(zip(self._questions, self.boxes, strict=True)):
            asked = label(f"{question.fault.message}\n{_place(question)}", wraps=True)
            asked.setBuddy(box)
            grid.addWidget(asked, row, 0)
            grid.addWidget(box, row, 1, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(self.boxes), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        about = translate(
            "Imports",
            "列和部门名称的回答在采用这张表时记住，同样的表以后不再问；人的回答只管这一次的文件。没有把握的先不选，问清楚再来。",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(label(about, "soft", wraps=True))
        layout.addWidget(area, 1)
        layout.addWidget(self.buttons)

    @Slot()
    def _offer(self) -> None:
        self.ok.setEnabled(any(self.told.values()))


def _choice_box(question: Question) -> QComboBox:
    box = QComboBox()
    box.setMinimumWidth(300)
    words = {
        COLUMN: translate("Imports", "（这一列是什么？）"),
        NAME: translate("Imports", "（是哪一个？）"),
        PERSON: translate("Imports", "（是哪一位？）"),
    }
    box.addItem(words[question.about], "")
    for choice in question.choices:
        box.addItem(choice.label, choice.answer)
    return box


def _place(question: Question) -> str:
    fault = question.fault
    return "　".join(part for part in (fault.file, fault.sheet, fault.cell) if part)
