"""Months in post and the posting that counts (contract 4.1, 2)."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.periods import Period
from app.domain.roster import Absence, Posting, staff_no_order, tenure

Q1 = Period.parse("2024Q1")  # 91 days: 31 + 29 + 31


def posting(division, start=None, end=None, post="", category="法官"):
    read = date.fromisoformat
    return Posting(
        "P1", division, category, post=post, start=read(start) if start else None, end=read(end) if end else None
    )


def absence(kind, start, end=None):
    return Absence("P1", kind, date.fromisoformat(start), date.fromisoformat(end) if end else None)


def test_a_whole_quarter_in_post_is_three_months():
    told = tenure([posting("民一庭")], [], Q1, frozenset())
    assert told.ratio == Decimal("1.0000")
    assert told.months_in_post == Decimal("3.0000")


def test_the_ratio_is_rounded_to_four_decimals_and_used_so():
    # 15 February to 31 March: 15 + 31 = 46 days; 46/91 = 0.505494… → 0.5055; × 3 = 1.5165
    told = tenure([posting("民一庭", "2024-02-15")], [], Q1, frozenset())
    assert told.ratio == Decimal("0.5055")
    assert told.months_in_post == Decimal("1.5165")


def test_only_the_named_kinds_of_absence_are_taken_from_the_days_in_post():
    away = [absence("病假", "2024-01-01", "2024-01-31"), absence("学习", "2024-02-01", "2024-02-29")]
    # 91 − 31 = 60; 60/91 = 0.65934… → 0.6593
    told = tenure([posting("民一庭")], away, Q1, frozenset({"病假"}))
    assert told.days_in_post == 60
    assert told.ratio == Decimal("0.6593")
    assert {kind: len(days) for kind, days in told.absent_days.items()} == {"学习": 29, "病假": 31}


def test_a_kind_of_absence_is_the_same_with_blanks_inside():
    told = tenure([posting("民一庭")], [absence("病 假", "2024-01-01", "2024-01-31")], Q1, frozenset({"病假"}))
    assert told.days_in_post == 60


def test_absences_that_overlap_are_taken_once():
    away = [absence("病假", "2024-01-01", "2024-01-20"), absence("病假", "2024-01-10", "2024-01-31")]
    assert tenure([posting("民一庭")], away, Q1, frozenset({"病假"})).days_in_post == 60


def test_days_away_outside_the_posting_are_not_taken_twice():
    told = tenure(
        [posting("民一庭", "2024-02-01")], [absence("病假", "2023-12-01", "2024-02-10")], Q1, frozenset({"病假"})
    )
    assert told.days_in_post == 60 - 10


def test_an_absence_without_an_end_lasts_on():
    told = tenure([posting("民一庭")], [absence("借调", "2024-03-01")], Q1, frozenset({"借调"}))
    assert told.days_in_post == 60


def test_nobody_without_a_posting_in_the_period_has_a_tenure():
    assert tenure([posting("民一庭", "2024-04-01")], [], Q1, frozenset()) is None
    assert tenure([posting("民一庭", None, "2023-12-31")], [], Q1, frozenset()) is None


def test_the_posting_in_force_longest_counts():
    told = tenure([posting("民一庭", None, "2024-02-20"), posting("刑庭", "2024-02-21")], [], Q1, frozenset())
    assert told.posting.division == "民一庭"
    assert [each.division for each in told.postings] == ["民一庭", "刑庭"]


def test_days_are_summed_per_division_category_and_post():
    # 民一庭 20 + 31 = 51 days in two pieces against 40 days of 刑庭
    pieces = [
        posting("民一庭", "2024-01-01", "2024-01-20"),
        posting("刑庭", "2024-01-21", "2024-02-29"),
        posting("民一庭", "2024-03-01"),
    ]
    told = tenure(pieces, [], Q1, frozenset())
    assert told.posting == pieces[2]


def test_of_two_equally_long_the_later_counts():
    # April to June has 91 days; 2024-01-01 … 2024-06-30: 91 and 91
    half = Period.parse("2024H1")
    told = tenure([posting("刑庭", "2024-04-01"), posting("民一庭", None, "2024-03-31")], [], half, frozenset())
    assert told.posting.division == "刑庭"


@pytest.mark.parametrize("order", [1, -1])
def test_a_shorter_posting_beside_the_longest_is_not_taken_for_it(order):
    both = [posting("民一庭"), posting("综合室", "2024-02-01", None, post="兼内勤")]
    assert tenure(both[::order], [], Q1, frozenset()).posting.division == "民一庭"


def test_postings_that_overlap_count_their_days_once():
    both = [posting("民一庭", "2024-02-01"), posting("综合室", "2024-02-15")]
    assert tenure(both, [], Q1, frozenset()).days_in_post == 60


def test_staff_numbers_sort_as_people_count():
    numbers = ["Y10", "Y2", "10", "2", "Y1", "Y02"]
    assert sorted(numbers, key=staff_no_order) == ["2", "10", "Y1", "Y02", "Y2", "Y10"]
