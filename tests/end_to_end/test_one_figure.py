"""One figure everywhere: for everybody of the sample court, screen, JSON, workbook and PDF tell the same."""

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from app.domain.entries import State
from app.domain.explanation import Node
from app.domain.facts import PersonResult
from app.domain.ledgers import Standing
from app.domain.periods import Period
from app.services.books import Book, new_book
from app.services.papers.archives import make_archives
from app.services.records.ledgers import Wanted, confirm_events, event_lines
from app.services.scoring.computing import compute
from app.services.scoring.results import (
    ScoreTable,
    explain,
    explain_document,
    results_document,
    save_score_table,
    score_table,
)
from app.services.taking_in.imports import stage, take
from app.sheets.sample.pages import write_pages
from app.sheets.sample.year import Handed, handed_in

QUARTER = Period.parse("2024Q1")
LAST_FOLDER = "2024-03"
"""Everything in the sample court's folders up to this one is handed in here."""


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    directory = tmp_path_factory.mktemp("court")
    paths = []
    for handed in takewhile(_is_of_the_quarter, handed_in(2024)):
        paths.append(directory / handed.folder / handed.name)
        write_pages(paths[-1], handed.pages)
    made = new_book(directory / "court.hj", court="澜川市中级人民法院")
    taken = take(made, stage(made, paths))
    assert {sheet.status for sheet in taken.files} == {"taken"}
    waiting = event_lines(made, Wanted(standing=Standing.WAITING))
    confirm_events(made, [line.number for line in waiting], by="另一人")
    compute(made, QUARTER)
    yield made
    made.close()


@pytest.fixture(scope="module")
def shown(book: Book) -> ScoreTable:
    return score_table(book, QUARTER)


@pytest.fixture(scope="module")
def trees(book: Book, shown: ScoreTable) -> dict[str, PersonResult]:
    return {row.staff_no: explain(book, QUARTER, row.staff_no) for row in shown.rows}


def _is_of_the_quarter(handed: Handed) -> bool:
    return handed.folder == "基础资料" or handed.folder <= LAST_FOLDER


def test_everybody_is_there(shown: ScoreTable) -> None:
    assert len(shown.rows) > 120
    assert len(shown.sets) >= 5
    assert sum(row.total is not None for row in shown.rows) > 100


def test_the_screen_shows_the_trees(shown: ScoreTable, trees: dict[str, PersonResult]) -> None:
    for row in shown.rows:
        tree = trees[row.staff_no].tree
        assert row.total == tree.score
        assert row.scores == {node.code: node.score for node in tree.parts()}
        assert row.total is None or sum(score for score in row.scores.values() if score is not None) == row.total


def test_the_documents_tell_the_trees(book: Book, trees: dict[str, PersonResult]) -> None:
    for person in results_document(book, QUARTER)["persons"]:
        result = trees[person["staff_no"]]
        assert person["total"] == written(result.total)
        assert {code: told["score"] for code, told in person["indicators"].items()} == {
            node.code: written(node.score) for node in result.tree.parts()
        }


def test_the_explanations_tell_the_trees(book: Book, trees: dict[str, PersonResult]) -> None:
    for staff_no in list(trees)[::10]:
        told = explain_document(book, QUARTER, staff_no)["tree"]
        assert told["score"] == written(trees[staff_no].total)
        assert scores_in(told) == {node.code: written(node.score) for node in trees[staff_no].tree.walk()}


def test_the_workbook_holds_the_trees_as_real_numbers(
    book: Book, shown: ScoreTable, trees: dict[str, PersonResult], tmp_path: Path
) -> None:
    save_score_table(book, QUARTER, tmp_path / "得分.xlsx")
    workbook = load_workbook(tmp_path / "得分.xlsx")
    seen = 0
    for name in shown.sets:
        sheet = workbook[name or "没有指标组"]
        codes = [column.code for column in shown.columns_of(name)]
        for row in sheet.iter_rows(values_only=True):
            result = trees.get(str(row[1]))
            if result is None:
                continue
            seen += 1
            scores = {node.code: node for node in result.tree.parts()}
            for code, cell in zip(codes, row[5:], strict=False):
                check_cell(scores.get(code), cell)
            assert row[5 + len(codes)] == (None if result.total is None else float(result.total))
    assert seen == len(shown.rows)


def check_cell(node: Node | None, cell: object) -> None:
    if node is None:
        assert cell is None
    elif node.score is not None:
        assert cell == float(node.score)
    else:
        assert isinstance(cell, str)
        assert cell == node.state.word or node.state is State.VALUE


def test_the_volumes_print_the_trees(book: Book, trees: dict[str, PersonResult], tmp_path: Path) -> None:
    made = make_archives(book, 2024, tmp_path, jobs=2)
    assert {volume.staff_no for volume in made.volumes} == trees.keys()
    for volume in made.volumes:
        text = text_of(volume.path)
        result = trees[volume.staff_no]
        assert result.name in text
        for figure in (result.total, *(node.score for node in result.tree.parts())):
            assert figure is None or f"{figure:f}" in text


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def scores_in(node: dict) -> dict[str, str | None]:
    found = {node["code"]: node["score"]}
    for child in node["children"]:
        found |= scores_in(child)
    return found


def written(figure: object) -> str | None:
    return None if figure is None else f"{figure:f}"
