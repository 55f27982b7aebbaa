"""Why a sheet was sent back, or what it waits for: every place in it, in the words of the day it was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.i18n import translate
from app.ui.delegates import TagDelegate
from app.ui.parts import label
from app.ui.problems import KIND_TONES, kind_word
from app.ui.remedies import in_window
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

if TYPE_CHECKING:
    from app.domain.receipts import ToldFault
    from app.services.collecting.handing_in import BoardLine


class FaultLine(NamedTuple):
    """One fault with its place in the list, which names it."""

    number: int
    fault: ToldFault

    @property
    def kind(self) -> str:
        """question or fault."""
        return "question" if self.fault.question else "fault"


def fault_columns() -> tuple[Column[FaultLine], ...]:
    """The columns of the list."""
    return (
        Column(
            translate("HandingIn", "类别"), lambda line: kind_word(line.kind), tone=lambda line: KIND_TONES[line.kind]
        ),
        Column(translate("HandingIn", "单元格"), lambda line: line.fault.cell, width=80),
        Column(translate("HandingIn", "现在写的"), lambda line: line.fault.value, width=130),
        Column(translate("HandingIn", "问题"), lambda line: line.fault.message, width=330),
        Column(translate("HandingIn", "怎么办"), lambda line: in_window(line.fault.remedy), width=300),
    )


class FaultsDialog(QDialog):
    """The faults of one sheet; ``to_imports`` is set once the user asked to go and take the mended file in."""

    def __init__(self, line: BoardLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to_imports = False
        self.setWindowTitle(translate("HandingIn", "退回的原因"))
        self.resize(980, 460)
        heading = translate("HandingIn", "{division} {sheet}：{file}").format(
            division=line.division, sheet=line.sheet, file=line.file
        )
        self.model = RecordModel(fault_columns(), key=lambda row: row.number)
        self.view = RecordView(self.model)
        self.view.setItemDelegateForColumn(0, TagDelegate(self.view))
        self.view.show_lines(3)
        self.model.set_rows(FaultLine(number, fault) for number, fault in enumerate(line.problems, 1))
        self.view.fit_columns(hide_empty=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = self.buttons.addButton(translate("HandingIn", "复制全部(&C)"), QDialogButtonBox.ButtonRole.ActionRole)
        mend = self.buttons.addButton(
            translate("HandingIn", "导入改好的表(&O)"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(written(line)))
        mend.clicked.connect(self._go)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label(heading, "heading"))
        layout.addWidget(self.view)
        layout.addWidget(self.buttons)

    def _go(self) -> None:
        self.to_imports = True
        self.accept()


def written(line: BoardLine) -> str:
    """All of it as text, to be sent to the division."""
    told = (f"{each.cell}　{each.message}{in_window(each.remedy)}" for each in line.problems)
    return "\n".join((f"{line.division}　{line.sheet}　{line.file}", *told))
