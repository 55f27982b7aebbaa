"""What an import asks, what is answered, and what is remembered of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.layouts import Layout
from app.domain.periods import Period
from app.services.books import Book, new_book
from app.services.scoring.computing import compute
from app.services.scoring.results import results_document
from app.services.taking_in.imports import Answers, StagedSheet, stage, take, undo_import
from app.services.taking_in.questions import COLUMN, PERSON, answered, questions
from app.storage.entries import entries
from app.storage.layouts import layouts
from app.storage.ratings import ballots
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


def sheet(folder: Path, rows: list[list[Any]], name: str = "表.xlsx") -> Path:
    excel(rows)(folder / name)
    return folder / name


def told(
    book: Book, path: Path, columns: dict[str, str] | None = None, people: dict[str, str] | None = None
) -> StagedSheet:
    return stage(book, [path], answers=Answers(columns or {}, people or {})).files[0]


def taken(book: Book, path: Path, columns: dict[str, str] | None = None, *, replace: bool = False) -> StagedSheet:
    return take(book, stage(book, [path], answers=Answers(columns or {}), replace=replace)).files[0]


def codes(sheet: StagedSheet) -> list[str]:
    return [fault.code for fault in sheet.faults if fault.stops]


def values(book: Book, staff_no: str, period: str = "2024Q2") -> dict[str, str]:
    with book.reading() as session:
        return {each.item: each.text for each in entries.read(session, staff_no=staff_no, period=Period.parse(period))}


def remembered(book: Book) -> tuple[Layout, ...]:
    with book.reading() as session:
        return layouts.read(session)


# --- columns


def test_a_column_is_asked_for_once_and_remembered_when_the_sheet_is_taken(book: Book, tmp_path: Path) -> None:
    second = sheet(tmp_path, [[SECOND], HEAD, ["0001", "张三", 40, 3]], "二季度.xlsx")
    assert codes(told(book, second)) == ["unknown-column"]
    assert taken(book, second, {"调研篇数": "忽略"}).status == "taken"
    assert values(book, "0001") == {"js": "40"}
    third = sheet(tmp_path, [[THIRD], HEAD, ["0001", "张三", 41, 5]], "三季度.xlsx")
    assert codes(told(book, third)) == []


def test_an_answer_may_name_a_data_item(book: Book, tmp_path: Path) -> None:
    path = sheet(tmp_path, [[SECOND], ["工号", "姓名", "审结（件）"], ["0001", "张三", 40]])
    assert codes(told(book, path)) == ["unknown-column"]
    assert taken(book, path, {"审结（件）": "结案数"}).status == "taken"
    assert values(book, "0001") == {"js": "40"}


def test_what_one_division_answered_does_not_speak_for_another(book: Book, tmp_path: Path) -> None:
    first = sheet(tmp_path, [["填报部门：审管办", SECOND], HEAD, ["0001", "张三", 40, 3]], "审管办.xlsx")
    assert taken(book, first, {"调研篇数": "忽略"}).status == "taken"
    assert [each.division for each in remembered(book)] == ["审管办"]
    other = sheet(tmp_path, [["填报部门：研究室", SECOND], HEAD, ["0002", "李四", 30, 3]], "研究室.xlsx")
    assert codes(told(book, other)) == ["unknown-column"]


def test_a_layout_that_changed_since_is_told_as_a_difference(book: Book, tmp_path: Path) -> None:
    first = sheet(tmp_path, [[SECOND], HEAD, ["0001", "张三", 40, 3]], "二季度.xlsx")
    taken(book, first, {"调研篇数": "忽略"})
    later = sheet(tmp_path, [[THIRD], ["姓名", "工号", "调研篇数", "发改数"], ["张三", "0001", 3, 1]], "三季度.xlsx")
    now = told(book, later)
    assert codes(now) == []
    changed = next(fault.message for fault in now.faults if fault.code == "layout-changed")
    assert "新增“发改数”" in changed
    assert "少了“结案数”" in changed
    assert "换了位置“姓名”、“工号”" in changed


def test_taking_an_import_back_forgets_what_was_answered_with_it(book: Book, tmp_path: Path) -> None:
    path = sheet(tmp_path, [[SECOND], HEAD, ["0001", "张三", 40, 3]])
    batch = taken(book, path, {"调研篇数": "发改数"}).batch
    undo_import(book, batch, reason="这一列不是发改数")
    assert values(book, "0001") == {}
    assert remembered(book) == ()
    assert codes(told(book, path)) == ["unknown-column"]


def test_an_import_can_be_taken_back_though_its_layout_was_answered_anew_since(book: Book, tmp_path: Path) -> None:
    first = taken(book, sheet(tmp_path, [[SECOND], HEAD, ["0001", "张三", 40, 3]], "甲.xlsx"), {"调研篇数": "忽略"})
    later = sheet(tmp_path, [[SECOND], HEAD, ["0002", "李四", 30, 3]], "乙.xlsx")
    assert taken(book, later, {"调研篇数": "发改数"}).status == "taken"
    undo_import(book, first.batch, reason="重报")
    assert values(book, "0001") == {}
    assert values(book, "0002") == {"js": "30", "gf": "3"}
    assert [each.answers for each in remembered(book)] == [{"调研篇数": "发改数"}]


# --- people


def test_a_name_that_fits_two_people_is_settled_by_name_or_by_cell(book: Book, tmp_path: Path) -> None:
    path = sheet(tmp_path, [[SECOND], ["姓名", "结案数"], ["张三", 40]])
    assert codes(told(book, path)) == ["person-name-twice"]
    for key in ("张三", "A3", "Sheet1!A3", "表.xlsx!Sheet1!A3", "张　三"):
        answered_sheet = told(book, path, people={key: "0005"})
        assert codes(answered_sheet) == []
        assert [change.staff_no for change in answered_sheet.changes] == ["0005"]


def test_an_answer_about_a_person_holds_for_these_files_only(book: Book, tmp_path: Path) -> None:
    path = sheet(tmp_path, [[SECOND], ["姓名", "结案数"], ["张三", 40]])
    take(book, stage(book, [path], answers=Answers(people={"张三": "0005"})))
    again = sheet(tmp_path, [[THIRD], ["姓名", "结案数"], ["张三", 40]])
    assert codes(told(book, again)) == ["person-name-twice"]


def test_an_answer_that_names_nobody_is_a_fault(book: Book, tmp_path: Path) -> None:
    path = sheet(tmp_path, [[SECOND], ["姓名", "结案数"], ["张三", 40]])
    assert codes(told(book, path, people={"张三": "8888"})) == ["person-answer-unknown"]


def test_a_number_that_lost_its_zeros_is_settled_by_an_answer(book: Book, tmp_path: Path) -> None:
    path = sheet(tmp_path, [[SECOND], HEAD[:3], [2, "李四", 40]])
    assert codes(told(book, path)) == ["person-unknown-near"]
    assert [change.staff_no for change in told(book, path, people={"2": "0002"}).changes] == ["0002"]


def test_a_known_number_is_never_overruled_by_an_answer(book: Book, tmp_path: Path) -> None:
    path = sheet(tmp_path, [[SECOND], HEAD[:3], ["0002", "李四", 40]])
    assert [change.staff_no for change in told(book, path, people={"李四": "0001", "A3": "0001"}).changes] == ["0002"]


def test_figures_of_somebody_who_had_left_are_taken_only_when_confirmed(book: Book, tmp_path: Path) -> None:
    path = sheet(tmp_path, [[SECOND], HEAD[:3], ["0011", "周九", 5]])
    assert codes(told(book, path)) == ["person-not-in-post"]
    assert codes(told(book, path, people={"0011": "0011"})) == []


def test_a_roster_whose_numbers_lost_their_zeros_is_settled_either_way(book: Book, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["工号", "姓名", "部门", "人员类别", "任职起"],
        [2, "李四", "民一庭", "员额法官", "2018-01-01"],
    ]
    path = sheet(tmp_path, rows)
    assert codes(told(book, path)) == ["roster-number-near"]
    assert told(book, path, people={"2": "0002"}).status == "unchanged"
    assert codes(told(book, path, people={"2": "2"})) == []
    assert told(book, path, people={"2": "2"}).added == 1


# --- the questions as the window shows them


def test_questions_carry_their_choices_and_answers_settle_them(book: Book, tmp_path: Path) -> None:
    path = sheet(tmp_path, [[SECOND], ["姓名", "结案数", "调研篇数"], ["张三", 40, 3], ["李肆", 30, 1]])
    asked = questions(book, stage(book, [path]))
    assert [question.about for question in asked] == [COLUMN, PERSON, PERSON]
    assert asked[0].choices[0].answer == "忽略"
    assert "发改数" in [choice.answer for choice in asked[0].choices]
    assert [choice.answer for choice in asked[1].choices] == ["0001", "0005"]
    assert asked[1].choices[1].label == "张三　工号0005　刑庭　在岗"
    answers = answered(Answers(), dict(zip(asked, ("忽略", "0001", ""), strict=True)))
    left = questions(book, stage(book, [path], answers=answers))
    assert [question.fault.code for question in left] == ["person-name-unknown-near"]
    answers = answered(answers, {left[0]: "0002"})
    assert codes(stage(book, [path], answers=answers).files[0]) == []


# --- what was taken before


def test_the_same_file_is_not_taken_over_what_came_after_it(book: Book, tmp_path: Path) -> None:
    first = sheet(tmp_path, [[SECOND], HEAD[:3], ["0001", "张三", 40]], "初报.xlsx")
    taken(book, first)
    taken(book, sheet(tmp_path, [[SECOND], HEAD[:3], ["0001", "张三", 41]], "更正.xlsx"))
    assert codes(told(book, first)) == ["file-taken-before"]
    assert values(book, "0001") == {"js": "41"}
    assert taken(book, first, replace=True).status == "taken"
    assert values(book, "0001") == {"js": "40"}


def test_after_it_was_taken_back_the_same_file_may_come_again(book: Book, tmp_path: Path) -> None:
    first = sheet(tmp_path, [[SECOND], HEAD[:3], ["0001", "张三", 40]], "初报.xlsx")
    undo_import(book, taken(book, first).batch, reason="等更正")
    taken(book, sheet(tmp_path, [[SECOND], HEAD[:3], ["0001", "张三", 41]], "更正.xlsx"))
    assert codes(told(book, first)) == []


def test_an_import_is_taken_back_whole_though_others_came_between(book: Book, tmp_path: Path) -> None:
    first = taken(book, sheet(tmp_path, [[SECOND], HEAD[:3], ["0001", "张三", 40], ["0002", "李四", 30]], "甲.xlsx"))
    taken(book, sheet(tmp_path, [[THIRD], HEAD[:3], ["0001", "张三", 44]], "乙.xlsx"))
    taken(book, sheet(tmp_path, [[SECOND], HEAD[:3], ["0003", "王五", 20]], "丙.xlsx"))
    undone = undo_import(book, first.batch, reason="填错了周期")
    assert undone.restored == 2
    assert values(book, "0001") == values(book, "0002") == {}
    assert (values(book, "0001", "2024Q3"), values(book, "0003")) == ({"js": "44"}, {"js": "20"})


# --- 测评


def test_ballots_know_the_item_that_their_title_names(book: Book, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["2024年第二季度党风测评"], ["被测评人", "测评人类别", "评分"], ["0001", "干警", 92]]
    assert taken(book, sheet(tmp_path, rows)).status == "taken"
    with book.reading() as session:
        assert [(each.item, each.mark) for each in ballots.read(session)] == [("df", 92)]


def test_a_rater_group_that_one_item_alone_counts_needs_no_title(book: Book, tmp_path: Path) -> None:
    rows: list[list[Any]] = [[SECOND], ["被测评人", "测评人类别", "评分"], ["0001", "院领导", 92]]
    assert taken(book, sheet(tmp_path, rows)).status == "taken"
    with book.reading() as session:
        assert [each.item for each in ballots.read(session)] == [""]


def test_the_item_of_a_rating_sheet_can_be_answered(book: Book, tmp_path: Path) -> None:
    rows: list[list[Any]] = [[SECOND], ["被测评人", "测评人类别", "评分"], ["0001", "干警", 92]]
    path = sheet(tmp_path, rows)
    assert codes(told(book, path)) == ["rating-item-unclear"]
    assert codes(told(book, path, {"测评": "民主测评"})) == []


def test_a_ballot_counts_for_its_own_item_and_for_no_other(book: Book, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["2024年第二季度党风测评"], ["被测评人", "测评人类别", "评分"], ["0001", "干警", 92]]
    taken(book, sheet(tmp_path, rows))
    compute(book, Period.parse("2024Q2"))
    told_scores = results_document(book, Period.parse("2024Q2"))["persons"]
    judge = next(each for each in told_scores if each["staff_no"] == "0001")
    # 10 points × 92 ÷ 100; the other item has the same rater group and no ballot.
    assert judge["indicators"]["A7"]["score"] == "9.20"
    assert judge["indicators"]["A6"]["score"] is None
