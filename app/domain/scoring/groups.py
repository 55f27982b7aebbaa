"""Figures over a group of people: worked out once for all who ask, whatever they ask of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, Inexact, localcontext
from functools import cached_property

from app.domain.entries import State
from app.domain.formula.values import Nothing, Value
from app.domain.numbers import Exact, Ratio, exact, exact_decimal
from app.domain.scoring.court import Member

_EXACTLY = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact])


class GroupFigures:
    """One figure of everybody in a group, as it was told; people with a nothing have none."""

    def __init__(self, group: Sequence[Member], told: Sequence[Decimal | Value]) -> None:
        self._group = group
        self._told = told
        self._numbers = [each for each in told if isinstance(each, Decimal)]

    @cached_property
    def _by_staff_no(self) -> dict[str, Decimal | Value]:
        return {member.staff_no: told for member, told in zip(self._group, self._told, strict=True)}

    def of(self, staff_no: str) -> Value | None:
        """One person's figure; None for somebody outside the group."""
        told = self._by_staff_no.get(staff_no)
        return exact_decimal(told) if isinstance(told, Decimal) else told

    @property
    def people(self) -> int:
        """How many are in the group."""
        return len(self._told)

    @cached_property
    def _others(self) -> list[Exact]:
        """The figures that are no decimals any more."""
        if len(self._numbers) == len(self._told):
            return []
        return [each for each in self._told if isinstance(each, (int, Ratio))]

    @cached_property
    def count(self) -> int:
        """How many have a figure."""
        return len(self._numbers) + len(self._others)

    @cached_property
    def ascending(self) -> list[Exact]:
        """The figures, the lowest first."""
        return sorted([*map(exact_decimal, self._numbers), *self._others])

    @cached_property
    def total(self) -> Exact:
        """Their sum. Decimals are added up as decimals: nothing is ever rounded in that context."""
        with localcontext(_EXACTLY):
            own = sum(self._numbers, Decimal(0))
        return exact(Ratio(sum(self._others)) + exact_decimal(own))

    @cached_property
    def mean(self) -> Exact:
        """Their mean; only where there is one who has a figure."""
        return exact(Ratio(self.total) / self.count)

    @cached_property
    def nobody(self) -> Nothing | None:
        """The nothing that the group's figures come to where nobody has one; None where somebody has."""
        if self.count:
            return None
        waits = any(isinstance(each, Nothing) and each.state is State.EMPTY for each in self._told)
        return Nothing(State.EMPTY if waits else State.NOT_APPLICABLE, "范围内没有人有数")

    def place(self, own: Exact, *, high_first: bool = True) -> int:
        """The place of a figure; equal ones share the better place."""
        if high_first:
            return 1 + len(self.ascending) - bisect_right(self.ascending, own)
        return 1 + bisect_left(self.ascending, own)

    def reckoned(self, function: str, own: Value) -> Value:
        """均值, 合计, 人数, 最高, 最低, or 名次 of one's own figure."""
        if function == "人数":
            return self.count
        if function == "名次":
            return self.place(own) if isinstance(own, int | Ratio) else own
        if self.nobody is not None:
            return self.nobody
        if function == "合计":
            return self.total
        if function == "均值":
            return self.mean
        return self.ascending[-1 if function == "最高" else 0]
