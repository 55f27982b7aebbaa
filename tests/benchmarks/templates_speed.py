"""How long it takes to write one quarter's templates for a court of 40 divisions, with styles, validation and protection.

    python tests/benchmarks/templates_speed.py [divisions] [people in each]

CPU time of the process. Beside it: the same figures written by XlsxWriter with nothing but the values, as a measure of
what the rest costs, and the board of the period.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import xlsxwriter
from openpyxl import load_workbook

from app.domain.periods import Period
from app.domain.roster import Person, Posting
from app.services.books import Book, new_book
from app.services.collecting.handing_in import board
from app.services.collecting.templates import make_division_templates
from app.services.taking_in.imports import stage, take
from app.sheets.sample.pages import write_pages
from app.sheets.sample.year import handed_in
from app.storage import roster

QUARTER = Period.parse("2024Q1")
CATEGORIES = ("员额法官", "法官助理", "书记员", "综合行政人员", "工勤人员", "聘用制人员")


def make_book(folder: Path, divisions: int, people: int) -> Book:
    """A court of the sample scheme with made-up people."""
    book = new_book(folder / "库.hj", court="四十庭法院", level="中级")
    scheme = next(each for each in handed_in(2024) if "实施办法" in each.name)
    write_pages(folder / scheme.name, scheme.pages)
    take(book, stage(book, [folder / scheme.name]))
    numbers = [f"R{number:04d}" for number in range(divisions * people)]
    with book.transaction("人员", kind="import") as session:
        roster.people.write(session, (Person(each, f"某{each}") for each in numbers))
        roster.postings.write(
            session,
            (
                Posting(
                    each,
                    f"第{number // people + 1}庭",
                    CATEGORIES[number % len(CATEGORIES)],
                    "民事",
                    start=date(2020, 1, 1),
                )
                for number, each in enumerate(numbers)
            ),
        )
    return book


def write_bare(files: tuple[Path, ...], folder: Path) -> float:
    """The values alone, into as many workbooks; reading them is not counted."""
    told = {path.name: {sheet.title: list(sheet.values) for sheet in load_workbook(path)} for path in files}
    began = time.process_time()
    for name, sheets in told.items():
        with xlsxwriter.Workbook(folder / name) as workbook:
            for title, rows in sheets.items():
                sheet = workbook.add_worksheet(title)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, [value for value in row if value is not None])
    return time.process_time() - began


def main() -> None:
    divisions, people = [int(each) for each in sys.argv[1:3]] or [40, 8]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        book = make_book(folder, divisions, people)
        began = time.process_time()
        made = make_division_templates(book, QUARTER, folder / "模板")
        seconds = time.process_time() - began
        began = time.process_time()
        lines = len(board(book, QUARTER).lines)
        told = time.process_time() - began
        (folder / "裸").mkdir()
        bare = write_bare(made.files, folder / "裸")
        book.close()
    print(
        f"{divisions} 个部门，每个 {people} 人：{len(made.files)} 个工作簿、{made.sheets} 张表，{seconds:.2f} 秒（CPU）"
    )
    print(f"只写值：{bare:.2f} 秒，{seconds / bare:.1f} 倍；收表情况 {lines} 张表：{told:.2f} 秒")


if __name__ == "__main__":
    main()
