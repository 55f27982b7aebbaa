"""What a body decided, typed in for one or several people; or taken in from its sheet after a look at it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.i18n import translate
from app.services.deciding.quota_desk import DeskRow, Verdict
from app.ui.asking import AskingDialog
from app.ui.dates import DayField
from app.ui.imports.review import ReviewPane
from app.ui.parts import label

if TYPE_CHECKING:
    from app.services.deciding.deciding import StagedDecisions

NAMES_TOLD = 8


class Meeting(NamedTuple):
    """The meeting that the next decisions come from: remembered while the window is open."""

    name: str = ""
    day: date | None = None
    present: str = ""


class VerdictDialog(AskingDialog):
    """Asks what was decided. It stays open while the answer has faults; ``told`` carries the verdicts to try."""

    told = Signal(object)

    def __init__(self, rows: Sequence[DeskRow], meeting: Meeting, parent: QWidget | None = None) -> None:
        title, doing = translate("Decisions", "录入会议的决定"), translate("Decisions", "记入(&S)")
        super().__init__(title, doing, parent, whose_text(rows))
        self._rows = tuple(rows)
        self.grade, self.reason, self.meeting = QComboBox(), QLineEdit(), QLineEdit(meeting.name)
        self.day, self.present = DayField(meeting.day, no_later=True), QLineEdit(meeting.present)
        self.approval, self.code = QLineEdit(), QLineEdit()
        self.left_out = label("", "soft", wraps=True)
        self._lay_out()
        self._tell_left_out()
        self.grade.currentIndexChanged.connect(self._tell_left_out)

    def tell(self) -> None:
        if not self.meeting.text().strip():
            self.show_faults([translate("Decisions", "请写是哪次会议定的。")])
            self.meeting.setFocus()
            return
        self.told.emit(self.verdicts)

    @property
    def meeting_told(self) -> Meeting:
        """The meeting as it stands in the fields."""
        return Meeting(self.meeting.text(), self.day.day, self.present.text())

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What the fields say, person by person; whoever has no proposal is left out where all get what is proposed."""
        day = self.day.day
        return tuple(
            Verdict(
                row.staff_no,
                self.grade.currentData() or row.proposed,
                self.reason.text(),
                self.meeting.text(),
                day,
                self.present.text(),
                self.approval.text(),
                self.code.text(),
            )
            for row in self._decided
        )

    @property
    def _decided(self) -> tuple[DeskRow, ...]:
        """Who gets a grade: everybody, or whoever has a proposal where all get what is proposed."""
        grade = self.grade.currentData()
        return tuple(row for row in self._rows if grade or row.proposed in row.grades)

    @Slot()
    def _tell_left_out(self) -> None:
        count = len(self._rows) - len(self._decided)
        words = translate("Decisions", "其中 {count} 人没有建议等次（得分不全），这次不记，另行录入。")
        self.left_out.setText(words.format(count=count))
        self.left_out.setVisible(count > 0)
        self.save.setEnabled(bool(self._decided))

    def _lay_out(self) -> None:
        if any(row.proposed in row.grades for row in self._rows):
            self.grade.addItem(translate("Decisions", "按建议等次"), "")
        for word in _common(self._rows):
            self.grade.addItem(word, word)
        self.reason.setPlaceholderText(translate("Decisions", "与建议不同的，必须写"))
        self.present.setPlaceholderText(translate("Decisions", "姓名，以顿号分开"))
        self.approval.setPlaceholderText(translate("Decisions", "超出名额的，必须写"))
        self.code.setPlaceholderText(translate("Decisions", "不确定等次 5A 5B 5C，不进行考核 6A 6B"))
        self.add(translate("Decisions", "评定等次(&G)"), self.grade)
        self.add(translate("Decisions", "理由(&R)"), self.reason)
        self.add(translate("Decisions", "会议(&M)"), self.meeting)
        self.add(translate("Decisions", "会议日期(&D)"), self.day)
        self.add(translate("Decisions", "到会人员(&P)"), self.present)
        self.add(translate("Decisions", "批准文号(&A)"), self.approval)
        self.add(translate("Decisions", "代码(&C)"), self.code)
        self.form.addRow(self.left_out)


class SheetDialog(QDialog):
    """What a 决定 sheet would change, to look at; accepted: take it."""

    def __init__(self, staged: StagedDecisions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Decisions", "导入评定表"))
        self.resize(1020, 560)
        self.review = ReviewPane()
        self.review.show_staging(staged.staging)
        self.buttons = QDialogButtonBox()
        self.take = self.buttons.addButton(translate("Decisions", "采用(&T)"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.take.setEnabled(bool(staged.changed))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label(outcome_text(staged), "heading", wraps=True))
        layout.addWidget(self.review, 1)
        layout.addWidget(self.buttons)


def whose_text(rows: Sequence[DeskRow]) -> str:
    """Whom it is about."""
    names = "、".join(row.name for row in rows[:NAMES_TOLD])
    if len(rows) <= NAMES_TOLD:
        return names
    return translate("Decisions", "{names} 等 {count} 人").format(names=names, count=len(rows))


def outcome_text(staged: StagedDecisions) -> str:
    """What would come of the sheet, in one line."""
    if any(sheet.status == "refused" for sheet in staged.staging.files):
        return translate("Decisions", "有错，一个也没有采用；在表里改好后重新导入。")
    if not staged.changed:
        return translate("Decisions", "和已经记下的决定完全一样，没有什么要采用的。")
    return translate("Decisions", "会记下 {count} 人的评定。").format(count=len(staged.changed))


def _common(rows: Sequence[DeskRow]) -> tuple[str, ...]:
    """The grades that everybody's pool has, in the first one's order."""
    return tuple(word for word in rows[0].grades if all(word in row.grades for row in rows)) if rows else ()
