"""A large 数据 sheet staged by whole columns: what would be new is told by its length, and made when somebody looks.

Only where nothing must be compared cell by cell: everybody is known, the book has nothing of these items around the
period, and no figure is remarkable. Everything else is staged entry by entry (entries.py), with the same outcome.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain

from app.domain.entries import Entry, Origin, State
from app.domain.monthly_records import fed_item
from app.domain.numbers import exact
from app.domain.periods import Period
from app.domain.rules.direct import Direct
from app.domain.rules.grades import Words
from app.domain.schemes import ItemKind, Scheme
from app.services.taking_in.staging.comparisons import TENFOLD
from app.services.taking_in.staging.full_marks import score_beyond
from app.services.taking_in.staging.holdings import Desk
from app.services.taking_in.staging.made import NewEntries
from app.services.taking_in.staging.records import Difference, Outline
from app.sheets.drafts import SheetReading
from app.sheets.kinds.entry_grid import EntryGrid, GridColumn

_SURELY = 0.99 * TENFOLD


def _new_entries(grid: EntryGrid, staff: Sequence[str]) -> NewEntries:
    """The entries with a value, row by row as the sheet has them."""
    columns = grid.columns
    wide = len(columns)
    places: Sequence[int] = range(len(grid))
    if any(column.has_empty for column in columns):
        told = zip(*[column.numbers for column in columns], strict=True)
        places = [place for place, number in enumerate(chain.from_iterable(told)) if number is not None]

    def difference(place: int) -> Difference:
        row, column = divmod(places[place], wide)
        told = columns[column]
        origin = Origin(grid.source(row, column))
        number = told.numbers[row]
        return Difference(None, Entry(staff[row], told.item, grid.period, State.VALUE, number, origin=origin))

    return NewEntries(len(places), difference)


def stage_columns(reading: SheetReading, desk: Desk) -> Outline | None:
    """What such a sheet would change; None where its entries must be looked at one by one."""
    grid = reading.records
    if not isinstance(grid, EntryGrid):
        return None
    scheme = desk.holdings.scheme_for(grid.period)
    if (
        scheme is None
        or not _is_news(grid, desk)
        or not all(_is_plain(column, scheme, grid.period) for column in grid.columns)
    ):
        return None
    staff = desk.holdings.directory.match_all(grid.people, grid.period)
    if staff is None:
        return None
    new = _new_entries(grid, staff)
    return Outline(new, unchanged=len(grid) - len(new), added=len(new), changed=0)


def _is_news(grid: EntryGrid, desk: Desk) -> bool:
    """Whether the book has nothing of these items in the years of this period and of the one before."""
    items = {column.item for column in grid.columns}
    years = {grid.period.year, grid.period.previous().year}
    return not any(entry.item in items for year in years for entry in desk.holdings.in_year(Entry, year).values())


def _is_plain(column: GridColumn, scheme: Scheme, period: Period) -> bool:
    """Whether no figure is out of bounds, far from the others, told by a monthly record, or the same as all others."""
    fed = fed_item(scheme)
    if fed is not None and fed.code == column.item:
        return False
    numbers = [each for each in column.numbers if each is not None]
    return not numbers or (_is_within(column.item, numbers, scheme, period) and not _is_remarkable(numbers))


def _is_within(item: str, numbers: Sequence[Decimal], scheme: Scheme, period: Period) -> bool:
    """Whether the figures are within the bounds of every leaf of the item, whosever it is."""
    told = scheme.item(item)
    is_mark = told is not None and told.kind is ItemKind.MARK
    for each in scheme.sets:
        for leaf in each.indicators:
            if leaf.item != item:
                continue
            if is_mark and any(score_beyond(leaf, exact(number)) is not None for number in set(numbers)):
                return False
            if not isinstance(leaf.rule, Direct | Words):
                continue
            if isinstance(leaf.rule, Words):
                return False
            bounds = leaf.rule.bounds(None if leaf.full_marks is None else exact(leaf.full_marks))
            if bounds is None or not leaf.counts_in(period.kind):
                continue
            low, high = bounds
            if exact(min(numbers)) < low or (high is not None and exact(max(numbers)) > high):
                return False
    return True


def _is_remarkable(numbers: Sequence[Decimal]) -> bool:
    """Whether one may be ten times the middle one, or a tenth of it (comparisons.py says for certain)."""
    figures = [*map(float, numbers)]
    least = min(figures)
    if least > 0 and max(figures) < _SURELY * least:
        return False
    sizes = sorted(map(abs, figures))
    greatest, lower, upper = sizes[-1], sizes[(len(sizes) - 1) // 2], sizes[len(sizes) // 2]
    # The middle is between lower and upper; what is compared as floats leaves room for what they round away.
    if greatest < _SURELY or upper == 0:
        return False
    least = next(each for each in sizes if each)
    return greatest >= _SURELY * lower or (upper >= _SURELY and upper >= _SURELY * least)
