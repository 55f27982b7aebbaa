"""Where a form wants to be filled: tables of people by their headers, cells that ask in words, and the form's fingerprint."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.words import plain, without_bracket
from app.sheets.drafts import ROSTER
from app.sheets.forms.grid import FormGrid
from app.sheets.reading import limits
from app.sheets.tables.vocabulary import DIVISION, NAME, SERIAL, STAFF_NO, VOCABULARIES

_ASKED = re.compile(r"\{\{([^{}]{1,200})\}\}")
_DEEPEST = 3
_SEARCHED = 200
_TOTAL = re.compile(r"(合计|小计|总计|共计|平均|平均值|人均).*")
_NOTE = re.compile(r"(注|备注|说明|填表|填报|制表|审核|负责人|单位负责人|部门负责人).{0,12}[:：].*|注\d*[.．:：].*")
_COUNTED = re.compile(r"[0-9０-９一二三四五六七八九十○〇零上下]+")
_SERIALS = frozenset(map(plain, (SERIAL, "序", "编号顺序", "No", "No.")))
_ROSTER = next(each for each in VOCABULARIES if each.kind == ROSTER)


class FormColumn(NamedTuple):
    """One column of a table of people: what its header says, the lowest header cell first, and where that stands."""

    column: int
    texts: tuple[str, ...]
    row: int


class FormRow(NamedTuple):
    """One row below a header: whom it names, as it stands there. ``is_free``: it waits for somebody."""

    row: int
    staff_no: str
    name: str
    division: str
    is_free: bool


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of people. ``around``: the sheet's name and what stands above the header, which tell whom it is about."""

    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    around: str
    last_row: int
    first_row: int


class Asked(NamedTuple):
    """A cell whose text asks for something: ``{{法官人数}}``, alone or inside a sentence."""

    row: int
    column: int
    text: str
    asks: tuple[str, ...]


def roster_field(header: str) -> str:
    """The 花名册 column that a header names (工号, 姓名, 部门, 职务 …), or an empty text."""
    return SERIAL if plain(header) in _SERIALS else _ROSTER.column(header)


def filled_text(asked: Asked, answers: Iterable[str]) -> str:
    """The cell's text with each question replaced by its answer."""
    told = iter(answers)
    return _ASKED.sub(lambda _: next(told), asked.text)


def asked_in(grid: FormGrid) -> Iterator[Asked]:
    """Every cell with ``{{…}}`` in its text, row by row."""
    for (row, column), cell in sorted(grid.cells.items()):
        asks = _ASKED.findall(cell.text) if "{{" in cell.text and not cell.formula else []
        if asks:
            yield Asked(row, column, cell.text, tuple(asks))


def tables_in(name: str, grid: FormGrid) -> tuple[FormTable, ...]:
    """Every table of people on a sheet of this name, from the top down. Raises MemoryError for more places than a form asks for."""
    heads = [row for row in sorted(grid.rows) if row <= _SEARCHED and _names_people(grid, row)]
    # The lowest of several header rows that all name people is the header.
    heads = [row for row in heads if row + 1 not in heads]
    tables: list[FormTable] = []
    above = 0
    for at, head in enumerate(heads):
        last = heads[at + 1] - 1 if at + 1 < len(heads) else max(grid.rows, default=head)
        table = _table(name, grid, (head, last), above)
        tables.append(table)
        above = table.last_row
    if sum(len(table.rows) * len(table.columns) for table in tables) > limits.FORM_CELLS:
        raise MemoryError
    return tuple(tables)


def _names_people(grid: FormGrid, row: int) -> bool:
    """Whether a row is a header of a table of people: it has 工号 or 姓名, and another header beside."""
    texts = [cell.text for cell in grid.by_row.get(row, ()) if cell.text.strip() and "{{" not in cell.text]
    fields = {roster_field(text) for text in texts}
    return bool(fields & {STAFF_NO, NAME}) and len(texts) > 1


def _table(name: str, grid: FormGrid, rows: tuple[int, int], above: int) -> FormTable:
    head, last = rows
    # Header cells merged downwards reach into the rows below.
    bottom = max(
        (low for top, _, low, _ in grid.merged if top <= head <= low <= head + _DEEPEST and low - top < _DEEPEST),
        default=head,
    )
    columns = tuple(_columns(grid, head, bottom, above))
    found = tuple(_rows(grid, columns, bottom + 1, last))
    lines = [cell.text for cell in grid.cells_between(above, head) if cell.text]
    return FormTable(columns, found, " ".join((name, *lines)), found[-1].row if found else bottom, bottom + 1)


def _columns(grid: FormGrid, head: int, bottom: int, above: int) -> Iterator[FormColumn]:
    columns = sorted({cell.column for cell in grid.cells_between(head - 1, bottom + 1)})
    for column in columns:
        texts: list[str] = []
        place = head
        for row in range(bottom, max(head - _DEEPEST, above), -1):
            corner = grid.corner(row, column)
            cell = grid.cells.get(corner)
            if cell is None or not cell.text.strip() or cell.formula:
                if row < head:
                    break
                continue
            if row < head and not _spans(grid, corner):
                # A title or a unit above the header is no part of it.
                break
            if cell.text not in texts:
                texts.append(cell.text)
                place = corner[0] if len(texts) == 1 else place
        if texts:
            yield FormColumn(column, tuple(texts), place)


def _spans(grid: FormGrid, corner: tuple[int, int]) -> bool:
    """Whether a header cell stands over some columns, not over the whole table."""
    return any(
        (top, left) == corner and right > left and right - left + 1 < grid.width for top, left, _, right in grid.merged
    )


def _rows(grid: FormGrid, columns: tuple[FormColumn, ...], first: int, last: int) -> Iterator[FormRow]:
    fields = {
        field: each.column for each in reversed(columns) for text in each.texts[:1] if (field := roster_field(text))
    }
    keys = [fields[name] for name in (STAFF_NO, NAME) if name in fields]
    numbered = fields.get(SERIAL)
    for row in range(first, last + 1):
        if row not in grid.by_row:
            if numbered is None:
                return
            continue
        texts = {each.column: _seen(grid, row, each.column) for each in columns}
        lead = next((text for text in texts.values() if text), "")
        if _NOTE.fullmatch(plain(lead)):
            return
        if _TOTAL.fullmatch(plain(lead)):
            continue
        told = {name: texts.get(column, "") for name, column in fields.items()}
        named = any(texts[column] for column in keys)
        if named or _waits(grid, row, keys, None if numbered is None else texts[numbered]):
            yield FormRow(row, told.get(STAFF_NO, ""), told.get(NAME, ""), told.get(DIVISION, ""), not named)
        elif numbered is None and not lead:
            return


def _waits(grid: FormGrid, row: int, keys: Iterable[int], serial: str | None) -> bool:
    """Whether a row that names nobody is there for somebody: it has a number, or where no row has, its cells."""
    return all((row, column) in grid.cells for column in keys) if serial is None else serial.isdecimal()


def _seen(grid: FormGrid, row: int, column: int) -> str:
    """What a person reads there: in a merged block, what stands in its first cell."""
    cell = grid.cells.get(grid.corner(row, column))
    text = cell.text.strip() if cell is not None else ""
    return text.removesuffix(".0") if cell is not None and cell.kind == "n" else text


def fingerprint(sheets: Iterable[tuple[str, FormGrid, tuple[FormTable, ...]]]) -> str:
    """What tells this form from others, period after period: the words outside its tables, numbers and counts left out.

    Of each sheet its name, its cells and its tables.
    """
    told = []
    for name, grid, tables in sheets:
        inside = {row for table in tables for row in range(table.first_row, table.last_row + 1)}
        told.append(f"[{_COUNTED.sub('', plain(name))}]")
        for (row, column), cell in sorted(grid.cells.items()):
            if cell.kind in ("s", "inlineStr") and row not in inside:
                told.append(f"{row},{column} {_COUNTED.sub('', without_bracket(_ASKED.sub('', cell.text)))}")
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
