"""数据 sheets, wide and long."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.entries import State

TITLE = ["2024年第一季度考核数据表"]
HEADER = ["序号", "工号", "姓名", "任务完成率（%）", "工作满意度"]


def values(reading):
    return {(draft.person.staff_no, draft.item): draft.number for draft in reading.records}


def test_a_decent_sheet_gives_every_value_with_its_cell(desk, faults):
    reading = desk.read([TITLE, ["部门：办公室", None, None, "周期：2024Q1"], HEADER, [1, "A01", "张　三", 98, "92"]])
    assert faults(reading) == []
    assert (reading.kind, reading.period.code, reading.division) == ("数据", "2024Q1", "办公室")
    first, second = reading.records
    assert (first.item, first.number, first.sources["value"].cell) == ("rw", Decimal(98), "D4")
    assert (second.item, second.number, second.sources["value"].cell) == ("my", Decimal(92), "E4")
    assert (first.person.name, first.person.division, first.person.source.cell) == ("张三", "办公室", "B4")


def test_the_four_kinds_of_nothing_are_told_apart(desk, faults):
    rows = [["周期：2024Q1"], ["工号", "工作满意度"]]
    rows += [
        ["A1", None],
        ["A2", "/"],
        ["A3", "—"],
        ["A4", "--"],
        ["A5", "不适用"],
        ["A6", "免"],
        ["A7", "免计（产假）"],
        ["A8", 0],
    ]
    reading = desk.read(rows)
    assert faults(reading) == []
    states = [draft.state for draft in reading.records]
    assert states == [State.EMPTY, *[State.NOT_APPLICABLE] * 4, State.EXCUSED, State.EXCUSED, State.VALUE]
    assert reading.records[6].note == "产假"
    assert reading.records[7].number == 0


@pytest.mark.parametrize(
    ("shown", "number"),
    [
        ("１００", "100"), ("９２．５", "92.5"), ("1,234.5", "1234.5"), ("1，234", "1234"), (" 88 ", "88"), ("－3", "-3"),
        ("92分", "92"), (89.6, "89.6"), (1e-07, "0.0000001"), (0.1, "0.1"), (95.0, "95"),
    ],
)  # fmt: skip
def test_numbers_come_exactly(desk, faults, shown, number):
    reading = desk.read([["周期：2024Q1"], ["工号", "工作满意度"], ["A1", shown]])
    assert faults(reading) == []
    assert f"{reading.records[0].number:f}" == number


@pytest.mark.parametrize("shown", ["两次", "1..0", "90左右", "1、2", "1e3", "无", True, "12件"])
def test_what_is_no_number_is_a_fault_with_its_cell(desk, faults, shown):
    reading = desk.read([["周期：2024Q1"], ["工号", "工作满意度"], ["A1", shown]])
    assert faults(reading) == [("not-a-number", "B3")]


def test_a_number_that_became_a_date_is_a_fault(desk, faults):
    reading = desk.read([["周期：2024Q1"], ["工号", "发改数"], ["A1", date(2024, 3, 5)]])
    assert faults(reading) == [("date-for-number", "B3")]


def test_a_percent_cell_counts_by_the_unit_of_its_item(desk, faults):
    def dress(sheet):
        sheet["B3"].number_format = "0.0%"
        sheet["C3"].number_format = "0%"

    reading = desk.read([["周期：2024Q1"], ["工号", "任务完成率", "工作满意度"], ["A1", 0.985, 0.5]], dress=dress)
    assert faults(reading) == []
    assert values(reading) == {("A1", "rw"): Decimal("98.5"), ("A1", "my"): Decimal("0.5")}


def test_a_count_in_percent_is_told_and_taken_as_the_contract_says(desk, faults):
    def dress(sheet):
        sheet["B3"].number_format = "0%"

    rows = [["周期：2024Q1"], ["工号", "发改数"], ["A1", 0.12], ["A2", "12%"], ["A3", "12％"]]
    reading = desk.read(rows, dress=dress)
    assert faults(reading) == []
    assert [(each.code, each.source.cell) for each in reading.problems] == [
        ("percent-for-count", cell) for cell in ("B3", "B4", "B5")
    ]
    assert set(values(reading).values()) == {Decimal("0.12")}


@pytest.mark.parametrize("header", ["任务完成率（‰）", "发改数（百件）", "发改数（单位：万件）"])
def test_a_unit_of_another_size_in_the_header_is_a_fault(desk, faults, header):
    assert faults(desk.read([["周期：2024Q1"], ["工号", header], ["A1", 3]])) == [("unit-differs", "B2")]


@pytest.mark.parametrize("header", ["任务完成率（％）", "发改数（件）", "工作满意度（百分）", "发改数（含发回重审）"])
def test_the_own_unit_or_a_note_in_the_header_is_none(desk, faults, header):
    assert faults(desk.read([["周期：2024Q1"], ["工号", header], ["A1", 3]])) == []


def test_a_percent_text_counts_by_the_unit_of_its_item(desk):
    reading = desk.read([["周期：2024Q1"], ["工号", "任务完成率", "工作满意度"], ["A1", "98%", "50％"]])
    assert values(reading) == {("A1", "rw"): Decimal(98), ("A1", "my"): Decimal("0.5")}


def test_a_fraction_for_a_percent_item_is_told(desk):
    reading = desk.read([["周期：2024Q1"], ["工号", "任务完成率"], ["A1", 0.98]])
    assert [problem.code for problem in reading.problems if problem.warning] == ["percent-suspicious"]
    assert reading.records[0].number == Decimal("0.98")


def test_an_error_and_an_uncalculated_formula_are_never_empty(desk, faults):
    reading = desk.read([["周期：2024Q1"], ["工号", "工作满意度", "发改数"], ["A1", "#DIV/0!", "=1+1"]])
    assert faults(reading) == [("cell-error", "B3"), ("formula-without-value", "C3")]
    assert reading.records == ()


def test_staff_numbers_made_numbers_come_as_text(desk):
    def dress(sheet):
        sheet["A4"].number_format = "0000"

    reading = desk.read([["周期：2024Q1"], ["工号", "发改数"], [1001, 1], [7, 2], ["Ａ０２", 3]], dress=dress)
    assert [draft.person.staff_no for draft in reading.records] == ["1001", "0007", "A02"]


def test_a_word_item_takes_words(desk, faults):
    reading = desk.read([["周期：2024Q1"], ["工号", "民主评议"], ["A1", "较 好"], ["A2", "/"]])
    assert faults(reading) == []
    assert [(draft.state, draft.word) for draft in reading.records] == [
        (State.VALUE, "较 好"),
        (State.NOT_APPLICABLE, ""),
    ]


def test_columns_are_found_by_code_and_without_unit(desk):
    reading = desk.read([["周期：2024Q1"], ["工号", "GFS", "工作满意度(分)（满分100）"], ["A1", 2, 90]])
    assert values(reading) == {("A1", "gfs"): Decimal(2), ("A1", "my"): Decimal(90)}


def test_an_unknown_column_is_a_question(desk):
    reading = desk.read([["周期：2024Q1"], ["工号", "发改数", "奇怪的列"], ["A1", 2, 5]])
    problem = next(each for each in reading.problems if each.code == "unknown-column")
    assert (problem.question, problem.source.cell, problem.value) == (True, "C2", "奇怪的列")


def test_a_counted_item_is_told_and_not_read(desk, faults):
    reading = desk.read([["周期：2024Q1"], ["工号", "发改数", "承办结案"], ["A1", 2, 5]])
    assert faults(reading) == []
    assert [problem.code for problem in reading.problems] == ["item-is-counted"]
    assert values(reading) == {("A1", "gfs"): Decimal(2)}


def test_one_person_twice_is_a_fault(desk, faults):
    reading = desk.read([["周期：2024Q1"], ["工号", "发改数"], ["A1", 2], ["a1", 3]])
    assert faults(reading) == [("person-twice", "A4")]


def test_two_columns_of_one_item_are_a_fault(desk, faults):
    reading = desk.read([["周期：2024Q1"], ["工号", "发改数", "发改数（件）"], ["A1", 2, 3]])
    assert ("column-twice-which", "C2") in faults(reading)


def test_a_row_that_names_nobody_is_a_fault(desk, faults):
    reading = desk.read([["周期：2024Q1"], ["工号", "姓名", "发改数"], ["A1", "甲一", 2], [None, None, 3]])
    assert faults(reading) == [("person-missing", "A4")]


def test_people_may_be_named_by_name_and_division(desk, faults):
    reading = desk.read([["周期：2024Q1"], ["姓名", "部门", "发改数"], ["甲 一", "民一庭", 2]])
    assert faults(reading) == []
    person = reading.records[0].person
    assert (person.staff_no, person.name, person.division) == ("", "甲一", "民一庭")


def test_every_fault_is_told_at_once(desk, faults):
    reading = desk.read([["周期：2024Q1"], ["工号", "发改数", "工作满意度"], ["A1", "x", "y"], [None, "z", 1]])
    codes = [code for code, _ in faults(reading)]
    assert codes == ["not-a-number", "not-a-number", "person-missing", "not-a-number"]


def test_a_long_sheet_gives_a_value_a_row(desk, faults):
    rows = [
        ["周期：2024Q1"],
        ["工号", "数据项", "数值", "月份", "说明"],
        ["A1", "发改数", 2, "2024-01", "一月"],
        ["A1", "gfs", "免计", "2月", "产假"],
        ["A1", "工作满意度", 90, None, None],
    ]
    reading = desk.read(rows)
    assert faults(reading) == []
    told = [(draft.item, draft.period.code, draft.state, draft.number, draft.note) for draft in reading.records]
    assert told == [
        ("gfs", "2024-01", State.VALUE, Decimal(2), "一月"),
        ("gfs", "2024-02", State.EXCUSED, None, "产假"),
        ("my", "2024Q1", State.VALUE, Decimal(90), ""),
    ]


def test_a_month_shown_by_a_date_cell_is_a_month(desk, faults):
    def dress(sheet):
        sheet["D3"].number_format = 'yyyy"年"m"月"'

    rows = [["周期：2024Q1"], ["工号", "数据项", "数值", "月份"], ["A1", "发改数", 2, date(2024, 2, 1)]]
    assert desk.read(rows, dress=dress).records[0].period.code == "2024-02"
    assert faults(desk.read(rows)) == [("period-unreadable", "D3")]


def test_a_month_outside_the_period_and_an_unknown_item_are_faults(desk, faults):
    rows = [
        ["周期：2024Q1"],
        ["工号", "数据项", "数值", "月份"],
        ["A1", "发改数", 2, "2024-04"],
        ["A1", "没有的", 1, None],
    ]
    assert faults(desk.read(rows)) == [("period-outside", "D3"), ("unknown-item", "B4")]


PHONES = [["姓名", "部门", "职务", "办公电话", "房间号"], ["苏一", "民一庭", "审判员", 6001, 305]]


def test_a_sheet_that_has_nothing_to_do_with_the_scheme_is_one_fault_that_tells_what_was_looked_for(desk, faults):
    reading = desk.read(PHONES)
    assert faults(reading) == [("no-item-columns", "A1")]
    (problem,) = reading.problems
    assert problem.values["items"] == "工作满意度、任务完成率、发改数、民主评议"
    assert "“办公电话”" in problem.value
    assert reading.records == ()


def test_a_list_of_who_was_there_is_told_by_its_words(desk, faults):
    rows = [["2024年第一季度会议签到"], ["姓名", "第一次", "第二次"], ["苏一", 1, 0]]
    assert faults(desk.read(rows)) == [("no-item-columns", "A2")]


def test_columns_called_like_a_data_item_are_asked_for_all_the_same(desk, faults):
    rows = [["姓名", "发回改判", "满意程度"], ["苏一", 1, 95]]
    asked = [("period-missing", ""), ("unknown-column", "B1"), ("unknown-column", "C1")]
    assert faults(desk.read(rows)) == asked


def test_figures_about_people_in_a_period_may_be_data_and_are_asked_for(desk, faults):
    assert faults(desk.read([["周期：2024Q1"], ["姓名", "审结"], ["苏一", 30]])) == [("unknown-column", "B2")]


def test_a_table_that_lies_across_is_one_fault(desk, faults):
    rows = [["周期：2024Q1"], ["姓名", "苏一", "林二"], ["发改数", 2, 1], ["工作满意度", 90, 95]]
    assert faults(desk.read(rows)) == [("table-lies-across", "A3")]


def test_a_small_table_about_divisions_beside_or_below_is_not_read_and_told(desk, faults):
    head = ["姓名", "部门", "发改数"]
    beside = desk.read([["周期：2024Q1"], [*head, None, "部门", "发改数"], ["苏一", "民一庭", 2, None, "民一庭", 2]])
    assert (faults(beside), [problem.code for problem in beside.problems]) == ([], ["table-beside-unread"])
    below = desk.read(
        [["周期：2024Q1"], head, ["苏一", "民一庭", 2], [], ["部门", "发改数"], ["民一庭", 2], ["合计", 9]]
    )
    assert (faults(below), [skipped.row for skipped in below.skipped]) == ([], [5, 6, 7])
    assert [draft.number for draft in (*beside.records, *below.records)] == [2, 2]


def test_below_a_small_table_people_are_people_again(desk):
    head = ["姓名", "部门", "发改数"]
    rows = [["周期：2024Q1"], head, ["苏一", "民一庭", 2], ["部门", "发改数"], ["民一庭", 2], [], ["林二", "刑庭", 1]]
    assert [draft.person.name for draft in desk.read(rows).records] == ["苏一", "林二"]


def test_a_sum_after_each_persons_months_is_no_month(desk, faults):
    rows = [["周期：2024Q1"], ["姓名", "月份", "发改数"], ["苏一", "1月", 2], ["苏一", "2月", 1], ["苏一", "合计", 3]]
    reading = desk.read(rows)
    assert (faults(reading), len(reading.records)) == ([], 2)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("1.苏一", "苏一"),
        ("（2）苏一", "苏一"),
        ("3、苏 一", "苏一"),
        ("4　苏一", "苏一"),
        ("苏一*", "苏一"),
        ("★苏一※", "苏一"),
    ],
)
def test_a_running_number_and_stars_are_no_part_of_a_name(desk, told, name):
    reading = desk.read([["周期：2024Q1"], ["姓名", "发改数"], [told, 1]])
    assert [draft.person.name for draft in reading.records] == [name]


@pytest.mark.parametrize("name", ["苏一（新）", "苏**", "苏一①", "苏一2"])
def test_what_may_tell_two_people_apart_stays_with_the_name(desk, name):
    reading = desk.read([["周期：2024Q1"], ["姓名", "发改数"], [name, 1]])
    assert [draft.person.name for draft in reading.records] == [name]
