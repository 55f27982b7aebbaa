"""Which year, whose files, and into which folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.domain.roster import staff_no_order
from app.i18n import translate
from app.ui.collation import by_pinyin
from app.ui.forms import add_row
from app.ui.parts import button, label
from app.ui.search import SearchField
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

if TYPE_CHECKING:
    from app.services.rosters import PersonRow


class Offer(NamedTuple):
    """Everybody, and for each year that has any the staff numbers of those with a result in it."""

    people: tuple[PersonRow, ...] = ()
    scored: Mapping[int, frozenset[str]] = {}


class ChoicePane(QWidget):
    """Everybody, one division, or the people selected in the list. ``changed`` tells of another choice."""

    changed = Signal()

    def __init__(self, year: int, folder: Path) -> None:
        super().__init__()
        self.year = QSpinBox()
        self.year.setRange(2000, 2099)
        self.year.setValue(year)
        self.year.setSuffix(translate("Archives", " 年"))
        self._offer = Offer()
        self._base = folder
        self._folder_typed = False
        self.folder = QLineEdit()
        self.browse = button(translate("Archives", "选择(&B)…"))
        self.everybody = QRadioButton(translate("Archives", "全体人员(&A)"))
        self.by_division = QRadioButton(translate("Archives", "一个部门(&D)"))
        self.by_person = QRadioButton(translate("Archives", "选定的人(&S)"))
        self.division = QComboBox()
        self.model = RecordModel(_columns(), key=lambda row: row.staff_no, search=_search_words)
        self.view = RecordView(self.model)
        self.search = SearchField(translate("Archives", "姓名、工号或拼音"), self.view)
        self.hint = label(translate("Archives", "按住 Ctrl 或 Shift 可以选多个人"), "soft")
        self.nobody = label(
            translate("Archives", "这一年还没有计算过任何周期，没有可以归档的得分。"), "soft", wraps=True
        )
        self._group = QButtonGroup(self)
        self.everybody.setChecked(True)
        self._lay_out()
        self._connect()
        self._show_scope()
        self._propose_folder()

    @property
    def staff(self) -> tuple[str, ...]:
        """The staff numbers chosen."""
        if self.by_person.isChecked():
            return tuple(row.staff_no for row in self.view.selected_rows())
        division = self.division.currentText() if self.by_division.isChecked() else None
        return tuple(row.staff_no for row in self.model.every_row if division in (None, row.division))

    def show_offer(self, offer: Offer) -> None:
        """Offer these people, of each year those who have a result in it."""
        self._offer = offer
        self._show_people()
        self.view.fit_columns()

    @Slot()
    def _show_people(self) -> None:
        scored = self._offer.scored.get(self.year.value(), frozenset())
        rows = [row for row in self._offer.people if row.staff_no in scored]
        self.model.set_rows(rows)
        self.nobody.setVisible(not rows)
        chosen = self.division.currentText()
        self.division.blockSignals(True)
        self.division.clear()
        self.division.addItems(sorted({row.division for row in rows} - {""}, key=by_pinyin))
        self.division.setCurrentIndex(max(0, self.division.findText(chosen)))
        self.division.blockSignals(False)
        self.changed.emit()

    def find(self) -> None:
        """Search for a person."""
        self.by_person.setChecked(True)
        self.search.begin()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        self.year.setFixedWidth(120)
        add_row(form, translate("Archives", "年度(&Y)"), self.year)
        add_row(form, translate("Archives", "存到(&C)"), self.folder, self.browse)
        scopes = QHBoxLayout()
        scopes.setSpacing(10)
        for radio in (self.everybody, self.by_division, self.by_person):
            self._group.addButton(radio)
            scopes.addWidget(radio)
        scopes.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addLayout(scopes)
        layout.addWidget(self.nobody)
        for widget in (self.division, self.search):
            layout.addWidget(widget)
        layout.addWidget(self.view, 100)
        layout.addWidget(self.hint)
        layout.addStretch(1)

    def _connect(self) -> None:
        self._group.buttonToggled.connect(self._show_scope)
        self.search.wanted.connect(self.model.set_filter)
        self.division.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.changed.emit())
        self.year.valueChanged.connect(self._show_people)
        self.year.valueChanged.connect(self._propose_folder)
        self.folder.textEdited.connect(self._note_typing)
        self.folder.textChanged.connect(lambda _text: self.changed.emit())

    def choose_folder(self, folder: str) -> None:
        """Put the volumes there, whatever the year."""
        self._folder_typed = True
        self.folder.setText(folder)

    @Slot()
    def _note_typing(self) -> None:
        self._folder_typed = True

    @Slot()
    def _propose_folder(self) -> None:
        """A folder for each year beside one another, until somebody tells another."""
        if not self._folder_typed:
            name = translate("Archives", "{year}年档案").format(year=self.year.value())
            self.folder.setText(str(self._base / name))
        self.changed.emit()

    @Slot()
    def _show_scope(self) -> None:
        self.division.setVisible(self.by_division.isChecked())
        for widget in (self.search, self.view, self.hint):
            widget.setVisible(self.by_person.isChecked())
        self.changed.emit()


def _columns() -> tuple[Column[PersonRow], ...]:
    return (
        Column(translate("Archives", "工号"), lambda row: row.staff_no, sort_key=staff_no_order),
        Column(translate("Archives", "姓名"), lambda row: row.name, sort_key=by_pinyin),
        Column(translate("Archives", "部门"), lambda row: row.division, sort_key=by_pinyin),
    )


def _search_words(row: PersonRow) -> str:
    return f"{row.name} {row.staff_no} {row.pinyin}"
