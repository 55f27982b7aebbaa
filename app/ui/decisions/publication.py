"""公示: from which day the results were public, until when, and what was shown."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.i18n import translate
from app.ui.dates import DayField
from app.ui.forms import add_row
from app.ui.parts import label


class Publishing(NamedTuple):
    """What is to be noted; ``until`` None: as many working days as the scheme asks for."""

    start: date
    until: date | None
    scope: str


class PublicationDialog(QDialog):
    """Asks for the days of a publication."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Decisions", "登记{period}的公示").format(period=title))
        self.setMinimumWidth(480)
        self.start = DayField()
        self.by_scheme = QCheckBox(translate("Decisions", "按方案的公示天数算到哪天（工作日）(&B)"))
        self.until = DayField()
        self.scope = QLineEdit()
        self.scope.setPlaceholderText(translate("Decisions", "不写就用方案里的公示范围"))
        self.by_scheme.setChecked(True)
        self.until.setEnabled(False)
        self.by_scheme.toggled.connect(lambda checked: self.until.setEnabled(not checked))
        buttons = QDialogButtonBox()
        buttons.addButton(translate("Decisions", "登记(&S)"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setSpacing(8)
        add_row(form, translate("Decisions", "从哪天(&F)"), self.start)
        form.addRow("", self.by_scheme)
        add_row(form, translate("Decisions", "到哪天(&U)"), self.until)
        add_row(form, translate("Decisions", "公示什么(&W)"), self.scope)
        about = translate("Decisions", "公示期内不能办结；公示以后得分或等次又变了的，要撤回重新公示。")
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(label(about, "soft", wraps=True))
        layout.addLayout(form)
        layout.addWidget(buttons)

    @property
    def told(self) -> Publishing:
        """What the fields say."""
        until = None if self.by_scheme.isChecked() else self.until.day
        return Publishing(self.start.day, until, self.scope.text().strip())
