"""The main window: the welcome page or a book, the menus, and the line of long work."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from app import __version__
from app.i18n import translate
from app.ui.changes import ChangeBus
from app.ui.desk import Desk
from app.ui.jobs import Jobs
from app.ui.menus import Menus
from app.ui.navigation import Place
from app.ui.opening import OpenedBook, Opening
from app.ui.preferences import Preferences
from app.ui.progress import ProgressLine
from app.ui.welcome.page import WelcomePage

if TYPE_CHECKING:
    from app.ui.book_view import BookView
    from app.ui.page import Page


class MainWindow(QMainWindow):
    """Shows one book at a time. ``painted`` is told once, after the window stood on the screen."""

    painted = Signal()
    _drawn = Signal()
    _idle = Signal()
    book_shown = Signal()

    def __init__(
        self,
        places: Sequence[Place],
        makers: Mapping[str, Callable[[Desk], Page]],
        jobs: Jobs,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self._places = tuple(places)
        self._makers = makers
        self._jobs = jobs
        self._preferences = preferences
        self._opened: OpenedBook | None = None
        self._desk: Desk | None = None
        self.view: BookView | None = None
        self._was_painted = False
        self._closing = False
        self._help: Any = None
        self.opening = Opening(jobs, preferences, self)
        self.welcome = WelcomePage()
        self.whole = QStackedWidget()
        self.progress = ProgressLine(jobs)
        self.menus = Menus(self, self._places, self._doings())
        self._lay_out()
        self._connect()
        self._show_welcome()

    @property
    def page(self) -> Page | None:
        """The page on screen, or None while no book is open."""
        return None if self.view is None else self.view.page

    def go_to(self, key: str) -> None:
        """Open a page of the book."""
        if self.view is not None:
            self.view.go_to(key)

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
        if self._opened is not None and not self._jobs.under_way:
            self._close_book()
        if self._jobs.under_way:
            event.ignore()
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
        self.whole.addWidget(self.welcome)
        centre = QWidget()
        rows = QVBoxLayout(centre)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.whole, 1)
        rows.addWidget(self.progress)
        self.setCentralWidget(centre)
        self.setMinimumSize(960, 600)
        # With its frame it must fit a small screen, and a large one that shows everything larger.
        room = self.screen().availableSize()
        self.resize(min(1280, room.width() - 20), min(720, room.height() - 60))
        geometry = self._preferences.geometry
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _connect(self) -> None:
        self.welcome.new_requested.connect(self.opening.ask_new)
        self.welcome.open_requested.connect(self.opening.ask_open)
        self.welcome.sample_requested.connect(self.opening.ask_sample)
        self.welcome.book_requested.connect(self.opening.open)
        self.opening.opened.connect(self._show_book)
        self.opening.busy.connect(self.welcome.set_busy)
        self.opening.recent_changed.connect(self._show_recent)
        self._jobs.ended.connect(self._close_when_idle)
        # Queued: told once Qt is done with what it is doing now.
        self._drawn.connect(self.painted, Qt.ConnectionType.QueuedConnection)
        self._idle.connect(self.close, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _show_recent(self) -> None:
        self.welcome.show_recent(self._preferences.recent_books)

    def _show_welcome(self) -> None:
        self.setWindowTitle(translate("Window", "衡绩 · 法院全员绩效考核"))
        self._show_recent()
        self.whole.setCurrentWidget(self.welcome)
        self.menus.set_book_open(False)

    @Slot(object)
    def _show_book(self, opened: OpenedBook) -> None:
        from app.ui.book_view import BookView

        self._leave_book()
        self._opened = opened
        self.opening.current = opened.path.absolute()
        self._desk = Desk(opened.book, self._jobs, ChangeBus(self), self._preferences)
        title = translate("Window", "{court} · {book} · 衡绩")
        self.setWindowTitle(title.format(court=opened.court, book=opened.path.name))
        self.menus.set_book_open(True)
        self.view = BookView(self._desk, opened, self._places, self._makers)
        self.whole.addWidget(self.view)
        self.whole.setCurrentWidget(self.view)
        self.book_shown.emit()

    @Slot()
    def _close_book(self) -> None:
        self._leave_book()
        self._show_welcome()

    def _leave_book(self) -> None:
        """Take the pages away and close the book on the job thread, after whatever still reads it."""
        if self._opened is None or self._desk is None or self.view is None:
            return
        book = self._opened.book
        self._opened = None
        self.opening.current = None
        self.whole.removeWidget(self.view)
        self.view.deleteLater()
        self.view = None
        self._desk.changes.deleteLater()
        self._desk = None
        self._jobs.run(self, lambda _job: book.close())

    @Slot(object)
    def _close_when_idle(self, _job: Any) -> None:
        if self._closing and not self._jobs.under_way:
            self._idle.emit()

    @Slot()
    def _back_up(self) -> None:
        if self._desk is not None and self._opened is not None:
            from app.ui.backup import ask_backup

            ask_backup(self._desk, self._opened.path, self)

    @Slot()
    def _show_help(self) -> None:
        if self._help is None:
            from app.ui.help import HelpDialog

            self._help = HelpDialog(self)
        self._help.show_page(self.page.key if self.page else "welcome")

    @Slot()
    def _show_about(self) -> None:
        text = translate("Window", "衡绩 {version}\n法院全员绩效考核\n\n全部数据只在本机，不联网。").format(
            version=__version__
        )
        QMessageBox.about(self, translate("Window", "关于衡绩"), text)
