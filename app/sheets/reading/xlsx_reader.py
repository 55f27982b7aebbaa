""".xlsx and .xlsm: one pass over each sheet that knows values, formats, errors, formulas and merged ranges.

openpyxl needs two passes for formulas with and without values, and stops at styles that Excel forgives; python-calamine
tells neither errors nor formulas nor percentages. Most sheets are read by xlsx_quick; what it does not know, here.
"""

from __future__ import annotations

import re
import zipfile
from functools import lru_cache
from io import BytesIO

from app.sheets.reading import limits
from app.sheets.reading.raw_cells import NOT_CALCULATED, STRUCK, TEXT, Gatherer, RawBook, RawSheet, broken
from app.sheets.reading.typed_formulas import typed_text
from app.sheets.reading.xlsx_parts import (
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
from app.sheets.reading.xlsx_quick import NotPlainError, Surroundings, raw_value, read_rows

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def read_xlsx(archive: zipfile.ZipFile, file: str) -> RawBook:
    """The worksheets of an .xlsx or .xlsm file. Raises AppError ``file-broken`` or ``file-too-large``."""
    try:
        package = Package(archive)
        told = contents(package)
        texts = shared_texts(package, told.shared_texts)
        formats = number_formats(package, told.styles)
        around = Surroundings(texts.texts, formats, told.never_calculated, texts.struck)
        book = RawBook([], plain=True)
        limits.check_sheets(file, len(told.sheets))
        for part in told.sheets:
            sheet, plain = _read_sheet(package, part, file, around)
            sheet.epoch_1904 = told.epoch_1904
            book.sheets.append(sheet)
            book.plain = book.plain and plain
    except BROKEN as fault:
        raise broken(file) from fault
    return book


def _read_sheet(package: Package, part: SheetPart, file: str, around: Surroundings) -> tuple[RawSheet, bool]:
    """One sheet, and whether it could be read in one way only."""
    rest: bytes | None = None
    with package.open(part.part) as stream:
        gatherer = Gatherer(file, part.name)
        try:
            rest = read_rows(stream, gatherer, around).encode()
        except NotPlainError:
            gatherer = Gatherer(file, part.name)
    if rest is not None and gatherer.has(NOT_CALCULATED):
        # What was typed is told from a formula by its text, which only the slow way looks at.
        rest, gatherer = None, Gatherer(file, part.name)
    reading = SheetParser(gatherer, around)
    with package.open(part.part) if rest is None else BytesIO(rest) as stream:
        parse(stream, reading.start, reading.end, reading.data)
    sheet = reading.gatherer.finish()
    sheet.hidden = part.hidden
    return sheet, rest is not None


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


class SheetParser:
    """What one sheet tells, gathered while its XML passes by."""

    def __init__(self, gatherer: Gatherer, around: Surroundings) -> None:
        self.gatherer, self._around = gatherer, around
        self._row = self._column = self._count = 0
        self._kind = self._style = ""
        self._formula = self._in_formula = self._phonetic = self._collecting = False
        self._in_struck = self._struck = False
        self._lowest = self._rightmost = 0
        self._pieces: list[str] = []
        self._formula_text: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "v" or (tag == "t" and not self._phonetic):
            self._collecting = True
        elif tag == "f":
            self._formula = self._in_formula = True
        elif tag == "row":
            self._begin_row(attributes)
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "strike":
            self._in_struck = is_true(attributes.get("val", "1"))
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif tag == "col" and is_true(attributes.get("hidden")):
            last = min(int(attributes["max"]), limits.COLUMNS)
            self.gatherer.sheet.hidden_columns.update(range(int(attributes["min"]), last + 1))

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in {"v", "t"}:
            self._collecting = False
        elif tag == "f":
            self._in_formula = False
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "r":
            self._in_struck = False
        elif tag == "c":
            self._end_cell()

    def data(self, text: str) -> None:
        """Text inside an element."""
        if self._in_formula:
            self._formula_text.append(text)
        elif self._collecting and self._in_struck:
            self._struck = self._struck or bool(text.strip())
        elif self._collecting:
            self._pieces.append(text)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if is_true(attributes.get("hidden")) and self._row <= limits.ROWS:
            self.gatherer.sheet.hidden_rows.add(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > limits.CELLS:
            raise limits.too_large(
                self.gatherer.file, f"工作表“{self.gatherer.sheet.name}”的单元格超过{limits.CELLS}个"
            )
        if "r" in attributes:
            self._row, self._column = _reference(attributes["r"])
        else:
            self._column += 1
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._formula = self._in_formula = self._in_struck = self._struck = False
        self._pieces.clear()
        self._formula_text.clear()

    def _end_cell(self) -> None:
        stored = "".join(self._pieces)
        if self._kind in {"str", "inlineStr"}:
            stored = unescaped(stored)
        number = self.gatherer.number_sign(self._format())
        sign, text = raw_value(self._kind, stored, number, self._around, formula=self._formula)
        if sign == NOT_CALCULATED and (typed := typed_text("".join(self._formula_text).strip())):
            sign, text = TEXT, typed
        if self._struck:
            sign, text = STRUCK, stored.strip()
        if stored:
            self._lowest, self._rightmost = max(self._lowest, self._row), max(self._rightmost, self._column)
            self.gatherer.sheet.is_scattered = self._lowest * self._rightmost > limits.CELLS
        # Two values for one cell: no program could tell which is meant.
        if sign and not self.gatherer.put(self._row, self._column, sign, text):
            raise BrokenPackageError(f"{self._row}:{self._column}")

    def _format(self) -> str:
        index = int(self._style) if self._style else 0
        formats = self._around.formats
        return formats[index] if 0 <= index < len(formats) else ""

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = _reference(first), _reference(last or first)
        self.gatherer.add_merged(top, left, bottom, right)
