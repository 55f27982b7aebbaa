"""Columns without a header in which figures stand, and rows that are shifted to the right."""

import pytest

from app.domain.layouts import Layout
from app.sheets.tables.headless import is_headless

PERIOD = {"period": "2024Q1"}
HEAD = ["工号", "姓名", None, "发改数"]
ROWS = [["A1", "甲一", 90, 2], ["A2", "乙二", 81, 3], ["A3", "丙三", None, 0]]
CALLED = "姓名右边的C列"


def warnings(reading):
    return [(problem.code, problem.source.cell) for problem in reading.problems if problem.warning]


def test_figures_without_a_header_between_known_columns_are_a_question(desk, faults):
    reading = desk.read([HEAD, *ROWS], **PERIOD)
    assert faults(reading) == [("figures-without-header", "C1")]
    (problem,) = [each for each in reading.problems if not each.warning]
    assert (problem.question, problem.value) == (True, CALLED)
    assert is_headless(CALLED)


@pytest.mark.parametrize(("answer", "items"), [("工作满意度", {"my", "gfs"}), ("忽略", {"gfs"})])
def test_the_answer_says_what_the_column_is_and_is_remembered(desk, faults, answer, items):
    reading = desk.read([HEAD, *ROWS], columns={CALLED: answer}, **PERIOD)
    assert (faults(reading), warnings(reading)) == ([], [])
    assert {draft.item for draft in reading.records} == items
    assert reading.layout is not None
    assert reading.layout.answers == {CALLED: answer}
    again = desk.read([HEAD, *ROWS], layouts=(reading.layout,), **PERIOD)
    assert (faults(again), warnings(again)) == ([], [])
    assert {draft.item for draft in again.records} == items


def test_an_answer_counts_for_that_place_only(desk, faults):
    remembered = desk.read([HEAD, *ROWS], columns={CALLED: "忽略"}, **PERIOD).layout
    assert isinstance(remembered, Layout)
    moved = [[row[0], row[1], row[3], row[2], 7] for row in [HEAD, *ROWS]]
    moved[0] = ["工号", "姓名", "发改数", None, "任务完成率"]
    assert faults(desk.read(moved, layouts=(remembered,), **PERIOD)) == [("figures-without-header", "D1")]


def test_an_answer_that_names_a_column_which_is_there_already_is_no_second_one(desk, faults):
    reading = desk.read([HEAD, *ROWS], columns={CALLED: "发改数"}, **PERIOD)
    assert [cell for _, cell in faults(reading)] == ["C1"]


def test_beside_the_table_a_column_is_many_figures_and_less_is_a_note(desk, faults):
    head = ["工号", "姓名", "发改数"]
    rows = [[f"A{number}", f"甲{number}", number] for number in range(1, 7)]
    two = [[*row, 5] if row[2] < 3 else row for row in rows]
    one = [[*row, 5] if row[2] < 2 else row for row in rows]
    words = [[*row, "已核"] for row in rows]
    assert faults(desk.read([head, *two], **PERIOD)) == [("figures-without-header", "D1")]
    for noted in (one, words):
        reading = desk.read([head, *noted], **PERIOD)
        assert (faults(reading), warnings(reading)) == ([], [("column-without-header", "D1")])


def test_left_of_the_table_it_is_called_by_the_header_to_its_right(desk):
    rows = [[None, "工号", "姓名", "发改数"], [7, "A1", "甲一", 2], [8, "A2", "乙二", 3]]
    reading = desk.read(rows, **PERIOD)
    assert [each.value for each in reading.problems if not each.warning] == ["工号左边的A列"]


def test_a_second_column_of_remarks_has_a_header(desk, faults):
    reading = desk.read([["工号", "备注", "发改数", "备注"], ["A1", 1, 2, 3], ["A2", 1, 3, 3]], **PERIOD)
    assert (faults(reading), warnings(reading)) == ([], [])


@pytest.mark.parametrize("count", [3, 400])
def test_a_row_shifted_to_the_right_is_a_fault(desk, faults, count):
    rows = [[f"A{number}", f"甲{number}", 2, 90] for number in range(count)]
    rows[1] = ["A1", "甲1", None, 2, 90]
    reading = desk.read([["工号", "姓名", "发改数", "工作满意度"], *rows], **PERIOD)
    assert faults(reading)[:1] == [("row-shifted", "E3")]
    (problem,) = [each for each in reading.problems if each.code == "row-shifted"]
    assert (problem.value, problem.values["column"]) == ("90", "发改数")


def test_a_figure_beside_a_full_row_is_only_told(desk, faults):
    rows = [[f"A{number}", f"甲{number}", 2, 90] for number in range(6)]
    rows[1].append(92)
    reading = desk.read([["工号", "姓名", "发改数", "工作满意度"], *rows], **PERIOD)
    assert (faults(reading), warnings(reading)) == ([], [("column-without-header", "E1")])


def test_a_bare_figure_among_the_remarks_may_be_of_a_shifted_row(desk, faults):
    head = ["工号", "姓名", "发改数", "工作满意度", "备注"]
    rows = [[f"A{number}", f"甲{number}", 2, 90, "3月请假2天"] for number in range(4)]
    shifted = [*rows[:2], ["A9", "丙九", None, 2, 90], rows[3]]
    assert faults(desk.read([head, *shifted], **PERIOD)) == [("row-shifted", "E4")]
    for remark in ("新调入", "2天", None):
        told = [*rows[:2], ["A9", "丙九", None, 90, remark], rows[3]]
        assert faults(desk.read([head, *told], **PERIOD)) == []
    numbered = [[*row[:4], place] for place, row in enumerate(rows)]
    numbered[1][2] = None
    assert faults(desk.read([head, *numbered], **PERIOD)) == []
