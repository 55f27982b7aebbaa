"""One open book on the screen: its pages, the navigation beside them, and who else writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import translate
from app.ui.desk import Desk
from app.ui.navigation import Navigation, Place
from app.ui.opening import OpenedBook
from app.ui.page import Page
from app.ui.parts import Banner

MakePage = Callable[[Desk], Page]


class BookView(QWidget):
    """Pages are made when they are first asked for; the first of ``places`` is shown at once."""

    def __init__(self, desk: Desk, opened: OpenedBook, places: Sequence[Place], makers: Mapping[str, MakePage]) -> None:
        super().__init__()
        self._desk = desk
        self._makers = makers
        self._pages: dict[str, Page] = {}
        self.navigation = Navigation(places)
        self.navigation.show_book(opened.court, opened.path)
        self.banner = Banner()
        self.stack = QStackedWidget()
        self._lay_out()
        self._tell(opened)
        self.navigation.chosen.connect(self.go_to)
        self.go_to(places[0].key)

    @property
    def page(self) -> Page | None:
        """The page on screen."""
        current = self.stack.currentWidget()
        return current if isinstance(current, Page) else None

    def go_to(self, key: str, thing: Any = None) -> None:
        """Open a page, and show a thing there."""
        page = self._pages.get(key)
        if page is None:
            page = self._makers[key](self._desk)
            page.key = key
            page.page_requested.connect(self.go_to)
            self._pages[key] = page
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.navigation.mark(key)
        if thing is not None:
            page.show_thing(thing)

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(20, 10, 20, 0)
        above.addWidget(self.banner)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(above)
        right.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)

    def _tell(self, opened: OpenedBook) -> None:
        """What must be known before anything else: that one can only look, or that the book was brought up to date."""
        if opened.book.read_only:
            self.banner.say(opened.why_read_only + translate("Window", "现在只能查看，不能改动。"), "warn")
        elif opened.book.aside:
            told = translate("Window", "这个考核库是旧版程序做的，已经升级；升级前的原样另存为：{path}")
            self.banner.say(told.format(path=opened.book.aside))
