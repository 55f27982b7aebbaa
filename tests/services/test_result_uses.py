"""Uses of results from a book: years from decisions and from 历年等次, the bonus shared out, a workbook with every source."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.analysing.result_uses import result_uses, result_uses_document, save_result_uses
from app.services.books import Book, new_book
from app.services.scoring.computing import compute
from app.services.taking_in.imports import stage, take
from app.storage.decisions import Decision, decisions
from tests.small_court import write_book, write_small_court

YEAR = Period.parse("2024")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    directory = tmp_path_factory.mktemp("court")
    made = new_book(directory / "库.hj", court="溪山县人民法院")
    take(made, stage(made, list(write_small_court(directory / "all").values())))
    past = [
        ["工号", "姓名", "年度", "等次", "代码", "依据"],
        ["P02", "林二", 2023, "基本称职", None, "溪政〔2024〕3号"],
        ["P03", "何三", 2023, "优秀", None, None],
        ["P02", "林二", 2024, "优秀", None, None],
    ]
    take(made, stage(made, [write_book(directory / "历年等次.xlsx", {"历年等次": past})]))
    compute(made, YEAR)
    told = {"P02": "基本称职", "P03": "优秀", "P05": "称职", "P06": "不称职"}
    with made.transaction("评定", kind="decide") as session:
        decisions.write(session, [Decision(YEAR, 1, who, grade, meeting="党组会") for who, grade in told.items()])
    yield made
    made.close()


def lines(book: Book, code: str) -> dict[str, tuple[str, ...]]:
    return {each.staff_no: each.rests_on for each in result_uses(book, 2024).lines if each.rule.code == code}


def test_what_this_book_decided_goes_before_what_a_sheet_told(book: Book) -> None:
    assert lines(book, "barely-twice") == {"P02": ("2023年度“基本称职”", "2024年度“基本称职”")}
    assert lines(book, "honours") == {"P03": ("2024年度“优秀”",)}
    assert lines(book, "lowered") == {"P06": ("2024年度“不称职”",)}
    assert lines(book, "no-bonus").keys() == {"P02", "P06"}


def test_what_could_not_be_looked_at_is_told(book: Book) -> None:
    notes = result_uses(book, 2024).notes
    assert any("有3人没有2024年度等次（P01、P04、P07）" in note for note in notes)
    assert any("往年的可用“历年等次”表导入" in note for note in notes)


def test_the_bonus_is_shared_out_to_the_cent(book: Book) -> None:
    bonus = result_uses(book, 2024, pool=Decimal("1000.00")).bonus
    assert bonus is not None
    # P03 优秀 1.2 and P05 称职 1, both in post all year: 1000 × 1.2/2.2 = 545.4545…, 1000 × 1/2.2 = 454.5454…
    assert {each.staff_no: each.amount for each in bonus.lines} == {"P03": Decimal("545.45"), "P05": Decimal("454.54")}
    assert bonus.rest == Decimal("0.01")


def test_the_document_says_beside_every_line_that_it_is_no_decision(book: Book) -> None:
    document = result_uses_document(result_uses(book, 2024, pool=Decimal(10)))
    assert {each["remark"] for each in document["lines"]} == {"提示，不是决定"}
    assert all(each["document"] and each["article"] and each["rests_on"] for each in document["lines"])
    assert document["bonus"]["pool"] == "10"


def test_the_workbook_has_a_sheet_for_each_use(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "使用.xlsx"
    save_result_uses(book, 2024, path, pool=Decimal(1000))
    workbook = load_workbook(path)
    assert workbook.sheetnames == [
        "评优评先", "晋升年限", "交流任职", "退额提示", "奖励性绩效奖金", "公务员管理", "奖励性绩效奖金试算",
    ]  # fmt: skip
    cells = [str(cell.value) for row in workbook["退额提示"] for cell in row if cell.value]
    assert "预警：提示，不是决定" in cells
    assert any("关于加强和完善法官考核工作的指导意见" in each for each in cells)


def test_a_pool_below_zero_is_refused(book: Book) -> None:
    with pytest.raises(AppError, match="bonus-below-zero"):
        result_uses(book, 2024, pool=Decimal(-1))
