"""Every 计分方式 in spreadsheet functions (contract, section 4): the score before its one rounding, for one person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from app.domain.formula.formulas import Formula
from app.domain.numbers import Ratio
from app.domain.rules.bands import Bands
from app.domain.rules.completion import Completion
from app.domain.rules.counted import Bonus, Deduction
from app.domain.rules.direct import Direct
from app.domain.rules.events import Events, once_for_each_result
from app.domain.rules.formula import Free
from app.domain.rules.grades import Words
from app.domain.rules.parameters import StepSize
from app.domain.rules.places import Places
from app.domain.rules.quoted import Quoted
from app.domain.rules.ratings import Ratings
from app.domain.rules.standards import AT_LEAST, Interval, Standard
from app.domain.rules.steps import FULL_STEPS, Steps
from app.domain.schemes import Indicator
from app.domain.scoring.court import Member
from app.domain.scoring.leaves import LeafScope
from app.domain.words import plain
from app.sheets.proof.desk import Detail, Proof
from app.sheets.proof.expressions import Translator, same
from app.sheets.proof.pages import Unsayable, cell_of, compared, quoted


class LeafCells(NamedTuple):
    """One leaf of one person as the formulas see it: its value's cell, its full marks, and a cell for each parameter."""

    proof: Proof
    member: Member
    indicator: Indicator
    scope: LeafScope
    translator: Translator
    value: str
    marks: str
    cells: dict[int, str]
    """The cells of the parameters that stand in columns of their own, by the formula's address."""

    def figure(self, formula: Formula) -> str:
        """A parameter: its figure, or the cell in which it is worked out."""
        return self.cells.get(id(formula)) or self.translator.formula(formula)


def held(text: str, low: str | None, high: str | None) -> str:
    """Within 保底 and 封顶; where they cross, 封顶 holds."""
    text = text if low is None else f"MAX({low},{text})"
    return text if high is None else f"MIN({high},{text})"


def _direct(rule: Direct, leaf: LeafCells) -> str:
    return leaf.value


def _completion(rule: Completion, leaf: LeafCells) -> str:
    ratio = held(f"{leaf.value}/{leaf.figure(rule.target)}", leaf.figure(rule.floor), leaf.figure(rule.cap))
    return f"{leaf.marks}*{ratio}"


def _counted(step: StepSize, leaf: LeafCells, base: str, distance: str, remainder: str) -> str:
    """The points for a distance: steps counted × points of one."""
    size = leaf.figure(step.size)
    size = f"({size}*{base})" if step.relative else size
    steps = f"({distance})/{size}"
    return f"{f'INT(ROUND({steps},9))' if remainder == FULL_STEPS else steps}*{leaf.figure(step.points)}"


def _steps(rule: Steps, leaf: LeafCells) -> str:
    base = leaf.figure(rule.base)
    start = leaf.figure(rule.start) if rule.start else leaf.marks
    up = f"{start}+{_counted(rule.up, leaf, base, f'{leaf.value}-{base}', rule.remainder)}" if rule.up else start
    down = f"{start}-{_counted(rule.down, leaf, base, f'{base}-{leaf.value}', rule.remainder)}" if rule.down else start
    above, below = compared(leaf.value, ">", base), compared(leaf.value, "<", base)
    text = f"IF({base}<=0,{start},IF({above},{up},IF({below},{down},{start})))"
    return held(text, leaf.figure(rule.floor), leaf.figure(rule.cap) if rule.cap else None)


def _standard(rule: Standard, leaf: LeafCells) -> str:
    limit = leaf.figure(rule.limit)
    inside = compared(leaf.value, ">=" if rule.direction == AT_LEAST else "<=", limit)
    if rule.step is None:
        return held(leaf.marks, leaf.figure(rule.floor), None)
    distance = f"{limit}-{leaf.value}" if rule.direction == AT_LEAST else f"{leaf.value}-{limit}"
    less = f"{leaf.marks}-{_counted(rule.step, leaf, limit, distance, rule.remainder)}"
    return held(f"IF({inside},{leaf.marks},{less})", leaf.figure(rule.floor), None)


def _interval(rule: Interval, leaf: LeafCells) -> str:
    low, high, marks = leaf.figure(rule.low), leaf.figure(rule.high), leaf.marks
    below = f"{marks}-{_counted(rule.below, leaf, low, f'{low}-{leaf.value}', rule.remainder)}" if rule.below else marks
    above = (
        f"{marks}-{_counted(rule.above, leaf, high, f'{leaf.value}-{high}', rule.remainder)}" if rule.above else marks
    )
    under, over = compared(leaf.value, "<", low), compared(leaf.value, ">", high)
    return held(f"IF({under},{below},IF({over},{above},{marks}))", leaf.figure(rule.floor), None)


def _bands(rule: Bands, leaf: LeafCells) -> str:
    text = "NA()"
    for band in reversed(rule.bands):
        points = leaf.figure(band.points)
        if band.limit is not None:
            points = f"IF({compared(leaf.value, band.comparison, leaf.figure(band.limit))},{points},{text})"
        text = points
    return text


def _deduction(rule: Deduction, leaf: LeafCells) -> str:
    beyond = f"MAX(0,{leaf.value}-{leaf.figure(rule.free)})"
    return held(f"{leaf.marks}-{leaf.figure(rule.each)}*{beyond}", leaf.figure(rule.floor), None)


def _bonus(rule: Bonus, leaf: LeafCells) -> str:
    cap = leaf.figure(rule.cap) if rule.cap else _own_cap(leaf)
    return held(f"{leaf.figure(rule.each)}*{leaf.value}", None, cap)


def _own_cap(leaf: LeafCells) -> str | None:
    return None if leaf.indicator.full_marks is None else leaf.marks


def _events(rule: Events, leaf: LeafCells) -> str:
    figures = [(event, _worth(rule, leaf, event)) for event in leaf.scope.events()]
    points = leaf.proof.details.points(leaf.member, leaf.indicator.name, once_for_each_result(figures))
    floor = leaf.figure(rule.floor) if rule.floor else (None if leaf.indicator.extra else "0")
    cap = leaf.figure(rule.cap) if rule.cap else _own_cap(leaf)
    return held(f"{leaf.figure(rule.start)}+{points}", floor, cap)


def _worth(rule: Events, leaf: LeafCells, event: Any) -> Any:
    """What an event brings each time, exactly as the rule has it."""
    if not rule.levels:
        return Ratio(*event.points.as_integer_ratio())
    return next(leaf.scope.figure(points) for level, points in rule.levels if plain(level) == plain(event.level))


def _words(rule: Words, leaf: LeafCells) -> str:
    told = str(leaf.scope.value())
    if not any(same(word, told) for word, _ in rule.points):
        raise Unsayable("spelling")
    text = "NA()"
    for word, points in reversed(rule.points):
        text = f"IF({leaf.value}={quoted(word)},{leaf.figure(points)},{text})"
    return text


def _places(rule: Places, leaf: LeafCells) -> str:
    data, court = leaf.proof.data, leaf.proof.evaluator.court
    group = court.among(leaf.member, rule.scope_word, None)
    conditions = data.conditions(leaf.member, rule.scope_word, leaf.member.set_name, group)
    place = data.place(
        leaf.member, conditions, data.places(leaf.indicator.item, leaf.member.set_name), high_first=rule.high_first
    )
    if rule.first is not None:
        return held(f"{leaf.figure(rule.first)}-{leaf.figure(rule.fall)}*({place}-1)", leaf.figure(rule.floor), None)
    text = leaf.figure(rule.others or rule.floor)
    for low, high, points in reversed(rule.listed):
        text = f"IF(AND({place}>={low},{place}<={high}),{leaf.figure(points)},{text})"
    return text


def _ratings(rule: Ratings, leaf: LeafCells) -> str:
    # Never one ballot: the groups' means are told by the program, as everywhere.
    outcome = rule.score(leaf.scope, leaf.scope.value())
    means = [step.value for step in outcome.steps[: len(rule.groups)]]
    rows = [
        Detail(f"{group.name}平均", (cell_of(mean), cell_of(group.weight), 1))  # type: ignore[arg-type]
        for group, mean in zip(rule.groups, means, strict=True)
    ]
    points, _ = leaf.proof.details.block(leaf.member, leaf.indicator.name, rows)
    return f"{leaf.marks}*{points}/{leaf.figure(rule.best)}"


def _quoted(rule: Quoted, leaf: LeafCells) -> str:
    root = rule.people.root if rule.people else None
    scores = leaf.scope.quoted(root, rule.what, rule.set_name)
    people = leaf.proof.quoted_people(leaf.member, root, rule.what, rule.set_name)
    if [each.name for each in scores] != [each.person.name for each, _ in people]:
        raise Unsayable("people")
    rows = [
        Detail(f"{other.person.name}的{rule.what}", (leaf.proof.living_score(other, rule.what), 1, weight))
        for other, weight in people
    ]
    points, weights = leaf.proof.details.block(leaf.member, leaf.indicator.name, rows)
    return f"{points}/SUM({weights})*{leaf.figure(rule.factor)}"


def _free(rule: Free, leaf: LeafCells) -> str:
    low, high = (None if each is None else leaf.figure(each) for each in (rule.floor, rule.cap))
    return held(leaf.figure(rule.formula), low, high)


_TOLD: dict[type, Callable[[Any, LeafCells], str]] = {
    Direct: _direct,
    Completion: _completion,
    Steps: _steps,
    Standard: _standard,
    Interval: _interval,
    Bands: _bands,
    Deduction: _deduction,
    Bonus: _bonus,
    Events: _events,
    Words: _words,
    Places: _places,
    Ratings: _ratings,
    Quoted: _quoted,
    Free: _free,
}


def score_text(leaf: LeafCells) -> str:
    """The leaf's score before rounding. Raises Unsayable where functions cannot tell it."""
    rule = leaf.indicator.rule
    told = _TOLD.get(type(rule))
    if told is None:
        raise Unsayable(type(rule).__name__)
    return told(rule, leaf)
