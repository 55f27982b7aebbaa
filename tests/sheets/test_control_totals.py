"""The sheet's own totals are held against its rows, to the digits printed, with both figures told."""

import pytest

PERIOD = {"period": "2024Q1"}
HEAD = ["工号", "姓名", "发改数", "工作满意度", "任务完成率"]
ROWS = [["A1", "甲一", 2, 90, 98], ["A2", "乙二", 3, 81, 96]]


def told(desk, *totals, rows=ROWS):
    reading = desk.read([HEAD, *rows, *totals], **PERIOD)
    return [(each.code, each.source.cell) for each in reading.problems if not each.warning], reading


@pytest.mark.parametrize(
    "total",
    [
        ["合计", "2人", 5, 171, 97],  # the rate's mean is no sum, and is not checked
        ["合计", None, 5, "85.5", None],  # a total of marks may be their mean
        ["合 计：", None, "5件", None, None],
        ["合计", 2, 5, None, None],
        ["平均", None, 9, 9, 9],
        ["其中：女", None, 1, None, None],
    ],
)
def test_a_total_that_is_right_or_no_sum_is_passed_over(desk, total):
    assert told(desk, total)[0] == []


@pytest.mark.parametrize(
    ("total", "wrong"),
    [
        (["合计", None, 6, None, None], ("total-differs", "C4")),
        (["合计", None, None, 172, None], ("total-differs", "D4")),
        (["合计", "3人", 5, None, None], ("people-total-differs", "B4")),
        (["总计", 3, 5, None, None], ("people-total-differs", "B4")),
        (["民一庭小计", None, 4, None, None], ("total-differs", "C4")),
    ],
)
def test_a_wrong_total_is_a_fault(desk, total, wrong):
    assert told(desk, total)[0] == [wrong]


def test_both_figures_are_told(desk):
    (problem,) = [each for each in told(desk, ["合计", None, 6, None, None])[1].problems if not each.warning]
    assert (problem.value, problem.values["sum"], problem.values["rows"]) == ("6", "5", "第2至3行")


def test_a_subtotal_is_of_its_part_and_the_total_of_all(desk):
    rows = [*ROWS, ["小计", None, 5, None, None], ["A3", "丙三", 7, 70, 90], ["小计", None, 7, None, None]]
    assert told(desk, ["总计", "3人", 12, None, None], rows=rows)[0] == []
    assert told(desk, ["总计", None, 7, None, None], rows=rows)[0] == [("total-differs", "C7")]


def test_a_cell_that_cannot_be_read_is_told_by_itself_and_not_by_the_total(desk):
    rows = [["A1", "甲一", "两件", 90, 98], ["A2", "乙二", 3, 81, 96]]
    assert told(desk, ["合计", None, 5, None, None], rows=rows)[0] == [("not-a-number", "C2")]


TOP = ["合计", None, 5, 171, None]


def test_a_total_above_its_rows_is_held_against_those_below(desk):
    assert told(desk, rows=[TOP, *ROWS])[0] == []
    wrong, reading = told(desk, rows=[["合计", "3人", 6, 171, None], *ROWS])
    assert wrong == [("total-differs", "C2"), ("people-total-differs", "B2")]
    assert reading.problems[0].values["rows"] == "第3至4行"


def test_subtotals_may_stand_above_their_parts(desk):
    parts = [TOP, *ROWS, ["小计", None, 7, 70, None], ["A3", "丙三", 7, 70, 90]]
    assert told(desk, rows=[["总计", "3人", 12, 241, None], *parts])[0] == []
    parts[3] = ["小计", None, 8, 70, None]
    assert told(desk, rows=[["总计", "3人", 12, 241, None], *parts])[0] == [("total-differs", "C6")]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("共计2人，发改5件", []),
        ("共2人。", []),
        ("合计：2人，发改数共5件", []),
        ("以上共3人", ["people-total-differs"]),
        ("共计2人，发改6件", ["total-differs"]),
        ("共计2人，工作满意度172分", ["total-differs"]),
        ("共计2人，任务完成率97", []),  # a rate is no sum
        ("共计2人，新收9件", []),  # no column of this table
        ("合计：发改数2024年第一季度", []),  # a year is no sum
    ],
)
def test_a_line_that_counts_is_no_record_and_what_it_counts_is_checked(desk, line, wrong):
    codes, reading = told(desk, [line])
    assert codes == [(code, "A4") for code in wrong]
    assert reading.rows_read == 2
