"""Proposed grades: a quota only blocks, ties stay open, whoever is barred takes no place (contract, section 4, 等次)."""

from decimal import Decimal

import pytest

from tests.domain.made_up import entry, facts, person, proposal, proposed, scheme_of

GRADES = """等次池|周期|等次|最低分|比例上限|取整
法官|季|好|90|40%|{rounding}
法官|季|较好|80||
法官|季|一般|60||
法官|季|较差|||"""

UNROUNDED = GRADES.format(rounding="")


def told(totals, grades=UNROUNDED, decided=None, *, vetoes=(), participation=""):
    """The proposal for people P1, P2 … with these totals (None: not entered)."""
    scheme = scheme_of(
        数据项="编码|名称|类型\nx|甲数|数值\nv|违纪|数值",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|直接计分||x\n法官|V|否决||一票否决|等次上限=一般|v",
        等次=grades,
        **({"参加考核": participation} if participation else {}),
    )
    people = [person(f"P{number}", post=f"{number}") for number in range(1, len(totals) + 1)]
    records = [entry(f"P{number}", "x", total) for number, total in enumerate(totals, 1)]
    records += [entry(each, "v", "1") for each in vetoes]
    return proposal(scheme, facts(people, *records), decided=decided)


def grades(*args, **more):
    return {number: each.proposed_grade for number, each in proposed(told(*args, **more)).items()}


def bars(found, staff_no):
    return [(each.grade, each.code) for each in proposed(found)[staff_no].barred]


def test_the_best_grade_goes_to_the_best_within_the_quota():
    # 40 % of five people is two places
    found = told(["95", "94", "93", "85", "59"])
    assert {number: each.proposed_grade for number, each in proposed(found).items()} == {
        "P1": "好", "P2": "好", "P3": "较好", "P4": "较好", "P5": "较差",
    }  # fmt: skip
    assert bars(found, "P3") == [("好", "quota")]
    assert bars(found, "P4") == [("好", "score")]
    assert bars(found, "P5") == [("好", "score"), ("较好", "score"), ("一般", "score")]
    assert bars(found, "P1") == []


@pytest.mark.parametrize(
    ("people", "rounding", "limit"),
    [
        (4, "", 1),  # 1.6
        (4, "舍去", 1),
        (4, "四舍五入", 2),
        (4, "进一", 2),
        (3, "四舍五入", 1),  # 1.2
        (3, "进一", 2),
        (5, "进一", 2),  # exactly two
        (2, "舍去", 0),  # 0.8
        (2, "舍去 至少1", 1),
        (2, "至少1", 1),
        (1, "四舍五入，至少1", 1),
        (1, "四舍五入", 0),  # 0.4
    ],
)
def test_the_written_rounding_of_the_quota(people, rounding, limit):
    found = told(["95"] * people, GRADES.format(rounding=rounding))
    assert found.pools[0].grades[0].limit == limit


def test_a_half_is_rounded_up_by_half_up():
    found = told(["95"] * 5, GRADES.replace("40%", "50%").format(rounding="四舍五入"))
    assert found.pools[0].grades[0].limit == 3


def test_equal_totals_across_the_line_leave_the_place_open():
    # two places: P1 takes one, P2 and P3 are equal for the other, P4 must not overtake
    found = told(["96", "95", "95", "94", "70"])
    assert {number: each.proposed_grade for number, each in proposed(found).items()} == {
        "P1": "好", "P2": "较好", "P3": "较好", "P4": "较好", "P5": "一般",
    }  # fmt: skip
    assert [bars(found, each) for each in ("P2", "P3", "P4")] == [[("好", "tie")], [("好", "tie")], [("好", "quota")]]
    assert found.pools[0].on_the_line == ("P2", "P3")
    assert (found.pools[0].grades[0].limit, found.pools[0].grades[0].proposed) == (2, 1)


def test_equal_totals_that_all_find_a_place_are_no_tie():
    found = told(["95", "95", "94", "70", "70"])
    assert grades(["95", "95", "94", "70", "70"])["P2"] == "好"
    assert found.pools[0].on_the_line == ()
    assert bars(found, "P3") == [("好", "quota")]


def test_equal_totals_below_a_full_quota_are_barred_by_it_and_make_no_tie():
    found = told(["96", "95", "94", "94", "70"])
    assert [bars(found, each) for each in ("P3", "P4")] == [[("好", "quota")], [("好", "quota")]]
    assert found.pools[0].on_the_line == ()


def test_everybody_equal_on_the_line():
    found = told(["95"] * 5)
    assert set(grades(["95"] * 5).values()) == {"较好"}
    assert found.pools[0].on_the_line == ("P1", "P2", "P3", "P4", "P5")


def test_whoever_is_barred_takes_no_place_and_makes_no_tie():
    # P1 is barred by a veto: P2 and P3 take the two places although P1 and P2 are equal
    found = told(["96", "96", "95", "94", "70"], vetoes=("P1",))
    assert grades(["96", "96", "95", "94", "70"], vetoes=("P1",)) == {
        "P1": "一般", "P2": "好", "P3": "好", "P4": "较好", "P5": "一般",
    }  # fmt: skip
    assert bars(found, "P1") == [("好", "veto"), ("较好", "veto")]
    assert "V" in proposed(found)["P1"].barred[0].reason


def test_a_veto_bars_before_the_score_does():
    assert bars(told(["70", "95"], vetoes=("P1",)), "P1") == [("好", "veto"), ("较好", "veto")]


def test_a_veto_lifts_nobody():
    assert grades(["50"], vetoes=("P1",))["P1"] == "较差"


def test_a_quota_changes_no_score_and_no_place():
    found = proposed(told(["96", "95", "94", "93", "70"]))
    assert [(found[f"P{number}"].rank, found[f"P{number}"].total) for number in (1, 3, 5)] == [
        (1, Decimal("96.00")), (3, Decimal("94.00")), (5, Decimal("70.00")),
    ]  # fmt: skip


def test_a_quota_on_the_next_grade_counts_whoever_fell_to_it():
    second = GRADES.format(rounding="").replace("较好|80||", "较好|80|40%|")
    found = told(["96", "95", "94", "93", "92"], second)
    assert {number: each.proposed_grade for number, each in proposed(found).items()} == {
        "P1": "好", "P2": "好", "P3": "较好", "P4": "较好", "P5": "一般",
    }  # fmt: skip
    assert bars(found, "P5") == [("好", "quota"), ("较好", "quota")]


def test_incomplete_people_count_in_the_base_and_get_no_grade():
    # five people, two places, although only four have totals
    found = told(["96", "95", "94", "93", None])
    assert grades(["96", "95", "94", "93", None])["P2"] == "好"
    person_five = proposed(found)["P5"]
    assert (person_five.proposed_grade, person_five.rank, person_five.total) == ("", None, None)
    assert bars(found, "P5") == [(each, "incomplete") for each in ("好", "较好", "一般", "较差")]
    assert found.pools[0].size == 5


def test_whoever_does_not_take_part_stays_outside_the_base():
    found = told(["96", "95", "94", "93", "92"], participation='状态|代码|条件\n不进行考核|X|职务=="5"')
    assert (found.pools[0].size, found.pools[0].grades[0].limit) == (4, 1)
    assert proposed(found)["P5"].proposed_grade == "不进行考核"
    assert bars(found, "P5")[0] == ("好", "not_evaluated")


def test_undetermined_people_are_told_apart_and_count_in_the_base():
    found = told(["96", "95", "94", "93", "92"], participation='状态|代码|条件\n不确定等次|X|职务=="1"')
    assert found.pools[0].size == 5
    assert proposed(found)["P1"].proposed_grade == "不确定等次"
    assert bars(found, "P1")[0] == ("好", "undetermined")
    assert grades(["96", "95", "94", "93", "92"], participation='状态|代码|条件\n不确定等次|X|职务=="1"')["P3"] == "好"


def test_both_words_may_also_be_decided():
    found = told(["96", "95", "94", "93", "92"], decided={"P1": "不进行考核", "P2": "不确定等次"})
    assert found.pools[0].size == 4
    assert [proposed(found)[each].proposed_grade for each in ("P1", "P2", "P3")] == ["不进行考核", "不确定等次", "好"]


def test_what_was_decided_stands_beside_and_changes_no_proposal():
    found = told(["96", "95", "94", "93", "92"], decided={"P3": "好", "P1": "较好"})
    assert (proposed(found)["P1"].proposed_grade, proposed(found)["P1"].decided_grade) == ("好", "较好")
    assert (found.pools[0].grades[0].proposed, found.pools[0].grades[0].decided) == (2, 1)


def test_without_any_row_for_that_kind_of_period_there_are_no_pools_and_no_grades():
    found = told(["96"], GRADES.format(rounding="").replace("|季|", "|年|"))
    assert found.pools == ()
    assert (proposed(found)["P1"].proposed_grade, proposed(found)["P1"].barred) == ("", ())


def test_where_no_grade_is_left_nothing_is_proposed():
    found = told(["50"], "等次池|周期|等次|最低分\n法官|季|好|90\n法官|季|一般|80")
    assert (proposed(found)["P1"].proposed_grade, bars(found, "P1")) == ("", [("好", "score"), ("一般", "score")])


def test_shares_and_rounding_are_told_as_written():
    found = told(["96"], GRADES.format(rounding="舍去 至少1"))
    first = found.pools[0].grades[0]
    assert (first.share, first.rounding) == ("40%", "舍去 至少1")
    assert found.pools[0].grades[1].limit is None


def test_a_pool_of_two_sets_is_graded_together():
    scheme = scheme_of(
        指标组="""指标组|适用条件|排名范围|等次池
        法官|人员类别=="员额法官"||干警
        书记员|人员类别=="书记员"||干 警""",
        数据项="编码|名称|类型\nx|甲数|数值",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|直接计分||x\n书记员|A|甲|100|直接计分||x",
        等次="等次池|周期|等次|最低分|比例上限|取整\n干　警|季|好||50%|\n干警|季|较好|||",
    )
    world = facts([person("P1"), person("S1", category="书记员")], entry("P1", "x", "80"), entry("S1", "x", "90"))
    found = proposal(scheme, world)
    assert {number: each.proposed_grade for number, each in proposed(found).items()} == {"S1": "好", "P1": "较好"}
    assert [(each.pool, each.size) for each in found.pools] == [("干警", 2)]
    assert [(each.staff_no, each.rank) for each in found.persons] == [("S1", 1), ("P1", 2)]


def test_people_come_by_place_and_then_by_staff_number():
    assert [each.staff_no for each in told(["80", "90", None, "90", "70"]).persons] == ["P2", "P4", "P1", "P5", "P3"]
