"""表格版式: what was answered about the columns of each division's sheets; one answer changed, one layout forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.i18n import translate
from app.services.taking_in import layouts
from app.ui.blank import Fillable
from app.ui.collation import by_pinyin
from app.ui.desk import Desk
from app.ui.forms import caption
from app.ui.moments import moment_text
from app.ui.parts import button, label
from app.ui.reasons import ask_reason
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

if TYPE_CHECKING:
    from app.services.taking_in.layouts import AnsweredColumn, LayoutLine
    from app.services.taking_in.questions import Choice


def layout_columns() -> tuple[Column[LayoutLine], ...]:
    """The columns of the list of layouts."""
    return (
        Column(
            translate("Imports", "部门"),
            lambda line: line.division or translate("Imports", "（没有写）"),
            sort_key=by_pinyin,
        ),
        Column(translate("Imports", "种类"), lambda line: line.kind),
        Column(translate("Imports", "怎么答的"), lambda line: _answers(line.answers), width=260),
        Column(translate("Imports", "谁"), lambda line: line.by),
        Column(translate("Imports", "时间"), lambda line: line.at, text=moment_text),
        Column(translate("Imports", "最近用于"), _last_use),
        Column(translate("Imports", "状态"), _state, tone=lambda line: "faint" if line.forgotten else ""),
    )


def answer_columns() -> tuple[Column[AnsweredColumn], ...]:
    """The columns of one layout's headers."""
    return (
        Column(translate("Imports", "表头"), lambda row: row.header),
        Column(
            translate("Imports", "当时的回答"),
            lambda row: row.answer or translate("Imports", "（没有问，程序认得或者不读）"),
        ),
    )


def _answers(answers: Sequence[AnsweredColumn]) -> str:
    return "；".join(f"{each.header} → {each.answer}" for each in answers)


def _last_use(line: LayoutLine) -> str:
    return f"{line.used_file}　{moment_text(line.used)}" if line.used else ""


def _state(line: LayoutLine) -> str:
    if not line.forgotten:
        return translate("Imports", "记着")
    return translate("Imports", "已忘记：{why}").format(why=line.why)


class LayoutsDialog(QDialog):
    """The layouts above, the columns of the one chosen below; every change asks for a reason."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(translate("Imports", "表格版式"))
        self.resize(1000, 600)
        self.view = RecordView(RecordModel(layout_columns(), key=lambda line: (line.number, line.forgotten)))
        self.body = Fillable(self.view)
        self.columns = RecordView(RecordModel(answer_columns(), key=lambda row: row.header))
        self.answer = QComboBox()
        self.change = button(translate("Imports", "改答(&A)…"))
        self.forget = button(translate("Imports", "忘记这种版式(&F)…"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self._connect()
        self._offer()
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        self._desk.jobs.run(self, lambda _job: layouts.layout_lines(self._desk.book), done=self._show)

    # --- building

    def _lay_out(self) -> None:
        about = translate(
            "Imports",
            "导入时答过的列记在这里，同一部门同样的表不再问。改答和忘记从下一张表起有效，已经采用的数据不变；忘记了的可以恢复。",
        )
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(caption(translate("Imports", "选中的列是(&I)"), self.answer))
        foot.addWidget(self.answer, 1)
        foot.addWidget(self.change)
        foot.addStretch(1)
        foot.addWidget(self.forget)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.columns, 1)
        column.addLayout(foot)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.body)
        both.addWidget(below)
        both.setSizes([260, 240])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(label(about, "soft", wraps=True))
        layout.addWidget(both, 1)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.view.current_changed.connect(self._show_columns)
        self.columns.current_changed.connect(lambda _row: self._show_answer())
        self.answer.currentIndexChanged.connect(self._offer)
        self.change.clicked.connect(self._ask_change)
        self.forget.clicked.connect(self._ask_forget)
        self.buttons.rejected.connect(self.reject)

    # --- showing

    def _show(self, lines: tuple[LayoutLine, ...]) -> None:
        self.view.records.set_rows(lines)
        self.view.fit_columns()
        if not lines:
            self.body.show_words(translate("Imports", "还没有记住任何版式：导入时没有问过哪一列是什么。"))
        else:
            self.body.show_inside()
            if self.view.current_row() is None:
                self.view.choose((lines[0].number, lines[0].forgotten))
        self._show_columns(self.view.current_row())

    @Slot(object)
    def _show_columns(self, line: LayoutLine | None) -> None:
        rows = line.columns if line is not None else ()
        self.columns.records.set_rows(rows)
        self.columns.fit_columns()
        if line is None:
            self._fill_choices(())
        else:
            self._desk.jobs.run(self, lambda _job: layouts.choices_for(self._desk.book, line), done=self._fill_choices)
            first = next(iter(line.answers), rows[0])
            if self.columns.current_row() is None:
                self.columns.choose(first.header)
        self._offer()

    def _fill_choices(self, choices: Sequence[Choice]) -> None:
        self.answer.blockSignals(True)
        self.answer.clear()
        self.answer.addItem(translate("Imports", "（这一列是什么？）"), "")
        for choice in choices:
            self.answer.addItem(choice.label, choice.answer)
        self.answer.blockSignals(False)
        self._show_answer()

    def _show_answer(self) -> None:
        row = self.columns.current_row()
        self.answer.setCurrentIndex(max(self.answer.findData(row.answer if row else ""), 0))
        self._offer()

    @Slot()
    def _offer(self) -> None:
        """What can be done with what is chosen."""
        line, row = self.view.current_row(), self.columns.current_row()
        free = line is not None and not self._desk.book.read_only
        kept = free and line is not None and not line.forgotten
        told = self.answer.currentData()
        self.answer.setEnabled(bool(kept and row is not None))
        self.change.setEnabled(bool(kept and row is not None and told and told != row.answer))
        self.forget.setEnabled(free)
        forgotten = line is not None and line.forgotten
        self.forget.setText(
            translate("Imports", "恢复这种版式(&F)…") if forgotten else translate("Imports", "忘记这种版式(&F)…")
        )

    # --- doing

    @Slot()
    def _ask_change(self) -> None:
        line, row = self.view.current_row(), self.columns.current_row()
        if line is None or row is None:
            return
        column = layouts.AnsweredColumn(row.header, self.answer.currentData())
        question = translate("Imports", "为什么“{header}”改答成“{answer}”？（会记入改动记录）")
        reason = ask_reason(
            self, translate("Imports", "改答"), question.format(header=column.header, answer=column.answer)
        )
        if reason:
            self._do(lambda: layouts.answer_column(self._desk.book, line.number, column, reason=reason))

    @Slot()
    def _ask_forget(self) -> None:
        line = self.view.current_row()
        if line is None:
            return
        if line.forgotten:
            title, question = (
                translate("Imports", "恢复版式"),
                translate("Imports", "为什么恢复这种版式？（会记入改动记录）"),
            )
        else:
            title, question = (
                translate("Imports", "忘记版式"),
                translate("Imports", "为什么忘记这种版式？以后遇到会再问。（会记入改动记录）"),
            )
        reason = ask_reason(self, title, question)
        doing = layouts.restore_layout if line.forgotten else layouts.forget_layout
        if reason:
            self._do(lambda: doing(self._desk.book, line.number, reason=reason))

    def _do(self, doing: Callable[[], Any]) -> None:
        self._desk.jobs.run(self, lambda _job: doing(), done=lambda _changes: self.refresh())
