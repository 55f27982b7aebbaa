"""引用得分: the mean of other people's scores × 折算."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from app.domain.entries import State
from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing, Value
from app.domain.numbers import Ratio, exact
from app.domain.rules.leaf import Blocked, Leaf, Outcome
from app.domain.rules.parameters import Parameters, constant
from app.domain.words import plain

JUDGES_ASSISTED = "协助的法官"
WHOLE_TOTAL = "总分"


@dataclass(frozen=True, slots=True)
class Quoted:
    """The mean of the scores (取) of the people that fit 对象, or of the judges assisted, × 折算."""

    people: Formula | None
    what: str
    factor: Formula
    set_name: str
    method: ClassVar[str] = "引用得分"
    needs_item: ClassVar[bool] = False

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 对象, 取 (总分), 折算 (100%), 指标组 (法官)."""
        parameters.name_all()
        part = parameters.part("对象")
        people = None
        if part is None:
            parameters.fault("parameter-missing", 0, name="对象")
        elif plain(part.text) != JUDGES_ASSISTED:
            people = parameters.people(part)
        what, set_name = parameters.part("取"), parameters.part("指标组")
        return cls(
            people=people,
            what=_unquoted(what.text) if what else WHOLE_TOTAL,
            factor=parameters.optional("折算") or constant(1),
            set_name=_unquoted(set_name.text) if set_name else "法官",
        )

    def formulas(self) -> tuple[Formula, ...]:
        """The factor; the condition speaks of other people and is checked by itself."""
        return (self.factor,)

    def words(self) -> str:
        """The rule as a sentence."""
        people = (
            f"符合“{self.people.text}”的人员" if self.people else f"所{JUDGES_ASSISTED}（{self.set_name}，每案计一次）"
        )
        factor = "100%" if self.factor.text == "1" else self.factor.text
        return f"{people}的{self.what}平均值×{factor}"

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """The mean times the factor."""
        root = self.people.root if self.people else None
        scores = leaf.quoted(root, self.what, self.set_name)
        weight = sum(each.weight for each in scores)
        if not weight:
            raise Blocked(Nothing(State.NOT_APPLICABLE, "没有符合条件的对象"))
        factor = leaf.figure(self.factor)
        mean = exact(Ratio(sum(each.score * each.weight for each in scores)) / weight)
        told = [
            Step("{}：{}", (each.name, each.score), each.score)
            if each.weight == 1
            else Step("{}：{}（{} 案）", (each.name, each.score, each.weight), each.score)
            for each in scores
        ]
        score = mean * factor
        return Outcome(score, (*told, Step("平均", (), mean), Step("{} × {}", (mean, self.factor.text), score)))


def _unquoted(text: str) -> str:
    return text.strip().strip('"“”').strip()
