"""Values beside those of the period before: shown with every change, and pointed out where they hardly can be right.

Nothing here stops a sheet: a figure may be ten times the usual. It is told once, with both figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from app.domain.entries import Entry
from app.domain.problems import Problem
from app.services.taking_in.staging.holdings import Holdings
from app.services.taking_in.staging.records import Difference, StagedChange

TENFOLD = 10
_MANY, _FEW = 5, 3
_MOST = Decimal("0.6")
_LETTERS = re.compile(r"[A-Z]+")


class _Value(NamedTuple):
    """One figure, and the one of the period before, if there is any."""

    entry: Entry
    number: Decimal
    last: Decimal | None


def with_last(
    changes: Iterable[StagedChange], differences: Iterable[Difference], holdings: Holdings
) -> tuple[StagedChange, ...]:
    """The changes of 数据, each with the value of the period before."""
    last: dict[tuple[object, ...], str] = {}
    for _, new in differences:
        if isinstance(new, Entry) and (before := entry_before(new, holdings)) is not None:
            last[new.staff_no, new.item, new.origin.source] = before.text
    return tuple(
        replace_last(change, last.get((change.staff_no, change.code.split("（")[0], change.source)))
        for change in changes
    )


def replace_last(change: StagedChange, last: str | None) -> StagedChange:
    """The change with the value of the period before."""
    return change if last is None else change._replace(last=last)


def entry_before(entry: Entry, holdings: Holdings) -> Entry | None:
    """The same person's and item's entry of the period before, of the same length."""
    before = entry.period.previous()
    return holdings.in_year(Entry, before.year).get((entry.staff_no, entry.item, before.code))


def pointed_out(told: Sequence[Entry], holdings: Holdings, names: Mapping[str, str]) -> Iterator[Problem]:
    """Warnings; ``names`` maps the codes of data items to their names."""
    columns: defaultdict[str, list[_Value]] = defaultdict(list)
    for entry in told:
        if entry.number is not None:
            before = entry_before(entry, holdings)
            columns[entry.item].append(_Value(entry, entry.number, before.number if before else None))
    for item, values in columns.items():
        yield from _tenfold(values, names.get(item, item))
        yield from _all_equal(values, names.get(item, item))
    yield from _shifted(columns, names)


def _tenfold(values: list[_Value], name: str) -> Iterator[Problem]:
    usual = median([abs(each.number) for each in values]) if len(values) >= _MANY else None
    known = [each for each in values if each.last is not None]
    found = [each for each in values if _is_tenfold(each.number, each.last if each.last is not None else usual)]
    up = [each for each in found if each.last is not None and abs(each.number) > abs(each.last)]
    if len(known) >= _MANY and len(up) >= _MOST * len(known):
        first = up[0]
        told = {"item": name, "count": str(len(up)), "last": f"{first.last:f}"}
        yield _warning("column-tenfold", first.entry, told)
        return
    for each in found:
        if each.last is not None:
            yield _warning("value-tenfold", each.entry, {"item": name, "last": f"{each.last:f}"})
        else:
            yield _warning("value-tenfold-of-others", each.entry, {"item": name, "usual": f"{usual:f}"})


def _is_tenfold(number: Decimal, usual: Decimal | None) -> bool:
    if not usual or not number:
        return False
    low, high = sorted((abs(number), abs(usual)))
    return high >= TENFOLD and high >= TENFOLD * low


def _all_equal(values: list[_Value], name: str) -> Iterator[Problem]:
    last = {each.last for each in values if each.last is not None}
    if len(values) >= _MANY and len({each.number for each in values}) == 1 and len(last) > 1:
        first = values[0].entry
        yield _warning("column-all-equal", first, {"item": name, "count": str(len(values))})


def _shifted(columns: Mapping[str, list[_Value]], names: Mapping[str, str]) -> Iterator[Problem]:
    """A column that holds what its neighbour held the period before: one cell was pushed aside."""
    placed = sorted(columns, key=lambda item: _column_of(columns[item][0].entry))
    for one, other in pairwise(placed):
        for item, neighbour in ((one, other), (other, one)):
            lasts = {each.entry.staff_no: each.last for each in columns[neighbour] if each.last is not None}
            known = [each for each in columns[item] if each.last is not None and each.entry.staff_no in lasts]
            same = [each for each in known if each.number == lasts[each.entry.staff_no] and each.number != each.last]
            if len({each.number for each in same}) >= _FEW and len(same) >= _MOST * len(known):
                told = {"item": names.get(item, item), "neighbour": names.get(neighbour, neighbour)}
                yield _warning("column-shifted", same[0].entry, told | {"count": str(len(same))})


def _column_of(entry: Entry) -> tuple[int, str]:
    letters = _LETTERS.match(entry.origin.source.cell)
    return (len(letters[0]), letters[0]) if letters else (0, "")


def _warning(code: str, entry: Entry, values: dict[str, str]) -> Problem:
    return Problem(code, entry.origin.source, entry.text, values, warning=True)
