"""Places within 排名范围 (contract 4.1, 8 and section 5)."""

import pytest

from tests.domain.made_up import entry, evaluation, facts, person, scheme_of

PEOPLE = [
    person("Y10", "刑庭", line="刑事"),
    person("Y2", "民一庭", line="民事"),
    person("Y1", "民二庭", line="民事"),
    person("S1", "民一庭", "书记员", line="民事"),
    person("S2", "刑庭", "书记员", line="刑事"),
]
VALUES = {"Y10": "90", "Y2": "90", "Y1": "80", "S1": "95", "S2": "70"}


def told(scope="", values=VALUES, people=PEOPLE, pools="|", **more):
    judges, clerks = pools.split("|")
    scheme = scheme_of(
        指标组=f"""指标组|适用条件|排名范围|等次池
        法官|人员类别=="员额法官"|{scope}|{judges}
        书记员|人员类别=="书记员"|{scope}|{clerks}""",
        数据项="编码|名称|类型\nx|甲数|数值",
        指标="""指标组|编码|名称|分值|计分方式|参数|数据项
        法官|A|甲|100|直接计分||x
        书记员|A|甲|100|直接计分||x""",
        **more,
    )
    found = evaluation(scheme, facts(people, *(entry(each, "x", value) for each, value in values.items())))
    return [(each.staff_no, each.rank, each.pool_size) for each in found.results]


def test_order_is_by_set_then_rank_then_staff_number_and_equal_totals_share_a_rank():
    assert told() == [("Y2", 1, 3), ("Y10", 1, 3), ("Y1", 3, 3), ("S1", 1, 2), ("S2", 2, 2)]


def test_equal_totals_are_one_two_two_four():
    people = [person(f"P{number}") for number in range(1, 5)]
    values = dict(zip(("P1", "P2", "P3", "P4"), ("90", "85", "85", "80"), strict=True))
    scheme_values = told(people=people, values=values)
    assert [rank for _, rank, _ in scheme_values] == [1, 2, 2, 4]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("部门", {"Y10": (1, 1), "Y2": (1, 1), "Y1": (1, 1), "S1": (1, 1), "S2": (1, 1)}),
        ("条线", {"Y10": (1, 1), "Y2": (1, 2), "Y1": (2, 2), "S1": (1, 1), "S2": (1, 1)}),
        ("同组", {"Y10": (1, 3), "Y2": (1, 3), "Y1": (3, 3), "S1": (1, 2), "S2": (2, 2)}),
        ("等次池", {"Y10": (2, 5), "Y2": (2, 5), "Y1": (4, 5), "S1": (1, 5), "S2": (5, 5)}),
        ("不排名", dict.fromkeys(("Y10", "Y2", "Y1", "S1", "S2"), (None, None))),
    ],
)
def test_the_range_of_places(scope, expected):
    assert {staff_no: (rank, size) for staff_no, rank, size in told(scope, pools="干警|干 警")} == expected


def test_incomplete_people_have_no_rank_and_count_in_the_size():
    assert told(values={**VALUES, "Y2": "未填"})[:3] == [("Y10", 1, 3), ("Y1", 2, 3), ("Y2", None, 3)]


def test_whoever_does_not_take_part_is_in_no_place():
    found = told(参加考核='状态|代码|条件\n不进行考核|X|部门=="刑庭"')
    assert found[:3] == [("Y2", 1, 2), ("Y1", 2, 2), ("Y10", None, None)]


def test_an_undetermined_person_has_no_place_and_counts_in_the_size():
    found = told(参加考核='状态|代码|条件\n不确定等次|X|部门=="刑庭"')
    assert found[:3] == [("Y2", 1, 3), ("Y1", 2, 3), ("Y10", None, 3)]


def test_people_of_no_set_come_last():
    assert told(people=[*PEOPLE, person("A1", category="司机")])[-1] == ("A1", None, None)
