"""Who is on the lists of a bulletin: the conditions of sheet 通报 asked of every person's result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from app.domain.analysis.bulletin import Named, NamedList
from app.domain.entries import State
from app.domain.facts import Facts, PersonResult, Status
from app.domain.formula.formulas import Call, Literal, Reference
from app.domain.formula.values import Nothing, Value, truth_of
from app.domain.numbers import exact
from app.domain.periods import Period
from app.domain.rules.leaf import Faulty
from app.domain.schemes import TOTAL, ListRule, Scheme
from app.domain.scoring import FINDERS
from app.domain.scoring.court import Court, Member, posting_field
from app.domain.scoring.evaluator import Evaluator
from app.domain.scoring.scopes import PersonScope
from app.domain.words import plain


class Outcomes(NamedTuple):
    """What conditions may ask of the period: results by staff number, grades, totals of the period before."""

    results: Mapping[str, PersonResult]
    grades: Mapping[str, str]
    before: Mapping[str, Decimal | None]


def named_lists(
    scheme: Scheme, period: Period, facts: Facts, results: Sequence[PersonResult], outcomes: Outcomes
) -> tuple[NamedList, ...]:
    """The lists in the sheet's order; rows with one 名单 make one list. People stand in the order of the results."""
    rules = [each for each in scheme.lists if each.counts_in(period.kind)]
    evaluator = Evaluator(Court(scheme, period, facts), FINDERS)
    names = dict.fromkeys(rule.name for rule in rules)
    return tuple(
        _list(evaluator, name, [each for each in rules if each.name == name], results, outcomes) for name in names
    )


def _list(
    evaluator: Evaluator, name: str, rules: Sequence[ListRule], results: Sequence[PersonResult], outcomes: Outcomes
) -> NamedList:
    people = []
    unclear = 0
    for result in results:
        answers = [(rule, _answer(evaluator, rule, result, outcomes)) for rule in rules]
        reasons = tuple(rule.note or rule.condition.text for rule, answer in answers if answer is True)
        if reasons:
            people.append(Named(result.staff_no, result.name, result.division, result.set_name, reasons))
        elif any(answer is None for _, answer in answers):
            unclear += 1
    return NamedList(name, tuple(people), unclear)


def _answer(evaluator: Evaluator, rule: ListRule, result: PersonResult, outcomes: Outcomes) -> bool | None:
    """Whether the condition is met; None where something that it asks for is 未填."""
    member = evaluator.court.member(result.staff_no)
    if member is None or member.set is None:
        return False
    try:
        truth = truth_of(rule.condition.value(_ResultScope(evaluator, member, outcomes)))
    except Faulty:
        return None
    if isinstance(truth, Nothing):
        return None if truth.state is State.EMPTY else False
    return truth


class _ResultScope(PersonScope):
    """The person's data, and what the period came to as it is stored: a list never scores anything anew."""

    def __init__(self, evaluator: Evaluator, member: Member, outcomes: Outcomes) -> None:
        super().__init__(evaluator, member)
        self._outcomes = outcomes

    def look_up(self, reference: Reference) -> Value:
        """Posting fields, 总分, 名次, 排名人数, 等次, 上期总分, and all that other formulas know."""
        if reference.kind == "field":
            return posting_field(self.member.posting, self.member.set_name, reference.key)
        if reference.kind == "own" and reference.key in _OWN:
            return self._own(reference.key)
        return super().look_up(reference)

    def apply(self, call: Call) -> Value:
        """得分("编码") from the stored result; all else as elsewhere."""
        if call.function != "得分":
            return super().apply(call)
        code = call.arguments[0]
        assert isinstance(code, Literal)
        return self._score_of(plain(str(code.content)))

    def beside(self, member: Member) -> PersonScope:
        """The scope for another person."""
        return _ResultScope(self.evaluator, member, self._outcomes)

    def _own(self, key: str) -> Value:
        staff_no = self.member.staff_no
        result = self._outcomes.results.get(staff_no)
        if key == "等次":
            return self._outcomes.grades.get(staff_no) or Nothing(State.NOT_APPLICABLE, "没有等次")
        if key == "上期总分":
            return _figure(self._outcomes.before.get(staff_no), "上期没有总分")
        if result is None:
            return Nothing(State.NOT_APPLICABLE, "没有得分")
        if key == "总分":
            return _total(result)
        return _figure(result.rank if key == "名次" else result.pool_size, "不排名")

    def _score_of(self, code: str) -> Value:
        result = self._outcomes.results.get(self.member.staff_no)
        if result is None:
            return Nothing(State.NOT_APPLICABLE, "没有得分")
        if code == TOTAL:
            return _total(result)
        node = next((each for each in result.tree.walk() if plain(each.code) == code), None)
        if node is None or node.kind == "veto":
            return Nothing(State.NOT_APPLICABLE, f"没有指标{code}")
        if node.score is None:
            return Nothing(node.state if node.state is not State.VALUE else State.EMPTY, node.reason)
        return exact(node.score)


_OWN = ("总分", "名次", "排名人数", "等次", "上期总分")


def _total(result: PersonResult) -> Value:
    if result.total is not None:
        return exact(result.total)
    waits = result.status is Status.INCOMPLETE
    return Nothing(State.EMPTY if waits else State.NOT_APPLICABLE, result.reason)


def _figure(told: Decimal | int | None, none: str) -> Value:
    return Nothing(State.NOT_APPLICABLE, none) if told is None else exact(told)
