"""Courts drawn at random go through the program as workbooks, and every score is worked out a second time from the contract's text."""

import ast
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.domain.periods import Period
from app.services.books import new_book
from app.services.scoring.computing import compute
from app.services.scoring.results import results_document
from app.services.taking_in.imports import import_document, stage, take
from tests.independent.plain_court import MONTHS, QUARTER, Answer
from tests.independent.random_courts import Draw
from tests.independent.random_workbooks import book_of

SEEDS = range(24)
HERE = Path(__file__).parent


def exact(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def told_by(person: dict[str, Any], codes: dict[str, Any]) -> dict[str, Any]:
    """What the program says of a person, in the shape of the second reading."""
    return {
        "set": person["set"],
        "total": exact(person["total"]),
        "scores": {code: exact(person["indicators"][code]["score"]) for code in codes},
        "rank": person["rank"],
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_both_readings_of_the_contract_agree_in_every_score_of_a_random_court(seed: int, tmp_path: Path) -> None:
    draw = Draw(seed)
    book = new_book(tmp_path / "随机.hj", court="随机县人民法院")
    for period, path in book_of(draw, tmp_path):
        taken = take(book, stage(book, [path], period=Period.parse(period) if period else None))
        assert [file["faults"] for file in import_document(taken)["files"] if file["status"] == "refused"] == []
    answers: dict[str, Answer] = {}
    for period in (*sorted(MONTHS), QUARTER):
        compute(book, Period.parse(period))
        answers[period] = Answer(draw.court, period, answers)
        expected = answers[period].result()
        persons = {each["staff_no"]: each for each in results_document(book, Period.parse(period))["persons"]}
        evaluated = {no for no, each in persons.items() if each["status"] != "not_evaluated"}
        assert evaluated == set(expected)
        assert {no: told_by(persons[no], expected[no]["scores"]) for no in expected} == expected
    book.close()


@pytest.mark.parametrize(
    "name", ["plain_court.py", "plain_formulas.py", "plain_rules.py", "random_courts.py", "random_leaves.py"]
)
def test_the_second_reading_shares_no_code_with_the_program(name: str) -> None:
    tree = ast.parse((HERE / name).read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}
    assert not any(str(module).split(".")[0] == "app" for module in modules)
