"""Raw cells as a Sheet: each Cell is made when somebody looks at it, and most never are."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from operator import is_
from typing import NamedTuple

from app.sheets.reading.cells import Cell, Flaw, Range, Sheet, Value, Workbook
from app.sheets.reading.number_formats import Look, exact_number, look, meaning, shown_text
from app.sheets.reading.raw_cells import (
    DAY,
    EMPTY,
    ERROR,
    MONTH,
    NOT_CALCULATED,
    NUMBER,
    SEPARATOR,
    STRUCK,
    TEXT,
    TRUTH,
    RawBook,
    RawSheet,
)

SLAB = 8_192
"""How many rows are split into columns at a time: all at once would take more memory than the whole file."""
_KNOWN = 50_000
_SAFE_DIGITS = 15
_FLAWS = {ERROR: Flaw.ERROR, NOT_CALCULATED: Flaw.NOT_CALCULATED, STRUCK: Flaw.STRUCK}


class Meaning(NamedTuple):
    """What a raw cell says: all of a Cell but its place."""

    value: Value
    text: str
    percent: bool = False
    flaw: Flaw = Flaw.NONE


class Numbers(dict[str, Decimal]):
    """Number text → the Decimal of its shortest form; a table repeats most of its figures."""

    def __missing__(self, text: str) -> Decimal:
        if len(self) > _KNOWN:
            self.clear()
        number = self[text] = exact_text(text)
        return number


def exact_text(text: str) -> Decimal:
    """The Decimal that a person typed, of a number as a file stores it. Raises ValueError where it is none."""
    # Up to 15 digits the text is its own shortest form; idle zeros and a signed zero are not.
    if len(text) <= _SAFE_DIGITS and text.isascii() and text[-1:] != "0" and text.replace(".", "", 1).isdecimal():
        return Decimal(text)
    bare = text.removeprefix("-")
    if bare.isascii() and bare.isdecimal():
        return Decimal(int(text))
    return exact_number(float(text))


class GridContext:
    """What the rows of one sheet share."""

    __slots__ = ("columns", "epoch_1904", "formats", "known", "numbers", "percents", "plain")

    def __init__(self, sheet: RawSheet) -> None:
        self.formats = sheet.formats
        self.epoch_1904 = sheet.epoch_1904
        self.numbers = Numbers()
        self.columns: tuple[Sequence[RowCells], Columns] | None = None
        self.known: dict[tuple[int, str], Meaning] = {}
        self.plain = self._signs_of(Look.NUMBER)
        self.percents = self._signs_of(Look.PERCENT)

    def _signs_of(self, kind: Look) -> frozenset[int]:
        return frozenset(NUMBER + place for place, each in enumerate(self.formats) if look(each) is kind)

    def meaning(self, sign: int, text: str) -> Meaning:
        """What a raw cell says."""
        found = self.known.get((sign, text))
        if found is None:
            if len(self.known) > _KNOWN:
                self.known.clear()
            found = self.known[sign, text] = self._meaning(sign, text)
        return found

    def _meaning(self, sign: int, text: str) -> Meaning:
        if sign >= NUMBER:
            return self._number(sign, text)
        if sign == TEXT:
            return Meaning(text, text)
        if sign == TRUTH:
            return Meaning(text == "1", shown_text(text == "1"))
        if sign in {DAY, MONTH}:
            day = _day(text)
            return Meaning(day, shown_text(day) if sign == DAY else f"{day:%Y-%m}")
        return Meaning(None, text, flaw=_FLAWS[sign])

    def _number(self, sign: int, text: str) -> Meaning:
        number_format = self.formats[sign - NUMBER]
        try:
            if not number_format:
                number = self.numbers[text]
                return Meaning(number, shown_text(number))
            stored: float = int(text) if text.lstrip("-").isdecimal() else float(text)
            value, shown = meaning(stored, number_format, self.epoch_1904)
        except (ValueError, OverflowError):
            return Meaning(None, text, flaw=Flaw.ERROR)
        return Meaning(value, shown, sign in self.percents)


def _day(text: str) -> date:
    moment = datetime.fromisoformat(text)
    return moment if moment.time() != datetime.min.time() else moment.date()


class RowCells(Mapping[int, Cell]):
    """One row: column → Cell, for the columns in which something stands. ``signs``: see raw_cells."""

    __slots__ = ("_context", "_texts", "number", "signs")

    def __init__(self, number: int, texts: str, signs: bytes, context: GridContext) -> None:
        self.number, self.signs = number, signs
        self._texts: str | list[str] = texts
        self._context = context

    @property
    def texts(self) -> list[str]:
        """The raw texts, column 1 first."""
        if isinstance(self._texts, str):
            self._texts = self._texts.split(SEPARATOR)
        return self._texts

    def once(self) -> RowCells:
        """The same row for a single look: what it splits is not kept."""
        return RowCells(self.number, self._texts, self.signs, self._context) if isinstance(self._texts, str) else self

    def joined(self, width: int) -> str:
        """The raw texts up to a column, joined."""
        told = self._texts if isinstance(self._texts, str) else SEPARATOR.join(self._texts)
        return told + SEPARATOR * (width - len(self.signs))

    def get(self, column: int, default: Cell | None = None) -> Cell | None:  # type: ignore[override]
        """The cell of a column, or the default."""
        if not 0 < column <= len(self.signs):
            return default
        sign = self.signs[column - 1]
        if not sign:
            return default
        return Cell(self.number, column, *self._context.meaning(sign, self.texts[column - 1]))

    def __getitem__(self, column: int) -> Cell:
        cell = self.get(column)
        if cell is None:
            raise KeyError(column)
        return cell

    def __contains__(self, column: object) -> bool:
        return isinstance(column, int) and 0 < column <= len(self.signs) and self.signs[column - 1] != EMPTY

    def __iter__(self) -> Iterator[int]:
        return (column for column, sign in enumerate(self.signs, start=1) if sign)

    def __reversed__(self) -> Iterator[int]:
        return (column for column in range(len(self.signs), 0, -1) if self.signs[column - 1])

    def __len__(self) -> int:
        return len(self.signs) - self.signs.count(EMPTY)

    def items(self) -> ItemsView[int, Cell]:
        """Column and Cell, all made at once."""
        return dict(zip(self, self.values(), strict=True)).items()

    def values(self) -> list[Cell]:  # type: ignore[override]
        """Every Cell of the row."""
        number, told = self.number, self._context.meaning
        every = enumerate(zip(self.signs, self.texts, strict=True), start=1)
        return [Cell(number, column, *told(sign, text)) for column, (sign, text) in every if sign]

    @property
    def context(self) -> GridContext:
        """What it shares with the other rows of its sheet."""
        return self._context


def sheet_of(raw: RawSheet) -> Sheet:
    """The sheet; nothing is copied but its rows' names."""
    context = GridContext(raw)
    rows = {
        number: RowCells(number, texts, signs, context)
        for number, texts, signs in zip(raw.numbers, raw.texts, raw.signs, strict=True)
    }
    sheet = Sheet(
        raw.name,
        rows,
        tuple(Range(*each) for each in raw.merged),
        raw.hidden,
        frozenset(raw.hidden_rows),
        frozenset(raw.hidden_columns),
        raw.formats_known,
        raw.epoch_1904,
    )
    # Known already, and otherwise asked of every row.
    vars(sheet).update(width=max(map(len, raw.signs), default=0), height=raw.numbers[-1] if raw.numbers else 0)
    return sheet


def workbook_of_raw(file: str, raw: RawBook, digest: str = "") -> Workbook:
    """The workbook of these sheets."""
    return Workbook(file, tuple(map(sheet_of, raw.sheets)), digest, raw.mark)


class Columns:
    """Several rows, column by column: raw texts and signs from top to bottom; a shorter row has nothing there."""

    def __init__(self, rows: Sequence[RowCells]) -> None:
        self._width = max((len(row.signs) for row in rows), default=0)
        self._count = len(rows)
        # One split and one slice a column: no list for each row, which is most of the work.
        self._texts = SEPARATOR.join([row.joined(self._width) for row in rows]).split(SEPARATOR)
        self._signs = b"".join([row.signs.ljust(self._width, b"\0") for row in rows])

    def texts(self, column: int) -> Sequence[str]:
        """The raw texts of a column; column 0 is one in which nothing stands."""
        return self._texts[column - 1 :: self._width] if 0 < column <= self._width else [""] * self._count

    def signs(self, column: int) -> bytes:
        """The signs of a column."""
        return self._signs[column - 1 :: self._width] if 0 < column <= self._width else bytes(self._count)


def slabs_of(rows: Sequence[RowCells]) -> Iterator[Columns]:
    """The columns of these rows, so many rows at a time."""
    return (columns_of(rows[start : start + SLAB]) for start in range(0, len(rows), SLAB))


def columns_of(rows: Sequence[RowCells]) -> Columns:
    """The columns of these rows of one sheet; asked again for the same rows, the same."""
    context = rows[0].context
    if context.columns is None or len(context.columns[0]) != len(rows) or not all(map(is_, context.columns[0], rows)):
        context.columns = (rows, Columns(rows))
    return context.columns[1]
