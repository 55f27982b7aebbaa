"""Of many faults of one kind the first are listed, and the others are a number."""

from collections import Counter
from pathlib import Path
from typing import Any

from app.domain.problems import Problem, Source
from app.services.books import new_book
from app.services.taking_in.imports import import_document, stage, take
from app.services.taking_in.questions import is_answerable
from app.services.taking_in.receipts import note_receipts
from app.services.taking_in.staging.records import faults_of
from app.storage.receipts import receipts
from tests.small_court import Cell, write_book


def problem(code: str, row: int, **more: Any) -> Problem:
    return Problem(code, Source("表.xlsx", "一", f"A{row}"), str(row), **more)


def test_the_first_five_hundred_of_each_code_are_listed_and_the_others_counted() -> None:
    many = [problem("missing-value", row, values={"column": "姓名"}) for row in range(1, 1202)]
    few = [problem("case-twice", row, values={"first": "1"}) for row in range(1, 501)]
    told = faults_of([*many[:700], *few, *many[700:]], "表.xlsx", "一")
    assert [each.code for each in told].count("missing-value") == 500
    assert [each.code for each in told].count("case-twice") == 500
    assert [each.cell for each in told if each.code == "missing-value"] == [f"A{row}" for row in range(1, 501)]
    rest = told[-1]
    assert len(told) == 1001
    assert (rest.code, rest.times, rest.cell, rest.sheet, rest.stops) == ("more-alike", 701, "", "一", True)
    assert "还有701处" in rest.message
    assert sum(each.times for each in told) == 1701


def test_hints_stay_hints_and_questions_questions() -> None:
    hints = [problem("column-not-read", row, warning=True) for row in range(501)]
    asked = [problem("unknown-column", row, question=True) for row in range(502)]
    told = faults_of([*hints, *asked], "表.xlsx", "一")[-2:]
    assert [(each.times, each.warning, each.question) for each in told] == [(1, True, False), (2, False, True)]
    assert is_answerable(told[1])


def test_a_sheet_with_many_faults_lists_some_and_counts_all(tmp_path: Path) -> None:
    book = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    rows: list[list[Cell]] = [["周期：2024Q1"], ["台账", "工号", "日期", "事项"]]
    rows += [["廉政", f"P{row:04}", "2024-05-01", "通报"] for row in range(900)]
    staging = stage(book, [write_book(tmp_path / "台账.xlsx", {"台账": rows})])
    assert take(book, staging).files[0].status == "refused"
    (sheet,) = import_document(staging)["files"]
    codes = Counter(each["code"] for each in sheet["faults"])
    assert set(codes.values()) == {500, len(codes) - 1}
    assert {each["times"] for each in sheet["faults"] if each["code"] == "more-alike"} == {400}
    assert all("times" not in each for each in sheet["faults"] if each["code"] != "more-alike")
    note_receipts(book, staging)
    with book.reading() as session:
        (receipt,) = receipts.read(session)
    assert receipt.faults + receipt.questions == 900 * (len(codes) - 1)
    book.close()
