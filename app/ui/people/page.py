"""人员: everybody in the book, found by name, number or pinyin."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter

from app.i18n import translate
from app.services import rosters
from app.services.changes import Changes
from app.ui.blank import Fillable
from app.ui.collation import by_pinyin
from app.ui.desk import Desk
from app.ui.forms import beside
from app.ui.page import Page
from app.ui.parts import label
from app.ui.people.columns import people_columns, search_words
from app.ui.people.detail import PersonPane
from app.ui.search import SearchField
from app.ui.table_view import RecordView
from app.ui.tables import RecordModel


class PeoplePage(Page):
    """The table of people at the left, the person chosen at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("People", "人员"), desk)
        self._wanted = ""
        self.model = RecordModel(people_columns(), key=lambda row: row.staff_no, search=search_words)
        self.view = RecordView(self.model)
        self.search = SearchField(translate("People", "姓名、工号或拼音，如 zxm"), self.view)
        self.division = QComboBox()
        self.category = QComboBox()
        self.count = label("", "soft")
        self.pane = PersonPane()
        self.table = Fillable(self.view)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        super().refresh()
        self.jobs.run(self, lambda _job: rosters.people(self.book), done=self._show_people)

    def find(self) -> None:
        self.search.begin()

    def show_thing(self, thing: Any) -> None:
        """Show the person with this staff number."""
        self._wanted = str(thing)
        self._choose_wanted()

    def concerns(self, changes: Changes) -> bool:
        return changes.people

    def _lay_out(self) -> None:
        self.search.setFixedWidth(240)
        self.division.setMinimumWidth(150)
        self.category.setMinimumWidth(130)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search)
        beside(tools, translate("People", "部门(&D)"), self.division)
        beside(tools, translate("People", "类别(&T)"), self.category)
        tools.addStretch(1)
        tools.addWidget(self.count)
        self.content.addLayout(tools)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(self.pane)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        both.setSizes([680, 400])
        self.content.addWidget(both, 1)

    def _connect(self) -> None:
        self.search.wanted.connect(self._filter)
        self.division.currentIndexChanged.connect(self._filter)
        self.category.currentIndexChanged.connect(self._filter)
        self.view.current_changed.connect(self._read_person)
        self.table.asked.connect(lambda: self.page_requested.emit("imports", None))

    def _show_people(self, rows: tuple[rosters.PersonRow, ...]) -> None:
        was_empty = not self.model.every_row
        self.model.set_rows(rows)
        for box, everything, values in (
            (self.division, translate("People", "全部部门"), {row.division for row in rows}),
            (self.category, translate("People", "全部类别"), {row.category for row in rows}),
        ):
            _offer(box, everything, values)
        if was_empty:
            self.view.fit_columns(hide_empty=True)
        if not rows:
            text = translate("People", "这个库里还没有人员。先导入花名册，其他表才知道在说谁。")
            self.table.show_words(text, translate("People", "去导入"))
        self._filter()
        self._choose_wanted()

    @Slot()
    def _filter(self) -> None:
        division = self.division.currentData() or ""
        category = self.category.currentData() or ""

        def fits(row: rosters.PersonRow) -> bool:
            return division in ("", row.division) and category in ("", row.category)

        self.model.set_filter(self.search.text(), fits)
        shown, every = len(self.model.rows), len(self.model.every_row)
        self._tell_count(shown, every)
        if shown:
            self.table.show_inside()
            if self.view.current_row() is None:
                self.view.choose(self.model.key(self.model.rows[0]))
        elif every:
            self.table.show_words(translate("People", "没有符合条件的人员。"))

    def _tell_count(self, shown: int, every: int) -> None:
        if shown == every:
            self.count.setText(translate("People", "共 {every} 人").format(every=every))
        else:
            self.count.setText(translate("People", "{shown} 人，共 {every} 人").format(shown=shown, every=every))

    def _choose_wanted(self) -> None:
        if self._wanted and self.view.choose(self._wanted):
            self._wanted = ""

    @Slot(object)
    def _read_person(self, row: rosters.PersonRow | None) -> None:
        if row is None:
            self.pane.clear()
            return
        self.jobs.run(
            self, lambda _job: rosters.person(self.book, row.staff_no), done=lambda told: self._show_person(row, told)
        )

    def _show_person(self, row: rosters.PersonRow, detail: rosters.PersonDetail) -> None:
        if self.view.current_row() == row:
            self.pane.show_person(detail)


def _offer(box: QComboBox, everything: str, values: set[str]) -> None:
    """Fill a filter box, keeping what was chosen where it is still there."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for value in sorted(values - {""}, key=by_pinyin):
        box.addItem(value, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
