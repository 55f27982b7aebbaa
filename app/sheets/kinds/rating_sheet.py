"""测评: ballots. Who gave one is never read, let alone stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from app.domain.periods import Period
from app.domain.schemes import ItemKind
from app.domain.words import plain
from app.sheets.drafts import RATINGS, BallotDraft, PersonRef
from app.sheets.reading.cells import Cell
from app.sheets.tables.context import Fields, SheetContext, person_key, person_of_word, rows_of
from app.sheets.tables.layout import Table
from app.sheets.tables.values import nothing_of, words_of

_COLUMNS = {"group": "测评人类别", "mark": "评分", "word": "评价", "ticket": "票号"}

_ABSTAINED = frozenset(("弃权", "弃评", "未评", "空白", "空白票"))


def read_ballots(context: SheetContext, tables: Sequence[Table], period: Period) -> tuple[BallotDraft, ...]:
    """The ballots of a 测评 sheet. One without 票号 gets a running number among those of its person and group."""
    drafts: list[BallotDraft] = []
    blank = 0
    counted: dict[tuple[str, str, str], int] = {}
    for fields in rows_of(context, tables):
        draft = _draft(fields, period)
        if draft is None:
            continue
        if draft.mark is None and not draft.word:
            blank += 1
            continue
        key = (person_key(draft.person), draft.group, draft.item)
        counted[key] = counted.get(key, 0) + 1
        drafts.append(draft if draft.ticket else draft._replace(ticket=str(counted[key])))
    if blank:
        context.warn("ballots-blank", "", str(blank), count=str(blank))
    _refuse_twice(context, drafts)
    return tuple(drafts)


def _draft(fields: Fields, period: Period) -> BallotDraft | None:
    person = _person(fields)
    cell = fields.cell("评分")
    mark = None if cell is None or _says_nothing(cell) else fields.number("评分", "分")
    told = fields.cell("评价")
    word = "" if told is None or _says_nothing(told) else words_of(told.text)
    if mark is not None or word:
        # A row without mark and word is no ballot, whoever would have given it.
        fields.need("测评人类别")
    group = fields.text("测评人类别")
    ticket = fields.text("票号")
    item = _item(fields)
    if fields.failed or person is None:
        return None
    sources = {"person": person.source} | fields.sources(_COLUMNS)
    return BallotDraft(fields.row.number, person, period, group, mark, word, ticket, sources, item)


def _says_nothing(cell: Cell) -> bool:
    """Whether whoever rates abstained."""
    return nothing_of(cell) is not None or plain(cell.text).strip("()") in _ABSTAINED


def _item(fields: Fields) -> str:
    """The code of the data item that the row names, or an empty text."""
    word = fields.text("数据项")
    item = fields.context.items.by_code.get(fields.context.items.code(word)) if word else None
    if word and (item is None or item.kind is not ItemKind.RATING):
        fields.fail("数据项", "unknown-item")
    return item.code if item else ""


def subject_of(context: SheetContext, tables: Sequence[Table]) -> str:
    """The code of the one data item of 测评 that the answer, the sheet's name, a title or the file's name tells."""
    names = {plain(item.name): code for code, item in context.items.by_code.items() if item.kind is ItemKind.RATING}
    answer = context.items.answers.get(plain(RATINGS), "")
    titles = (cell.text for cell in tables[0].above)
    for text in (answer, context.sheet.name, *titles, PurePath(context.file).stem):
        told = [name for name in names if name in plain(text)]
        longest = [name for name in told if not any(name != other and name in other for other in told)]
        if len(longest) == 1:
            return names[longest[0]]
    return ""


def _person(fields: Fields) -> PersonRef | None:
    """Who is rated: 被测评人 holds the 工号, or a name."""
    if not fields.need("被测评人"):
        return None
    staff_no = fields.staff_no("被测评人")
    if not staff_no:
        return None
    person = person_of_word(staff_no, fields.division(), fields.source("被测评人"))
    if person.staff_no:
        return person if person.name else person._replace(name=fields.name())
    return person._replace(division=fields.division_meant())


def _refuse_twice(context: SheetContext, drafts: list[BallotDraft]) -> None:
    """A 票号 is one ballot about a person in a group."""
    seen: dict[tuple[str, str, str, str], BallotDraft] = {}
    for draft in drafts:
        first = seen.setdefault((person_key(draft.person), draft.group, draft.item, draft.ticket), draft)
        if first is not draft:
            cell = draft.sources.get("ticket", draft.person.source).cell
            context.fault("ballot-twice", cell, draft.ticket, first=str(first.row))
