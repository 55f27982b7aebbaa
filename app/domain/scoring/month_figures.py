"""The figures of a month, asked of the engine: each person's data items, last month's, and how far the plan is."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.entries import State
from app.domain.facts import Facts
from app.domain.formula.values import Nothing, Value, number_of
from app.domain.month_analysis import Figure, Plan, Thresholds, Way, with_means
from app.domain.numbers import Exact, Ratio, exact
from app.domain.periods import Kind, Period
from app.domain.rules import Blocked
from app.domain.rules.completion import Completion
from app.domain.rules.counted import Bonus, Deduction
from app.domain.rules.direct import Direct
from app.domain.rules.standards import AT_LEAST, Standard
from app.domain.rules.steps import Steps
from app.domain.schemes import DataItem, Gathering, Indicator, ItemKind, Scheme
from app.domain.scoring import FINDERS
from app.domain.scoring.court import Court, Member
from app.domain.scoring.evaluator import Evaluator
from app.domain.scoring.leaves import LeafScope

_WITHOUT_FIGURE = frozenset({ItemKind.WORD, ItemKind.RATING})
"""等次 is no figure; of 测评 nothing is told beside its own review, where small groups are hidden."""
_ADDED_UP = frozenset({ItemKind.CASES, ItemKind.LEDGER})


class Months:
    """The engine for each month that is asked, and for the longer periods that a plan speaks of."""

    def __init__(self, scheme: Scheme, facts: Facts, month: Period) -> None:
        self.scheme = scheme
        self.month = month
        self._facts = facts
        self._engines: dict[Period, Evaluator] = {}

    def engine(self, period: Period) -> Evaluator:
        """The engine of a period of the scheme's year."""
        if period not in self._engines:
            self._engines[period] = Evaluator(Court(self.scheme, period, self._facts), FINDERS)
        return self._engines[period]

    def value(self, period: Period, staff_no: str, item: str) -> Value | None:
        """A person's data item in a period; None for who has no post in it, or an item that the scheme does not have."""
        engine = self.engine(period)
        member = engine.court.member(staff_no)
        if member is None or item not in engine.items:
            return None
        return number_of(engine.told(member, item).value)


def thresholds(scheme: Scheme) -> Thresholds:
    """From which distance on a hint is given (sheet 方案)."""
    names = ("月分析离组均值", "月分析离上月", "月分析离计划", "月分析最少人数", "月分析常有比例")
    return Thresholds(*(scheme.setting(name) for name in names))


def month_figures(scheme: Scheme, month: Period, facts: Facts, before: Months | None = None) -> tuple[Figure, ...]:
    """Everybody's figures of a month; ``before`` answers for the month before where that lies in another year."""
    months = Months(scheme, facts, month)
    last = before or months
    by_set: dict[str, list[Figure]] = {}
    for member in months.engine(month).court.members:
        if member.set is None or not member.is_evaluated:
            continue
        for told in _items_of(scheme, member):
            by_set.setdefault(member.set_name, []).append(_figure(months, last, member, told))
    return with_means(by_set)


def _items_of(scheme: Scheme, member: Member) -> list[tuple[DataItem, list[Indicator]]]:
    """The data items with figures that the person's indicators ask for, each with those indicators."""
    asking: dict[str, list[Indicator]] = {}
    for leaf in member.set.indicators if member.set else ():
        if leaf.rule is not None and leaf.item:
            asking.setdefault(leaf.item, []).append(leaf)
    items = ((scheme.item(code), leaves) for code, leaves in asking.items())
    return [(item, leaves) for item, leaves in items if item is not None and item.kind not in _WITHOUT_FIGURE]


def _figure(months: Months, last: Months, member: Member, told: tuple[DataItem, list[Indicator]]) -> Figure:
    item, leaves = told
    month = months.month
    value = months.value(month, member.staff_no, item.code)
    before = last.value(month.previous(), member.staff_no, item.code)
    return Figure(
        staff_no=member.staff_no,
        item=item.code,
        name=item.name,
        unit=item.unit,
        way=_way(leaves),
        value=_known(value),
        state=value.state if isinstance(value, Nothing) else State.VALUE,
        last=_known(before),
        plan=_plan(months, member, told),
    )


def _known(value: Value | None) -> Exact | None:
    return value if isinstance(value, (int, Ratio)) else None


def _way(leaves: Iterable[Indicator]) -> Way:
    """Which way the rules point that score it; where they disagree, nobody can tell."""
    ways = {way for leaf in leaves if (way := _way_of(leaf)) is not None}
    return ways.pop() if len(ways) == 1 else Way.UNTOLD


def _way_of(leaf: Indicator) -> Way | None:
    rule = leaf.rule
    if isinstance(rule, (Completion, Bonus, Direct, Steps)):
        return Way.MORE
    if isinstance(rule, Deduction):
        return Way.LESS
    if isinstance(rule, Standard):
        return Way.MORE if rule.direction == AT_LEAST else Way.LESS
    return None


def _plan(months: Months, member: Member, told: tuple[DataItem, list[Indicator]]) -> Plan | None:
    """目标 of the first 完成率 over the item: of the month where it counts in months, else of the shortest longer period."""
    item, leaves = told
    leaf = next((each for each in leaves if isinstance(each.rule, Completion)), None)
    if leaf is None:
        return None
    kind = next((each for each in sorted(Kind) if leaf.counts_in(each)), Kind.YEAR)
    month = months.month
    whole = next(each for each in Period(month.year, Kind.YEAR, 1).inner(kind) if each.contains(month))
    target, done = _target(months, whole, member, leaf), _done(months, whole, member, item)
    if target is None or done is None or target <= 0:
        return None
    passed = month.first_month - whole.first_month + 1
    # A mean, a last or a greatest value is due whole from the first month on; only what is added up grows.
    grows = item.kind in _ADDED_UP or item.gathering in (None, Gathering.SUM)
    return Plan(whole, target, done, exact(Ratio(passed) / int(whole.kind)) if grows else 1)


def _target(months: Months, whole: Period, member: Member, leaf: Indicator) -> Exact | None:
    engine = months.engine(whole)
    there = engine.court.member(member.staff_no)
    column = engine.columns.get(there.set_name, {}).get(leaf.code) if there else None
    if there is None or column is None or not isinstance(leaf.rule, Completion):
        return None
    try:
        return LeafScope(engine, there, column).figure(leaf.rule.target)
    except Blocked:
        return None


def _done(months: Months, whole: Period, member: Member, item: DataItem) -> Exact | None:
    """What is done from the beginning of the period to the month; a ratio cannot be added up, so it has none but a month's."""
    upto = [each for each in whole.months if each.index <= months.month.index]
    values = [months.value(each, member.staff_no, item.code) for each in upto]
    if any(isinstance(each, Nothing) and each.state is State.EMPTY for each in values):
        return None
    known = [each for each in map(_known, values) if each is not None]
    if not known or (len(upto) > 1 and item.kind not in _ADDED_UP and item.kind is not ItemKind.NUMBER):
        return None
    return _gathered(item.gathering, known)


def _gathered(gathering: Gathering | None, known: list[Exact]) -> Exact:
    if gathering is Gathering.LAST:
        return known[-1]
    if gathering is Gathering.MAX:
        return max(known)
    total = exact(Ratio(sum(known)))
    return exact(Ratio(total) / len(known)) if gathering is Gathering.MEAN else total
