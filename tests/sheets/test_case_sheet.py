"""案件 and 台账."""

from datetime import date
from decimal import Decimal

import pytest

HEADER = [
    "案号",
    "案件字",
    "部门",
    "立案日期",
    "结案日期",
    "承办人",
    "合议庭成员",
    "个案系数",
    "系数说明",
    "超审限",
    "标的额（万元）",
]
ROW = {
    "案号": "(2024)东0681民初1号", "案件字": "民初", "部门": "民一庭", "立案日期": "2023-11-02", "结案日期": "2024.1.10",
    "承办人": "P02", "合议庭成员": "P03、P01", "个案系数": None, "系数说明": None, "超审限": "否", "标的额（万元）": 12.5,
}  # fmt: skip


def row(**told):
    return [(ROW | told)[name] for name in HEADER]


def test_a_case_has_roles_days_and_fields(desk, faults):
    reading = desk.read([["2024年第一季度结案清单"], HEADER, row(), ["合计", "1件"]])
    assert (faults(reading), reading.kind, reading.coverage) == ([], "案件", ("",))
    case = reading.records[0]
    assert (case.number, case.filed, case.closed) == ("（2024）东0681民初1号", date(2023, 11, 2), date(2024, 1, 10))
    assert [person.staff_no for person in case.roles["合议庭成员"]] == ["P03", "P01"]
    assert case.fields == {
        "案件字": "民初", "部门": "民一庭", "超审限": "否", "标的额": "12.5", "立案日期": "2023-11-02", "结案日期": "2024-01-10",
    }  # fmt: skip
    assert case.sources["承办人"].cell == "F3"


@pytest.mark.parametrize(
    "joined", ["P03、P01", "P03，P01", "P03;P01", "P03/P01", "P03\nP01", "Ｐ０３、P01", "P03、P01、P03"]
)
def test_people_of_a_role_are_split(desk, joined):
    case = desk.read([HEADER, row(合议庭成员=joined)], period="2024Q1").records[0]
    assert [person.staff_no for person in case.roles["合议庭成员"]] == ["P03", "P01"]


def test_people_may_be_named(desk):
    case = desk.read([HEADER, row(承办人="张　三", 合议庭成员="李四（P03）")], period="2024Q1").records[0]
    assert (case.roles["承办人"][0].name, case.roles["承办人"][0].division) == ("张三", "民一庭")
    assert (case.roles["合议庭成员"][0].name, case.roles["合议庭成员"][0].staff_no) == ("李四", "P03")


def test_an_own_factor_needs_its_reason(desk, faults):
    reading = desk.read(
        [HEADER, row(个案系数=2.5), row(案号="2号", 个案系数="1.5", 系数说明="重大疑难")], period="2024Q1"
    )
    assert faults(reading) == [("factor-without-reason", "H2")]
    assert (reading.records[0].own_factor, reading.records[0].own_reason) == (Decimal("1.5"), "重大疑难")


def test_faults_of_cases_are_all_told(desk, faults):
    rows = [
        HEADER,
        row(结案日期="2024-04-01"),
        row(案号="2号", 承办人=None),
        row(案号="（2024）民初3号"),
        row(案号="(2024) 民初３号"),
        row(案号="4号", 立案日期="2024-02-01"),
        row(案号=None),
    ]
    told = faults(desk.read(rows, period="2024Q1"))
    assert set(told) == {
        ("case-outside-period", "E2"), ("missing-value", "F3"), ("case-twice", "A5"), ("closed-before-filed", "E6"), ("missing-value", "A7"),
    }  # fmt: skip


def test_a_case_not_closed_is_told_and_left_out(desk, faults):
    reading = desk.read([HEADER, row(), row(案号="2号", 结案日期=None)], period="2024Q1")
    assert (faults(reading), len(reading.records)) == ([], 1)
    assert [problem.code for problem in reading.problems] == ["cases-not-closed"]


@pytest.mark.parametrize(
    ("total", "wrong"),
    [
        (["合计", None, "3件"], []),
        (["合计", None, "2件"], []),  # of the cases closed
        (["共3件"], []),
        (["合计：3件，其中未结1件"], []),
        (["合计", None, "4件"], [("cases-total-differs", "C5")]),
        (["共4件"], [("cases-total-differs", "A5")]),
    ],
)
def test_how_many_cases_a_list_says_that_it_has_is_checked(desk, faults, total, wrong):
    rows = [row(), row(案号="2号"), row(案号="3号", 结案日期=None)]
    reading = desk.read([HEADER, *rows, total], period="2024Q1")
    assert (faults(reading), reading.rows_read) == (wrong, 3)


def test_a_formula_in_place_of_the_closing_day_is_no_open_case(desk, faults):
    reading = desk.read([HEADER, row(结案日期="=TODAY()")], period="2024Q1")
    assert faults(reading) == [("formula-without-value", "E2")]


def test_ticks_become_words(desk):
    assert desk.read([HEADER, row(超审限=True)], period="2024Q1").records[0].fields["超审限"] == "是"


def test_without_a_period_case_and_ledger_sheets_are_refused(desk, faults):
    assert faults(desk.read([HEADER, row()])) == [("period-missing", "")]
    assert faults(desk.read([LEDGER, event()])) == [("period-missing", "")]


LEDGER = ["台账", "日期", "工号", "姓名", "事项", "级别", "分值", "次数", "成果标识"]


def event(**told):
    values = {
        "台账": "党建",
        "日期": "2024-02-06",
        "工号": "P02",
        "姓名": "乙二",
        "事项": "优秀党课",
        "级别": "院级",
        "分值": 1.5,
        "次数": None,
        "成果标识": None,
    }
    return [(values | told)[name] for name in LEDGER]


def test_events_and_what_the_sheet_covers(desk, faults):
    rows = [
        LEDGER,
        event(),
        event(分值=-1, 次数="2次"),
        event(台账="廉政", 日期=None, 工号=None, 姓名=None, 事项="零 报告", 分值=None),
    ]
    reading = desk.read(rows, period="2024Q1")
    assert (faults(reading), reading.kind, reading.coverage) == ([], "台账", ("党建", "廉政"))
    told = [(draft.points, draft.count, draft.ordinal) for draft in reading.records]
    assert told == [(Decimal("1.5"), None, 1), (Decimal(-1), Decimal(2), 2)]


def test_faults_of_events_are_all_told(desk, faults):
    rows = [
        LEDGER,
        event(日期="2024-04-01"),
        event(台账=None),
        event(事项=None),
        event(工号=None, 姓名=None),
        event(台账="廉政", 事项="零报告"),
        event(台账="党建", 工号=None, 姓名=None, 事项="零报告"),
        event(次数=-1),
    ]
    told = faults(desk.read(rows, period="2024Q1"))
    assert set(told) == {
        ("event-outside-period", "B2"), ("missing-value", "A3"), ("missing-value", "E4"), ("person-missing", "C5"),
        ("nothing-but-person", "C6"), ("count-below-zero", "H8"),
    }  # fmt: skip


def test_nothing_to_report_beside_events_is_a_fault(desk, faults):
    rows = [LEDGER, event(), event(工号=None, 姓名=None, 事项="零报告", 分值=None)]
    assert faults(desk.read(rows, period="2024Q1")) == [("nothing-but-events", "E3")]


def test_a_ledger_takes_the_name_that_the_book_knows(desk):
    reading = desk.read([LEDGER, event(台账="党 建"), event(台账="综治")], period="2024Q1", ledgers=("党建",))
    assert [draft.ledger for draft in reading.records] == ["党建", "综治"]
    assert [problem.code for problem in reading.problems] == ["unknown-ledger"]


@pytest.mark.parametrize(
    "number", ["（2024）溪民初3号、4号", "（2024）溪民初5、6号", "（2024）溪民初7号（2024）溪民初8号"]
)
def test_several_case_numbers_in_one_cell_are_a_fault(desk, faults, number):
    reading = desk.read([["周期：2024Q1"], ["案号", "承办人", "结案日期"], [number, "苏一", "2024-3-5"]])
    assert faults(reading) == [("case-numbers-several", "A3")]


@pytest.mark.parametrize("number", ["（2024）溪民初3号之一", "（2024）溪01民终4号", "（2024）溪执恢5-1号"])
def test_a_case_number_with_parts_is_one(desk, faults, number):
    reading = desk.read([["周期：2024Q1"], ["案号", "承办人", "结案日期"], [number, "苏一", "2024-3-5"]])
    assert (faults(reading), len(reading.records)) == ([], 1)


def test_a_day_without_its_year_is_of_the_sheets_period(desk, faults):
    rows = [
        ["周期：2024Q1"],
        ["案号", "承办人", "立案日期", "结案日期"],
        ["（2024）溪民初3号", "1.苏一*", "2023-12-1", "3月5日"],
    ]
    reading = desk.read(rows)
    assert faults(reading) == []
    assert reading.records[0].closed.isoformat() == "2024-03-05"
    assert reading.records[0].roles["承办人"][0].name == "苏一"


def test_the_day_of_filing_may_be_of_another_year_and_is_not_completed(desk, faults):
    rows = [
        ["周期：2024Q1"],
        ["案号", "承办人", "立案日期", "结案日期"],
        ["（2024）溪民初3号", "苏一", "3月1日", "3月5日"],
    ]
    assert faults(desk.read(rows)) == [("not-a-date", "C3")]


def test_a_month_is_no_day_of_closing_nor_of_an_event(desk, faults):
    cases = desk.read(
        [["周期：2024Q1"], ["案号", "承办人", "结案日期"], ["1号", "苏一", "2024.3"], ["2号", "苏一", 202402]]
    )
    assert faults(cases) == [("day-missing", "C3"), ("day-missing", "C4")]
    events = desk.read([LEDGER, event(日期="2024年2月")], period="2024Q1")
    assert faults(events) == [("day-missing", "B2")]


def test_the_hour_of_closing_is_left_out(desk, faults):
    rows = [["周期：2024Q1"], ["案号", "承办人", "结案日期"], ["1号", "苏一", "2024/3/5 10:20:00"]]
    reading = desk.read(rows)
    assert (faults(reading), reading.records[0].closed.isoformat()) == ([], "2024-03-05")
