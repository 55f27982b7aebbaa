"""预演: who rises, who falls, and which indicators separate nobody."""

from decimal import Decimal

from app.domain.rehearsal import movements, undecisive
from tests.domain.made_up import entry, evaluation, facts, person, scheme_of


def told(formula, values):
    scheme = scheme_of(
        数据项="编码|名称|类型\nx|甲数|数值",
        指标=f"指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|60|公式|式={formula}|x\n法官|B|乙|40|公式|式=40|x",
    )
    people = [person(each) for each in values]
    return evaluation(scheme, facts(people, *(entry(each, "x", value) for each, value in values.items()))).results


def test_whoever_gains_most_comes_first_and_places_are_compared():
    before = told("x", {"P1": "50", "P2": "40", "P3": "30"})
    after = told("60-x", {"P1": "50", "P2": "40", "P3": "30", "P4": "10"})
    found = movements(before, after)
    assert [(each.staff_no, each.change, each.places) for each in found] == [
        ("P3", Decimal("0.00"), 1),
        ("P2", Decimal("-20.00"), -1),
        ("P1", Decimal("-40.00"), -3),
        ("P4", None, None),
    ]
    assert found[-1].before is None


def test_an_indicator_that_gives_everybody_the_same_is_named():
    found = undecisive(told("x", {"P1": "50", "P2": "40"}))
    assert [(each.set_name, each.code, each.score, each.people) for each in found] == [
        ("法官", "B", Decimal("40.00"), 2)
    ]


def test_one_person_alone_says_nothing_about_an_indicator():
    assert undecisive(told("x", {"P1": "50"})) == ()
