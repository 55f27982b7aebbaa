"""体检: trial-quality indicators as lights. Inside the interval, a little outside, outside, and on which side; nobody is ranked.

A light comes from the score that the scheme gives: full marks inside, none far outside, something between near the limit. Only
sets with 排名范围 不排名 are looked at. Everything stands in the order of the scheme and of staff numbers; there is no sum of lights
of anybody, so nothing to sort by. Source: 审判质量管理指标体系 as 体检表 (revised 2024-09; data for analysis only, no 通报排名).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.domain.explanation import Node, figure_text
from app.domain.facts import PersonResult
from app.domain.formula.values import number_in
from app.domain.numbers import Exact, shown
from app.domain.rules import Blocked
from app.domain.rules.standards import AT_LEAST, Interval, Standard
from app.domain.schemes import Indicator, IndicatorSet, Scheme
from app.domain.scoring.evaluator import Evaluator
from app.domain.scoring.leaves import LeafScope


class Light(StrEnum):
    """How an indicator stands."""

    INSIDE = "inside"
    NEAR = "near"
    OUTSIDE = "outside"
    NONE = "none"

    @property
    def word(self) -> str:
        """区间内, 略出区间, 区间外, 无."""
        return _WORDS[self]

    @property
    def colour(self) -> str:
        """绿灯, 黄灯, 红灯, 不亮."""
        return _COLOURS[self]


_WORDS = {Light.INSIDE: "区间内", Light.NEAR: "略出区间", Light.OUTSIDE: "区间外", Light.NONE: "无"}
_COLOURS = {Light.INSIDE: "绿灯", Light.NEAR: "黄灯", Light.OUTSIDE: "红灯", Light.NONE: "不亮"}


class Limits(NamedTuple):
    """The interval: either end may be open (None)."""

    low: Exact | None
    high: Exact | None

    @property
    def text(self) -> str:
        """As it is printed: 90–99, 不低于 85, 不高于 5."""
        if self.low is not None and self.high is not None:
            return f"{shown(self.low)}–{shown(self.high)}"
        if self.low is not None:
            return f"不低于 {shown(self.low)}"
        return "" if self.high is None else f"不高于 {shown(self.high)}"

    def side(self, value: Exact) -> str:
        """偏低, 偏高, or empty inside."""
        if self.low is not None and value < self.low:
            return "偏低"
        return "偏高" if self.high is not None and value > self.high else ""


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One indicator of one subject (court, division or judge). ``moved``: 向好, 变差 or 持平 by its distance from the interval."""

    level: str
    staff_no: str
    name: str
    division: str
    code: str
    indicator: str
    value: str
    unit: str
    limits: str
    light: Light
    side: str
    reason: str
    last_value: str = ""
    moved: str = ""


def health_lines(
    engine: Evaluator, results: Iterable[PersonResult], last: Mapping[str, PersonResult] | None = None
) -> tuple[HealthLine, ...]:
    """A light for each indicator of each subject; ``last`` holds the results of the period before, by staff number."""
    told = tuple(results)
    lines: list[HealthLine] = []
    for chosen in health_sets(engine.scheme):
        for leaf in _indicators(chosen):
            for result in told:
                node = result.tree.find(leaf.code) if result.set_name == chosen.name else None
                if node is not None:
                    before = last.get(result.staff_no) if last else None
                    lines.append(_line(engine, result, (leaf, node), before.tree.find(leaf.code) if before else None))
    return tuple(lines)


def health_sets(scheme: Scheme) -> tuple[IndicatorSet, ...]:
    """The sets that are for analysis only."""
    return tuple(each for each in scheme.sets if not each.is_ranked)


def lights_told(lines: Iterable[HealthLine], level: str) -> dict[str, dict[Light, int]]:
    """How many subjects of a level have each light, by indicator: a distribution, nobody's place."""
    found: dict[str, dict[Light, int]] = {}
    for line in lines:
        if line.level == level:
            counts = found.setdefault(line.indicator, dict.fromkeys(Light, 0))
            counts[line.light] += 1
    return found


def _indicators(chosen: IndicatorSet) -> Iterator[Indicator]:
    return (each for each in chosen.indicators if isinstance(each.rule, Interval | Standard))


def _line(engine: Evaluator, result: PersonResult, told: tuple[Indicator, Node], before: Node | None) -> HealthLine:
    leaf, node = told
    limits = _limits(engine, result.staff_no, leaf)
    value, last = _figure(node), _figure(before) if before else None
    item = engine.scheme.item(leaf.item)
    side = "" if value is None else limits.side(value)
    return HealthLine(
        level=result.set_name,
        staff_no=result.staff_no,
        name=result.name,
        division=result.division,
        code=leaf.code,
        indicator=leaf.name,
        value=node.state.word if value is None else figure_text(node.value),
        unit=item.unit if item else "",
        limits=limits.text,
        light=_light(node, side),
        side=side,
        reason=node.reason,
        last_value="" if before is None or last is None else figure_text(before.value),
        moved="" if value is None or last is None else _moved(limits, value, last),
    )


def _light(node: Node, side: str) -> Light:
    """Inside is inside, however a score is rounded; outside, whatever is left of the score tells how far."""
    if node.score is None or node.missing_rule:
        return Light.NONE
    if not side:
        return Light.INSIDE
    return Light.NEAR if node.score > 0 else Light.OUTSIDE


def _limits(engine: Evaluator, staff_no: str, leaf: Indicator) -> Limits:
    """The ends as the rule's formulas give them for this subject."""
    member = engine.court.member(staff_no)
    rule = leaf.rule
    if member is None or not isinstance(rule, Interval | Standard):
        return Limits(None, None)
    scope = LeafScope(engine, member, engine.columns[member.set_name][leaf.code])
    try:
        if isinstance(rule, Interval):
            return Limits(scope.figure(rule.low), scope.figure(rule.high))
        limit = scope.figure(rule.limit)
    except Blocked:
        return Limits(None, None)
    return Limits(limit, None) if rule.direction == AT_LEAST else Limits(None, limit)


def _figure(node: Node) -> Exact | None:
    if node.value is None:
        return None
    return number_in(node.value) if isinstance(node.value, str) else number_in(figure_text(node.value))


def _moved(limits: Limits, value: Exact, last: Exact) -> str:
    now, then = _distance(limits, value), _distance(limits, last)
    return "持平" if now == then else "向好" if now < then else "变差"


def _distance(limits: Limits, value: Exact) -> Exact:
    if limits.low is not None and value < limits.low:
        return limits.low - value
    return value - limits.high if limits.high is not None and value > limits.high else 0
