"""得分表 as a workbook: real numbers, frozen header, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from pathlib import Path
from typing import Any

from app.sheets.proof.pages import Page
from app.sheets.proof.writing import write_pages
from app.sheets.reading.number_formats import shown_text
from app.sheets.writing import (
    ColumnKind,
    Formats,
    SheetValue,
    Written,
    fitting_width,
    set_up_page,
    sheet_name,
    shown_width,
    workbook_at,
)

_LINE_HEIGHT = 14


@dataclass(frozen=True)
class SheetColumn:
    """One column: its title, the group whose title stands over several, how it is written, its width (None: fitting)."""

    title: str
    group: str = ""
    kind: ColumnKind = ColumnKind.TEXT
    width: float | None = None


@dataclass(frozen=True)
class ScoreSheet:
    """One sheet of results. ``lines`` stand below the title, ``notes`` below the table; a row has a value a column.

    The first ``frozen_columns`` stay in sight when one scrolls.
    """

    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetValue, ...], ...]
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    name: str = ""
    frozen_columns: int = 2


def write_scores(path: Path, *sheets: ScoreSheet, court: str = "", proof: Sequence[Page] = ()) -> None:
    """Writes one workbook with these sheets, and behind them the pages that recompute. Raises AppError ``workbook-not-written``."""
    with workbook_at(path, {"title": sheets[0].title if sheets else "", "company": court}) as (workbook, formats):
        taken = write_tables(workbook, formats, sheets)
        write_pages(workbook, formats, proof, taken)


def write_tables(workbook: Any, formats: Formats, tables: Iterable[ScoreSheet]) -> tuple[str, ...]:
    """Writes these sheets into a workbook that is being written, and gives their names there."""
    taken: tuple[str, ...] = ()
    for table in tables:
        name = sheet_name(table.name or table.title, taken)
        taken += (name,)
        _write(Written(workbook.add_worksheet(name), formats), table)
    return taken


def placed(table: ScoreSheet) -> Iterator[tuple[int, int, SheetValue]]:
    """What is written where, row and column from 0, for a sheet without groups."""
    yield 0, 0, table.title
    for row, line in enumerate(table.lines, start=1):
        yield row, 0, line
    top = 1 + len(table.lines)
    for column, told in enumerate(table.columns):
        yield top, column, told.title
    for row, values in enumerate(table.rows, start=top + 1):
        for column, value in enumerate(values):
            yield row, column, value
    for row, note in enumerate(table.notes, start=top + 1 + len(table.rows)):
        yield row, 0, note


def _write(written: Written, table: ScoreSheet) -> None:
    last = max(len(table.columns) - 1, 0)
    _across(written, 0, last, table.title, written.formats.title())
    written.sheet.set_row(0, 28)
    for row, line in enumerate(table.lines, start=1):
        _across(written, row, last, line, written.formats.subtitle())
    top = 1 + len(table.lines)
    bottom = write_header(written, top, table.columns)
    for row, values in enumerate(table.rows, start=bottom + 1):
        for column, (value, told) in enumerate(zip(values, table.columns, strict=True)):
            written.put(row, column, value, told.kind)
    for row, note in enumerate(table.notes, start=bottom + 1 + len(table.rows)):
        written.sheet.write_string(row, 0, note, written.formats.subtitle())
    widths = [_width(table, column) for column in range(len(table.columns))]
    for column, width in enumerate(widths):
        written.sheet.set_column(column, column, width)
    lines = max(
        (ceil(shown_width(told.title) / (width - 1)) for told, width in zip(table.columns, widths, strict=True)),
        default=1,
    )
    written.sheet.set_row(bottom, max(lines, 1) * _LINE_HEIGHT + 4)
    frozen = min(table.frozen_columns, last)
    set_up_page(written.sheet, header_rows=(top, bottom), frozen_columns=frozen, width=sum(widths))


def _width(table: ScoreSheet, column: int) -> float:
    """As wide as the figures of a number column, whose title then takes several lines; else as its texts and title."""
    told = table.columns[column]
    texts = [_text(row[column]) for row in table.rows]
    if told.kind is not ColumnKind.NUMBER:
        texts.append(told.title)
    return fitting_width(iter(texts), told.width)


def write_header(written: Written, top: int, columns: tuple[SheetColumn, ...]) -> int:
    """Writes one header row, or two where columns have groups; gives the last of them."""
    style = written.formats.header()
    if not any(column.group for column in columns):
        for number, column in enumerate(columns):
            written.sheet.write_string(top, number, column.title, style)
        return top
    for group, members in groupby(enumerate(columns), key=lambda pair: pair[1].group):
        numbers = [number for number, _ in members]
        if not group:
            for number in numbers:
                written.sheet.merge_range(top, number, top + 1, number, columns[number].title, style)
            continue
        if len(numbers) == 1:
            written.sheet.write_string(top, numbers[0], group, style)
        else:
            written.sheet.merge_range(top, numbers[0], top, numbers[-1], group, style)
        for number in numbers:
            written.sheet.write_string(top + 1, number, columns[number].title, style)
    return top + 1


def _text(value: SheetValue) -> str:
    return str(value) if isinstance(value, int) else shown_text(value)


def _across(written: Written, row: int, last: int, text: str, style: object) -> None:
    if last > 0:
        written.sheet.merge_range(row, 0, row, last, "", style)
    written.sheet.write_string(row, 0, text, style)
