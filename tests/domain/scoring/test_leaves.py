"""缺数据 and 不适用: what a leaf does about a nothing (contract, section 4, Sheet 指标)."""

import pytest

from app.domain.entries import State
from app.domain.facts import Status
from tests.domain.made_up import entry, facts, person, results, scheme_of

PEOPLE = [person("P1"), person("P2"), person("P3"), person("Y1", "综合室", "书记员")]


def told(missing="", not_applicable="", values=None, marks="40", extra=""):
    """Everybody's results: leaf A over x with the policies, leaf B of 60 over y (always 30)."""
    rest = "60" if not extra else "100"
    scheme = scheme_of(
        指标组='指标组|适用条件\n法官|人员类别=="员额法官"\n书记员|人员类别=="书记员"',
        数据项="编码|名称|类型\nx|甲数|数值\ny|乙数|数值",
        指标=f"""指标组|编码|名称|分值|计分方式|参数|数据项|缺数据|不适用|加减分
        法官|A|甲|{marks}|直接计分|上限=100|x|{missing}|{not_applicable}|{extra}
        法官|B|乙|{rest}|直接计分||y|||
        书记员|A|甲|100|直接计分||x|||""",
    )
    values = {"P1": "未填", **(values or {})}
    records = [entry(each, "x", value) for each, value in values.items()]
    records += [entry(each.staff_no, "y", "30") for each, _ in PEOPLE]
    return results(scheme, facts(PEOPLE, *records))


def leaf(*policies, **more):
    return told(*policies, **more)["P1"].tree.find("A")


def test_waiting_is_the_default_for_what_is_not_entered():
    result = told()["P1"]
    node = result.tree.find("A")
    assert (node.score, node.state, node.missing_rule) == (None, State.EMPTY, "待补")
    assert (result.total, result.status, result.rank) == (None, Status.INCOMPLETE, None)
    assert result.reason == "甲：2024年第一季度的甲数未填"


def test_a_person_without_any_entry_is_not_entered_too():
    assert told(values={})["P2"].status is Status.INCOMPLETE


@pytest.mark.parametrize(("policy", "score"), [("零分", "0.00"), ("满分", "40.00")])
def test_nought_or_full_marks_for_what_is_not_entered(policy, score):
    result = told(policy)["P1"]
    node = result.tree.find("A")
    assert (f"{node.score}", node.state, node.missing_rule, node.value) == (score, State.EMPTY, policy, None)
    assert result.status is Status.COMPLETE


@pytest.mark.parametrize("nothing", ["不适用", "免计"])
@pytest.mark.parametrize(("policy", "score"), [("零分", "0.00"), ("满分", "40.00")])
def test_nought_or_full_marks_for_what_does_not_apply_or_is_excused(nothing, policy, score):
    node = leaf("", policy, values={"P1": nothing})
    assert (f"{node.score}", node.missing_rule) == (score, policy)


def test_each_policy_is_for_its_own_kind_of_nothing():
    assert f"{leaf('零分', '满分', values={'P1': '未填'}).score}" == "0.00"
    assert f"{leaf('零分', '满分', values={'P1': '免计'}).score}" == "40.00"


def test_the_mean_is_of_the_rounded_scores_of_the_set_s_people_who_have_a_value_and_rounded():
    # 10.01 and 10.02: the mean 10.015 → 10.02; the clerk's 99 is of another set
    node = leaf("均分", values={"P2": "10.01", "P3": "10.02", "Y1": "99"})
    assert (f"{node.score}", node.missing_rule) == ("10.02", "均分")
    assert node.steps[-1].text == "取本组 2 人得分的平均"


def test_people_with_a_nothing_do_not_lower_the_mean():
    assert f"{leaf('均分', '零分', values={'P2': '10', 'P3': '不适用'}).score}" == "10.00"


def test_the_mean_for_what_does_not_apply():
    assert f"{leaf('', '均分', values={'P1': '不适用', 'P2': '10', 'P3': '20'}).score}" == "15.00"


def test_where_nobody_has_a_value_the_mean_waits():
    result = told("均分", values={"Y1": "50"})["P1"]
    node = result.tree.find("A")
    assert (node.score, node.missing_rule, result.status) == (None, "待补", Status.INCOMPLETE)
    assert "本组无人有得分" in node.reason


def test_spreading_is_the_default_for_what_does_not_apply():
    result = told(values={"P1": "不适用"})["P1"]
    node = result.tree.find("A")
    assert (node.score, node.missing_rule) == (None, "摊分")
    # 30 of 60 is 50 of 100: the spread brings 20
    assert (f"{result.total}", f"{result.tree.find('摊分').score}") == ("50.00", "20.00")


def test_what_is_not_entered_may_be_spread_too():
    assert f"{told('摊分')['P1'].total}" == "50.00"


def test_a_bonus_never_spreads():
    result = told("摊分", extra="是", marks="5")["P1"]
    assert (f"{result.total}", result.tree.find("A").missing_rule) == ("30.00", "摊分")
    assert result.tree.find("摊分") is None


def test_a_bonus_not_entered_waits_all_the_same():
    assert told(extra="是", marks="5")["P1"].status is Status.INCOMPLETE


def test_a_bonus_that_does_not_apply_is_simply_not_there():
    assert f"{told(extra='是', marks='5', values={'P1': '不适用'})['P1'].total}" == "30.00"


def test_a_fault_of_the_figure_waits_whatever_the_policies():
    result = told("满分", "满分", values={"P1": "101"})["P1"]
    assert (result.total, result.status) == (None, Status.INCOMPLETE)
    assert result.reason == "甲：填报的101不在0至100之间"


def test_a_figure_that_cannot_be_scored_is_still_shown():
    shown = leaf(values={"P1": "101"})
    assert (shown.state, shown.score, shown.reason) == (State.VALUE, None, "填报的101不在0至100之间")
    assert f"{shown.value}" == "101"


def test_every_leaf_carries_its_clause_rule_and_rounding():
    scheme = scheme_of(
        方案="项目|内容\n方案名称|办法\n年度|2024\n小数位|1",
        数据项="编码|名称|类型\nx|甲数|数值",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项|依据条款\n法官|A|甲|100|公式|式=x/3|x|第八条",
    )
    node = results(scheme, facts([person("P1")], entry("P1", "x", "100")))["P1"].tree.find("A")
    assert (node.clause, node.rule, f"{node.score}") == ("第八条", "按公式计分：x/3", "33.3")
    assert node.steps[-1].text == "四舍五入到 1 位小数"
