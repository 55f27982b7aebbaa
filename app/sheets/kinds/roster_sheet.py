"""花名册: people and their postings; several rows with one 工号 are several postings (contract, section 3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.sheets.drafts import RosterDraft
from app.sheets.tables.context import Fields, SheetContext
from app.sheets.tables.layout import Table
from app.sheets.tables.vocabulary import DIVISION, ID_NUMBER, NAME, STAFF_NO

COLUMNS = {
    "staff_no": STAFF_NO, "name": NAME, "gender": "性别", "birth_date": "出生日期", "id_number": ID_NUMBER,
    "political_status": "政治面貌", "education": "学历", "division": DIVISION, "line": "条线", "category": "人员类别",
    "indicator_set": "指标组", "post": "职务", "rank": "职级", "judge_grade": "法官等级", "establishment": "编制",
    "start": "任职起", "end": "任职止", "note": "备注",
}  # fmt: skip
_BRACKET = re.compile(r"[(（\[【〔]")
_TEXTS = (
    "gender",
    "political_status",
    "education",
    "line",
    "category",
    "indicator_set",
    "post",
    "rank",
    "judge_grade",
    "establishment",
    "note",
)


def read_roster(context: SheetContext, tables: Sequence[Table]) -> tuple[RosterDraft, ...]:
    """The rows of a 花名册; faults where one contradicts another."""
    drafts = []
    for table in tables:
        given = frozenset(name for name, column in COLUMNS.items() if column in table.match.columns)
        drafts += [draft for row in table.rows if (draft := _draft(Fields(context, table.match, row), given))]
    _check_postings(context, drafts)
    _check_people(context, drafts)
    return tuple(drafts)


def _draft(fields: Fields, given: frozenset[str]) -> RosterDraft | None:
    for column in (STAFF_NO, NAME, DIVISION, "人员类别"):
        if fields.has(column) and not (column == DIVISION and fields.division()):
            fields.need(column)
    start, end = fields.day("任职起"), fields.day("任职止", last=True)
    if start and end and end < start:
        fields.fail("任职止", "ends-before-it-starts", start=start.isoformat())
    texts = {name: fields.text(COLUMNS[name]) for name in _TEXTS}
    staff_no, name, id_number = fields.staff_no(), fields.name(), fields.id_number()
    birth_date, division = fields.day("出生日期"), fields.division()
    if fields.failed:
        return None
    if _BRACKET.search(name):
        fields.context.warn("name-with-bracket", fields.source(NAME).cell, name)
    return RosterDraft(
        fields.row.number,
        staff_no,
        name,
        division,
        sources=fields.sources(COLUMNS),
        given=given,
        birth_date=birth_date,
        id_number=id_number,
        start=start,
        end=end,
        **texts,
    )


def _check_postings(context: SheetContext, drafts: list[RosterDraft]) -> None:
    """One posting of a person begins on a day."""
    seen: dict[tuple[str, object], RosterDraft] = {}
    for draft in drafts:
        first = seen.setdefault((draft.staff_no.casefold(), draft.start), draft)
        if first is not draft:
            day = draft.start.isoformat() if draft.start else "（空）"
            cell = draft.sources.get("start", draft.sources["staff_no"]).cell
            context.fault("posting-twice", cell, draft.staff_no, name=draft.name, first=str(first.row), day=day)


def _check_people(context: SheetContext, drafts: list[RosterDraft]) -> None:
    """A staff number is one person, and an id number is one staff number."""
    names: dict[str, RosterDraft] = {}
    owners: dict[str, RosterDraft] = {}
    for draft in drafts:
        first = names.setdefault(draft.staff_no.casefold(), draft)
        if first.name != draft.name:
            cell = draft.sources["name"].cell
            context.fault(
                "staff-no-of-two", cell, draft.name, staff_no=draft.staff_no, other=first.name, first=str(first.row)
            )
        owner = owners.setdefault(draft.id_number, draft) if draft.id_number else draft
        if owner.staff_no.casefold() != draft.staff_no.casefold():
            cell = draft.sources["id_number"].cell
            context.fault("id-number-of-two", cell, draft.id_number, other=owner.name, first=str(owner.row))
