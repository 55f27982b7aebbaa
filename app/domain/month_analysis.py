"""月分析: each person's figures of a month against plan, last month and the group's mean, and what strikes the eye in them.

A hint is never a judgement: it names the figure, what it is held against, how far apart they are and from which distance on
a hint is given (sheet 方案, 月分析…). It changes no score and puts nobody in an order. Source: 每月纪实和分析 of a high court's
全员绩效考核 of 2024; hints on what is only easy to count stay hints (complaints about 刷数据).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from app.domain.entries import State
from app.domain.numbers import Exact, Ratio, exact, half_up, magnitude, shown
from app.domain.periods import Period
from app.domain.roster import staff_no_order


class Way(StrEnum):
    """Which way a figure points, as the rules tell that score it."""

    MORE = "more"
    LESS = "less"
    UNTOLD = "untold"


class Side(StrEnum):
    """What a hint draws the eye to."""

    STANDS_OUT = "stands_out"
    FALLS_BEHIND = "falls_behind"
    DIFFERS = "differs"

    @property
    def word(self) -> str:
        """突出, 落后, 变动."""
        return _SIDES[self]


_SIDES = {Side.STANDS_OUT: "突出", Side.FALLS_BEHIND: "落后", Side.DIFFERS: "变动"}


class Against(StrEnum):
    """What a figure is held against."""

    PLAN = "plan"
    LAST = "last_month"
    GROUP = "group_mean"

    @property
    def word(self) -> str:
        """计划, 上月, 同组均值."""
        return _AGAINST[self]


_AGAINST = {Against.PLAN: "计划", Against.LAST: "上月", Against.GROUP: "同组均值"}


class Thresholds(NamedTuple):
    """From which distance on a hint is given, as shares; how many people a mean needs; and which share of them must have
    something at all, lest a rare event be held against a level that there is not.
    """

    group: Exact
    last: Exact
    plan: Exact
    people: Exact
    common: Exact


class Plan(NamedTuple):
    """目标 of 完成率 in a period: what is done of it up to the month, and the share of its months that has passed."""

    period: Period
    target: Exact
    done: Exact
    due: Exact

    @property
    def progress(self) -> Exact:
        """The share of the target that is done."""
        return exact(Ratio(self.done) / self.target)


@dataclass(frozen=True, slots=True)
class Figure:
    """One data item of one person in the month; None where there is no figure, ``state`` then says which nothing.

    ``mean`` is over the people of the same indicator set who have a figure, ``people`` of them; ``common`` and
    ``last_common`` are the shares of them with another figure than zero, this month and last.
    """

    staff_no: str
    item: str
    name: str
    unit: str
    way: Way
    value: Exact | None
    state: State
    last: Exact | None = None
    mean: Exact | None = None
    people: int = 0
    plan: Plan | None = None
    common: Exact = 0
    last_common: Exact = 0


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that strikes the eye: about whom, which item, against what, and the rule with its figures in words."""

    staff_no: str
    item: str
    against: Against
    side: Side
    text: str


def hints(figures: Iterable[Figure], limits: Thresholds) -> tuple[Hint, ...]:
    """What strikes the eye, by person and in the order of the items."""
    told = [hint for figure in figures for hint in _hints(figure, limits)]
    return tuple(sorted(told, key=lambda each: staff_no_order(each.staff_no)))


def _hints(figure: Figure, limits: Thresholds) -> Iterator[Hint]:
    value = figure.value
    if figure.plan is not None:
        yield from _against_plan(figure, figure.plan, limits.plan)
    if value is None:
        return
    compared = figure.people >= limits.people
    if figure.last is not None and (not compared or max(figure.common, figure.last_common) >= limits.common):
        yield from _apart(figure, value, figure.last, (Against.LAST, limits.last))
    if figure.mean is not None and compared and figure.common >= limits.common:
        yield from _apart(figure, value, figure.mean, (Against.GROUP, limits.group))


def _apart(figure: Figure, value: Exact, other: Exact, how: tuple[Against, Exact]) -> Iterator[Hint]:
    against, limit = how
    if other == 0:
        return
    share = Ratio(value - other) / magnitude(other)
    if magnitude(share) < limit or value == other:
        return
    whom = f"同组 {figure.people} 人均值" if against is Against.GROUP else "上月"
    word = "高" if share > 0 else "低"
    text = (
        f"{figure.name} {shown(value)}{figure.unit}，{whom} {_short(other)}{figure.unit}，"
        f"{word} {percent(magnitude(share))}（达到 {percent(limit)} 即提示）"
    )
    yield Hint(figure.staff_no, figure.item, against, _side(figure.way, ahead=share > 0), text)


def _against_plan(figure: Figure, plan: Plan, limit: Exact) -> Iterator[Hint]:
    apart = Ratio(plan.progress) - plan.due
    if magnitude(apart) < limit or apart == 0:
        return
    word = "超前" if apart > 0 else "落后"
    text = (
        f"{figure.name}{plan.period.title}目标 {shown(plan.target)}{figure.unit}，到本月完成 {shown(plan.done)}{figure.unit}，"
        f"进度 {percent(plan.progress)}，应有 {percent(plan.due)}，{word} {percent(magnitude(apart))}（达到 {percent(limit)} 即提示）"
    )
    side = Side.STANDS_OUT if apart > 0 else Side.FALLS_BEHIND
    yield Hint(figure.staff_no, figure.item, Against.PLAN, side, text)


def _side(way: Way, *, ahead: bool) -> Side:
    if way is Way.UNTOLD:
        return Side.DIFFERS
    return Side.STANDS_OUT if ahead == (way is Way.MORE) else Side.FALLS_BEHIND


def percent(share: Exact) -> str:
    """A share in percent with one decimal."""
    return f"{half_up(Ratio(share) * 100, 1):f}%"


def _short(value: Exact) -> str:
    """A mean with two decimals at most."""
    text = shown(value)
    return text if len(text.partition(".")[2]) <= 2 else f"{half_up(value, 2):f}"


def with_means(figures: Mapping[str, Iterable[Figure]]) -> tuple[Figure, ...]:
    """The figures of several indicator sets, by name, each with the mean of its own set."""
    made = []
    for told in figures.values():
        rows = tuple(told)
        values = _by_item((row.item, row.value) for row in rows)
        before = _by_item((row.item, row.last) for row in rows)
        means = {item: exact(Ratio(sum(known)) / len(known)) for item, known in values.items()}
        made += [
            replace(
                row,
                mean=means.get(row.item),
                people=len(values.get(row.item, ())),
                common=_common(values.get(row.item, ())),
                last_common=_common(before.get(row.item, ())),
            )
            for row in rows
        ]
    return tuple(made)


def _by_item(told: Iterable[tuple[str, Exact | None]]) -> dict[str, list[Exact]]:
    known: dict[str, list[Exact]] = {}
    for item, value in told:
        if value is not None:
            known.setdefault(item, []).append(value)
    return known


def _common(known: Sequence[Exact]) -> Exact:
    """The share of figures other than zero."""
    return Ratio(sum(value != 0 for value in known)) / len(known) if known else 0
