"""The pages at the left edge, and which book they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import icon

WIDTH = 176


class Place(NamedTuple):
    """A page as the navigation knows it: its key, name and picture."""

    key: str
    title: str
    picture: str


class Navigation(QFrame):
    """Buttons, one a page; ``chosen`` carries the key of the one asked for."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setFixedWidth(WIDTH)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._court = QLabel()
        self._court.setObjectName("court")
        self._court.setWordWrap(True)
        self._book = QLabel()
        self._book.setObjectName("book")
        self._book.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 14, 10, 12)
        layout.setSpacing(4)
        layout.addWidget(self._court)
        layout.addWidget(self._book)
        layout.addSpacing(10)
        for number, place in enumerate(places, 1):
            layout.addWidget(self._button(place, number))
        layout.addStretch(1)
        self._group.buttonClicked.connect(self._choose)

    def show_book(self, court: str, path: Path) -> None:
        """Say whose book this is."""
        self._court.setText(court)
        self._book.setText(path.name)
        self._book.setToolTip(str(path))

    def mark(self, key: str) -> None:
        """Show which page is open."""
        self._buttons[key].setChecked(True)

    def _button(self, place: Place, number: int) -> QPushButton:
        made = QPushButton(place.title)
        made.setProperty("role", "place")
        made.setCheckable(True)
        made.setIcon(icon(place.picture))
        made.setIconSize(QSize(20, 20))
        made.setToolTip(f"{place.title}（Ctrl+{number}）")
        made.setObjectName(place.key)
        self._group.addButton(made)
        self._buttons[place.key] = made
        return made

    @Slot(object)
    def _choose(self, clicked: QPushButton) -> None:
        self.chosen.emit(clicked.objectName())
