"""The program's scores of the sample court's judges against a second computation that shares no code with it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.explanation import Node
from app.domain.facts import Status
from app.domain.periods import Period
from app.services.books import Book, new_book
from app.services.computing import compute
from app.services.imports import stage, take
from app.services.results import explain, score_table
from app.sheets.sample import SampleFile, taken_together, write_sample
from tests.independent.court_sheets import Court
from tests.independent.judges_by_hand import Hand

# One worker makes the year, however many there are.
pytestmark = pytest.mark.xdist_group("sample-year")
HERE = Path(__file__).parent
PERIODS = ("2024-01", "2024-02", "2024-07", "2024Q1", "2024Q2", "2024Q3", "2024Q4", "2024")
MENDED_MONTH = "2024-02"


class Year:
    """The sample court taken in and computed, and the same year by hand."""

    def __init__(self, directory: Path) -> None:
        self.files = write_sample(directory / "sheets")
        self.book = new_book(directory / "court.hj", court="澜川市中级人民法院")
        self.statuses: dict[int, str] = {}
        self.waiting: list[str] = []
        for handful in taken_together(self.files):
            if any("补正" in file.path.name for file in handful):
                self.waiting = self._waiting_judges(Period.parse(MENDED_MONTH))
            self._take(self.book, handful)
        self.computed = {code: compute(self.book, Period.parse(code)) for code in PERIODS}
        self.hand = Hand(Court(directory / "sheets"))

    def _waiting_judges(self, period: Period) -> list[str]:
        compute(self.book, period)
        rows = score_table(self.book, period, "法官").rows
        return [row.division for row in rows if row.status == Status.INCOMPLETE]

    def _take(self, book: Book, handful: tuple[SampleFile, ...]) -> None:
        period = Period.parse(handful[0].period) if handful[0].period else None
        staging = stage(book, [file.path for file in handful], period=period)
        taken = take(book, staging)
        for file in handful:
            told = {sheet.status for sheet in taken.files if sheet.file == file.path.name}
            self.statuses[file.order] = "、".join(sorted(told))


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    made = Year(tmp_path_factory.mktemp("year"))
    yield made
    made.book.close()


def scores_in(tree: Node) -> Iterator[tuple[str, str]]:
    """Every score of a tree by its code: leaves, the spread, the components."""
    for node in tree.children:
        if node.score is not None and node.kind in {"leaf", "spread", "component"}:
            yield node.code, f"{node.score:f}"
        yield from scores_in(node)


def test_every_file_meets_the_answer_it_was_made_for(year: Year) -> None:
    assert {file.path.name: year.statuses[file.order] for file in year.files} == {
        file.path.name: file.expect for file in year.files
    }


def test_the_second_computation_refuses_the_same_file(year: Year) -> None:
    assert year.hand.court.refused == [file.path.name for file in year.files if file.expect == "refused"]


def test_three_judges_wait_until_their_sheet_is_mended(year: Year) -> None:
    assert year.waiting == ["民三庭"] * 3
    assert year.computed[MENDED_MONTH].incomplete == 0


def test_everybody_is_complete_in_the_end(year: Year) -> None:
    assert {code: computed.incomplete for code, computed in year.computed.items()} == dict.fromkeys(PERIODS, 0)
    assert all(computed.complete >= 120 for computed in year.computed.values())


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
