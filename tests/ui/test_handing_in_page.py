from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app.domain.periods import Period
from app.services.books import new_book
from app.services.taking_in.imports import stage, take
from app.ui.handing_in.faults import FaultsDialog, written
from app.ui.handing_in.page import HandingInPage, newest_period
from tests.small_court import CASES, MARKS, OFFICE, ROSTER, SCHEME, write_book

QUARTER = Period.parse("2024Q1")


@pytest.fixture
def court(tmp_path):
    """A court in which the office handed in, the marks came in part, and the case list was sent back."""
    made = new_book(tmp_path / "溪山.hj", court="溪山县人民法院")
    wrong = [*CASES[:2], [*CASES[2][:5], "二月底", *CASES[2][6:]]]
    files = (
        ("花名册", ROSTER),
        ("方案", None),
        ("办公室2024Q1", OFFICE),
        ("民一庭2024Q1", MARKS),
        ("案件2024Q1", wrong),
    )
    for name, rows in files:
        path = write_book(tmp_path / f"{name}.xlsx", SCHEME if rows is None else {"表": rows})
        take(made, stage(made, [path]), received=date(2024, 4, 2))
    yield made
    made.close()


@pytest.fixture
def page(desk, court, show, idle):
    made = show(HandingInPage(desk._replace(book=court)))
    made.show_thing(QUARTER)
    idle()
    return made


def cell(page, division, title):
    column = next(place for place, each in enumerate(page.model.columns) if each.title == title)
    return page.model.columns[column].value(page.model.rows[page.model.row_of(division)])


def test_the_board_has_a_row_a_division_and_a_column_a_sheet(page):
    assert [row.division for row in page.model.rows] == ["办公室", "政治部", "审管办", "机关党委", "监察室"]
    assert [each.title for each in page.model.columns] == [
        "部门",
        "数据",
        "数据（全院）",
        "案件",
        "台账（党建）",
        "台账（廉政）",
    ]
    assert cell(page, "办公室", "数据") == "已采用"
    assert cell(page, "审管办", "案件") == "有错退回"
    assert cell(page, "审管办", "数据") == ""
    assert "2024年第一季度，2024-04-08 前报送" in page.subtitle.text()
    assert "应报 5 张" in page.counts.text()


def test_the_first_division_that_owes_something_is_shown_in_full(page):
    assert page.whose.text() == "审管办"
    (line,) = page.lines.records.rows
    assert (line.file, line.faults) == ("案件2024Q1.xlsx", 1)


def test_only_what_is_asked_for_is_shown(page):
    page.only.setCurrentIndex(page.only.findData("owing"))
    assert [row.division for row in page.model.rows] == ["审管办", "机关党委", "监察室"]
    page.only.setCurrentIndex(page.only.findData("有错退回"))
    assert [row.division for row in page.model.rows] == ["审管办"]
    page.only.setCurrentIndex(0)
    page.search.setText("机关")
    page.search.wanted.emit("机关")
    assert [row.division for row in page.model.rows] == ["机关党委"]


def test_a_sheet_that_was_sent_back_shows_why_and_the_way_to_mend_it(page, qtbot, monkeypatch):
    shown = []

    def seen(dialog):
        shown.append([(row.fault.cell, row.fault.value) for row in dialog.model.rows])
        dialog._go()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(FaultsDialog, "exec", seen)
    page.view.choose("审管办", 3)
    with qtbot.waitSignal(page.page_requested) as asked:
        page.view.opened.emit(page.view.current_row())
    assert shown == [[("F3", "二月底")]]
    assert asked.args == ["imports", None]


def test_the_reasons_can_be_copied_for_the_division(page, qtbot):
    line = page.model.rows[page.model.row_of("审管办")].lines["案件"]
    dialog = FaultsDialog(line, page)
    qtbot.addWidget(dialog)
    assert written(line).splitlines()[0] == "审管办　案件　案件2024Q1.xlsx"
    assert "F3" in written(line)
    assert dialog.model.rowCount() == 1


def test_what_is_missing_leads_to_the_import(page, qtbot):
    page.view.choose("监察室", 5)
    with qtbot.waitSignal(page.page_requested) as asked:
        page.view.opened.emit(page.view.current_row())
    assert asked.args == ["imports", None]


def test_templates_of_every_division_go_into_a_folder(page, idle, tmp_path):
    page.make_templates(tmp_path / "出")
    idle()
    made = sorted(path.name for path in (tmp_path / "出" / "2024年第一季度模板").iterdir())
    assert len(made) == 5
    assert "做好 5 个部门的模板" in page.banner.text


def test_a_reminder_is_written_for_print_or_to_go_on_with(page, idle, tmp_path):
    page.save_reminder(tmp_path / "催报单.pdf")
    page.save_reminder(tmp_path / "催报单.xlsx")
    idle()
    assert (tmp_path / "催报单.pdf").read_bytes().startswith(b"%PDF")
    rows = list(load_workbook(tmp_path / "催报单.xlsx")["催报单"].iter_rows(values_only=True))
    assert ("审管办", "案件", "有错退回", "“案件2024Q1.xlsx”退回，有 1 处错误") in rows
    assert [row[0] for row in rows[3:]] == ["审管办", "机关党委", "监察室"]


def test_another_period_is_read_when_it_is_chosen(page, idle):
    page.period.part.setCurrentIndex(page.period.part.findText("第二季度"))
    idle()
    assert cell(page, "办公室", "数据") == "未交"
    assert "2024年第二季度" in page.subtitle.text()


def test_without_a_scheme_the_page_says_what_is_needed(desk, show, tmp_path):
    empty = new_book(tmp_path / "空.hj", court="空")
    page = show(HandingInPage(desk._replace(book=empty)))
    assert "方案" in page.body.words
    assert not page.remind.isEnabled()
    empty.close()


def test_the_page_begins_with_the_newest_period_that_has_data(court):
    assert newest_period(court, date(2026, 5, 6)) == QUARTER


def test_the_keyboard_finds_a_division(page, qtbot):
    page.find()
    page.search.setText("政治")
    qtbot.waitUntil(lambda: len(page.model.rows) == 1)
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""


def test_a_sheet_is_waived_with_a_reason_and_wanted_again(page, idle, monkeypatch):
    reasons = iter(("监察室本季撤并", "又设立了"))
    monkeypatch.setattr("app.ui.handing_in.waiving.ask_reason", lambda *_: next(reasons))
    page.view.choose("监察室", 5)
    assert [line.sheet for line in page.lines.selected_rows()] == ["台账（廉政）"]
    assert page.waive.text().startswith("本期免报")
    page.waive.click()
    idle()
    assert cell(page, "监察室", "台账（廉政）") == "免报"
    assert "已记为本期免报：监察室“台账（廉政）”" in page.banner.text
    assert "应报 4 张" in page.counts.text()
    assert "另有 1 张本期免报" in page.counts.text()
    line = page.model.rows[page.model.row_of("监察室")].lines["台账（廉政）"]
    assert "监察室本季撤并" in next(each for each in page.lines.records.columns if each.title == "说明").value(line)
    assert page.waive.text().startswith("恢复要报")
    page.waive.click()
    idle()
    assert cell(page, "监察室", "台账（廉政）") == "未交"


def test_what_was_taken_cannot_be_waived(page):
    page.view.choose("办公室", 1)
    assert not page.waive.isEnabled()
    page.view.choose("机关党委", 4)
    assert page.waive.isEnabled()


def test_without_a_reason_nothing_is_waived(page, idle, monkeypatch):
    monkeypatch.setattr("app.ui.handing_in.waiving.ask_reason", lambda *_: "")
    page.view.choose("监察室", 5)
    page.waive.click()
    idle()
    assert cell(page, "监察室", "台账（廉政）") == "未交"


def test_the_menu_of_a_cell_offers_the_same(page, qtbot):
    page.view.choose("审管办", 3)
    menu = page.waive.menu_here()
    assert [action.text() for action in menu.actions()] == ["本期免报(&W)…", "看退回的原因(&O)"]
    page.view.choose("监察室", 5)
    menu = page.waive.menu_here()
    with qtbot.waitSignal(page.page_requested) as asked:
        menu.actions()[1].trigger()
    assert asked.args == ["imports", None]


def test_gaps_of_a_sheet_that_was_taken_are_told(page, court, idle, tmp_path):
    rows = [["2024年第一季度"], ["部门：政治部"], ["工号", "工作满意度"], ["P06", 92], ["P07", None]]
    path = write_book(tmp_path / "政治部.xlsx", {"表": rows})
    take(court, stage(court, [path]), received=date(2024, 4, 3))
    page.refresh()
    idle()
    assert cell(page, "政治部", "数据（全院）") == "已采用（缺 1 格）"
    page.view.choose("政治部", 2)
    (line,) = page.lines.records.rows
    lacking = next(each for each in page.lines.records.columns if each.title == "缺")
    assert lacking.value(line) == "工作满意度：柏七"
