"""What is found once for everybody and worded when read says to the byte what asking anew for each person says."""

import json
import random
from unittest.mock import patch

import pytest

from app.domain.explanation import to_document
from app.domain.scoring.frames import Frame
from tests.domain.made_up import case, covered, entry, event, facts, person, results, scheme_of

PEOPLE = [
    person(f"P{number}", "民一庭" if number % 2 else "刑庭", line="民事" if number < 4 else "刑事")
    for number in range(1, 8)
]
LEAVES = """A|10|完成率|目标=7|a|零分|摊分
B|10|完成率|目标=均值(值,部门); 封顶=120%; 保底=10%|b|均分|满分
C|10|标准扣分|标准=均值(a,条线); 方向=不高于; 每差=10%:0.7|a|零分|摊分
D|10|标准扣分|标准=85; 每差=3:0.7; 不足一步=不计|c|摊分|零分
E|10|区间计分|下限=均值(b,部门)/2; 上限=最大(均值(b,部门),100); 每低=10%:0.3; 每高=均值(a,同组):0.1|b|均分|均分
F|10|增减计分|基准=均值(b,全院); 基本分=3; 每高=5:0.3; 每低=均值(a,部门):0.7; 封顶=均值(b,部门)|b|零分|摊分
G|10|分档计分|>=200:5; >=分值*10:值/100; >=7:2; 其他:若(值>0,1,b/10)|a|均分|零分
H|10|分档计分|>=200:分值; >=100:2; =7:1|b|零分|满分
I|5|直接计分|上限=300|a|零分|均分
J|5|按件扣分|每件=0.1; 免扣=均值(值,条线)/3; 保底=1|b|零分|满分
K|5|按件加分|每件=0.01|n|零分|零分
L|5|公式|式=若(值>50,值/均值(值,部门),绝对值(值)/取整(b)); 封顶=分值; 保底=0|a|零分|零分
M||公式|式=四舍五入(值/3,1)+最小(值,5)-最大(值,2)|a|零分|零分
N||公式|式=在岗月数+名次(a,部门)+最高(b,全院)||零分|摊分"""
ITEMS = """编码|名称|类型|算式
a|甲数|数值|
b|乙数|数值|
c|丙率|公式|a/b*100
n|结案|案件|折算(角色="承办人")"""


def sheet():
    head = "指标组|编码|名称|上级|分值|计分方式|参数|数据项|缺数据|不适用|加减分"
    rows = []
    for line in LEAVES.splitlines():
        code, marks, method, parameters, item, missing, not_applicable = line.split("|")
        parent, extra = ("W" if code in "ABC" else "", "" if marks else "是")
        rows.append(
            f"法官|{code}|{code}名|{parent}|{marks}|{method}|{parameters}|{item}|{missing}|{not_applicable}|{extra}"
        )
    return "\n".join([head, "法官|W|业绩||||||||", *rows])


NODE = Frame.node
SCHEME = scheme_of(数据项=ITEMS, 指标=sheet())


def records(seed, decimals=3):
    dice = random.Random(seed)
    whole = seed % 3 == 0
    told = []
    for each, _ in PEOPLE:
        for item in "ab":
            units = dice.randrange(-2000 if not whole else 1, 30000) * 10**decimals // 1000
            figure = f"{units}E-{dice.randrange(decimals + 1)}"
            word = dice.choice(["未填", "不适用", "免计", "0", "7", figure, figure, figure])
            if whole or dice.random() < 0.9:
                told.append(entry(each.staff_no, item, figure if whole else word))
    told += [case(f"{number}", 承办人=f"P{dice.randrange(1, 8)}") for number in range(dice.randrange(9))]
    told.append(event("宣传", "2024-02-01", "P1"))
    return [*told, covered("")] if seed % 4 else told


def documents(seed, decimals=3):
    told = results(SCHEME, facts(PEOPLE, *records(seed, decimals)))
    return json.dumps({staff_no: each.to_document() for staff_no, each in told.items()}, ensure_ascii=False)


@pytest.mark.parametrize("seed", range(24))
def test_a_leaf_in_a_frame_says_what_the_rule_says_when_it_is_asked_anew(seed):
    quick = documents(seed)
    with patch("app.domain.scoring.marks.group_calls", return_value=None):
        assert documents(seed) == quick


@pytest.mark.parametrize("decimals", [9, 30, 70])
@pytest.mark.parametrize("seed", range(3))
def test_figures_of_many_decimals_come_out_the_same(seed, decimals):
    quick = documents(seed, decimals)
    with patch("app.domain.scoring.marks.group_calls", return_value=None):
        assert documents(seed, decimals) == quick


def test_a_frame_goes_on_in_ratios_where_a_division_does_not_end():
    told = scheme_of(数据项=ITEMS, 指标=sheet())
    with patch.object(Frame, "node", autospec=True, side_effect=NODE) as worded:
        to_document(results(told, facts(PEOPLE, *records(0, 9)))["P1"].tree)
    decimals = {call.args[0]._column.indicator.code: call.args[0]._decimals is not None for call in worded.mock_calls}
    assert decimals["J"]
    assert not decimals["A"]


def test_both_ways_are_taken_here(monkeypatch):
    worded = []
    monkeypatch.setattr(Frame, "node", lambda *asked: worded.append(NODE(*asked)) or worded[-1])
    to_document(results(SCHEME, facts(PEOPLE, *records(3)))["P1"].tree)
    # E and F ask for a mean only beyond a limit, G for another item, L by its 若, N for what is
    # the person's own; whether H and I take a figure is the figure's affair.
    codes = {each.code for each in worded}
    assert codes - {"H", "I"} == set("ABCDJKM")


def test_an_explanation_reads_the_same_however_often_and_from_wherever_it_is_read():
    tree = results(SCHEME, facts(PEOPLE, *records(0)))["P2"].tree
    first = to_document(tree)
    assert to_document(tree) == first
    assert tree.children[0].children[1] is tree.children[0].children[1]
    assert tree.children == tuple(tree.children)
    assert hash(tree.children) == hash(tuple(tree.children))
    assert [each.code for each in tree.children[-2:]] == [each.code for each in tuple(tree.children)[-2:]]
