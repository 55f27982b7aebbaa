"""How a book comes onto the screen: opened, newly made, or the sample court; always on the job thread."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from app.domain.problems import AppError
from app.i18n import translate
from app.ui.jobs import Job, Jobs
from app.ui.preferences import Preferences

if TYPE_CHECKING:
    from app.ui.welcome.new_book import NewBook

READABLE = ("book-locked", "book-not-writable", "book-on-network")
"""What keeps from writing, yet not from reading."""
MISSING = "book-missing"


class OpenedBook(NamedTuple):
    """A book ready to show; ``why_read_only`` says who writes it, where somebody does."""

    book: Any
    path: Path
    court: str
    why_read_only: str


class Opening(QObject):
    """Asks for a book, opens it, and says ``opened``; ``busy`` tells that one is on its way."""

    opened = Signal(object)
    busy = Signal(bool)
    recent_changed = Signal()

    def __init__(self, jobs: Jobs, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._preferences = preferences
        self._over = parent
        self.current: Path | None = None
        """The book that is on the screen: opening it again would only find it in use, by ourselves."""

    def warm_up(self) -> None:
        """Import what is heavy, now that the window has been painted: first what opening a book needs."""
        self._jobs.run(self, _import_storage)
        self._jobs.run(self, _import_services)

    @Slot()
    def ask_open(self) -> None:
        """Let the user choose a book, and open it."""
        folder = str(self._preferences.folder("books"))
        pattern = translate("Opening", "考核库 (*.hj);;所有文件 (*)")
        path, _ = QFileDialog.getOpenFileName(self._over, translate("Opening", "打开考核库"), folder, pattern)
        if path:
            self.open(Path(path))

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open the book at ``path``; read-only, if somebody else is writing it."""
        if self.current is not None and path.absolute() == self.current:
            return
        self._run(lambda _job: open_for_window(path), "", path)

    @Slot()
    def ask_new(self) -> None:
        """Let the user tell whose book it is, make it and open it."""
        from app.ui.welcome.new_book import NewBookDialog

        dialog = NewBookDialog(self._preferences.folder("books"), self._over)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            told = dialog.told
            self._run(lambda _job: make_for_window(told), "", told.path)

    @Slot()
    def ask_sample(self) -> None:
        """Let the user choose a folder, make the sample court there and open its book."""
        from app.ui.welcome.sample_court import SampleCourtDialog

        proposal = self._preferences.folder("sample") / translate("SampleCourt", "衡绩示例法院")
        while True:
            dialog = SampleCourtDialog(proposal, self._over)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return
            folder = dialog.told
            made = made_before(folder)
            if made is None:
                break
            if self._prefers_opening(made):
                self.open(made)
                return
            proposal = free_folder(folder)
        self._preferences.remember_folder("sample", folder.parent)
        self._run(lambda job: sample_for_window(folder, job), translate("Opening", "正在制作示例法院"), folder)

    def _prefers_opening(self, made: Path) -> bool:
        question = translate("Opening", "这里已经有一所示例法院：{path}\n直接打开它吗？").format(path=made)
        answer = QMessageBox.question(self._over, translate("Opening", "看看示例法院"), question)
        return answer == QMessageBox.StandardButton.Yes

    def _run(self, work: Any, title: str, path: Path) -> None:
        self.busy.emit(True)
        self._jobs.run(
            self,
            work,
            done=self._done,
            failed=lambda error: self._failed(error, path),
            cancelled=lambda: self.busy.emit(False),
            title=title,
        )

    def _done(self, opened: OpenedBook) -> None:
        self.busy.emit(False)
        self._preferences.remember_book(opened.path)
        self._preferences.remember_folder("books", opened.path.parent)
        self.opened.emit(opened)

    def _failed(self, error: BaseException, path: Path) -> None:
        self.busy.emit(False)
        if isinstance(error, AppError) and error.code == MISSING:
            self._preferences.forget_book(path)
            self.recent_changed.emit()
        self._jobs.fail(self._over, error)


def _import_storage(_job: Job) -> None:
    from app.services import books, overview, rosters  # noqa: F401


def _import_services(_job: Job) -> None:
    """What the pages use, so that no page has to wait for it."""
    from app.services.papers import archives  # noqa: F401
    from app.services.scoring import computing, results  # noqa: F401
    from app.services.taking_in import imports  # noqa: F401


def open_for_window(path: Path) -> OpenedBook:
    """The book at ``path``; whoever comes second may read. To be called on the job thread."""
    from app.messages import sentence
    from app.services import books

    why = ""
    try:
        book = books.open_book(path)
    except AppError as error:
        if error.code not in READABLE:
            raise
        why = sentence(error.code, error.values).text
        book = books.open_book(path, read_only=True)
    return OpenedBook(book, Path(path), books.court_of(book).name, why)


def make_for_window(told: NewBook) -> OpenedBook:
    """A new book, open. To be called on the job thread."""
    from app.services import books

    book = books.new_book(told.path, court=told.court, code=told.code, level=told.level)
    return OpenedBook(book, told.path, told.court, "")


def sample_for_window(folder: Path, job: Job) -> OpenedBook:
    """The sample court, made in ``folder`` and open; its volumes can be printed later. To be called on the job thread."""
    from app.services import demo

    report = demo.make_sample_court(folder, volumes=False, report=job)
    return open_for_window(report.book_path)


def free_folder(folder: Path) -> Path:
    """The first folder of this name and a number that is not there yet."""
    return next(each for number in count(2) if not (each := folder.with_name(f"{folder.name} {number}")).exists())


def made_before(folder: Path) -> Path | None:
    """The sample court's book where one has been made in ``folder`` before."""
    return next(iter(sorted(folder.glob("*.hj"))), None) if folder.is_dir() else None
