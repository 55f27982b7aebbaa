"""Small likenesses of files that were made to hang, to kill or to deceive: each is refused soon, and for its own reason."""

import io
import time
import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest

from app.domain.problems import AppError
from app.sheets.forms.form import open_form, write_form
from app.sheets.forms.wire import form_of, told_form, told_values, values_of, written_of
from app.sheets.forms.workbook import form_file
from app.sheets.package_shape import is_document
from app.sheets.package_sheet import package_of
from app.sheets.reading import limits, worker
from app.sheets.reading.calamine_reader import raw_of
from app.sheets.reading.raw_cells import ERROR, NUMBER
from app.sheets.reading.reader import raw_book_of
from app.sheets.reading.worker import SheetReader
from app.sheets.reading.worker_wire import LENGTH_BYTES, MalformedError, told_document
from app.sheets.tables import layout
from app.sheets.tables.headers import header_below

SHEET = "xl/worksheets/sheet1.xml"


def workbook(**parts: bytes) -> bytes:
    """A sound workbook; a part named by its last word may be another."""
    sound, content = io.BytesIO(), io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["工号", "姓名"])
    book.save(sound)
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, parts.get(Path(name).stem, old.read(name)))
    return content.getvalue()


def refusal(content: bytes, name: str = "表.xlsx") -> str:
    with pytest.raises(AppError) as refused:
        raw_book_of(content, name)
    return refused.value.code


@pytest.mark.parametrize(
    "sheet", [b"<worksheet a='%s'/>", b"<worksheet><!--%s--></worksheet>", b"<worksheet><sheetData><%s/></sheetData></worksheet>"]
)  # fmt: skip
def test_one_endless_tag_costs_no_more_than_its_length(sheet):
    begin = time.process_time()
    assert refusal(workbook(sheet1=sheet % (b"x" * 12_000_000))) == "file-broken"
    assert time.process_time() - begin < 2


def test_a_list_of_relations_of_any_length_is_not_read(monkeypatch):
    monkeypatch.setattr(limits, "TREE_BYTES", 2000)
    assert refusal(workbook(workbook=b"<workbook>" + b"<a/>" * 1000 + b"</workbook>")) == "file-too-large"


def test_more_parts_than_any_workbook_has_are_not_even_listed(monkeypatch):
    monkeypatch.setattr(limits, "PARTS", 5)
    assert refusal(workbook()) == "file-too-large"


def test_a_package_closed_by_a_password_of_the_packer_is_told_so():
    content = bytearray(workbook())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(sign, at + 4)
    assert refusal(bytes(content)) == "file-protected"


def test_a_figure_of_an_old_file_that_is_none_is_an_error_of_its_cell():
    assert raw_of(float("inf"), NUMBER) == (ERROR, "#NUM!")
    assert raw_of(float("nan"), NUMBER) == (ERROR, "#NUM!")


def test_one_name_for_two_sheets_of_a_form_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.create_sheet("乙")
    book.save(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace("乙".encode(), b"Sheet") if name == "xl/workbook.xml" else part)
    with pytest.raises(AppError, match="file-broken"):
        open_form(tmp_path / "b.xlsx")


def test_a_damaged_chain_of_calculation_is_found_before_anything_is_written(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    book.save(tmp_path / "a.xlsx")
    chain = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    with zipfile.ZipFile(tmp_path / "a.xlsx") as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                link = f'<Relationship Id="c" Type="{chain}" Target="calcChain.xml"/></Relationships>'
                part = part.replace(b"</Relationships>", link.encode())
            new.writestr(name, part)
        new.writestr("xl/calcChain.xml", '<calcChain><c r="A1" i="1"/')
    form = open_form(tmp_path / "b.xlsx")
    form.sheets[0].filled[1, 1] = 5
    with pytest.raises(AppError, match="file-broken"):
        write_form(form, tmp_path / "c.xlsx")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx"]


def test_a_form_that_changed_since_it_was_looked_at_is_not_filled(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook())
    form = open_form(path)
    form.sheets[0].filled[3, 1] = "x"
    path.write_bytes(workbook(app=b"<Properties/>"))
    with pytest.raises(AppError, match="form-changed"):
        write_form(form, tmp_path / "b.xlsx")
    assert not (tmp_path / "b.xlsx").exists()


def test_neither_form_nor_package_is_opened_where_the_process_cannot_start(monkeypatch, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook())
    monkeypatch.setattr(worker, "_START", "import sys; sys.path[:] = {path!r}; sys.exit(9)")
    for job, understood in (("form", form_of), ("package", package_of)):
        with SheetReader() as reader, pytest.raises(AppError, match="reader-not-started"):
            reader.ask(job, path, understood)


def test_what_the_process_says_of_a_form_is_believed_only_where_it_can_be_so(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook())
    with SheetReader() as reader:
        told = reader.ask("form", path, form_of)
    assert form_of(told_form(told)[LENGTH_BYTES:]) == told
    asked = told_values(told.digest, [{}])
    assert values_of(asked) == [{}]
    for strange in (
        {"digest": "x"},
        {"suffix": ".exe"},
        {"sheets": [{}]},
        {"sheets": [{"cells": [[1, 1, 1, "n", 0, ""]]}]},
        {"names": [["a", "b", "1", 1]]},
        {"percents": ["1"]},
    ):
        message = told_document({**told._asdict(), "percents": [], "sheets": [], **strange})
        with pytest.raises(MalformedError):
            form_of(message[LENGTH_BYTES:])
    with pytest.raises(MalformedError):
        written_of(told_document({"written": 3}, b"1234")[LENGTH_BYTES:])


def test_a_document_has_every_field_and_no_other():
    assert not is_document({})
    assert not is_document({"head": {}, "summary": [], "grades": [], "missing": [], "persons": []})
    with pytest.raises(MalformedError):
        package_of(told_document({"document": {}, "problems": [], "file_digest": ""})[LENGTH_BYTES:])
    with pytest.raises(MalformedError):
        package_of(
            told_document({"document": None, "problems": [["x", "", "", "", "", {}]], "file_digest": ""})[LENGTH_BYTES:]
        )


def test_two_parts_of_one_name_are_refused_in_a_form_too(tmp_path):
    content = io.BytesIO(workbook())
    with zipfile.ZipFile(content, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(SHEET, b"<worksheet/>")
    (tmp_path / "a.xlsx").write_bytes(content.getvalue())
    with pytest.raises(AppError, match="file-ambiguous"):
        open_form(tmp_path / "a.xlsx")


def test_a_sheet_whose_every_row_looks_like_a_header_is_not_searched_for_ever(monkeypatch, desk):
    looked = []

    def look(*place):
        looked.append(place[-1])
        return header_below(*place)

    monkeypatch.setattr(layout, "header_below", look)
    monkeypatch.setattr(layout, "_MOST_HEADERS", 5)
    rows = [["工号", "姓名", "工作满意度"], *(["工号", "姓名", number] for number in range(40))]
    reading = desk.read(rows, "数据-2024Q1.xlsx")
    assert len(looked) == 5
    assert any(not problem.warning for problem in reading.problems)


def test_no_sheet_is_left_out_unseen(monkeypatch, tmp_path):
    monkeypatch.setattr(limits, "SHEETS", 2)
    book = openpyxl.Workbook()
    for _ in range(2):
        book.create_sheet().append(["工号"])
    book.save(tmp_path / "a.xlsx")
    assert refusal((tmp_path / "a.xlsx").read_bytes()) == "file-too-large"
    assert refusal(b"<table><tr><td>a</table>" * 3, "a.xls") == "file-too-large"
    with pytest.raises(AppError, match="file-too-large"):
        form_file((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
