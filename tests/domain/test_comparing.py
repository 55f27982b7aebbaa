"""较上期: what changed in a person's score, part by part."""

from decimal import Decimal

from app.domain.analysis.comparing import part_changes
from tests.domain.made_up import entry, facts, person, results, scheme_of

SCHEME = scheme_of(
    数据项="编码|名称|类型\nx|甲数|数值\ny|乙数|数值",
    指标="指标组|编码|名称|分值|计分方式|参数|数据项|缺数据\n法官|A|甲|60|直接计分||x|\n法官|B|乙|40|直接计分||y|零分",
)


def told(x, y):
    return results(SCHEME, facts([person("P1")], entry("P1", "x", x), entry("P1", "y", y)))["P1"]


def test_only_what_differs_is_told_and_the_greatest_first():
    found = part_changes(told("50", "10"), told("55", "30"))
    assert [(each.code, each.old_score, each.new_score, each.change) for each in found] == [
        ("B", Decimal("10.00"), Decimal("30.00"), Decimal("20.00")),
        ("A", Decimal("50.00"), Decimal("55.00"), Decimal("5.00")),
    ]
    assert part_changes(told("50", "10"), told("50", "10")) == ()


def test_a_nothing_is_told_by_its_word():
    found = part_changes(told("50", "0"), told("50", "未填"))
    assert [(each.code, each.old_value, each.new_value, each.change) for each in found] == [
        ("B", "0", "未填", Decimal("0.00"))
    ]
