"""Dialogs of the error door: every fault with its place, and the report of a crash."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.problems import Problem
from app.i18n import translate
from app.messages import sentence
from app.ui.delegates import TagDelegate
from app.ui.remedies import in_window
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel


class ProblemLine(NamedTuple):
    """One fault as it is listed."""

    number: int
    file: str
    sheet: str
    cell: str
    value: str
    message: str
    remedy: str
    kind: str


def problem_lines(problems: Iterable[Problem]) -> tuple[ProblemLine, ...]:
    """Every fault with its words."""
    return tuple(_line(number, problem) for number, problem in enumerate(problems, 1))


def _line(number: int, problem: Problem) -> ProblemLine:
    message = sentence(problem.code, {"value": problem.value, **problem.values})
    kind = "warning" if problem.warning else "question" if problem.question else "fault"
    place = problem.source
    return ProblemLine(
        number, place.file, place.sheet, place.cell, problem.value, message.text, in_window(message.remedy), kind
    )


KIND_TONES = {"fault": "bad", "question": "warn", "warning": "soft"}


def kind_word(kind: str) -> str:
    """错误, 待确认, 提示."""
    return {
        "fault": translate("Problems", "错误"),
        "question": translate("Problems", "待确认"),
        "warning": translate("Problems", "提示"),
    }[kind]


def problem_columns() -> tuple[Column[ProblemLine], ...]:
    """The columns of a list of faults."""
    return (
        Column(
            translate("Problems", "类别"), lambda line: kind_word(line.kind), tone=lambda line: KIND_TONES[line.kind]
        ),
        Column(translate("Problems", "文件"), lambda line: line.file, width=150),
        Column(translate("Problems", "工作表"), lambda line: line.sheet, width=80),
        Column(translate("Problems", "单元格"), lambda line: line.cell, width=70),
        Column(translate("Problems", "现在写的"), lambda line: line.value, width=110),
        Column(translate("Problems", "问题"), lambda line: line.message, width=290),
        Column(translate("Problems", "怎么办"), lambda line: line.remedy, width=200),
    )


class ProblemDialog(QDialog):
    """Faults or warnings, all at once; without a ``heading``: faults for which nothing was written."""

    def __init__(self, problems: Iterable[Problem], parent: QWidget | None = None, heading: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Problems", "提示") if heading else translate("Problems", "没有办成"))
        self.resize(1080, 480)
        lines = problem_lines(problems)
        count = heading or translate("Problems", "有 {count} 处需要先改好，什么都没有写入：").format(count=len(lines))
        self.model = RecordModel(problem_columns(), key=lambda line: line.number)
        self.view = RecordView(self.model)
        self.view.show_lines(3)
        self.view.setItemDelegateForColumn(0, TagDelegate(self.view))
        self.model.set_rows(lines)
        self.view.fit_columns(hide_empty=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(count))
        layout.addWidget(self.view)
        layout.addWidget(buttons)


class CrashDialog(QDialog):
    """Says that the program made a mistake, that nothing was half-written, and holds the report to copy."""

    def __init__(self, details: str, path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Problems", "程序出错"))
        self.resize(720, 420)
        self._details = details
        heading = QLabel(translate("Problems", "程序出错了，刚才的操作没有完成。"))
        heading.setProperty("role", "heading")
        told = QLabel(self._told(path))
        told.setWordWrap(True)
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(translate("Problems", "复制报告(&C)"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (heading, told, text, buttons):
            layout.addWidget(widget)

    @staticmethod
    def _told(path: Path | None) -> str:
        safe = translate("Problems", "考核库里的内容没有改动，可以继续使用。请把下面的报告交给维护人员。")
        if path is None:
            return safe
        return safe + "\n" + translate("Problems", "报告已存为：{path}").format(path=path)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
