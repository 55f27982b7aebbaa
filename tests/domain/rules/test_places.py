"""名次计分: points by place; equal values share the better place."""

import pytest

from app.domain.entries import State
from tests.domain.made_up import entry, facts, person, results, scheme_of

PEOPLE = [
    person("P1", "民一庭", line="民事"),
    person("P2", "民一庭", line="民事"),
    person("P3", "民二庭", line="民事"),
    person("P4", "刑庭", line="刑事"),
    person("Y1", "刑庭", "书记员", line="刑事"),
]
VALUES = {"P1": "30", "P2": "40", "P3": "40", "P4": "10", "Y1": "99"}


def scores(parameters, values=VALUES, marks="60"):
    scheme = scheme_of(
        指标组='指标组|适用条件\n法官|人员类别=="员额法官"\n书记员|人员类别=="书记员"',
        数据项="编码|名称|类型\nx|甲数|数值",
        指标=f"""指标组|编码|名称|分值|计分方式|参数|数据项
        法官|T|总分|{marks}|||
        法官|A|办案|{marks}|名次计分|{parameters}|x
        书记员|A|记录|100|直接计分|上限=1000|x""",
    )
    told = results(scheme, facts(PEOPLE, *(entry(each, "x", value) for each, value in values.items())))
    nodes = {staff_no: result.tree.find("A") for staff_no, result in told.items() if staff_no != "Y1"}
    return {staff_no: node.score if node.score is None else f"{node.score}" for staff_no, node in nodes.items()}


def test_by_a_falling_row_with_shared_places():
    # within 同组: 40, 40, 30, 10 → places 1, 1, 3, 4
    assert scores("第1名=60; 每降1名=3; 保底=48") == {"P1": "54.00", "P2": "60.00", "P3": "60.00", "P4": "51.00"}


def test_the_floor_holds_and_is_zero_unless_told():
    assert scores("第1名=60; 每降1名=5; 保底=48")["P4"] == "48.00"
    assert scores("第1名=60; 每降1名=25")["P4"] == "0.00"


def test_the_lowest_may_be_first():
    assert scores("方向=低者先; 第1名=60; 每降1名=3") == {"P1": "57.00", "P2": "54.00", "P3": "54.00", "P4": "60.00"}


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("部门", {"P1": "57.00", "P2": "60.00", "P3": "60.00", "P4": "60.00"}),
        ("条线", {"P1": "54.00", "P2": "60.00", "P3": "60.00", "P4": "60.00"}),
        ("同组", {"P1": "54.00", "P2": "60.00", "P3": "60.00", "P4": "51.00"}),
        ("全院", {"P1": "54.00", "P2": "60.00", "P3": "60.00", "P4": "51.00"}),
    ],
)
def test_the_range_holds_people_of_the_own_set_only(scope, expected):
    assert scores(f"范围={scope}; 第1名=60; 每降1名=3") == expected


def test_by_a_list_of_places():
    assert scores("1:60; 2:57; 3:54; 其他:48") == {"P1": "54.00", "P2": "60.00", "P3": "60.00", "P4": "48.00"}
    assert scores("第1名:60；第2至3名:50；其他:40")["P1"] == "50.00"


def test_a_place_beyond_the_list_gets_the_floor_which_is_zero_unless_told():
    assert scores("1:60; 2:57")["P4"] == "0.00"
    assert scores("1:60; 2:57; 保底=40")["P4"] == "40.00"


def test_a_list_may_come_with_range_and_direction():
    assert scores("方向=低者先; 范围=部门; 1:60; 其他:30") == {
        "P1": "60.00", "P2": "30.00", "P3": "60.00", "P4": "60.00",
    }  # fmt: skip


def test_people_without_a_value_have_no_place_and_take_none():
    told = scores("第1名=60; 每降1名=3", {**VALUES, "P2": "未填", "P3": "不适用"})
    assert told == {"P1": "60.00", "P2": None, "P3": None, "P4": "57.00"}


def test_the_place_is_told():
    scheme = scheme_of(
        数据项="编码|名称|类型\nx|甲数|数值",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|办案|100|名次计分|第1名=100; 每降1名=3|x",
    )
    told = results(scheme, facts(PEOPLE[:2], entry("P1", "x", "30"), entry("P2", "x", "40")))["P1"].tree.find("A")
    assert [step.text for step in told.steps[:2]] == ["同组内共 2 人有数，列第 2 名", "100 − 3 × 1，保底 0"]
    assert told.state is State.VALUE
