"""宽严程度: rater groups beside one another; below the least number of ballots nothing is shown (contract, 3 and 4, 测评)."""

from decimal import Decimal

import pytest

from app.domain.numbers import Exact, exact
from app.domain.periods import Period
from app.domain.rating_groups import deviation, summarise
from app.domain.ratings import Ballot
from tests.domain.made_up import facts, person, results, scheme_of

QUARTER = Period.parse("2024Q1")


def cast(staff_no: str, group: str, *marks: int) -> list[Ballot]:
    return [
        Ballot(staff_no, QUARTER, group, Decimal(mark), ticket=str(number))
        for number, mark in enumerate(marks, start=1)
    ]


def mark_of(ballot: Ballot) -> Exact | None:
    return None if ballot.mark is None else exact(ballot.mark)


BALLOTS = [
    *cast("P1", "院领导", 80, 85, 90),
    *cast("P1", "干警", 90, 95, 100, 95),
    *cast("P2", "院领导", 70, 70, 76),
    *cast("P2", "干警", 99, 98),
    *cast("P3", "干警", 90, 90, 91),
]
SUMMARY = summarise(BALLOTS, mark_of, lambda _: 3)


def test_each_group_stands_beside_the_others_with_its_mean_and_spread() -> None:
    leaders, staff = sorted(SUMMARY.groups, key=lambda each: -each.ballots)[1], SUMMARY.groups[0]
    assert [each.group for each in SUMMARY.groups] == ["干警", "院领导"]
    # 干警: P1 95, P3 90.333…; mean 92.6667, each 2.3333 away from it.
    assert (staff.people, staff.ballots, staff.mean, staff.spread) == (2, 7, Decimal("92.67"), Decimal("2.33"))
    assert (staff.highest, staff.lowest) == (Decimal("95.00"), Decimal("90.33"))
    # 院领导: P1 85, P2 72; mean 78.5, each 6.5 away.
    assert (leaders.people, leaders.mean, leaders.spread) == (2, Decimal("78.50"), Decimal("6.50"))


def test_the_fair_comparison_is_over_the_people_whom_every_group_rated() -> None:
    assert {each.group: (each.common, each.beside) for each in SUMMARY.groups} == {
        "干警": (1, Decimal("95.00")),
        "院领导": (1, Decimal("85.00")),
    }


def test_below_the_least_number_nothing_but_the_number_of_ballots_is_told() -> None:
    hidden = next(each for each in SUMMARY.persons if each.staff_no == "P2").cells[0]
    assert (hidden.group, hidden.ballots, hidden.is_shown, hidden.mean, hidden.spread) == ("干警", 2, False, None, None)
    assert SUMMARY.hidden == 1


def test_no_figure_changes_with_the_ballots_of_a_hidden_group() -> None:
    """So none can be subtracted from another to find them."""
    others = [each for each in BALLOTS if (each.staff_no, each.group) != ("P2", "干警")]
    lower = summarise([*others, *cast("P2", "干警", 0, 1)], mark_of, lambda _: 3)
    assert (lower.groups, lower.persons) == (SUMMARY.groups, SUMMARY.persons)


def test_a_word_that_the_scheme_makes_nothing_of_hides_its_group() -> None:
    told = [*cast("P1", "干警", 90, 91), Ballot("P1", QUARTER, "干警", word="好", ticket="3")]
    assert [cell.is_shown for cell in summarise(told, mark_of, lambda _: 3).persons[0].cells] == [False]


@pytest.mark.parametrize(
    ("marks", "spread"),
    [((5,), "0.00"), ((1, 2), "0.50"), ((1, 2, 4), "1.25"), ((0, 100, 100), "47.14"), ((90, 90, 90), "0.00")],
)
def test_the_spread_is_exact_to_the_last_place(marks: tuple[int, ...], spread: str) -> None:
    assert deviation(marks) == Decimal(spread)


SCHEME = {
    "数据项": "编码|名称|类型|算式\ncp|测评|测评|\npj|测评均值|公式|测评",
    "指标": "指标组|编码|名称|分值|计分方式|参数|数据项\n法官|A|测评分|100|公式|式=测评|",
}


def test_the_engine_shows_no_mean_that_would_give_a_small_group_away() -> None:
    scheme = scheme_of(**SCHEME)
    told = facts([person("P1"), person("P2")], *BALLOTS)
    leaf = {staff_no: each.tree.find("A") for staff_no, each in results(scheme, told).items()}
    assert leaf["P2"] is not None
    assert leaf["P1"] is not None
    assert leaf["P1"].score == Decimal("90.71")  # (80+85+90+90+95+100+95) ÷ 7
    assert (leaf["P2"].score, leaf["P2"].reason) == (None, "干警票数只有2，不足3票")
    texts = f"{results(scheme, told)['P2'].to_document()}"
    assert "82.6" not in texts  # (70+70+76+99+98) ÷ 5
    assert "98.5" not in texts
