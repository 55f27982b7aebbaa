"""The one signal that says: the book is no longer what it was."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ChangeBus(QObject):
    """Carries the Changes that a service returned to every page; each reloads if it is concerned."""

    changed = Signal(object)
