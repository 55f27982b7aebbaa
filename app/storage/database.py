"""A book that is open: transactions to write in, readings to look from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from app.domain.problems import Forbidden
from app.storage.engine import guest_access, make_engine
from app.storage.errors import known_errors
from app.storage.lock import WriterLock
from app.storage.sealed import guard_seals
from app.storage.session import Session
from app.storage.steps import begin_step, end_step


class Database:
    """One open book. Made by ``opening.create_book`` and ``opening.open_book`` only."""

    def __init__(
        self,
        path: Path,
        engine: Engine,
        lock: WriterLock | None,
        aside: Path | None = None,
        *,
        guest: bool = False,
        copy: TemporaryDirectory[str] | None = None,
    ) -> None:
        """``guest``: this program cannot write in the folder, but others may; so no connection outlives a look.

        ``copy``: what is read is a copy there, which goes when the book is closed.
        """
        self.path = path
        self.aside = aside
        """Where the copy stands that was made before the book was brought to the newest schema, if it was."""
        self._engine = engine
        self._guest = guest
        self._lock = lock
        self._copy = copy

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._lock is None

    @contextmanager
    def transaction(self, why: str, *, kind: str, by: str | None = None) -> Iterator[Session]:
        """One step: all of it is kept when the block ends, nothing of it when the block raises.

        ``by`` is the computer's user unless told. A step that changed nothing leaves no trace.
        Raises Forbidden where the book is open for reading only, Refused (exit status 5) where something sealed would
        change, AppError for a full disk and the like.
        """
        if self.read_only:
            raise Forbidden("book-read-only", file=self.path.name)
        with known_errors(self.path), self._engine.connect() as connection:
            transaction = connection.execution_options(writing=True).begin()
            try:
                session = begin_step(connection, why, kind=kind, by=by)
                yield session
                if end_step(session):
                    guard_seals(session)
                    transaction.commit()
            finally:
                if transaction.is_active:
                    transaction.rollback()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One look: everything read in the block is of the same moment."""
        if self._guest:
            self._engine = make_engine(self.path, guest_access(self.path))
        try:
            with known_errors(self.path), self._engine.connect() as connection, connection.begin():
                yield Session(connection)
        finally:
            if self._guest:
                self._engine.dispose()

    def close(self) -> None:
        """Ends the work: the file is whole by itself, and another may write."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()
        if self._copy is not None:
            self._copy.cleanup()
