"""Figures that nobody can have meant, whatever the scheme says: told where one stands, refused where it is beyond reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from app.domain.entries import Entry
from app.domain.problems import Problem, Source
from app.domain.schemes import DataItem

TOO_LARGE = 10**15
"""A spreadsheet keeps fifteen digits; nothing that courts count has more."""
_TINY = Decimal("0.000001")
_FAR_BEYOND = 1000
_LEFT_OVER, _ROOM = 1.0001e-6, 0.9999


def odd_entry(entry: Entry, item: DataItem) -> Iterator[Problem]:
    """What is odd about an entry's figure."""
    if entry.number is not None:
        yield from too_large(entry.number, item.name, entry.origin.source)
    code = _oddity(item, entry.number) if entry.number else ""
    if code:
        values = {"item": item.name, "unit": item.unit}
        yield Problem(code, entry.origin.source, entry.text, values, warning=True)


def too_large(number: Decimal, called: str, source: Source) -> Iterator[Problem]:
    """The fault that a figure is beyond reason; ``called`` is the column or data item."""
    if abs(number) >= TOO_LARGE:
        yield Problem("figure-too-large", source, f"{number:.3E}", {"item": called})


def _oddity(item: DataItem, number: Decimal) -> str:
    """The code of what is told of a figure that is not zero, or an empty text."""
    if item.is_count and number < 0:
        return "count-negative"
    if item.is_percent and _FAR_BEYOND <= abs(number) < TOO_LARGE:
        return "percent-far-beyond"
    return "figure-left-over" if abs(number) < _TINY else ""


def may_be_odd(item: DataItem, figures: Iterable[float]) -> bool:
    """Whether one of a column's figures, as nearest floats (NaN: none), may be odd; never False where one is."""
    told = [figure for figure in figures if figure == figure and figure]  # noqa: PLR0124 -- NaN is unlike itself
    if not told:
        return False
    least, most = min(told), max(told)
    if least < 0:
        if item.is_count:
            return True
        least, most = min(map(abs, told)), max(most, -least)
    bound = _FAR_BEYOND if item.is_percent else TOO_LARGE
    return most >= _ROOM * bound or least <= _LEFT_OVER
