"""One indicator of one person: the rule's score rounded once, or the policy for a nothing."""

from __future__ import annotations

from decimal import Decimal

from app.domain.entries import State
from app.domain.explanation import Input, Node, Step
from app.domain.formula_values import Nothing, Value, number_of
from app.domain.formulas import Expression, Formula
from app.domain.ledgers import Event
from app.domain.numbers import Exact, Ratio, exact, half_up
from app.domain.ratings import Ballot
from app.domain.rules import Blocked, Rule, Veto
from app.domain.rules.leaf import Faulty, QuotedScore
from app.domain.schemes import Indicator, Policy
from app.domain.scoring.court import Member
from app.domain.scoring.evaluator import Evaluator, Ruled
from app.domain.scoring.groups import GroupFigures
from app.domain.scoring.items import events_of
from app.domain.scoring.quoting import quoted_scores
from app.domain.scoring.scopes import PersonScope, printed


class LeafScope(PersonScope):
    """The Leaf that a rule asks (see rules.leaf.Leaf)."""

    def __init__(self, evaluator: Evaluator, member: Member, indicator: Indicator) -> None:
        marks = None if indicator.full_marks is None else exact(indicator.full_marks)
        super().__init__(evaluator, member, {"分值": 0 if marks is None else marks})
        self.indicator = indicator
        self.full_marks = marks
        self.extra = indicator.extra

    def value(self) -> Value:
        """The value of the indicator's data item; without one, a nothing that no rule asks for."""
        value = self.item(self.indicator.item) if self.indicator.item else Nothing(State.EMPTY)
        self._own = {**self._own, "值": value}
        return value

    def beside(self, member: Member) -> LeafScope:
        """For another person 值 is that person's value of the same data item."""
        other = LeafScope(self.evaluator, member, self.indicator)
        other.value()
        return other

    def figure(self, formula: Formula) -> Exact:
        """The formula's figure. Raises Blocked where it is a nothing."""
        return self.figures(formula)[0]

    def figures(self, *formulas: Formula) -> tuple[Exact, ...]:
        """Several figures. Raises Blocked with the strongest nothing among them."""
        values = [number_of(formula.value(self)) for formula in formulas]
        nothing = Nothing.strongest(values)
        if nothing is not None:
            raise Blocked(nothing)
        return tuple(value for value in values if not isinstance(value, Nothing))

    def events(self) -> tuple[Event, ...]:
        """The events that the data item counts."""
        return events_of(self.evaluator.court, self.member, self.evaluator.items[self.indicator.item])

    def ballots(self) -> tuple[Ballot, ...]:
        """The ballots about the person in the period."""
        return tuple(self.evaluator.court.ballots(self.member.staff_no))

    def place(self, scope_word: str, *, high_first: bool) -> tuple[int, int]:
        """The place of the person's value, and among how many."""
        group = self.evaluator.court.among(self.member, scope_word, None)
        key = ("place", self.indicator.item, id(group))
        figures: GroupFigures | None = self.evaluator.shared.get(key)
        if figures is None:
            told = {each.staff_no: number_of(self.evaluator.told(each, self.indicator.item).value) for each in group}
            figures = self.evaluator.shared[key] = GroupFigures(told)
        own = number_of(self._own["值"])
        assert not isinstance(own, Nothing)
        return figures.place(own, high_first=high_first), len(figures.counted)

    def quoted(self, people: Expression | None, what: str, set_name: str) -> tuple[QuotedScore, ...]:
        """The scores of other people that 引用得分 takes over."""
        scores = quoted_scores(self.evaluator, self.member, people, what, set_name)
        self.inputs.update({Input(f"{each.name}的{what}", each.score): None for each in scores})
        return scores


def rule_on(evaluator: Evaluator, member: Member, code: str) -> Ruled:
    """The leaf as its rule scores it: a rounded score, or none with the state and the reason."""
    indicator = evaluator.indicators[member.set_name][code]
    rule = indicator.rule
    assert rule is not None
    leaf = LeafScope(evaluator, member, indicator)
    value: Value = Nothing(State.VALUE)
    try:
        value = leaf.value()
        outcome = rule.score(leaf, value)
    except Faulty as fault:
        # What cannot be scored is still told; a figure that could not even be made has no value to show.
        told = Nothing(State.VALUE) if isinstance(value, Nothing) else value
        return Ruled(_node(leaf, rule, None, told)._replace(reason=str(fault)), fault=True)
    except Blocked as blocked:
        return Ruled(_node(leaf, rule, None, blocked.nothing))
    shown = outcome.value if outcome.value is not None else value
    if not indicator.item and isinstance(shown, Nothing):
        shown = outcome.score
    score = half_up(outcome.score, evaluator.scheme.places)
    rounding = Step(f"四舍五入到 {evaluator.scheme.places} 位小数", (), score)
    steps = outcome.steps if isinstance(rule, Veto) else (*outcome.steps, rounding)
    more = outcome.more if leaf.full_marks is not None and outcome.score < leaf.full_marks else None
    return Ruled(_node(leaf, rule, score, shown, steps=steps, more=more))


def settle(evaluator: Evaluator, member: Member, code: str) -> Node:
    """The leaf with its policy applied; a veto has no score, only a value."""
    indicator = evaluator.indicators[member.set_name][code]
    node, fault = evaluator.ruled(member, code)
    if isinstance(indicator.rule, Veto):
        return _veto(node)
    if node.score is not None or fault:
        return node
    policy = indicator.missing if node.state is State.EMPTY else indicator.not_applicable
    if policy is Policy.MEAN:
        return _mean(evaluator, member, indicator, node)
    scores = {Policy.ZERO: Decimal(0), Policy.FULL: indicator.full_marks}
    score = scores.get(policy)
    if score is not None:
        score = half_up(score, evaluator.scheme.places)
    return node._replace(score=score, missing_rule=policy.value)


def _mean(evaluator: Evaluator, member: Member, indicator: Indicator, node: Node) -> Node:
    """均分: the mean of the rounded scores of the set's people who have a value, rounded; nobody: 待补."""
    court = evaluator.court
    key = ("mean", member.set_name, indicator.code)
    scores = evaluator.shared.get(key)
    if scores is None:
        own = [each for each in court.members if each.is_evaluated and each.set_name == member.set_name]
        ruled = [evaluator.ruled(each, indicator.code).node.score for each in own]
        scores = evaluator.shared[key] = [exact(score) for score in ruled if score is not None]
    if not scores:
        return node._replace(missing_rule=Policy.WAIT.value, reason=f"{node.reason}；本组无人有得分，不能取均分")
    mean = exact(Ratio(sum(scores)) / len(scores))
    step = Step("取本组 {} 人得分的平均", (len(scores),), mean)
    score = half_up(mean, evaluator.scheme.places)
    return node._replace(score=score, missing_rule=Policy.MEAN.value, steps=(*node.steps, step))


def _veto(node: Node) -> Node:
    if node.score is None:
        return node._replace(kind="veto", reason=f"{node.reason}，视为未触发")
    return node._replace(kind="veto", reason="触发" if node.score else "未触发", score=None)


def _node(
    leaf: LeafScope,
    rule: Rule,
    score: Decimal | None,
    value: Value,
    *,
    steps: tuple[Step, ...] = (),
    more: Step | None = None,
) -> Node:
    indicator = leaf.indicator
    nothing = isinstance(value, Nothing)
    return Node(
        kind="leaf",
        label=indicator.name,
        code=indicator.code,
        score=score,
        full_marks=indicator.full_marks,
        value=None if isinstance(value, Nothing) else printed(value),
        state=value.state if isinstance(value, Nothing) else State.VALUE,
        reason=value.reason if isinstance(value, Nothing) else "",
        clause=indicator.clause,
        rule=leaf.evaluator.words(rule),
        inputs=tuple(leaf.inputs),
        steps=(*leaf.steps, *steps) if not nothing else tuple(leaf.steps),
        more=more,
    )
