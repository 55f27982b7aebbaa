"""Words over and behind an item's name: what merely sorts is passed over, what makes its figures others is never taken."""

import time

import pytest

from app.sheets.tables.senses import merely_sorts, tells_other_figures, turns


def merged(*places):
    def dress(sheet):
        for place in places:
            sheet.merge_cells(place)

    return dress


def figures(reading):
    return {draft.item: draft.number for draft in reading.records}


def asked(reading):
    return [(problem.code, problem.source.cell) for problem in reading.problems if problem.question]


@pytest.mark.parametrize(
    "group",
    ["办案情况", "审判质效", "一、办案质量（40分）", "数量指标", "核心指标", "任务完成情况", "考核内容", "收结案情况", "审判执行工作", "立案、审判", "扣分项"],
)  # fmt: skip
def test_a_group_that_merely_sorts_says_nothing_of_its_figures(desk, faults, group):
    rows = [
        ["2024年第一季度"],
        ["工号", "姓名", group, None],
        [None, None, "发改数", "工作满意度"],
        ["A1", "甲", 2, 90],
    ]
    reading = desk.read(rows, dress=merged("A2:A3", "B2:B3", "C2:D2"))
    assert (faults(reading), figures(reading)) == ([], {"gfs": 2, "my": 90})


@pytest.mark.parametrize(
    "group",
    ["年度任务", "目标", "全院平均", "权重", "考核得分", "刑事案件", "全院", "最低值", "预计数", "上年同期", "张三组"],
)
def test_a_group_that_may_turn_the_meaning_is_asked(desk, group):
    rows = [
        ["2024年第一季度"],
        ["工号", "姓名", group, None],
        [None, None, "发改数", "任务完成率"],
        ["A1", "甲", 2, 90],
    ]
    reading = desk.read(rows, dress=merged("A2:A3", "B2:B3", "C2:D2"))
    assert figures(reading) == {}
    assert asked(reading) == [("unknown-column", "C3"), ("unknown-column", "D3")]


def test_a_turning_group_over_every_figure_is_seen_without_a_merged_header(desk):
    rows = [["2024年第一季度"], [None, "年度任务", None], ["姓名", "发改数", "任务完成率"], ["甲", 2, 90]]
    reading = desk.read(rows, dress=merged("B2:C2"))
    assert asked(reading) == [("unknown-column", "B3"), ("unknown-column", "C3")]


def test_the_group_that_the_scheme_knows_is_no_question(desk, faults):
    rows = [
        ["2024年第一季度"],
        ["工号", "姓名", "张三组", None],
        [None, None, "发改数", "任务完成率"],
        ["A1", "甲", 2, 90],
    ]
    reading = desk.read(rows, dress=merged("A2:A3", "B2:B3", "C2:D2"), groups=("张三组",))
    assert (faults(reading), figures(reading)) == ([], {"gfs": 2, "rw": 90})


@pytest.mark.parametrize(
    "header", ["发改数（件）", "发改数（一季度）", "发改数（2024年1-3月）", "发改数（满分10分）", "发改数（必填）", "发改数*", "发改数（含再审）"]
)  # fmt: skip
def test_a_bracket_with_the_unit_the_period_or_the_full_marks_is_no_part(desk, faults, header):
    reading = desk.read([["2024年第一季度"], ["工号", header], ["A1", 2]])
    assert (faults(reading), figures(reading)) == ([], {"gfs": 2})


@pytest.mark.parametrize(
    "header",
    [
        "发改数（得分）",
        "发改数（分）",
        "发改数（目标）",
        "发改数（年度计划数）",
        "发改数（全院平均）",
        "发改数（刑事）",
        "发改数（排名）",
    ],
)
def test_a_bracket_that_turns_the_meaning_is_asked(desk, header):
    reading = desk.read([["2024年第一季度"], ["工号", header, "工作满意度"], ["A1", 2, 90]])
    assert (asked(reading), figures(reading)) == ([("unknown-column", "B2")], {"my": 90})


@pytest.mark.parametrize("header", ["发改数（2月）", "发改数（2023年）", "发改数（二季度）"])
def test_a_bracket_with_another_period_is_a_fault(desk, faults, header):
    reading = desk.read([["2024年第一季度"], ["工号", header, "工作满意度"], ["A1", 2, 90]])
    assert (faults(reading), figures(reading)) == ([("no-column-of-period", "B2")], {"my": 90})


def test_points_beside_the_figure_are_told_and_not_read(desk, faults):
    rows = [["2024年第一季度"], ["工号", "发改数", None], [None, "得分", "数量"], ["A1", 30, 2]]
    reading = desk.read(rows, dress=merged("A2:A3", "B2:C2"))
    assert (faults(reading), figures(reading)) == ([], {"gfs": 2})
    assert [problem.code for problem in reading.problems] == ["column-of-other-time"]


def test_points_are_the_figure_of_an_item_that_is_a_mark(desk, faults):
    rows = [["2024年第一季度"], ["工号", "工作满意度"], [None, "得分"], ["A1", 90]]
    reading = desk.read(rows, dress=merged("A2:A3"))
    assert (faults(reading), figures(reading)) == ([], {"my": 90})


@pytest.mark.parametrize(
    "text",
    [
        "办案",
        "质量、效率、效果",
        "（一）业务工作",
        "民一庭",
        "司法责任",
        "实际完成值",
        "审管办统计",
        "数据来源：审管办",
        "单位：件",
    ],
)
def test_a_sort_or_a_known_word(text):
    assert merely_sorts(text, {"民一庭"})


@pytest.mark.parametrize("text", ["民事", "执行案件", "全院", "2023年"])
def test_some_of_the_cases_or_another_year_is_no_mere_sort(text):
    assert not merely_sorts(text, ())


def test_a_note_of_an_item_called_so_turns_nothing():
    assert not turns("平均", "平均审理天数", is_score=False)
    assert turns("平均", "审理天数", is_score=False)


@pytest.mark.parametrize(
    "title",
    ["2024年第一季度结案任务计划表", "2024年办案任务书", "与上年同期对比表（上年同期数）", "年度目标", "去年同期数据"],
)
def test_a_title_of_plans_or_of_last_year(title):
    assert tells_other_figures(title)


@pytest.mark.parametrize(
    "title", ["2024年第一季度任务完成情况表", "办案任务及完成情况", "目标考核数据", "与上年同期对比表", "说明：按任务填写", "考核数据", "本季度工作情况统计表"]
)  # fmt: skip
def test_a_title_of_what_was_done(title):
    assert not tells_other_figures(title)


@pytest.mark.parametrize(("header", "shown"), [("发改数（%）", "%"), ("任务完成率（件）", "件")])
def test_a_unit_that_measures_something_else_is_a_fault(desk, faults, header, shown):
    reading = desk.read([["2024年第一季度"], ["工号", header], ["A1", 2]])
    assert faults(reading) == [("unit-differs", "B2")]
    assert reading.problems[0].values["shown"] == shown


@pytest.mark.parametrize("header", ["发改数（宗）", "工作满意度（%）", "任务完成率（百分比）"])
def test_units_that_may_stand_for_each_other_are_read(desk, faults, header):
    assert faults(desk.read([["2024年第一季度"], ["工号", header], ["A1", 2]])) == []


def test_a_title_that_tells_plans_is_asked_once_for_the_sheet_and_may_be_answered(desk, faults):
    title = "2024年第一季度结案任务计划表"
    rows = [[title], ["工号", "发改数", "任务完成率"], ["A1", 2, 90], ["A2", 3, 80]]
    assert asked(desk.read(rows)) == [("title-of-other-figures", "A1")]
    assert faults(desk.read(rows, columns={title: "本期"})) == []


def test_a_title_called_like_an_item_of_the_table_is_its_name():
    assert not tells_other_figures("2024年1月审判辅助人员协助任务", ["协助任务数"])
    assert tells_other_figures("2024年1月协助任务计划", ["协助任务数"])
    assert tells_other_figures("2024年1月结案任务", ["任务完成率"])


def test_the_title_of_a_second_table_and_the_name_of_the_sheet_are_looked_at_too(desk):
    rows = [["2024年第一季度"], ["工号", "姓名", "发改数"], ["A1", "甲", 2], ["任务计划表"]]
    rows += [["工号", "姓名", "任务完成率"], ["A1", "甲", 90]]
    assert asked(desk.read(rows, dress=merged("A4:C4"))) == [("title-of-other-figures", "4行")]
    reading = desk.read_all({"上年同期": [["2024年第一季度"], ["工号", "发改数"], ["A1", 2]]}).sheets[0]
    assert asked(reading) == [("title-of-other-figures", "")]


YEARS = [
    ["工号", "2023年", None, "2024年", None],
    [None, "发改数", "任务完成率", "发改数", "任务完成率"],
    ["A1", 5, 80, 2, 90],
]


def test_of_two_years_that_of_the_period_is_read_where_the_title_tells_the_quarter(desk, faults):
    rows = [["一季度对比表"], *YEARS]
    reading = desk.read(rows, name="2024Q1.xlsx", dress=merged("A2:A3", "B2:C2", "D2:E2"))
    assert (faults(reading), figures(reading)) == ([], {"gfs": 2, "rw": 90})


def test_of_two_years_that_of_the_period_is_asked_where_nothing_tells_the_quarter(desk):
    rows = [["对比表"], *YEARS]
    reading = desk.read(rows, name="2024Q1.xlsx", dress=merged("A2:A3", "B2:C2", "D2:E2"))
    assert asked(reading) == [("unknown-column", "D3"), ("unknown-column", "E3")]
    answers = {"2024年／发改数": "发改数", "2024年／任务完成率": "任务完成率"}
    answered = desk.read(rows, name="2024Q1.xlsx", dress=merged("A2:A3", "B2:C2", "D2:E2"), columns=answers)
    assert figures(answered) == {"gfs": 2, "rw": 90}


def test_two_columns_of_one_item_headed_otherwise_are_a_question_and_told_once(desk, faults):
    rows = [["2024年第一季度"], ["工号", "发改数（件）", "发改数"], ["A1", 2, 3]]
    assert asked(desk.read(rows)) == [("column-twice-which", "C2")]
    assert [problem.code for problem in desk.read(rows).problems] == ["column-twice-which"]
    reading = desk.read(rows, columns={"发改数（件）": "忽略"})
    assert (faults(reading), figures(reading)) == ([], {"gfs": 3})


def test_a_groups_name_that_is_not_merged_stands_over_its_further_columns_too(desk):
    rows = [
        ["2024年第一季度"],
        ["工号", "姓名", "年度任务", None],
        [None, None, "发改数", "任务完成率"],
        ["A1", "甲", 9, 1],
    ]
    reading = desk.read(rows)
    assert (asked(reading), figures(reading)) == ([("unknown-column", "C3"), ("unknown-column", "D3")], {})


def test_last_years_group_that_is_not_merged_is_told_for_both_its_columns(desk, faults):
    rows = [
        ["2024年第一季度"],
        ["工号", "去年同期", None, "本期", None],
        [None, "发改数", "任务完成率", "发改数", "任务完成率"],
        ["A1", 5, 80, 2, 90],
    ]
    reading = desk.read(rows)
    assert (faults(reading), figures(reading)) == ([], {"gfs": 2, "rw": 90})


def test_points_beside_each_item_under_groups_that_sort_are_told(desk, faults):
    rows = [
        ["2024年第一季度"],
        ["工号", "考核内容", None, None, None],
        [None, "质量指标", None, "效果指标", None],
        [None, "发改数", "得分", "任务完成率", "排名"],
        ["A1", 2, 8, 90, 1],
    ]
    reading = desk.read(rows, dress=merged("A2:A4", "B2:E2", "B3:C3", "D3:E3"))
    assert (faults(reading), figures(reading)) == ([], {"gfs": 2, "rw": 90})


def test_the_aim_beside_what_was_done_is_told(desk, faults):
    rows = [["2024年第一季度"], ["工号", "发改数", None, None], [None, "目标", "实际", "得分"], ["A1", 5, 2, 8]]
    reading = desk.read(rows, dress=merged("A2:A3", "B2:D2"))
    assert (faults(reading), figures(reading)) == ([], {"gfs": 2})


@pytest.mark.parametrize("header", ["发改数（目标：5件）", "发改数【件】", "发改数（不高于5件）"])
def test_a_bracket_that_tells_the_aim_itself_or_stands_in_other_signs_is_no_part(desk, faults, header):
    reading = desk.read([["2024年第一季度"], ["工号", header], ["A1", 2]])
    assert (faults(reading), figures(reading)) == ([], {"gfs": 2})


def test_a_long_word_of_many_readings_is_told_at_once():
    # Each of its words can be read in several ways: a pattern of all of them would try them all.
    began = time.process_time()
    assert merely_sorts("数量" * 25, ())
    assert not merely_sorts("数量" * 25 + "甲", ())
    assert not merely_sorts("数量" * 5000, ())
    assert time.process_time() - began < 0.5
