"""A formula evaluated for one person: what its names and functions over people mean, and the trace that they leave."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from app.domain.entries import State
from app.domain.explanation import Input, Step
from app.domain.formula.formulas import Call, Expression, Literal, Named, Reference
from app.domain.formula.values import Nothing, Value, number_of
from app.domain.formula.vocabulary import AGGREGATES, COUNTS, range_named
from app.domain.numbers import Exact, Ratio, exact
from app.domain.rules import Veto
from app.domain.schemes import TOTAL, Indicator, Policy
from app.domain.scoring.court import Member, days_away, in_post
from app.domain.scoring.evaluator import Evaluator, Told
from app.domain.scoring.groups import GroupFigures
from app.domain.words import plain

_T = TypeVar("_T", Input, Step)


class PersonScope:
    """One person's figures for formulas; every figure looked up and every group reckoned over leaves its trace."""

    def __init__(self, evaluator: Evaluator, member: Member) -> None:
        self.evaluator = evaluator
        self.member = member
        self._inputs: list[tuple[Input, ...]] = []
        self._steps: list[tuple[Step, ...]] = []

    @property
    def inputs(self) -> tuple[Input, ...]:
        """The figures that went in, each once."""
        return once(self._inputs)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was reckoned on the way, each once."""
        return once(self._steps)

    def look_up(self, reference: Reference) -> Value:
        """A data item, 值, 分值, 在岗月数 or 在岗比例."""
        if reference.kind == "item":
            return self.item(reference.key)
        if reference.kind == "own":
            value = in_post(self.member.tenure, reference.key)
            self._inputs.append((Input(reference.key, printed(value)),))
            return value
        raise KeyError(reference)

    def item(self, code: str) -> Value:
        """The value of a data item; what went into it goes into the trace."""
        value, inputs, steps = self.evaluator.told(self.member, code)
        self._inputs.append(inputs)
        if steps:
            self._steps.append(steps)
        return value

    def apply(self, call: Call) -> Value:
        """得分, 离岗天数, 件数, 折算 and the functions over groups of people."""
        if call.function in COUNTS:
            value, inputs, steps = count_cases(self.evaluator, self.member, call)
            self._inputs.append(inputs)
            self._steps.append(steps)
            return value
        if call.function in AGGREGATES:
            return self._over_people(call)
        if call.function == "离岗天数":
            days = days_away(self.member.tenure, call)
            self._inputs.append((Input(call.function, printed(days)),))
            return days
        return self._score(call)

    def _score(self, call: Call) -> Value:
        code = call.arguments[0]
        assert isinstance(code, Literal)
        score = score_of(self.evaluator, self.member, str(code.content))
        self._inputs.append((as_input(f"得分 {code.content}", score),))
        return score

    def _over_people(self, call: Call) -> Value:
        scope_word, set_name = self.named_group(call)
        group = self.evaluator.court.among(self.member, scope_word, set_name)
        key = ("reckoned", id(call), id(group))
        known: tuple[Value, tuple[Step, ...]] | None = self.evaluator.shared.get(key)
        if known is None:
            figures = self._figures(call, group)
            value = figures.reckoned(call.function, self._own_figure(call, figures))
            whom = f"{scope_word}（{set_name or self.member.set_name}）"
            told = (call.function, whom, figures.people, figures.count)
            shown = value.reason if isinstance(value, Nothing) else printed(value)
            known = value, (Step("{}：{}共 {} 人，{} 人有数", told, shown),)
            if call.function != "名次":
                self.evaluator.shared[key] = known
        value, steps = known
        self._steps.append(steps)
        return value

    def named_group(self, call: Call) -> tuple[str, str | None]:
        """范围 and 指标组 of a function over people, found once for each such function."""
        key = ("group", id(call))
        named: tuple[str, str | None] | None = self.evaluator.shared.get(key)
        if named is None:
            named = self.evaluator.shared[key] = group_named(call)
        return named

    def _figures(self, call: Call, group: list[Member]) -> GroupFigures:
        first = call.arguments[0]
        key = (id(first), id(group))
        figures: GroupFigures | None = self.evaluator.shared.get(key)
        if figures is None:
            figures = self.evaluator.shared[key] = GroupFigures(group, self._told_of(group, first))
        return figures

    def _told_of(self, group: list[Member], part: Expression) -> Sequence[Decimal | Value]:
        if range_named(part):
            return [1] * len(group)
        item = self.item_named(part)
        return self.evaluator.figures(group, item) if item else [self._figure_of(each, part) for each in group]

    def item_named(self, part: Expression) -> str:
        """The data item that a part of a formula is, or an empty text."""
        return part.reference.key if isinstance(part, Named) and part.reference.kind == "item" else ""

    def beside(self, member: Member) -> PersonScope:
        """The scope in which the same formula is evaluated for another person."""
        return PersonScope(self.evaluator, member)

    def _figure_of(self, member: Member, part: Expression) -> Value:
        return number_of(part.value(self.beside(member)))

    def _own_figure(self, call: Call, figures: GroupFigures) -> Value:
        if call.function != "名次":
            return 0
        own = figures.of(self.member.staff_no)
        return own if own is not None else self._figure_of(self.member, call.arguments[0])


def once(chunks: Sequence[tuple[_T, ...]]) -> tuple[_T, ...]:
    """What stands in the chunks, in order, each once; none of them repeats itself."""
    if len(chunks) == 1:
        return chunks[0]
    return tuple(dict.fromkeys(each for chunk in chunks for each in chunk)) if chunks else ()


def as_input(name: str, value: Value) -> Input:
    """A computed figure as an input of something else."""
    if isinstance(value, Nothing):
        return Input(name, value.reason or None, value.state)
    return Input(name, printed(value))


def printed(value: Value) -> Exact | str:
    """The value as a figure of a step or input; a nothing as its word."""
    if isinstance(value, Nothing):
        return value.state.word
    return int(value) if isinstance(value, bool) else value


def group_named(call: Call) -> tuple[str, str | None]:
    """范围 and 指标组 of a function over people; checked when the scheme was built."""
    words = [word for part in call.arguments[:2] if (word := range_named(part))]
    sets = [part for part in call.arguments[1:] if isinstance(part, Literal) and isinstance(part.content, str)]
    return words[-1], str(sets[0].content) if sets else None


def score_of(evaluator: Evaluator, member: Member, code: str) -> Value:
    """The rounded score of a person's indicator or branch; without one, the nothing that it is."""
    if member.set is None or not member.is_evaluated:
        return Nothing(State.NOT_APPLICABLE, f"{member.person.name}{member.reason}")
    if plain(code) == TOTAL:
        summed = evaluator.total(member)
        return Nothing(State.EMPTY, summed.reason) if summed.total is None else exact(summed.total)
    indicator = next((each for each in member.set.indicators if plain(each.code) == plain(code)), None)
    if indicator is None:
        return Nothing(State.NOT_APPLICABLE, f"{member.set_name}没有指标{code}")
    return _score_of_leaf(evaluator, member, indicator) if indicator.rule else _score_of_branch(evaluator, member, code)


def _score_of_leaf(evaluator: Evaluator, member: Member, leaf: Indicator) -> Value:
    if isinstance(leaf.rule, Veto) or not leaf.counts_in(evaluator.court.period.kind):
        return Nothing(State.NOT_APPLICABLE, f"{leaf.name}本期不计分")
    node = evaluator.leaf(member, leaf.code)
    if node.score is not None:
        return exact(node.score)
    state = State.EMPTY if node.missing_rule in ("", Policy.WAIT.value) else State.NOT_APPLICABLE
    return Nothing(state, node.reason or f"{node.label}没有得分")


def _score_of_branch(evaluator: Evaluator, member: Member, code: str) -> Value:
    """What its parts that have a score come to; 未填 as long as one of them waits."""
    assert member.set is not None
    below = [
        score_of(evaluator, member, each.code) for each in member.set.indicators if plain(each.parent) == plain(code)
    ]
    scores = [each for each in below if isinstance(each, (int, Ratio))]
    nothing = Nothing.strongest(below)
    if nothing is not None and (nothing.state is State.EMPTY or not scores):
        return nothing
    return exact(Ratio(sum(scores)))


def count_cases(evaluator: Evaluator, member: Member, call: Call) -> Told:
    """件数 and 折算: each case of the person in a role that the condition admits, once, with the factors used."""
    court = evaluator.court
    if not court.is_covered(""):
        return Told(Nothing(State.EMPTY, f"{court.period.title}的案件清单未报"))
    condition = call.arguments[0] if call.arguments else None
    inputs, steps = [], []
    total: Exact = 0
    for case, roles in court.casework.admitted(member.staff_no, condition):
        if call.function == "件数":
            total += 1
            inputs.append(Input(f"{case.number}（{'、'.join(roles)}）", 1, State.VALUE, case.origin))
            continue
        coefficient = court.casework.coefficient(case)
        role, factor = court.casework.best_role(roles) if coefficient.matched else (roles[0], 1)
        points = evaluator.scheme.case_points * coefficient.value * factor
        total += points
        inputs.append(Input(f"{case.number}（{role}）", points, State.VALUE, case.origin))
        told = (case.number, role, evaluator.scheme.case_points, coefficient.value, coefficient.reason, factor, points)
        steps.append(Step("{} {}：{} × {}（{}）× {}", told[:6], points))
    return Told(total, tuple(dict.fromkeys(inputs)), tuple(dict.fromkeys(steps)))
