import threading
from decimal import Decimal
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import OperationalError

from app.domain.entries import Entry, State
from app.domain.periods import Period
from app.domain.problems import AppError
from app.messages import sentence
from app.storage import engine
from app.storage.database import Database
from app.storage.entries import entries
from app.storage.errors import known_errors
from app.storage.opening import create_book
from app.storage.roster import people
from app.storage.steps import latest_step, read_steps
from app.storage.types import json_text

MARCH = Period.parse("2024-03")


def everything(book: Database) -> str:
    with book.reading() as session:
        tables = (
            session.connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        )
        content = {name: session.connection.exec_driver_sql(f"SELECT * FROM {name}").all() for name in tables}
    return json_text({name: [list(map(str, row)) for row in rows] for name, rows in content.items()})


def test_a_step_tells_who_when_why_and_what_kind(book: Database) -> None:
    with book.transaction("补录", kind="edit", by="李四") as session:
        entries.write(session, [Entry("Y1", "甲", MARCH, State.EMPTY), Entry("Y2", "甲", MARCH, State.EMPTY)])
    with book.reading() as session:
        steps = read_steps(session)
        assert latest_step(session) == steps[0].id == 3
        assert read_steps(session, before=3, limit=1) == steps[1:2]
    assert [(each.by, each.why, each.kind, each.changes) for each in steps[:2]] == [
        ("李四", "补录", "edit", 2),
        ("张三", "导入花名册", "import", 6),
    ]
    assert steps[0].at >= steps[2].at


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt])
def test_a_transaction_that_raises_leaves_nothing(book: Database, fault: type[BaseException]) -> None:
    before = everything(book)

    def break_off() -> None:
        with book.transaction("改", kind="edit") as session:
            entries.write(session, [Entry("Y1", "甲", MARCH, State.VALUE, Decimal(1))])
            assert len(entries.read(session)) == 1
            raise fault

    with pytest.raises(fault):
        break_off()
    assert everything(book) == before


def test_a_transaction_that_changes_nothing_leaves_no_trace(book: Database) -> None:
    before = everything(book)
    with book.transaction("看看", kind="edit") as session:
        people.write(session, people.read(session))
    assert everything(book) == before


def test_a_book_opened_by_one_thread_serves_another_and_is_closed_by_a_third(tmp_path: Path) -> None:
    made: list[Database] = []
    found: list[int] = []

    def use() -> None:
        with made[0].reading() as session:
            found.append(len(read_steps(session)))

    def close() -> None:
        made[0].close()

    for work in (lambda: made.append(create_book(tmp_path / "a.hj", "某院")), use, close):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert found == [1]
    assert [each.name for each in tmp_path.iterdir()] == ["a.hj"]


def test_a_book_held_by_another_program_is_told_as_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    book = create_book(tmp_path / "a.hj", "某院")
    other = driver.connect(str(book.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(AppError) as caught, book.transaction("改", kind="edit"):
        pass
    assert (caught.value.code, caught.value.exit_status) == ("book-busy", 5)
    other.close()
    book.close()


def test_a_full_disk_is_told_and_leaves_the_book_as_it_was(book: Database) -> None:
    before = everything(book)

    def fill() -> None:
        with book.transaction("导入", kind="import") as session:
            session.connection.exec_driver_sql("PRAGMA max_page_count = 1")
            entries.write(session, [Entry("Y1", f"项{n}", MARCH, State.EMPTY) for n in range(5000)])

    with pytest.raises(AppError) as caught:
        fill()
    assert caught.value.code == "disk-full"
    assert everything(book) == before


def test_a_damaged_file_is_told(book: Database) -> None:
    path = book.path
    book.close()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + bytes(len(content) - 4096))
    with pytest.raises(AppError) as caught, book.reading() as session:
        people.read(session)
    assert (caught.value.code, caught.value.exit_status) == ("book-damaged", 4)


@pytest.mark.parametrize(
    ("code", "told"),
    [(5, "book-busy"), (6, "book-busy"), (8 | 1 << 8, "book-not-writable"), (10, "disk-error"), (11, "book-damaged"),
     (13, "disk-full"), (14, "book-unreachable"), (26, "not-a-book")],
)  # fmt: skip
def test_every_known_trouble_has_its_words(tmp_path: Path, code: int, told: str) -> None:
    fault = driver.OperationalError("said by SQLite")
    fault.sqlite_errorcode = code
    for raised in (fault, OperationalError("SELECT", {}, fault)):
        with pytest.raises(AppError) as caught, known_errors(tmp_path / "a.hj"):
            raise raised
        assert caught.value.code == told
        assert sentence(told, caught.value.values).text


def test_any_other_fault_is_ours_and_passes(book: Database) -> None:
    with pytest.raises(OperationalError, match="no such table"), book.reading() as session:
        session.connection.exec_driver_sql("SELECT * FROM nowhere")
    with pytest.raises(driver.OperationalError, match="no such table"), known_errors(book.path):
        driver.connect(":memory:").execute("SELECT * FROM nowhere")
