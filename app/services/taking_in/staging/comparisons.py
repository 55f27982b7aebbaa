"""Values beside those of the period before: shown with every change, and pointed out where they hardly can be right.

Nothing here stops a sheet: a figure may be ten times the usual. It is told once, with both figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from math import isnan
from operator import eq, truediv
from statistics import median
from typing import NamedTuple

from app.domain.entries import Entry
from app.domain.problems import Problem
from app.services.taking_in.staging.holdings import Holdings
from app.services.taking_in.staging.records import Difference, StagedChange

TENFOLD = 10
_SURELY = 0.99 * TENFOLD
_MANY, _FEW = 5, 3
_MOST = Decimal("0.6")
_LETTERS = re.compile(r"[A-Z]+")


class Compared(NamedTuple):
    """The figures of one data item, from top to bottom: each beside the one of the period before (None: none there was),
    whose it is, and, by its place among them, its entry.
    """

    numbers: Sequence[Decimal]
    lasts: Sequence[Decimal | None]
    staff: Sequence[str]
    entry: Callable[[int], Entry]


def with_last(
    changes: Iterable[StagedChange], differences: Iterable[Difference], holdings: Holdings
) -> tuple[StagedChange, ...]:
    """The changes of 数据, each with the value of the period before."""
    last: dict[tuple[object, ...], str] = {}
    for _, new in differences:
        if isinstance(new, Entry) and (before := entry_before(new, holdings)) is not None:
            last[new.staff_no, new.item, new.origin.source] = before.text
    return tuple(
        replace_last(change, last.get((change.staff_no, item_of(change), change.source))) for change in changes
    )


def item_of(change: StagedChange) -> str:
    """The code of the data item of which a change tells the value."""
    return change.code.split("（")[0]


def replace_last(change: StagedChange, last: str | None) -> StagedChange:
    """The change with the value of the period before."""
    return change if last is None else change._replace(last=last)


def entry_before(entry: Entry, holdings: Holdings) -> Entry | None:
    """The same person's and item's entry of the period before, of the same length."""
    before = entry.period.previous()
    return holdings.in_year(Entry, before.year).get((entry.staff_no, entry.item, before.code))


def pointed_out(told: Sequence[Entry], holdings: Holdings, names: Mapping[str, str]) -> Iterator[Problem]:
    """Warnings; ``names`` maps the codes of data items to their names."""
    gathered: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in told:
        if entry.number is not None:
            gathered[entry.item].append(entry)
    columns = {item: _compared(entries, holdings) for item, entries in gathered.items()}
    for item, column in columns.items():
        yield from standing_out(column, names.get(item, item))
    for one, other in pairwise(sorted(columns, key=lambda item: _column_of(columns[item].entry(0)))):
        for item, neighbour in ((one, other), (other, one)):
            told_names = names.get(item, item), names.get(neighbour, neighbour)
            yield from shifted(columns[item], columns[neighbour], told_names)


def _compared(entries: Sequence[Entry], holdings: Holdings) -> Compared:
    before = [entry_before(entry, holdings) for entry in entries]
    lasts = [each.number if each else None for each in before]
    numbers = [each.number for each in entries if each.number is not None]
    return Compared(numbers, lasts, [each.staff_no for each in entries], entries.__getitem__)


def standing_out(column: Compared, name: str) -> Iterator[Problem]:
    """What is told of one column: figures ten times the usual, or a tenth; and all alike where they were not before."""
    yield from _tenfold(column, name)
    last = {each for each in column.lasts if each is not None}
    if len(column.numbers) >= _MANY and len(set(column.numbers)) == 1 and len(last) > 1:
        yield _warning("column-all-equal", column.entry(0), {"item": name, "count": str(len(column.numbers))})


def _tenfold(column: Compared, name: str) -> Iterator[Problem]:
    numbers, lasts = column.numbers, column.lasts
    usual = median([abs(each) for each in numbers]) if len(numbers) >= _MANY else None
    pairs = enumerate(zip(numbers, lasts, strict=True))
    found = [place for place, (number, last) in pairs if _is_tenfold(number, usual if last is None else last)]
    up = [place for place in found if (last := lasts[place]) is not None and abs(numbers[place]) > abs(last)]
    known = len(lasts) - lasts.count(None)
    if known >= _MANY and len(up) >= _MOST * known:
        told = {"item": name, "count": str(len(up)), "last": f"{lasts[up[0]]:f}"}
        yield _warning("column-tenfold", column.entry(up[0]), told)
        return
    for place in found:
        if lasts[place] is not None:
            yield _warning("value-tenfold", column.entry(place), {"item": name, "last": f"{lasts[place]:f}"})
        else:
            yield _warning("value-tenfold-of-others", column.entry(place), {"item": name, "usual": f"{usual:f}"})


def _is_tenfold(number: Decimal, usual: Decimal | None) -> bool:
    if not usual or not number:
        return False
    low, high = sorted((abs(number), abs(usual)))
    return high >= TENFOLD and high >= TENFOLD * low


def shifted(column: Compared, neighbour: Compared, names: tuple[str, str]) -> Iterator[Problem]:
    """A column that holds what its neighbour held the period before: one cell was pushed aside."""
    beside = {who: last for who, last in zip(neighbour.staff, neighbour.lasts, strict=True) if last is not None}
    every = enumerate(zip(column.numbers, column.lasts, column.staff, strict=True))
    known = [told for told in every if told[1][1] is not None and told[1][2] in beside]
    same = [place for place, (number, last, who) in known if number == beside[who] and number != last]
    if len({column.numbers[place] for place in same}) >= _FEW and len(same) >= _MOST * len(known):
        told = {"item": names[0], "neighbour": names[1], "count": str(len(same))}
        yield _warning("column-shifted", column.entry(same[0]), told)


def may_stand_out(figures: Sequence[float], lasts: Sequence[float] | None) -> bool:
    """Whether standing_out may find anything: told from the nearest floats, with room for what they leave out.

    NaN stands in both for what is no figure; ``lasts`` is None where the period before has none at all.
    """
    if lasts is None:
        return _may_be_far_apart(figures)
    if isnan(sum(lasts)) and _may_be_far_apart(figures):
        return True
    known = [each for each in figures if not isnan(each)]
    if known and min(known) == max(known):
        return True
    return not _are_alike(figures, lasts) and any(map(_may_be_tenfold, figures, lasts))


def _are_alike(figures: Sequence[float], lasts: Sequence[float]) -> bool:
    """Whether each is surely less than ten times the other: most often all are, and this is told soonest."""
    try:
        ratios = [*map(truediv, figures, lasts)]
    except ZeroDivisionError:
        return False
    return not isnan(sum(ratios)) and min(ratios) > 1 / _SURELY and max(ratios) < _SURELY


def _may_be_tenfold(number: float, last: float) -> bool:
    high, low = abs(number), abs(last)
    if high < low:
        high, low = low, high
    return high >= _SURELY and high >= _SURELY * low > 0


def _may_be_far_apart(told: Sequence[float]) -> bool:
    """Whether one may be ten times the middle one, or a tenth of it."""
    figures = [each for each in told if not isnan(each)] if isnan(sum(told)) else told
    if not figures or (min(figures) > 0 and max(figures) < _SURELY * min(figures)):
        return False
    sizes = sorted(map(abs, figures))
    greatest, lower, upper = sizes[-1], sizes[(len(sizes) - 1) // 2], sizes[len(sizes) // 2]
    # The middle is between lower and upper; what is compared as floats leaves room for what they round away.
    if greatest < _SURELY or upper == 0:
        return False
    least = next(each for each in sizes if each)
    return greatest >= _SURELY * lower or (upper >= _SURELY and upper >= _SURELY * least)


def may_be_shifted(column: tuple[Sequence[float], Sequence[float]], neighbour: Sequence[Sequence[float]]) -> bool:
    """Whether shifted may find anything, of figures and those of the period before as the nearest floats."""
    same = sum(map(eq, column[0], neighbour[1]))
    if same < _FEW:
        return False
    known: int = sum(not isnan(sum(each)) for each in zip(*column, *neighbour, strict=True))
    return bool(same >= float(_MOST) * known)


def _column_of(entry: Entry) -> tuple[int, str]:
    letters = _LETTERS.match(entry.origin.source.cell)
    return (len(letters[0]), letters[0]) if letters else (0, "")


def _warning(code: str, entry: Entry, values: dict[str, str]) -> Problem:
    return Problem(code, entry.origin.source, entry.text, values, warning=True)
