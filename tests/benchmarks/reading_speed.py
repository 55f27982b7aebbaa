"""What it costs to check, read, locate and stage a decent sheet, against python-calamine that only reads it.

    python tests/benchmarks/reading_speed.py [--runs 5]

Told in CPU seconds of program and reading process together (each run in processes of its own), beside the bare readings
of the same file by python-calamine and openpyxl in the same run; the start of the reading process stands apart. The same
for every kind of decent sheet (decent_sheets.py). Then the most memory that each of the two needs for 100,000 rows × 20 columns.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import decent_sheets

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
PEOPLE, COLUMNS = decent_sheets.PEOPLE, decent_sheets.COLUMNS
MANY_ROWS, FEWER_COLUMNS = 100_000, 20
BARE = ("calamine_one", "openpyxl_one")


def used(who: int) -> float:
    """CPU seconds so far, of this process or of its children that have ended."""
    told = resource.getrusage(who)
    return told.ru_utime + told.ru_stime


def spent(begin: float) -> dict[str, float]:
    """CPU seconds since then of both processes."""
    return {"seconds": used(resource.RUSAGE_SELF) + used(resource.RUSAGE_CHILDREN) - begin}


def peak(process: int | str) -> float:
    """The most memory of a running process so far, in MB. (What getrusage tells, a process inherits from its parent.)"""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def stage_one(book_path: Path, file: Path) -> dict[str, float]:
    """The whole of an import but its writing."""
    from app.services.books import open_book
    from app.services.taking_in.imports import stage

    book = open_book(book_path, read_only=True)
    begin = used(resource.RUSAGE_SELF) + used(resource.RUSAGE_CHILDREN)
    staging = stage(book, [file])
    told = spent(begin)
    assert staging.can_take, [each for sheet in staging.files for each in sheet.faults][:3]
    return told | {"added": sum(sheet.added for sheet in staging.files)}


def read_only(_: Path, file: Path) -> dict[str, float]:
    """Read and located, not staged; and the most memory of both processes."""
    from app.domain.schemes import DataItem, ItemKind
    from app.sheets.drafts import Hints
    from app.sheets.intake import read_book
    from app.sheets.reading.worker import SheetReader

    known = tuple(DataItem(name, name, ItemKind.NUMBER) for name in decent_sheets.names("指标"))
    begin = used(resource.RUSAGE_SELF) + used(resource.RUSAGE_CHILDREN)
    with SheetReader() as reader:
        workbook = reader.read(file)
        child = peak(reader.process_id)
    told = read_book(workbook, Hints(known))
    return spent(begin) | {"rows": told.sheets[0].rows_read, "own": peak("self"), "child": child}


def start_one(*_: Path) -> dict[str, float]:
    """The reading process starts, reads an empty table, and ends."""
    from app.sheets.reading.worker import SheetReader

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "空.csv"
        path.write_text("工号,姓名\n", encoding="utf-8")
        begin = used(resource.RUSAGE_SELF) + used(resource.RUSAGE_CHILDREN)
        with SheetReader() as reader:
            reader.read(path)
        return spent(begin)


def calamine_one(_: Path, file: Path) -> dict[str, float]:
    """The bare reading by python-calamine."""
    from python_calamine import CalamineWorkbook

    begin = used(resource.RUSAGE_SELF)
    rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    return spent(begin) | {"rows": len(rows)}


def openpyxl_one(_: Path, file: Path) -> dict[str, float]:
    """The bare reading by openpyxl, in the way that needs least."""
    import openpyxl

    begin = used(resource.RUSAGE_SELF)
    sheet = openpyxl.load_workbook(file, read_only=True).active
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    return spent(begin) | {"rows": len(rows)}


ONES = {each.__name__: each for each in (stage_one, read_only, start_one, calamine_one, openpyxl_one)}


def run(name: str, book: Path, file: Path) -> dict[str, float]:
    """One of ONES, in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", name, str(book), str(file)], capture_output=True, text=True, check=True
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("kinds", nargs="*", help="kinds of sheets: " + ", ".join(decent_sheets.VARIANTS))
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        name, book, file = options.one
        print(json.dumps(ONES[name](Path(book), Path(file))))
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), options.runs, options.kinds)


def measure(folder: Path, runs: int, wanted: list[str]) -> None:
    """All figures, with files made in a folder."""
    made = decent_sheets.make_all(folder)
    for name in wanted or made:
        tell_one(name, [turn(*made[name]) for _ in range(runs)])
    many = folder / "大表-2024Q1.xlsx"
    decent_sheets.plain(many, MANY_ROWS, FEWER_COLUMNS)
    told = run("read_only", made["plain"][0], many)
    print(
        f"{MANY_ROWS} x {FEWER_COLUMNS}: read and located in {told['seconds']:.2f} s CPU; "
        f"peak {told['own']:.0f} MB in the program, {told['child']:.0f} MB in the reading process"
    )


def turn(book: Path, sheet: Path) -> dict[str, float]:
    """The CPU seconds of one sheet in every way, one after another."""
    return {name: run(name, book, sheet)["seconds"] for name in ("stage_one", "start_one", *BARE)}


def tell_one(name: str, turns: list[dict[str, float]]) -> None:
    """The figures of one kind of sheet."""
    ratios = sorted((each["stage_one"] - each["start_one"]) / each["calamine_one"] for each in turns)
    others = sorted(each["openpyxl_one"] / each["calamine_one"] for each in turns)
    print(
        f"{name}: {PEOPLE} x {COLUMNS} staged in {statistics.median(ratios):.2f} times the bare reading by python-calamine, "
        f"{ratios[0]:.2f} to {ratios[-1]:.2f} in {len(turns)} runs, without the start of the reading process "
        f"({statistics.median(each['start_one'] for each in turns):.3f} s); openpyxl needs {statistics.median(others):.1f} times",
        flush=True,
    )


if __name__ == "__main__":
    main()
