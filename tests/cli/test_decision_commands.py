"""Deciding, closing and opening again as another program meets them: exit statuses and documents (contract, sections 2, 4.1, 12)."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from tests.services.closing_court import PROPOSED, Q1, Court


class Terminal:
    """Commands on one book: exit status and the document on standard output."""

    def __init__(self, court: Court, capsys: pytest.CaptureFixture[str]) -> None:
        self.court, self.path, self.capsys = court, str(court.book.path), capsys
        self.err = ""

    def __call__(self, command: str, *words: object, expect: int = 0) -> Any:
        assert main([command, self.path, *map(str, words)]) == expect
        told = self.capsys.readouterr()
        self.err = told.err
        return json.loads(told.out) if "--json" in words and told.out else told.out

    def decisions(self, rows: list[list[Any]], *more: str) -> Path:
        return self.court.decisions(rows, *more)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    court = Court(tmp_path)
    court.computed(Q1)
    court.book.close()
    return Terminal(court, capsys)


AS_PROPOSED = [[each, grade, None] for each, grade in PROPOSED.items()]


def test_the_whole_way_from_the_proposal_to_the_second_issue(run: Terminal) -> None:
    assert run("status", "2024Q1", "--json")["stage"] == "核算"
    assert run("close", "2024Q1", expect=5) == ""
    assert "还有 4 人没有评定等次" in run.err
    taken = run("decide", "2024Q1", run.decisions(AS_PROPOSED), "--json")["files"][0]
    assert (taken["status"], taken["kind"], taken["added"]) == ("taken", "决定", 4)
    assert {each["item"] for each in taken["changes"]} == {"评定等次"}
    assert [each["decided"] for each in run("grade", "2024Q1", "--json")["pools"][0]["grades"]] == [2, 1, 1, 0]
    seal = run("close", "2024Q1", "--json")
    first = run("results", "2024Q1", "--json")
    assert (first["sealed"], first["issue"], first["seal"]) == (True, 1, seal["seal"])
    for words in (("compute", "2024Q1"), ("decide", "2024Q1", run.decisions(AS_PROPOSED[:1])), ("close", "2024Q1")):
        run(*words, expect=5)
        assert "封存" in run.err
    with pytest.raises(SystemExit) as usage:
        run("reopen", "2024Q1")
    assert usage.value.code == 2
    run.capsys.readouterr()
    assert run("reopen", "2024Q1", "--reason", "更正", "--json")["issue"] == 2
    second = run("results", "2024Q1", "--json")
    assert (second["sealed"], second["issue"], second["persons"]) == (False, 2, first["persons"])
    assert run("results", "2024Q1", "--issue", 1, "--json") == first
    run("results", "2024Q1", "--issue", 7, "--json", expect=3)
    assert run("check", "--json")["sound"]


def test_a_refused_decision_gives_three_and_lists_every_fault(run: Terminal) -> None:
    rows = [["P1", "优秀", None], ["P4", "较好", None]]
    taken = run("decide", "2024Q1", run.decisions(rows), "--json", expect=3)["files"][0]
    assert taken["status"] == "refused"
    assert [(each["cell"], each["code"]) for each in taken["faults"]] == [
        ("B2", "decision-grade-unknown"),
        ("C3", "decision-without-reason"),
    ]
    assert all(each["message"] and each["remedy"] for each in taken["faults"])
    assert run("status", "2024Q1", "--json")["decided"] == 0


def test_looking_first_writes_nothing(run: Terminal) -> None:
    document = run("decide", "2024Q1", run.decisions(AS_PROPOSED), "--dry-run", "--json")
    assert (document["dry_run"], document["files"][0]["added"]) == (True, 4)
    assert run("status", "2024Q1", "--json")["decided"] == 0


def test_decisions_are_no_data_and_go_by_their_own_command(run: Terminal) -> None:
    run("import", run.decisions(AS_PROPOSED), expect=3)
    assert "decide" in run.err
    run("import", run.court.file({"签收": [["工号", "签收日期"], ["P1", "2024-04-25"]]}), expect=3)
    assert "notices" in run.err


def test_what_is_not_computed_gives_five(run: Terminal) -> None:
    run("decide", "2024Q2", run.decisions(AS_PROPOSED), expect=5)
    assert "还没有计算" in run.err


def test_what_if_is_told_in_words_and_as_a_document(run: Terminal) -> None:
    document = run("grade", "2024Q1", "--if", "P3=好", "--json")
    assert [each["staff_no"] for each in document["moved"]] == ["P2"]
    assert "P2 甲P2：好 → 较好" in run("grade", "2024Q1", "--if", "P3=好")


def test_the_stage_is_told_in_words_with_what_to_do(run: Terminal) -> None:
    told = run("status", "2024Q1")
    assert "采集 → 【核算】 → 评定 → 办结" in told
    assert "怎么办：请把会议的决定导入" in told


def test_signatures_and_objections_by_commands(run: Terminal) -> None:
    run("decide", "2024Q1", run.decisions(AS_PROPOSED))
    persons = run("notices", "2024Q1", "--sign", "P4=2024-04-25", "--json")["persons"]
    assert {each["staff_no"]: each["signed"] for each in persons}["P4"] == "2024-04-25"
    added = run("objection", "add", "2024Q1", "P4", "--text", "不符", "--on", "2024-04-26", "--json")
    assert (added["number"], added["known"], added["lodging_until"]) == (1, "2024-04-25", "2024-04-30")
    run("close", "2024Q1", expect=5)
    assert "还有 1 件" in run.err
    refused = (
        "objection",
        "answer",
        1,
        "--outcome",
        "成立",
        "--document",
        "文1",
        "--reviewers",
        "吴某",
        "--on",
        "2024-05-01",
    )
    run(*refused, expect=5)
    run("objection", "accept", 1, "--on", "2024-04-27")
    run(
        "objection",
        "answer",
        1,
        "--outcome",
        "不成立",
        "--document",
        "文1",
        "--reviewers",
        "吴某",
        "--on",
        "2024-05-01",
    )
    listed = run("objection", "list", "--period", "2024Q1", "--json")["objections"]
    assert [(each["step"], each["outcome"]) for each in listed] == [("已答复", "不成立")]
    assert "不成立（文1）" in run("objection", "list")
    run("close", "2024Q1")


def test_publication_by_commands(run: Terminal) -> None:
    run("publish", "2024Q1", "--from", "2024-04-15", expect=5)
    assert "没有规定公示天数" in run.err
    run("publish", "2024Q1", expect=2)
