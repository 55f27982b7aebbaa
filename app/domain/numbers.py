"""Exact figures: whole numbers and ratios inside, decimals where a figure is told (contract, section 4.1, 1).

Decimals reckon many times as fast as ratios and are as exact as long as none has to be rounded; within whole_decimals a
sum that would have to be is an error, and whoever asked turns to ratios.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from decimal import (
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    localcontext,
)
from fractions import Fraction
from functools import cache, lru_cache

from gmpy2 import mpq

Ratio = mpq
"""What a Fraction is, and reckons ten times as fast."""
Exact = int | Ratio
"""An intermediate figure. Never a float: 245 of 20,000 float sums come out wrong."""

Number = Exact | Decimal
"""A figure of either kind; one reckoning has decimals and whole numbers only, or ratios and whole numbers only."""

_SHORT = 10**28
_WHOLE = Context(prec=57, traps=[Inexact, InvalidOperation, DivisionByZero])
_ROUNDING = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[InvalidOperation])


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


def in_decimals(value: Exact) -> Decimal | None:
    """The same figure as a decimal; None where its decimals do not end, or not within the digits of whole_decimals."""
    try:
        return _WHOLE.divide(Decimal(int(value.numerator)), Decimal(int(value.denominator)))
    except ArithmeticError:
        return None


def whole_decimals() -> AbstractContextManager[Context]:
    """Within it a decimal that would have to be rounded, and a division by zero, are an ArithmeticError."""
    return localcontext(_WHOLE)


def half_up(value: Exact | Fraction | Decimal, places: int) -> Decimal:
    """``value`` with ``places`` decimals, half rounded away from zero."""
    if isinstance(value, Decimal):
        # A zero has no sign here.
        return value.quantize(_units(places), ROUND_HALF_UP, _ROUNDING) or _decimal(0, places)
    numerator, denominator = value.numerator, value.denominator
    units = (int(abs(numerator) * 2 * 10**places // denominator) + 1) // 2
    return _decimal(-units if numerator < 0 else units, places)


def shown(value: Exact | Decimal) -> str:
    """The figure as it is printed: exact where the decimals end, else with 6 decimals."""
    # A Decimal held against an mpq, as two keys of one memory may be, is a TypeError.
    figure = exact(value)
    return str(figure) if isinstance(figure, int) else _shown(figure)


@lru_cache(maxsize=100_000)
def _shown(value: Ratio) -> str:
    numerator, denominator = int(value.numerator), int(value.denominator)
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


@cache
def _units(places: int) -> Decimal:
    return Decimal(1).scaleb(-places)


@lru_cache(maxsize=100_000)
def _decimal(units: int, places: int) -> Decimal:
    """So many units of the last place; a long figure is read_exact out, because the context keeps only 28 digits."""
    if -_SHORT < units < _SHORT:
        return Decimal(units).scaleb(-places)
    return Decimal(f"{units}E-{places}")
