"""With --json standard output is one JSON document, refusals too: every command that has it is driven into some (contract, section 2)."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import build_parser, main
from app.services.books import new_book
from tests.services.closing_court import Q1, Court
from tests.small_court import write_book

WORDS: dict[str, tuple[str, ...]] = {
    "import": ("{file}",),
    "board": ("2024Q1",),
    "compute": ("2024Q1",),
    "results": ("2024Q1", "--set", "没有的组"),
    "explain": ("2024Q1", "P1"),
    "rehearse": ("2024Q1", "{file}"),
    "grade": ("2024Q1",),
    "decide": ("2024Q1", "{file}"),
    "status": ("2024Q1",),
    "publish": ("2024Q1", "--from", "2024-04-15"),
    "notices": ("2024Q1",),
    "close": ("2024Q1",),
    "reopen": ("2024Q1", "--reason", "更正"),
    "bulletin": ("2024Q1",),
    "month": ("2024-03", "--division", "没有的庭"),
    "ratings": ("2024Q1",),
    "report": ("2024Q1",),
    "uses": ("2024",),
    "submit": ("2024Q1", "--out", "{out}"),
    "courts": ("2024Q1",),
    "fill": ("2024Q1", "{file}", "--out", "{out}"),
    "check": (),
    "objection add": ("2024Q1", "P1", "--text", "不符"),
    "objection accept": ("1",),
    "objection answer": ("1", "--outcome", "不成立"),
    "objection list": (),
    "layouts list": (),
    "ledger list": (),
    "ledger add": ("--ledger", "廉政", "--day", "2024-03-05", "--staff", "P9", "--subject", "通报"),
    "ledger confirm": ("0000000000",),
    "ledger reject": ("0000000000", "--reason", "重复"),
    "ledger attach": ("0000000000", "{file}"),
    "ledger files": (),
}
"""What each command needs beside the book, by which an empty book refuses it."""
ANSWERED_BY_AN_EMPTY_BOOK = {
    *(
        "results",
        "status",
        "ratings",
        "check",
        "courts",
        "objection list",
        "layouts list",
        "ledger list",
        "ledger files",
    ),
}
"""Commands that have something to say of an empty book."""


def with_json(parser: argparse.ArgumentParser, name: str = "") -> Iterator[str]:
    """The names of all commands, and of the doings below them, that know --json."""
    if "--json" in parser._option_string_actions:
        yield name
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, below in action.choices.items():
                yield from with_json(below, f"{name} {word}".strip())


def words_of(name: str, book: Path, directory: Path) -> list[str]:
    command, *doing = name.split()
    places = {"file": str(directory / "表.xlsx"), "out": str(directory / "出.xlsx")}
    return [command, str(book), *doing, *(word.format(**places) for word in WORDS[name]), "--json"]


def answer(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    """Exit status, and the document: all that is on standard output."""
    try:
        status = main(words)
    except SystemExit as misused:
        status = int(str(misused.code))
    document = json.loads(capsys.readouterr().out)
    assert isinstance(document, dict)
    return status, document


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty book and a sheet that is of no kind."""
    made = tmp_path_factory.mktemp("空")
    new_book(made / "库.hj", court="溪山县人民法院").close()
    write_book(made / "表.xlsx", {"表": [["甲", "乙"], ["丙", "丁"]]})
    return made


def test_every_command_that_knows_json_is_looked_at_here() -> None:
    assert sorted(with_json(build_parser())) == sorted(WORDS)


@pytest.mark.parametrize("name", WORDS)
def test_a_book_that_is_not_there_is_told_as_a_document(
    name: str, directory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, document = answer(words_of(name, directory / "没有.hj", directory), capsys)
    assert (status, document["error"]["code"], document["error"]["exit_status"]) == (3, "book-missing", 3)
    assert document["error"]["message"]
    assert document["error"]["remedy"]
    assert document["faults"] == []


@pytest.mark.parametrize("name", WORDS)
def test_what_an_empty_book_forbids_is_told_as_a_document(
    name: str, directory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, document = answer(words_of(name, directory / "库.hj", directory), capsys)
    if name in ANSWERED_BY_AN_EMPTY_BOOK:
        assert (status, "error" in document) == (0, False)
        return
    assert status in {3, 5}
    if name == "import":  # its own document lists the faults (contract, section 3)
        assert [each["status"] for each in document["files"]] == ["refused"]
        return
    assert document["error"]["exit_status"] == status
    assert all(each["message"] for each in document["faults"])


@pytest.mark.parametrize("name", WORDS)
def test_a_command_that_is_written_wrongly_is_told_as_a_document(
    name: str, directory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [*words_of(name, directory / "库.hj", directory), "--没有的选项"]
    status, document = answer(words, capsys)
    assert (status, document["error"]["code"]) == (2, "usage")
    assert "--没有的选项" in document["error"]["message"]


def test_a_command_without_its_words_says_so_as_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--json"], ["publish", "--json"], ["没有的命令", "--json"]):
        status, document = answer(words, capsys)
        assert (status, document["error"]["code"]) == (2, "usage")


def test_all_that_is_missing_stands_in_the_document_of_a_refused_closing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    court = Court(tmp_path)
    court.computed(Q1)
    book = court.book.path
    court.book.close()
    status, document = answer(["close", str(book), "2024Q1", "--json"], capsys)
    assert (status, document["error"]["code"]) == (5, "not-closable")
    assert [(each["code"], each["value"]) for each in document["faults"]] == [("missing-decisions", "2024Q1")]
    assert "还有 4 人没有评定等次" in document["faults"][0]["message"]
    status, document = answer(["publish", str(book), "2024Q1", "--json"], capsys)
    assert (status, document["error"]["code"]) == (2, "publish-how")
    status, document = answer(["ledger", str(book), "confirm", "--json"], capsys)
    assert (status, document["error"]["code"]) == (2, "events-not-named")


def test_our_own_bug_and_an_interruption_are_told_as_documents(
    directory: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for fault, status, code in ((ZeroDivisionError(), 1, "unexpected"), (KeyboardInterrupt(), 130, "interrupted")):

        def fail(*_: object, fault: BaseException = fault, **__: object) -> None:
            raise fault

        monkeypatch.setenv("XDG_STATE_HOME", str(directory))
        monkeypatch.setattr("app.services.deciding.standing.standing", fail)
        words = ["status", str(directory / "库.hj"), "2024Q1", "--json"]
        told = answer(words, capsys)
        assert (told[0], told[1]["error"]["code"], told[1]["faults"]) == (status, code, [])


def test_a_book_that_another_has_open_is_told_as_a_document(
    directory: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_court = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    try:
        status, document = answer(["compute", str(tmp_path / "库.hj"), "2024Q1", "--json"], capsys)
    finally:
        with_court.close()
    assert (status, document["error"]["code"]) == (5, "book-locked")
