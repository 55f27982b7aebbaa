import sys
import threading

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPlainTextEdit

from app.domain.problems import AppError, Problem, Refused, Source
from app.messages import SENTENCES
from app.ui.errors import CrashReporter, show_error
from app.ui.problems import CrashDialog, ProblemDialog, problem_lines

PLAIN = "book-moved"


@pytest.fixture
def shown(monkeypatch):
    """Every dialog that would have been shown, instead of waiting for somebody to close it."""
    dialogs = []
    for kind in (ProblemDialog, CrashDialog, QMessageBox):
        monkeypatch.setattr(kind, "exec", lambda self: bool(dialogs.append(self)))
    return dialogs


@pytest.fixture
def reporter(qapp, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = CrashReporter()
    made.install()
    return made


def test_what_the_user_can_act_on_is_one_box_with_its_sentence_and_remedy(qtbot, shown):
    page = QLabel()
    qtbot.addWidget(page)
    show_error(page, AppError(PLAIN))
    (box,) = shown
    assert isinstance(box, QMessageBox)
    assert box.parent() is page
    assert (box.text(), box.informativeText()) == SENTENCES[PLAIN]


def test_faults_of_the_figures_are_listed_all_at_once_with_their_places(qtbot, shown):
    problems = (
        Problem(PLAIN, Source("民一庭.xlsx", "数据", "C5"), "八十"),
        Problem(PLAIN, Source("民一庭.xlsx", "数据", "C9"), "x", question=True),
    )
    show_error(None, Refused(problems))
    (dialog,) = shown
    qtbot.addWidget(dialog)
    assert isinstance(dialog, ProblemDialog)
    assert [(line.cell, line.value, line.kind) for line in dialog.model.rows] == [
        ("C5", "八十", "fault"),
        ("C9", "x", "question"),
    ]


def test_every_fault_is_told_in_words():
    (line,) = problem_lines([Problem(PLAIN, Source("a.xlsx", "表", "B2"))])
    assert (line.message, line.remedy) == SENTENCES[PLAIN]


def test_our_bug_is_a_report_that_can_be_copied(qtbot, shown, reporter):
    show_error(None, KeyError("分数"))
    qtbot.waitUntil(lambda: bool(shown))
    (dialog,) = shown
    qtbot.addWidget(dialog)
    assert isinstance(dialog, CrashDialog)
    assert "KeyError" in dialog.findChild(QPlainTextEdit).toPlainText()


def test_a_bug_on_another_thread_is_shown_on_the_main_thread(qtbot, monkeypatch, reporter):
    where = []
    monkeypatch.setattr(CrashDialog, "exec", lambda _self: where.append(threading.get_ident()))
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.get_ident()]


def test_one_crash_is_shown_at_a_time(qtbot, monkeypatch, reporter):
    count = []

    def meanwhile(_self):
        count.append(1)
        reporter._show(ValueError("second"))

    monkeypatch.setattr(CrashDialog, "exec", meanwhile)
    reporter._show(ValueError("first"))
    assert count == [1]


def test_a_report_is_left_behind_in_a_file(qtbot, shown, reporter, tmp_path):
    reporter.report(ValueError("x"))
    qtbot.waitUntil(lambda: bool(shown))
    (file,) = (tmp_path / "hengji" / "reports").glob("*.txt")
    assert "ValueError: x" in file.read_text(encoding="utf-8")


def test_an_error_in_showing_an_error_is_not_shown_again_and_again(qtbot, monkeypatch, reporter, capsys):
    tries = []

    def fail(_self):
        tries.append(1)
        raise RuntimeError("no dialog today")

    monkeypatch.setattr(CrashDialog, "exec", fail)
    monkeypatch.setattr(sys, "__excepthook__", lambda *told: tries.append(told[0]))
    with pytest.raises(RuntimeError):
        reporter._show(ValueError("first"))
    sys.excepthook(RuntimeError, RuntimeError("no dialog today"), None)
    assert tries == [1, RuntimeError]
