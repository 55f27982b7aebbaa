"""What every workbook that we write has in common: figures that show exactly, texts that stay texts, A4 landscape."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from math import ceil
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import xlsxwriter

from app.domain.problems import AppError

SheetValue = str | Decimal | int | date | None
_FONT = "宋体"
_NARROWEST, _WIDEST = 6, 50
_SHEET_NAME_LENGTH = 31
_EXACT_DIGITS = 15
READABLE_WIDTH = 220
"""Half-width signs on one A4 page across: about 6.5 points, the smallest that a meeting reads."""


class ColumnKind(Enum):
    """How the cells of a column are written."""

    TEXT = "text"
    LONG_TEXT = "long text"
    NUMBER = "number"
    DAY = "day"


_SHAPES: dict[ColumnKind, dict[str, Any]] = {
    ColumnKind.TEXT: {"num_format": "@"},
    ColumnKind.LONG_TEXT: {"num_format": "@", "text_wrap": True},
    ColumnKind.NUMBER: {"align": "right"},
    ColumnKind.DAY: {"align": "center", "num_format": "yyyy-mm-dd"},
}


def _ground(shaded: bool) -> dict[str, str]:
    return {"bg_color": "#F2F3F5"} if shaded else {}


@dataclass(frozen=True)
class Written:
    """A sheet that is being written, with the formats of its workbook.

    ``locked``: what stays so once it is protected; ``shaded``: on a grey ground, as what is given and not to be filled in.
    """

    sheet: Any
    formats: Formats
    locked: bool = True
    shaded: bool = False

    def put(self, row: int, column: int, value: SheetValue, kind: ColumnKind = ColumnKind.TEXT) -> None:
        """Writes one cell (row and column from 0) with its border. A text never becomes a formula or a link."""
        if value is None or value == "":
            self.sheet.write_blank(row, column, None, self._format(kind))
        elif isinstance(value, str):
            self.sheet.write_string(row, column, value, self._format(kind))
        elif isinstance(value, date):
            self.sheet.write_datetime(row, column, value, self._format(ColumnKind.DAY))
        else:
            self._put_number(row, column, Decimal(value))

    def _put_number(self, row: int, column: int, value: Decimal) -> None:
        """A number as a number, if its float shows the same digits; else its text."""
        digits = len(value.normalize().as_tuple().digits)
        if digits > _EXACT_DIGITS or Decimal(repr(float(value))) != value:
            self.sheet.write_string(row, column, f"{value:f}", self._format(ColumnKind.NUMBER))
        else:
            style = self.formats.number(_places(value), self.locked, shaded=self.shaded)
            self.sheet.write_number(row, column, float(value), style)

    def _format(self, kind: ColumnKind) -> Any:
        return self.formats.of(kind, self.locked, shaded=self.shaded)


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def made(self, **properties: Any) -> Any:
        """A format with these properties in the workbook's font."""
        wanted = {"font_name": _FONT, "font_size": 10.5, "valign": "vcenter"} | properties
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]

    def title(self) -> Any:
        """The title across the sheet."""
        return self.made(bold=True, font_size=16, align="center")

    def subtitle(self) -> Any:
        """The lines between title and header, and the notes below."""
        return self.made()

    def header(self) -> Any:
        """A header cell."""
        return self.made(bold=True, align="center", text_wrap=True, border=1, bg_color="#E8EEF7")

    def note(self) -> Any:
        """A note across the table."""
        return self.made(text_wrap=True, valign="top", font_color="#404040")

    def aligned_right(self) -> Any:
        """What stands at the right end of the line below the title."""
        return self.made(align="right")

    def open_line(self) -> Any:
        """A line that may be written on in a protected sheet."""
        return self.made(locked=False)

    def number(self, places: int, locked: bool, *, shaded: bool = False) -> Any:
        """A number with that many decimals."""
        form = "0." + "0" * places if places else "0"
        return self.made(border=1, align="right", num_format=form, locked=locked, **_ground(shaded))

    def of(self, kind: ColumnKind, locked: bool, *, shaded: bool = False) -> Any:
        """A cell of a column of that kind."""
        return self.made(border=1, locked=locked, **_SHAPES[kind], **_ground(shaded))

    def bare(self, kind: ColumnKind) -> Any:
        """An open cell of that kind where nothing is drawn yet."""
        return self.made(locked=False, **_SHAPES[kind])


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A file to write beside ``path``, which takes its place only when it is whole. Raises AppError ``workbook-not-written``."""
    partial: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as part:
            partial = Path(part.name)
        yield partial
        # A temporary file is the maker's alone; what a clerk writes, her colleagues may read.
        partial.chmod(0o644)
        partial.replace(path)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as refused:
        raise _not_written(path, refused) from refused
    finally:
        if partial is not None:
            partial.unlink(missing_ok=True)


@contextmanager
def workbook_at(path: Path, properties: Mapping[str, str]) -> Iterator[tuple[Any, Formats]]:
    """A new workbook that takes its place only when it is whole. Raises AppError ``workbook-not-written``."""
    with whole_file(path) as partial:
        workbook = xlsxwriter.Workbook(
            str(partial),
            {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        workbook.set_properties(dict(properties))
        yield workbook, Formats(workbook)
        workbook.close()


def _not_written(path: Path, refused: Exception) -> AppError:
    reason = getattr(refused, "strerror", None) or str(refused)
    return AppError("workbook-not-written", file=path.name, reason=reason)


def sheet_name(text: str, taken: tuple[str, ...] = ()) -> str:
    """A name that spreadsheets accept: without ``[]:*?/\\``, at most 31 signs, not twice."""
    bare = "".join("_" if sign in "[]:*?/\\'" else sign for sign in text).strip() or "表"
    name = bare[:_SHEET_NAME_LENGTH]
    number = 2
    while name.casefold() in {each.casefold() for each in taken}:
        mark = f"（{number}）"
        name = bare[: _SHEET_NAME_LENGTH - len(mark)] + mark
        number += 1
    return name


def set_up_page(sheet: Any, *, header_rows: tuple[int, int], frozen_columns: int = 0, width: float = 0) -> None:
    """A4 landscape, the header rows frozen and on every page, page numbers in the foot.

    One page wide, or as many as a table of that ``width`` (in half-width signs) needs to stay readable; the frozen
    columns then stand on each of them.
    """
    sheet.set_paper(9)
    sheet.set_landscape()
    pages = max(1, ceil((width - frozen_columns) / READABLE_WIDTH))
    sheet.fit_to_pages(pages, 0)
    if pages > 1 and frozen_columns:
        sheet.repeat_columns(0, frozen_columns - 1)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    sheet.freeze_panes(header_rows[1] + 1, frozen_columns)
    sheet.repeat_rows(*header_rows)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def shown_width(text: str) -> int:
    """How many half-width columns a text takes; a Chinese character takes two."""
    lines = text.split("\n")
    return max(sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line) for line in lines)


def fitting_width(texts: Iterator[str], told: float | None = None) -> float:
    """A column width for these texts, or the one that was told."""
    if told is not None:
        return told
    return min(max(max((shown_width(text) for text in texts), default=0) + 2, _NARROWEST), _WIDEST)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
