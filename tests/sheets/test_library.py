"""The library: the files that stand there are what the code makes, the reader takes them, and what is left to fill in is named."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from app.domain.problems import Problem
from app.domain.rules import RULES
from app.domain.scheme.blanks import TO_FILL
from app.domain.scheme.check import build_scheme
from app.domain.schemes import Scheme
from app.messages import sentence
from app.sheets.intake import read_file
from app.sheets.library import BLANKS, NOTES, write_library_workbooks

LIBRARY = Path(__file__).parents[2] / "resources" / "library"
LEDGERS, HEALTH, COMPLETE = "三本台账与双激励办法.xlsx", "审判质量指标体检表.xlsx", "一加五办法.xlsx"
OURS = (LEDGERS, HEALTH)
# Made anew by: python -c "from pathlib import Path; from app.sheets.library import write_library_workbooks as w; w(Path('resources/library'))"


def cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(path)}


def built(path: Path) -> tuple[Scheme | None, tuple[Problem, ...]]:
    """The scheme of a workbook; what the reader finds wrong comes first."""
    (reading,) = read_file(path).sheets
    assert reading.scheme is not None
    scheme, problems = build_scheme(reading.scheme)
    return scheme, (*reading.problems, *problems)


def left_to_fill(path: Path) -> list[tuple[str, str, str]]:
    """Sheet, cell and figure for orientation, as the workbook's own list tells them."""
    lines = openpyxl.load_workbook(path)[BLANKS].iter_rows(min_row=3, values_only=True)
    return [(line[1], line[2], line[4]) for line in lines]


def filled(path: Path, copy: Path) -> Path:
    """The workbook with every cell filled as its list suggests."""
    workbook = openpyxl.load_workbook(path)
    for sheet, cell, reference in left_to_fill(path):
        workbook[sheet][cell] = reference
    workbook.save(copy)
    return copy


@pytest.mark.parametrize("name", OURS)
def test_the_library_holds_what_the_code_makes(name: str, tmp_path: Path) -> None:
    made = {path.name: path for path in write_library_workbooks(tmp_path)}
    assert cells(LIBRARY / name) == cells(made[name])


def test_the_same_code_gives_the_same_bytes(tmp_path: Path) -> None:
    first, again = write_library_workbooks(tmp_path / "a"), write_library_workbooks(tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


@pytest.mark.parametrize("name", OURS)
def test_nothing_but_the_cells_to_fill_is_wrong(name: str) -> None:
    scheme, problems = built(LIBRARY / name)
    assert scheme is None
    assert {problem.code for problem in problems} == {"scheme-to-fill"}


@pytest.mark.parametrize("name", OURS)
def test_the_check_names_every_cell_that_the_workbook_lists_and_no_other(name: str) -> None:
    _, problems = built(LIBRARY / name)
    named = [(problem.source.sheet, problem.source.cell) for problem in problems]
    assert sorted(named) == sorted((sheet, cell) for sheet, cell, _ in left_to_fill(LIBRARY / name))
    assert len(set(named)) == len(named) > 10


@pytest.mark.parametrize("name", OURS)
def test_the_check_says_in_chinese_what_to_do(name: str) -> None:
    _, problems = built(LIBRARY / name)
    message = sentence(problems[0].code, {"value": problems[0].value, **problems[0].values})
    assert TO_FILL in message.text
    assert "本院" in message.remedy


@pytest.mark.parametrize("name", OURS)
def test_filled_as_suggested_it_is_a_sound_scheme(name: str, tmp_path: Path) -> None:
    scheme, problems = built(filled(LIBRARY / name, tmp_path / name))
    assert problems == ()
    assert scheme is not None
    assert scheme.name


def test_a_wrong_sum_is_told_once_the_cells_are_filled(tmp_path: Path) -> None:
    path = filled(LIBRARY / LEDGERS, tmp_path / LEDGERS)
    workbook = openpyxl.load_workbook(path)
    sheet, cell, _ = next(each for each in left_to_fill(LIBRARY / LEDGERS) if each[0] == "指标")
    workbook[sheet][cell] = "1"
    workbook.save(path)
    _, problems = built(path)
    assert [problem.code for problem in problems] == ["scheme-sum"]


def test_another_fault_is_told_beside_the_cells_to_fill(tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(LIBRARY / LEDGERS)
    workbook["指标组"]["B2"] = '人员类型=="员额法官"'
    workbook.save(tmp_path / LEDGERS)
    _, problems = built(tmp_path / LEDGERS)
    others = [problem for problem in problems if problem.code != "scheme-to-fill"]
    assert [(each.code, each.source.cell) for each in others] == [("formula-unknown-name", "B2")]


def test_the_complete_measure_has_nothing_left_to_fill() -> None:
    scheme, problems = built(LIBRARY / COMPLETE)
    assert scheme is not None
    assert [problem.code for problem in problems if not problem.warning] == []


@pytest.mark.parametrize("name", [*OURS, COMPLETE])
def test_the_workbook_explains_itself_and_prints_on_a4(name: str) -> None:
    workbook = openpyxl.load_workbook(LIBRARY / name)
    assert workbook.sheetnames[0] == NOTES
    for sheet in workbook:
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.freeze_panes is not None
        assert all(7 <= column.width <= 61 for column in sheet.column_dimensions.values())


def test_the_health_check_ranks_nobody_and_tells_each_direction() -> None:
    told = cells(LIBRARY / HEALTH)
    assert {line[2] for line in told["指标组"][1:]} == {"不排名"}
    directions = {line[13] for line in told["指标"][1:] if line[5]}
    assert directions == {"越高越好", "越低越好", "在区间内为好"}
    assert "案-件比" in {line[2] for line in told["指标"]}


def test_the_health_check_uses_only_methods_that_there_are() -> None:
    methods = {line[5] for name in OURS for line in cells(LIBRARY / name)["指标"][1:] if line[5]}
    assert methods <= RULES.keys()
