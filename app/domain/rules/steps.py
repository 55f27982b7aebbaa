"""增减计分: points for each step above or below a base."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Self

from app.domain.entries import State
from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing
from app.domain.numbers import Exact, Ratio, exact
from app.domain.rules.figured import Figured, Telling
from app.domain.rules.leaf import Blocked, Leaf, bound_step, full_marks_of, held
from app.domain.rules.parameters import Parameters, StepSize, zero

FULL_STEPS = "不计"
PARTS_OF_STEPS = "按比例"


def counted_steps(distance: Exact, size: Exact, remainder: str) -> Exact:
    """How many steps of ``size`` lie in a distance of zero or more: only full ones, or parts too (不足一步)."""
    if remainder == FULL_STEPS:
        return int(distance // size)
    return distance / size if isinstance(distance, Ratio) else exact(Ratio(distance) / size)


def stepped(leaf: Leaf, step: StepSize, base: Exact, distance: Exact, remainder: str) -> tuple[Exact, Exact, Exact]:
    """Steps counted, size of one and points for one. Raises Blocked where a step would be zero or less."""
    size, points = step.fixed or leaf.figures(step.size, step.points)
    if step.relative:
        size = size * base
    if size <= 0:
        raise Blocked(Nothing(State.NOT_APPLICABLE, "步长为零或负数"))
    return counted_steps(distance, size, remainder), size, points


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

    def grounds(self, leaf: Leaf) -> tuple[Exact | None, ...]:
        """基准, 保底, 基本分 and 封顶."""
        base, floor = leaf.figures(self.base, self.floor)
        start: Exact = leaf.figure(self.start) if self.start else full_marks_of(leaf)
        return base, floor, start, leaf.figure(self.cap) if self.cap else None

    def reckon(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact) -> tuple[Any, ...]:
        """The base points and what the steps add or take: distance, steps counted, size of one, its points, the sum."""
        base, floor, start, cap = grounds
        side = self.up if number > base else self.down
        if base <= 0 or side is None or number == base:
            return held(start, floor, cap), start
        distance = number - base if side is self.up else base - number
        count, size, points = stepped(leaf, side, base, distance, self.remainder)
        score = start + count * points if side is self.up else start - count * points
        return held(score, floor, cap), score, distance, count, size, points

    def tell(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact, record: tuple[Any, ...]) -> Telling:
        """Base, base points, the steps away from it, and the bounds."""
        base, floor, start, cap = grounds
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
