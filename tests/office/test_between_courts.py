"""A filled form and a package in LibreOffice: formulas see what was filled in, and a package saved again is still whole."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.periods import Period
from app.services.books import Book, new_book
from app.services.exchange.filling import fill
from app.services.exchange.submitting import submit
from app.services.scoring.computing import compute
from app.services.taking_in.imports import stage, take
from tests.office.recalculated import needs_office, recalculated
from tests.services.form_maker import write_form
from tests.small_court import EXPECTED, write_small_court

QUARTER = Period.parse("2024Q1")
TOTALS = {staff_no: Decimal(told["total"]) for staff_no, told in EXPECTED["persons"].items()}
JUDGES = [TOTALS[each] for each in ("P02", "P03", "P04")]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    folder = tmp_path_factory.mktemp("court")
    made = new_book(folder / "库.hj", court="溪山县人民法院", code="0681", level="基层")
    take(made, stage(made, list(write_small_court(folder / "表").values())))
    compute(made, QUARTER)
    yield made
    made.close()


@needs_office
def test_the_forms_own_formulas_reckon_with_what_was_filled_in(book: Book, tmp_path: Path) -> None:
    form = write_form(tmp_path / "报表.xlsx")
    fill(book, QUARTER, form, tmp_path / "已填.xlsx", marks=["汇总!B4=平均分(法官)"])
    workbook = recalculated(tmp_path / "已填.xlsx")
    mean = (sum(JUDGES) / 3).quantize(Decimal("0.01"))
    assert Decimal(repr(round(workbook["汇总"]["B6"].value, 6))) == max(JUDGES) - mean
    assert Decimal(repr(round(workbook["法官"]["G8"].value, 6))) == sum(JUDGES)
    assert workbook["法官"]["E8"].value == 9


@needs_office
def test_a_package_that_libreoffice_saved_again_is_still_whole(book: Book, tmp_path: Path) -> None:
    submit(book, QUARTER, tmp_path / "上报.xlsx")
    recalculated(tmp_path / "上报.xlsx")
    above = new_book(tmp_path / "中院.hj", court="溪州市中级人民法院", level="中级")
    (sheet,) = stage(above, [tmp_path / "recalculated" / "上报.xlsx"]).files
    assert (sheet.kind, sheet.status, sheet.faults) == ("上报包", "taken", ())
    above.close()
