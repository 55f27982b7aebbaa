"""奖励性绩效考核奖金: a pool shared out by weights, to the cent, never more than the pool."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from app.domain.numbers import Exact, Ratio, exact


class Shares(NamedTuple):
    """What each gets by staff number, rounded down to the unit; ``rest`` is what that leaves: all of it is the pool."""

    amounts: dict[str, Decimal]
    rest: Decimal


def shared_out(pool: Decimal, weights: Mapping[str, Exact], unit: Decimal) -> Shares:
    """The pool by weights. Nobody with a weight above zero: all of it is left."""
    whole = sum(weights.values(), start=Ratio(0))
    amounts: dict[str, Decimal] = {}
    for staff_no, weight in weights.items():
        units = 0 if whole == 0 else int(Ratio(exact(pool)) * weight / whole / exact(unit))
        amounts[staff_no] = units * unit
    return Shares(amounts, pool - sum(amounts.values(), start=Decimal(0)))
