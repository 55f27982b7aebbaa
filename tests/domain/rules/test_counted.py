"""按件扣分 and 按件加分."""

import pytest

from tests.domain.made_up import leaf, points


@pytest.mark.parametrize(
    ("parameters", "value", "score"),
    [
        ("每件=2", "0", "10.00"),
        ("每件=2", "3", "4.00"),
        ("每件=2", "6", "0.00"),
        ("每件=2; 保底=-5", "6", "-2.00"),
        ("每件=2; 保底=-5", "9", "-5.00"),
        ("每件=2; 免扣=1", "1", "10.00"),
        ("每件=2; 免扣=1", "3", "6.00"),
        ("每件=2; 免扣=5", "3", "10.00"),
        ("每件=0.5; 保底=6", "20", "6.00"),
        ("每件=分值/4", "2", "5.00"),
        ("每件=0.333", "1", "9.67"),
    ],
)
def test_a_deduction_for_each(parameters, value, score):
    assert points("按件扣分", parameters, value, "10") == score


@pytest.mark.parametrize(
    ("parameters", "value", "score"),
    [
        ("每件=0.5", "0", "0.00"),
        ("每件=0.5", "3", "1.50"),
        ("每件=0.5", "30", "10.00"),  # 封顶 is 分值
        ("每件=0.5; 封顶=3", "30", "3.00"),
        ("每件=0.5; 封顶=12", "30", "12.00"),
        ("每件=-1", "3", "-3.00"),
    ],
)
def test_a_bonus_for_each(parameters, value, score):
    assert points("按件加分", parameters, value, "10") == score


def test_a_bonus_beside_the_full_marks_without_marks_has_no_cap():
    assert points("按件加分", "每件=2", "50", "", extra="是") == "100.00"


def test_free_ones_and_the_floor_are_told():
    texts = [step.text for step in leaf("按件扣分", "每件=4; 免扣=1; 保底=2", "4", "10").steps]
    assert texts == ["4 件中免扣 1 件", "分值 10 − 每件 4 × 3 件", "保底 2", "四舍五入到 2 位小数"]
