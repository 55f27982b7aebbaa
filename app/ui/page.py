"""What every page has: a title with its doings at the right, one banner, and a reload when the book has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.parts import Banner, label


class Page(QWidget):
    """A page of the window. It gets a Desk and nothing else.

    ``page_requested`` asks the window for another page, by its key, and what to show there.
    """

    page_requested = Signal(str, object)
    key = ""

    def __init__(self, title: str, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.book = desk.book
        self.jobs = desk.jobs
        self.is_behind = True
        self.title = label(title, "title")
        self.subtitle = label("", "subtitle")
        self.banner = Banner()
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addWidget(self.title)
        self.header.addSpacing(4)
        self.header.addWidget(self.subtitle)
        self.header.addStretch(1)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(20, 14, 20, 14)
        self.content.setSpacing(10)
        self.content.addLayout(self.header)
        self.content.addWidget(self.banner)
        desk.changes.changed.connect(self._hear_of_changes)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed in this book now."""
        return bool(self.book.read_only)

    def refresh(self) -> None:
        """Read again what the page shows; a page that shows something of the book replaces this."""
        self.is_behind = False

    def find(self) -> None:
        """Put the keyboard where one searches."""

    def show_thing(self, thing: Any) -> None:
        """Show what another page asked for."""

    def carry_out(
        self,
        work: Callable[[], Any],
        words: Callable[[Any], str],
        *,
        changes: Callable[[Any], Any] = lambda told: told.changes,
        dialog: QDialog | None = None,
    ) -> None:
        """Change the book on the job thread, tell every page what changed, and say here what was done.

        ``words`` and ``changes`` make these of what the work gave. A ``dialog`` that asked for it goes once it was done.
        """

        def tell(told: Any) -> None:
            if dialog is not None:
                dialog.accept()
            self.desk.changes.changed.emit(changes(told))
            self.banner.say(words(told), "good")

        self.jobs.run(dialog or self, lambda _job: work(), done=tell)

    def concerns(self, _changes: Any) -> bool:
        """Whether the page shows anything of what changed."""
        return True

    @Slot(object)
    def _hear_of_changes(self, changes: Any) -> None:
        if not self.concerns(changes):
            return
        self.is_behind = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.is_behind:
            self.refresh()
