"""Help: short pages in Chinese from ``resources/help``, one a page of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget

from app.i18n import translate
from app.paths import RESOURCES
from app.ui.parts import list_line

FOLDER = RESOURCES / "help"
HEADING_PIXELS, PARAGRAPH_PIXELS, LINE_PERCENT = 14, 5, 115


def help_pages() -> tuple[Path, ...]:
    """The help pages in reading order; the file's name is number, key."""
    return tuple(sorted(FOLDER.glob("*.md")))


def key_of(path: Path) -> str:
    """The key of the window's page that a help page is about: ``2-people.md`` is about people."""
    return path.stem.partition("-")[2]


def title_of(path: Path) -> str:
    """The help page's heading."""
    return path.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")


class HelpDialog(QDialog):
    """The pages at the left, the words at the right; stays open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Help", "衡绩 帮助"))
        self.resize(820, 560)
        self._pages = help_pages()
        self.topics = QListWidget()
        self.topics.setFixedWidth(160)
        for path in self._pages:
            self.topics.addItem(list_line(title_of(path)))
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(False)
        self.text.document().setDocumentMargin(16)
        layout = QHBoxLayout(self)
        layout.addWidget(self.topics)
        layout.addWidget(self.text, 1)
        self.topics.currentRowChanged.connect(self._show)

    def show_page(self, key: str) -> None:
        """Open the page about ``key``; the first one where there is none."""
        keys = [key_of(path) for path in self._pages]
        self.topics.setCurrentRow(keys.index(key) if key in keys else 0)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot(int)
    def _show(self, row: int) -> None:
        if row >= 0:
            path = self._pages[row]
            self.text.setSearchPaths([str(FOLDER)])
            self.text.document().setBaseUrl(QUrl.fromLocalFile(f"{FOLDER}/"))
            self.text.setMarkdown(path.read_text(encoding="utf-8"))
            _space_out(self.text.document())


def _space_out(document: QTextDocument) -> None:
    """Give paragraphs and headings some air, which markdown itself does not."""
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        form.setTopMargin(HEADING_PIXELS if form.headingLevel() > 1 else 0)
        form.setBottomMargin(PARAGRAPH_PIXELS)
        form.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(block).setBlockFormat(form)
        block = block.next()
