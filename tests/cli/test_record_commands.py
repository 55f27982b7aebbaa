"""The commands ledger, month, ratings and report (contract, section 2): documents, exit statuses, files."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main
from tests.small_court import LEDGER, ROSTER, SCHEME, write_book

RATED = [["被测评人", "测评人类别", "评分"], *(["P02", "干警", mark] for mark in (90, 91, 95)), ["P03", "干警", 60]]
MONTHLY = [["周期：2024-03"], ["工号", "工作完成情况", "负责人评分"], ["P02", "审结案件4件", 90]]
ASKING = SCHEME | {
    "方案": [*SCHEME["方案"], ["台账确认", "是"]],
    "数据项": [*SCHEME["数据项"], ["cp", "民主测评", "测评", None, None, None, None]],
}


class Program:
    """The program on one book."""

    def __init__(self, book: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.book, self._capture = book, capture

    def __call__(self, command: str, *words: object, expect: int = 0) -> str:
        assert main([command, str(self.book), *map(str, words)]) == expect
        told = self._capture.readouterr()
        self.err = told.err
        return told.out

    def document(self, command: str, *words: object) -> Any:
        return json.loads(self(command, *words, "--json"))


@pytest.fixture
def hengji(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    program = Program(tmp_path / "库.hj", capsys)
    program("new", "--court", "溪山县人民法院")
    sheets = {
        "花名册": {"花名册": ROSTER},
        "方案": ASKING,
        "台账-2024Q1": {"台账": LEDGER},
        "测评-2024Q1": {"测评": RATED},
        "三月": {"纪实": MONTHLY},
    }
    program("import", *(write_book(tmp_path / f"{name}.xlsx", told) for name, told in sheets.items()))
    return program


def test_events_wait_until_somebody_else_confirms_them(hengji: Program) -> None:
    waiting = hengji.document("ledger", "list", "--waiting")
    assert (waiting["waiting"], len(waiting["events"])) == (5, 5)
    told_by = waiting["events"][0]["told_by"]
    number = waiting["events"][0]["number"]
    hengji("ledger", "confirm", number, "--by", told_by, expect=5)
    assert "录入的人不能自己确认" in hengji.err
    confirmed = hengji.document("ledger", "confirm", number, "--by", "李复核")["events"]
    assert [(each["standing"], each["settled_by"]) for each in confirmed] == [("in_effect", "李复核")]
    rest = hengji.document("ledger", "confirm", "--all", "--ledger", "党建", "--by", "李复核")
    assert len(rest["events"]) == 3
    left = hengji.document("ledger", "list", "--waiting")["events"]
    assert [each["ledger"] for each in left] == ["廉政"]
    refused = hengji.document("ledger", "reject", left[0]["number"], "--reason", "查无实据", "--by", "李复核")["events"]
    assert (refused[0]["standing"], refused[0]["refused_because"]) == ("refused", "查无实据")


def test_an_event_is_typed_in_and_a_ledger_covered(hengji: Program) -> None:
    words = ("--ledger", "奖惩", "--day", "2024-03-02", "--staff", "P03", "--subject", "嘉奖", "--points", "1.5")
    (event,) = hengji.document("ledger", "add", *words, "--by", "王录入")["events"]
    assert (event["points"], event["told_by"], event["standing"]) == ("1.5", "王录入", "waiting")
    assert "已核对" in hengji("ledger", "cover", "奖惩", "2024Q1")
    hengji("ledger", "add", *words[:5], "P99", *words[6:], expect=3)


def test_files_are_attached_listed_saved_and_taken_away(hengji: Program, tmp_path: Path) -> None:
    number = hengji.document("ledger", "list")["events"][0]["number"]
    scan = tmp_path / "扫描.pdf"
    scan.write_bytes(b"scan")
    (attached,) = hengji.document("ledger", "attach", number, scan)["evidence"]
    assert hengji.document("ledger", "files")["evidence"][0]["number"] == number
    hengji("ledger", "save", attached["sha256"][:12], "--out", tmp_path / "取出.pdf")
    assert (tmp_path / "取出.pdf").read_bytes() == b"scan"
    hengji("ledger", "save", "ffff", "--out", tmp_path / "无.pdf", expect=3)
    hengji("ledger", "detach", number, attached["sha256"], "--reason", "附错了")
    assert hengji.document("ledger", "files")["evidence"] == []
    assert hengji.document("check")["sound"]


def test_the_month_as_text_document_and_workbook(hengji: Program, tmp_path: Path) -> None:
    document = hengji.document("month", "2024-03")
    assert document["divisions"][0]["told"]["工作完成情况"] == 1
    shown = hengji("month", "2024-03", "--division", "办公室")
    assert "尤六、柏七" in shown
    hengji("month", "2024-03", "--out", tmp_path / "三月.xlsx")
    assert (tmp_path / "三月.xlsx").exists()
    hengji("month", "2024Q1", expect=2)
    hengji("month", "2024-03", "--division", "没有这个庭", expect=3)


def test_ratings_below_the_least_ballots_are_not_shown(hengji: Program) -> None:
    document = hengji.document("ratings", "2024Q1")
    assert [each["groups"][0]["mean"] for each in document["persons"]] == ["92.00", None]
    shown = hengji("ratings", "2024Q1")
    assert "不足 3 票，不出示" in shown
    assert "60" not in shown


def test_the_report_needs_a_computed_period(hengji: Program, tmp_path: Path) -> None:
    hengji("report", "2024Q1", expect=5)
    hengji("compute", "2024Q1")
    document = hengji.document("report", "2024Q1")
    assert (document["people"], document["last_period"]) == (7, None)
    assert "各指标组" not in hengji("report", "2024Q1")
    for name in ("汇报.xlsx", "汇报.pdf"):
        hengji("report", "2024Q1", "--out", tmp_path / name)
        assert (tmp_path / name).stat().st_size > 1000
    hengji("report", "2024Q1", "--out", tmp_path / "汇报.txt", expect=2)


@pytest.mark.parametrize("command", ["ledger", "month", "ratings", "report"])
def test_each_has_help_in_chinese_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert "用法：" in told
    assert f"hengji {command}" in told
    assert "usage" not in told


def test_ledger_alone_says_what_it_can_do(hengji: Program, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["ledger", str(hengji.book)])
    assert ended.value.code == 2
    assert "缺少参数：做什么" in capsys.readouterr().err
