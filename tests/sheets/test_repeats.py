"""Ditto marks: the record above where a column is one of words, never where figures stand."""

import pytest

PERIOD = ["周期：2024Q1"]
HEAD = ["姓名", "部门", "发改数"]


@pytest.mark.parametrize("mark", ["〃", "″", '"', "”", "同上", "同 上", "上同", "''"])
def test_a_ditto_mark_below_a_division_is_that_division(desk, faults, mark):
    reading = desk.read([PERIOD, HEAD, ["苏一", "民一庭", 2], ["林二", mark, 1]])
    assert faults(reading) == []
    assert [draft.person.division for draft in reading.records] == ["民一庭", "民一庭"]


def test_a_ditto_mark_below_a_ditto_mark_goes_on(desk):
    reading = desk.read([PERIOD, HEAD, ["苏一", "民一庭", 2], ["林二", "〃", 1], ["何三", "〃", 0]])
    assert [draft.person.division for draft in reading.records] == ["民一庭"] * 3


def test_a_ditto_mark_among_figures_is_a_fault(desk, faults):
    reading = desk.read([PERIOD, HEAD, ["苏一", "民一庭", 2], ["林二", "民一庭", "〃"]])
    assert faults(reading) == [("ditto-not-read", "C4")]
    assert [draft.number for draft in reading.records] == [2]


def test_a_ditto_mark_among_grades_is_a_fault(desk, faults):
    reading = desk.read([PERIOD, ["工号", "民主评议"], ["A1", "好"], ["A2", "同上"]])
    assert faults(reading) == [("ditto-not-read", "B4")]


def test_a_ditto_mark_in_the_first_row_has_nothing_above(desk, faults):
    assert faults(desk.read([PERIOD, HEAD, ["苏一", "〃", 2]])) == [("ditto-not-read", "B3")]


def test_a_ditto_mark_goes_on_over_the_header_of_a_new_page_but_not_over_a_total(desk, faults):
    page = desk.read([PERIOD, HEAD, ["苏一", "民一庭", 2], HEAD, ["林二", "〃", 1]])
    assert faults(page) == []
    total = desk.read([PERIOD, HEAD, ["苏一", "民一庭", 2], ["小计", None, 2], ["林二", "〃", 1]])
    assert faults(total) == [("ditto-not-read", "B5")]


def test_a_ditto_mark_below_a_hidden_row_may_mean_either(desk, faults):
    def dress(sheet):
        sheet.row_dimensions[4].hidden = True

    rows = [PERIOD, HEAD, ["苏一", "民一庭", 2], ["林二", "刑庭", 1], ["何三", "〃", 0]]
    assert faults(desk.read(rows, dress=dress)) == [("ditto-not-read", "B5")]


def test_in_a_large_table_ditto_marks_are_read_as_in_a_small_one(desk, faults):
    rows = [[f"A{number:03}", "民一庭" if number == 5 else "〃" if number > 5 else "刑庭", 1] for number in range(300)]
    rows[200][1] = "同上"
    reading = desk.read([PERIOD, ["工号", "部门", "发改数"], *rows])
    assert faults(reading) == []
    assert [draft.person.division for draft in reading.records][4:7] == ["刑庭", "民一庭", "民一庭"]
    assert {draft.person.division for draft in reading.records[5:]} == {"民一庭"}
