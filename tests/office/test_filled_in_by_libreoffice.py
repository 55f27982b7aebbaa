"""A clerk fills our templates in with LibreOffice and saves them as she likes: they are taken without a question."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.domain.entries import State
from app.domain.periods import Period
from app.services.books import Book, new_book
from app.services.collecting.templates import make_template
from app.services.taking_in.imports import stage, take
from app.sheets.intake import read_file
from app.storage.entries import entries
from tests.office.conftest import FILTERS, Office
from tests.small_court import ROSTER, SCHEME, write_book

QUARTER = Period.parse("2024Q1")
SUFFIXES = (".xlsx", ".ods", ".xls")
TYPED = {
    "数据": {"E4": "12.5", "D4": "88.25", "E5": "免计", "D6": "/", "E9": "98%"},
    "案件": {
        "A": "（2024）溪0681民初9号", "B": "民初", "C": "买卖合同纠纷", "D": "普通", "F": "2024-01-05", "G": "2024-03-29",
        "H": "P02", "J": "P03、P04", "L": "P05", "M": "否", "N": "是",
    },
    "台账": {"A": "党建", "B": "2024-03-11", "C": "P02", "D": "林二", "E": "征文一等奖", "F": "市级", "G": "1.5", "J": "征文A"},
    "离岗": {"A": "P03", "C": "病假", "D": "2024-02-01", "E": "2024-02-20", "F": "=1+1 住院"},
    "花名册": {"A": "P09", "B": "路九", "H": "民一庭", "I": "民事", "J": "员额法官", "L": "审判员", "P": "2024-03-01"},
}  # fmt: skip
"""What is typed in: whole addresses, or columns of the first empty row below the table's head."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    folder = tmp_path_factory.mktemp("court")
    made = new_book(folder / "库.hj", court="溪山县人民法院")
    files = [write_book(folder / "花名册.xlsx", {"花名册": ROSTER}), write_book(folder / "方案.xlsx", SCHEME)]
    take(made, stage(made, files))
    yield made
    made.close()


@pytest.fixture(scope="module")
def templates(book: Book, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("templates")
    made = {}
    for kind in TYPED:
        made[kind] = folder / f"{kind}.xlsx"
        make_template(book, kind, made[kind], period=QUARTER)
    return made


@pytest.fixture(scope="module")
def filled(office: Office, templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with every template filled in, in every format."""
    folder = tmp_path_factory.mktemp("filled")
    lines = []
    for kind, path in templates.items():
        row = first_empty_row(load_workbook(path).worksheets[0])
        lines.append(f"open\t{path}")
        for place, text in TYPED[kind].items():
            lines.append(f"put\t0\t{place if place[-1].isdigit() else place + str(row)}\t{text}")
        lines += [f"save\t{folder / kind}{suffix}\t{FILTERS[suffix]}" for suffix in SUFFIXES]
        lines.append("close")
    office.do(lines)
    return folder


def first_empty_row(sheet: Worksheet) -> int:
    heads = ("工号", "案号", "台账")
    top = next(row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value in heads)
    return next(row for row in range(top + 1, sheet.max_row + 2) if sheet.cell(row, 1).value is None)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("kind", TYPED)
def test_a_template_filled_in_is_taken_without_a_question(book: Book, filled: Path, kind: str, suffix: str) -> None:
    staging = stage(book, [filled / f"{kind}{suffix}"])
    told = [(sheet.kind, sheet.status, [f"{f.cell} {f.message}" for f in sheet.faults]) for sheet in staging.files]
    assert told == [(kind, "taken", [])]
    assert staging.files[0].added == {"数据": 5, "花名册": 1}.get(kind, 1)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_figure_arrives_to_the_last_digit(filled: Path, tmp_path: Path, suffix: str) -> None:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    files = [write_book(tmp_path / "花名册.xlsx", {"花名册": ROSTER}), write_book(tmp_path / "方案.xlsx", SCHEME)]
    take(made, stage(made, files))
    take(made, stage(made, [filled / f"数据{suffix}"]))
    with made.reading() as session:
        told = {(each.staff_no, each.item): (each.state, each.number) for each in entries.read(session)}
    made.close()
    assert told == {
        ("P01", "zwmy"): (State.VALUE, Decimal("88.25")),
        ("P01", "rw"): (State.VALUE, Decimal("12.5")),
        ("P02", "rw"): (State.EXCUSED, None),
        ("P03", "zwmy"): (State.NOT_APPLICABLE, None),
        ("P06", "rw"): (State.VALUE, Decimal(98)),
    }


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_mark_of_the_template_stays(templates: dict[str, Path], filled: Path, suffix: str) -> None:
    first = read_file(templates["数据"]).mark
    assert first is not None
    assert first.period == "2024Q1"
    assert read_file(filled / f"数据{suffix}").mark == first


@pytest.mark.parametrize("kind", TYPED)
def test_validation_and_protection_stay(templates: dict[str, Path], filled: Path, kind: str) -> None:
    first, second = (load_workbook(path).worksheets[0] for path in (templates[kind], filled / f"{kind}.xlsx"))
    assert rules(second) == rules(first)
    assert len(rules(first)) >= 2
    assert second.protection.sheet
    assert not second.protection.password
    assert locked(second) == locked(first)
    assert (second.freeze_panes, second.page_setup.orientation) == (first.freeze_panes, "landscape")


def rules(sheet: Worksheet) -> set[tuple[str, str, str, str]]:
    """The validations by their first cell: kind, formula, and what they say."""
    return {
        (
            str(each.sqref).split()[0].split(":")[0],
            each.type or "",
            (each.formula1 or "").replace(" ", "") if each.type else "",
            f"{each.promptTitle or ''} {each.prompt or ''} {each.error or ''}",
        )
        for each in sheet.data_validations.dataValidation
    }


def locked(sheet: Worksheet) -> list[bool]:
    return [sheet.cell(row, column).protection.locked for row in range(1, 12) for column in range(1, 8)]
