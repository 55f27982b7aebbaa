"""What a bulletin tells: own figure, division mean, court mean, and lists under the rules of sheet 通报."""

from decimal import Decimal

import pytest

from app.domain.analysis.bulletin import Graded, set_parts
from app.domain.analysis.bulletin_lists import Outcomes, named_lists
from app.domain.facts import Status
from app.domain.periods import Period
from app.domain.ratings import Ballot
from tests.domain.made_up import QUARTER, codes_of, entry, facts, person, results, scheme_of

PERIOD = Period.parse(QUARTER)
PEOPLE = [
    person("P1", "民一庭", post="庭长"),
    person("P2", "民一庭"),
    person("P3", "民二庭"),
    person("P4", "民二庭"),
]
SHEETS = {
    "数据项": "编码|名称|类型\nx|甲数|数值\ny|乙数|数值",
    "指标": (
        "指标组|编码|名称|上级|分值|计分方式|参数|数据项\n法官|T|总分||100||||\n法官|TA|数量|T|60|||\n"
        "法官|A|甲|TA|60|直接计分||x\n法官|B|乙|T|40|直接计分||y"
    ),
}
SCHEME = scheme_of(**SHEETS)
# Totals: P1 50+40, P2 45+30.5, P3 55+ nothing yet, P4 40+35
TOLD = facts(
    PEOPLE,
    *(entry(who, "x", value) for who, value in zip(("P1", "P2", "P3", "P4"), (50, 45, 55, 40), strict=True)),
    entry("P1", "y", 40),
    entry("P2", "y", "30.5"),
    entry("P4", "y", 35),
)


def parts(scheme=SCHEME, told=TOLD, graded=None):
    return set_parts(scheme, list(results(scheme, told).values()), graded or Graded({}, {}))


def lists(sheet, told=TOLD, grades=None, before=None, scheme_sheets=SHEETS):
    scheme = scheme_of(**scheme_sheets, 通报=sheet)
    found = results(scheme, told)
    outcomes = Outcomes(found, grades or {}, before or {})
    return named_lists(scheme, PERIOD, told, list(found.values()), outcomes)


def test_means_are_over_those_who_have_the_figure_in_the_division_and_in_the_court():
    (part,) = parts()
    assert part.divisions["民一庭"]["A"].score == Decimal("47.50")  # (50 + 45) / 2
    assert part.divisions["民二庭"]["B"].score == Decimal("35.00")  # P3 has none: P4 alone
    assert part.court["B"] == (Decimal("35.17"), Decimal("35.17"), 3)  # (40 + 30.5 + 35) / 3 = 35.1666…
    assert part.court["总分"].score == Decimal("80.17")  # (90 + 75.5 + 75) / 3; P3 is incomplete
    assert part.court["总分"].people == 3


def test_a_figure_that_is_wanting_is_no_zero():
    (part,) = parts()
    line = next(each for each in part.lines if each.staff_no == "P3")
    assert (line.status, line.total, line.rank) == (Status.INCOMPLETE, None, None)
    assert (line.figures["B"].score, line.figures["B"].word, line.figures["B"].value) == (None, "待补", "未填")


def test_measures_come_as_the_tree_has_them_with_the_branch_above():
    (part,) = parts()
    assert [(each.code, each.kind, each.branch) for each in part.measures] == [
        ("TA", "branch", ""), ("A", "leaf", "数量"), ("B", "leaf", ""),
    ]  # fmt: skip
    assert [each.code for each in part.tops] == ["TA", "B"]
    assert [each.code for each in part.leaves] == ["A", "B"]


def test_a_decided_grade_goes_before_the_proposed_one():
    graded = Graded({"P1": "较好"}, {"P1": ("好", "较好")})
    first = parts(graded=graded)[0].lines[0]
    assert (first.grade, first.decided, first.inner_grades) == ("较好", True, ("好", "较好"))


def test_health_check_indicators_rank_nobody_and_their_order_is_no_order_of_totals():
    # 《人民法院审判质量管理指标体系》: data for analysis only, no 通报排名
    unranked = scheme_of(**SHEETS, 指标组='指标组|适用条件|排名范围\n法官|人员类别=="员额法官"|不排名')
    (part,) = parts(unranked)
    assert not part.ranked
    assert {line.rank for line in part.lines} == {None}
    assert [line.division for line in part.lines] == sorted(line.division for line in part.lines)


def test_ratings_below_the_least_number_of_ballots_are_not_shown():
    rated = scheme_of(
        数据项="编码|名称|类型\nm|民主测评|测评",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项\n法官|M|测评|100|测评计分|干警=100%; 最少票数=3|m",
    )
    ballots = tuple(Ballot("P1", PERIOD, "干警", Decimal(91), ticket=str(number)) for number in range(2))
    enough = tuple(Ballot("P2", PERIOD, "干警", Decimal(88), ticket=str(number)) for number in range(3))
    (part,) = parts(rated, facts(PEOPLE[:2], ballots, enough))
    told = {line.staff_no: line.figures["M"] for line in part.lines}
    assert (told["P1"].score, told["P1"].value) == (None, "未填")
    assert told["P2"].score == 88
    assert part.court["M"].score == 88  # the two ballots have no part in the mean either


HEADER = "名单|条件|周期|说明\n"


@pytest.mark.parametrize(
    ("condition", "named"),
    [
        ("总分>=90", ["P1"]),
        ("名次<=2 且 排名人数==4", ["P1", "P2"]),
        ('得分("A")>=50', ["P1", "P3"]),
        ('得分("TA")<45', ["P4"]),
        ("甲数>=50 且 职务==\"庭长\"", ["P1"]),
        ('等次=="好"', ["P2"]),
        ("总分>=上期总分+5", ["P4"]),
        ('部门=="民二庭" 且 甲数>均值(甲数,同组)', ["P3"]),
    ],
)  # fmt: skip
def test_a_condition_asks_for_the_result_and_the_data(condition, named):
    grades, before = {"P2": "好", "P1": "较好"}, {"P1": Decimal(88), "P4": Decimal(70)}
    (told,) = lists(f"{HEADER}表扬|{condition}||", grades=grades, before=before)
    assert [each.staff_no for each in told.people] == named


def test_means_over_totals_may_be_asked_too():
    (told,) = lists(f"{HEADER}提醒|总分+5<最高(总分,部门)||低于本庭最高分五分以上")
    assert [(each.staff_no, each.reasons) for each in told.people] == [("P2", ("低于本庭最高分五分以上",))]


def test_rows_of_one_name_make_one_list_and_every_reason_is_told():
    (told,) = lists(f"{HEADER}表扬|总分>=90||总分九十以上\n表扬|名次==1||第一名\n表扬|总分>=75.5||七十五分半以上")
    assert [(each.staff_no, each.reasons) for each in told.people] == [
        ("P1", ("总分九十以上", "第一名", "七十五分半以上")),
        ("P2", ("七十五分半以上",)),
    ]


def test_whose_data_are_wanting_is_counted_and_not_named():
    (told,) = lists(f"{HEADER}提醒|乙数<35||")
    assert [each.staff_no for each in told.people] == ["P2"]
    assert told.people[0].reasons == ("乙数<35",)  # without 说明 the condition itself
    assert told.unclear == 1


def test_a_list_is_for_the_kinds_of_period_that_it_names():
    assert lists(f"{HEADER}表扬|总分>=0|年|") == ()
    assert [each.name for each in lists(f"{HEADER}表扬|总分>=0|季、年|")] == ["表扬"]


def test_without_the_sheet_nobody_is_listed():
    assert SCHEME.lists == ()


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("|总分>1||", "scheme-cell-empty"),
        ("表扬|||", "scheme-cell-empty"),
        ("表扬|总分||", "formula-wrong-type"),
        ("表扬|没有这项>1||", "formula-unknown-name"),
        ('表扬|得分("ZZ")>1||', "scheme-unknown-indicator"),
        ("表扬|总分>1|旬|", "scheme-unknown-word"),
    ],
)
def test_faults_of_the_sheet_are_told_with_the_others(row, code):
    assert code in codes_of(**SHEETS, 通报=f"{HEADER}{row}")
