"""Three published measures, told as workbooks and taken in like anybody's, against a second computation of every score."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from app.domain.explanation import Node
from app.domain.periods import Period
from app.services.books import Book, new_book
from app.services.deciding.grading import grade_document
from app.services.scoring.computing import Computed, compute
from app.services.scoring.results import explain, score_table
from app.services.taking_in.imports import stage, take
from tests.measures import auxiliaries, auxiliaries_by_hand, banner, banner_by_hand, judges, judges_by_hand
from tests.measures.workbooks import DATA, MEASURES, write_measure

HERE = Path(__file__).parent
Scores = dict[str, dict[str, dict[str, str]]]
BY_HAND: dict[str, tuple[Callable[[Path], Scores], tuple[str, ...]]] = {
    judges.NAME: (judges_by_hand.expected, ("2017",)),
    auxiliaries.NAME: (auxiliaries_by_hand.expected, (*auxiliaries.MONTHS, "2012Q1")),
    banner.NAME: (banner_by_hand.expected, ("2016",)),
}
CASES = [(name, period) for name, (_, periods) in BY_HAND.items() for period in periods]


@dataclass
class Measure:
    """A measure taken in and computed, and its scores by hand."""

    book: Book
    expected: Scores
    computed: dict[str, Computed] = field(default_factory=dict)


@pytest.fixture(scope="module")
def measures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Measure]]:
    directory = tmp_path_factory.mktemp("measures")
    made = {}
    for name, (expected, periods) in BY_HAND.items():
        book = new_book(directory / f"{name}.hj", court="澜溪区人民法院")
        taken = take(book, stage(book, sorted((DATA / name).glob("*.xlsx"))))
        assert [(sheet.file, sheet.faults) for sheet in taken.files if sheet.status != "taken"] == []
        made[name] = Measure(book, expected(DATA / name))
        made[name].computed = {period: compute(book, Period.parse(period)) for period in periods}
    yield made
    for measure in made.values():
        measure.book.close()


def scores_in(tree: Node) -> Iterator[tuple[str, str]]:
    """Every score of a tree by its code: leaves, the spread, the components."""
    for node in tree.children:
        if node.score is not None and node.kind in {"leaf", "spread", "component"}:
            yield node.code, f"{node.score:f}"
        yield from scores_in(node)


def found_in(book: Book, period: Period) -> dict[str, dict[str, str]]:
    """Staff number → code → score, of everybody who takes part."""
    found = {}
    for row in score_table(book, period).rows:
        if row.status != "not_evaluated":
            result = explain(book, period, row.staff_no)
            found[row.staff_no] = {**dict(scores_in(result.tree)), "total": f"{result.total}"}
    return found


@pytest.mark.parametrize(("name", "period"), CASES)
def test_both_computations_agree_in_every_score_of_everybody(
    measures: dict[str, Measure], name: str, period: str
) -> None:
    found, expected = found_in(measures[name].book, Period.parse(period)), measures[name].expected[period]
    assert found.keys() == expected.keys()
    differing = {
        (number, code): (found[number].get(code), expected[number].get(code))
        for number in found
        for code in found[number].keys() | expected[number].keys()
        if found[number].get(code) != expected[number].get(code)
    }
    assert differing == {}


@pytest.mark.parametrize("name", BY_HAND)
def test_twenty_to_thirty_people_come_out_complete(measures: dict[str, Measure], name: str) -> None:
    for computed in measures[name].computed.values():
        assert 20 <= computed.complete <= 30
        assert computed.incomplete == 0


@pytest.mark.parametrize(("name", "period"), CASES)
def test_the_parts_of_every_total_add_up_to_it(measures: dict[str, Measure], name: str, period: str) -> None:
    for row in score_table(measures[name].book, Period.parse(period)).rows:
        if row.total is not None and not row.veto:
            assert sum(score for score in row.scores.values() if score is not None) == row.total


@pytest.mark.parametrize("name", MEASURES)
def test_the_workbooks_are_what_the_code_makes(name: str, tmp_path: Path) -> None:
    def cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(path)}

    made = write_measure(name, tmp_path)
    assert sorted(path.name for path in made) == sorted(path.name for path in (DATA / name).glob("*.xlsx"))
    assert [path.name for path in made if cells(path) != cells(DATA / name / path.name)] == []


def test_the_second_computations_share_no_code_with_the_program() -> None:
    for name in ("reading.py", "judges_by_hand.py", "auxiliaries_by_hand.py", "banner_by_hand.py"):
        nodes = list(ast.walk(ast.parse((HERE / name).read_text(encoding="utf-8"))))
        modules = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
        modules |= {each.name for node in nodes if isinstance(node, ast.Import) for each in node.names}
        assert [module for module in modules if module.split(".")[0] == "app"] == []
        assert {module for module in modules if module.startswith("tests")} <= {"tests.measures.reading"}


# --- what each of them is there to show


def test_a_target_is_reached_by_full_percents_only(measures: dict[str, Measure]) -> None:
    scores = measures[judges.NAME].expected["2017"]
    assert {scores[number]["F1"][-3:] for number in ("D06", "D10", "D15")} <= {".00", ".50"}
    assert len({scores[number]["F1"] for number in scores if "F1" in scores[number]}) > 4


def test_the_president_waits_for_leaders_they_for_heads_and_heads_for_judges(measures: dict[str, Measure]) -> None:
    book = measures[judges.NAME].book
    quoted = {}
    for number, code in (("D01", "Y2"), ("D02", "L2"), ("D09", "T2")):
        node = explain(book, Period.parse("2017"), number).tree.find(code)
        assert node is not None
        quoted[code] = len({each.item for each in node.inputs})
    assert quoted == {"Y2": 3, "L2": 4, "T2": 4}


def test_a_leader_without_a_case_has_the_rest_spread(measures: dict[str, Measure]) -> None:
    scores = measures[judges.NAME].expected["2017"]["D03"]
    assert scores["L1"] == "0.00"
    assert "摊分" in scores


def test_more_than_three_days_of_leave_lose_all_of_the_twenty(measures: dict[str, Measure]) -> None:
    scores = measures[auxiliaries.NAME].expected
    assert scores["2012-01"]["A03"]["S2"] == "0.00"
    assert scores["2012-01"]["A02"]["S2"] != "0.00"


def test_leave_counts_in_the_month_in_which_its_days_lie(measures: dict[str, Measure]) -> None:
    scores = measures[auxiliaries.NAME].expected
    assert all(scores[month]["A14"]["J2"] != "0.00" for month in auxiliaries.MONTHS)


def test_whoever_came_in_february_has_the_mean_of_two_months(measures: dict[str, Measure]) -> None:
    result = explain(measures[auxiliaries.NAME].book, Period.parse("2012Q1"), auxiliaries.NEWCOMER)
    assert any("2个月" in note for note in result.notes)


def test_whoever_was_away_for_most_of_the_quarter_is_not_evaluated(measures: dict[str, Measure]) -> None:
    rows = {row.staff_no: row for row in score_table(measures[auxiliaries.NAME].book, Period.parse("2012Q1")).rows}
    assert (rows["A10"].status, rows["A10"].total, rows["A10"].rank) == ("not_evaluated", None, None)


def test_the_titles_follow_the_totals(measures: dict[str, Measure]) -> None:
    month = Period.parse("2012-01")
    for person in grade_document(measures[auxiliaries.NAME].book, month)["persons"]:
        total = Decimal(person["total"])
        title = "标兵" if total >= 90 else "能手" if total >= 80 else "合格" if total >= 70 else "不合格"
        assert person["proposed_grade"] == title


def test_a_head_loses_ten_for_every_duty_missed_in_the_division(measures: dict[str, Measure]) -> None:
    result = explain(measures[banner.NAME].book, Period.parse("2016"), "Q09")
    node = result.tree.find("B7")
    assert node is not None
    assert node.score is not None
    assert node.score < 0
    assert node.score % 10 == 0


def test_a_veto_halves_the_base_whatever_the_rest(measures: dict[str, Measure]) -> None:
    result = explain(measures[banner.NAME].book, Period.parse("2016"), "Q20")
    assert (f"{result.total}", result.veto) == ("300.00", "E9")


def test_whoever_moved_counts_where_he_was_longest(measures: dict[str, Measure]) -> None:
    result = explain(measures[banner.NAME].book, Period.parse("2016"), banner.MOVED)
    assert result.division == banner.MOVED_TO
    assert result.notes
