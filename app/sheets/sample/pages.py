"""A sheet as a department makes it - title, header, body, notes, merged cells - and its way into a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter


class Percent(NamedTuple):
    """A cell that shows ``number`` per cent and stores a hundredth of it."""

    number: Decimal | int


class Marked(NamedTuple):
    """A text that stands out, because somebody has to put something else in its place."""

    text: str


Value = str | int | Decimal | date | Percent | Marked | None
Line = Sequence[Value]
Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column; from 0."""

_MADE = datetime(2024, 1, 2, 8, 30)
"""The day that every workbook claims to be made on, so that the same sample gives the same bytes."""
_WIDEST, _WIDEST_WRAPPED = 60, 48
_FRAME = {"border": 1, "valign": "vcenter", "font_name": "宋体", "font_size": 10}
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_name": "黑体", "align": "center", "valign": "vcenter"},
    "above": {"font_name": "宋体", "font_size": 10, "valign": "vcenter"},
    "header": {**_FRAME, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#DDE5EE"},
    "text": _FRAME,
    "wrapped": {**_FRAME, "text_wrap": True},
    "marked": {**_FRAME, "text_wrap": True, "bg_color": "#FFF2B3"},
    "number": {**_FRAME, "align": "right"},
    "percent": {**_FRAME, "align": "right", "num_format": "0.##%"},
    "whole percent": {**_FRAME, "align": "right", "num_format": "0%"},
    "date": {**_FRAME, "align": "center", "num_format": "yyyy-mm-dd"},
    "below": {"font_name": "宋体", "font_size": 10, "italic": True},
}


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet. ``header`` has one or two rows; ``merges`` count from the sheet's first row.

    ``wraps``: long texts of the body go on in the next line of their cell.
    """

    name: str
    header: tuple[Line, ...]
    body: tuple[Line, ...]
    title: str = ""
    above: tuple[Line, ...] = ()
    below: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
    wraps: bool = False

    @property
    def header_row(self) -> int:
        """The row on which the header begins, from 0."""
        return bool(self.title) + len(self.above)

    @property
    def body_row(self) -> int:
        """The row on which the body begins, from 0."""
        return self.header_row + len(self.header)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(len(line) for line in (*self.header, *self.body[:1]))

    def rows(self) -> list[tuple[str, Line]]:
        """Every row from the top with what it is."""
        return [
            *([("title", (self.title,))] if self.title else []),
            *(("above", line) for line in self.above),
            *(("header", line) for line in self.header),
            *(("wrapped" if self.wraps else "text", line) for line in self.body),
            *(("below", (line,)) for line in self.below),
        ]


def write_pages(path: Path, pages: Sequence[Page]) -> None:
    """A workbook with these sheets; the same pages always give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path)) as workbook:
        workbook.set_properties({"created": _MADE})
        formats = {name: workbook.add_format(settings) for name, settings in _FORMATS.items()}
        for page in pages:
            sheet = workbook.add_worksheet(page.name)
            _write_page(sheet, page, formats)
            _set_up(sheet, page)


def _write_page(sheet: Any, page: Page, formats: dict[str, Any]) -> None:
    for row, (style, line) in enumerate(page.rows()):
        for column, value in enumerate(line):
            _write_cell(sheet, (row, column), value, formats, style)
    if page.title and page.width > 1:
        sheet.merge_range(0, 0, 0, page.width - 1, page.title, formats["title"])
        sheet.set_row(0, 28)
    for merge in page.merges:
        first_row, first_column = merge[:2]
        style, line = page.rows()[first_row]
        sheet.merge_range(*merge, line[first_column], formats[style])


def _write_cell(sheet: Any, place: tuple[int, int], value: Value, formats: dict[str, Any], style: str) -> None:
    plain = style not in {"text", "wrapped"}
    if value is None:
        if not plain:
            sheet.write_blank(*place, None, formats[style])
    elif isinstance(value, Marked):
        sheet.write_string(*place, value.text, formats["marked"])
    elif isinstance(value, Percent):
        whole = value.number == int(value.number)
        sheet.write_number(*place, float(Decimal(value.number) / 100), formats["whole percent" if whole else "percent"])
    elif isinstance(value, date):
        sheet.write_datetime(*place, datetime(value.year, value.month, value.day), formats["date"])
    elif isinstance(value, int | Decimal):
        sheet.write_number(*place, float(value), formats[style if plain else "number"])
    else:
        sheet.write_string(*place, value, formats[style])


def _set_up(sheet: Any, page: Page) -> None:
    for column in range(page.width):
        sheet.set_column(column, column, _column_width(page, column))
    sheet.freeze_panes(page.body_row, 0)
    sheet.repeat_rows(page.header_row, page.body_row - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _column_width(page: Page, column: int) -> float:
    """Wide enough for what stands in the first rows, a Chinese character counting as two."""
    texts = [
        _shown(line[column])
        for line in (*page.header, *page.body[:40])
        if column < len(line) and line[column] is not None
    ]
    widest = max((sum(2 if ord(letter) > 255 else 1 for letter in text) for text in texts), default=8)
    return float(min(max(widest + 2, 7), _WIDEST_WRAPPED if page.wraps else _WIDEST))


def _shown(value: Value) -> str:
    return value.text if isinstance(value, Marked) else str(value)
