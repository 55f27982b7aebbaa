""".ods: values with their types, percentages, merged ranges, hidden rows, errors and formulas without value."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime

from app.domain.problems import AppError
from app.sheets import limits
from app.sheets.cells import Cell, Flaw, Range, Sheet, Value, Workbook
from app.sheets.number_formats import exact_number, plain_number, shown_text
from app.sheets.xlsx_parts import BROKEN, parse

_ERRORS = re.compile(r"#[A-Z0-9/!?]+|Err:\d+")
_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_HIDDEN = ("collapse", "filter")


def read_ods(archive: zipfile.ZipFile, file: str) -> Workbook:
    """The sheets of an .ods file. Raises AppError ``file-broken`` or ``file-too-large``."""
    gathered = _Sheets(file)
    try:
        with archive.open("content.xml") as stream:
            parse(stream, gathered.start, gathered.end, gathered.data)
    except BROKEN as broken:
        raise AppError("file-broken", file=file) from broken
    return Workbook(file, tuple(gathered.sheets))


class _Sheets:
    """The sheets while their XML passes by. Attributes come with the usual prefixes of the format."""

    def __init__(self, file: str) -> None:
        self.sheets: list[Sheet] = []
        self._file = file
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._depth = 0
        self._pieces: list[str] | None = None
        self._noted = self._count = 0
        self._begin_sheet({})

    def _begin_sheet(self, attributes: dict[str, str]) -> None:
        self._name = attributes.get("table:name", "")
        self._hidden = attributes.get("table:style-name", "") in self._hidden_styles
        self._rows: dict[int, dict[int, Cell]] = {}
        self._merged: list[Range] = []
        self._hidden_rows: set[int] = set()
        self._row = self._column = 0
        self._row_repeats = 1
        self._cells: dict[int, Cell] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._begin_sheet(attributes)
        elif tag == "table-row" and self._depth == 1:
            self._begin_row(attributes)
        elif tag in {"table-cell", "covered-table-cell"} and self._depth == 1:
            self._attributes, self._texts = attributes, list[str]()
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
        value, text, flaw = _told(self._attributes, "\n".join(self._texts).strip())
        first = self._column + 1
        self._column += repeats
        wide = int(self._attributes.get("table:number-columns-spanned", 1))
        high = int(self._attributes.get("table:number-rows-spanned", 1))
        if wide > 1 or high > 1:
            self._merged.append(Range(self._row + 1, first, self._row + high, first + wide - 1))
        if value is None and not flaw:
            return
        limits.check_place(self._file, self._name, self._row + 1, self._column)
        percent = self._attributes.get("office:value-type") == "percentage"
        for column in range(first, self._column + 1):
            self._cells[column] = Cell(self._row + 1, column, value, text, percent, flaw)

    def _end_row(self) -> None:
        first = self._row + 1
        self._row += self._row_repeats
        if not self._cells:
            return
        limits.check_place(self._file, self._name, self._row, 1)
        self._count += len(self._cells) * self._row_repeats
        if self._count > limits.CELLS:
            raise limits.too_large(self._file, f"工作表“{self._name}”的单元格超过{limits.CELLS}个")
        for row in range(first, self._row + 1):
            self._rows[row] = {column: cell._replace(row=row) for column, cell in self._cells.items()}
            if self._is_hidden:
                self._hidden_rows.add(row)

    def _end_sheet(self) -> None:
        sheet = Sheet(self._name, self._rows, tuple(self._merged), self._hidden, frozenset(self._hidden_rows))
        limits.check_merged(self._file, sheet)
        self.sheets.append(sheet)


def _told(attributes: dict[str, str], text: str) -> tuple[Value, str, Flaw]:
    """The value of a cell, the text that a person reads, and its flaw."""
    kind = attributes.get("office:value-type", "")
    if "table:formula" in attributes and (_ERRORS.fullmatch(text) or attributes.get("calcext:value-type") == "error"):
        return None, text, Flaw.ERROR
    if not kind and not text:
        return None, "", Flaw.NOT_CALCULATED if "table:formula" in attributes else Flaw.NONE
    if kind in {"float", "currency", "percentage"}:
        number = exact_number(float(attributes["office:value"]))
        shown = f"{plain_number(number * 100)}%" if kind == "percentage" else plain_number(number)
        return number, shown, Flaw.NONE
    if kind == "date":
        moment = datetime.fromisoformat(attributes["office:date-value"])
        day: date = (
            moment if "T" in attributes["office:date-value"] and moment.time() != datetime.min.time() else moment.date()
        )
        month = re.fullmatch(r"\d{4}\D\d{1,2}\D?", text)
        return day, f"{day:%Y-%m}" if month else shown_text(day), Flaw.NONE
    if kind == "boolean":
        truth = attributes.get("office:boolean-value") == "true"
        return truth, shown_text(truth), Flaw.NONE
    if kind == "time" and (match := _DURATION.fullmatch(attributes.get("office:time-value", ""))):
        told = f"{int(match[1])}:{match[2]}"
        return told, told, Flaw.NONE
    return text or None, text, Flaw.NONE
