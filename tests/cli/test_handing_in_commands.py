"""The commands board and template, as a clerk types them."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.cli.main import main
from app.services.books import opened
from app.services.taking_in.imports import batches
from app.storage.entries import entries
from app.storage.receipts import read_receipts
from tests.small_court import write_book, write_small_court


@pytest.fixture
def court(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "库.hj"
    files = write_small_court(tmp_path / "sheets")
    assert main(["new", str(path), "--court", "溪山县人民法院"]) == 0
    assert main(["import", str(path), *(str(files[kind]) for kind in ("花名册", "方案", "案件"))]) == 0
    rows = {"表": [["部门：办公室"], ["周期：2024Q1"], ["工号", "任务完成率"], ["P06", "很好"], ["P07", 90]]}
    wrong = write_book(tmp_path / "办公室.xlsx", rows)
    assert main(["import", str(path), str(wrong), "--received", "2024-04-03"]) == 3
    capsys.readouterr()
    return path


def test_the_board_tells_who_has_handed_in(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["board", str(court), "2024Q1"]) == 0
    told = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert "2024年第一季度收表情况" in told[0][0]
    assert ["审管办", "案件"] in [line[:2] for line in told]
    assert ["办公室", "数据", "有错退回（已过期）", "2024-04-03"] in [line[:4] for line in told]


def test_the_board_is_a_document_too(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["board", str(court), "2024Q1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    office = next(each for each in told["sheets"] if each["division"] == "办公室")
    assert (office["state"], office["received"], office["file"], office["faults"]) == (
        "有错退回", "2024-04-03", "办公室.xlsx", 1,
    )  # fmt: skip
    assert (told["due"], told["counts"]["未交"]) == ("2024-04-08", 3)


def test_a_reminder_is_written_by_the_files_name(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for suffix, beginning in ((".pdf", b"%PDF"), (".docx", b"PK"), (".xlsx", b"PK")):
        out = tmp_path / f"催报单{suffix}"
        assert main(["board", str(court), "2024Q1", "--out", str(out)]) == 0
        assert out.read_bytes().startswith(beginning)
        assert "还差 4 张表" in capsys.readouterr().out
    assert load_workbook(tmp_path / "催报单.xlsx").sheetnames == ["催报单", "收表情况"]
    assert main(["board", str(court), "2024Q1", "--out", str(tmp_path / "催报单.txt")]) == 2
    assert "请以 .pdf、.xlsx、.docx 结尾" in capsys.readouterr().err


def test_templates_of_all_divisions_come_in_one_go(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "模板"
    assert main(["template", str(court), "all", "--period", "2024Q1", "--out", str(out)]) == 0
    assert "已做好 5 个部门的模板，共 5 张表" in capsys.readouterr().out
    assert len(list(out.iterdir())) == 5
    assert main(["template", str(court), "all", "--out", str(out)]) == 3
    assert "请用 --period 指明" in capsys.readouterr().err


def test_every_kind_has_a_template(court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in ("花名册", "离岗", "方案", "数据", "案件", "台账", "测评", "月纪实", "决定"):
        period = "2024-03" if kind == "月纪实" else "2024Q1"
        out = tmp_path / f"{kind}.xlsx"
        assert main(["template", str(court), kind, "--period", period, "--out", str(out)]) == 0
        assert load_workbook(out).worksheets
        assert str(out) in capsys.readouterr().out


def test_a_day_that_is_none_is_wrong_usage(court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["import", str(court), str(tmp_path / "甲.xlsx"), "--received", "四月三日"])
    assert refused.value.code == 2
    assert "“四月三日”不是日期" in capsys.readouterr().err


def test_a_sheet_can_be_waived_and_wanted_again(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = ("监察室", "台账(廉政)")
    assert main(["board", str(court), "2024Q1", "--waive", *sheet, "--reason", "撤并", "--by", "苏主任", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    watch = next(each for each in told["sheets"] if each["division"] == "监察室")
    assert (watch["state"], watch["waiver"]["reason"], watch["waiver"]["by"]) == ("免报", "撤并", "苏主任")
    assert told["counts"]["免报"] == 1
    assert main(["board", str(court), "2024Q1"]) == 0
    assert "免报（撤并）" in capsys.readouterr().out
    assert main(["board", str(court), "2024Q1", "--unwaive", *sheet, "--reason", "又设立了"]) == 0
    assert "免报" not in capsys.readouterr().out


def test_a_waiver_needs_a_reason_and_a_sheet_that_is_expected(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["board", str(court), "2024Q1", "--waive", "监察室", "台账（廉政）"]) == 3
    assert "没有写理由" in capsys.readouterr().err
    assert main(["board", str(court), "2024Q1", "--waive", "监察室", "案件", "--reason", "无"]) == 3
    assert "这个部门要报的是：台账（廉政）" in capsys.readouterr().err


def test_a_sheet_with_gaps_says_who_and_what(court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = {"表": [["部门：办公室"], ["周期：2024Q1"], ["工号", "任务完成率"], ["P06", 80], ["P07", None]]}
    assert (
        main(["import", str(court), str(write_book(tmp_path / "办公室改.xlsx", rows)), "--received", "2024-04-04"]) == 0
    )
    capsys.readouterr()
    assert main(["board", str(court), "2024Q1"]) == 0
    told = capsys.readouterr().out
    assert "已采用（缺 1 格）" in told
    assert "办公室 数据 缺 1 格：任务完成率：柏七" in told


def test_who_takes_a_sheet_in_can_be_told(court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = {"表": [["部门：办公室"], ["周期：2024Q1"], ["工号", "任务完成率"], ["P06", 80], ["P07", 70]]}
    good = write_book(tmp_path / "办公室改.xlsx", rows)
    assert main(["import", str(court), str(good), "--by", "文员甲"]) == 0
    with opened(court, read_only=True) as book, book.reading() as session:
        assert batches(book)[0].by == "文员甲"
        assert {each.origin.by for each in entries.read(session)} == {"文员甲"}
        assert {each.file: each.origin.by for each in read_receipts(session)}["办公室改.xlsx"] == "文员甲"
