"""Imports: each file or sheet taken in is one batch; whatever is written while it is the newest of its step is its work."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update

from app.domain.periods import Period
from app.storage.session import Session
from app.storage.tables import BatchRow, StepRow, table_of

_BATCHES = table_of(BatchRow)
_STEPS = table_of(StepRow)
_TOLD = ("file", "sheet", "digest", "kind", "period", "rows_read", "added", "changed", "unchanged")


@dataclass(frozen=True, slots=True)
class Batch:
    """One import. ``digest`` is the file's SHA-256; ``step`` the transaction; ``undone`` the step that took it back."""

    file: str
    digest: str
    kind: str
    period: Period | None = None
    sheet: str = ""
    rows_read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    id: str = ""
    step: int = 0
    by: str = ""
    at: str = ""
    undone: int | None = None


def open_batch(session: Session, batch: Batch) -> Batch:
    """Begins an import; all that is written from now on in this transaction, until the next begins, belongs to it."""
    row = {name: getattr(batch, name) for name in _TOLD} | {"step": session.step}
    number = session.connection.execute(insert(_BATCHES).values(row).returning(_BATCHES.c.id)).scalar_one()
    return read_batch(session, str(number))


def count_batch(session: Session, batch: str, *, added: int, changed: int, unchanged: int) -> None:
    """Notes how many rows an import added, changed and left alone."""
    counts = {"added": added, "changed": changed, "unchanged": unchanged}
    session.connection.execute(update(_BATCHES).where(_BATCHES.c.id == int(batch)).values(counts))


def read_batch(session: Session, batch: str) -> Batch:
    """One import. Raises KeyError for one that there is not."""
    found = read_batches(session, batch)
    if not found:
        raise KeyError(batch)
    return found[0]


def read_batches(session: Session, *only: str, digest: str | None = None) -> tuple[Batch, ...]:
    """The imports, newest first; ``only`` these, or those of a file with this digest."""
    columns = [_BATCHES.c[name] for name in (*_TOLD, "id", "step")]
    query = select(*columns, _STEPS.c.who, _STEPS.c.at, _BATCHES.c.undone).join(_STEPS, _STEPS.c.id == _BATCHES.c.step)
    if only:
        query = query.where(_BATCHES.c.id.in_([int(each) for each in only if each.isdecimal()]))
    if digest is not None:
        query = query.where(_BATCHES.c.digest == digest)
    return tuple(_batch(row._asdict()) for row in session.connection.execute(query.order_by(_BATCHES.c.id.desc())))


def _batch(row: dict[str, object]) -> Batch:
    values = {**row, "id": str(row["id"]), "by": row["who"]}
    del values["who"]
    return Batch(**values)  # type: ignore[arg-type]
