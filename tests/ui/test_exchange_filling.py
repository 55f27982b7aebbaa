"""填上级的表: what goes where is seen first, a mark is set once, the copy is written and told cell by cell."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog

from app.domain.periods import Period
from app.services.books import new_book, open_book
from app.services.scoring.computing import compute
from app.services.taking_in.imports import stage, take
from app.ui.exchange.marks import MarkDialog, letters, split_cell
from app.ui.exchange.page import ExchangePage
from tests.services.form_maker import write_form
from tests.small_court import EXPECTED, MARKS, write_book, write_small_court

QUARTER = Period.parse("2024Q1")
JUDGES = [Decimal(EXPECTED["persons"][each]["total"]) for each in ("P02", "P03", "P04")]
MEAN = (sum(JUDGES) / 3).quantize(Decimal("0.01"))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("填表")
    book = new_book(folder / "库.hj", court="溪山县人民法院", code="0681", level="基层")
    take(book, stage(book, list(write_small_court(folder / "all").values())))
    compute(book, QUARTER)
    book.close()
    write_form(folder / "中院报表.xlsx")
    return folder


@pytest.fixture
def court(made, tmp_path):
    book = open_book(Path(shutil.copy(made / "库.hj", tmp_path / "库.hj")))
    yield book
    book.close()


@pytest.fixture
def form(made, tmp_path):
    return Path(shutil.copy(made / "中院报表.xlsx", tmp_path / "中院报表.xlsx"))


@pytest.fixture
def pane(desk, court, show, idle):
    page = show(ExchangePage(desk._replace(book=court)))
    page.tabs.setCurrentWidget(page.filling)
    idle()
    return page.filling


@pytest.fixture
def opened(pane, form, idle):
    pane.open_form(form)
    idle()
    return pane


def line(pane, sheet, cell):
    return next(each for each in pane.model.every_row if (each.cell.sheet, each.cell.cell) == (sheet, cell))


def test_without_a_form_the_page_says_what_it_does(pane):
    assert "选上级法院发的表" in pane.body.words
    assert not pane.write.isEnabled()
    assert not pane.mark.isEnabled()


def test_what_goes_where_is_seen_before_anything_is_written(opened, form):
    asked = line(opened, "汇总", "B3")
    assert (asked.state, asked.cell.asked, asked.cell.value, asked.cell.by) == ("written", "法官人数", 3, "占位文字")
    unknown = line(opened, "汇总", "B8")
    columns = {each.title: each.text(each.value(unknown)) for each in opened.model.columns}
    assert (columns["结果"], columns["要的是"]) == ("要您看", "院长身高")
    assert "给该填的格设标记" in columns["说明"]
    kept = line(opened, "名册", "C5")
    assert (kept.state, kept.cell.stood) == ("kept", "77.5")
    assert opened.model.rows[0].state == "unknown"
    assert opened.summary.text().startswith(f"共 {len(opened.model.every_row)} 处")
    assert [path.name for path in form.parent.glob("*填*.xlsx")] == []


def test_only_what_was_left_is_shown_on_demand(opened):
    opened.only.setCurrentIndex(opened.only.findData("other"))
    assert {each.state for each in opened.model.rows} == {"unknown", "kept", "empty"}
    opened.only.setCurrentIndex(opened.only.findData("written"))
    assert {each.state for each in opened.model.rows} == {"written"}
    opened.search.wanted.emit("")
    opened.search.setText("P02")
    opened.search.wanted.emit("P02")
    assert all("P02" in f"{each.cell.asked}{each.cell.value}" for each in opened.model.rows)


def test_a_mark_set_once_is_used_again_and_can_be_forgotten(opened, form, idle):
    opened.set_mark("汇总!b4=平均分(法官)")
    idle()
    marked = line(opened, "汇总", "B4")
    assert (marked.state, marked.cell.value, marked.is_marked) == ("written", MEAN, True)
    assert opened.view.current_row() == marked
    assert "记住了：汇总!b4" in opened.page.banner.text
    opened.open_form(form)
    idle()
    assert line(opened, "汇总", "B4").cell.value == MEAN
    opened.view.choose(line(opened, "汇总", "B4").number)
    opened.forget.click()
    idle()
    assert not [each for each in opened.model.every_row if each.is_marked]


def test_the_mark_dialog_begins_at_the_selected_cell_and_tells_what_would_stand_there(opened, idle, monkeypatch):
    seen = {}

    def use(dialog):
        seen["before"] = (dialog.sheet.currentText(), dialog.cell.text())
        seen["offers"] = [dialog.figure.itemText(number) for number in range(dialog.figure.count())]
        dialog.figure.setEditText("个子")
        idle()
        seen["unclear"] = (dialog.answer.text(), dialog.ok.isEnabled())
        dialog.figure.setEditText("平均分(法官)")
        idle()
        seen["clear"] = (dialog.answer.text(), dialog.ok.isEnabled())
        dialog.grid.choose(4, 2)
        seen["told"] = dialog.told
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(MarkDialog, "exec", use)
    opened.view.choose(line(opened, "汇总", "B8").number)
    opened.mark.click()
    idle()
    assert seen["before"] == ("汇总", "B8")
    assert "合计(承办结案,法官)" in seen["offers"]
    assert seen["unclear"] == ("不明白“个子”是什么数；下拉列表里是能填的。", False)
    assert seen["clear"] == (f"{MEAN}", True)
    assert seen["told"] == "汇总!B4=平均分(法官)"
    assert line(opened, "汇总", "B4").cell.value == MEAN


def test_the_dialog_shows_the_form_itself(opened, qtbot, idle):
    dialog = MarkDialog(opened._plan, opened.page.jobs)
    qtbot.addWidget(dialog)
    idle()
    assert [each.title for each in dialog.model.columns[:4]] == ["", "A", "B", "C"]
    assert dialog.model.rows[2] == (3, dialog.model.rows[2][1])
    assert dialog.model.rows[2][1][:2] == ("法官人数", "{{法官人数}}")
    dialog.sheet.setCurrentText("名册")
    assert dialog.model.rows[1][1][0] == "何　三"
    dialog.cell.setText("没有这格")
    dialog.figure.setEditText("法院")
    idle()
    assert not dialog.ok.isEnabled()
    dialog.cell.setText("$AB$12")
    assert dialog.ok.isEnabled()


def test_cells_are_named_as_spreadsheets_name_them():
    assert [letters(each) for each in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
    assert [split_cell(each) for each in ("b4", "$AA$10", "B", "4", "张3", "")] == [(4, 2), (10, 27), *[(0, 0)] * 4]


def test_the_copy_is_written_and_every_cell_of_it_listed(opened, form, idle, tmp_path, monkeypatch):
    opened.set_mark("汇总!B7=最低分(法官)")
    idle()
    would = [each.cell for each in opened.model.every_row if each.state == "written"]
    opened.save(tmp_path / "已填")
    assert [job.title for job in opened.page.jobs.under_way] == ["正在填上级的表"]
    idle()
    sheet = load_workbook(tmp_path / "已填.xlsx")["汇总"]
    assert (sheet["B3"].value, Decimal(str(sheet["B7"].value))) == (3, min(JUDGES))
    assert [each.cell for each in opened.model.rows] == would
    words = {each.text(each.value(opened.model.rows[0])) for each in opened.model.columns[:1]}
    assert words == {"已填"}
    replaced = line(opened, "汇总", "B7")
    assert opened.model.columns[-1].value(replaced) == "原来是“81.5”，按标记改写"
    assert f"填了 {len(would)} 格" in opened.page.banner.text
    shown = []
    monkeypatch.setattr("app.ui.exchange.filling.show_outside", shown.append)
    opened.page.banner.button.click()
    assert shown == [tmp_path]


def test_the_form_itself_is_never_written_over(opened, form, idle, failures):
    before = form.read_bytes()
    opened.save(form)
    idle()
    assert [error.code for _, error in failures] == ["form-onto-itself"]
    assert form.read_bytes() == before


def test_a_file_that_cannot_be_filled_says_why_and_what_to_do(pane, idle, tmp_path):
    old = tmp_path / "旧表.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old")
    pane.open_form(old)
    idle()
    assert "旧表.xls" in pane.body.words
    assert "另存为" in pane.body.words
    assert not pane.write.isEnabled()


def test_a_form_can_be_dropped(pane, form, idle):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(form))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    pane.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    idle()
    assert pane.form.text() == str(form)
    assert pane.write.isEnabled()


def test_a_period_whose_data_changed_is_computed_anew_before_it_fills(pane, court, form, idle, tmp_path):
    newer = [*MARKS[:3], ["P04", "段四", 91]]
    take(court, stage(court, [write_book(tmp_path / "补-2024Q1.xlsx", {"民一庭": newer})]))
    pane.page.refresh()
    idle()
    pane.open_form(form)
    idle()
    assert "重新计算以后才能填表" in pane.body.words
    pane.body.asked.emit()
    idle()
    assert line(pane, "汇总", "B3").cell.value == 3


def test_who_may_only_read_fills_but_sets_no_marks(desk, court, form, show, idle, tmp_path):
    again = open_book(court.path, read_only=True)
    page = show(ExchangePage(desk._replace(book=again)))
    page.tabs.setCurrentWidget(page.filling)
    page.filling.open_form(form)
    idle()
    assert not page.filling.mark.isEnabled()
    page.filling.save(tmp_path / "已填.xlsx")
    idle()
    assert (tmp_path / "已填.xlsx").is_file()
    again.close()
