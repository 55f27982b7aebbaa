import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine

from app.domain.problems import AppError, Forbidden
from app.messages import sentence
from app.storage import opening
from app.storage.database import Database
from app.storage.engine import Access, make_engine
from app.storage.migrating import newest_schema
from app.storage.network import is_on_network
from app.storage.opening import create_book, open_book
from app.storage.roster import people
from app.storage.settings import Court, read_court, read_settings, write_court


def refusal(call) -> AppError:
    with pytest.raises(AppError) as caught:
        call()
    assert sentence(caught.value.code, caught.value.values).text
    return caught.value


def files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def set_schema(path: Path, schema: int) -> None:
    connection = driver.connect(str(path))
    connection.execute(f"PRAGMA user_version = {schema}")
    connection.close()


def test_a_new_book_knows_its_court_and_leaves_one_file(tmp_path: Path) -> None:
    path = tmp_path / "某 院#1%20?.hj"
    create_book(path, "某市中级人民法院", "XX01", "中级").close()
    assert files(tmp_path) == [path.name]
    book = open_book(path)
    with book.reading() as session:
        assert read_court(session) == Court("某市中级人民法院", "XX01", "中级")
        assert len(read_settings(session)["book"]) == 32
    book.close()
    assert files(tmp_path) == [path.name]


def test_a_book_carries_our_mark_and_keeps_a_log(tmp_path: Path) -> None:
    create_book(tmp_path / "a.hj", "某院").close()
    connection = driver.connect(str(tmp_path / "a.hj"))
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    assert [*marks, connection.execute("PRAGMA journal_mode").fetchone()[0]] == [0x484A4231, newest_schema(), "wal"]
    connection.close()


def test_references_are_watched_and_every_commit_reaches_the_disk(book: Database) -> None:
    with book.reading() as session:
        told = [
            session.connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "synchronous")
        ]
    assert told == [1, 2]


def test_an_existing_file_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.hj"
    path.write_text("mine")
    assert refusal(lambda: create_book(path, "某院")).code == "book-exists"
    assert path.read_text() == "mine"
    assert files(tmp_path) == ["a.hj"]


def test_a_making_that_breaks_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "write_court", fail)
    with pytest.raises(KeyboardInterrupt):
        create_book(tmp_path / "a.hj", "某院")
    assert files(tmp_path) == []


def test_a_missing_book_and_a_missing_folder_are_told(tmp_path: Path) -> None:
    assert refusal(lambda: open_book(tmp_path / "a.hj")).code == "book-missing"
    assert refusal(lambda: create_book(tmp_path / "no" / "a.hj", "某院")).code == "folder-missing"
    assert files(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a workbook", b"SQLite format 3\x00 and then nothing"])
def test_another_file_is_no_book(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.hj"
    path.write_bytes(content)
    for read_only in (False, True):
        assert refusal(lambda only=read_only: open_book(path, read_only=only)).code == "not-a-book"
    assert (files(tmp_path), path.read_bytes()) == (["a.hj"], content)


def test_a_book_whose_first_bytes_are_destroyed_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.hj"
    create_book(path, "某院").close()
    spoilt = bytes(100) + path.read_bytes()[100:]
    path.write_bytes(spoilt)
    error = refusal(lambda: open_book(path))
    assert (error.code, error.exit_status, path.read_bytes()) == ("book-damaged", 4, spoilt)


def test_another_programs_database_is_no_book_and_stays_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    connection = driver.connect(str(path))
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    before = path.read_bytes()
    assert refusal(lambda: open_book(path)).code == "not-a-book"
    assert (files(tmp_path), path.read_bytes()) == (["a.db"], before)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_book_is_refused_with_both_versions(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "a.hj"
    create_book(path, "某院").close()
    set_schema(path, 99)
    error = refusal(lambda: open_book(path, read_only=read_only))
    assert (error.code, error.exit_status, error.values["book"], error.values["program"]) == (
        "book-newer",
        5,
        "99",
        str(newest_schema()),
    )
    assert files(tmp_path) == ["a.hj"]


def test_a_second_writer_is_refused_and_told_who_writes(book: Database) -> None:
    error = refusal(lambda: open_book(book.path))
    assert (error.code, error.exit_status) == ("book-locked", 5)
    assert error.values["pid"] == str(os.getpid())
    assert "不详" not in error.values.values()


def test_a_second_writer_is_refused_even_where_nobody_left_a_note(book: Database) -> None:
    book.path.with_name(f"{book.path.name}.holder").unlink()
    assert refusal(lambda: open_book(book.path)).values["user"] == "不详"


def test_a_reader_sees_what_the_writer_has_done_so_far(book: Database) -> None:
    reader = open_book(book.path, read_only=True)
    with reader.reading() as session:
        assert len(people.read(session)) == 3
        with book.transaction("删除", kind="edit") as writing:
            writing.connection.exec_driver_sql("DELETE FROM postings WHERE staff_no = 'Y1'")
            people.remove(writing, [("Y1",)])
        assert len(people.read(session)) == 3
    with reader.reading() as session:
        assert len(people.read(session)) == 2
    reader.close()


def test_a_reader_cannot_write(book: Database) -> None:
    reader = open_book(book.path, read_only=True)

    def write() -> None:
        with reader.transaction("改", kind="edit"):
            pass

    assert reader.read_only
    assert refusal(write).code == "book-read-only"
    reader.close()


def test_reading_leaves_no_file_behind(tmp_path: Path) -> None:
    create_book(tmp_path / "a.hj", "某院").close()
    reader = open_book(tmp_path / "a.hj", read_only=True)
    with reader.reading() as session:
        assert read_court(session).name == "某院"
    reader.close()
    assert files(tmp_path) == ["a.hj"]


def test_reading_from_a_medium_that_cannot_be_written_makes_no_file_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_book(tmp_path / "a.hj", "某院").close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    reader = open_book(tmp_path / "a.hj", read_only=True)
    with reader.reading() as session:
        assert (read_court(session).name, files(tmp_path)) == ("某院", ["a.hj"])
    reader.close()


def misled(path: Path, access: Access) -> Engine:
    """As where a system says that a folder can be written, and it cannot."""
    return make_engine(path / "nowhere" if access is Access.LOOK else path, access)


def test_reading_works_where_the_system_is_wrong_about_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_book(tmp_path / "a.hj", "某院").close()
    monkeypatch.setattr(opening, "make_engine", misled)
    reader = open_book(tmp_path / "a.hj", read_only=True)
    with reader.reading() as session:
        assert read_court(session).name == "某院"
    reader.close()
    assert files(tmp_path) == ["a.hj"]


def test_a_book_whose_log_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_book(tmp_path / "a.hj", "某院").close()
    (tmp_path / "a.hj-wal").write_bytes(bytes(100))
    monkeypatch.setattr(opening, "make_engine", misled)
    assert refusal(lambda: open_book(tmp_path / "a.hj", read_only=True)).code == "book-unreachable"


def test_a_reader_who_cannot_write_follows_what_a_writer_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_book(tmp_path / "a.hj", "某院").close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    reader = open_book(tmp_path / "a.hj", read_only=True)
    book = open_book(tmp_path / "a.hj")
    with book.transaction("改名", kind="edit") as session:
        write_court(session, Court("某新院"))
    with reader.reading() as session:
        assert read_court(session).name == "某新院"
    book.close()
    with reader.reading() as session:
        assert read_court(session).name == "某新院"
    reader.close()
    assert files(tmp_path) == ["a.hj"]


def test_reading_beside_a_writer_works_where_the_reader_cannot_write(
    book: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    reader = open_book(book.path, read_only=True)
    with reader.reading() as session:
        assert len(people.read(session)) == 3
    reader.close()


def test_a_crash_of_the_writer_frees_the_book(tmp_path: Path) -> None:
    path = tmp_path / "a.hj"
    create_book(path, "某院").close()
    script = (
        "import sys, time; from pathlib import Path; from app.storage.opening import open_book\n"
        "book = open_book(Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    error = refusal(lambda: open_book(path))
    assert (error.code, error.values["pid"]) == ("book-locked", str(child.pid))
    child.kill()
    child.wait()
    child.stdout.close()
    book = open_book(path)
    holder = json.loads(path.with_name("a.hj.holder").read_text(encoding="utf-8"))
    assert holder["pid"] == os.getpid()
    book.close()


def test_a_network_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_on_network(Path("//server/share/a.hj"))
    assert is_on_network(Path(r"\\server\share\a.hj"))
    assert not is_on_network(tmp_path / "a.hj")
    create_book(tmp_path / "a.hj", "某院").close()
    monkeypatch.setattr(opening, "is_on_network", lambda _: True)
    assert refusal(lambda: create_book(tmp_path / "b.hj", "某院")).code == "book-on-network"
    assert refusal(lambda: open_book(tmp_path / "a.hj")).code == "book-on-network"
    assert refusal(lambda: open_book(tmp_path / "a.hj", read_only=True)).code == "book-on-network"
    assert files(tmp_path) == ["a.hj"]


def test_a_folder_without_the_right_to_write_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PermissionError

    create_book(tmp_path / "a.hj", "某院").close()
    monkeypatch.setattr("filelock.FileLock.acquire", fail)
    error = refusal(lambda: open_book(tmp_path / "a.hj"))
    assert isinstance(error, Forbidden)
    assert error.code == "book-not-writable"


def test_a_key_makes_the_file_unreadable_without_it(tmp_path: Path) -> None:
    path = tmp_path / "a.hj"
    for statement in ("CREATE TABLE t (a)", "INSERT INTO t VALUES ('秘')"):
        engine = make_engine(path, Access.CREATE, key="口令'1")
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(statement)
        engine.dispose()
    assert not path.read_bytes().startswith(b"SQLite")
    engine = make_engine(path, Access.WRITE, key="口令'1")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT a FROM t").scalar() == "秘"
    engine.dispose()
