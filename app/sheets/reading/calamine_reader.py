""".xls, .et and .xlsb, by python-calamine; number formats and errors are read beside.

Where the formats stay unknown (a very old .xls) ``formats_known`` is False.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from io import BytesIO
from math import isfinite
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
from app.sheets.reading import limits
from app.sheets.reading.number_formats import Look, look, time_text
from app.sheets.reading.raw_cells import DAY, EMPTY, ERROR, MONTH, TEXT, TRUTH, Gatherer, RawBook, RawSheet, broken
from app.sheets.reading.xls_details import XlsDetails, XlsSheet
from app.sheets.reading.xlsx_quick import number_text

_UNKNOWN = XlsSheet()


def read_by_calamine(content: bytes, file: str, details: XlsDetails | None) -> RawBook:
    """The worksheets of such a file, with what is known of it beside.

    Raises AppError ``file-broken``, ``file-protected`` or ``file-too-large``.
    """
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        every = book.sheets_metadata
        limits.check_sheets(file, len(every))
        if details is not None and len(details.sheets) != len(every):
            details = None
        sheets = [
            _sheet(file, (told, book.get_sheet_by_name(told.name)), details, number)
            for number, told in enumerate(every)
            if told.typ is SheetTypeEnum.WorkSheet
        ]
    except PasswordError as protected:
        raise AppError("file-protected", file=file) from protected
    except (CalamineError, ValueError, OverflowError, OSError) as fault:
        raise broken(file) from fault
    except BaseException as fault:
        # A panic of the library comes as an exception that is no Exception.
        if type(fault).__name__ != "PanicException":
            raise
        raise broken(file) from fault
    return RawBook(sheets)


def _sheet(file: str, told: tuple[SheetMetadata, CalamineSheet], details: XlsDetails | None, number: int) -> RawSheet:
    metadata, content = told
    if content.total_height * content.total_width > limits.CELLS:
        raise limits.too_large(file, f"工作表“{metadata.name}”有{content.total_height}行、{content.total_width}列")
    more = details.sheets[number] if details else _UNKNOWN
    gatherer = Gatherer(file, metadata.name)
    _put_cells(gatherer, content, more)
    for (top, left), (bottom, right) in content.merged_cell_ranges or ():
        gatherer.add_merged(top + 1, left + 1, bottom + 1, right + 1)
    sheet = gatherer.finish()
    sheet.hidden = metadata.visible is not SheetVisibleEnum.Visible
    sheet.hidden_rows, sheet.hidden_columns = more.hidden_rows, more.hidden_columns
    sheet.formats_known = details is not None
    sheet.epoch_1904 = details is not None and details.epoch_1904
    return sheet


def _put_cells(gatherer: Gatherer, content: CalamineSheet, more: XlsSheet) -> None:
    for (row, column), text in more.errors.items():
        gatherer.put(row, column, ERROR, text)
    for row, values in enumerate(content.to_python(skip_empty_area=False), start=1):
        for column, stored in enumerate(values, start=1):
            if stored == "":
                continue
            number_format = more.formats.get((row, column), "")
            sign, text = raw_of(stored, gatherer.number_sign(number_format), look(number_format))
            if sign:
                gatherer.put(row, column, sign, text)


def raw_of(stored: Any, number_sign: int, kind: Look = Look.NUMBER) -> tuple[int, str]:
    """Sign and text of a value as python-calamine gives it; ``kind``: how its cell shows numbers."""
    if isinstance(stored, str):
        text = stored.strip()
        return (TEXT, text) if text else (EMPTY, "")
    if isinstance(stored, bool):
        return TRUTH, "1" if stored else "0"
    if isinstance(stored, int | float):
        if not isfinite(stored):
            return ERROR, "#NUM!"
        return number_sign, number_text(repr(stored))
    if isinstance(stored, date):
        return MONTH if kind is Look.MONTH else DAY, stored.isoformat()
    if isinstance(stored, timedelta):
        return TEXT, time_text(stored.total_seconds() / 86400)
    if isinstance(stored, time):
        return TEXT, stored.isoformat("minutes").lstrip("0")
    return EMPTY, ""
