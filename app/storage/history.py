"""The history, field by field: old, new, who, when, why, and from which file, sheet and cell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, or_, select

from app.storage.nouns import ORIGIN
from app.storage.session import Session
from app.storage.tables import BatchRow, HistoryRow, StepRow, table_of
from app.storage.triggers import RECORDED
from app.storage.types import JsonText, RolesText

_HISTORY = table_of(HistoryRow)
_STEPS = table_of(StepRow)
_BATCHES = table_of(BatchRow)


BALLOTS = "ballots"
NOT_SHOWN = "不公开"
"""What stands for a ballot's mark wherever a single ballot could be told: nobody is shown one (contract, section 3, 测评)."""


class Change(NamedTuple):
    """One field of one record that changed; None stands for "there was no record" (``old``) or "no more" (``new``).

    ``field`` is a column, or inside a case the role or the header; empty where a record without any other field came or went.
    ``at`` is UTC; ``kind`` that of the step; file, sheet and cell are empty for what was typed in.
    """

    noun: str
    key: tuple[str, ...]
    field: str
    old: str | None
    new: str | None
    by: str
    at: str
    why: str
    kind: str
    file: str
    sheet: str
    cell: str
    batch: str
    step: int


def key_text(key: tuple[str, ...]) -> str:
    """A key as the triggers write it."""
    return json.dumps(list(key), ensure_ascii=False, separators=(",", ":"))


def history(session: Session, noun: str, *key: str) -> tuple[Change, ...]:
    """All changes of a record, oldest first. A shorter key takes all records whose keys begin so; none takes them all."""
    return _changes(session, _HISTORY.c.noun == noun, below(key))


def history_of_step(session: Session, step: int) -> tuple[Change, ...]:
    """All changes that one step made, in the order it made them."""
    return _changes(session, _HISTORY.c.step == step)


def history_of_batch(session: Session, batch: str) -> tuple[Change, ...]:
    """All changes that one import made, in the order it made them."""
    return _changes(session, _HISTORY.c.batch == int(batch), _HISTORY.c.noun != _BATCHES.name)


def below(key: tuple[str, ...]) -> ColumnElement[bool]:
    """Records with this key, or with a longer one that begins with it."""
    if not key:
        return _HISTORY.c.key >= ""
    text = key_text(key)
    start = f"{text[:-1]},"
    return or_(_HISTORY.c.key == text, (_HISTORY.c.key >= start) & (_HISTORY.c.key < f"{start}\U0010ffff"))


def _changes(session: Session, *conditions: ColumnElement[bool]) -> tuple[Change, ...]:
    columns = (_HISTORY.c.noun, _HISTORY.c.key, _HISTORY.c.old, _HISTORY.c.new, _HISTORY.c.batch, _HISTORY.c.step)
    query = (
        select(*columns, _STEPS.c.who, _STEPS.c.at, _STEPS.c.why, _STEPS.c.kind, _BATCHES.c.file)
        .join(_STEPS, _STEPS.c.id == _HISTORY.c.step)
        .outerjoin(_BATCHES, _BATCHES.c.id == _HISTORY.c.batch)
        .where(*conditions)
        .order_by(_HISTORY.c.id)
    )
    return tuple(change for row in session.connection.execute(query) for change in _fields_changed(row._asdict()))


def _fields_changed(row: dict[str, Any]) -> Iterator[Change]:
    noun, key = row["noun"], tuple(json.loads(row["key"]))
    documents = [json.loads(text) if text else None for text in (row["old"], row["new"])]
    old, new = (_flat(noun, document) if document else None for document in documents)
    place = documents[1] or {}
    stamp = (row["who"], row["at"], row["why"], row["kind"])
    origin = (place.get("file", row["file"] or ""), place.get("sheet", ""), place.get("cell", ""))
    names = {**(old or {}), **(new or {})}
    differ = [name for name in names if (old or {}).get(name, "") != (new or {}).get(name, "")]
    if noun == BALLOTS:
        old, new = (None if each is None else dict.fromkeys(each, NOT_SHOWN) for each in (old, new))
    for field in differ or ([""] if old is None or new is None else []):
        was = old.get(field, "") if old is not None else None
        now = new.get(field, "") if new is not None else None
        yield Change(noun, key, field, was, now, *stamp, *origin, str(row["batch"] or ""), row["step"])


def _flat(noun: str, document: dict[str, Any]) -> dict[str, str]:
    """The fields of a row as texts: without its key and origin, and with what JSON columns hold as fields of its own."""
    table = RECORDED[noun]
    flat: dict[str, str] = {}
    for name, value in document.items():
        kind = table.c[name].type if name in table.c else None
        if isinstance(kind, RolesText):
            flat.update({role: "、".join(people) for role, people in json.loads(value).items()})
        elif noun == "cases" and isinstance(kind, JsonText):
            flat.update(json.loads(value))
        elif name not in ORIGIN and (name not in table.c or not table.c[name].primary_key):
            flat[name] = "" if value is None else str(value)
    return flat
