"""What the window remembers from one day to the next: recent books, its place on the screen, folders last used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

RECENT_BOOKS = 8


class Preferences:
    """Kept in a small text file of the computer's user, never in a book."""

    def __init__(self, path: Path | None = None) -> None:
        if path is None:
            path = Path(
                QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation), "window.ini"
            )
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def recent_books(self) -> tuple[Path, ...]:
        """The books opened last, newest first."""
        told: Any = self._settings.value("books/recent", [])
        names = [told] if isinstance(told, str) else list(told or [])
        return tuple(Path(name) for name in names if name)

    def remember_book(self, path: Path) -> None:
        """Put a book first."""
        others = [each for each in self.recent_books if each != path]
        self._settings.setValue("books/recent", [str(each) for each in (path, *others)][:RECENT_BOOKS])

    def forget_book(self, path: Path) -> None:
        """Leave a book out of the list."""
        self._settings.setValue("books/recent", [str(each) for each in self.recent_books if each != path])

    def folder(self, purpose: str, first: Path | None = None) -> Path:
        """The folder used last for a purpose; at first ``first``, or the documents folder."""
        told = self._settings.value(f"folders/{purpose}", "")
        if told and Path(str(told)).is_dir():
            return Path(str(told))
        if first is not None:
            return first
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return documents if documents.is_dir() else Path.home()

    def remember_folder(self, purpose: str, path: Path) -> None:
        """Begin there next time."""
        self._settings.setValue(f"folders/{purpose}", str(path))

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window stood."""
        told = self._settings.value("window/geometry")
        return told if isinstance(told, QByteArray) and not told.isEmpty() else None

    def remember_geometry(self, geometry: QByteArray) -> None:
        """Stand there next time."""
        self._settings.setValue("window/geometry", geometry)
