"""Exact figures: whole numbers and ratios inside, decimals where a figure is told (contract, section 4.1, 1)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from gmpy2 import mpq

Ratio = mpq
"""What a Fraction is, and reckons ten times as fast."""
Exact = int | Ratio
"""An intermediate figure. Never a float: 245 of 20,000 float sums come out wrong."""

_SHORT = 10**28


def exact(value: Decimal | Ratio | int) -> Exact:
    """The same figure as a whole number where it is one, else as a ratio."""
    if isinstance(value, Decimal):
        return exact_decimal(value)
    if isinstance(value, int):
        return value
    return int(value.numerator) if value.denominator == 1 else value


def exact_decimal(value: Decimal) -> Exact:
    """The same for a figure that is told."""
    return exact_text(str(value))


@lru_cache(maxsize=100_000)
def exact_text(text: str) -> Exact:
    """The figure that a decimal's text writes: a court's figures repeat, and texts are found sooner than decimals."""
    return exact_digits(text)


def exact_digits(text: str) -> Exact:
    """The same for a figure that hardly repeats."""
    ratio = Ratio(*Decimal(text).as_integer_ratio()) if "E" in text else Ratio(text)
    return int(ratio.numerator) if ratio.denominator == 1 else ratio


def read_exact(text: str) -> Exact:
    """The figure that digits write, with a point and a sign at most. Raises ValueError for anything else."""
    return exact(Ratio(Fraction(text)))


def magnitude(value: Exact) -> Exact:
    """The figure without its sign."""
    return -value if value < 0 else value


def half_up(value: Exact | Fraction | Decimal, places: int) -> Decimal:
    """``value`` with ``places`` decimals, half rounded away from zero."""
    if isinstance(value, Ratio):
        numerator, denominator = value.numerator, value.denominator
    else:
        numerator, denominator = value.as_integer_ratio()
    twice = 2 * 10**places
    if numerator < 0:
        return _decimal(-int((denominator - numerator * twice) // (2 * denominator)), places)
    return _decimal(int((numerator * twice + denominator) // (2 * denominator)), places)


def shown(value: Exact | Decimal) -> str:
    """The figure as it is printed: exact where the decimals end, else with 6 decimals."""
    return str(value) if isinstance(value, int) else _shown(value)


@lru_cache(maxsize=100_000)
def _shown(value: Ratio | Decimal) -> str:
    numerator, denominator = map(int, value.as_integer_ratio())
    # How often the denominator holds 2: its lowest bit that is set.
    twos = (denominator & -denominator).bit_length() - 1
    rest, fives = denominator >> twos, 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    if rest != 1:
        return f"{half_up(value, 6):f}"
    places = max(twos, fives)
    return f"{_decimal(numerator * 10**places // denominator, places):f}"


@lru_cache(maxsize=100_000)
def _decimal(units: int, places: int) -> Decimal:
    """So many units of the last place; a long figure is read_exact out, because the context keeps only 28 digits."""
    if -_SHORT < units < _SHORT:
        return Decimal(units).scaleb(-places)
    return Decimal(f"{units}E-{places}")
