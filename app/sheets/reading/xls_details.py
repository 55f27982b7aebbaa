"""What python-calamine leaves out of an .xls: number formats, errors, hidden rows and columns.

The workbook stream is a chain of records (number, length, content); texts are not touched here. Record numbers are
those of the published BIFF8 format; an older stream gives nothing.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple

import olefile

from app.sheets.reading.number_formats import built_in

_BOF, _EOF, _SHEET, _FORMAT, _XF, _EPOCH = 0x809, 0x0A, 0x85, 0x41E, 0xE0, 0x22
_FILEPASS = 0x2F
_NUMBER, _RK, _MULTIPLE_RK, _FORMULA, _TRUTH_OR_ERROR, _ROW, _COLUMNS = 0x203, 0x27E, 0xBD, 0x06, 0x205, 0x208, 0x7D
_BIFF8 = 0x600
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

Place = tuple[int, int]


@dataclass
class XlsSheet:
    """One sheet: cell → number format, cell → error text, what is hidden. Rows and columns count from 1."""

    formats: dict[Place, str] = field(default_factory=dict)
    errors: dict[Place, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@dataclass
class XlsDetails:
    """All sheets of the workbook by their place in its list of sheets."""

    sheets: list[XlsSheet]
    epoch_1904: bool


class Streams(NamedTuple):
    """What an OLE file holds: the stream of its cells (empty: none), and what keeps it closed."""

    workbook: bytes
    encrypted: bool
    rights_managed: bool


def streams_of(content: bytes) -> Streams | None:
    """The streams of an OLE file that matter; None where it cannot be followed."""
    try:
        with olefile.OleFileIO(BytesIO(content)) as compound:
            rights = any("drm" in "/".join(path).casefold() for path in compound.listdir(storages=True))
            encrypted = compound.exists("EncryptedPackage")
            name = next((each for each in ("Workbook", "Book") if compound.exists(each)), "")
            workbook = compound.openstream(name).read() if name else b""
    except (OSError, ValueError, LookupError, struct.error, TypeError, RecursionError, EOFError):
        return None
    return Streams(workbook, encrypted, rights)


def is_protected(stream: bytes) -> bool:
    """Whether the workbook stream is encrypted by a password."""
    return any(number == _FILEPASS for number, _ in _records(stream, 0))


def xls_details(stream: bytes) -> XlsDetails | None:
    """The details of a workbook stream, or None where it is older than BIFF8 or cannot be followed."""
    try:
        return _details(stream)
    except (struct.error, IndexError, UnicodeDecodeError):
        return None


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, up to its end mark."""
    place = start
    while place + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, place)
        if number == _EOF:
            return
        yield number, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _details(stream: bytes) -> XlsDetails | None:
    if struct.unpack_from("<HHH", stream)[:1] != (_BOF,) or struct.unpack_from("<H", stream, 4)[0] != _BIFF8:
        return None
    own: dict[int, str] = {}
    styles: list[int] = []
    starts: list[int] = []
    epoch_1904 = False
    for number, content in _records(stream, 0):
        if number == _FORMAT:
            own[struct.unpack_from("<H", content)[0]] = _text(content)
        elif number == _XF:
            styles.append(struct.unpack_from("<H", content, 2)[0])
        elif number == _SHEET:
            starts.append(struct.unpack_from("<I", content)[0])
        elif number == _EPOCH:
            epoch_1904 = content[:1] == b"\x01"
    formats = [own.get(each) or built_in(each) for each in styles]
    return XlsDetails([_sheet(stream, start, formats) for start in starts], epoch_1904)


def _text(content: bytes) -> str:
    length, wide = struct.unpack_from("<HB", content, 2)
    return content[5 : 5 + 2 * length].decode("utf-16-le") if wide & 1 else content[5 : 5 + length].decode("latin-1")


def _sheet(stream: bytes, start: int, formats: list[str]) -> XlsSheet:
    sheet = XlsSheet()
    for number, content in _records(stream, start):
        if number in {_NUMBER, _RK, _FORMULA, _TRUTH_OR_ERROR}:
            _take_cell(sheet, number, content, formats)
        elif number == _MULTIPLE_RK:
            row, first = struct.unpack_from("<HH", content)
            for index in range((len(content) - 6) // 6):
                style = struct.unpack_from("<H", content, 4 + 6 * index)[0]
                sheet.formats[row + 1, first + 1 + index] = formats[style]
        elif number == _ROW and struct.unpack_from("<H", content, 12)[0] & 0x20:
            sheet.hidden_rows.add(struct.unpack_from("<H", content)[0] + 1)
        elif number == _COLUMNS and struct.unpack_from("<H", content, 8)[0] & 1:
            first, last = struct.unpack_from("<HH", content)
            sheet.hidden_columns.update(range(first + 1, last + 2))
    return sheet


def _take_cell(sheet: XlsSheet, number: int, content: bytes, formats: list[str]) -> None:
    row, column, style = struct.unpack_from("<HHH", content)
    place = (row + 1, column + 1)
    sheet.formats[place] = formats[style]
    if number == _TRUTH_OR_ERROR and content[7]:
        sheet.errors[place] = ERRORS.get(content[6], "#N/A")
    # A formula's result that is no number is marked by two full bytes; 2 stands for an error.
    elif number == _FORMULA and content[12:14] == b"\xff\xff" and content[6] == 2:
        sheet.errors[place] = ERRORS.get(content[8], "#N/A")
