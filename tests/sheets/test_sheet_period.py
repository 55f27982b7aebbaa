"""The period of a sheet: --period, a cell, the file's name."""

from datetime import date

import pytest

from app.sheets.tables.period_texts import period_in, period_in_name

ROWS = [["工号", "发改数"], ["A1", 1]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("周期：2024Q1", "2024Q1"), ("2024年3月", "2024-03"), ("2024年第一季度考核数据表", "2024Q1"), ("2024年1季度", "2024Q1"),
        ("2024年上半年", "2024H1"), ("2024年度", "2024"), ("2024年3月份", "2024-03"), ("２０２４年３月", "2024-03"),
        ("2024年 第 四 季度", "2024Q4"), ("2024.3", "2024-03"), ("2024-03", "2024-03"), ("2024H2", "2024H2"),
        ("2024年度绩效考核表（第二季度）", "2024Q2"), ("2024年1-3月", "2024Q1"), ("2024年1月至6月", "2024H1"), ("2024年十二月", "2024-12"),
    ],
)  # fmt: skip
def test_a_text_tells_a_period(text, code):
    assert period_in(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月5日",
        "2024-03-05",
        "2024/3/5",
        "填表日期：2024年4月2日",
        "2024年13月",
        "2024Q5",
        "（2024）东0681民初1号",
        "方案2024版",
        "2023年、2024年",
        "2024年1-4月",
    ],
)
def test_a_full_date_and_a_mere_number_are_no_period(text):
    assert period_in(text) is None


@pytest.mark.parametrize(
    ("line", "code"), [("周期：2024", "2024"), ("考核周期：2024年度", "2024"), ("周期：2024-03", "2024-03")]
)
def test_what_is_labelled_as_the_period_may_be_a_bare_year(desk, faults, line, code):
    above = desk.read([[line], *ROWS])
    below = desk.read([*ROWS, [line]])
    assert (above.period.code, above.rows_read, faults(above)) == (code, 1, [])
    assert (below.period.code, below.rows_read, faults(below)) == (code, 1, [])


def test_a_file_name_may_tell_a_bare_year():
    assert period_in_name("数据-2024").code == "2024"
    assert period_in_name("数据-2024Q1").code == "2024Q1"
    assert period_in_name("民一庭") is None


@pytest.mark.parametrize(
    "cells",
    [["周期：2024Q1"], ["周期", "2024Q1"], ["部门：民一庭", "考核周期：2024年第一季度"], ["2024年第一季度数据"]],
)
def test_a_cell_above_the_table_tells_the_period(desk, faults, cells):
    reading = desk.read([cells, *ROWS])
    assert (faults(reading), reading.period.code) == ([], "2024Q1")


def test_a_cell_below_the_table_tells_it_too(desk, faults):
    reading = desk.read([*ROWS, ["注：周期：2024Q1"]])
    assert (faults(reading), reading.period.code) == ([], "2024Q1")


def test_the_file_name_tells_it(desk, faults):
    reading = desk.read(ROWS, name="数据-2024年3月.xlsx")
    assert (faults(reading), reading.period.code) == ([], "2024-03")


def test_the_clerk_tells_it(desk, faults):
    reading = desk.read(ROWS, period="2024-03")
    assert (faults(reading), reading.period.code) == ([], "2024-03")


def test_the_sheet_name_tells_it_where_nothing_else_does(desk, faults):
    reading = desk.read_all({"2024年3月": ROWS}).sheets[0]
    assert (faults(reading), reading.period.code) == ([], "2024-03")


def test_a_date_cell_shown_as_a_month_is_a_period_and_a_full_date_is_none(desk, faults):
    def dress(sheet):
        sheet["B1"].number_format = 'yyyy"年"m"月"'

    rows = [["周期", date(2024, 3, 1)], *ROWS]
    assert desk.read(rows, dress=dress).period.code == "2024-03"
    assert faults(desk.read(rows)) == [("period-missing", "")]


def test_without_any_period_the_sheet_is_refused_once(desk, faults):
    assert faults(desk.read([*ROWS, ["A2", 2]])) == [("period-missing", "")]


@pytest.mark.parametrize(
    ("cell", "name", "given", "code"),
    [
        ("周期：2024Q1", "表.xlsx", "2024Q2", "period-disagrees"),
        ("周期：2024Q1", "数据-2024Q2.xlsx", None, "period-name-disagrees"),
        (None, "数据-2024Q2.xlsx", "2024Q1", "period-name-disagrees"),
        ("周期：2024年3月5日", "表.xlsx", None, "period-unreadable"),
    ],
)
def test_disagreement_is_a_fault(desk, faults, cell, name, given, code):
    assert [each for each, _ in faults(desk.read([[cell], *ROWS], name=name, period=given))] == [code]


def test_two_cells_that_disagree_are_a_fault(desk, faults):
    assert faults(desk.read([["周期：2024Q1", "月份：2024-05"], *ROWS])) == [("period-cells-disagree", "A1")]


def test_a_title_left_over_from_the_last_quarter_is_a_fault(desk, faults):
    assert faults(desk.read([["2024年第一季度考核数据表"], ["周期：2024年第二季度"], *ROWS])) == [
        ("period-cells-disagree", "A1")
    ]
    assert faults(desk.read([["2024年第二季度考核数据表"], ["周期：2024Q2", "填报时间：2024年7月"], *ROWS])) == []


def test_the_year_in_a_title_says_nothing_against_a_quarter(desk, faults):
    reading = desk.read([["2024年度中层干部考核"], ["周期：2024Q1"], *ROWS], name="2024年度数据.xlsx")
    assert (faults(reading), reading.period.code) == ([], "2024Q1")


@pytest.mark.parametrize(
    "text",
    ["统计期间：2024年1月1日至2024年3月31日", "2024年1月1日—3月31日考核数据", "考核数据（2024.1.1-3.31）"],
)
def test_the_first_and_the_last_day_tell_a_period(desk, faults, text):
    reading = desk.read([[text], ["工号", "发改数"], ["A1", 1]])
    assert (faults(reading), reading.period.code) == ([], "2024Q1")


def test_days_that_are_no_period_tell_none(desk, faults):
    assert faults(desk.read([["2024年1月1日至3月25日"], ["工号", "发改数"], ["A1", 1]])) == [("period-missing", "")]


def test_the_period_over_the_columns_is_the_sheets_where_nothing_else_tells_it(desk, faults):
    reading = desk.read([["工号", "2024年第一季度发改数"], ["A1", 1]])
    assert (faults(reading), reading.period.code, len(reading.records)) == ([], "2024Q1", 1)
    several = desk.read([["工号", "发改数（2024年一季度）", "发改数（2023年一季度）"], ["A1", 1, 2]])
    assert faults(several) == [("period-missing", "")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2024年第Ⅰ季度", "2024Q1"), ("2024年第IV季度", "2024Q4"), ("2024年首季度", "2024Q1"), ("2024年一至三月份", "2024Q1"),
        ("2024年第一、二季度", "2024H1"), ("2024年一至二季度", "2024H1"), ("2024年第一季度至第二季度", "2024H1"),
        ("2024年1月、2月、3月", "2024Q1"), ("2024年1月-2024年3月", "2024Q1"), ("2024Q3-Q4", "2024H2"),
        ("二〇二四年第一季度", "2024Q1"), ("二零二四年三月", "2024-03"), ("2024年度考核表（1-3月）", "2024Q1"),
    ],
)  # fmt: skip
def test_parts_of_a_year_are_read_as_people_write_them(text, code):
    assert period_in(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        "2024年第五季度", "2024年第十一季度", "2024年前三季度", "2024年度考核表（前三季度）", "2024年上、下半年", "2024年二、三季度",
        "2024年末季度", "2024年季度考核表", "2024年1月至今", "2024年度数据（截至3月）", "2024年三月五日", "2024年12月-2025年2月",
    ],
)  # fmt: skip
def test_a_part_that_is_not_understood_is_neither_the_year_nor_a_piece_of_it(text):
    assert period_in(text) is None


def test_a_title_that_cannot_be_understood_is_a_fault_even_where_the_files_name_tells_a_period(desk, faults):
    rows = [["2024年第五季度考核数据表"], *ROWS]
    assert faults(desk.read(rows, name="数据-2024Q1.xlsx")) == [("title-period-unclear", "A1")]
    assert desk.read(rows, period="2024Q1").period.code == "2024Q1"


def test_a_label_below_the_table_is_set_against_the_title(desk, faults):
    below = [["周期：2023年第四季度"]]
    assert faults(desk.read([["2024.3考核情况统计表"], *ROWS, *below])) == [("period-cells-disagree", "A4")]
    assert desk.read([["2023年度考核情况统计表"], *ROWS, *below]).period.code == "2023Q4"


def test_a_month_without_a_year_needs_one_from_elsewhere(desk, faults):
    rows = [["工号", "月份", "发改数"], ["A1", "3月", 1]]
    assert faults(desk.read(rows)) == [("month-without-year", "B2")]
    assert [draft.period.code for draft in desk.read(rows, period="2024Q1").records] == ["2024-03"]
    assert [draft.period.code for draft in desk.read(rows, name="数据-2024.xlsx").records] == ["2024-03"]
