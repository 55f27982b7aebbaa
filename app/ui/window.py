"""The main window: welcome page or a book's pages, navigation, menus, and the line of long work."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QMetaObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from app import __version__
from app.i18n import translate
from app.ui.backup import ask_backup
from app.ui.changes import ChangeBus
from app.ui.desk import Desk
from app.ui.help import HelpDialog
from app.ui.jobs import Jobs
from app.ui.menus import Menus
from app.ui.navigation import Navigation, Place
from app.ui.opening import OpenedBook, Opening
from app.ui.page import Page
from app.ui.parts import Banner
from app.ui.preferences import Preferences
from app.ui.progress import ProgressLine
from app.ui.welcome.page import WelcomePage

MakePage = Callable[[Desk], Page]


class MainWindow(QMainWindow):
    """Shows one book at a time. ``painted`` is told once, after the window stood on the screen."""

    painted = Signal()
    _drawn = Signal()
    book_shown = Signal()

    def __init__(
        self, places: Sequence[Place], makers: Mapping[str, MakePage], jobs: Jobs, preferences: Preferences
    ) -> None:
        super().__init__()
        self._places = tuple(places)
        self._makers = makers
        self._jobs = jobs
        self._preferences = preferences
        self._opened: OpenedBook | None = None
        self._desk: Desk | None = None
        self._pages: dict[str, Page] = {}
        self._was_painted = False
        self._closing = False
        self._help: HelpDialog | None = None
        self.opening = Opening(jobs, preferences, self)
        self.welcome = WelcomePage()
        self.navigation = Navigation(self._places)
        self.banner = Banner()
        self.stack = QStackedWidget()
        self.whole = QStackedWidget()
        self.progress = ProgressLine(jobs)
        self.menus = Menus(self, self._places, self._doings())
        self._lay_out()
        self._connect()
        self._show_welcome()

    @property
    def page(self) -> Page | None:
        """The page on screen, or None while no book is open."""
        current = self.stack.currentWidget()
        return current if self._opened is not None and isinstance(current, Page) else None

    def go_to(self, key: str, thing: Any = None) -> None:
        """Open a page, and show a thing there."""
        if self._desk is None:
            return
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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self._drawn.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop running work first; the window goes once nothing is under way any more."""
        if self._jobs.under_way and not self._closing and not self._may_stop():
            event.ignore()
            return
        self._closing = True
        for job in self._jobs.under_way:
            job.cancel()
        if self._jobs.under_way:
            event.ignore()
            return
        if self._opened is not None:
            event.ignore()
            self._close_book()
            return
        self._preferences.remember_geometry(self.saveGeometry())
        super().closeEvent(event)

    def _may_stop(self) -> bool:
        job = next((job for job in self._jobs.under_way if job.title), None)
        if job is None:
            return True
        question = translate("Window", "{doing}，还没有做完。要停下来并退出吗？").format(doing=job.title)
        answer = QMessageBox.question(self, translate("Window", "退出"), question)
        return answer == QMessageBox.StandardButton.Yes

    def _doings(self) -> dict[str, Callable[[], object]]:
        doings: dict[str, Callable[[], object]] = {
            "new": self.opening.ask_new,
            "open": self.opening.ask_open,
            "sample": self.opening.ask_sample,
            "backup": self._back_up,
            "close": self._close_book,
            "quit": self.close,
            "find": lambda: self.page.find() if self.page else None,
            "refresh": lambda: self.page.refresh() if self.page else None,
            "help": self._show_help,
            "about": self._show_about,
        }
        for place in self._places:
            doings[f"go:{place.key}"] = lambda key=place.key: self.go_to(key)  # type: ignore[misc]
        return doings

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        around = QVBoxLayout()
        around.setContentsMargins(20, 10, 20, 0)
        around.addWidget(self.banner)
        column.addLayout(around)
        column.addWidget(self.stack, 1)
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(right, 1)
        self.whole.addWidget(self.welcome)
        self.whole.addWidget(desk)
        centre = QWidget()
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.whole, 1)
        rows.addWidget(self.progress)
        self.setCentralWidget(centre)
        self.setMinimumSize(960, 600)
        self.resize(1280, 720)
        geometry = self._preferences.geometry
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _connect(self) -> None:
        self.welcome.new_requested.connect(self.opening.ask_new)
        self.welcome.open_requested.connect(self.opening.ask_open)
        self.welcome.sample_requested.connect(self.opening.ask_sample)
        self.welcome.book_requested.connect(self.opening.open)
        self.navigation.chosen.connect(self.go_to)
        self.opening.opened.connect(self._show_book)
        self.opening.busy.connect(self.welcome.set_busy)
        self.opening.recent_changed.connect(self._show_recent)
        self._jobs.ended.connect(self._close_when_idle)
        self._drawn.connect(self.painted, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _show_recent(self) -> None:
        self.welcome.show_recent(self._preferences.recent_books)

    def _show_welcome(self) -> None:
        self.setWindowTitle(translate("Window", "衡绩 · 法院全员绩效考核"))
        self._show_recent()
        self.whole.setCurrentIndex(0)
        self.menus.set_book_open(False)

    @Slot(object)
    def _show_book(self, opened: OpenedBook) -> None:
        self._leave_book()
        self._opened = opened
        self._desk = Desk(opened.book, self._jobs, ChangeBus(self), self._preferences)
        self.navigation.show_book(opened.court, opened.path)
        self.banner.say(self._why_read_only(opened), "warn")
        self.setWindowTitle(
            translate("Window", "{court} · {book} · 衡绩").format(court=opened.court, book=opened.path.name)
        )
        self.menus.set_book_open(True)
        self.whole.setCurrentIndex(1)
        self.go_to(self._places[0].key)
        self.book_shown.emit()

    @staticmethod
    def _why_read_only(opened: OpenedBook) -> str:
        if not opened.book.read_only:
            return ""
        told = translate("Window", "现在只能查看，不能改动。")
        return f"{opened.why_read_only}{told}" if opened.why_read_only else told

    @Slot()
    def _close_book(self) -> None:
        self._leave_book()
        self._show_welcome()

    def _leave_book(self) -> None:
        """Take the pages away and close the book on the job thread, after whatever still reads it."""
        if self._opened is None:
            return
        book = self._opened.book
        self._opened = None
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        if self._desk is not None:
            self._desk.changes.deleteLater()
            self._desk = None
        self._jobs.run(self, lambda _job: book.close())

    @Slot(object)
    def _close_when_idle(self, _job: Any) -> None:
        if self._closing and not self._jobs.under_way:
            QMetaObject.invokeMethod(self, "close", Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _back_up(self) -> None:
        if self._desk is not None and self._opened is not None:
            ask_backup(self._desk, self._opened.path, self)

    @Slot()
    def _show_help(self) -> None:
        if self._help is None:
            self._help = HelpDialog(self)
        self._help.show_page(self.page.key if self.page else "welcome")

    @Slot()
    def _show_about(self) -> None:
        text = translate("Window", "衡绩 {version}\n法院全员绩效考核\n\n全部数据只在本机，不联网。").format(
            version=__version__
        )
        QMessageBox.about(self, translate("Window", "关于衡绩"), text)
