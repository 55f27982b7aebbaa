"""The one place where SQLite's known troubles become errors that a user can act on. Everything else is our bug."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from app.domain.problems import AppError, Damaged, Forbidden

_PRIMARY_CODE = 0xFF
"""SQLite's extended codes keep the primary one in their lowest byte (sqlite.org/rescode.html)."""

_KNOWN: dict[int, Callable[[str], AppError]] = {
    5: lambda file: Forbidden("book-busy", file=file),
    6: lambda file: Forbidden("book-busy", file=file),
    8: lambda file: Forbidden("book-not-writable", file=file),
    10: lambda file: AppError("disk-error", file=file),
    11: lambda file: Damaged("book-damaged", file=file),
    13: lambda file: AppError("disk-full", file=file),
    14: lambda file: AppError("book-unreachable", file=file),
    26: lambda file: AppError("not-a-book", file=file),
}


def known_error(fault: BaseException, path: Path) -> AppError | None:
    """The error that a user can act on, or None where SQLite's fault is no known trouble of a book."""
    code = getattr(fault, "sqlite_errorcode", None)
    known = _KNOWN.get(code & _PRIMARY_CODE) if isinstance(code, int) else None
    return known(path.name) if known else None


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Raises AppError in place of SQLite's locked, full, read-only, corrupt and the like; lets all else pass."""
    try:
        yield
    except DBAPIError as wrapped:
        error = known_error(wrapped.orig, path) if wrapped.orig else None
        if error is None:
            raise
        raise error from wrapped
    except driver.Error as fault:
        error = known_error(fault, path)
        if error is None:
            raise
        raise error from fault
