"""One item in several columns of different times: that of the sheet's period is read, and no other."""

import pytest

from app.domain.periods import Period
from app.sheets.tables.spans import Fit, fit, is_span


def merged(*places):
    def dress(sheet):
        for place in places:
            sheet.merge_cells(place)

    return dress


def figures(reading):
    return {draft.item: draft.number for draft in reading.records}


def codes(reading):
    return [problem.code for problem in reading.problems]


@pytest.mark.parametrize(
    ("word", "period", "expected"),
    [
        ("本期", "2024Q1", Fit.OWN),
        ("本期数", "2024-03", Fit.OWN),
        ("本月", "2024-03", Fit.OWN),
        ("本月", "2024Q1", Fit.OTHER),
        ("本季度", "2024Q1", Fit.OWN),
        ("本年累计", "2024", Fit.OWN),
        ("本年累计", "2024Q1", Fit.OTHER),
        ("累计", "2024", Fit.OTHER),
        ("3月", "2024-03", Fit.OWN),
        ("三月份", "2024-03", Fit.OWN),
        ("2023年3月", "2024-03", Fit.OTHER),
        ("1-6月", "2024H1", Fit.OWN),
        ("一季度", "2024Q1", Fit.OWN),
        ("第二季度", "2024Q1", Fit.OTHER),
        ("2024年", "2024", Fit.OWN),
        ("2024年", "2024Q1", Fit.OTHER),
        ("去年同期", "2024Q1", Fit.COMPARED),
        ("同比增减（%）", "2024Q1", Fit.COMPARED),
        ("较上年同期增长", "2024Q1", Fit.COMPARED),
        ("环比", "2024Q1", Fit.COMPARED),
        ("排名", "2024Q1", Fit.COMPARED),
        ("合计", "2024Q1", Fit.SUM),
    ],
)
def test_a_word_over_a_column_tells_of_which_time_it_is(word, period, expected):
    assert is_span(word)
    assert fit(word, Period.parse(period)) is expected


@pytest.mark.parametrize("word", ["得分", "1", "12", "目标", "票数", "月份", "调解", "增减分", "期末"])
def test_other_words_tell_no_time(word):
    assert not is_span(word)


def test_the_present_figure_is_read_and_those_to_compare_are_told(desk, faults):
    rows = [
        ["2024年第一季度"],
        ["工号", "发改数", None, None],
        [None, "本期", "去年同期", "增减"],
        ["A1", 2, 3, -1],
    ]
    reading = desk.read(rows, dress=merged("A2:A3", "B2:D2"))
    assert (faults(reading), figures(reading), codes(reading)) == ([], {"gfs": 2}, ["column-of-other-time"])


def test_groups_of_times_over_items_are_told_apart(desk, faults):
    rows = [
        ["2024年第一季度"],
        ["工号", "上季度", None, "本季度", None],
        [None, "发改数", "工作满意度", "发改数", "工作满意度"],
        ["A1", 5, 80, 2, 90],
    ]
    reading = desk.read(rows, dress=merged("A2:A3", "B2:C2", "D2:E2"))
    assert (faults(reading), figures(reading)) == ([], {"gfs": 2, "my": 90})


def test_last_years_figure_alone_is_asked_about(desk, faults):
    reading = desk.read([["2024年第一季度"], ["工号", "去年同期发改数", "工作满意度"], ["A1", 5, 90]])
    assert faults(reading) == [("unknown-column", "B2")]


def test_another_quarter_alone_is_not_taken_for_this_one(desk, faults):
    reading = desk.read([["2024年第一季度"], ["工号", "发改数（二季度）", "工作满意度"], ["A1", 5, 90]])
    assert faults(reading) == [("no-column-of-period", "B2")]
    assert figures(reading) == {"my": 90}


def test_of_months_the_sheets_own_is_read(desk, faults):
    rows = [["2024年2月"], ["工号", "1月发改数", "2月发改数", "3月发改数"], ["A1", 1, 2, 3]]
    reading = desk.read(rows)
    assert (faults(reading), figures(reading)) == ([], {"gfs": 2})


def test_months_without_their_quarter_are_one_fault_for_all_items(desk, faults):
    rows = [
        ["2024年第一季度"],
        ["工号", "发改数", None, "工作满意度", None],
        [None, "1月", "2月", "1月", "2月"],
        ["A1", 1, 2, 90, 91],
    ]
    assert faults(desk.read(rows, dress=merged("A2:A3", "B2:C2", "D2:E2"))) == [("no-column-of-period", "B3")]


def months(sum_, word="合计"):
    return [["2024年第一季度"], ["工号", "发改数"], [None, "1月", "2月", "3月", word], ["A1", 1, 2, 3, sum_]]


def test_the_sum_of_just_the_periods_months_is_the_periods_figure(desk, faults):
    reading = desk.read(months(6), dress=merged("A2:A3", "B2:E2"))
    assert (faults(reading), figures(reading)) == ([], {"gfs": 6})


def test_a_sum_that_is_not_that_of_its_months_is_a_fault(desk, faults):
    assert faults(desk.read(months(7), dress=merged("A2:A3", "B2:E2"))) == [("months-differ", "E4")]


def test_what_has_come_so_far_is_no_sum_of_the_quarter(desk, faults):
    assert faults(desk.read(months(6, "累计"), dress=merged("A2:A3", "B2:E2"))) == [("no-column-of-period", "B3")]


def test_the_same_time_twice_is_a_fault(desk, faults):
    rows = [["2024年第一季度"], ["工号", "本期发改数", "本季度发改数"], ["A1", 1, 2]]
    assert faults(desk.read(rows)) == [("column-twice-which", "C2")]


def test_an_answer_of_the_clerk_goes_before_what_the_words_tell(desk, faults):
    rows = [["2024年第一季度"], ["工号", "去年同期发改数"], ["A1", 5]]
    reading = desk.read(rows, columns={"去年同期发改数": "发改数"})
    assert (faults(reading), figures(reading)) == ([], {"gfs": 5})
