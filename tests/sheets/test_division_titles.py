"""Divisions in titles, in sheets' names and above tables side by side."""

import pytest

DIVISIONS = ("民事审判第一庭", "民事审判第二庭", "执行局", "审判管理办公室")


@pytest.mark.parametrize(
    ("title", "division"),
    [
        ("民事审判第一庭2024年第一季度", "民事审判第一庭"),
        ("江北区人民法院民一庭2024年第一季度数据", "民事审判第一庭"),
        ("2024年第一季度执行局数据表", "执行局"),
        ("2024年第一季度数据（审管办提供）", ""),
        ("执行局、民事审判第一庭2024年第一季度", ""),
        ("2024年第一季度考核办公会数据", ""),
        ("2024年第一季度民庭数据", ""),
        ("2024年第一季度", ""),
    ],
)
def test_the_one_division_that_a_title_names_is_likely(desk, title, division):
    reading = desk.read([["周期：2024Q1"], [title], ["姓名", "发改数"], ["甲", 2]], divisions=DIVISIONS)
    assert (reading.likely_division, reading.division) == (division, "")


def test_the_name_of_a_sheet_is_a_title_too(desk):
    rows = [["2024年第一季度"], ["姓名", "发改数"], ["甲", 2]]
    reading = desk.read_all({"民二庭": rows, "执行局": rows, "表三": rows}, divisions=DIVISIONS)
    assert [sheet.likely_division for sheet in reading.sheets] == ["民事审判第二庭", "执行局", ""]


def side_by_side(left, right):
    return [
        ["2024年第一季度"],
        [left, None, None, right],
        ["姓名", "发改数", None, "姓名", "发改数"],
        ["甲", 1, None, "甲", 2],
    ]


@pytest.mark.parametrize(("left", "right"), [("民事审判第一庭", "执行局"), ("部门：民事审判第一庭", "部门：执行局")])
def test_each_of_two_tables_side_by_side_is_of_the_division_above_it(desk, left, right):
    reading = desk.read(side_by_side(left, right), divisions=DIVISIONS)
    told = [(draft.person.division, draft.number) for draft in reading.records]
    assert told == [("民事审判第一庭", 1), ("执行局", 2)]


def test_one_division_over_two_halves_is_a_title(desk):
    reading = desk.read(side_by_side("执行局", None), divisions=DIVISIONS)
    assert [draft.person.division for draft in reading.records] == ["", ""]
    assert reading.likely_division == "执行局"
