"""Making and opening books: what is no book, too new, in use or on a network drive is refused in words."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from app.domain.problems import AppError, Damaged, Forbidden
from app.storage.database import Database
from app.storage.engine import Access, guest_access, is_unfinished, make_engine, reading_access, remove_files
from app.storage.errors import known_errors
from app.storage.lock import WriterLock
from app.storage.migrating import APPLICATION_ID, copy_file, migrate, newest_schema, run_migrations, schema_of
from app.storage.network import is_on_network
from app.storage.settings import Court, write_court

_MAGIC = b"SQLite format 3\x00"
_BEGINNING = 262_144
_TRACES = (b"CREATE TABLE steps", b"CREATE TABLE history", b"CREATE TABLE touches")
"""What stands near the beginning of every book, and goes on standing there when its first bytes are destroyed."""


def create_book(path: Path, court: str, code: str = "", level: str = "") -> Database:
    """A new, empty book, open for writing. Raises AppError where there is a file already or none can be made."""
    path = Path(path).absolute()
    refuse_network(path)
    if not path.parent.is_dir():
        raise AppError("folder-missing", folder=path.parent)
    lock = WriterLock(path)
    lock.acquire()
    # Made aside and put in place when whole: whatever happens, there is never half a book.
    making = path.with_name(f".{path.name}.new")
    try:
        _refuse_existing(path)
        with known_errors(path):
            _make(making, Court(court, code, level), lock)
            making.replace(path)
            return Database(path, make_engine(path, Access.WRITE), lock)
    except BaseException:
        remove_files(making)
        lock.release()
        raise


def open_book(path: Path, *, read_only: bool = False) -> Database:
    """The book at a path, brought to the newest schema. Raises AppError: missing, not a book, newer, in use, damaged."""
    path = Path(path).absolute()
    refuse_network(path)
    refuse_strangers(path)
    return _open_to_read(path) if read_only else _open_to_write(path)


def _make(path: Path, court: Court, lock: WriterLock) -> None:
    remove_files(path)
    engine = make_engine(path, Access.CREATE)
    try:
        with engine.connect() as connection, connection.execution_options(writing=True).begin():
            run_migrations(connection, 0)
        with Database(path, engine, lock).transaction("新建考核库", kind="new") as session:
            write_court(session, court)
    finally:
        engine.dispose()


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise AppError("book-exists", file=path.name)


def _open_to_write(path: Path) -> Database:
    lock = WriterLock(path)
    lock.acquire()
    engine = make_engine(path, Access.WRITE)
    try:
        with known_errors(path):
            refuse_newer(engine, path)
            return Database(path, engine, lock, migrate(engine, path))
    except BaseException:
        engine.dispose()
        lock.release()
        raise


def _open_to_read(path: Path) -> Database:
    try:
        return _open_as(path, reading_access(path))
    except AppError as error:
        # What a system tells of a folder may be wrong; what is finished can be read without any side file.
        if error.code != "book-unreachable" or is_unfinished(path):
            raise
        return _open_as(path, guest_access(path))


def _open_as(path: Path, access: Access) -> Database:
    engine = make_engine(path, access)
    try:
        with known_errors(path):
            refuse_newer(engine, path)
            if _is_older(engine):
                engine.dispose()
                return _open_raised_copy(path)
        if access is not Access.LOOK:
            engine.dispose()
        return Database(path, engine, None, guest=access is not Access.LOOK)
    except BaseException:
        engine.dispose()
        raise


def _open_raised_copy(path: Path) -> Database:
    """An older book to look at: the file stays as it is, and a copy for the time of reading is brought to the newest schema."""
    folder = TemporaryDirectory(prefix="hengji-", ignore_cleanup_errors=True)
    copy = Path(folder.name) / path.name
    try:
        copy_file(path, copy)
        engine = make_engine(copy, Access.WRITE)
        migrate(engine, copy, keep_old=False)
        engine.dispose()
        return Database(path, make_engine(copy, Access.LOOK), None, copy=folder)
    except BaseException:
        folder.cleanup()
        raise


def refuse_strangers(path: Path) -> None:
    """Raises AppError for what is no book, by the file's first bytes, so that no other program's file is ever touched.

    A book whose first bytes are destroyed is a damaged book.
    """
    if not path.exists():
        raise AppError("book-missing", file=path)
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError as fault:
        raise AppError("book-unreachable", file=path.name) from fault
    if not beginning.startswith(_MAGIC) or int.from_bytes(beginning[68:72], "big") != APPLICATION_ID:
        if all(trace in beginning for trace in _TRACES):
            raise Damaged("book-damaged", file=path.name)
        raise AppError("not-a-book", file=path.name)


def refuse_newer(engine: Engine, path: Path) -> None:
    """Raises Forbidden for a book of a schema that this program does not know yet."""
    with engine.connect() as connection:
        schema = schema_of(connection)
    if schema > newest_schema():
        raise Forbidden("book-newer", file=path.name, book=schema, program=newest_schema())


def _is_older(engine: Engine) -> bool:
    with engine.connect() as connection:
        return schema_of(connection) < newest_schema()


def refuse_network(path: Path) -> None:
    """Raises Forbidden for a book on another computer."""
    if is_on_network(path):
        raise Forbidden("book-on-network", file=path.name, folder=path.parent)
