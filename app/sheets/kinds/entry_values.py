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


def told_of(cell: Cell | None, item: DataItem, *, formats_known: bool) -> tuple[Told, bool]:
    """What the cell says, and whether it is a fraction where a percentage is asked for. Raises Unreadable."""
    if cell is None:
        return NOTHING, False
    nothing = nothing_of(cell)
    if nothing is not None:
        return Told(nothing[0], note=nothing[1]), False
    if item.kind is ItemKind.WORD:
        return Told(State.VALUE, word=words_of(cell.text)), False
    number, is_fraction = _number(cell, item, formats_known=formats_known)
    return Told(State.VALUE, number), is_fraction


def _number(cell: Cell, item: DataItem, *, formats_known: bool) -> tuple[Decimal, bool]:
    """The number for an item: 98 % counts as 98 where the item's unit is %, else as 0.98 (contract, section 4.1, 6)."""
    number = number_of(cell, item.unit)
    if not item.is_percent:
        if number.percent and item.is_count:
            raise Unreadable("percent-for-count", unit=item.unit)
        return number.value, False
    if number.percent:
        return Decimal(plain_number(number.value * 100)), False
    fraction = 0 < abs(number.value) < 1 or (number.value == 1 and not formats_known)
    if fraction and not formats_known and isinstance(cell.value, Decimal):
        raise Unreadable("percent-unknown")
    return number.value, fraction
