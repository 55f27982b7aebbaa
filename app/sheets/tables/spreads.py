"""A data item given in several columns, each of another time: 本期 beside 去年同期, months beside each other.

Which column is the sheet's own can be told once its period is known. None is taken that does not say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from app.domain.periods import Kind, Period
from app.domain.schemes import DataItem, Gathering, ItemKind
from app.domain.words import plain
from app.sheets.reading.cells import Cell
from app.sheets.reading.number_formats import plain_number
from app.sheets.tables.context import SheetContext
from app.sheets.tables.headers import Header, Match, Part, told_headers
from app.sheets.tables.layout import Table
from app.sheets.tables.period_parts import part_alone
from app.sheets.tables.spans import Fit, fit, period_named
from app.sheets.tables.values import Unreadable, number_of


class _Choice(NamedTuple):
    """Of one item's columns: which is read, which are not, which are asked for, and whether none can be chosen."""

    taken: Header | None = None
    passed: tuple[Header, ...] = ()
    asked: tuple[Header, ...] = ()
    unclear: tuple[Header, ...] = ()
    twice: tuple[tuple[Header, Header], ...] = ()
    addends: tuple[Header, ...] = ()
    """The columns of which the one taken must be the sum."""


def settle_spreads(context: SheetContext, tables: Iterable[Table]) -> list[Table]:
    """The tables with the column of the period for each such item; a fault where none is, or several are."""
    return [replace(table, match=_settled(context, table)) if table.match.parts else table for table in tables]


def _settled(context: SheetContext, table: Table) -> Match:
    match = table.match
    parts: defaultdict[str, list[Part]] = defaultdict(list)
    for part in match.parts:
        parts[part.code].append(part)
    choices = {
        code: _choice((context.items.by_code[code], match.items.get(code)), told, _own_time(context, table, told))
        for code, told in parts.items()
    }
    items = match.items | {code: each.taken for code, each in choices.items() if each.taken}
    passed = [header for each in choices.values() for header in each.passed]
    if passed:
        context.warn("column-of-other-time", passed[0].cell, told_headers(passed))
    _report_unclear(context, choices)
    for code, each in choices.items():
        _check_sums(context, table, context.items.by_code[code].unit, each)
    unclear = [header for each in choices.values() for header in each.unclear]
    asked = [header for each in choices.values() for header in each.asked]
    return replace(
        match,
        items=items,
        parts=(),
        ignored=(*match.ignored, *passed, *unclear),
        unknown=tuple(sorted((*match.unknown, *asked))),
        twice=(*match.twice, *(pair for each in choices.values() for pair in each.twice)),
    )


def _own_time(context: SheetContext, table: Table, parts: Sequence[Part]) -> Period | None:
    """The time to look for: the sheet's period; of years beside each other its year, where the title tells the part of it."""
    period = context.period
    if period is None or not _are_years(parts, period):
        return period
    titles = (cell.text for cell in table.above)
    return _year_of(period) if any(part_alone(plain(title), period.year) == period for title in titles) else period


def _are_years(parts: Sequence[Part], period: Period) -> bool:
    """Whether the columns are whole years beside each other, one of them that of the period."""
    told = [named for part in parts if (named := period_named(part.span, period)) is not None]
    return len(told) == len(parts) > 1 and all(each.kind is Kind.YEAR for each in told) and _year_of(period) in told


def _year_of(period: Period) -> Period:
    """The year in which a period lies."""
    return Period(period.year, Kind.YEAR, 1)


def _choice(known: tuple[DataItem, Header | None], parts: Sequence[Part], period: Period | None) -> _Choice:
    """What to do with the columns of an item; ``known``: it, and a column of it that tells no time."""
    item, alone = known
    headers = tuple(part.header for part in parts)
    own = [part.header for part in parts if _fit(part, period) is Fit.OWN]
    if alone is not None:
        passed = tuple(header for header in headers if header not in own)
        return _Choice(alone, passed, twice=tuple((alone, header) for header in own))
    adds = item.kind is ItemKind.NUMBER and item.gathering in {None, Gathering.SUM}
    if not own and adds and period is not None and (sum_ := _sum_of_all(parts, period)):
        months = tuple(header for header in headers if header is not sum_)
        return _Choice(sum_, months, addends=months)
    if len(own) == 1:
        return _Choice(own[0], tuple(header for header in headers if header is not own[0]))
    if len(own) > 1:
        return _Choice(own[0], twice=tuple((own[0], header) for header in own[1:]))
    if len(headers) == 1 and _fit(parts[0], period) is Fit.SUM:
        # 结案数 over 小计, 判决, 调解: the parts of it tell no time.
        return _Choice(headers[0])
    if all(_fit(part, period) is Fit.COMPARED for part in parts):
        return _Choice(asked=headers)
    if period is not None and _are_years(parts, period):
        # 2023年 beside 2024年 in a sheet of one quarter: up to then, or the quarter of each?
        asked = tuple(part.header for part in parts if period_named(part.span, period) == _year_of(period))
        return _Choice(passed=tuple(header for header in headers if header not in asked), asked=asked)
    return _Choice(unclear=headers)


def _fit(part: Part, period: Period | None) -> Fit:
    """How a column's time stands to the period; an aim or points are there to compare, whatever their time."""
    return Fit.COMPARED if part.compared else fit(part.span, period)


def _sum_of_all(parts: Sequence[Part], period: Period) -> Header | None:
    """The column of the sum, where the months beside it are just those of the period."""
    sums = [part.header for part in parts if _fit(part, period) is Fit.SUM]
    named = [period_named(part.span, period) for part in parts if _fit(part, period) is Fit.OTHER]
    months = [each for each in named if each is not None and each.kind is Kind.MONTH]
    whole = len(months) == len(named) == period.kind == len(set(months)) and all(map(period.contains, months))
    return sums[0] if whole and len(sums) == 1 else None


def _check_sums(context: SheetContext, table: Table, unit: str, choice: _Choice) -> None:
    """Faults where the column taken as the sum of others is not their sum."""
    if choice.taken is None or not choice.addends:
        return
    for row in table.rows:
        told = _figure(row.cells.get(choice.taken.column), unit)
        parts = [_figure(row.cells.get(each.column), unit) for each in choice.addends]
        sum_ = sum((each for each in parts if each is not None), Decimal(0))
        if told is not None and told != sum_:
            place = row.cells[choice.taken.column]
            context.fault("months-differ", place.address, place.text, column=choice.taken.text, sum=plain_number(sum_))


def _figure(cell: Cell | None, unit: str) -> Decimal | None:
    """The figure in a cell; None where there is none, which is told when it is read."""
    try:
        return number_of(cell, unit).value if cell is not None else None
    except Unreadable:
        return None


def _report_unclear(context: SheetContext, choices: dict[str, _Choice]) -> None:
    """One fault for all items whose columns tell other times than the sheet's period."""
    codes = [code for code, each in choices.items() if each.unclear]
    if not codes or context.period is None:
        return
    headers = [header for code in codes for header in choices[code].unclear]
    names = "、".join(context.items.by_code[code].name for code in codes)
    context.fault(
        "no-column-of-period", headers[0].cell, told_headers(headers), item=names, period=context.period.title
    )
