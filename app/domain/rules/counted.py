"""按件扣分 and 按件加分: so many points for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from app.domain.explanation import Step
from app.domain.formula_values import Nothing, Value, number_of
from app.domain.formulas import Formula
from app.domain.rules.leaf import Blocked, Leaf, Outcome, bound_step, full_marks_of, held
from app.domain.rules.parameters import Parameters, zero


@dataclass(frozen=True, slots=True)
class Deduction:
    """分值 − 每件 × max(0, n − 免扣), not under 保底."""

    each: Formula
    free: Formula
    floor: Formula
    method: ClassVar[str] = "按件扣分"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 每件, 免扣 (0), 保底 (0)."""
        parameters.name_all()
        each = parameters.required("每件")
        return cls(each, parameters.optional("免扣") or zero(), parameters.optional("保底") or zero())

    def formulas(self) -> tuple[Formula, ...]:
        """All three."""
        return (self.each, self.free, self.floor)

    def words(self) -> str:
        """The rule as a sentence."""
        free = "" if self.free.text == "0" else f"，{self.free.text}件以内不扣"
        return f"满分起扣，每件扣{self.each.text}分{free}，保底{self.floor.text}"

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """Full marks less the deductions."""
        number = number_of(value)
        if isinstance(number, Nothing):
            raise Blocked(number)
        each, free, floor = leaf.figures(self.each, self.free, self.floor)
        full = full_marks_of(leaf)
        counted = max(0, number - free)
        score = full - each * counted
        bounded = held(score, floor, None)
        steps: tuple[Step, ...] = (Step("分值 {} − 每件 {} × {} 件", (full, each, counted), score),)
        if free:
            steps = (Step("{} 件中免扣 {} 件", (number, free), counted), *steps)
        more = Step("不超过 {} 件可得满分，本期 {} 件", (free, number))
        return Outcome(bounded, (*steps, *bound_step(score, bounded, floor, None)), more=more)


@dataclass(frozen=True, slots=True)
class Bonus:
    """每件 × n, not over 封顶."""

    each: Formula
    cap: Formula | None
    method: ClassVar[str] = "按件加分"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 每件, 封顶 (分值)."""
        parameters.name_all()
        return cls(parameters.required("每件"), parameters.optional("封顶"))

    def formulas(self) -> tuple[Formula, ...]:
        """What is told."""
        return (self.each, self.cap) if self.cap else (self.each,)

    def words(self) -> str:
        """The rule as a sentence."""
        return f"每件计{self.each.text}分，封顶{self.cap.text if self.cap else '分值'}"

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """Points for each, up to the cap."""
        number = number_of(value)
        if isinstance(number, Nothing):
            raise Blocked(number)
        each = leaf.figure(self.each)
        cap = leaf.figure(self.cap) if self.cap else leaf.full_marks
        score = each * number
        bounded = held(score, None, cap)
        step = Step("每件 {} × {} 件", (each, number), score)
        more = Step("每多 1 件加 {}，封顶 {}", (each, cap)) if cap is not None and bounded < cap else None
        return Outcome(bounded, (step, *bound_step(score, bounded, None, cap)), more=more)
