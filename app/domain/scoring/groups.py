"""Figures over a group of people: worked out once for all who ask, whatever they ask of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cached_property

from app.domain.entries import State
from app.domain.formula_values import Nothing, Value
from app.domain.numbers import Exact, Ratio, exact


class GroupFigures:
    """One figure of everybody in a group, by staff number; people with a nothing have none."""

    def __init__(self, figures: Mapping[str, Value]) -> None:
        self.figures = figures

    @cached_property
    def counted(self) -> list[Exact]:
        """The figures of those who have one."""
        return [each for each in self.figures.values() if isinstance(each, (int, Ratio))]

    @cached_property
    def ascending(self) -> list[Exact]:
        """The same, the lowest first."""
        return sorted(self.counted)

    @cached_property
    def total(self) -> Exact:
        """Their sum."""
        return exact(Ratio(sum(self.counted)))

    @cached_property
    def mean(self) -> Exact:
        """Their mean; only where there is one who has a figure."""
        return exact(Ratio(self.total) / len(self.counted))

    @cached_property
    def nobody(self) -> Nothing | None:
        """The nothing that the group's figures come to where nobody has one; None where somebody has."""
        if self.counted:
            return None
        waits = any(isinstance(each, Nothing) and each.state is State.EMPTY for each in self.figures.values())
        return Nothing(State.EMPTY if waits else State.NOT_APPLICABLE, "范围内没有人有数")

    def place(self, own: Exact, *, high_first: bool = True) -> int:
        """The place of a figure; equal ones share the better place."""
        if high_first:
            return 1 + len(self.ascending) - bisect_right(self.ascending, own)
        return 1 + bisect_left(self.ascending, own)

    def reckoned(self, function: str, own: Value) -> Value:
        """均值, 合计, 人数, 最高, 最低, or 名次 of one's own figure."""
        if function == "人数":
            return len(self.counted)
        if function == "名次":
            return self.place(own) if isinstance(own, int | Ratio) else own
        if self.nobody is not None:
            return self.nobody
        if function == "合计":
            return self.total
        if function == "均值":
            return self.mean
        return self.ascending[-1 if function == "最高" else 0]
