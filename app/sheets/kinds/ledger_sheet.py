"""台账: dated events, and the rows that say 零报告: somebody looked, and there was nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from app.domain.ledgers import NOTHING_TO_REPORT
from app.domain.schemes import DataItem, ItemKind
from app.domain.scoring.items import ledgers_named
from app.domain.words import plain
from app.sheets.drafts import EventDraft
from app.sheets.tables.context import Fields, SheetContext, Titled, person_key, rows_of
from app.sheets.tables.layout import Table
from app.sheets.tables.values import words_of
from app.sheets.tables.vocabulary import ID_NUMBER, NAME, STAFF_NO

_COLUMNS = {
    "ledger": "台账", "day": "日期", "subject": "事项", "level": "级别", "points": "分值", "count": "次数", "basis": "依据",
    "result_key": "成果标识", "note": "备注",
}  # fmt: skip

_TITLE_ROWS = 6
"""How many rows are looked at for a title."""
_TITLED = re.compile(
    r"(?:.*(?:季度?|年度?|月份?|半年|法院))?([^\W\d_季年月第]{2,8})台账(?:\(.*\)|登记表|表|明细表?|汇总表?)?"
)
_NEAR_ENOUGH = 2
"""Shorter names are too short to be nearly another."""


class LedgerRows(NamedTuple):
    """The events of a 台账 sheet, and the ledgers that it has a row of."""

    events: tuple[EventDraft, ...]
    coverage: tuple[str, ...]


def read_ledger(context: SheetContext, tables: Sequence[Table]) -> LedgerRows:
    """The events of a 台账 sheet, and every ledger named in it."""
    events: list[EventDraft] = []
    ledgers: dict[str, str] = {}
    silent: dict[str, Fields] = {}
    for fields in rows_of(context, tables):
        told = _told(fields)
        ledger = _ledger(fields, told, ledgers) if told else ""
        if plain(fields.text("事项")) == plain(NOTHING_TO_REPORT):
            _check_silent(fields)
            silent.setdefault(ledger, fields)
        elif draft := _draft(fields, ledger):
            events.append(draft)
    for draft in events:
        if draft.ledger in silent:
            fields = silent.pop(draft.ledger)
            fields.fail("事项", "nothing-but-events", ledger=draft.ledger, row=str(draft.row))
    _tell_alike(context, events)
    return LedgerRows(_numbered(events), tuple(dict.fromkeys(ledgers.values())))


def ledger_titled(context: SheetContext) -> Titled | None:
    """The ledger that a title, or the sheet's name, names: 2024年第一季度党建台账; None where none does, or several do.

    Without a word where the name is none that the book or the scheme knows, nor nearly one.
    """
    known = (*context.hints.ledgers, *(counted_ledgers(context.hints.items) or ()))
    rows = list(context.sheet.rows.values())[:_TITLE_ROWS]
    cells = [(cell.address, cell.text) for row in rows for cell in row.values() if len(row) == 1]
    found = [
        Titled(words.pop(), place)
        for place, text in (*cells, ("", context.sheet.name))
        if len(words := _ledgers_in(plain(text), known)) == 1
    ]
    if len({plain(each.word) for each in found}) != 1:
        return None
    word, place = found[0]
    is_known = not known or any(plain(each) == plain(word) or is_near(plain(each), plain(word)) for each in known)
    return Titled(word if is_known else "", place)


def _ledgers_in(title: str, known: Sequence[str]) -> set[str]:
    """The ledgers that a title names: the known ones, else the word before 台账."""
    if named := {each for each in known if f"{plain(each)}台账" in title}:
        longest = max(named, key=len)
        return {each for each in named if each not in longest} | {longest}
    match = _TITLED.fullmatch(title)
    return {match[1]} if match else set()


def _told(fields: Fields) -> Titled | None:
    """The ledger that the row, or else the title, tells; None after a fault."""
    titled = fields.context.ledger
    if not fields.has("台账") and titled is not None:
        return titled if titled.word else None
    return Titled(words_of(fields.text("台账")), fields.source("台账").cell) if fields.need("台账") else None


def _ledger(fields: Fields, told: Titled, ledgers: dict[str, str]) -> str:
    """The ledger of a row, as the scheme or the book writes it; one that neither knows is told or asked once."""
    word = told.word
    key = plain(word)
    if key not in ledgers:
        context = fields.context
        counted = counted_ledgers(context.hints.items)
        known = {plain(each): each for each in (*context.hints.ledgers, *(counted or ()))}
        answer = plain(context.items.answers.get(key, ""))
        key_known = key if key in known else answer
        if key_known in known:
            ledgers[key] = known[key_known]
        else:
            ledgers[key] = word
            _tell_unknown(fields, told, tuple(known.values()), is_answered=answer == key, counts=counted is None)
    return ledgers[key]


def counted_ledgers(items: Iterable[DataItem]) -> tuple[str, ...] | None:
    """The ledgers that data items ask for by name; None where one of them counts the events of every ledger."""
    named = [ledgers_named(item) for item in items if item.kind is ItemKind.LEDGER]
    return tuple(dict.fromkeys(chain.from_iterable(named))) if all(named) else None


def _tell_unknown(fields: Fields, told: Titled, known: Sequence[str], *, is_answered: bool, counts: bool) -> None:
    """Asks where the name is nearly a known one; else tells that nothing counts such a ledger, where nothing does."""
    word, place = told
    near = [each for each in known if is_near(plain(each), plain(word))]
    if near and not is_answered:
        fields.context.ask("ledger-near", place, word, near="、".join(near), names="\n".join((*near, word)))
    elif known and not counts:
        fields.context.warn("unknown-ledger", place, word, known="、".join(known))


def is_near(one: str, other: str) -> bool:
    """Whether two words differ by one sign: another one, one too many or one too few."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < _NEAR_ENOUGH:
        return False
    if len(one) == len(other):
        return sum(map(str.__ne__, one, other)) == 1
    short, long = sorted((one, other), key=len)
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


def _tell_alike(context: SheetContext, events: Sequence[EventDraft]) -> None:
    """Tells of rows in which the same stands: it may have happened twice, or have been written twice."""
    seen: dict[tuple[object, ...], EventDraft] = {}
    for event in events:
        told = (event.level, event.points, event.count, event.basis, event.note)
        first = seen.setdefault((*_event_key(event), *told), event)
        if first is not event:
            cell = event.sources.get("subject", event.person.source).cell
            context.warn("event-twice", cell, event.subject, first=str(first.row), row=str(event.row))


def _event_key(event: EventDraft) -> tuple[object, ...]:
    return event.ledger, event.day, person_key(event.person), event.subject, event.result_key


def _check_silent(fields: Fields) -> None:
    named = [column for column in (STAFF_NO, ID_NUMBER, NAME) if fields.cell(column) is not None]
    if named:
        fields.fail(named[0], "nothing-but-person")
    _day(fields)


def _draft(fields: Fields, ledger: str) -> EventDraft | None:
    there = [fields.need(column) for column in ("日期", "事项")]
    day = _day(fields)
    if day is None and there[0] and not fields.failed:
        fields.fail("日期", "not-a-date")
    person = fields.person()
    points, count = fields.number("分值", "分"), fields.number("次数", "次")
    if count is not None and count < 0:
        fields.fail("次数", "count-below-zero")
    if fields.failed or person is None or day is None:
        return None
    return EventDraft(
        row=fields.row.number,
        ledger=ledger,
        day=day,
        person=person,
        subject=fields.text("事项"),
        level=fields.text("级别"),
        points=points,
        count=count,
        basis=fields.text("依据"),
        result_key=fields.text("成果标识"),
        note=fields.text("备注"),
        ordinal=1,
        sources={"person": person.source} | fields.sources(_COLUMNS),
    )


def _day(fields: Fields) -> date | None:
    period = fields.context.period
    day = fields.exact_day("日期", period)
    if day and period and not period.has_day(day):
        fields.fail("日期", "event-outside-period", period=period.title)
    return day


def _numbered(events: list[EventDraft]) -> tuple[EventDraft, ...]:
    """Rows that tell the same event of the same person are counted apart."""
    seen: dict[tuple[object, ...], int] = {}
    numbered = []
    for event in events:
        key = _event_key(event)
        seen[key] = seen.get(key, 0) + 1
        numbered.append(event if seen[key] == 1 else replace(event, ordinal=seen[key]))
    return tuple(numbered)
