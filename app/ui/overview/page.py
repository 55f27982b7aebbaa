"""总览: where we stand, and what to do next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.i18n import translate
from app.services import overview, rosters
from app.ui.blank import Fillable
from app.ui.computing import compute_periods
from app.ui.delegates import TagDelegate
from app.ui.desk import Desk
from app.ui.moments import moment_text
from app.ui.overview.next_steps import NextStep, Standing, next_steps
from app.ui.page import Page
from app.ui.parts import Banner, card, label, set_tone
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

STATE_COLUMN = 1


class Figure(QFrame):
    """A card with one figure: what it counts, how many, and a remark."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.figure = label("—", "figure")
        self.remark = label("", "soft")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(1)
        layout.addWidget(label(title, "soft"))
        layout.addWidget(self.figure)
        layout.addWidget(self.remark)

    def show_figure(self, figure: str, remark: str, tone: str = "") -> None:
        """Show a figure in a tone."""
        self.figure.setText(figure)
        set_tone(self.figure, tone)
        self.remark.setText(remark)


class OverviewPage(Page):
    """Four figures, the next steps, and every period."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("Overview", "总览"), desk)
        self.people = Figure(translate("Overview", "人员"))
        self.latest = Figure(translate("Overview", "最近算出"))
        self.incomplete = Figure(translate("Overview", "缺数据"))
        self.stale = Figure(translate("Overview", "要重新计算"))
        self.steps = QVBoxLayout()
        self.steps.setSpacing(6)
        self.view = RecordView(RecordModel(period_columns(), key=lambda row: row.period))
        self.view.setItemDelegateForColumn(STATE_COLUMN, TagDelegate(self.view))
        self.periods = Fillable(self.view)
        self._lay_out()
        self.view.opened.connect(lambda row: self.page_requested.emit("scores", row.period))

    def refresh(self) -> None:
        super().refresh()
        self.jobs.run(
            self,
            lambda _job: Standing(tuple(rosters.people(self.book)), tuple(overview.period_rows(self.book))),
            done=self._show,
        )

    def find(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for figure in (self.people, self.latest, self.incomplete, self.stale):
            figures.addWidget(figure, 1)
        self.content.addLayout(figures)
        self.content.addSpacing(4)
        self.content.addWidget(label(translate("Overview", "接下来"), "heading"))
        self.content.addLayout(self.steps)
        self.content.addSpacing(4)
        self.content.addWidget(label(translate("Overview", "各周期"), "heading"))
        self.content.addWidget(self.periods, 1)

    def _show(self, standing: Standing) -> None:
        self._show_figures(standing)
        self._show_steps(next_steps(standing, read_only=self.is_read_only))
        self.view.records.set_rows(standing.periods)
        self.view.fit_columns()
        if standing.periods:
            self.periods.show_inside()
        else:
            self.periods.show_words(translate("Overview", "导入方案和数据之后，这里列出每个月、季度和年度。"))

    def _show_figures(self, standing: Standing) -> None:
        in_divisions = translate("Overview", "在 {count} 个部门").format(count=standing.divisions)
        self.people.show_figure(str(len(standing.people)), in_divisions)
        latest = standing.latest
        if latest is None:
            self.latest.show_figure("—", translate("Overview", "还没有计算过"))
            self.incomplete.show_figure("—", "")
            self.stale.show_figure("—", "")
        else:
            self.latest.show_figure(latest.title, moment_text(latest.computed_at))
            tone = "warn" if latest.incomplete else "good"
            self.incomplete.show_figure(
                translate("Overview", "{count} 人").format(count=latest.incomplete), latest.title, tone
            )
            self._show_stale(len(standing.stale))

    def _show_stale(self, count: int) -> None:
        remark = translate("Overview", "计算后数据有改动") if count else translate("Overview", "都是最新的")
        self.stale.show_figure(
            translate("Overview", "{count} 个周期").format(count=count), remark, "warn" if count else ""
        )

    def _show_steps(self, steps: tuple[NextStep, ...]) -> None:
        while self.steps.count():
            self.steps.takeAt(0).widget().deleteLater()
        for step in steps:
            banner = Banner()
            self.steps.addWidget(banner)
            banner.say(step.text, step.tone, step.button, partial(self._do, step))
        if not steps:
            self.steps.addWidget(card(label(translate("Overview", "没有等着要办的事。"), "soft"), margin=10))

    def _do(self, step: NextStep) -> None:
        if step.periods:
            compute_periods(self, step.periods, self.refresh)
        else:
            self.page_requested.emit(step.page, step.thing)


def period_columns() -> tuple[Column[overview.PeriodRow], ...]:
    """The columns of the list of periods."""
    return (
        Column(translate("Overview", "周期"), lambda row: row.period, text=lambda period: period.title),
        Column(translate("Overview", "状态"), _state, tone=_tone),
        Column(translate("Overview", "人数"), lambda row: row.people if row.computed else None, number=True),
        Column(translate("Overview", "缺数据"), lambda row: row.incomplete if row.computed else None, number=True),
        Column(translate("Overview", "计算时间"), lambda row: row.computed_at, text=moment_text),
        Column(translate("Overview", "方案"), lambda row: row.scheme),
    )


def _state(row: overview.PeriodRow) -> str:
    if row.sealed:
        return translate("Overview", "已封存")
    if not row.computed:
        return translate("Overview", "未计算")
    return translate("Overview", "数据有变") if row.stale else translate("Overview", "已算")


def _tone(row: overview.PeriodRow) -> str:
    if row.sealed or not row.computed:
        return ""
    return "warn" if row.stale else "good"
