"""Steps: every transaction that changes something is one, with who, when, why and of what kind."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, select

from app.storage.account import computer_user
from app.storage.chain import close_step
from app.storage.session import Session, Stamp
from app.storage.tables import HistoryRow, StepRow, table_of
from app.storage.touches import note_touches

_STEPS = table_of(StepRow)
_HISTORY = table_of(HistoryRow)


class Step(NamedTuple):
    """One transaction as the book remembers it; ``at`` is UTC, ``changes`` the rows it changed."""

    id: int
    by: str
    at: str
    why: str
    kind: str
    changes: int


def begin_step(connection: Connection, why: str, *, kind: str, by: str | None = None) -> Session:
    """Opens the next step in the transaction that has begun."""
    stamp = Stamp(by or computer_user(), datetime.now(UTC).isoformat(timespec="seconds"))
    row = {"who": stamp.by, "at": stamp.at, "why": why, "kind": kind}
    step = connection.execute(insert(_STEPS).values(row).returning(_STEPS.c.id)).scalar_one()
    return Session(connection, step, stamp)


def end_step(session: Session) -> bool:
    """Closes the step with its hash; False where it changed nothing and so should leave no trace."""
    if session.last_change() == session.first_change:
        return False
    note_touches(session.connection, session.step, session.first_change)
    close_step(session.connection, session.step, session.first_change)
    return True


def latest_step(session: Session) -> int:
    """The number of the newest step; 0 in a book without any."""
    return session.connection.scalar(select(func.max(_STEPS.c.id))) or 0


def read_steps(session: Session, *, before: int | None = None, limit: int = 200) -> tuple[Step, ...]:
    """The newest steps first, from the one before ``before`` on."""
    changes = select(func.count()).where(_HISTORY.c.step == _STEPS.c.id).scalar_subquery()
    query = select(_STEPS.c.id, _STEPS.c.who, _STEPS.c.at, _STEPS.c.why, _STEPS.c.kind, changes)
    if before is not None:
        query = query.where(_STEPS.c.id < before)
    rows = session.connection.execute(query.order_by(_STEPS.c.id.desc()).limit(limit))
    return tuple(Step(*row) for row in rows)
