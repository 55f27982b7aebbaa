""".xls, .et and .xlsb, by python-calamine. It hides percentages, so ``formats_known`` is False."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.domain.problems import AppError
from app.sheets import limits
from app.sheets.cells import Cell, Range, Sheet, Value, Workbook
from app.sheets.number_formats import exact_number, shown_text, time_text


def read_by_calamine(content: bytes, file: str) -> Workbook:
    """The worksheets of such a file. Raises AppError ``file-broken``, ``file-protected`` or ``file-too-large``."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = []
        for told in book.sheets_metadata:
            if told.typ is SheetTypeEnum.WorkSheet:
                hidden = told.visible is not SheetVisibleEnum.Visible
                sheets.append(_sheet(file, told.name, hidden, book.get_sheet_by_name(told.name)))
    except PasswordError as protected:
        raise AppError("file-protected", file=file) from protected
    except (CalamineError, ValueError, OSError) as broken:
        raise AppError("file-broken", file=file) from broken
    return Workbook(file, tuple(sheets))


def _sheet(file: str, name: str, hidden: bool, told: CalamineSheet) -> Sheet:
    if told.total_height * told.total_width > limits.CELLS * 4:
        raise limits.too_large(file, f"工作表“{name}”有{told.total_height}行、{told.total_width}列")
    rows: dict[int, dict[int, Cell]] = {}
    for row, values in enumerate(told.to_python(skip_empty_area=False), start=1):
        cells = {}
        for column, stored in enumerate(values, start=1):
            value, text = _meaning(stored)
            if value is not None:
                limits.check_place(file, name, row, column)
                cells[column] = Cell(row, column, value, text)
        if cells:
            rows[row] = cells
    merged = tuple(
        Range(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in told.merged_cell_ranges or ()
    )
    sheet = Sheet(name, rows, merged, hidden, formats_known=False)
    limits.check_merged(file, sheet)
    return sheet


def _meaning(stored: Any) -> tuple[Value, str]:
    value: Value
    if isinstance(stored, str):
        value = stored.strip() or None
    elif isinstance(stored, bool):
        value = stored
    elif isinstance(stored, int | float):
        value = exact_number(stored)
    elif isinstance(stored, datetime):
        value = stored.date() if stored.time() == time() else stored
    elif isinstance(stored, date):
        value = stored
    elif isinstance(stored, timedelta):
        value = time_text(stored.total_seconds() / 86400)
    elif isinstance(stored, time):
        value = stored.isoformat("minutes").lstrip("0")
    else:
        value = None
    return value, shown_text(value)
