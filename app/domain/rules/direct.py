"""直接计分: the value is the score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Self

from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing
from app.domain.numbers import Exact, Number, shown
from app.domain.rules.figured import Figured, Telling
from app.domain.rules.leaf import Faulty, Leaf
from app.domain.rules.parameters import Parameters


@dataclass(frozen=True, slots=True)
class Direct(Figured):
    """The value itself; outside 下限 and 上限 it is a fault (contract, section 4.1, 5)."""

    low: Formula | None
    high: Formula | None
    method: ClassVar[str] = "直接计分"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 下限 and 上限."""
        parameters.name_all()
        return cls(parameters.optional("下限"), parameters.optional("上限"))

    def formulas(self) -> tuple[Formula, ...]:
        """The bounds that are told."""
        return tuple(each for each in (self.low, self.high) if each)

    def words(self) -> str:
        """The rule as a sentence."""
        low, high = self.low.text if self.low else "0", self.high.text if self.high else "分值"
        return f"按填报的分数直接计分，须在{low}至{high}之间"

    def bounds(self, full_marks: Exact | None) -> tuple[Exact, Exact | None] | None:
        """下限 and 上限 where they are plain figures, else None."""
        low = self.low.constant if self.low else 0
        high = self.high.constant if self.high else full_marks
        if isinstance(low, Nothing | str) or isinstance(high, Nothing | str):
            return None
        return low, high

    def always(self) -> tuple[Formula, ...]:
        """The bounds that are told."""
        return self.formulas()

    def grounds(self, leaf: Leaf) -> tuple[Exact, Exact | None]:
        """下限 and 上限."""
        low = leaf.figure(self.low) if self.low else 0
        return low, leaf.figure(self.high) if self.high else leaf.full_marks

    def reckon(self, leaf: Leaf, grounds: tuple[Any, ...], number: Number) -> tuple[Any, ...]:
        """The value, within its bounds."""
        low, high = grounds
        if number < low or (high is not None and number > high):
            limit = shown(high) if high is not None else "不限"
            raise Faulty(f"填报的{shown(number)}不在{shown(low)}至{limit}之间")
        return (number,)

    def tell(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact, record: tuple[Any, ...]) -> Telling:
        """The value again."""
        return (Step("填报分数 {}", (number,), number),), None
