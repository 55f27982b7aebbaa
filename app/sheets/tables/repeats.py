"""Ditto marks (〃, 同上): what stands in the row above, where the column is one of words that many rows share.

In large tables the rows in which one may stand, or a total, are found column by column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from app.domain.words import plain
from app.sheets.reading.cells import Cell
from app.sheets.reading.grid import RowCells, columns_of

_DITTO = re.compile(r'["〃″〞〝]{1,3}|\'\'|′′|同上行?|上同')
_MAY_BE = re.compile(r"""["“”„＂〃″〞〝'’‘′]|同\s*上|上\s*同""")
_TOTAL = re.compile("[计均最其总]")
_LONGEST = 8


def is_ditto(cell: Cell) -> bool:
    """Whether a cell says nothing but that the same stands above."""
    text = cell.value
    return isinstance(text, str) and len(text) <= _LONGEST and _DITTO.fullmatch(plain(text)) is not None


def marked_in(cells: Mapping[int, Cell], columns: Iterable[int]) -> list[int]:
    """The columns, of these, in which a ditto mark stands."""
    return [column for column in columns if (cell := cells.get(column)) is not None and is_ditto(cell)]


def with_repeats(cells: Mapping[int, Cell], above: Mapping[int, Cell], marked: Iterable[int]) -> dict[int, Cell]:
    """The row with what its ditto marks stand for; one that stands for nothing stays, and is a fault for who reads it."""
    completed = dict(cells)
    for column in marked:
        said = above.get(column)
        if said is not None and not is_ditto(said):
            # The place stays its own: there somebody looks who doubts it.
            completed[column] = said._replace(row=cells[column].row, column=column)
    return completed


def rows_with_repeats(rows: Sequence[RowCells], columns: frozenset[int]) -> frozenset[int]:
    """The numbers of those rows in which a ditto mark may stand in one of the columns."""
    return _rows_with(rows, columns, _MAY_BE)


def rows_with_totals(rows: Sequence[RowCells], columns: frozenset[int]) -> frozenset[int]:
    """The numbers of those rows in which the word for a total may stand in one of the columns."""
    return _rows_with(rows, columns, _TOTAL)


def _rows_with(rows: Sequence[RowCells], columns: frozenset[int], words: re.Pattern[str]) -> frozenset[int]:
    if not rows or not columns:
        return frozenset()
    told = columns_of(rows)
    found: set[int] = set()
    for column in columns:
        texts = told.texts(column)
        if words.search("\n".join(texts)) is not None:
            found |= {row.number for row, text in zip(rows, texts, strict=True) if words.search(text)}
    return frozenset(found)
