"""Commands between courts, as a clerk types them: submit, import, courts, fill, results --out."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.cli.main import main
from tests.services.form_maker import write_form
from tests.small_court import write_small_court


@pytest.fixture
def court(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "库.hj"
    assert main(["new", str(path), "--court", "溪山县人民法院", "--code", "0681", "--level", "基层"]) == 0
    files = [str(each) for each in write_small_court(tmp_path / "sheets").values()]
    assert main(["import", str(path), *files]) == 0
    assert main(["compute", str(path), "2024Q1"]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def above(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "中院.hj"
    assert main(["new", str(path), "--court", "溪州市中级人民法院", "--level", "中级"]) == 0
    capsys.readouterr()
    return path


def test_a_package_goes_from_one_court_to_the_other(
    court: Path, above: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = str(tmp_path / "上报.xlsx")
    assert main(["submit", str(court), "2024Q1", "--out", package]) == 0
    told = capsys.readouterr()
    assert "已做好上报包" in told.out
    assert "群众满意度" in told.err
    assert main(["import", str(above), package, "--json"]) == 0
    (sheet,) = json.loads(capsys.readouterr().out)["files"]
    assert (sheet["kind"], sheet["status"], sheet["period"]) == ("上报包", "taken", "2024Q1")
    assert main(["courts", str(above), "2024Q1", "--expect", "0682 溪水县人民法院"]) == 0
    told = capsys.readouterr()
    assert "收到 1 份上报包，缺 1 个法院" in told.out
    assert "还没有收到：溪水县人民法院" in told.out
    assert "溪山县人民法院报来时还没有封存" in told.err
    assert main(["courts", str(above), "2024Q1", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [each["received"] for each in document["courts"]] == [True, False]
    assert main(["courts", str(above), "2024Q1", "--out", str(tmp_path / "汇总.xlsx")]) == 0
    sheet = load_workbook(tmp_path / "汇总.xlsx")["上报情况"]
    heads = next(row for row in sheet.iter_rows(values_only=True) if "提醒" in row)
    told_of = {row[0]: row[heads.index("提醒")] for row in sheet.iter_rows(values_only=True) if row[0]}
    assert told_of["溪山县人民法院"] == "报来时还没有封存，可能还会有新的一期。"
    assert main(["courts", str(above), "2024Q1", "--forget", "溪水县人民法院"]) == 0
    assert "缺 0 个法院" in capsys.readouterr().out
    assert main(["courts", str(above), "2024Q1", "--forget", "溪山县人民法院"]) == 3
    assert "已经有上报包" in capsys.readouterr().err


def test_a_package_at_the_wrong_court_gives_three_and_a_sentence(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = str(tmp_path / "上报.xlsx")
    assert main(["submit", str(court), "2024Q1", "--out", package, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["people"] == 7
    assert main(["import", str(court), package]) == 3
    assert "不能导入本院的考核库" in capsys.readouterr().err


def test_what_is_not_computed_is_neither_handed_in_nor_filled(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "出.xlsx")
    assert main(["submit", str(court), "2024Q2", "--out", out]) == 5
    assert "还没有计算，不能上报" in capsys.readouterr().err
    form = str(write_form(tmp_path / "表.xlsx"))
    assert main(["fill", str(court), "2024Q2", form, "--out", out]) == 5
    assert "还没有计算，不能填表" in capsys.readouterr().err
    assert not Path(out).exists()


def test_a_form_is_filled_and_every_cell_is_told(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form, out = str(write_form(tmp_path / "表.xlsx")), str(tmp_path / "已填.xlsx")
    assert main(["fill", str(court), "2024Q1", form, "--out", out, "--mark", "汇总!B7=平均分(法官)"]) == 0
    told = capsys.readouterr()
    assert "法官人数" in told.out
    assert "汇总 B7 原来是“81.5”，按标记改成“90.50”" in told.err
    assert "“院长身高”：不明白“院长身高”要什么" in told.err
    assert "名册 C5 这里已经有内容“77.5”，没有动（应填“90.50”）" in told.err
    assert main(["fill", str(court), "2024Q1", form, "--out", out, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert {each["by"] for each in document["written"]} == {"标记", "名称", "占位文字", "表头"}
    assert main(["fill", str(court), "2024Q1", form, "--out", out, "--mark", "哪里"]) == 2
    assert "标记“哪里”看不明白" in capsys.readouterr().err


def test_a_score_table_comes_with_its_proof(court: Path, tmp_path: Path) -> None:
    out = tmp_path / "得分.xlsx"
    assert main(["results", str(court), "2024Q1", "--out", str(out)]) == 0
    workbook = load_workbook(out)
    assert workbook.sheetnames[:5] == ["庭长", "法官", "书记员", "行政", "复算"]
    assert workbook["复算"]["G7"].value.startswith("=IF(ISNUMBER(")
    assert main(["results", str(court), "2024Q1", "--set", "法官", "--out", str(out)]) == 0
    names = [row[1].value for row in load_workbook(out)["复算数据"].iter_rows(min_row=4)]
    assert sorted(names) == ["何三", "林二", "段四"]


@pytest.mark.parametrize("name", ["submit", "courts", "fill"])
def test_every_command_has_its_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert f"例：\n  hengji {name}" in capsys.readouterr().out
