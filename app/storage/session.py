"""A session: one connection inside one transaction, and for a writing one the step that it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from app.storage.tables import HistoryRow, StepRow, table_of

_STEPS = table_of(StepRow)
_HISTORY = table_of(HistoryRow)


class Stamp(NamedTuple):
    """Who, and when (UTC, ISO)."""

    by: str
    at: str


class Session:
    """What the nouns read from and write to. ``step`` is 0 where nothing may be written."""

    def __init__(self, connection: Connection, step: int = 0, stamp: Stamp | None = None) -> None:
        self.connection = connection
        self.step = step
        self.stamp = stamp or Stamp("", "")
        self.first_change = self.last_change() if step else 0
        self._stamps: dict[int, Stamp] | None = None

    def stamps(self) -> Callable[[int], Stamp]:
        """Who made a step and when, by the step's number."""
        if self._stamps is None:
            query = select(_STEPS.c.id, _STEPS.c.who, _STEPS.c.at)
            self._stamps = {step: Stamp(by, at) for step, by, at in self.connection.execute(query)}
        return self._stamps.__getitem__

    def last_change(self) -> int:
        """The number of the newest change in the history; each write raises it by the rows it changed."""
        return self.connection.scalar(select(func.max(_HISTORY.c.id))) or 0
