"""评定: the quota desk. What is proposed, what the body decided, what would follow; and how far the period is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSplitter

from app.domain.closing import Stage
from app.domain.periods import Period
from app.i18n import translate
from app.services import overview
from app.services.deciding import grading
from app.services.deciding.quota_desk import QuotaDesk, quota_desk
from app.ui.blank import Fillable
from app.ui.decisions.columns import (
    DECIDED_COLUMN,
    QUOTA_TAG_COLUMN,
    person_columns,
    quota_columns,
)
from app.ui.decisions.deciding import Deciding
from app.ui.decisions.doings import Doings
from app.ui.decisions.papers import Papers
from app.ui.decisions.stages import StageLine, lacks_text
from app.ui.decisions.what_if import WhatIfPane
from app.ui.delegates import TagDelegate
from app.ui.desk import Desk
from app.ui.forms import beside
from app.ui.page import Page
from app.ui.parts import Banner, button, label
from app.ui.scores.period_list import first_choice, period_text
from app.ui.search import SearchField
from app.ui.table_view import RecordView
from app.ui.tables import RecordModel

if TYPE_CHECKING:
    from app.services.deciding.quota_desk import DeskRow
    from app.services.deciding.standing import PeriodStanding


class DecisionsPage(Page):
    """People at the left; quotas and the person chosen at the right; above them the way of the period."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("Decisions", "评定"), desk)
        self._periods: tuple[overview.PeriodRow, ...] = ()
        self._wanted: Period | None = None
        self._desk: QuotaDesk | None = None
        self.decide = button(translate("Decisions", "录入决定(&D)…"), "primary")
        self.take_in = button(translate("Decisions", "导入评定表(&I)…"), drawn="import")
        self.more = button(translate("Decisions", "办理(&M)"), "menu")
        self.menu = QMenu(self)
        self.doings = Doings(self, self.menu)
        self.papers = Papers(self, self.menu)
        self.deciding = Deciding(self)
        self.period = QComboBox()
        self.only = QComboBox()
        self.stages = StageLine()
        self.lacks = Banner()
        self.model = RecordModel(
            person_columns(),
            key=lambda row: row.staff_no,
            search=lambda row: f"{row.name} {row.staff_no} {row.division}",
        )
        self.view = RecordView(self.model)
        self.search = SearchField(translate("Decisions", "姓名、工号或部门"), self.view)
        self.count = label("", "soft")
        self.quotas = RecordView(RecordModel(quota_columns(), key=lambda row: (row.pool, row.grade)))
        self.pane = WhatIfPane()
        self.both = QSplitter(Qt.Orientation.Horizontal)
        self.body = Fillable(self.both)
        self._lay_out()
        self._connect()

    # --- what the window asks

    def refresh(self) -> None:
        super().refresh()
        self.jobs.run(self, lambda _job: overview.period_rows(self.book), done=self._show_periods)

    def find(self) -> None:
        self.search.begin()

    def show_thing(self, thing: Any) -> None:
        """Show this period."""
        self._wanted = thing
        places = [place for place, row in enumerate(self._periods) if row.period == thing]
        if places:
            self.period.setCurrentIndex(places[0])

    # --- building

    def _lay_out(self) -> None:
        for made in (self.more, self.take_in, self.decide):
            self.header.addWidget(made)
        self.more.setMenu(self.menu)
        self.period.setMinimumWidth(220)
        self.search.setFixedWidth(180)
        for text, wanted in (
            (translate("Decisions", "所有人"), ""),
            (translate("Decisions", "还没评定的"), "undecided"),
            (translate("Decisions", "与建议不同的"), "otherwise"),
            (translate("Decisions", "同分压线的"), "line"),
        ):
            self.only.addItem(text, wanted)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        beside(tools, translate("Decisions", "周期(&P)"), self.period)
        beside(tools, translate("Decisions", "只看(&K)"), self.only)
        tools.addWidget(self.search)
        tools.addWidget(self.count)
        tools.addStretch(1)
        self.content.addLayout(tools)
        self.content.addWidget(self.stages)
        self.content.addWidget(self.lacks)
        right = QSplitter(Qt.Orientation.Vertical)
        right.setChildrenCollapsible(False)
        right.addWidget(self.quotas)
        right.addWidget(self.pane)
        right.setSizes([230, 250])
        self.both.setChildrenCollapsible(False)
        self.both.addWidget(self.view)
        self.both.addWidget(right)
        self.both.setSizes([690, 430])
        self.content.addWidget(self.body, 1)
        self.view.setItemDelegateForColumn(DECIDED_COLUMN, TagDelegate(self.view))
        self.quotas.setItemDelegateForColumn(QUOTA_TAG_COLUMN, TagDelegate(self.quotas))
        self.quotas.setAccessibleName(translate("Decisions", "名额"))

    def _connect(self) -> None:
        self.period.currentIndexChanged.connect(self._read_desk)
        self.period.activated.connect(lambda _index: self.banner.say(""))
        self.only.currentIndexChanged.connect(self._filter)
        self.search.wanted.connect(self._filter)
        self.view.current_changed.connect(self.pane.show_person)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.view.opened.connect(lambda _row: self._ask_verdicts())
        self.pane.asked.connect(self._ask_what_if)
        self.decide.clicked.connect(self._ask_verdicts)
        self.take_in.clicked.connect(self.deciding.ask_sheet)
        self.stages.asked.connect(self._go_on)
        self.body.asked.connect(lambda: self.page_requested.emit("scores", self._period()))

    # --- the period

    def _show_periods(self, rows: tuple[overview.PeriodRow, ...]) -> None:
        chosen = self._wanted or self._period()
        self._wanted = None
        self._periods = rows
        self.period.blockSignals(True)
        self.period.clear()
        for row in rows:
            self.period.addItem(period_text(row))
        self.period.setCurrentIndex(-1)
        self.period.blockSignals(False)
        if not rows:
            self._show_nothing(translate("Decisions", "还没有算好的周期。先导入数据、计算得分，再来评定。"))
            return
        places = [place for place, row in enumerate(rows) if row.period == chosen]
        self.period.setCurrentIndex(places[0] if places else first_choice(rows))

    def _period(self) -> Period | None:
        place = self.period.currentIndex()
        return self._periods[place].period if 0 <= place < len(self._periods) else None

    @Slot()
    def _read_desk(self) -> None:
        place = self.period.currentIndex()
        if not 0 <= place < len(self._periods):
            return
        row = self._periods[place]
        if not row.computed:
            words = translate("Decisions", "{period}还没有计算，没有什么可评定的。").format(period=row.title)
            self._show_nothing(words, translate("Decisions", "去计算"))
            return
        self.jobs.run(self, lambda _job: quota_desk(self.book, row.period), done=self._show_desk)

    def _show_nothing(self, words: str, button_text: str = "") -> None:
        self._desk = None
        self.subtitle.setText("")
        self.count.setText("")
        self.lacks.say("")
        self.stages.show_standing(None, "")
        self.model.set_rows(())
        self.doings.offer(None, None)
        self.papers.offer(None)
        self.deciding.period = None
        self._offer()
        self.body.show_words(words, button_text)

    def _show_desk(self, told: QuotaDesk) -> None:
        if told.standing.period != self._period():
            return
        self._desk = told
        standing = told.standing
        self.subtitle.setText(_subtitle(told))
        self.stages.show_standing(standing, "" if self.is_read_only else self._next_text(standing))
        self.lacks.say(lacks_text(standing), "warn")
        self.doings.offer(standing.period, standing)
        self.papers.offer(standing.period)
        self.deciding.period = standing.period
        self.model.set_rows(told.rows)
        self.view.fit_columns(hide_empty=True)
        self.quotas.records.set_rows(told.quotas)
        self.quotas.fit_columns()
        self.quotas.setVisible(bool(told.quotas))
        self._filter()
        self.pane.show_person(self.view.current_row())
        self._offer()

    @Slot()
    def _filter(self) -> None:
        wanted = self.only.currentData()

        def fits(row: DeskRow) -> bool:
            if wanted == "undecided":
                return bool(row.grades) and not row.decided
            return not wanted or (row.is_otherwise if wanted == "otherwise" else row.on_the_line)

        self.model.set_filter(self.search.text(), fits)
        shown, every = len(self.model.rows), len(self.model.every_row)
        told = (
            translate("Decisions", "{shown} / {every} 人") if shown != every else translate("Decisions", "{every} 人")
        )
        self.count.setText(told.format(shown=shown, every=every) if every else "")
        if self._desk is not None:
            if shown:
                self.body.show_inside()
            else:
                self.body.show_words(translate("Decisions", "没有符合条件的人员。"))

    def _offer(self) -> None:
        open_now = self._desk is not None and self._desk.standing.seal is None and not self.is_read_only
        has_grades = self._desk is not None and Stage.DECIDED in self._desk.standing.stages
        chosen = [row for row in self.view.selected_rows() if row.grades]
        self.decide.setEnabled(open_now and bool(chosen))
        self.decide.setToolTip("" if chosen else translate("Decisions", "先在表里选一个或几个人（Ctrl+A 全选）"))
        self.take_in.setEnabled(open_now and has_grades)

    # --- going on

    @staticmethod
    def _next_text(standing: PeriodStanding) -> str:
        """What the button of the way says."""
        if standing.next is None:
            return ""
        return {
            Stage.COMPUTED: translate("Decisions", "去重新计算(&N)"),
            Stage.DECIDED: translate("Decisions", "录入没评定的人(&N)…"),
            Stage.PUBLIC: translate("Decisions", "登记公示(&N)…"),
            Stage.CLOSED: translate("Decisions", "办结封存(&N)…"),
        }.get(standing.next, "")

    @Slot()
    def _go_on(self) -> None:
        if self._desk is None or self._desk.standing.next is None:
            return
        doing = {
            Stage.COMPUTED: lambda: self.page_requested.emit("scores", self._period()),
            Stage.DECIDED: self._ask_undecided,
            Stage.PUBLIC: self._ask_public,
            Stage.CLOSED: self.doings.ask_close,
        }.get(self._desk.standing.next)
        if doing is not None:
            doing()

    def _ask_public(self) -> None:
        (self.doings.ask_publish if self.doings.publish.isEnabled() else self.doings.ask_withdraw)()

    @Slot()
    def _ask_verdicts(self) -> None:
        rows = [row for row in self.view.selected_rows() if row.grades]
        if rows and self.decide.isEnabled():
            self.deciding.ask_about(rows)

    def _ask_undecided(self) -> None:
        rows = [row for row in self._desk.rows if row.grades and not row.decided] if self._desk else []
        # Everybody is decided, and something else stands against it: what that is, the line above the table says.
        if rows:
            self.deciding.ask_about(rows)

    @Slot(str, str)
    def _ask_what_if(self, staff_no: str, grade: str) -> None:
        period = self._period()
        if period is not None:
            self.jobs.run(
                self,
                lambda _job: grading.what_if(self.book, period, staff_no, grade),
                done=self.pane.show_answer,
            )


def _subtitle(told: QuotaDesk) -> str:
    """Which issue, how many are decided, and the seal."""
    standing = told.standing
    parts = [translate("Decisions", "第 {issue} 期次").format(issue=standing.issue)]
    if Stage.DECIDED in standing.stages:
        wanted = sum(bool(row.grades) for row in told.rows)
        parts.append(
            translate("Decisions", "已评定 {decided} / {people} 人").format(decided=standing.decided, people=wanted)
        )
    if standing.publication is not None and not standing.publication.withdrawn:
        parts.append(
            translate("Decisions", "公示 {start} 至 {until}").format(
                start=standing.publication.start, until=standing.publication.until
            )
        )
    if standing.seal is not None:
        parts.append(translate("Decisions", "已封存 {digest}").format(digest=standing.seal.digest[:12]))
    return " · ".join(parts)
