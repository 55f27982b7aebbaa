"""方案: the scheme workbook as text, cell by cell; what it means is checked by the domain."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.schemes import SchemeRow, SchemeText
from app.domain.words import plain
from app.sheets.reading.cells import Sheet, address
from app.sheets.tables.context import SheetContext
from app.sheets.tables.headers import ItemWords, find_headers, told_headers
from app.sheets.tables.layout import Table, tables_below
from app.sheets.tables.vocabulary import SCHEME_SHEETS, scheme_vocabulary

NECESSARY = ("方案", "指标")
_NAMES = {plain(name): name for name in SCHEME_SHEETS}


def scheme_sheets(sheets: Mapping[str, Sheet] | dict[str, Sheet]) -> dict[str, Sheet]:
    """Of a workbook's sheets by name, those of a 方案 by their canonical names."""
    return {_NAMES[plain(name)]: sheet for name, sheet in sheets.items() if plain(name) in _NAMES}


def read_scheme_sheet(context: SheetContext, name: str) -> tuple[SchemeRow, ...]:
    """The rows of one sheet of a 方案 workbook. ``name`` is its canonical name."""
    items = ItemWords(())
    headers = find_headers(context.sheet, (scheme_vocabulary(name),), items)
    if not headers:
        columns = "、".join(SCHEME_SHEETS[name][1])
        context.fault("scheme-header-missing", "A1", context.sheet.name, columns=columns)
        return ()
    tables = tables_below(context.sheet, headers[0], items)
    for table in tables:
        _check_columns(context, table)
    return tuple(row for table in tables for row in _rows(context, table, name))


def _check_columns(context: SheetContext, table: Table) -> None:
    for column in table.match.vocabulary.required:
        if column not in table.match.named:
            cell = address(table.match.bottom, 1)
            context.fault("missing-column", cell, told_headers(table.match.headers), column=column)
    for header in table.match.unknown:
        context.warn("column-not-read", header.cell, header.text)
    for first, second in table.match.twice:
        context.fault("column-twice", second.cell, second.text, first=first.cell)


def _rows(context: SheetContext, table: Table, name: str) -> list[SchemeRow]:
    headers = [
        (column, number)
        for column, number in table.match.columns.items()
        if column not in table.match.vocabulary.ignored
    ]
    rows = []
    for row in table.rows:
        cells: dict[str, str] = {}
        addresses: dict[str, str] = {}
        for column, number in headers:
            cell = row.cells.get(number)
            addresses[column] = address(row.number, number)
            if cell is None:
                continue
            if cell.flaw:
                context.fault(cell.flaw.value, cell.address, cell.text, column=column)
            cells[column] = cell.text
        if cells:
            rows.append(SchemeRow(cells, addresses, name))
    return rows


def scheme_text(file: str, sheets: dict[str, tuple[SchemeRow, ...]]) -> SchemeText:
    """The workbook's text, its sheets in the contract's order."""
    return SchemeText(file, {name: sheets[name] for name in SCHEME_SHEETS if name in sheets})
