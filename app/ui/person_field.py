"""Choosing one person: by number, name or pinyin, from those whom the book knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from app.i18n import translate

if TYPE_CHECKING:
    from app.services.rosters import PersonRow


class PersonField(QComboBox):
    """A list that one types into; whatever part of a line is typed finds it."""

    def __init__(self, people: Iterable[PersonRow]) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for row in people:
            self.addItem(f"{row.staff_no} {row.name} {row.division}", row.staff_no)
        self.setCurrentIndex(-1)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(translate("People", "工号、姓名或部门"))
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    @property
    def staff_no(self) -> str:
        """The number of the person chosen; what was typed, where it is nobody's line."""
        place = self.findText(self.currentText())
        return str(self.itemData(place)) if place >= 0 else self.currentText().strip()

    def choose(self, staff_no: str) -> None:
        """Show this person as chosen."""
        self.setCurrentIndex(self.findData(staff_no))
