"""历年等次 taken in: a conclusion a person and year, its code after ZB18, and everything that is wrong with it at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.grades.conclusions import PastGrade, as_civil_servant, code_of, conclusion, for_institution
from app.domain.periods import Period
from app.services.books import Book, new_book
from app.services.collecting.templates import make_template
from app.services.taking_in.imports import stage, take
from app.storage.history import history
from app.storage.past_grades import past_grades
from tests.small_court import ROSTER, write_book

HEADER = ["工号", "姓名", "年度", "等次", "代码", "依据"]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    take(made, stage(made, [write_book(tmp_path / "花名册.xlsx", {"花名册": ROSTER})]))
    yield made
    made.close()


def told(book: Book, tmp_path: Path, *rows: list[object]):
    path = write_book(tmp_path / "历年等次.xlsx", {"历年等次": [HEADER, *rows]})
    staging = stage(book, [path])
    return staging, take(book, staging)


def test_the_years_come_into_the_book(book: Book, tmp_path: Path) -> None:
    _, taken = told(
        book,
        tmp_path,
        ["P01", "苏一", "2023年度", "优秀", None, "溪政〔2024〕3号"],
        ["P01", "苏一", 2022, "基本称职", "3", None],
        ["P02", "林二", 2023, "不定等次", "5A", None],
        ["P06", "尤六", "2023", "2B", None, None],
    )
    assert [(each.kind, each.status, each.added) for each in taken.files] == [("历年等次", "taken", 4)]
    with book.reading() as session:
        assert past_grades.read(session) == (
            PastGrade("P01", 2022, "基本称职", "3"),
            PastGrade("P01", 2023, "优秀", "", "溪政〔2024〕3号"),
            PastGrade("P02", 2023, "不确定等次", "5A"),
            PastGrade("P06", 2023, "合格"),
        )


def test_telling_it_again_changes_nothing_and_another_word_is_a_change(book: Book, tmp_path: Path) -> None:
    told(book, tmp_path, ["P01", "苏一", 2023, "优秀", None, None])
    _, again = told(
        book, tmp_path, ["P01", "苏一", 2023, "优秀", None, None], ["P02", "林二", 2023, "称职", None, None]
    )
    assert [(each.added, each.changed, each.unchanged) for each in again.files] == [(1, 0, 1)]
    staging, _ = told(book, tmp_path, ["P01", "苏一", 2023, "称职", None, None])
    (change,) = staging.files[0].changes
    assert (change.staff_no, change.item, change.old, change.new) == ("P01", "2023年度考核 等次", "优秀", "称职")
    with book.reading() as session:
        assert len(history(session, "past_grades", "P01", "2023")) >= 2


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (["P01", "苏一", "去年", "优秀", None, None], "past-grade-year", "C2"),
        (["P01", "苏一", 2023, "很好", None, None], "past-grade-word", "D2"),
        (["P01", "苏一", 2023, "优秀", "3", None], "past-grade-code", "E2"),
        (["P01", "苏一", 2023, "不确定等次", "6A", None], "past-grade-code", "E2"),
        (["P01", "苏一", None, "优秀", None, None], "missing-value", "C2"),
        (["P99", "无名", 2023, "优秀", None, None], "person-unknown", "A2"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(book: Book, tmp_path: Path, row, code, cell) -> None:
    staging, _ = told(book, tmp_path, row)
    faults = [(each.code, each.cell) for each in staging.files[0].faults if each.stops]
    assert (code, cell) in [(each.removesuffix("-near"), place) for each, place in faults]


def test_a_row_without_a_grade_tells_nothing(book: Book, tmp_path: Path) -> None:
    staging, taken = told(
        book, tmp_path, ["P01", "苏一", 2023, None, None, None], ["P02", "林二", 2023, "称职", None, None]
    )
    assert [each.added for each in taken.files] == [1]
    assert [(each.code, each.warning) for each in staging.files[0].faults] == [("past-grades-empty", True)]


def test_one_year_told_twice_is_a_fault(book: Book, tmp_path: Path) -> None:
    staging, _ = told(
        book, tmp_path, ["P01", "苏一", 2023, "优秀", None, None], ["P01", "苏一", 2023, "称职", None, None]
    )
    assert [each.code for each in staging.files[0].faults if each.stops] == ["past-grade-twice"]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("优秀", "1"), ("称职", "2"), ("基本称职", "3"), ("不称职", "4"), ("合格", "2B"), ("基本合格", "3B"),
        ("不合格", "4B"), ("不确定等次", "5"), ("不进行考核", "6"), ("缓定等次", "7"),
    ],
)  # fmt: skip
def test_the_codes_are_those_of_the_national_table(word: str, code: str) -> None:
    # ZB18 考核结论, as cadre-information systems import it (field A1517)
    assert code_of(word) == code


def test_a_finer_code_stands_and_public_institutions_have_words_of_their_own() -> None:
    assert code_of("不确定等次", "5c") == "5C"
    assert [for_institution(word) for word in ("优秀", "称职", "基本称职", "不称职", "不确定等次")] == [
        "优秀", "合格", "基本合格", "不合格", "不确定等次",
    ]  # fmt: skip
    assert as_civil_servant("基本合格") == "基本称职"
    assert conclusion("未参加考核") == "不进行考核"
    assert conclusion("良好") is None


def test_the_template_filled_in_is_taken_without_a_question(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    assert make_template(book, "历年等次", path, period=Period.parse("2023")) == 7
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    for row in sheet.iter_rows():
        if row[0].value == "P01":
            row[3].value = "优秀"
        elif str(row[0].value).startswith("P0"):
            row[3].value = "称职"
    workbook.save(path)
    taken = take(book, stage(book, [path]))
    assert [(each.kind, each.status, each.added) for each in taken.files] == [("历年等次", "taken", 7)]
