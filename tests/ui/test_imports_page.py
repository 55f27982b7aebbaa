import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QInputDialog

from app.domain.receipts import Fate
from app.services.changes import Changes
from app.services.rosters import person
from app.storage.receipts import read_receipts
from app.ui.imports.drop import dropped_files
from app.ui.imports.page import ImportsPage
from app.ui.imports.questions import QuestionsDialog

HEAD = ("工号", "姓名", "结案数", "超期数", "领导评分")


@pytest.fixture
def page(desk, show):
    return show(ImportsPage(desk))


def sheet(path, *rows, title="2024年第一季度数据"):
    workbook = openpyxl.Workbook()
    for row in ((title,), HEAD, *rows):
        workbook.active.append(row)
    workbook.save(path)
    return path


@pytest.fixture
def good(tmp_path):
    return sheet(tmp_path / "民一庭一季度.xlsx", ("P01", "阿木古", 41, 0, 18), ("P02", "仇小满", 43, "/", 16))


@pytest.fixture
def bad(tmp_path):
    return sheet(tmp_path / "刑一庭一季度.xlsx", ("P05", "解春雨", "很多", 1, 19), ("P99", "无此人", 1, 1, 1))


def test_nothing_can_be_taken_before_anything_was_read(page):
    assert not page.take.isEnabled()
    assert "采用" in page.body.words


def test_a_good_sheet_shows_old_beside_new_and_can_be_taken(page, idle, good):
    page.stage([good])
    idle()
    assert page.body.words == ""
    assert [page.review.sheets.records.index(0, column).data() for column in (0, 2, 3, 4)] == [
        "民一庭一季度.xlsx", "数据", "2024年第一季度", "可以采用",
    ]  # fmt: skip
    changes = {(row.change.staff_no, row.change.old, row.change.new) for row in page.review.changes.records.rows}
    assert ("P01", "40", "41") in changes
    assert page.take.isEnabled()
    assert "可以采用 1 个文件" in page.summary.text()


def test_taking_writes_it_and_tells_everybody(page, idle, good):
    heard = []
    page.desk.changes.changed.connect(heard.append)
    page.stage([good])
    idle()
    page.take.click()
    idle()
    assert heard == [Changes(entries=True)]
    assert "已采用 1 张表" in page.banner.text
    assert page.review.sheets.records.index(0, 4).data() == "已采用"
    assert not page.take.isEnabled()


def test_after_taking_the_keyboard_stands_on_choosing_the_next_files(page, idle, good):
    page.stage([good])
    idle()
    page.take.click()
    idle()
    assert page.drop.choose.hasFocus()


def test_a_remedy_is_shown_whole_and_a_short_fault_takes_no_more_room_than_it_needs(page, idle, bad):
    page.stage([bad])
    idle()
    faults = page.review.faults
    for row in range(len(faults.records.rows)):
        assert faults.rowHeight(row) >= faults.sizeHintForRow(row)
    faults.setColumnWidth(6, 900)
    before = faults.rowHeight(0)
    faults.horizontalHeader().setStretchLastSection(False)
    faults.setColumnWidth(6, 60)
    assert faults.rowHeight(0) > before


def test_every_fault_is_listed_with_cell_and_remedy_and_nothing_can_be_taken(page, idle, bad):
    page.stage([bad])
    idle()
    rows = page.review.faults.records.rows
    assert {row.fault.cell for row in rows} == {"C3", "A4"}
    assert all(row.fault.message and row.fault.remedy for row in rows)
    assert {row.fault.value for row in rows} == {"很多", "P99"}
    assert not page.take.isEnabled()
    assert "先要改好" in page.review.sheets.records.index(0, 4).data()


def test_a_good_file_is_taken_though_another_has_faults(page, idle, good, bad):
    page.stage([good, bad])
    idle()
    assert page.take.isEnabled()
    assert "1 个文件有问题" in page.summary.text()
    page.take.click()
    idle()
    states = {row.file: page.review.sheets.records.columns[4].value(row) for row in page.review.sheets.records.rows}
    assert states == {"民一庭一季度.xlsx": "已采用", "刑一庭一季度.xlsx": "先要改好"}


def test_choosing_a_sheet_narrows_the_lists_to_it(page, idle, good, bad):
    page.stage([good, bad])
    idle()
    page.review.sheets.choose(("民一庭一季度.xlsx", "Sheet"))
    assert page.review.faults.records.rows == ()
    page.review.sheets.clearSelection()
    assert len(page.review.faults.records.rows) == 2


def test_the_same_file_twice_changes_nothing(page, idle, good):
    for _ in range(2):
        page.stage([good])
        idle()
        page.take.click()
        idle()
    page.stage([good])
    idle()
    assert page.review.sheets.records.index(0, 4).data() == "没有变化"
    assert "完全一样" in page.summary.text()
    assert not page.take.isEnabled()


def test_a_period_the_sheet_does_not_tell_can_be_chosen(page, idle, tmp_path):
    from tests.ui.made_up import QUARTER

    path = sheet(tmp_path / "民一庭.xlsx", ("P01", "阿木古", 45, 0, 18), title="考核数据")
    page.stage([path])
    idle()
    assert not page.take.isEnabled()
    page.period.choose(QUARTER)
    idle()
    assert page.take.isEnabled()
    assert page.review.sheets.records.rows[0].period == QUARTER


def test_clearing_begins_anew(page, idle, good):
    page.stage([good])
    idle()
    page.clear.click()
    assert not page.take.isEnabled()
    assert page.body.words


def test_a_book_that_moved_since_is_read_again(page, idle, good, failures):
    page.stage([good])
    idle()
    with page.book.transaction("别处的改动", kind="import") as session:
        from app.storage import roster

        session_people = roster.people.read(session, staff_no="P12")
        roster.people.write(session, [type(session_people[0])("P12", "郑重", note="改了")])
    page.take.click()
    idle()
    assert failures[0][1].code == "book-moved"
    assert page.take.isEnabled()


def test_files_dropped_are_taken_from_this_computer_only(tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.xlsx")), QUrl("sftp://elsewhere/b.xlsx")])
    assert dropped_files(mime) == (tmp_path / "a.xlsx",)


def test_what_was_imported_is_listed_and_can_be_taken_back(page, idle, good, monkeypatch):
    page.stage([good])
    idle()
    page.take.click()
    idle()
    newest = page.history.view.records.rows[0]
    assert newest.file == "民一庭一季度.xlsx"
    page.history.view.choose(newest.id)
    assert page.history.undo.isEnabled()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("报错了表", True))
    page.history.undo.click()
    idle()
    assert page.history.view.records.index(0, 9).data() == "已撤回"
    assert "已撤回" in page.banner.text
    assert not page.history.undo.isEnabled()


def test_taking_back_needs_a_reason(page, idle, good, monkeypatch):
    page.stage([good])
    idle()
    page.take.click()
    idle()
    page.history.view.choose(page.history.view.records.rows[0].id)
    asked, answers = [], iter([("  ", True), ("", False)])

    def answer(_parent, _title, question):
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(QInputDialog, "getText", answer)
    page.history.undo.click()
    idle()
    assert "没有写理由" in asked[1]
    assert page.history.view.records.index(0, 9).data() == "有效"


def test_a_book_open_for_reading_takes_nothing(desk, show, idle, good):
    from app.services.books import open_book

    looking = open_book(desk.book.path, read_only=True)
    page = show(ImportsPage(desk._replace(book=looking)))
    page.stage([good])
    idle()
    assert not page.drop.isEnabled()
    assert "只能查看" in page.body.words
    looking.close()


def test_the_history_of_a_person_tells_the_file_it_came_from(page, book, idle):
    assert person(book, "P01").history[0].file == "花名册.xlsx"


def test_what_cannot_be_known_is_asked_and_the_answers_let_the_sheet_be_taken(page, idle, tmp_path, monkeypatch):
    path = sheet(tmp_path / "民一庭.xlsx", ("P01", "阿木古", 41, 0, 18, 3))
    workbook = openpyxl.load_workbook(path)
    workbook.active["F2"] = "调研篇数"
    workbook.save(path)
    page.stage([path])
    idle()
    assert page.ask.isVisible()
    assert page.review.sheets.records.index(0, 4).data() == "等您回答"
    assert page.summary.text() == "有 1 个问题要您回答，答完就能采用。"
    shown = []

    def choose(dialog):
        assert not dialog.ok.isEnabled()
        shown.append([dialog.boxes[0].itemText(number) for number in range(dialog.boxes[0].count())])
        dialog.boxes[0].setCurrentIndex(1)
        assert dialog.ok.isEnabled()
        return True

    monkeypatch.setattr(QuestionsDialog, "exec", choose)
    page.ask.click()
    idle()
    assert shown[0][:2] == ["（这一列是什么？）", "忽略这一列，以后也不读"]
    assert not page.ask.isVisible()
    assert page.take.isEnabled()


def test_a_division_that_the_roster_does_not_have_is_asked_by_name(page, idle, tmp_path, monkeypatch):
    path = tmp_path / "破产庭一季度.xlsx"
    workbook = openpyxl.Workbook()
    for row in (["2024年第一季度"], ["姓名", "部门", "结案数"], ["阿木古", "破产庭", 41]):
        workbook.active.append(row)
    workbook.save(path)
    page.stage([path])
    idle()
    shown = []

    def choose(dialog):
        shown.extend(dialog.boxes[0].itemText(number) for number in range(dialog.boxes[0].count()))
        dialog.boxes[0].setCurrentIndex(dialog.boxes[0].count() - 1)
        return True

    monkeypatch.setattr(QuestionsDialog, "exec", choose)
    page.ask.click()
    idle()
    assert (shown[0], shown[-1]) == ("（是哪一个？）", "不按部门认人，只看姓名")
    assert page.take.isEnabled()


def test_rows_passed_over_show_what_stood_there(page, idle, tmp_path):
    page.stage([sheet(tmp_path / "民一庭.xlsx", ("P01", "阿木古", 41, 0, 18), ("合计", None, 41, 0, None))])
    idle()
    (skipped,) = page.review.skipped.records.rows
    assert (skipped.row, skipped.why, skipped.text) == (4, "合计、小计或平均行", "合计、41、0")


def test_what_cannot_be_taken_is_noted_as_received(page, idle, bad):
    page.stage([bad])
    idle()
    with page.book.reading() as session:
        (receipt,) = read_receipts(session)
    assert (receipt.file, receipt.kind, receipt.fate, receipt.faults) == ("刑一庭一季度.xlsx", "数据", Fate.RETURNED, 2)


def test_what_can_be_taken_is_noted_when_it_is_taken(page, idle, good):
    page.stage([good])
    idle()
    with page.book.reading() as session:
        assert read_receipts(session) == ()
    page.take.click()
    idle()
    with page.book.reading() as session:
        assert [each.fate for each in read_receipts(session)] == [Fate.TAKEN]
