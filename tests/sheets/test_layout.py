"""Headers found, rows sorted, merged cells understood."""

from decimal import Decimal

import pytest

PERIOD = {"period": "2024Q1"}


def people(reading):
    return [draft.person.staff_no for draft in reading.records]


def reasons(reading):
    return {skipped.row: skipped.why for skipped in reading.skipped}


def test_title_rows_notes_totals_and_signatures_are_passed_over_with_the_reason(desk, faults):
    rows = [
        ["某市中级人民法院"], ["考核数据表"], [],
        ["序号", "工号", "姓名", "发改数"],
        [1, "A1", "甲一", 2], [2, "A2", "乙二", 3], [3, None, None, None], [4, None, None, None],
        ["小 计", None, None, 5], [None, None, None, None], ["合计：", None, "2人", 5],
        ["注：1.发改数以生效裁判为准。"], ["2.本表一式两份，报政治部。"],
        ["填表人：甲一", None, "审核人：", None], ["2024年4月2日"],
    ]  # fmt: skip
    reading = desk.read(rows, **PERIOD)
    assert faults(reading) == []
    assert people(reading) == ["A1", "A2"]
    told = reasons(reading)
    assert told.keys() == {7, 8, 9, 11, 12, 13, 14, 15}
    assert told[7] == "只有序号或部门的空行"
    assert told[9] == told[11] == "合计、小计或平均行"
    assert told[12] == told[13] == told[14] == "说明或签字行"


def test_two_merged_header_rows_are_joined(desk, faults):
    def dress(sheet):
        for place in ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3"):
            sheet.merge_cells(place)

    rows = [
        ["考核数据表"],
        ["工号", "姓名", "办案质量", None, "工作满意度"],
        [None, None, "发改数", "任务完成率", None],
        ["A1", "甲一", 2, 98, 90],
    ]
    reading = desk.read(rows, dress=dress, **PERIOD)
    assert faults(reading) == []
    assert {draft.item: draft.number for draft in reading.records} == {"gfs": 2, "rw": 98, "my": 90}


def test_two_header_rows_without_merges_are_joined(desk, faults):
    rows = [
        ["工号", "姓名", "办案质量", None],
        [None, None, "发改数", "任务完成率"],
        ["A1", "甲一", 2, 98],
    ]
    reading = desk.read(rows, **PERIOD)
    assert faults(reading) == []
    assert {draft.item: draft.number for draft in reading.records} == {"gfs": 2, "rw": 98}


def test_a_leaf_that_says_nothing_takes_the_name_of_its_group(desk, faults):
    def dress(sheet):
        for place in ("A1:A2", "B1:C1"):
            sheet.merge_cells(place)

    reading = desk.read([["工号", "工作满意度", None], [None, "得分", "票数"], ["A1", 90, 1]], dress=dress, **PERIOD)
    assert [(draft.item, draft.number) for draft in reading.records] == [("my", Decimal(90))]
    assert faults(reading) == [("unknown-column", "C2")]


def test_three_header_rows(desk, faults):
    def dress(sheet):
        for place in ("A1:A3", "B1:D1", "B2:C2", "D2:D3"):
            sheet.merge_cells(place)

    rows = [
        ["工号", "工作实绩", None, None],
        [None, "质量", None, "工作满意度"],
        [None, "发改数", "任务完成率", None],
        ["A1", 1, 2, 3],
    ]
    reading = desk.read(rows, dress=dress, **PERIOD)
    assert faults(reading) == []
    assert {draft.item: draft.number for draft in reading.records} == {"gfs": 1, "rw": 2, "my": 3}


def test_a_division_named_once_in_a_merged_block_is_filled_down(desk, faults):
    def dress(sheet):
        sheet.merge_cells("A2:A3")

    rows = [["庭室", "姓名", "发改数"], ["民一庭", "甲一", 1], [None, "乙二", 2], ["民二庭", "丙三", 3]]
    reading = desk.read(rows, dress=dress, **PERIOD)
    assert faults(reading) == []
    assert [draft.person.division for draft in reading.records] == ["民一庭", "民一庭", "民二庭"]


def test_a_value_merged_over_two_people_is_a_fault(desk, faults):
    def dress(sheet):
        sheet.merge_cells("B2:B3")

    reading = desk.read([["工号", "发改数"], ["A1", 5], ["A2", None]], dress=dress, **PERIOD)
    assert faults(reading) == [("merged-value", "B2")]


@pytest.mark.parametrize("word", ["庭室", "所在部门", "单 位", "部门名称", "＊部门"])
def test_headers_have_synonyms(desk, word):
    reading = desk.read([["人员编号", word, "发改数"], ["A1", "民一庭", 1]], **PERIOD)
    assert (people(reading), reading.records[0].person.division) == (["A1"], "民一庭")


def test_a_header_that_is_printed_again_is_no_row(desk, faults):
    rows = [["工号", "发改数"], ["A1", 1], ["工号", "发改数"], ["A2", 2]]
    reading = desk.read(rows, **PERIOD)
    assert faults(reading) == []
    assert (people(reading), reasons(reading)) == (["A1", "A2"], {3: "重复的表头"})


def test_a_second_table_below_with_other_columns_is_read_too(desk, faults):
    rows = [["工号", "发改数"], ["A1", 1], [], ["工号", "工作满意度"], ["A1", 90], ["A2", 80]]
    reading = desk.read(rows, **PERIOD)
    assert faults(reading) == []
    assert [(draft.person.staff_no, draft.item) for draft in reading.records] == [
        ("A1", "gfs"),
        ("A1", "my"),
        ("A2", "my"),
    ]


def test_column_numbers_and_units_below_the_header_are_no_rows(desk):
    rows = [
        ["工号", "姓名", "发改数", "任务完成率", "工作满意度"],
        [None, None, "（件）", "（%）", "（分）"],
        ["甲", "乙", "1", "2", "3"],
        ["A1", "甲一", 2, 98, 90],
    ]
    reading = desk.read(rows, **PERIOD)
    assert set(people(reading)) == {"A1"}
    assert {draft.item for draft in reading.records} == {"gfs", "rw", "my"}
    assert reasons(reading)[3] == "栏次行"


def test_a_column_without_header_is_told(desk):
    reading = desk.read([["工号", "发改数", None], ["A1", 1, "？"]], **PERIOD)
    assert [problem.code for problem in reading.problems] == ["column-without-header"]


def test_hidden_rows_are_read_and_told(desk):
    def dress(sheet):
        sheet.row_dimensions[3].hidden = True

    reading = desk.read([["工号", "发改数"], ["A1", 1], ["A2", 2]], dress=dress, **PERIOD)
    assert people(reading) == ["A1", "A2"]
    assert [problem.code for problem in reading.problems] == ["rows-hidden"]


def test_a_person_with_nothing_but_a_staff_number_is_a_row(desk, faults):
    reading = desk.read([["工号", "发改数"], ["A1", 1], ["A2", None]], **PERIOD)
    assert faults(reading) == []
    assert people(reading) == ["A1", "A2"]


def test_hidden_columns_are_read_and_told(desk):
    def dress(sheet):
        sheet.column_dimensions["B"].hidden = True

    reading = desk.read([["工号", "发改数"], ["A1", 1]], dress=dress, **PERIOD)
    assert reading.records[0].number == 1
    assert [problem.code for problem in reading.problems] == ["columns-hidden"]


def test_line_breaks_in_headers_make_no_difference(desk, faults):
    reading = desk.read([["工\n号", "发改数\n（件）", "任务 完成率"], ["A1", 1, 98]], **PERIOD)
    assert faults(reading) == []
    assert {draft.item for draft in reading.records} == {"gfs", "rw"}


def test_a_list_folded_into_two_halves_beside_each_other_is_read_whole(desk, faults):
    rows = [
        ["2024年第一季度考核数据"],
        ["序号", "工号", "姓名", "发改数", None, "序号", "工号", "姓名", "发改数"],
        [1, "A1", "甲一", 2, None, 3, "A3", "丙三", 0],
        [2, "A2", "乙二", 1, None, 4, "A4", "丁四", 5],
        ["合计", None, None, 3, None, None, None, None, 5],
    ]
    reading = desk.read(rows)
    assert faults(reading) == []
    assert {draft.person.staff_no: draft.number for draft in reading.records} == {"A1": 2, "A2": 1, "A3": 0, "A4": 5}


def test_without_a_gap_the_repeated_header_begins_the_second_half(desk, faults):
    rows = [["姓名", "部门", "发改数", "姓名", "部门", "发改数"], ["甲一", "民一庭", 2, "乙二", "刑庭", 3]]
    reading = desk.read(rows, **PERIOD)
    assert faults(reading) == []
    assert [(draft.person.name, draft.number) for draft in reading.records] == [("甲一", 2), ("乙二", 3)]


def test_a_table_of_another_kind_beside_is_told_and_left(desk, faults):
    rows = [
        ["工号", "姓名", "发改数", None, "工号", "离岗类型", "起", "止"],
        ["A1", "甲一", 2, None, "A9", "病假", "2024-03-01", "2024-03-08"],
    ]
    reading = desk.read(rows, **PERIOD)
    assert reading.kind == "数据"
    assert faults(reading) == []
    assert people(reading) == ["A1"]
    assert [each.code for each in reading.problems] == ["table-beside"]


def test_a_division_on_a_row_of_its_own_speaks_for_the_rows_below(desk, faults):
    def dress(sheet):
        sheet.merge_cells("A2:D2")

    rows = [
        ["序号", "姓名", "发改数", "工作满意度"],
        ["一、民一庭（2人）"],
        [1, "甲一", 2, 90],
        [2, "乙二", 3, 91],
        ["小计", None, 5],
        ["二、刑庭"],
        [1, "丙三", 4, 92],
    ]
    reading = desk.read(rows, dress=dress, **PERIOD)
    assert faults(reading) == []
    assert [(draft.person.name, draft.person.division) for draft in reading.records if draft.item == "gfs"] == [
        ("甲一", "民一庭"),
        ("乙二", "民一庭"),
        ("丙三", "刑庭"),
    ]
    assert reasons(reading)[2] == reasons(reading)[6] == "写部门名称的行，算作下面各行的部门"


def test_a_header_of_two_rows_printed_on_every_page_is_no_row(desk, faults):
    def dress(sheet):
        for row in (1, 5):
            sheet.merge_cells(start_row=row, end_row=row + 1, start_column=1, end_column=1)
            sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=3)

    head = [["工号", "办案质量", None], [None, "发改数", "工作满意度"]]
    rows = [*head, ["A1", 1, 90], ["第1页　共2页"], *head, ["A2", 2, 91], ["以下空白"]]
    reading = desk.read(rows, dress=dress, **PERIOD)
    assert faults(reading) == []
    assert people(reading) == ["A1", "A1", "A2", "A2"]
    assert reasons(reading).keys() == {4, 5, 6, 8}


def test_zeros_of_formulas_copied_beyond_the_last_person_are_no_records(desk, faults):
    reading = desk.read([["序号", "工号", "发改数"], [1, "A1", 3], [2, None, 0], [3, None, 0]], **PERIOD)
    assert faults(reading) == []
    assert people(reading) == ["A1"]


def test_a_person_whose_name_ends_like_a_division_stays_a_person(desk, faults):
    reading = desk.read([["姓名", "发改数"], ["李科"], ["王五", 2]], **PERIOD)
    assert faults(reading) == []
    assert [draft.person.name for draft in reading.records] == ["李科", "王五"]


def test_a_title_merged_down_into_the_header_does_not_turn_it_into_no_header(desk, faults):
    def dress(sheet):
        sheet.merge_cells("A1:A2")

    rows = [["工号", "数据项", "数值"], [None, "发改数", 3], ["A1", "发改数", 4]]
    reading = desk.read(rows, dress=dress, **PERIOD)
    assert reading.kind == "数据"
    assert all(draft.item == "gfs" for draft in reading.records)


@pytest.mark.parametrize(
    "line",
    [
        "2024年4月2日",
        "2024.4.2",
        "2024-04-02",
        "政治部 2024年4月2日",
        "二〇二四年四月二日",
        "某市中级人民法院",
        "某市中级人民法院政治部",
    ],
)
def test_the_day_and_the_sender_below_the_table_are_no_people(desk, faults, line):
    reading = desk.read([["工号", "姓名", "发改数"], ["A1", "甲一", 2], [line]], **PERIOD)
    assert (faults(reading), people(reading)) == ([], ["A1"])
    assert reasons(reading) == {3: "说明或签字行"}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["甲", "乙", 1, 2], "栏次行"),
        (["栏次", None, 1, 2], "栏次行"),
        (["数据来源", None, "审管办", "政治部"], "写各列数据来源的行"),
        (["责任部门：", None, "审管办", None], "写各列数据来源的行"),
        (["单位", None, "件", "分"], "单位行"),
    ],
)
def test_what_stands_below_the_header_and_explains_its_columns_is_no_record(desk, faults, row, why):
    reading = desk.read([["工号", "姓名", "发改数", "工作满意度"], row, ["A1", "甲一", 2, 90]], **PERIOD)
    assert (faults(reading), set(people(reading)), reasons(reading)) == ([], {"A1"}, {2: why})


@pytest.mark.parametrize("row", [["甲", "乙", 2, 1], ["乙", "甲", 1, 2], ["责任部门", None, 1, 2]])
def test_a_row_that_does_not_count_the_columns_in_order_is_a_record(desk, row):
    assert desk.read([["工号", "姓名", "发改数", "工作满意度"], row], **PERIOD).rows_read == 1


def test_a_unit_of_another_size_below_the_header_is_a_fault(desk, faults):
    rows = [["工号", "姓名", "发改数"], ["单位", None, "万件"], ["A1", "甲一", 2]]
    assert faults(desk.read(rows, **PERIOD)) == [("unit-differs", "C2")]
