"""半年汇报: court, divisions, lines and indicators in a period, beside the last one (半年汇报 of a high court, 2024)."""

from decimal import Decimal

from app.domain.analysis.period_analysis import COURT, DIVISION, LINE, PlaceLine, analyse
from tests.domain.made_up import entry, evaluation, facts, person, scheme_of

SCHEME = scheme_of(
    指标组='指标组|适用条件|排名范围\n法官|人员类别=="员额法官"|\n行政|人员类别=="行政人员"|\n体检|人员类别=="体检对象"|不排名',
    数据项="编码|名称|类型\nf|分|评分\nm|满|评分",
    指标=(
        "指标组|编码|名称|上级|分值|计分方式|参数|数据项\n法官|A|办案||80|直接计分||f\n法官|B|纪律||20|直接计分||m\n"
        "行政|T|总分||50||\n行政|X|任务||50|直接计分||f\n体检|H|结案率||100|直接计分||f"
    ),
)
PEOPLE = [
    person("P1", "民一庭", line="民事"),
    person("P2", "刑庭", line="刑事"),
    person("P3", "民一庭", line="民事"),
    person("P4", "办公室", "行政人员", line="综合"),
    person("T0", "全院", "体检对象"),
]


def quarter(period: str, **marks: tuple[str | None, str | None]) -> tuple[object, ...]:
    told = [
        entry(staff_no, item, mark, period)
        for staff_no, pair in marks.items()
        for item, mark in zip(("f", "m"), pair, strict=True)
        if mark is not None
    ]
    return evaluation(SCHEME, facts(PEOPLE, *told), period).results


BEFORE = quarter("2024Q1", P1=("60", "20"), P2=("70", "20"), P3=("50", "20"), P4=("40", None), T0=("99", None))
NOW = quarter("2024Q2", P1=("64", "20"), P2=("70", "20"), P3=(None, "20"), P4=("45", None), T0=("1", None))
FIGURES = analyse(NOW, BEFORE, {"体检"})


def place(scope: str, name: str, set_name: str = "") -> PlaceLine:
    (found,) = [each for each in FIGURES.places if (each.scope, each.place, each.set_name) == (scope, name, set_name)]
    return found


def test_means_are_over_the_people_whose_total_is_complete() -> None:
    judges = place(COURT, COURT, "法官")
    assert (judges.people, judges.complete, judges.mean) == (3, 2, Decimal("87.00"))  # (84 + 90) ÷ 2
    assert (judges.last_mean, judges.change) == (Decimal("80.00"), Decimal("7.00"))  # (80 + 90 + 70) ÷ 3


def test_sets_with_different_full_marks_are_held_together_by_their_share_only() -> None:
    court = place(COURT, COURT)
    assert court.mean is None
    assert court.rate == Decimal("88.00")  # (84 + 90 + 45/50 = 90) ÷ 3
    assert court.last_rate == Decimal("80.00")  # (80 + 90 + 70 + 80) ÷ 4
    assert court.change == Decimal("8.00")


def test_divisions_and_lines_stand_in_the_order_of_the_people_and_not_of_their_figures() -> None:
    divisions = [each.place for each in FIGURES.places if each.scope == DIVISION and not each.set_name]
    lines = [each.place for each in FIGURES.places if each.scope == LINE]
    assert divisions == list(dict.fromkeys(each.division for each in NOW if each.set_name != "体检"))
    assert lines == list(dict.fromkeys(each.line for each in NOW if each.set_name != "体检"))
    assert place(DIVISION, "民一庭").rate == Decimal("84.00")
    assert place(LINE, "综合").change == Decimal("10.00")  # 80 % → 90 %


def test_what_is_for_analysis_only_is_no_part_of_it() -> None:
    assert "全院" not in [each.place for each in FIGURES.places if each.scope == DIVISION]
    assert {each.set_name for each in FIGURES.indicators} == {"法官", "行政"}
    assert "T0" not in {each.staff_no for each in FIGURES.movements}


def test_an_indicator_that_gives_everybody_the_same_separates_nobody() -> None:
    assert [(each.set_name, each.code, each.people) for each in FIGURES.undecisive] == [("法官", "B", 3)]
    told = {each.code: each for each in FIGURES.indicators}
    assert (told["B"].separates, told["A"].separates, told["X"].separates) == (False, True, True)
    assert (told["A"].people, told["A"].mean, told["A"].rate) == (2, Decimal("67.00"), Decimal("83.75"))
    assert told["A"].change == Decimal("7.00")  # 67 − 60


def test_who_moved_is_told_and_who_has_no_total_has_no_change() -> None:
    assert [(each.staff_no, each.change) for each in FIGURES.movements] == [
        ("P4", Decimal("5.00")), ("P1", Decimal("4.00")), ("P2", Decimal("0.00")), ("P3", None),
    ]  # fmt: skip


def test_without_a_period_before_there_is_nothing_to_compare() -> None:
    alone = analyse(NOW, (), {"体检"})
    assert alone.movements == ()
    assert {each.change for each in (*alone.places, *alone.indicators)} == {None}


def test_a_bonus_that_nobody_earned_is_not_said_to_separate_nobody() -> None:
    scheme = scheme_of(
        数据项="编码|名称|类型\nf|分|评分",
        指标="指标组|编码|名称|分值|计分方式|参数|数据项|加减分\n法官|A|办案|100|直接计分||f|\n法官|J|奖惩||公式|式=0|f|是",
    )
    told = evaluation(scheme, facts([person("P1"), person("P2")], *(entry(each, "f", "9") for each in ("P1", "P2"))))
    unaware = {each.code: each.separates for each in analyse(told.results, ()).indicators}
    aware = analyse(told.results, (), (), {("法官", "J")})
    assert unaware == {"A": False, "J": False}
    assert {each.code: each.separates for each in aware.indicators} == {"A": False, "J": None}
    assert [each.code for each in aware.undecisive] == ["A"]
