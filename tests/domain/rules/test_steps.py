"""增减计分: 基本分 plus or minus points for each step from 基准."""

import pytest

from app.domain.entries import State
from tests.domain.made_up import leaf, points

TEN = "基准=100; 基本分=45; 每高=10%:1; 每低=10%:2"


@pytest.mark.parametrize(
    ("parameters", "value", "score"),
    [
        (TEN, "100", "45.00"),
        (TEN, "110", "46.00"),
        (TEN, "109.99", "45.00"),  # an unfinished step does not count
        (TEN, "120", "47.00"),
        (TEN, "95", "45.00"),
        (TEN, "90", "43.00"),
        (TEN, "71", "41.00"),  # 29 below: two whole steps of 10, two points each
        (TEN, "-1000", "0.00"),  # 保底 0 always holds
        (TEN + "; 不足一步=按比例", "105", "45.50"),
        (TEN + "; 不足一步=按比例", "97", "44.40"),  # 3/10 of 2 points
        (TEN + "; 封顶=50", "1000", "50.00"),
        (TEN + "; 保底=40", "10", "40.00"),
        ("基准=100; 每高=10:1", "130", "53.00"),  # 基本分 is 分值; a plain step is ten of the value
        ("基准=100; 每低=10:1", "130", "50.00"),
        ("基准=100; 每高=10:1", "70", "50.00"),
        ("基准=100", "70", "50.00"),
        ("基准=80; 每高=5%:1", "88", "52.00"),  # a step is 4
        ("基准=80; 每高=0.5%:0.1", "81", "50.20"),  # a step is 0.4; two whole ones in 1
        ("基准=0.9; 每低=1%:0.5; 不足一步=按比例", "0.891", "49.50"),  # a step is 0.009
        ("基准=均值(值,同组); 每高=1:1", "70", "50.00"),
    ],
)
def test_points_for_each_step(parameters, value, score):
    assert points("增减计分", parameters, value, "50") == score


@pytest.mark.parametrize("base", ["0", "-3"])
def test_a_base_of_zero_or_less_gives_the_base_points(base):
    assert points("增减计分", f"基准={base}; 基本分=45; 每高=1:1; 每低=1:1", "10", "50") == "45.00"


def test_the_bounds_hold_for_the_base_points_too():
    assert points("增减计分", "基准=0; 基本分=45; 封顶=40", "10", "50") == "40.00"
    assert points("增减计分", "基准=0; 基本分=-5", "10", "50") == "0.00"


def test_above_the_full_marks_there_is_no_cap_unless_told():
    assert points("增减计分", "基准=10; 每高=1:10", "30", "50") == "250.00"


def test_a_step_of_zero_by_its_formula_is_not_applicable():
    node = leaf("增减计分", "基准=10; 每高=值*0:1", "30", "50")
    assert (node.score, node.state, node.reason) == (None, State.NOT_APPLICABLE, "步长为零或负数")


def test_the_steps_are_told():
    texts = [step.text for step in leaf("增减计分", TEN + "; 封顶=50", "125", "50").steps]
    assert texts == [
        "基准 = 100",
        "基本分",
        "比基准高 25，每步 10，计 2 步",
        "45 加 2 步 × 1",
        "四舍五入到 2 位小数",
    ]
