"""Rows of a large table that are records beyond doubt, found column by column; all others are looked at one by one.

Nothing is decided here that row_kinds would decide otherwise: where a word, a sign or an empty cell could make a row
anything but a record, it is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.sheets.reading.cells import Sheet
from app.sheets.reading.grid import RowCells, columns_of
from app.sheets.reading.raw_cells import EMPTY, NUMBER, TEXT
from app.sheets.tables.headers import Match
from app.sheets.tables.vocabulary import DIVISION, NAME, SERIAL, STAFF_NO, plain_header

_ENOUGH = 200
"""Smaller tables cost nothing anyway."""
_LEAST_CELLS = 4
# One sign of every word by which a total is told; of notes, signatures and the like; and whatever is no letter or digit.
_TOTAL = re.compile("[计均最其总]")
_DOUBTFUL = re.compile(r"[^\w\n]|_|[Ａ-Ｚａ-ｚ０-９]|[计均最其总注说附填温例]")
_DIGIT = re.compile(r"[0-9]")
_ANY = re.compile(r"\S")
_KNOWN = frozenset((EMPTY, TEXT, NUMBER))


def plain_records(sheet: Sheet, match: Match) -> frozenset[int]:
    """The numbers of rows below a header that are records beyond doubt; none where the table is small or unusual."""
    rows = [row for number, row in sheet.rows.items() if number > match.bottom and isinstance(row, RowCells)]
    vocabulary = match.vocabulary
    key = match.named.get(STAFF_NO) or match.named.get(NAME)
    merged = any(each.bottom > match.bottom for each in sheet.merged)
    if len(rows) < _ENOUGH or merged or vocabulary.is_scheme or key is None:
        return frozenset()
    columns = {match.named[name].column for name in (*vocabulary.keys, SERIAL, DIVISION) if name in match.named}
    top = sheet.rows.get(match.top, {})
    if min(columns) != 1 or next(iter(top), 0) not in columns:
        return frozenset()
    division = match.named[DIVISION].column if DIVISION in match.named else 0
    headers = {word.casefold() for word in vocabulary.columns} | {plain_header(cell.text) for cell in top.values()}
    told = columns_of(rows)
    doubtful = {place for place, row in enumerate(rows) if not row.signs[0] or len(row) < _LEAST_CELLS}
    for column in columns:
        texts, signs = told.texts(column), told.signs(column)
        words = _TOTAL if column == division and division not in _keys(match) else _DOUBTFUL
        doubtful |= _strange(texts, signs, words, headers)
        if column == key.column:
            said = _DIGIT if STAFF_NO in match.named else _ANY
            doubtful |= {place for place, text in enumerate(texts) if said.search(text) is None}
    return frozenset(row.number for place, row in enumerate(rows) if place not in doubtful)


def _keys(match: Match) -> set[int]:
    return {match.named[name].column for name in match.vocabulary.keys if name in match.named}


def _strange(texts: Sequence[str], signs: Sequence[int], words: re.Pattern[str], headers: set[str]) -> set[int]:
    """Where a doubtful word stands, a header's word, or something that is neither text nor a plain number."""
    found: set[int] = set()
    if not _KNOWN.issuperset(signs):
        found |= {place for place, sign in enumerate(signs) if sign not in _KNOWN}
    if words.search("\n".join(texts)) is not None:
        found |= {place for place, text in enumerate(texts) if words.search(text)}
    if not headers.isdisjoint(map(str.casefold, texts)):
        found |= {place for place, text in enumerate(texts) if text.casefold() in headers}
    return found


def headless_columns(rows: Sequence[RowCells], headed: set[int]) -> set[int]:
    """The columns without a header in which something stands in one of the rows."""
    widest = max((len(row.signs) for row in rows), default=0)
    return {
        column
        for column in range(1, widest + 1)
        if column not in headed and any(column <= len(row.signs) and row.signs[column - 1] for row in rows)
    }
