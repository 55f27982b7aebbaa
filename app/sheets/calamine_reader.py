""".xls, .et and .xlsb, by python-calamine; number formats and errors are read beside.

Where the formats stay unknown (a very old .xls) ``formats_known`` is False.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.domain.problems import AppError
from app.sheets import limits
from app.sheets.cells import Cell, Flaw, Range, Sheet, Value, Workbook
from app.sheets.number_formats import Look, exact_number, look, meaning, shown_text, time_text
from app.sheets.xls_details import XlsDetails, XlsSheet

_UNKNOWN = XlsSheet()


def read_by_calamine(content: bytes, file: str, details: XlsDetails | None) -> Workbook:
    """The worksheets of such a file, with what is known of it beside.

    Raises AppError ``file-broken``, ``file-protected`` or ``file-too-large``.
    """
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        every = book.sheets_metadata
        if details is not None and len(details.sheets) != len(every):
            details = None
        sheets = [
            _sheet(file, (told, book.get_sheet_by_name(told.name)), details, number)
            for number, told in enumerate(every)
            if told.typ is SheetTypeEnum.WorkSheet
        ]
    except PasswordError as protected:
        raise AppError("file-protected", file=file) from protected
    except (CalamineError, ValueError, OSError) as broken:
        raise AppError("file-broken", file=file) from broken
    except BaseException as fault:
        # A panic of the library comes as an exception that is no Exception.
        if type(fault).__name__ != "PanicException":
            raise
        raise AppError("file-broken", file=file) from fault
    return Workbook(file, tuple(sheets))


def _sheet(file: str, told: tuple[SheetMetadata, CalamineSheet], details: XlsDetails | None, number: int) -> Sheet:
    metadata, content = told
    if content.total_height * content.total_width > limits.CELLS * 4:
        raise limits.too_large(file, f"工作表“{metadata.name}”有{content.total_height}行、{content.total_width}列")
    more = details.sheets[number] if details else _UNKNOWN
    epoch_1904 = details is not None and details.epoch_1904
    rows = {row: cells for row, cells in _rows(content, more, epoch_1904) if cells}
    for row, cells in rows.items():
        limits.check_place(file, metadata.name, row, max(cells))
    merged = tuple(
        Range(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in content.merged_cell_ranges or ()
    )
    sheet = Sheet(
        metadata.name,
        rows,
        merged,
        hidden=metadata.visible is not SheetVisibleEnum.Visible,
        hidden_rows=frozenset(more.hidden_rows),
        hidden_columns=frozenset(more.hidden_columns),
        formats_known=details is not None,
        epoch_1904=epoch_1904,
    )
    limits.check_merged(file, sheet)
    return sheet


def _rows(content: CalamineSheet, more: XlsSheet, epoch_1904: bool) -> Any:
    """Row number and the row's cells."""
    errors: dict[int, dict[int, Cell]] = {}
    for (row, column), text in more.errors.items():
        errors.setdefault(row, {})[column] = Cell(row, column, None, text, flaw=Flaw.ERROR)
    values = content.to_python(skip_empty_area=False)
    for row in range(1, max(len(values), max(errors, default=0)) + 1):
        cells = dict(errors.get(row, {}))
        for column, stored in enumerate(values[row - 1] if row <= len(values) else (), start=1):
            cell = _cell((row, column), stored, more.formats.get((row, column), ""), epoch_1904)
            if cell.value is not None:
                cells.setdefault(column, cell)
        yield row, dict(sorted(cells.items()))


def _cell(place: tuple[int, int], stored: Any, number_format: str, epoch_1904: bool) -> Cell:
    kind = look(number_format)
    if kind is Look.PERCENT and isinstance(stored, int | float) and not isinstance(stored, bool):
        value, text = meaning(stored, number_format, epoch_1904)
        return Cell(*place, value, text, percent=True)
    value, text = _meaning(stored, number_format)
    if kind is Look.MONTH and isinstance(value, date):
        return Cell(*place, value, f"{value:%Y-%m}")
    return Cell(*place, value, text)


def _meaning(stored: Any, number_format: str) -> tuple[Value, str]:
    value: Value
    if isinstance(stored, str):
        value = stored.strip() or None
    elif isinstance(stored, bool):
        value = stored
    elif isinstance(stored, int | float):
        if number_format:
            return meaning(stored, number_format, epoch_1904=False)
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
