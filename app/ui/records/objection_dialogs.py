"""Lodging, accepting and answering an objection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app.domain.objections import OUTCOMES, Way
from app.i18n import translate
from app.services.deciding.objections import Answer, Complaint
from app.ui.asking import AskingDialog, text_field
from app.ui.dates import DayField
from app.ui.person_field import PersonField

if TYPE_CHECKING:
    from app.services.deciding.objections import ObjectionRow
    from app.services.overview import PeriodRow
    from app.services.rosters import PersonRow


class ComplaintDialog(AskingDialog):
    """``told`` carries the period, the staff number and the complaint."""

    told = Signal(object, str, object)

    def __init__(
        self, people: Sequence[PersonRow], periods: Sequence[PeriodRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("Records", "登记异议"), translate("Records", "登记(&S)"), parent)
        self.period = QComboBox()
        for row in reversed(periods):
            self.period.addItem(row.title, row.period)
        self.person = PersonField(people)
        self.way = QComboBox()
        for each in Way:
            self.way.addItem(each.value, each)
        self.indicator = QLineEdit()
        self.indicator.setPlaceholderText(translate("Records", "指标编码；不写就是对整个结果"))
        self.text = text_field()
        self.lodged = DayField(no_later=True)
        self.knows = QCheckBox(translate("Records", "另写知道结果的日期（不写用签收日期）(&K)"))
        self.known = DayField(no_later=True)
        self.known.setEnabled(False)
        self.knows.toggled.connect(self.known.setEnabled)
        self.after = QSpinBox()
        self.after.setRange(0, 99999)
        self.after.setSpecialValueText(translate("Records", "不是"))
        self.add(translate("Records", "周期(&P)"), self.period)
        self.add(translate("Records", "谁(&W)"), self.person)
        self.add(translate("Records", "方式(&M)"), self.way)
        self.add(translate("Records", "指标(&I)"), self.indicator)
        self.add(translate("Records", "内容(&T)"), self.text)
        self.add(translate("Records", "提出日期(&D)"), self.lodged)
        self.form.addRow("", self.knows)
        self.add(translate("Records", "知道日期(&N)"), self.known)
        self.add(translate("Records", "不服第几号的答复(&A)"), self.after)

    def tell(self) -> None:
        """Say what the fields hold."""
        told = Complaint(
            Way(self.way.currentData()),
            self.text.toPlainText(),
            self.lodged.day,
            self.indicator.text().strip(),
            self.known.day if self.knows.isChecked() else None,
            self.after.value(),
        )
        self.told.emit(self.period.currentData(), self.person.staff_no, told)


class AcceptDialog(AskingDialog):
    """``told`` carries the day, and whether an appeal takes the further days."""

    told = Signal(object, bool)

    def __init__(self, row: ObjectionRow, parent: QWidget | None = None) -> None:
        title = translate("Records", "受理第 {number} 号").format(number=row.objection.number)
        super().__init__(title, translate("Records", "受理(&S)"), parent)
        self.day = DayField(no_later=True)
        self.extended = QCheckBox(translate("Records", "案情复杂，延长申诉决定的期限(&E)"))
        self.extended.setVisible(row.objection.way is Way.APPEAL)
        self.add(translate("Records", "受理日期(&D)"), self.day)
        self.form.addRow("", self.extended)

    def tell(self) -> None:
        """Say what the fields hold."""
        self.told.emit(self.day.day, self.extended.isChecked())


class AnswerDialog(AskingDialog):
    """``told`` carries the answer."""

    told = Signal(object)

    def __init__(self, row: ObjectionRow, parent: QWidget | None = None) -> None:
        title = translate("Records", "答复第 {number} 号").format(number=row.objection.number)
        super().__init__(title, translate("Records", "答复(&S)"), parent)
        self.outcome = QComboBox()
        self.outcome.addItems(OUTCOMES[::-1])
        self.document = QLineEdit()
        self.reviewers = QLineEdit()
        self.reviewers.setPlaceholderText(translate("Records", "参加过原来决定的人不能复核；姓名以顿号分开"))
        self.text = text_field()
        self.day = DayField(no_later=True)
        about = translate("Records", "{name}：{text}").format(name=row.name, text=row.objection.text)
        self.say(about)
        self.add(translate("Records", "结论(&O)"), self.outcome)
        self.add(translate("Records", "文号(&N)"), self.document)
        self.add(translate("Records", "复核人员(&R)"), self.reviewers)
        self.add(translate("Records", "答复内容(&T)"), self.text)
        self.add(translate("Records", "答复日期(&D)"), self.day)

    def tell(self) -> None:
        """Say what the fields hold."""
        self.told.emit(
            Answer(
                self.outcome.currentText(),
                self.text.toPlainText(),
                self.document.text(),
                self.reviewers.text(),
                self.day.day,
            )
        )
