"""What python-calamine leaves out of an .xlsb: number formats, errors, hidden rows and columns.

Each part is a chain of records: number and length in groups of 7 bits, then the content ([MS-XLSB], BIFF12).
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

from app.domain.problems import AppError
from app.sheets.reading import limits
from app.sheets.reading.number_formats import built_in
from app.sheets.reading.xls_details import ERRORS, XlsDetails, XlsSheet
from app.sheets.reading.xlsx_parts import BROKEN, Package, relations_of

_ROW, _BLANK, _ERROR, _LAST_CELL, _FORMULA_ERROR = 0, 1, 3, 11, 11
_COLUMNS, _FORMAT, _STYLE, _STYLES_BEGIN, _STYLES_END, _SETTINGS, _SHEET = 60, 44, 47, 617, 618, 153, 156


def xlsb_details(archive: zipfile.ZipFile, file: str) -> XlsDetails:
    """The details of an .xlsb. Raises AppError ``file-broken``, or ``file-too-large`` before calamine would abort."""
    try:
        return _details(Package(archive), file)
    except BROKEN as broken:
        raise AppError("file-broken", file=file) from broken


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place < len(content):
        number, place = _packed(content, place, 2)
        length, place = _packed(content, place, 4)
        yield number, content[place : place + length]
        place += length


def _packed(content: bytes, place: int, longest: int) -> tuple[int, int]:
    """A whole number in groups of 7 bits, the last without the high bit; and where it ends."""
    value = 0
    for index in range(longest):
        byte = content[place + index]
        value |= (byte & 0x7F) << (7 * index)
        if not byte & 0x80:
            return value, place + index + 1
    return value, place + longest


def _details(package: Package, file: str) -> XlsDetails:
    relations = relations_of(package, "xl/_rels/workbook.bin.rels", "xl")
    formats = _formats(package, next((part for kind, part in relations.values() if kind == "styles"), ""))
    parts: list[str] = []
    epoch_1904 = False
    for number, content in _records(_part(package, "xl/workbook.bin")):
        if number == _SHEET:
            length = struct.unpack_from("<I", content, 8)[0]
            identity = content[12 : 12 + 2 * length].decode("utf-16-le") if length != 0xFFFFFFFF else ""
            parts.append(relations.get(identity, ("", ""))[1])
        elif number == _SETTINGS:
            epoch_1904 = bool(content[0] & 1)
    return XlsDetails([_sheet(package, part, formats, file) for part in parts], epoch_1904)


def _part(package: Package, name: str) -> bytes:
    with package.open(name) as stream:
        return stream.read()


def _formats(package: Package, part: str) -> list[str]:
    if not part or not package.has(part):
        return []
    own: dict[int, str] = {}
    styles: list[int] = []
    inside = False
    for number, content in _records(_part(package, part)):
        if number == _FORMAT:
            which, length = struct.unpack_from("<HI", content)
            own[which] = content[6 : 6 + 2 * length].decode("utf-16-le")
        elif number in {_STYLES_BEGIN, _STYLES_END}:
            inside = number == _STYLES_BEGIN
        elif number == _STYLE and inside:
            styles.append(struct.unpack_from("<H", content, 2)[0])
    return [own.get(each) or built_in(each) for each in styles]


def _sheet(package: Package, part: str, formats: list[str], file: str) -> XlsSheet:
    sheet = XlsSheet()
    if not package.has(part):
        return sheet
    row = 0
    for number, content in _records(_part(package, part)):
        if number == _ROW:
            row = struct.unpack_from("<I", content)[0] + 1
            if content[11] & 0x10:
                sheet.hidden_rows.add(row)
        elif _BLANK < number <= _LAST_CELL:
            column, style = struct.unpack_from("<II", content)
            limits.check_place(file, part, row, column + 1)
            _take_cell(sheet, (row, column + 1), number, content, formats[style & 0xFFFFFF] if formats else "")
        elif number == _COLUMNS and content[16] & 1:
            first, last = struct.unpack_from("<II", content)
            sheet.hidden_columns.update(range(first + 1, min(last + 1, limits.COLUMNS) + 1))
    return sheet


def _take_cell(sheet: XlsSheet, place: tuple[int, int], number: int, content: bytes, number_format: str) -> None:
    if number_format:
        sheet.formats[place] = number_format
    if number in {_ERROR, _FORMULA_ERROR}:
        sheet.errors[place] = ERRORS.get(content[8], "#N/A")
