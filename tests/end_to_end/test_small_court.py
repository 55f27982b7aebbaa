"""A small court from its workbooks to scores, grades, explanations and paper; every figure was worked out by hand."""

import json
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from app.domain.explanation import Node
from app.domain.periods import Period
from app.services.books import Book, check_book, new_book, opened
from app.services.deciding.grading import grade_document
from app.services.papers.archives import make_archives
from app.services.scoring.computing import compute
from app.services.scoring.results import explain, explain_document, results_document, save_score_table, score_table
from app.services.taking_in.imports import stage, take
from tests.small_court import COURT, EXPECTED, PERIOD, write_small_court

QUARTER = Period.parse(PERIOD)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book with all five workbooks taken in by one call, in an order that helps nobody, and the quarter computed."""
    directory = tmp_path_factory.mktemp("small-court")
    files = write_small_court(directory / "sheets")
    made = new_book(directory / "小法院.hj", court=COURT, level="基层")
    taken = take(made, stage(made, [*reversed(files.values())]))
    assert [sheet.status for sheet in taken.files] == ["taken"] * 6
    compute(made, QUARTER)
    yield made
    made.close()


def test_every_total_and_every_indicator_is_as_worked_out_by_hand(book: Book) -> None:
    persons = {person["staff_no"]: person for person in results_document(book, QUARTER)["persons"]}
    told = {
        staff_no: {
            "total": persons[staff_no]["total"],
            "indicators": {code: persons[staff_no]["indicators"][code]["score"] for code in expected["indicators"]},
        }
        for staff_no, expected in EXPECTED["persons"].items()
    }
    assert told == EXPECTED["persons"]


def test_every_proposed_grade_is_as_worked_out_by_hand(book: Book) -> None:
    told = {each["staff_no"]: each["proposed_grade"] for each in grade_document(book, QUARTER)["persons"]}
    assert told == EXPECTED["grades"]


def test_what_does_not_apply_is_spread_in_a_line_of_its_own(book: Book) -> None:
    persons = {person["staff_no"]: person for person in results_document(book, QUARTER)["persons"]}
    assert {"P07": persons["P07"]["indicators"]["摊分"]["score"]} == EXPECTED["spread"]
    assert "摊分" not in persons["P06"]["indicators"]


def test_a_case_that_no_coefficient_fits_is_told(book: Book) -> None:
    warnings = compute(book, QUARTER).warnings
    assert [(warning.code, warning.value) for warning in warnings] == [("case-unmatched", "（2024）溪0681民他10号")]


def test_an_explanation_leads_to_file_sheet_and_cell(book: Book) -> None:
    node = explain(book, QUARTER, "P06").tree.find("X1")
    assert node is not None
    origin = next(each.origin for each in node.inputs if each.origin is not None)
    assert (origin.source.file, origin.source.sheet, origin.source.cell) == ("数据-2024Q1.xlsx", "办公室", "D4")
    assert origin.batch != ""
    assert origin.at != ""


def test_the_parts_of_every_total_add_up_to_it(book: Book) -> None:
    for row in score_table(book, QUARTER).rows:
        assert sum(score for score in row.scores.values() if score is not None) == row.total


def test_taking_the_same_files_again_changes_nothing(book: Book, tmp_path: Path) -> None:
    again = take(book, stage(book, list(write_small_court(tmp_path).values())))
    assert [sheet.status for sheet in again.files] == ["unchanged"] * 6
    assert again.batches == ()
    assert not again.changes
    assert not results_document(book, QUARTER)["stale"]


def test_the_documents_have_every_key_of_the_contract_and_decimals_are_texts(book: Book) -> None:
    document = json.loads(json.dumps(results_document(book, QUARTER)))
    assert document.keys() >= {
        *("book", "court", "period", "issue", "scheme", "scheme_version", "engine_version", "sealed", "persons"),
        "stale",
    }
    person = document["persons"][0]
    assert person.keys() >= {
        *("staff_no", "name", "division", "set", "months_in_post", "status", "total", "rank", "pool_size"),
        *("proposed_grade", "decided_grade", "veto", "indicators"),
    }
    assert person["indicators"]["T1"].keys() >= {"name", "value", "state", "full_marks", "score", "missing_rule"}
    assert person["total"] == "79.83"
    late = next(each for each in document["persons"] if each["staff_no"] == "P04")
    assert late["months_in_post"] == "1.5165"
    assert late["indicators"]["F4"]["state"] == "empty"
    assert late["indicators"]["F4"]["missing_rule"] == "满分"


def test_people_stand_by_set_then_rank_then_number(book: Book) -> None:
    order = [(each["set"], each["rank"], each["staff_no"]) for each in results_document(book, QUARTER)["persons"]]
    assert order == [
        ("庭长", 1, "P01"),
        ("法官", 1, "P04"),
        ("法官", 2, "P02"),
        ("法官", 3, "P03"),
        ("书记员", 1, "P05"),
        ("行政", 1, "P07"),
        ("行政", 2, "P06"),
    ]


def test_who_is_barred_is_told_with_code_and_reason(book: Book) -> None:
    document = grade_document(book, QUARTER)
    barred = {each["staff_no"]: each["barred"] for each in document["persons"]}
    assert [(bar["grade"], bar["code"]) for bar in barred["P04"]] == [("好", "veto"), ("较好", "veto")]
    assert all(bar["reason"] for bar in barred["P04"])
    pool = next(each for each in document["pools"] if each["pool"] == "法官")
    assert (pool["size"], pool["grades"][0]["limit"], pool["grades"][0]["share"]) == (3, 1, "40%")


def test_one_indicator_can_be_explained_by_itself(book: Book) -> None:
    document = explain_document(book, QUARTER, "P02", "F1")
    assert document["staff_no"] == "P02"
    assert document["tree"]["code"] == "F1"
    assert document["tree"]["score"] == "50.00"
    assert document["tree"].keys() >= {"label", "code", "clause", "rule", "inputs", "steps", "score"}
    assert document["tree"]["clause"] == "第八条"


def test_the_root_of_an_explanation_is_the_total(book: Book) -> None:
    document = explain_document(book, QUARTER, "P02")
    assert document["tree"]["score"] == document["total"] == "90.50"


def cells_of(path: Path) -> dict[str, dict[str, object]]:
    """Each person's row of every score sheet by its column titles; what stands behind them works them out anew."""
    rows: dict[str, dict[str, object]] = {}
    for sheet in (each for each in load_workbook(path).worksheets if not each.title.startswith("复算")):
        told = list(sheet.iter_rows(values_only=True))
        top = next(number for number, row in enumerate(told) if row[1] == "工号")
        upper, lower = told[top], told[top + 1]
        titles = [str(under or over) for over, under in zip(upper, lower, strict=True)]
        grouped = lower[1] is None
        titles = titles if grouped else [str(title) for title in upper]
        for row in told[top + 1 :]:
            if row[1]:
                rows[str(row[1])] = dict(zip(titles, row, strict=True))
    return rows


def test_one_figure_everywhere(book: Book, tmp_path: Path) -> None:
    save_score_table(book, QUARTER, tmp_path / "得分.xlsx")
    cells = cells_of(tmp_path / "得分.xlsx")
    document = {each["staff_no"]: each for each in results_document(book, QUARTER)["persons"]}
    made = {each.staff_no: each for each in make_archives(book, 2024, tmp_path / "档案").volumes}
    for row in score_table(book, QUARTER).rows:
        assert document[row.staff_no]["total"] == f"{row.total:f}"
        assert cells[row.staff_no]["总分"] == float(row.total or 0)
        text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made[row.staff_no].path))
        assert f"{row.total:f}" in text
        for node in explain(book, QUARTER, row.staff_no).tree.parts():
            check_part(node, document[row.staff_no]["indicators"][node.code], row.scores[node.code], text)


def check_part(node: Node, told: dict[str, str | None], shown: object, text: str) -> None:
    assert shown == node.score
    assert told["score"] == (None if node.score is None else f"{node.score:f}")
    assert node.label in text
    assert node.score is None or f"{node.score:f}" in text


def test_the_book_is_sound_after_all_of_it(book: Book) -> None:
    with opened(book.path, read_only=True) as reader:
        assert check_book(reader).findings == ()
