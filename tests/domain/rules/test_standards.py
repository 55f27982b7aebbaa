"""标准扣分 and 区间计分: full marks up to a limit or inside an interval, less for each step on the wrong side."""

import pytest

from app.domain.entries import State
from tests.domain.made_up import leaf, points


@pytest.mark.parametrize(
    ("parameters", "value", "score"),
    [
        ("标准=85; 每差=1:0.2", "85", "5.00"),
        ("标准=85; 每差=1:0.2", "99", "5.00"),
        ("标准=85; 每差=1:0.2", "82.5", "4.50"),  # parts of a step count: 2.5 × 0.2
        ("标准=85; 每差=1:0.2; 不足一步=不计", "82.5", "4.60"),  # two whole steps
        ("标准=85; 每差=1:0.2", "10", "0.00"),
        ("标准=85; 每差=1:0.2; 保底=2", "10", "2.00"),
        ("标准=85; 每差=1:1; 保底=-3", "70", "-3.00"),
        ("标准=10; 方向=不高于; 每差=1:0.5", "8", "5.00"),
        ("标准=10; 方向=不高于; 每差=1:0.5", "10", "5.00"),
        ("标准=10; 方向=不高于; 每差=1:0.5", "13", "3.50"),
        ("标准=80; 方向=不低于; 每差=5%:1", "72", "3.00"),  # a step is 4
        ("标准=90%; 每差=0.01:0.1", "0.85", "4.50"),
    ],
)
def test_full_marks_less_the_steps_on_the_wrong_side(parameters, value, score):
    assert points("标准扣分", parameters, value, "5") == score


def test_without_a_deduction_told_nothing_is_deducted_and_that_is_said():
    node = leaf("标准扣分", "标准=85", "10", "5")
    assert f"{node.score}" == "5.00"
    assert node.steps[1].text == "未达到要求，但参数没有规定怎样扣分，得满分"


def test_a_relative_step_of_a_zero_standard_is_not_applicable():
    node = leaf("标准扣分", "标准=0; 方向=不高于; 每差=10%:1", "3", "5")
    assert (node.score, node.state) == (None, State.NOT_APPLICABLE)


INTERVAL = "下限=40; 上限=60; 每低=1:0.5; 每高=2:0.5"


@pytest.mark.parametrize(
    ("parameters", "value", "score"),
    [
        (INTERVAL, "40", "10.00"),
        (INTERVAL, "50", "10.00"),
        (INTERVAL, "60", "10.00"),
        (INTERVAL, "39", "9.50"),
        (INTERVAL, "38.5", "9.25"),
        (INTERVAL, "61", "9.75"),
        (INTERVAL, "64", "9.00"),
        (INTERVAL, "0", "0.00"),
        (INTERVAL + "; 不足一步=不计", "38.5", "9.50"),
        (INTERVAL + "; 保底=3", "0", "3.00"),
        ("下限=40; 上限=60; 每低=10%:1; 每高=10%:1", "36", "9.00"),  # a step is 4, a tenth of 下限
        ("下限=40; 上限=60; 每低=10%:1; 每高=10%:1", "66", "9.00"),  # a step is 6, a tenth of 上限
        ("下限=40; 上限=60; 每低=1:1", "90", "10.00"),
    ],
)
def test_full_marks_inside_and_less_outside(parameters, value, score):
    assert points("区间计分", parameters, value, "10") == score


def test_the_interval_is_told_in_words_and_steps():
    node = leaf("区间计分", INTERVAL, "64", "10")
    assert node.rule == "在40至60之间得满分，每低1扣0.5分，每高2扣0.5分，不足一步按比例，保底0"
    assert [step.text for step in node.steps[:3]] == [
        "合理区间 40 至 60",
        "相差 4，每步 2，计 2 步",
        "分值 10 − 2 步 × 0.5",
    ]
