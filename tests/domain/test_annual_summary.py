"""The year for outside: the rows of 中层以下干部年度考核统计表, and the text of 干部任免审批表."""

import pytest

from app.domain.analysis.annual_summary import COUNTED, SummaryLine, counted_as, counts, recent_text
from app.domain.grades.year_grades import YearGrade


@pytest.mark.parametrize(
    ("grade", "code", "row"),
    [
        ("优秀", "", "优秀"),
        ("合格", "", "称职"),
        ("基本合格", "", "基本称职"),
        ("不称职", "", "不称职"),
        ("不进行考核", "6A", "未参加考核"),
        ("不确定等次", "5A", "试用期不定等次"),
        ("不确定等次", "5B", "其他不定等次"),
        ("不确定等次", "", "其他不定等次"),
    ],
)
def test_the_two_outcomes_that_are_no_grade_are_counted_apart(grade, code, row):
    # 中层以下干部年度考核统计表: 优秀, 称职, 基本称职, 不称职, 未参加考核, 试用期不定等次
    assert counted_as(YearGrade(2024, grade, code)) == row


def test_what_is_only_proposed_counts_as_not_decided():
    assert counted_as(YearGrade(2024, "优秀", decided=False)) == "尚未评定"
    assert counted_as(None) == "尚未评定"


def test_everybody_is_counted_once():
    told = [YearGrade(2024, "优秀"), YearGrade(2024, "不确定等次", "5A"), None]
    lines = [SummaryLine(f"P{at}", "某", "民一庭", "审判员", "公务员", each, {}) for at, each in enumerate(told)]
    found = counts(lines)
    assert list(found) == list(COUNTED)
    assert sum(found.values()) == len(lines)


def test_the_last_three_years_read_as_the_cadre_form_prints_them():
    # 干部任免审批表: “…年年度考核“称职”等次”, without quotes for 不定等次
    years = {
        2021: YearGrade(2021, "优秀"),
        2022: YearGrade(2022, "称职"),
        2023: YearGrade(2023, "不确定等次", "5A"),
        2024: YearGrade(2024, "优秀"),
    }
    assert recent_text(years, 2024) == "2022年年度考核“称职”等次；2023年年度考核不定等次；2024年年度考核“优秀”等次。"


def test_a_proposal_is_never_printed_and_a_missing_year_is_left_out():
    years = {2022: YearGrade(2022, "不进行考核", "6A"), 2024: YearGrade(2024, "优秀", decided=False)}
    assert recent_text(years, 2024) == "2022年未参加年度考核。"
    assert recent_text({}, 2024) == ""
