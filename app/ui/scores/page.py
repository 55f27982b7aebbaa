"""得分: a period's score table; a click on a person or a score shows why."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter

from app.domain.facts import PersonResult
from app.domain.periods import Period
from app.i18n import translate
from app.services import courses, overview
from app.services.scoring import results
from app.ui.blank import Fillable
from app.ui.computing import compute_periods
from app.ui.delegates import TagDelegate
from app.ui.desk import Desk
from app.ui.forms import beside
from app.ui.frozen import FrozenColumns
from app.ui.page import Page
from app.ui.parts import Banner, button, label, set_role
from app.ui.scores.columns import HEAD_COLUMNS, score_columns
from app.ui.scores.export import ask_export
from app.ui.scores.pane import ExplanationPane
from app.ui.scores.period_list import first_choice, period_text, subtitle
from app.ui.search import SearchField
from app.ui.table_view import RecordView
from app.ui.tables import RecordModel

STATUS_COLUMN = 4
FIRST_INDICATOR = 7
EVERY_SET = "*"
HEAD_PIXELS = 50


class Explained(NamedTuple):
    """One person's result, what changed since the last period, and the course of the year."""

    result: PersonResult
    since: results.Since | None
    course: tuple[courses.CoursePoint, ...]


class ScoresPage(Page):
    """The table at the left, the explanation at the right once somebody is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("Scores", "得分"), desk)
        self._periods: tuple[overview.PeriodRow, ...] = ()
        self._shown: results.ScoreTable | None = None
        self._explained: dict[str, Explained] = {}
        self._wanted: Period | None = None
        self.period = QComboBox()
        self.set_name = QComboBox()
        self.compute = button(translate("Scores", "计算(&J)"), "primary")
        self.export = button(translate("Scores", "导出 Excel(&E)…"), drawn="sheet")
        self.model = RecordModel(
            (), key=lambda row: row.staff_no, search=lambda row: f"{row.name} {row.staff_no} {row.division}"
        )
        self.view = RecordView(self.model, cells=True)
        self.frozen = FrozenColumns(self.view)
        self.search = SearchField(translate("Scores", "姓名、工号或部门"), self.view)
        self.count = label("", "soft")
        self.table = Fillable(self.view)
        self.pane = ExplanationPane()
        self.stale = Banner()
        self._lay_out()
        self._connect()

    # --- what the window asks

    def refresh(self) -> None:
        super().refresh()
        self._explained.clear()
        self.jobs.run(self, lambda _job: overview.period_rows(self.book), done=self._show_periods)

    def find(self) -> None:
        self.search.begin()

    def show_thing(self, thing: Any) -> None:
        """Show this period."""
        self._wanted = thing
        self._choose_wanted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.pane.isVisible():
            self._put_away()
        else:
            super().keyPressEvent(event)

    # --- building

    def _lay_out(self) -> None:
        self.period.setMinimumWidth(220)
        self.set_name.setMinimumWidth(160)
        self.search.setFixedWidth(180)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        beside(tools, translate("Scores", "周期(&P)"), self.period)
        beside(tools, translate("Scores", "指标组(&G)"), self.set_name)
        tools.addWidget(self.search)
        tools.addWidget(self.count)
        tools.addStretch(1)
        tools.addWidget(self.compute)
        tools.addWidget(self.export)
        self.content.addLayout(tools)
        self.content.addWidget(self.stale)
        self.pane.hide()
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(self.pane)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        both.setSizes([640, 420])
        self.content.addWidget(both, 1)

    def _connect(self) -> None:
        self.period.currentIndexChanged.connect(self._read_table)
        self.period.activated.connect(lambda _index: self.banner.say(""))
        self.set_name.currentIndexChanged.connect(self._show_set)
        self.search.wanted.connect(self._filter)
        self.compute.clicked.connect(self._compute)
        self.export.clicked.connect(self._ask_export)
        self.table.asked.connect(self._compute)
        self.view.clicked.connect(self._explain)
        self.view.opened.connect(lambda _row: self._explain(self.view.currentIndex()))
        self.view.selectionModel().currentChanged.connect(self._follow)
        self.pane.closed.connect(self._put_away)

    # --- the period

    def _show_periods(self, rows: tuple[overview.PeriodRow, ...]) -> None:
        chosen = self._wanted or self._period()
        self._periods = rows
        self.period.blockSignals(True)
        self.period.clear()
        for row in rows:
            self.period.addItem(period_text(row))
        self.period.blockSignals(False)
        self.period.setCurrentIndex(-1)
        for widget in (self.period, self.set_name, self.search, self.compute):
            widget.setEnabled(bool(rows))
        if not rows:
            self._show_nothing(translate("Scores", "还没有可以计算的周期。先导入花名册、方案和各部门的数据。"))
            return
        places = [place for place, row in enumerate(rows) if row.period == chosen]
        self.period.setCurrentIndex(places[0] if places else first_choice(rows))
        self._wanted = None

    def _choose_wanted(self) -> None:
        places = [place for place, row in enumerate(self._periods) if row.period == self._wanted]
        if places:
            self._wanted = None
            self.period.setCurrentIndex(places[0])

    def _period(self) -> Period | None:
        row = self._row()
        return None if row is None else row.period

    def _row(self) -> overview.PeriodRow | None:
        place = self.period.currentIndex()
        return self._periods[place] if 0 <= place < len(self._periods) else None

    # --- the table

    @Slot()
    def _read_table(self) -> None:
        row = self._row()
        if row is None:
            return
        self._explained.clear()
        self._put_away()
        self.compute.setEnabled(not self.is_read_only and not row.sealed)
        self.compute.setText(translate("Scores", "重新计算(&J)") if row.computed else translate("Scores", "计算(&J)"))
        self.subtitle.setText(subtitle(row))
        if not row.computed:
            set_role(self.compute, "primary")
            words = translate("Scores", "{period}还没有计算。").format(period=row.title)
            self._show_nothing(words, "" if self.is_read_only else translate("Scores", "现在计算"))
            return
        self.jobs.run(self, lambda _job: results.score_table(self.book, row.period), done=self._show_table)

    def _show_nothing(self, words: str, button_text: str = "") -> None:
        self._shown = None
        self.export.setEnabled(False)
        self.stale.say("")
        self.count.setText("")
        self.model.set_rows(())
        self.table.show_words(words, button_text)

    def _show_table(self, shown: results.ScoreTable) -> None:
        row = self._row()
        if row is None or shown.period != row.period:
            return
        self._shown = shown
        self.export.setEnabled(True)
        stale = translate("Scores", "计算之后，人员、方案或数据又有了改动，下面的得分可能不是最新的。")
        self.stale.say(stale if shown.stale else "", "warn")
        set_role(self.compute, "primary" if shown.stale else "")
        chosen = self.set_name.currentData()
        self.set_name.blockSignals(True)
        self.set_name.clear()
        for name in shown.sets:
            self.set_name.addItem(name or translate("Scores", "不参加考核"), name)
        self.set_name.addItem(translate("Scores", "全部（只看总分）"), EVERY_SET)
        self.set_name.setCurrentIndex(max(0, self.set_name.findData(chosen)))
        self.set_name.blockSignals(False)
        self._show_set()

    @Slot()
    def _show_set(self) -> None:
        shown = self._shown
        if shown is None:
            return
        name = self.set_name.currentData()
        every = name == EVERY_SET
        rows = [row for row in shown.rows if every or name == row.set_name]
        self.model.set_columns(score_columns(() if every else shown.columns_of(name), with_set=every), rows)
        self.view.setItemDelegateForColumn(STATUS_COLUMN, TagDelegate(self.view))
        self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.view.fit_columns(hide_empty=True)
        self.view.horizontalHeader().setFixedHeight(max(HEAD_PIXELS, self.view.heading_pixels()))
        self.frozen.hold(HEAD_COLUMNS)
        self._filter()

    @Slot()
    def _filter(self) -> None:
        if self._shown is None:
            return
        self.model.set_filter(self.search.text())
        shown, every = len(self.model.rows), len(self.model.every_row)
        told = translate("Scores", "{shown} / {every} 人") if shown != every else translate("Scores", "{every} 人")
        self.count.setText(told.format(shown=shown, every=every))
        if shown:
            self.table.show_inside()
        else:
            self.table.show_words(translate("Scores", "没有符合条件的人员。"))

    # --- why

    @Slot(QModelIndex, QModelIndex)
    def _follow(self, current: QModelIndex, _before: QModelIndex) -> None:
        """While the explanation is open it follows the keyboard."""
        if self.pane.isVisible():
            self._explain(current)

    @Slot(QModelIndex)
    def _explain(self, index: QModelIndex) -> None:
        row, period = self.model.row(index), self._period()
        if row is None or period is None:
            return
        code = self._code(index.column())
        known = self._explained.get(row.staff_no)
        if known is not None:
            self._show_why(known, code)
            return
        self.jobs.run(
            self,
            lambda _job: Explained(
                results.explain(self.book, period, row.staff_no),
                results.changes_since_last(self.book, period, row.staff_no),
                courses.course(self.book, row.staff_no, period.year),
            ),
            done=lambda told: self._take_why(told, period),
        )

    def _take_why(self, told: Explained, period: Period) -> None:
        row = self.view.current_row()
        if period != self._period():
            return
        self._explained[told.result.staff_no] = told
        if row is not None and row.staff_no == told.result.staff_no:
            self._show_why(told, self._code(self.view.currentIndex().column()))

    def _show_why(self, told: Explained, code: str) -> None:
        row = self._row()
        self.pane.show()
        self.pane.show_result(told.result, row.title if row else "", code)
        self.pane.since.show_since(told.since)
        self.pane.course.show_course(told.course)

    def _code(self, column: int) -> str:
        if self._shown is None or self.set_name.currentData() == EVERY_SET or column < FIRST_INDICATOR:
            return ""
        return self.model.columns[column].heading_tip.partition(" ")[0]

    @Slot()
    def _put_away(self) -> None:
        had_keyboard = self.pane.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.pane.hide()
        if had_keyboard:
            self.view.setFocus()

    # --- doings

    @Slot()
    def _compute(self) -> None:
        row = self._row()
        if row is None:
            return
        self.view.setFocus()
        self.compute.setEnabled(False)
        self._wanted = row.period
        compute_periods(self, (row.period,), self._read_table)

    @Slot()
    def _ask_export(self) -> None:
        row = self._row()
        if row is not None:
            name = self.set_name.currentData()
            ask_export(self, row, None if name == EVERY_SET else str(name))
