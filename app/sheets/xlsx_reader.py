""".xlsx and .xlsm: one pass over each sheet that knows values, formats, errors, formulas and merged ranges.

openpyxl needs two passes for formulas with and without values, and stops at styles that Excel forgives; python-calamine
tells neither errors nor formulas nor percentages.
"""

from __future__ import annotations

import math
import re
import zipfile
from datetime import date, datetime
from functools import lru_cache

from app.domain.problems import AppError
from app.sheets import limits
from app.sheets.cells import Cell, Flaw, Range, Sheet, Value, Workbook
from app.sheets.number_formats import meaning, shown_text
from app.sheets.xlsx_parts import (
    BROKEN,
    BrokenPackageError,
    Package,
    SheetPart,
    contents,
    is_true,
    number_formats,
    parse,
    shared_texts,
    unescaped,
)

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def read_xlsx(archive: zipfile.ZipFile, file: str) -> Workbook:
    """The worksheets of an .xlsx or .xlsm file. Raises AppError ``file-broken`` or ``file-too-large``."""
    try:
        package = Package(archive)
        told = contents(package)
        texts = shared_texts(package, told.shared_texts)
        formats = number_formats(package, told.styles)
        sheets = []
        for part in told.sheets:
            reading = _SheetReader(file, part, texts, formats)
            reading.epoch_1904, reading.never_calculated = told.epoch_1904, told.never_calculated
            with package.open(part.part) as stream:
                parse(stream, reading.start, reading.end, reading.data)
            sheets.append(reading.sheet())
    except BROKEN as broken:
        raise AppError("file-broken", file=file) from broken
    return Workbook(file, tuple(sheets))


@lru_cache(maxsize=4096)
def column_number(letters: str) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _reference(text: str) -> tuple[int, int]:
    match = _REFERENCE.fullmatch(text)
    if match is None:
        raise BrokenPackageError(text)
    return int(match[2]), column_number(match[1])


class _SheetReader:
    """What one sheet tells, gathered while its XML passes by."""

    epoch_1904 = False
    never_calculated = False

    def __init__(self, file: str, part: SheetPart, texts: list[str], formats: tuple[str, ...]) -> None:
        self._file, self._part, self._texts, self._formats = file, part, texts, formats
        self._rows: dict[int, dict[int, Cell]] = {}
        self._merged: list[Range] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._row = self._column = self._count = 0
        self._kind = self._style = ""
        self._formula = self._phonetic = self._collecting = False
        self._pieces: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "v" or (tag == "t" and not self._phonetic):
            self._collecting = True
        elif tag == "f":
            self._formula = True
        elif tag == "row":
            self._begin_row(attributes)
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif tag == "col" and is_true(attributes.get("hidden")):
            last = min(int(attributes["max"]), limits.COLUMNS)
            self._hidden_columns.update(range(int(attributes["min"]), last + 1))

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in {"v", "t"}:
            self._collecting = False
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "c":
            self._end_cell()

    def data(self, text: str) -> None:
        """Text inside an element."""
        if self._collecting:
            self._pieces.append(text)

    def sheet(self) -> Sheet:
        """All that was told. Cells that came out of order are put in order."""
        rows = {number: dict(sorted(cells.items())) for number, cells in sorted(self._rows.items())}
        sheet = Sheet(
            self._part.name,
            rows,
            tuple(self._merged),
            self._part.hidden,
            frozenset(self._hidden_rows),
            frozenset(self._hidden_columns),
            epoch_1904=self.epoch_1904,
        )
        limits.check_merged(self._file, sheet)
        return sheet

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if is_true(attributes.get("hidden")):
            self._hidden_rows.add(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > limits.CELLS:
            raise limits.too_large(self._file, f"工作表“{self._part.name}”的单元格超过{limits.CELLS}个")
        if "r" in attributes:
            self._row, self._column = _reference(attributes["r"])
        else:
            self._column += 1
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._formula = False
        self._pieces.clear()

    def _end_cell(self) -> None:
        stored = "".join(self._pieces)
        value, text, flaw = self._told(stored)
        if value is None and not flaw:
            return
        limits.check_place(self._file, self._part.name, self._row, self._column)
        percent = text.endswith("%") and not isinstance(value, str)
        cells = self._rows.setdefault(self._row, {})
        cells[self._column] = Cell(self._row, self._column, value, text, percent, flaw)

    def _told(self, stored: str) -> tuple[Value, str, Flaw]:
        if self._kind == "e":
            return None, stored, Flaw.ERROR
        if self._formula and self._kind != "str" and (not stored or (self.never_calculated and stored == "0")):
            return None, "", Flaw.NOT_CALCULATED
        if self._kind in {"s", "str", "inlineStr"}:
            text = self._shared(stored) if self._kind == "s" else unescaped(stored)
            return text.strip() or None, text.strip(), Flaw.NONE
        if not stored.strip():
            return None, "", Flaw.NONE
        if self._kind == "b":
            return is_true(stored), shown_text(is_true(stored)), Flaw.NONE
        if self._kind == "d":
            return (day := _iso_day(stored)), shown_text(day), Flaw.NONE
        value, text = meaning(_number(stored), self._format(), self.epoch_1904)
        return value, text, Flaw.NONE

    def _shared(self, stored: str) -> str:
        if not stored:
            return ""
        index = int(stored)
        if not 0 <= index < len(self._texts):
            raise BrokenPackageError(stored)
        return self._texts[index]

    def _format(self) -> str:
        index = int(self._style) if self._style else 0
        return self._formats[index] if index < len(self._formats) else ""

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = _reference(first), _reference(last or first)
        self._merged.append(Range(top, left, bottom, right))


def _number(stored: str) -> int | float:
    text = stored.strip()
    number = int(text) if text.lstrip("-").isdecimal() else float(text)
    if not math.isfinite(number):
        raise BrokenPackageError(stored)
    return number


def _iso_day(stored: str) -> date | datetime:
    moment = datetime.fromisoformat(stored.strip())
    return moment if moment.time() != datetime.min.time() else moment.date()
