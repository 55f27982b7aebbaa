"""Divisions on rows of their own: above a header, between blocks, in titles, or once on top of a block."""

QUARTER = ["2024年第一季度"]
HEAD = ["姓名", "发改数"]
KNOWN = ("民一庭", "刑庭", "审管办")


def divisions(reading):
    return {draft.person.name: draft.person.division for draft in reading.records}


def test_a_numbered_line_above_the_header_speaks_for_the_rows_below(desk):
    reading = desk.read([QUARTER, ["一、民一庭"], HEAD, ["苏一", 2]])
    assert divisions(reading) == {"苏一": "民一庭"}


def test_a_division_alone_above_the_header_counts_where_others_follow(desk):
    alone = desk.read([QUARTER, ["民一庭"], HEAD, ["苏一", 2]])
    assert divisions(alone) == {"苏一": ""}
    several = desk.read([QUARTER, ["民一庭"], HEAD, ["苏一", 2], ["刑庭"], HEAD, ["林二", 1]], divisions=KNOWN)
    assert divisions(several) == {"苏一": "民一庭", "林二": "刑庭"}


def test_a_labelled_division_between_the_rows_begins_a_block(desk):
    reading = desk.read([QUARTER, ["部门：民一庭"], HEAD, ["苏一", 2], ["部门：刑庭"], HEAD, ["林二", 1]])
    assert divisions(reading) == {"苏一": "民一庭", "林二": "刑庭"}
    assert [skipped.why for skipped in reading.skipped] == ["写部门名称的行，算作下面各行的部门", "重复的表头"]


def test_titles_that_name_different_divisions_speak_for_their_blocks(desk):
    rows = [["民一庭一季度数据"], HEAD, ["苏一", 2], ["刑庭一季度数据"], HEAD, ["林二", 1]]
    told = desk.read(rows, name="2024Q1.xlsx", divisions=KNOWN)
    assert divisions(told) == {"苏一": "民一庭", "林二": "刑庭"}


def test_the_same_title_on_every_page_speaks_for_nobody(desk):
    rows = [["审管办一季度数据"], HEAD, ["苏一", 2], ["审管办一季度数据"], HEAD, ["林二", 1]]
    assert divisions(desk.read(rows, name="2024Q1.xlsx", divisions=KNOWN)) == {"苏一": "", "林二": ""}


def test_a_line_goes_with_the_table_of_other_columns_right_below_it(desk):
    rows = [QUARTER, ["一、民一庭"], HEAD, ["苏一", 2], ["二、刑庭"], ["姓名", "工作满意度"], ["林二", 90]]
    assert divisions(desk.read(rows)) == {"苏一": "民一庭", "林二": "刑庭"}
    later = [QUARTER, ["一、民一庭"], HEAD, ["苏一", 2], ["表二"], ["姓名", "工作满意度"], ["林二", 90]]
    assert divisions(desk.read(later)) == {"苏一": "民一庭", "林二": ""}


def test_a_division_named_once_on_top_of_its_block_is_that_of_the_rows_below(desk):
    rows = [QUARTER, ["部门", *HEAD], ["民一庭", "苏一", 2], [None, "林二", 1], ["刑庭", "何三", 0], [None, "尤四", 0]]
    assert divisions(desk.read(rows)) == {"苏一": "民一庭", "林二": "民一庭", "何三": "刑庭", "尤四": "刑庭"}


def test_an_empty_division_stays_empty_where_the_sheet_names_it_on_each_row_or_after_a_total(desk):
    named = [QUARTER, ["部门", *HEAD], ["民一庭", "苏一", 2], ["民一庭", "林二", 1], [None, "何三", 0]]
    assert divisions(desk.read(named))["何三"] == ""
    total = [QUARTER, ["部门", *HEAD], ["民一庭", "苏一", 2], ["小计", None, 2], [None, "何三", 0]]
    assert divisions(desk.read(total))["何三"] == ""


def test_the_number_in_the_list_and_the_headcount_are_no_part_of_a_division(desk):
    rows = [
        QUARTER,
        ["部门", *HEAD],
        ["一、民一庭（2人）", "苏一", 2],
        ["（二）刑庭", "何三", 0],
        ["民一庭（本部）", "尤四", 1],
    ]
    assert divisions(desk.read(rows)) == {"苏一": "民一庭", "何三": "刑庭", "尤四": "民一庭（本部）"}
