"""The program's scores of the sample court's judges against a second computation that shares no code with it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from app.domain.explanation import Node
from app.domain.facts import Status
from app.domain.periods import Period
from app.services.books import Book, new_book, opened
from app.services.demo import DemoReport
from app.services.sample_court.folders import SHEETS
from app.services.scoring.computing import compute
from app.services.scoring.results import explain, score_table
from app.services.taking_in.imports import stage, take
from tests.independent.court_sheets import Court
from tests.independent.judges_by_hand import Hand

HERE = Path(__file__).parent
PERIODS = ("2024-01", "2024-02", "2024-07", "2024Q1", "2024Q2", "2024Q3", "2024Q4", "2024")
MENDED_MONTH = Period.parse("2024-02")


class Year(NamedTuple):
    """The sample court's year as it was lived, and the same year by hand."""

    made: DemoReport
    book: Book
    hand: Hand


@pytest.fixture(scope="module")
def year(lived_year: DemoReport) -> Iterator[Year]:
    with opened(lived_year.book_path, read_only=True) as book:
        yield Year(lived_year, book, Hand(Court(lived_year.book_path.parent / SHEETS)))


def scores_in(tree: Node) -> Iterator[tuple[str, str]]:
    """Every score of a tree by its code: leaves, the spread, the components."""
    for node in tree.children:
        if node.score is not None and node.kind in {"leaf", "spread", "component"}:
            yield node.code, f"{node.score:f}"
        yield from scores_in(node)


def test_every_file_meets_the_answer_it_was_made_for(year: Year) -> None:
    assert {file.path.name: year.made.statuses[file.order] for file in year.made.files} == {
        file.path.name: file.expect for file in year.made.files
    }


def test_the_second_computation_refuses_the_same_file(year: Year) -> None:
    assert year.hand.court.refused == [file.path.name for file in year.made.files if file.expect == "refused"]


def test_three_judges_wait_until_their_sheet_is_mended(lived_year: DemoReport, tmp_path: Path) -> None:
    mended = [file.path for file in lived_year.files if "补正" in file.path.name]
    before = [file.path for file in lived_year.files if file.path.parent.name in ("基础资料", MENDED_MONTH.code)]
    with closing(new_book(tmp_path / "court.hj", court="澜川市中级人民法院")) as book:
        take(book, stage(book, before))
        compute(book, MENDED_MONTH)
        waiting = [row for row in score_table(book, MENDED_MONTH, "法官").rows if row.status == Status.INCOMPLETE]
        assert [row.division for row in waiting] == ["民三庭"] * 3
        take(book, stage(book, mended))
        compute(book, MENDED_MONTH)
        rows = score_table(book, MENDED_MONTH, "法官").rows
        assert not any(row.status == Status.INCOMPLETE for row in rows)


def test_everybody_is_complete_in_the_end(year: Year) -> None:
    for code in PERIODS:
        statuses = Counter(row.status for row in score_table(year.book, Period.parse(code)).rows)
        assert statuses[Status.INCOMPLETE] == 0
        assert statuses[Status.COMPLETE] >= 120


@pytest.mark.parametrize("code", PERIODS)
def test_both_computations_evaluate_the_same_judges(year: Year, code: str) -> None:
    rows = score_table(year.book, Period.parse(code), "法官").rows
    assert {row.staff_no for row in rows if row.status != Status.NOT_EVALUATED} == set(year.hand.scores(code))


@pytest.mark.parametrize("code", PERIODS)
def test_both_computations_agree_in_every_score_of_every_judge(year: Year, code: str) -> None:
    differing = {}
    compared = 0
    for staff_no, expected in year.hand.scores(code).items():
        result = explain(year.book, Period.parse(code), staff_no)
        found = dict(scores_in(result.tree)) | {"total": f"{result.total:f}"}
        if "total" not in expected:
            # Scored by another set for a part of the year: that part of the year's total is not worked out by hand.
            del found["total"], found["周期:季"]
        compared += len(expected)
        if found != expected:
            differing[staff_no] = {
                code: (found.get(code), expected.get(code))
                for code in {*found, *expected}
                if found.get(code) != expected.get(code)
            }
    assert differing == {}
    assert compared > 200


def test_the_second_computation_shares_no_code_with_the_program() -> None:
    for name in ("court_sheets.py", "judges_leaves.py", "judges_by_hand.py"):
        modules = set()
        for node in ast.walk(ast.parse((HERE / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {each.name for each in node.names}
            elif isinstance(node, ast.ImportFrom):
                modules.add(node.module or "")
        assert not any(module.split(".")[0] == "app" for module in modules)
