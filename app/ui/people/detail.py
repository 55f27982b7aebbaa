"""One person: particulars, postings, absences, and every change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QTabWidget, QVBoxLayout, QWidget

from app.domain.roster import Person
from app.i18n import translate
from app.ui.parts import label
from app.ui.people.columns import absence_columns, change_columns, posting_columns
from app.ui.table_view import RecordView
from app.ui.tables import RecordModel

if TYPE_CHECKING:
    from app.services.rosters import PersonDetail

PAIRS = 2
"""How many particulars stand beside one another."""


class PersonPane(QWidget):
    """Shows one person; empty until one is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.name = label("", "heading")
        self.number = label("", "soft")
        self.particulars = QGridLayout()
        self.particulars.setHorizontalSpacing(12)
        self.particulars.setVerticalSpacing(3)
        for column in (1, 3):
            self.particulars.setColumnStretch(column, 1)
        self.postings = RecordModel(posting_columns(), key=lambda row: row.key)
        self.absences = RecordModel(absence_columns(), key=lambda row: row.key)
        self.history = RecordModel(change_columns(), key=id)
        self.tabs = QTabWidget()
        self.views = tuple(RecordView(model) for model in (self.postings, self.absences, self.history))
        for view, title in zip(self.views, self._titles(), strict=True):
            self.tabs.addTab(view, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.name)
        layout.addWidget(self.number)
        layout.addLayout(self.particulars)
        layout.addSpacing(4)
        layout.addWidget(self.tabs, 1)
        self.clear()

    def clear(self) -> None:
        """Show nobody."""
        self._head("", translate("People", "在左边选一个人，这里显示任职、离岗和改动记录。"))
        self._tell(())
        self._fill((), (), ())
        self.tabs.hide()

    def show_person(self, detail: PersonDetail) -> None:
        """Show a person."""
        person = detail.person
        self._head(person.name, translate("People", "工号 {staff_no}").format(staff_no=person.staff_no))
        self._tell(_particulars(person))
        self._fill(detail.postings, detail.absences, detail.history)
        self.tabs.show()

    @staticmethod
    def _titles() -> tuple[str, ...]:
        return (translate("People", "任职"), translate("People", "离岗"), translate("People", "改动记录"))

    def _head(self, name: str, below: str) -> None:
        self.name.setText(name)
        self.name.setVisible(bool(name))
        self.number.setText(below)

    def _tell(self, lines: tuple[tuple[str, str], ...]) -> None:
        while self.particulars.count():
            self.particulars.takeAt(0).widget().deleteLater()
        for number, (title, value) in enumerate(lines):
            row, left = divmod(number, PAIRS)
            self.particulars.addWidget(label(title, "soft"), row, 2 * left)
            self.particulars.addWidget(label(value, wraps=True), row, 2 * left + 1)

    def _fill(self, *rows: tuple[Any, ...]) -> None:
        for number, (view, told, title) in enumerate(zip(self.views, rows, self._titles(), strict=True)):
            view.records.set_rows(told)
            view.fit_columns(hide_empty=True)
            self.tabs.setTabText(number, f"{title} {len(told)}" if told else title)


def _particulars(person: Person) -> tuple[tuple[str, str], ...]:
    told = (
        (translate("People", "性别"), person.gender),
        (translate("People", "出生日期"), person.birth_date.isoformat() if person.birth_date else ""),
        (translate("People", "政治面貌"), person.political_status),
        (translate("People", "学历"), person.education),
        (translate("People", "身份证号"), _masked(person.id_number)),
        (translate("People", "备注"), person.note),
    )
    return tuple((title, value) for title, value in told if value)


def _masked(number: str) -> str:
    """An identity number as it may stand on a screen that others see: its first six and last two signs."""
    return f"{number[:6]}{'*' * (len(number) - 8)}{number[-2:]}" if len(number) > 8 else number
