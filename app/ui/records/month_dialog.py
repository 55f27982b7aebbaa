"""One person's month, typed in: work, own assessment, the head's comment and mark."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.i18n import translate
from app.ui.forms import add_row
from app.ui.parts import label

if TYPE_CHECKING:
    from app.services.records.monthly_records import MonthRow

TEXT_PIXELS = 84


class MonthDialog(QDialog):
    """``told`` carries the record. It stays open until that was taken."""

    told = Signal(object)

    def __init__(self, row: MonthRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Records", "{month}月纪实").format(month=row.record.month.title))
        self.setMinimumWidth(600)
        self._record = row.record
        self.work, self.own, self.comment = (
            _text_field(text) for text in (row.record.work, row.record.self_assessment, row.record.comment)
        )
        self.mark = QLineEdit("" if row.record.mark is None else f"{row.record.mark:f}")
        self.fault = label("", wraps=True)
        self.fault.setProperty("tone", "bad")
        self.fault.hide()
        buttons = QDialogButtonBox()
        self.save = buttons.addButton(translate("Records", "记下(&S)"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._tell)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setSpacing(8)
        add_row(form, translate("Records", "工作完成情况(&W)"), self.work)
        add_row(form, translate("Records", "自评(&Z)"), self.own)
        add_row(form, translate("Records", "负责人评语(&C)"), self.comment)
        add_row(form, translate("Records", "负责人评分(&F)"), self.mark)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(label(f"{row.name}　{row.division}　{row.post}", "heading"))
        layout.addLayout(form)
        layout.addWidget(self.fault)
        layout.addWidget(buttons)

    def _tell(self) -> None:
        text = self.mark.text().strip()
        try:
            mark = Decimal(text) if text else None
        except InvalidOperation:
            self.fault.setText(translate("Records", "评分要写数，现在写的是“{text}”。").format(text=text))
            self.fault.show()
            return
        self.fault.hide()
        self.told.emit(
            replace(
                self._record,
                work=self.work.toPlainText().strip(),
                self_assessment=self.own.toPlainText().strip(),
                comment=self.comment.toPlainText().strip(),
                mark=mark,
            )
        )


def _text_field(text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setFixedHeight(TEXT_PIXELS)
    made.setTabChangesFocus(True)
    return made
