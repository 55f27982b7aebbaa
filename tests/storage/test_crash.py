"""The power fails in the midst of a large import: the book holds the old state or the new one."""

import random
import subprocess
import sys
import time
from pathlib import Path

from app.domain.roster import Person
from app.storage.check import check
from app.storage.entries import entries
from app.storage.opening import create_book, open_book
from app.storage.roster import people

ROWS = 2000
WRITER = f"""
import sys
from decimal import Decimal
from pathlib import Path
from app.domain.entries import Entry, State
from app.domain.periods import Period
from app.storage.entries import entries
from app.storage.opening import open_book

book = open_book(Path(sys.argv[1]))
period = Period.parse("2024-03")
print("open", flush=True)
for turn in range(1000):
    with book.transaction(f"第{{turn}}次", kind="import") as session:
        told = Decimal(sys.argv[2]) + turn
        entries.write(session, [Entry("Y1", f"项{{n}}", period, State.VALUE, told) for n in range({ROWS})])
    print(told, flush=True)
"""


def kill_writer(path: Path, first: int, seconds: float) -> list[int]:
    """Starts a writer, kills it after a while of writing, and gives the figures that it told as kept."""
    child = subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(first)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    time.sleep(seconds)
    child.kill()
    told = child.stdout.read().split()
    child.wait()
    child.stdout.close()
    return list(map(int, told))


def test_a_kill_at_any_moment_leaves_the_old_state_or_the_new(tmp_path: Path) -> None:
    path = tmp_path / "a.hj"
    book = create_book(path, "某院")
    with book.transaction("导入", kind="import") as session:
        people.write(session, [Person("Y1", "甲")])
    book.close()
    moments = random.Random(20240305)  # any moment will do; the same ones each time make a failure repeatable
    before, kept = 0, 0
    for turn in range(1, 13):
        # Longer each time: on a busy machine the first writers are killed before they kept anything.
        first = 1000 * turn
        told = kill_writer(path, first, moments.uniform(0.05, 0.5) * turn)
        book = open_book(path)
        with book.reading() as session:
            found = entries.read(session)
            assert check(session) == ()
        book.close()
        values = {int(each.number or 0) for each in found} or {0}
        assert len(values) == 1
        assert len(found) == (ROWS if values != {0} else 0)
        # What was told as kept is there; one commit more may have ended before it could be told.
        assert values <= ({told[-1], told[-1] + 1} if told else {before, first})
        before, kept = values.pop(), kept + bool(told)
        if kept == 3:
            break
    assert kept == 3
