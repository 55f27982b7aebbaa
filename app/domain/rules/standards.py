"""标准扣分 and 区间计分: full marks up to a limit or inside an interval, less for each step on the wrong side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from app.domain.explanation import Step
from app.domain.formula_values import Nothing, Value, number_of
from app.domain.formulas import Formula
from app.domain.numbers import Exact
from app.domain.rules.leaf import Blocked, Leaf, Outcome, bound_step, full_marks_of, held
from app.domain.rules.parameters import Parameters, StepSize, zero
from app.domain.rules.steps import FULL_STEPS, PARTS_OF_STEPS, stepped

AT_LEAST = "不低于"
AT_MOST = "不高于"


def deducted(leaf: Leaf, step: StepSize, limit: Exact, distance: Exact, *, remainder: str, floor: Exact) -> Outcome:
    """Full marks less the points for the steps beyond a limit, not under the floor."""
    full = full_marks_of(leaf)
    count, size, points = stepped(leaf, step, limit, distance, remainder)
    score = full - count * points
    bounded = held(score, floor, None)
    told = (
        Step("相差 {}，每步 {}，计 {} 步", (distance, size, count), count),
        Step("分值 {} − {} 步 × {}", (full, count, points), score),
    )
    return Outcome(bounded, (*told, *bound_step(score, bounded, floor, None)))


def in_order(leaf: Leaf, told: Step, floor: Exact, why: str = "达到要求，得满分") -> Outcome:
    """Full marks."""
    score = held(full_marks_of(leaf), floor, None)
    return Outcome(score, (told, Step(why, (), score)))


NO_STEP = "未达到要求，但参数没有规定怎样扣分，得满分"


@dataclass(frozen=True, slots=True)
class Standard:
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

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """Full marks or less."""
        number = number_of(value)
        if isinstance(number, Nothing):
            raise Blocked(number)
        limit, floor = leaf.figures(self.limit, self.floor)
        told = Step(f"标准：{self.direction} {{}}", (limit,), limit)
        distance = limit - number if self.direction == AT_LEAST else number - limit
        if distance <= 0:
            return in_order(leaf, told, floor)
        if self.step is None:
            return in_order(leaf, told, floor, NO_STEP)
        outcome = deducted(leaf, self.step, limit, distance, remainder=self.remainder, floor=floor)
        more = Step(f"{self.direction} {{}} 可得满分，还差 {{}}", (limit, distance))
        return Outcome(outcome.score, (told, *outcome.steps), more=more)


@dataclass(frozen=True, slots=True)
class Interval:
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

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """Full marks or less; a relative step is a share of the limit that was crossed."""
        number = number_of(value)
        if isinstance(number, Nothing):
            raise Blocked(number)
        low, high, floor = leaf.figures(self.low, self.high, self.floor)
        told = Step("合理区间 {} 至 {}", (low, high), None)
        if number < low:
            step, limit, distance = self.below, low, low - number
        else:
            step, limit, distance = self.above, high, number - high
        if distance <= 0:
            return in_order(leaf, told, floor)
        if step is None:
            return in_order(leaf, told, floor, NO_STEP)
        outcome = deducted(leaf, step, limit, distance, remainder=self.remainder, floor=floor)
        more = Step("在 {} 至 {} 之间可得满分，还差 {}", (low, high, distance))
        return Outcome(outcome.score, (told, *outcome.steps), more=more)
