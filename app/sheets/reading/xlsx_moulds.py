"""Moulds of .xlsx rows: of rows in which the same cells are written the same way, and only the values differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.sheets.reading.cells import column_letters
from app.sheets.reading.raw_cells import EMPTY, TEXT

NUMBER = r"-?[0-9]{1,20}(?:\.[0-9]{1,25})?"
FORMULA = r"<f(?: [^<>]*)?(?:/>|>[^<>]*</f>)"
SHARED, OTHER = 255, 254
"""In the place of a sign: the number of a shared text, and what must be looked at more closely."""
_CALCULATED = re.compile(FORMULA + "<v>" + NUMBER + "</v>")
_FILLED, _BLANK, _COMPUTED = range(3)
"""What stands in a cell of a mould: a value, nothing, or a formula's value."""


class Mould(NamedTuple):
    """Rows in which the same cells stand, with the same attributes: only values differ. ``shared``: places of shared texts."""

    pattern: re.Pattern[str]
    signs: bytes
    shared: tuple[int, ...]


def mould_of(attributes: Sequence[str | None], shapes: Sequence[int], signs: bytes) -> Mould:
    """The mould of a row with these attributes of its cells (None: no cell) and these shapes."""
    width = max((place for place, shape in enumerate(shapes, start=1) if shape != _BLANK), default=0)
    parts = [r'<row r="([0-9]{1,7})"([^>]*)(?<!/)>']
    for place, (told, shape) in enumerate(zip(attributes, shapes, strict=True)):
        begin = f'<c r="{column_letters(place + 1)}\\1"{re.escape(told or "")}'
        if told is not None and shape == _BLANK:
            parts.append(f"{begin}(?:/>|></c>)")
        elif told is not None:
            number = "[0-9]{1,9}" if signs[place] == SHARED else NUMBER
            # A zero beside a formula may be no result: such a row is looked at more closely.
            parts.append(f"{begin}>{FORMULA + '(?!<v>0<)' if shape == _COMPUTED else ''}<v>({number})</v></c>")
        if shape == _BLANK and place < width:
            parts.append("()")
    known = bytes(
        EMPTY if shape == _BLANK else TEXT if sign == SHARED else sign
        for sign, shape in zip(signs, shapes, strict=True)
    )
    texts = tuple(place for place in range(width) if signs[place] == SHARED and shapes[place] != _BLANK)
    return Mould(re.compile("".join(parts)), known[:width], texts)


def shapes_of(groups: Sequence[str | None], signs: bytes) -> tuple[int, ...] | None:
    """The shapes of a row's cells, of its number, attributes, and three texts for each cell; None where one has none."""
    if OTHER in signs:
        return None
    shapes = []
    for value, inner, sign in zip(groups[3::3], groups[4::3], signs, strict=True):
        if inner is None:
            shapes.append(_BLANK if value is None else _FILLED)
        elif sign == SHARED or not _CALCULATED.fullmatch(inner):
            return None
        else:
            shapes.append(_COMPUTED)
    return tuple(shapes)
