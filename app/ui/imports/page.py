"""导入: read sheets, review what would change, take it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.i18n import translate
from app.services.changes import Changes
from app.services.taking_in import imports, receipts
from app.services.taking_in.questions import Question, answered, is_answerable, questions
from app.services.taking_in.staging.records import StagedWorkbook, Staging
from app.ui.blank import Fillable
from app.ui.desk import Desk
from app.ui.forms import beside
from app.ui.imports.drop import SUFFIXES, DropZone
from app.ui.imports.history import HistoryPane
from app.ui.imports.layouts import LayoutsDialog
from app.ui.imports.questions import QuestionsDialog
from app.ui.imports.review import ReviewPane
from app.ui.jobs import Job
from app.ui.page import Page
from app.ui.parts import button, label
from app.ui.periods import PeriodChooser


class ImportsPage(Page):
    """Files in, faults and changes shown, then taken as a whole or not at all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("Imports", "导入"), desk)
        self._paths: tuple[Path, ...] = ()
        self._staging: Staging | None = None
        self._answers = imports.Answers()
        self._questions: tuple[Question, ...] = ()
        self.drop = DropZone()
        self.period = PeriodChooser(date.today().year, translate("Imports", "按表上写的"))
        self.replace = QCheckBox(translate("Imports", "表是完整的：库里有、表上没有的一并去掉(&W)"))
        self.review = ReviewPane()
        self.body = Fillable(self.review)
        self.summary = label("", "soft", wraps=True)
        self.ask = button(translate("Imports", "回答问题(&Q)…"), "primary")
        self.clear = button(translate("Imports", "清空(&L)"))
        self.take = button(translate("Imports", "采用(&T)"), "primary")
        self.history = HistoryPane(desk)
        self.layouts = button(translate("Imports", "表格版式(&M)…"))
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()
        self._forget()

    def refresh(self) -> None:
        super().refresh()
        self.history.refresh()

    def show_thing(self, thing: Any) -> None:
        """Show this import among those of the book."""
        self.tabs.setCurrentIndex(1)
        self.history.choose(str(thing))

    def stage(self, paths: Sequence[Path]) -> None:
        """Read files and show what they would change."""
        if not paths or self.is_read_only:
            return
        self.tabs.setCurrentIndex(0)
        self._paths = tuple(paths)
        self._answers = imports.Answers()
        self.desk.preferences.remember_folder("imports", self._paths[0].parent)
        self._read()

    def _lay_out(self) -> None:
        self.header.addWidget(self.layouts)
        options = QHBoxLayout()
        options.setSpacing(8)
        beside(options, translate("Imports", "表上没写周期时，算作(&P)"), self.period)
        options.addSpacing(16)
        options.addWidget(self.replace)
        options.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.ask)
        foot.addWidget(self.clear)
        foot.addWidget(self.take)
        this_time = QWidget()
        column = QVBoxLayout(this_time)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.drop)
        column.addLayout(options)
        column.addWidget(self.body, 1)
        column.addLayout(foot)
        self.tabs.addTab(this_time, translate("Imports", "导入表格"))
        self.tabs.addTab(self.history, translate("Imports", "导入记录"))
        self.content.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.drop.choose.clicked.connect(self._ask_files)
        self.drop.dropped.connect(self.stage)
        self.period.changed.connect(self._read)
        self.replace.toggled.connect(self._read)
        self.ask.clicked.connect(self._ask_questions)
        self.clear.clicked.connect(self._forget)
        self.layouts.clicked.connect(lambda: LayoutsDialog(self.desk, self).exec())
        self.take.clicked.connect(self._take)
        self.history.undone.connect(lambda words: self.banner.say(words, "good"))

    @Slot()
    def _ask_files(self) -> None:
        folder = str(self.desk.preferences.folder("imports", self.book.path.parent))
        pattern = translate("Imports", "表格 ({suffixes});;所有文件 (*)").format(
            suffixes=" ".join(f"*{each}" for each in SUFFIXES)
        )
        names, _ = QFileDialog.getOpenFileNames(self, translate("Imports", "选择要导入的表格"), folder, pattern)
        self.stage([Path(name) for name in names])

    @Slot()
    def _read(self) -> None:
        if not self._paths:
            return
        paths, period, replace, answers = self._paths, self.period.period, self.replace.isChecked(), self._answers
        self._set_busy(busy=True)

        def read(job: Job) -> tuple[Staging, tuple[Question, ...]]:
            staging = imports.stage(self.book, paths, period=period, replace=replace, answers=answers, report=job)
            return staging, questions(self.book, staging)

        self.jobs.run(
            self,
            read,
            done=self._show_read,
            failed=self._fail,
            cancelled=self._forget,
            title=translate("Imports", "正在读取表格"),
        )

    def _show_read(self, read: tuple[Staging, tuple[Question, ...]]) -> None:
        staging, self._questions = read
        self._show_staging(staging)
        self.ask.setVisible(bool(self._questions))
        self.ask.setEnabled(bool(self._questions) and not self.is_read_only)
        if self._questions and not staging.can_take:
            self.ask.setFocus()
        self._note_refused(staging)

    def _note_refused(self, staging: Staging) -> None:
        """Note what came and cannot be taken among the receipts; what can be is noted when it is."""
        if self.is_read_only or staging.can_take or not staging.files:
            return
        self.jobs.run(
            self,
            lambda _job: receipts.note_receipts(self.book, staging),
            done=lambda _told: self.desk.changes.changed.emit(Changes()),
        )

    @Slot()
    def _ask_questions(self) -> None:
        dialog = QuestionsDialog(self._questions, self)
        if dialog.exec():
            self._answers = answered(self._answers, dialog.told)
            self._read()

    def _show_staging(self, staging: Staging) -> None:
        self._staging = staging
        self._set_busy(busy=False)
        self.banner.say("")
        self.body.show_inside()
        self.drop.about.hide()
        self.review.show_staging(staging)
        self.summary.setText(summary(staging))
        self.take.setEnabled(staging.can_take and not self.is_read_only)
        self.clear.setEnabled(True)
        (self.take if staging.can_take else self.review.sheets).setFocus()

    @Slot()
    def _take(self) -> None:
        staging = self._staging
        if staging is None:
            return
        self._set_busy(busy=True)
        self.jobs.run(
            self,
            lambda job: imports.take(self.book, staging, report=job),
            done=self._show_taken,
            failed=self._fail_taking,
            cancelled=lambda: self._show_staging(staging),
            title=translate("Imports", "正在写入考核库"),
        )

    def _show_taken(self, taken: imports.Taken) -> None:
        self._show_staging(taken.staging)
        self._paths, self._questions = (), ()
        self.ask.hide()
        self._staging = None
        # Before its button is switched off: the keyboard would jump out of the page.
        self.drop.choose.setFocus()
        self.take.setEnabled(False)
        self.summary.setText("")
        self.banner.say(result_line(taken.staging), "good")
        self.desk.changes.changed.emit(taken.changes)
        self.history.refresh()

    @Slot()
    def _forget(self) -> None:
        """Begin anew: nothing read, nothing to take."""
        self._paths, self._questions, self._answers = (), (), imports.Answers()
        self.ask.hide()
        self._staging = None
        self.drop.about.show()
        self._set_busy(busy=False)
        self.banner.say("")
        self.summary.setText("")
        self.take.setEnabled(False)
        self.clear.setEnabled(False)
        text = translate("Imports", "读到的内容先在这里给您看：哪里有问题、会改动什么。点“采用”之前，考核库一点不动。")
        if self.is_read_only:
            text = translate("Imports", "这个考核库现在只能查看，不能导入。")
        self.body.show_words(text)

    def _fail(self, error: BaseException) -> None:
        self._forget()
        self.jobs.fail(self, error)

    def _fail_taking(self, error: BaseException) -> None:
        """The book may have moved since the files were read: tell it, and read them again."""
        self.jobs.fail(self, error)
        self._read()

    def _set_busy(self, *, busy: bool) -> None:
        for widget in (self.drop, self.period, self.replace):
            widget.setEnabled(not busy and not self.is_read_only)
        if busy:
            # Otherwise the keyboard would jump to whatever comes next when its button is switched off.
            self.tabs.setFocus()
            self.take.setEnabled(False)
            self.clear.setEnabled(False)
            self.ask.setEnabled(False)


def summary(staging: Staging) -> str:
    """What would happen, in one line."""
    good = [book for book in staging.workbooks if book.status == "taken"]
    bad = [book for book in staging.workbooks if book.status == "refused"]
    parts = []
    if good:
        added = sum(sheet.added for book in good for sheet in book.sheets)
        changed = sum(sheet.changed for book in good for sheet in book.sheets)
        parts.append(
            translate("Imports", "可以采用 {files} 个文件：新增 {added} 条，改动 {changed} 条。").format(
                files=len(good), added=added, changed=changed
            )
        )
    if bad:
        parts.append(_refusal(bad))
    return "".join(parts) or translate("Imports", "和考核库里的完全一样，没有什么要采用的。")


def _refusal(bad: Sequence[StagedWorkbook]) -> str:
    """What to do about files that cannot be taken as they stand."""
    stopping = [fault for book in bad for sheet in book.sheets for fault in sheet.faults if fault.stops]
    if stopping and all(fault.question and is_answerable(fault) for fault in stopping):
        return translate("Imports", "有 {count} 个问题要您回答，答完就能采用。").format(count=len(stopping))
    return translate("Imports", "{files} 个文件有问题，整个文件都不会采用；在表里改好后重新放进来。").format(
        files=len(bad)
    )


def result_line(staging: Staging) -> str:
    """What was done, in one line."""
    sheets: list[Any] = [sheet for sheet in staging.files if sheet.batch]
    return translate("Imports", "已采用 {sheets} 张表：新增 {added} 条，改动 {changed} 条（批次 {batches}）。").format(
        sheets=len(sheets),
        added=sum(sheet.added for sheet in sheets),
        changed=sum(sheet.changed for sheet in sheets),
        batches="、".join(dict.fromkeys(sheet.batch for sheet in sheets)),
    )
