"""Typing an event of a ledger in, and saying that a ledger was looked into."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.ledgers import Event
from app.i18n import translate
from app.ui.dates import DayField
from app.ui.forms import add_row
from app.ui.parts import label
from app.ui.periods import PeriodChooser
from app.ui.person_field import PersonField

if TYPE_CHECKING:
    from app.services.rosters import PersonRow


class EventDialog(QDialog):
    """Asks for one event; ``told`` carries it. It stays open until it was taken."""

    told = Signal(object)

    def __init__(self, people: Iterable[PersonRow], ledgers: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Records", "录入台账事项"))
        self.setMinimumWidth(540)
        self.ledger = _ledger_field(ledgers)
        self.day = DayField(no_later=True)
        self.person = PersonField(people)
        self.subject, self.level, self.points, self.count = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.basis, self.result_key, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.fault = label("", wraps=True)
        self.fault.setProperty("tone", "bad")
        self.fault.hide()
        buttons = QDialogButtonBox()
        self.save = buttons.addButton(translate("Records", "录入(&S)"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._tell)
        buttons.rejected.connect(self.reject)
        self.points.setPlaceholderText(translate("Records", "可以不写"))
        self.count.setPlaceholderText(translate("Records", "不写算一次"))
        self.result_key.setPlaceholderText(translate("Records", "同一篇文章、同一个奖只计一次的，写同一个"))
        form = QFormLayout()
        form.setSpacing(8)
        add_row(form, translate("Records", "台账(&L)"), self.ledger)
        add_row(form, translate("Records", "日期(&D)"), self.day)
        add_row(form, translate("Records", "人员(&P)"), self.person)
        add_row(form, translate("Records", "事项(&U)"), self.subject)
        add_row(form, translate("Records", "级别(&J)"), self.level)
        add_row(form, translate("Records", "分值(&F)"), self.points)
        add_row(form, translate("Records", "次数(&C)"), self.count)
        add_row(form, translate("Records", "依据(&A)"), self.basis)
        add_row(form, translate("Records", "成果标识(&K)"), self.result_key)
        add_row(form, translate("Records", "备注(&O)"), self.note)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self.fault)
        layout.addWidget(buttons)

    def _tell(self) -> None:
        try:
            told = Event(
                ledger=self.ledger.currentText().strip(),
                day=self.day.day,
                staff_no=self.person.staff_no,
                subject=self.subject.text().strip(),
                level=self.level.text().strip(),
                points=_figure(self.points),
                count=_figure(self.count),
                basis=self.basis.text().strip(),
                result_key=self.result_key.text().strip(),
                note=self.note.text().strip(),
            )
        except InvalidOperation:
            self.fault.setText(translate("Records", "分值、次数要写数，例如 2 或 -0.5。"))
            self.fault.show()
            return
        self.fault.hide()
        self.told.emit(told)


class CoverDialog(QDialog):
    """Asks which ledger was looked into for which period."""

    def __init__(self, ledgers: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Records", "零报告"))
        self.setMinimumWidth(460)
        self.ledger = _ledger_field(ledgers)
        self.period = PeriodChooser(date.today().year)
        buttons = QDialogButtonBox()
        buttons.addButton(translate("Records", "记为已核对(&S)"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        about = translate("Records", "这个周期的这本台账已经有人核对过：没有登记的就是零，不再算没有数据。")
        form = QFormLayout()
        form.setSpacing(8)
        add_row(form, translate("Records", "台账(&L)"), self.ledger)
        add_row(form, translate("Records", "周期(&P)"), self.period)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(label(about, "soft", wraps=True))
        layout.addLayout(form)
        layout.addWidget(buttons)


def _ledger_field(ledgers: Iterable[str]) -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.addItems(tuple(ledgers))
    return made


def _figure(field: QLineEdit) -> Decimal | None:
    """The figure that stands there. Raises InvalidOperation for what is none."""
    text = field.text().strip()
    figure = Decimal(text) if text else None
    if figure is not None and not figure.is_finite():
        raise InvalidOperation
    return figure
