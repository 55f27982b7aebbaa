"""前提: a formula over the person and the grades of the periods inside (contract, section 4 and 4.1, 8)."""

from datetime import date

import pytest

from app.domain.grades.grading import propose
from app.domain.periods import Period
from app.domain.roster import Absence
from tests.domain.made_up import case, covered, entry, evaluation, facts, inner, person, proposal, proposed, scheme_of

QUARTERS = ("2024Q1", "2024Q2", "2024Q3", "2024Q4")
HALF_GOOD = '次数("好")*2>=季度数 且 次数("一般")==0 且 次数("较差")==0'


def told(condition, inside=None, *records, total="95", posting=None, factors=""):
    """The proposal of P1 in the year: 优秀 under the condition, else 称职."""
    scheme = scheme_of(
        数据项="编码|名称|类型|算式\nx|甲数|数值|\ny|乙数|数值|\nz|折算|案件|折算()",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|直接计分||x",
        等次=f"等次池|周期|等次|最低分|前提\n法官|年|优秀|90|{condition}\n法官|年|称职||",
        **({"案件系数": factors} if factors else {}),
    )
    periods = {code: {} if each is None else {"P1": each} for code, each in (inside or {}).items()}
    world = facts([person("P1", **(posting or {}))], entry("P1", "x", total, "2024"), *records, inner=periods)
    return proposed(proposal(scheme, world, "2024"))["P1"]


def quarters(*grades):
    return {code: grade and inner("90", grade) for code, grade in zip(QUARTERS, grades, strict=True)}


@pytest.mark.parametrize(
    ("grades", "grade"),
    [
        (("好", "好", "较好", "较好"), "优秀"),
        (("好", "较好", "较好", "较好"), "称职"),
        (("好", "好", "好", "一般"), "称职"),
        (("好", "好", "好", "较差"), "称职"),
        (("好", "较好", None, None), "优秀"),  # two quarters with a grade, one of them 好
        (("好", "不进行考核", "不确定等次", "较好"), "优秀"),  # these two are no grades
        (("好", "不确定等次", "较好", "较好"), "称职"),  # one of three
    ],
)
def test_the_half_good_rule(grades, grade):
    assert told(HALF_GOOD, quarters(*grades)).proposed_grade == grade


def test_whoever_does_not_meet_it_is_barred_by_it():
    found = told(HALF_GOOD, quarters("好", "较好", "较好", "较好"))
    assert [(each.grade, each.code) for each in found.barred] == [("优秀", "condition")]
    assert found.barred[0].reason.startswith("不符合前提")


def test_a_grade_only_proposed_counts_and_is_told():
    inside = quarters("好", "好", "较好", "较好") | {"2024Q2": inner("90", "好", decided=False)}
    found = told(HALF_GOOD, inside)
    assert found.proposed_grade == "优秀"
    assert found.notes == ("2024年第二季度尚未评定，按建议等次计",)


def test_times_count_over_the_kind_named_in_the_same_condition():
    months = {f"2024-{number:02d}": inner("90", "好" if number <= 6 else "较好") for number in range(1, 13)}
    assert told('次数("好")*2>=月数', months).proposed_grade == "优秀"
    assert told('次数("好")*2>月数', months).proposed_grade == "称职"
    halves = {"2024H1": inner("90", "好"), "2024H2": inner("90", "较好")}
    assert told('次数("好")==1 且 半年数==2', halves).proposed_grade == "优秀"


def test_times_count_over_quarters_where_no_kind_is_named():
    inside = quarters("好", "好", "好", "好") | {"2024-01": inner("90", "较差")}
    assert told('次数("好")==4 且 次数("较差")==0', inside).proposed_grade == "优秀"


def test_times_of_several_words_and_whatever_their_blanks():
    assert told('次数("好","较 好")==4', quarters("好", "较好", "好", "较好")).proposed_grade == "优秀"


@pytest.mark.parametrize(
    ("condition", "grade"),
    [
        ("总分>=95", "优秀"),
        ("总分>95", "称职"),
        ('职务!="庭长"', "优秀"),
        ('部门=="刑庭"', "称职"),
        ('指标组=="法官" 且 人员类别=="员额法官"', "优秀"),
        ("x>=95", "优秀"),
        ("在岗月数==12", "优秀"),
        ('离岗天数("病假")<30', "称职"),
        ("均值(x,部门)>=95", "优秀"),
        ('得分("A")>=95', "优秀"),
    ],
)
def test_the_person_and_the_year_may_be_asked(condition, grade):
    sick = Absence("P1", "病假", date(2024, 3, 1), date(2024, 3, 31))
    assert told(condition, {}, sick).proposed_grade == grade


def test_a_condition_that_cannot_be_judged_bars_and_says_why():
    found = told("y>=1")
    assert found.proposed_grade == "称职"
    assert found.barred[0].code == "condition"
    assert found.barred[0].reason == "前提“y>=1”无法判断：2024年度的乙数未填"


def test_a_condition_over_a_faulty_figure_bars_and_says_why():
    found = told(
        "z>=0", {}, case("1", 书记员="P1", 案件字="民初"), covered("", period="2024"),
        factors="字段|取值|系数\n案件字|民初|1\n角色|承办人|0.6",
    )  # fmt: skip
    assert found.barred[0].reason == "前提“z>=0”无法判断：方案的案件系数没有角色“书记员”的系数"


def test_a_person_who_left_the_roster_since_is_barred_and_the_reason_told():
    scheme = scheme_of(
        数据项="编码|名称|类型\nx|甲数|数值",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|直接计分||x",
        等次="等次池|周期|等次|前提\n法官|季|好|x>1\n法官|季|较好|",
    )
    computed = evaluation(scheme, facts([person("P1")], entry("P1", "x", "95"))).results
    found = propose(scheme, Period.parse("2024Q1"), facts([]), computed, {}).persons[0]
    assert found.proposed_grade == "较好"
    assert found.barred[0].reason == "前提“x>1”无法判断：花名册已变，请重新核算"
