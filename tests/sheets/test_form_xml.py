"""One cell of a sheet's XML changes, and nothing else: whatever wrote the sheet, however it is written."""

import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from app.sheets.forms.form import open_form, write_form
from app.sheets.forms.sheet_xml import Written, elements, place_of, read_sheet_xml, with_cells
from app.sheets.forms.workbook import Value, filled_content, recalculating, without_links
from app.sheets.reading.xlsx_parts import BrokenPackageError

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
FIVE, TEXT = Written("5", True), Written("甲<乙&", False)


def after(data: bytes, values: dict[tuple[int, int], Written], texts: tuple[str, ...] = ()) -> bytes:
    """What becomes of a sheet's data."""
    made = with_cells(read_sheet_xml(HEAD + data + b"</worksheet>", list(texts)), values)
    assert made.startswith(HEAD)
    return made.removeprefix(HEAD).removesuffix(b"</worksheet>")


def test_an_empty_cell_gets_its_value_and_keeps_its_style() -> None:
    data = b'<sheetData><row r="2" ht="20"><c r="B2" s="7"/><c r="C2" s="8"><v>1</v></c></row></sheetData>'
    assert after(data, {(2, 2): FIVE}) == data.replace(b'<c r="B2" s="7"/>', b'<c r="B2" s="7"><v>5</v></c>')


def test_a_text_stands_in_the_cell_itself() -> None:
    data = b'<sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row></sheetData>'
    expected = '<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">甲&lt;乙&amp;</t></is></c>'.encode()
    assert after(data, {(1, 1): TEXT}, ("旧",)) == b'<sheetData><row r="1">' + expected + b"</row></sheetData>"


def test_cells_and_rows_that_are_not_there_find_their_place() -> None:
    data = b'<sheetData><row r="2"><c r="B2"/><c r="D2"/></row><row r="5"/></sheetData>'
    told = after(
        data, {(2, 1): FIVE, (2, 3): FIVE, (2, 9): FIVE, (1, 1): FIVE, (3, 2): FIVE, (5, 1): FIVE, (7, 1): FIVE}
    )
    cells = [each.attributes["r"] for each in elements(HEAD + told + b"</worksheet>", frozenset({"c"}))]
    rows = [each.attributes["r"] for each in elements(HEAD + told + b"</worksheet>", frozenset({"row"}))]
    assert cells == ["A1", "A2", "B2", "C2", "D2", "I2", "B3", "A5", "A7"]
    assert rows == ["1", "2", "3", "5", "7"]


def test_a_sheet_without_any_row_takes_one() -> None:
    assert after(b"<sheetData/>", {(2, 2): FIVE}) == b'<sheetData><row r="2"><c r="B2"><v>5</v></c></row></sheetData>'


def test_a_new_cell_looks_like_its_row_or_column() -> None:
    data = b'<cols><col min="2" max="3" width="9" style="4"/></cols><sheetData><row r="1" s="6" customFormat="1"/><row r="2"/></sheetData>'
    told = after(data, {(1, 2): FIVE, (2, 2): FIVE, (2, 4): FIVE})
    assert b'<c r="B1" s="6">' in told
    assert b'<c r="B2" s="4">' in told
    assert b'<c r="D2"><v>' in told


def test_prefixes_and_cells_without_a_place_are_understood() -> None:
    content = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        b'<x:row><x:c t="inlineStr"><x:is><x:t>&#30002;</x:t></x:is></x:c><x:c s="3"/></x:row><x:row><x:c/></x:row></x:sheetData></x:worksheet>'
    )
    sheet = read_sheet_xml(content, [])
    assert {place: cell.text for place, cell in sheet.grid.cells.items()} == {(1, 1): "甲", (1, 2): "", (2, 1): ""}
    told = with_cells(sheet, {(1, 2): FIVE, (3, 1): TEXT})
    assert b'<x:c s="3"><x:v>5</x:v></x:c>' in told
    assert (
        '<x:row r="3"><x:c r="A3" t="inlineStr"><x:is><x:t xml:space="preserve">甲&lt;乙&amp;</x:t></x:is></x:c></x:row>'.encode()
        in told
    )


def test_what_was_stored_beside_a_formula_goes_because_it_may_be_wrong_now() -> None:
    data = b'<sheetData><row r="1"><c r="A1" s="2"><f>B1*2</f><v>8</v></c><c r="B1"/><c r="C1"><v>7</v></c></row></sheetData>'
    told = after(data, {(1, 2): FIVE})
    assert told == data.replace(b"<v>8</v>", b"").replace(b'<c r="B1"/>', b'<c r="B1"><v>5</v></c>')


def test_formulas_are_known_by_their_kind() -> None:
    data = (
        b'<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1</f></c>'
        b'<c r="C1"><f t="array" ref="C1">A1</f></c><c r="D1"><f t="shared" si="0"/></c></row></sheetData>'
    )
    sheet = read_sheet_xml(HEAD + data + b"</worksheet>", [])
    assert [cell.formula for _, cell in sorted(sheet.grid.cells.items())] == ["normal", "shared", "array", "normal"]


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0" encoding="GBK"?><worksheet/>',
        "<worksheet/>".encode("utf-16"),
        b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>',
    ],
)
def test_what_cannot_be_changed_in_place_is_refused(content: bytes) -> None:
    with pytest.raises(BrokenPackageError):
        read_sheet_xml(content, [])


def test_a_byte_order_mark_moves_nothing() -> None:
    content = b"\xef\xbb\xbf" + HEAD + b'<sheetData><row r="1"><c r="A1"/></row></sheetData></worksheet>'
    assert with_cells(read_sheet_xml(content, []), {(1, 1): FIVE}) == content.replace(
        b'<c r="A1"/>', b'<c r="A1"><v>5</v></c>'
    )


def test_a_workbook_is_told_to_recalculate_whatever_it_says_so_far() -> None:
    book = b'<workbook xmlns="x"><sheets><sheet name="a"/></sheets><definedNames/>%s<extLst/></workbook>'
    assert recalculating(book % b'<calcPr calcId="1"/>') == book % b'<calcPr calcId="1" fullCalcOnLoad="1"/>'
    assert (
        recalculating(book % b'<calcPr fullCalcOnLoad="0" calcId="1"/>')
        == book % b'<calcPr calcId="1" fullCalcOnLoad="1"/>'
    )
    assert recalculating(book % b"") == book % b'<calcPr fullCalcOnLoad="1"/>'
    prefixed = b'<x:workbook xmlns:x="x"><x:sheets/></x:workbook>'
    assert recalculating(prefixed) == b'<x:workbook xmlns:x="x"><x:sheets/><x:calcPr fullCalcOnLoad="1"/></x:workbook>'


def test_links_of_the_calculation_chain_keep_their_sheet() -> None:
    chain = b'<calcChain><c r="A1" i="1"/><c r="A2"/><c r="A3"/><c r="B1" i="2"/></calcChain>'
    assert without_links(chain, {("1", "A2")}) == chain.replace(b'<c r="A2"/>', b"")
    assert (
        without_links(chain, {("1", "A1"), ("1", "A2")}) == b'<calcChain><c r="A3" i="1"/><c r="B1" i="2"/></calcChain>'
    )


PLACES = st.tuples(st.integers(1, 6), st.integers(1, 6))
THERE = st.one_of(st.integers(-9, 9), st.text("甲乙<&\"' =", max_size=4))
NEW = st.one_of(st.decimals(-999, 999, places=2), st.text("丙<&=+", min_size=1, max_size=4))


@given(st.dictionaries(PLACES, THERE, max_size=12), st.dictionaries(PLACES, NEW, max_size=8))
def test_whatever_is_written_is_read_back_and_the_rest_stays(there: dict, values: dict) -> None:  # type: ignore[type-arg]
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for (row, column), value in there.items():
        sheet.cell(row, column).value = value
        if isinstance(value, str):
            sheet.cell(row, column).data_type = "s"
    content = BytesIO()
    workbook.save(content)
    given = {
        place: Value(value, is_number=False) if isinstance(value, str) else Value(f"{value:f}", is_number=True)
        for place, value in values.items()
    }
    found = load_workbook(BytesIO(filled_content(content.getvalue(), "表.xlsx", [given]))).active
    expected = {**{place: value for place, value in there.items() if value != ""}, **values}
    told = {(cell.row, cell.column): cell.value for row in found for cell in row if cell.value not in (None, "")}
    assert told.keys() == expected.keys()
    for place, value in expected.items():
        assert (Decimal(str(told[place])) == value) if isinstance(value, Decimal) else told[place] == value


def test_places_are_read() -> None:
    assert (place_of("C5"), place_of("$AA$10"), place_of("c5"), place_of("5C"), place_of("")) == (
        (5, 3),
        (10, 27),
        (5, 3),
        None,
        None,
    )


def test_the_parts_keep_their_order_and_time(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.save(tmp_path / "a.xlsx")
    form = open_form(tmp_path / "a.xlsx")
    form.sheets[0].filled[1, 1] = 5
    write_form(form, tmp_path / "b.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as old, zipfile.ZipFile(tmp_path / "b.xlsx") as new:
        assert [(each.filename, each.date_time) for each in old.infolist()] == [
            (each.filename, each.date_time) for each in new.infolist()
        ]
