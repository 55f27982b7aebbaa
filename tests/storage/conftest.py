"""A book in a folder of its own, and records to put in it."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from app.domain.roster import Person, Posting
from app.domain.schemes import SchemeRow, SchemeText
from app.storage.database import Database
from app.storage.opening import create_book, open_book
from app.storage.roster import people, postings

STAFF = ("Y1", "Y2", "Y10")


@pytest.fixture(scope="session")
def filled_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with three people in one division, made once."""
    made = create_book(tmp_path_factory.mktemp("book") / "考核库.hj", "某市中级人民法院")
    with made.transaction("导入花名册", kind="import", by="张三") as session:
        people.write(session, [Person(number, f"姓名{number}") for number in STAFF])
        postings.write(session, [Posting(number, "民一庭", "员额法官", start=date(2020, 1, 1)) for number in STAFF])
    made.close()
    return made.path


@pytest.fixture
def book(tmp_path: Path, filled_book: Path) -> Iterator[Database]:
    """A copy of that book, open for writing."""
    opened = open_book(Path(shutil.copy(filled_book, tmp_path)))
    yield opened
    opened.close()


@pytest.fixture
def plain(book: Database) -> Callable[..., list[Any]]:
    """Another SQLite program at work on the same file: runs statements and commits them."""

    def run(*statements: str, values: Iterable[Any] = ()) -> list[Any]:
        connection = driver.connect(str(book.path))
        try:
            rows: list[Any] = []
            for statement in statements:
                rows = connection.execute(statement, tuple(values)).fetchall()
            connection.commit()
            return rows
        finally:
            connection.close()

    return run


@pytest.fixture
def scheme_text() -> Callable[..., SchemeText]:
    """A scheme's text that says a given word."""

    def make(said: str = "甲", file: str = "方案.xlsx") -> SchemeText:
        row = SchemeRow({"项目": "方案名称", "内容": said}, {"项目": "A2", "内容": "B2"}, "方案")
        return SchemeText(file, {"方案": (row,)})

    return make
