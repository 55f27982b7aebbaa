"""What formulas reckon with: exact figures, texts, truths, and the kinds of nothing (contract, sections 4 and 4.1, 3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from operator import add, eq, ge, gt, le, lt, ne, sub
from typing import NamedTuple, TypeGuard

from app.domain.entries import State
from app.domain.numbers import Exact, Number, Ratio, exact, read_exact
from app.domain.words import half_width, plain

# No exponents: a text such as 1e999999999 would keep the machine busy for ever.
_NUMBER = re.compile(r"\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(%)?\s*")


_LONGEST_NUMBER = 200
_MOST_BITS = 8192


class Type(StrEnum):
    """What kind of value a part of a formula gives; ANY is settled only when it is evaluated."""

    NUMBER = "数"
    TEXT = "文字"
    TRUTH = "真假"
    ANY = "任意"


class Nothing(NamedTuple):
    """未填, 不适用 or 免计, with the reason in words."""

    state: State
    reason: str = ""

    @staticmethod
    def strongest(values: Iterable[Value]) -> Nothing | None:
        """The nothing that wins among the values: 未填 over 不适用 and 免计, these over a value (None)."""
        found: Nothing | None = None
        for value in values:
            if isinstance(value, Nothing):
                if value.state is State.EMPTY:
                    return value
                found = found or value
        return found


Value = Exact | str | bool | Nothing


def number_of(value: Value) -> Exact | Nothing:
    """The value as a figure; a text that is none is 不适用, with that reason."""
    if isinstance(value, (Ratio, Nothing)):
        return value
    if isinstance(value, int):
        return int(value)
    number = number_in(value)
    return Nothing(State.NOT_APPLICABLE, f"“{value}”不是数") if number is None else number


def truth_of(value: Value) -> bool | Nothing:
    """The value as a truth: a figure is true unless zero; a text is 不适用."""
    if isinstance(value, Nothing | bool):
        return value
    if isinstance(value, str):
        return Nothing(State.NOT_APPLICABLE, f"“{value}”不是条件")
    return value != 0


def number_in(text: str) -> Exact | None:
    """The figure that a text writes, or None."""
    match = _NUMBER.fullmatch(half_width(text)) if len(text) <= _LONGEST_NUMBER else None
    if match is None:
        return None
    number = read_exact(match.group(1))
    return exact(Ratio(number) / 100) if match.group(2) else number


def negate(value: Value) -> Value:
    """The figure with the other sign."""
    number = number_of(value)
    return number if isinstance(number, Nothing) else -number


def _over_figures(reckon: Callable[[Exact, Exact], Value]) -> Callable[[Value, Value], Value]:
    """The same over values; a nothing on either side wins."""

    def operate(left: Value, right: Value) -> Value:
        # Most are figures already; asking that first makes a formula half as slow.
        if isinstance(left, (int, Ratio)) and isinstance(right, (int, Ratio)):
            return reckon(left, right)
        first, second = number_of(left), number_of(right)
        if isinstance(first, Nothing) or isinstance(second, Nothing):
            return Nothing.strongest((first, second)) or first
        return reckon(first, second)

    return operate


def _product(left: Exact, right: Exact) -> Value:
    return _bounded(left * right)


def _quotient(left: Exact, right: Exact) -> Value:
    """Division by zero is 不适用, with that reason."""
    if not right:
        return Nothing(State.NOT_APPLICABLE, "除数为零")
    quotient = Ratio(left) / right
    return _bounded(int(quotient) if quotient.denominator == 1 else quotient)


def _bounded(figure: Exact) -> Value:
    """The figure, unless squaring it over and over through data items has made it too long to go on with."""
    if figure.numerator.bit_length() > _MOST_BITS or figure.denominator.bit_length() > _MOST_BITS:
        return Nothing(State.NOT_APPLICABLE, "数值过大，无法计算")
    return figure


def logic(operator: str, left: Value, right: Value) -> Value:
    """且, 或 over truths; a nothing on either side wins."""
    first, second = truth_of(left), truth_of(right)
    if isinstance(first, Nothing) or isinstance(second, Nothing):
        return Nothing.strongest((first, second)) or first
    return (first and second) if operator == "且" else (first or second)


def compare(operator: str, left: Value, right: Value) -> Value:
    """``= != > >= < <=``: figures as figures, texts as read_exact; an empty text equals ``""`` and nothing else."""
    nothing = Nothing.strongest((left, right))
    if nothing is not None:
        return nothing
    if isinstance(left, str) and isinstance(right, str):
        return _compare_texts(operator, left, right)
    first = number_in(left) if isinstance(left, str) else left
    second = number_in(right) if isinstance(right, str) else right
    if not _is_number(first) or not _is_number(second):
        return operator == "!="
    return _hold(operator, (first > second) - (first < second))


def _compare_texts(operator: str, left: str, right: str) -> bool:
    first, second = plain(left), plain(right)
    if operator in ("=", "!="):
        return (first == second) == (operator == "=")
    if not first or not second:
        return False
    numbers = number_in(left), number_in(right)
    if _is_number(numbers[0]) and _is_number(numbers[1]):
        return _hold(operator, (numbers[0] > numbers[1]) - (numbers[0] < numbers[1]))
    return _hold(operator, (first > second) - (first < second))


def _is_number(value: object) -> TypeGuard[Exact]:
    return isinstance(value, (int, Ratio))


HOLDS: dict[str, Callable[[Number, Number], bool]] = {"=": eq, "!=": ne, ">": gt, ">=": ge, "<": lt, "<=": le}
"""What each comparison says of two figures."""


def _hold(operator: str, order: int) -> bool:
    return HOLDS[operator](order, 0)


OPERATIONS: dict[str, Callable[[Value, Value], Value]] = {
    "+": _over_figures(add),
    "-": _over_figures(sub),
    "*": _over_figures(_product),
    "/": _over_figures(_quotient),
    **{sign: partial(logic, sign) for sign in "且或"},
    **{sign: partial(compare, sign) for sign in HOLDS},
}
"""What each operator makes of two values."""
