"""Who needs whose figures: everything is worked out once, when it is first asked for, and circles are refused.

People depend on people (a head on the division's judges, an assistant on the judges served), so the order of evaluation
is the order of asking. Each question is remembered while it is being answered: asked again meanwhile, it is a circle.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from app.domain.explanation import Input, Node, Step
from app.domain.formula_values import Value
from app.domain.problems import AppError
from app.domain.rules import Rule
from app.domain.schemes import Scheme
from app.domain.scoring.court import Court, Member


class Told(NamedTuple):
    """A data item of a person: its value, the figures that went in, and the steps."""

    value: Value
    inputs: tuple[Input, ...] = ()
    steps: tuple[Step, ...] = ()


class Ruled(NamedTuple):
    """A leaf as its rule sees it, before any policy. ``fault``: it waits for a mend whatever the policies say."""

    node: Node
    fault: bool = False


class Summed(NamedTuple):
    """A person's own total: ``total`` None where something is missing, with the reason."""

    tree: Node
    total: Decimal | None
    reason: str = ""
    veto: str = ""
    grade_limit: str = ""
    notes: tuple[str, ...] = ()


class Finders(NamedTuple):
    """How each sort of question is answered; they need one another, so they are handed over together."""

    item: Callable[[Evaluator, Member, str], Told]
    rule: Callable[[Evaluator, Member, str], Ruled]
    leaf: Callable[[Evaluator, Member, str], Node]
    total: Callable[[Evaluator, Member, str], Summed]


class Evaluator:
    """One evaluation in progress: the court, and every answer already found."""

    def __init__(self, court: Court, finders: Finders) -> None:
        self.court = court
        self.scheme: Scheme = court.scheme
        self.items = {item.code: item for item in court.scheme.items}
        self.indicators = {each.name: {leaf.code: leaf for leaf in each.indicators} for each in court.scheme.sets}
        self.shared: dict[tuple[object, ...], Any] = {}
        """Figures over groups of people, by formula part and group: worked out once for all who ask."""
        self._finders = finders
        self._answers: dict[tuple[str, str, str], Any] = {}
        self._asked: dict[tuple[str, str, str], Member] = {}

    def told(self, member: Member, code: str) -> Told:
        """A data item of a person."""
        return self._answer("item", member, code)  # type: ignore[no-any-return]

    def ruled(self, member: Member, code: str) -> Ruled:
        """A leaf of a person as its rule scores it, before any policy."""
        return self._answer("rule", member, code)  # type: ignore[no-any-return]

    def leaf(self, member: Member, code: str) -> Node:
        """A leaf of a person, policies applied."""
        return self._answer("leaf", member, code)  # type: ignore[no-any-return]

    def total(self, member: Member) -> Summed:
        """A person's total."""
        return self._answer("total", member, "总分")  # type: ignore[no-any-return]

    def words(self, rule: Rule) -> str:
        """The rule as a sentence, put together once for all whom it scores."""
        key = ("words", id(rule))
        if key not in self.shared:
            self.shared[key] = rule.words()
        return str(self.shared[key])

    def _answer(self, sort: str, member: Member, code: str) -> Any:
        """The answer, found at most once. Raises AppError("circle") with the path of a circle."""
        question = (sort, member.staff_no, code)
        known = self._answers.get(question)
        if known is not None:
            return known
        if question in self._asked:
            raise AppError("circle", path=self._path(question))
        self._asked[question] = member
        try:
            found = getattr(self._finders, sort)(self, member, code)
        finally:
            del self._asked[question]
        self._answers[question] = found
        return found

    def _path(self, again: tuple[str, str, str]) -> str:
        asked = list(self._asked)
        circle = [question for question in asked[asked.index(again) :] if question[0] != "rule" or question == again]
        return " → ".join(map(self._name, [*circle, again]))

    def _name(self, question: tuple[str, str, str]) -> str:
        sort, _, code = question
        member = self._asked[question]
        return f"{member.person.name}的{self.items[code].name if sort == 'item' else code}"
