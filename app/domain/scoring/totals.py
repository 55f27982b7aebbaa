"""A person's total: branches added up, 摊分, the composition of longer periods, and 一票否决."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from app.domain.entries import State
from app.domain.explanation import Input, Node, Step
from app.domain.facts import InnerResult, Status
from app.domain.numbers import Ratio, exact, half_up
from app.domain.periods import Period
from app.domain.rules import Blocked, Veto
from app.domain.rules.leaf import Faulty
from app.domain.schemes import Component, Indicator, IndicatorSet, Policy
from app.domain.scoring.court import Member
from app.domain.scoring.evaluator import Evaluator, Summed
from app.domain.scoring.leaves import LeafScope
from app.domain.scoring.marks import Children, Marks, Shape, joined, marks_of, shape_of
from app.domain.scoring.spells import SpellView, spells_of
from app.domain.words import plain

NO_LEAVES = "本期没有要计分的指标"


class _Part(NamedTuple):
    """A component of the total: its nodes, its score (None: something is missing), and why."""

    nodes: Sequence[Node]
    score: Decimal | None
    reason: str = ""
    notes: tuple[str, ...] = ()


class _Veto(NamedTuple):
    """A 一票否决 of a person, in whose scope it was asked, and what it came to."""

    evaluator: Evaluator
    member: Member
    indicator: Indicator
    node: Node


def sum_up(evaluator: Evaluator, member: Member, _code: str) -> Summed:
    """The person's total with its tree."""
    assert member.set is not None
    composition = evaluator.scheme.composition(evaluator.court.period.kind)
    if len(composition) == 1 and composition[0].inner is None:
        parts = [_own_part(evaluator, member, member.set)]
    else:
        parts = [_component(evaluator, member, member.set, each) for each in composition]
    vetoes = _vetoes(evaluator, member)
    total, reason = _added(parts)
    children = joined([*(part.nodes for part in parts), [each.node for each in vetoes]])
    notes = tuple([note for part in parts for note in part.notes])
    summed = Summed(_root(member.set, total, children), total, reason, notes=notes)
    return _with_vetoes(evaluator, member, summed, vetoes) if vetoes else summed


def _added(parts: list[_Part]) -> tuple[Decimal | None, str]:
    """The sum of the parts, or None and what is missing."""
    scores = [part.score for part in parts if part.score is not None]
    if len(scores) < len(parts):
        return None, "；".join(part.reason for part in parts if part.score is None)
    return sum(scores, Decimal(0)), ""


def _root(chosen: IndicatorSet, total: Decimal | None, children: Sequence[Node]) -> Node:
    return Node("total", f"{chosen.name}总分", "总分", total, chosen.total, total, children=children)


def _own_part(evaluator: Evaluator, member: Member, chosen: IndicatorSet) -> _Part:
    """本期: the leaves of this kind of period in their tree, and the spread; of spells, their components."""
    if member.spells:
        return _part_of_spells(evaluator, member)
    leaves = evaluator.leaves[chosen.name]
    if not leaves:
        return _Part((), None, NO_LEAVES)
    marks = marks_of(evaluator, member, leaves)
    nodes = _tree(marks, evaluator.shared_by(("shape", chosen.name), lambda: shape_of(chosen, leaves)))
    scores = [score for score in marks.scores() if score is not None]
    own = sum(scores, Decimal(0))
    if len(scores) == len(leaves):
        return _Part(nodes, own)
    without = marks.without_score()
    waiting = [node for node in without if _waits(node)]
    if waiting:
        return _Part(nodes, None, "；".join(f"{node.label}：{node.reason}" for node in waiting))
    spread = _spread(evaluator, chosen, leaves, marks)
    if spread is None:
        return _Part(nodes, own)
    if spread.score is None:
        return _Part(joined([nodes, [spread]]), None, spread.reason)
    return _Part(joined([nodes, [spread]]), own + spread.score)


def _part_of_spells(evaluator: Evaluator, member: Member) -> _Part:
    """任职变动 by days: each spell's total × its share of the days, rounded once (contract, section 4, 方案)."""
    spells = [each for each in spells_of(evaluator, member) if each.evaluator.leaves[each.member.set_name]]
    if not spells:
        return _Part((), None, NO_LEAVES)
    days = sum(each.days for each in spells)
    parts = [_of_spell(each, days) for each in spells]
    return _Part(tuple(node for part in parts for node in part.nodes), *_added(parts))


def _of_spell(spell: SpellView, days: int) -> _Part:
    assert spell.member.set is not None
    part = _own_part(spell.evaluator, spell.member, spell.member.set)
    name, share = spell.member.set_name, f"{spell.days}/{days}"
    score: Decimal | None = None
    steps: tuple[Step, ...] = ()
    if part.score is not None:
        exact_score = exact(part.score) * Ratio(spell.days, days)
        score = half_up(exact_score, spell.evaluator.scheme.places)
        steps = (Step("{} × {} ÷ {} 天，四舍五入", (part.score, spell.days, days), score),)
    node = Node(
        kind="component",
        label=f"{name}（{spell.days} 天）",
        code=spell.code,
        score=score,
        value=part.score,
        state=State.VALUE if score is not None else State.EMPTY,
        reason=part.reason if score is None else "",
        rule=f"任职{name}期间的得分占{share}",
        steps=steps,
        children=tuple(spell.renamed(node) for node in part.nodes),
    )
    return _Part((node,), score, f"{name}：{part.reason}" if score is None else "")


def _vetoes(evaluator: Evaluator, member: Member) -> tuple[_Veto, ...]:
    """Every 一票否决 of the person; one that strikes in a spell strikes the whole."""
    if member.spells:
        told = [
            (spell, veto) for spell in spells_of(evaluator, member) for veto in _vetoes(spell.evaluator, spell.member)
        ]
        return tuple(veto._replace(node=spell.renamed(veto.node)) for spell, veto in told)
    return tuple(
        _Veto(evaluator, member, leaf, evaluator.leaf(member, leaf.code)) for leaf in evaluator.vetoes[member.set_name]
    )


def _spread(evaluator: Evaluator, chosen: IndicatorSet, leaves: Iterable[Indicator], marks: Marks) -> Node | None:
    """摊分 as a line of its own: (sum of the scored full-mark leaves) × 总分 ÷ (their full marks)."""
    counted = [
        (leaf, score)
        for leaf, score in zip(leaves, marks.scores(), strict=True)
        if not leaf.extra and leaf.full_marks is not None
    ]
    names = "、".join(leaf.name for leaf, score in counted if score is None)
    if not names:
        return None
    marks_kept = sum((leaf.full_marks or Decimal(0) for leaf, score in counted if score is not None), Decimal(0))
    if not marks_kept:
        return Node("spread", "摊分", "摊分", None, reason=f"{names}不计，没有其他指标可以摊分")
    points = sum((score for _, score in counted if score is not None), Decimal(0))
    wanted = half_up(exact(points) * Ratio(exact(chosen.total)) / exact(marks_kept), evaluator.scheme.places)
    steps = (
        Step("{}不计，其分值由其他指标摊开：{} × {} ÷ {}", (names, points, chosen.total, marks_kept), wanted),
        Step("{} − {}", (wanted, points), wanted - points),
    )
    return Node(
        "spread", "摊分", "摊分", wanted - points, value=wanted - points, rule="其余指标得分按总分折算", steps=steps
    )


def _tree(marks: Marks, shape: Shape) -> Children:
    """The nodes below a branch, in the sheet's order."""
    return Children(marks, [each if isinstance(each, int) else _branch(marks, each) for each in shape.below])


def _branch(marks: Marks, shape: Shape) -> Node:
    """The sum of its parts; none as long as one of them waits. 加减分 leaves are no part of the full marks."""
    children = _tree(marks, shape)
    below = children.parts
    told = [part.score if isinstance(part, Node) else part for part in below]
    scores = [score for score in told if score is not None]
    waits = len(scores) < len(below) and any(isinstance(part, Node) and _waits(part) for part in below)
    total = None if waits or not scores else sum(scores, Decimal(0))
    state = State.EMPTY if waits else State.VALUE if scores else State.NOT_APPLICABLE
    branch = shape.branch
    return Node(
        "branch", branch.name, branch.code, total, shape.full, total, state, clause=branch.clause, children=children
    )


def _waits(node: Node) -> bool:
    if node.score is not None:
        return False
    return node.state is State.EMPTY if node.kind == "branch" else node.missing_rule != Policy.SPREAD.value


def _component(evaluator: Evaluator, member: Member, chosen: IndicatorSet, component: Component) -> _Part:
    """One row of 周期: mean × weight, rounded once (contract, section 4, 周期)."""
    places = evaluator.scheme.places
    if component.inner is None:
        part = _own_part(evaluator, member, chosen)
        code, name, mean = "周期:本期", "本期", None if part.score is None else exact(part.score)
        steps: tuple[Step, ...] = ()
        inputs: tuple[Input, ...] = ()
    else:
        code, name = f"周期:{component.inner.word}", f"各{component.inner.word}平均"
        part, mean, inputs = _inner_mean(evaluator, member, component)
        steps = (Step("{} 期总分的平均", (len(inputs),), mean),) if mean is not None else ()
    score = None if mean is None else half_up(mean * component.weight, places)
    if mean is not None:
        steps = (*steps, Step("{} × 权重 {}，四舍五入", (mean, component.weight_text), score))
    node = Node(
        kind="component",
        label=f"{name}（{component.weight_text}）",
        code=code,
        score=score,
        value=mean,
        state=State.VALUE if mean is not None else State.EMPTY,
        reason=part.reason,
        rule=f"{'本期得分' if component.inner is None else f'各{component.inner.word}总分的平均'}占{component.weight_text}",
        inputs=inputs,
        steps=steps,
        children=part.nodes,
    )
    return _Part((node,), score, part.reason if score is None else "", part.notes)


def _inner_mean(
    evaluator: Evaluator, member: Member, component: Component
) -> tuple[_Part, Ratio | int | None, tuple[Input, ...]]:
    """The mean of the totals of the inner periods in which the person took part."""
    assert component.inner is not None
    court = evaluator.court
    faults, taken, absent = [], [], []
    for period in court.period.inner(component.inner):
        result = court.facts.inner.get(period, {}).get(member.staff_no)
        if period not in court.facts.inner and court.has_posting(member.staff_no, period):
            faults.append(f"{period.title}尚未核算")
        elif result is None or result.status is Status.NOT_EVALUATED:
            absent.append(period)
        elif result.total is None:
            faults.append(f"{period.title}总分不完整")
        else:
            taken.append((period, result))
    inputs = tuple(Input(f"{period.title}总分", result.total) for period, result in taken)
    if faults or not taken:
        return _Part((), None, "；".join(faults) or f"没有参加任何{component.inner.word}的考核"), None, inputs
    mean = exact(Ratio(sum(_total(result) for _, result in taken)) / len(taken))
    return _Part((), None, notes=_partly(component, taken, absent)), mean, inputs


def _total(result: InnerResult) -> Ratio | int:
    assert result.total is not None
    return exact(result.total)


def _partly(component: Component, taken: list[tuple[Period, InnerResult]], absent: list[Period]) -> tuple[str, ...]:
    if not absent:
        return ()
    assert component.inner is not None
    names = "、".join(period.title for period, _ in taken)
    return (f"只参加了{len(taken)}个{component.inner.word}的考核（{names}），按其平均计",)


def _with_vetoes(evaluator: Evaluator, member: Member, summed: Summed, vetoes: Iterable[_Veto]) -> Summed:
    """The first veto that struck, the lowest grade limit, and the total that a veto sets."""
    assert member.set is not None
    struck = [each for each in vetoes if each.node.reason == "触发"]
    if not struck:
        return summed
    order = [row.grade for row in evaluator.scheme.grades_of(member.set.pool, evaluator.court.period.kind)]
    rules = [each.indicator.rule for each in struck]
    limits = [_grade_in(order, rule.grade_limit) for rule in rules if isinstance(rule, Veto)]
    limit = max(filter(None, limits), key=lambda grade: order.index(grade) if grade in order else -1, default="")
    summed = summed._replace(veto=struck[0].node.code, grade_limit=limit)
    try:
        totals = [(total, veto) for veto in struck if (total := _vetoed_total(veto)) is not None]
    except (Blocked, Faulty) as stopped:
        reason = f"一票否决的总分无法计算：{stopped}"
        return summed._replace(tree=summed.tree._replace(score=None, value=None), total=None, reason=reason)
    if not totals:
        return summed
    total, veto = min(totals, key=lambda each: each[0])
    step = Step("一票否决（{}）：总分改为 {}", (veto.indicator.name, total), total)
    tree = summed.tree._replace(score=total, value=total, steps=(*summed.tree.steps, step))
    return summed._replace(tree=tree, total=total, reason="")


def _grade_in(order: list[str], told: str) -> str:
    """The grade as sheet 等次 writes it."""
    return next((grade for grade in order if plain(grade) == plain(told)), told)


def _vetoed_total(veto: _Veto) -> Decimal | None:
    """What the total becomes, or None where this veto only limits the grade. Raises Blocked for a nothing."""
    rule = veto.indicator.rule
    if not isinstance(rule, Veto) or rule.total is None:
        return None
    column = veto.evaluator.columns[veto.member.set_name][veto.indicator.code]
    return half_up(LeafScope(veto.evaluator, veto.member, column).figure(rule.total), veto.evaluator.scheme.places)
