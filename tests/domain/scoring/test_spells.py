"""任职变动 by days: every figure by hand. 2024Q1 has 91 days: 1 January to 14 February 45, from 15 February 46."""

from datetime import date

import pytest

from app.domain.facts import Status
from app.domain.roster import Absence
from tests.domain.made_up import case, codes_of, covered, entry, event, facts, person, results, scheme_of

SPLIT = "项目|内容\n方案名称|考核办法\n年度|2024\n任职变动|按天拆分"
SETS = '指标组|适用条件\n庭长|职务=="庭长"\n法官|人员类别=="员额法官"'
ITEMS = """编码|名称|类型|算式
x|甲数|数值|
n|结案|案件|件数()
w|违纪|台账|台账=="廉政" """
INDICATORS = """指标组|编码|名称|分值|计分方式|参数|数据项
法官|A|甲|100|直接计分||x
庭长|B|乙|100|完成率|目标=100|x"""


def scheme(**sheets):
    return scheme_of(**{"方案": SPLIT, "指标组": SETS, "数据项": ITEMS, "指标": INDICATORS, **sheets})


def promoted(staff_no="P1", division="民一庭", since="2024-02-15"):
    before = date.fromordinal(date.fromisoformat(since).toordinal() - 1).isoformat()
    return [
        person(staff_no, "民一庭", start="2020-01-01", end=before),
        person(staff_no, division, post="庭长", start=since),
    ]


def indicators(*rows):
    return "\n".join(["指标组|编码|名称|分值|计分方式|参数|数据项|加减分|缺数据", *rows])


def test_each_set_is_scored_and_weighed_with_its_days():
    told = results(scheme(), facts(promoted(), entry("P1", "x", "91")))["P1"]
    # 91 × 45 ÷ 91 = 45; 91 × 46 ÷ 91 = 46.
    assert {node.code: f"{node.score}" for node in told.tree.parts()} == {
        "任职:法官": "45.00",
        "任职:法官/A": "91.00",
        "任职:庭长": "46.00",
        "任职:庭长/B": "91.00",
    }
    assert (f"{told.total}", told.set_name, told.rank) == ("91.00", "庭长", 1)


def test_without_the_setting_the_longest_posting_has_the_person():
    told = results(scheme(方案="项目|内容\n方案名称|考核办法\n年度|2024"), facts(promoted(), entry("P1", "x", "91")))[
        "P1"
    ]
    assert [node.code for node in told.tree.parts()] == ["B"]


def test_the_setting_takes_its_two_words_only():
    assert "scheme-unknown-word" in codes_of(方案=SPLIT.replace("按天拆分", "按月拆分"))


def test_each_component_is_rounded_once():
    told = results(scheme(), facts(promoted(), entry("P1", "x", "33.33")))["P1"]
    # 33.33 × 45 ÷ 91 = 16.4818 → 16.48; 33.33 × 46 ÷ 91 = 16.8481 → 16.85.
    assert [f"{told.tree.find(code).score}" for code in ("任职:法官", "任职:庭长")] == ["16.48", "16.85"]
    assert f"{told.total}" == "33.33"


def test_a_move_within_one_set_splits_nothing():
    people = [person("P1", "民一庭", end="2024-02-14"), person("P1", "刑庭", start="2024-02-15")]
    told = results(scheme(), facts(people, entry("P1", "x", "91")))["P1"]
    assert [node.code for node in told.tree.parts()] == ["A"]
    assert told.notes[0].startswith("本期有多段任职，按在任最久的“刑庭”计")


def test_two_spells_in_one_set_are_one_with_another_between():
    people = [
        person("P1", "民一庭", end="2024-01-31"),
        person("P1", "民一庭", post="庭长", start="2024-02-01", end="2024-02-29"),
        person("P1", "刑庭", start="2024-03-01"),
    ]
    told = results(scheme(), facts(people, entry("P1", "x", "91")))["P1"]
    # 31 + 31 days as a judge, 29 as head: 91 × 62 ÷ 91 and 91 × 29 ÷ 91.
    assert {node.code: f"{node.score}" for node in told.tree.children} == {"任职:法官": "62.00", "任职:庭长": "29.00"}
    assert told.division == "刑庭"


def test_a_day_with_two_postings_belongs_to_the_one_that_began_last():
    people = [person("P1", start="2020-01-01"), person("P1", post="庭长", start="2024-02-15", end="2024-03-01")]
    told = results(scheme(), facts(people, entry("P1", "x", "91")))["P1"]
    # 15 February to 1 March: 16 days.
    assert {node.code: f"{node.score}" for node in told.tree.children} == {"任职:法官": "75.00", "任职:庭长": "16.00"}


def test_days_without_a_set_or_without_a_posting_have_no_weight():
    people = [
        person("P1", category="见习", start="2024-01-11", end="2024-01-31"),
        person("P1", start="2024-02-01", end="2024-02-10"),
        person("P1", post="庭长", start="2024-02-11", end="2024-03-11"),
    ]
    told = results(scheme(), facts(people, entry("P1", "x", "80")))["P1"]
    # 10 days as a judge and 30 as head: 80 × 10 ÷ 40 and 80 × 30 ÷ 40.
    assert {node.code: f"{node.score}" for node in told.tree.children} == {"任职:法官": "20.00", "任职:庭长": "60.00"}


def test_a_set_without_indicators_in_this_kind_of_period_has_no_weight():
    yearly = INDICATORS.replace("数据项", "数据项|周期", 1).replace("100|x", "100|x|年")
    told = results(scheme(指标=yearly), facts(promoted(), entry("P1", "x", "91")))["P1"]
    assert {node.code: f"{node.score}" for node in told.tree.children} == {"任职:法官": "91.00"}


def test_cases_and_events_count_in_the_spell_of_their_day():
    told = results(
        scheme(
            指标=indicators(
                "法官|A|办案|100|公式|式=n*10|n||",
                "庭长|B|办案|100|公式|式=n*10|n||",
                "法官|K|违纪||按件加分|每件=-7; 封顶=0|w|是|",
                "庭长|L|违纪||按件加分|每件=-9; 封顶=0|w|是|",
            )
        ),
        facts(
            promoted(),
            case("1", "2024-02-14", 承办人="P1"),
            case("2", "2024-02-15", 承办人="P1"),
            case("3", "2024-03-01", 承办人="P1"),
            event("廉政", "2024-02-15", "P1"),
            covered("", "廉政"),
        ),
    )["P1"]
    scores = {node.code: f"{node.score}" for node in told.tree.parts()}
    assert (scores["任职:法官/A"], scores["任职:庭长/B"]) == ("10.00", "20.00")
    assert (scores["任职:法官/K"], scores["任职:庭长/L"]) == ("0.00", "-9.00")
    # 10 × 45 ÷ 91 = 4.945; 11 × 46 ÷ 91 = 5.560.
    assert (scores["任职:法官"], scores["任职:庭长"], f"{told.total}") == ("4.95", "5.56", "10.51")


def test_a_month_belongs_to_the_spell_with_most_of_its_days_and_to_no_other():
    people = promoted(since="2024-02-16")
    months = [entry("P1", "x", told, f"2024-0{month}") for month, told in ((1, "20"), (2, "30"), (3, "7"))]
    told = results(scheme(), facts(people, *months))["P1"]
    # February: 15 days as a judge, 14 as head.
    assert (told.tree.find("任职:法官/A").value, told.tree.find("任职:庭长/B").value) == (50, 7)


def test_a_spell_that_has_no_month_of_its_own_is_not_applicable_there():
    people = [
        person("P1", start="2020-01-01", end="2024-02-09"),
        person("P1", post="庭长", start="2024-02-10", end="2024-02-13"),
        person("P1", start="2024-02-14"),
    ]
    months = [entry("P1", "x", "10", f"2024-0{month}") for month in (1, 2, 3)]
    sheet = INDICATORS + "\n庭长|C|丙|50|公式|式=40|"
    told = results(scheme(指标=sheet.replace("庭长|B|乙|100", "庭长|B|乙|50")), facts(people, *months))["P1"]
    node = told.tree.find("任职:庭长/B")
    assert (node.state, node.missing_rule) == ("not_applicable", "摊分")
    # The other 50 marks alone: 40 × 100 ÷ 50 = 80; 4 of 91 days: 3.516. The judge's 30: 30 × 87 ÷ 91 = 28.681.
    assert {node.code: f"{node.score}" for node in told.tree.children} == {"任职:法官": "28.68", "任职:庭长": "3.52"}


def test_months_in_post_and_days_away_are_those_of_the_spell():
    sheet = indicators(
        "法官|A|甲|100|公式|式=在岗月数*10+离岗天数(“病假”)||||", "庭长|B|乙|100|公式|式=在岗月数*10||||"
    )
    away = Absence("P1", "病假", date(2024, 2, 10), date(2024, 2, 20))
    told = results(scheme(指标=sheet.replace("||||", "|||")), facts(promoted(), away))["P1"]
    # 45 ÷ 91 = 0.4945 × 3 = 1.4835; sick from the 10th to the 14th: 5 days. 46 ÷ 91 = 0.5055 × 3 = 1.5165.
    assert f"{told.tree.find('任职:法官/A').score}" == "19.84"
    assert f"{told.tree.find('任职:庭长/B').score}" == "15.17"


def test_the_person_stands_among_the_people_of_each_spell_with_the_figures_of_that_spell():
    sheet = indicators(
        "法官|A|甲|100|公式|式=均值(n,部门)||||".replace("||||", "|||"),
        "庭长|B|乙|100|名次计分|第1名=100; 每降1名=10|n||",
    )
    people = [*promoted(division="刑庭"), person("P2", "民一庭"), person("P3", "刑庭", post="庭长")]
    told = results(
        scheme(指标=sheet),
        facts(
            people,
            case("1", "2024-01-10", 承办人="P1"),
            case("2", "2024-01-11", 承办人="P1"),
            case("3", "2024-03-01", 承办人="P1"),
            case("4", "2024-03-02", 承办人="P2、P3"),
            case("5", "2024-03-03", 承办人="P3"),
            covered(""),
        ),
    )
    # As a judge in 民一庭 beside P2: (2 + 1) ÷ 2. As head beside P3: 1 against 2 is second place.
    assert f"{told['P1'].tree.find('任职:法官/A').score}" == "1.50"
    assert f"{told['P1'].tree.find('任职:庭长/B').score}" == "90.00"
    # For everybody else the person stays with the whole period in the set of the longest spell: 3 cases against 2.
    assert f"{told['P2'].tree.find('A').score}" == "1.00"
    assert f"{told['P3'].tree.find('B').score}" == "90.00"


def test_a_head_quotes_the_judges_of_the_division_of_that_spell():
    sheet = indicators(
        "法官|A|甲|100|直接计分||x||",
        "庭长|B|带队|100|引用得分|对象=指标组==“法官” 且 同部门|||",
    )
    people = [*promoted(division="刑庭"), person("P2", "民一庭"), person("P3", "刑庭")]
    told = results(
        scheme(指标=sheet), facts(people, entry("P1", "x", "70"), entry("P2", "x", "80"), entry("P3", "x", "60"))
    )["P1"]
    assert f"{told.tree.find('任职:庭长/B').score}" == "60.00"


def test_a_veto_that_strikes_in_one_spell_strikes_the_whole():
    sheet = indicators(
        "法官|A|甲|100|直接计分||x||",
        "法官|V|违纪||一票否决|等次上限=称职|w||",
        "庭长|B|乙|100|直接计分||x||",
        "庭长|V|违纪||一票否决|总分=50|w||",
    )
    grades = "等次池|周期|等次|最低分\n庭长|季|优秀|90\n庭长|季|称职|"
    early = facts(promoted(), entry("P1", "x", "91"), event("廉政", "2024-01-05", "P1"), covered("廉政"))
    late = facts(promoted(), entry("P1", "x", "91"), event("廉政", "2024-03-05", "P1"), covered("廉政"))
    first, second = (results(scheme(指标=sheet, 等次=grades), told)["P1"] for told in (early, late))
    assert (first.veto, first.grade_limit, f"{first.total}") == ("任职:法官/V", "称职", "91.00")
    assert (second.veto, second.grade_limit, f"{second.total}") == ("任职:庭长/V", "", "50.00")


def test_a_spell_that_waits_makes_the_whole_incomplete():
    sheet = INDICATORS.replace("目标=100|x", "目标=100|n")
    told = results(scheme(指标=sheet), facts(promoted(), entry("P1", "x", "91")))["P1"]
    assert (told.status, told.total) == (Status.INCOMPLETE, None)
    assert told.reason == "庭长：乙：2024年第一季度的案件清单未报"


def test_only_the_own_part_of_a_longer_period_is_split():
    yearly = {"周期": "周期|组成|权重\n年|季|60%\n年|本期|40%"}
    inner = {
        f"2024Q{number}": {"P1": results(scheme(), facts([person("P1")], entry("P1", "x", "80")))["P1"]}
        for number in (1, 2, 3, 4)
    }
    people = promoted(since="2024-07-02")
    told = results(scheme(**yearly), facts(people, entry("P1", "x", "90", "2024"), inner=inner), "2024")["P1"]
    # 183 days each: 90 × 183 ÷ 366 = 45 twice; × 40 % = 36; 80 × 60 % = 48.
    parts = {node.code: f"{node.score}" for node in told.tree.parts() if node.kind == "component"}
    assert parts == {"周期:季": "48.00", "周期:本期": "36.00", "任职:法官": "45.00", "任职:庭长": "45.00"}
    assert f"{told.total}" == "84.00"


def test_a_circle_through_a_spell_is_a_circle():
    sheet = indicators(
        "法官|A|甲|100|引用得分|对象=指标组==“庭长” 且 同部门|||",
        "庭长|B|乙|100|引用得分|对象=指标组==“法官”|||",
    )
    with pytest.raises(AssertionError, match="circle"):
        scheme(指标=sheet)


def test_a_judge_s_spell_quotes_the_division_s_head_and_never_oneself():
    sheet = indicators(
        "法官|A|甲|100|引用得分|对象=职务==“庭长” 且 同部门; 取=总分|||",
        "庭长|B|乙|100|直接计分||x||",
    )
    # As a judge until 14 February P1 quotes the head of the division: P2, and not oneself.
    people = [*promoted(), person("P2", "民一庭", post="庭长")]
    told = results(scheme(指标=sheet), facts(people, entry("P1", "x", "50"), entry("P2", "x", "80")))["P1"]
    assert f"{told.tree.find('任职:法官/A').score}" == "80.00"
