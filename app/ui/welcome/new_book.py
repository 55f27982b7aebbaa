"""Ask for what a new book needs: whose it is, and where it shall be."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.i18n import translate
from app.ui.forms import add_row
from app.ui.parts import button, label

LEVELS = ("", "基层", "中级", "高级", "专门")
SUFFIX = ".hj"


class NewBook(NamedTuple):
    """What a new book is made from."""

    path: Path
    court: str
    code: str
    level: str


class NewBookDialog(QDialog):
    """Court, code, level and file; can be accepted once court and file are told."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("NewBook", "新建考核库"))
        self.setMinimumWidth(560)
        self._folder = folder
        self._path_typed = False
        self.court = QLineEdit()
        self.court.setPlaceholderText(translate("NewBook", "例如：某市中级人民法院"))
        self.code = QLineEdit()
        self.code.setPlaceholderText(translate("NewBook", "可以不填"))
        self.level = QComboBox()
        self.level.addItems([translate("NewBook", "（不选）"), *LEVELS[1:]])
        self.path = QLineEdit()
        self.browse = button(translate("NewBook", "选择(&B)…"))
        self.buttons = QDialogButtonBox()
        self.ok = self.buttons.addButton(translate("NewBook", "新建"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(translate("NewBook", "取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.ok.setDefault(True)
        self.ok.setEnabled(False)
        self._lay_out()
        self._connect()

    @property
    def told(self) -> NewBook:
        """What was typed in; a path without ending gets .hj."""
        path = Path(self.path.text().strip())
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        return NewBook(path, self.court.text().strip(), self.code.text().strip(), LEVELS[self.level.currentIndex()])

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        add_row(form, translate("NewBook", "法院全称(&C)＊"), self.court)
        add_row(form, translate("NewBook", "法院代码(&D)"), self.code)
        add_row(form, translate("NewBook", "层级(&L)"), self.level)
        add_row(form, translate("NewBook", "存为(&F)＊"), self.path, self.browse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        about = translate(
            "NewBook", "一个法院的全部考核内容都存在这一个文件里。请放在本机硬盘上，不要放在网络共享文件夹里。"
        )
        layout.addWidget(label(about, "soft", wraps=True))
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.browse.clicked.connect(self._browse)
        self.court.textChanged.connect(self._propose_path)
        self.path.textEdited.connect(self._note_typing)
        self.path.textChanged.connect(self._check)

    @Slot()
    def _propose_path(self) -> None:
        court = "".join(sign for sign in self.court.text().strip() if sign not in '\\/:*?"<>|')
        if not self._path_typed:
            self.path.setText(str(self._folder / f"{court}考核库{SUFFIX}") if court else "")
        self._check()

    @Slot()
    def _note_typing(self) -> None:
        self._path_typed = True

    @Slot()
    def _check(self) -> None:
        self.ok.setEnabled(bool(self.court.text().strip() and self.path.text().strip()))

    @Slot()
    def _browse(self) -> None:
        start = self.path.text() or str(self._folder / f"考核库{SUFFIX}")
        pattern = translate("NewBook", "考核库 (*.hj)")
        path, _ = QFileDialog.getSaveFileName(self, translate("NewBook", "新建考核库"), start, pattern)
        if path:
            self._path_typed = True
            self.path.setText(path)
