"""Every import of the book, and taking one back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QVBoxLayout, QWidget

from app.i18n import translate
from app.services.taking_in import imports
from app.ui.blank import Fillable
from app.ui.desk import Desk
from app.ui.moments import moment_text
from app.ui.parts import button, label
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel


def batch_columns() -> tuple[Column[imports.Batch], ...]:
    """The columns of the list of imports."""
    return (
        Column(translate("Imports", "批次"), lambda row: int(row.id), number=True),
        Column(translate("Imports", "时间"), lambda row: row.at, text=moment_text),
        Column(translate("Imports", "文件"), lambda row: row.file),
        Column(translate("Imports", "种类"), lambda row: row.kind),
        Column(translate("Imports", "周期"), lambda row: row.period.title if row.period else ""),
        Column(translate("Imports", "读到"), lambda row: row.rows_read, number=True),
        Column(translate("Imports", "新增"), lambda row: row.added, number=True),
        Column(translate("Imports", "改动"), lambda row: row.changed, number=True),
        Column(translate("Imports", "谁"), lambda row: row.by),
        Column(translate("Imports", "状态"), _state, tone=lambda row: "" if row.undone is None else "faint"),
    )


def _state(row: imports.Batch) -> str:
    return translate("Imports", "有效") if row.undone is None else translate("Imports", "已撤回")


class HistoryPane(QWidget):
    """The imports, newest first. ``undone`` carries what to say after one was taken back."""

    undone = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted = ""
        self.view = RecordView(RecordModel(batch_columns(), key=lambda row: row.id))
        self.body = Fillable(self.view)
        self.undo = button(translate("Imports", "撤回这次导入(&U)…"))
        self.undo.setEnabled(False)
        about = label(
            translate("Imports", "撤回会把这次导入改动的每一项恢复成导入之前的样子，并留下记录。"), "soft", wraps=True
        )
        foot = QHBoxLayout()
        foot.addWidget(about, 1)
        foot.addWidget(self.undo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.body, 1)
        layout.addLayout(foot)
        self.view.current_changed.connect(self._offer_undo)
        self.undo.clicked.connect(self._ask_undo)

    def choose(self, batch: str) -> None:
        """Select an import, once the list has been read."""
        self._wanted = "" if self.view.choose(batch) else batch
        self.view.setFocus()

    def refresh(self) -> None:
        """Read the list again."""
        self._desk.jobs.run(self, lambda _job: imports.batches(self._desk.book), done=self._show)

    def _show(self, batches: tuple[imports.Batch, ...]) -> None:
        self.view.records.set_rows(batches)
        self.view.fit_columns()
        if batches:
            self.body.show_inside()
        else:
            self.body.show_words(translate("Imports", "还没有导入过任何表格。"))
        if self._wanted:
            self.choose(self._wanted)
        self._offer_undo(self.view.current_row())

    @Slot(object)
    def _offer_undo(self, batch: imports.Batch | None) -> None:
        self.undo.setEnabled(batch is not None and batch.undone is None and not self._desk.book.read_only)

    @Slot()
    def _ask_undo(self) -> None:
        batch = self.view.current_row()
        if batch is None:
            return
        title = translate("Imports", "撤回批次 {batch}").format(batch=batch.id)
        question = translate("Imports", "为什么撤回“{file}”？（会记入改动记录）").format(file=batch.file)
        reason, agreed = QInputDialog.getText(self, title, question)
        while agreed and not reason.strip():
            needed = translate("Imports", "没有写理由，不能撤回。请写一句为什么撤回“{file}”：").format(file=batch.file)
            reason, agreed = QInputDialog.getText(self, title, needed)
        if agreed:
            self._undo(batch, reason.strip())

    def _undo(self, batch: imports.Batch, reason: str) -> None:
        def tell(undone: imports.Undone) -> None:
            self._desk.changes.changed.emit(undone.changes)
            words = translate("Imports", "批次 {batch}（{file}）已撤回，内容恢复成导入之前的样子。")
            self.undone.emit(words.format(batch=batch.id, file=batch.file))
            self.refresh()

        self._desk.jobs.run(
            self,
            lambda _job: imports.undo_import(self._desk.book, batch.id, reason=reason),
            done=tell,
            title=translate("Imports", "正在撤回"),
        )
