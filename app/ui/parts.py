"""Small pieces of the screens: labels in their roles, buttons, cards and the banner."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.icons import icon, picture
from app.ui.theme import ROW_PIXELS

_BANNER_ICONS = {"warn": "warning", "bad": "warning", "good": "done", "calm": "overview"}


def label(text: str = "", role: str = "", *, wraps: bool = False) -> QLabel:
    """A label in one of the style sheet's roles: title, subtitle, heading, soft, figure, empty."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    return made


def button(text: str, role: str = "", *, drawn: str = "") -> QPushButton:
    """A button: ``primary`` for what the page is for, ``quiet`` for what stands beside, else plain."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    if drawn:
        made.setIcon(icon(drawn, "paper" if role == "primary" else "soft"))
        made.setIconSize(QSize(16, 16))
    return made


def list_line(text: str) -> QListWidgetItem:
    """A line of a list, as high as a table's row: the style sheet's padding does not count for the height."""
    made = QListWidgetItem(text)
    made.setSizeHint(QSize(0, ROW_PIXELS))
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another role of the style sheet."""
    _set_property(widget, "role", role)


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget another tone of the style sheet."""
    _set_property(widget, "tone", tone)


def _set_property(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    for below in widget.findChildren(QLabel):
        below.style().unpolish(below)
        below.style().polish(below)


def card(*widgets: QWidget, margin: int = 14) -> QFrame:
    """A white surface with things one below another."""
    made = QFrame()
    made.setProperty("role", "card")
    layout = QVBoxLayout(made)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(6)
    for widget in widgets:
        layout.addWidget(widget)
    return made


class Banner(QFrame):
    """One line across the page that says something about the whole of it; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._picture = QLabel()
        self._text = label(wraps=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = button("")
        self.button.clicked.connect(self._do)
        self._doing: Callable[[], object] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 7, 8, 7)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(
        self, text: str, tone: str = "calm", button_text: str = "", doing: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence, with a button that does something about it; an empty sentence hides the banner."""
        self._text.setText(text)
        self._doing = doing
        self.button.setText(button_text)
        self.button.setVisible(doing is not None)
        self._picture.setPixmap(picture(_BANNER_ICONS[tone], 18, "accent" if tone == "calm" else tone))
        set_tone(self, tone)
        self.setVisible(bool(text))

    @Slot()
    def _do(self) -> None:
        if self._doing is not None:
            self._doing()
