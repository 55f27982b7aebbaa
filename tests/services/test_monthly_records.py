"""月纪实 from sheets or typed: completeness by division, marks that feed an item, the analysis as a document and workbook."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.monthly_records import MonthlyRecord
from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.analysing.month_analysis import NO_SCHEME, analyse_month, month_document, save_month
from app.services.books import Book, check_book, new_book
from app.services.overview import period_rows
from app.services.records.monthly_records import assess_month, month_records, record_month
from app.services.scoring.computing import compute
from app.services.scoring.results import explain
from app.services.taking_in.imports import stage, take, undo_import
from tests.small_court import ROSTER, SCHEME, write_book

MARCH = Period.parse("2024-03")
MONTHLY = SCHEME | {
    "数据项": [["编码", "名称", "类型"], ["pf", "月度评分", "评分"]],
    "指标": [
        ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项", "周期"],
        *([each, "A", "评分", 100, "直接计分", None, "月度评分", "月"] for each in ("庭长", "法官", "书记员", "行政")),
    ],
}
SHEET = [
    ["民一庭2024年3月工作纪实表"],
    ["部门：民一庭", None, None, "周期：2024-03"],
    ["序号", "工号", "姓名", "本月工作完成情况", "自我评价", "评语", "负责人评分", "签字"],
    [1, "P02", "林二", "1. 审结案件4件；\n2. 参加接访1次。", "较好", "办案扎实", 92.5, None],
    [2, "P03", "何三", "审结案件3件", "一般", None, None, None],
    [3, "P04", "段四", None, None, "—", None, None],
    ["注：每月5日前报政治部。"],
]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    sheets = {"花名册": {"花名册": ROSTER}, "方案": MONTHLY, "三月": {"民一庭": SHEET}}
    take(made, stage(made, [write_book(tmp_path / f"{name}.xlsx", told) for name, told in sheets.items()]))
    yield made
    made.close()


def test_a_sheet_is_told_by_its_columns_and_taken_row_by_row(book: Book) -> None:
    rows = {row.staff_no: row for row in month_records(book, MARCH).rows}
    assert rows["P02"].record.work == "1. 审结案件4件；\n2. 参加接访1次。"
    assert (rows["P02"].record.self_assessment, rows["P02"].record.comment) == ("较好", "办案扎实")
    assert rows["P02"].record.mark == Decimal("92.5")
    assert rows["P03"].missing == ("负责人评语", "负责人评分")
    assert rows["P04"].missing == ("工作完成情况", "自评", "负责人评语", "负责人评分")
    assert rows["P02"].record.origin.source.cell == "D4"


def test_completeness_is_told_by_division(book: Book) -> None:
    divisions = {each.division: each for each in month_records(book, MARCH).divisions}
    assert divisions["民一庭"].people == 5
    assert dict(divisions["民一庭"].told) == {"工作完成情况": 2, "自评": 2, "负责人评语": 1, "负责人评分": 1}
    assert divisions["民一庭"].without_work == ("苏一", "段四", "文五")
    assert divisions["办公室"].without_work == ("尤六", "柏七")
    assert [row.staff_no for row in month_records(book, MARCH, "办公室").rows] == ["P06", "P07"]
    assert not divisions["办公室"].is_complete


def test_the_mark_feeds_the_item_and_its_cell_explains_the_score(book: Book) -> None:
    compute(book, MARCH)
    node = explain(book, MARCH, "P02").tree.find("A")
    assert node is not None
    assert node.score == Decimal("92.50")
    origin = node.inputs[0].origin
    assert origin is not None
    assert (origin.source.file, origin.source.sheet) == ("三月.xlsx", "民一庭")


def test_a_new_mark_makes_the_month_stale_and_a_new_text_does_not(book: Book) -> None:
    compute(book, MARCH)
    record_month(book, MonthlyRecord("P03", MARCH, work="另写"), by="王录入")
    assert [row.stale for row in period_rows(book) if row.period == MARCH] == [False]
    assess_month(book, MARCH, "P03", comment="尚可", mark=Decimal(80), by="苏一")
    assert [row.stale for row in period_rows(book) if row.period == MARCH] == [True]
    record = next(row.record for row in month_records(book, MARCH).rows if row.staff_no == "P03")
    assert (record.work, record.comment, record.mark, record.origin.by) == ("另写", "尚可", Decimal(80), "苏一")


def test_the_same_sheet_again_changes_nothing_and_undo_takes_it_back(book: Book, tmp_path: Path) -> None:
    assert [sheet.status for sheet in stage(book, [tmp_path / "三月.xlsx"]).files] == ["unchanged"]
    undo_import(book, "3", reason="报错了")
    assert all(row.record.is_empty for row in month_records(book, MARCH).rows)
    assert check_book(book).sound


def test_a_column_that_the_sheet_does_not_have_leaves_what_was_told(book: Book, tmp_path: Path) -> None:
    comments = [["工号", "月份", "负责人评语", "负责人评分"], ["P03", "2024年3月", "有进步", 85]]
    take(book, stage(book, [write_book(tmp_path / "评.xlsx", {"评语": comments})]))
    record = next(row.record for row in month_records(book, MARCH).rows if row.staff_no == "P03")
    assert (record.work, record.self_assessment, record.comment, record.mark) == (
        "审结案件3件",
        "一般",
        "有进步",
        Decimal(85),
    )


def codes(book: Book, path: Path) -> set[str]:
    return {fault.code for sheet in stage(book, [path]).files for fault in sheet.faults if fault.stops}


def test_a_mark_beyond_its_bounds_a_month_twice_and_a_quarter_are_faults(book: Book, tmp_path: Path) -> None:
    head = ["工号", "工作完成情况", "负责人评分"]
    beyond = write_book(tmp_path / "甲-2024年4月.xlsx", {"纪实": [head, ["P02", "办案", 101]]})
    assert codes(book, beyond) == {"mark-out-of-bounds"}
    twice = write_book(tmp_path / "乙-2024年4月.xlsx", {"纪实": [head, ["P02", "办案", 1], ["P02", "接访", 2]]})
    assert "month-twice" in codes(book, twice)
    quarter = write_book(tmp_path / "丙-2024Q2.xlsx", {"纪实": [head, ["P02", "办案", 1]]})
    assert codes(book, quarter) == {"month-needed"}


def test_a_mark_stands_in_the_book_once(book: Book, tmp_path: Path) -> None:
    rows = [["周期：2024-03"], ["工号", "姓名", "月度评分"], ["P02", "林二", 60]]
    assert codes(book, write_book(tmp_path / "数据.xlsx", {"数据": rows})) == {"mark-in-monthly-record"}
    rows[2][2] = 92.5
    assert codes(book, write_book(tmp_path / "同.xlsx", {"数据": rows})) == set()


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (MonthlyRecord("P02", Period.parse("2024Q1"), work="办案"), "month-expected"),
        (MonthlyRecord("P99", MARCH, work="办案"), "staff-unknown"),
        (MonthlyRecord("P02", MARCH), "monthly-record-empty"),
        (MonthlyRecord("P02", MARCH, mark=Decimal("100.5")), "mark-beyond"),
    ],
)
def test_a_typed_record_that_cannot_be_is_refused(book: Book, record: MonthlyRecord, code: str) -> None:
    with pytest.raises(AppError, match=code):
        record_month(book, record)


def test_the_document_and_the_workbook_tell_the_same(book: Book, tmp_path: Path) -> None:
    for staff_no, mark in (("P03", 60), ("P04", 90)):
        assess_month(book, MARCH, staff_no, mark=Decimal(mark))
    told = save_month(book, MARCH, tmp_path / "三月分析.xlsx")
    document = month_document(told)
    assert document["fed_item"] == "月度评分"
    assert len(document["persons"]) == 7
    (hint,) = document["hints"]  # 60 beside (92.5 + 60 + 90) ÷ 3 = 80.83: 25.8 % lower; the others are within 20 %
    assert (hint["staff_no"], hint["side"], hint["against"]) == ("P03", "falls_behind", "group_mean")
    assert hint["text"] == "月度评分 60，同组 3 人均值 80.83，低 25.8%（达到 20.0% 即提示）"
    written = load_workbook(tmp_path / "三月分析.xlsx")
    assert written.sheetnames == ["提示", "数据对照", "纪实", "完成情况"]
    assert hint["text"] in [row[5] for row in written["提示"].iter_rows(values_only=True)]


def test_without_a_scheme_the_records_are_there_and_the_figures_are_not(tmp_path: Path) -> None:
    book = new_book(tmp_path / "空.hj", court="溪山县人民法院")
    take(book, stage(book, [write_book(tmp_path / "花.xlsx", {"花名册": ROSTER})]))
    told = analyse_month(book, MARCH)
    assert (told.figures, told.note, len(told.records.rows)) == ((), NO_SCHEME, 7)
    book.close()
