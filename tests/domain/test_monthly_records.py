"""月纪实 and 月分析 (contract, section 2, month; 每月纪实和分析 of a high court's 全员绩效考核 of 2024)."""

from decimal import Decimal

import pytest

from app.domain.facts import Facts
from app.domain.month_analysis import Against, Figure, Hint, Side, hints
from app.domain.monthly_records import MonthlyRecord, fed_item
from app.domain.numbers import Ratio
from app.domain.periods import Period
from app.domain.scoring.month_figures import Months, month_figures, thresholds
from tests.domain.made_up import entry, facts, person, results, scheme_of

MARCH = Period.parse("2024-03")
FEEDING = {
    "数据项": "编码|名称|类型|汇总\npf|月度评分|评分|\nzj|月均评分|数值|平均",
    "指标": "指标组|编码|名称|分值|计分方式|参数|数据项|周期\n法官|A|评分|100|直接计分||{item}|{kind}",
}


def record(staff_no: str, month: str, mark: str | None, **told: str) -> MonthlyRecord:
    return MonthlyRecord(staff_no, Period.parse(month), mark=None if mark is None else Decimal(mark), **told)


def scheme_fed(item: str, kind: str, **settings: str):
    told = {**FEEDING, "指标": FEEDING["指标"].format(item=item, kind=kind)}
    head = "".join(f"\n{name}|{value}" for name, value in settings.items())
    return scheme_of(**told, 方案=f"项目|内容\n方案名称|办法\n年度|2024{head}")


def told(*records: MonthlyRecord, entries: tuple[object, ...] = ()) -> Facts:
    plain = facts([person("P1"), person("P2")], *entries)
    return Facts(plain.people, plain.postings, entries=plain.entries, monthly_records=records)


def test_the_mark_is_the_value_of_the_item_that_the_scheme_names() -> None:
    found = results(scheme_fed("pf", "月"), told(record("P1", "2024-03", "88.5")), "2024-03")
    assert (found["P1"].total, found["P2"].total) == (Decimal("88.50"), None)
    node = found["P1"].tree.find("A")
    assert node is not None
    assert f"{node.value}" in ("88.5", "177/2")


@pytest.mark.parametrize("name", ["月均评分", "ZJ", "月 均 评 分"])
def test_a_numeric_item_makes_a_quarter_of_the_months_by_its_gathering(name: str) -> None:
    scheme = scheme_fed("zj", "季", 月度评分数据项=name)
    records = [record("P1", f"2024-0{month}", mark) for month, mark in ((1, "80"), (2, "90"), (3, "85"))]
    assert results(scheme, told(*records), "2024Q1")["P1"].total == Decimal("85.00")
    assert results(scheme, told(*records[:2]), "2024Q1")["P1"].total is None  # one month without a mark is 未填


def test_a_mark_goes_before_an_entry_that_was_typed_in_beside_it() -> None:
    both = told(
        record("P1", "2024-03", "88"), entries=(entry("P1", "pf", "60", "2024-03"), entry("P2", "pf", "70", "2024-03"))
    )
    found = results(scheme_fed("pf", "月"), both, "2024-03")
    assert (found["P1"].total, found["P2"].total) == (Decimal("88.00"), Decimal("70.00"))


def test_a_record_without_a_mark_and_a_name_that_no_item_has_change_nothing() -> None:
    scheme = scheme_fed("pf", "月", 月度评分数据项="别的")
    assert fed_item(scheme) is None
    assert results(scheme, told(record("P1", "2024-03", "88")), "2024-03")["P1"].total is None
    assert fed_item(scheme_fed("pf", "月")) is not None


# --- 月分析

PLANNED = scheme_of(
    数据项=(
        "编码|名称|类型|汇总|单位\nja|结案数|数值|求和|件\nxf|信访数|数值|求和|件\nwc|完成率|数值|平均|%\npj|评价|等次||\ncp|测评|测评||"
    ),
    指标=(
        "指标组|编码|名称|分值|计分方式|参数|数据项|周期\n"
        "法官|A|结案|50|完成率|目标=30|ja|季\n法官|B|信访|20|按件扣分|每件=5|xf|季\n法官|C|完成|10|完成率|目标=100|wc|季\n"
        "法官|D|评价|10|等次换算|好:10|pj|季\n法官|E|测评|10|测评计分|干警=100%|cp|季"
    ),
)
PEOPLE = [person(f"P{number}") for number in (1, 2, 3, 4)]


def month_of(item: str, month: str, *values: str | None) -> list[object]:
    return [entry(f"P{number}", item, value, month) for number, value in enumerate(values, 1) if value is not None]


COURT = facts(
    PEOPLE,
    *month_of("ja", "2024-01", "10", "10", "10", "10"),
    *month_of("ja", "2024-02", "10", "5", "10", "不适用"),
    *month_of("xf", "2024-01", "2", "1", "1", "1"),
    *month_of("xf", "2024-02", "1", "4", "1", "2"),
    *month_of("wc", "2024-02", "98", "100", None, "97"),
)
FEBRUARY = Period.parse("2024-02")
FIGURES = {(each.staff_no, each.item): each for each in month_figures(PLANNED, FEBRUARY, COURT)}


def test_every_item_with_figures_that_the_indicators_ask_for_is_there_and_no_rating() -> None:
    assert {item for _, item in FIGURES} == {"ja", "xf", "wc"}


def test_the_month_stands_beside_the_last_one_and_the_mean_of_the_group() -> None:
    figure = FIGURES["P2", "ja"]
    # P4's month is 不适用, so the mean is of three: (10 + 5 + 10) ÷ 3.
    assert (figure.value, figure.last, figure.mean, figure.people) == (5, 10, Ratio(25, 3), 3)
    absent = FIGURES["P4", "ja"]
    assert (absent.value, absent.state.word, absent.mean) == (None, "不适用", Ratio(25, 3))


def test_the_plan_of_a_quarter_is_held_against_what_is_done_so_far() -> None:
    plan = FIGURES["P2", "ja"].plan
    assert plan is not None
    assert (plan.period.code, plan.target, plan.done, plan.progress, plan.due) == (
        "2024Q1", 30, 15, Ratio(1, 2), Ratio(2, 3),
    )  # fmt: skip
    excused = FIGURES["P4", "ja"].plan
    assert excused is not None
    assert excused.done == 10  # 不适用 is left out


def test_what_is_a_mean_is_due_whole_and_needs_every_month() -> None:
    assert FIGURES["P1", "wc"].plan is None  # January is 未填
    january = facts(PEOPLE, *month_of("wc", "2024-01", "50", "100", "100", "100"))
    plan = {
        each.staff_no: each.plan
        for each in month_figures(PLANNED, Period.parse("2024-01"), january)
        if each.item == "wc"
    }
    assert plan["P1"] is not None
    assert (plan["P1"].progress, plan["P1"].due) == (Ratio(1, 2), 1)


def of(told: tuple[Hint, ...], staff_no: str, item: str) -> dict[Against, Hint]:
    return {each.against: each for each in told if (each.staff_no, each.item) == (staff_no, item)}


def test_a_hint_tells_the_figures_the_distance_and_the_line() -> None:
    found = of(hints(FIGURES.values(), thresholds(PLANNED)), "P2", "ja")
    assert {against: hint.side for against, hint in found.items()} == dict.fromkeys(Against, Side.FALLS_BEHIND)
    assert found[Against.LAST].text == "结案数 5件，上月 10件，低 50.0%（达到 30.0% 即提示）"
    assert found[Against.GROUP].text == "结案数 5件，同组 3 人均值 8.33件，低 40.0%（达到 20.0% 即提示）"
    assert found[Against.PLAN].text == (
        "结案数2024年第一季度目标 30件，到本月完成 15件，进度 50.0%，应有 66.7%，落后 16.7%（达到 10.0% 即提示）"
    )


def test_where_less_is_better_more_falls_behind() -> None:
    told = hints(FIGURES.values(), thresholds(PLANNED))
    assert of(told, "P2", "xf")[Against.LAST].side is Side.FALLS_BEHIND  # 1 → 4 petitions
    assert of(told, "P1", "xf")[Against.LAST].side is Side.STANDS_OUT  # 2 → 1


def test_the_lines_are_the_scheme_s() -> None:
    wide = thresholds(PLANNED)._replace(last=Ratio(6, 10), group=Ratio(5, 10), plan=Ratio(2, 10))
    assert of(hints(FIGURES.values(), wide), "P2", "ja") == {}
    exactly = thresholds(PLANNED)._replace(last=Ratio(1, 2), group=1, plan=1)
    assert set(of(hints(FIGURES.values(), exactly), "P2", "ja")) == {Against.LAST}


def test_a_mean_of_too_few_people_and_a_last_month_of_zero_give_no_hint() -> None:
    few = thresholds(PLANNED)._replace(people=4)
    assert Against.GROUP not in of(hints(FIGURES.values(), few), "P2", "ja")
    grown = Figure("P1", "x", "甲", "", FIGURES["P1", "ja"].way, 5, FIGURES["P1", "ja"].state, last=0)
    assert hints([grown], thresholds(PLANNED)) == ()


def rare(february: tuple[str, ...], january: tuple[str, ...] = ("0", "0", "0", "0")) -> list[tuple[str, Against]]:
    """Who gets which hints where 信访数 are these."""
    court = facts(PEOPLE, *month_of("xf", "2024-01", *january), *month_of("xf", "2024-02", *february))
    told = hints(month_figures(PLANNED, FEBRUARY, court), thresholds(PLANNED))
    return [(each.staff_no, each.against) for each in told if each.item == "xf"]


def test_what_hardly_anybody_has_gives_no_hint_to_who_has_it_nor_to_all_others() -> None:
    assert rare(("1", "0", "0", "0")) == []
    assert rare(("0", "0", "0", "0"), ("1", "0", "0", "0")) == []
    # Half of the group has something: there is a usual level, 0.5.
    assert rare(("1", "1", "0", "0")) == [(f"P{number}", Against.GROUP) for number in (1, 2, 3, 4)]


def test_what_was_usual_last_month_and_is_gone_strikes_the_eye() -> None:
    assert rare(("0", "0", "0", "0"), ("4", "4", "4", "0")) == [(f"P{number}", Against.LAST) for number in (1, 2, 3)]


def test_a_group_too_small_to_know_what_is_usual_is_held_against_last_month() -> None:
    alone = [entry("P1", "xf", value, month) for month, value in (("2024-01", "4"), ("2024-02", "1"))]
    told = hints(month_figures(PLANNED, FEBRUARY, facts(PEOPLE[:1], *alone)), thresholds(PLANNED))
    assert [(each.against, each.side) for each in told if each.item == "xf"] == [(Against.LAST, Side.STANDS_OUT)]


def test_january_asks_the_month_before_of_its_own_year() -> None:
    december = facts(PEOPLE, *month_of("ja", "2023-12", "20", "20", "20", "20"))
    january = facts(PEOPLE, *month_of("ja", "2024-01", "10", "20", "20", "20"))
    before = Months(PLANNED, december, Period.parse("2023-12"))
    found = month_figures(PLANNED, Period.parse("2024-01"), january, before)
    assert [each.last for each in found if each.item == "ja"] == [20, 20, 20, 20]
