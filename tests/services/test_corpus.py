"""The corpus: what a person reads in each of some hundred messy workbooks is what the program reads, or refuses in words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.services.books import Book, new_book
from app.services.taking_in.imports import StagedSheet, import_document, stage, take

CORPUS = Path(__file__).parents[1] / "data" / "corpus"
EXPECTED: dict[str, Any] = json.loads((CORPUS / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The book of the corpus's court, which no test of it changes."""
    made = new_book(tmp_path_factory.mktemp("corpus") / "柳溪.hj", court="柳溪县人民法院")
    take(made, stage(made, [CORPUS / "book" / name for name in ("花名册.xlsx", "方案.xlsx", "上季度.xlsx")]))
    yield made
    made.close()


def test_there_are_enough_traps_and_each_has_its_file() -> None:
    assert len(EXPECTED) >= 60
    assert {each.name for each in (CORPUS / "files").iterdir()} == set(EXPECTED)


def faults(sheet: StagedSheet) -> list[list[str]]:
    return sorted([fault.code, fault.cell] for fault in sheet.faults if fault.stops)


@pytest.mark.parametrize("file", EXPECTED)
def test_what_a_person_reads_there_is_read(book: Book, file: str) -> None:
    staging = stage(book, [CORPUS / "files" / file])
    told = {sheet.sheet: sheet for sheet in staging.files}
    wanted = {sheet["sheet"]: sheet for sheet in EXPECTED[file]["sheets"]}
    if len(told) > 1 or len(wanted) > 1:
        assert told.keys() == wanted.keys()
    stops = any(sheet["faults"] for sheet in wanted.values())
    for sheet, first in zip(staging.files, wanted.values(), strict=True):
        want = wanted.get(sheet.sheet, first)
        assert faults(sheet) == sorted(map(list, want["faults"]))
        assert sheet.kind == want["kind"]
        assert (sheet.period.code if sheet.period else None) == want["period"]
        assert sheet.rows_read == want["rows"]
        assert (sheet.status == "refused") == stops
        changes = {f"{change.staff_no} {change.code.split('（')[0]}": change.new for change in sheet.changes}
        assert want["values"].items() <= changes.items()
        assert set(want["told"]) <= {fault.code for fault in sheet.faults if fault.warning}
        assert set(want["skipped"]) <= {each.row for each in sheet.skipped}
        assert all(fault.message for fault in sheet.faults)
    assert json.dumps(import_document(staging), ensure_ascii=False)
