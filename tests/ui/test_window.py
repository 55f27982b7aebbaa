import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QLabel, QMessageBox, QTabWidget

from app.main import MAKERS, build_window, places
from app.services.books import open_book
from app.ui.people.page import PeoplePage
from app.ui.preferences import Preferences
from app.ui.welcome.new_book import NewBookDialog
from app.ui.welcome.sample_court import SampleCourtDialog
from tests.ui.made_up import COURT, make_book


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def window(qtbot, jobs, preferences):
    made = build_window(jobs, preferences)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def path(tmp_path):
    book = make_book(tmp_path / "临川.hj")
    book.close()
    return tmp_path / "临川.hj"


@pytest.fixture
def opened(window, idle, path):
    window.opening.open(path)
    idle()
    yield window
    window.menus.actions["close"].trigger()
    idle()


def test_the_first_start_offers_the_sample_court_plainly(window):
    assert window.welcome.isVisible()
    assert "示例法院" in window.welcome.banner.text
    assert not window.welcome.recent.isVisible()


def test_books_opened_before_are_offered_again(qtbot, jobs, preferences, path):
    preferences.remember_book(path)
    window = build_window(jobs, preferences)
    qtbot.addWidget(window)
    window.show()
    assert window.welcome.recent.count() == 1
    with qtbot.waitSignal(window.welcome.book_requested) as asked:
        window.welcome.recent.itemActivated.emit(window.welcome.recent.item(0))
    assert asked.args == [path]


def test_what_needs_a_book_is_offered_only_while_one_is_open(window):
    actions = window.menus.actions
    assert not actions["close"].isEnabled()
    assert not actions["go:people"].isEnabled()
    assert actions["open"].isEnabled()


def test_an_opened_book_is_shown_with_its_court(opened, preferences, path):
    assert opened.windowTitle() == f"{COURT} · 临川.hj · 衡绩"
    assert opened.page.key == "overview"
    assert preferences.recent_books == (path,)
    assert not opened.view.banner.isVisible()


def test_every_page_is_reached_by_its_key(qtbot, opened, idle):
    for number, place in enumerate(places(), 1):
        action = opened.menus.actions[f"go:{place.key}"]
        assert action.shortcut() == QKeySequence(f"Ctrl+{number}")
        action.trigger()
        idle()
        assert opened.page.key == place.key
    assert {place.key for place in places()} == set(MAKERS)


def test_find_goes_to_the_search_of_the_page(opened, idle):
    opened.go_to("people")
    idle()
    opened.menus.actions["find"].trigger()
    assert isinstance(opened.page, PeoplePage)
    assert opened.focusWidget() is opened.page.search


def test_refresh_reads_the_page_again(opened, idle):
    opened.go_to("people")
    idle()
    opened.menus.actions["refresh"].trigger()
    assert opened.page.jobs.under_way
    idle()


def test_one_page_may_send_to_another(opened, idle):
    opened.page.page_requested.emit("people", "P07")
    idle()
    assert opened.page.key == "people"
    assert opened.page.pane.name.text() == "李华"


def test_a_book_that_somebody_else_writes_opens_for_reading_and_says_who(window, idle, path):
    other = open_book(path)
    window.opening.open(path)
    idle()
    assert window.view.banner.isVisible()
    assert "只能查看" in window.view.banner.text
    assert window.page.is_read_only
    other.close()


def test_a_book_that_is_gone_is_told_and_forgotten(window, idle, failures, preferences, tmp_path):
    preferences.remember_book(tmp_path / "没有.hj")
    window.opening.open(tmp_path / "没有.hj")
    idle()
    assert failures[0][1].code == "book-missing"
    assert preferences.recent_books == ()
    assert window.welcome.isVisible()
    assert window.welcome.new.isEnabled()


def test_a_new_book_is_made_and_opened(window, idle, monkeypatch, tmp_path):
    def fill_in(dialog):
        dialog.court.setText("临川市人民法院")
        dialog.path.setText(str(tmp_path / "新库"))
        dialog.level.setCurrentText("基层")
        assert dialog.ok.isEnabled()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NewBookDialog, "exec", fill_in)
    window.menus.actions["new"].trigger()
    idle()
    assert (tmp_path / "新库.hj").is_file()
    assert window.windowTitle().startswith("临川市人民法院")


def test_opening_another_book_gives_the_first_one_back(opened, idle, path, tmp_path):
    other = make_book(tmp_path / "另一个.hj")
    other.close()
    opened.opening.open(tmp_path / "另一个.hj")
    idle()
    assert "另一个.hj" in opened.windowTitle()
    free = open_book(path)
    assert not free.read_only
    free.close()


def test_opening_the_book_on_screen_once_more_changes_nothing(opened, idle, path):
    opened.opening.open(path)
    idle()
    assert not opened.page.is_read_only


def test_a_book_of_an_older_program_tells_where_its_copy_is(window, idle, path, monkeypatch):
    from app.ui import opening

    real = opening.open_for_window

    def older(told):
        opened = real(told)
        opened.book.aside = told.with_name("临川-升级前.hj")
        return opened

    monkeypatch.setattr(opening, "open_for_window", older)
    window.opening.open(path)
    idle()
    assert "临川-升级前.hj" in window.view.banner.text


def test_closing_the_book_gives_it_back_and_shows_the_welcome_page(opened, idle, path):
    opened.menus.actions["close"].trigger()
    idle()
    assert opened.welcome.isVisible()
    free = open_book(path)
    assert not free.read_only
    free.close()


def test_closing_the_window_closes_the_book_first(window, qtbot, jobs, idle, path):
    window.opening.open(path)
    idle()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible() and not jobs.under_way)
    free = open_book(path)
    assert not free.read_only
    free.close()


def test_long_work_is_not_thrown_away_without_asking(window, qtbot, jobs, monkeypatch):
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    begun = threading.Event()

    def work(job):
        begun.set()
        while True:
            job(1, 2)

    jobs.run(window, work, title="正在计算")
    assert begun.wait(5)
    window.close()
    assert window.isVisible()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert answers == []


def test_long_work_shows_its_progress_and_can_be_stopped(window, qtbot, jobs):
    stopped = []
    gate = threading.Event()

    def work(job):
        job(1, 4, "第一步")
        gate.wait(5)
        while True:
            job(2, 4, "第二步")

    jobs.run(window, work, title="正在制作", cancelled=lambda: stopped.append(True))
    qtbot.waitUntil(lambda: window.progress.bar.value() == 1)
    assert window.progress.isVisible()
    assert window.progress.title.text() == "正在制作"
    assert window.progress.text.text() == "25%　第一步"
    window.progress.cancel.click()
    assert window.progress.title.text() == "正在停止……"
    assert not window.progress.cancel.isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: not window.progress.isVisible())
    assert stopped == [True]


def test_short_work_shows_no_progress(window, qtbot, jobs, idle):
    jobs.run(window, lambda job: job(1, 2))
    assert not window.progress.isVisible()
    idle()


def test_a_copy_is_made_where_it_is_wished(opened, idle, monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "备份.hj"), ""))
    monkeypatch.setattr(QMessageBox, "information", lambda *words: told.append(words[-1]))
    opened.menus.actions["backup"].trigger()
    idle()
    copy = open_book(tmp_path / "备份.hj", read_only=True)
    copy.close()
    assert "备份.hj" in told[0]


def test_help_opens_at_the_page_one_is_on(opened):
    opened.go_to("imports")
    opened.menus.actions["help"].trigger()
    dialog = opened._help
    assert dialog.topics.currentItem().text() == "导入"
    assert "先看，再采用" in dialog.text.toPlainText()
    dialog.close()


def test_the_sample_court_made_before_can_simply_be_opened(window, idle, monkeypatch, path):
    monkeypatch.setattr(SampleCourtDialog, "told", property(lambda _self: path.parent))
    monkeypatch.setattr(SampleCourtDialog, "exec", lambda _self: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    window.welcome.sample.click()
    idle()
    assert window.windowTitle().startswith(COURT)


def test_who_wants_a_second_sample_court_is_offered_another_folder(window, monkeypatch, path):
    offered = []

    def look(dialog):
        offered.append(dialog.told)
        if len(offered) == 1:
            dialog.folder.setText(str(path.parent))
            return QDialog.DialogCode.Accepted
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(SampleCourtDialog, "exec", look)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    window.welcome.sample.click()
    assert offered[1] == path.parent.with_name(f"{path.parent.name} 2")
    assert window.welcome.isVisible()


def test_the_sample_court_is_made_with_progress_and_opened(window, idle, jobs, monkeypatch, path, tmp_path):
    from types import SimpleNamespace

    from app.services import demo

    asked = []

    def make(directory, *, volumes, report):
        asked.append((directory, volumes))
        report(1, 2, "花名册")
        return SimpleNamespace(book_path=path)

    monkeypatch.setattr(demo, "make_sample_court", make)
    monkeypatch.setattr(SampleCourtDialog, "told", property(lambda _self: tmp_path / "示例"))
    monkeypatch.setattr(SampleCourtDialog, "exec", lambda _self: QDialog.DialogCode.Accepted)
    window.welcome.banner.button.click()
    assert [job.title for job in jobs.under_way] == ["正在制作示例法院"]
    assert not window.welcome.new.isEnabled()
    idle()
    assert asked == [(tmp_path / "示例", False)]
    assert window.windowTitle().startswith(COURT)


def test_no_two_things_on_a_page_share_a_key(opened, idle):
    menu = {"F", "V", "H"}
    shared = {}
    for place in places():
        opened.go_to(place.key)
        idle()
        keys = [key for key in map(_key, _texts(opened.page)) if key]
        shared[place.key] = {key for key in keys if keys.count(key) > 1 or key in menu}
    assert shared == {place.key: set() for place in places()}


def test_everything_that_can_be_pressed_can_be_reached_by_tab(opened, idle):
    unreachable = []
    for place in places():
        opened.go_to(place.key)
        idle()
        unreachable += [
            each.text()
            for each in opened.page.findChildren(QAbstractButton)
            if each.isVisible() and each.text() and not each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
    assert unreachable == []


def _texts(page):
    for widget in page.findChildren(QAbstractButton):
        yield widget.text()
    for widget in page.findChildren(QLabel):
        if widget.buddy() is not None:
            yield widget.text()
    for tabs in page.findChildren(QTabWidget):
        yield from (tabs.tabText(number) for number in range(tabs.count()))


def _key(text):
    place = text.find("&")
    return text[place + 1].upper() if 0 <= place < len(text) - 1 else ""
