"""One indicator of one person: the rule's score rounded once, or the policy for a nothing."""

from __future__ import annotations

from decimal import Decimal

from app.domain.entries import State
from app.domain.explanation import Input, Node, Step
from app.domain.formula.formulas import Expression, Formula, Named, Reference
from app.domain.formula.values import Nothing, Value, number_of
from app.domain.ledgers import Event
from app.domain.numbers import Exact, Ratio, exact, half_up
from app.domain.ratings import Ballot
from app.domain.rules import Blocked, Veto
from app.domain.rules.leaf import Faulty, QuotedScore
from app.domain.schemes import Indicator, Policy
from app.domain.scoring.court import Member
from app.domain.scoring.evaluator import Column, Evaluator
from app.domain.scoring.frames import rounding
from app.domain.scoring.groups import GroupFigures
from app.domain.scoring.items import events_of
from app.domain.scoring.quoting import quoted_scores
from app.domain.scoring.scopes import PersonScope, printed

_UNTOLD = Nothing(State.EMPTY)


class LeafScope(PersonScope):
    """The Leaf that a rule asks (see rules.leaf.Leaf)."""

    def __init__(self, evaluator: Evaluator, member: Member, column: Column) -> None:
        super().__init__(evaluator, member)
        self.column = column
        self.indicator = column.indicator
        self.full_marks = column.marks
        self._value: Value | None = None

    @property
    def extra(self) -> bool:
        """Whether it stands beside the full marks."""
        return self.indicator.extra

    def value(self) -> Value:
        """The value of the indicator's data item; without one, a nothing that no rule asks for."""
        if self._value is None:
            self._value = self.item(self.indicator.item) if self.indicator.item else _UNTOLD
        return self._value

    def look_up(self, reference: Reference) -> Value:
        """值 and 分值, and all that other formulas know."""
        if reference.kind == "own":
            if reference.key == "值":
                return self.value()
            if reference.key == "分值":
                return self.full_marks or 0
        return super().look_up(reference)

    def beside(self, member: Member) -> LeafScope:
        """For another person 值 is that person's value of the same data item."""
        return LeafScope(self.evaluator, member, self.column)

    def item_named(self, part: Expression) -> str:
        """值 is the indicator's data item."""
        is_value = isinstance(part, Named) and part.reference.key == "值" and part.reference.kind == "own"
        return self.indicator.item if is_value else super().item_named(part)

    def figure(self, formula: Formula) -> Exact:
        """The formula's figure. Raises Blocked where it is a nothing."""
        return formula.fixed if formula.fixed is not None else self.figures(formula)[0]

    def figures(self, *formulas: Formula) -> tuple[Exact, ...]:
        """Several figures. Raises Blocked with the strongest nothing among them."""
        values = [
            formula.fixed if formula.fixed is not None else number_of(formula.value(self)) for formula in formulas
        ]
        figures = tuple([value for value in values if not isinstance(value, Nothing)])
        if len(figures) < len(values):
            raise Blocked(Nothing.strongest(values) or _UNTOLD)
        return figures

    def events(self) -> tuple[Event, ...]:
        """The events that the data item counts."""
        return events_of(self.evaluator.court, self.member, self.evaluator.items[self.indicator.item])

    def ballots(self) -> tuple[Ballot, ...]:
        """The ballots about the person in the period that the data item counts."""
        item = self.indicator.item
        return tuple(each for each in self.evaluator.court.ballots(self.member.staff_no) if each.is_for(item))

    def place(self, scope_word: str, *, high_first: bool) -> tuple[int, int]:
        """The place of the person's value, and among how many."""
        group = self.evaluator.court.among(self.member, scope_word, None)
        key = ("place", self.indicator.item, id(group))
        figures: GroupFigures | None = self.evaluator.shared.get(key)
        if figures is None:
            told = self.evaluator.figures(group, self.indicator.item)
            figures = self.evaluator.shared[key] = GroupFigures(group, told)
        own = number_of(self.value())
        assert not isinstance(own, Nothing)
        return figures.place(own, high_first=high_first), figures.count

    def quoted(self, people: Expression | None, what: str, set_name: str) -> tuple[QuotedScore, ...]:
        """The scores of other people that 引用得分 takes over."""
        scores = quoted_scores(self.evaluator, self.member, people, what, set_name)
        self._inputs.append(tuple(dict.fromkeys(Input(f"{each.name}的{what}", each.score) for each in scores)))
        return scores


def rule_on(evaluator: Evaluator, member: Member, code: str) -> Node:
    """The leaf as its rule scores it."""
    assert member.set is not None
    return _scored(LeafScope(evaluator, member, evaluator.columns[member.set.name][code]))


def _scored(leaf: LeafScope) -> Node:
    """A rounded score with its steps, or none with the state and the reason."""
    indicator, places = leaf.indicator, leaf.evaluator.scheme.places
    rule = indicator.rule
    assert rule is not None
    value: Value = Nothing(State.VALUE)
    try:
        value = leaf.value()
        outcome = rule.score(leaf, value)
    except Faulty as fault:
        # What cannot be scored is still told; a figure that could not even be made has no value to show.
        told = Nothing(State.VALUE) if isinstance(value, Nothing) else value
        return _node(leaf, None, told)._replace(reason=str(fault))
    except Blocked as blocked:
        return _node(leaf, None, blocked.nothing)
    shown = outcome.value if outcome.value is not None else value
    if not indicator.item and isinstance(shown, Nothing):
        shown = outcome.score
    score = half_up(outcome.score, places)
    steps = outcome.steps if isinstance(rule, Veto) else (*outcome.steps, rounding(places, score))
    more = outcome.more if leaf.full_marks is not None and outcome.score < leaf.full_marks else None
    return _node(leaf, score, shown, steps, more)


def settle(evaluator: Evaluator, member: Member, code: str) -> Node:
    """The leaf with its policy applied; a veto has no score, only a value."""
    node = evaluator.ruled(member, code)
    if node.kind == "veto":
        return _veto(node)
    if node.score is not None or node.state is State.VALUE:
        return node
    indicator = evaluator.columns[member.set_name][code].indicator
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
        ruled = [evaluator.ruled(each, indicator.code).score for each in own]
        scores = evaluator.shared[key] = [exact(score) for score in ruled if score is not None]
    if not scores:
        return node._replace(missing_rule=Policy.WAIT.value, reason=f"{node.reason}；本组无人有得分，不能取均分")
    mean = exact(Ratio(sum(scores)) / len(scores))
    step = Step("取本组 {} 人得分的平均", (len(scores),), mean)
    score = half_up(mean, evaluator.scheme.places)
    return node._replace(score=score, missing_rule=Policy.MEAN.value, steps=(*node.steps, step))


def _veto(node: Node) -> Node:
    if node.score is None:
        return node._replace(reason=f"{node.reason}，视为未触发")
    return node._replace(reason="触发" if node.score else "未触发", score=None)


def _node(
    leaf: LeafScope, score: Decimal | None, value: Value, steps: tuple[Step, ...] = (), more: Step | None = None
) -> Node:
    indicator = leaf.indicator
    if isinstance(value, Nothing):
        shown, state, reason, steps = None, value.state, value.reason, leaf.steps
    else:
        shown, state, reason = printed(value), State.VALUE, ""
        steps = (*leaf.steps, *steps)
    return Node(
        "veto" if isinstance(indicator.rule, Veto) else "leaf",
        indicator.name,
        indicator.code,
        score,
        indicator.full_marks,
        shown,
        state,
        "",
        reason,
        indicator.clause,
        leaf.column.words,
        steps,
        (),
        more,
        leaf.inputs,
    )
