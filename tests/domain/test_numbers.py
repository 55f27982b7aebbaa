"""Exact figures, the one rounding, and how a figure is printed (contract 4.1, 1)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from app.domain.numbers import Ratio, exact, half_up, in_decimals, magnitude, shown, whole_decimals


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("0.005", 2, "0.01"),
        ("0.0049999999999", 2, "0.00"),
        ("-0.005", 2, "-0.01"),
        ("2.675", 2, "2.68"),
        ("1.005", 2, "1.01"),
        ("-2.5", 0, "-3"),
        ("2.5", 0, "3"),
        ("0.5", 0, "1"),
        ("12", 2, "12.00"),
        ("-0.001", 2, "0.00"),
    ],
)
def test_half_is_rounded_away_from_zero(value, places, expected):
    assert f"{half_up(Decimal(value), places):f}" == expected


def test_a_third_is_rounded_as_the_fraction_it_is():
    assert half_up(Fraction(2, 3), 2) == Decimal("0.67")
    assert half_up(Fraction(1, 3), 4) == Decimal("0.3333")


def test_rounding_keeps_every_digit_of_a_long_figure():
    long = "123456789012345678901234567890.125"
    assert f"{half_up(Decimal(long), 2):f}" == "123456789012345678901234567890.13"


def test_a_whole_number_stays_a_whole_number():
    assert exact(Decimal("3.0")) == 3
    assert isinstance(exact(Decimal("3.0")), int)
    assert exact(Decimal("0.1")) == Fraction(1, 10)
    assert exact(Fraction(4, 2)) == 2


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 3), "0.333333"),
        (Fraction(2, 3), "0.666667"),
        (Fraction(-2, 3), "-0.666667"),
        (Fraction(1, 8), "0.125"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(5, 2), "2.5"),
        (Fraction(1, 2**20), "0.00000095367431640625"),
        (7, "7"),
        (Fraction(1234567890123456789012345678901, 10), "123456789012345678901234567890.1"),
    ],
)
def test_a_figure_prints_exactly_where_its_decimals_end_and_with_six_where_they_do_not(value, text):
    assert shown(value) == text


def test_a_decimal_prints_as_the_figure_that_it_is():
    assert shown(Decimal("2.50")) == "2.5"
    assert shown(Decimal("20.01")) == shown(Ratio(2001, 100)) == "20.01"


def test_a_figure_goes_into_decimals_where_they_end():
    assert in_decimals(Ratio(5, 8)) == Decimal("0.625")
    assert in_decimals(7) == Decimal(7)
    assert in_decimals(Ratio(1, 3)) is None
    assert in_decimals(Ratio(1, 2**200)) is None


@pytest.mark.parametrize("reckon", [lambda x: x / 3, lambda x: x + Decimal("1E-60"), lambda x: x / 0, lambda x: x // 0])
def test_where_a_decimal_would_have_to_be_rounded_it_is_an_error(reckon):
    with whole_decimals(), pytest.raises(ArithmeticError):
        reckon(Decimal("1.000000001"))


def test_the_magnitude_of_a_figure_has_no_sign():
    assert magnitude(-3) == 3
    assert magnitude(Fraction(1, 2)) == Fraction(1, 2)
