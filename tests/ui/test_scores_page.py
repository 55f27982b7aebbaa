from decimal import Decimal

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.domain.entries import Entry, State
from app.domain.periods import Period
from app.services.changes import Changes
from app.services.scoring.computing import compute
from app.storage.entries import entries
from app.ui.scores.columns import indicator_pixels
from app.ui.scores.page import EVERY_SET, ScoresPage
from tests.ui.made_up import QUARTER


@pytest.fixture
def page(desk, show):
    compute(desk.book, QUARTER)
    made = show(ScoresPage(desk))
    made.show_thing(QUARTER)
    return made


@pytest.fixture
def ready(page, idle):
    idle()
    return page


def cell(page, name, title):
    column = next(place for place, each in enumerate(page.model.columns) if each.title.startswith(title))
    row = next(place for place, each in enumerate(page.model.rows) if each.name == name)
    return page.model.index(row, column)


def click(qtbot, page, index):
    page.view.setCurrentIndex(index)
    page.view.clicked.emit(index)


def test_the_table_shows_one_set_in_order_of_rank(ready):
    assert ready.set_name.currentText() == "法官"
    assert [row.name for row in ready.model.rows] == ["解春雨", "李华", "单一鸣", "仇小满", "阿木古", "堃山"]
    assert cell(ready, "李华", "总分").data() == "96.00"
    assert cell(ready, "李华", "办案数量").data() == "60.00"


def test_nothing_is_written_as_a_word_never_as_zero(ready):
    assert cell(ready, "仇小满", "办案效率").data() == "不适用"
    assert cell(ready, "堃山", "办案效率").data() == "未填"
    assert cell(ready, "堃山", "总分").data() == "—"
    assert cell(ready, "堃山", "状态").data() == "待补"
    assert cell(ready, "堃山", "名次").data() == ""


def test_indicators_are_sorted_as_figures(ready):
    column = cell(ready, "李华", "办案效率").column()
    ready.view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert [row.scores["F2"] for row in ready.model.rows][:4] == [Decimal(20), Decimal(20), Decimal(18), Decimal(16)]


def test_all_sets_together_show_the_totals_only(ready):
    ready.set_name.setCurrentIndex(ready.set_name.findData(EVERY_SET))
    assert len(ready.model.rows) == 12
    assert not any(column.title.startswith("办案数量") for column in ready.model.columns)


def test_people_are_found_by_name(qtbot, ready):
    with qtbot.waitSignal(ready.search.wanted):
        ready.search.setText("李华")
    assert [row.name for row in ready.model.rows] == ["李华"]
    assert ready.count.text() == "1 / 6 人"


def test_a_click_on_a_score_shows_why_down_to_the_cell(qtbot, ready, idle):
    click(qtbot, ready, cell(ready, "李华", "办案数量"))
    idle()
    assert ready.pane.isVisible()
    assert ready.pane.head.text() == "李华"
    assert ready.pane.total.text() == "96.00"
    told = ready.pane.detail.toPlainText()
    assert "办案数量" in told
    assert "数据.xlsx" in told
    assert "一季度" in told
    assert "D11" in told
    assert "第五条" in told


def test_the_total_is_explained_by_what_adds_up_to_it(qtbot, ready, idle):
    click(qtbot, ready, cell(ready, "李华", "姓名"))
    idle()
    told = ready.pane.detail.toPlainText()
    assert "由这些加起来" in told
    assert "20.00" in told


def test_a_missing_figure_is_explained_too(qtbot, ready, idle):
    click(qtbot, ready, cell(ready, "堃山", "办案效率"))
    idle()
    assert "待补" in ready.pane.standing.text()
    assert "未填" in ready.pane.detail.toPlainText()


def test_the_explanation_follows_the_keyboard_while_it_is_open(qtbot, ready, idle):
    click(qtbot, ready, cell(ready, "解春雨", "办案数量"))
    idle()
    qtbot.keyClick(ready.view, Qt.Key.Key_Down)
    idle()
    assert ready.pane.head.text() == "李华"


def test_enter_opens_the_explanation_and_escape_puts_it_away(qtbot, ready, idle):
    ready.view.setCurrentIndex(cell(ready, "单一鸣", "领导评价"))
    qtbot.keyClick(ready.view, Qt.Key.Key_Return)
    idle()
    assert ready.pane.head.text() == "单一鸣"
    qtbot.keyClick(ready.view, Qt.Key.Key_Escape)
    assert not ready.pane.isVisible()
    qtbot.keyClick(ready.view, Qt.Key.Key_Return)
    assert ready.pane.isVisible()
    ready.pane.tree.setFocus()
    qtbot.keyClick(ready.pane.tree, Qt.Key.Key_Escape)
    assert not ready.pane.isVisible()


def test_the_explanation_can_be_copied_as_text(qtbot, ready, idle):
    click(qtbot, ready, cell(ready, "李华", "姓名"))
    idle()
    ready.pane.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("2024年第一季度\nP07 李华　刑一庭")
    assert "办案数量：60.00 / 60" in text
    assert "数据.xlsx · 一季度 · D11" in text


def test_why_not_more_is_told(qtbot, ready, idle):
    click(qtbot, ready, cell(ready, "单一鸣", "办案效率"))
    idle()
    assert "为什么不是满分" in ready.pane.detail.toPlainText()


def test_what_changed_since_the_last_period_stands_beside(qtbot, ready, idle):
    second = Period.parse("2024Q2")
    compute(ready.book, second)
    ready.refresh()
    idle()
    ready.show_thing(second)
    idle()
    click(qtbot, ready, cell(ready, "李华", "姓名"))
    idle()
    assert ready.pane.since.total.text() == "2024年第一季度总分 96.00"
    changed = {row.name: (row.old_score, row.new_score) for row in ready.pane.since.view.records.rows}
    assert changed["办案数量"] == (Decimal("60.00"), None)


def test_without_a_last_period_there_is_nothing_to_hold_it_against(qtbot, ready, idle):
    click(qtbot, ready, cell(ready, "李华", "姓名"))
    idle()
    assert "没有可以比较的" in ready.pane.since.body.words


def test_newer_data_make_the_table_stale_and_computing_mends_it(qtbot, ready, idle):
    with ready.book.transaction("更正", kind="import") as session:
        entries.write(session, [Entry("P06", "CX", QUARTER, State.VALUE, Decimal(0))])
    ready.desk.changes.changed.emit(Changes(entries=True))
    idle()
    assert "不是最新的" in ready.stale.text
    assert ready.stale.isVisible()
    ready.compute.click()
    idle()
    assert not ready.stale.isVisible()
    assert cell(ready, "堃山", "办案效率").data() == "20.00"
    assert "已算好" in ready.banner.text


def test_a_period_not_computed_yet_offers_to_be_computed(desk, show, idle):
    page = show(ScoresPage(desk))
    page.show_thing(QUARTER)
    idle()
    assert "还没有计算" in page.table.words
    page.table.asked.emit()
    idle()
    assert page.table.words == ""
    assert len(page.model.every_row) == 6


def test_the_table_is_saved_as_a_workbook(ready, idle, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "得分.xlsx"), ""))
    ready.export.click()
    idle()
    values = [cell.value for row in openpyxl.load_workbook(tmp_path / "得分.xlsx").active.iter_rows() for cell in row]
    assert 96 in values
    assert str(tmp_path / "得分.xlsx") in ready.banner.text


def test_a_book_open_for_reading_cannot_be_computed(desk, show, idle, book, tmp_path):
    from app.services.books import open_book

    path = book.path
    compute(book, QUARTER)
    looking = open_book(path, read_only=True)
    page = show(ScoresPage(desk._replace(book=looking)))
    page.show_thing(QUARTER)
    idle()
    assert not page.compute.isEnabled()
    assert page.export.isEnabled()
    looking.close()


@pytest.mark.parametrize(
    ("title", "pixels"), [("当月考勤", 92), ("当月办案任务", 104), ("年度所协助法官业绩", 92), ("信息" * 12, 118)]
)
def test_a_heading_stands_on_one_line_or_on_two_of_a_length(title, pixels):
    assert indicator_pixels(title) == pixels


def test_headings_are_as_high_as_the_longest_needs(ready):
    header = ready.view.horizontalHeader()
    low = header.height()
    ready.view.setColumnWidth(cell(ready, "李华", "办案数量").column(), 45)
    assert ready.view.heading_pixels() > low
    ready._show_set()
    assert header.height() >= ready.view.heading_pixels()
