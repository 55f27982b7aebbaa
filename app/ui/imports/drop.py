"""Where files are dropped, or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.i18n import translate
from app.ui.parts import button, label

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".et", ".xlsb", ".ods", ".csv", ".htm", ".html")


class DropZone(QFrame):
    """A frame for files; ``dropped`` carries their paths, ``choose`` is the button beside. For any sheet unless told."""

    dropped = Signal(object)

    def __init__(self, heading: str = "", about: str = "", choose: str = "") -> None:
        super().__init__()
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self.choose = button(choose or translate("Imports", "选择文件(&O)…"), "primary")
        about = about or translate(
            "Imports",
            "花名册、离岗、方案、数据、案件、台账、测评都可以，一次可以放几个文件；是什么表、表头在哪一行，程序自己认。",
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(heading or translate("Imports", "把表格文件拖到这里"), "heading"))
        self.about = label(about, "soft", wraps=True)
        words.addWidget(self.about)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(16)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.choose)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Take no more height than needed, once the words about it have been read."""
        self.about.setVisible(not compact)
        above = 5 if compact else 12
        self._row.setContentsMargins(18, above, 14, above)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._mark(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(over=False)
        event.acceptProposedAction()
        self.dropped.emit(dropped_files(event.mimeData()))

    def _mark(self, *, over: bool) -> None:
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)


def dropped_files(mime: QMimeData) -> tuple[Path, ...]:
    """The files on this computer that are being dropped."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
