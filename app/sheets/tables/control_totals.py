"""The sheet's own totals held against its rows, to the digits printed: 合计, 小计, 人数.

A total may be of the rows since the last one, of its table, or of every table so far; it must be one of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import NamedTuple

from app.domain.schemes import TYPED_IN, ItemKind
from app.domain.words import plain
from app.sheets.drafts import LEDGER
from app.sheets.reading.cells import Cell
from app.sheets.reading.number_formats import plain_number
from app.sheets.tables.context import SheetContext
from app.sheets.tables.headers import Header
from app.sheets.tables.layout import Row, Table, Total
from app.sheets.tables.values import Unreadable, nothing_of, number_of
from app.sheets.tables.vocabulary import ID_NUMBER, NAME, STAFF_NO, WIDE

_NO_SUM = re.compile(r"平均|人均|均值|最高|最低|其中|累计|比例|占比|率")
_PEOPLE = re.compile(r"(\d+)人(?!次|员)")
_PART = "小计"
_NO_ADDING = re.compile(r"率|比例|占比|平均|均分|均值|系数|名次|排名|人均")


class _Checked(NamedTuple):
    """A column whose totals are sums; ``mean_too``: marks, of which a total may be the mean."""

    header: Header
    unit: str
    mean_too: bool = False


def check_totals(context: SheetContext, tables: Sequence[Table]) -> None:
    """Faults where a total is not that of its rows."""
    before: list[Row] = []
    for table in tables:
        columns = _checked_columns(context, table)
        for total in table.totals:
            if _NO_SUM.search(_label(total)):
                continue
            spans = _spans(table, total, before)
            for column in columns:
                _check_sum(context, column, total, spans)
            _check_people(context, table, total, spans)
        before += table.rows


def _label(total: Total) -> str:
    return "".join(plain(cell.text) for cell in total.cells.values() if isinstance(cell.value, str))


def _spans(table: Table, total: Total, before: Sequence[Row]) -> list[Sequence[Row]]:
    """The rows of which it may be the total, the likeliest first."""
    own, since = table.rows[: total.until], table.rows[total.since : total.until]
    spans: list[Sequence[Row]] = [since, own] if _PART in _label(total) else [own, since]
    if before:
        spans.append([*before, *own])
    return [span for span in spans if span]


def _checked_columns(context: SheetContext, table: Table) -> list[_Checked]:
    match = table.match
    if match.vocabulary.kind == LEDGER:
        return [
            _Checked(match.named[name], unit) for name, unit in (("分值", "分"), ("次数", "次")) if name in match.named
        ]
    if match.vocabulary is not WIDE:
        return []
    columns = []
    for code, header in match.items.items():
        item = context.items.by_code[code]
        adds = item.kind in TYPED_IN and item.kind is not ItemKind.WORD and not item.is_percent
        if adds and not _NO_ADDING.search(item.name + header.text):
            columns.append(_Checked(header, item.unit, item.kind is ItemKind.MARK))
    return columns


def _check_sum(context: SheetContext, column: _Checked, total: Total, spans: Sequence[Sequence[Row]]) -> None:
    cell = total.cells.get(column.header.column)
    printed = _printed(cell, column.unit)
    if cell is None or printed is None or not spans:
        return
    sums = [_sum(span, column) for span in spans]
    if any(each is None for each in sums):
        return
    told = [each for each in sums if each is not None]
    if column.mean_too:
        told += [each / len(span) for each, span in zip(told, spans, strict=True)]
    if any(_same(each, printed, cell.text) for each in told):
        return
    visible = [row for row in spans[0] if row.number not in context.sheet.hidden_rows]
    seen = _sum(visible, column)
    code = "total-without-hidden" if seen is not None and _same(seen, printed, cell.text) else "total-differs"
    context.fault(
        code, cell.address, cell.text, column=column.header.text, sum=plain_number(told[0]), rows=_told(spans[0])
    )


def _told(span: Sequence[Row]) -> str:
    return f"第{span[0].number}至{span[-1].number}行" if len(span) > 1 else f"第{span[0].number}行"


def _printed(cell: Cell | None, unit: str) -> Decimal | None:
    """The figure of a total, None where none stands there."""
    if cell is None or cell.flaw or cell.percent or cell.text.endswith("%"):
        return None
    try:
        return number_of(cell, unit).value
    except Unreadable:
        return None


def _sum(span: Sequence[Row], column: _Checked) -> Decimal | None:
    """The sum of a column over rows; None where a cell cannot be read, which is told elsewhere."""
    sum_ = Decimal(0)
    for row in span:
        cell = row.cells.get(column.header.column)
        if cell is None or nothing_of(cell) is not None:
            continue
        if cell.flaw:
            return None
        try:
            sum_ += number_of(cell, column.unit).value
        except Unreadable:
            return None
    return sum_


def _same(sum_: Decimal, printed: Decimal, text: str) -> bool:
    """Whether a sum is what is printed, to the digits printed."""
    places = Decimal(1).scaleb(-len(text.partition(".")[2].rstrip("分件次个人天元% ")))
    try:
        return sum_ == printed or sum_.quantize(places, ROUND_HALF_UP) == printed.quantize(places, ROUND_HALF_UP)
    except InvalidOperation:
        return False


def _check_people(context: SheetContext, table: Table, total: Total, spans: Sequence[Sequence[Row]]) -> None:
    """人数, told in words (``合计 12人``) or as the figure where names stand."""
    columns = table.match.columns
    keys = [columns[name] for name in (STAFF_NO, ID_NUMBER, NAME) if name in columns]
    if not keys or not spans:
        return
    for cell, told in _people_told(total, columns.get(NAME)):
        counts = {len(span) for span in spans}
        counts |= {len({_who(row, keys) for row in span}) for span in spans}
        if told not in counts:
            context.fault(
                "people-total-differs", cell.address, cell.text, count=str(len(spans[0])), rows=_told(spans[0])
            )


def _people_told(total: Total, names: int | None) -> Iterator[tuple[Cell, int]]:
    for cell in total.cells.values():
        found = _PEOPLE.search(plain(cell.text)) if isinstance(cell.value, str) else None
        if found:
            yield cell, int(found[1])
        elif cell.column == names and isinstance(cell.value, Decimal) and cell.value == int(cell.value):
            yield cell, int(cell.value)


def _who(row: Row, keys: Sequence[int]) -> str:
    return next((plain(row.cells[column].text) for column in keys if column in row.cells), str(row.number))
