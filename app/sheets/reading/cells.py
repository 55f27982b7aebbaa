"""A workbook as any reader gives it: cells with their place. What stands in no cell is not there.

Numbers are Decimals of their shortest form, dates are dates; an error and a formula that nobody calculated are flaws
of the cell, never an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from app.sheets.reading.template_mark import TemplateMark

Value = str | Decimal | date | datetime | bool | None


class Flaw(StrEnum):
    """Why nothing can be read from a cell; the values are codes of the messages."""

    NONE = ""
    ERROR = "cell-error"
    NOT_CALCULATED = "formula-without-value"
    STRUCK = "cell-struck-out"


class Cell(NamedTuple):
    """One cell that is not empty. ``text`` is what a person reads there; ``percent``: shown as a percentage."""

    row: int
    column: int
    value: Value
    text: str
    percent: bool = False
    flaw: Flaw = Flaw.NONE

    @property
    def address(self) -> str:
        """``C5``."""
        return address(self.row, self.column)


class Range(NamedTuple):
    """A merged range, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet: row → column → cell, rows and columns from 1, in order.

    ``formats_known`` is False where the file's format hides which cells are percentages. ``epoch_1904``: the day
    numbers count from 1904.
    """

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    merged: tuple[Range, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formats_known: bool = True
    epoch_1904: bool = False

    @cached_property
    def width(self) -> int:
        """The last column in which anything stands."""
        return max((_last(row) for row in self.rows.values() if row), default=0)

    @cached_property
    def height(self) -> int:
        """The last row in which anything stands."""
        return max(self.rows, default=0)

    @cached_property
    def _owners(self) -> dict[tuple[int, int], Range]:
        return {place: merged for merged in self.merged for place in self._places(merged)}

    def _places(self, merged: Range) -> Iterator[tuple[int, int]]:
        for row in range(merged.top, min(merged.bottom, self.height) + 1):
            for column in range(merged.left, min(merged.right, self.width) + 1):
                yield row, column

    def cell(self, row: int, column: int) -> Cell | None:
        """What stands in a cell itself, or None."""
        return self.rows.get(row, {}).get(column)

    def merged_at(self, row: int, column: int) -> Range | None:
        """The merged range to which a cell belongs, or None."""
        return self._owners.get((row, column))

    def between(self, left: int, right: int) -> Sheet:
        """The same sheet as far as it stands between two columns, both included; rows without a cell there are gone."""
        rows = {}
        for number, cells in self.rows.items():
            inside = {column: cell for column, cell in cells.items() if left <= column <= right}
            if inside:
                rows[number] = inside
        merged = tuple(
            each._replace(right=min(each.right, right)) for each in self.merged if left <= each.left <= right
        )
        return replace(self, rows=rows, merged=merged)

    def seen(self, row: int, column: int) -> Cell | None:
        """What a person sees at a place: in a merged range, what stands in its first cell."""
        merged = self._owners.get((row, column))
        return self.cell(merged.top, merged.left) if merged else self.cell(row, column)


@dataclass(frozen=True)
class Workbook:
    """A file with its sheets, in order; ``file`` is its name without folder.

    ``digest``: sha256 of its bytes, in hex; ``mark``: what one of our own templates tells of itself.
    """

    file: str
    sheets: tuple[Sheet, ...] = field(default=())
    digest: str = ""
    mark: TemplateMark | None = None


def _last(row: Mapping[int, Cell]) -> int:
    """The last column of a row whose columns are in order."""
    backwards: Any = row
    return int(next(reversed(backwards)))


def column_letters(column: int) -> str:
    """A, B … Z, AA …"""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """``C5``."""
    return f"{column_letters(column)}{row}"
