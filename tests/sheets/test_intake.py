"""Kinds told by content, 方案 workbooks, 测评 and 决定, sheets that are none of these."""

from datetime import date
from decimal import Decimal

import pytest

from app.domain.problems import AppError
from app.domain.scheme.check import build_scheme
from app.domain.schemes import DataItem, ItemKind

DATA = [["周期：2024Q1"], ["工号", "发改数"], ["A1", 1]]
SCHEME = {
    "方案": [["项目", "内容"], ["方案名称", "某院办法"], ["年度", 2024], ["小数位", 2]],
    "指标组": [["指标组", "适用条件", "排名范围", "等次池"], ["法官", '人员类别=="法官"', "同组", "法官"]],
    "数据项": [["编码", "名称", "类型", "单位"], ["my", "满意度", "评分", "分"]],
    "指标": [
        ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项"],
        ["法官", "A", "甲", 60, "直接计分", None, "满意度"],
        [None, "B", "乙", 40, "完成率", "目标=100", "满意度"],
    ],
    "周期": [["周期", "组成", "权重"], ["年", "季", 0.6], ["年", "本期", "40%"]],
}


def test_a_scheme_workbook_is_one_reading_of_texts(desk, faults):
    def percent(sheet):
        sheet["C2"].number_format = "0%"

    def merged(sheet):
        sheet.merge_cells("A2:A3")

    path = desk.write_all({**SCHEME, "草稿": [["随便写写"]]}, dress={"周期": percent, "指标": merged})
    (reading,) = desk.file(path).sheets
    assert (faults(reading), reading.kind, reading.rows_read) == ([], "方案", 9)
    assert [problem.code for problem in reading.problems] == ["scheme-sheet-unknown"]
    sheets = reading.scheme.sheets
    assert [row.text("权重") for row in sheets["周期"]] == ["60%", "40%"]
    assert sheets["指标"][1].cells == {
        "指标组": "法官",
        "编码": "B",
        "名称": "乙",
        "分值": "40",
        "计分方式": "完成率",
        "参数": "目标=100",
        "数据项": "满意度",
    }
    assert sheets["指标"][1].source("参数", "x").cell == "F3"
    assert reading.scheme.from_document(reading.scheme.to_document()) == reading.scheme
    scheme, problems = build_scheme(reading.scheme)
    assert problems == ()
    assert [indicator.code for indicator in scheme.sets[0].indicators] == ["A", "B"]


def test_sheets_of_other_kinds_in_a_scheme_workbook_are_read_too(desk, faults):
    people = [["工号", "姓名", "部门", "人员类别"], ["P01", "苏一", "民一庭", "法官"]]
    data = [["周期：2024Q1"], ["工号", "满意度"], ["P01", 90]]
    others = {"花名册": people, "民一庭": data, "说明": [["工号", "姓名", "满意度"], ["怎么填", "", 1]]}
    scheme, *beside = desk.read_all(SCHEME | others, items=(DataItem("my", "满意度", ItemKind.MARK),)).sheets
    assert (scheme.kind, [problem.code for problem in scheme.problems]) == ("方案", [])
    assert [(each.sheet, each.kind, each.rows_read, faults(each)) for each in beside] == [
        ("花名册", "花名册", 1, []),
        ("民一庭", "数据", 1, []),
    ]


def test_before_the_data_items_are_known_a_sheet_beside_a_scheme_is_told_not_guessed(desk):
    data = [["周期：2024Q1"], ["工号", "满意度"], ["P01", 90]]
    (scheme,) = desk.read_all(SCHEME | {"民一庭": data}, items=()).sheets
    assert [(problem.code, problem.source.sheet) for problem in scheme.problems] == [("scheme-sheet-unknown", "民一庭")]


def test_faults_of_a_scheme_workbook_name_sheet_and_cell(desk):
    sheets = SCHEME | {
        "数据项": [["编码", "名称", "单位"], ["my", "满意度", "分"]],
        "周期": [["周期", "组成", "权重"], ["年", "季", "=1/0"]],
    }
    (reading,) = desk.read_all(sheets).sheets
    told = [(problem.code, problem.source.sheet, problem.source.cell) for problem in reading.problems]
    assert told == [("missing-column", "数据项", "A1"), ("formula-without-value", "周期", "C2")]


def test_notes_in_a_scheme_sheet_are_passed_over_and_its_rows_are_not(desk):
    sheets = SCHEME | {
        "方案": [
            ["项目", "内容"],
            ["方案名称", "某院办法"],
            ["年度", 2024],
            ["备注", "试行"],
            ["注：小数位为空是2位。"],
        ]
    }
    (reading,) = desk.read_all(sheets).sheets
    assert [row.text("项目") for row in reading.scheme.sheets["方案"]] == ["方案名称", "年度", "备注"]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (["工号", "姓名", "部门", "人员类别"], "花名册"), (["工号", "离岗类型", "起"], "离岗"), (["工号", "发改数"], "数据"),
        (["姓名", "人员类别", "部门", "发改数"], "数据"), (["工号", "姓名", "人员类别", "部门", "发改数"], "数据"),
        (["工号", "数据项", "数值"], "数据"), (["案号", "结案日期", "承办人"], "案件"), (["台账", "日期", "工号", "事项"], "台账"),
        (["被测评人", "测评人类别", "评分"], "测评"), (["工号", "姓名", "总分", "评定等次"], "决定"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_the_columns(desk, header, kind):
    assert desk.read([header, ["A1", *["x"] * (len(header) - 1)]], period="2024Q1").kind == kind


def test_the_clerk_may_tell_the_kind(desk, faults):
    header = ["工号", "姓名", "部门", "人员类别", "发改数"]
    assert desk.read([header, ["A1", "甲一", "民一庭", "法官", 1]], kind="花名册").kind == "花名册"
    assert faults(desk.read(DATA, kind="案件")) == [("header-not-found", "A2")]
    with pytest.raises(AppError) as refused:
        desk.read(DATA, kind="杂表")
    assert (refused.value.code, refused.value.exit_status) == ("kind-not-known", 2)


def test_people_with_unknown_columns_are_asked_for(desk):
    reading = desk.read([["周期：2024Q1"], ["工号", "姓名", "满意率"], ["A1", "甲一", 5]])
    assert reading.kind == "数据"
    assert [(problem.code, problem.question) for problem in reading.problems] == [("unknown-column", True)]


def test_a_sheet_of_no_kind_is_a_fault(desk, faults):
    reading = desk.read([["品名", "单价", "数量"], ["纸", 20, 3]])
    assert (reading.kind, faults(reading)) == ("", [("kind-unknown", "A1")])


def test_a_cover_beside_good_sheets_is_skipped_and_told(desk, faults):
    cover = desk.read_all({"封面": [["某院"], ["联系人", "甲一"]], "数据": DATA, "空": []}).sheets
    assert [reading.kind for reading in cover] == ["", "数据"]
    assert [(problem.code, problem.warning) for problem in cover[0].problems] == [("sheet-skipped", True)]
    assert faults(cover[0]) == []


def test_a_table_of_no_kind_beside_good_sheets_stays_a_fault(desk, faults):
    readings = desk.read_all({"杂": [["品名", "单价", "数量"], ["纸", 20, 3]], "数据": DATA}).sheets
    assert faults(readings[0]) == [("kind-unknown", "A1")]


def test_a_hidden_sheet_is_told_and_not_read(desk):
    def hide(sheet):
        sheet.sheet_state = "hidden"

    readings = desk.file(desk.write_all({"数据": DATA, "旧": DATA}, dress={"旧": hide})).sheets
    assert [(reading.sheet, reading.kind) for reading in readings] == [("数据", "数据"), ("旧", "")]
    assert readings[1].problems[0].code == "sheet-hidden"


def test_a_workbook_without_content_is_a_fault(desk, faults):
    assert faults(desk.read([])) == [("file-without-content", "")]


def test_a_table_without_rows_is_told(desk, faults):
    reading = desk.read([["周期：2024Q1"], ["工号", "发改数"]])
    assert (faults(reading), [problem.code for problem in reading.problems]) == ([], ["sheet-without-rows"])


def test_the_digest_is_that_of_the_bytes(desk):
    path = desk.write(DATA)
    first, second = desk.file(path), desk.file(path)
    assert first.digest == second.digest
    assert len(first.digest) == 64


def test_ballots_get_running_numbers_and_no_rater(desk, faults):
    rows = [
        ["周期：2024Q1"],
        ["被测评人", "测评人类别", "评分", "评价", "票号", "测评人姓名"],
        ["A1", "院领导", 90, None, None, "丁"],
        ["A1", "院领导", "88分", None, None, "戊"],
        ["A1", "干警", None, "优秀", "7", "己"],
        ["A2", "干警", None, None, None, None],
        ["张　三", "干警", None, "称职", None, None],
    ]
    reading = desk.read(rows)
    assert faults(reading) == []
    told = [
        (draft.person.staff_no or draft.person.name, draft.group, draft.mark, draft.word, draft.ticket)
        for draft in reading.records
    ]
    assert told == [
        ("A1", "院领导", Decimal(90), "", "1"),
        ("A1", "院领导", Decimal(88), "", "2"),
        ("A1", "干警", None, "优秀", "7"),
        ("张三", "干警", None, "称职", "1"),
    ]
    assert {problem.code for problem in reading.problems} == {"rater-not-read", "ballots-blank"}
    assert "丁" not in repr(reading.records)


def test_one_ballot_twice_is_a_fault(desk, faults):
    rows = [
        ["被测评人", "测评人类别", "评分", "票号"],
        ["A1", "干警", 90, "3"],
        ["A1", "干警", 80, 3],
        ["A1", None, 80, 4],
    ]
    assert faults(desk.read(rows, period="2024Q1")) == [("missing-value", "B4"), ("ballot-twice", "D3")]


def test_decisions_are_read_and_the_undecided_told(desk, faults):
    rows = [
        ["工号", "姓名", "评定等次", "理由", "会议", "会议日期"],
        ["A1", "甲一", "好", "党组研究", "党组会", "2024年4月5日"],
        ["A2", "乙二", None, None, None, None],
    ]
    reading = desk.read(rows)
    assert (faults(reading), reading.kind) == ([], "决定")
    (draft,) = reading.records
    assert (draft.grade, draft.meeting, draft.meeting_date) == ("好", "党组会", date(2024, 4, 5))
    assert [problem.code for problem in reading.problems] == ["decisions-empty"]


def test_without_items_nothing_is_taken_for_a_number(desk):
    reading = desk.read(DATA, items=())
    assert reading.records == ()
    assert [problem.code for problem in reading.problems] == ["no-item-columns"]
