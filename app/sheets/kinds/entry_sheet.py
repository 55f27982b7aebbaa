"""数据 sheets: wide (a column for each data item) and long (a row for each value)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.domain.periods import Kind, Period
from app.domain.schemes import TYPED_IN, DataItem, ItemKind
from app.domain.words import plain
from app.sheets.drafts import EntryDraft, PersonRef
from app.sheets.kinds.entry_grid import grid_of
from app.sheets.kinds.entry_values import Told, told_of
from app.sheets.reading.cells import Cell, address
from app.sheets.tables.context import Fields, SheetContext, person_key
from app.sheets.tables.headers import Header, told_headers
from app.sheets.tables.headless import holds_figure, is_headless
from app.sheets.tables.layout import Table
from app.sheets.tables.period_texts import part_of, period_in_cell
from app.sheets.tables.row_kinds import LONE_TEXT
from app.sheets.tables.senses import tells_other_figures
from app.sheets.tables.units import (
    is_another_size,
    is_of_another_size,
    is_of_another_thing,
    unit_lines,
    unit_of_header,
    units_in,
)
from app.sheets.tables.values import Unreadable, words_of
from app.sheets.tables.vocabulary import PERSON_COLUMNS

_MONTH = "月份"
_ACTUAL = "本期"
"""The answer that a table of a doubtful title holds the figures of its period."""
_ANY_YEAR = Period(2000, Kind.YEAR, 1)
_ELSEWHERE = re.compile(
    r"电话|手机|通讯录|联系方式|邮箱|值班|带班|排班|签到|签名册|报名|座次|座位|房间|车牌|门牌|地址|体检|就餐|用餐|领取"
)
_TOLD = 12
"""How many data items are told."""
_COMMON = frozenset(
    ("情况", "数量", "次数", "件数", "人数", "得分", "分数", "工作", "完成", "时间", "日期", "人员", "部门")
)
"""What stands in the names of many things."""
_WORD = 4
"""How long a grade's word may be."""


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
    if _is_other_unit(unit := fields.text("单位"), item):
        fields.fail("单位", "unit-differs", item=item.name, unit=item.unit, shown=unit)
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
            columns.append((item, header))
        else:
            context.warn("item-is-counted", header.cell, header.text, item=item.name, kind=item.kind.value)
    _check_units(context, table, columns)
    return sorted(columns, key=lambda pair: pair[1].column)


def _check_units(context: SheetContext, table: Table, columns: Sequence[tuple[DataItem, Header]]) -> None:
    """Faults where a header, the row below it, or a line beside the table tells an item's unit in another size, or
    one that measures something else.

    What stands nearest to the figures holds: 单位：万件 above the table says nothing of a column headed 结案数（件）.
    """
    untold = []
    for item, header in columns:
        below = table.units.get(header.column)
        shown = below.text.strip("()（） ") if below else unit_of_header(header.text)
        if _is_other_unit(shown, item):
            place = below.address if below else header.cell
            context.fault("unit-differs", place, header.text, item=item.name, unit=item.unit, shown=shown)
        elif not units_in(shown):
            untold.append(item)
    for line in unit_lines((*table.above, *table.below)):
        others = [item for item in untold if is_of_another_size(line, item.unit)]
        if others:
            names, units = "、".join(item.name for item in others), "、".join({item.unit: "" for item in others})
            context.fault("sheet-unit-differs", line.cell.address, line.cell.text, item=names, unit=units)


def _is_other_unit(shown: str, item: DataItem) -> bool:
    """Whether a unit beside an item's figures cannot be theirs; a mark of 100 may be told in % or in 分."""
    foreign = item.kind is not ItemKind.MARK and is_of_another_thing(shown, item.unit)
    return foreign or is_another_size(shown, item.unit)


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
        without_year = whole is None and part_of(cell.text, _ANY_YEAR) is not None
        fields.fail(_MONTH, "month-without-year" if without_year else "period-unreadable")
    elif whole is not None and not whole.contains(told):
        fields.fail(_MONTH, "period-outside", period=whole.title)
    return told


def _told(fields: Fields, header: Header, item: DataItem, cell: Cell | None) -> Told | None:
    """What the cell says for the item; None after a fault."""
    try:
        told, doubt = told_of(cell, item, formats_known=fields.context.sheet.formats_known)
    except Unreadable as unreadable:
        fields.fail_at(header.column, unreadable.code, header.text, **unreadable.values)
        return None
    if doubt and cell is not None:
        fields.context.warn(doubt, cell.address, cell.text, item=item.name, unit=item.unit)
    return told


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
        if any(map(holds_figure, cells)) or (_may_be_grades(cells) and _lacks_word_item(context, table)):
            context.ask(
                "figures-without-header" if is_headless(header.text) else "unknown-column", header.cell, header.text
            )
        elif cells:
            context.warn("text-column-not-read", header.cell, header.text)
        else:
            context.warn("column-not-read", header.cell, header.text)


def ask_about_title(context: SheetContext, tables: Sequence[Table]) -> None:
    """Asks once where the title, or the sheet's name, says that the figures are plans or last year's."""
    above = [(cell.address, cell.text) for cell in tables[0].above if isinstance(cell.value, str)]
    below = [(f"{each.row}行", each.text) for table in tables for each in table.skipped if each.why == LONE_TEXT]
    names = [context.items.by_code[code].name for table in tables for code in table.match.items]
    for place, title in (*above, *below, ("", context.sheet.name)):
        if tells_other_figures(title, names):
            if plain(context.items.answers.get(plain(title), "")) != _ACTUAL:
                context.ask("title-of-other-figures", place, title, names=_ACTUAL)
            return


def is_unrelated(context: SheetContext, tables: Sequence[Table]) -> bool:
    """Whether a sheet without a data item has nothing to do with the scheme: no column is called like one, and it tells no
    period, or says that it is something else: a phone list, a duty roster.
    """  # fmt: skip
    items = context.items.by_code.values()
    headers = [header for table in tables for header in table.match.unknown]
    pairs = {pair for item in items for pair in _pairs(item.name)} - _COMMON
    units = {plain(item.unit) for item in items if item.unit}
    if any(pairs & _pairs(header.text) or unit_of_header(header.text) in units for header in headers):
        return False
    tells_time = context.period is not None or any(_MONTH in table.match.named for table in tables)
    words = [context.sheet.name, *(cell.text for cell in tables[0].above), *(header.text for header in headers)]
    return not items or not tells_time or any(map(_ELSEWHERE.search, words))


def lying_across(context: SheetContext, tables: Sequence[Table]) -> Cell | None:
    """A data item's name where a person's should stand, in a sheet with no item above: it lies across, or is a card."""
    keys = {table.match.columns[name] for table in tables for name in PERSON_COLUMNS if name in table.match.columns}
    cells = (row.cells.get(key) for table in tables for row in table.rows for key in keys)
    return next((cell for cell in cells if cell is not None and context.items.code(cell.text)), None)


def _pairs(text: str) -> set[str]:
    """Every two signs that stand beside each other in a text."""
    bare = plain(text)
    return {bare[place : place + 2] for place in range(len(bare) - 1)}


def report_unrelated(context: SheetContext, tables: Sequence[Table]) -> None:
    """One fault in place of a question for each column: what stands there, and what was looked for."""
    match = tables[0].match
    names = [item.name for item in context.items.by_code.values() if item.kind in TYPED_IN]
    looked_for = "、".join(names[:_TOLD]) + (f"等{len(names)}项" if len(names) > _TOLD else "")
    context.problems.clear()
    place, told = address(match.bottom, 1), told_headers(match.headers)
    context.fault("no-item-columns", place, told, items=looked_for or "没有，方案还没有导入")


def _may_be_grades(cells: list[Cell]) -> bool:
    """Whether the column holds a few short words only, each of them more than once, as grades do."""
    words = {words_of(cell.text) for cell in cells}
    return len(cells) >= 2 * len(words) > 0 and all(len(word) <= _WORD for word in words)


def _lacks_word_item(context: SheetContext, table: Table) -> bool:
    """Whether the scheme has an item of words that no column of the table is."""
    words = {code for code, item in context.items.by_code.items() if item.kind is ItemKind.WORD}
    return not words <= table.match.items.keys()
