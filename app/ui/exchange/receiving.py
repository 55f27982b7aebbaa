"""收上报包: what the files are and what speaks against them, before anything is taken in; and which courts should hand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.i18n import translate
from app.ui.delegates import TagDelegate
from app.ui.exchange.court_columns import package_columns, package_lines
from app.ui.forms import caption
from app.ui.parts import label
from app.ui.table_view import RecordView
from app.ui.tables import RecordModel

if TYPE_CHECKING:
    from app.services.taking_in.staging.records import Staging


class PackagesDialog(QDialog):
    """Every file with what becomes of it; ``renamed`` tells that courts which changed their names are known."""

    def __init__(self, staging: Staging, parent: QWidget | None = None, *, renamed: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Exchange", "收上报包"))
        self.resize(1150, 480)
        lines = package_lines(staging)
        self._good = sum(each.status == "taken" for each in staging.workbooks)
        self.model = RecordModel(package_columns(), key=lambda line: line.number)
        self.view = RecordView(self.model)
        self.view.setAccessibleName(translate("Exchange", "上报包"))
        self.view.setItemDelegateForColumn(0, TagDelegate(self.view))
        self.view.show_lines(3)
        self.model.set_rows(lines)
        self.view.fit_columns(hide_empty=True)
        self.renamed = QCheckBox(translate("Exchange", "问过了，是改了名：用上报包里的院名(&N)"))
        self.renamed.setChecked(renamed)
        self.renamed.setVisible(renamed or any(line.state == "asked" for line in lines))
        self.buttons = QDialogButtonBox()
        self.take = self.buttons.addButton(
            translate("Exchange", "收下 {count} 份(&T)").format(count=self._good),
            QDialogButtonBox.ButtonRole.AcceptRole,
        )
        self.take.setDefault(True)
        self.cancel = self.buttons.addButton(self._leaving(), QDialogButtonBox.ButtonRole.RejectRole)
        self.heading = label(self._heading(staging), wraps=True)
        self._lay_out()
        self.renamed.toggled.connect(self._offer)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._asked_before = renamed
        self._offer()

    @property
    def wants_another_look(self) -> bool:
        """Whether the answer about names has changed, so that the files must be held against the book again."""
        return self.renamed.isChecked() != self._asked_before

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.renamed)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _leaving(self) -> str:
        return translate("Exchange", "取消") if self._good else translate("Exchange", "关闭")

    def _heading(self, staging: Staging) -> str:
        refused = sum(each.status == "refused" for each in staging.workbooks)
        if not refused and not self._good:
            return translate("Exchange", "和已经收下的完全一样，没有什么要收的。")
        if not refused:
            return translate("Exchange", "收下以前先看一看；收错了可以在“导入”页的导入记录里撤回。")
        words = translate("Exchange", "{count} 个文件不能收，原因写在各行；其余的照样可以收下。")
        if not self._good:
            words = translate("Exchange", "没有可以收下的；{count} 个文件不能收，原因写在各行。")
        return words.format(count=refused)

    @Slot()
    def _offer(self) -> None:
        self.take.setVisible(bool(self._good) or self.wants_another_look)
        if self.wants_another_look:
            self.take.setText(translate("Exchange", "重新核对(&T)"))
        else:
            self.take.setText(translate("Exchange", "收下 {count} 份(&T)").format(count=self._good))


class ExpectDialog(QDialog):
    """Courts that should hand in, one a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Exchange", "登记应当上报的法院"))
        self.resize(520, 360)
        self.lines = QPlainTextEdit()
        self.lines.setPlaceholderText(translate("Exchange", "0681 溪山县人民法院\n0682 云岭县人民法院"))
        self.lines.setTabChangesFocus(True)
        self.buttons = QDialogButtonBox()
        self.ok = self.buttons.addButton(translate("Exchange", "登记(&R)"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setDefault(True)
        self.buttons.addButton(translate("Exchange", "取消"), QDialogButtonBox.ButtonRole.RejectRole)
        about = translate(
            "Exchange",
            "一行一个法院：代码、空格、名称；没有代码的只写名称。可以从表格里整列复制过来，登记过的不会重复。",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(about, "soft", wraps=True))
        column.addWidget(caption(translate("Exchange", "法院(&C)"), self.lines))
        column.addWidget(self.lines, 1)
        column.addWidget(self.buttons)
        self.lines.textChanged.connect(self._offer)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._offer()

    @property
    def told(self) -> tuple[str, ...]:
        """The courts, each as ``代码 名称`` or ``名称``."""
        lines = (" ".join(line.split()) for line in self.lines.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    @Slot()
    def _offer(self) -> None:
        self.ok.setEnabled(bool(self.told))
