"""案件: conditions, roles, coefficients and their order, single rulings (contract, section 4, 案件系数)."""

from decimal import Decimal

import pytest

from app.domain.cases import Ruling
from tests.domain.made_up import HEAD, case, covered, evaluation, facts, person, results, scheme_of

FACTORS = """字段|取值|系数|次序
部门+案件字|民一庭+民初|1.2|1
案由|建设*|1.5|2
案件字|民初|1|3
案件字|执*|0.8|4
角色|承办人|0.6|
角色|审判长|0.3|
角色|合议庭成员|0.2|"""


def scheme(formula, factors=FACTORS, points=""):
    sheets = {"案件系数": factors} if factors else {}
    return scheme_of(
        方案=f"{HEAD['方案']}\n案件基础分|{points}",
        数据项=f"编码|名称|类型|算式\nx|甲数|案件|{formula}",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|公式|式=x|",
        **sheets,
    )


def node(formula, *cases, factors=FACTORS, points=""):
    told = facts([person("P1"), person("P2")], cases, covered(""))
    return results(scheme(formula, factors, points), told)["P1"].tree.find("A")


def score(formula, *cases, **more):
    found = node(formula, *cases, **more)
    return found.score if found.score is None else f"{found.score}"


MINE = {"承办人": "P1"}


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        ("", "4.00"),
        ('角色="承办人"', "2.00"),
        ('角色="承办人" 或 角色="合议庭成员"', "3.00"),
        ('超审限=="是"', "2.00"),
        ('超审限!="是"', "2.00"),
        ('超审限==""', "1.00"),
        ("标的额>100", "1.00"),
        ("标的额<100", "1.00"),
        ('非 程序=="简易"', "3.00"),
        ('结案日期>="2024-02-01"', "3.00"),
        ('案号=="4"', "1.00"),
        ('书记员!=""', "1.00"),
        ('没有的列==""', "4.00"),
        ('没有的列=="是"', "0.00"),
    ],
)
def test_conditions_over_the_columns_of_the_list(condition, count):
    cases = (
        case("1", "2024-01-05", 承办人="P1", 超审限="是", 标的额="250", 程序="普通"),
        case("2", "2024-02-05", 承办人="P1", 超审限="否", 标的额="99.5", 程序="简易"),
        case("3", "2024-02-06", 合议庭成员="P1、P2", 超审限="", 标的额="", 程序="普通"),
        case("4", "2024-03-31", 书记员="P1", 超审限="是", 程序="普通"),
        case("5", "2024-02-06", 承办人="P2", 超审限="是"),
    )
    assert score(f"件数({condition})", *cases) == count


def test_a_column_is_found_whatever_its_blanks_brackets_and_width():
    written = case("1", 承办人="P1", **{"标的额（万元）": "250", "超 审限": "是"})
    assert score("件数(标的额>100 且 超审限==“是”)", written) == "1.00"


def test_only_cases_closed_in_the_period_count():
    assert score("件数()", case("1", "2023-12-31", **MINE), case("2", "2024-04-01", **MINE)) == "0.00"


@pytest.mark.parametrize(
    ("fields", "points"),
    [
        ({"部门": "民一庭", "案件字": "民初", "案由": "建设工程"}, "1.20"),  # 次序 1 before 2
        ({"部门": "民二庭", "案件字": "民初", "案由": "建设工程施工"}, "1.50"),
        ({"部门": "民二庭", "案件字": "民初", "案由": "借款"}, "1.00"),
        ({"案件字": "执异"}, "0.80"),
        ({"案件字": "执"}, "0.80"),
        ({"部门": "民 一庭", "案件字": "民　初"}, "1.20"),
        ({"案件字": "刑初"}, "0.00"),
        ({}, "0.00"),
    ],
)
def test_the_first_row_that_fits_in_their_order_wins(fields, points):
    assert score("折算()/0.6", case("1", **MINE, **fields)) == points


def test_the_order_is_the_number_and_not_the_row():
    factors = "字段|取值|系数|次序\n案件字|民*|2|9\n案件字|民初|3|1"
    assert score("折算()", case("1", **MINE, 案件字="民初"), factors=factors) == "3.00"
    assert score("折算()", case("1", **MINE, 案件字="民终"), factors=factors) == "2.00"


def test_without_an_order_the_rows_come_as_they_stand():
    factors = "字段|取值|系数\n案件字|民*|2\n案件字|民初|3"
    assert score("折算()", case("1", **MINE, 案件字="民初"), factors=factors) == "2.00"


def test_points_are_base_times_coefficient_times_role():
    # 10 × 1.5 × 0.6 = 9
    assert score("折算()", case("1", **MINE, 案由="建设工程"), points="10") == "9.00"


def test_a_case_s_own_factor_replaces_the_coefficient_and_keeps_the_role():
    told = node("折算()", case("1", own="3", **MINE, 案由="建设工程"))
    assert f"{told.score}" == "1.80"
    assert told.steps[0].text == "1 承办人：1 × 3（个案系数：案情重大）× 0.6"


def test_a_ruling_goes_before_all():
    ruling = Ruling("1", Decimal(2), "审判委员会认定")
    told = facts([person("P1")], case("1", own="3", **MINE, 案由="建设工程"), ruling, covered(""))
    assert f"{results(scheme('折算()'), told)['P1'].total}" == "1.20"


def test_of_several_roles_that_the_condition_admits_the_highest_factor_counts_once():
    both = case("1", 承办人="P1", 审判长="P1", 合议庭成员="P1", 案由="建设")
    assert score("折算()", both) == "0.90"
    assert score('折算(角色="审判长" 或 角色="合议庭成员")', both) == "0.45"
    assert score("件数()", both) == "1.00"


def test_a_case_that_nothing_fits_counts_zero_and_is_told():
    unmatched = case("X1", **MINE, 案件字="刑初")
    assert score("折算()", unmatched) == "0.00"
    assert score("件数()", unmatched) == "1.00"
    told = evaluation(scheme("折算()"), facts([person("P1")], unmatched, covered("")))
    assert [(each.code, each.value) for each in told.warnings] == [("case-unmatched", "X1")]


def test_without_role_rows_every_factor_is_one():
    factors = "字段|取值|系数|次序\n案件字|民初|1.5|1"
    assert score("折算()", case("1", 书记员="P1", 案件字="民初"), factors=factors) == "1.50"


def test_without_any_coefficient_a_case_is_its_base_points():
    assert score("折算()", case("1", **MINE, 案件字="民初"), factors="", points="2.5") == "2.50"


def test_role_rows_but_not_for_this_role_is_a_fault_and_no_score():
    told = node("折算()", case("1", 书记员="P1", 案由="建设"))
    assert (told.score, told.missing_rule) == (None, "")
    assert told.reason == "方案的案件系数没有角色“书记员”的系数"


def test_a_role_that_the_condition_does_not_admit_needs_no_factor():
    assert score('折算(角色="承办人")', case("1", 书记员="P1", 案由="建设")) == "0.00"


def test_counts_may_be_reckoned_with():
    cases = (case("1", **MINE, 发改="是"), case("2", **MINE, 发改="否"), case("3", **MINE))
    assert score('(1-件数(发改=="是")/件数())*100', *cases) == "66.67"
    assert node("件数(发改==“是”)/件数(程序==“速裁”)", *cases).reason == "除数为零"


def test_each_case_stands_among_the_inputs_with_its_points():
    told = node("折算()", case("甲1", **MINE, 案由="建设"), case("甲2", 审判长="P1", 案件字="执"))
    assert [(each.item, str(each.value)) for each in told.inputs if each.origin] == [
        ("甲1（承办人）", "9/10"),
        ("甲2（审判长）", "6/25"),
    ]
    assert [step.text for step in told.steps[:2]] == [
        "甲1 承办人：1 × 1.5（案由 建设*）× 0.6",
        "甲2 审判长：1 × 0.8（案件字 执*）× 0.3",
    ]
