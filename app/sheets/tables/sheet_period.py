"""The period of a sheet: --period, then a cell, then the file's name; disagreement is a fault (contract, 4.1, 10)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from app.domain.periods import Kind, Period
from app.sheets.drafts import DECISIONS, ENTRIES, MONTHLY, NOTICES
from app.sheets.tables.context import SheetContext
from app.sheets.tables.layout import Table
from app.sheets.tables.period_texts import Told, period_in_name, periods_told, unread_label, unread_title
from app.sheets.tables.spans import whole_period

_MONTH = "月份"


def settle_period(context: SheetContext, tables: Sequence[Table]) -> Period | None:
    """The sheet's period; a fault where the sources disagree, or where one is needed and none tells it."""
    told = periods_told(tables[0].above, tables[-1].below)
    in_cells = _in_cells(context, told)
    in_name = period_in_name(PurePath(context.file).stem)
    given = context.hints.period
    unread = unread_label(tables[0].above) if not told else None
    if unread is not None:
        context.fault("period-unreadable", unread.address, unread.text, column="周期")
        return given
    if not told and given is None and (title := unread_title(tables[0].above)) is not None:
        context.fault("title-period-unclear", title.address, title.text)
        return None
    _check(context, (given, in_cells, in_name), told)
    in_sheet = _of_sheet_name(context)
    period = given or in_cells or in_name or in_sheet or _in_headers(tables)
    if period and in_sheet and not (in_sheet.contains(period) or period.contains(in_sheet)):
        context.fault("period-sheet-disagrees", told[0].cell if told else "", in_sheet.title, given=period.title)
    if period is None and _needed(tables):
        context.fault("period-missing")
    return period


def _in_cells(context: SheetContext, told: Sequence[Told]) -> Period | None:
    """The one period that the cells tell; of ``2024年度`` and ``2024Q1`` on one sheet the shorter is meant."""
    if not told:
        return None
    shortest = min((each.period for each in told), key=lambda period: period.kind)
    for each in told:
        if not each.period.contains(shortest):
            context.fault("period-cells-disagree", each.cell, each.period.title, other=shortest.title)
            break
    return shortest


def _check(
    context: SheetContext, sources: tuple[Period | None, Period | None, Period | None], told: Sequence[Told]
) -> None:
    given, in_cells, in_name = sources
    cell = told[0].cell if told else ""
    if given and in_cells and given != in_cells:
        context.fault("period-disagrees", cell, in_cells.title, given=given.title)
    first = given or in_cells
    if first is None or in_name is None or in_name == first:
        return
    # A year in the file's name (“2024年度考核数据”) says nothing against a quarter of that year.
    if in_name.kind is not Kind.YEAR or not in_name.contains(first):
        context.fault("period-name-disagrees", cell, in_name.title, given=first.title)


def _of_sheet_name(context: SheetContext) -> Period | None:
    return period_in_name(context.sheet.name)


def _in_headers(tables: Sequence[Table]) -> Period | None:
    """The one period that the words over columns tell with its year (``2024年第二季度结案数``); none of several."""
    told = {period for table in tables for part in table.match.parts if (period := whole_period(part.span))}
    return told.pop() if len(told) == 1 else None


def _needed(tables: Sequence[Table]) -> bool:
    """Whether the kind has no use without a period: a sheet of 数据 or 月纪实 with a column 月份 tells it row by row."""
    match = tables[0].match
    if match.vocabulary.kind in {DECISIONS, NOTICES}:
        return False
    return not (match.vocabulary.kind in {ENTRIES, MONTHLY} and _MONTH in match.named)
