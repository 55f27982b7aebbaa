"""Who needs whose figures: everything is worked out once, when it is first asked for, and circles are refused.

People depend on people (a head on the division's judges, an assistant on the judges served), so the order of evaluation
is the order of asking. Each question is remembered while it is being answered: asked again meanwhile, it is a circle.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from app.domain.explanation import Input, Node, Step
from app.domain.formula_values import Value
from app.domain.numbers import exact
from app.domain.problems import AppError
from app.domain.rules import Quoted, Veto
from app.domain.schemes import TOTAL, DataItem, Indicator, ItemKind, Scheme
from app.domain.scoring.court import Court, Member


class Told(NamedTuple):
    """A data item of a person: its value, the figures that went in, and the steps."""

    value: Value
    inputs: tuple[Input, ...] = ()
    steps: tuple[Step, ...] = ()


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

    outright: Callable[[Court, DataItem], dict[str, Told]]
    item: Callable[[Evaluator, Member, str], Told]
    rule: Callable[[Evaluator, Member, str], Node]
    leaf: Callable[[Evaluator, Member, str], Node]
    total: Callable[[Evaluator, Member, str], Summed]


class Column:
    """One indicator of a set with all that is the same for everybody whom it scores."""

    def __init__(self, indicator: Indicator, *, is_told: bool) -> None:
        self.indicator = indicator
        self.is_told = is_told
        """Whether its data item is told or counted, not computed."""
        self.marks = None if indicator.full_marks is None else exact(indicator.full_marks)
        self.words = indicator.rule.words() if indicator.rule else ""
        self.known: dict[Value, Node] = {}
        """What the rule made of a value, where it asked for nothing else: the same for everybody with that value."""


Answer = TypeVar("Answer", Told, Node, Summed)


class Question(Generic[Answer]):
    """One sort of question about one code, and everybody's answer; ``is_plain``: it can never lead back to itself."""

    def __init__(
        self, sort: str, code: str, find: Callable[[Evaluator, Member, str], Answer], *, is_plain: bool
    ) -> None:
        self.sort = sort
        self.code = code
        self.find: Callable[[Evaluator, Member, str], Answer] = find
        self.is_plain = is_plain
        self.answers: dict[str, Answer] = {}


def _is_veto(leaf: Indicator) -> bool:
    return isinstance(leaf.rule, Veto)


class Evaluator:
    """One evaluation in progress: the court, and every answer already found."""

    def __init__(self, court: Court, finders: Finders) -> None:
        self.court = court
        self.scheme: Scheme = court.scheme
        self.items = {item.code: item for item in court.scheme.items}
        self.columns = {
            each.name: {leaf.code: Column(leaf, is_told=self._is_plain(leaf.item)) for leaf in each.indicators}
            for each in court.scheme.sets
        }
        told = {each.name: each.leaves(court.period.kind) for each in court.scheme.sets}
        self.leaves = {name: [each for each in leaves if not _is_veto(each)] for name, leaves in told.items()}
        self.vetoes = {name: [each for each in leaves if _is_veto(each)] for name, leaves in told.items()}
        self.shared: dict[tuple[object, ...], Any] = {}
        """Figures over groups of people, by formula part and group: worked out once for all who ask."""
        leaves = [leaf for each in court.scheme.sets for leaf in each.indicators if leaf.rule is not None]
        entangled = {leaf.code for leaf in leaves if not self._is_plain_leaf(leaf)}
        self._items = {code: Question("item", code, finders.item, is_plain=self._is_plain(code)) for code in self.items}
        for code, question in self._items.items():
            question.answers = finders.outright(court, self.items[code])
        self._rules = {
            leaf.code: Question("rule", leaf.code, finders.rule, is_plain=leaf.code not in entangled) for leaf in leaves
        }
        self._leaves = {
            leaf.code: Question("leaf", leaf.code, finders.leaf, is_plain=leaf.code not in entangled) for leaf in leaves
        }
        self._totals = Question("total", TOTAL, finders.total, is_plain=False)
        self._asked: dict[tuple[str, str, str], Member] = {}

    def told(self, member: Member, code: str) -> Told:
        """A data item of a person."""
        question = self._items[code]
        return question.answers.get(member.person.staff_no) or self._answer(question, member)

    def ruled(self, member: Member, code: str) -> Node:
        """A leaf of a person as its rule scores it, before any policy."""
        question = self._rules[code]
        return question.answers.get(member.person.staff_no) or self._answer(question, member)

    def leaf(self, member: Member, code: str) -> Node:
        """A leaf of a person, policies applied."""
        question = self._leaves[code]
        if question.is_plain:
            return question.find(self, member, code)
        return question.answers.get(member.person.staff_no) or self._answer(question, member)

    def total(self, member: Member) -> Summed:
        """A person's total."""
        return self._totals.answers.get(member.staff_no) or self._answer(self._totals, member)

    def _is_plain(self, code: str) -> bool:
        """Whether a data item is told or counted, not computed from others."""
        return code in self.items and self.items[code].kind not in (ItemKind.CASES, ItemKind.FORMULA)

    def _is_plain_leaf(self, leaf: Indicator) -> bool:
        """Whether a leaf asks for plain data items only, of whomever."""
        assert leaf.rule is not None
        if isinstance(leaf.rule, Quoted) or (leaf.item and not self._is_plain(leaf.item)):
            return False
        formulas = leaf.rule.formulas()
        return not any(each.calls("得分") or not all(map(self._is_plain, each.references("item"))) for each in formulas)

    def _answer(self, question: Question[Answer], member: Member) -> Answer:
        """The answer, found at most once. Raises AppError("circle") with the path of a circle."""
        staff_no = member.person.staff_no
        if question.is_plain:
            found = question.answers[staff_no] = question.find(self, member, question.code)
            return found
        asked = (question.sort, staff_no, question.code)
        if asked in self._asked:
            raise AppError("circle", path=self._path(asked))
        self._asked[asked] = member
        try:
            found = question.find(self, member, question.code)
        finally:
            del self._asked[asked]
        question.answers[staff_no] = found
        return found

    def _path(self, again: tuple[str, str, str]) -> str:
        asked = list(self._asked)
        circle = [question for question in asked[asked.index(again) :] if question[0] != "rule" or question == again]
        return " → ".join(map(self._name, [*circle, again]))

    def _name(self, question: tuple[str, str, str]) -> str:
        sort, _, code = question
        member = self._asked[question]
        return f"{member.person.name}的{self.items[code].name if sort == 'item' else code}"
