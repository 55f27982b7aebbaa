"""A large 数据 sheet staged by whole columns: what would change is counted here, and made when somebody looks.

The second half of the quick way that begins in entry_grid. The book's entries of the period and of the one before are
laid beside the sheet's columns; only cells that are not alike are looked at, and only columns in which something may
stand out are held against the rules of comparisons. Where anybody must be asked for, or a value might be refused,
there is no outline, and entries.py goes through the sheet entry by entry, with the same outcome.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, pairwise
from math import isnan

from app.domain.entries import Entry, Origin, State
from app.domain.problems import Problem
from app.services.taking_in.staging.column_bounds import is_within
from app.services.taking_in.staging.comparisons import (
    Compared,
    may_be_shifted,
    may_stand_out,
    shifted,
    standing_out,
)
from app.services.taking_in.staging.held_columns import HeldColumn, held_columns
from app.services.taking_in.staging.holdings import Desk, Holdings
from app.services.taking_in.staging.made import EntryDifferences
from app.services.taking_in.staging.records import Difference, Outline
from app.sheets.drafts import SheetReading
from app.sheets.kinds.entry_grid import EntryGrid
from app.sheets.kinds.entry_values import Told


def stage_columns(reading: SheetReading, desk: Desk) -> Outline | None:
    """What such a sheet would change; None where its entries must be looked at one by one."""
    grid, holdings = reading.records, desk.holdings
    if not isinstance(grid, EntryGrid):
        return None
    scheme = holdings.scheme_for(grid.period)
    if scheme is None or not all(is_within(grid, place, scheme) for place in range(len(grid.columns))):
        return None
    people = _people(grid, reading.division, holdings)
    if people is None:
        return None
    staff, problems = people
    items = frozenset(column.code for column in grid.columns)
    now, before = holdings.figures(grid.period, items), holdings.figures(grid.period.previous(), items)
    if now is None or before is None:
        return None
    order = [column.code for column in grid.columns]
    sheet = _Sheet(grid, staff, held_columns(now, staff, order), held_columns(before, staff, order))
    problems += sheet.pointed_out(holdings.item_names(reading.period))
    return sheet.outline(holdings, problems)


def _people(grid: EntryGrid, division: str, holdings: Holdings) -> tuple[list[str], list[Problem]] | None:
    """Whom the rows name, and what is told about it; None where somebody must be asked for, or is named twice."""
    directory = holdings.directory
    staff = directory.match_all(grid.people, grid.period)
    if staff is not None:
        return staff, []
    found = [directory.match(person, grid.period, division) for person in grid.people]
    staff = [each.staff_no for each in found]
    if not all(staff) or len(set(staff)) != len(staff):
        return None
    return staff, [each.problem for each in found if each.problem is not None]


class _Sheet:
    """A grid beside what the book holds of its period and of the one before. A place is row × width + column."""

    def __init__(
        self, grid: EntryGrid, staff: Sequence[str], now: Sequence[HeldColumn], before: Sequence[HeldColumn]
    ) -> None:
        self.grid, self.staff, self.now, self.before = grid, staff, now, before
        self.wide = len(grid.columns)
        self.lasts = [column.figures for column in before]

    def outline(self, holdings: Holdings, problems: Sequence[Problem]) -> Outline:
        """What the sheet would change."""
        news = [column.is_empty for column in self.now]
        changed = [] if all(news) else sorted(self._changed())
        told = sum(len(self.grid.rows) - column.empty for column in self.grid.columns)
        period, items = self.grid.period, frozenset(column.code for column in self.grid.columns)
        if all(news):
            made = told, lambda place: self._difference(self._told[place], None)
            differences = EntryDifferences(
                made, (period, items), lambda place: self._last(self._told[place]), olds=False
            )
            return Outline(differences, len(self.grid) - told, tuple(problems), added=told, changed=0)
        names = [(self.staff[row], self.grid.columns[column].code) for row, column in map(self._split, changed)]
        olds = holdings.entries_named(period, names)
        each_old = [olds.get(name) for name in names]
        made = len(changed), lambda place: self._difference(changed[place], each_old[place])
        differences = EntryDifferences(
            made, (period, items), lambda place: self._last(changed[place]), olds=any(each_old)
        )
        added = each_old.count(None)
        return Outline(
            differences, len(self.grid) - len(changed), tuple(problems), added=added, changed=len(changed) - added
        )

    def _split(self, place: int) -> tuple[int, int]:
        return divmod(place, self.wide)

    @cached_property
    def _told(self) -> Sequence[int]:
        """The places at which something is told."""
        columns = self.grid.columns
        if not any(column.empty for column in columns):
            return range(len(self.grid))
        every = chain.from_iterable(zip(*[column.figures for column in columns], strict=True))
        return [
            place
            for place, figure in enumerate(every)
            if not isnan(figure) or place // self.wide in columns[place % self.wide].others
        ]

    def _difference(self, place: int, old: Entry | None) -> Difference:
        entry = self._entry(place)
        return Difference(old, entry if entry.note or old is None else replace(entry, note=old.note))

    def _entry(self, place: int) -> Entry:
        row, column = self._split(place)
        told = self.grid.told(row, column)
        origin = Origin(self.grid.source(row, column))
        return Entry(self.staff[row], self.grid.columns[column].code, self.grid.period, *told, origin=origin)

    def _last(self, place: int) -> str | None:
        row, column = self._split(place)
        return self.before[column].text(row)

    def _changed(self) -> Iterator[int]:
        """The places at which the book has nothing of what the sheet tells, or something else."""
        for place, (column, held) in enumerate(zip(self.grid.columns, self.now, strict=True)):
            pairs = enumerate(zip(self.grid.numbers(place), held.numbers, strict=True))
            unlike = {row for row, (number, was) in pairs if number != was}
            rows = sorted(unlike | column.others.keys() | held.others.keys())
            yield from (row * self.wide + place for row in rows if self._differs(row, place))

    def _differs(self, row: int, place: int) -> bool:
        told, held = self.grid.told(row, place), self.now[place]
        number, other = held.numbers[row], held.others.get(row)
        if other is not None:
            if told.state is State.EMPTY is other.state:
                return False
            return (other.state, other.number, other.word, other.note) != told._replace(note=told.note or other.note)
        return (number is not None or told.state is not State.EMPTY) and told != Told(State.VALUE, number)

    def pointed_out(self, names: dict[str, str]) -> Iterator[Problem]:
        """The warnings of comparisons.pointed_out, in the same order."""
        grid = self.grid
        first = {place: self._first(place) for place in range(self.wide)}
        placed = [place for place in range(self.wide) if first[place] < len(grid.rows)]
        called = [names.get(column.code, column.code) for column in grid.columns]
        for place in sorted(placed, key=lambda each: (first[each], each)):
            if may_stand_out(grid.columns[place].figures, self.lasts[place]):
                yield from standing_out(self._compared(place), called[place])
        for one, other in pairwise(placed):
            for place, beside in ((one, other), (other, one)):
                if self._may_be_shifted(place, beside):
                    yield from shifted(self._compared(place), self._compared(beside), (called[place], called[beside]))

    def _first(self, place: int) -> int:
        """The first row with a figure in a column, or how many rows there are."""
        figures = self.grid.columns[place].figures
        return next((row for row, figure in enumerate(figures) if not isnan(figure)), len(figures))

    def _may_be_shifted(self, place: int, beside: int) -> bool:
        own, other, columns = self.lasts[place], self.lasts[beside], self.grid.columns
        if own is None or other is None:
            return False
        return may_be_shifted((columns[place].figures, own), (columns[beside].figures, other))

    def _compared(self, place: int) -> Compared:
        """A column as it is held against the rules: exact."""
        numbers = self.grid.numbers(place)
        rows = [row for row, number in enumerate(numbers) if number is not None]
        before = self.before[place]
        lasts = [before.numbers[row] for row in rows]
        return Compared(
            [number for number in numbers if number is not None],
            lasts,
            [self.staff[row] for row in rows],
            lambda each: self._entry(rows[each] * self.wide + place),
        )
