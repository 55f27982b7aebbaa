"""Totals: parts that add up, 摊分 as a line of its own, the composition of longer periods (contract, section 4)."""

from decimal import Decimal

import pytest

from app.domain.entries import State
from app.domain.facts import Status
from app.domain.numbers import exact
from tests.domain.made_up import HEAD, entry, facts, inner, person, results, scheme_of

HEADER = "指标组|编码|名称|上级|分值|计分方式|参数|数据项|缺数据|加减分|周期\n"
ITEMS = "编码|名称|类型\na|甲数|数值\nb|乙数|数值\nc|丙数|数值\nd|丁数|数值"
TREE = f"""{HEADER}法官|W1|业绩||60||||||
法官|A|数量|W1|40|直接计分||a|||
法官|B|质量|W1|20|直接计分||b|||
法官|W2|素养||40||||||
法官|C|评价|W2|40|直接计分||c|||
法官|D|加分|W2|5|直接计分||d|摊分|是|"""


def result(values, tree=TREE, period="2024Q1", **more):
    scheme = scheme_of(数据项=ITEMS, 指标=tree, **more)
    told = facts([person("P1")], *(entry("P1", item, value, period) for item, value in values.items()))
    return results(scheme, told, period)["P1"]


def shown(node):
    return node.score if node is None or node.score is None else f"{node.score}"


def test_branches_add_rounded_leaves_and_the_total_adds_branches():
    told = result({"a": "33.333", "b": "10.005", "c": "30", "d": "2"})
    assert [shown(told.tree.find(code)) for code in ("A", "B", "W1", "C", "D", "W2")] == [
        "33.33", "10.01", "43.34", "30.00", "2.00", "32.00",
    ]  # fmt: skip
    assert f"{told.total}" == "75.34"


def test_a_bonus_stands_beside_the_full_marks_of_its_branch():
    told = result({"a": "40", "b": "20", "c": "40", "d": "5"})
    assert told.tree.find("W2").full_marks == 40
    assert told.tree.full_marks == 100
    assert f"{told.total}" == "105.00"


def test_a_branch_waits_with_its_leaf():
    told = result({"a": "40", "c": "40", "d": "5"})
    branch = told.tree.find("W1")
    assert (branch.score, branch.state) == (None, State.EMPTY)
    assert shown(told.tree.find("W2")) == "45.00"
    assert (told.total, told.status) == (None, Status.INCOMPLETE)


def test_a_branch_whose_leaves_do_not_apply_has_no_score_and_waits_for_none():
    told = result({"a": "不适用", "b": "不适用", "c": "30", "d": "0"})
    branch = told.tree.find("W1")
    assert (branch.score, branch.state) == (None, State.NOT_APPLICABLE)
    assert f"{told.total}" == "75.00"  # 30 of 40 is 75 of 100


def test_spreading_is_a_line_of_its_own_and_the_others_keep_theirs():
    # 33.33 + 30 = 63.33 of 80 → 63.33 × 100 ÷ 80 = 79.1625 → 79.16; the line is 15.83; the bonus stays beside
    told = result({"a": "33.33", "b": "不适用", "c": "30", "d": "2"})
    spread = told.tree.find("摊分")
    assert (spread.kind, shown(spread), shown(told.tree.find("A"))) == ("spread", "15.83", "33.33")
    assert f"{told.total}" == "81.16"
    assert [step.text for step in spread.steps] == [
        "质量不计，其分值由其他指标摊开：63.33 × 100 ÷ 80",
        "79.16 − 63.33",
    ]


def test_several_leaves_are_spread_by_one_line():
    # 30 of 40 left
    told = result({"a": "不适用", "b": "免计", "c": "30", "d": "0"})
    assert shown(told.tree.find("摊分")) == "45.00"


def test_spreading_goes_to_the_set_s_own_total():
    tree = f"{HEADER}法官|T|总分||150||||||\n法官|A|甲||100|直接计分||a|||\n法官|B|乙||50|直接计分||b|||"
    told = result({"a": "90", "b": "不适用"}, tree)
    assert (f"{told.total}", told.tree.full_marks) == ("135.00", 150)


def test_nothing_left_to_spread_over_leaves_the_total_incomplete():
    told = result({"a": "不适用", "b": "不适用", "c": "不适用", "d": "5"})
    assert (told.total, told.status) == (None, Status.INCOMPLETE)
    assert "没有其他指标可以摊分" in told.reason


def test_while_one_waits_there_is_no_spreading_yet():
    told = result({"b": "不适用", "c": "30", "d": "0"})
    assert told.tree.find("摊分") is None
    assert told.reason == "数量：2024年第一季度的甲数未填"


def test_all_that_waits_is_told():
    assert result({"b": "1", "d": "0"}).reason == "数量：2024年第一季度的甲数未填；评价：2024年第一季度的丙数未填"


def test_the_row_named_total_is_no_branch_of_its_own():
    tree = f"{HEADER}法官|T|总 分||100||||||\n法官|W|维度|T|||||||\n法官|A|甲|W|100|直接计分||a|||"
    told = result({"a": "90"}, tree)
    assert [node.code for node in told.tree.children] == ["W"]


def test_only_the_leaves_of_the_kind_of_period_count():
    tree = f"""{HEADER}法官|A|甲||100|直接计分||a|||月、季
    法官|B|乙||100|直接计分||b|||年"""
    assert f"{result({'a': '80'}, tree).total}" == "80.00"
    assert f"{result({'b': '70'}, tree, '2024').total}" == "70.00"


def test_a_period_without_any_leaf_evaluates_nobody():
    told = result({"a": "1"}, f"{HEADER}法官|A|甲||100|直接计分||a|||季", "2024-01")
    assert (told.status, told.total, told.reason) == (Status.NOT_EVALUATED, None, "本期没有要计分的指标")


def test_the_places_of_the_scheme_hold_everywhere():
    told = result({"a": "33.36", "b": "0", "c": "0", "d": "0"}, 方案=f"{HEAD['方案']}\n小数位|1")
    assert f"{told.total}" == "33.4"
    assert (
        f"{result({'a': '33.5', 'b': '0', 'c': '0', 'd': '0'}, 方案=HEAD['方案'] + chr(10) + '小数位|0').total}" == "34"
    )


YEAR = f"""{HEADER}法官|A|甲||100|直接计分||a|||季
法官|B|乙||100|直接计分||b|||年"""
QUARTERS = ("2024Q1", "2024Q2", "2024Q3", "2024Q4")


def year(totals, components="周期|组成|权重\n年|季|60%\n年|本期|40%", own="80", posting=None, **more):
    scheme = scheme_of(数据项=ITEMS, 指标=YEAR, 周期=components)
    inside = {code: {} if told is None else {"P1": told} for code, told in totals.items()}
    told = facts([person("P1", **(posting or {}))], entry("P1", "b", own, "2024"), inner=inside, **more)
    return results(scheme, told, "2024")["P1"]


def all_quarters(*totals):
    return {code: inner(total) for code, total in zip(QUARTERS, totals, strict=True)}


def test_each_component_is_rounded_once_and_they_add_up():
    # (90 + 91 + 92 + 94) ÷ 4 = 91.75 × 60 % = 55.05; 80 × 40 % = 32
    told = year(all_quarters("90", "91", "92", "94"))
    assert [shown(told.tree.find(code)) for code in ("周期:季", "周期:本期")] == ["55.05", "32.00"]
    assert f"{told.total}" == "87.05"


def test_the_mean_itself_is_not_rounded():
    # (90.01 + 90.02 + 90.02 + 90.02) ÷ 4 = 90.0175 × 60 % = 54.0105 → 54.01
    told = year(all_quarters("90.01", "90.02", "90.02", "90.02"))
    assert shown(told.tree.find("周期:季")) == "54.01"
    assert told.tree.find("周期:季").value == exact(Decimal("90.0175"))


def test_the_own_part_keeps_its_leaves_below_it():
    told = year(all_quarters("90", "90", "90", "90"))
    assert [node.code for node in told.tree.find("周期:本期").children] == ["B"]


@pytest.mark.parametrize(
    ("totals", "reason"),
    [
        ({"2024Q1": inner("90"), "2024Q2": inner("90"), "2024Q3": inner("90")}, "2024年第四季度尚未核算"),
        (
            all_quarters("90", "90", "90", "90") | {"2024Q2": inner(None, status="incomplete")},
            "2024年第二季度总分不完整",
        ),
    ],
)
def test_an_inner_period_not_computed_or_incomplete_makes_the_year_incomplete(totals, reason):
    told = year(totals)
    assert (told.total, told.status) == (None, Status.INCOMPLETE)
    assert reason in told.reason


def test_whoever_took_part_in_some_quarters_gets_their_mean_and_it_is_said():
    absent = {"2024Q1": inner(None, status="not_evaluated"), "2024Q2": None}
    told = year(all_quarters("1", "1", "90", "80") | absent)
    assert shown(told.tree.find("周期:季")) == "51.00"
    assert told.notes == ("只参加了2个季的考核（2024年第三季度、2024年第四季度），按其平均计",)


def test_a_quarter_before_the_first_posting_needs_no_computing_but_is_told_too():
    totals = {code: inner("90") for code in QUARTERS[2:]}
    told = year(totals, posting={"start": "2024-07-01"})
    assert shown(told.tree.find("周期:季")) == "54.00"
    assert told.notes == ("只参加了2个季的考核（2024年第三季度、2024年第四季度），按其平均计",)


def test_whoever_took_part_in_none_is_incomplete():
    told = year(dict.fromkeys(QUARTERS))
    assert told.status is Status.INCOMPLETE
    assert "没有参加任何季的考核" in told.reason


def test_a_total_made_of_the_quarters_alone():
    told = year(all_quarters("90", "91", "92", "94"), "周期|组成|权重\n年度|季度|100%")
    assert f"{told.total}" == "91.75"
    assert told.tree.find("B") is None


def test_without_a_row_it_is_the_period_s_own_data_alone():
    told = year({}, "周期|组成|权重\n半年|季|100%")
    assert (f"{told.total}", told.tree.find("周期:本期")) == ("80.00", None)


def test_the_own_part_that_waits_is_told_and_the_rest_is_shown():
    told = year(all_quarters("90", "90", "90", "90"), own="未填")
    assert shown(told.tree.find("周期:季")) == "54.00"
    assert (told.total, told.tree.find("周期:本期").state) == (None, State.EMPTY)


def test_months_make_a_quarter_in_the_same_way():
    tree = f"{HEADER}法官|A|甲||100|直接计分||a|||月"
    scheme = scheme_of(数据项=ITEMS, 指标=tree, 周期="周期|组成|权重\n季|月|100%")
    months = {f"2024-0{number}": {"P1": inner(total)} for number, total in enumerate(("80", "85", "92"), start=1)}
    told = results(scheme, facts([person("P1")], inner=months))["P1"]
    assert f"{told.total}" == "85.67"
