"""Writes the pages of a proof into a workbook that is being written; formulas go without a value, for others to work out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from app.sheets.proof.pages import Content, Living, Page, Said
from app.sheets.writing import ColumnKind, Formats, Written, set_up_page, sheet_name, shown_width

_WIDEST, _NARROWEST = 18, 8
_HEADER_HEIGHT = 46


def write_pages(workbook: Any, formats: Formats, pages: Iterable[Page], taken: tuple[str, ...]) -> None:
    """Writes these pages behind the sheets that are there already (``taken``)."""
    for page in pages:
        # Formulas name pages by their names, which are short and distinct by themselves.
        name = sheet_name(page.name, taken)
        if name != page.name:
            raise ValueError(f"a sheet is called {page.name} already")
        taken += (name,)
        _write(Written(workbook.add_worksheet(name), formats), page)


def _write(written: Written, page: Page) -> None:
    sheet, formats = written.sheet, written.formats
    sheet.write_string(0, 0, page.title, formats.made(bold=True, font_size=16))
    for row, note in enumerate(page.notes, start=1):
        sheet.write_string(row, 0, note, formats.subtitle())
    for heading in page.headings:
        if heading.last > heading.first:
            sheet.merge_range(heading.row, heading.first, heading.row, heading.last, heading.text, formats.header())
        else:
            sheet.write_string(heading.row, heading.first, heading.text, formats.header())
        sheet.set_row(heading.row, _HEADER_HEIGHT)
    widths: dict[int, float] = {}
    for (row, column), content in sorted(page.cells.items()):
        _put(written, row, column, content)
        if row >= page.top and isinstance(content, str):
            widths[column] = min(max(widths.get(column, _NARROWEST), shown_width(content) + 2), _WIDEST)
    last = max((column for _, column in page.cells), default=0)
    for column in range(last + 1):
        sheet.set_column(column, column, widths.get(column, _NARROWEST + 2))
    width = sum(widths.get(column, _NARROWEST + 2) for column in range(last + 1))
    set_up_page(sheet, header_rows=(page.top - 1, page.top - 1), frozen_columns=page.frozen_columns, width=width)


def _put(written: Written, row: int, column: int, content: Content) -> None:
    if isinstance(content, Living):
        shown = {} if content.places is None else {"num_format": "0." + "0" * content.places if content.places else "0"}
        style = written.formats.made(border=1, align="right", **shown)
        written.sheet.write_formula(row, column, f"={content.text}", style, "")
    elif isinstance(content, Said):
        style = written.formats.made(border=1, align="right", font_color="#C00000")
        if isinstance(content.value, str):
            written.sheet.write_string(row, column, content.value, style)
        else:
            written.sheet.write_number(row, column, float(content.value), style)
    else:
        kind = ColumnKind.NUMBER if isinstance(content, int | Decimal) else ColumnKind.TEXT
        written.put(row, column, content, kind)
