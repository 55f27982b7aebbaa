"""决定: the grades that people decided. Read here, taken by a command of its own."""

from __future__ import annotations

from collections.abc import Sequence

from app.sheets.drafts import DecisionDraft
from app.sheets.tables.context import Fields, SheetContext, person_key, rows_of
from app.sheets.tables.layout import Table

_COLUMNS = {
    "grade": "评定等次", "reason": "理由", "meeting": "会议", "meeting_date": "会议日期", "present": "到会人员",
    "approval": "批准文号", "code": "代码",
}  # fmt: skip


def read_decisions(context: SheetContext, tables: Sequence[Table]) -> tuple[DecisionDraft, ...]:
    """The decisions of a sheet. A row without 评定等次 decides nothing: that person stays undecided."""
    drafts: list[DecisionDraft] = []
    undecided = 0
    seen: dict[str, DecisionDraft] = {}
    for fields in rows_of(context, tables):
        if fields.cell("评定等次") is None and not fields.flawed("评定等次"):
            undecided += 1
            continue
        draft = _draft(fields)
        if draft is None:
            continue
        first = seen.setdefault(person_key(draft.person), draft)
        if first is not draft:
            context.fault("decision-twice", draft.person.source.cell, draft.grade, first=str(first.row))
        drafts.append(draft)
    if undecided:
        context.warn("decisions-empty", "", str(undecided), count=str(undecided))
    return tuple(drafts)


def _draft(fields: Fields) -> DecisionDraft | None:
    person, day = fields.person(), fields.day("会议日期")
    grade, reason, meeting = (fields.text(column) for column in ("评定等次", "理由", "会议"))
    if fields.failed or person is None:
        return None
    sources = {"person": person.source} | fields.sources(_COLUMNS)
    present, approval, code = (fields.text(column) for column in ("到会人员", "批准文号", "代码"))
    return DecisionDraft(fields.row.number, person, grade, reason, meeting, day, sources, present, approval, code)
