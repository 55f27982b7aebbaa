"""标记: which figure belongs into a cell of the form, chosen once and remembered for that form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.i18n import translate
from app.ui.forms import add_row
from app.ui.jobs import Jobs
from app.ui.parts import label, set_tone
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel, written

if TYPE_CHECKING:
    from app.services.exchange.filling import FormPlan
    from app.services.exchange.form_figures import Answer

MOST_ROWS, MOST_COLUMNS = 200, 40
"""How much of a sheet is shown to choose a cell from; a cell further out can still be typed."""


class MarkDialog(QDialog):
    """The form's sheet to click a cell in, and what shall stand there; ``told`` is the mark."""

    def __init__(self, plan: FormPlan, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Exchange", "设标记"))
        self.resize(860, 600)
        self._plan = plan
        self._jobs = jobs
        self._understood = False
        self.sheet = QComboBox()
        self.sheet.addItems(plan.sheets)
        self.cell = QLineEdit()
        self.cell.setPlaceholderText("B4")
        self.figure = QComboBox()
        self.model = RecordModel((), key=lambda row: row[0])
        self.grid = RecordView(self.model, cells=True)
        self.answer = label(wraps=True)
        self.buttons = QDialogButtonBox()
        self.ok = self.buttons.addButton(translate("Exchange", "记住(&R)"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setDefault(True)
        self.buttons.addButton(translate("Exchange", "取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect()
        self._show_sheet()

    @property
    def told(self) -> str:
        """The mark as it is told: ``表!B4=平均分(法官)``."""
        return f"{self.sheet.currentText()}!{self.cell.text().strip()}={self.figure.currentText().strip()}"

    def begin(self, sheet: str, cell: str, figure: str) -> None:
        """Start from a cell of the form and what stands for it now."""
        self.sheet.setCurrentText(sheet)
        self.cell.setText(cell)
        self.figure.setEditText(figure)
        row, column = split_cell(cell)
        if self.model.row_of(row) >= 0:
            self.grid.choose(row, column)
        self.figure.setFocus()

    def _lay_out(self) -> None:
        self.figure.setMaxVisibleItems(18)
        line = QLineEdit()
        line.setPlaceholderText(translate("Exchange", "例如 平均分(法官)、合计(结案数,法官)、总分:工号"))
        self.figure.setLineEdit(line)
        self.figure.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.figure.addItems(self._plan.figures.offers())
        self.figure.setEditText("")
        completer = QCompleter(self.figure.model(), self.figure)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.figure.setCompleter(completer)
        self.grid.setAccessibleName(translate("Exchange", "表格内容"))
        self.grid.setSortingEnabled(False)
        self.grid.horizontalHeader().setSectionsClickable(False)
        self.grid.setShowGrid(True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        add_row(form, translate("Exchange", "工作表(&S)"), self.sheet)
        add_row(form, translate("Exchange", "单元格(&C)"), self.cell)
        add_row(form, translate("Exchange", "填什么(&W)"), self.figure)
        form.addRow(label(translate("Exchange", "现在是"), "soft"), self.answer)
        about = translate(
            "Exchange",
            "在表里点一格，再选这一格要填什么数。程序记住这个标记，下个周期同样的表自动填；那一格原有的内容会被改写。",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(about, "soft", wraps=True))
        column.addWidget(self.grid, 1)
        column.addLayout(form)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.sheet.currentIndexChanged.connect(self._show_sheet)
        self.grid.selectionModel().currentChanged.connect(self._take_cell)
        self.cell.textChanged.connect(self._offer)
        self.figure.editTextChanged.connect(self._ask)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @Slot()
    def _show_sheet(self) -> None:
        cells = self._plan.cells(self.sheet.currentText())
        columns, rows = grid_of(cells)
        self.model.set_columns(columns, rows)
        self.grid.fit_columns()
        self._ask()

    @Slot(QModelIndex, QModelIndex)
    def _take_cell(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(current)
        if row is not None and current.column() > 0:
            self.cell.setText(f"{self.model.columns[current.column()].title}{row[0]}")

    @Slot()
    def _ask(self) -> None:
        """What the figure would be; asked anew with every letter, and only the last answer counts."""
        asked = self.figure.currentText().strip()
        self._understood = False
        self._offer()
        if not asked:
            self._say("", "")
            return
        self._jobs.run(
            self,
            lambda _job: self._plan.figures.answer(asked),
            done=lambda answer: self._show_answer(asked, answer),
        )

    def _show_answer(self, asked: str, answer: Answer | None) -> None:
        if asked != self.figure.currentText().strip():
            return
        self._understood = answer is not None
        if answer is None:
            self._say(translate("Exchange", "不明白“{asked}”是什么数；下拉列表里是能填的。").format(asked=asked), "bad")
        elif answer.value is None:
            self._say(translate("Exchange", "现在没有数：{why}。").format(why=answer.why), "warn")
        else:
            self._say(written(answer.value), "good")
        self._offer()

    def _say(self, text: str, tone: str) -> None:
        self.answer.setText(text)
        set_tone(self.answer, tone)

    @Slot()
    def _offer(self) -> None:
        self.ok.setEnabled(self._understood and all(split_cell(self.cell.text())))


def grid_of(cells: dict[tuple[int, int], str]) -> tuple[tuple[Column[Any], ...], tuple[Any, ...]]:
    """A sheet as a table: the columns by their letters, each row its number and what stands in it."""
    deepest = min(max((row for row, _ in cells), default=0) + 2, MOST_ROWS)
    widest = min(max((column for _, column in cells), default=0) + 2, MOST_COLUMNS)
    numbers: Column[Any] = Column("", lambda row: row[0], number=True, tone=lambda _row: "faint", width=44)
    columns = (numbers, *(_lettered(column) for column in range(1, widest + 1)))
    texts = (
        (row, tuple(cells.get((row, column), "") for column in range(1, widest + 1))) for row in range(1, deepest + 1)
    )
    return columns, tuple(texts)


def _lettered(column: int) -> Column[Any]:
    return Column(letters(column), lambda row: row[1][column - 1])


def letters(column: int) -> str:
    """A, B … Z, AA …"""
    told = ""
    while column:
        column, rest = divmod(column - 1, 26)
        told = chr(ord("A") + rest) + told
    return told


def split_cell(cell: str) -> tuple[int, int]:
    """Row and column (from 1) of ``B4``; zeros where it names no cell."""
    told = cell.strip().replace("$", "").upper()
    word = told.rstrip("0123456789")
    number = told[len(word) :]
    if not word or not number or len(word) > 3 or not (word.isascii() and word.isalpha()):
        return 0, 0
    column = 0
    for letter in word:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(number), column
