"""完成率: full marks times value ÷ target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Self

from app.domain.entries import State
from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing
from app.domain.numbers import Exact, Number, Ratio
from app.domain.rules.figured import Figured, Telling
from app.domain.rules.leaf import Blocked, Leaf, full_marks_of, held
from app.domain.rules.parameters import Parameters, constant, zero


@dataclass(frozen=True, slots=True)
class Completion(Figured):
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

    def always(self) -> tuple[Formula, ...]:
        """All three."""
        return self.formulas()

    def grounds(self, leaf: Leaf) -> tuple[Exact, ...]:
        """目标, 封顶, 保底 and 分值."""
        target, cap, floor = leaf.figures(self.target, self.cap, self.floor)
        if target <= 0:
            raise Blocked(Nothing(State.NOT_APPLICABLE, "目标为零或负数"))
        return Ratio(target), cap, floor, full_marks_of(leaf)

    def reckon(self, leaf: Leaf, grounds: tuple[Any, ...], number: Number) -> tuple[Any, ...]:
        """The share of the full marks."""
        target, cap, floor, full = grounds
        ratio = number / target
        bounded = held(ratio, floor, cap)
        return full * bounded, ratio, bounded

    def tell(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact, record: tuple[Any, ...]) -> Telling:
        """Target, ratio, its bounds and the points."""
        target, cap, floor, _ = grounds
        score, ratio, bounded = record
        steps = [Step("目标 = {}", (self.target.text,), target), Step("完成率 = {} ÷ {}", (number, target), ratio)]
        if bounded != ratio:
            steps.append(Step("完成率限定在 {} 至 {} 之间", (floor, cap), bounded))
        steps.append(Step("分值 {} × 完成率 {}", (leaf.full_marks, bounded), score))
        return tuple(steps), Step("完成数达到 {} 可得满分，还差 {}", (target, target - number))
