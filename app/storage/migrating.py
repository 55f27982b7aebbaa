"""From the schema that a book has to the newest one: in one transaction, after a copy was put aside."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from app.domain.problems import Damaged
from app.messages.storage import NOUNS
from app.storage.chain import close_step
from app.storage.engine import Access, make_engine, reading_access
from app.storage.migrations.released import MIGRATIONS
from app.storage.steps import begin_step, end_step
from app.storage.triggers import install_triggers

APPLICATION_ID = 0x484A4231
"""HJB1: marks a SQLite file as one of our books."""


def newest_schema() -> int:
    """The schema of this program."""
    return len(MIGRATIONS)


def schema_of(connection: Connection) -> int:
    """The schema that a book has."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def copy_file(source: Path, target: Path) -> None:
    """A whole copy of a book as it stands at this moment, whoever is working in it."""
    reading, writing = make_engine(source, reading_access(source)), make_engine(target, Access.COPY)
    try:
        with contextlib.closing(reading.raw_connection()) as old, contextlib.closing(writing.raw_connection()) as new:
            old.driver_connection.backup(new.driver_connection)  # type: ignore[union-attr]
    finally:
        reading.dispose()
        writing.dispose()


def migrate(engine: Engine, path: Path, *, keep_old: bool = True) -> Path | None:
    """Brings a book to the newest schema; where the copy of the old one stands, or None if there is none."""
    with engine.connect() as connection:
        schema = schema_of(connection)
    if schema == newest_schema():
        return None
    aside = (
        path.with_name(f"{path.stem}-第{schema}版-{datetime.now():%Y%m%d-%H%M%S}{path.suffix}") if keep_old else None
    )
    if aside is not None:
        copy_file(path, aside)
    with engine.connect() as connection:
        # Rebuilding a table needs the references off; that is heard only before a transaction begins.
        raw = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]
        with connection.execution_options(writing=True).begin():
            run_migrations(connection, schema)
        raw.execute("PRAGMA foreign_keys = ON")  # type: ignore[union-attr]
    return aside


def run_migrations(connection: Connection, schema: int) -> None:
    """All steps after ``schema``, inside the transaction that is open. Raises Damaged where a reference is left loose."""
    steps = MIGRATIONS[schema:]
    # The old triggers note what the scripts change; a new book has neither triggers nor anything to note yet.
    why = "；".join(migration.why for migration in steps)
    session = begin_step(connection, why, kind="migration") if schema else None
    for migration in steps:
        for statement in migration.statements:
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {newest_schema()}")
    install_triggers(connection)
    if session is not None:
        for table in sorted({table for migration in steps for table in migration.touched}):
            # Changes nothing, but lets the new triggers write down every row in its new shape.
            connection.exec_driver_sql(f"UPDATE {table} SET rowid = rowid")
        if not end_step(session):
            # Only new tables: the step stays all the same, with its hash, and says when the book was raised.
            close_step(connection, session.step, session.first_change)
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if loose is not None:
        raise Damaged("book-references-loose", table=NOUNS.get(loose[0], loose[0]))
