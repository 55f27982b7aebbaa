"""Limits in a scheme that can never be met: told, because somebody meant something by them."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing
from app.domain.numbers import Exact, exact, shown
from app.domain.problems import Problem
from app.domain.rules import Rule, Veto
from app.domain.rules.bands import Band, Bands
from app.domain.rules.completion import Completion
from app.domain.rules.counted import Bonus, Deduction
from app.domain.rules.direct import Direct
from app.domain.rules.events import Events
from app.domain.rules.formula import Free
from app.domain.rules.grades import Words
from app.domain.rules.ratings import Ratings
from app.domain.rules.standards import Interval, Standard
from app.domain.rules.steps import Steps
from app.domain.schemes import Indicator, IndicatorSet, Scheme


def unreachable_limits(scheme: Scheme) -> Iterable[Problem]:
    """A warning for each band that an earlier one always takes, each 保底 above its 封顶, each grade above all totals."""
    for chosen in scheme.sets:
        for leaf in chosen.indicators:
            if leaf.rule is not None:
                yield from _of_leaf(leaf, leaf.rule)
        yield from _of_grades(scheme, chosen)


def _of_leaf(leaf: Indicator, rule: Rule) -> Iterable[Problem]:
    values = {"code": leaf.code, "name": leaf.name}
    if isinstance(rule, Bands):
        for better, band in _hidden_bands(rule):
            told = {**values, "band": band.text, "earlier": better.text}
            yield Problem("review-band-hidden", leaf.source, leaf.code, told, warning=True)
    floor, cap = _bounds(leaf, rule)
    if floor is not None and cap is not None and floor > cap:
        told = {**values, "floor": shown(floor), "cap": shown(cap)}
        yield Problem("review-floor-above-cap", leaf.source, leaf.code, told, warning=True)


def _hidden_bands(rule: Bands) -> Iterable[tuple[Band, Band]]:
    """Each band behind another that takes everything it could take, with that other."""
    for position, band in enumerate(rule.bands):
        for earlier in rule.bands[:position]:
            if _takes_all(earlier, band):
                yield earlier, band
                break


def _takes_all(earlier: Band, later: Band) -> bool:
    if earlier.limit is None:
        return True
    first, second = _constant(earlier.limit), _constant(later.limit)
    if first is None or second is None:
        return False
    upward, downward = (">=", ">"), ("<=", "<")
    for side, sign in ((upward, 1), (downward, -1)):
        if earlier.comparison in side and later.comparison in (*side, "="):
            if first == second:
                return earlier.comparison == side[0] or later.comparison == side[1]
            return sign * (second - first) > 0
    return False


def _bounds(leaf: Indicator, rule: Rule) -> tuple[Exact | None, Exact | None]:
    """保底 and 封顶 of a rule where they are plain figures."""
    if isinstance(rule, Completion | Steps | Free):
        return _constant(rule.floor), _constant(rule.cap)
    if isinstance(rule, Events | Bonus):
        marks = None if leaf.full_marks is None else exact(leaf.full_marks)
        cap = _constant(rule.cap) if rule.cap else marks
        return (_constant(rule.floor) if isinstance(rule, Events) else None), cap
    return None, None


def _constant(formula: Formula | None) -> Exact | None:
    value = formula.constant if formula else None
    return None if value is None or isinstance(value, Nothing | str) else value


def _of_grades(scheme: Scheme, chosen: IndicatorSet) -> Iterable[Problem]:
    """A grade whose 最低分 is above 总分 although no indicator can bring more than its 分值."""
    if not all(_stays_within(leaf) for leaf in chosen.indicators):
        return
    for row in scheme.grades:
        if row.pool == chosen.pool and row.minimum is not None and row.minimum > chosen.total:
            told = {"set": chosen.name, "grade": row.grade, "kind": row.kind.word, "total": f"{chosen.total:f}"}
            yield Problem("review-grade-unreachable", chosen.source, f"{row.minimum:f}", told, warning=True)


def _stays_within(leaf: Indicator) -> bool:
    """Whether a leaf surely brings no more than its full marks."""
    rule = leaf.rule
    if rule is None or isinstance(rule, Veto):
        return True
    if leaf.extra or leaf.full_marks is None:
        return False
    if isinstance(rule, Standard | Interval | Deduction | Ratings):
        return True
    if isinstance(rule, Direct):
        return rule.high is None
    if isinstance(rule, Bonus | Events) and rule.cap is None:
        return True
    most = exact(leaf.full_marks)
    if isinstance(rule, Completion):
        return _is_at_most(rule.cap, 1)
    if isinstance(rule, Bands):
        return all(_is_at_most(band.points, most) for band in rule.bands)
    if isinstance(rule, Words):
        return all(_is_at_most(points, most) for _, points in rule.points)
    return isinstance(rule, Bonus | Events | Steps | Free) and _is_at_most(rule.cap, most)


def _is_at_most(formula: Formula | None, most: Exact) -> bool:
    value = _constant(formula)
    return value is not None and value <= most
