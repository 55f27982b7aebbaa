"""花名册 and 离岗."""

from datetime import date

import pytest

HEADER = ["工号", "姓名", "庭室", "人员类别", "职务", "任职起", "任职止"]


def row(**told):
    values = {
        "工号": "A1",
        "姓名": "甲一",
        "庭室": "民一庭",
        "人员类别": "员额法官",
        "职务": "审判员",
        "任职起": "2020-01-01",
        "任职止": None,
    }
    return [(values | told)[name] for name in HEADER]


def test_several_rows_of_one_person_are_several_postings(desk, faults):
    rows = [["花名册"], HEADER, row(任职止="2024.2.14"), row(庭室="民二庭", 任职起="2024年2月15日")]
    reading = desk.read(rows)
    assert faults(reading) == []
    assert reading.kind == "花名册"
    told = [(draft.staff_no, draft.division, draft.start, draft.end) for draft in reading.records]
    assert told == [
        ("A1", "民一庭", date(2020, 1, 1), date(2024, 2, 14)),
        ("A1", "民二庭", date(2024, 2, 15), None),
    ]
    assert reading.records[1].sources["start"].cell == "F4"


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("2024.3.5", date(2024, 3, 5)), ("2024年3月5日", date(2024, 3, 5)), ("2024-03-05", date(2024, 3, 5)),
        ("2024/3/5", date(2024, 3, 5)), (45356, date(2024, 3, 5)), ("45356", date(2024, 3, 5)), (20240305, date(2024, 3, 5)),
        ("２０２４．３．５", date(2024, 3, 5)), (date(2024, 3, 5), date(2024, 3, 5)), ("2024.3", date(2024, 3, 1)),
        (2024.3, date(2024, 3, 1)), ("2024年3月", date(2024, 3, 1)), (None, None),
    ],
)  # fmt: skip
def test_days_are_read_in_every_writing(desk, faults, shown, day):
    reading = desk.read([HEADER, row(任职起=shown)])
    assert faults(reading) == []
    assert reading.records[0].start == day


@pytest.mark.parametrize(
    ("shown", "day"), [("2024.2", date(2024, 2, 29)), ("至今", None), ("2024年12月", date(2024, 12, 31))]
)
def test_a_month_as_an_end_is_its_last_day(desk, shown, day):
    assert desk.read([HEADER, row(任职止=shown)]).records[0].end == day


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        ("去年", "not-a-date"),
        ("2024-02-30", "no-such-day"),
        ("2024年13月", "no-such-day"),
        (2024.1, "month-lost-its-zero"),
        (2024, "not-a-date"),
    ],
)
def test_what_is_no_day_is_a_fault(desk, faults, shown, code):
    assert faults(desk.read([HEADER, row(任职起=shown)])) == [(code, "F2")]


def test_october_shown_with_its_zero_is_october(desk):
    def dress(sheet):
        sheet["F2"].number_format = "0.00"

    assert desk.read([HEADER, row(任职起=2024.1)], dress=dress).records[0].start == date(2024, 10, 1)


def test_contradictions_between_rows_are_faults(desk, faults):
    rows = [
        HEADER,
        row(),
        row(庭室="民二庭"),
        row(姓名="乙二", 任职起="2021-01-01"),
        row(工号="A2", 任职起="2024-03-01", 任职止="2024-02-01"),
    ]
    told = faults(desk.read(rows))
    assert set(told) == {("posting-twice", "F3"), ("staff-no-of-two", "B4"), ("ends-before-it-starts", "G5")}


def test_what_must_be_there_is_asked_for_cell_by_cell(desk, faults):
    told = faults(desk.read([HEADER, row(姓名=None, 人员类别=None), row(工号=None)]))
    assert told == [("missing-value", "B2"), ("missing-value", "D2"), ("missing-value", "A3")]


def test_a_missing_column_is_a_fault(desk, faults):
    reading = desk.read([["工号", "姓名", "人员类别"], ["A1", "甲一", "员额法官"]])
    assert faults(reading) == [("missing-column", "A1")]


def test_one_division_for_the_whole_sheet_may_stand_above(desk, faults):
    reading = desk.read([["部门：民一庭"], ["工号", "姓名", "人员类别"], ["A1", "甲一", "员额法官"]])
    assert (faults(reading), reading.records[0].division) == ([], "民一庭")


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        (110101199003071234, "id-number-damaged"),
        ("1.10101E+17", "id-number-damaged"),
        ("110101199003071000", "id-number-damaged"),
    ],
)
def test_an_id_number_damaged_by_a_spreadsheet_is_refused(desk, faults, shown, code):
    reading = desk.read([["工号", "姓名", "部门", "人员类别", "身份证号"], ["A1", "甲一", "民一庭", "法官", shown]])
    assert faults(reading) == [(code, "E2")]


def test_a_sound_id_number_is_text_and_a_strange_one_is_told(desk, faults):
    header = ["工号", "姓名", "部门", "人员类别", "身份证号"]
    reading = desk.read(
        [header, ["A1", "甲一", "民一庭", "法官", "11010519491231002x"], ["A2", "乙二", "民一庭", "法官", "123"]]
    )
    assert faults(reading) == []
    assert [draft.id_number for draft in reading.records] == ["11010519491231002X", "123"]
    assert [(problem.code, problem.source.cell) for problem in reading.problems] == [("id-number-bad", "E3")]


def test_names_lose_the_blanks_that_align_them(desk):
    reading = desk.read(
        [HEADER, row(姓名="张　三"), row(工号="A2", 姓名="阿依古丽•买买提"), row(工号="A3", 姓名="王 𫖯")]
    )
    assert [draft.name for draft in reading.records] == ["张三", "阿依古丽·买买提", "王𫖯"]


def test_only_columns_of_the_sheet_are_given(desk):
    draft = desk.read([HEADER, row()]).records[0]
    assert "post" in draft.given
    assert "gender" not in draft.given
    assert "gender" not in draft.sources


def test_absences_are_read(desk, faults):
    rows = [
        ["工号", "姓名", "离岗类型", "起", "止", "说明"],
        ["A1", "甲一", "产假", "2024.1.1", "2024.5", "顺产"],
        ["A2", None, "借调", 45356, None, None],
    ]
    reading = desk.read(rows)
    assert (faults(reading), reading.kind, reading.period) == ([], "离岗", None)
    told = [(draft.person.staff_no, draft.kind, draft.start, draft.end) for draft in reading.records]
    assert told == [("A1", "产假", date(2024, 1, 1), date(2024, 5, 31)), ("A2", "借调", date(2024, 3, 5), None)]


def test_an_absence_needs_kind_and_start_and_must_not_end_early(desk, faults):
    rows = [
        ["工号", "离岗类型", "起", "止"],
        ["A1", None, None, None],
        ["A2", "病假", "2024-03-05", "2024-03-01"],
        ["A3", "病假", "2024-03-05", None],
        ["A3", "病假", "2024-03-05", None],
    ]
    told = faults(desk.read(rows))
    assert told == [
        ("missing-value", "B2"),
        ("missing-value", "C2"),
        ("ends-before-it-starts", "D3"),
        ("absence-twice", "C5"),
    ]


def test_a_bracket_in_a_name_is_kept_and_told_while_numbers_and_stars_are_no_part_of_it(desk, faults):
    head = ["工号", "姓名", "部门", "人员类别", "任职起"]
    rows = [head, ["A1", "1.苏一*", "民一庭", "员额法官", "2024-1-1"], ["A2", "林二（大）", "〃", "同上", "〃"]]
    reading = desk.read(rows)
    assert faults(reading) == []
    assert [(draft.name, draft.division, draft.start.isoformat()) for draft in reading.records] == [
        ("苏一", "民一庭", "2024-01-01"),
        ("林二（大）", "民一庭", "2024-01-01"),
    ]
    assert [(problem.code, problem.source.cell) for problem in reading.problems] == [("name-with-bracket", "B3")]
