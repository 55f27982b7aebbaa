"""Which months a change speaks of, so that a later look can tell cheaply which results are older than their inputs.

The rule, noun by noun: an entry and a ballot speak of their own period; a case of the month it was closed in, a ruling of
its case's; an event of its day's month; coverage of its period; a posting and an absence of the days that the change adds
or takes (so a transfer in July leaves the first quarter alone), or of all their days where anything else about them
changed; a person's particulars of every month, but only when changed, as a newcomer counts by the posting; a decided
grade of its period; a monthly record of its month where its mark changed, as nothing is computed from its texts.
Schemes are not told here: a result remembers the one it was computed with.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select

from app.domain.periods import Period
from app.storage.tables import CaseRow, HistoryRow, TouchRow, table_of
from app.storage.types import period_of

_TOUCHES = table_of(TouchRow)
_HISTORY = table_of(HistoryRow)
_CASES = table_of(CaseRow)

EARLIEST, LATEST = "0001-01", "9999-12"
_OPEN = "9999-12-31"

INSIDE = frozenset({"entries", "ballots", "monthly_records"})
"""Nouns that count for a period only if they speak of months inside it; the others, if they speak of any month of it."""

Document = dict[str, Any]


class Months(NamedTuple):
    """From a month to a month, both included, as period codes."""

    first: str
    last: str


ALWAYS = Months(EARLIEST, LATEST)


def months_of(period: Period) -> Months:
    """The first and last month of a period."""
    return Months(period.first_day.isoformat()[:7], period.last_day.isoformat()[:7])


def touched(noun: str, old: Document | None, new: Document | None) -> Iterator[Months]:
    """The months that a change speaks of; none for a noun that nothing is computed from."""
    rule = _RULES.get(noun)
    return rule(old, new) if rule else iter(())


def note_touches(connection: Connection, step: int, after: int) -> None:
    """Keeps the months that the step's changes speak of: those in the history after the change numbered ``after``."""
    nouns = [*_RULES, "rulings"]
    query = select(_HISTORY.c.noun, _HISTORY.c.old, _HISTORY.c.new).where(
        # A row noted anew by a migration did not change.
        _HISTORY.c.id > after,
        _HISTORY.c.noun.in_(nouns),
        _HISTORY.c.old.is_distinct_from(_HISTORY.c.new),
    )
    found: set[tuple[str, Months]] = set()
    ruled: set[str] = set()
    for noun, old, new in connection.execute(query):
        was, now = _read(old), _read(new)
        if noun == "rulings":
            ruled.update(each["number"] for each in (was, now) if each)
        else:
            found.update((noun, months) for months in touched(noun, was, now))
    if ruled:
        days = connection.execute(select(_CASES.c.number, _CASES.c.closed).where(_CASES.c.number.in_(ruled)))
        found.update(("rulings", _month(day.isoformat())) for _, day in days)
    if found:
        rows = [{"step": step, "noun": noun, "first": first, "last": last} for noun, (first, last) in sorted(found)]
        connection.execute(insert(_TOUCHES), rows)


def _read(text: str | None) -> Document | None:
    document: Document | None = json.loads(text) if text else None
    return document


def _month(day: str) -> Months:
    return Months(day[:7], day[:7])


def _of_period(old: Document | None, new: Document | None) -> Iterator[Months]:
    document = new or old
    if document:
        yield months_of(period_of(document["period"]))


def _of_day(column: str) -> Callable[[Document | None, Document | None], Iterator[Months]]:
    def rule(old: Document | None, new: Document | None) -> Iterator[Months]:
        return (_month(document[column]) for document in (old, new) if document)

    return rule


def _of_span(old: Document | None, new: Document | None) -> Iterator[Months]:
    if old and new and _apart_from_end(old) == _apart_from_end(new):
        # Only the last day moved: the days after the earlier one, up to the later one, are all that changed.
        earlier, later = sorted(document["end"] or _OPEN for document in (old, new))
        if earlier != later:
            yield Months((date.fromisoformat(earlier) + timedelta(days=1)).isoformat()[:7], later[:7])
        return
    for document in (old, new):
        if document:
            yield Months(document["start"][:7] or EARLIEST, document["end"][:7] or LATEST)


def _apart_from_end(document: Document) -> Document:
    return {name: value for name, value in document.items() if name not in {"end", "note", *_ORIGIN}}


def _of_mark(old: Document | None, new: Document | None) -> Iterator[Months]:
    if (old or {}).get("mark") != (new or {}).get("mark"):
        yield _month((new or old or {})["month"])


def _of_person(old: Document | None, new: Document | None) -> Iterator[Months]:
    if old and new and _particulars(old) != _particulars(new):
        yield ALWAYS


def _particulars(document: Document) -> Document:
    return {name: value for name, value in document.items() if name not in {"note", "id_number", *_ORIGIN}}


_ORIGIN = frozenset({"file", "sheet", "cell", "batch", "step"})

_RULES: dict[str, Callable[[Document | None, Document | None], Iterator[Months]]] = {
    "entries": _of_period,
    "ballots": _of_period,
    "coverage": _of_period,
    "decisions": _of_period,
    "cases": _of_day("closed"),
    "events": _of_day("day"),
    "postings": _of_span,
    "absences": _of_span,
    "people": _of_person,
    "monthly_records": _of_mark,
}
