"""The forms of a year from a book: a register for everybody, the summary, the codes, and what is not decided left empty."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.books import Book, new_book
from app.services.papers.annual_forms import annual_summary, make_annual_forms
from app.services.scoring.computing import compute
from app.services.taking_in.imports import stage, take
from app.storage.decisions import Decision, decisions
from tests.small_court import ROSTER, write_book, write_small_court

YEAR = Period.parse("2024")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    directory = tmp_path_factory.mktemp("court")
    made = new_book(directory / "库.hj", court="溪山县人民法院")
    header = [*ROSTER[2], "编制"]
    rows = [[*row, "事业编制" if row[0] == "P06" else None] for row in ROSTER[3:-1]]
    files = write_small_court(directory / "all")
    files["roster"] = write_book(directory / "all" / "花名册.xlsx", {"花名册": [header, *rows]})
    take(made, stage(made, [each for name, each in files.items()]))
    past = [["工号", "年度", "等次"], ["P01", 2022, "称职"], ["P01", 2023, "优秀"]]
    take(made, stage(made, [write_book(directory / "历年等次.xlsx", {"历年等次": past})]))
    compute(made, YEAR)
    told = [
        Decision(YEAR, 1, "P01", "优秀", "", "党组会", date(2025, 1, 10)),
        Decision(YEAR, 1, "P04", "不确定等次", "试用期未满一年", "党组会", date(2025, 1, 10), code="5A"),
        Decision(YEAR, 1, "P06", "称职", "", "党组会"),
    ]
    with made.transaction("评定", kind="decide") as session:
        decisions.write(session, told)
    yield made
    made.close()


def text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_everybody_gets_a_register_of_two_pages(book: Book, tmp_path: Path) -> None:
    made = make_annual_forms(book, 2024, tmp_path)
    assert [path.name for path in made.registers] == [
        f"2024-P0{at}-{row[1]}.pdf" for at, row in enumerate(ROSTER[3:-1], 1)
    ]
    first = text(made.registers[0])
    assert "公务员年度考核登记表" in first
    assert "溪山县人民法院民一庭庭长" in first.replace("\r\n", "")
    assert "2019.03" in first
    assert "经2025年1月10日党组会研究，确定为“优秀”等次。" in first.replace("\r\n", "")
    assert "第1期　未办结，仅供核对" in first


def test_a_public_institution_has_its_own_form_and_words(book: Book, tmp_path: Path) -> None:
    # 事业单位工作人员考核规定 (2023): 优秀, 合格, 基本合格, 不合格
    (path,) = make_annual_forms(book, 2024, tmp_path, staff=["P06"]).registers
    assert "事业单位工作人员年度考核登记表" in text(path)
    assert "确定为“合格”等次。" in text(path).replace("\r\n", "")


def test_an_outcome_that_is_no_grade_stands_with_its_code_and_reason(book: Book, tmp_path: Path) -> None:
    (path,) = make_annual_forms(book, 2024, tmp_path, staff=["P04"]).registers
    assert "试用期不定等次（代码5A）。试用期未满一年。" in text(path).replace("\r\n", "")


def test_what_nobody_decided_is_left_empty_and_told(book: Book, tmp_path: Path) -> None:
    made = make_annual_forms(book, 2024, tmp_path, staff=["P02"])
    assert "确定为" not in text(made.registers[0])
    assert made.tables == ()
    assert made.notes == ("有4人的2024年度等次尚未评定（P02、P03、P05、P07），表中留空",)


def test_the_summary_counts_everybody_once(book: Book, tmp_path: Path) -> None:
    make_annual_forms(book, 2024, tmp_path)
    workbook = load_workbook(tmp_path / "2024年度考核统计表.xlsx")
    assert workbook.sheetnames == ["名册", "按类别合计", "按部门合计"]
    rows = [[cell.value for cell in row] for row in workbook["按部门合计"]]
    header = next(row for row in rows if row[0] == "部门")
    whole = dict(zip(header, next(row for row in rows if row[0] == "全院"), strict=True))
    assert (whole["优秀"], whole["称职"], whole["试用期不定等次"], whole["尚未评定"], whole["合计"]) == (1, 1, 1, 4, 7)
    assert len(annual_summary(book, 2024).lines) == 7
    assert "2024年度中层以下干部年度考核统计表" in text(tmp_path / "2024年度考核统计表.pdf").replace("\r\n", "")


def test_the_codes_are_those_of_the_national_table_and_only_of_decided_years(book: Book, tmp_path: Path) -> None:
    # 代码集 ZB18
    make_annual_forms(book, 2024, tmp_path)
    workbook = load_workbook(tmp_path / "2024年度考核结论代码.xlsx")
    rows = [tuple(cell.value for cell in row) for row in workbook["考核结论"] if str(row[0].value).startswith("P0")]
    assert sorted(rows) == [
        ("P01", "苏一", 2022, "称职", "2"),
        ("P01", "苏一", 2023, "优秀", "1"),
        ("P01", "苏一", 2024, "优秀", "1"),
        ("P04", "段四", 2024, "不确定等次", "5A"),
        ("P06", "尤六", 2024, "合格", "2B"),
    ]
    texts = {row[0].value: row[2].value for row in workbook["任免表文字"] if str(row[0].value).startswith("P0")}
    assert texts["P01"] == "2022年年度考核“称职”等次；2023年年度考核“优秀”等次；2024年年度考核“优秀”等次。"
    assert texts["P04"] == "2024年年度考核不定等次。"
    assert texts["P02"] is None


def test_leaders_under_higher_authority_are_not_counted(book: Book, tmp_path: Path) -> None:
    from app.services.papers import annual_forms

    with book.reading() as session:
        told = annual_forms._read(session, 2024)
    higher = told._replace(scheme=_with_setting(told.scheme, "庭长"))
    assert "P01" not in {line.staff_no for line in annual_forms._summary(higher).lines}
    assert "由上级管理的1人不列入本表" in annual_forms._summary(higher).notes


def _with_setting(scheme, word):
    from dataclasses import replace

    return replace(scheme, settings={**scheme.settings, "不列入年度统计的职务": word})


def test_somebody_who_was_not_in_post_has_no_form(book: Book, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="not-in-post-that-year"):
        make_annual_forms(book, 2024, tmp_path, staff=["P99"])
