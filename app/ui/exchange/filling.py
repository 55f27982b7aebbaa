"""填上级的表: open the higher court's form, see what goes where, set marks, write the filled copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from app.domain.problems import AppError
from app.i18n import translate
from app.messages import sentence
from app.services.exchange import filling
from app.ui.archives.page import show_outside
from app.ui.blank import Fillable
from app.ui.computing import compute_periods
from app.ui.delegates import TagDelegate
from app.ui.exchange.form_columns import WRITTEN, FormLine, form_columns, form_lines, state_word
from app.ui.exchange.marks import MarkDialog
from app.ui.exchange.pane import ComputedPeriods, Offer, Pane
from app.ui.forms import beside
from app.ui.imports.drop import dropped_files
from app.ui.page import Page
from app.ui.parts import button, label
from app.ui.remedies import in_window
from app.ui.search import SearchField
from app.ui.table_view import RecordView
from app.ui.tables import RecordModel, written

if TYPE_CHECKING:
    from app.services.exchange.filling import Filling, FormPlan
    from app.services.overview import PeriodRow


class FillPane(Pane):
    """A form of the higher court and every cell of it that is filled, or should be."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._form: Path | None = None
        self._plan: FormPlan | None = None
        self._remedy = "open"
        self._is_done = False
        self._was_opened = False
        self.period = ComputedPeriods()
        self.form = QLineEdit()
        self.open = button(translate("Exchange", "选上级的表(&S)…"), drawn="open")
        self.only = QComboBox()
        self.model = RecordModel(form_columns(lambda: self._is_done), key=lambda line: line.number, search=_words)
        self.view = RecordView(self.model)
        self.search = SearchField(translate("Exchange", "工作表、单元格、要的是"), self.view)
        self.body = Fillable(self.view)
        self.summary = label("", "soft", wraps=True)
        self.mark = button(translate("Exchange", "设标记(&K)…"))
        self.forget = button(translate("Exchange", "不再记(&J)"))
        self.write = button(translate("Exchange", "写出填好的表(&W)…"), "primary")
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    # --- building

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        beside(line, translate("Exchange", "周期(&C)"), self.period)
        line.addSpacing(16)
        self.form.setReadOnly(True)
        self.form.setAccessibleName(translate("Exchange", "上级的表"))
        self.form.setPlaceholderText(translate("Exchange", "还没有选上级法院发的表"))
        line.addWidget(self.form, 1)
        line.addWidget(self.open)
        choice = QHBoxLayout()
        choice.setSpacing(8)
        for text, state in ((translate("Exchange", "全部"), ""), (translate("Exchange", "填的"), WRITTEN)):
            self.only.addItem(text, state)
        self.only.addItem(translate("Exchange", "没有填的"), "other")
        beside(choice, translate("Exchange", "只看(&Y)"), self.only)
        self.search.setFixedWidth(240)
        choice.addSpacing(12)
        choice.addWidget(self.search)
        choice.addStretch(1)
        choice.addWidget(self.mark)
        choice.addWidget(self.forget)
        self.view.setItemDelegateForColumn(0, TagDelegate(self.view))
        self.view.setAccessibleName(translate("Exchange", "每一格填什么"))
        self.mark.setToolTip(translate("Exchange", "告诉程序某一格填什么数，以后同样的表自动填"))
        self.forget.setToolTip(translate("Exchange", "去掉选中这一格的标记"))
        foot = QHBoxLayout()
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        column.addLayout(line)
        column.addLayout(choice)
        column.addWidget(self.body, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.period.currentIndexChanged.connect(self.read)
        self.open.clicked.connect(self._ask_form)
        self.body.asked.connect(self._do_remedy)
        self.only.currentIndexChanged.connect(self._filter)
        self.search.wanted.connect(self._filter)
        self.view.current_changed.connect(self._allow)
        self.view.opened.connect(self._ask_mark)
        self.mark.clicked.connect(lambda: self._ask_mark(self.view.current_row()))
        self.forget.clicked.connect(self._forget_mark)
        self.write.clicked.connect(self._ask_where)

    # --- showing

    def show_offer(self, offer: Offer) -> None:
        self.period.show_rows(offer.computed)

    def find(self) -> None:
        self.search.begin()

    @Slot()
    def read(self) -> None:
        super().read()
        self._is_done = False
        row = self.period.row
        if row is None:
            text = translate(
                "Exchange", "这里把一个周期的数填进上级法院发的表。还没有计算过任何周期：先去算分，再来填表。"
            )
            self._show_nothing(text, translate("Exchange", "去得分页"), "scores")
        elif row.stale:
            text = translate("Exchange", "{period}计算之后数据又有改动，重新计算以后才能填表。").format(
                period=row.title
            )
            self._show_nothing(text, translate("Exchange", "重新计算"), "compute")
        elif self._form is None:
            text = translate(
                "Exchange",
                "选上级法院发的表（.xlsx 或 .xlsm），或者把它拖到这里。\n程序认出要填的格，先列给您看：填在哪里、填什么、凭什么。\n"
                "写出的是另一份，原表的版式、公式、打印设置都不动。",
            )
            self._show_nothing(text, translate("Exchange", "选上级的表"), "open")
        else:
            self._read_form(row, self._form)

    def _read_form(self, row: PeriodRow, form: Path) -> None:
        self._set_plan(None)
        self.page.jobs.run(
            self,
            lambda _job: filling.plan_filling(self.page.book, row.period, form),
            done=lambda plan: self._show(row, plan),
            failed=self._show_why_not,
            cancelled=lambda: self._show_nothing(
                translate("Exchange", "已停止，没有读完。"), translate("Exchange", "选上级的表"), "open"
            ),
            title=translate("Exchange", "正在读上级的表"),
        )

    def _show(self, row: PeriodRow, plan: FormPlan) -> None:
        if row != self.period.row:
            return
        self._set_plan(plan)
        self.body.show_inside()
        self._show_lines(plan.filling)
        if self._was_opened:
            self._was_opened = False
            self.view.setFocus()

    def _show_lines(self, told: Filling) -> None:
        lines = form_lines(told)
        self.model.set_rows(lines)
        self.view.fit_columns()
        self.summary.setText(count_line(lines, done=self._is_done))
        if lines and self.view.current_row() is None:
            self.view.choose(lines[0].number)
        self._allow()

    def _set_plan(self, plan: FormPlan | None) -> None:
        self._plan = plan
        self._allow()

    def _show_nothing(self, text: str, button_text: str, remedy: str) -> None:
        self._remedy = remedy
        self._set_plan(None)
        self.model.set_rows(())
        self.summary.setText("")
        self.body.show_words(text, button_text)

    def _show_why_not(self, error: BaseException) -> None:
        if not isinstance(error, AppError):
            self.page.jobs.fail(self, error)
            return
        message = sentence(error.code, error.values)
        self._show_nothing(f"{message.text}{in_window(message.remedy)}", translate("Exchange", "选上级的表"), "open")

    @Slot()
    def _filter(self) -> None:
        wanted = self.only.currentData()

        def fits(line: FormLine) -> bool:
            return not wanted or (line.state == WRITTEN) == (wanted == WRITTEN)

        self.model.set_filter(self.search.text(), fits)

    @Slot()
    def _allow(self) -> None:
        line, may_mark = self.view.current_row(), self._plan is not None and not self.page.is_read_only
        self.mark.setEnabled(may_mark)
        self.forget.setEnabled(may_mark and line is not None and line.is_marked)
        self.write.setEnabled(self._plan is not None)

    # --- the form

    @Slot()
    def _do_remedy(self) -> None:
        row = self.period.row
        if self._remedy == "open":
            self._ask_form()
        elif self._remedy == "scores":
            self.page.page_requested.emit("scores", None)
        elif row is not None:
            compute_periods(self.page, [row.period], self.read)

    @Slot()
    def _ask_form(self) -> None:
        folder = str(self.page.desk.preferences.folder("forms", self.page.book.path.parent))
        pattern = translate("Exchange", "上级的表 (*.xlsx *.xlsm);;所有文件 (*)")
        told, _ = QFileDialog.getOpenFileName(self, translate("Exchange", "选择上级法院发的表"), folder, pattern)
        if told:
            self.open_form(Path(told))

    def open_form(self, path: Path) -> None:
        """Show what filling this form would write."""
        self._form = path
        self.form.setText(str(path))
        self.page.desk.preferences.remember_folder("forms", path.parent)
        self.page.banner.say("")
        self._was_opened = True
        self.read()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(dropped_files(event.mimeData())) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_form(dropped_files(event.mimeData())[0])

    # --- marks

    @Slot(object)
    def _ask_mark(self, line: FormLine | None) -> None:
        if self._plan is None or self.page.is_read_only:
            return
        dialog = MarkDialog(self._plan, self.page.jobs, self)
        if line is not None and line.cell.cell:
            dialog.begin(line.cell.sheet, line.cell.cell, line.cell.asked if line.is_marked else "")
        if dialog.exec():
            self.set_mark(dialog.told)

    @Slot()
    def _forget_mark(self) -> None:
        line = self.view.current_row()
        if line is not None and line.is_marked:
            self.set_mark(f"{line.cell.sheet}!{line.cell.cell}=")

    def set_mark(self, mark: str) -> None:
        """Remember a mark (an empty one is forgotten) and show what the form would hold now."""
        row, form = self.period.row, self._form
        if row is None or form is None:
            return
        self._is_done = False
        self.page.jobs.run(
            self,
            lambda _job: filling.mark_form(self.page.book, row.period, form, [mark]),
            done=lambda plan: self._tell_marked(row, plan, mark),
        )

    def _tell_marked(self, row: PeriodRow, plan: FormPlan, mark: str) -> None:
        self._show(row, plan)
        place, _, figure = mark.partition("=")
        words = translate("Exchange", "记住了：{place} 填“{figure}”。同样的表以后自动填。")
        if not figure:
            words = translate("Exchange", "{place} 的标记去掉了。")
        self.page.banner.say(words.format(place=place, figure=figure), "good")
        sheet, _, cell = place.rpartition("!")
        same = (each for each in self.model.rows if (each.cell.sheet, each.cell.cell) == (sheet, cell.upper()))
        chosen = next(same, None)
        if chosen is not None:
            self.view.choose(chosen.number)

    # --- out

    @Slot()
    def _ask_where(self) -> None:
        if self._form is None or self._plan is None:
            return
        suffix = self._plan.form.suffix
        name = translate("Exchange", "{form}-已填{suffix}").format(form=self._form.stem, suffix=suffix)
        folder = self.page.desk.preferences.folder("filled", self._form.parent)
        pattern = translate("Exchange", "Excel 表格 (*{suffix})").format(suffix=suffix)
        told, _ = QFileDialog.getSaveFileName(self, translate("Exchange", "填好的表存到"), str(folder / name), pattern)
        if told:
            self.save(Path(told))

    def save(self, path: Path) -> None:
        """Write the filled copy, show every cell that was written, and offer to open the folder."""
        row, form = self.period.row, self._form
        if row is None or form is None or self._plan is None:
            return
        path = path if path.suffix else path.with_name(f"{path.name}{self._plan.form.suffix}")
        self.page.desk.preferences.remember_folder("filled", path.parent)
        self.page.jobs.run(
            self,
            lambda job: filling.fill(self.page.book, row.period, form, path, report=job),
            done=lambda told: self._tell(told, path),
            cancelled=lambda: self.page.banner.say(translate("Exchange", "已停止，没有写成。"), "warn"),
            title=translate("Exchange", "正在填上级的表"),
        )

    def _tell(self, told: Filling, path: Path) -> None:
        self._is_done = True
        self.only.setCurrentIndex(self.only.findData(WRITTEN))
        self._show_lines(told)
        words = translate("Exchange", "已填好：{path}，填了 {count} 格，下面逐格列着。").format(
            path=path, count=len(told.written)
        )
        self.page.banner.say(words, "good", translate("Exchange", "打开文件夹"), lambda: show_outside(path.parent))


def count_line(lines: tuple[FormLine, ...], *, done: bool) -> str:
    """How many cells are how far, in one line."""
    counts: dict[str, int] = {}
    for line in lines:
        word = state_word(line, done=done)
        counts[word] = counts.get(word, 0) + 1
    if not counts:
        return translate("Exchange", "表里没有认出要填的格。给该填的格设标记，程序就知道填什么。")
    told = "，".join(f"{word} {count}" for word, count in counts.items())
    return translate("Exchange", "共 {count} 处：{told}。").format(count=len(lines), told=told)


def _words(line: FormLine) -> str:
    cell = line.cell
    return " ".join((cell.sheet, cell.cell, cell.asked, written(cell.value), cell.why))
