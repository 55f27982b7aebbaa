"""What the readers of all kinds share: the sheet that is read, where faults go, and one row as typed fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.domain.division_names import fitting, is_everybody
from app.domain.layouts import IGNORED
from app.domain.periods import Period
from app.domain.problems import Problem, Source
from app.domain.words import half_width, plain
from app.sheets.drafts import Hints, PersonRef, Sources
from app.sheets.reading.cells import Cell, Sheet, address
from app.sheets.tables.headers import ItemWords, Match
from app.sheets.tables.layout import Row, Table
from app.sheets.tables.repeats import is_ditto
from app.sheets.tables.row_kinds import division_told_in
from app.sheets.tables.values import (
    Number,
    Unreadable,
    day_of,
    day_within,
    id_number_of,
    is_month_alone,
    name_of,
    number_of,
    staff_no_of,
    without_number,
    words_of,
)
from app.sheets.tables.vocabulary import DIVISION, ID_NUMBER, NAME, STAFF_NO

_NAME_AND_NUMBER = re.compile(r"([^\d(]+)\(([A-Za-z0-9_-]+)\)")


class Titled(NamedTuple):
    """What a title or the sheet's name tells of all rows, and its cell; empty for the sheet's name."""

    word: str
    cell: str


@dataclass
class SheetContext:
    """One sheet while it is read. ``period`` and ``division`` are what --period, the sheet and the file's name tell;
    ``reporter`` is the division that filled it in, ``ledger`` the one that the title names where no column does.
    """  # fmt: skip

    file: str
    sheet: Sheet
    hints: Hints
    items: ItemWords
    period: Period | None = None
    division: str = ""
    reporter: str = ""
    ledger: Titled | None = None
    problems: list[Problem] = field(default_factory=list)
    divisions_answered: dict[str, str] = field(default_factory=dict)
    """Names of divisions that somebody said the meaning of: as it stands in the sheet → the answer."""
    _meant: dict[str, str] = field(default_factory=dict)

    def source(self, cell: str = "") -> Source:
        """A place on this sheet."""
        return Source(self.file, self.sheet.name, cell)

    def fault(self, code: str, cell: str = "", value: str = "", **values: str) -> None:
        """Adds what keeps the sheet from being taken."""
        self.problems.append(Problem(code, self.source(cell), value, values))

    def warn(self, code: str, cell: str = "", value: str = "", **values: str) -> None:
        """Adds what is told and stops nothing."""
        self.problems.append(Problem(code, self.source(cell), value, values, warning=True))

    def ask(self, code: str, cell: str = "", value: str = "", **values: str) -> None:
        """Adds what a person must answer before the sheet can be taken."""
        self.problems.append(Problem(code, self.source(cell), value, values, question=True))

    def knows_division(self, told: str) -> bool:
        """Whether a name is a division of the roster as it stands, or nobody can say, as there is no roster yet."""
        return not told or not self.hints.divisions or plain(told) in map(plain, self.hints.divisions)

    def division_meant(self, told: str, cell: str = "", *, asks: bool = True) -> str:
        """The division of the roster that a name stands for, in the roster's writing; empty where it is none in particular.

        A short name that fits one division only is told, one that fits none or several is asked, each once a sheet. Unless
        it ``asks``, what would have to be asked stays as it is told.
        """
        if self.knows_division(told):
            return told
        key = plain(told)
        if key not in self._meant:
            found = self._division_of(told, cell, asks=asks)
            if found is None:
                return told
            self._meant[key] = found
        return self._meant[key]

    def _division_of(self, told: str, cell: str, *, asks: bool) -> str | None:
        known = {plain(each): each for each in self.hints.divisions}
        answer = self.items.answers.get(plain(told), "")
        if answer == IGNORED or plain(answer) in known:
            self.divisions_answered[told] = answer
            return known.get(plain(answer), "")
        if is_everybody(told):
            return ""
        fits = fitting(told, self.hints.divisions)
        if len(fits.sure) == 1:
            self.warn("division-short", cell or self._cell_with(told), told, division=fits.sure[0])
            return fits.sure[0]
        if not asks:
            return None
        near = (*fits.sure, *fits.near)
        others = tuple(each for each in self.hints.divisions if each not in near)
        values = {"near": "、".join(near) or "没有相近的", "names": "\n".join((*near, *others, IGNORED))}
        self.ask("division-unknown", cell or self._cell_with(told), told, **values)
        return told

    def _cell_with(self, told: str) -> str:
        """The first cell in which a text stands, or an empty text."""
        cells = (cell for row in self.sheet.rows.values() for cell in row.values())
        return next((cell.address for cell in cells if plain(told) in plain(cell.text)), "")


class Fields:
    """One row by its canonical columns. What cannot be read becomes a fault of the sheet, and the field is empty.

    ``failed`` is True once a fault was found in the row, ``faulted`` holds the columns in which one was found.
    """

    def __init__(self, context: SheetContext, match: Match, row: Row) -> None:
        self.context, self.row = context, row
        self.failed = False
        self._columns = match.columns
        self.faulted: set[int] = set()

    def has(self, column: str) -> bool:
        """Whether the sheet has the column."""
        return column in self._columns

    def cell(self, column: str) -> Cell | None:
        """What stands in a canonical column; None where nothing stands or nothing can be read."""
        number = self._columns.get(column)
        return None if number is None else self.cell_at(number, column)

    def flawed(self, column: str) -> bool:
        """Whether an error or an uncalculated formula stands in a canonical column."""
        number = self._columns.get(column)
        cell = self.row.cells.get(number) if number is not None else None
        return cell is not None and bool(cell.flaw)

    def cell_at(self, number: int, header: str) -> Cell | None:
        """What stands in a column of the sheet; an error or a formula without value is a fault and gives None."""
        cell = self.row.cells.get(number)
        if cell is None or not (cell.flaw or is_ditto(cell)):
            return cell
        if number not in self.faulted:
            self.fail_at(number, cell.flaw.value or "ditto-not-read", header)
        return None

    def fail_at(self, number: int, code: str, header: str, **values: str) -> None:
        """Adds a fault at a column of the sheet."""
        self.faulted.add(number)
        self.failed = True
        cell = self.row.cells.get(number)
        self.context.fault(code, self.address_at(number), cell.text if cell else "", column=header, **values)

    def fail(self, column: str, code: str, **values: str) -> None:
        """Adds a fault at a canonical column, or at the row where the sheet has no such column."""
        number = self._columns.get(column)
        if number is not None:
            self.fail_at(number, code, column, **values)
        else:
            self.failed = True
            self.context.fault(code, f"{self.row.number}行", "", column=column, **values)

    def address_at(self, number: int) -> str:
        """The cell of a column: of the merged cell where one speaks for the row."""
        cell = self.row.cells.get(number)
        return cell.address if cell else address(self.row.number, number)

    def source(self, column: str) -> Source:
        """Where a canonical column stands in this row."""
        number = self._columns.get(column)
        return self.context.source(self.address_at(number) if number else "")

    def sources(self, columns: Mapping[str, str]) -> Sources:
        """Field → place, for the fields (of field → column) whose columns the sheet has."""
        return {name: self.source(column) for name, column in columns.items() if column in self._columns}

    def need(self, column: str) -> bool:
        """Whether something stands in a column that must not be empty; else a fault (once)."""
        if self.cell(column) is not None:
            return True
        if self._columns.get(column) not in self.faulted:
            self.fail(column, "missing-value")
        return False

    def text(self, column: str) -> str:
        """The text of a column, in one line."""
        cell = self.cell(column)
        return words_of(cell.text) if cell else ""

    def name(self, column: str = NAME) -> str:
        """A person's name."""
        cell = self.cell(column)
        return name_of(cell.text) if cell else ""

    def exact_day(self, column: str, within: Period | None = None) -> date | None:
        """A day on which something happened: a month without its day is a fault."""
        cell = self.cell(column)
        if cell is not None and is_month_alone(cell):
            self.fail(column, "day-missing")
            return None
        return self.day(column, within=within, exact=True)

    def day(self, column: str, *, last: bool = False, within: Period | None = None, exact: bool = False) -> date | None:
        """A day; one told without its year is of the period ``within`` which it must lie.

        ``exact``: of a day that is shown as a month, the day that the cell holds, not the first or last of the month.
        """
        cell = self.cell(column)
        if cell is None:
            return None
        if within is not None and (day := day_within(cell, within.year)):
            return day
        try:
            told = cell._replace(text="") if exact and isinstance(cell.value, date) else cell
            return day_of(told, epoch_1904=self.context.sheet.epoch_1904, last=last)
        except Unreadable as unreadable:
            self.fail(column, unreadable.code, **unreadable.values)
            return None

    def number(self, column: str, unit: str = "") -> Decimal | None:
        """A number; a percentage counts as the fraction that it is."""
        told = self._number(column, unit)
        return told.value if told else None

    def _number(self, column: str, unit: str) -> Number | None:
        cell = self.cell(column)
        if cell is None:
            return None
        try:
            return number_of(cell, unit)
        except Unreadable as unreadable:
            self.fail(column, unreadable.code, **unreadable.values)
            return None

    def staff_no(self, column: str = STAFF_NO) -> str:
        """A staff number."""
        cell = self.cell(column)
        if cell is None:
            return ""
        try:
            return staff_no_of(cell)
        except Unreadable as unreadable:
            self.fail(column, unreadable.code)
            return ""

    def id_number(self) -> str:
        """An id number; one of a strange form is told and kept."""
        cell = self.cell(ID_NUMBER)
        if cell is None:
            return ""
        try:
            return id_number_of(cell)
        except Unreadable as unreadable:
            if unreadable.code in {"id-number-bad", "id-number-check"}:
                self.context.warn(unreadable.code, cell.address, cell.text)
                return words_of(cell.text)
            self.fail(ID_NUMBER, unreadable.code)
            return ""

    def division(self) -> str:
        """The division that the row, or a row above it, or else the sheet, names."""
        return division_told_in(self.text(DIVISION)) or self.row.division or self.context.division

    def division_meant(self) -> str:
        """The same in the roster's writing, for a row whose people are known by name; what nobody knows is asked."""
        cell = self.cell(DIVISION)
        return self.context.division_meant(self.division(), cell.address if cell else "")

    def person(self) -> PersonRef | None:
        """The person whom the row names; a fault where it names nobody."""
        staff_no, id_number, name = self.staff_no(), self.id_number(), self.name()
        column = next((each for each in (STAFF_NO, ID_NUMBER, NAME) if self.has(each)), STAFF_NO)
        if not (staff_no or id_number or name):
            if not self.failed:
                self.fail(column, "person-missing")
            return None
        told = next(each for each, value in ((STAFF_NO, staff_no), (ID_NUMBER, id_number), (NAME, name)) if value)
        division = self.division() if staff_no or id_number else self.division_meant()
        return PersonRef(staff_no, id_number, name, division, self.source(told))


def rows_of(context: SheetContext, tables: Iterable[Table]) -> Iterator[Fields]:
    """The rows of a sheet's tables, as fields."""
    for table in tables:
        for row in table.rows:
            yield Fields(context, table.match, row)


def person_key(person: PersonRef) -> str:
    """What tells two people of one sheet apart, as far as the sheet alone can tell."""
    return person.staff_no.casefold() or person.id_number or f"{person.name}\n{person.division}"


def person_of_word(word: str, division: str, source: Source) -> PersonRef:
    """A person named by one word, 工号 or name or ``姓名（工号）``: what has a digit or a Latin letter is a 工号."""
    bare = half_width(words_of(without_number(word))).replace(" ", "")
    both = _NAME_AND_NUMBER.fullmatch(bare)
    if both:
        return PersonRef(both[2], "", name_of(both[1]), division, source)
    if any(sign.isascii() and sign.isalnum() for sign in bare):
        return PersonRef(bare, "", "", "", source)
    return PersonRef("", "", name_of(bare), division, source)
