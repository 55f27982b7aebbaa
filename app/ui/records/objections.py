"""异议、复核、申诉: who objects to what, until when it must be answered, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.domain.objections import ObjectionStep
from app.i18n import translate
from app.services import overview, rosters
from app.services.deciding import objections
from app.ui.blank import Fillable
from app.ui.collation import by_pinyin
from app.ui.delegates import TagDelegate
from app.ui.forms import beside
from app.ui.page import Page
from app.ui.parts import button, label
from app.ui.records.objection_dialogs import AcceptDialog, AnswerDialog, ComplaintDialog
from app.ui.search import SearchField
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

if TYPE_CHECKING:
    from app.services.deciding.objections import ObjectionRow
    from app.services.overview import PeriodRow
    from app.services.rosters import PersonRow

STEP_COLUMN = 4
FIGURES = {
    "issue": "期次",
    "total": "总分",
    "score": "该项得分",
    "rank": "名次",
    "proposed_grade": "建议等次",
    "decided_grade": "评定等次",
}


def objection_columns() -> tuple[Column[ObjectionRow], ...]:
    """One line an objection."""
    return (
        Column(translate("Records", "编号"), lambda row: row.objection.number, number=True, width=56),
        Column(translate("Records", "周期"), lambda row: row.objection.period.title),
        Column(translate("Records", "姓名"), lambda row: row.name, sort_key=by_pinyin),
        Column(translate("Records", "方式"), lambda row: row.objection.way.value, width=64),
        Column(translate("Records", "办到"), step_text, tone=_tone, width=112),
        Column(translate("Records", "提出日期"), lambda row: row.objection.lodged.isoformat()),
        Column(translate("Records", "答复期限"), lambda row: row.answer_until.isoformat()),
        Column(translate("Records", "指标"), lambda row: row.objection.indicator),
        Column(translate("Records", "内容"), lambda row: row.objection.text),
    )


def step_text(row: ObjectionRow) -> str:
    """How far it is, and that it is overdue."""
    told = row.objection
    if told.step is ObjectionStep.ANSWERED:
        return told.outcome
    return translate("Records", "{step}，逾期").format(step=told.step.value) if row.overdue else told.step.value


def _tone(row: ObjectionRow) -> str:
    if row.objection.step is ObjectionStep.ANSWERED:
        return "soft"
    return "bad" if row.overdue else "warn"


class ObjectionsTab(QWidget):
    """All objections of the book; the chosen one in full at the right."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._people: tuple[PersonRow, ...] = ()
        self._periods: tuple[PeriodRow, ...] = ()
        self.only = QComboBox()
        self.model = RecordModel(
            objection_columns(),
            key=lambda row: row.objection.number,
            search=lambda row: f"{row.name} {row.objection.text}",
        )
        self.view = RecordView(self.model)
        self.search = SearchField(translate("Records", "姓名、内容"), self.view)
        self.detail = QTextBrowser()
        self.add = button(translate("Records", "登记一件(&G)…"))
        self.accept = button(translate("Records", "受理(&A)…"))
        self.answer = button(translate("Records", "答复(&D)…"), "primary")
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(self.view)
        both.addWidget(self.detail)
        both.setSizes([700, 400])
        self.body = Fillable(both)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the objections again."""
        book = self._page.book
        self._page.jobs.run(
            self,
            lambda _job: (objections.objections(book), rosters.people(book), overview.period_rows(book)),
            done=self._show,
        )

    def _lay_out(self) -> None:
        for text, wanted in (
            (translate("Records", "全部"), ""),
            (translate("Records", "还没答复的"), "open"),
            (translate("Records", "逾期的"), "overdue"),
        ):
            self.only.addItem(text, wanted)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        beside(tools, translate("Records", "只看(&L)"), self.only)
        self.search.setFixedWidth(200)
        tools.addWidget(self.search)
        tools.addStretch(1)
        foot = QHBoxLayout()
        about = label(
            translate("Records", "成立的不能直接改分：先改正数据、作出裁定或重新评定，重新计算以后再答复。"),
            "soft",
            wraps=True,
        )
        foot.addWidget(about, 1)
        for made in (self.add, self.accept, self.answer):
            foot.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(tools)
        layout.addWidget(self.body, 1)
        layout.addLayout(foot)
        self.view.setItemDelegateForColumn(STEP_COLUMN, TagDelegate(self.view))
        self.detail.document().setDocumentMargin(10)

    def _connect(self) -> None:
        self.only.currentIndexChanged.connect(self._filter)
        self.search.wanted.connect(self._filter)
        self.view.current_changed.connect(self._show_one)
        self.add.clicked.connect(self._ask_complaint)
        self.accept.clicked.connect(self._ask_accept)
        self.answer.clicked.connect(self._ask_answer)

    # --- showing

    def _show(self, told: tuple[tuple[ObjectionRow, ...], tuple[PersonRow, ...], tuple[PeriodRow, ...]]) -> None:
        rows, self._people, periods = told
        self._periods = tuple(row for row in periods if row.computed)
        self.model.set_rows(rows)
        self.view.fit_columns(hide_empty=True)
        self._filter()
        if rows and self.view.current_row() is None:
            self.view.choose(rows[-1].objection.number)
        self._show_one(self.view.current_row())

    @Slot()
    def _filter(self) -> None:
        wanted = self.only.currentData()

        def fits(row: ObjectionRow) -> bool:
            is_open = row.objection.step is not ObjectionStep.ANSWERED
            return not wanted or (is_open and (wanted == "open" or row.overdue))

        self.model.set_filter(self.search.text(), fits)
        if self.model.rows:
            self.body.show_inside()
        elif self.model.every_row:
            self.body.show_words(translate("Records", "没有符合条件的异议。"))
        else:
            self.body.show_words(translate("Records", "还没有人提出异议。有人对结果不服，在这里登记，期限会自动算。"))

    @Slot(object)
    def _show_one(self, row: ObjectionRow | None) -> None:
        self.detail.setPlainText(detail_text(row) if row else "")
        is_open = row is not None and row.objection.step is not ObjectionStep.ANSWERED and not self._page.is_read_only
        self.add.setEnabled(not self._page.is_read_only and bool(self._periods))
        self.accept.setEnabled(is_open and row is not None and row.objection.accepted is None)
        self.answer.setEnabled(is_open)

    # --- doing

    def run(self, work: Callable[[], tuple[ObjectionRow, Any]], words: str, dialog: QDialog | None = None) -> None:
        """Do it, and say which one it was."""
        self._page.carry_out(
            work,
            lambda told: words.format(number=told[0].objection.number),
            changes=lambda told: told[1],
            dialog=dialog,
        )

    @Slot()
    def _ask_complaint(self) -> None:
        book = self._page.book
        dialog = ComplaintDialog(self._people, self._periods, self)
        dialog.told.connect(
            lambda period, staff_no, told: self.run(
                lambda: objections.lodge(book, period, staff_no, told),
                translate("Records", "已登记，编号 {number}。"),
                dialog,
            )
        )
        dialog.exec()

    @Slot()
    def _ask_accept(self) -> None:
        row, book = self.view.current_row(), self._page.book
        if row is None:
            return
        dialog = AcceptDialog(row, self)
        dialog.told.connect(
            lambda day, extended: self.run(
                lambda: objections.accept(book, row.objection.number, day, extended=extended),
                translate("Records", "第 {number} 号已受理。"),
                dialog,
            )
        )
        dialog.exec()

    @Slot()
    def _ask_answer(self) -> None:
        row, book = self.view.current_row(), self._page.book
        if row is None:
            return
        dialog = AnswerDialog(row, self)
        dialog.told.connect(
            lambda told: self.run(
                lambda: objections.answer(book, row.objection.number, told),
                translate("Records", "第 {number} 号已答复。"),
                dialog,
            )
        )
        dialog.exec()


def detail_text(row: ObjectionRow) -> str:
    """One objection in full, line by line."""
    told = row.objection
    named = (
        (translate("Records", "针对"), told.indicator or translate("Records", "整个结果")),
        (translate("Records", "内容"), told.text),
        (translate("Records", "知道结果"), _day(told.known)),
        (translate("Records", "提出日期"), _day(told.lodged)),
        (translate("Records", "最迟提出"), _day(row.lodging_until)),
        (translate("Records", "受理日期"), _day(told.accepted)),
        (translate("Records", "答复期限"), _day(row.answer_until)),
        (translate("Records", "答复日期"), _day(told.answered)),
        (translate("Records", "结论"), told.outcome),
        (translate("Records", "答复"), told.answer),
        (translate("Records", "文号"), told.document),
        (translate("Records", "复核人员"), told.reviewers),
    )
    head = f"{row.name}（{told.staff_no}） {told.period.title}第 {told.issue} 期次　{told.way.value}"
    lines = [head, "", *(f"{name}：{text}" for name, text in named if text)]
    if row.late:
        lines.append(translate("Records", "提出时已超过期限。"))
    if told.after:
        lines.append(translate("Records", "不服第 {number} 号的答复。").format(number=told.after))
    return "\n".join([*lines, *_figure_lines(row)])


def _figure_lines(row: ObjectionRow) -> list[str]:
    before, after = row.objection.figures_before, row.objection.figures_after
    lines = [
        f"{name}：{before.get(key, '') or '—'}" + (f" → {after.get(key, '') or '—'}" if after else "")
        for key, name in FIGURES.items()
        if before.get(key) or after.get(key)
    ]
    return ["", translate("Records", "提出时和答复时："), *lines] if lines else []


def _day(day: Any) -> str:
    return day.isoformat() if day else ""
