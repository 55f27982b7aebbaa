"""bulletin, uses and forms as another program meets them: exit statuses, one JSON document, files where they were asked for."""

import json
from pathlib import Path

import pytest

from app.cli.main import main
from tests.small_court import write_small_court


@pytest.fixture
def court(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A book with the small court, its quarter and year computed."""
    path = tmp_path / "库.hj"
    assert main(["new", str(path), "--court", "溪山县人民法院"]) == 0
    assert main(["import", str(path), *map(str, write_small_court(tmp_path / "sheets").values())]) == 0
    assert main(["compute", str(path), "2024Q1"]) == main(["compute", str(path), "2024"]) == 0
    capsys.readouterr()
    return path


def test_a_bulletin_is_written_and_what_is_not_decided_is_told(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "通报.pdf"
    assert main(["bulletin", str(court), "2024Q1", "--out", str(out)]) == 0
    told = capsys.readouterr()
    assert "未办结，仅供核对" in told.out
    assert "方案没有为这种周期写“通报”表" in told.err
    assert out.read_bytes().startswith(b"%PDF")


def test_the_bulletin_as_json_is_one_document(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bulletin", str(court), "2024Q1", "--json", "--masked"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["period"], document["masked"], document["sealed"]) == ("2024Q1", True, False)


def test_a_bulletin_without_a_place_or_of_another_kind_is_wrong_usage(court: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["bulletin", str(court), "2024Q1"])
    assert stopped.value.code == 2
    assert main(["bulletin", str(court), "2024Q1", "--out", str(tmp_path / "通报.wps")]) == 2
    assert main(["bulletin", str(court), "2024Q3", "--out", str(tmp_path / "通报.pdf")]) == 5


def test_uses_give_a_document_with_the_bonus(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["uses", str(court), "2024", "--json", "--bonus", "1,000.00"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["bonus"]["pool"] == "1000.00"
    assert "提示：" in told.err


def test_uses_are_read_as_a_list_that_says_what_they_are(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["uses", str(court), "2024"]) == 0
    assert "以上都是提示，不是决定。" in capsys.readouterr().out


def test_an_amount_that_is_none_is_wrong_usage(court: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["uses", str(court), "2024", "--bonus", "很多"])
    assert stopped.value.code == 2


def test_forms_are_made_for_those_who_are_named(
    court: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "表"
    assert main(["forms", str(court), "2024", "--out", str(out), "--staff", "P02", "--staff", "P05"]) == 0
    assert "已做好 2 份登记表" in capsys.readouterr().out
    assert sorted(path.name for path in (out / "登记表").iterdir()) == ["2024-P02-林二.pdf", "2024-P05-文五.pdf"]
    assert main(["forms", str(court), "2024", "--out", str(out), "--staff", "P99"]) == 3
