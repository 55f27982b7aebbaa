"""Starting from the library: a workbook copied out, filled in, taken in, and computed on made-up figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.books import Book, new_book
from app.services.deciding.grading import grade_document
from app.services.library import copy_library_entry, library_entries
from app.services.scoring.computing import compute
from app.services.scoring.results import results_document
from app.services.taking_in.imports import stage, take
from app.sheets.library import BLANKS
from tests.small_court import write_book

QUARTER = Period.parse("2024Q1")
HEALTH, LEDGERS, COMPLETE = "审判质量指标体检表", "三本台账与双激励办法", "一加五办法"


def filled(name: str, directory: Path) -> Path:
    """A copy from the library with every cell filled as the workbook itself suggests."""
    path = copy_library_entry(name, directory)
    workbook = openpyxl.load_workbook(path)
    for _, sheet, cell, _, reference, _ in workbook[BLANKS].iter_rows(min_row=3, values_only=True):
        workbook[sheet][cell] = reference
    workbook.save(path)
    return path


def computed(directory: Path, name: str, sheets: dict[str, list[list[Any]]]) -> Book:
    """A new book with the scheme and these sheets, a file each, and the quarter computed."""
    book = new_book(directory / "书.hj", court="溪山县人民法院")
    files = [write_book(directory / f"{each}.xlsx", {each: rows}) for each, rows in sheets.items()]
    staging = stage(book, [filled(name, directory), *files], period=QUARTER)
    assert [(each.file, each.faults) for each in staging.files if each.status != "taken"] == []
    take(book, staging)
    compute(book, QUARTER)
    return book


def persons(book: Book) -> dict[str, dict[str, Any]]:
    return {each["staff_no"]: each for each in results_document(book, QUARTER)["persons"]}


# --- the list, and copying out


def test_every_workbook_of_the_library_is_listed_with_what_it_is_for() -> None:
    entries = library_entries()
    assert [entry.name for entry in entries] == [COMPLETE, LEDGERS, HEALTH]
    assert all(entry.path.is_file() and entry.description for entry in entries)


def test_a_copy_is_the_same_file_and_goes_into_a_folder_under_its_own_name(tmp_path: Path) -> None:
    path = copy_library_entry(COMPLETE, tmp_path)
    assert path == tmp_path / "一加五办法.xlsx"
    assert path.read_bytes() == library_entries()[0].path.read_bytes()


def test_a_copy_may_have_another_name(tmp_path: Path) -> None:
    assert copy_library_entry(COMPLETE, tmp_path / "本院办法.xlsx") == tmp_path / "本院办法.xlsx"
    assert (tmp_path / "本院办法.xlsx").is_file()


def test_a_copy_replaces_nothing(tmp_path: Path) -> None:
    path = copy_library_entry(COMPLETE, tmp_path)
    path.write_text("本院已经改过的", encoding="utf-8")
    with pytest.raises(AppError) as refused:
        copy_library_entry(COMPLETE, tmp_path)
    assert refused.value.code == "file-exists"
    assert path.read_text(encoding="utf-8") == "本院已经改过的"


def test_an_unknown_name_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(AppError) as refused:
        copy_library_entry("二加六办法", tmp_path)
    assert refused.value.code == "library-entry-unknown"
    assert COMPLETE in refused.value.values["names"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(AppError) as refused:
        copy_library_entry(COMPLETE, tmp_path / "没有的文件夹" / "办法.xlsx")
    assert refused.value.code == "file-not-written"


def test_what_is_not_filled_in_is_refused_cell_by_cell(tmp_path: Path) -> None:
    book = new_book(tmp_path / "书.hj", court="溪山县人民法院")
    (sheet,) = stage(book, [copy_library_entry(HEALTH, tmp_path)]).files
    book.close()
    assert sheet.status == "refused"
    assert len(sheet.faults) == 16
    assert all("本院" in fault.message and fault.sheet == "数据项" and fault.cell for fault in sheet.faults)


# --- the health check

COUNTS = [
    "源头案数", "程序件数", "新收案件数", "结案数", "一审结案数", "上诉案件数", "二审改判数",
    "二审发回重审数", "再审改判数", "再审发回重审数", "生效裁判数", "申请再审数", "立案变更数", "立案裁定数",
    "审限内结案数", "期末未结案数", "超12个月未结案数", "审理天数合计", "申请执行标的额", "执行到位金额", "调解撤诉数",
    "可调解案件结案数",
]  # fmt: skip
HEALTH_SHEETS: dict[str, list[list[Any]]] = {
    "花名册": [
        ["工号", "姓名", "部门", "人员类别", "职务", "任职起"],
        ["T00", "全院", "全院", "体检对象", "全院", "2024-01-01"],
        ["T01", "民一庭", "民一庭", "体检对象", "部门", "2024-01-01"],
        ["T02", "民二庭", "民二庭", "体检对象", "部门", "2024-01-01"],
        ["J1", "苏一", "民一庭", "员额法官", "庭长", "2020-01-01"],
        ["J2", "林二", "民一庭", "员额法官", "审判员", "2020-01-01"],
        ["J3", "何三", "民二庭", "员额法官", "审判员", "2020-01-01"],
    ],
    "数据": [
        ["工号", *COUNTS],
        ["J1", 10, 15, 10, 10, 10, 1, 2, 1, 0, 0, 20, 1, 0, 5, 9, 4, 0, 600, "/", "/", 3, 10],
        ["J2", 30, 60, 30, 20, 20, 4, 1, 0, 0, 0, 20, 1, 1, 5, 20, 10, 1, 2000, "/", "/", 6, 20],
        ["J3", 20, 44, 20, 20, 10, 2, 3, 2, 2, 1, 10, 0, 0, 0, 15, 6, 1, 1400, 200, 100, 2, 10],
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def health(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    made = computed(tmp_path_factory.mktemp("health"), HEALTH, HEALTH_SHEETS)
    yield made
    made.close()


def test_the_court_is_the_sum_of_its_judges_and_no_mean_of_rates(health: Book) -> None:
    lights = persons(health)["T00"]["indicators"]
    # 44 of 50 closed in time, 119 procedures for 60 disputes, 6 changed against 3 sent back, 100 of 200 enforced.
    assert [lights[f"Y{code}L"]["value"] for code in ("B1", "C1", "A1", "C2")] == ["88", "1.983333", "2", "50"]


def test_a_division_is_the_sum_of_its_own_judges(health: Book) -> None:
    told = {number: each["indicators"] for number, each in persons(health).items()}
    # 29 of 30 and 15 of 20 closed in time.
    assert told["T01"]["BB1L"]["value"] == "96.666667"
    assert told["T02"]["BB1L"]["value"] == "75"


def test_inside_is_green_a_little_outside_yellow_and_far_outside_red(health: Book) -> None:
    told = {number: each["indicators"] for number, each in persons(health).items()}
    # 90 to 99 % is suggested: 96.67 inside, 88 is 2 below where 9 below is red, 75 is further.
    lights = told["T01"]["BB1L"], told["T00"]["YB1L"], told["T02"]["BB1L"]
    assert [light["score"] for light in lights] == [
        "1.00",
        "0.78",
        "0.00",
    ]


def test_nothing_to_divide_by_gives_no_light_and_says_so(health: Book) -> None:
    light = persons(health)["J2"]["indicators"]["FA1L"]
    assert (light["state"], light["score"]) == ("not_applicable", None)
    assert light["reason"]


def test_nobody_is_ranked_and_nobody_graded(health: Book) -> None:
    assert {each["status"] for each in persons(health).values()} == {"complete"}
    assert {(each["rank"], each["pool_size"], each["proposed_grade"]) for each in persons(health).values()} == {
        (None, None, None)
    }
    document = grade_document(health, QUARTER)
    assert document["pools"] == []
    assert {each["rank"] for each in document["persons"]} == {None}


# --- three ledgers, two incentives

LEDGER_SHEETS: dict[str, list[list[Any]]] = {
    "花名册": [
        ["工号", "姓名", "部门", "条线", "人员类别", "职务", "任职起"],
        *(
            [f"Z{number}", name, "办公室", "综合", "综合行政人员", "科员", "2020-01-01"]
            for number, name in enumerate(("苏一", "林二", "何三", "段四", "文五"), 1)
        ),
    ],
    "数据": [
        ["工号", "迟到早退次数", "学习缺席次数", "会议违纪次数", "用车违规次数", "岗位任务完成率", "服务满意度"],
        ["Z1", 0, 0, 0, 0, 100, 95],
        ["Z2", 1, 0, 0, 0, 100, 95],
        ["Z3", 0, 0, 0, 0, 100, 95],
        ["Z4", 3, 2, 2, 1, 60, 50],
        ["Z5", 0, 0, 0, 0, 98, 90],
    ],
    "台账": [
        ["台账", "日期", "工号", "姓名", "事项", "级别", "分值"],
        ["党建", "2024-02-01", "Z1", "苏一", "优秀党课", "院级", 2],
        ["党建", "2024-02-01", "Z2", "林二", "优秀党课", "院级", 1],
        ["党建", "2024-03-01", "Z4", "段四", "缺席组织生活", None, -3],
        ["廉政", "2024-03-05", "Z3", "何三", "违反工作纪律", "诫勉", -4],
        ["业务评查", "2024-03-31", None, None, "零报告", None, None],
    ],
    "测评": [
        ["被测评人", "测评人类别", "评分"],
        *([f"Z{number}", "院领导", mark] for number in range(1, 6) for mark in (90, 92, 94)),
    ],
}


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    made = computed(tmp_path_factory.mktemp("ledgers"), LEDGERS, LEDGER_SHEETS)
    yield made
    made.close()


def test_the_ledgers_come_into_the_score(ledgers: Book) -> None:
    totals = {number: each["total"] for number, each in persons(ledgers).items()}
    # 党建 8 and the event, 廉政 10, 纪律 10 less 1 a time, 院领导 9.20, 任务 40, 满意度 19.
    assert totals == {"Z1": "98.20", "Z2": "96.20", "Z3": "92.20", "Z4": "60.20", "Z5": "94.40"}


def test_the_two_incentives_are_proposed_under_quota_minimum_and_red_line(ledgers: Book) -> None:
    told = {each["staff_no"]: each for each in grade_document(ledgers, QUARTER)["persons"]}
    assert {number: each["proposed_grade"] for number, each in told.items()} == {
        "Z1": "奖励", "Z2": "正常", "Z3": "提醒", "Z4": "提醒", "Z5": "正常",
    }  # fmt: skip
    assert {each["code"] for each in told["Z3"]["barred"]} == {"veto"}
    assert {each["code"] for each in told["Z2"]["barred"]} == {"quota"}
