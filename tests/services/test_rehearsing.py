"""A period under another scheme: before, after, and a book that nobody touched."""

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.periods import Period
from app.domain.problems import AppError, Refused
from app.services.books import Book, new_book
from app.services.scoring.computing import compute
from app.services.scoring.rehearsing import rehearsal_document, rehearse
from app.services.taking_in.imports import stage, take
from tests.small_court import COURT, EXPECTED, PERIOD, write_small_court

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


def changed(sheets: dict[str, Path], directory: Path, sheet: str, old: str, new: str) -> Path:
    """The court's scheme workbook with one text replaced."""
    workbook = load_workbook(next(path for name, path in sheets.items() if "方案" in str(name) or "方案" in path.name))
    for row in workbook[sheet].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and old in cell.value:
                cell.value = cell.value.replace(old, new)
    path = directory / "新方案.xlsx"
    workbook.save(path)
    return path


def test_a_harder_rule_moves_exactly_those_whom_it_meets(book: Book, sheets: dict[str, Path], tmp_path: Path) -> None:
    compute(book, QUARTER)
    harder = changed(sheets, tmp_path, "指标", "每件=5", "每件=10")
    moved = {each.staff_no: each.change for each in rehearse(book, QUARTER, harder).movements}
    assert moved["P02"] == Decimal("-5.00")
    # P01 leads the judges: 60 % of the mean of (85.50 + 90.00 + 91.00) ÷ 3 = 53.30, one point less than before.
    assert moved["P01"] == Decimal("-1.00")
    assert {staff_no for staff_no, change in moved.items() if change == 0} == {"P03", "P04", "P05", "P06", "P07"}


def test_a_rehearsal_tells_what_differs_and_which_indicators_separate_nobody(
    book: Book, sheets: dict[str, Path], tmp_path: Path
) -> None:
    compute(book, QUARTER)
    document = rehearsal_document(rehearse(book, QUARTER, changed(sheets, tmp_path, "指标", "每件=5", "每件=0")))
    assert document["scheme_changes"] == ["指标“法官 F2 办案质量”的参数：每件=5 → 每件=0"]
    told = [(each["set"], each["code"], each["score"], each["people"]) for each in document["undecisive"]]
    assert told == [("法官", "F2", "20.00", 3)]


def test_without_a_computed_period_the_own_scheme_is_worked_out_beside(
    book: Book, sheets: dict[str, Path], tmp_path: Path
) -> None:
    same = changed(sheets, tmp_path, "指标", "没有这段文字", "")
    rehearsal = rehearse(book, QUARTER, same)
    before = {each.staff_no: each.before for each in rehearsal.movements}
    expected = {staff_no: Decimal(each["total"]) for staff_no, each in EXPECTED["persons"].items()}
    assert {staff_no: standing.total for staff_no, standing in before.items() if standing} == expected
    assert not rehearsal.changes


def test_a_rehearsal_leaves_the_book_as_it_was(book: Book, sheets: dict[str, Path], tmp_path: Path) -> None:
    compute(book, QUARTER)
    before = hashlib.sha256(Path(book.path).read_bytes()).hexdigest()
    rehearse(book, QUARTER, changed(sheets, tmp_path, "指标", "每件=5", "每件=10"))
    assert hashlib.sha256(Path(book.path).read_bytes()).hexdigest() == before


def test_a_faulty_scheme_is_refused_with_all_its_faults(book: Book, sheets: dict[str, Path], tmp_path: Path) -> None:
    faulty = changed(sheets, tmp_path, "指标", "改判发回数", "没有的数据项")
    with pytest.raises(Refused) as refused:
        rehearse(book, QUARTER, faulty)
    assert {problem.code for problem in refused.value.problems} == {"scheme-unknown-item"}


def test_a_workbook_without_a_scheme_is_refused_in_words(book: Book, sheets: dict[str, Path]) -> None:
    roster = next(path for path in sheets.values() if "花名册" in path.name)
    with pytest.raises(AppError) as refused:
        rehearse(book, QUARTER, roster)
    assert refused.value.exit_status == 3
