from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from app.domain.problems import AppError, Damaged
from app.messages import sentence
from app.storage import migrating, opening
from app.storage.backup import backup, restore
from app.storage.check import check
from app.storage.database import Database
from app.storage.migrations.migration import Migration
from app.storage.migrations.released import MIGRATIONS
from app.storage.opening import open_book
from app.storage.roster import people
from app.storage.triggers import triggers


def refusal(call: Callable[[], None]) -> AppError:
    with pytest.raises(AppError) as caught:
        call()
    assert sentence(caught.value.code, caught.value.values).text
    return caught.value


def test_a_copy_holds_everything_and_comes_back_as_a_book(book: Database, tmp_path: Path) -> None:
    copy, again = tmp_path / "备份" / "备份.hj", tmp_path / "恢复.hj"
    copy.parent.mkdir()
    backup(book, copy)
    assert [each.name for each in copy.parent.iterdir()] == ["备份.hj"]
    restore(copy, again)
    assert [each.name for each in copy.parent.iterdir()] == ["备份.hj"]
    restored = open_book(again)
    with book.reading() as session, restored.reading() as other:
        assert people.read(session) == people.read(other)
        assert check(other) == ()
    restored.close()
    assert sorted(each.name for each in tmp_path.glob("恢复*")) == ["恢复.hj"]


def test_a_copy_never_replaces_a_file(book: Database, tmp_path: Path) -> None:
    out = tmp_path / "b.hj"
    out.write_text("mine")
    assert refusal(lambda: backup(book, out)).code == "copy-exists"
    assert refusal(lambda: restore(book.path, out)).code == "copy-exists"
    assert out.read_text() == "mine"
    assert refusal(lambda: backup(book, tmp_path / "no" / "b.hj")).code == "folder-missing"


def test_what_was_tampered_with_makes_no_copy(book: Database, tmp_path: Path, plain: Callable[..., list[Any]]) -> None:
    dropped = [f"DROP TRIGGER {name}" for name in triggers()]
    plain(*dropped, "UPDATE people SET name = '改'", *triggers().values())
    error = refusal(lambda: backup(book, tmp_path / "b.hj"))
    assert isinstance(error, Damaged)
    assert (error.code, error.values["count"]) == ("copy-not-sound", "3")
    assert not list(tmp_path.glob("*b.hj*"))


def test_only_a_book_is_restored(tmp_path: Path) -> None:
    (tmp_path / "a.hj").write_text("no book")
    assert refusal(lambda: restore(tmp_path / "a.hj", tmp_path / "b.hj")).code == "not-a-book"
    assert refusal(lambda: restore(tmp_path / "c.hj", tmp_path / "b.hj")).code == "book-missing"
    assert [each.name for each in tmp_path.iterdir()] == ["a.hj"]


def test_a_copy_of_an_older_schema_comes_back_as_a_book_of_the_newest(
    book: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(book, tmp_path / "b.hj")
    added = Migration(len(MIGRATIONS) + 1, "升级考核库", "CREATE TABLE extra (a TEXT) STRICT;", touched=("people",))
    monkeypatch.setattr(migrating, "MIGRATIONS", (*MIGRATIONS, added))
    restore(tmp_path / "b.hj", tmp_path / "c.hj")
    restored = open_book(tmp_path / "c.hj")
    with restored.reading() as session:
        assert session.connection.exec_driver_sql("PRAGMA user_version").scalar() == added.number
        assert check(session) == ()
    restored.close()
    assert sorted(each.name for each in tmp_path.glob("[bc]*")) == ["b.hj", "c.hj"]


def test_a_copy_may_go_to_a_network_folder_but_no_book_is_restored_there(
    book: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "is_on_network", lambda _: True)
    backup(book, tmp_path / "b.hj")
    assert refusal(lambda: restore(tmp_path / "b.hj", tmp_path / "c.hj")).code == "book-on-network"
    assert sorted(each.name for each in tmp_path.glob("[bc]*")) == ["b.hj"]


def test_a_newer_copy_is_refused(book: Database, tmp_path: Path) -> None:
    backup(book, tmp_path / "b.hj")
    connection = driver.connect(str(tmp_path / "b.hj"))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert refusal(lambda: restore(tmp_path / "b.hj", tmp_path / "c.hj")).code == "book-newer"
    assert not (tmp_path / "c.hj").exists()
