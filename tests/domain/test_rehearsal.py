"""预演: who rises, who falls, and which indicators separate nobody."""

from decimal import Decimal

from app.domain.rehearsal import extras, movements, undecisive
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


def test_a_bonus_that_nobody_earned_separates_nobody_without_being_noise_and_one_that_all_have_is():
    def given(bonus):
        return scheme_of(
            数据项="编码|名称|类型\nx|甲数|数值",
            指标="指标组|编码|名称|分值|计分方式|参数|数据项|加减分\n法官|A|甲|100|公式|式=x|x|\n"
            f"法官|J|奖惩||公式|式={bonus}|x|是",
        )

    facts_told = facts([person("P1"), person("P2")], entry("P1", "x", "50"), entry("P2", "x", "40"))
    assert extras(given("0")) == {("法官", "J")}
    found = {
        bonus: undecisive(evaluation(given(bonus), facts_told).results, extras(given(bonus))) for bonus in ("0", "2")
    }
    assert found["0"] == ()
    assert [(each.code, each.score) for each in found["2"]] == [("J", Decimal("2.00"))]
