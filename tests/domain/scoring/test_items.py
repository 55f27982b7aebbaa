"""How months and quarters make a longer period (contract 4.1, 3): 求和, 平均, 末值, 最大 and the nothings."""

import pytest

from app.domain.entries import State
from tests.domain.made_up import entry, facts, person, results, scheme_of

MONTHS = [f"2024-{number:02d}" for number in range(1, 13)]


def node(gathering, told, period="2024Q1", kind="数值", **posting):
    """The node of an indicator that is the value itself; ``told``: period code → what stands there."""
    scheme = scheme_of(
        数据项=f"编码|名称|类型|汇总\nx|甲数|{kind}|{gathering}",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|直接计分|下限=-999; 上限=9999|x",
    )
    records = [entry("P1", "x", value, code) for code, value in told.items()]
    return results(scheme, facts([person("P1", **posting)], *records), period)["P1"].tree.find("A")


@pytest.mark.parametrize(
    ("gathering", "score"), [("", "18.00"), ("求和", "18.00"), ("平均", "6.00"), ("末值", "3.00"), ("最大", "10.00")]
)
def test_three_months_make_the_quarter(gathering, score):
    assert f"{node(gathering, {'2024-01': '5', '2024-02': '10', '2024-03': '3'}).score}" == score


@pytest.mark.parametrize("gathering", ["求和", "平均", "最大"])
def test_a_month_not_entered_makes_the_quarter_not_entered(gathering):
    told = node(gathering, {"2024-01": "5", "2024-03": "3"})
    assert (told.score, told.state, told.reason) == (None, State.EMPTY, "2024年2月的甲数未填")


@pytest.mark.parametrize(
    ("gathering", "score"), [("求和", "8.00"), ("平均", "4.00"), ("末值", "5.00"), ("最大", "5.00")]
)
@pytest.mark.parametrize("nothing", ["不适用", "免计"])
def test_months_not_applicable_or_excused_are_left_out(gathering, score, nothing):
    assert f"{node(gathering, {'2024-01': '3', '2024-02': '5', '2024-03': nothing}).score}" == score


def test_the_last_value_waits_for_the_last_month():
    assert node("末值", {"2024-01": "3", "2024-02": "5"}).state is State.EMPTY
    assert f"{node('末值', {'2024-03': '5'}).score}" == "5.00"


@pytest.mark.parametrize(
    ("months", "state"),
    [
        (("不适用", "不适用", "不适用"), State.NOT_APPLICABLE),
        (("免计", "免计", "免计"), State.EXCUSED),
        (("免计", "不适用", "免计"), State.NOT_APPLICABLE),
        (("免计", "未填", "不适用"), State.EMPTY),
    ],
)
def test_months_without_any_value_make_a_nothing(months, state):
    told = node("求和", dict(zip(MONTHS, months, strict=False)))
    assert (told.score, told.state) == (None, state)


def test_a_period_s_own_value_wins_over_its_months():
    assert f"{node('求和', {'2024-01': '5', '2024-02': '5', '2024-03': '5', '2024Q1': '7'}).score}" == "7.00"
    assert node("求和", {"2024-01": "5", "2024-02": "5", "2024-03": "5", "2024Q1": "不适用"}).score is None


def test_a_period_s_own_cell_that_is_empty_leaves_it_to_the_months():
    assert f"{node('求和', {'2024-01': '5', '2024-02': '5', '2024-03': '5', '2024Q1': '未填'}).score}" == "15.00"


def test_quarters_own_values_make_the_year_as_months_make_a_quarter():
    quarters = {"2024Q1": "10", "2024Q2": "20", "2024Q3": "30", "2024Q4": "60"}
    assert f"{node('求和', quarters, '2024').score}" == "120.00"
    assert f"{node('平均', quarters, '2024').score}" == "30.00"
    assert f"{node('末值', quarters, '2024').score}" == "60.00"
    assert f"{node('最大', quarters, '2024').score}" == "60.00"


def test_a_year_may_be_told_partly_by_quarters_and_partly_by_months():
    months = dict.fromkeys(MONTHS[3:], "1")
    assert f"{node('求和', {'2024Q1': '10', **months}, '2024').score}" == "19.00"
    assert f"{node('求和', {'2024H1': '10', **dict.fromkeys(MONTHS[6:], '1')}, '2024').score}" == "16.00"


def test_a_quarter_s_own_value_wins_over_its_months_in_the_year_too():
    assert f"{node('求和', {'2024Q1': '10', **dict.fromkeys(MONTHS, '1')}, '2024').score}" == "19.00"


def test_twelve_months_make_the_mean_of_a_year():
    assert f"{node('平均', {month: str(number) for number, month in enumerate(MONTHS)}, '2024').score}" == "5.50"


def test_a_missing_quarter_makes_the_year_not_entered():
    told = node("求和", {"2024Q1": "10", "2024Q2": "10", "2024Q4": "10"}, "2024")
    assert (told.state, told.reason) == (State.EMPTY, "2024年第三季度的甲数未填")


def test_an_empty_cell_does_not_change_how_the_year_is_gathered():
    # the mean of twelve months, not the mean of quarters' means
    told = {**dict.fromkeys(MONTHS[:3], "0"), **dict.fromkeys(MONTHS[3:], "4"), "2024Q1": "未填"}
    assert f"{node('平均', told, '2024').score}" == "3.00"


def test_months_before_the_first_posting_are_left_out():
    assert f"{node('求和', {'2024-02': '5', '2024-03': '6'}, start='2024-02-10').score}" == "11.00"
    assert f"{node('求和', {'2024-01': '未填', '2024-02': '5', '2024-03': '6'}, start='2024-02-10').score}" == "11.00"


def test_a_value_told_for_a_month_without_a_posting_counts_all_the_same():
    assert f"{node('求和', {'2024-01': '1', '2024-02': '5', '2024-03': '6'}, start='2024-02-10').score}" == "12.00"


def test_a_mark_belongs_to_the_period_itself():
    assert f"{node('', {'2024Q1': '90'}, kind='评分').score}" == "90.00"
    told = node("", {"2024-01": "90", "2024-02": "90", "2024-03": "90"}, kind="评分")
    assert (told.state, told.reason) == (State.EMPTY, "2024年第一季度的甲数未填")


def test_every_month_stands_among_the_inputs_with_its_place():
    told = node("求和", {"2024-01": "5", "2024-02": "免计", "2024-03": "3"})
    assert [(each.item, str(each.value), each.state, each.origin.source.cell) for each in told.inputs] == [
        ("甲数（2024-01）", "5", State.VALUE, "C4"),
        ("甲数（2024-02）", "免计", State.EXCUSED, "C4"),
        ("甲数（2024-03）", "3", State.VALUE, "C4"),
    ]


def test_nothing_told_at_all_is_not_entered():
    told = node("求和", {})
    assert (told.state, told.reason) == (State.EMPTY, "2024年第一季度的甲数未填")
