"""Workbooks out: what is written is read back as it was, by ourselves and by openpyxl."""

from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.entries import State
from app.domain.problems import AppError
from app.sheets.reading.worker import read_workbook
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.template_sheet import TemplateColumn, TemplateSheet, write_template
from app.sheets.writing import ColumnKind, sheet_name

COLUMNS = (
    SheetColumn("工号"),
    SheetColumn("姓名"),
    SheetColumn("总分", kind=ColumnKind.NUMBER),
    SheetColumn("数量", "办案", ColumnKind.NUMBER),
    SheetColumn("质量", "办案", ColumnKind.NUMBER),
    SheetColumn("日期", "其他", ColumnKind.DAY),
)


def table(*rows, **told):
    return ScoreSheet("某院2024年第一季度得分表", COLUMNS, rows, **told)


def test_scores_are_real_numbers_that_show_their_decimals(tmp_path):
    path = tmp_path / "得分.xlsx"
    write_scores(path, table(("A01", "张三", Decimal("98.50"), 3, Decimal("-0.07"), date(2024, 3, 5))))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    values = [(cell.value, cell.number_format) for cell in sheet[4]]
    assert values[:5] == [("A01", "@"), ("张三", "@"), (98.5, "0.00"), (3, "0"), (-0.07, "0.00")]
    assert values[5][0].date() == date(2024, 3, 5)
    assert [cell.text for cell in read_workbook(path).sheets[0].rows[4].values()] == [
        "A01",
        "张三",
        "98.50",
        "3",
        "-0.07",
        "2024-03-05",
    ]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_every_figure_comes_back_exactly(tmp_path_factory, figure):
    path = tmp_path_factory.mktemp("figures") / "a.xlsx"
    write_scores(path, ScoreSheet("表", (SheetColumn("数", kind=ColumnKind.NUMBER),), ((figure,),)))
    cell = read_workbook(path).sheets[0].rows[3][1]
    assert Decimal(cell.text) == figure


ROWS = st.lists(
    st.tuples(
        st.from_regex(r"[=+@'-]?[A-Z]?[0-9]{1,6}", fullmatch=True),
        st.from_regex(r"[=+@'-]?[甲乙丙丁（）·]{1,8}", fullmatch=True),
        st.none() | st.decimals(-(10**6), 10**6, places=2),
        st.none() | st.integers(-(10**9), 10**9),
        st.none() | st.decimals(-(10**4), 10**4, places=4),
        st.none() | st.dates(date(1900, 3, 1), date(2999, 12, 31)),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=10)
@given(ROWS)
def test_a_table_of_results_comes_back_cell_by_cell(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("tables") / "得分.xlsx"
    write_scores(path, table(*rows))
    sheet = read_workbook(path).sheets[0]
    found = [
        tuple(sheet.rows[number][column].value if column in sheet.rows[number] else None for column in range(1, 7))
        for number in range(4, 4 + len(rows))
    ]
    assert found == [tuple(rows[place]) for place in range(len(rows))]


def test_texts_never_become_formulas_or_links(tmp_path):
    path = tmp_path / "a.xlsx"
    nasty = ["=1+1", "@SUM(A1)", "http://example.invalid", "+1", "-1", "007"]
    write_scores(path, ScoreSheet("表", (SheetColumn("文"),), tuple((text,) for text in nasty)))
    cells = [row[0] for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=3)]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [(text, "s", None) for text in nasty]


def test_a_figure_too_long_for_a_float_stays_exact_as_text(tmp_path):
    path = tmp_path / "a.xlsx"
    write_scores(
        path, ScoreSheet("表", (SheetColumn("数", kind=ColumnKind.NUMBER),), ((Decimal("1234567890.123456789"),),))
    )
    assert openpyxl.load_workbook(path).worksheets[0]["A3"].value == "1234567890.123456789"


def test_colleagues_may_read_what_was_written(tmp_path):
    path = tmp_path / "得分.xlsx"
    write_scores(path, table(("A01", "张三", Decimal(1), 1, 1, None)))
    assert path.stat().st_mode & 0o777 == 0o644


def test_headers_are_merged_frozen_and_printed_on_every_page(tmp_path):
    path = tmp_path / "a.xlsx"
    write_scores(path, table(lines=("方案：某院办法",), notes=("注：待补的不排名。",)))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert {str(merged) for merged in sheet.merged_cells.ranges} == {
        "A1:F1",
        "A2:F2",
        "A3:A4",
        "B3:B4",
        "C3:C4",
        "D3:E3",
    }
    assert (sheet["D3"].value, sheet["E4"].value, sheet["F3"].value, sheet["F4"].value) == (
        "办案",
        "质量",
        "其他",
        "日期",
    )
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("C5", "$3:$4")
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert (
        sheet.sheet_properties.pageSetUpPr.fitToPage,
        sheet.page_setup.fitToWidth or 1,
        sheet.page_setup.fitToHeight,
    ) == (True, 1, 0)
    assert "第" in sheet.oddFooter.center.text
    assert sheet["A5"].value == "注：待补的不排名。"


def test_several_sheets_get_names_that_spreadsheets_take(tmp_path):
    path = tmp_path / "a.xlsx"
    write_scores(path, table(name="法官/甲"), table(name="法官_甲"), table(name="长" * 40))
    names = openpyxl.load_workbook(path).sheetnames
    assert names == ["法官_甲", "法官_甲（2）", "长" * 31]
    assert sheet_name("") == "表"


def test_a_workbook_that_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(AppError) as error:
        write_scores(tmp_path / "没有" / "a.xlsx", table())
    assert error.value.code == "workbook-not-written"
    folder = tmp_path / "a.xlsx"
    folder.mkdir()
    with pytest.raises(AppError):
        write_scores(folder, table())
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


TEMPLATE = TemplateSheet(
    name="民一庭",
    title="2024年第一季度考核数据表",
    columns=(
        TemplateColumn("工号", given=True),
        TemplateColumn("姓名", given=True),
        TemplateColumn("任务完成率（%）", ColumnKind.NUMBER, bounds=(0, 100), prompt="完成数÷应完成数"),
        TemplateColumn("民主评议", choices=("好", "较好", "一般", "较差")),
    ),
    rows=(("A01", "张三"), ("1002", "李四"), ("A03", "王五", Decimal("95.5"), "好")),
    period="2024Q1",
    division="民一庭",
    notes=("没有发生填0，不适用填“/”。", "请勿增删列。"),
)


def test_a_template_comes_back_without_a_question(tmp_path, desk):
    path = tmp_path / "模板.xlsx"
    write_template(path, TEMPLATE)
    reading = desk.file(path).sheets[0]
    assert reading.problems == ()
    assert (reading.kind, reading.period.code, reading.division) == ("数据", "2024Q1", "民一庭")
    told = [(draft.person.staff_no, draft.item, draft.state, draft.number or draft.word) for draft in reading.records]
    assert told == [
        ("A01", "rw", State.EMPTY, ""), ("A01", "pj", State.EMPTY, ""), ("1002", "rw", State.EMPTY, ""), ("1002", "pj", State.EMPTY, ""),
        ("A03", "rw", State.VALUE, Decimal("95.5")), ("A03", "pj", State.VALUE, "好"),
    ]  # fmt: skip


def test_a_filled_template_comes_back_with_what_was_filled_in(tmp_path, desk):
    path = tmp_path / "模板.xlsx"
    write_template(path, TEMPLATE)
    book = openpyxl.load_workbook(path)
    book.active["C4"], book.active["D4"], book.active["C5"] = 88.5, "较好", "/"
    book.save(path)
    reading = desk.file(path).sheets[0]
    assert reading.problems == ()
    told = [(draft.state, draft.number or draft.word) for draft in reading.records[:3]]
    assert told == [(State.VALUE, Decimal("88.5")), (State.VALUE, "较好"), (State.NOT_APPLICABLE, "")]


def test_a_template_locks_what_is_given_and_says_what_may_stand_where(tmp_path):
    path = tmp_path / "模板.xlsx"
    write_template(path, TEMPLATE)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[4]] == [True, True, False, False]
    rules = {str(rule.sqref): (rule.type, rule.formula1) for rule in sheet.data_validations.dataValidation}
    assert rules["D4:D6"] == ("list", '"好,较好,一般,较差"')
    assert rules["C4:C6"][0] == "custom"
    assert 'C4="免计"' in rules["C4:C6"][1]


def test_a_list_template_has_spare_rows_to_fill_in(tmp_path, desk):
    path = tmp_path / "台账.xlsx"
    columns = tuple(TemplateColumn(title) for title in ("台账", "日期", "工号", "姓名", "事项", "分值"))
    write_template(path, TemplateSheet("台账", "台账", columns, period="2024Q1", spare_rows=5))
    book = openpyxl.load_workbook(path)
    for column, value in zip("ABCDEF", ("党建", "2024-03-05", "A1", "甲一", "优秀党课", 1.5), strict=True):
        book.active[f"{column}4"] = value
    book.save(path)
    reading = desk.file(path).sheets[0]
    assert (reading.problems, len(reading.records), reading.coverage) == ((), 1, ("党建",))


@pytest.mark.parametrize(("indicators", "pages"), [(25, 1), (60, 2)])
def test_a_broad_table_stays_readable_on_paper(tmp_path, indicators, pages):
    """Titles wrap over narrow figures; what one page cannot hold goes on beside, with the names again."""
    figures = tuple(
        SheetColumn(f"第{number}项指标名称较长（5分）", "办案", ColumnKind.NUMBER) for number in range(indicators)
    )
    row = ("P01", "苏一", *(Decimal("4.50") for _ in figures))
    sheet = ScoreSheet("得分", (SheetColumn("工号"), SheetColumn("姓名"), *figures), (row,))
    write_scores(tmp_path / "得分.xlsx", sheet)
    written = openpyxl.load_workbook(tmp_path / "得分.xlsx").active
    assert (written.page_setup.fitToWidth or 1) == pages
    assert written.print_title_cols == ("$A:$B" if pages > 1 else None)
    widths = [each.width for each in written.column_dimensions.values() if each.min <= 3 <= each.max]
    assert widths
    assert max(widths) < 8
