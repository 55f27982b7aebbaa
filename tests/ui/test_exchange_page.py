"""上下级: the package looked at and written, packages taken in at the court above."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QMessageBox

from app.domain.periods import Period
from app.services.books import new_book, open_book
from app.services.exchange.higher_court import courts_document, expect_courts
from app.services.exchange.submitting import package_document, submit
from app.services.scoring.computing import compute
from app.services.taking_in.imports import batches, stage, take
from app.sheets.package_sheet import write_package
from app.ui.desk import Desk
from app.ui.exchange.page import ExchangePage
from app.ui.exchange.receiving import ExpectDialog, PackagesDialog
from app.ui.imports.page import ImportsPage
from tests.small_court import MARKS, write_book, write_small_court

QUARTER = Period.parse("2024Q1")
OWN, ABOVE = "溪山县人民法院", "溪州市中级人民法院"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The small court's book, its quarter computed, its package, and the book above that took it in."""
    folder = tmp_path_factory.mktemp("上报")
    book = new_book(folder / "基层.hj", court=OWN, code="0681", level="基层")
    take(book, stage(book, list(write_small_court(folder / "all").values())))
    compute(book, QUARTER)
    submit(book, QUARTER, folder / "上报.xlsx")
    book.close()
    collected = new_book(folder / "收过的.hj", court=ABOVE, code="0600", level="中级")
    take(collected, stage(collected, [folder / "上报.xlsx"]))
    collected.close()
    return folder


@pytest.fixture
def below(made, tmp_path):
    book = open_book(Path(shutil.copy(made / "基层.hj", tmp_path / "基层.hj")))
    yield book
    book.close()


@pytest.fixture
def above(tmp_path):
    book = new_book(tmp_path / "中院.hj", court=ABOVE, code="0600", level="中级")
    yield book
    book.close()


@pytest.fixture
def collected(made, tmp_path):
    """The book above in which the small court's package is."""
    book = open_book(Path(shutil.copy(made / "收过的.hj", tmp_path / "收过的.hj")))
    yield book
    book.close()


@pytest.fixture
def package(made):
    return made / "上报.xlsx"


@pytest.fixture
def open_page(desk: Desk, show):
    return lambda book: show(ExchangePage(desk._replace(book=book)))


@pytest.fixture
def courts(open_page, above, idle):
    """The courts of the book above, on the screen."""
    page = open_page(above)
    page.tabs.setCurrentWidget(page.courts)
    idle()
    return page.courts


@pytest.fixture
def received(open_page, collected):
    """The courts of that book, on the screen."""
    return open_page(collected).courts


def agree(monkeypatch, seen, *answers):
    """Answer the dialogs that show packages, one after the other; ``seen`` gets what they show."""
    told = list(answers)

    def answer(dialog):
        seen.append(
            [(line.sheet.file, line.state, line.fault.code if line.fault else "") for line in dialog.model.rows]
        )
        doing = told.pop(0)
        if doing == "renamed":
            dialog.renamed.setChecked(True)
        return QDialog.DialogCode.Rejected if doing == "no" else QDialog.DialogCode.Accepted

    monkeypatch.setattr(PackagesDialog, "exec", answer)


# --- handing in


def test_what_the_package_will_tell_is_seen_before_it_is_written(open_page, below):
    pane = open_page(below).submitting
    assert pane.period.currentText() == "2024年第一季度"
    assert [row["set"] for row in pane.sets.records.rows] == ["庭长", "法官", "书记员", "行政"]
    assert sum(row["people"] for row in pane.sets.records.rows) == 7
    assert ("F4", 1) in [(row["code"], row["people"]) for row in pane.missing.records.rows]
    assert len(pane.persons.records.rows) == 7
    assert "7 人，4 个指标组" in pane.summary.text()
    assert "还没有封存" in pane.notes.text
    assert "数据未填" in pane.notes.text
    assert "按建议等次" in pane.notes.text
    assert pane.make.isEnabled()


def test_the_package_is_written_in_the_background_and_the_folder_is_offered(
    open_page, below, idle, tmp_path, monkeypatch
):
    page = open_page(below)
    page.submitting.save(tmp_path / "上报")
    assert [job.title for job in page.jobs.under_way] == ["正在做2024年第一季度的上报包"]
    idle()
    assert "人员" in load_workbook(tmp_path / "上报.xlsx").sheetnames
    assert "附 7 人名单" in page.banner.text
    opened = []
    monkeypatch.setattr("app.ui.exchange.submitting.show_outside", opened.append)
    page.banner.button.click()
    assert opened == [tmp_path]


def test_the_names_can_be_left_out(open_page, below, idle, tmp_path):
    page = open_page(below)
    pane = page.submitting
    pane.with_persons.click()
    assert not pane.parts.isTabVisible(pane.parts.indexOf(pane.persons))
    pane.save(tmp_path / "无名.xlsx")
    idle()
    assert "人员" not in load_workbook(tmp_path / "无名.xlsx").sheetnames
    assert "不附名单" in page.banner.text


def test_a_period_whose_data_changed_is_computed_anew_first(open_page, below, idle, tmp_path):
    newer = [*MARKS[:3], ["P04", "段四", 91]]
    take(below, stage(below, [write_book(tmp_path / "补-2024Q1.xlsx", {"民一庭": newer})]))
    page = open_page(below)
    pane = page.submitting
    assert "重新计算以后才能上报" in pane.body.words
    assert not pane.make.isEnabled()
    pane.body.asked.emit()
    idle()
    assert pane.body.words == ""
    assert pane.make.isEnabled()


def test_without_a_computed_period_the_next_step_is_offered(open_page, above, qtbot):
    page = open_page(above)
    assert "还没有计算过任何周期" in page.submitting.body.words
    with qtbot.waitSignal(page.page_requested) as asked:
        page.submitting.body.asked.emit()
    assert asked.args == ["scores", None]


def test_a_book_that_nobody_may_write_can_still_hand_in(open_page, below, idle, tmp_path):
    again = open_book(below.path, read_only=True)
    page = open_page(again)
    page.submitting.save(tmp_path / "只读.xlsx")
    idle()
    assert (tmp_path / "只读.xlsx").is_file()
    again.close()


# --- the courts below


def test_a_court_without_courts_below_is_told_what_this_is_for(open_page, below, idle):
    page = open_page(below)
    page.tabs.setCurrentWidget(page.courts)
    idle()
    assert "下级法院上报包" in page.courts.body.words
    assert "基层法院的，没有下级法院向它上报" in page.courts.body.words
    assert not page.courts.drop.isVisible()
    page.courts.body.asked.emit()
    assert page.tabs.currentWidget() is page.submitting


def test_a_higher_court_begins_by_saying_who_should_hand_in(courts, idle, monkeypatch):
    assert "先登记应当上报的法院" in courts.body.words

    def fill(dialog):
        dialog.lines.setPlainText("0681\t溪山县人民法院\n\n　松阳县人民法院 \n")
        assert dialog.ok.isEnabled()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ExpectDialog, "exec", fill)
    courts.body.asked.emit()
    idle()
    assert [(row["code"], row["court"]) for row in courts.courts.records.rows] == [
        ("0681", OWN),
        ("", "松阳县人民法院"),
    ]
    assert "还缺 2 个：溪山县人民法院、松阳县人民法院" in courts.summary.text()


def test_several_files_are_taken_at_once_and_each_refusal_has_its_reason(courts, package, idle, tmp_path, monkeypatch):
    roster = write_book(tmp_path / "花名册.xlsx", {"花名册": [["工号", "姓名"], ["P01", "何一"]]})
    seen = []
    agree(monkeypatch, seen, "yes")
    courts.receive([package, roster])
    idle()
    assert sorted(seen[0]) == [("上报.xlsx", "taken", ""), ("花名册.xlsx", "refused", "package-not-one")]
    assert courts.period.period == QUARTER
    assert "收到 1 个法院的上报包。可能要重报：溪山县人民法院" in courts.summary.text()
    assert "收下 1 份上报包（批次 1）" in courts.page.banner.text
    (row,) = courts.courts.records.rows
    assert (row["issue"], row["people"], row["remarks"]) == (1, 7, ["报来时还没有封存，可能还会有新的一期。"])


def test_files_dropped_on_the_page_are_taken_like_chosen_ones(courts, package, idle, monkeypatch):
    seen = []
    agree(monkeypatch, seen, "yes")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(package))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    courts.drop.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys))
    idle()
    assert seen == [[("上报.xlsx", "taken", "")]]
    assert courts_document(courts.page.book, QUARTER)["courts"][0]["received"]


def test_whoever_thinks_better_of_it_takes_nothing(courts, package, idle, monkeypatch):
    agree(monkeypatch, [], "no")
    courts.receive([package])
    idle()
    assert batches(courts.page.book) == ()


def test_a_court_with_a_new_name_is_taken_once_somebody_says_so(courts, made, idle, tmp_path, monkeypatch):
    expect_courts(courts.page.book, ["0681 溪山区人民法院"])
    seen = []
    agree(monkeypatch, seen, "renamed", "yes")
    courts.receive([made / "上报.xlsx"])
    idle()
    assert seen == [[("上报.xlsx", "asked", "package-court-renamed")], [("上报.xlsx", "taken", "")]]
    assert [row["court"] for row in courts.courts.records.rows] == [OWN]


def test_the_dialog_offers_only_what_can_be_done(qtbot, above, below, package):
    from app.services.exchange.receiving import review_packages

    good, bad = (PackagesDialog(review_packages(book, [package])) for book in (above, below))
    for dialog in (good, bad):
        qtbot.addWidget(dialog)
    assert good.take.text() == "收下 1 份(&T)"
    assert not good.take.isHidden()
    assert good.renamed.isHidden()
    assert bad.take.isHidden()
    assert bad.cancel.text() == "关闭"
    assert "1 个文件不能收" in bad.heading.text()
    assert "不能导入本院的考核库" in bad.model.rows[0].fault.message
    take(above, stage(above, [package]))
    same = PackagesDialog(review_packages(above, [package]))
    qtbot.addWidget(same)
    assert same.take.isHidden()
    assert "没有什么要收的" in same.heading.text()


def test_sums_means_and_shares_are_those_of_the_selected_court_or_of_all(received, below, idle, tmp_path, monkeypatch):
    document = package_document(below, QUARTER)
    document["head"] |= {"court": "溪水县人民法院", "code": "0682", "sealed": True}
    write_package(tmp_path / "邻.xlsx", document)
    agree(monkeypatch, [], "yes")
    received.receive([tmp_path / "邻.xlsx"])
    idle()
    assert [row["court"] for row in received.courts.records.rows] == [OWN, "溪水县人民法院"]
    judges = [row for row in received.sets.records.rows if row["set"] == "法官"]
    assert [(row["court"], row["people"]) for row in judges] == [("合计", 6), (OWN, 3), ("溪水县人民法院", 3)]
    assert received.courts.choose("溪水县人民法院")
    for view in (received.sets, received.grades):
        assert list(dict.fromkeys(row["court"] for row in view.records.rows)) == ["溪水县人民法院", "合计"]
    assert ("F4", 1) in [(row["code"], row["people"]) for row in received.missing.records.rows]


def test_nothing_here_can_be_put_into_the_order_of_its_figures(courts):
    for view in (courts.courts, courts.sets, courts.grades, courts.missing):
        assert not view.isSortingEnabled()
        assert not view.horizontalHeader().sectionsClickable()


def test_a_package_is_taken_back_where_every_import_is(received, desk, show, qtbot, idle):
    received.courts.choose(OWN)
    assert received.look.isEnabled()
    with qtbot.waitSignal(received.page.page_requested) as asked:
        received.look.click()
    assert asked.args == ["imports", "1"]
    imports = show(ImportsPage(desk._replace(book=received.page.book)))
    imports.show_thing("1")
    idle()
    assert imports.tabs.currentWidget() is imports.history
    assert imports.history.view.current_row().file == "上报.xlsx"
    assert imports.history.undo.isEnabled()


def test_a_court_that_never_handed_in_can_be_let_go(received, idle, monkeypatch):
    expect_courts(received.page.book, ["0682 云岭县人民法院"])
    received.page.refresh()
    idle()
    received.courts.choose(OWN)
    assert not received.forget.isEnabled()
    assert received.courts.choose("云岭县人民法院")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    received.forget.click()
    idle()
    assert courts_document(received.page.book, QUARTER)["missing"] == []
    assert [row["court"] for row in received.courts.records.rows] == [OWN]


def test_the_summary_is_written_as_a_workbook(received, idle, tmp_path):
    received.save(tmp_path / "汇总.xlsx")
    idle()
    assert load_workbook(tmp_path / "汇总.xlsx").sheetnames == ["上报情况", "指标组", "等次"]
    assert "汇总已写成" in received.page.banner.text


def test_a_book_that_only_collects_opens_at_its_courts(collected, open_page):
    page = open_page(collected)
    assert page.tabs.currentWidget() is page.courts
    assert page.courts.period.period == QUARTER


def test_who_may_only_read_takes_nothing_in(collected, package, open_page, idle):
    again = open_book(collected.path, read_only=True)
    page = open_page(again)
    idle()
    assert not page.courts.drop.isEnabled()
    assert not page.courts.expect.isEnabled()
    page.courts.receive([package])
    assert not page.jobs.under_way
    again.close()


def test_what_was_taken_before_a_stop_is_shown(courts, package, idle, monkeypatch):
    from app.services.exchange import receiving
    from app.services.progress import Cancelled

    whole = receiving.take_packages

    def stopped(book, staging, *, report=None):
        whole(book, staging)
        raise Cancelled

    monkeypatch.setattr(receiving, "take_packages", stopped)
    agree(monkeypatch, [], "yes")
    courts._choose(QUARTER)
    courts.receive([package])
    idle()
    assert "停止之前收下的" in courts.page.banner.text
    assert [row["received"] for row in courts.courts.records.rows] == [True]
