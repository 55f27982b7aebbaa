"""The first page: make a book, open one, or look at the sample court."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.i18n import translate
from app.ui.icons import picture
from app.ui.parts import Banner, label, list_line

WIDTH = 780
_PATH = int(Qt.ItemDataRole.UserRole)


class WelcomePage(QWidget):
    """Three offers and the recent books. It only says what is wished; the window does it."""

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    book_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner()
        self.new = Offer("new", translate("Welcome", "新建考核库(&N)"), translate("Welcome", "为本院建一个空的库"))
        self.open = Offer("open", translate("Welcome", "打开考核库(&O)"), translate("Welcome", "打开已有的 .hj 文件"))
        self.sample = Offer(
            "sample", translate("Welcome", "看看示例法院(&D)"), translate("Welcome", "人和数字都是虚构的")
        )
        self.recent_heading = label(translate("Welcome", "最近打开"), "heading")
        self.recent = QListWidget()
        self.recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._lay_out()
        self._connect()

    def show_recent(self, books: Sequence[Path]) -> None:
        """List the books opened last; without any, offer the sample court plainly."""
        self.recent.clear()
        for path in books:
            item = list_line(f"{path.stem}　　{path.parent}")
            item.setData(_PATH, str(path))
            item.setToolTip(str(path))
            self.recent.addItem(item)
        for widget in (self.recent, self.recent_heading):
            widget.setVisible(bool(books))
        first = translate(
            "Welcome",
            "第一次使用？先看看示例法院：一所虚构的中级法院，全年的花名册、案件、台账和得分都已做好，随便试，不会影响任何真实数据。",
        )
        offer = translate("Welcome", "看看示例法院")
        self.banner.say("" if books else first, "calm", offer, self.sample_requested.emit)

    def set_busy(self, busy: bool) -> None:
        """Accept no further wish while a book is being opened or made."""
        for widget in (self.new, self.open, self.sample, self.recent, self.banner):
            widget.setEnabled(not busy)

    def _lay_out(self) -> None:
        sign = QLabel()
        sign.setPixmap(picture("hengji", 52))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(translate("Welcome", "衡绩"), "title"))
        words.addWidget(label(translate("Welcome", "法院全员绩效考核"), "subtitle"))
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(sign)
        head.addLayout(words)
        head.addStretch(1)
        offers = QHBoxLayout()
        offers.setSpacing(12)
        for offer in (self.new, self.open, self.sample):
            offers.addWidget(offer, 1)
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        inside = QVBoxLayout(column)
        inside.setSpacing(14)
        inside.addLayout(head)
        inside.addWidget(self.banner)
        inside.addLayout(offers)
        inside.addSpacing(6)
        inside.addWidget(self.recent_heading)
        inside.addWidget(self.recent, 1)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(24, 48, 24, 24)
        outside.addStretch(1)
        outside.addWidget(column, 20, Qt.AlignmentFlag.AlignTop)
        outside.addStretch(1)

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_requested)
        self.open.clicked.connect(self.open_requested)
        self.sample.clicked.connect(self.sample_requested)
        self.recent.itemActivated.connect(self._open_recent)
        self.recent.itemClicked.connect(self._open_recent)

    @Slot(QListWidgetItem)
    def _open_recent(self, item: QListWidgetItem) -> None:
        self.book_requested.emit(Path(item.data(_PATH)))


class Offer(QPushButton):
    """A large button: a picture, what it does, and a line about it."""

    def __init__(self, drawn: str, title: str, about: str) -> None:
        super().__init__()
        self.setProperty("role", "offer")
        self.setAccessibleName(title)
        image = QLabel()
        image.setPixmap(picture(drawn, 32, "accent"))
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        heading.setBuddy(self)
        about_label = label(about, "soft", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(heading)
        words.addWidget(about_label)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(image)
        layout.addLayout(words, 1)
        self.setMinimumHeight(84)
        for below in self.findChildren(QLabel):
            below.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
