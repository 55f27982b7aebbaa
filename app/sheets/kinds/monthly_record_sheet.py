"""月纪实: what each person did in a month, the own assessment, the head's comment and mark."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.domain.periods import Kind
from app.sheets.drafts import MonthlyDraft
from app.sheets.kinds.entry_sheet import period_of_row
from app.sheets.tables.context import Fields, SheetContext, person_key, rows_of
from app.sheets.tables.layout import Table
from app.sheets.tables.values import nothing_of

COLUMNS = {"work": "工作完成情况", "self_assessment": "自评", "comment": "负责人评语", "mark": "负责人评分"}
"""Field → column; the first and the third tell the kind."""


def read_monthly_records(context: SheetContext, tables: Sequence[Table]) -> tuple[MonthlyDraft, ...]:
    """The rows of a 月纪实 sheet, each of one month: of the sheet, or of its own column 月份."""
    drafts = [draft for fields in rows_of(context, tables) if (draft := _draft(fields))]
    seen: dict[tuple[object, ...], MonthlyDraft] = {}
    for draft in drafts:
        first = seen.setdefault((person_key(draft.person), draft.month), draft)
        if first is not draft:
            context.fault("month-twice", draft.person.source.cell, draft.month.title, first=str(first.row))
    return tuple(drafts)


def _draft(fields: Fields) -> MonthlyDraft | None:
    person, month = fields.person(), period_of_row(fields)
    if month is not None and month.kind is not Kind.MONTH:
        fields.fail("月份", "month-needed", period=month.title)
    mark = _mark(fields)
    if fields.failed or person is None or month is None:
        return None
    given = frozenset(name for name, column in COLUMNS.items() if fields.has(column))
    sources = {"person": person.source} | fields.sources(COLUMNS)
    texts = {name: prose(fields, column) for name, column in COLUMNS.items() if name != "mark"}
    return MonthlyDraft(fields.row.number, person, month, given, sources, **texts, mark=mark)


def _mark(fields: Fields) -> Decimal | None:
    cell = fields.cell("负责人评分")
    return None if cell is None or nothing_of(cell) else fields.number("负责人评分", "分")


def prose(fields: Fields, column: str) -> str:
    """A text of several lines as it was written, without blanks at the ends of its lines; ``/`` and the like are nothing."""
    cell = fields.cell(column)
    if cell is None or nothing_of(cell):
        return ""
    return "\n".join(line for told in cell.text.splitlines() if (line := told.strip()))
