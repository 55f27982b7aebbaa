"""The sums of columns over any run of rows: each figure is read once, however many totals stand on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from app.sheets.reading.cells import Cell
from app.sheets.reading.grid import GridContext, RowCells, slabs_of
from app.sheets.tables.layout import Row
from app.sheets.tables.values import Unreadable, nothing_of, number_of

_NOTHING = Decimal(0)


class ColumnSums:
    """One column: its figures from top to bottom, None where a cell cannot be read."""

    def __init__(self, figures: Sequence[Decimal | None]) -> None:
        unread = None in figures
        self._sums = list(accumulate((each or _NOTHING for each in figures), initial=_NOTHING))
        self._unread = list(accumulate((each is None for each in figures), initial=0)) if unread else None

    def between(self, start: int, stop: int) -> Decimal | None:
        """The sum from one row (from 0) to before another; None where a cell cannot be read, which is told elsewhere."""
        if self._unread is not None and self._unread[start] != self._unread[stop]:
            return None
        return self._sums[stop] - self._sums[start]


class RowFigures:
    """The figures of some rows, column by column."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._raw = [row.cells for row in rows if type(row.cells) is RowCells]
        self._known: dict[str, _Known] = {}

    def sums(self, column: int, unit: str) -> ColumnSums:
        """Of one column; its figures may have the unit behind them."""
        if not self._rows or len(self._raw) < len(self._rows):
            return ColumnSums([figure_of(row.cells.get(column), unit) for row in self._rows])
        known = self._known.setdefault(unit, _Known(self._raw[0].context, unit))
        figures: list[Decimal | None] = []
        for slab in slabs_of(self._raw):
            figures += map(known.__getitem__, zip(slab.signs(column), slab.texts(column), strict=True))
        return ColumnSums(figures)


class _Known(dict[tuple[int, str], "Decimal | None"]):
    """Sign and raw text → the figure."""

    def __init__(self, context: GridContext, unit: str) -> None:
        super().__init__()
        self._context, self._unit = context, unit

    def __missing__(self, cell: tuple[int, str]) -> Decimal | None:
        sign, text = cell
        told = Cell(0, 0, *self._context.meaning(sign, text)) if sign else None
        found = self[cell] = figure_of(told, self._unit)
        return found


def figure_of(cell: Cell | None, unit: str) -> Decimal | None:
    """What a cell adds to a sum: nothing adds nothing. None where it cannot be read."""
    if cell is None or nothing_of(cell) is not None:
        return _NOTHING
    if cell.flaw:
        return None
    try:
        return number_of(cell, unit).value
    except Unreadable:
        return None
