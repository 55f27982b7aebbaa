"""Tables on a sheet: the header found, the rows below it, and each row that is no record, with the reason.

Merged cells that speak for several rows (a division named once) are filled down. Titles above and notes below are
kept as loose texts, because the period and the division may stand there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.sheets.cells import Cell, Sheet
from app.sheets.drafts import Skipped
from app.sheets.headers import ItemWords, Match, find_headers, headers_of, match
from app.sheets.row_kinds import HEADER_AGAIN, NOTE, RowSorter
from app.sheets.vocabulary import DIVISION, SERIAL, Vocabulary


@dataclass(frozen=True)
class Row:
    """One record's row: column number → cell, merged cells filled down where they speak for all rows."""

    number: int
    cells: dict[int, Cell]


@dataclass(frozen=True)
class Table:
    """One table: what its columns mean, its rows, what was passed over, and the texts around it.

    ``above`` are the cells above its header, ``below`` those of notes and signatures. ``unclear`` are cells merged over
    several rows or columns whose one value nobody can give to one. ``headless``: columns with values and no header.
    """

    match: Match
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]
    above: tuple[Cell, ...]
    below: tuple[Cell, ...]
    unclear: tuple[Cell, ...] = ()
    headless: tuple[int, ...] = ()


def find_tables(sheet: Sheet, vocabularies: Sequence[Vocabulary], items: ItemWords) -> list[list[Table]]:
    """For each kind of sheet that this may be: its tables, one below the other. Empty where no header was found."""
    return [tables_below(sheet, first, items) for first in find_headers(sheet, vocabularies, items)]


def tables_below(sheet: Sheet, first: Match, items: ItemWords) -> list[Table]:
    """The tables from a header on; a second header of the same kind begins a second table."""
    above = tuple(cell for row, cells in sheet.rows.items() if row < first.top for cell in cells.values())
    reader = _TableReader(sheet, first, above)
    tables = []
    for row in sheet.rows:
        if row <= reader.match.bottom:
            continue
        again = _header_at(sheet, row, reader.match, items)
        if again is None:
            reader.take(row)
        elif again.columns == reader.match.columns and again.items.keys() == reader.match.items.keys():
            reader.skipped.append(Skipped(row, HEADER_AGAIN))
        else:
            tables.append(reader.table())
            reader = _TableReader(sheet, again, above)
    return [*tables, reader.table()]


def _header_at(sheet: Sheet, row: int, above: Match, items: ItemWords) -> Match | None:
    """The header that begins in a row below another, or None. Only a row that names a key column is looked at."""
    vocabulary = above.vocabulary
    for name, column in above.columns.items():
        cell = sheet.cell(row, column) if name in vocabulary.keys else None
        if cell is not None and isinstance(cell.value, str) and vocabulary.column(cell.text) == name:
            found = match(vocabulary, items, headers_of(sheet, row, row), (row, row))
            return found if vocabulary.fits(found.named) else None
    return None


class _TableReader:
    """One table while its rows pass by."""

    def __init__(self, sheet: Sheet, found: Match, above: tuple[Cell, ...]) -> None:
        self.match = found
        self.skipped: list[Skipped] = []
        self._sheet, self._above = sheet, above
        self._rows: list[Row] = []
        self._below: list[Cell] = []
        self._unclear: dict[str, Cell] = {}
        self._headless: set[int] = set()
        self._headed = {header.column for header in found.headers}
        vocabulary = found.vocabulary
        columns = found.columns
        self._filled = {columns[name] for name in vocabulary.filled if name in columns}
        self._loose = {columns[name] for name in vocabulary.ignored if name in columns}
        keys = {columns[name] for name in vocabulary.keys if name in columns}
        idle = {columns[name] for name in (SERIAL, DIVISION) if name in columns} - keys
        self._sorter = RowSorter(keys, idle, strict=vocabulary.is_scheme)

    def take(self, row: int) -> None:
        """Sorts one row: a record, or passed over."""
        own = self._sheet.rows[row]
        first = self._sheet.merged_at(row, next(iter(own)))
        why = self._sorter.why_no_record(own, first is not None and first.right - first.left >= 2)
        if why:
            self.skipped.append(Skipped(row, why))
            if why == NOTE:
                self._below.extend(own.values())
            return
        self._rows.append(Row(row, self._completed(row)))
        self._headless.update(own.keys() - self._headed)

    def table(self) -> Table:
        """All that was gathered."""
        headless = tuple(sorted(self._headless))
        unclear = tuple(self._unclear.values())
        return Table(
            self.match, tuple(self._rows), tuple(self.skipped), self._above, tuple(self._below), unclear, headless
        )

    def _completed(self, row: int) -> dict[int, Cell]:
        """The row's cells with what merged cells say for it."""
        cells = dict(self._sheet.rows[row])
        if not self._sheet.merged:
            return cells
        for column in self._headed:
            merged = self._sheet.merged_at(row, column)
            if merged is None or merged.top <= self.match.bottom:
                continue
            seen = self._sheet.cell(merged.top, merged.left)
            if seen is None or (seen.row, seen.column) == (row, column):
                continue
            if column in self._filled and seen.column == column:
                cells[column] = seen
            elif column not in self._loose:
                self._unclear[seen.address] = seen
        return cells
