"""公示: from which day the results were public, until when, and what was shown."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.i18n import translate
from app.ui.asking import AskingDialog
from app.ui.dates import DayField


class Publishing(NamedTuple):
    """What is to be noted; ``until`` None: as many working days as the scheme asks for."""

    start: date
    until: date | None
    scope: str


class PublicationDialog(AskingDialog):
    """Asks for the days of a publication."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        heading = translate("Decisions", "登记{period}的公示").format(period=title)
        super().__init__(heading, translate("Decisions", "登记(&S)"), parent)
        self.start, self.until, self.scope = DayField(), DayField(), QLineEdit()
        self.by_scheme = QCheckBox(translate("Decisions", "按方案的公示天数算到哪天（工作日）(&B)"))
        self.scope.setPlaceholderText(translate("Decisions", "不写就用方案里的公示范围"))
        self.by_scheme.setChecked(True)
        self.until.setEnabled(False)
        self.by_scheme.toggled.connect(lambda checked: self.until.setEnabled(not checked))
        self.say(translate("Decisions", "公示期内不能办结；公示以后得分或等次又变了的，要撤回重新公示。"))
        self.add(translate("Decisions", "从哪天(&F)"), self.start)
        self.form.addRow("", self.by_scheme)
        self.add(translate("Decisions", "到哪天(&U)"), self.until)
        self.add(translate("Decisions", "公示什么(&W)"), self.scope)

    def tell(self) -> None:
        """Closes once the days can be read."""
        if self.told:
            self.accept()

    @property
    def told(self) -> Publishing:
        """What the fields say."""
        until = None if self.by_scheme.isChecked() else self.until.day
        return Publishing(self.start.day, until, self.scope.text().strip())
