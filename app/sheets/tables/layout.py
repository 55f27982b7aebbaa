"""Tables on a sheet: the header found, the rows below it, and each row that is no record, with the reason.

Merged cells that speak for several rows (a division named once) are filled down. Titles above and notes below are
kept as loose texts, because the period and the division may stand there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count, pairwise

from app.domain.words import plain
from app.sheets.drafts import Skipped
from app.sheets.reading.cells import Cell, Sheet
from app.sheets.reading.grid import RowCells
from app.sheets.tables.headers import ItemWords, Match, header_below, headers_of
from app.sheets.tables.plain_rows import headless_columns, plain_records
from app.sheets.tables.repeats import marked_in, rows_with_repeats, rows_with_totals, with_repeats
from app.sheets.tables.row_kinds import (
    HEADER_AGAIN,
    LONE_TEXT,
    NOTE,
    PAGE,
    SECTION,
    STATISTICS,
    TOTAL,
    UNITS,
    RowSorter,
    division_told_in,
    section_division,
)
from app.sheets.tables.sections import Sections, line_above
from app.sheets.tables.vocabulary import DIVISION, SERIAL, plain_header

_MONTH = "月份"
_COUNTS = frozenset(("人数", "件数", "合计", "小计", "总计", "总数", "平均", "人均", "平均分"))
_TOLD = 60
"""How much of a row that was passed over is told."""
_MOST_HEADERS = 1000


@dataclass(frozen=True)
class Row:
    """One record's row: column number → cell, merged cells filled down where they speak for all rows, ditto marks read.

    ``division`` is what the last row named that holds nothing but a division.
    """

    number: int
    cells: Mapping[int, Cell]
    division: str = ""


@dataclass(frozen=True)
class Total:
    """A row of totals: its cells, how many records of the table stand above it, and how many above the one before."""

    number: int
    cells: dict[int, Cell]
    until: int
    since: int


@dataclass(frozen=True)
class Table:
    """One table: what its columns mean, its rows, what was passed over, and the texts around it.

    ``above`` are the cells above its header, ``below`` those of notes and signatures. ``unclear`` are cells merged over
    several rows or columns whose one value nobody can give to one. ``headless``: columns with values and no header.
    ``units``: column → what a row of units below the header says of it.
    """

    match: Match
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]
    above: tuple[Cell, ...]
    below: tuple[Cell, ...]
    unclear: tuple[Cell, ...] = ()
    headless: tuple[int, ...] = ()
    totals: tuple[Total, ...] = ()
    units: Mapping[int, Cell] = field(default_factory=dict)


def tables_below(sheet: Sheet, first: Match, items: ItemWords, whole: Sheet | None = None) -> list[Table]:
    """The tables from a header on; a second header of the same kind begins a second table.

    ``whole``: the sheet of which ``sheet`` is only one side; titles and the words before totals may stand on another.
    """
    whole = whole or sheet
    above = cells_above(whole, first.top)
    sections = Sections(items.divisions, line_above(whole, first.top))
    reader = _TableReader((sheet, whole), first, above, (items, sections))
    tables = []
    beyond_doubt = _plain_records(sheet, first) if whole is sheet else frozenset()
    looked = count()
    for row in sheet.rows:
        if row in beyond_doubt and reader.match is first and reader.take_plain(row):
            continue
        if row <= reader.match.bottom or row in reader.headers_again:
            continue
        if reader.is_header_again(row):
            reader.skip_header(row)
            continue
        again = _header_at(sheet, row, reader.match, items, looked)
        if again is None:
            reader.take(row)
            continue
        other = again.columns != reader.match.columns or again.item_codes != reader.match.item_codes
        sections.header(other=other)
        if not other:
            reader.skipped += [Skipped(each, HEADER_AGAIN) for each in range(again.top, again.bottom + 1)]
            reader.headers_again.update(range(again.top, again.bottom + 1))
        else:
            tables.append(reader.table())
            reader = _TableReader((sheet, whole), again, above, (items, sections))
    return [_settled(table, sections) for table in (*tables, reader.table())]


def _plain_records(sheet: Sheet, first: Match) -> frozenset[int]:
    """The rows that are records beyond doubt and say all by themselves."""
    found = plain_records(sheet, first)
    if not found:
        return found
    rows = [row for number, row in sheet.rows.items() if number > first.bottom and isinstance(row, RowCells)]
    months = frozenset(first.columns[name] for name in (_MONTH,) if name in first.columns)
    return found - rows_with_repeats(rows, _repeated(first)) - rows_with_totals(rows, months)


def _repeated(found: Match) -> frozenset[int]:
    """The columns in which a ditto mark says what stands above."""
    return frozenset(found.columns[name] for name in found.vocabulary.repeated if name in found.columns)


def _settled(table: Table, sections: Sections) -> Table:
    """The table with each row's division, now that the whole sheet was seen."""
    if sections.is_unsettled:
        rows = (replace(row, division=sections.settled(row.number, row.division)) for row in table.rows)
        table = replace(table, rows=tuple(rows))
    column = table.match.columns.get(DIVISION)
    return table if column is None else _named_once(table, column)


def _named_once(table: Table, column: int) -> Table:
    """The table with the division of rows whose cell is empty because the block of the division names it once, on top.

    Only where the sheet does so throughout: never the same division on two rows together, none of them empty after a total.
    """
    empty = [place for place, row in enumerate(table.rows) if column not in row.cells]
    if not empty or empty[0] == 0 or len(empty) == len(table.rows):
        return table
    told = [plain(row.cells[column].text) if column in row.cells else "" for row in table.rows]
    after_total = {total.until for total in table.totals}
    if any(first and first == second for first, second in pairwise(told)) or not after_total.isdisjoint(empty):
        return table
    rows = list(table.rows)
    current = ""
    for place, row in enumerate(rows):
        current = row.cells[column].text if column in row.cells else current
        if not told[place] and not row.division:
            rows[place] = replace(row, division=division_told_in(current))
    return replace(table, rows=tuple(rows))


def cells_above(sheet: Sheet, top: int) -> tuple[Cell, ...]:
    """Everything that stands above a row."""
    return tuple(cell for row, cells in sheet.rows.items() if row < top for cell in cells.values())


def _header_at(sheet: Sheet, row: int, above: Match, items: ItemWords, looked: Iterator[int]) -> Match | None:
    """The header that begins in a row below another, or None.

    Only a row that names a key column is looked at, and so many of them as a sheet may have tables: looking costs.
    """
    vocabulary = above.vocabulary
    for name, column in above.columns.items():
        cell = sheet.cell(row, column) if name in vocabulary.keys else None
        if cell is not None and isinstance(cell.value, str) and vocabulary.column(cell.text) == name:
            return header_below(sheet, vocabulary, items, row) if next(looked) < _MOST_HEADERS else None
    return None


class _TableReader:
    """One table while its rows pass by."""

    def __init__(
        self, sides: tuple[Sheet, Sheet], found: Match, above: tuple[Cell, ...], known: tuple[ItemWords, Sections]
    ) -> None:
        sheet, self._whole = sides
        items, self._sections = known
        self.match = found
        self.headers_again: set[int] = set()
        self.skipped: list[Skipped] = []
        self._sheet, self._above = sheet, above
        self._rows: list[Row] = []
        self._plain: list[RowCells] = []
        self._below: list[Cell] = []
        self._unclear: dict[str, Cell] = {}
        self._headless: set[int] = set()
        self._headed = {header.column for header in found.headers}
        self._with_words = {header.column for header in headers_of(sheet, found.top, found.bottom)}
        self._merges = any(each.bottom > found.bottom for each in sheet.merged)
        vocabulary = found.vocabulary
        columns = found.columns
        self._filled = {columns[name] for name in vocabulary.filled if name in columns}
        self._loose = {columns[name] for name in vocabulary.ignored if name in columns}
        self._keys = keys = {columns[name] for name in vocabulary.keys if name in columns}
        idle = {columns[name] for name in (SERIAL, DIVISION, _MONTH) if name in columns} - keys
        self._sorter = RowSorter(keys, idle, items.divisions, strict=vocabulary.is_scheme)
        self._totals: list[Total] = []
        self._items, self._statistics = items, -1
        self._divisions = items.divisions
        self._repeated = _repeated(found)
        self._units: dict[int, Cell] = {}
        texts = (_texts(sheet, row) for row in range(found.top, found.bottom + 1))
        self._header_texts = [each for each in texts if each]

    def is_header_again(self, row: int) -> bool:
        """Whether the header's first row stands here once more, as on every printed page."""
        if not self._header_texts:
            return False
        column, text = next(iter(self._header_texts[0].items()))
        cell = self._sheet.cell(row, column)
        # Most rows are told apart by one look at one cell.
        if cell is None or not isinstance(cell.value, str) or plain_header(cell.text) != text:
            return False
        return _texts(self._sheet, row) == self._header_texts[0]

    def skip_header(self, row: int) -> None:
        """Passes over a header that stands here once more, with as many of its rows as do."""
        self._sections.header(other=False)
        for offset, texts in enumerate(self._header_texts):
            if _texts(self._sheet, row + offset) != texts:
                break
            self.headers_again.add(row + offset)
            self.skipped.append(Skipped(row + offset, HEADER_AGAIN, "、".join(texts.values())))

    def take(self, row: int) -> None:
        """Sorts one row: a record, or passed over."""
        own = self._sheet.rows[row]
        first = self._sheet.merged_at(row, next(iter(own)))
        why = self._sorter.why_no_record(own, first is not None and first.right - first.left >= 2)
        if not why and self._whole is not self._sheet and not self._keys & own.keys():
            why = self._sorter.why_no_record(self._whole.rows[row], wide=False)
        if why not in {NOTE, PAGE} and self._is_statistics(row, own):
            why = STATISTICS
        if not why and len(own) == 1 and any(map(self.is_header_again, (row + 1, row + 2))):
            why = LONE_TEXT
        if not why:
            self._take_record(row, own)
            return
        self.skipped.append(Skipped(row, why, "、".join(cell.text for cell in own.values())[:_TOLD]))
        self._note_skipped(row, why, own)

    def _is_statistics(self, row: int, own: Mapping[int, Cell]) -> bool:
        """Whether the row belongs to a small table below that is about divisions and names nobody: its header, or what follows."""
        if row != self._statistics + 1 and not self._heads_statistics(own):
            return False
        self._statistics = row
        return True

    def _heads_statistics(self, own: Mapping[int, Cell]) -> bool:
        if len(own) < 2 or not all(isinstance(cell.value, str) for cell in own.values()):
            return False
        vocabulary = self.match.vocabulary
        named = {vocabulary.column(cell.text) for cell in own.values()}
        counts = any(self._items.code(cell.text) or plain(cell.text) in _COUNTS for cell in own.values())
        return DIVISION in named and named.isdisjoint(vocabulary.keys) and counts

    def _take_record(self, row: int, own: Mapping[int, Cell]) -> None:
        cells = self._completed(row)
        if marked := marked_in(cells, self._repeated):
            above = self._rows[-1] if self._rows and self._is_next(self._rows[-1].number, row) else None
            cells = with_repeats(cells, above.cells if above else {}, marked)
        self._rows.append(Row(row, cells, self._sections.current))
        self._headless.update(own.keys() - self._with_words)
        self._sections.record()

    def _is_next(self, last: int, row: int) -> bool:
        """Whether nothing stands between two records, shown or hidden, but headers of a new page."""
        between = set(range(last + 1, row)) & self._sheet.rows.keys()
        return last not in self._sheet.hidden_rows and between <= self.headers_again

    def _note_skipped(self, row: int, why: str, own: Mapping[int, Cell]) -> None:
        """What a row that is no record says of those around it."""
        if why == NOTE:
            self._below.extend(own.values())
        elif why == SECTION:
            self._below.extend(own.values())
            self._sections.begin(section_division(own, self._divisions))
        elif why == LONE_TEXT:
            self._sections.title(next(iter(own.values())))
        elif why == UNITS:
            self._units |= own
        elif why == TOTAL:
            since = self._totals[-1].until if self._totals else 0
            self._totals.append(Total(row, dict(own), len(self._rows), since))
            self._sections.end()

    def take_plain(self, row: int) -> bool:
        """Takes a row that is a record beyond doubt, once a record was seen; before, numbers may count the columns."""
        cells = self._sheet.rows[row]
        if not self._rows or row in self.headers_again or not isinstance(cells, RowCells):
            return False
        self._rows.append(Row(row, cells, self._sections.current))
        self._plain.append(cells)
        return True

    def table(self) -> Table:
        """All that was gathered."""
        self._headless |= headless_columns(self._plain, self._with_words)
        headless = tuple(sorted(self._headless))
        unclear = tuple(self._unclear.values())
        return Table(
            self.match,
            tuple(self._rows),
            tuple(self.skipped),
            self._above,
            tuple(self._below),
            unclear,
            headless,
            tuple(self._totals),
            self._units,
        )

    def _completed(self, row: int) -> Mapping[int, Cell]:
        """The row's cells with what merged cells say for it."""
        if not self._merges:
            return self._sheet.rows[row]
        cells = dict(self._sheet.rows[row])
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


def _texts(sheet: Sheet, row: int) -> dict[int, str]:
    """What stands in a row's own cells, in plain form."""
    return {column: plain_header(cell.text) for column, cell in sheet.rows.get(row, {}).items() if cell.text}
