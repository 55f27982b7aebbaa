"""The quick way for a large wide 数据 sheet: by columns here, staged by columns in entry_columns, never cell by cell.

A column is read with the very function that reads one cell (entry_values), once for each different cell; of most cells
nothing is kept but how large their figure is. What a draft says exactly is read again when somebody looks at it. The
quick way knows no faults: where a cell or a person is not beyond doubt there is no grid, and entry_sheet goes through
the sheet row by row.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import isfinite, isinf, isnan, nan
from typing import cast, overload

from app.domain.entries import State
from app.domain.periods import Period
from app.domain.problems import Source
from app.domain.schemes import DataItem, ItemKind
from app.sheets.drafts import EntryDraft, PersonRef
from app.sheets.kinds.entry_values import NOTHING, Told, told_of
from app.sheets.reading.cells import Cell, column_letters
from app.sheets.reading.grid import Columns, GridContext, RowCells, slabs_of
from app.sheets.reading.raw_cells import EMPTY, TEXT
from app.sheets.tables.context import Fields, SheetContext, person_key
from app.sheets.tables.headers import Header
from app.sheets.tables.layout import Table
from app.sheets.tables.repeats import is_ditto
from app.sheets.tables.values import Unreadable
from app.sheets.tables.vocabulary import DIVISION, ID_NUMBER, NAME, STAFF_NO

ENOUGH = 2_000
"""How many cells make it worth while."""
_MONTH = "月份"
_SHORT = 17
"""So many signs of a number are its shortest form."""


class _Cells(dict[tuple[int, str], float | Told]):
    """Sign and raw text → the figure as the nearest float, NaN for 未填, or what else the cell says."""

    def __init__(self, item: DataItem, context: GridContext, *, formats_known: bool) -> None:
        super().__init__()
        self._item, self._context, self._formats_known = item, context, formats_known
        self._plain = frozenset() if item.kind is ItemKind.WORD or item.is_percent else context.plain
        self._percents = context.percents if item.is_percent else frozenset()
        self.numbers = _Numbers(self)

    def __missing__(self, cell: tuple[int, str]) -> float | Told:
        """Raises Unreadable where the cell cannot be read, or should be looked at by a person."""
        found = self[cell] = self._read(*cell)
        return found

    def _read(self, sign: int, text: str) -> float | Told:
        if sign in self._plain:
            return float(text)
        if sign in self._percents:
            return hundredfold(text)
        told, doubt = self.exactly(sign, text)
        if doubt:
            raise Unreadable(doubt)
        if told.state is State.EMPTY:
            return nan
        return told if told.number is None else float(told.number)

    def exactly(self, sign: int, text: str) -> tuple[Told, str]:
        """What told_of says of the cell. Raises Unreadable."""
        if sign == EMPTY:
            return NOTHING, ""
        meaning = self._context.meaning(sign, text)
        if meaning.flaw:
            raise Unreadable(meaning.flaw.value)
        cell = Cell(0, 0, *meaning)
        if is_ditto(cell):
            raise Unreadable("ditto-not-read")
        return told_of(cell, self._item, formats_known=self._formats_known)

    def take(self, texts: Sequence[str], signs: bytes) -> list[float | Told] | list[float]:
        """The same for a column."""
        if self._plain.issuperset(signs):
            return list(map(float, texts))
        return list(map(self.__getitem__, zip(signs, texts, strict=True)))


def hundredfold(text: str) -> float:
    """The float next to a hundred times the number that a text stores."""
    told = text if len(text) <= _SHORT else repr(float(text))
    return float(Decimal(told).scaleb(2)) if "e" in told or "E" in told else float(f"{told}e2")


class _Numbers(dict[tuple[int, str], "Decimal | None"]):
    """Sign and raw text → the exact number, None where none stands."""

    def __init__(self, cells: _Cells) -> None:
        super().__init__()
        self._cells = cells

    def __missing__(self, cell: tuple[int, str]) -> Decimal | None:
        found = self[cell] = self._cells.exactly(*cell)[0].number
        return found


@dataclass
class GridColumn:
    """One data item: in each row a figure, as the nearest float, or NaN; ``others``: row → what stands there instead.

    Rows with NaN and nothing in ``others`` are 未填, ``empty`` of them. Rows are counted from 0 in the grid.
    """

    item: DataItem
    column: int
    cells: _Cells
    figures: array[float] = field(default_factory=lambda: array("d"))
    others: dict[int, Told] = field(default_factory=dict)
    empty: int = 0

    @property
    def code(self) -> str:
        """The data item's code."""
        return self.item.code

    @property
    def letters(self) -> str:
        """The sheet's column: ``C``."""
        return column_letters(self.column)

    def take(self, told: Columns) -> None:
        """Adds rows. Raises Unreadable, ValueError or ArithmeticError where one of them is not beyond doubt."""
        first, found = len(self.figures), self.cells.take(told.texts(self.column), told.signs(self.column))
        try:
            figures = array("d", cast("list[float]", found))
        except TypeError:
            self.others |= {row: each for row, each in enumerate(found, first) if isinstance(each, Told)}
            figures = array("d", [nan if isinstance(each, Told) else each for each in found])
            self.empty -= sum(isinstance(each, Told) for each in found)
        if not isfinite(sum(figures)):
            self.empty += sum(map(isnan, figures))
            if any(map(isinf, figures)):
                raise OverflowError(self.letters)
        self.figures.extend(figures)


class EntryGrid(Sequence[EntryDraft]):
    """Rows × items, as the drafts that they are, row by row."""

    def __init__(
        self,
        place: tuple[str, str],
        period: Period,
        people: Sequence[PersonRef],
        rows: Sequence[RowCells],
        columns: Sequence[GridColumn],
    ) -> None:
        self.file, self.sheet = place
        self.period, self.people, self.rows, self.columns = period, people, rows, columns
        self._open = rows[0]

    def __len__(self) -> int:
        return len(self.rows) * len(self.columns)

    @overload
    def __getitem__(self, index: int) -> EntryDraft: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[EntryDraft, ...]: ...
    def __getitem__(self, index: int | slice) -> EntryDraft | tuple[EntryDraft, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        return self.draft(*divmod(index % len(self), len(self.columns)))

    def __iter__(self) -> Iterator[EntryDraft]:
        return (self.draft(row, column) for row in range(len(self.rows)) for column in range(len(self.columns)))

    def source(self, row: int, column: int) -> Source:
        """The cell of a row and a column, both counted from 0 in the grid."""
        return Source(self.file, self.sheet, f"{self.columns[column].letters}{self.rows[row].number}")

    def told(self, row: int, column: int) -> Told:
        """What the cell of a row and a column says."""
        cells = self._open
        if cells.number != self.rows[row].number:
            cells = self._open = self.rows[row].once()
        place = self.columns[column].column - 1
        if place >= len(cells.signs):
            return NOTHING
        return self.columns[column].cells.exactly(cells.signs[place], cells.texts[place])[0]

    def texts(self, column: int) -> list[str]:
        """The raw texts of a column."""
        return [text for slab in slabs_of(self.rows) for text in slab.texts(self.columns[column].column)]

    def numbers(self, column: int) -> list[Decimal | None]:
        """The exact numbers of a column, None where none stands."""
        told = self.columns[column]
        known = told.cells.numbers
        cells = ((slab.signs(told.column), slab.texts(told.column)) for slab in slabs_of(self.rows))
        return [known[cell] for signs, texts in cells for cell in zip(signs, texts, strict=True)]

    def draft(self, row: int, column: int) -> EntryDraft:
        """The draft of a row and a column, both counted from 0 in the grid."""
        person = self.people[row]
        sources = {"value": self.source(row, column), "person": person.source}
        told = self.told(row, column)
        return EntryDraft(self.rows[row].number, person, self.columns[column].code, self.period, *told, sources=sources)


def grid_of(context: SheetContext, table: Table, columns: Sequence[tuple[DataItem, Header]]) -> EntryGrid | None:
    """The table as a grid, or None where it is small or not beyond doubt."""
    period = context.period
    rows = [row.cells for row in table.rows if isinstance(row.cells, RowCells)]
    wide = len(rows) * len(columns) >= ENOUGH and len(rows) == len(table.rows)
    if not wide or period is None or _MONTH in table.match.named or ID_NUMBER in table.match.named:
        return None
    people = _people(context, table, rows)
    told = None if people is None else _columns(context, rows, columns)
    if people is None or told is None:
        return None
    return EntryGrid((context.file, context.sheet.name), period, people, rows, told)


def _columns(
    context: SheetContext, rows: Sequence[RowCells], columns: Iterable[tuple[DataItem, Header]]
) -> list[GridColumn] | None:
    """The columns of figures; None where a cell is not beyond doubt."""
    known = context.sheet.formats_known
    alike: dict[tuple[bool, bool, str], _Cells] = {}
    told = []
    for item, header in columns:
        sense = (item.kind is ItemKind.WORD, item.is_percent, item.unit)
        cells = alike.setdefault(sense, _Cells(item, rows[0].context, formats_known=known))
        told.append(GridColumn(item, header.column, cells))
    try:
        for slab in slabs_of(rows):
            for column in told:
                column.take(slab)
    except (Unreadable, ValueError, ArithmeticError):
        return None
    return told


def _people(context: SheetContext, table: Table, rows: Sequence[RowCells]) -> Sequence[PersonRef] | None:
    """Whom the rows name, each somebody else; None where one row names nobody, or is not beyond doubt."""
    named = table.match.columns
    key = STAFF_NO if STAFF_NO in named else NAME
    people: list[PersonRef] = []
    for slab in slabs_of(rows):
        numbers = _words(slab, named.get(STAFF_NO, 0), ascii_only=True)
        names = _words(slab, named.get(NAME, 0))
        divisions = _words(slab, named.get(DIVISION, 0))
        if numbers is None or names is None or divisions is None or "" in (numbers if key == STAFF_NO else names):
            return _read_people(context, table)
        letters, own = column_letters(named[key]), context.division
        file, sheet = context.file, context.sheet.name
        told = zip(numbers, names, divisions, table.rows[len(people) :], strict=False)
        people += [
            PersonRef(number, "", name, division or row.division or own, Source(file, sheet, f"{letters}{row.number}"))
            for number, name, division, row in told
        ]
    if key == NAME and not all(map(context.knows_division, {person.division for person in people})):
        return None
    return people if _all_different(people) else None


def _words(columns: Columns, column: int, *, ascii_only: bool = False) -> Sequence[str] | None:
    """The texts of a column where each is a word that needs no reading: letters and digits of one width only."""
    texts, signs = columns.texts(column), columns.signs(column)
    if not {TEXT, EMPTY}.issuperset(signs):
        return None
    told = "".join(texts)
    if "同上" in told or "上同" in told:
        return None
    if told and not (told.isalnum() and (told.isascii() if ascii_only else not _has_wide_signs(told))):
        return None
    return texts


def _has_wide_signs(text: str) -> bool:
    """Whether full-width letters or digits stand in a text."""
    return not set(text).isdisjoint(_WIDE)


_WIDE = frozenset(chr(code) for code in range(0xFF01, 0xFF5F))


def _read_people(context: SheetContext, table: Table) -> list[PersonRef] | None:
    """The same row by row, where words must be read; None where a row has a fault or names nobody."""
    before = len(context.problems)
    people: list[PersonRef] = []
    for row in table.rows:
        person = Fields(context, table.match, row).person()
        if person is None or len(context.problems) > before:
            del context.problems[before:]
            return None
        people.append(person)
    return people if _all_different(people) else None


def _all_different(people: Sequence[PersonRef]) -> bool:
    """Whether nobody is named twice, as far as the sheet alone can tell."""
    return len(set(map(person_key, people))) == len(people)
