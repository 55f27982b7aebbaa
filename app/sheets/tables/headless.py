"""Columns without a header in which figures stand: asked about like an unknown one, never left out in silence.

Contract, section 4.1, 10. Such a column is called by its letters and by the header next to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.domain.layouts import IGNORED
from app.domain.words import without_bracket
from app.sheets.reading.cells import Cell, address, column_letters
from app.sheets.tables.context import SheetContext
from app.sheets.tables.headers import Header, ItemWords, Match
from app.sheets.tables.layout import Table
from app.sheets.tables.values import Unreadable, number_of
from app.sheets.tables.vocabulary import WIDE

_CALLED = re.compile(r".+[左右]边的[A-Z]{1,3}列")
_UNIT = 4
"""How long what stands behind a figure may be."""
_SHARE = 3
"""Beside the table, figures in one of so many rows make a column; fewer are somebody's notes."""


def is_headless(header: str) -> bool:
    """Whether a header is only what we call a column that has none."""
    return _CALLED.fullmatch(header) is not None


def settle_headless(context: SheetContext, tables: Sequence[Table]) -> list[Table]:
    """The tables of 数据 with each headless column of figures as what was answered about it, or as an unknown one."""
    return [_settled(context.items, table) if table.match.vocabulary is WIDE else table for table in tables]


def _settled(items: ItemWords, table: Table) -> Table:
    asked = [column for column in table.headless if _is_asked(table, column)]
    match = table.match
    for column in asked:
        match = _with(match, items, Header(column, (_called(table.match, column),), address(match.bottom, column)))
    left = tuple(column for column in table.headless if column not in asked)
    return replace(table, match=match, headless=left) if asked else table


def _is_asked(table: Table, column: int) -> bool:
    """Whether a column may be data: between known columns with one figure, beside the table with many."""
    figures = sum(column in row.cells and holds_figure(row.cells[column]) for row in table.rows)
    headed = [header.column for header in table.match.headers]
    if not figures or min(headed) < column < max(headed):
        return figures > 0
    beyond = _beyond(table, column, "") if column == max(headed) + 1 else []
    only_shifted = len(beyond) == figures < len(table.rows)
    return figures * _SHARE >= len(table.rows) and not only_shifted


def _called(match: Match, column: int) -> str:
    left = [header for header in match.headers if header.column < column]
    beside, side = (left[-1], "右") if left else (match.headers[0], "左")
    return f"{without_bracket(''.join(beside.words[-1].split()))}{side}边的{column_letters(column)}列"


def _with(match: Match, items: ItemWords, header: Header) -> Match:
    """The match with one more column."""
    answer = items.answer(header)
    if answer == IGNORED:
        return replace(match, ignored=(*match.ignored, header))
    name, code = match.vocabulary.column(answer), items.code(answer)
    if not (answer and (name or code)):
        return replace(match, unknown=(*match.unknown, header))
    first = match.named.get(name) if name else match.items.get(code)
    if first is not None:
        return replace(match, twice=(*match.twice, (first, header)))
    if name:
        return replace(match, named=match.named | {name: header})
    return replace(match, items=match.items | {code: header})


def report_headless(context: SheetContext, table: Table) -> None:
    """A fault for each row that seems to be shifted to the right; of other columns without a header a hint."""
    shifted = _shifted(table) if table.match.vocabulary is WIDE else []
    for over, empty in shifted:
        context.fault("row-shifted", over.address, over.text, column=empty.words[-1])
    told = {over.column for over, _ in shifted}
    for column in table.headless:
        if column not in told:
            context.warn("column-without-header", address(table.match.bottom, column), column=column_letters(column))


def _shifted(table: Table) -> list[tuple[Cell, Header]]:
    """Where a figure stands right of the table, or alone as a remark right of the data items, in a row that has an empty
    data item: the figure, and the item.
    """  # fmt: skip
    last = max(header.column for header in table.match.headers)
    return [*_beyond(table, last + 1, ""), *_beyond(table, *_remarks(table))]


def _remarks(table: Table) -> tuple[int, str]:
    """The column of remarks right behind the last data item, and its name; (0, "") where none is there."""
    match = table.match
    last = max((header.column for header in match.items.values()), default=0)
    named = ((header.column, name) for name, header in match.named.items() if name in match.vocabulary.ignored)
    return next((each for each in named if last and each[0] == last + 1), (0, ""))


def _beyond(table: Table, column: int, name: str) -> list[tuple[Cell, Header]]:
    """The rows of which the last figure stands in a column in which only few rows have a figure."""
    if not column or not (name or column in table.headless):
        return []
    items = sorted(table.match.items.values())
    found, figures = [], 0
    for row in table.rows:
        over = row.cells.get(column)
        if over is None or not (_is_bare_figure(over) if name else holds_figure(over)):
            continue
        figures += 1
        empty = next((header for header in items if header.column not in row.cells), None)
        if empty is not None:
            found.append((over, empty))
    return found if not name or len(found) == figures < len(table.rows) else []


def _is_bare_figure(cell: Cell) -> bool:
    """Whether nothing but a number stands in a cell."""
    if isinstance(cell.value, str) and not cell.value[:1].isdecimal():
        return False
    try:
        number_of(cell, "")
    except Unreadable:
        return False
    return True


def holds_figure(cell: Cell) -> bool:
    """Whether a value stands here that may be data: a number, however it is written, or what should have been one."""
    if cell.flaw or isinstance(cell.value, Decimal | bool):
        return True
    if not isinstance(cell.value, str):
        return False
    try:
        number_of(cell, _any_unit(cell.value))
    except Unreadable:
        return False
    return True


def _any_unit(text: str) -> str:
    """What stands behind the figure in a text, as if it were the unit."""
    unit = text.lstrip("+-0123456789０１２３４５６７８９.．,，%％ \u3000")
    return unit if len(unit) <= _UNIT else ""
