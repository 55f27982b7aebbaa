"""Divisions by their customary short names."""

import pytest

from app.domain.division_names import fitting, is_everybody

COURT = (
    "民事审判第一庭", "民事审判第二庭", "民事审判第十一庭", "刑事审判庭", "行政审判庭", "立案庭（诉讼服务中心）", "执行局", "执行一庭",
    "审判管理办公室", "综合办公室", "司法警察大队", "政治部", "环境资源审判庭", "城关人民法庭",
)  # fmt: skip


@pytest.mark.parametrize(
    ("told", "division"),
    [
        ("民一庭", "民事审判第一庭"), ("民2庭", "民事审判第二庭"), ("民十一庭", "民事审判第十一庭"), ("刑庭", "刑事审判庭"),
        ("行政庭", "行政审判庭"), ("审管办", "审判管理办公室"), ("法警大队", "司法警察大队"), ("立案庭", "立案庭（诉讼服务中心）"),
        ("环资庭", "环境资源审判庭"), ("城关法庭", "城关人民法庭"), ("民 一 庭", "民事审判第一庭"),
    ],
)  # fmt: skip
def test_a_short_name_is_known_where_one_division_fits(told, division):
    assert fitting(told, COURT).sure == (division,)


def test_the_full_name_is_known_where_the_roster_has_the_short_one():
    assert fitting("民事审判第一庭", ["民一庭", "民二庭", "审管办"]).sure == ("民一庭",)
    assert fitting("审判管理办公室", ["民一庭", "审管办", "办公室"]).sure == ("审管办",)


@pytest.mark.parametrize(
    "told", ["民三庭", "执行庭", "民庭", "行政", "政治处", "执行局综合科", "办公室", "一庭", "刑一庭", "执行二庭"]
)
def test_where_number_or_end_differ_nothing_is_sure(told):
    assert fitting(told, COURT).sure == ()


def test_what_comes_near_is_named():
    assert fitting("民庭", COURT).near == ("民事审判第一庭", "民事审判第二庭", "民事审判第十一庭")
    assert fitting("行政", COURT).near == ("行政审判庭",)
    assert fitting("民三庭", COURT).near == ()
    assert fitting("刑庭", ["刑事审判第一庭", "刑事审判第二庭"]).near == ("刑事审判第一庭", "刑事审判第二庭")


def test_two_that_fit_are_two():
    assert fitting("审管办", ["审判管理办公室", "审判监督管理办公室"]).sure == ("审判管理办公室", "审判监督管理办公室")


def test_the_whole_court_is_no_division():
    assert is_everybody("全 院")
    assert is_everybody("各部门")
    assert not is_everybody("民一庭")
