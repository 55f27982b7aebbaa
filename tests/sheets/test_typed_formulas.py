"""Texts that a library stored as formulas: what cannot be a formula is the text, what may be one stays one."""

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from app.sheets.reading.cells import Flaw, Sheet
from app.sheets.reading.reader import workbook_of
from app.sheets.reading.typed_formulas import is_typed, typed_text


@pytest.mark.parametrize("formula", ["=合计==", "====", "=以下空白=", "= 小 计 =="])
def test_a_second_sign_of_equality_and_words_are_no_formula(formula: str) -> None:
    assert typed_text(formula) == f"={formula}"
    assert is_typed(f"={formula}")


@pytest.mark.parametrize("formula", ["无", "合计", "A1", "=A1", "=40=", "=SUM(A1:A3)", "=1+1", "=合计+1", "=total"])
def test_what_may_be_a_formula_is_no_text(formula: str) -> None:
    assert typed_text(formula) == ""
    assert not is_typed(f"={formula}")


def sheet_of(path: Path) -> Sheet:
    return workbook_of(path.read_bytes(), path.name).sheets[0]


def test_openpyxls_formula_without_a_value_is_the_text_that_was_typed(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["工号", "结案数", "==合计==", "=====", "==A1"])
    book.save(tmp_path / "表.xlsx")
    cells = sheet_of(tmp_path / "表.xlsx").rows[1]
    assert [cells[column].value for column in (1, 2, 3, 4)] == ["工号", "结案数", "==合计==", "====="]
    assert cells[5].flaw is Flaw.NOT_CALCULATED


def test_xlsxwriters_formula_with_a_zero_is_the_text_too(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "表.xlsx") as book:
        book.add_worksheet("表").write_row(0, 0, ["工号", "==合计=="])
    assert sheet_of(tmp_path / "表.xlsx").rows[1][2].value == "==合计=="


def test_a_formula_with_a_value_has_its_value_whatever_it_says(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "表.xlsx") as book:
        book.add_worksheet("表").write_formula(0, 0, "==合计==", None, 7)
    assert sheet_of(tmp_path / "表.xlsx").rows[1][1].text == "7"
