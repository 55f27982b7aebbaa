"""完成率: full marks times value ÷ target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from app.domain.entries import State
from app.domain.explanation import Step
from app.domain.formula_values import Nothing, Value, number_of
from app.domain.formulas import Formula
from app.domain.numbers import Ratio
from app.domain.rules.leaf import Blocked, Leaf, Outcome, full_marks_of, held
from app.domain.rules.parameters import Parameters, constant, zero


@dataclass(frozen=True, slots=True)
class Completion:
    """分值 × value ÷ 目标, the ratio held within 保底 and 封顶; 目标 zero or less is 不适用."""

    target: Formula
    cap: Formula
    floor: Formula
    method: ClassVar[str] = "完成率"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 目标, 封顶 (100%) and 保底 (0%)."""
        parameters.name_all()
        target = parameters.required("目标")
        return cls(target, parameters.optional("封顶") or constant(1), parameters.optional("保底") or zero())

    def formulas(self) -> tuple[Formula, ...]:
        """Target and bounds."""
        return (self.target, self.cap, self.floor)

    def words(self) -> str:
        """The rule as a sentence."""
        cap = "100%" if self.cap.text == "1" else self.cap.text
        floor = "" if self.floor.text == "0" else f"，完成率最低按{self.floor.text}计"
        return f"分值×完成数÷目标（{self.target.text}），完成率最高按{cap}计{floor}"

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """The share of the full marks."""
        number = number_of(value)
        if isinstance(number, Nothing):
            raise Blocked(number)
        target, cap, floor = leaf.figures(self.target, self.cap, self.floor)
        if target <= 0:
            raise Blocked(Nothing(State.NOT_APPLICABLE, "目标为零或负数"))
        ratio = Ratio(number) / target
        bounded = held(ratio, floor, cap)
        steps = [Step("目标 = {}", (self.target.text,), target), Step("完成率 = {} ÷ {}", (number, target), ratio)]
        if bounded != ratio:
            steps.append(Step("完成率限定在 {} 至 {} 之间", (floor, cap), bounded))
        score = full_marks_of(leaf) * bounded
        steps.append(Step("分值 {} × 完成率 {}", (leaf.full_marks, bounded), score))
        more = Step("完成数达到 {} 可得满分，还差 {}", (target, target - number))
        return Outcome(score, tuple(steps), more=more)
