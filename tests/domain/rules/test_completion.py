"""完成率: 分值 × value ÷ 目标, the ratio held within 保底 and 封顶."""

import pytest

from app.domain.entries import State
from tests.domain.made_up import leaf, points


@pytest.mark.parametrize(
    ("parameters", "value", "score"),
    [
        ("目标=100", "80", "24.00"),  # 30 × 0.8
        ("目标=100", "100", "30.00"),
        ("目标=100", "130", "30.00"),  # held at 100 %
        ("目标=100", "0", "0.00"),
        ("目标=100", "-10", "0.00"),  # held at 0 %
        ("目标=3", "1", "10.00"),
        ("目标=7", "3", "12.86"),  # 30 × 3/7 = 12.857142…
        ("目标=100; 封顶=120%", "130", "36.00"),
        ("目标=100; 封顶=1.2", "115", "34.50"),
        ("目标=100; 保底=50%", "20", "15.00"),
        ("目标=100; 封顶=80%; 保底=40%", "90", "24.00"),
        ("目标=90%", "0.45", "15.00"),
        ("目标=100*在岗比例", "50", "15.00"),
    ],
)
def test_the_share_of_the_full_marks(parameters, value, score):
    assert points("完成率", parameters, value, "30") == score


@pytest.mark.parametrize("target", ["0", "-5", "值*0"])
def test_a_target_of_zero_or_less_is_not_applicable_with_that_reason(target):
    node = leaf("完成率", f"目标={target}", "80", "30")
    assert node.score is None
    assert (node.state, node.reason) == (State.NOT_APPLICABLE, "目标为零或负数")


def test_the_steps_lead_from_the_target_to_the_rounded_score():
    node = leaf("完成率", "目标=7", "3", "30")
    assert [(step.text, str(step.value)) for step in node.steps] == [
        ("目标 = 7", "7"),
        ("完成率 = 3 ÷ 7", "3/7"),
        ("分值 30 × 完成率 0.428571", "90/7"),
        ("四舍五入到 2 位小数", "12.86"),
    ]


def test_a_bound_that_was_met_is_told():
    texts = [step.text for step in leaf("完成率", "目标=100", "130", "30").steps]
    assert "完成率限定在 0 至 1 之间" in texts
