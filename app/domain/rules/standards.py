"""标准扣分 and 区间计分: full marks up to a limit or inside an interval, less for each step on the wrong side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Self

from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.numbers import Exact, Number
from app.domain.rules.figured import Figured, Telling
from app.domain.rules.leaf import Leaf, bound_step, full_marks_of, held
from app.domain.rules.parameters import Parameters, StepSize, zero
from app.domain.rules.steps import FULL_STEPS, PARTS_OF_STEPS, Stride, fixed_stride, stepped, stride

AT_LEAST = "不低于"
AT_MOST = "不高于"


Deduction = tuple[Exact, Exact, Exact, Exact, Exact, Exact]
"""The score, the distance, the steps counted, the size of one, its points, and the score before 保底."""


def deducted(full: Exact, distance: Exact, told: Stride, remainder: str, floor: Exact) -> Deduction:
    """Full marks less the points for the steps beyond a limit, not under the floor."""
    count, size, points = stepped(distance, told, remainder)
    score = full - count * points
    return max(score, floor), distance, count, size, points, score


def deduction_steps(leaf: Leaf, deduction: Deduction, floor: Exact) -> tuple[Step, ...]:
    """A deduction in words."""
    bounded, distance, count, size, points, score = deduction
    return (
        Step("相差 {}，每步 {}，计 {} 步", (distance, size, count), count),
        Step("分值 {} − {} 步 × {}", (full_marks_of(leaf), count, points), score),
        *bound_step(score, bounded, floor, None),
    )


IN_ORDER = "达到要求，得满分"
SATISFIED = 2
"""The length of a record that has nothing to deduct: the score and why."""
NO_STEP = "未达到要求，但参数没有规定怎样扣分，得满分"


@dataclass(frozen=True, slots=True)
class Standard(Figured):
    """分值, less for each step on the wrong side of 标准."""

    limit: Formula
    direction: str
    step: StepSize | None
    remainder: str
    floor: Formula
    method: ClassVar[str] = "标准扣分"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 标准, 方向 (不低于), 每差, 不足一步 (按比例), 保底 (0)."""
        parameters.name_all()
        return cls(
            limit=parameters.required("标准"),
            direction=parameters.word("方向", (AT_LEAST, AT_MOST), AT_LEAST),
            step=parameters.step("每差"),
            remainder=parameters.word("不足一步", (FULL_STEPS, PARTS_OF_STEPS), PARTS_OF_STEPS),
            floor=parameters.optional("保底") or zero(),
        )

    def formulas(self) -> tuple[Formula, ...]:
        """All that are told."""
        step = (self.step.size, self.step.points) if self.step else ()
        return (self.limit, *step, self.floor)

    def words(self) -> str:
        """The rule as a sentence."""
        step = f"，每差{self.step.size.text}扣{self.step.points.text}分" if self.step else ""
        return f"{self.direction}{self.limit.text}得满分{step}，不足一步{self.remainder}，保底{self.floor.text}"

    def always(self) -> tuple[Formula, ...]:
        """标准 and 保底; the steps are asked for only where the figure falls short."""
        return self.limit, self.floor

    def grounds(self, leaf: Leaf) -> tuple[Any, ...]:
        """标准 and 保底, 分值, what full marks come to, and the stride."""
        limit, floor = leaf.figures(self.limit, self.floor)
        full = full_marks_of(leaf)
        return limit, floor, full, held(full, floor, None), fixed_stride(leaf, self.step, limit)

    def reckon(self, leaf: Leaf, grounds: tuple[Any, ...], number: Number) -> tuple[Any, ...]:
        """Full marks or less."""
        limit, floor, full, best, told = grounds
        distance = limit - number if self.direction == AT_LEAST else number - limit
        if distance <= 0:
            return best, IN_ORDER
        if self.step is None:
            return best, NO_STEP
        return deducted(full, distance, told or stride(leaf, self.step, limit), self.remainder, floor)

    def tell(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact, record: tuple[Any, ...]) -> Telling:
        """The standard, and how far from it."""
        limit, floor, *_ = grounds
        told = Step(f"标准：{self.direction} {{}}", (limit,), limit)
        if len(record) == SATISFIED:
            return (told, Step(record[1], (), record[0])), None
        more = Step(f"{self.direction} {{}} 可得满分，还差 {{}}", (limit, record[1]))
        return (told, *deduction_steps(leaf, record, floor)), more


@dataclass(frozen=True, slots=True)
class Interval(Figured):
    """Full marks between 下限 and 上限, less for each step outside."""

    low: Formula
    high: Formula
    below: StepSize | None
    above: StepSize | None
    remainder: str
    floor: Formula
    method: ClassVar[str] = "区间计分"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 下限, 上限, 每低, 每高, 不足一步 (按比例), 保底 (0)."""
        parameters.name_all()
        return cls(
            low=parameters.required("下限"),
            high=parameters.required("上限"),
            below=parameters.step("每低"),
            above=parameters.step("每高"),
            remainder=parameters.word("不足一步", (FULL_STEPS, PARTS_OF_STEPS), PARTS_OF_STEPS),
            floor=parameters.optional("保底") or zero(),
        )

    def formulas(self) -> tuple[Formula, ...]:
        """All that are told."""
        steps = [each for step in (self.below, self.above) if step for each in (step.size, step.points)]
        return (self.low, self.high, *steps, self.floor)

    def words(self) -> str:
        """The rule as a sentence."""
        said = [f"在{self.low.text}至{self.high.text}之间得满分"]
        said += [
            f"每{word}{step.size.text}扣{step.points.text}分"
            for word, step in (("低", self.below), ("高", self.above))
            if step
        ]
        return "，".join([*said, f"不足一步{self.remainder}", f"保底{self.floor.text}"])

    def always(self) -> tuple[Formula, ...]:
        """The limits and 保底; the steps are asked for only where the figure is outside."""
        return self.low, self.high, self.floor

    def grounds(self, leaf: Leaf) -> tuple[Any, ...]:
        """下限, 上限 and 保底, 分值, what full marks come to, and the strides: a relative step is a share of the limit."""
        low, high, floor = leaf.figures(self.low, self.high, self.floor)
        full = full_marks_of(leaf)
        strides = fixed_stride(leaf, self.below, low), fixed_stride(leaf, self.above, high)
        return low, high, floor, full, held(full, floor, None), *strides

    def reckon(self, leaf: Leaf, grounds: tuple[Any, ...], number: Number) -> tuple[Any, ...]:
        """Full marks or less, by the limit that was crossed."""
        low, high, floor, full, best, below, above = grounds
        if number < low:
            step, told, limit, distance = self.below, below, low, low - number
        else:
            step, told, limit, distance = self.above, above, high, number - high
        if distance <= 0:
            return best, IN_ORDER
        if step is None:
            return best, NO_STEP
        return deducted(full, distance, told or stride(leaf, step, limit), self.remainder, floor)

    def tell(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact, record: tuple[Any, ...]) -> Telling:
        """The interval, and how far outside."""
        low, high, floor, *_ = grounds
        told = Step("合理区间 {} 至 {}", (low, high), None)
        if len(record) == SATISFIED:
            return (told, Step(record[1], (), record[0])), None
        more = Step("在 {} 至 {} 之间可得满分，还差 {}", (low, high, record[1]))
        return (told, *deduction_steps(leaf, record, floor)), more
