"""Who needs whose figures: everything is worked out once, when it is first asked for, and circles are refused.

People depend on people (a head on the division's judges, an assistant on the judges served), so the order of evaluation
is the order of asking. Each question is remembered while it is being answered: asked again meanwhile, it is a circle.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from app.domain.explanation import Input, Node, Step
from app.domain.formula.values import Value, number_of
from app.domain.formula.vocabulary import AGGREGATES
from app.domain.numbers import exact
from app.domain.problems import AppError
from app.domain.rules import Figured, Quoted, Veto
from app.domain.schemes import TOTAL, Indicator, ItemKind, Scheme
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

    item: Callable[[Evaluator, Member, str], Told]
    rule: Callable[[Evaluator, Member, str], Node]
    leaf: Callable[[Evaluator, Member, str], Node]
    total: Callable[[Evaluator, Member, str], Summed]


class Column:
    """One indicator of a set with all that is the same for everybody whom it scores."""

    def __init__(self, indicator: Indicator) -> None:
        self.indicator = indicator
        self.marks = None if indicator.full_marks is None else exact(indicator.full_marks)
        self.words = indicator.rule.words() if indicator.rule else ""
        self.is_settled = isinstance(indicator.rule, Figured) and indicator.rule.is_settled()


class Known:
    """What has been found about one person so far, by code."""

    __slots__ = ("items", "leaves", "rules", "totals")

    def __init__(self) -> None:
        self.items: dict[str, Told] = {}
        self.rules: dict[str, Node] = {}
        self.leaves: dict[str, Node] = {}
        self.totals: dict[str, Summed] = {}


Shared = TypeVar("Shared")
Answer = TypeVar("Answer", Told, Node, Summed)


def _is_veto(leaf: Indicator) -> bool:
    return isinstance(leaf.rule, Veto)


class Evaluator:
    """One evaluation in progress: the court, and every answer already found."""

    def __init__(self, court: Court, finders: Finders) -> None:
        self.start(court)
        self.scheme: Scheme = court.scheme
        self.items = {item.code: item for item in court.scheme.items}
        self.columns = {each.name: {leaf.code: Column(leaf) for leaf in each.indicators} for each in court.scheme.sets}
        told = {each.name: each.leaves(court.period.kind) for each in court.scheme.sets}
        self.leaves = {name: [each for each in leaves if not _is_veto(each)] for name, leaves in told.items()}
        self.vetoes = {name: [each for each in leaves if _is_veto(each)] for name, leaves in told.items()}
        leaves = [leaf for each in court.scheme.sets for leaf in each.indicators if leaf.rule is not None]
        entangled = {leaf.code for leaf in leaves if not self._is_plain_leaf(leaf)}
        self.plain_leaves = {leaf.code for leaf in leaves if leaf.code not in entangled}
        """The leaves that lead to no other score."""
        self._plain_items = {code for code in self.items if self._is_plain(code)}
        self._finders = finders
        self._asked: dict[tuple[str, str, str], Member] = {}

    def start(self, court: Court) -> None:
        """Ask of this court, with nothing known yet."""
        self.court = court
        self.shared: dict[tuple[object, ...], Any] = {}
        """Figures over groups of people, by formula part and group: worked out once for all who ask."""
        self._known: dict[str, Known] = {}

    def told(self, member: Member, code: str) -> Told:
        """A data item of a person."""
        answers = self._of(member).items
        known = answers.get(code)
        if known is None and code in self._plain_items:
            known = answers[code] = self._finders.item(self, member, code)
        return known or self._find(answers, "item", member, code)

    def ruled(self, member: Member, code: str) -> Node:
        """A leaf of a person as its rule scores it, before any policy."""
        answers = self._of(member).rules
        known = answers.get(code)
        if known is None and code in self.plain_leaves:
            known = answers[code] = self._finders.rule(self, member, code)
        return known or self._find(answers, "rule", member, code)

    def leaf(self, member: Member, code: str) -> Node:
        """A leaf of a person, policies applied."""
        if code in self.plain_leaves:
            return self._finders.leaf(self, member, code)
        answers = self._of(member).leaves
        return answers.get(code) or self._find(answers, "leaf", member, code)

    def figures(self, group: Sequence[Member], code: str) -> list[Decimal | Value]:
        """A data item of several people: decimals as they were typed in, else what they come to."""
        typed = self.court.figures(group, code)
        return [
            number_of(self.told(member, code).value) if number is None else number
            for member, number in zip(group, typed, strict=True)
        ]

    def shared_by(self, key: tuple[object, ...], find: Callable[[], Shared]) -> Shared:
        """What several people share, found by the first who asks."""
        known: Shared | None = self.shared.get(key)
        if known is None:
            known = self.shared[key] = find()
        return known

    def total(self, member: Member) -> Summed:
        """A person's total."""
        answers = self._of(member).totals
        return answers.get(TOTAL) or self._find(answers, "total", member, TOTAL)

    def _of(self, member: Member) -> Known:
        """A person's answers together: whoever is asked one thing is soon asked the next."""
        staff_no = member.person.staff_no
        known = self._known.get(staff_no)
        if known is None:
            known = self._known[staff_no] = Known()
        return known

    def _is_plain(self, code: str) -> bool:
        """Whether a data item of a person leads to no score and to nobody else."""
        item = self.items.get(code)
        if item is None:
            return False
        if item.kind not in (ItemKind.CASES, ItemKind.FORMULA) or item.formula is None:
            return True
        if item.formula.calls("得分", *AGGREGATES):
            return False
        return all(map(self._is_plain, item.formula.references("item")))

    def _is_plain_leaf(self, leaf: Indicator) -> bool:
        """Whether a leaf asks for plain data items only, of whomever."""
        assert leaf.rule is not None
        if isinstance(leaf.rule, Quoted) or (leaf.item and not self._is_plain(leaf.item)):
            return False
        formulas = leaf.rule.formulas()
        return not any(each.calls("得分") or not all(map(self._is_plain, each.references("item"))) for each in formulas)

    def _find(self, answers: dict[str, Answer], sort: str, member: Member, code: str) -> Answer:
        """The answer to what may lead back to itself, found at most once. Raises AppError("circle") with the path of a circle."""
        find: Callable[[Evaluator, Member, str], Answer] = getattr(self._finders, sort)
        asked = (sort, member.person.staff_no, code)
        if asked in self._asked:
            raise AppError("circle", path=self._path(asked))
        self._asked[asked] = member
        try:
            found = answers[code] = find(self, member, code)
        finally:
            del self._asked[asked]
        return found

    def _path(self, again: tuple[str, str, str]) -> str:
        asked = list(self._asked)
        circle = [question for question in asked[asked.index(again) :] if question[0] != "rule" or question == again]
        return " → ".join(map(self._name, [*circle, again]))

    def _name(self, question: tuple[str, str, str]) -> str:
        sort, _, code = question
        member = self._asked[question]
        return f"{member.person.name}的{self.items[code].name if sort == 'item' else code}"
