"""一票否决: above zero, it limits the grade or becomes the total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing, Value, number_of
from app.domain.numbers import Exact
from app.domain.rules.leaf import Blocked, Leaf, Outcome
from app.domain.rules.parameters import Parameters


@dataclass(frozen=True, slots=True)
class Veto:
    """等次上限 or 总分; it has no score of its own. The Outcome's figure is 1 where it strikes, else 0."""

    grade_limit: str
    total: Formula | None
    method: ClassVar[str] = "一票否决"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 等次上限 or 总分; one of them must be there."""
        parameters.name_all()
        limit, total = parameters.part("等次上限"), parameters.optional("总分")
        if limit is None and total is None and not parameters.has("总分"):
            parameters.fault("parameter-missing", 0, name="等次上限")
        return cls(limit.text.strip().strip('"“”') if limit else "", total)

    def formulas(self) -> tuple[Formula, ...]:
        """The 总分 where told."""
        return (self.total,) if self.total else ()

    def words(self) -> str:
        """The rule as a sentence."""
        said = [f"等次不得高于“{self.grade_limit}”"] if self.grade_limit else []
        said += [f"总分按{self.total.text}计"] if self.total else []
        return f"一票否决：发生即{'，'.join(said)}"

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """1 where it strikes, else 0."""
        number = number_of(value)
        if isinstance(number, Nothing):
            raise Blocked(number)
        strikes: Exact = int(number > 0)
        return Outcome(strikes, (Step("数值 {}，触发" if strikes else "数值 {}，未触发", (number,), None),))
