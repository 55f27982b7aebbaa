"""签收: who signed for the notice of a result, on which day. Read here, taken by a command of its own."""

from __future__ import annotations

from collections.abc import Sequence

from app.sheets.drafts import NoticeDraft
from app.sheets.tables.context import SheetContext, rows_of
from app.sheets.tables.layout import Table


def read_notices(context: SheetContext, tables: Sequence[Table]) -> tuple[NoticeDraft, ...]:
    """The signatures of a sheet. A row without 签收日期 says nothing: that person has not signed yet."""
    drafts: list[NoticeDraft] = []
    for fields in rows_of(context, tables):
        if fields.cell("签收日期") is None and not fields.flawed("签收日期"):
            continue
        person, signed = fields.person(), fields.day("签收日期")
        if fields.failed or person is None or signed is None:
            continue
        drafts.append(
            NoticeDraft(fields.row.number, person, signed, fields.text("本人意见"), fields.source("签收日期"))
        )
    return tuple(drafts)
