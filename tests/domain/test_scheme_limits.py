"""Bands, bounds and grades that can never be met: told, and stop nothing."""

import pytest

from app.domain.scheme.limits import unreachable_limits
from app.messages import sentence
from tests.domain.made_up import one_leaf, scheme_of


def told(scheme):
    found = list(unreachable_limits(scheme))
    assert all(each.warning for each in found)
    for problem in found:
        assert "{" not in "".join(sentence(problem.code, {"value": problem.value, **problem.values}))
    return [each.code for each in found]


@pytest.mark.parametrize(
    ("bands", "hidden"),
    [
        (">=90:100; >=80:50; 其他:0", 0),
        (">=80:100; >=90:50; 其他:0", 1),
        ("其他:0; >=90:100", 1),
        (">90:100; >=90:50", 0),
        (">=90:100; >90:50", 1),
        (">=90:100; =95:50; =90:20; =80:10", 2),
        ("<=3:100; <=5:50; <2:10", 1),
        (">=90:100; <=5:50", 0),
        (">=均值(x,全院):100; >=90:50", 0),
    ],
)
def test_a_band_that_an_earlier_one_always_takes(bands, hidden):
    assert told(one_leaf("分档计分", bands)) == ["review-band-hidden"] * hidden


@pytest.mark.parametrize(
    ("method", "parameters", "codes"),
    [
        ("完成率", "目标=1; 保底=120%", ["review-floor-above-cap"]),
        ("完成率", "目标=1; 保底=50%; 封顶=50%", []),
        ("增减计分", "基准=1; 封顶=50; 保底=60", ["review-floor-above-cap"]),
        ("增减计分", "基准=1; 保底=60", []),
        ("公式", "式=x; 封顶=值; 保底=60", []),
        ("按件加分", "每件=-1", []),
    ],
)
def test_a_floor_above_its_cap(method, parameters, codes):
    assert told(one_leaf(method, parameters)) == codes


@pytest.mark.parametrize(
    ("method", "parameters", "unreachable"),
    [
        ("直接计分", "", True),
        ("直接计分", "上限=120", False),
        ("完成率", "目标=1", True),
        ("完成率", "目标=1; 封顶=120%", False),
        ("增减计分", "基准=1; 封顶=100", True),
        ("增减计分", "基准=1", False),
        ("公式", "式=x", False),
        ("分档计分", ">=1:100; 其他:60", True),
        ("分档计分", ">=1:110; 其他:60", False),
        ("标准扣分", "标准=1", True),
    ],
)
def test_a_grade_above_every_total_that_can_be_reached(method, parameters, unreachable):
    scheme = scheme_of(
        数据项="编码|名称|类型\nx|甲数|数值",
        指标=f"指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|{method}|{parameters}|x\n法官|V|否决||一票否决|总分=0|x",
        等次="等次池|周期|等次|最低分\n法官|季|好|105\n法官|季|较好|",
    )
    assert told(scheme) == (["review-grade-unreachable"] if unreachable else [])


def test_whatever_stands_beside_the_full_marks_may_reach_it():
    scheme = scheme_of(
        数据项="编码|名称|类型\nx|甲数|数值",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项|加减分\n法官|A|甲|100|直接计分||x|\n法官|B|乙||公式|式=x||是",
        等次="等次池|周期|等次|最低分\n法官|季|好|105",
    )
    assert told(scheme) == []
