"""Computing and what is shown of it: periods at a glance, tables, stale results, what cannot be done."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.explanation import Node
from app.domain.facts import PersonResult, Status
from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.books import Book, new_book
from app.services.changes import Changes
from app.services.deciding.grading import grade
from app.services.overview import period_rows
from app.services.progress import Cancelled, Part
from app.services.scoring.computing import compute, compute_document
from app.services.scoring.results import results_document, save_score_table, score_table
from app.services.scoring.score_tables import _columns
from app.services.taking_in.imports import stage, take, undo_import
from tests.small_court import ROSTER, SCHEME, write_book, write_small_court

QUARTER = Period.parse("2024Q1")
YEAR = Period.parse("2024")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    take(made, stage(made, list(write_small_court(tmp_path / "all").values())))
    yield made
    made.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "空.hj", court="溪山县人民法院")
    yield made
    made.close()


def test_computing_tells_how_far_everybody_came(book: Book) -> None:
    computed = compute(book, QUARTER)
    assert (computed.people, computed.complete, computed.incomplete) == (7, 7, 0)
    assert computed.changes == Changes(results=True)
    document = compute_document(computed)
    assert document["period"] == "2024Q1"
    assert "民他10号" in document["warnings"][0]["message"]


def test_without_a_scheme_nothing_is_computed(empty: Book) -> None:
    with pytest.raises(AppError, match="scheme-missing"):
        compute(empty, QUARTER)


def test_without_people_nothing_is_computed(empty: Book, tmp_path: Path) -> None:
    take(empty, stage(empty, [write_book(tmp_path / "方案.xlsx", SCHEME)]))
    with pytest.raises(AppError, match="nobody-in-period"):
        compute(empty, QUARTER)


def test_a_year_without_its_own_scheme_uses_an_earlier_one_and_is_told_so(book: Book) -> None:
    computed = compute(book, Period.parse("2025Q1"))
    assert [warning.code for warning in computed.warnings] == ["scheme-earlier"]
    with pytest.raises(AppError, match="scheme-missing"):
        compute(book, Period.parse("2023Q4"))


def test_cancelling_a_computing_keeps_nothing(book: Book) -> None:
    def stop(done: int, total: int, text: str = "") -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        compute(book, QUARTER, report=stop)
    assert results_document(book, QUARTER)["persons"] == []


def test_a_quarter_is_stale_after_newer_data_until_it_is_computed_again(book: Book, tmp_path: Path) -> None:
    compute(book, QUARTER)
    assert not score_table(book, QUARTER).stale
    rows = [["周期：2024Q1"], ["工号", "姓名", "工作满意度"], ["P02", "林二", 50]]
    taken = take(book, stage(book, [write_book(tmp_path / "改.xlsx", {"表": rows})]))
    assert score_table(book, QUARTER).stale
    undo_import(book, taken.batches[0], reason="试试")
    compute(book, QUARTER)
    assert not results_document(book, QUARTER)["stale"]


def test_a_year_that_rests_on_a_quarter_is_stale_after_it(book: Book, tmp_path: Path) -> None:
    compute(book, QUARTER)
    compute(book, YEAR)
    assert not score_table(book, YEAR).stale
    rows = [["周期：2024Q1"], ["工号", "姓名", "工作满意度"], ["P02", "林二", 50]]
    take(book, stage(book, [write_book(tmp_path / "改.xlsx", {"表": rows})]))
    compute(book, QUARTER)
    assert score_table(book, YEAR).stale


def test_a_year_with_quarters_that_were_not_computed_is_incomplete(book: Book) -> None:
    compute(book, QUARTER)
    computed = compute(book, YEAR)
    assert computed.incomplete == 7
    assert all("季度" in row.reason for row in score_table(book, YEAR).rows)


def test_periods_at_a_glance_are_those_with_data_of_the_kinds_that_the_scheme_scores(book: Book) -> None:
    assert [(row.period.code, row.computed) for row in period_rows(book)] == [("2024Q1", False), ("2024", False)]
    compute(book, QUARTER)
    first = period_rows(book)[0]
    assert (first.computed, first.stale, first.people, first.incomplete, first.issue) == (True, False, 7, 0, 1)


def test_a_table_of_one_set_has_its_columns_only(book: Book) -> None:
    compute(book, QUARTER)
    shown = score_table(book, QUARTER, "法官")
    assert shown.sets == ("法官",)
    assert [column.code for column in shown.columns] == ["F1", "F2", "F3", "F4", "F5", "F6"]
    assert [(column.title, column.full_marks) for column in shown.columns[:1]] == [("办案数量", Decimal(50))]
    with pytest.raises(AppError, match="set-unknown"):
        score_table(book, QUARTER, "没有")


def test_every_set_has_its_own_columns(book: Book) -> None:
    compute(book, QUARTER)
    shown = score_table(book, QUARTER)
    assert [column.code for column in shown.columns_of("庭长")] == ["T1", "T2"]
    assert [column.code for column in shown.columns_of("行政")] == ["X1", "X2", "摊分"]


def test_a_code_that_two_sets_use_is_one_column_with_both_titles() -> None:
    def result(title: str, marks: int) -> PersonResult:
        leaf = Node("leaf", title, "A1", Decimal(1), Decimal(marks))
        tree = Node("total", "总分", "总分", Decimal(1), children=(leaf,))
        told = ("P01", "苏一", "民一庭", "民事", "员额法官", "法官", "法官", Decimal(3))
        return PersonResult(*told, Status.COMPLETE, "", "", Decimal(1), tree)

    columns = list(_columns([result("办案", 50), result("办文", 60), result("办案", 50)]))
    assert [(column.title, column.full_marks) for column in columns] == [("办案／办文", None)]


def test_a_period_that_was_never_computed_has_an_empty_table_and_no_workbook(book: Book, tmp_path: Path) -> None:
    shown = score_table(book, QUARTER)
    assert (shown.computed, shown.rows) == (False, ())
    with pytest.raises(AppError, match="not-computed"):
        save_score_table(book, QUARTER, tmp_path / "得分.xlsx")
    with pytest.raises(AppError, match="not-computed"):
        grade(book, QUARTER)
    assert not (tmp_path / "得分.xlsx").exists()


def test_a_transfer_today_leaves_the_last_quarter_as_it_is(book: Book, tmp_path: Path) -> None:
    compute(book, QUARTER)
    before = results_document(book, QUARTER)["persons"]
    rows = [
        ROSTER[2],
        ["P02", "林二", "民一庭", "民事", "员额法官", "审判员", "2020-01-01", "2024-06-30"],
        ["P02", "林二", "刑一庭", "刑事", "员额法官", "审判员", "2024-07-01", None],
    ]
    take(book, stage(book, [write_book(tmp_path / "调动.xlsx", {"花名册": rows})]))
    assert not results_document(book, QUARTER)["stale"]
    compute(book, QUARTER)
    assert results_document(book, QUARTER)["persons"] == before


def test_a_part_of_the_work_is_told_as_a_stretch_of_the_whole() -> None:
    heard: list[tuple[int, int, str]] = []
    part = Part(lambda done, total, text="": heard.append((done, total, text)), 20, 60, 100)
    part(0, 4, "始")
    part(2, 4, "中")
    part(0, 0, "空")
    assert heard == [(20, 100, "始"), (40, 100, "中"), (20, 100, "空")]


def test_changes_add_up() -> None:
    assert Changes(people=True) | Changes(entries=True) == Changes(people=True, entries=True)
    assert not Changes()
