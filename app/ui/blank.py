"""A place that may be empty: then it says why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.parts import button, label


class Fillable(QStackedWidget):
    """Shows ``inside``, or a sentence with an optional button in its place."""

    asked = Signal()

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._words = label("", "empty", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = button("", "primary")
        self._button.clicked.connect(self.asked)
        blank = QWidget()
        layout = QVBoxLayout(blank)
        layout.addStretch(2)
        layout.addWidget(self._words)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)
        self.addWidget(inside)
        self.addWidget(blank)

    @property
    def words(self) -> str:
        """What stands in place of the inside, or an empty text."""
        return self._words.text() if self.currentIndex() else ""

    def show_inside(self) -> None:
        """There is something to show."""
        self.setCurrentIndex(0)

    def show_words(self, text: str, button_text: str = "") -> None:
        """There is nothing: say why, and offer to do something about it."""
        self._words.setText(text)
        self._button.setText(button_text)
        self._button.setVisible(bool(button_text))
        self.setCurrentIndex(1)
