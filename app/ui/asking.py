"""A form that asks for one doing, and stays open until that was done or somebody thought better of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.i18n import translate
from app.ui.dates import NotADayError
from app.ui.forms import add_row
from app.ui.parts import label

TEXT_PIXELS = 86


class AskingDialog(QDialog):
    """Heading, fields, what is wrong with them, and two buttons. ``tell`` is asked to say what the fields hold."""

    def __init__(self, title: str, doing: str, parent: QWidget | None, heading: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.faults = label("", wraps=True)
        self.faults.setProperty("tone", "bad")
        self.faults.hide()
        self.buttons = QDialogButtonBox()
        self.save = self.buttons.addButton(doing, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(translate("Asking", "取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        if heading:
            layout.addWidget(label(heading, "heading", wraps=True))
        layout.addLayout(self.form)
        layout.addWidget(self.faults)
        layout.addWidget(self.buttons)

    def add(self, caption: str, field: QWidget) -> None:
        """A line of the form."""
        add_row(self.form, caption, field)

    def say(self, text: str) -> None:
        """A line of the form that only tells something."""
        self.form.addRow(label(text, "soft", wraps=True))

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the first field, and comes to the buttons last."""
        super().showEvent(event)
        fields = [field for field in map(self._field, range(self.form.rowCount())) if field is not None]
        for before, after in pairwise([*fields, *self.buttons.buttons()]):
            self.setTabOrder(before, after)
        if fields:
            fields[0].setFocus()

    def _field(self, row: int) -> QWidget | None:
        item = self.form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        field = item.widget() if item else None
        return field if field is not None and field.focusPolicy() != Qt.FocusPolicy.NoFocus else None

    def _try(self) -> None:
        try:
            self.tell()
        except NotADayError as fault:
            self.show_faults([str(fault)])

    def show_faults(self, texts: Iterable[str]) -> None:
        """Say what keeps it from being done; nothing: all is well."""
        told = "\n".join(texts)
        self.faults.setText(told)
        self.faults.setVisible(bool(told))
        self.adjustSize()

    def tell(self) -> None:
        """Say what the fields hold; a form whose fields are read once it is closed only closes."""
        self.accept()


def text_field(text: str = "") -> QPlainTextEdit:
    """A field for some lines, which the tab key leaves."""
    made = QPlainTextEdit(text)
    made.setFixedHeight(TEXT_PIXELS)
    made.setTabChangesFocus(True)
    return made
