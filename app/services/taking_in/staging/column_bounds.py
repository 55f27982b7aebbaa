"""Whether every value of a column is one that the scheme takes, whosever it is: what Checks asks of each entry alone."""

from __future__ import annotations

from math import isnan

from app.domain.monthly_records import fed_item
from app.domain.numbers import Exact, exact
from app.domain.rules.direct import Direct
from app.domain.rules.grades import Words
from app.domain.schemes import Indicator, ItemKind, Scheme
from app.domain.words import plain
from app.services.taking_in.staging.full_marks import score_beyond
from app.services.taking_in.staging.odd_figures import may_be_odd
from app.sheets.kinds.entry_grid import EntryGrid

_ROUNDED = 1e-12


def is_within(grid: EntryGrid, place: int, scheme: Scheme) -> bool:
    """Whether nothing can be said against any value of a column; False where Checks must say."""
    column = grid.columns[place]
    fed = fed_item(scheme)
    if (fed is not None and fed.code == column.code) or may_be_odd(column.item, column.figures):
        return False
    leaves = [leaf for each in scheme.sets for leaf in each.indicators if leaf.item == column.code]
    if column.item.kind is ItemKind.MARK and leaves:
        numbers = {exact(number) for number in grid.numbers(place) if number is not None}
        if any(score_beyond(leaf, number) is not None for leaf in leaves for number in numbers):
            return False
    return all(_takes(leaf, grid, place) for leaf in leaves)


def _takes(leaf: Indicator, grid: EntryGrid, place: int) -> bool:
    rule = leaf.rule
    if isinstance(rule, Words):
        return _are_known(grid, place, rule)
    if not isinstance(rule, Direct) or not leaf.counts_in(grid.period.kind):
        return True
    bounds = rule.bounds(None if leaf.full_marks is None else exact(leaf.full_marks))
    return bounds is None or _are_between(grid, place, *bounds)


def _are_known(grid: EntryGrid, place: int, rule: Words) -> bool:
    """Whether there are only words, and each as the scheme spells it."""
    column = grid.columns[place]
    spelled: dict[str, str] = {}
    for word, _ in rule.points:
        spelled.setdefault(plain(word), word)
    words = {told.word for told in column.others.values() if told.word}
    return all(map(isnan, column.figures)) and all(spelled.get(plain(word)) == word for word in words)


def _are_between(grid: EntryGrid, place: int, low: Exact, high: Exact | None) -> bool:
    """Whether all figures are within bounds. A float at a bound stands for numbers on either side of it."""
    figures = grid.columns[place].figures
    told = [each for each in figures if not isnan(each)]
    if not told:
        return True
    least, most = min(told), max(told)
    room = [abs(float(each)) * _ROUNDED for each in (low, high or low)]
    if least > float(low) + room[0] and (high is None or most < float(high) - room[1]):
        return True
    numbers = {number for number, each in zip(grid.numbers(place), figures, strict=True) if each in (least, most)}
    return all(low <= exact(each) and (high is None or exact(each) <= high) for each in numbers if each is not None)
