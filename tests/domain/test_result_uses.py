"""Every rule on the use of results, each test naming the document that the rule comes from."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.grades.year_grades import YearGrade, running
from app.domain.numbers import Ratio
from app.domain.roster import Absence, Posting
from app.domain.told_shares import told_figures, told_floors
from app.domain.uses.bonus import shared_out
from app.domain.uses.result_uses import Officer, bonus_weights, uses
from app.domain.uses.use_rules import RULES, USES
from tests.domain.made_up import HEAD, codes_of, scheme_of

ITEMS = {
    "数据项": "编码|名称|类型\nx|承办结案|数值",
    "指标": "指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|甲|100|直接计分||x",
}


def scheme(**settings):
    more = "".join(f"\n{name}|{value}" for name, value in settings.items())
    return scheme_of(**ITEMS, 方案=HEAD["方案"] + more)


def years(**grades):
    """``y2024="优秀"`` as decided years; a ``?`` behind says that it is only proposed."""
    told = {int(name[1:]): word for name, word in grades.items()}
    return {year: YearGrade(year, word.rstrip("?"), decided=not word.endswith("?")) for year, word in told.items()}


def officer(staff_no="P1", category="员额法官", post="审判员", division="民一庭", **told):
    fields = {name: told.pop(name) for name in ("establishment", "start", "end") if name in told}
    posting = Posting(staff_no, division, category, post=post, **fields)
    return Officer(staff_no, f"{staff_no}某", posting, postings=told.pop("postings", (posting,)), **told)


def codes(*officers, year=2024, **settings):
    return [use.rule.code for use in uses(scheme(**settings), year, officers)]


def only(code, *officers, year=2024, **settings):
    """The lines of one rule."""
    return [use for use in uses(scheme(**settings), year, officers) if use.rule.code == code]


# --- 公务员考核规定: 优秀


def test_excellent_may_be_honoured():
    # 《公务员考核规定》: 优秀 → 嘉奖
    (use,) = only("honours", officer(years=years(y2024="优秀")))
    assert use.rests_on == ("2024年度“优秀”",)
    assert not use.warning
    assert only("honours", officer(years=years(y2024="称职", y2023="优秀"))) == []


@pytest.mark.parametrize(
    ("grades", "needed", "count"),
    [
        ({"y2022": "优秀", "y2023": "优秀", "y2024": "优秀"}, None, 1),
        ({"y2022": "优秀", "y2023": "称职", "y2024": "优秀"}, None, 0),
        ({"y2021": "优秀", "y2022": "优秀", "y2024": "优秀"}, None, 0),  # a year that nobody told breaks the run
        ({"y2023": "优秀", "y2024": "优秀"}, 2, 1),  # the figure is the court's to change
    ],
)
def test_years_of_excellence_running_make_a_third_class_merit_candidate(grades, needed, count):
    # 《公务员考核规定》: 连续三年优秀 → 记三等功; the figure is an editable default
    settings = {} if needed is None else {"三等功连续优秀年数": needed}
    assert len(only("merit", officer(years=years(**grades)), **settings)) == count


# --- 法官考核指导意见, 2021


@pytest.mark.parametrize("word", ["不称职", "基本称职", "不确定等次"])
def test_these_years_do_not_count_for_a_judges_grade(word):
    # 指导意见 (2021): 不称职、基本称职、不确定等次 do not count towards 等级晋升
    (use,) = only("judge-years", officer(years=years(y2022="称职", y2023=word, y2024="优秀")))
    assert use.told == "所记3年中，2年计入法官等级晋升年限，1年不计：2023"
    assert use.rests_on == ("2022年度“称职”", f"2023年度“{word}”", "2024年度“优秀”")
    assert "关于加强和完善法官考核工作的指导意见" in use.rule.document


def test_excellent_goes_first_where_judges_are_equal():
    # 指导意见 (2021): 优秀 → priority at equal conditions when 法官等级 is raised
    assert len(only("priority", officer(years=years(y2024="优秀")))) == 1
    assert only("priority", officer(category="书记员", years=years(y2024="优秀"))) == []


def test_for_other_civil_servants_a_year_without_evaluation_does_not_count_either():
    # 《公务员考核规定》: years for 职务职级
    (use,) = only("rank-years", officer(category="综合行政人员", years=years(y2023="不进行考核", y2024="称职")))
    assert use.told == "所记2年中，1年计入职务职级晋升年限，1年不计：2023"


def test_contract_staff_and_public_institutions_have_no_such_years():
    contract = officer(category="聘用制书记员", years=years(y2024="称职"))
    institution = officer(category="综合行政人员", establishment="事业编制", years=years(y2024="合格"))
    assert codes(contract, institution) == []


def test_unfit_once_is_a_reason_to_leave_the_quota():
    # 指导意见 (2021): 不称职 once → 退出员额; also 湖南省法官员额退出实施办法 (2021)
    (use,) = only("unfit", officer(years=years(y2024="不称职")))
    assert use.warning
    assert use.rests_on == ("2024年度“不称职”",)
    assert only("unfit", officer(category="法官助理", years=years(y2024="不称职"))) == []


@pytest.mark.parametrize(
    ("grades", "code"),
    [
        ({"y2023": "基本称职", "y2024": "基本称职"}, "barely-twice"),
        ({"y2023": "称职", "y2024": "基本称职"}, "barely-once"),
        ({"y2022": "基本称职", "y2024": "基本称职"}, "barely-once"),
        ({"y2023": "基本称职", "y2024": "称职"}, None),
    ],
)
def test_barely_competent_two_years_running_is_a_reason_to_leave_the_quota(grades, code):
    # 指导意见 (2021): 基本称职 two years running → 退出员额
    told = [each for each in codes(officer(years=years(**grades))) if each.startswith("barely")]
    assert told == ([code] if code else [])


@pytest.mark.parametrize("word", ["基本称职", "不称职", "不确定等次"])
def test_no_bonus_for_these_grades(word):
    # 指导意见 (2021): no 奖励性绩效考核奖金 for the year
    (use,) = only("no-bonus", officer(years=years(y2024=word)))
    assert use.warning
    assert only("no-bonus", officer(years=years(y2024="称职"))) == []


# --- 关于加强各级人民法院院庭长办理案件工作的意见（试行）(2017)


def bench(post, handled, division="民一庭", in_post=1):
    judges = [officer("P8", handled=100), officer("P9", handled=60), officer("P7", division="民二庭", handled=20)]
    return [*judges, officer("P1", post=post, handled=handled, division=division, in_post=in_post)]


@pytest.mark.parametrize(
    ("post", "handled", "least"),
    [
        ("院长", 2, "3.00"),  # 5 % of (100 + 60 + 20) / 3 = 60
        ("院长", 3, None),
        ("副院长", 17, "18.00"),  # 30 % of 60
        ("庭长", 39, "40.00"),  # 50 % of the own division's (100 + 60) / 2 = 80
        ("庭长", 40, None),
        ("审判员", 0, None),
    ],
)
def test_leaders_must_handle_a_share_of_the_judges_average(post, handled, least):
    # 院庭长办案意见 (2017): 院长 5 %, 其他院领导 30 %, 庭长 50 % of the average (the lower figures; editable)
    told = [each.told for each in only("floor", *bench(post, handled))]
    assert told == ([f"办案{handled}件，低于{post}的下限{least}件"] if least else [])


def test_the_floor_goes_by_the_time_in_post():
    # A court's practice: the base is reduced to the months in post
    assert only("floor", *bench("庭长", 20, in_post=Ratio(1, 2))) == []
    (use,) = only("floor", *bench("庭长", 19, in_post=Ratio(1, 2)))
    assert use.rests_on == ("本部门其他法官2人平均80.00件，下限为其50%", "全年在岗比例0.5")


def test_the_floors_are_the_courts_to_change():
    # 东营区法院: 庭长 70 % of the own division; 汪清林区: 院长 5 %
    (use,) = only("floor", *bench("庭长", 55), 办案下限="庭长:70%:部门")
    assert use.told == "办案55件，低于庭长的下限56.00件"
    assert only("floor", *bench("院长", 0), 办案下限="庭长:70%:部门") == []


# --- 员额退出办法: absence


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ([("2023-11-01", None)], 427),  # to the end of 2024: 61 + 366
        ([("2023-11-01", "2024-10-31")], 366),
        ([("2023-11-02", "2024-10-31")], None),  # 365 days are not more than a year
        ([("2023-09-01", "2024-01-31"), ("2024-02-01", "2024-12-31")], 488),  # two papers, one absence
        ([("2023-09-01", "2024-01-31"), ("2024-02-02", "2024-12-31")], None),  # one day back at work
    ],
)
def test_more_than_a_year_away_is_a_reason_to_leave_the_quota(spans, days):
    # 湖南省法官员额退出实施办法 (2021): unable to work for more than a year for health or personal reasons
    away = tuple(Absence("P1", "病假", date.fromisoformat(a), b and date.fromisoformat(b)) for a, b in spans)
    told = [each.told for each in only("absence", officer(absences=away))]
    assert told == ([f"连续离岗{days}天，超过365天"] if days else [])


def test_study_and_secondment_are_no_such_absence():
    away = (Absence("P1", "学习", date(2023, 1, 1), date(2024, 12, 31)),)
    assert only("absence", officer(absences=away)) == []
    assert len(only("absence", officer(absences=away), 退额离岗类型="学习")) == 1


# --- 公务员法


def test_unfit_lowers_the_post_and_twice_running_dismisses():
    # 《公务员法》第五十条, 第八十八条
    assert [each.rule.article for each in only("lowered", officer(years=years(y2024="不称职")))] == ["第五十条"]
    (use,) = only("dismissal", officer(years=years(y2023="不称职", y2024="不称职")))
    assert use.rule.article == "第八十八条第一项"
    assert use.rests_on == ("2023年度“不称职”", "2024年度“不称职”")
    assert only("dismissal", officer(category="合同制人员", years=years(y2023="不称职", y2024="不称职"))) == []


def test_barely_competent_is_admonished():
    # 《公务员考核规定》: 基本称职 → 诫勉
    assert len(only("admonition", officer(category="书记员", years=years(y2024="基本称职")))) == 1


# --- 交流任职


def test_long_in_one_post_is_told_across_postings_that_follow_each_other():
    # 《党政领导干部交流工作规定》; five years are an editable default
    first = Posting("P1", "民一庭", "员额法官", post="庭长", start=date(2019, 3, 1), end=date(2022, 12, 31))
    then = Posting("P1", "民一庭", "员额法官", post="庭长", start=date(2023, 1, 1))
    told = Officer("P1", "某", then, postings=(first, then), years=years(y2024="称职"))
    (use,) = only("exchange", told)
    assert use.told == "任民一庭庭长至2024年底已满5年，可以列入交流任职研究"
    assert use.rests_on == ("2019-03-01起任民一庭庭长", "2024年度“称职”")
    assert only("exchange", told, year=2023) == []  # four years and ten months
    gap = Posting("P1", "民一庭", "员额法官", post="庭长", start=date(2023, 2, 1))
    assert only("exchange", Officer("P1", "某", gap, postings=(first, gap))) == []


# --- what is common to all


def test_a_grade_that_nobody_decided_is_named_as_such():
    (use,) = only("honours", officer(years=years(y2024="优秀?")))
    assert use.rests_on == ("2024年度“优秀”（建议，尚未评定）",)


def test_every_rule_names_its_document_and_article():
    assert all(rule.document.strip("》） ") and rule.article and rule.text for rule in RULES.values())
    assert {rule.use for rule in RULES.values()} == set(USES)


def test_what_is_no_article_says_what_the_passage_is_about():
    law = {code: rule.article for code, rule in RULES.items() if rule.article.startswith("第")}
    assert law == {"lowered": "第五十条", "dismissal": "第八十八条第一项"}
    others = [rule.article for code, rule in RULES.items() if code not in law]
    assert all(each.startswith("关于") and each.endswith("的规定") for each in others)
    assert RULES["honours"].source == "《公务员考核规定》（2020）关于考核结果使用的规定"


def test_the_words_of_public_institutions_count_as_those_of_civil_servants():
    assert len(running(years(y2023="基本合格", y2024="基本称职"), 2024, ("基本称职",))) == 2


# --- 奖金


def test_shares_are_exact_and_with_the_rest_make_the_pool():
    # 奖励性绩效考核奖金: by result; weights 1.2 and 1 are an editable default
    shares = shared_out(Decimal("1000.00"), {"P1": Ratio(6, 5), "P2": 1, "P3": 1}, Decimal("0.01"))
    assert shares.amounts == {"P1": Decimal("375.00"), "P2": Decimal("312.50"), "P3": Decimal("312.50")}
    assert shares.rest == 0
    uneven = shared_out(Decimal(100), {"P1": 1, "P2": 1, "P3": 1}, Decimal("0.01"))
    assert (set(uneven.amounts.values()), uneven.rest) == ({Decimal("33.33")}, Decimal("0.01"))


def test_nobody_to_share_leaves_the_pool():
    assert shared_out(Decimal(100), {}, Decimal("0.01")) == ({}, Decimal(100))


def test_weights_go_by_grade_and_time_in_post():
    people = [
        officer("P1", years=years(y2024="优秀")),
        officer("P2", years=years(y2024="称职"), in_post=Ratio(1, 2)),
        officer("P3", years=years(y2024="基本称职")),
        officer("P4", years=years(y2024="不确定等次")),
        officer("P5"),
    ]
    factors = told_figures("优秀:1.2、称职:1")
    assert bonus_weights(scheme(), 2024, people, factors) == {"P1": Ratio(6, 5), "P2": Ratio(1, 2)}
    assert bonus_weights(scheme(奖金按在岗比例="否"), 2024, people, factors)["P2"] == 1


@pytest.mark.parametrize("text", ["优秀", "优秀:很多", "优秀:-1", ":1"])
def test_factors_that_nobody_understands_are_faults_of_the_workbook(text):
    with pytest.raises(ValueError):
        told_figures(text)
    assert "scheme-setting-unreadable" in codes_of(**ITEMS, 方案=f"{HEAD['方案']}\n奖金系数|{text}")


@pytest.mark.parametrize("text", ["庭长", "庭长:一半", "庭长:50%:本省"])
def test_floors_that_nobody_understands_are_faults_of_the_workbook(text):
    with pytest.raises(ValueError):
        told_floors(text)
    assert "scheme-setting-unreadable" in codes_of(**ITEMS, 方案=f"{HEAD['方案']}\n办案下限|{text}")
