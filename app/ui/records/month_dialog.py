"""One person's month, typed in: work, own assessment, the head's comment and mark."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n import translate
from app.ui.asking import AskingDialog, text_field

if TYPE_CHECKING:
    from app.services.records.monthly_records import MonthRow


class MonthDialog(AskingDialog):
    """``told`` carries the record."""

    told = Signal(object)

    def __init__(self, row: MonthRow, parent: QWidget | None = None) -> None:
        title = translate("Records", "{month}月纪实").format(month=row.record.month.title)
        heading = f"{row.name}　{row.division}　{row.post}"
        super().__init__(title, translate("Records", "记下(&S)"), parent, heading)
        self._record = row.record
        self.work, self.own, self.comment = (
            text_field(text) for text in (row.record.work, row.record.self_assessment, row.record.comment)
        )
        self.mark = QLineEdit("" if row.record.mark is None else f"{row.record.mark:f}")
        self.add(translate("Records", "工作完成情况(&W)"), self.work)
        self.add(translate("Records", "自评(&Z)"), self.own)
        self.add(translate("Records", "负责人评语(&C)"), self.comment)
        self.add(translate("Records", "负责人评分(&F)"), self.mark)

    def tell(self) -> None:
        text = self.mark.text().strip()
        try:
            mark = Decimal(text) if text else None
        except InvalidOperation:
            self.show_faults([translate("Records", "评分要写数，现在写的是“{text}”。").format(text=text)])
            return
        self.show_faults(())
        self.told.emit(
            replace(
                self._record,
                work=self.work.toPlainText().strip(),
                self_assessment=self.own.toPlainText().strip(),
                comment=self.comment.toPlainText().strip(),
                mark=mark,
            )
        )
