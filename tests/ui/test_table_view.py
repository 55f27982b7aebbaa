import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

ROWS = (("1", "赵明"), ("2", "阿丽"), ("3", "孙强"))
COLUMNS = (Column("工号", lambda row: row[0]), Column("姓名", lambda row: row[1]))


@pytest.fixture
def view(qtbot):
    made = RecordView(RecordModel(COLUMNS, key=lambda row: row[0], search=lambda row: row[1]))
    qtbot.addWidget(made)
    made.records.set_rows(ROWS)
    made.show()
    return made


def test_the_order_told_stays_until_somebody_sorts(view):
    assert view.records.rows == ROWS


def test_the_selection_stays_with_its_record_through_a_filter(view):
    view.choose("3")
    view.records.set_filter("孙")
    assert view.current_row() == ("3", "孙强")
    assert view.selected_rows() == (("3", "孙强"),)
    view.records.set_filter("")
    assert view.selected_rows() == (("3", "孙强"),)
    assert view.currentIndex().row() == 2


def test_a_record_that_is_filtered_away_leaves_no_selection(qtbot, view):
    view.choose("3")
    with qtbot.waitSignal(view.current_changed) as told:
        view.records.set_filter("阿")
    assert told.args == [None]
    assert view.selected_rows() == ()


def test_the_selection_follows_its_record_through_sorting(view):
    view.choose("1")
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert view.current_row() == ("1", "赵明")


def test_enter_opens_the_record_the_keyboard_stands_on(qtbot, view):
    view.choose("2")
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [("2", "阿丽")]


def test_arrows_move_from_record_to_record(qtbot, view):
    view.choose("1")
    with qtbot.waitSignal(view.current_changed) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told.args == [("2", "阿丽")]


def test_what_is_copied_fits_a_spreadsheet(qtbot, view):
    view.choose("1")
    down = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    view.selectionModel().select(view.records.index(1, 0), down)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1\t赵明\n2\t阿丽"


def test_tab_leaves_the_table(view):
    assert not view.tabKeyNavigation()


def test_nobody_can_be_chosen_who_is_not_shown(view):
    view.records.set_filter("阿")
    assert not view.choose("1")
    assert view.choose("2")


def test_columns_are_never_wider_than_they_may_be(view):
    view.records.set_rows([("1", "很长" * 200)])
    view.fit_columns()
    assert view.columnWidth(1) <= 320 or view.horizontalHeader().stretchLastSection()
