"""Limits that can never be met are told, and only they."""

import pytest

from app.domain.scheme_limits import unreachable_limits
from tests.domain.made_up import scheme_of

ITEMS = "编码|名称|类型\nx|数|数值"


def codes(method: str, parameters: str, grades: str = "") -> list[str]:
    """What is told of a scheme with one indicator."""
    leaf = f"指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|{method}|{parameters}|x"
    sheets = {"数据项": ITEMS, "指标": leaf, **({"等次": f"等次池|周期|等次|最低分\n{grades}"} if grades else {})}
    return [problem.code for problem in unreachable_limits(scheme_of(**sheets))]


@pytest.mark.parametrize(
    "bands",
    [
        ">=80:12; >=90:15; 其他:0",
        ">80:12; >=90:15; 其他:0",
        ">=80:12; =85:13; 其他:0",
        "<=20:12; <10:15; 其他:0",
        ">=80:12; >=80:11; 其他:0",
        "其他:0; >=90:15",
    ],
)
def test_a_band_behind_one_that_takes_it_all_is_told(bands: str) -> None:
    assert codes("分档计分", bands) == ["review-band-hidden"]


@pytest.mark.parametrize(
    "bands", [">=90:15; >=80:12; 其他:0", "<10:15; <=20:12; 其他:0", ">80:12; >=80:11; 其他:0", ">=80:12; <80:3"]
)
def test_bands_in_order_are_not(bands: str) -> None:
    assert codes("分档计分", bands) == []


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("完成率", "目标=10; 封顶=50%; 保底=60%"),
        ("增减计分", "基准=10; 封顶=5; 保底=6"),
        ("公式", "式=值; 封顶=5; 保底=6"),
    ],
)
def test_a_floor_above_the_cap_is_told(method: str, parameters: str) -> None:
    assert codes(method, parameters) == ["review-floor-above-cap"]


def test_a_grade_above_the_full_total_is_told_where_nothing_can_be_added() -> None:
    assert codes("直接计分", "上限=100", "法官|季|好|110") == ["review-grade-unreachable"]
    assert codes("直接计分", "上限=100", "法官|季|好|100") == []
