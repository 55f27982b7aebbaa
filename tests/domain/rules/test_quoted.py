"""引用得分: the mean of other people's scores × 折算."""

import pytest

from app.domain.entries import State
from tests.domain.made_up import case, covered, entry, facts, person, results, scheme_of

SETS = '指标组|适用条件\n庭长|职务=="庭长"\n法官|人员类别=="员额法官"\n助理|人员类别=="法官助理"'
PEOPLE = [
    person("P1", "民一庭", post="庭长"),
    person("P2", "民一庭", name="乙"),
    person("P3", "民一庭", name="丙"),
    person("P4", "刑庭", name="丁", line="刑事"),
    person("P5", "民一庭", "法官助理", name="戊"),
]
MARKS = [("P2", "90"), ("P3", "80.01"), ("P4", "60")]
HEADER = "指标组|编码|名称|分值|计分方式|参数|数据项|缺数据"


def scheme(head='对象=指标组=="法官" 且 同部门; 取=总分', assistant="对象=协助的法官"):
    return scheme_of(
        指标组=SETS,
        数据项="编码|名称|类型\nx|甲数|数值",
        指标=f"""{HEADER}
        庭长|A|引用|100|引用得分|{head}||
        法官|A|办案|90|直接计分||x|
        法官|B|作风|10|公式|式=10*0||
        助理|A|引用|100|引用得分|{assistant}||""",
    )


def head(parameters, marks=MARKS, *records):
    told = results(scheme(head=parameters), facts(PEOPLE, *(entry(*each_of(each)) for each in marks), *records))
    return told["P1"].tree.find("A")


def each_of(pair):
    return pair[0], "x", pair[1]


def test_the_mean_of_the_scores_of_those_who_fit():
    # the judges of 民一庭: (90 + 80.01) ÷ 2 = 85.005 → 85.01
    assert f"{head('对象=指标组==“法官” 且 同部门; 取=总分').score}" == "85.01"


@pytest.mark.parametrize(
    ("parameters", "score"),
    [
        ("对象=指标组==“法官” 且 同部门; 折算=30%", "25.50"),  # 85.005 × 0.3 = 25.5015
        ("对象=指标组==“法官”; 取=A", "76.67"),  # (90 + 80.01 + 60) ÷ 3 = 76.67
        ("对象=指标组==“法官”; 取=a", "76.67"),
        ("对象=指标组==“法官”; 取=B", "0.00"),
        ("对象=指标组==“法官” 且 非 同部门", "60.00"),
        ("对象=指标组==“法官” 且 条线==“刑事”", "60.00"),
        ("对象=部门==“刑庭” 且 人员类别==“员额法官”", "60.00"),
    ],
)
def test_whom_what_and_how_much(parameters, score):
    assert f"{head(parameters).score}" == score


def test_nobody_fits_is_not_applicable():
    node = head("对象=指标组==“法官” 且 部门==“行政庭”")
    assert (node.score, node.state, node.reason) == (None, State.NOT_APPLICABLE, "没有符合条件的对象")


def test_one_of_them_incomplete_is_not_entered_and_named():
    node = head("对象=指标组==“法官” 且 同部门", [("P2", "90"), ("P3", "未填")])
    assert (node.score, node.state, node.missing_rule) == (None, State.EMPTY, "待补")
    assert node.reason == "丙的总分尚不完整"


def test_a_person_outside_the_condition_may_be_incomplete():
    assert f"{head('对象=指标组==“法官” 且 同部门', [('P2', '90'), ('P3', '80'), ('P4', '未填')]).score}" == "85.00"


def test_oneself_is_never_among_them():
    # the two others of one's own set: no circle where 取 is another indicator
    found = scheme_of(
        数据项="编码|名称|类型\nx|甲数|数值",
        指标=f"{HEADER}\n法官|A|办案|60|直接计分|上限=100|x|\n法官|B|同事|40|引用得分|对象=同部门; 取=A||",
    )
    told = results(found, facts(PEOPLE[:3], entry("P1", "x", "60"), entry("P2", "x", "30"), entry("P3", "x", "40")))
    assert f"{told['P1'].tree.find('B').score}" == "35.00"


CASES = (
    case("1", 承办人="P2", 法官助理="P5"),
    case("2", 承办人="P2", 书记员="P5"),
    case("3", 承办人="P3", 法官助理="P5", 书记员="P5"),
    case("4", 承办人="P4", 合议庭成员="P5"),
    case("5", 承办人="P1", 法官助理="P5"),
    case("6", "2024-04-01", 承办人="P4", 法官助理="P5"),
)


def assistant(parameters="对象=协助的法官", *records):
    told = facts(PEOPLE, *(entry(*each_of(each)) for each in MARKS), *records)
    return results(scheme(assistant=parameters), told)["P5"].tree.find("A")


def test_the_judges_assisted_count_once_for_each_case_and_only_those_of_the_set():
    # P2 twice, P3 once; P4's case only as 合议庭成员, P1 is no 法官 by set, case 6 is of April:
    # (90 × 2 + 80.01) ÷ 3 = 86.67
    node = assistant("对象=协助的法官", CASES, covered(""))
    assert f"{node.score}" == "86.67"
    assert [step.text for step in node.steps[:2]] == ["乙：90（2 案）", "丙：80.01"]


def test_another_set_may_be_named():
    node = assistant("对象=协助的法官; 指标组=庭长", CASES, covered(""))
    assert f"{node.score}" == "85.01"


def test_without_the_case_list_it_is_not_entered():
    assert assistant("对象=协助的法官", CASES).state is State.EMPTY


def test_whoever_assists_nobody_has_it_not_applicable():
    assert assistant("对象=协助的法官", covered("")).state is State.NOT_APPLICABLE


def test_people_who_do_not_take_part_are_not_quoted():
    found = scheme_of(
        指标组=SETS.removesuffix('\n助理|人员类别=="法官助理"'),
        数据项="编码|名称|类型\nx|甲数|数值",
        指标=f"""{HEADER}
        庭长|A|引用|100|引用得分|对象=指标组==“法官”||
        法官|A|办案|100|直接计分||x|""",
        参加考核='状态|代码|条件\n不进行考核|CX|部门=="刑庭"',
    )
    told = results(found, facts(PEOPLE[:4], *(entry(*each_of(each)) for each in MARKS)))
    assert f"{told['P1'].total}" == "85.01"
