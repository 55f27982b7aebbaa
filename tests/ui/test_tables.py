from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.collation import by_pinyin
from app.ui.tables import Column, RecordModel, ToneRole

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Line:
    number: str
    name: str
    score: Decimal | None


LINES = (
    Line("1", "赵明", Decimal("100.00")),
    Line("2", "阿丽", Decimal("9.50")),
    Line("3", "孙强", None),
    Line("4", "䶮华", Decimal("10.25")),
)
COLUMNS = (
    Column("工号", lambda row: row.number),
    Column("姓名", lambda row: row.name, sort_key=by_pinyin, tip=lambda row: f"{row.name}（{row.number}）"),
    Column("得分", lambda row: row.score, number=True, tone=lambda row: "warn" if row.score is None else ""),
)


@pytest.fixture
def model(qapp):
    made = RecordModel(COLUMNS, key=lambda row: row.number, search=lambda row: f"{row.name} {row.number}")
    # Kept alive through the test: it listens to every signal and checks the model's rules.
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    made.set_rows(LINES)
    return made


def names(model):
    return [row.name for row in model.rows]


def test_cells_show_native_values_as_text(model):
    shown = [[model.index(row, column).data() for column in range(3)] for row in range(4)]
    assert shown == [["1", "赵明", "100.00"], ["2", "阿丽", "9.50"], ["3", "孙强", ""], ["4", "䶮华", "10.25"]]


def test_qt_finds_nothing_wrong_with_the_model(model, qtmodeltester):
    qtmodeltester.check(model)
    assert model.rowCount() == 4


def test_figures_are_sorted_as_figures_with_nothing_first(model):
    model.sort(2, UP)
    assert [row.score for row in model.rows] == [None, Decimal("9.50"), Decimal("10.25"), Decimal("100.00")]


def test_sorting_downwards_puts_nothing_last(model):
    model.sort(2, DOWN)
    assert [row.score for row in model.rows] == [Decimal("100.00"), Decimal("10.25"), Decimal("9.50"), None]


def test_names_are_sorted_by_pinyin_rare_characters_too(model):
    model.sort(1, UP)
    assert names(model) == ["阿丽", "孙强", "䶮华", "赵明"]


def test_taking_the_sorting_away_gives_the_order_told(model):
    model.sort(1, UP)
    model.sort(-1, UP)
    assert names(model) == [line.name for line in LINES]


def test_every_word_searched_for_must_be_there(model):
    model.set_filter("赵 1")
    assert names(model) == ["赵明"]
    model.set_filter("赵 2")
    assert names(model) == []
    model.set_filter("")
    assert len(names(model)) == 4


def test_a_filter_may_be_a_condition(model):
    model.set_filter("", lambda row: row.score is not None)
    assert names(model) == ["赵明", "阿丽", "䶮华"]


def test_a_filter_keeps_the_sorting(model):
    model.sort(2, DOWN)
    model.set_filter("", lambda row: row.score is not None)
    assert names(model) == ["赵明", "䶮华", "阿丽"]


def test_places_held_by_the_view_follow_their_record_when_sorted(model):
    held = QPersistentModelIndex(model.index(0, 1))
    model.sort(2, DOWN)
    model.sort(2, UP)
    assert held.data() == "赵明"
    assert held.row() == 3


def test_the_same_records_with_other_values_are_shown_in_place(model):
    held = QPersistentModelIndex(model.index(1, 2))
    model.set_rows([replace(line, score=Decimal("88.00")) for line in reversed(LINES)])
    assert held.isValid()
    assert held.data() == "88.00"
    assert held.row() == 2


def test_other_records_are_shown_from_anew(qtbot, model):
    with qtbot.waitSignal(model.modelReset):
        model.set_rows(LINES[:2])
    assert names(model) == ["赵明", "阿丽"]


def test_a_tone_colours_the_cell(model):
    assert model.index(2, 2).data(ToneRole) == "warn"
    assert model.index(2, 2).data(Qt.ItemDataRole.ForegroundRole).color().name() == "#96580a"
    assert model.index(0, 2).data(Qt.ItemDataRole.ForegroundRole) is None


def test_figures_stand_at_the_right_and_headers_with_them(model):
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    assert int(model.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole)) == right
    assert int(model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)) & right == right


def test_a_tip_tells_more_than_the_cell(model):
    assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "赵明（1）"


def test_other_columns_may_take_the_place_of_these(model):
    model.sort(2, UP)
    model.set_columns(COLUMNS[:1], LINES[:3])
    assert model.columnCount() == 1
    assert [row.number for row in model.rows] == ["1", "2", "3"]


def test_ten_thousand_rows_are_sorted_in_an_instant(qapp):
    import time

    model = RecordModel(COLUMNS, key=lambda row: row.number)
    model.set_rows([Line(str(number), "赵明", Decimal(number * 7919 % 10_007)) for number in range(10_000)])
    began = time.process_time()
    model.sort(2, UP)
    assert time.process_time() - began < 0.5
    assert model.rows[0].score == 0
