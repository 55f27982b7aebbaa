"""增减计分: points for each step above or below a base."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Self

from app.domain.entries import State
from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing
from app.domain.numbers import Exact, Number, Ratio, exact
from app.domain.rules.figured import Figured, Telling
from app.domain.rules.leaf import Blocked, Leaf, bound_step, full_marks_of, held
from app.domain.rules.parameters import Parameters, StepSize, zero

FULL_STEPS = "不计"
PARTS_OF_STEPS = "按比例"


Stride = tuple[Exact, Exact]
"""The size of one step away from a base, and its points."""


def stride(leaf: Leaf, step: StepSize, base: Exact) -> Stride:
    """Size and points of a step; a relative one is a share of the base."""
    size, points = leaf.figures(step.size, step.points)
    return size * base if step.relative else size, points


def fixed_stride(leaf: Leaf, step: StepSize | None, base: Exact) -> Stride | None:
    """The same where it can be told before anybody's value; None where it has to be asked for when it is needed."""
    return stride(leaf, step, base) if step is not None and step.is_fixed else None


def stepped(distance: Any, told: Stride, remainder: str) -> tuple[Any, Any, Any]:
    """Steps in a distance of zero or more: only full ones, or parts too (不足一步); size of one and points for one.

    Raises Blocked where a step would be zero or less.
    """
    size, points = told
    if size <= 0:
        raise Blocked(Nothing(State.NOT_APPLICABLE, "步长为零或负数"))
    if remainder == FULL_STEPS:
        return int(distance // size), size, points
    return exact(Ratio(distance) / size) if isinstance(distance, int) else distance / size, size, points


@dataclass(frozen=True, slots=True)
class Steps(Figured):
    """基本分 plus or minus points for each step from 基准; a 基准 of zero or less gives 基本分."""

    base: Formula
    start: Formula | None
    up: StepSize | None
    down: StepSize | None
    remainder: str
    cap: Formula | None
    floor: Formula
    method: ClassVar[str] = "增减计分"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 基准, 基本分 (分值), 每高, 每低, 不足一步 (不计), 封顶 (none), 保底 (0)."""
        parameters.name_all()
        return cls(
            base=parameters.required("基准"),
            start=parameters.optional("基本分"),
            up=parameters.step("每高"),
            down=parameters.step("每低"),
            remainder=parameters.word("不足一步", (FULL_STEPS, PARTS_OF_STEPS), FULL_STEPS),
            cap=parameters.optional("封顶"),
            floor=parameters.optional("保底") or zero(),
        )

    def formulas(self) -> tuple[Formula, ...]:
        """All that are told."""
        steps = [each for step in (self.up, self.down) if step for each in (step.size, step.points)]
        return tuple(each for each in (self.base, self.start, *steps, self.cap, self.floor) if each)

    def words(self) -> str:
        """The rule as a sentence."""
        start = self.start.text if self.start else "分值"
        said = [f"以{self.base.text}为基准，基本分{start}"]
        said += [
            f"每{word}{step.size.text}{sign}{step.points.text}分"
            for word, sign, step in (("高", "加", self.up), ("低", "减", self.down))
            if step
        ]
        said.append("不足一步不计" if self.remainder == FULL_STEPS else "不足一步按比例")
        said += [f"封顶{self.cap.text}"] if self.cap else []
        said += [f"保底{self.floor.text}"]
        return "，".join(said)

    def always(self) -> tuple[Formula, ...]:
        """All but the steps, which are asked for only where the figure is off the base."""
        return tuple(each for each in (self.base, self.floor, self.start, self.cap) if each)

    def grounds(self, leaf: Leaf) -> tuple[Any, ...]:
        """基准, 保底, 基本分 and 封顶, and the strides up and down."""
        base, floor = leaf.figures(self.base, self.floor)
        start: Exact = leaf.figure(self.start) if self.start else full_marks_of(leaf)
        cap = leaf.figure(self.cap) if self.cap else None
        return base, floor, start, cap, fixed_stride(leaf, self.up, base), fixed_stride(leaf, self.down, base)

    def reckon(self, leaf: Leaf, grounds: tuple[Any, ...], number: Number) -> tuple[Any, ...]:
        """The base points and what the steps add or take: distance, steps counted, size of one, its points, the sum."""
        base, floor, start, cap, up, down = grounds
        is_up = number > base
        step, told = (self.up, up) if is_up else (self.down, down)
        if base <= 0 or step is None or number == base:
            return held(start, floor, cap), start
        distance = number - base if is_up else base - number
        count, size, points = stepped(distance, told or stride(leaf, step, base), self.remainder)
        score = start + count * points if is_up else start - count * points
        return held(score, floor, cap), score, distance, count, size, points

    def tell(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact, record: tuple[Any, ...]) -> Telling:
        """Base, base points, the steps away from it, and the bounds."""
        base, floor, start, cap, *_ = grounds
        bounded, score, *away = record
        steps = [Step("基准 = {}", (self.base.text,), base), Step("基本分", (), start)]
        if base <= 0:
            steps.append(Step("基准为零或负数，得基本分", (), start))
        elif away:
            distance, count, size, points = away
            words = ("高", "加") if number > base else ("低", "减")
            steps.append(Step(f"比基准{words[0]} {{}}，每步 {{}}，计 {{}} 步", (distance, size, count), count))
            steps.append(Step(f"{{}} {words[1]} {{}} 步 × {{}}", (start, count, points), score))
        more = Step("数值高于基准 {} 每满一步加分，本期为 {}", (base, number)) if self.up else None
        return (*steps, *bound_step(score, bounded, floor, cap)), more
