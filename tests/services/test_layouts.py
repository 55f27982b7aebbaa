"""Remembered layouts: listed, one answer changed, forgotten with a reason, brought back."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.problems import AppError
from app.services.books import Book, check_book, new_book
from app.services.taking_in.imports import Answers, StagedSheet, batches, import_document, stage, take, undo_import
from app.services.taking_in.layouts import (
    AnsweredColumn,
    LayoutLine,
    answer_column,
    choices_for,
    forget_layout,
    layout_lines,
    layouts_document,
    restore_layout,
)
from app.storage.history import history
from tests.data.corpus.court import ROSTER, SCHEME
from tests.data.corpus.writing import excel

SECOND, THIRD = "周期：2024Q2", "周期：2024Q3"
HEAD = ["工号", "姓名", "结案数", "调研篇数"]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "柳溪.hj", court="柳溪县人民法院")
    excel(ROSTER)(tmp_path / "花名册.xlsx")
    excel(*SCHEME.items())(tmp_path / "方案.xlsx")
    take(made, stage(made, [tmp_path / "花名册.xlsx", tmp_path / "方案.xlsx"]))
    yield made
    made.close()


def sheet(folder: Path, name: str, *rows: list[Any]) -> Path:
    excel(list(rows))(folder / name)
    return folder / name


def asked(book: Book, path: Path) -> list[str]:
    return [fault.code for fault in stage(book, [path]).files[0].faults if fault.stops]


def taken(book: Book, path: Path, by: str = "", **columns: str) -> StagedSheet:
    return take(book, stage(book, [path], answers=Answers(columns)), by=by or None).files[0]


@pytest.fixture
def line(book: Book, tmp_path: Path) -> LayoutLine:
    """One layout that was answered about with an import."""
    path = sheet(tmp_path, "二季度.xlsx", ["填报部门：审管办", SECOND], HEAD, ["0001", "张三", 40, 3])
    taken(book, path, "文员甲", 调研篇数="忽略")
    (found,) = layout_lines(book)
    return found


def test_a_layout_tells_its_columns_the_answers_and_whose_they_are(book: Book, line: LayoutLine) -> None:
    assert (line.kind, line.division, line.by, line.file, line.forgotten) == (
        "数据",
        "审管办",
        "文员甲",
        "二季度.xlsx",
        False,
    )
    assert line.columns == (
        AnsweredColumn("工号", ""), AnsweredColumn("姓名", ""), AnsweredColumn("结案数", ""), AnsweredColumn("调研篇数", "忽略"),
    )  # fmt: skip
    assert line.answers == (AnsweredColumn("调研篇数", "忽略"),)
    assert (line.used_file, line.used) == ("二季度.xlsx", line.at)


def test_when_it_was_used_last_is_told(book: Book, line: LayoutLine, tmp_path: Path) -> None:
    time.sleep(1.1)  # times are told in seconds
    later = sheet(tmp_path, "三季度.xlsx", ["填报部门：审管办", THIRD], HEAD, ["0001", "张三", 41, 3])
    assert taken(book, later).status == "taken"
    (now,) = layout_lines(book)
    assert (now.number, now.file, now.used_file) == (line.number, "二季度.xlsx", "三季度.xlsx")
    # 撤回后来的导入，不忘记先前答的。
    undo_import(book, batches(book)[0].id, reason="报错了")
    assert [each.number for each in layout_lines(book)] == [line.number]


def test_a_forgotten_layout_is_asked_about_again_and_can_be_brought_back(
    book: Book, line: LayoutLine, tmp_path: Path
) -> None:
    later = sheet(tmp_path, "三季度.xlsx", ["填报部门：审管办", THIRD], HEAD, ["0001", "张三", 41, 3])
    assert asked(book, later) == []
    forget_layout(book, line.number, reason="换了新表", by="乙")
    assert asked(book, later) == ["unknown-column"]
    (gone,) = layout_lines(book)
    assert (gone.forgotten, gone.why, gone.by, gone.answers) == (True, "换了新表", "乙", line.answers)
    restore_layout(book, line.number, reason="还用旧表", by="丙")
    assert asked(book, later) == []
    (back,) = layout_lines(book)
    assert (back.forgotten, back.by, back.columns) == (False, "丙", line.columns)
    with book.reading() as session:
        told = history(session, "layouts")
    assert {(each.by, each.why) for each in told if each.field == "headers"} >= {("乙", "换了新表"), ("丙", "还用旧表")}
    assert check_book(book).sound


def test_one_answer_can_be_changed_and_holds_from_the_next_sheet_on(
    book: Book, line: LayoutLine, tmp_path: Path
) -> None:
    answer_column(book, line.number, AnsweredColumn("调研篇数", "发改数"), reason="就是发改数", by="乙")
    later = sheet(tmp_path, "三季度.xlsx", ["填报部门：审管办", THIRD], HEAD, ["0001", "张三", 41, 3])
    staged = stage(book, [later]).files[0]
    assert {(each.item, each.new) for each in staged.changes} == {("结案数（2024Q3）", "41"), ("发改数（2024Q3）", "3")}
    (now,) = layout_lines(book)
    assert (now.answers, now.by, now.file) == ((AnsweredColumn("调研篇数", "发改数"),), "乙", "")


def test_an_answer_by_hand_outlives_the_import_that_brought_the_layout(book: Book, line: LayoutLine) -> None:
    answer_column(book, line.number, AnsweredColumn("调研篇数", "发改数"), reason="就是发改数")
    undo_import(book, batches(book)[0].id, reason="报错了")
    assert [(each.forgotten, each.answers) for each in layout_lines(book)] == [
        (False, (AnsweredColumn("调研篇数", "发改数"),))
    ]


def test_what_an_undone_import_took_along_can_be_brought_back(book: Book, line: LayoutLine) -> None:
    undo_import(book, batches(book)[0].id, reason="报错了")
    (gone,) = layout_lines(book)
    assert (gone.forgotten, gone.why) == (True, "报错了")
    restore_layout(book, line.number, reason="版式是对的")
    assert [each.forgotten for each in layout_lines(book)] == [False]


def test_only_what_means_something_is_an_answer(book: Book, line: LayoutLine) -> None:
    answers = [each.answer for each in choices_for(book, line)]
    assert answers[0] == "忽略"
    assert {"结案数", "发改数"} <= set(answers)
    for column, code in (
        (AnsweredColumn("调研篇数", "没有这一项"), "layout-answer-unknown"),
        (AnsweredColumn("没有这一列", "忽略"), "layout-without-column"),
    ):
        with pytest.raises(AppError, match=code):
            answer_column(book, line.number, column, reason="理由")
    assert layout_lines(book) == (line,)


def test_without_a_reason_or_a_layout_nothing_is_changed(book: Book, line: LayoutLine) -> None:
    for doing in (forget_layout, restore_layout):
        with pytest.raises(AppError, match="refusal-without-reason"):
            doing(book, line.number, reason=" ")
    with pytest.raises(AppError, match="layout-unknown"):
        forget_layout(book, "00000000", reason="理由")
    with pytest.raises(AppError, match="layout-not-forgotten"):
        restore_layout(book, line.number, reason="理由")
    assert layout_lines(book) == (line,)


def test_the_document_tells_all_of_it(book: Book, line: LayoutLine) -> None:
    (told,) = layouts_document(layout_lines(book))["layouts"]
    assert (told["number"], told["kind"], told["division"], told["forgotten"]) == (line.number, "数据", "审管办", False)
    assert told["columns"][3] == {"header": "调研篇数", "answer": "忽略"}


def test_a_changed_layout_is_a_difference_in_the_document_of_an_import(
    book: Book, line: LayoutLine, tmp_path: Path
) -> None:
    head = ["工号", "姓名", "调研篇数", "发改数"]
    later = sheet(tmp_path, "三季度.xlsx", ["填报部门：审管办", THIRD], head, ["0001", "张三", 3, 1])
    (told,) = import_document(stage(book, [later]))["files"]
    (warning,) = [each for each in told["warnings"] if each["code"] == "layout-changed"]
    assert "新增“发改数”；少了“结案数”" in warning["message"]
