"""复算: LibreOffice, working out every formula of the score table by itself, comes to every total of the book."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from app.domain.periods import Period
from app.services.books import Book, new_book
from app.services.scoring.computing import compute
from app.services.scoring.results import results_document
from app.services.scoring.score_sheets import save_score_table
from app.services.taking_in.imports import stage, take
from app.sheets.sample.pages import write_pages
from app.sheets.sample.year import handed_in
from tests.office.adversary import write_adversary
from tests.office.recalculated import needs_office, recalculated

QUARTERS = [Period.parse(f"2024Q{number}") for number in range(1, 5)]
YEAR = Period.parse("2024")


@pytest.fixture(scope="module")
def adversary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    folder = tmp_path_factory.mktemp("adversary")
    made = new_book(folder / "刁钻.hj", court="刁钻法院")
    taken = take(made, stage(made, write_adversary(folder / "表")))
    assert {each.status for each in taken.files} == {"taken"}, [each.faults for each in taken.files if each.faults]
    for period in (*QUARTERS, YEAR):
        compute(made, period)
    yield made
    made.close()


def agreed(workbook: Workbook, book: Book, period: Period) -> int:
    """How many totals the formulas came to; each is the book's, digit by digit, and so is each place."""
    sheet = workbook["复算"]
    rows = {str(row[0].value): [cell.value for cell in row] for row in sheet.iter_rows(min_row=7)}
    persons = results_document(book, period)["persons"]
    assert len(rows) == len(persons)
    count = 0
    for person in persons:
        told = rows[person["staff_no"]]
        total, rank = told[6], told[10]
        assert (told[7], told[11]) == ("相符", "相符"), told
        assert rank == ("—" if person["rank"] is None else person["rank"])
        if person["total"] is None:
            assert total == "—"
        else:
            assert Decimal(repr(float(total))) == Decimal(person["total"]), told
            count += 1
    return count


def errors(workbook: Workbook) -> list[str]:
    """Every cell of the proof that came to an error."""
    return [
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in workbook
        if sheet.title.startswith("复算")
        for row in sheet
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(("#", "Err:"))
    ]


def test_formulas_are_written_without_values(adversary: Book, tmp_path: Path) -> None:
    save_score_table(adversary, QUARTERS[0], tmp_path / "表.xlsx")
    names = load_workbook(tmp_path / "表.xlsx").sheetnames
    assert names[:3] == ["甲组", "乙组", "丙组"]
    assert names[3:] == ["复算", "复算 甲组", "复算 乙组", "复算 丙组", "复算数据", "复算明细"]
    with ZipFile(tmp_path / "表.xlsx") as archive:
        text = archive.read("xl/worksheets/sheet5.xml").decode()
    assert text.count("<f>") > 200
    assert text.count("</f><v></v>") == text.count("<f>")


@needs_office
@pytest.mark.parametrize("period", [*QUARTERS, YEAR], ids=lambda each: each.code)
def test_every_way_of_giving_points_agrees_at_its_edges(adversary: Book, tmp_path: Path, period: Period) -> None:
    save_score_table(adversary, period, tmp_path / "表.xlsx")
    workbook = recalculated(tmp_path / "表.xlsx")
    assert errors(workbook) == []
    assert agreed(workbook, adversary, period) >= 18
    # Nothing was copied but the spells of whoever moved: every score came out of a formula.
    told = workbook["复算"]["A3"].value
    assert ("有 1 个数" if period in (QUARTERS[1], YEAR) else "没有照录的数") in told, told


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    folder = tmp_path_factory.mktemp("sample")
    paths = []
    for handed in handed_in(2024):
        paths.append(folder / handed.folder / handed.name)
        write_pages(paths[-1], handed.pages)
    made = new_book(folder / "示例.hj", court="澜川市中级人民法院")
    take(made, stage(made, paths))
    for period in (*QUARTERS, YEAR):
        compute(made, period)
    yield made
    made.close()


@needs_office
@pytest.mark.parametrize("period", [QUARTERS[1], YEAR], ids=lambda each: each.code)
def test_the_sample_court_agrees_for_a_quarter_and_the_year(sample: Book, tmp_path: Path, period: Period) -> None:
    save_score_table(sample, period, tmp_path / "表.xlsx")
    workbook = recalculated(tmp_path / "表.xlsx")
    assert errors(workbook) == []
    assert agreed(workbook, sample, period) > 100
