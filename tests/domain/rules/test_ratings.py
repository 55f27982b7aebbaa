"""测评计分: ballots of several rater groups, weighted, put on 分值."""

from decimal import Decimal

import pytest

from app.domain.entries import State
from app.domain.periods import Period
from app.domain.ratings import Ballot
from tests.domain.made_up import codes_of, facts, person, results, scheme_of

Q1 = Period.parse("2024Q1")
INDICATORS = "指标组|编码|名称|分值|计分方式|参数|数据项\n"


def node(parameters, groups, marks="30"):
    """``groups``: rater group → marks or words, one a ballot."""
    scheme = scheme_of(
        数据项="编码|名称|类型\nx|年度测评|测评",
        指标=f"{INDICATORS}法官|T|总分|{marks}|||\n法官|A|测评|{marks}|测评计分|{parameters}|x",
    )
    ballots = tuple(ballot(group, told, number) for group, each in groups.items() for number, told in enumerate(each))
    return results(scheme, facts([person("P1")], ballots))["P1"].tree.find("A")


def ballot(group, told, number):
    try:
        return Ballot("P1", Q1, group, Decimal(told), "", str(number))
    except ArithmeticError:
        return Ballot("P1", Q1, group, None, told, str(number))


WEIGHTS = "院领导=40%; 部门负责人=30%; 干警=30%"
VOTES = {"院领导": ["90", "92", "94"], "部门负责人": ["80", "90", "100"], "干警": ["70", "80", "90"]}


def test_the_weighted_mean_of_the_groups_means_on_the_full_marks():
    # 92 × 40 % + 90 × 30 % + 80 × 30 % = 87.8; 30 × 87.8 ÷ 100 = 26.34
    told = node(WEIGHTS, VOTES)
    assert f"{told.score}" == "26.34"
    assert str(told.value) == "439/5"


def test_another_full_mark():
    # means 4, 3 and 5 of 5: 4 × .4 + 3 × .3 + 5 × .3 = 4.0; 30 × 4 ÷ 5 = 24
    votes = {"院领导": ["4"] * 3, "部门负责人": ["3"] * 3, "干警": ["5"] * 3}
    assert f"{node(WEIGHTS + '; 满分=5', votes).score}" == "24.00"


def test_extremes_are_dropped_in_each_group():
    # 60 and 100 go: (80 + 85 + 90) ÷ 3 = 85; 30 × 85 ÷ 100 = 25.5
    assert f"{node('干警=100%; 去高=1; 去低=1', {'干警': ['100', '60', '80', '85', '90']}).score}" == "25.50"
    assert f"{node('干警=100%; 去高=1', {'干警': ['100', '60', '80']}).score}" == "21.00"
    assert f"{node('干警=100%; 去低=1', {'干警': ['100', '60', '80']}).score}" == "27.00"


def test_the_least_ballots_are_counted_before_the_extremes_go():
    assert f"{node('干警=100%; 去高=1; 去低=1', {'干警': ['100', '60', '80']}).score}" == "24.00"


@pytest.mark.parametrize("drops", ["去高=3", "去低=4", "去高=2; 去低=2", "去高=5; 最少票数=1"])
def test_a_group_with_nothing_left_is_missing(drops):
    told = node(f"干警=100%; {drops}", {"干警": ["100", "60", "80"]})
    assert (told.score, told.state) == (None, State.EMPTY)


def test_a_group_below_the_least_ballots_is_missing():
    told = node(WEIGHTS, {**VOTES, "干警": ["70", "80"]})
    assert (told.score, told.state, told.missing_rule) == (None, State.EMPTY, "待补")
    assert told.reason == "干警只有2票，不足3票"
    assert node(WEIGHTS, {**VOTES, "干警": []}).score is None


def test_the_least_ballots_may_be_told():
    assert f"{node('干警=100%; 最少票数=1', {'干警': ['80']}).score}" == "24.00"
    assert node("干警=100%; 最少票数=5", {"干警": ["80"] * 4}).score is None


def test_words_become_marks():
    # (100 + 80 + 80) ÷ 3 = 86.67; 30 × 86.67 % = 26.00
    told = node("干警=100%; 评价分=优秀:100, 称职:80，基本称职:60", {"干警": ["优秀", "称职", "称 职"]})
    assert f"{told.score}" == "26.00"


def test_a_word_without_a_mark_is_a_fault_and_no_score():
    told = node("干警=100%; 评价分=优秀:100", {"干警": ["优秀", "优秀", "不错"]})
    assert (told.score, told.missing_rule, told.reason) == (None, "", "评价“不错”没有规定评价分")


def test_ballots_of_other_groups_and_periods_do_not_count():
    scheme = scheme_of(
        数据项="编码|名称|类型\nx|年度测评|测评",
        指标=f"{INDICATORS}法官|A|测评|100|测评计分|干警=100%; 最少票数=1|x",
    )
    other = Ballot("P1", Period.parse("2024Q2"), "干警", Decimal(10))
    mine = Ballot("P1", Q1, "干 警", Decimal(80))
    guest = Ballot("P1", Q1, "来宾", Decimal(10), ticket="7")
    assert f"{results(scheme, facts([person('P1')], other, mine, guest))['P1'].total}" == "80.00"


def test_no_single_ballot_can_be_read_from_the_explanation():
    told = node(WEIGHTS, VOTES)
    assert [(each.item, each.value) for each in told.inputs] == [
        ("干警票数", 3),
        ("部门负责人票数", 3),
        ("院领导票数", 3),
    ]
    assert told.steps[0].text == "院领导：3 票计入，平均 92，权重 0.4"


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ("院领导=40%; 干警=30%", "rating-weights"),
        ("最少票数=3", "parameter-missing"),
        ("干警=100%; 去高=1.5", "parameter-not-whole"),
        ("干警=100%; 去低=多", "parameter-not-whole"),
        ("干警=100%; 评价分=优秀", "parameter-unreadable"),
        ("干警=多些", "parameter-unreadable"),
    ],
)
def test_faults_of_the_parameters(parameters, code):
    found = codes_of(
        数据项="编码|名称|类型\nx|年度测评|测评", 指标=f"{INDICATORS}法官|A|测评|100|测评计分|{parameters}|x"
    )
    assert code in found
