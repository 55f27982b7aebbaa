"""Units beside the figures: another size than the item's is a fault wherever it is told; an organisation is no unit."""

import pytest

from app.sheets.tables.units import is_another_size, units_in

PERIOD = ["周期：2024Q1"]
HEAD = ["工号", "部门", "发改数"]
ROW = ["A1", "民一庭", 3]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("件、分", ("件", "分")),
        ("万件", ("万件",)),
        ("件/人", ("件", "人")),
        ("人民法院", ()),
        ("分局", ()),
        ("民一庭", ()),
    ],
)
def test_a_text_of_nothing_but_units_is_told(text, units):
    assert units_in(text) == units


@pytest.mark.parametrize(
    ("shown", "own", "differs"), [("万件", "件", True), ("元", "万元", True), ("‰", "%", True), ("分", "件", False)]
)
def test_another_size_is_told_from_another_unit(shown, own, differs):
    assert is_another_size(shown, own) is differs


@pytest.mark.parametrize(
    "line", [["单位：万件"], ["计量单位:万件"], ["一季度数据（单位：万件）"], ["单位", "万件"], ["单位：万件、分"]]
)
def test_a_unit_above_the_table_in_another_size_is_a_fault(desk, faults, line):
    reading = desk.read([PERIOD, line, HEAD, ROW])
    assert [code for code, _ in faults(reading)] == ["sheet-unit-differs"]
    assert reading.division == ""


@pytest.mark.parametrize(
    "line", [["单位：件"], ["单位：件、%"], ["单位：溪山县人民法院"], ["单位", "溪山县人民法院"], ["单位：%"]]
)
def test_the_items_own_unit_or_an_organisation_is_none(desk, faults, line):
    reading = desk.read([PERIOD, line, HEAD, ROW])
    assert (faults(reading), reading.division) == ([], "")


def test_a_division_called_unit_stays_a_division(desk):
    assert desk.read([PERIOD, ["单位：政治部"], ["工号", "发改数"], ["A1", 3]]).division == "政治部"


def test_the_headers_own_unit_goes_before_the_lines(desk, faults):
    assert faults(desk.read([PERIOD, ["单位：万件"], ["工号", "发改数（件）"], ["A1", 3]])) == []


@pytest.mark.parametrize("row", [[None, None, "(万件)"], ["单位", "/", "万件"]])
def test_a_row_of_units_below_the_header_is_held_against_the_items(desk, faults, row):
    reading = desk.read([PERIOD, HEAD, row, ROW])
    assert faults(reading) == [("unit-differs", "C3")]
    assert [skipped.row for skipped in reading.skipped] == [3]


def test_a_column_of_units_is_held_against_the_items(desk, faults):
    rows = [PERIOD, ["工号", "数据项", "数值", "单位"], ["A1", "发改数", 3, "万件"], ["A2", "发改数", 3, "件"]]
    reading = desk.read(rows)
    assert faults(reading) == [("unit-differs", "D3")]
    assert [draft.person.staff_no for draft in reading.records] == ["A2"]
