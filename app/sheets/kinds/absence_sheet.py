"""离岗: who was away, of which kind, from a day to a day."""

from __future__ import annotations

from collections.abc import Sequence

from app.sheets.drafts import AbsenceDraft
from app.sheets.tables.context import Fields, SheetContext, person_key, rows_of
from app.sheets.tables.layout import Table

_COLUMNS = {"kind": "离岗类型", "start": "起", "end": "止", "note": "说明"}


def read_absences(context: SheetContext, tables: Sequence[Table]) -> tuple[AbsenceDraft, ...]:
    """The rows of a 离岗 sheet."""
    drafts = [draft for fields in rows_of(context, tables) if (draft := _draft(fields))]
    seen: dict[tuple[object, ...], AbsenceDraft] = {}
    for draft in drafts:
        first = seen.setdefault((person_key(draft.person), draft.kind, draft.start), draft)
        if first is not draft:
            context.fault("absence-twice", draft.sources["start"].cell, draft.start.isoformat(), first=str(first.row))
    return tuple(drafts)


def _draft(fields: Fields) -> AbsenceDraft | None:
    person = fields.person()
    there = [fields.need(column) for column in ("离岗类型", "起")]
    start, end = fields.day("起"), fields.day("止", last=True)
    if start is None and all(there) and not fields.failed:
        fields.fail("起", "not-a-date")
    if start and end and end < start:
        fields.fail("止", "ends-before-it-starts", start=start.isoformat())
    kind, note = fields.text("离岗类型"), fields.text("说明")
    if fields.failed or person is None or start is None:
        return None
    sources = {"person": person.source} | fields.sources(_COLUMNS)
    return AbsenceDraft(fields.row.number, person, kind, start, end, note, sources)
