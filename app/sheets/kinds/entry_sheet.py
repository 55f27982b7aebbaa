"""数据 sheets: wide (a column for each data item) and long (a row for each value)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from app.domain.entries import State
from app.domain.periods import Period
from app.domain.schemes import TYPED_IN, DataItem, ItemKind
from app.domain.words import plain
from app.sheets.drafts import EntryDraft, PersonRef
from app.sheets.kinds.entry_grid import grid_of
from app.sheets.reading.cells import Cell
from app.sheets.reading.number_formats import plain_number
from app.sheets.tables.context import Fields, SheetContext, person_key
from app.sheets.tables.headers import Header
from app.sheets.tables.layout import Table
from app.sheets.tables.period_texts import part_of, period_in_cell
from app.sheets.tables.values import Unreadable, nothing_of, number_of, words_of

_MONTH = "月份"
_UNIT_TOLD = re.compile(r"\((?:单位:)?([^()]+)\)$")
_SIZES = "十百千万亿"
_WORD = 4
"""How long a grade's word may be."""


class Told(NamedTuple):
    """What a cell says for a data item."""

    state: State
    number: Decimal | None = None
    word: str = ""
    note: str = ""


def read_wide(context: SheetContext, tables: Sequence[Table]) -> Sequence[EntryDraft]:
    """The entries of a sheet with a column for each data item; an empty cell is an entry 未填."""
    drafts: list[EntryDraft] = []
    for table in tables:
        columns = _typed_columns(context, table)
        if len(tables) == 1 and (grid := grid_of(context, table, columns)) is not None:
            return grid
        for row in table.rows:
            drafts.extend(_wide_row(Fields(context, table.match, row), columns))
    _refuse_twice(context, drafts)
    return tuple(drafts)


def _wide_row(fields: Fields, columns: list[tuple[DataItem, Header]]) -> Iterator[EntryDraft]:
    person, period = fields.person(), period_of_row(fields)
    for item, header in columns:
        cell = fields.cell_at(header.column, header.text)
        told = None if header.column in fields.faulted else _told(fields, header, item, cell)
        if told is not None and person is not None and period is not None:
            sources = {"value": fields.context.source(fields.address_at(header.column)), "person": person.source}
            yield EntryDraft(fields.row.number, person, item.code, period, *told, sources=sources)


def read_long(context: SheetContext, tables: Sequence[Table]) -> tuple[EntryDraft, ...]:
    """The entries of a sheet with a row for each value: 工号, 数据项, 数值, 月份, 说明."""
    drafts = [
        draft
        for table in tables
        for row in table.rows
        if (draft := _long_row(Fields(context, table.match, row), table.match.named["数值"]))
    ]
    _refuse_twice(context, drafts)
    return tuple(drafts)


def _long_row(fields: Fields, header: Header) -> EntryDraft | None:
    person, period, item = fields.person(), period_of_row(fields), _item_of_row(fields)
    cell, note = fields.cell("数值"), fields.text("说明")
    if item is None or fields.flawed("数值"):
        return None
    told = _told(fields, header, item, cell)
    if person is None or period is None or told is None:
        return None
    sources = fields.sources({"value": "数值", "item": "数据项", "period": _MONTH, "note": "说明"})
    sources["person"] = person.source
    given = told._replace(note=note or told.note)
    return EntryDraft(fields.row.number, person, item.code, period, *given, sources=sources)


def _typed_columns(context: SheetContext, table: Table) -> list[tuple[DataItem, Header]]:
    """The columns of data items that are typed in; one that the program counts itself is told and not read."""
    columns = []
    for code, header in table.match.items.items():
        item = context.items.by_code[code]
        if item.kind in TYPED_IN:
            if _of_another_size(header.text, item.unit):
                context.fault("unit-differs", header.cell, header.text, item=item.name, unit=item.unit)
            columns.append((item, header))
        else:
            context.warn("item-is-counted", header.cell, header.text, item=item.name, kind=item.kind.value)
    return sorted(columns, key=lambda pair: pair[1].column)


def _of_another_size(header: str, unit: str) -> bool:
    """Whether the bracket of a header tells the item's unit in another size: 万件 for 件, 元 for 万元, ‰ for %."""
    told = _UNIT_TOLD.search(plain(header))
    if told is None or not unit or plain(told[1]) == "百分":
        return False
    shown, own = plain(told[1]), plain(unit)
    if "‰" in (shown, own):
        return shown != own
    return shown != own and shown.lstrip(_SIZES) == own.lstrip(_SIZES)


def _item_of_row(fields: Fields) -> DataItem | None:
    if not fields.need("数据项"):
        return None
    word = fields.text("数据项")
    item = fields.context.items.by_code.get(fields.context.items.code(word))
    if item is None:
        fields.fail("数据项", "unknown-item")
    elif item.kind not in TYPED_IN:
        fields.fail("数据项", "item-is-counted", item=item.name, kind=item.kind.value)
        return None
    return item


def period_of_row(fields: Fields) -> Period | None:
    """The row's own month where it tells one, else the sheet's period. A month belongs to the sheet's period."""
    whole = fields.context.period
    cell = fields.cell(_MONTH)
    if cell is None:
        if whole is None and fields.has(_MONTH) and not fields.flawed(_MONTH):
            fields.fail(_MONTH, "period-missing-in-row")
        return whole
    told = period_in_cell(cell) or (part_of(cell.text, whole) if whole else None)
    if told is None:
        fields.fail(_MONTH, "period-unreadable")
    elif whole is not None and not whole.contains(told):
        fields.fail(_MONTH, "period-outside", period=whole.title)
    return told


def _told(fields: Fields, header: Header, item: DataItem, cell: Cell | None) -> Told | None:
    """What the cell says for the item; None after a fault."""
    if cell is None:
        return Told(State.EMPTY)
    nothing = nothing_of(cell)
    if nothing is not None:
        return Told(nothing[0], note=nothing[1])
    if item.kind is ItemKind.WORD:
        return Told(State.VALUE, word=words_of(cell.text))
    try:
        return Told(State.VALUE, _item_number(fields.context, cell, item))
    except Unreadable as unreadable:
        fields.fail_at(header.column, unreadable.code, header.text, **unreadable.values)
        return None


def _item_number(context: SheetContext, cell: Cell, item: DataItem) -> Decimal:
    """The number for an item: 98 % counts as 98 where the item's unit is %, else as 0.98 (contract, section 4.1, 6)."""
    number = number_of(cell, item.unit)
    if not item.is_percent:
        return number.value
    if number.percent:
        return Decimal(plain_number(number.value * 100))
    fraction = 0 < abs(number.value) < 1 or (number.value == 1 and not context.sheet.formats_known)
    if fraction and not context.sheet.formats_known and isinstance(cell.value, Decimal):
        raise Unreadable("percent-unknown")
    if fraction:
        context.warn("percent-suspicious", cell.address, cell.text, item=item.name)
    return number.value


def _refuse_twice(context: SheetContext, drafts: list[EntryDraft]) -> None:
    """One person, item and period must stand in one place; the sheet alone cannot tell which is right."""
    seen: dict[tuple[str, str, Period], EntryDraft] = {}
    told: set[tuple[int, int]] = set()
    for draft in drafts:
        first = seen.setdefault((person_key(draft.person), draft.item, draft.period), draft)
        if first is not draft and (first.row, draft.row) not in told:
            told.add((first.row, draft.row))
            place = draft.person.source.cell
            context.fault("person-twice", place, _called(draft.person), first=str(first.row))


def _called(person: PersonRef) -> str:
    return " ".join(part for part in (person.staff_no or person.id_number, person.name) if part)


def report_columns(context: SheetContext, table: Table) -> None:
    """Tells of columns that are no data item: a question where figures or short words stand below, else a warning."""
    for header in table.match.unknown:
        cells = [row.cells[header.column] for row in table.rows if header.column in row.cells]
        if any(map(_holds_figure, cells)) or (_may_be_grades(cells) and _lacks_word_item(context, table)):
            context.ask("unknown-column", header.cell, header.text)
        elif cells:
            context.warn("text-column-not-read", header.cell, header.text)
        else:
            context.warn("column-not-read", header.cell, header.text)


def _holds_figure(cell: Cell) -> bool:
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
    return unit if len(unit) <= _WORD else ""


def _may_be_grades(cells: list[Cell]) -> bool:
    """Whether the column holds a few short words only, each of them more than once, as grades do."""
    words = {words_of(cell.text) for cell in cells}
    return len(cells) >= 2 * len(words) > 0 and all(len(word) <= _WORD for word in words)


def _lacks_word_item(context: SheetContext, table: Table) -> bool:
    """Whether the scheme has an item of words that no column of the table is."""
    words = {code for code, item in context.items.by_code.items() if item.kind is ItemKind.WORD}
    return not words <= table.match.items.keys()
