from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.roster import Posting
from app.services.changes import Changes
from app.storage import roster
from app.ui.people.page import PeoplePage


@pytest.fixture
def page(desk, show):
    return show(PeoplePage(desk))


@pytest.fixture
def type_in(qtbot, page):
    def type_words(words):
        with qtbot.waitSignal(page.search.wanted):
            page.search.setText(words)

    return type_words


def shown(page):
    return [row.name for row in page.model.rows]


def test_everybody_is_shown_with_division_and_category(page):
    assert len(shown(page)) == 12
    first = [page.model.index(0, column).data() for column in range(4)]
    assert first == ["P01", "阿木古", "民一庭", "员额法官"]
    assert page.count.text() == "共 12 人"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zxm", ["赵小明"]),
        ("zhaoxiaoming", ["赵小明"]),
        ("P05", ["解春雨"]),
        ("小", ["仇小满", "赵小明"]),
        ("没有这人", []),
    ],
)
def test_people_are_found_by_name_number_and_pinyin(page, type_in, words, found):
    type_in(words)
    assert shown(page) == found


def test_nobody_found_is_said_in_words(page, type_in):
    type_in("没有这人")
    assert page.table.words == "没有符合条件的人员。"
    type_in("")
    assert page.table.words == ""


def test_divisions_and_categories_narrow_the_table(page):
    page.division.setCurrentText("刑一庭")
    page.category.setCurrentText("员额法官")
    assert shown(page) == ["解春雨", "堃山", "李华"]
    assert page.count.text() == "3 人，共 12 人"


def test_the_person_chosen_is_told_with_postings_absences_and_history(page, idle):
    page.view.choose("P05")
    idle()
    assert page.pane.name.text() == "解春雨"
    assert [row.division for row in page.pane.postings.rows] == ["刑一庭"]
    assert [row.kind for row in page.pane.absences.rows] == ["病假"]
    assert {row.file for row in page.pane.history.rows} >= {"花名册.xlsx"}
    assert page.pane.tabs.tabText(1) == "离岗 1"


def test_identity_numbers_are_not_shown_in_full(page, idle):
    page.view.choose("P02")
    idle()
    told = [page.pane.particulars.itemAt(place).widget().text() for place in range(page.pane.particulars.count())]
    number = told[told.index("身份证号") + 1]
    assert number.startswith("110101")
    assert "*" * 8 in number


def test_a_change_of_people_is_seen_at_once(page, book, idle):
    with book.transaction("调动", kind="import") as session:
        roster.postings.write(session, [Posting("P01", "执行局", "员额法官", start=date(2024, 5, 1))])
    page.desk.changes.changed.emit(Changes(people=True))
    idle()
    assert page.model.rows[0].division == "执行局"


def test_a_change_of_scores_concerns_nobody_here(page):
    page.desk.changes.changed.emit(Changes(results=True))
    assert page.jobs.under_way == ()


def test_the_selection_stays_when_the_table_is_read_again(page, idle):
    page.view.choose("P09")
    page.refresh()
    idle()
    assert page.view.current_row().staff_no == "P09"


def test_from_the_search_field_the_down_key_goes_to_the_table(qtbot, page, type_in):
    page.find()
    type_in("王")
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.view.hasFocus() or page.focusWidget() is page.view
    page.find()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""


def test_another_page_may_ask_for_a_person(page, idle):
    page.show_thing("P12")
    idle()
    assert page.pane.name.text() == "郑重"


def test_a_book_without_people_says_what_to_do(qtbot, desk, show, tmp_path):
    from app.services.books import new_book

    empty = new_book(tmp_path / "空.hj", court="某法院")
    page = show(PeoplePage(desk._replace(book=empty)))
    assert "花名册" in page.table.words
    with qtbot.waitSignal(page.page_requested) as asked:
        page.table.asked.emit()
    assert asked.args == ["imports", None]
    empty.close()
