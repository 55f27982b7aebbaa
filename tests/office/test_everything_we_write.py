"""Every workbook that we write is opened by LibreOffice, saved in its formats, and read again to the same figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.periods import Period
from app.domain.scheme.check import build_scheme
from app.services.books import Book, new_book
from app.services.collecting.reminders import save_reminders
from app.services.collecting.templates import TEMPLATES, make_division_templates, make_template
from app.services.library import copy_library_entry, library_entries
from app.services.scoring.computing import compute
from app.services.scoring.score_sheets import save_score_table
from app.services.taking_in.imports import stage, take
from app.sheets.drafts import Hints
from app.sheets.intake import read_file
from app.sheets.sample.pages import write_pages
from app.sheets.sample.year import handed_in
from tests.office.conftest import Office
from tests.small_court import write_small_court

QUARTER = Period.parse("2024Q1")
SUFFIXES = (".xlsx", ".ods", ".xls")
SHAPES = (
    "补正", "结案清单", "三本台账", "办案数据", "民一庭", "司法警察", "评查评分", "信访", "信息调研", "评分汇总", "民主测评", "补报",
)  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    folder = tmp_path_factory.mktemp("court")
    made = new_book(folder / "库.hj", court="溪山县人民法院")
    take(made, stage(made, list(write_small_court(folder / "来表").values())))
    compute(made, QUARTER)
    yield made
    made.close()


@pytest.fixture(scope="module")
def written(book: Book, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every workbook, by its name."""
    folder = tmp_path_factory.mktemp("written")
    for kind in TEMPLATES:
        period = Period.parse("2024-03") if kind == "月纪实" else QUARTER
        make_template(book, kind, folder / f"模板-{kind}.xlsx", period=period)
    made = make_division_templates(book, QUARTER, folder)
    save_score_table(book, QUARTER, folder / "得分表.xlsx")
    save_reminders(book, QUARTER, folder / "催报单.xlsx")
    for entry in library_entries():
        copy_library_entry(entry.name, folder / f"方案库-{entry.name}.xlsx")
    assert len(made.files) == 5
    return {path.name: path for path in (*folder.glob("*.xlsx"), *_sample(folder / "示例"))}


def _sample(folder: Path) -> Iterator[Path]:
    """One of each shape of sheet that the sample court's divisions hand in for March."""
    folder.mkdir()
    for handed in handed_in(2024):
        if handed.folder == "基础资料" or (handed.folder == "2024-03" and any(word in handed.name for word in SHAPES)):
            write_pages(folder / handed.name, handed.pages)
            yield folder / handed.name


@pytest.fixture(scope="module")
def again(office: Office, written: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with all of them, saved by LibreOffice in every format."""
    folder = tmp_path_factory.mktemp("again")
    office.saved_again(written.values(), folder, SUFFIXES)
    return folder


@pytest.fixture(scope="module")
def hints(written: dict[str, Path]) -> dict[str, Hints]:
    """What the readers know of the items: of the small court, and of the sample one."""
    found = {}
    for name in ("模板-方案.xlsx", "全员绩效考核实施办法（一加五）.xlsx"):
        text = read_file(written[name]).sheets[0].scheme
        assert text is not None
        scheme, problems = build_scheme(text)
        assert scheme is not None, problems
        found[name] = Hints(scheme.items)
    return found


def told(path: Path, hints: Hints) -> list[tuple[str, ...]]:
    """All that a file tells, sheet by sheet, but for its own name."""
    return [
        tuple(
            repr(part).replace(path.name, "那个文件")
            for part in (
                sheet.sheet,
                sheet.kind,
                sheet.period,
                sheet.division,
                sheet.records,
                sheet.coverage,
                sheet.scheme,
            )
        )
        for sheet in read_file(path, hints).sheets
        if sheet.kind
    ]


def is_of_sample(path: Path) -> bool:
    return path.parent.name == "示例" or path.name.startswith("方案库")


@pytest.fixture(scope="module")
def originals(written: dict[str, Path], hints: dict[str, Hints]) -> dict[str, list[tuple[str, ...]]]:
    """What each file tells before anybody else touched it."""
    small, sample = hints.values()
    return {path.name: told(path, sample if is_of_sample(path) else small) for path in written.values()}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_we_write_tells_the_same_after_libreoffice_saved_it(
    written: dict[str, Path],
    again: Path,
    hints: dict[str, Hints],
    originals: dict[str, list[tuple[str, ...]]],
    suffix: str,
) -> None:
    small, sample = hints.values()
    differing = {}
    for path in written.values():
        second = told(again / f"{path.stem}{suffix}", sample if is_of_sample(path) else small)
        if originals[path.name] != second:
            differing[path.name] = (originals[path.name], second)
    assert differing == {}


def test_every_kind_of_sheet_was_among_them(originals: dict[str, list[tuple[str, ...]]]) -> None:
    kinds = {sheet[1].strip("'") for sheets in originals.values() for sheet in sheets}
    assert kinds >= {*TEMPLATES}
    figures = sum(sheet[4].count("EntryDraft(") for sheets in originals.values() for sheet in sheets)
    assert figures > 1000


def test_tables_of_results_have_the_same_figures(written: dict[str, Path], again: Path) -> None:
    for name in ("得分表.xlsx", "催报单.xlsx"):
        first, second = (load_workbook(path, data_only=True) for path in (written[name], again / name))
        assert first.sheetnames == second.sheetnames
        for one, other in zip(first, second, strict=True):
            there = {cell.coordinate: cell.value for row in other for cell in row if cell.value is not None}
            here = {cell.coordinate: cell.value for row in one for cell in row if cell.value is not None}
            # What is only a formula with us has its value there; that these are right is another test's.
            assert {place: there.get(place) for place in here} == here
            assert len(here) > 5
            assert (other.freeze_panes, other.print_title_rows) == (one.freeze_panes, one.print_title_rows)
            assert {str(each) for each in other.merged_cells.ranges} == {str(each) for each in one.merged_cells.ranges}
