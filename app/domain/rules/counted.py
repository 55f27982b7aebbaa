"""按件扣分 and 按件加分: so many points for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Self

from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.numbers import Exact, Number
from app.domain.rules.figured import Figured, Telling
from app.domain.rules.leaf import Leaf, bound_step, full_marks_of
from app.domain.rules.parameters import Parameters, zero


@dataclass(frozen=True, slots=True)
class Deduction(Figured):
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

    def always(self) -> tuple[Formula, ...]:
        """All three."""
        return self.formulas()

    def grounds(self, leaf: Leaf) -> tuple[Exact, ...]:
        """每件, 免扣, 保底 and 分值."""
        return (*leaf.figures(self.each, self.free, self.floor), full_marks_of(leaf))

    def reckon(self, leaf: Leaf, grounds: tuple[Any, ...], number: Number) -> tuple[Any, ...]:
        """Full marks less the deductions."""
        each, free, floor, full = grounds
        counted = number - free if number > free else 0
        score = full - each * counted
        return max(score, floor), counted, score

    def tell(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact, record: tuple[Any, ...]) -> Telling:
        """What was free, what was taken, and the floor."""
        each, free, floor, full = grounds
        bounded, counted, score = record
        steps: tuple[Step, ...] = (Step("分值 {} − 每件 {} × {} 件", (full, each, counted), score),)
        if free:
            steps = (Step("{} 件中免扣 {} 件", (number, free), counted), *steps)
        more = Step("不超过 {} 件可得满分，本期 {} 件", (free, number))
        return (*steps, *bound_step(score, bounded, floor, None)), more


@dataclass(frozen=True, slots=True)
class Bonus(Figured):
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

    def always(self) -> tuple[Formula, ...]:
        """What is told."""
        return self.formulas()

    def grounds(self, leaf: Leaf) -> tuple[Exact | None, ...]:
        """每件 and 封顶."""
        each = leaf.figure(self.each)
        return each, leaf.figure(self.cap) if self.cap else leaf.full_marks

    def reckon(self, leaf: Leaf, grounds: tuple[Any, ...], number: Number) -> tuple[Any, ...]:
        """Points for each, up to the cap."""
        each, cap = grounds
        score = each * number
        return cap if cap is not None and score > cap else score, score

    def tell(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact, record: tuple[Any, ...]) -> Telling:
        """So many times so much, and the cap."""
        each, cap = grounds
        bounded, score = record
        more = Step("每多 1 件加 {}，封顶 {}", (each, cap)) if cap is not None and bounded < cap else None
        return (Step("每件 {} × {} 件", (each, number), score), *bound_step(score, bounded, None, cap)), more
