"""The sheet's own totals held against its rows, to the digits printed: 合计, 小计, 人数, 件数.

A total may be of the rows since the last one, of its table, or of every table so far; it must be one of these. Where the
first stands above all records, each may be of those below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import NamedTuple

from app.domain.schemes import TYPED_IN, ItemKind
from app.domain.words import plain
from app.sheets.drafts import CASES, LEDGER
from app.sheets.reading.cells import Cell
from app.sheets.reading.number_formats import plain_number
from app.sheets.tables.column_sums import ColumnSums, RowFigures
from app.sheets.tables.context import SheetContext
from app.sheets.tables.headers import Header
from app.sheets.tables.layout import Row, Table, Total
from app.sheets.tables.values import Unreadable, number_of
from app.sheets.tables.vocabulary import ID_NUMBER, NAME, STAFF_NO, WIDE

_NO_SUM = re.compile(r"平均|人均|均值|最高|最低|其中|累计|比例|占比|率")
_PEOPLE = re.compile(r"(\d+)人(?!次|员)")
_COUNTED_CASES = re.compile(r"(\d+)[件宗起案](?!次)")
_WORD_AND_SUM = re.compile(r"([^\d,;:.、()%]{2,}?)(?:共计?|合计|总计|总数|为)?:?(\d+(?:\.\d+)?)(?![\d%年月季周])")
_COUNT_WORDS = frozenset(("", "数", "量", "件数", "总数"))
_CASE = "案号"
_PART = "小计"
_NO_ADDING = re.compile(r"率|比例|占比|平均|均分|均值|系数|名次|排名|人均")


class _Checked(NamedTuple):
    """A column whose totals are sums; ``mean_too``: marks, of which a total may be the mean."""

    header: Header
    unit: str
    mean_too: bool = False


class _Span(NamedTuple):
    """Rows of the sheet, from one (from 0) to before another."""

    start: int
    stop: int


def check_totals(context: SheetContext, tables: Sequence[Table]) -> None:
    """Faults where a total is not that of its rows."""
    before: list[Row] = []
    for table in tables:
        rows = [*before, *table.rows]
        totals = [total for total in table.totals if not _NO_SUM.search(_label(total))]
        columns = _checked_columns(context, table) if totals else []
        figures = RowFigures(rows)
        sums = [figures.sums(column.header.column, column.unit) for column in columns]
        for total in totals:
            spans = _spans(table, total, len(before))
            _check_words(context, total, spans, list(zip(columns, sums, strict=True)))
            for column, sums_ in zip(columns, sums, strict=True):
                _check_sum(context, column, total, [(sums_.between(*span), rows[slice(*span)]) for span in spans])
            _check_people(context, table, total, [rows[slice(*span)] for span in spans])
            _check_cases(context, table, total, [rows[slice(*span)] for span in spans])
        before = rows


def _label(total: Total) -> str:
    return "".join(plain(cell.text) for cell in total.cells.values() if isinstance(cell.value, str))


def _spans(table: Table, total: Total, before: int) -> list[_Span]:
    """The rows of which it may be the total, the likeliest first; ``before`` rows stand in the tables above."""
    stop = before + total.until
    own, since = _Span(before, stop), _Span(before + total.since, stop)
    spans = [since, own] if _PART in _label(total) else [own, since]
    if before:
        spans.append(_Span(0, stop))
    if table.totals[0].until == 0:
        last = before + len(table.rows)
        until = next((before + each.until for each in table.totals if each.until > total.until), last)
        below = [_Span(stop, until), _Span(stop, last)]
        spans = [*spans, *below] if total.until else [*reversed(below), *spans]
    return [span for span in spans if span.start < span.stop]


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


def _check_sum(
    context: SheetContext, column: _Checked, total: Total, spans: Sequence[tuple[Decimal | None, Sequence[Row]]]
) -> None:
    """``spans``: the rows of which it may be the total, with their sum."""
    cell = total.cells.get(column.header.column)
    printed = _printed(cell, column.unit)
    told = [sum_ for sum_, _ in spans if sum_ is not None]
    if cell is None or printed is None or not spans or len(told) < len(spans):
        return
    known = list(told)
    if column.mean_too:
        known += [sum_ / len(rows) for sum_, (_, rows) in zip(told, spans, strict=True)]
    if not any(_same(each, printed, cell.text) for each in known):
        _tell(context, column, (cell, printed, told[0]), spans[0][1])


def _tell(context: SheetContext, column: _Checked, told: tuple[Cell, Decimal, Decimal], span: Sequence[Row]) -> None:
    """The fault; where the total is that of the rows that are shown, this is said."""
    cell, printed, sum_ = told
    visible = [row for row in span if row.number not in context.sheet.hidden_rows]
    seen = RowFigures(visible).sums(column.header.column, column.unit).between(0, len(visible))
    code = "total-without-hidden" if seen is not None and _same(seen, printed, cell.text) else "total-differs"
    context.fault(code, cell.address, cell.text, column=column.header.text, sum=plain_number(sum_), rows=_told(span))


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


def _same(sum_: Decimal, printed: Decimal, text: str) -> bool:
    """Whether a sum is what is printed, to the digits printed."""
    places = Decimal(1).scaleb(-len(text.partition(".")[2].rstrip("分件次个人天元% ")))
    try:
        return sum_ == printed or sum_.quantize(places, ROUND_HALF_UP) == printed.quantize(places, ROUND_HALF_UP)
    except InvalidOperation:
        return False


def _check_words(
    context: SheetContext, total: Total, spans: Sequence[_Span], columns: Sequence[tuple[_Checked, ColumnSums]]
) -> None:
    """Sums told in words beside the column's name: ``共计4人，结案46件``."""
    texts = [cell for cell in total.cells.values() if isinstance(cell.value, str)] if spans else []
    for cell in texts:
        for word, figure in _WORD_AND_SUM.findall(plain(cell.text)):
            called = [each for each in columns if _is_called(context, each[0].header, word)]
            told = [called[0][1].between(*span) for span in spans] if len(called) == 1 else []
            sums = [each for each in told if each is not None]
            if sums and len(sums) == len(told) and not any(_same(each, Decimal(figure), figure) for each in sums):
                values = {"column": called[0][0].header.text, "sum": plain_number(sums[0]), "rows": "各行"}
                context.fault("total-differs", cell.address, cell.text, **values)


def _is_called(context: SheetContext, header: Header, word: str) -> bool:
    """Whether a word names a column, with or without 数 behind it."""
    names = {plain(name) for name in header.names}
    names |= {plain(context.items.by_code[code].name) for name in header.names if (code := context.items.code(name))}
    return any(name.removeprefix(word) in _COUNT_WORDS for name in names if name.startswith(word))


def _check_cases(context: SheetContext, table: Table, total: Total, spans: Sequence[Sequence[Row]]) -> None:
    """件数 of a case list, told in words (``合计 3件``) or as the figure where case numbers stand."""
    number, closed = table.match.columns.get(_CASE), table.match.columns.get("结案日期", 0)
    if table.match.vocabulary.kind != CASES or number is None or not spans:
        return
    counts = {len(span) for span in spans}
    counts |= {sum(closed in row.cells for row in span) for span in spans}
    counts |= {len({plain(row.cells[number].text) for row in span if number in row.cells}) for span in spans}
    for cell, told in _counted(total, number, _COUNTED_CASES):
        if told not in counts:
            values = {"count": str(len(spans[0])), "rows": _told(spans[0])}
            context.fault("cases-total-differs", cell.address, cell.text, **values)


def _check_people(context: SheetContext, table: Table, total: Total, spans: Sequence[Sequence[Row]]) -> None:
    """人数, told in words (``合计 12人``) or as the figure where names stand."""
    columns = table.match.columns
    keys = [columns[name] for name in (STAFF_NO, ID_NUMBER, NAME) if name in columns]
    if not keys or not spans:
        return
    for cell, told in _counted(total, columns.get(NAME), _PEOPLE):
        counts = {len(span) for span in spans}
        counts |= {len({_who(row, keys) for row in span}) for span in spans}
        if told not in counts:
            context.fault(
                "people-total-differs", cell.address, cell.text, count=str(len(spans[0])), rows=_told(spans[0])
            )


def _counted(total: Total, names: int | None, words: re.Pattern[str]) -> Iterator[tuple[Cell, int]]:
    """How many a total tells, in words or as the figure in the column of names."""
    for cell in total.cells.values():
        found = words.search(plain(cell.text)) if isinstance(cell.value, str) else None
        if found:
            yield cell, int(found[1])
        elif cell.column == names and isinstance(cell.value, Decimal) and cell.value == int(cell.value):
            yield cell, int(cell.value)


def _who(row: Row, keys: Sequence[int]) -> str:
    return next((plain(row.cells[column].text) for column in keys if column in row.cells), str(row.number))
