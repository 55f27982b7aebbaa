from datetime import date

import pytest

from app.domain.due_days import due_rules
from app.domain.periods import Period
from app.domain.scheme.check import build_scheme
from app.domain.schemes import SchemeRow, SchemeText
from app.domain.workdays import PUBLISHED, Workdays

MARCH, QUARTER, YEAR = (Period.parse(code) for code in ("2024-03", "2024Q1", "2024"))


def test_a_number_of_working_days_jumps_over_the_holidays() -> None:
    # 2024-04-01 to 03 are working days, 04 to 06 is 清明, Sunday the 7th is worked, Monday the 8th is the fifth.
    assert due_rules("5个工作日").day(MARCH, PUBLISHED) == date(2024, 4, 8)
    assert due_rules("次月第5个工作日前").day(MARCH, PUBLISHED) == date(2024, 4, 8)
    assert due_rules("5").day(MARCH, Workdays()) == date(2024, 4, 5)


def test_a_day_of_the_next_month_is_that_day_or_the_months_last() -> None:
    assert due_rules("10日").day(QUARTER, PUBLISHED) == date(2024, 4, 10)
    assert due_rules("31日").day(QUARTER, PUBLISHED) == date(2024, 4, 30)
    assert due_rules("20日").day(YEAR, PUBLISHED) == date(2025, 1, 20)


def test_kinds_of_periods_may_differ() -> None:
    rules = due_rules("月：3日、季：10日；15日")
    assert [rules.day(each, PUBLISHED) for each in (MARCH, QUARTER, YEAR)] == [
        date(2024, 4, 3), date(2024, 4, 10), date(2025, 1, 15),
    ]  # fmt: skip
    assert due_rules("月:3日").day(QUARTER, PUBLISHED) is None
    assert due_rules("不设").day(MARCH, PUBLISHED) is None


@pytest.mark.parametrize("told", ["月底", "0个工作日", "32日", "旬:3日", "3日4日"])
def test_what_is_no_due_day_is_named(told: str) -> None:
    with pytest.raises(ValueError, match=told.replace("：", ":")):
        due_rules(told)


def test_a_scheme_with_a_due_day_that_nobody_understands_is_refused_at_its_cell() -> None:
    rows = [("方案名称", "甲"), ("年度", "2024"), ("报送期限", "月底"), ("节假日", "国庆")]
    told = tuple(
        SchemeRow({"项目": name, "内容": value}, {"项目": f"A{at}", "内容": f"B{at}"}, "方案")
        for at, (name, value) in enumerate(rows, 2)
    )
    _, problems = build_scheme(SchemeText("方案.xlsx", {"方案": told}))
    found = [(each.source.cell, each.values["part"]) for each in problems if each.code == "scheme-setting-unreadable"]
    assert found == [("B4", "月底"), ("B5", "国庆")]
