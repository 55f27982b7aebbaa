"""What comes in, held against the scheme of its period: words, marks, and each fault told once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.books import Book, new_book
from app.services.taking_in.imports import Answers, Taken, stage, take
from app.services.taking_in.questions import answered, questions
from app.storage.entries import entries
from tests.small_court import Cell, write_book

Sheet = list[list[Cell]]

PEOPLE: Sheet = [
    ["工号", "姓名", "部门", "人员类别", "任职起"],
    ["P01", "苏一", "民一庭", "法官", "2020-01-01"],
    ["P02", "林二", "民一庭", "法官", "2020-01-01"],
]
SCHEME: dict[str, Sheet] = {
    "方案": [["项目", "内容"], ["方案名称", "某院办法"], ["年度", 2024]],
    "指标组": [["指标组", "适用条件"], ["法官", '人员类别=="法官"']],
    "数据项": [["编码", "名称", "类型"], ["pj", "评议", "等次"], ["cp", "民主测评", "测评"]],
    "指标": [
        ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项"],
        ["法官", "A", "甲", 60, "等次换算", "好:60; 较好:50", "评议"],
        ["法官", "B", "乙", 40, "测评计分", "干警=100%; 最少票数=1; 满分=10; 评价分=优秀:10", "民主测评"],
    ],
}
HEAD: list[Cell] = ["被测评人", "测评人类别", "评分", "评价", "票号"]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    imported(made, tmp_path, {**SCHEME, "花名册": PEOPLE}, "开始.xlsx")
    yield made
    made.close()


def imported(book: Book, folder: Path, sheets: dict[str, Sheet], name: str = "表2024Q1.xlsx") -> Taken:
    return take(book, stage(book, [write_book(folder / name, dict(sheets))]))


def told(taken: Taken) -> list[tuple[str, str, str]]:
    return [(fault.sheet, fault.cell, fault.code) for sheet in taken.files for fault in sheet.faults if fault.stops]


def test_one_workbook_may_bring_people_scheme_and_data(tmp_path: Path) -> None:
    made = new_book(tmp_path / "一册.hj", court="溪山县人民法院")
    data: Sheet = [["工号", "评议"], ["P01", "好"]]
    taken = imported(made, tmp_path, {"花名册": PEOPLE, **SCHEME, "民一庭": data})
    made.close()
    assert [(each.kind, each.status, each.added) for each in taken.files] == [
        ("方案", "taken", 1), ("花名册", "taken", 2), ("数据", "taken", 1),
    ]  # fmt: skip


def test_such_a_workbook_is_taken_whole_or_not_at_all(tmp_path: Path) -> None:
    made = new_book(tmp_path / "一册.hj", court="溪山县人民法院")
    data: Sheet = [["工号", "评议"], ["P09", "好"]]
    taken = imported(made, tmp_path, {"花名册": PEOPLE, **SCHEME, "民一庭": data})
    made.close()
    assert {each.status for each in taken.files} == {"refused"}
    assert told(taken) == [("民一庭", "A2", "person-unknown")]


def test_a_word_is_kept_as_the_scheme_spells_it(book: Book, tmp_path: Path) -> None:
    imported(book, tmp_path, {"民一庭": [["工号", "评议"], ["P01", "较\u3000好"], ["P02", " 好 "]]})
    with book.reading() as session:
        assert {each.staff_no: each.word for each in entries.read(session)} == {"P01": "较好", "P02": "好"}


def test_a_word_that_the_scheme_does_not_know_is_a_fault(book: Book, tmp_path: Path) -> None:
    taken = imported(book, tmp_path, {"民一庭": [["工号", "评议"], ["P01", "优"]]})
    assert told(taken) == [("民一庭", "B2", "word-unknown")]


def test_a_ballot_beyond_its_full_marks_is_a_fault(book: Book, tmp_path: Path) -> None:
    ballots: Sheet = [HEAD, ["P01", "干警", 10, None, 1], ["P01", "干警", 10.5, None, 2], ["P02", "干警", -1, None, 1]]
    taken = imported(book, tmp_path, {"测评": ballots})
    assert told(taken) == [("测评", "C3", "mark-out-of-bounds"), ("测评", "C4", "mark-out-of-bounds")]


def test_a_ballot_with_an_unknown_word_is_a_fault(book: Book, tmp_path: Path) -> None:
    taken = imported(
        book, tmp_path, {"测评": [HEAD, ["P01", "干警", None, "优秀", 1], ["P01", "干警", None, "还行", 2]]}
    )
    assert told(taken) == [("测评", "D3", "rating-word-unknown")]


def test_a_rater_group_that_the_scheme_does_not_know_is_a_fault_told_once(book: Book, tmp_path: Path) -> None:
    ballots: Sheet = [HEAD, ["P01", "外星人", 9, None, 1], ["P02", "外星人", 9, None, 2], ["P02", " 干警", 9, None, 1]]
    taken = imported(book, tmp_path, {"测评": ballots})
    assert told(taken) == [("测评", "B2", "rater-group-unknown")]
    assert "规定的有：干警。" in taken.files[0].faults[0].message


def test_a_word_where_the_scheme_has_marks_only_is_told_as_such(book: Book, tmp_path: Path) -> None:
    only_marks = [
        [cell.replace("; 评价分=优秀:10", "") if isinstance(cell, str) else cell for cell in row]
        for row in SCHEME["指标"]
    ]
    scheme = {**SCHEME, "方案": [*SCHEME["方案"], ["版本", "二"]], "指标": only_marks}
    imported(book, tmp_path, scheme, "方案二.xlsx")
    taken = imported(book, tmp_path, {"测评": [HEAD, ["P01", "干警", None, "优秀", 1]]})
    assert told(taken) == [("测评", "D2", "rating-figures-only")]
    assert "：。" not in taken.files[0].faults[0].message


FIGURES: dict[str, Sheet] = {
    **SCHEME,
    "方案": [["项目", "内容"], ["方案名称", "某院办法"], ["年度", 2024], ["版本", "二"]],
    "数据项": [["编码", "名称", "类型", "单位"], ["js", "结案数", "数值", "件"], ["lv", "调解率", "数值", "%"]],
    "指标": [
        ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项"],
        ["法官", "A", "结案", 60, "公式", "式=值; 封顶=60", "结案数"],
        ["法官", "B", "调解", 40, "公式", "式=值; 封顶=40", "调解率"],
    ],
}


def test_figures_that_nobody_can_have_meant_are_told_or_refused(tmp_path: Path) -> None:
    made = new_book(tmp_path / "数.hj", court="溪山县人民法院")
    imported(made, tmp_path, {**FIGURES, "花名册": PEOPLE}, "开始.xlsx")
    odd = imported(made, tmp_path, {"表": [["工号", "结案数", "调解率"], ["P01", -12, 9850], ["P02", 1e-17, 98]]})
    assert [(fault.cell, fault.code, fault.stops) for fault in odd.files[0].faults] == [
        ("B2", "count-negative", False),
        ("C2", "percent-far-beyond", False),
        ("B3", "figure-left-over", False),
    ]
    beyond = imported(made, tmp_path, {"表": [["工号", "结案数"], ["P01", 1e300], ["P02", 12]]}, "表2024Q2.xlsx")
    assert told(beyond) == [("表", "B2", "figure-too-large")]
    made.close()


def test_a_person_told_twice_is_one_fault(book: Book, tmp_path: Path) -> None:
    taken = imported(book, tmp_path, {"民一庭": [["工号", "评议"], ["P01", "好"], ["P01", "较好"]]})
    assert told(taken) == [("民一庭", "A3", "person-twice")]


def test_a_case_told_twice_is_one_fault(book: Book, tmp_path: Path) -> None:
    cases: Sheet = [["案号", "结案日期", "承办人"], ["1号", "2024-01-02", "P01"], ["1号", "2024-01-02", "P02"]]
    assert told(imported(book, tmp_path, {"案件": cases})) == [("案件", "A3", "case-twice")]


def test_one_number_for_two_people_is_one_fault(book: Book, tmp_path: Path) -> None:
    people: Sheet = [
        ["工号", "姓名", "部门", "人员类别", "任职起", "任职止"],
        ["P07", "文七", "民一庭", "法官", "2020-01-01", "2020-12-31"],
        ["P07", "尤七", "民一庭", "法官", "2021-01-01", None],
    ]
    assert told(imported(book, tmp_path, {"花名册": people})) == [("花名册", "B3", "staff-no-of-two")]


BY_FORMULA: dict[str, Sheet] = {
    **SCHEME,
    "方案": [["项目", "内容"], ["方案名称", "某院办法"], ["年度", 2024], ["版本", "二"]],
    "数据项": [
        ["编码", "名称", "类型"],
        ["fw", "服务评分", "评分"],
        ["ld", "领导评分", "评分"],
        ["js", "件数", "数值"],
    ],
    "指标": [
        ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项"],
        ["法官", "A", "服务", 30, "公式", "式=值/100*分值", "服务评分"],
        ["法官", "B", "领导", 20, "公式", "式=领导评分*在岗比例; 封顶=20", "领导评分"],
        ["法官", "C", "件数", 50, "公式", "式=值*5; 封顶=50", "件数"],
    ],
}


def test_a_mark_that_the_formula_puts_above_full_marks_is_pointed_out(tmp_path: Path) -> None:
    made = new_book(tmp_path / "公式.hj", court="溪山县人民法院")
    imported(made, tmp_path, {**BY_FORMULA, "花名册": PEOPLE}, "开始.xlsx")
    # 服务评分 100 分满分，得 30 分；960 得 288 分。领导评分还乘在岗比例，一个分数本身说不出满分；件数不是评分。
    rows: Sheet = [["工号", "服务评分", "领导评分", "件数"], ["P01", 960, 90, 70], ["P02", 100, 90, 70]]
    taken = imported(made, tmp_path, {"表": rows})
    hints = [fault for fault in taken.files[0].faults if fault.code == "mark-above-full"]
    assert [(each.cell, each.value, each.warning) for each in hints] == [("B2", "960", True)]
    assert "得 288 分，超过满分 30 分" in hints[0].message
    assert taken.files[0].status == "taken"
    made.close()


def test_it_is_pointed_out_in_a_sheet_of_good_marks_only_where_it_is(tmp_path: Path) -> None:
    made = new_book(tmp_path / "公式.hj", court="溪山县人民法院")
    imported(made, tmp_path, {**BY_FORMULA, "花名册": PEOPLE}, "开始.xlsx")
    good = imported(made, tmp_path, {"表": [["工号", "服务评分"], ["P01", 96], ["P02", 100]]})
    assert [fault.code for fault in good.files[0].faults] == []
    wrong = imported(made, tmp_path, {"表": [["工号", "服务评分"], ["P01", 96], ["P02", 101]]}, "表2024Q2.xlsx")
    assert [(fault.cell, fault.code) for fault in wrong.files[0].faults] == [("B3", "mark-above-full")]
    made.close()


LEDGERS: dict[str, Sheet] = {
    **SCHEME,
    "方案": [["项目", "内容"], ["方案名称", "某院办法"], ["年度", 2024], ["版本", "二"]],
    "数据项": [
        ["编码", "名称", "类型", "算式"],
        ["dj", "党建", "台账", '台账=="党建"'],
        ["xx", "信息", "台账", '台账=="信息宣传"'],
    ],
    "指标": [
        ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项"],
        ["法官", "A", "党建", 60, "事项计分", "基本分=10", "党建"],
        ["法官", "B", "信息", 40, "事项计分", "基本分=10", "信息"],
    ],
}
EVENTS: Sheet = [["台账", "日期", "工号", "事项", "分值"], ["党健", "2024-02-01", "P01", "志愿服务", 1]]


def test_a_ledger_that_is_nearly_one_of_the_scheme_is_asked_and_the_answer_holds(tmp_path: Path) -> None:
    made = new_book(tmp_path / "台账.hj", court="溪山县人民法院")
    imported(made, tmp_path, {**LEDGERS, "花名册": PEOPLE}, "开始.xlsx")
    path = write_book(tmp_path / "表2024Q1.xlsx", {"台账": EVENTS})
    staging = stage(made, [path])
    [asked] = questions(made, staging)
    assert (asked.fault.cell, asked.fault.code) == ("A2", "ledger-near")
    assert [choice.answer for choice in asked.choices] == ["党建", "党健"]
    taken = stage(made, [path], answers=answered(Answers(), {asked: "党建"}))
    assert [change.item for change in taken.files[0].changes if change.staff_no] == ["党建 2024-02-01 志愿服务"]
    own = stage(made, [path], answers=answered(Answers(), {asked: "党健"}))
    assert [(fault.code, fault.stops) for fault in own.files[0].faults] == [("unknown-ledger", False)]
    made.close()


def test_a_ledger_that_nothing_counts_and_rows_that_are_alike_are_told(tmp_path: Path) -> None:
    made = new_book(tmp_path / "台账.hj", court="溪山县人民法院")
    imported(made, tmp_path, {**LEDGERS, "花名册": PEOPLE}, "开始.xlsx")
    rows: Sheet = [EVENTS[0], ["综治", *EVENTS[1][1:]], ["党建", *EVENTS[1][1:]], ["党建", *EVENTS[1][1:]]]
    taken = imported(made, tmp_path, {"台账": rows})
    assert [(fault.cell, fault.code, fault.stops) for fault in taken.files[0].faults] == [
        ("A2", "unknown-ledger", False),
        ("D4", "event-twice", False),
    ]
    assert "第4行与第3行完全一样" in taken.files[0].faults[1].message
    made.close()
