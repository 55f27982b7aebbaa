"""The fine print, contract 4.1, number by number, as far as the domain decides it (11 and 12 are the services')."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from app.domain.entries import State
from app.domain.explanation import to_document
from app.domain.facts import Status
from app.domain.numbers import shown
from app.domain.roster import Absence
from app.domain.schemes import DataItem, ItemKind
from app.domain.words import without_bracket
from tests.domain.made_up import (
    HEAD,
    case,
    codes_of,
    covered,
    entry,
    evaluation,
    facts,
    inner,
    leaf,
    person,
    points,
    proposal,
    proposed,
    results,
    scheme_of,
)

ITEMS = "编码|名称|类型|汇总|算式\nx|甲数|数值||\ny|乙数|数值||"
HEADER = "指标组|编码|名称|分值|计分方式|参数|数据项|缺数据|不适用|加减分\n"
ONE = {"数据项": ITEMS, "指标": f"{HEADER}法官|A|甲|100|直接计分||x|||"}


def test_1_figures_are_exact_until_the_one_rounding_half_up_away_from_zero():
    # 100 × (1/3 × 3) is 100 and not 99.99; half a cent goes up, below zero it goes down
    assert points("公式", "式=分值*(1/值*值)", "3") == "100.00"
    assert points("公式", "式=1.005*值", "1") == "1.01"
    assert points("公式", "式=-1.005*值", "1") == "-1.01"
    assert shown(Fraction(1, 3)) == "0.333333"
    assert [step.text for step in leaf("完成率", "目标=3", "1").steps][2] == "分值 100 × 完成率 0.333333"


def test_2_months_in_post_are_days_less_the_named_absences_to_four_decimals():
    scheme = scheme_of(
        方案=f"{HEAD['方案']}\n不计在岗的离岗类型|病假",
        数据项=ITEMS,
        指标=f"{HEADER}法官|A|甲|100|公式|式=在岗比例*在岗月数|||",
    )
    away = (
        Absence("P1", "病假", date(2024, 1, 1), date(2024, 1, 20)),
        Absence("P1", "学习", date(2024, 2, 1), date(2024, 2, 10)),
    )
    told = results(scheme, facts([person("P1", end="2024-03-15")], away))["P1"]
    # 75 days in post less 20 sick = 55 of 91 = 0.604395… → 0.6044; × 3 = 1.8132; 0.6044 × 1.8132 = 1.09589… → 1.10
    assert f"{told.months_in_post}" == "1.8132"
    assert f"{told.total}" == "1.10"


def test_2_in_force_longest_is_by_days_summed_and_nobody_s_condition_fits_is_a_warning():
    people = [
        person("P1", "民一庭", end="2024-01-20"),
        person("P1", "刑庭", start="2024-01-21", end="2024-02-29"),
        person("P1", "民一庭", start="2024-03-01"),
        person("K1", category="司机"),
    ]
    told = evaluation(scheme_of(**ONE), facts(people))
    assert [(each.staff_no, each.division, each.status) for each in told.results] == [
        ("P1", "民一庭", Status.INCOMPLETE),
        ("K1", "民一庭", Status.NOT_EVALUATED),
    ]
    assert [each.code for each in told.warnings] == ["no-set-fits"]


def test_3_not_entered_wins_over_not_applicable_and_excused_and_these_over_a_value():
    scheme = scheme_of(数据项=ITEMS, 指标=f"{HEADER}法官|A|甲|100|公式|式=x+y||||")

    def state(x, y):
        return (
            results(scheme, facts([person("P1")], entry("P1", "x", x), entry("P1", "y", y)))["P1"].tree.find("A").state
        )

    assert state("1", "未填") is State.EMPTY
    assert state("不适用", "未填") is State.EMPTY
    assert state("免计", "1") is State.EXCUSED
    assert state("1", "不适用") is State.NOT_APPLICABLE


def test_3_a_month_not_entered_makes_the_sum_so_and_own_values_win():
    def quarter(**told):
        records = [entry("P1", "x", value, code.replace("_", "-")) for code, value in told.items()]
        return results(scheme_of(**ONE), facts([person("P1")], *records))["P1"]

    months = {"2024_01": "1", "2024_02": "2"}
    assert quarter(**months).status is Status.INCOMPLETE
    assert f"{quarter(**months, **{'2024_03': '不适用'}).total}" == "3.00"
    assert f"{quarter(**months, **{'2024Q1': '9'}).total}" == "9.00"


def test_3_the_mean_policy_is_of_rounded_scores_and_a_bonus_never_spreads():
    scheme = scheme_of(
        数据项=ITEMS,
        指标=f"{HEADER}法官|A|甲|100|公式|式=x/3||均分||\n法官|B|乙|5|直接计分||y|||是",
    )
    told = results(
        scheme,
        facts(
            [person("P1"), person("P2"), person("P3")],
            entry("P2", "x", "10"),  # 3.33
            entry("P3", "x", "20"),  # 6.67
            *(entry(each, "y", "不适用") for each in ("P1", "P2", "P3")),
        ),
    )
    assert f"{told['P1'].total}" == "5.00"  # (3.33 + 6.67) ÷ 2
    assert told["P1"].tree.find("摊分") is None
    assert codes_of(数据项=ITEMS, 指标=f"{HEADER}法官|A|甲|100|直接计分||x|||\n法官|B|乙||直接计分||y|满分||是") == [
        "scheme-full-needs-marks"
    ]


def test_4_what_fits_no_band_and_no_word_and_no_place():
    assert leaf("分档计分", ">=90:100", "50").state is State.NOT_APPLICABLE
    assert leaf("等次换算", "好:100", "中").missing_rule == ""
    assert points("名次计分", "第1名=0; 每降1名=3", "50") == "0.00"
    assert points("名次计分", "2:60", "50") == "0.00"


def test_4_a_step_in_percent_is_relative_to_the_base_the_standard_or_the_limit_crossed():
    assert points("增减计分", "基准=50; 每高=10%:1", "60") == "102.00"
    assert points("标准扣分", "标准=50; 每差=10%:1", "40") == "98.00"
    assert points("区间计分", "下限=50; 上限=80; 每低=10%:1; 每高=10%:1", "40") == "98.00"
    assert points("区间计分", "下限=50; 上限=80; 每低=10%:1; 每高=10%:1", "96") == "98.00"


def test_5_a_direct_score_outside_its_bounds_is_an_incomplete_total_with_that_reason():
    told = results(scheme_of(**ONE), facts([person("P1")], entry("P1", "x", "100.5")))["P1"]
    assert (told.status, told.total, told.reason) == (
        Status.INCOMPLETE, None, "甲：填报的100.5不在0至100之间",
    )  # fmt: skip


def test_6_a_percentage_counts_as_98_where_the_unit_is_percent_and_headers_ignore_a_bracket():
    assert DataItem("x", "率", ItemKind.NUMBER, unit="%").is_percent
    assert DataItem("x", "率", ItemKind.NUMBER, unit="％").is_percent
    assert not DataItem("x", "率", ItemKind.NUMBER, unit="件").is_percent
    assert without_bracket("结案率（%）") == without_bracket("结案率")


def test_7_an_inner_period_not_computed_or_incomplete_makes_the_longer_one_so():
    scheme = scheme_of(数据项=ITEMS, 指标=f"{HEADER}法官|A|甲|100|直接计分||x|||", 周期="周期|组成|权重\n半年|季|100%")
    both = {"2024Q1": {"P1": inner("90")}, "2024Q2": {"P1": inner("80")}}
    told = results(scheme, facts([person("P1")], inner=both), "2024H1")["P1"]
    assert [(node.code, f"{node.score}") for node in told.tree.parts()] == [("周期:季", "85.00")]
    missing = results(scheme, facts([person("P1")], inner={"2024Q1": both["2024Q1"]}), "2024H1")["P1"]
    waiting = both | {"2024Q2": {"P1": inner(None, status="incomplete")}}
    incomplete = results(scheme, facts([person("P1")], inner=waiting), "2024H1")["P1"]
    assert [each.status for each in (missing, incomplete)] == [Status.INCOMPLETE] * 2


def test_8_places_are_within_their_range_staff_numbers_sort_naturally_and_quotas_have_their_rounding():
    scheme = scheme_of(**ONE, 等次="等次池|周期|等次|比例上限|取整\n法官|季|好|20%|舍去，至少1\n法官|季|较好||")
    people = [person("Y10"), person("Y2"), person("Y1")]
    records = [entry("Y10", "x", "80"), entry("Y2", "x", "80")]
    told = evaluation(scheme, facts(people, *records)).results
    assert [(each.staff_no, each.rank, each.pool_size) for each in told] == [
        ("Y2", 1, 3),
        ("Y10", 1, 3),
        ("Y1", None, 3),
    ]
    # incomplete Y1 counts in the base: 20 % of 3 is 0.6, at least 1
    pool = proposal(scheme, facts(people, *records)).pools[0]
    assert (pool.size, pool.grades[0].limit, pool.on_the_line) == (3, 1, ("Y2", "Y10"))


def test_8_grades_of_inner_periods_count_without_the_two_that_are_none():
    scheme = scheme_of(**ONE, 等次='等次池|周期|等次|前提\n法官|年|优秀|季度数==2 且 次数("好")==1\n法官|年|称职|')
    words = ("好", "较好", "不进行考核", "不确定等次")
    quarters = {f"2024Q{number}": {"P1": inner("90", word)} for number, word in enumerate(words, 1)}
    world = facts([person("P1")], entry("P1", "x", "90", "2024"), inner=quarters)
    assert proposed(proposal(scheme, world, "2024"))["P1"].proposed_grade == "优秀"


def test_9_who_takes_part_is_asked_of_months_in_post_days_away_and_the_posting():
    scheme = scheme_of(
        **ONE,
        参加考核="状态|代码|条件\n不进行考核|T1|在岗比例<0.5\n不确定等次|T2|离岗天数(“病假”)>30 且 人员类别==“员额法官”",
    )
    sick = Absence("P2", "病假", date(2024, 1, 1), date(2024, 1, 31))
    people = [person("P1", start="2024-03-01"), person("P2"), person("P3")]
    told = results(scheme, facts(people, sick, *(entry(each, "x", "9") for each in ("P1", "P2", "P3"))))
    assert {staff_no: (each.status, each.reason_code) for staff_no, each in told.items()} == {
        "P1": (Status.NOT_EVALUATED, "T1"),
        "P2": (Status.UNDETERMINED, "T2"),
        "P3": (Status.COMPLETE, ""),
    }


def test_10_an_empty_field_of_a_case_equals_an_empty_text_and_nothing_else():
    def counted(condition):
        scheme = scheme_of(
            数据项=f"编码|名称|类型|算式\nz|数|案件|件数({condition})", 指标=f"{HEADER}法官|A|甲|100|直接计分||z|||"
        )
        told = facts([person("P1")], case("1", 承办人="P1", 标的额=""), covered(""))
        return int(results(scheme, told)["P1"].total)

    conditions = ("标的额==“”", "标的额==0", "标的额<100", "标的额>=0", "标的额!=0", "标的额==“否”")
    assert [counted(each) for each in conditions] == [1, 0, 0, 0, 1, 0]


def test_11_a_scheme_knows_its_year_and_version():
    scheme = scheme_of(**ONE, 方案=f"{HEAD['方案']}\n版本|2")
    assert (scheme.year, scheme.version) == (2024, "2")
    told = evaluation(scheme, facts([]))
    assert (told.scheme, told.scheme_version) == ("考核办法", "2")


def test_12_computing_the_same_facts_again_gives_the_same_to_the_last_byte():
    world = facts([person("P1"), person("P2")], entry("P1", "x", "33.3"), entry("P2", "x", "66"))
    documents = [[each.to_document() for each in evaluation(scheme_of(**ONE), world).results] for _ in range(2)]
    assert documents[0] == documents[1]


def test_13_json_tells_states_policies_and_null_where_there_is_nothing():
    scheme = scheme_of(
        数据项=ITEMS,
        指标=f"{HEADER}法官|A|甲|60|直接计分||x|零分||\n法官|B|乙|40|直接计分||y|||\n法官|V|丙||一票否决|总分=0|x|||",
    )
    told = results(scheme, facts([person("P1")], entry("P1", "y", "免计")))["P1"]
    nodes = {node.code: to_document(node) for node in told.tree.parts()}
    assert [(nodes[code]["state"], nodes[code]["missing_rule"], nodes[code]["score"]) for code in "ABV"] == [
        ("empty", "零分", "0.00"),
        ("excused", "摊分", None),
        ("empty", None, None),
    ]
    assert [each.value for each in State] == ["value", "empty", "not_applicable", "excused"]
    assert told.veto == ""


def test_13_every_better_grade_is_listed_with_its_code():
    grades = "等次池|周期|等次|最低分|比例上限\n法官|季|好|90|50%\n法官|季|较好|80|\n法官|季|一般||"
    told = proposed(
        proposal(
            scheme_of(**ONE, 等次=grades),
            facts(
                [person("P1"), person("P2"), person("P3")],
                *(entry(staff_no, "x", total) for staff_no, total in (("P1", "95"), ("P2", "92"), ("P3", "70"))),
            ),
        )
    )
    assert [[(bar.grade, bar.code) for bar in told[each].barred] for each in ("P1", "P2", "P3")] == [
        [],
        [("好", "quota")],
        [("好", "score"), ("较好", "score")],
    ]
    assert told["P1"].total == Decimal("95.00")
