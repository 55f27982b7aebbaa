"""Records of .xls and .xlsb, and python-calamine's answers beside them, for the run in reading.py.

What the library itself does with a damaged file is left out: it dies of some, or takes all memory, which is why it runs
in a process with limits. Here its answer is any value in every cell that the records tell of.
"""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import SheetTypeEnum, SheetVisibleEnum

from app.sheets.reading import calamine_reader, reader
from app.sheets.reading.raw_cells import RawBook
from app.sheets.reading.xls_details import XlsDetails, XlsSheet, xls_details

MARK = b"||"
"""Between the parts of an input."""
_VALUES: tuple[Any, ...] = (
    "工号", "", 0, 1.5, -0.0, 45356.0, 1e308, float("inf"), float("nan"), True, date(2024, 3, 5), datetime(2024, 3, 5, 8, 30),
    time(8, 30), timedelta(hours=36), " 张　三 ", None, 2**70, "\ud800", "a\0b", timedelta(days=-1), time(0, 0), 2958466.0, 0.5,
)  # fmt: skip
_WIDEST = 30


class _Content:
    """A sheet as the library gives it."""

    def __init__(self, sheet: XlsSheet) -> None:
        places = [*sheet.formats, *sheet.errors, (3, 3)]
        self.total_height = min(max(row for row, _ in places), _WIDEST)
        self.total_width = min(max(column for _, column in places), _WIDEST)
        self.merged_cell_ranges = [((0, 0), (1, 1)), ((self.total_height, 2), (2, self.total_width))]

    def to_python(self, *, skip_empty_area: bool) -> list[list[Any]]:
        """Some value in every place."""
        assert not skip_empty_area
        return [
            [_VALUES[(5 * row + column) % len(_VALUES)] for column in range(self.total_width)]
            for row in range(self.total_height)
        ]


class _Told:
    """What the library tells of a sheet."""

    typ, visible = SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible

    def __init__(self, number: int) -> None:
        self.name = f"表{number}"


class _Library:
    """CalamineWorkbook: one sheet for each that the records tell of, or for none of them three."""

    details: XlsDetails | None = None

    def __init__(self) -> None:
        self._sheets = self.details.sheets if self.details else [XlsSheet()] * 3
        self.sheets_metadata = [_Told(number) for number, _ in enumerate(self._sheets)]

    @classmethod
    def from_filelike(cls, _: object) -> _Library:
        """The workbook of whatever bytes."""
        return cls()

    def get_sheet_by_name(self, name: str) -> _Content:
        """The sheet with this name."""
        return _Content(self._sheets[int(name.removeprefix("表"))])


def by_library(content: bytes, file: str, details: XlsDetails | None) -> RawBook:
    """What read_by_calamine makes of the records and of any answer."""
    _Library.details = details
    return calamine_reader.read_by_calamine(content, file, details)


def stand_in() -> None:
    """From now on the library is played."""
    calamine_reader.CalamineWorkbook = _Library  # type: ignore[misc,assignment]
    reader._by_calamine = by_library


def xls_book(stream: bytes) -> RawBook:
    """The cells of a workbook stream."""
    return by_library(b"", "2024Q1.xls", xls_details(stream))


def xlsb_package(rest: bytes) -> bytes:
    """An .xlsb of three parts: workbook, styles, sheet."""
    workbook, _, others = rest.partition(MARK)
    styles, _, sheet = others.partition(MARK)
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{kinds}{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (("worksheet", "worksheets/sheet1.bin"), ("styles", "styles.bin")), start=1
        )
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("xl/workbook.bin", workbook)
        archive.writestr("xl/styles.bin", styles)
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
        archive.writestr("xl/_rels/workbook.bin.rels", f"<R>{relations}</R>")
    return content.getvalue()


def xls_seed() -> bytes:
    """A sound workbook stream with every record that is looked at."""

    def record(number: int, content: bytes) -> bytes:
        return struct.pack("<HH", number, len(content)) + content

    head = [
        record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)),
        record(0x22, b"\1\0"),
        record(0x41E, struct.pack("<HHB", 200, 4, 0) + b"0.0%"),
        record(0xE0, struct.pack("<HH", 0, 0) + bytes(16)),
        record(0xE0, struct.pack("<HH", 0, 200) + bytes(16)),
    ]
    start = sum(map(len, head)) + 14 + 4
    head += [record(0x85, struct.pack("<IBBBB", start, 0, 0, 2, 0) + b"AB"), record(0x0A, b"")]
    cells = [
        record(0x809, struct.pack("<HHHHII", 0x600, 16, 0, 0, 0, 0)),
        record(0x7D, struct.pack("<HHHHH", 1, 2, 2000, 1, 1)),
        record(0x208, struct.pack("<HHHHHHHH", 1, 0, 5, 300, 0, 0, 0x20, 0)),
        record(0x203, struct.pack("<HHHd", 0, 0, 1, 0.5)),
        record(0x27E, struct.pack("<HHHI", 0, 1, 1, 2)),
        record(0xBD, struct.pack("<HHHIHIH", 1, 0, 1, 2, 1, 6, 1)),
        record(0x06, struct.pack("<HHHBBBBBBHHI", 2, 0, 0, 2, 0, 7, 0, 0, 0, 0xFFFF, 0, 0)),
        record(0x205, struct.pack("<HHHBB", 2, 1, 0, 42, 1)),
        record(0x0A, b""),
    ]
    return b"".join((*head, *cells))


def xlsb_seed() -> bytes:
    """Three sound parts with every record that is looked at."""

    def record(number: int, content: bytes) -> bytes:
        code = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
        return code + bytes([len(content)]) + content

    def wide(text: str) -> bytes:
        return struct.pack("<I", len(text)) + text.encode("utf-16-le")

    workbook = record(153, b"\1\0\0\0") + record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("AB"))
    style = struct.pack("<HH", 0, 200) + bytes(12)
    styles = (
        record(44, struct.pack("<H", 200) + wide("0.0%"))
        + record(617, b"\1\0\0\0")
        + record(47, style)
        + record(618, b"")
    )
    sheet = b"".join(
        (
            record(60, struct.pack("<IIIIH", 1, 2, 2000, 0, 1)),
            record(0, struct.pack("<IIHBB", 1, 0, 300, 0, 0x10) + bytes(5)),
            record(5, struct.pack("<IId", 0, 0, 0.5)),
            record(3, struct.pack("<IIB", 1, 0, 42)),
            record(11, struct.pack("<IIB", 2, 0, 7)),
        )
    )
    return workbook + MARK + styles + MARK + sheet
