""".ods: values with their types, percentages, merged ranges, hidden rows, errors and formulas without value."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime

from app.sheets.reading import limits
from app.sheets.reading.raw_cells import (
    DAY,
    EMPTY,
    ERROR,
    MONTH,
    NOT_CALCULATED,
    TEXT,
    TRUTH,
    Gatherer,
    RawBook,
    RawSheet,
    broken,
    packed,
)
from app.sheets.reading.xlsx_parts import BROKEN, parse
from app.sheets.reading.xlsx_quick import number_text

_ERRORS = re.compile(r"#[A-Z0-9/!?]+|Err:\d+")
_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_MONTH = re.compile(r"\d{4}\D\d{1,2}\D?")
_HIDDEN = ("collapse", "filter")


def read_ods(archive: zipfile.ZipFile, file: str) -> RawBook:
    """The sheets of an .ods file. Raises AppError ``file-broken`` or ``file-too-large``."""
    gathered = _Sheets(file)
    try:
        with archive.open("content.xml") as stream:
            parse(stream, gathered.start, gathered.end, gathered.data)
    except BROKEN as fault:
        raise broken(file) from fault
    return RawBook(gathered.sheets)


class _Sheets:
    """The sheets while their XML passes by. Attributes come with the usual prefixes of the format."""

    def __init__(self, file: str) -> None:
        self.sheets: list[RawSheet] = []
        self._file = file
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._depth = 0
        self._pieces: list[str] | None = None
        self._noted = 0
        self._begin_sheet({})

    def _begin_sheet(self, attributes: dict[str, str]) -> None:
        self._gatherer = Gatherer(self._file, attributes.get("table:name", ""))
        self._gatherer.sheet.hidden = attributes.get("table:style-name", "") in self._hidden_styles
        self._row = self._column = 0
        self._row_repeats = 1
        self._cells: dict[int, tuple[int, str]] = {}
        self._attributes: dict[str, str] = {}
        self._texts: list[str] = []
        self._is_hidden = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._begin_sheet(attributes)
        elif tag == "table-row" and self._depth == 1:
            self._begin_row(attributes)
        elif tag in {"table-cell", "covered-table-cell"} and self._depth == 1:
            self._attributes, self._texts = attributes, []
        elif tag == "annotation":
            self._noted += 1
        elif tag == "p" and self._depth == 1 and not self._noted:
            self._pieces = []
        elif self._pieces is not None and tag in {"s", "tab", "line-break"}:
            self._pieces.append("\n" if tag == "line-break" else " " * int(attributes.get("text:c", 1)))
        elif tag == "style":
            self._style = attributes.get("style:name", "")
        elif tag == "table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "p" and self._pieces is not None:
            self._texts.append("".join(self._pieces))
            self._pieces = None
        elif tag == "annotation":
            self._noted -= 1
        elif tag in {"table-cell", "covered-table-cell"} and self._depth == 1:
            self._end_cell()
        elif tag == "table-row" and self._depth == 1:
            self._end_row()
        elif tag == "table":
            if self._depth == 1:
                self._end_sheet()
            self._depth -= 1

    def data(self, text: str) -> None:
        """Text inside an element."""
        if self._pieces is not None:
            self._pieces.append(text)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row_repeats = int(attributes.get("table:number-rows-repeated", 1))
        self._column = 0
        self._cells = {}
        self._is_hidden = attributes.get("table:visibility") in _HIDDEN

    def _end_cell(self) -> None:
        repeats = int(self._attributes.get("table:number-columns-repeated", 1))
        sign, text = self._told("\n".join(self._texts).strip())
        first = self._column + 1
        self._column += repeats
        wide = int(self._attributes.get("table:number-columns-spanned", 1))
        high = int(self._attributes.get("table:number-rows-spanned", 1))
        if wide > 1 or high > 1:
            self._gatherer.add_merged(self._row + 1, first, self._row + high, first + wide - 1)
        if sign == EMPTY:
            return
        limits.check_place(self._file, self._gatherer.sheet.name, self._row + 1, self._column)
        for column in range(first, self._column + 1):
            self._cells[column] = (sign, text)

    def _end_row(self) -> None:
        first = self._row + 1
        self._row += self._row_repeats
        if not self._cells:
            return
        limits.check_place(self._file, self._gatherer.sheet.name, self._row, 1)
        texts, signs = packed(self._cells)
        for row in range(first, self._row + 1):
            self._gatherer.put_row(row, texts, signs)
            if self._is_hidden:
                self._gatherer.sheet.hidden_rows.add(row)

    def _end_sheet(self) -> None:
        self.sheets.append(self._gatherer.finish())
        limits.check_sheets(self._file, len(self.sheets))

    def _told(self, text: str) -> tuple[int, str]:
        """Sign and text of a cell."""
        attributes = self._attributes
        kind = attributes.get("office:value-type", "")
        formula = "table:formula" in attributes
        if formula and (_ERRORS.fullmatch(text) or attributes.get("calcext:value-type") == "error"):
            return ERROR, text
        if not kind and not text:
            return (NOT_CALCULATED if formula else EMPTY), ""
        if kind in {"float", "currency", "percentage"}:
            sign = self._gatherer.number_sign("0%" if kind == "percentage" else "")
            return sign, number_text(attributes["office:value"].strip())
        if kind == "date":
            moment = datetime.fromisoformat(attributes["office:date-value"]).replace(tzinfo=None)
            return (MONTH if _MONTH.fullmatch(text) else DAY), moment.isoformat()
        if kind == "boolean":
            return TRUTH, "1" if attributes.get("office:boolean-value") == "true" else "0"
        if kind == "time" and (match := _DURATION.fullmatch(attributes.get("office:time-value", ""))):
            return TEXT, f"{int(match[1])}:{match[2]}"
        return (TEXT, text) if text else (EMPTY, "")
