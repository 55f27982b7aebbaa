"""Typing an event of a ledger in, and saying that a ledger was looked into."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.domain.ledgers import Event
from app.i18n import translate
from app.ui.asking import AskingDialog
from app.ui.dates import DayField
from app.ui.periods import PeriodChooser
from app.ui.person_field import PersonField

if TYPE_CHECKING:
    from app.services.rosters import PersonRow


class EventDialog(AskingDialog):
    """Asks for one event; ``told`` carries it. It stays open until it was taken."""

    told = Signal(object)

    def __init__(self, people: Iterable[PersonRow], ledgers: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(translate("Records", "录入台账事项"), translate("Records", "录入(&S)"), parent)
        self.ledger = _ledger_field(ledgers)
        self.day = DayField(no_later=True)
        self.person = PersonField(people)
        self.subject, self.level, self.points, self.count = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.basis, self.result_key, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.points.setPlaceholderText(translate("Records", "可以不写"))
        self.count.setPlaceholderText(translate("Records", "不写算一次"))
        self.result_key.setPlaceholderText(translate("Records", "同一篇文章、同一个奖只计一次的，写同一个"))
        self.add(translate("Records", "台账(&L)"), self.ledger)
        self.add(translate("Records", "日期(&D)"), self.day)
        self.add(translate("Records", "人员(&P)"), self.person)
        self.add(translate("Records", "事项(&U)"), self.subject)
        self.add(translate("Records", "级别(&J)"), self.level)
        self.add(translate("Records", "分值(&F)"), self.points)
        self.add(translate("Records", "次数(&C)"), self.count)
        self.add(translate("Records", "依据(&A)"), self.basis)
        self.add(translate("Records", "成果标识(&K)"), self.result_key)
        self.add(translate("Records", "备注(&O)"), self.note)

    def tell(self) -> None:
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
            self.show_faults([translate("Records", "分值、次数要写数，例如 2 或 -0.5。")])
            return
        self.show_faults(())
        self.told.emit(told)


class CoverDialog(AskingDialog):
    """Asks which ledger was looked into for which period."""

    def __init__(self, ledgers: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(translate("Records", "零报告"), translate("Records", "记为已核对(&S)"), parent)
        self.ledger = _ledger_field(ledgers)
        self.period = PeriodChooser(date.today().year)
        self.say(translate("Records", "这个周期的这本台账已经有人核对过：没有登记的就是零，不再算没有数据。"))
        self.add(translate("Records", "台账(&L)"), self.ledger)
        self.add(translate("Records", "周期(&P)"), self.period)


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
