"""公式: the formula is the score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Self

from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Value
from app.domain.numbers import Exact, Number
from app.domain.rules.figured import Figured, Telling
from app.domain.rules.leaf import Leaf, Outcome, bound_step, held
from app.domain.rules.parameters import Parameters


@dataclass(frozen=True, slots=True)
class Free(Figured):
    """式, within 保底 and 封顶 where they are told."""

    formula: Formula
    cap: Formula | None
    floor: Formula | None
    method: ClassVar[str] = "公式"
    needs_item: ClassVar[bool] = False
    fixed_grounds: ClassVar[bool] = False

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 式, 封顶, 保底."""
        parameters.name_all()
        return cls(parameters.required("式"), parameters.optional("封顶"), parameters.optional("保底"))

    def formulas(self) -> tuple[Formula, ...]:
        """All that are told."""
        return tuple(each for each in (self.formula, self.cap, self.floor) if each)

    def words(self) -> str:
        """The rule as a sentence."""
        cap = f"，封顶{self.cap.text}" if self.cap else ""
        floor = f"，保底{self.floor.text}" if self.floor else ""
        return f"按公式计分：{self.formula.text}{cap}{floor}"

    def always(self) -> tuple[Formula, ...]:
        """All that are told."""
        told = (self.formula, self.cap, self.floor)
        return tuple(each for each in told if each)

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """What the formula comes to; the data item may well have no value."""
        record = self.reckon(leaf, (), 0)
        return Outcome(record[0], self.tell(leaf, (), 0, record)[0])

    def grounds(self, leaf: Leaf) -> tuple[Any, ...]:
        """None: all of it may ask for the value."""
        return ()

    def reckon(self, leaf: Leaf, grounds: tuple[Any, ...], number: Number) -> tuple[Any, ...]:
        """What the formula comes to, within its bounds; the leaf knows the value."""
        score = leaf.figure(self.formula)
        cap = leaf.figure(self.cap) if self.cap else None
        floor = leaf.figure(self.floor) if self.floor else None
        return held(score, floor, cap), score, floor, cap

    def tell(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact, record: tuple[Any, ...]) -> Telling:
        """The formula and its bounds."""
        bounded, score, floor, cap = record
        return (Step("{}", (self.formula.text,), score), *bound_step(score, bounded, floor, cap)), None
