"""Copies of a book that are proven before they count."""

from __future__ import annotations

from pathlib import Path

from app.domain.problems import AppError, Damaged
from app.storage.check import check
from app.storage.database import Database
from app.storage.engine import Access, guest_access, make_engine, remove_files
from app.storage.errors import known_errors
from app.storage.migrating import copy_file, migrate, newest_schema, schema_of
from app.storage.opening import refuse_network, refuse_newer, refuse_strangers
from app.storage.session import Session


def backup(book: Database, out: Path) -> None:
    """Copies an open book, whoever works in it, to ``out`` and proves the copy.

    Raises AppError where ``out`` exists or cannot be written, Damaged where the check of the copy finds anything.
    """
    _copy_proven(book.path, Path(out).absolute())


def restore(source: Path, out: Path) -> None:
    """Makes the book ``out`` from a copy, in the newest schema. Raises as ``backup`` does; never replaces a file."""
    source = Path(source).absolute()
    refuse_network(Path(out).absolute())
    refuse_strangers(source)
    _copy_proven(source, Path(out).absolute())


def _copy_proven(source: Path, out: Path) -> None:
    if out.exists():
        raise AppError("copy-exists", file=out.name)
    if not out.parent.is_dir():
        raise AppError("folder-missing", folder=out.parent)
    making = out.with_name(f".{out.name}.new")
    try:
        remove_files(making)
        with known_errors(out):
            copy_file(source, making)
            _bring_up(making)
            _prove(making)
        making.replace(out)
    finally:
        remove_files(making)


def _bring_up(path: Path) -> None:
    """A copy of an older schema becomes one of the newest; the original stays what it was."""
    engine = make_engine(path, guest_access(path))
    try:
        refuse_newer(engine, path)
        with engine.connect() as connection:
            schema = schema_of(connection)
    finally:
        engine.dispose()
    if schema < newest_schema():
        engine = make_engine(path, Access.WRITE)
        try:
            migrate(engine, path, keep_old=False)
        finally:
            engine.dispose()


def _prove(path: Path) -> None:
    engine = make_engine(path, guest_access(path))
    try:
        with engine.connect() as connection, connection.begin():
            findings = check(Session(connection))
    finally:
        engine.dispose()
    if findings:
        raise Damaged("copy-not-sound", count=len(findings))
