"""案件: closed cases with roles and further columns, which conditions of the scheme may name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from app.domain.cases import ROLES
from app.domain.person_names import name_key
from app.domain.words import half_width
from app.sheets.drafts import CaseDraft, PersonRef
from app.sheets.reading.cells import Cell
from app.sheets.reading.number_formats import plain_number
from app.sheets.tables.context import Fields, SheetContext, person_key, person_of_word, rows_of
from app.sheets.tables.headers import Header
from app.sheets.tables.layout import Table
from app.sheets.tables.values import case_number_of, nothing_of, words_of

_TEXT_FIELDS = ("案件字", "案由", "程序", "部门")
_DAY_FIELDS = ("立案日期", "结案日期")
_COLUMNS = {
    "number": "案号",
    "closed": "结案日期",
    "filed": "立案日期",
    "own_factor": "个案系数",
    "own_reason": "系数说明",
}
_SEPARATORS = re.compile(r"[、，,;；/／\n\r]+")
PANEL = "合议庭成员"
"""Where lay assessors sit; the presiding judge is always a judge (人民陪审员法第十四条)."""
_LAY_COLUMNS = frozenset(("人民陪审员", "陪审员"))
_SEVERAL = re.compile(r"号.*\d号|号\s*[、，,;；/和及至~-].*\d|\d号?\s*[、，,;；和及至~]\s*\d+\s*号")
"""（2024）…1号、2号; …1至3号: several cases in one row."""
_LAY = re.compile(r"[(（\[【]\s*(?:人民)?陪审员?\s*[)）\]】]|^\s*人民陪审员[:：]?|[（(]陪[）)]")
_BRACKET = re.compile(r"[\(（\[【][^()（）\[\]【】]*[\)）\]】]$")


def read_cases(context: SheetContext, tables: Sequence[Table]) -> tuple[CaseDraft, ...]:
    """The cases closed in the sheet's period. A case not yet closed is told and left out."""
    drafts: list[CaseDraft] = []
    pending = 0
    for table in tables:
        further = {header.column: field_name(header, table.match.unknown) for header in table.match.unknown}
        for fields in rows_of(context, [table]):
            if fields.cell("案号") and fields.cell("结案日期") is None and not fields.flawed("结案日期"):
                pending += 1
            elif draft := _draft(fields, further):
                drafts.append(draft)
    if pending:
        context.warn("cases-not-closed", "", str(pending), count=str(pending))
    _refuse_twice(context, drafts)
    return tuple(drafts)


def field_name(header: Header, among: tuple[Header, ...]) -> str:
    """The name by which conditions know a further column: its lowest word without unit and blanks; in full if that is
    not its own alone.
    """  # fmt: skip
    alone = sum(each.words[-1] == header.words[-1] for each in among) == 1
    text = words_of(header.words[-1] if alone else "".join(header.words)).replace(" ", "")
    while (shorter := _BRACKET.sub("", text).rstrip("*＊")) not in {text, ""}:
        text = shorter
    return text


def _draft(fields: Fields, further: dict[int, str]) -> CaseDraft | None:
    context = fields.context
    for column in ("案号", "承办人"):
        fields.need(column)
    if _SEVERAL.search(half_width(fields.text("案号"))):
        fields.fail("案号", "case-numbers-several")
    closed, filed = fields.exact_day("结案日期", context.period), fields.exact_day("立案日期")
    if closed is None and not fields.failed:
        fields.fail("结案日期", "not-a-date")
    if closed and context.period and not context.period.has_day(closed):
        fields.fail("结案日期", "case-outside-period", period=context.period.title)
    if closed and filed and closed < filed:
        fields.fail("结案日期", "closed-before-filed", filed=filed.isoformat())
    own_factor, own_reason = _own_factor(fields)
    roles = {role: people for role in ROLES if fields.has(role) and (people := _people(fields, role, further))}
    case_fields = _fields(fields, further) | {
        name: day.isoformat() if day else ""
        for name, day in zip(_DAY_FIELDS, (filed, closed), strict=True)
        if fields.has(name)
    }
    if fields.failed or closed is None:
        return None
    sources = fields.sources(_COLUMNS | {role: role for role in ROLES})
    number = case_number_of(fields.text("案号"))
    return CaseDraft(fields.row.number, number, closed, filed, roles, case_fields, own_factor, own_reason, sources)


def _own_factor(fields: Fields) -> tuple[Decimal | None, str]:
    cell = fields.cell("个案系数")
    if cell is None or nothing_of(cell):
        return None, fields.text("系数说明")
    factor, reason = fields.number("个案系数"), fields.text("系数说明")
    if factor is not None and factor < 0:
        fields.fail("个案系数", "factor-below-zero")
    if factor is not None and not reason and not fields.flawed("系数说明"):
        fields.fail("个案系数", "factor-without-reason")
    return factor, reason


def _people(fields: Fields, role: str, further: dict[int, str]) -> tuple[PersonRef, ...]:
    """The people of a role cell, each once, in the order told."""
    cell = fields.cell(role)
    if cell is None or nothing_of(cell):
        return ()
    division = fields.context.division_meant(fields.division(), asks=False)
    lay = _lay_names(fields, further) if role == PANEL else frozenset()
    found: dict[str, PersonRef] = {}
    for word in _SEPARATORS.split(cell.text):
        bare = _LAY.sub("", word) if role == PANEL else word
        if not bare.strip():
            continue
        person = person_of_word(bare, division, fields.source(role))
        if bare != word or (person.name and name_key(person.name) in lay):
            person = person._replace(is_lay=True)
        found.setdefault(person_key(person), person)
    return tuple(found.values())


def _lay_names(fields: Fields, further: dict[int, str]) -> frozenset[str]:
    """Whom the row's column 人民陪审员 names."""
    columns = [number for number, name in further.items() if name in _LAY_COLUMNS]
    cells = [cell for number in columns if (cell := fields.row.cells.get(number)) is not None]
    words = (_LAY.sub("", word) for cell in cells for word in _SEPARATORS.split(cell.text))
    return frozenset(name_key(word) for word in words if word.strip())


def _fields(fields: Fields, further: dict[int, str]) -> dict[str, str]:
    """The case's columns that conditions may name, as text."""
    told = {name: _field_text(fields.cell(name)) for name in _TEXT_FIELDS if fields.has(name)}
    if not told.get("部门") and fields.context.division:
        told["部门"] = fields.context.division
    return told | {name: _field_text(fields.cell_at(column, name)) for column, name in further.items()}


def _field_text(cell: Cell | None) -> str:
    """A field as text: 是 and 否 for ticks, plain figures for numbers, ISO for days."""
    if cell is None:
        return ""
    if isinstance(cell.value, bool):
        return "是" if cell.value else "否"
    if isinstance(cell.value, Decimal) and not cell.percent and "." in cell.text:
        return plain_number(cell.value)
    return words_of(cell.text)


def _refuse_twice(context: SheetContext, drafts: list[CaseDraft]) -> None:
    seen: dict[str, CaseDraft] = {}
    for draft in drafts:
        first = seen.setdefault(half_width(draft.number).casefold(), draft)
        if first is not draft:
            context.fault("case-twice", draft.sources["number"].cell, draft.number, first=str(first.row))
