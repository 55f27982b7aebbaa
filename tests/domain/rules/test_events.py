"""事项计分: ledger events with their points; one award counts once."""

import pytest

from app.domain.entries import State
from app.messages import sentence
from tests.domain.made_up import HEAD, covered, evaluation, event, facts, person, results, scheme_of

FORMULA = '台账=="宣传"'


def node(parameters, *events, marks="20", extra="否", ledgers=("宣传",)):
    total = "20" if extra == "否" else "100"
    filler = "" if extra == "否" else "法官|F|底分|100|公式|式=100||"
    scheme = scheme_of(
        数据项=f"编码|名称|类型|算式\nx|宣传|台账|{FORMULA}",
        指标=f"""指标组|编码|名称|分值|计分方式|参数|数据项|加减分
        法官|T|总分|{total}||||
        法官|A|宣传调研|{marks}|事项计分|{parameters}|x|{extra}
        {filler}""",
    )
    return results(scheme, facts([person("P1")], events, covered(*ledgers)))["P1"].tree.find("A")


def told(points=None, when="2024-02-03", **more):
    return event("宣传", when, "P1", points=points, **more)


def score(parameters, *events, **more):
    return f"{node(parameters, *events, **more).score}"


def test_the_points_of_the_events_are_added_to_the_base():
    assert score("基本分=5", told("2"), told("1.5")) == "8.50"
    assert score("", told("2"), told("1.5")) == "3.50"


def test_nobody_told_of_an_event_is_zero_where_somebody_looked():
    assert score("基本分=5") == "5.00"


def test_where_nobody_looked_it_is_not_entered():
    found = node("基本分=5", ledgers=())
    assert (found.score, found.state, found.missing_rule) == (None, State.EMPTY, "待补")
    assert "宣传" in found.reason


def test_the_count_multiplies():
    assert score("", told("2", count="3")) == "6.00"
    assert score("级别分=国家级:5，省级:3", told(level="省级", count="2")) == "6.00"


def test_full_marks_are_the_cap_and_zero_the_floor():
    assert score("", told("50")) == "20.00"
    assert score("", told("-50")) == "0.00"
    assert score("封顶=30; 保底=-10", told("50")) == "30.00"
    assert score("封顶=30; 保底=-10", told("-50")) == "-10.00"


def test_beside_the_full_marks_there_is_no_floor_unless_told_even_with_marks():
    assert score("", told("-7"), extra="是", marks="5") == "-7.00"
    assert score("", told("-7"), extra="是", marks="") == "-7.00"
    assert score("保底=-5", told("-7"), extra="是", marks="5") == "-5.00"


def test_beside_the_full_marks_the_cap_is_the_marks_where_told():
    assert score("", told("9"), extra="是", marks="5") == "5.00"
    assert score("", told("9"), extra="是", marks="") == "9.00"


def test_points_by_level():
    events = (told("99", level="国家级"), told(level="省 级"))
    assert score("级别分=国家级:5, 省级:3、市级:1", *events) == "8.00"


def test_a_level_without_points_is_a_fault_and_no_score():
    found = node("级别分=国家级:5", told(level="市级", subject="通讯"))
    assert (found.score, found.missing_rule) == (None, "")
    assert found.reason == "2024-02-03“通讯”的级别“市级”没有级别分"


def test_an_event_without_points_is_a_fault_where_points_are_asked():
    assert node("", told(subject="通讯")).reason == "2024-02-03“通讯”没有分值"


def test_one_award_counts_once_with_its_highest_points():
    events = (
        told("2", result_key="论文甲", subject="院刊"),
        told("5", result_key="论文 甲", subject="学报", when="2024-03-01"),
        told("1", result_key="论文乙"),
    )
    found = node("", *events)
    assert f"{found.score}" == "6.00"
    assert "2024-02-03 院刊：同一成果“论文甲”已计，不再计" in [step.text for step in found.steps]


def test_the_highest_points_win_and_not_the_most_often_told():
    once, often = told("3", result_key="甲"), told("2", result_key="甲", count="9", subject="另报")
    assert score("", once, often) == "3.00"


@pytest.mark.parametrize("order", [1, -1])
def test_of_equal_points_the_one_that_brings_more_counts_whatever_the_order(order):
    events = (told("2", result_key="甲"), told("2", result_key="甲", count="3", when="2024-03-01"))
    assert score("", *events[::order]) == "6.00"


def test_events_without_an_award_are_never_taken_for_one():
    assert score("", told("2"), told("2"), told("2", result_key="　")) == "6.00"


def test_only_the_events_of_the_period_and_of_the_condition_count():
    other = event("廉政", "2024-02-01", "P1", points="7")
    assert score("", told("2"), told("5", when="2024-04-01"), other) == "2.00"


@pytest.mark.parametrize(("confirmed", "asked", "expected"), [(False, "是", "0.00"), (False, "否", "2.00")])
def test_an_event_waits_for_confirmation_only_where_the_scheme_asks_for_it(confirmed, asked, expected):
    scheme = scheme_of(
        方案=f"{HEAD['方案']}\n台账确认|{asked}",
        数据项=f"编码|名称|类型|算式\nx|宣传|台账|{FORMULA}",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|宣传|100|事项计分||x",
    )
    world = facts([person("P1")], told("2", confirmed=confirmed), covered("宣传"))
    assert f"{results(scheme, world)['P1'].total}" == expected


def test_one_award_under_two_indicators_counts_in_each_and_is_told():
    scheme = scheme_of(
        数据项="编码|名称|类型|算式\nx|宣传|台账|台账==“宣传”\ny|表彰|台账|台账==“表彰”",
        指标="""指标组|编码|名称|分值|计分方式|参数|数据项
        法官|A|宣传调研|50|事项计分||x
        法官|B|表彰奖励|50|事项计分||y""",
    )
    events = (
        told("2", result_key="论文甲"),
        event("表彰", "2024-03-01", "P1", points="3", result_key="论文 甲"),
        event("表彰", "2024-03-02", "P1", points="1", result_key="奖乙"),
    )
    found = evaluation(scheme, facts([person("P1", name="张某")], events, covered("宣传", "表彰")))
    assert f"{found.results[0].total}" == "6.00"
    assert [(each.code, each.value, each.warning) for each in found.warnings] == [
        ("award-counted-twice", "论文甲", True)
    ]
    text = sentence(found.warnings[0].code, {"value": found.warnings[0].value, **found.warnings[0].values}).text
    assert text == "张某的同一成果“论文甲”在宣传调研、表彰奖励中各计了一次。"
