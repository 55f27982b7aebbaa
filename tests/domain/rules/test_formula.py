"""公式: the formula is the score, within 保底 and 封顶 where told."""

import pytest

from app.domain.entries import State
from tests.domain.made_up import leaf, points


@pytest.mark.parametrize(
    ("parameters", "value", "score"),
    [
        ("式=值*2", "7", "14.00"),
        ("式=值/3", "2", "0.67"),
        ("式=分值-甲数", "7", "93.00"),
        ("式=若(值>5,分值,0)", "7", "100.00"),
        ("式=若(值=7 且 分值==100, 1, 2)", "7", "1.00"),
        ("式=值*100; 封顶=120", "7", "120.00"),
        ("式=-值; 保底=-3", "7", "-3.00"),
        ("式=-值", "7", "-7.00"),
        ("式=60+(值*90%-5)/5*10", "7", "62.60"),
        ("式=在岗月数*10", "7", "30.00"),
        ("式=最小(值, 分值*5%)", "7", "5.00"),
        ("封顶=5；式=值", "7", "5.00"),
    ],
)
def test_what_the_formula_comes_to(parameters, value, score):
    assert points("公式", parameters, value) == score


def test_division_by_zero_is_not_applicable_with_that_reason():
    node = leaf("公式", "式=分值/值", "0")
    assert (node.score, node.state, node.reason) == (None, State.NOT_APPLICABLE, "除数为零")


def test_the_figures_that_went_in_stand_beside():
    node = leaf("公式", "式=甲数*在岗月数", "7")
    assert [(each.item, str(each.value)) for each in node.inputs] == [("甲数（2024Q1）", "7"), ("在岗月数", "3")]
