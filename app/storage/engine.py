"""Connections to a book's file: the driver, its settings, and how a transaction begins."""

from __future__ import annotations

import os
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

BUSY_SECONDS = 5


class Access(Enum):
    """How a file is opened; the value is the query of SQLite's file name."""

    WRITE = "mode=rw"
    CREATE = "mode=rwc"
    COPY = "mode=rwc "
    """For the target of a copy, which may lie anywhere: no log beside it."""
    LOOK = "mode=rw "
    """For reading where the folder can be written: SQLite clears its own side files away when it closes."""
    READ = "mode=ro"
    """For reading where the folder cannot be written but a writer's side files stand."""
    IMMUTABLE = "mode=ro&immutable=1"
    """For reading from a medium on which nobody can write: no side file is made."""

    @property
    def writes(self) -> bool:
        """Whether records can be written."""
        return self in {Access.WRITE, Access.CREATE, Access.COPY}


def file_address(path: Path, access: Access) -> str:
    """The file as SQLite's URI; any character may stand in the name."""
    posix = path.absolute().as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(posix)}?{access.value.strip()}"


def reading_access(path: Path) -> Access:
    """How to read a file so that no more side files are made than there must be, and none are left."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return Access.LOOK
    return guest_access(path)


def guest_access(path: Path) -> Access:
    """The same where nothing can be written; to be asked before every look, as others may begin or end their work."""
    return Access.READ if is_unfinished(path) else Access.IMMUTABLE


def is_unfinished(path: Path) -> bool:
    """Whether part of the book still stands in the log beside it: somebody writes, or a crash left it so."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def remove_files(path: Path) -> None:
    """Takes away a file that was being made, with the side files it may have."""
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def make_engine(path: Path, access: Access, key: str | None = None) -> Engine:
    """An engine for one book. ``key`` encrypts it (SQLCipher); None leaves it a plain SQLite file."""

    def connect() -> Any:
        connection = driver.connect(
            file_address(path, access), uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS
        )
        try:
            _set_up(connection, access, key)
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=connect, module=driver, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, access: Access, key: str | None) -> None:
    if key is not None:  # must come before anything else
        quoted = key.replace("'", "''")
        connection.execute(f"PRAGMA key = '{quoted}'")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    if access.writes:
        if access is not Access.COPY:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    else:
        connection.execute("PRAGMA query_only = ON")


def _begin(connection: Connection) -> None:
    """The driver begins nothing by itself: a writer takes its place at once, a reader sees one state until its end."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
