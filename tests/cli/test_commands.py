"""The commands as another program meets them: exit statuses, a clean standard output, words on standard error."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.cli.main import main
from tests.small_court import write_book, write_small_court

ROOT = Path(__file__).parent.parent.parent


def hengji(*words: object, expect: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    command = [sys.executable, "-m", "app", *map(str, words)]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == expect, run.stdout + run.stderr
    return run


@pytest.fixture
def court(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A book with the small court taken in, by commands."""
    path = tmp_path / "库.hj"
    assert main(["new", str(path), "--court", "溪山县人民法院", "--code", "0681", "--level", "基层"]) == 0
    files = [str(each) for each in write_small_court(tmp_path / "sheets").values()]
    assert main(["import", str(path), *files]) == 0
    capsys.readouterr()
    return path


def test_the_whole_way_as_separate_processes(tmp_path: Path) -> None:
    book, files = tmp_path / "库.hj", write_small_court(tmp_path / "sheets")
    hengji("new", book, "--court", "溪山县人民法院")
    taken = json.loads(hengji("import", book, *files.values(), "--json").stdout)
    assert {each["status"] for each in taken["files"]} == {"taken"}
    assert hengji("compute", book, "2024Q1").stdout.startswith("2024年第一季度已计算：7 人")
    results = json.loads(hengji("results", book, "2024Q1", "--json").stdout)
    assert results["persons"][0]["total"] == "79.83"
    assert results["court"] == "溪山县人民法院"


def test_help_is_in_chinese_for_every_command_and_shows_an_example() -> None:
    every = hengji("--help").stdout
    for name in (
        *("demo", "new", "import", "template", "compute", "results", "explain", "grade", "archive", "undo", "check"),
        *("backup", "restore"),
    ):
        assert name in every
        told = hengji(name, "--help").stdout
        assert "用法：" in told
        assert f"例：\n  hengji {name}" in told
        assert "usage" not in told


def test_wrong_usage_gives_two_and_says_so_in_chinese() -> None:
    run = hengji("results", "库.hj", "2024Q9", expect=2)
    assert run.stdout == ""
    assert "不是周期" in run.stderr
    assert hengji("没有这个命令", expect=2).stdout == ""
    assert (
        "没有“投诉”，可选：异议、复核、申诉"
        in hengji("objection", "库.hj", "add", "2024Q1", "P1", "--way", "投诉", "--text", "不服", expect=2).stderr
    )
    assert "“甲”不是整数" in hengji("results", "库.hj", "2024Q1", "--issue", "甲", expect=2).stderr
    assert "显示版本" in hengji("--help").stdout


def test_a_book_that_is_not_there_gives_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["results", str(tmp_path / "没有.hj"), "2024Q1"]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "找不到考核库" in told.err
    assert "怎么办" in told.err


def test_a_refused_file_gives_three_and_lists_every_fault(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [["周期：2024Q1"], ["工号", "姓名", "工作满意度"], ["P98", "谁", 1], ["P99", "谁", 2]]
    assert main(["import", str(court), str(write_book(tmp_path / "坏.xlsx", {"表": rows})), "--json"]) == 3
    told = capsys.readouterr()
    document = json.loads(told.out)
    assert [fault["cell"] for fault in document["files"][0]["faults"]] == ["A3", "A4"]
    assert told.err.count("怎么办") == 2


def test_a_dry_run_shows_what_would_change_and_writes_nothing(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [["周期：2024Q1"], ["工号", "姓名", "工作满意度"], ["P02", "林二", 50]]
    path = str(write_book(tmp_path / "改.xlsx", {"表": rows}))
    before = court.read_bytes()
    assert main(["import", str(court), path, "--dry-run"]) == 0
    assert "96 → 50" in capsys.readouterr().out
    assert main(["import", str(court), path, "--dry-run", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["dry_run"]
    assert document["files"][0]["changes"][0]["new"] == "50"
    assert document["files"][0]["batch"] is None
    assert court.read_bytes() == before


def test_what_is_asked_about_columns_and_people_is_answered_in_the_command(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [["周期：2024Q1"], ["姓名", "工作满意度", "调研篇数"], ["林贰", 97, 3]]
    path = write_book(tmp_path / "表.xlsx", {"Sheet": rows})
    assert main(["import", str(court), str(path), "--dry-run", "--json"]) == 3
    asked = json.loads(capsys.readouterr().out)["files"][0]["faults"]
    assert {(each["code"], each["cell"], each["question"]) for each in asked} == {
        ("unknown-column", "C2", True),
        ("person-name-unknown-near", "A3", True),
    }
    answers = ["--column", "调研篇数=忽略", "--person", "林贰＝P02"]
    assert main(["import", str(court), str(path), *answers, "--json"]) == 0
    taken = json.loads(capsys.readouterr().out)["files"][0]
    assert [(each["staff_no"], each["new"]) for each in taken["changes"]] == [("P02", "97")]
    with pytest.raises(SystemExit) as wrong:
        main(["import", str(court), str(path), "--column", "调研篇数"])
    assert wrong.value.code == 2


def test_an_import_is_undone_by_its_batch(court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [["周期：2024Q1"], ["工号", "姓名", "工作满意度"], ["P02", "林二", 50]]
    main(["import", str(court), str(write_book(tmp_path / "改.xlsx", {"表": rows})), "--json"])
    batch = json.loads(capsys.readouterr().out)["files"][0]["batch"]
    assert main(["undo", str(court), batch, "--reason", "报错了"]) == 0
    assert main(["undo", str(court), batch, "--reason", "报错了"]) == 5
    assert main(["undo", str(court), "999", "--reason", "没有"]) == 3


def test_results_without_computing_say_so_and_never_compute(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["results", str(court), "2024Q1", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["stale"]
    assert document["persons"] == []
    assert main(["explain", str(court), "2024Q1", "P02"]) == 5
    assert "还没有计算" in capsys.readouterr().err
    for command in (
        ["grade"],
        ["bulletin", "--json"],
        ["report", "--json"],
        ["notices"],
        ["publish", "--from", "2024-04-01"],
    ):
        assert main([command[0], str(court), "2024Q1", *command[1:]]) == 5


def test_results_are_stale_after_newer_data(court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compute", str(court), "2024Q1"]) == 0
    rows = [["周期：2024Q1"], ["工号", "姓名", "工作满意度"], ["P02", "林二", 50]]
    main(["import", str(court), str(write_book(tmp_path / "改.xlsx", {"表": rows}))])
    capsys.readouterr()
    assert main(["results", str(court), "2024Q1", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["stale"]
    assert main(["results", str(court), "2024Q1"]) == 0
    assert "请先 compute" in capsys.readouterr().err


def test_scores_and_reasons_are_readable_on_a_terminal(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["compute", str(court), "2024Q1"])
    assert "民他10号" in capsys.readouterr().err
    assert main(["results", str(court), "2024Q1", "--set", "法官"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split()[:4] == ["1", "P04", "段四", "民一庭"] and "91.00" in line for line in lines)
    assert main(["explain", str(court), "2024Q1", "P06", "--indicator", "X1"]) == 0
    told = capsys.readouterr().out
    assert "[X1] 任务完成：68.60 / 70" in told
    assert "数据-2024Q1.xlsx 办公室 D4" in told
    assert main(["explain", str(court), "2024Q1", "P06", "--indicator", "没有"]) == 3
    assert main(["results", str(court), "2024Q1", "--set", "没有"]) == 3
    assert main(["grade", str(court), "2024Q1"]) == 0
    assert "一票否决" in capsys.readouterr().out


def test_a_score_table_is_written_as_a_workbook(court: Path, tmp_path: Path) -> None:
    main(["compute", str(court), "2024Q1"])
    assert main(["results", str(court), "2024Q1", "--out", str(tmp_path / "得分.xlsx")]) == 0
    assert (tmp_path / "得分.xlsx").read_bytes()[:2] == b"PK"


def test_archives_come_with_a_list_of_their_hashes(court: Path, tmp_path: Path) -> None:
    main(["compute", str(court), "2024Q1"])
    out = tmp_path / "档案"
    assert main(["archive", str(court), "2024", "--out", str(out), "--staff", "P02", "--staff", "P04"]) == 0
    listed = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["volumes"]
    assert [each["staff_no"] for each in listed] == ["P02", "P04"]
    assert (out / listed[0]["file"]).read_bytes().startswith(b"%PDF")
    assert (out / "manifest.xlsx").exists()
    assert main(["archive", str(court), "2024", "--out", str(out), "--staff", "P99"]) == 3


def test_a_copy_is_proven_and_restored(court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy, back = tmp_path / "备份.hj", tmp_path / "恢复.hj"
    assert main(["backup", str(court), "--out", str(copy)]) == 0
    assert main(["backup", str(court), "--out", str(copy)]) == 3
    assert main(["restore", str(copy), "--out", str(back)]) == 0
    assert main(["check", str(back), "--json"]) == 0
    told = capsys.readouterr().out
    assert json.loads(told[told.index("{") :])["sound"]


def test_a_book_changed_behind_the_program_gives_four(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(court)) as behind:
        triggers = [name for (name,) in behind.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for name in triggers:
            behind.execute(f'DROP TRIGGER "{name}"')
        behind.execute("UPDATE entries SET number = '99' WHERE staff_no = 'P02'")
        behind.commit()
    assert main(["check", str(court)]) == 4
    assert "发现" in capsys.readouterr().out


def test_a_second_writer_gives_five(court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from app.services.books import opened

    with opened(court):
        run = hengji("compute", court, "2024Q1", expect=5)
        assert "使用" in run.stderr
        hengji("results", court, "2024Q1", "--json")


def test_an_unexpected_fault_gives_one_and_says_where_the_report_is(
    court: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("made for this test")

    monkeypatch.setattr("app.services.scoring.computing.compute", broken)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert main(["compute", str(court), "2024Q1"]) == 1
    report = next(tmp_path.rglob("fault-*.txt"))
    assert str(report) in capsys.readouterr().err
    assert "ZeroDivisionError: made for this test" in report.read_text(encoding="utf-8")


def test_the_program_tries_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--self-test"]) == 0
    assert "自检通过" in capsys.readouterr().out


def test_the_help_needs_nothing_heavy() -> None:
    watched = "sqlalchemy", "openpyxl", "reportlab", "PySide6", "pydantic"
    code = f"import sys; from app.cli.main import build_parser; build_parser(); print({watched!r} & sys.modules.keys())"
    code = code.replace(repr(watched), f"set({watched!r})")
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
