"""台账: every event, which of them wait for a second person, and their evidence."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from app.domain.ledgers import Event, Standing
from app.domain.roster import staff_no_order
from app.i18n import translate
from app.services import rosters
from app.services.records import ledgers
from app.ui.blank import Fillable
from app.ui.collation import by_pinyin
from app.ui.delegates import TagDelegate
from app.ui.forms import beside
from app.ui.page import Page
from app.ui.parts import button, label
from app.ui.reasons import ask_reason
from app.ui.records.event_dialogs import CoverDialog, EventDialog
from app.ui.records.evidence import EvidenceDialog
from app.ui.search import SearchField
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

if TYPE_CHECKING:
    from app.domain.periods import Period
    from app.services.records.ledgers import EventLine, Settled
    from app.services.rosters import PersonRow

STANDING_COLUMN = 5
MANY = 2
TONES = {Standing.WAITING: "warn", Standing.IN_EFFECT: "soft", Standing.REFUSED: "bad"}


def event_columns() -> tuple[Column[EventLine], ...]:
    """One line an event."""
    return (
        Column(translate("Records", "日期"), lambda line: line.event.day.isoformat()),
        Column(translate("Records", "台账"), lambda line: line.event.ledger, sort_key=by_pinyin),
        Column(translate("Records", "姓名"), lambda line: line.name, sort_key=by_pinyin, tip=_who_tip),
        Column(translate("Records", "部门"), lambda line: line.division, sort_key=by_pinyin),
        Column(translate("Records", "事项"), lambda line: line.event.subject, width=230),
        Column(
            translate("Records", "状态"),
            lambda line: line.standing.word,
            tip=lambda line: line.event.refused or line.standing.word,
            tone=lambda line: TONES[line.standing],
            width=82,
        ),
        Column(translate("Records", "级别"), lambda line: line.event.level),
        Column(translate("Records", "分值"), lambda line: line.event.points, text=_figure, number=True),
        Column(translate("Records", "次数"), lambda line: line.event.count, text=_figure, number=True),
        Column(translate("Records", "材料"), lambda line: len(line.evidence) or None, number=True, width=56),
        Column(translate("Records", "谁报的"), lambda line: line.told_by),
        Column(translate("Records", "谁定的"), lambda line: line.settled_by),
        Column(translate("Records", "依据"), lambda line: line.event.basis),
        Column(translate("Records", "工号"), lambda line: line.event.staff_no, sort_key=staff_no_order),
        Column(translate("Records", "编号"), lambda line: line.number),
    )


def _figure(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _who_tip(line: EventLine) -> str:
    return f"{line.event.staff_no} {line.name}"


class LedgersTab(QWidget):
    """The events; what is done to them is done as a whole or not at all."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._people: tuple[PersonRow, ...] = ()
        self.ledger = QComboBox()
        self.standing = QComboBox()
        self.by = QLineEdit()
        self.model = RecordModel(event_columns(), key=lambda line: line.number, search=_searched)
        self.view = RecordView(self.model)
        self.search = SearchField(translate("Records", "姓名、部门、事项"), self.view)
        self.body = Fillable(self.view)
        self.count = label("", "soft")
        self.enter = button(translate("Records", "录入事项(&N)…"))
        self.cover = button(translate("Records", "零报告(&Z)…"))
        self.confirm = button(translate("Records", "确认(&Y)"), "primary")
        self.refuse = button(translate("Records", "退回(&R)…"))
        self.files = button(translate("Records", "材料(&M)…"))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the events again."""
        self._page.jobs.run(
            self,
            lambda _job: (ledgers.event_lines(self._page.book), rosters.people(self._page.book)),
            done=self._show,
        )

    # --- building

    def _lay_out(self) -> None:
        self.standing.addItem(translate("Records", "所有状态"), None)
        for each in Standing:
            self.standing.addItem(each.word, each)
        self.by.setPlaceholderText(translate("Records", "这台电脑的登录用户"))
        self.ledger.setMinimumWidth(130)
        self.by.setFixedWidth(170)
        self.search.setFixedWidth(190)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        beside(tools, translate("Records", "台账(&T)"), self.ledger)
        beside(tools, translate("Records", "状态(&S)"), self.standing)
        tools.addWidget(self.search)
        tools.addWidget(self.count)
        tools.addStretch(1)
        beside(tools, translate("Records", "办理人(&B)"), self.by)
        foot = QHBoxLayout()
        for made in (self.enter, self.cover, self.files):
            foot.addWidget(made)
        foot.addStretch(1)
        foot.addWidget(self.refuse)
        foot.addWidget(self.confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(tools)
        layout.addWidget(self.body, 1)
        layout.addLayout(foot)
        self.view.setItemDelegateForColumn(STANDING_COLUMN, TagDelegate(self.view))

    def _connect(self) -> None:
        self.ledger.currentIndexChanged.connect(self._filter)
        self.standing.currentIndexChanged.connect(self._filter)
        self.search.wanted.connect(self._filter)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.view.opened.connect(lambda _line: self._show_files())
        self.enter.clicked.connect(self._ask_event)
        self.cover.clicked.connect(self._ask_cover)
        self.confirm.clicked.connect(self._ask_confirm)
        self.refuse.clicked.connect(self._ask_refusal)
        self.files.clicked.connect(self._show_files)

    # --- showing

    def _show(self, told: tuple[tuple[EventLine, ...], tuple[PersonRow, ...]]) -> None:
        lines, self._people = told
        chosen = self.ledger.currentData()
        self.ledger.blockSignals(True)
        self.ledger.clear()
        self.ledger.addItem(translate("Records", "所有台账"), "")
        for name in dict.fromkeys(line.event.ledger for line in lines):
            self.ledger.addItem(name, name)
        self.ledger.setCurrentIndex(max(0, self.ledger.findData(chosen)))
        self.ledger.blockSignals(False)
        self.model.set_rows(lines)
        self.view.fit_columns(hide_empty=True)
        self._filter()
        self._offer()

    @Slot()
    def _filter(self) -> None:
        ledger, standing = self.ledger.currentData(), self.standing.currentData()

        def fits(line: EventLine) -> bool:
            return ledger in (None, "", line.event.ledger) and standing in (None, line.standing)

        self.model.set_filter(self.search.text(), fits)
        every, waiting = self.model.every_row, [row for row in self.model.every_row if row.standing is Standing.WAITING]
        told = translate("Records", "{shown} / {every} 条，待确认 {waiting} 条")
        self.count.setText(told.format(shown=len(self.model.rows), every=len(every), waiting=len(waiting)))
        if self.model.rows:
            self.body.show_inside()
        elif every:
            self.body.show_words(translate("Records", "没有符合条件的事项。"))
        else:
            self.body.show_words(
                translate("Records", "还没有台账事项。用表格导入，或者在这里录入；没有事项的台账报一个零报告。")
            )

    def _offer(self) -> None:
        chosen, may_write = self.view.selected_rows(), not self._page.is_read_only
        self.enter.setEnabled(may_write and bool(self._people))
        self.cover.setEnabled(may_write)
        self.confirm.setEnabled(may_write and any(line.standing is Standing.WAITING for line in chosen))
        self.refuse.setEnabled(may_write and any(line.standing is not Standing.REFUSED for line in chosen))
        self.files.setEnabled(len(chosen) == 1)

    # --- doing

    @property
    def _by(self) -> str | None:
        return self.by.text().strip() or None

    @Slot()
    def _ask_confirm(self) -> None:
        """Several at once are asked about: who confirms says that somebody looked at each."""
        count = sum(line.standing is Standing.WAITING for line in self.view.selected_rows())
        who = self._by or translate("Records", "这台电脑的登录用户")
        question = translate("Records", "由“{who}”确认选中的 {count} 条？确认以后就计分。").format(who=who, count=count)
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        title = translate("Records", "确认")
        if (
            count < MANY
            or QMessageBox.question(self, title, question, buttons, QMessageBox.StandardButton.No)
            == QMessageBox.StandardButton.Yes
        ):
            self.confirm_chosen()

    def confirm_chosen(self) -> None:
        """Confirm what is selected and waits: all of it or, where one is one's own, nothing."""
        numbers = [line.number for line in self.view.selected_rows() if line.standing is Standing.WAITING]
        book, by = self._page.book, self._by
        words = translate("Records", "已确认 {count} 条，相关周期要重新计算。").format(count=len(numbers))
        self._page.carry_out(lambda: ledgers.confirm_events(book, numbers, by=by), lambda _told: words)

    @Slot()
    def _ask_refusal(self) -> None:
        chosen = [line for line in self.view.selected_rows() if line.standing is not Standing.REFUSED]
        if not chosen:
            return
        question = translate("Records", "为什么退回这 {count} 条？（留着可查，不计分）").format(count=len(chosen))
        reason = ask_reason(self, translate("Records", "退回"), question)
        if reason:
            self.refuse_events([line.number for line in chosen], reason)

    def refuse_events(self, numbers: list[str], reason: str) -> None:
        """Send events back."""
        book, by = self._page.book, self._by
        words = translate("Records", "已退回 {count} 条。").format(count=len(numbers))
        self._page.carry_out(lambda: ledgers.refuse_events(book, numbers, reason=reason, by=by), lambda _told: words)

    @Slot()
    def _ask_event(self) -> None:
        names = tuple(self.ledger.itemData(place) for place in range(1, self.ledger.count()))
        dialog = EventDialog(self._people, names, self)
        dialog.told.connect(lambda told: self.enter_event(told, dialog))
        dialog.exec()

    def enter_event(self, told: Event, dialog: EventDialog | None = None) -> None:
        """Keep a typed event; the dialog stays open where that is refused."""
        book, by = self._page.book, self._by
        self._page.carry_out(lambda: ledgers.enter_event(book, told, by=by), entered_text, dialog=dialog)

    @Slot()
    def _ask_cover(self) -> None:
        names = tuple(self.ledger.itemData(place) for place in range(1, self.ledger.count()))
        dialog = CoverDialog(names, self)
        if dialog.exec() and dialog.period.period is not None:
            self.cover_ledger(dialog.ledger.currentText(), dialog.period.period)

    def cover_ledger(self, name: str, period: Period) -> None:
        """Say that a ledger was looked into for a period."""
        book, by = self._page.book, self._by
        words = translate("Records", "{period}{ledger}台账记为已核对：没有登记的就是零。").format(
            period=period.title, ledger=name
        )
        self._page.carry_out(
            lambda: ledgers.cover_ledger(book, name, period, by=by), lambda _told: words, changes=lambda told: told
        )

    @Slot()
    def _show_files(self) -> None:
        line = self.view.current_row()
        if line is not None:
            EvidenceDialog(self._page, line, self._by).exec()


def _searched(line: EventLine) -> str:
    return f"{line.name} {line.event.staff_no} {line.division} {line.event.subject} {line.event.basis}"


def entered_text(settled: Settled) -> str:
    """Whether an event that was typed in counts already."""
    if any(line.standing is Standing.WAITING for line in settled.lines):
        return translate("Records", "已录入，等另一个人确认后才计分。")
    return translate("Records", "已录入。")
