"""The chain: each step's hash covers what it is, every change it made, and the hash of the step before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select, update

from app.storage.tables import HistoryRow, StepRow, table_of
from app.storage.types import json_text

_STEPS = table_of(StepRow)
_HISTORY = table_of(HistoryRow)

STEP_COLUMNS = (_STEPS.c.id, _STEPS.c.who, _STEPS.c.at, _STEPS.c.why, _STEPS.c.kind)
CHANGE_COLUMNS = (_HISTORY.c.noun, _HISTORY.c.key, _HISTORY.c.batch, _HISTORY.c.old, _HISTORY.c.new)


def link(previous: str, step: Iterable[Any], changes: Iterable[Iterable[Any]]) -> str:
    """The hash (SHA-256, hex) of a step: STEP_COLUMNS, the CHANGE_COLUMNS of its changes in order, and what was before."""
    digest = hashlib.sha256(json_text([previous, *step]).encode())
    for change in changes:
        # No text of the history holds a control character, so these two cannot be forged by what stands in a field.
        digest.update("\x1e".join("\x00" if part is None else str(part) for part in change).encode())
        digest.update(b"\x1f")
    return digest.hexdigest()


def close_step(connection: Connection, step: int, after: int) -> None:
    """Sets the hash of the newest step, whose changes come after the one numbered ``after``."""
    previous = connection.scalar(select(_STEPS.c.chain).where(_STEPS.c.id < step).order_by(_STEPS.c.id.desc()).limit(1))
    told = connection.execute(select(*STEP_COLUMNS).where(_STEPS.c.id == step)).one()
    changes = connection.execute(select(*CHANGE_COLUMNS).where(_HISTORY.c.id > after).order_by(_HISTORY.c.id))
    chain = link(previous or "", told, changes)
    connection.execute(update(_STEPS).where(_STEPS.c.id == step).values(chain=chain))
