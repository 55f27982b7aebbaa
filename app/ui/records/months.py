"""月纪实: what everybody told of a month, what is still missing, and what strikes the eye in the figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QSpinBox,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.domain.monthly_records import MonthlyRecord
from app.domain.periods import Kind, Period
from app.domain.roster import staff_no_order
from app.i18n import translate
from app.services.analysing import month_analysis
from app.services.records import monthly_records
from app.ui.archives.page import show_outside
from app.ui.blank import Fillable
from app.ui.collation import by_pinyin
from app.ui.delegates import TagDelegate
from app.ui.forms import beside
from app.ui.page import Page
from app.ui.parts import button, label
from app.ui.periods import part_title
from app.ui.records.month_dialog import MonthDialog
from app.ui.search import SearchField
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

if TYPE_CHECKING:
    from app.services.analysing.month_analysis import MonthAnalysis
    from app.services.records.monthly_records import MonthRow

MISSING_COLUMN = 4
DIVISIONS_TOLD = 4


def month_columns() -> tuple[Column[MonthRow], ...]:
    """One line a person."""
    return (
        Column(translate("Records", "部门"), lambda row: row.division, sort_key=by_pinyin),
        Column(translate("Records", "姓名"), lambda row: row.name, sort_key=by_pinyin),
        Column(translate("Records", "职务"), lambda row: row.post),
        Column(
            translate("Records", "评分"),
            lambda row: row.record.mark,
            text=lambda told: "" if told is None else f"{told:f}",
            number=True,
        ),
        Column(
            translate("Records", "还缺"),
            _missing,
            tip=lambda row: "、".join(row.missing),
            tone=lambda row: "warn" if row.missing else "soft",
            width=150,
        ),
        Column(translate("Records", "工作完成情况"), lambda row: row.record.work, width=230),
        Column(translate("Records", "工号"), lambda row: row.staff_no, sort_key=staff_no_order),
    )


def _missing(row: MonthRow) -> str:
    if len(row.missing) == len(monthly_records.PARTS):
        return translate("Records", "什么都没写")
    return (
        translate("Records", "缺 {count} 样").format(count=len(row.missing))
        if row.missing
        else translate("Records", "齐")
    )


class MonthsTab(QWidget):
    """One month; the person chosen in full at the right, with the hints."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._told: MonthAnalysis | None = None
        self._asked_once = False
        last = Period.of_month(date.today()).previous()
        self.year = QSpinBox()
        self.year.setRange(2000, 2099)
        self.year.setSuffix(translate("Records", " 年"))
        self.year.setValue(last.year)
        self.month = QComboBox()
        for period in Period(last.year, Kind.YEAR, 1).inner(Kind.MONTH):
            self.month.addItem(part_title(period), period.index)
        self.month.setCurrentIndex(last.index - 1)
        self.only = QComboBox()
        self.model = RecordModel(
            month_columns(),
            key=lambda row: row.staff_no,
            search=lambda row: f"{row.name} {row.division} {row.staff_no}",
        )
        self.view = RecordView(self.model)
        self.search = SearchField(translate("Records", "姓名、部门"), self.view)
        self.standing = label("", "soft", wraps=True)
        self.detail = QTextBrowser()
        self.write = button(translate("Records", "写评语和评分(&W)…"))
        self.export = button(translate("Records", "月分析写成表格(&E)…"))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.view)
        both.addWidget(self.detail)
        both.setSizes([690, 410])
        self.body = Fillable(both)
        self._lay_out()
        self._connect()

    @property
    def period(self) -> Period:
        """The month shown."""
        return Period(self.year.value(), Kind.MONTH, self.month.currentData())

    @Slot()
    def refresh(self) -> None:
        """Read the month again; the first time the newest of which anything was told."""
        wanted, first = self.period, not self._asked_once
        self._asked_once = True
        self._page.jobs.run(self, lambda _job: read_month(self._page.book, wanted, newest=first), done=self._show)

    def show_month(self, month: Period) -> None:
        """Show this month as chosen."""
        for widget in (self.year, self.month):
            widget.blockSignals(True)
        self.year.setValue(month.year)
        self.month.setCurrentIndex(month.index - 1)
        for widget in (self.year, self.month):
            widget.blockSignals(False)

    def _lay_out(self) -> None:
        for text, wanted in (
            (translate("Records", "所有人"), ""),
            (translate("Records", "还缺的"), "missing"),
            (translate("Records", "有提示的"), "hint"),
        ):
            self.only.addItem(text, wanted)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        beside(tools, translate("Records", "月份(&P)"), self.month)
        tools.addWidget(self.year)
        beside(tools, translate("Records", "只看(&K)"), self.only)
        self.search.setFixedWidth(180)
        tools.addWidget(self.search)
        tools.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(label(month_analysis.NOTE, "soft", wraps=True), 1)
        foot.addWidget(self.export)
        foot.addWidget(self.write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(tools)
        layout.addWidget(self.standing)
        layout.addWidget(self.body, 1)
        layout.addLayout(foot)
        self.view.setItemDelegateForColumn(MISSING_COLUMN, TagDelegate(self.view))
        self.detail.document().setDocumentMargin(10)

    def _connect(self) -> None:
        self.month.currentIndexChanged.connect(self.refresh)
        self.year.valueChanged.connect(self.refresh)
        self.only.currentIndexChanged.connect(self._filter)
        self.search.wanted.connect(self._filter)
        self.view.current_changed.connect(self._show_one)
        self.view.opened.connect(lambda _row: self._ask_record())
        self.write.clicked.connect(self._ask_record)
        self.export.clicked.connect(self._ask_export)

    # --- showing

    def _show(self, told: MonthAnalysis) -> None:
        self._told = told
        self.show_month(told.records.month)
        self.standing.setText(standing_text(told))
        self.model.set_rows(told.records.rows)
        self.view.fit_columns(hide_empty=True)
        self._filter()
        self._show_one(self.view.current_row())

    @Slot()
    def _filter(self) -> None:
        wanted = self.only.currentData()
        struck = {each.staff_no for each in self._told.hints} if self._told else set()

        def fits(row: MonthRow) -> bool:
            return not wanted or (bool(row.missing) if wanted == "missing" else row.staff_no in struck)

        self.model.set_filter(self.search.text(), fits)
        self.export.setEnabled(bool(self.model.every_row))
        if self.model.rows:
            self.body.show_inside()
        elif self.model.every_row:
            self.body.show_words(translate("Records", "没有符合条件的人员。"))
        else:
            self.body.show_words(translate("Records", "这个月花名册上没有在职的人。"))

    @Slot(object)
    def _show_one(self, row: MonthRow | None) -> None:
        self.write.setEnabled(row is not None and not self._page.is_read_only)
        self.detail.setPlainText(detail_text(row, self._told) if row and self._told else "")

    # --- doing

    @Slot()
    def _ask_record(self) -> None:
        row = self.view.current_row()
        if row is None or self._page.is_read_only:
            return
        dialog = MonthDialog(row, self)
        dialog.told.connect(lambda record: self.keep(record, dialog))
        dialog.exec()

    def keep(self, record: MonthlyRecord, dialog: MonthDialog | None = None) -> None:
        """Keep what was typed of somebody's month; the dialog stays open where that is refused."""
        self._page.carry_out(
            lambda: monthly_records.record_month(self._page.book, record),
            lambda _told: translate("Records", "已记下。"),
            changes=lambda told: told,
            dialog=dialog,
        )

    @Slot()
    def _ask_export(self) -> None:
        folder = self._page.desk.preferences.folder("exports", self._page.book.path.parent)
        proposal = folder / translate("Records", "{period}月分析.xlsx").format(period=self.period.title)
        pattern = translate("Records", "Excel 表格 (*.xlsx)")
        told, _ = QFileDialog.getSaveFileName(self, translate("Records", "月分析存到"), str(proposal), pattern)
        if told:
            self.save(Path(told))

    def save(self, path: Path) -> None:
        """Write the analysis as a workbook."""
        period = self.period
        done = translate("Records", "已写成：{path}").format(path=path)
        self._page.jobs.run(
            self,
            lambda _job: month_analysis.save_month(self._page.book, period, path),
            done=lambda _told: self._page.banner.say(
                done, "good", translate("Records", "打开"), lambda: show_outside(path)
            ),
            title=translate("Records", "正在写月分析"),
        )


def read_month(book: Any, wanted: Period, *, newest: bool) -> MonthAnalysis:
    """The month asked for, or the newest of which anything was told; to be called on the job thread."""
    month = (monthly_records.newest_month(book) if newest else None) or wanted
    return month_analysis.analyse_month(book, month)


def standing_text(told: MonthAnalysis) -> str:
    """How complete the divisions are, in one line."""
    divisions = told.records.divisions
    lacking = [each for each in divisions if not each.is_complete]
    people = len(told.records.rows)
    if not divisions:
        return ""
    if not lacking:
        return translate("Records", "{people} 人都写齐了，提示 {hints} 条。").format(
            people=people, hints=len(told.hints)
        )
    silent = sum(len(each.without_work) for each in divisions)
    names = "、".join(each.division for each in lacking[:DIVISIONS_TOLD])
    return translate(
        "Records", "{people} 人，{silent} 人没有写工作完成情况；没有写齐的部门 {count} 个：{names}。提示 {hints} 条。"
    ).format(
        people=people,
        silent=silent,
        count=len(lacking),
        names=names + ("…" if len(lacking) > DIVISIONS_TOLD else ""),
        hints=len(told.hints),
    )


def detail_text(row: MonthRow, told: MonthAnalysis) -> str:
    """What one person's month holds, and the hints about it."""
    record = row.record
    mark = "" if record.mark is None else f"{record.mark:f}"
    texts = (record.work, record.self_assessment, record.comment, mark)
    lines = [f"{row.name}　{row.division}　{row.post}", ""]
    for name, text in zip(monthly_records.PARTS.values(), texts, strict=True):
        lines += [f"【{name}】", text or translate("Records", "没有写"), ""]
    found = [each.text for each in told.hints if each.staff_no == row.staff_no]
    if found:
        lines += [translate("Records", "【提示】"), *found]
    return "\n".join(lines)
