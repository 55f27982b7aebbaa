import shutil
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from sqlmodel import SQLModel, create_engine

from app.domain.problems import AppError
from app.messages import sentence
from app.storage import migrating
from app.storage.check import check
from app.storage.database import Database
from app.storage.entries import entries
from app.storage.evaluations import read_evaluations, read_results
from app.storage.history import history
from app.storage.migrating import schema_of
from app.storage.migrations.migration import Migration
from app.storage.migrations.released import MIGRATIONS
from app.storage.opening import open_book
from app.storage.roster import people
from app.storage.settings import read_court
from app.storage.steps import read_steps

BOOKS = Path(__file__).parents[1] / "data" / "books"
NEXT = Migration(
    len(MIGRATIONS) + 1,
    "升级考核库",
    """
CREATE TABLE extra (a TEXT NOT NULL) STRICT;

INSERT INTO extra VALUES ('新');
UPDATE settings SET value = '改;不断' WHERE name = 'level';
""",
    touched=("people", "postings"),
)


def shape(connection: Any) -> dict[str, Any]:
    """Every table and index: columns with type, null and key; references; the words strict and unique."""
    rows = connection.execute(
        "SELECT type, name, tbl_name FROM sqlite_master WHERE type IN ('table', 'index')"
    ).fetchall()
    pragmas = {"table": ("table_xinfo", "foreign_key_list"), "index": ("index_xinfo",)}
    found = {
        (kind, name, table): [connection.execute(f"PRAGMA {each}({name})").fetchall() for each in pragmas[kind]]
        for kind, name, table in rows
    }
    strict = sorted(row[1] for row in connection.execute("PRAGMA table_list").fetchall() if row[5])
    return {"found": found, "strict": strict}


def extended(monkeypatch: pytest.MonkeyPatch, migration: Migration = NEXT) -> None:
    monkeypatch.setattr(migrating, "MIGRATIONS", (*MIGRATIONS, migration))


def test_numbers_run_from_one_without_a_gap() -> None:
    assert [each.number for each in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_a_migrated_book_has_the_tables_that_the_classes_tell(book: Database, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'told.db'}", module=driver)
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    told, made = driver.connect(str(tmp_path / "told.db")), driver.connect(str(book.path))
    assert shape(made) == shape(told)
    told.close()
    made.close()


@pytest.mark.parametrize("kept", sorted(BOOKS.glob("schema-*.hj")), ids=lambda kept: kept.stem)
def test_a_book_of_every_released_schema_opens_for_ever(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "旧库.hj"
    shutil.copy(kept, path)
    old = open_book(path)
    with old.reading() as session:
        assert check(session) == ()
        assert read_court(session).name == "某市中级人民法院"
        assert [each.staff_no for each in people.read(session)] == ["Y1", "Y2"]
        assert str(entries.read(session)[0].number) == "12.50"
        assert [str(each.total) for each in read_results(session, read_evaluations(session)[0].period)] == ["87.50"]
    old.close()


def test_an_older_book_is_copied_aside_and_brought_up(
    book: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()
    extended(monkeypatch)
    raised = open_book(book.path)
    assert raised.aside is not None
    assert raised.aside.name.startswith(f"考核库-第{len(MIGRATIONS)}版-")
    with raised.reading() as session:
        assert session.connection.exec_driver_sql("SELECT a FROM extra").scalar() == "新"
        assert session.connection.exec_driver_sql("PRAGMA user_version").scalar() == NEXT.number
        assert check(session) == ()
        assert read_steps(session)[0].kind == "migration"
        # The row was written down anew, without any field having changed.
        assert {each.kind for each in history(session, "people")} == {"import"}
        assert session.connection.exec_driver_sql("SELECT count(*) FROM touches WHERE step = 3").scalar() == 0
        assert [(each.old, each.new) for each in history(session, "settings", "level")] == [(None, ""), ("", "改;不断")]
    raised.close()
    monkeypatch.undo()
    old = open_book(raised.aside)
    with old.reading() as session:
        assert len(people.read(session)) == 3
    old.close()
    assert sorted(each.suffix for each in tmp_path.iterdir()) == [".hj", ".hj"]


def test_a_migration_that_fails_leaves_the_book_as_it_was(book: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    book.close()
    extended(monkeypatch, NEXT._replace(script=NEXT.script + "INSERT INTO nowhere VALUES (1);"))
    with pytest.raises(Exception, match="nowhere"):
        open_book(book.path)
    monkeypatch.undo()
    old = open_book(book.path)
    with old.reading() as session:
        names = session.connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        assert ("extra" in names, check(session)) == (False, ())
    old.close()


def test_a_migration_that_leaves_a_reference_loose_is_taken_back(
    book: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()
    loose = "INSERT INTO touches VALUES (999, 'entries', '2024-01', '2024-01');\n"
    extended(monkeypatch, NEXT._replace(script=loose))
    with pytest.raises(AppError) as caught:
        open_book(book.path)
    assert (caught.value.code, caught.value.exit_status) == ("book-references-loose", 4)
    assert sentence(caught.value.code, caught.value.values).text
    monkeypatch.undo()
    open_book(book.path).close()


def test_an_older_book_is_read_from_a_copy_and_stays_as_it_is(
    book: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    book.close()
    before = book.path.read_bytes()
    extended(monkeypatch)
    looked = open_book(book.path, read_only=True)
    with looked.reading() as session:
        assert schema_of(session.connection) == NEXT.number
        assert read_court(session).name
    assert looked.path == book.path
    assert looked.read_only
    looked.close()
    assert book.path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["考核库.hj"]
