"""A scheme taken in a second time says what differs; held against the book it says what cannot work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.periods import Period
from app.services.books import Book, new_book
from app.services.scoring.computing import compute
from app.services.scoring.results import changes_since_last, results_document
from app.services.taking_in.imports import stage, take
from tests.small_court import COURT, PERIOD, write_small_court

QUARTER = Period.parse(PERIOD)


@pytest.fixture
def sheets(tmp_path: Path) -> dict[str, Path]:
    return write_small_court(tmp_path / "sheets")


@pytest.fixture
def book(tmp_path: Path, sheets: dict[str, Path]) -> Iterator[Book]:
    made = new_book(tmp_path / "小法院.hj", court=COURT)
    take(made, stage(made, list(sheets.values())))
    yield made
    made.close()


def scheme_of(sheets: dict[str, Path]) -> Path:
    return next(path for path in sheets.values() if "方案" in path.name)


def rewritten(path: Path, target: Path, sheet: str, cell: str, value: object) -> Path:
    workbook = load_workbook(path)
    workbook[sheet][cell] = value
    workbook.save(target)
    return target


def test_a_new_version_shows_each_cell_that_differs(book: Book, sheets: dict[str, Path], tmp_path: Path) -> None:
    path = scheme_of(sheets)
    header = [cell.value for cell in load_workbook(path)["指标"][1]]
    column = header.index("参数")
    rows = list(load_workbook(path)["指标"].iter_rows(min_row=2))
    row = next(each for each in rows if each[header.index("编码")].value == "F2")
    cell = row[column].coordinate
    changed = rewritten(path, tmp_path / "新方案.xlsx", "指标", cell, "每件=6")
    (sheet,) = stage(book, [changed]).files
    told = [(each.item, each.old, each.new, each.source.cell) for each in sheet.changes]
    assert told == [("指标 法官 F2 办案质量 参数", "每件=5", "每件=6", cell)]
    assert (sheet.added, sheet.changed) == (0, 1)


def test_the_same_scheme_again_changes_nothing(book: Book, sheets: dict[str, Path]) -> None:
    (sheet,) = stage(book, [scheme_of(sheets)]).files
    assert (sheet.status, sheet.changes) == ("unchanged", ())


def test_a_computed_period_remembers_its_version_until_it_is_computed_again(
    book: Book, sheets: dict[str, Path], tmp_path: Path
) -> None:
    compute(book, QUARTER)
    second = rewritten(scheme_of(sheets), tmp_path / "第二版.xlsx", "方案", "A6", "版本")
    take(book, stage(book, [rewritten(second, second, "方案", "B6", "2")]))
    told = results_document(book, QUARTER)
    assert (told["scheme_version"], told["stale"]) == ("1", True)
    compute(book, QUARTER)
    assert results_document(book, QUARTER)["scheme_version"] == "2"


def test_what_nobody_uses_or_delivers_is_told_and_stops_nothing(
    book: Book, sheets: dict[str, Path], tmp_path: Path
) -> None:
    path = scheme_of(sheets)
    count = load_workbook(path)["数据项"].max_row + 1
    changed = path
    for column, value in zip("ABC", ("wy", "无用数", "数值"), strict=True):
        changed = rewritten(changed, tmp_path / "新方案.xlsx", "数据项", f"{column}{count}", value)
    (sheet,) = stage(book, [changed]).files
    codes = {(each.code, each.value) for each in sheet.faults}
    assert ("review-item-unused", "无用数") in codes
    assert sheet.status == "taken"


def test_what_changed_since_the_last_period_is_told_part_by_part(book: Book) -> None:
    compute(book, QUARTER)
    compute(book, Period.parse("2024Q2"))
    assert changes_since_last(book, QUARTER, "P02") is None
    since = changes_since_last(book, Period.parse("2024Q2"), "P02")
    assert since is not None
    assert (since.period, str(since.total)) == (QUARTER, "90.50")
    told = {each.code: (each.old_score and str(each.old_score), each.new_score) for each in since.parts}
    assert told["F1"] == ("50.00", None)
