"""Divisions by their short names in sheets that name people: known, told once, or asked once and remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.books import Book, new_book
from app.services.taking_in.imports import Answers, StagedSheet, stage, take
from app.services.taking_in.layouts import layout_lines
from app.services.taking_in.questions import answered, questions
from tests.small_court import Cell, write_book

Sheet = list[list[Cell]]

PEOPLE: Sheet = [
    ["工号", "姓名", "部门", "人员类别", "任职起"],
    ["P01", "苏一", "民事审判第一庭", "法官", "2020-01-01"],
    ["P02", "林二", "民事审判第一庭", "法官", "2020-01-01"],
    ["P03", "苏一", "刑事审判庭", "法官", "2020-01-01"],
    ["P04", "何四", "刑事审判庭", "法官", "2020-01-01"],
]
SCHEME: dict[str, Sheet] = {
    "方案": [["项目", "内容"], ["方案名称", "某院办法"], ["年度", 2024]],
    "指标组": [["指标组", "适用条件"], ["法官", '人员类别=="法官"']],
    "数据项": [["编码", "名称", "类型", "单位"], ["js", "结案数", "数值", "件"]],
    "指标": [
        ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项"],
        ["法官", "A", "结案", 100, "公式", "式=值; 封顶=100", "结案数"],
    ],
}
HEAD: list[Cell] = ["姓名", "部门", "结案数"]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    take(made, stage(made, [write_book(tmp_path / "开始.xlsx", {**SCHEME, "花名册": PEOPLE})]))
    yield made
    made.close()


def sheet(folder: Path, rows: Sheet, name: str = "表2024Q1.xlsx") -> Path:
    return write_book(folder / name, {"数据": rows})


def told(staged: StagedSheet) -> list[tuple[str, str, bool]]:
    return [(fault.cell, fault.code, fault.stops) for fault in staged.faults]


def whose(staged: StagedSheet) -> dict[str, str | None]:
    return {change.staff_no: change.new for change in staged.changes}


def test_a_short_name_that_fits_one_division_is_read_and_told_once(book: Book, tmp_path: Path) -> None:
    rows: Sheet = [HEAD, ["苏一", "民一庭", 8], ["林二", "民一庭", 9], ["苏一", "刑庭", 7]]
    [staged] = stage(book, [sheet(tmp_path, rows)]).files
    assert told(staged) == [("B2", "division-short", False), ("B4", "division-short", False)]
    assert whose(staged) == {"P01": "8", "P02": "9", "P03": "7"}


def test_a_short_name_above_the_table_speaks_for_the_sheet(book: Book, tmp_path: Path) -> None:
    rows: Sheet = [["部门：刑庭"], ["姓名", "结案数"], ["苏一", 7], ["何四", 5]]
    [staged] = stage(book, [sheet(tmp_path, rows)]).files
    assert told(staged) == [("A1", "division-short", False)]
    assert (whose(staged), staged.division) == ({"P03": "7", "P04": "5"}, "刑事审判庭")


def test_a_division_that_the_roster_does_not_have_is_one_question_and_the_answer_is_remembered(
    book: Book, tmp_path: Path
) -> None:
    path = sheet(tmp_path, [HEAD, ["苏一", "民二庭", 8], ["林二", "民二庭", 9]])
    staging = stage(book, [path])
    [asked] = questions(book, staging)
    assert (asked.fault.cell, asked.fault.code) == ("B2", "division-unknown")
    assert asked.fault.message.startswith("花名册里没有“民二庭”这个部门")
    assert [choice.answer for choice in asked.choices] == ["刑事审判庭", "民事审判第一庭", "忽略"]
    again = stage(book, [path], answers=answered(Answers(), {asked: "民事审判第一庭"}))
    assert (told(again.files[0]), whose(again.files[0])) == ([], {"P01": "8", "P02": "9"})
    take(book, again)
    [later] = stage(book, [sheet(tmp_path, [HEAD, ["苏一", "民二庭", 3]], "表2024Q2.xlsx")]).files
    assert (told(later), whose(later)) == ([], {"P01": "3"})


def test_the_answer_about_a_division_is_listed_with_the_layout(book: Book, tmp_path: Path) -> None:
    path = sheet(tmp_path, [HEAD, ["苏一", "民二庭", 8]])
    take(book, stage(book, [path], answers=Answers(columns={"民二庭": "民事审判第一庭"})))
    [line] = layout_lines(book)
    assert [(each.header, each.answer) for each in line.answers] == [("民二庭", "民事审判第一庭")]


def test_ignored_the_division_decides_nothing(book: Book, tmp_path: Path) -> None:
    path = sheet(tmp_path, [HEAD, ["苏一", "破产庭", 8], ["何四", "破产庭", 9]])
    [staged] = stage(book, [path], answers=Answers(columns={"破产庭": "忽略"})).files
    assert told(staged) == [("A2", "person-name-twice", True)]


def test_whoever_is_named_by_number_needs_no_division(book: Book, tmp_path: Path) -> None:
    rows: Sheet = [["工号", "部门", "结案数"], ["P01", "民二庭", 8]]
    [staged] = stage(book, [sheet(tmp_path, rows)]).files
    assert (told(staged), whose(staged)) == ([], {"P01": "8"})


def test_the_whole_court_and_units_are_no_division(book: Book, tmp_path: Path) -> None:
    for line in ("部门：全院", "单位：件、万元"):
        [staged] = stage(book, [sheet(tmp_path, [[line], ["姓名", "结案数"], ["何四", 5]])]).files
        assert (told(staged), whose(staged)) == ([], {"P04": "5"})


def test_a_new_division_of_the_same_workbooks_roster_is_known(book: Book, tmp_path: Path) -> None:
    people: Sheet = [PEOPLE[0], ["P09", "尤九", "行政审判庭", "法官", "2024-01-01"]]
    path = write_book(tmp_path / "一册2024Q1.xlsx", {"花名册": people, "数据": [HEAD, ["尤九", "行政审判庭", 4]]})
    staging = stage(book, [path])
    assert [told(each) for each in staging.files] == [[], []]


def test_a_large_sheet_knows_the_short_names_too(tmp_path: Path) -> None:
    made = new_book(tmp_path / "大.hj", court="溪山县人民法院")
    items: Sheet = [["编码", "名称", "类型"], *([f"x{place}", f"项{place}目", "数值"] for place in range(60))]
    indicators: Sheet = [SCHEME["指标"][0], ["法官", "A", "结案", 100, "公式", "式=值; 封顶=100", "项0目"]]
    people: Sheet = [
        PEOPLE[0],
        *([f"P{place:02}", f"苏{chr(0x4E00 + place)}", "刑事审判庭", "法官", "2020-01-01"] for place in range(40)),
    ]
    scheme = {**SCHEME, "数据项": items, "指标": indicators, "花名册": people}
    take(made, stage(made, [write_book(tmp_path / "开始.xlsx", scheme)]))
    rows: Sheet = [["姓名", "部门", *(row[1] for row in items[1:])]]
    rows += [[row[1], "刑庭", *range(60)] for row in people[1:]]
    [staged] = stage(made, [sheet(tmp_path, rows)]).files
    assert (staged.status, staged.added) == ("taken", 40 * 60)
    assert ("B2", "division-short", False) in told(staged)
    made.close()
