"""A form's cells as the program knows them: what stands where, and what is merged. No XML, and nothing that was not counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

Place = tuple[int, int]
"""Row and column, from 1."""


class FormCell(NamedTuple):
    """One cell as it stands. ``formula``: empty, ``normal``, ``shared`` (the first of several) or ``array``.

    ``kind``: how the file stores it (``s`` and ``inlineStr`` are texts, ``n`` a number); ``style``: its number in the file.
    """

    row: int
    column: int
    text: str
    kind: str
    style: int
    formula: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there, no formula either."""
        return not self.formula and not self.text.strip()


@dataclass
class FormGrid:
    """The cells of one sheet; ``rows``: the number of each row that is there, with the style of its new cells (None: none);
    ``merged``: (top, left, bottom, right), all from 1.
    """

    cells: dict[Place, FormCell] = field(default_factory=dict)
    rows: dict[int, int | None] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    column_styles: dict[int, int] = field(default_factory=dict)

    @cached_property
    def by_row(self) -> dict[int, list[FormCell]]:
        """The cells of each row that has any, from left to right."""
        found: defaultdict[int, list[FormCell]] = defaultdict(list)
        for _, cell in sorted(self.cells.items()):
            found[cell.row].append(cell)
        return dict(found)

    @cached_property
    def width(self) -> int:
        """The last column in which a cell is."""
        return max((column for _, column in self.cells), default=1)

    @cached_property
    def _corners(self) -> dict[Place, Place]:
        return {
            (row, column): (top, left)
            for top, left, bottom, right in reversed(self.merged)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }

    def corner(self, row: int, column: int) -> Place:
        """The first cell of the merged range at a place, or the place itself."""
        return self._corners.get((row, column), (row, column))

    def cells_between(self, above: int, below: int) -> Sequence[FormCell]:
        """The cells of the rows between two others, row by row."""
        return [cell for row, cells in self.by_row.items() if above < row < below for cell in cells]

    def style_at(self, row: int, column: int) -> int:
        """The style that a cell has or would have."""
        cell = self.cells.get((row, column))
        if cell is not None:
            return cell.style
        own = self.rows.get(row)
        return self.column_styles.get(column, 0) if own is None else own


def covered(merged: Iterable[tuple[int, int, int, int]]) -> int:
    """How many cells merged ranges cover."""
    return sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in merged)
