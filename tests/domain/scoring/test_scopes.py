"""Functions over people: 范围, another set, 值 of the others, and 得分 (contract, section 4, Formula)."""

import pytest

from app.domain.entries import State
from tests.domain.made_up import entry, facts, person, results, scheme_of

PEOPLE = [
    person("P1", "民一庭", line="民事"),
    person("P2", "民一庭", line="民事"),
    person("P3", "民二庭", line="民事"),
    person("P4", "刑庭", line="刑事"),
    person("Y1", "民一庭", "书记员", line="民事"),
    person("Y2", "刑庭", "书记员", line="刑事"),
]
VALUES = {"P1": "10", "P2": "20", "P3": "60", "P4": "30", "Y1": "4", "Y2": "8"}


def node(formula, values=VALUES, people=PEOPLE, **more):
    scheme = scheme_of(
        指标组='指标组|适用条件\n法官|人员类别=="员额法官"\n书记员|人员类别=="书记员"',
        数据项="编码|名称|类型|算式\nx|甲数|数值|\nz|折半|公式|x/2",
        指标=f"""指标组|编码|名称|分值|计分方式|参数|数据项
        法官|T|总分|1000|||
        法官|A|甲|1000|公式|式={formula}|x
        书记员|A|甲|100|直接计分||x""",
        **more,
    )
    told = facts(people, *(entry(each, "x", value) for each, value in values.items()))
    return results(scheme, told)["P1"].tree.find("A")


def score(formula, **more):
    found = node(formula, **more)
    return found.score if found.score is None else f"{found.score}"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("均值(x,部门)", "15.00"),
        ("均值(x,条线)", "30.00"),
        ("均值(x,同组)", "30.00"),
        ("均值(x,全院)", "30.00"),  # only people of the own set unless a set is named
        ('均值(x,部门,"书记员")', "4.00"),
        ('均值(x,全院,"书记员")', "6.00"),
        ('均值(x,部门,"全部")', "11.33"),  # (10 + 20 + 4) ÷ 3
        ('均值(x,全院,"全 部")', "22.00"),  # 132 ÷ 6
        ("均值(值,部门)", "15.00"),
        ("均值(值*2+分值,部门)", "1030.00"),
        ("均值(折半,同组)", "15.00"),
        ("均值(x/在岗月数,部门)", "5.00"),
        ("合计(x,部门)", "30.00"),
        ("人数(x,条线)", "3.00"),
        ("人数(部门)", "2.00"),
        ('人数(部门,"全部")', "3.00"),
        ("最高(x,条线)", "60.00"),
        ("最低(x,条线)", "10.00"),
        ("名次(x,同组)", "4.00"),
        ("名次(-x,同组)", "1.00"),
        ('名次(x,全院,"书记员")', "1.00"),
        ("名次(x,部门)", "2.00"),
        ("均值(均值(x,部门),同组)", "30.00"),  # (15 + 15 + 60 + 30) ÷ 4
        ("值/均值(值,同组)*100", "33.33"),
    ],
)
def test_functions_over_a_range_and_a_set(formula, expected):
    assert score(formula) == expected


def test_a_mean_is_over_the_people_who_have_the_value():
    assert score("均值(x,同组)", values={**VALUES, "P2": "未填", "P3": "不适用", "P4": "免计"}) == "10.00"
    assert score("人数(x,同组)", values={**VALUES, "P2": "未填"}) == "3.00"


def test_the_person_belongs_to_the_range_only_if_of_that_set():
    assert score('合计(x,全院,"法官")') == "120.00"
    assert score('合计(x,全院,"书记员")') == "12.00"


def test_where_nobody_has_the_value_it_is_not_entered_if_somebody_s_is_missing():
    told = node('均值(x,全院,"书记员")', values={"P1": "10"})
    assert (told.state, told.reason) == (State.EMPTY, "范围内没有人有数")
    told = node('均值(x,全院,"书记员")', values={"P1": "10", "Y1": "不适用", "Y2": "免计"})
    assert told.state is State.NOT_APPLICABLE


def test_equal_values_share_the_better_place():
    assert score("名次(x,同组)", values={**VALUES, "P1": "20"}) == "3.00"


def test_a_place_without_a_value_of_one_s_own_is_the_nothing():
    assert node("名次(x,同组)+0*在岗月数", values={"P2": "5"}).state is State.EMPTY


def test_the_group_reckoned_over_is_told():
    texts = [step.text for step in node("均值(x,部门)").steps]
    assert texts[0] == "均值：部门（法官）共 2 人，2 人有数"


def two_leaves(formula, second="直接计分|上限=100|x", branch=""):
    scheme = scheme_of(
        指标组='指标组|适用条件\n法官|人员类别=="员额法官"\n书记员|人员类别=="书记员"',
        数据项="编码|名称|类型\nx|甲数|数值",
        指标=f"""指标组|编码|名称|上级|分值|计分方式|参数|数据项
        法官|W|维度||||
        法官|A|甲|W|40|{second}
        法官|B|乙||60|公式|式={formula}|x
        书记员|C|丙||100|直接计分||x""",
    )
    return results(scheme, facts(PEOPLE, *(entry(each, "x", value) for each, value in VALUES.items())))


@pytest.mark.parametrize("code", ["A", "a", " Ａ "])
def test_another_indicator_s_score_is_the_rounded_one(code):
    # 10 ÷ 3 = 3.33, three times that is 9.99 and not 10
    told = two_leaves(f'得分("{code}")*3', second="公式|式=x/3|x")["P1"]
    assert f"{told.tree.find('B').score}" == "9.99"


def test_a_branch_s_score_is_the_sum_of_its_leaves():
    assert f"{two_leaves('得分(“W”)*2')['P1'].tree.find('B').score}" == "20.00"


def test_an_indicator_of_another_set_is_asked_of_its_people():
    told = two_leaves('均值(得分("C"),全院,"书记员")')["P1"].tree.find("B")
    assert f"{told.score}" == "6.00"


def test_a_score_that_is_spread_away_is_not_applicable():
    told = two_leaves('得分("A")', second="公式|式=1/0|x")["P1"].tree.find("B")
    assert (told.state, told.reason) == (State.NOT_APPLICABLE, "除数为零")
    assert two_leaves('得分("W")', second="公式|式=1/0|x")["P1"].tree.find("B").state is State.NOT_APPLICABLE


def test_days_away_and_months_in_post_are_figures_of_a_formula():
    assert score("在岗月数*10+离岗天数(“病假”)") == "30.00"


def test_a_veto_below_a_branch_does_not_stop_the_branch_s_score():
    scheme = scheme_of(
        数据项="编码|名称|类型\nx|甲数|数值",
        指标="""指标组|编码|名称|上级|分值|计分方式|参数|数据项
        法官|W|维度||||
        法官|A|甲|W|40|直接计分|上限=100|x
        法官|V|否决|W||一票否决|等次上限=一般|x
        法官|B|乙||60|公式|式=得分("W")|""",
    )
    told = results(scheme, facts(PEOPLE[:1], entry("P1", "x", "10")))["P1"]
    assert f"{told.tree.find('B').score}" == "10.00"
    assert f"{told.total}" == "20.00"
