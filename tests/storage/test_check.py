from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.entries import Entry, State
from app.domain.explanation import Node
from app.domain.facts import Evaluation, PersonResult, Status
from app.domain.periods import Period
from app.domain.problems import Problem
from app.domain.roster import Posting
from app.messages import sentence
from app.storage.check import check
from app.storage.database import Database
from app.storage.entries import entries
from app.storage.evaluations import save_evaluation
from app.storage.roster import postings
from app.storage.schemes import add_scheme
from app.storage.triggers import triggers

MARCH = Period.parse("2024-03")
ALL_TRIGGERS = [f"DROP TRIGGER {name}" for name in triggers()]
REBUILT = list(triggers().values())


@pytest.fixture(autouse=True)
def filled(book: Database, scheme_text: Callable[..., Any]) -> None:
    """A book with something of everything that can be tampered with."""
    result = PersonResult(
        "Y1", "姓名Y1", "民一庭", "民事", "员额法官", "法官", "", Decimal(1), Status.COMPLETE, "", "", Decimal("87.50"),
        Node("total", "总分", "", Decimal("87.50")),
    )  # fmt: skip
    with book.transaction("导入", kind="import", by="李四") as session:
        entries.write(session, [Entry(each, "结案数", MARCH, State.VALUE, Decimal(12)) for each in ("Y1", "Y2")])
        scheme = add_scheme(session, scheme_text(), year=2024, name="甲", version="1")
    with book.transaction("计算", kind="compute") as session:
        save_evaluation(session, Evaluation(MARCH, "甲", "1", "1", (result,)), scheme=scheme)
    with book.transaction("改任职", kind="edit") as session:
        postings.write(session, [Posting("Y1", "民二庭", "员额法官", start=date(2020, 1, 1))])
        entries.remove(session, [("Y2", "结案数", "2024-03")])


def findings(book: Database) -> tuple[Problem, ...]:
    with book.reading() as session:
        found = check(session)
    for each in found:
        assert sentence(each.code, {"value": each.value, **each.values}).text
    return found


def codes(book: Database) -> list[str]:
    return [each.code for each in findings(book)]


def test_a_sound_book_has_no_findings(book: Database) -> None:
    assert findings(book) == ()


def test_a_value_changed_behind_the_program_is_found(book: Database, plain: Callable[..., list[Any]]) -> None:
    plain(*ALL_TRIGGERS, "UPDATE entries SET number = '99' WHERE staff_no = 'Y1'", *REBUILT)
    (found,) = findings(book)
    assert (found.code, found.value) == ("check-changed", "Y1 结案数 2024-03")
    assert (found.values["fields"], found.values["told"], found.values["here"]) == ("数值", "12", "99")


def test_a_row_added_or_removed_behind_the_program_is_found(book: Database, plain: Callable[..., list[Any]]) -> None:
    copied = "INSERT INTO entries SELECT file, sheet, cell, batch, step, 'Y10', item, period, state, number, word, note"
    plain(*ALL_TRIGGERS, f"{copied} FROM entries", "DELETE FROM entries WHERE staff_no = 'Y1'", *REBUILT)
    assert sorted((each.code, each.value[:3]) for each in findings(book)) == [
        ("check-added", "Y10"),
        ("check-removed", "Y1 "),
    ]


def test_a_removed_row_put_back_is_found(book: Database, plain: Callable[..., list[Any]]) -> None:
    values = "'', '', '', NULL, 3, 'Y2', '结案数', '2024-03', 'value', '12', '', ''"
    plain(*ALL_TRIGGERS, f"INSERT INTO entries VALUES ({values})", *REBUILT)
    assert [(each.code, each.value) for each in findings(book)] == [("check-added", "Y2 结案数 2024-03")]


def test_a_history_rewritten_to_fit_is_found_by_the_chain(book: Database, plain: Callable[..., list[Any]]) -> None:
    plain(
        *ALL_TRIGGERS,
        "UPDATE entries SET number = '99' WHERE staff_no = 'Y1'",
        'UPDATE history SET new = replace(new, \'"number":"12"\', \'"number":"99"\')',
        *REBUILT,
    )
    (found,) = findings(book)
    assert (found.code, found.values["step"], found.values["by"]) == ("check-chain", "3", "李四")


@pytest.mark.parametrize(
    ("statement", "step"),
    [
        ("UPDATE steps SET who = '别人' WHERE id = 3", "3"),
        ("UPDATE steps SET chain = 'x' WHERE id = 3", "3"),
        ("UPDATE steps SET chain = NULL WHERE id = 5", "5"),
        ("DELETE FROM history WHERE step = 5", "5"),
        ("INSERT INTO history VALUES (999, 3, NULL, 'entries', '[]', NULL, NULL)", "3"),
    ],
)
def test_every_link_of_the_chain_is_watched(
    book: Database, plain: Callable[..., list[Any]], statement: str, step: str
) -> None:
    plain(*ALL_TRIGGERS, statement, *REBUILT)
    assert step in [each.values["step"] for each in findings(book) if each.code == "check-chain"]


def test_steps_cut_off_at_the_end_are_found(book: Database, plain: Callable[..., list[Any]]) -> None:
    plain(*ALL_TRIGGERS, "DELETE FROM history WHERE step = 5", "DELETE FROM steps WHERE id = 5", *REBUILT)
    assert {"check-reference", "check-changed", "check-removed"} <= set(codes(book))


def test_a_step_taken_out_of_the_middle_is_found(book: Database, plain: Callable[..., list[Any]]) -> None:
    plain(*ALL_TRIGGERS, "DELETE FROM steps WHERE id = 4", *REBUILT)
    assert "check-chain" in codes(book)


def test_a_missing_and_a_changed_trigger_are_found(book: Database, plain: Callable[..., list[Any]]) -> None:
    plain("DROP TRIGGER entries_update", "DROP TRIGGER people_delete")
    plain("CREATE TRIGGER people_delete AFTER DELETE ON people BEGIN SELECT 1; END")
    assert [(each.code, each.value) for each in findings(book)] == [
        ("check-trigger", "entries_update"),
        ("check-trigger", "people_delete"),
    ]


def test_a_result_whose_explanation_was_replaced_is_found(book: Database, plain: Callable[..., list[Any]]) -> None:
    plain(*ALL_TRIGGERS, "UPDATE results SET document = x'00'", *REBUILT)
    assert [(each.code, each.value) for each in findings(book)] == [("check-result", "Y1")]


def test_a_total_changed_behind_the_program_is_found(book: Database, plain: Callable[..., list[Any]]) -> None:
    plain(*ALL_TRIGGERS, "UPDATE results SET total = '99.00'", *REBUILT)
    assert [(each.code, each.value) for each in findings(book)] == [("check-changed", "2024-03 1 Y1")]


def test_a_record_without_its_person_is_found(book: Database, plain: Callable[..., list[Any]]) -> None:
    plain(*ALL_TRIGGERS, "DELETE FROM people WHERE staff_no = 'Y10'", *REBUILT)
    assert codes(book) == ["check-reference", "check-removed"]


def test_a_damaged_page_is_found(book: Database, plain: Callable[..., list[Any]]) -> None:
    ((page,),) = plain("SELECT rootpage FROM sqlite_master WHERE name = 'cases_by_closed'")
    book.close()
    content = bytearray(book.path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(range(256)) * 16
    book.path.write_bytes(content)
    assert set(codes(book)) == {"check-integrity"}
