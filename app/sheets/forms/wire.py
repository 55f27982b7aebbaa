"""What goes between the program and its reading process about a form: a little JSON, and the bytes of the filled file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from app.sheets.forms.grid import FormCell, FormGrid, Place, covered
from app.sheets.forms.layout import Asked, FormColumn, FormRow, FormTable, asked_in, fingerprint, tables_in
from app.sheets.forms.workbook import DefinedName, FormFile, Value
from app.sheets.reading import limits
from app.sheets.reading.worker_wire import MalformedError, document_of, told_document

_DIGEST = re.compile(r"[0-9a-f]{64}")
_SUFFIXES = (".xlsx", ".xlsm")


class ToldSheet(NamedTuple):
    """One sheet of a form: its cells, and where it wants to be filled."""

    name: str
    grid: FormGrid
    tables: tuple[FormTable, ...]
    asked: tuple[Asked, ...]


class ToldForm(NamedTuple):
    """What there is to know of a form."""

    digest: str
    suffix: str
    sheets: tuple[ToldSheet, ...]
    names: tuple[DefinedName, ...]
    percents: frozenset[int]
    fingerprint: str


def examined(form: FormFile, digest: str) -> ToldForm:
    """What there is to know of a form; ``digest``: of its file. Raises MemoryError where it asks for too much."""
    sheets = tuple(
        ToldSheet(each.name, each.xml.grid, tables_in(each.name, each.xml.grid), tuple(asked_in(each.xml.grid)))
        for each in form.sheets
    )
    mark = fingerprint((each.name, each.grid, each.tables) for each in sheets)
    return ToldForm(digest, form.suffix, sheets, form.names, form.percents, mark)


def told_form(form: ToldForm) -> bytes:
    """A form as a message."""
    sheets = [
        {
            "name": each.name,
            "cells": [list(cell) for cell in each.grid.cells.values()],
            "rows": list(map(list, each.grid.rows.items())),
            "merged": each.grid.merged,
            "column_styles": list(map(list, each.grid.column_styles.items())),
            "tables": each.tables and [_told_table(table) for table in each.tables],
            "asked": each.asked,
        }
        for each in form.sheets
    ]
    return told_document({**form._asdict(), "sheets": sheets, "percents": sorted(form.percents)})


def _told_table(table: FormTable) -> dict[str, Any]:
    return {name: getattr(table, name) for name in ("columns", "rows", "around", "last_row", "first_row")}


def form_of(message: bytes) -> ToldForm:
    """The form that a message tells. Raises the AppError that it tells, or MalformedError."""
    told, rest = document_of(message, limits.FORM_ANSWER)
    try:
        if rest or not _DIGEST.fullmatch(told["digest"]) or not _DIGEST.fullmatch(told["fingerprint"]):
            raise MalformedError
        if told["suffix"] not in _SUFFIXES:
            raise MalformedError
        return ToldForm(
            told["digest"],
            told["suffix"],
            tuple(_sheet(each) for each in told["sheets"]),
            tuple(DefinedName(*_typed(each, (str, str, int, int))) for each in told["names"]),
            frozenset(_typed(told["percents"], (int,) * len(told["percents"]))),
            told["fingerprint"],
        )
    except (ValueError, KeyError, TypeError, AttributeError) as strange:
        raise MalformedError from strange


def _typed(told: Any, kinds: tuple[type, ...]) -> list[Any]:
    """The values of a list, which are of these kinds. Raises MalformedError."""
    if not isinstance(told, list) or tuple(map(type, told)) != kinds:
        raise MalformedError
    return told


def _sheet(told: dict[str, Any]) -> ToldSheet:
    cells = [FormCell(*_typed(each, (int, int, str, str, int, str))) for each in told["cells"]]
    grid = FormGrid({(each.row, each.column): each for each in cells})
    grid.rows = {row: own for row, own in map(tuple, told["rows"]) if _is_row(row, own)}
    grid.merged = [_range(each) for each in told["merged"]]
    grid.column_styles = dict(_typed(each, (int, int)) for each in told["column_styles"])
    if len(cells) > limits.FORM_CELLS or covered(grid.merged) > limits.FORM_CELLS:
        raise MalformedError
    (name,) = _typed([told["name"]], (str,))
    return ToldSheet(name, grid, tuple(map(_table, told["tables"])), tuple(map(_asked, told["asked"])))


def _is_row(row: Any, own: Any) -> bool:
    if type(row) is not int or type(own) not in (int, type(None)):
        raise MalformedError
    return True


def _range(told: list[Any]) -> tuple[int, int, int, int]:
    top, left, bottom, right = _typed(told, (int,) * 4)
    if not (0 < top <= bottom and 0 < left <= right):
        raise MalformedError
    return top, left, bottom, right


def _table(told: dict[str, Any]) -> FormTable:
    columns = []
    for each in told["columns"]:
        column, texts, row = each
        _typed([column, row], (int, int))
        columns.append(FormColumn(column, tuple(_typed(texts, (str,) * max(len(texts), 1))), row))
    rows = tuple(FormRow(*_typed(each, (int, str, str, str, bool))) for each in told["rows"])
    if not columns or len(rows) * len(columns) > limits.FORM_CELLS:
        raise MalformedError
    around, last, first = _typed([told["around"], told["last_row"], told["first_row"]], (str, int, int))
    return FormTable(tuple(columns), rows, around, last, first)


def _asked(told: list[Any]) -> Asked:
    row, column, text, asks = told
    _typed([row, column, text], (int, int, str))
    return Asked(row, column, text, tuple(_typed(asks, (str,) * max(len(asks), 1))))


def told_values(digest: str, values: Iterable[Mapping[Place, Value]]) -> dict[str, Any]:
    """What is asked of the reading process beside the path: the form with this digest, with these values in its sheets."""
    return {"digest": digest, "values": [[[*place, *value] for place, value in sheet.items()] for sheet in values]}


def values_of(told: Mapping[str, Any]) -> list[dict[Place, Value]]:
    """The values that are asked for, sheet by sheet."""
    return [
        {(row, column): Value(text, is_number) for row, column, text, is_number in sheet} for sheet in told["values"]
    ]


def told_written(content: bytes) -> bytes:
    """The filled file as a message."""
    return told_document({"written": len(content)}, content)


def written_of(message: bytes) -> bytes:
    """The filled file in a message. Raises the AppError that it tells, or MalformedError."""
    told, content = document_of(message)
    if told != {"written": len(content)} or not content:
        raise MalformedError
    return content
