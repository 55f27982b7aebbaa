"""The command layouts, as a clerk types it."""

import json
from pathlib import Path

import pytest

from app.cli.main import main
from tests.small_court import ROSTER, SCHEME, write_book

ODD = [["部门：办公室"], ["周期：2024Q1"], ["工号", "任务完成率", "加班天数"], ["P06", 80, 3], ["P07", 70, 4]]


@pytest.fixture
def court(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "库.hj")
    assert main(["new", path, "--court", "溪山县人民法院"]) == 0
    files = {"人": {"花名册": ROSTER}, "案": SCHEME, "办公室": {"表": ODD}}
    paths = [str(write_book(tmp_path / f"{name}.xlsx", rows)) for name, rows in files.items()]
    assert main(["layouts", path, "list"]) == 0
    assert "还没有记住任何版式" in capsys.readouterr().out
    assert main(["import", path, *paths, "--column", "加班天数=忽略", "--by", "文员甲"]) == 0
    capsys.readouterr()
    return path


def number(court: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["layouts", court, "list", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["layouts"]
    assert told["columns"][2] == {"header": "加班天数", "answer": "忽略"}
    return str(told["number"])


def test_layouts_are_listed_forgotten_and_brought_back(court: str, capsys: pytest.CaptureFixture[str]) -> None:
    named = number(court, capsys)
    assert main(["layouts", court, "forget", named, "--reason", "换了新表", "--by", "乙"]) == 0
    assert main(["layouts", court, "list"]) == 0
    told = capsys.readouterr().out
    assert "加班天数=忽略" in told
    assert "已忘记：换了新表" in told
    assert main(["layouts", court, "restore", named, "--reason", "还用旧表"]) == 0
    assert main(["layouts", court, "list"]) == 0
    assert "已忘记" not in capsys.readouterr().out.split("\n", 1)[1]


def test_an_answer_is_changed_or_refused_in_words(court: str, capsys: pytest.CaptureFixture[str]) -> None:
    named = number(court, capsys)
    assert main(["layouts", court, "answer", named, "加班天数=工作满意度", "--reason", "答错了"]) == 0
    assert "从下一张表起" in capsys.readouterr().out
    assert main(["layouts", court, "answer", named, "加班天数=什么", "--reason", "答错了"]) == 3
    assert "“什么”不是数据项，也不是这种表的列" in capsys.readouterr().err
    assert main(["layouts", court, "forget", "00000000", "--reason", "无"]) == 3
    assert "没有编号“00000000”的版式" in capsys.readouterr().err
