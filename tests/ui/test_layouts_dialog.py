import pytest

from app.services.taking_in.imports import Answers, stage, take
from app.services.taking_in.layouts import layout_lines
from app.ui.imports.layouts import LayoutsDialog
from app.ui.imports.page import ImportsPage
from tests.small_court import write_book

HEAD = ["工号", "姓名", "结案数", "加班天数"]


def odd(path, period="2024Q1", head=HEAD):
    return write_book(path, {"表": [[f"周期：{period}"], ["填报部门：审管办"], head, ["P01", "阿木古", 41, 3]]})


@pytest.fixture
def answered(book, tmp_path):
    """A book that remembers one layout."""
    staging = stage(book, [odd(tmp_path / "一季度.xlsx")], answers=Answers({"加班天数": "忽略"}))
    assert [sheet.status for sheet in take(book, staging).files] == ["taken"]
    return book


@pytest.fixture
def dialog(desk, answered, show, monkeypatch):
    monkeypatch.setattr("app.ui.imports.layouts.ask_reason", lambda *_: "答错了")
    return show(LayoutsDialog(desk))


def told(view, title, row):
    return next(each for each in view.records.columns if each.title == title).value(row)


def test_the_layouts_are_listed_with_what_was_answered_and_when_used(dialog):
    (line,) = dialog.view.records.rows
    assert (line.division, line.kind) == ("审管办", "数据")
    assert told(dialog.view, "怎么答的", line) == "加班天数 → 忽略"
    assert told(dialog.view, "最近用于", line).startswith("一季度.xlsx")
    assert [(row.header, row.answer) for row in dialog.columns.records.rows] == [
        ("工号", ""), ("姓名", ""), ("结案数", ""), ("加班天数", "忽略"),
    ]  # fmt: skip
    assert dialog.columns.current_row().header == "加班天数"
    assert dialog.answer.currentData() == "忽略"
    assert not dialog.change.isEnabled()


def test_one_answer_can_be_changed(dialog, idle, answered):
    dialog.answer.setCurrentIndex(dialog.answer.findData("超期数"))
    dialog.change.click()
    idle()
    (line,) = layout_lines(answered)
    assert [(each.header, each.answer) for each in line.answers] == [("加班天数", "超期数")]
    assert told(dialog.view, "怎么答的", dialog.view.records.rows[0]) == "加班天数 → 超期数"


def test_a_layout_is_forgotten_and_brought_back(dialog, idle, answered):
    dialog.forget.click()
    idle()
    (line,) = dialog.view.records.rows
    assert told(dialog.view, "状态", line) == "已忘记：答错了"
    dialog.view.choose((line.number, True))
    assert dialog.forget.text().startswith("恢复")
    assert not dialog.change.isEnabled()
    dialog.forget.click()
    idle()
    assert [line.forgotten for line in layout_lines(answered)] == [False]


def test_without_a_reason_nothing_is_forgotten(dialog, idle, answered, monkeypatch):
    monkeypatch.setattr("app.ui.imports.layouts.ask_reason", lambda *_: "")
    dialog.forget.click()
    idle()
    assert [line.forgotten for line in layout_lines(answered)] == [False]


def test_a_book_that_never_asked_says_so(desk, show):
    dialog = show(LayoutsDialog(desk))
    assert "还没有记住任何版式" in dialog.body.words
    assert not dialog.forget.isEnabled()


def test_a_layout_that_changed_since_is_shown_as_a_difference(desk, answered, show, idle, tmp_path):
    page = show(ImportsPage(desk))
    page.stage([odd(tmp_path / "二季度.xlsx", "2024Q2", ["工号", "姓名", "加班天数", "超期数"])])
    idle()
    (hint,) = [row.fault for row in page.review.faults.records.rows if row.fault.code == "layout-changed"]
    assert "新增“超期数”；少了“结案数”" in hint.message
    assert hint.warning
    assert page.layouts.isEnabled()
