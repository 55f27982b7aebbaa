"""Figures that nobody can have meant: told one by one, and never missed where a column is looked at as a whole."""

from decimal import Decimal
from math import nan

import pytest

from app.domain.entries import Entry, State
from app.domain.periods import Period
from app.domain.schemes import DataItem, ItemKind
from app.services.taking_in.staging.odd_figures import may_be_odd, odd_entry

CASES = DataItem("js", "结案数", ItemKind.NUMBER, unit="件")
RATE = DataItem("lv", "调解率", ItemKind.NUMBER, unit="%")
POINTS = DataItem("jf", "加减分", ItemKind.NUMBER, unit="分")


@pytest.mark.parametrize(
    ("item", "number", "code"),
    [
        (CASES, "-1", "count-negative"), (CASES, "1E+15", "figure-too-large"), (CASES, "0.0000001", "figure-left-over"),
        (RATE, "1000", "percent-far-beyond"), (RATE, "-9850", "percent-far-beyond"), (POINTS, "-1E+15", "figure-too-large"),
        (RATE, "1E+300", "figure-too-large"), (POINTS, "5.5E-17", "figure-left-over"),
    ],
)  # fmt: skip
def test_an_odd_figure_is_told_and_its_column_is_looked_at(item, number, code):
    entry = Entry("P01", item.code, Period.parse("2024Q1"), State.VALUE, Decimal(number))
    assert [problem.code for problem in odd_entry(entry, item)] == [code]
    assert may_be_odd(item, [12.0, nan, float(Decimal(number))])


@pytest.mark.parametrize(
    ("item", "number"),
    [(CASES, "0"), (CASES, "999999"), (RATE, "999.9"), (RATE, "0.01"), (POINTS, "-3"), (POINTS, "0.000001")],
)
def test_other_figures_are_not(item, number):
    entry = Entry("P01", item.code, Period.parse("2024Q1"), State.VALUE, Decimal(number))
    assert list(odd_entry(entry, item)) == []


def test_a_column_of_usual_figures_is_passed():
    assert not may_be_odd(CASES, [0.0, 1.0, 250.0, nan])
    assert not may_be_odd(RATE, [0.0, 98.5, 100.0])
    assert not may_be_odd(POINTS, [-3.0, 0.0, 12.5])
    assert not may_be_odd(CASES, [nan, 0.0])
