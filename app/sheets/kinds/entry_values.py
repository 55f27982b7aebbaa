"""What one cell of a 数据 sheet says for its data item: a number, a word, or one of the four kinds of nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from app.domain.entries import State
from app.domain.schemes import DataItem, ItemKind
from app.sheets.reading.cells import Cell
from app.sheets.reading.number_formats import plain_number
from app.sheets.tables.values import Unreadable, nothing_of, number_of, words_of


class Told(NamedTuple):
    """What a cell says for a data item."""

    state: State
    number: Decimal | None = None
    word: str = ""
    note: str = ""


NOTHING = Told(State.EMPTY)


def told_of(cell: Cell | None, item: DataItem, *, formats_known: bool) -> tuple[Told, str]:
    """What the cell says, and the code of what is to be told of it beside that. Raises Unreadable."""
    if cell is None:
        return NOTHING, ""
    nothing = nothing_of(cell)
    if nothing is not None:
        return Told(nothing[0], note=nothing[1]), ""
    if item.kind is ItemKind.WORD:
        return Told(State.VALUE, word=words_of(cell.text)), ""
    number, doubt = _number(cell, item, formats_known=formats_known)
    return Told(State.VALUE, number), doubt


def _number(cell: Cell, item: DataItem, *, formats_known: bool) -> tuple[Decimal, str]:
    """The number for an item: 98 % counts as 98 where the item's unit is %, else as 0.98 (contract, section 4.1, 6)."""
    number = number_of(cell, item.unit)
    if not item.is_percent:
        return number.value, "percent-for-count" if number.percent and item.is_count else ""
    if number.percent:
        return Decimal(plain_number(number.value * 100)), ""
    fraction = 0 < abs(number.value) < 1 or (number.value == 1 and not formats_known)
    if fraction and not formats_known and isinstance(cell.value, Decimal):
        raise Unreadable("percent-unknown")
    return number.value, "percent-suspicious" if fraction else ""
