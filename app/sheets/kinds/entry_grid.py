"""The entries of a large wide 数据 sheet as columns of figures; each EntryDraft is made when somebody looks at it.

Only a table in which every row names one person by 工号 and every cell is a plain number or empty is kept so; anything
else is read cell by cell by entry_sheet, with the same drafts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, overload

from app.domain.entries import State
from app.domain.periods import Period
from app.domain.problems import Source
from app.domain.schemes import DataItem, ItemKind
from app.sheets.drafts import EntryDraft, PersonRef
from app.sheets.reading.cells import column_letters
from app.sheets.reading.grid import Columns, GridContext, RowCells, columns_of
from app.sheets.reading.raw_cells import EMPTY, NUMBER, TEXT
from app.sheets.tables.context import Fields, SheetContext
from app.sheets.tables.headers import Header
from app.sheets.tables.layout import Row, Table
from app.sheets.tables.vocabulary import DIVISION, ID_NUMBER, NAME, STAFF_NO

ENOUGH = 2_000
"""How many cells make it worth while."""
_MONTH = "月份"


class GridColumn(NamedTuple):
    """One data item: its column's letters, for each row the figure (None: 未填), and whether any is None."""

    item: str
    letters: str
    numbers: list[Decimal | None]
    has_empty: bool


class EntryGrid(Sequence[EntryDraft]):
    """Rows × items, as the drafts that they are, row by row."""

    def __init__(
        self, place: tuple[str, str], period: Period, people: Sequence[tuple[int, PersonRef]], columns: list[GridColumn]
    ) -> None:
        self.file, self.sheet = place
        self.period = period
        self.rows = [row for row, _ in people]
        self.people = [person for _, person in people]
        self.columns = columns

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
        return Source(self.file, self.sheet, f"{self.columns[column].letters}{self.rows[row]}")

    def draft(self, row: int, column: int) -> EntryDraft:
        """The draft of a row and a column, both counted from 0 in the grid."""
        told = self.columns[column]
        number = told.numbers[row]
        state = State.EMPTY if number is None else State.VALUE
        person = self.people[row]
        sources = {"value": self.source(row, column), "person": person.source}
        return EntryDraft(self.rows[row], person, told.item, self.period, state, number, "", "", sources)


def grid_of(context: SheetContext, table: Table, columns: Sequence[tuple[DataItem, Header]]) -> EntryGrid | None:
    """The table as a grid, or None where it is small or has anything but plain figures."""
    period = context.period
    rows = [row.cells for row in table.rows if isinstance(row.cells, RowCells)]
    wide = len(rows) * len(columns) >= ENOUGH and len(rows) == len(table.rows)
    if not wide or period is None or _MONTH in table.match.named or ID_NUMBER in table.match.named:
        return None
    told = columns_of(rows)
    people = _people(context, table, told)
    if people is None:
        return None
    figures = []
    for item, header in columns:
        numbers = _figures(told, rows[0].context, item, header.column)
        if numbers is None:
            return None
        figures.append(
            GridColumn(item.code, column_letters(header.column), numbers, EMPTY in told.signs(header.column))
        )
    place = context.file, context.sheet.name
    return EntryGrid(place, period, list(zip([row.number for row in rows], people, strict=True)), figures)


def _figures(told: Columns, context: GridContext, item: DataItem, column: int) -> list[Decimal | None] | None:
    """The figures of a column, or None where something else stands in it, or where the item asks for something else."""
    if item.kind is ItemKind.WORD or item.is_percent:
        return None
    texts, signs = told.texts(column), set(told.signs(column))
    plain = {EMPTY, *(NUMBER + place for place, each in enumerate(context.formats) if not each.strip("0."))}
    if not plain.issuperset(signs):
        return None
    numbers = context.numbers
    try:
        if EMPTY not in signs:
            return list(map(numbers.__getitem__, texts))
        return [numbers[text] if sign else None for text, sign in zip(texts, told.signs(column), strict=True)]
    except (ValueError, ArithmeticError):
        return None


def _people(context: SheetContext, table: Table, told: Columns) -> list[PersonRef] | None:
    """Whom the rows name, each somebody else by a 工号; None where one does not."""
    named = table.match.columns
    if STAFF_NO not in named:
        return None
    numbers = _words(told, named[STAFF_NO], needed=True)
    names = _words(told, named.get(NAME, 0))
    divisions = _words(told, named.get(DIVISION, 0))
    if numbers is None or names is None or divisions is None:
        return _read_people(context, table)
    if len({number.casefold() for number in numbers}) != len(numbers):
        return None
    letters = column_letters(named[STAFF_NO])
    file, sheet, own = context.file, context.sheet.name, context.division
    return [
        PersonRef(number, "", name, division or row.division or own, Source(file, sheet, f"{letters}{row.number}"))
        for number, name, division, row in zip(numbers, names, divisions, table.rows, strict=True)
    ]


def _words(columns: Columns, column: int, *, needed: bool = False) -> Sequence[str] | None:
    """The texts of a column where each is a word that needs no reading: letters and digits of one width only."""
    if not column:
        return columns.texts(0)
    texts, signs = columns.texts(column), columns.signs(column)
    if not {TEXT, EMPTY}.issuperset(signs) or (needed and EMPTY in signs):
        return None
    told = "".join(texts)
    if told and not (told.isalnum() and (told.isascii() if needed else not _has_wide_signs(told))):
        return None
    return texts


def _has_wide_signs(text: str) -> bool:
    """Whether full-width letters or digits stand in a text."""
    return not set(text).isdisjoint(_WIDE)


_WIDE = frozenset(chr(code) for code in range(0xFF01, 0xFF5F))


def _read_people(context: SheetContext, table: Table) -> list[PersonRef] | None:
    """The same row by row, where words must be read; None where a row has a fault or names nobody by 工号."""
    before = len(context.problems)
    people: list[PersonRef] = []
    seen: set[str] = set()
    for row in table.rows:
        person = Fields(context, table.match, Row(row.number, row.cells, row.division)).person()
        if person is None or not person.staff_no or len(context.problems) > before:
            del context.problems[before:]
            return None
        people.append(person)
        seen.add(person.staff_no.casefold())
    return people if len(seen) == len(people) else None
