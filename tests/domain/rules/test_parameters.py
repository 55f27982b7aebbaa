"""The 参数 cell: ``名=值; 名=值``; every fault with its place in the cell."""

import pytest

from app.domain.rules.parameters import split
from tests.domain.made_up import codes_of, points, problems_of

HEADER = "指标组|编码|名称|分值|计分方式|参数|数据项"


def faults(method, parameters, kind="数值"):
    formula = '台账=="宣传"' if kind == "台账" else ""
    found = problems_of(
        数据项=f"编码|名称|类型|算式\nx|甲数|{kind}|{formula}",
        指标=f"{HEADER}\n法官|A|甲|100|{method}|{parameters}|x",
    )
    return [(each.code, each.values.get("place")) for each in found]


@pytest.mark.parametrize(
    ("method", "parameters", "code", "place"),
    [
        ("完成率", "", "parameter-missing", "1"),
        ("完成率", "封顶=120%", "parameter-missing", "1"),
        ("完成率", "目标=10; 目标=20", "parameter-twice", "8"),
        ("完成率", "目标=10; 顶=20", "parameter-unknown", "10"),
        ("完成率", "目标=10; 封顶", "parameter-unreadable", "8"),
        ("完成率", "目标=不存在", "formula-unknown-name", "4"),
        ("完成率", "目标=10; 封顶=坏名", "formula-unknown-name", "11"),
        ("完成率", "目标=", "formula-empty", "4"),
        ("完成率", '目标="好"', "formula-wrong-type", "4"),
        ("完成率", "目标=均值(甲数)", "formula-range-missing", "4"),
        ("完成率", '目标=均值(甲数,部门,"没有")', "formula-unknown-set", "13"),
        ("完成率", '目标=均值(甲数,全院,"法官","法官")', "formula-argument-count", "4"),
        ("完成率", "目标=部门", "formula-range-alone", "4"),
        ("完成率", "目标=均值(部门,同组)", "formula-range-missing", "4"),
        ("完成率", '目标=得分("Z9")', "scheme-unknown-indicator", "4"),
        ("增减计分", "每高=10%:1", "parameter-missing", "1"),
        ("增减计分", "基准=10; 每高=10%", "parameter-step-unreadable", "11"),
        ("增减计分", "基准=10; 每高=0:1", "parameter-step-not-positive", "11"),
        ("增减计分", "基准=10; 每高=-5%:1", "parameter-step-not-positive", "11"),
        ("增减计分", "基准=10; 不足一步=随便", "parameter-word", "13"),
        ("标准扣分", "方向=不低于", "parameter-missing", "1"),
        ("标准扣分", "标准=85; 方向=高", "parameter-word", "11"),
        ("区间计分", "下限=1", "parameter-missing", "1"),
        ("按件扣分", "免扣=1", "parameter-missing", "1"),
        ("按件加分", "", "parameter-missing", "1"),
        ("名次计分", "每降1名=3", "parameter-missing", "1"),
        ("名次计分", "范围=全国; 第1名=1", "parameter-word", "4"),
        ("名次计分", "1:60; 前几名:50", "parameter-unreadable", "7"),
        ("公式", "封顶=5", "parameter-missing", "1"),
        ("引用得分", "取=总分", "parameter-missing", "1"),
        ("引用得分", "对象=同部门 且", "formula-ends-early", "9"),
        ("引用得分", '对象=指标组=="没有"', "formula-unknown-set", "9"),
        ("引用得分", "对象=协助的法官; 指标组=没有", "parameter-unknown-set", None),
        ("引用得分", "对象=同部门; 取=Z9", "scheme-unknown-indicator", None),
        ("一票否决", "", "parameter-missing", "1"),
    ],
)
def test_a_fault_is_told_with_its_place_in_the_cell(method, parameters, code, place):
    assert (code, place) in faults(method, parameters)


def test_level_points_that_cannot_be_read_are_a_fault():
    assert ("parameter-unreadable", "11") in faults("事项计分", "级别分=国家级:5,省级", "台账")


def test_all_faults_of_a_cell_are_told_at_once():
    assert len(faults("增减计分", "基准=坏名; 每高=0:1; 错=1")) == 3


@pytest.mark.parametrize(
    "parameters",
    ["目标=10; 封顶=120%", "目标＝10；封顶＝120％", " 目 标 = 10 ;　封顶 = 1.2 ; ", "封顶=120%; 目标=10;"],
)
def test_width_blanks_and_order_make_no_difference(parameters):
    assert points("完成率", parameters, "11") == "110.00"


def test_a_value_may_hold_separators_in_quotes_and_brackets():
    told = split('目标=若("a;b"="c",1,2); 封顶=(1;2); x="；"', ";")
    assert [part.text.strip() for part in told] == ['目标=若("a;b"="c",1,2)', "封顶=(1;2)", 'x="；"']


def test_nothing_is_wrong_with_a_name_that_a_rule_takes_as_a_rater_group():
    assert (
        codes_of(
            数据项="编码|名称|类型\nx|测评|测评",
            指标=f"{HEADER}\n法官|A|甲|100|测评计分|院领导（正职）=40%; 其他人员=60%|x",
        )
        == []
    )
