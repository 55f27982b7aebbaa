"""Two readers of one file: where ours and python-calamine read different cells, the file is refused, not guessed at.

A sheet that fits xlsx_quick can be read in one way only, and a large one is not read twice. Python-calamine tells no
errors, formats and formulas; compared is what both know: which cells hold something, figures, texts.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from app.domain.problems import AppError
from app.sheets.reading import limits
from app.sheets.reading.cells import address
from app.sheets.reading.raw_cells import (
    EMPTY,
    ERROR,
    NOT_CALCULATED,
    NUMBER,
    SEPARATOR,
    STRUCK,
    TEXT,
    RawBook,
    RawSheet,
)
from app.sheets.reading.typed_formulas import is_typed

_FEW, _MANY = 20_000, 1_000_000
_DURATION = re.compile(r"PT\d+H\d+M[\d.,]+S")
"""How it gives a duration of an .ods, which we give as 36:00."""
_UNSEEN = re.compile(r"_x[0-9A-Fa-f]{4}_|[\s\0]+")


def confirmed(book: RawBook, content: bytes, file: str) -> RawBook:
    """The same book. Raises AppError ``readers-disagree`` with the first cell that another reader reads differently."""
    cells = sum(sheet.cells for sheet in book.sheets)
    if cells > (_FEW if book.plain else _MANY):
        return book
    for sheet in book.sheets:
        # It keeps every place up to the last, and dies where there are too many of them.
        others = None if sheet.is_scattered else _second_reading(content, sheet)
        if others is None:
            continue
        place = _difference(sheet, others)
        if place is not None:
            row, column, ours, other = place
            told = {"ours": ours or "空", "other": other or "空"}
            raise AppError("readers-disagree", 3, file=file, sheet=sheet.name, cell=address(row, column), **told)
    return book


def _second_reading(content: bytes, sheet: RawSheet) -> list[list[Any]] | None:
    """The rows of a sheet from A1 on, as the other reader gives them; None where it cannot read it."""
    try:
        other = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name(sheet.name)
        if other.total_height * other.total_width > limits.CELLS:
            return None
        return other.to_python(skip_empty_area=False)
    except BaseException as fault:
        # What it does not know is no second opinion; its panics are no Exceptions.
        if isinstance(fault, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        return None


def _difference(sheet: RawSheet, others: list[list[Any]]) -> tuple[int, int, str, str] | None:
    """The first cell that is read differently: its place, our text, the other's."""
    rows = dict(zip(sheet.numbers, zip(sheet.signs, sheet.texts, strict=True), strict=True))
    nothing: tuple[bytes, str] = (b"", "")
    for number in range(1, max(len(others), sheet.numbers[-1] if sheet.numbers else 0) + 1):
        signs, joined = rows.get(number, nothing)
        texts = joined.split(SEPARATOR)
        other = others[number - 1] if number <= len(others) else []
        for column in range(1, max(len(signs), len(other)) + 1):
            ours = (signs[column - 1], texts[column - 1]) if column <= len(signs) else (EMPTY, "")
            stored = other[column - 1] if column <= len(other) else ""
            if stored == "" and ours[0] == EMPTY:
                continue
            if not _same(*ours, stored):
                return number, column, ours[1], str(stored)
    return None


def _same(sign: int, text: str, other: Any) -> bool:
    if sign in {ERROR, NOT_CALCULATED, STRUCK}:
        return True
    bare = _UNSEEN.sub("", other) if isinstance(other, str) else other
    if bare == "" and sign == TEXT and is_typed(text):
        # A formula for the other, of which it tells the value only: there is none.
        return True
    if sign == EMPTY or bare == "":
        return bare == "" and (sign == EMPTY or not _UNSEEN.sub("", text))
    if sign == TEXT and isinstance(bare, str):
        return _UNSEEN.sub("", text) == bare or _DURATION.fullmatch(bare) is not None
    if sign >= NUMBER and isinstance(other, int | float) and not isinstance(other, bool):
        return float(text) == float(other)
    # A day for the one, a day number for the other: each in its own way right.
    return True
