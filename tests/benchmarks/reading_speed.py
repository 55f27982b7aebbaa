"""What it costs to check, read, locate and stage a decent sheet, against python-calamine that only reads it.

    python tests/benchmarks/reading_speed.py [--runs 5]

Told in CPU seconds of program and reading process together (each run in processes of its own), beside the bare readings
of the same file by python-calamine and openpyxl in the same run; the start of the reading process stands apart. Then the
most memory that each of the two needs for 100,000 rows × 20 columns.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import xlsxwriter

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
PEOPLE, COLUMNS = 5_000, 40
MANY_ROWS, FEWER_COLUMNS = 100_000, 20
NAMED = ("序号", "工号", "姓名", "部门")
PERIOD = "2024Q1"


def used(who: int) -> float:
    """CPU seconds so far, of this process or of its children that have ended."""
    told = resource.getrusage(who)
    return told.ru_utime + told.ru_stime


def write_table(path: Path, header: list[str], rows: list[list[object]], title: str = "") -> None:
    """A workbook with one sheet, as an office makes it: a title, a header, a border around every cell."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Sheet1")
    frame = book.add_format({"border": 1})
    if title:
        sheet.write(0, 0, title)
    sheet.write_row(2, 0, header, frame)
    for number, row in enumerate(rows, start=3):
        sheet.write_row(number, 0, row, frame)
    book.close()


def items(count: int) -> list[str]:
    """The names of the data items."""
    return [f"测试指标{number}" for number in range(1, count + 1)]


def write_data(path: Path, people: int, columns: int) -> None:
    """A 数据 sheet with a figure of two decimals for everybody in every column."""
    dice = random.Random(7)
    rows: list[list[object]] = [
        [number + 1, f"P{number:06d}", f"考核{number}号", f"第{number % 40}庭"]
        + [dice.randrange(6_000, 10_000) / 100 for _ in range(columns - len(NAMED))]
        for number in range(people)
    ]
    write_table(path, [*NAMED, *items(columns - len(NAMED))], rows, f"{PERIOD}考核数据表")


def make_book(folder: Path) -> Path:
    """A book with the roster and a scheme that knows the columns."""
    from app.services.books import new_book
    from app.services.taking_in.imports import stage, take

    roster: list[list[object]] = [
        [f"P{number:06d}", f"考核{number}号", f"第{number % 40}庭", "员额法官", "2020-01-01"]
        for number in range(PEOPLE)
    ]
    write_table(folder / "花名册.xlsx", ["工号", "姓名", "部门", "人员类别", "任职起"], roster)
    count = COLUMNS - len(NAMED)
    names = items(count)
    parts = {
        "方案": [["项目", "内容"], ["方案名称", "测速办法"], ["年度", "2024"]],
        "指标组": [["指标组", "适用条件"], ["法官", '人员类别=="员额法官"']],
        "数据项": [["编码", "名称", "类型"], *([f"x{number}", name, "数值"] for number, name in enumerate(names))],
        "指标": [
            ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项"],
            *(["法官", f"i{number}", name, 2, "完成率", "目标=50", name] for number, name in enumerate(names)),
            ["法官", "总分", "总分", 2 * count, "", "", ""],
        ],
    }
    scheme = xlsxwriter.Workbook(str(folder / "方案.xlsx"))
    for name, rows in parts.items():
        sheet = scheme.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    scheme.close()
    path = folder / "测速.hj"
    book = new_book(path, court="测速法院", level="基层")
    for name in ("花名册.xlsx", "方案.xlsx"):
        staging = stage(book, [folder / name])
        assert staging.can_take, [each for sheet in staging.files for each in sheet.faults][:3]
        take(book, staging)
    book.close()
    return path


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

    known = tuple(DataItem(name, name, ItemKind.NUMBER) for name in items(COLUMNS))
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
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        name, book, file = options.one
        print(json.dumps(ONES[name](Path(book), Path(file))))
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), options.runs)


def measure(folder: Path, runs: int) -> None:
    """All figures, with files made in a folder."""
    book, sheet, many = make_book(folder), folder / f"数据-{PERIOD}.xlsx", folder / f"大表-{PERIOD}.xlsx"
    write_data(sheet, PEOPLE, COLUMNS)
    write_data(many, MANY_ROWS, FEWER_COLUMNS)
    turns = [{name: run(name, book, sheet) for name in ONES} for _ in range(runs)]
    for name in ONES:
        seconds = sorted(turn[name]["seconds"] for turn in turns)
        print(f"{name}: median {statistics.median(seconds):.3f} s CPU, {seconds[0]:.3f} to {seconds[-1]:.3f}")
    ratios = sorted(
        (turn["stage_one"]["seconds"] - turn["start_one"]["seconds"]) / turn["calamine_one"]["seconds"]
        for turn in turns
    )
    print(
        f"{PEOPLE} x {COLUMNS}: staged in {statistics.median(ratios):.2f} times the bare reading by python-calamine, "
        f"{ratios[0]:.2f} to {ratios[-1]:.2f} in {runs} runs, without the start of the reading process"
    )
    told = run("read_only", book, many)
    print(
        f"{MANY_ROWS} x {FEWER_COLUMNS}: read and located in {told['seconds']:.2f} s CPU; "
        f"peak {told['own']:.0f} MB in the program, {told['child']:.0f} MB in the reading process"
    )


if __name__ == "__main__":
    main()
