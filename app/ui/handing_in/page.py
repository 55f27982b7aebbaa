"""收表: who has handed in what, who has not; templates out, reminders to print."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.domain.periods import Kind, Period
from app.domain.problems import AppError
from app.domain.receipts import Standing
from app.i18n import translate
from app.messages import sentence
from app.services import overview
from app.services.collecting import handing_in, reminders, templates
from app.ui.archives.page import show_outside
from app.ui.blank import Fillable
from app.ui.delegates import TagDelegate
from app.ui.desk import Desk
from app.ui.forms import beside
from app.ui.handing_in.columns import BoardRow, board_columns, board_rows, line_columns, standing_word
from app.ui.handing_in.faults import FaultsDialog
from app.ui.handing_in.waiving import WaiveButton
from app.ui.page import Page
from app.ui.parts import button, label
from app.ui.periods import PeriodChooser
from app.ui.remedies import in_window
from app.ui.search import SearchField
from app.ui.table_view import RecordView
from app.ui.tables import RecordModel

MOST_STRAYS = 3


class HandingInPage(Page):
    """A board of divisions and sheets; below it the sheets of the division that the keyboard stands on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("HandingIn", "收表"), desk)
        self._board: handing_in.Board | None = None
        self._asked_once = False
        self._chosen = False
        self._news = ""
        self.export = button(translate("HandingIn", "导出模板(&M)…"))
        self.remind = button(translate("HandingIn", "打印催报单(&B)…"), "primary")
        self.period = PeriodChooser(date.today().year)
        self.only = QComboBox()
        self.model = RecordModel(board_columns(()), key=lambda row: row.division, search=lambda row: row.division)
        self.view = RecordView(self.model, cells=True)
        self.search = SearchField(translate("HandingIn", "部门"), self.view)
        self.body = Fillable(self.view)
        self.whose = label("", "heading")
        self.lines = RecordView(RecordModel(line_columns(), key=lambda line: line.key))
        self.waive = WaiveButton(desk, self.lines)
        self.counts = label("", "soft", wraps=True)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        super().refresh()
        wanted = self.period.period if self._chosen else None
        self._asked_once = True
        self.jobs.run(self, lambda _job: read_board(self.book, wanted), done=self._show, failed=self._show_why_not)

    def find(self) -> None:
        self.search.begin()

    def show_thing(self, thing: Any) -> None:
        """Show this period."""
        self._asked_once = True
        self.period.choose(thing)

    # --- building

    def _lay_out(self) -> None:
        for made in (self.export, self.remind):
            self.header.addWidget(made)
        self.only.addItem(translate("HandingIn", "全部部门"), "")
        self.only.addItem(translate("HandingIn", "还没收齐的"), "owing")
        for standing in ("有错退回", "待处理", "迟交", "未交", "免报"):
            self.only.addItem(standing_word(standing), standing)
        line = QHBoxLayout()
        line.setSpacing(8)
        beside(line, translate("HandingIn", "周期(&P)"), self.period)
        line.addSpacing(12)
        beside(line, translate("HandingIn", "只看(&K)"), self.only)
        self.search.setFixedWidth(200)
        line.addSpacing(12)
        line.addWidget(self.search)
        line.addStretch(1)
        self.content.addLayout(line)
        self.content.addWidget(self.counts)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.whose, 1)
        head.addWidget(self.waive)
        column.addLayout(head)
        column.addWidget(self.lines, 1)
        self.lines.setItemDelegateForColumn(1, TagDelegate(self.lines))
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.body)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        self.content.addWidget(split, 1)

    def _connect(self) -> None:
        self.period.changed.connect(self._read_again)
        self.only.currentIndexChanged.connect(self._filter)
        self.search.wanted.connect(self._filter)
        self.view.current_changed.connect(self._show_lines)
        self.view.opened.connect(self._open_cell)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._choose_cell())
        self.lines.opened.connect(self._open)
        self.waive.done.connect(self._keep_news)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.export.clicked.connect(self._ask_templates)
        self.remind.clicked.connect(self._ask_reminder)

    # --- showing

    @Slot()
    def _read_again(self) -> None:
        """Another period was chosen: it stays, whatever is imported. Until then the newest one is shown."""
        if self._asked_once:
            self._chosen = True
            self.refresh()

    def _show(self, board: handing_in.Board) -> None:
        self._board = board
        self.waive.show_period(board.period)
        self.period.blockSignals(True)
        self.period.choose(board.period)
        self.period.blockSignals(False)
        self.subtitle.setText(subtitle(board))
        self.counts.setText(summary(board))
        if self._news:
            self.banner.say(self._news, "good")
        else:
            self.banner.say(strays_text(board), "warn")
        self._news = ""
        rows = board_rows(board)
        columns = board_columns(board.lines)
        if [each.title for each in columns] == [each.title for each in self.model.columns]:
            self.model.set_rows(rows)
        else:
            self.model.set_columns(columns, rows)
            self._dress()
        self.view.fit_columns()
        self._filter()
        for made in (self.export, self.remind):
            made.setEnabled(bool(rows))
        if not rows:
            self.body.show_words(
                translate("HandingIn", "这个周期没有单独要报的表：方案里没有在这种周期计分、要各部门填报的数据项。")
            )
            return
        self.body.show_inside()
        if self.view.current_row() is None:
            first = next((row for row in rows if row.owing), rows[0])
            self.view.choose(first.division)
        # The same division may stand there as before, with other sheets.
        self._show_lines(self.view.current_row())

    def _dress(self) -> None:
        for place in range(1, len(self.model.columns)):
            self.view.setItemDelegateForColumn(place, TagDelegate(self.view))

    def _show_why_not(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            self.jobs.fail(self, error)
            return
        message = sentence(error.code, error.values)
        self._board = None
        self.waive.show_period(None)
        self.model.set_rows(())
        self.lines.records.set_rows(())
        for text in (self.subtitle, self.counts, self.whose):
            text.setText("")
        for made in (self.export, self.remind):
            made.setEnabled(False)
        self.body.show_words(f"{message.text}{in_window(message.remedy)}")

    @Slot()
    def _filter(self) -> None:
        wanted = self.only.currentData()

        def fits(row: BoardRow) -> bool:
            if wanted == "owing":
                return bool(row.owing)
            return not wanted or any(line.standing == wanted for line in row.lines.values())

        self.model.set_filter(self.search.text(), fits)

    @Slot(object)
    def _show_lines(self, row: BoardRow | None) -> None:
        lines = tuple(row.lines.values()) if row is not None else ()
        self.whose.setText(row.division if row is not None else "")
        self.lines.records.set_rows(lines)
        self.lines.fit_columns(hide_empty=True)
        self._choose_line(row)

    @Slot(str)
    def _keep_news(self, words: str) -> None:
        """What was done is told once the board has been read again."""
        self._news = words

    @Slot()
    def _choose_cell(self) -> None:
        self._choose_line(self.view.current_row())

    def _choose_line(self, row: BoardRow | None) -> None:
        """Below, choose the sheet whose cell the keyboard stands on, else the only one."""
        line = self._line_at(row) if row is not None else None
        if line is None and row is not None and len(row.lines) == 1:
            line = next(iter(row.lines.values()))
        if line is not None:
            self.lines.choose(line.key)
        else:
            self.lines.clearSelection()
        self.waive.offer()

    def _line_at(self, row: BoardRow) -> handing_in.BoardLine | None:
        title = self.model.columns[max(self.view.currentIndex().column(), 0)].title
        return row.lines.get(title)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        """The menu of the sheet in a cell, as in the list below."""
        if self.lines.selected_rows():
            self.waive.menu_here().popup(self.view.viewport().mapToGlobal(place))

    # --- doing

    @Slot(object)
    def _open_cell(self, row: BoardRow) -> None:
        line = self._line_at(row)
        self._open(line if line is not None else next(iter(row.lines.values())))

    @Slot(object)
    def _open(self, line: handing_in.BoardLine) -> None:
        """The faults of what was sent back; else the page where files are taken in."""
        if line.problems:
            dialog = FaultsDialog(line, self)
            dialog.exec()
            if not dialog.to_imports:
                return
        self.page_requested.emit("imports", None)

    @Slot()
    def _ask_templates(self) -> None:
        if self._board is None:
            return
        base = self.desk.preferences.folder("templates", self.book.path.parent)
        title = translate("HandingIn", "模板放在哪个文件夹")
        told = QFileDialog.getExistingDirectory(self, title, str(base))
        if told:
            self.make_templates(Path(told))

    def make_templates(self, folder: Path) -> None:
        """Write every division's workbook into a folder of the period's name there."""
        if self._board is None:
            return
        period = self._board.period
        self.desk.preferences.remember_folder("templates", folder)
        place = folder / translate("HandingIn", "{period}模板").format(period=period.title)
        self.jobs.run(
            self,
            lambda job: templates.make_division_templates(self.book, period, place, report=job),
            done=self._tell_templates,
            cancelled=lambda: self.banner.say(
                translate("HandingIn", "已停止。停止之前做好的模板留在文件夹里：{folder}").format(folder=place), "warn"
            ),
            title=translate("HandingIn", "正在做{period}的模板").format(period=period.title),
        )

    def _tell_templates(self, made: templates.TemplatesMade) -> None:
        words = translate("HandingIn", "做好 {count} 个部门的模板，共 {sheets} 张表：{folder}")
        self.banner.say(
            words.format(count=len(made.files), sheets=made.sheets, folder=made.folder),
            "good",
            translate("HandingIn", "打开文件夹"),
            lambda: show_outside(made.folder),
        )

    @Slot()
    def _ask_reminder(self) -> None:
        if self._board is None:
            return
        folder = self.desk.preferences.folder("exports", self.book.path.parent)
        name = translate("HandingIn", "{period}催报单.pdf").format(period=self._board.period.title)
        title = translate("HandingIn", "催报单存到")
        pattern = translate("HandingIn", "PDF (*.pdf);;Word 文档 (*.docx);;Excel 表格 (*.xlsx)")
        told, _ = QFileDialog.getSaveFileName(self, title, str(folder / name), pattern)
        if told:
            self.save_reminder(Path(told))

    def save_reminder(self, path: Path) -> None:
        """Write the reminder and offer to open it for printing."""
        if self._board is None:
            return
        period = self._board.period
        self.desk.preferences.remember_folder("exports", path.parent)
        done = translate("HandingIn", "催报单已写成：{path}").format(path=path)
        self.jobs.run(
            self,
            lambda _job: reminders.save_reminders(self.book, period, path),
            done=lambda _told: self.banner.say(
                done, "good", translate("HandingIn", "打开打印"), lambda: show_outside(path)
            ),
            title=translate("HandingIn", "正在写催报单"),
        )


def read_board(book: Any, period: Period | None) -> handing_in.Board:
    """The board of a period, or of the newest one that anybody may hand in for; to be called on the job thread."""
    return handing_in.board(book, period or newest_period(book, date.today()))


def newest_period(book: Any, today: date) -> Period:
    """The newest period of the shortest kind in use that has data, else the one that ended last before today."""
    rows = overview.period_rows(book)
    kinds = {row.period.kind for row in rows} or {Kind.QUARTER}
    told = [row.period for row in rows if row.period.kind is min(kinds)]
    last = Period(today.year, min(kinds), (today.month - 1) // min(kinds) + 1).previous()
    return max(told, key=lambda period: period.last_day, default=last)


def subtitle(board: handing_in.Board) -> str:
    """The period, and until when its sheets are wanted."""
    if board.due is None:
        return translate("HandingIn", "{period}，没有设报送期限").format(period=board.period.title)
    return translate("HandingIn", "{period}，{due} 前报送").format(period=board.period.title, due=board.due.isoformat())


def summary(board: handing_in.Board) -> str:
    """How many sheets are how far, in one line."""
    if not board.lines:
        return ""
    told = [
        f"{standing_word(standing)} {count}"
        for standing, count in board.counts.items()
        if count and standing != Standing.WAIVED
    ]
    waived = board.counts[Standing.WAIVED]
    parts = [
        translate("HandingIn", "应报 {count} 张：{told}。").format(
            count=len(board.wanted), told="，".join(told) or "0"
        ),
        translate("HandingIn", "另有 {count} 张本期免报。").format(count=waived) if waived else "",
        translate("HandingIn", "双击一格：退回的看原因，其他的去导入；右键可以记免报。"),
    ]
    return "".join(parts)


def strays_text(board: handing_in.Board) -> str:
    """The files that came for the period and belong to no expected sheet; an empty text for none."""
    if not board.strays:
        return ""
    names = "、".join(dict.fromkeys(each.file for each in board.strays[:MOST_STRAYS]))
    return translate("HandingIn", "有 {count} 张退回的表对不上该报的表：{names}。请核对表上的部门和种类。").format(
        count=len(board.strays), names=names
    )
