"""The power fails: whatever the program was doing, the book opens and holds the old state or the new one."""

import multiprocessing
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from app.domain.periods import Period
from app.services.books import Book, check_book, new_book, opened
from app.services.scoring.computing import compute
from app.services.scoring.results import results_document
from app.services.taking_in.imports import batches, stage, take
from tests.small_court import COURT, EXPECTED, PERIOD, write_book, write_small_court

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")

QUARTER = Period.parse(PERIOD)
STATEMENTS = (1, 2, 3, 5, 8, 13)
"""At which statement of a transaction the process is killed."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with the small court taken in, nothing computed; beside it a workbook that changes two values."""
    directory = tmp_path_factory.mktemp("before")
    with_everything = new_book(directory / "库.hj", court=COURT)
    take(with_everything, stage(with_everything, list(write_small_court(directory / "sheets").values())))
    with_everything.close()
    rows = [["周期：2024Q1"], ["工号", "姓名", "工作满意度"], ["P02", "林二", 50], ["P03", "何三", 51]]
    write_book(directory / "改.xlsx", {"表": rows})
    return directory


def run_killed(path: Path, doing: str, statement: int) -> int:
    """Do it in a process that is killed at that statement of its writing transaction; gives its exit code."""
    process = multiprocessing.get_context("fork").Process(target=do_and_die, args=(path, doing, statement))
    process.start()
    process.join(60)
    assert process.exitcode is not None
    return process.exitcode


def do_and_die(path: Path, doing: str, statement: int) -> None:
    with opened(path) as book:
        staging = stage(book, [path.parent / "改.xlsx"]) if doing == "import" else None
        count = 0

        @event.listens_for(Engine, "before_cursor_execute")
        def die(connection: Any, *_: Any) -> None:
            nonlocal count
            count += connection.get_execution_options().get("writing", False)
            if count == statement:
                os.kill(os.getpid(), signal.SIGKILL)

        if staging is not None:
            take(book, staging)
        else:
            compute(book, QUARTER)
    os._exit(0)


def copy_of(before: Path, tmp_path: Path) -> Path:
    shutil.copytree(before, tmp_path / "copy")
    return tmp_path / "copy" / "库.hj"


def is_sound(book: Book) -> bool:
    return check_book(book).findings == ()


@pytest.mark.parametrize("statement", STATEMENTS)
def test_killed_while_importing(before: Path, tmp_path: Path, statement: int) -> None:
    path = copy_of(before, tmp_path)
    code = run_killed(path, "import", statement)
    with opened(path) as book:
        assert is_sound(book)
        taken = any(each.file == "改.xlsx" for each in batches(book))
        assert taken == (code == 0)
        again = stage(book, [path.parent / "改.xlsx"])
        assert [each.status for each in again.files] == ["unchanged" if taken else "taken"]
        assert again.files[0].changed == (0 if taken else 2)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_killed_while_computing(before: Path, tmp_path: Path, statement: int) -> None:
    path = copy_of(before, tmp_path)
    code = run_killed(path, "compute", statement)
    with opened(path) as book:
        assert is_sound(book)
        assert len(results_document(book, QUARTER)["persons"]) == (7 if code == 0 else 0)
        compute(book, QUARTER)
        totals = {each["staff_no"]: each["total"] for each in results_document(book, QUARTER)["persons"]}
    assert totals == {staff_no: told["total"] for staff_no, told in EXPECTED["persons"].items()}


def test_the_process_really_is_killed_in_the_middle(before: Path, tmp_path: Path) -> None:
    assert run_killed(copy_of(before, tmp_path), "import", STATEMENTS[2]) == -signal.SIGKILL
