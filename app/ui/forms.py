"""Captions with a key beside what they name."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QFormLayout, QHBoxLayout, QLabel, QLayout, QWidget

from app.ui.parts import label


def caption(text: str, field: QWidget) -> QLabel:
    """A caption whose key goes to ``field``."""
    made = label(text, "soft")
    made.setBuddy(field)
    return made


def beside(layout: QBoxLayout, text: str, field: QWidget) -> None:
    """Put a caption and its field into a row."""
    layout.addWidget(caption(text, field))
    layout.addWidget(field)


def add_row(form: QFormLayout, text: str, field: QWidget, *more: QWidget) -> None:
    """A line of a form: caption, field, and what stands beside it."""
    if not more:
        form.addRow(caption(text, field), field)
        return
    line: QLayout = QHBoxLayout()
    line.setSpacing(8)
    for widget in (field, *more):
        line.addWidget(widget)
    form.addRow(caption(text, field), line)
