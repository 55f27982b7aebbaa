"""直接计分: the value is the score; 下限 (0), 上限 (分值)."""

import pytest

from tests.domain.made_up import leaf, one_leaf, points


@pytest.mark.parametrize(
    ("parameters", "marks", "value", "score"),
    [
        ("", "20", "15.5", "15.50"),
        ("", "20", "0", "0.00"),
        ("", "20", "20", "20.00"),
        ("", "20", "12.345", "12.35"),
        ("下限=-5; 上限=5", "20", "-5", "-5.00"),
        ("上限=分值*2", "20", "40", "40.00"),
        ("上限=120%*分值", "50", "60", "60.00"),
    ],
)
def test_the_value_is_the_score(parameters, marks, value, score):
    assert points("直接计分", parameters, value, marks) == score


@pytest.mark.parametrize(
    ("parameters", "value", "reason"),
    [
        ("", "20.01", "填报的20.01不在0至20之间"),
        ("", "-0.01", "填报的-0.01不在0至20之间"),
        ("下限=5", "4", "填报的4不在5至20之间"),
    ],
)
def test_outside_its_bounds_there_is_no_score_whatever_the_policy(parameters, value, reason):
    node = leaf("直接计分", parameters, value, "20")
    assert (node.score, node.reason, node.missing_rule) == (None, reason, "")


def test_a_bonus_without_full_marks_has_no_upper_bound():
    assert points("直接计分", "", "250", "", extra="是") == "250.00"


def test_the_bounds_can_be_asked_of_the_rule_for_the_import():
    rule = one_leaf("直接计分", "下限=60%; 上限=分值").sets[0].indicators[1].rule
    assert rule.bounds(20) is None
    plain = one_leaf("直接计分", "下限=1").sets[0].indicators[1].rule
    assert plain.bounds(20) == (1, 20)


def test_the_rule_is_told_in_words():
    assert leaf("直接计分", "", "5", "20").rule == "按填报的分数直接计分，须在0至分值之间"
