"""Taking an import back: a new step that restores what stood before, where nobody changed it since."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Table, select, update

from app.domain.problems import AppError, Barred, Forbidden, Problem, Source
from app.messages.moments import moment_text
from app.messages.storage import NOUNS
from app.storage.batches import read_batches
from app.storage.history import history
from app.storage.record_texts import record_text
from app.storage.session import Session
from app.storage.tables import BatchRow, HistoryRow, table_of
from app.storage.triggers import RECORDED, document_of, key_of

_HISTORY = table_of(HistoryRow)
_BATCHES = table_of(BatchRow)
_COMPUTED = frozenset({"batches", "settings", "evaluations", "results", "layouts", "layout_uses"})
"""Nouns that no import brings, and what it made the book remember; they are never taken back."""


class _Span(NamedTuple):
    """What an import did to one record: the row before its first change and after its last, as JSON."""

    noun: str
    key: str
    old: str | None
    new: str | None


def undo_batch(session: Session, batch: str) -> int:
    """Restores what an import changed, marks it as undone, and gives how many records that concerned.

    The reason is the step's. Raises AppError where there is no such import, Forbidden where it is undone already,
    Barred with every record that was changed since or that others still need; then nothing changes.
    """
    found = read_batches(session, batch)
    if not found:
        raise AppError("batch-missing", batch=batch)
    if found[0].undone is not None:
        raise Forbidden("batch-undone", batch=batch, file=found[0].file)
    spans = _spans(session, int(batch))
    _refuse([problem for span in spans for problem in _moved_since(session, span)])
    session.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for span in reversed(spans):
        _restore(session, span)
    _refuse(list(_still_needed(session)))
    session.connection.execute(update(_BATCHES).where(_BATCHES.c.id == int(batch)).values(undone=session.step))
    return len(spans)


def _spans(session: Session, batch: int) -> list[_Span]:
    query = (
        select(_HISTORY.c.noun, _HISTORY.c.key, _HISTORY.c.old, _HISTORY.c.new)
        .where(_HISTORY.c.batch == batch, _HISTORY.c.noun.not_in(_COMPUTED))
        .order_by(_HISTORY.c.id)
    )
    spans: dict[tuple[str, str], _Span] = {}
    for noun, key, old, new in session.connection.execute(query):
        first = spans.get((noun, key))
        spans[noun, key] = _Span(noun, key, first.old if first else old, new)
    return [span for span in spans.values() if span.old != span.new]


def _moved_since(session: Session, span: _Span) -> Iterator[Problem]:
    table = RECORDED[span.noun]
    where, values = _named(table, span.key)
    query = f"SELECT {document_of(table, table.name)} FROM {table.name} WHERE {where}"
    now = session.connection.exec_driver_sql(query, values).scalar()
    if now == span.new:
        return
    last = history(session, span.noun, *json.loads(span.key))[-1]
    told = {
        "noun": NOUNS[span.noun],
        "key": record_text(span.noun, span.key),
        "by": last.by,
        "at": moment_text(last.at),
        "why": last.why,
    }
    yield Problem("undo-changed-since", Source(last.file, last.sheet, last.cell), last.new or "", told)


def _restore(session: Session, span: _Span) -> None:
    table = RECORDED[span.noun]
    where, values = _named(table, span.key)
    if span.old is None:
        session.connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE {where}", values)
        return
    row = json.loads(span.old)
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    if span.new is None:
        session.connection.exec_driver_sql(f"INSERT INTO {table.name}({names}) VALUES ({marks})", tuple(row.values()))
    else:
        change = f"UPDATE {table.name} SET ({names}) = ({marks}) WHERE {where}"
        session.connection.exec_driver_sql(change, (*row.values(), *values))


def _still_needed(session: Session) -> Iterator[Problem]:
    for name, row, parent, _ in session.connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        table = RECORDED[name]
        query = f"SELECT {key_of(table, name)} FROM {name} WHERE rowid = ?"
        key = record_text(name, session.connection.exec_driver_sql(query, (row,)).scalar_one())
        yield Problem("undo-still-needed", value=key, values={"noun": NOUNS[name], "key": key, "parent": NOUNS[parent]})


def _named(table: Table, key: str) -> tuple[str, tuple[str, ...]]:
    where = " AND ".join(f'"{column.name}" = ?' for column in table.primary_key)
    return where, tuple(json.loads(key))


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise Barred(tuple(problems), "undo-refused")
