"""A scheme held against a book: told, and stops nothing."""

from app.domain.periods import Period
from app.domain.scheme.review import review_scheme
from app.messages import sentence
from tests.domain.made_up import entry, facts, person, scheme_of

TOLD = {
    "指标组": '指标组|适用条件\n法官|人员类别=="员额法官"\n资深|职级=="一级"\n司机|人员类别=="司机"',
    "数据项": "编码|名称|类型|填报部门|算式\nx|甲数|数值||\ny|乙数|数值|审管办|\nz|丙数|公式||x+y\nu|丁数|数值||",
    "指标": "指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|公式|式=z|\n资深|A|甲|100|公式|式=x|\n司机|A|甲|100|公式|式=x|",
}
SCHEME = scheme_of(**TOLD)


def test_an_item_that_a_setting_names_is_used():
    told = {"方案": "项目|内容\n方案名称|甲\n年度|2024\n月度评分数据项|丁数"}
    found = review_scheme(scheme_of(**TOLD, **told), Period.parse("2024Q1"), facts([person("P1")]))
    assert [each.value for each in found if each.code == "review-item-unused"] == []


def test_people_sets_conditions_and_items_that_cannot_work_are_told():
    people = [person("P1", rank="一级"), person("P2"), person("K1", category="书记员")]
    found = review_scheme(SCHEME, Period.parse("2024Q1"), facts(people, entry("P1", "x", "1")))
    assert [(each.code, each.value or each.values.get("first")) for each in found] == [
        ("no-set-fits", "K1"),
        ("review-overlap", "法官"),
        ("review-set-empty", "资深"),
        ("review-set-empty", "司机"),
        ("review-item-missing", "乙数"),
        ("review-item-unused", "丁数"),
    ]
    assert all(each.warning for each in found)
    for problem in found:
        assert "{" not in "".join(sentence(problem.code, {"value": problem.value, **problem.values}))
