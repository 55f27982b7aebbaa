"""Templates: made from the book, filled in, read back without a question; an old one undoes nothing newer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.books import Book, new_book
from app.services.collecting.templates import make_division_templates, make_template
from app.services.progress import Cancelled
from app.services.scoring.computing import compute
from app.services.taking_in.imports import batches, stage, take
from app.sheets.intake import read_book
from app.sheets.reading.template_mark import TemplateMark, mark_in_bytes, template_mark_in
from tests.small_court import EXPECTED, ROSTER, SCHEME, write_book, write_small_court

QUARTER = Period.parse("2024Q1")
HEADER = 3


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    take(made, stage(made, list(write_small_court(tmp_path / "all").values())))
    yield made
    made.close()


@pytest.fixture
def rated(tmp_path: Path) -> Iterator[Book]:
    """The court with an indicator of ballots for its office."""
    made = new_book(tmp_path / "测评.hj", court="溪山县人民法院")
    leaf = [
        "行政",
        "X2",
        "测评",
        None,
        30,
        "测评计分",
        "院领导=60%; 干警=40%; 最少票数=2; 评价分=优秀:100, 称职:80",
        "民主测评",
        "季",
    ]
    scheme = {name: list(rows) for name, rows in SCHEME.items()}
    scheme["数据项"].append(["cp", "民主测评", "测评", None, "分", "政治部", None])
    scheme["指标"] = [row for row in scheme["指标"] if row[1] != "X2"] + [leaf]
    files = [write_book(tmp_path / "人.xlsx", {"花名册": ROSTER}), write_book(tmp_path / "案.xlsx", scheme)]
    take(made, stage(made, files))
    yield made
    made.close()


def filled(path: Path, staff_no: str, title: str, value: object) -> Path:
    workbook = load_workbook(path)
    sheet = workbook.active
    titles = [cell.value for cell in sheet[HEADER]]
    column = next(number for number, told in enumerate(titles, 1) if str(told).startswith(title))
    row = next(row for row in range(HEADER + 1, sheet.max_row + 1) if sheet.cell(row, 1).value == staff_no)
    sheet.cell(row, column).value = value
    workbook.save(path)
    return path


def test_a_data_template_has_its_people_items_and_known_values(book: Book, tmp_path: Path) -> None:
    assert make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="办公室") == 2
    rows = list(load_workbook(tmp_path / "表.xlsx").active.iter_rows(values_only=True))
    assert rows[0][0] == "2024年第一季度考核数据表"
    assert rows[1][0] == "部门：办公室"
    assert rows[2][:3] == ("工号", "姓名", "部门")
    assert set(rows[2][3:]) == {"工作满意度（分）", "任务完成率（%）"}
    assert [row[:3] for row in rows[3:5]] == [("P06", "尤六", "办公室"), ("P07", "柏七", "办公室")]


def test_a_template_sent_back_untouched_changes_nothing(book: Book, tmp_path: Path) -> None:
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER)
    staging = stage(book, [tmp_path / "表.xlsx"])
    assert [sheet.status for sheet in staging.files] == ["unchanged"]
    assert staging.files[0].faults == ()


def test_a_template_filled_in_is_taken(book: Book, tmp_path: Path) -> None:
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER)
    staging = stage(book, [filled(tmp_path / "表.xlsx", "P04", "工作满意度", 88)])
    assert [(sheet.status, sheet.added, sheet.changed) for sheet in staging.files] == [("taken", 1, 0)]


def test_a_roster_template_sent_back_untouched_changes_nothing(book: Book, tmp_path: Path) -> None:
    assert make_template(book, "花名册", tmp_path / "人.xlsx") == 7
    staging = stage(book, [tmp_path / "人.xlsx"])
    assert [(sheet.status, sheet.faults) for sheet in staging.files] == [("unchanged", ())]


@pytest.mark.parametrize("kind", ["离岗", "案件", "台账", "方案"])
def test_lists_and_schemes_have_templates_too(book: Book, tmp_path: Path, kind: str) -> None:
    make_template(book, kind, tmp_path / "表.xlsx", period=QUARTER)
    assert load_workbook(tmp_path / "表.xlsx").sheetnames[0] == kind


def test_an_older_template_does_not_undo_what_came_after_it(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="办公室")
    mark = TemplateMark("2024-04-01T00:00:00+00:00")
    monkeypatch.setattr(
        "app.services.taking_in.staging.workbooks.read_book",
        lambda book, hints: read_book(book, hints)._replace(mark=mark),
    )
    old = filled(tmp_path / "表.xlsx", "P06", "任务完成率", 50)
    staging = stage(book, [old])
    assert [(fault.code, fault.cell) for fault in staging.files[0].faults] == [("template-older", "E4")]
    assert [sheet.status for sheet in stage(book, [old], replace=True).files] == ["taken"]


def test_an_older_template_is_one_fault_however_much_of_it_is_older(book: Book, tmp_path: Path) -> None:
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="办公室")
    rows = {"表": [["周期：2024Q1"], ["工号", "任务完成率", "工作满意度"], ["P06", 77, 66], ["P07", 78, 67]]}
    take(book, stage(book, [write_book(tmp_path / "新.xlsx", rows)]))
    for staff_no, title in [("P06", "任务完成率"), ("P06", "工作满意度"), ("P07", "任务完成率")]:
        filled(tmp_path / "表.xlsx", staff_no, title, 50)
    (told,) = (fault for fault in stage(book, [tmp_path / "表.xlsx"]).files[0].faults if fault.stops)
    assert (told.code, told.cell) == ("template-older", "D4")
    assert "新.xlsx" in told.message
    # 表上没有改的那一格也与后来的不同。
    assert "4项" in told.message


def test_columns_of_an_older_scheme_are_one_fault_that_names_both_versions(book: Book, tmp_path: Path) -> None:
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="办公室")
    later = {name: [list(row) for row in rows] for name, rows in SCHEME.items()}
    for row in (*later["数据项"], *later["指标"]):
        row[:] = ["群众评价" if cell == "工作满意度" else cell for cell in row]
    take(book, stage(book, [write_book(tmp_path / "新方案.xlsx", later)]))
    sheet = stage(book, [filled(tmp_path / "表.xlsx", "P06", "工作满意度", 88)]).files[0]
    (told,) = (fault for fault in sheet.faults if fault.stops)
    assert told.code == "template-of-older-scheme"
    assert "第1版" in told.message
    assert "第2版" in told.message
    assert "工作满意度" in told.message


def test_a_template_of_another_period_is_read_as_what_it_says_now_and_told(book: Book, tmp_path: Path) -> None:
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="办公室")
    path = filled(tmp_path / "表.xlsx", "P06", "任务完成率", 50)
    workbook = load_workbook(path)
    for row in workbook.active.iter_rows(max_row=2):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("2024Q1", "2024Q2").replace("第一季度", "第二季度")
    workbook.save(path)
    sheet = stage(book, [path]).files[0]
    assert (sheet.status, sheet.period) == ("taken", Period.parse("2024Q2"))
    assert [fault.code for fault in sheet.faults] == ["template-of-other-period"]


def test_data_taken_in_within_the_same_second_is_newer_than_the_template(book: Book, tmp_path: Path) -> None:
    rows = {"表": [["周期：2024Q1"], ["工号", "任务完成率"], ["P06", 77]]}
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="办公室")
    take(book, stage(book, [write_book(tmp_path / "新.xlsx", rows)]))
    older = filled(tmp_path / "表.xlsx", "P06", "任务完成率", 50)
    assert [fault.code for fault in stage(book, [older]).files[0].faults] == ["template-older"]


def test_data_taken_in_before_the_template_was_made_may_be_changed_by_it(book: Book, tmp_path: Path) -> None:
    rows = {"表": [["周期：2024Q1"], ["工号", "任务完成率"], ["P06", 77]]}
    take(book, stage(book, [write_book(tmp_path / "新.xlsx", rows)]))
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="办公室")
    newer = filled(tmp_path / "表.xlsx", "P06", "任务完成率", 50)
    assert [(sheet.status, sheet.changed) for sheet in stage(book, [newer]).files] == [("taken", 1)]


def test_another_books_template_is_held_against_its_moment_not_its_number(book: Book, tmp_path: Path) -> None:
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="办公室")
    other = new_book(tmp_path / "别.hj", court="溪山县人民法院")
    take(other, stage(other, list(write_small_court(tmp_path / "all").values())[:2]))
    staging = stage(other, [filled(tmp_path / "表.xlsx", "P06", "任务完成率", 50)])
    assert [(sheet.status, [f.code for f in sheet.faults if f.stops]) for sheet in staging.files] == [("taken", [])]
    other.close()


def test_what_was_typed_in_is_held_against_the_moment_of_the_template() -> None:
    mark = TemplateMark("2024-04-01T00:00:00+00:00", 3)
    assert mark.is_older_than("2024-04-01T00:00:01+00:00", "")
    assert not mark.is_older_than("2024-03-31T23:59:59+00:00", "")


def test_a_template_carries_its_mark(book: Book, tmp_path: Path) -> None:
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER)
    mark = template_mark_in(tmp_path / "表.xlsx")
    assert mark is not None
    assert (mark.made_at[-6:], mark.batch) == ("+00:00", len(batches(book)))
    assert template_mark_in(write_book(tmp_path / "别的.xlsx", {"表": [["工号"]]})) is None
    assert template_mark_in(tmp_path / "没有.xlsx") is None


def cells(path: Path, sheet: str | None = None) -> list[tuple[object, ...]]:
    workbook = load_workbook(path)
    return list((workbook[sheet] if sheet else workbook.worksheets[0]).iter_rows(values_only=True))


def header_row(path: Path, first: str) -> tuple[object, ...]:
    return next(row for row in cells(path) if row[0] == first)


def test_a_ratings_template_without_any_rule_of_ratings_still_has_everybody(book: Book, tmp_path: Path) -> None:
    assert make_template(book, "测评", tmp_path / "票.xlsx", period=QUARTER) == 7
    staging = stage(book, [tmp_path / "票.xlsx"])
    assert [(sheet.kind, sheet.status) for sheet in staging.files] == [("测评", "unchanged")]
    assert [fault.message for fault in staging.files[0].faults if fault.stops] == []
    workbook = load_workbook(tmp_path / "票.xlsx")
    assert any("没有按测评计分的指标" in str(cell.value) for row in workbook.active for cell in row)


def test_a_ratings_template_has_a_row_for_each_ballot_that_is_needed(rated: Book, tmp_path: Path) -> None:
    # 两名行政人员，两类测评人，每类至少两票。
    assert make_template(rated, "测评", tmp_path / "票.xlsx", period=QUARTER) == 8
    assert [
        (sheet.status, [f.code for f in sheet.faults if f.stops])
        for sheet in stage(rated, [tmp_path / "票.xlsx"]).files
    ] == [("unchanged", [])]
    workbook = load_workbook(tmp_path / "票.xlsx")
    sheet = workbook.active
    top = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "被测评人")
    assert [cell.value for cell in sheet[top + 1]][:6] == ["P06", "尤六", "院领导", None, None, "1"]
    sheet.cell(top + 1, 4).value = 95
    # 表下面接着加一行。
    below = top + 9
    for column, value in enumerate(("P07", "柏七", "干警", None, "优秀", "3"), 1):
        sheet.cell(below, column).value = value
    workbook.save(tmp_path / "票.xlsx")
    staging = stage(rated, [tmp_path / "票.xlsx"])
    assert [(each.status, each.added) for each in staging.files] == [("taken", 2)]


def test_a_case_template_has_the_columns_that_the_scheme_asks_for(book: Book, tmp_path: Path) -> None:
    make_template(book, "案件", tmp_path / "案件.xlsx", period=QUARTER)
    titles = header_row(tmp_path / "案件.xlsx", "案号")
    assert titles[-4:] == ("改判发回", "超审限", "个案系数", "系数说明")
    rules = load_workbook(tmp_path / "案件.xlsx").active.data_validations.dataValidation
    assert [each.formula1 for each in rules if each.type == "list"] == ['"是,否"', '"是,否"']


def test_a_ledger_template_tells_how_to_say_that_there_was_nothing(book: Book, tmp_path: Path) -> None:
    make_template(book, "台账", tmp_path / "台账.xlsx", period=QUARTER)
    told = " ".join(str(value) for row in cells(tmp_path / "台账.xlsx") for value in row if value)
    assert "零报告" in told
    assert "党建台账分：用于“党建”（加减分，第二十条）。" in told
    rules = load_workbook(tmp_path / "台账.xlsx").active.data_validations.dataValidation
    assert '"党建,廉政"' in [each.formula1 for each in rules]


def test_what_counts_and_for_what_stands_below_the_table(book: Book, tmp_path: Path) -> None:
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="办公室")
    told = [str(row[0]) for row in cells(tmp_path / "表.xlsx") if row[0]]
    assert any("任务完成率：用于“任务完成”（70分，第十六条）。" in each for each in told)
    assert any("请在2024年4月8日以前报送" in each for each in told)
    rules = load_workbook(tmp_path / "表.xlsx").active.data_validations.dataValidation
    assert all("ISNUMBER" in each.formula1 and '"免计"' in each.formula1 for each in rules)
    assert [each.showErrorMessage for each in rules] == [True, True]


def test_what_is_given_is_locked_without_a_password_and_the_rest_is_open(book: Book, tmp_path: Path) -> None:
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="办公室")
    sheet = load_workbook(tmp_path / "表.xlsx").active
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert [sheet.cell(HEADER + 1, column).protection.locked for column in range(1, 6)] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert sheet.cell(HEADER, 4).protection.locked


def test_a_scheme_template_sent_back_untouched_changes_nothing(book: Book, tmp_path: Path) -> None:
    make_template(book, "方案", tmp_path / "方案.xlsx")
    staging = stage(book, [tmp_path / "方案.xlsx"])
    assert [(each.kind, each.status, [f.code for f in each.faults if f.stops]) for each in staging.files] == [
        ("方案", "unchanged", [])
    ]


def test_a_scheme_template_of_an_empty_book_tells_every_setting(tmp_path: Path) -> None:
    empty = new_book(tmp_path / "空.hj", court="空")
    make_template(empty, "方案", tmp_path / "方案.xlsx")
    names = [row[0] for row in cells(tmp_path / "方案.xlsx")]
    assert {"方案名称", "年度", "不计在岗的离岗类型", "报送期限"} <= set(names)
    prompts = load_workbook(tmp_path / "方案.xlsx").active.data_validations.dataValidation
    due = next(each for each in prompts if each.promptTitle == "报送期限")
    assert due.prompt.endswith("不写时：5个工作日")
    empty.close()


def test_a_decision_template_has_totals_and_proposals(book: Book, tmp_path: Path) -> None:
    compute(book, QUARTER)
    assert make_template(book, "决定", tmp_path / "决定.xlsx", period=QUARTER) == 7
    rows = {row[0]: row for row in cells(tmp_path / "决定.xlsx")}
    assert rows["工号"][:7] == ("工号", "姓名", "部门", "总分", "名次", "建议等次", "评定等次")
    assert [f"{rows[no][3]:.2f}" for no in ("P02", "P05")] == [
        EXPECTED["persons"][no]["total"] for no in ("P02", "P05")
    ]
    rules = load_workbook(tmp_path / "决定.xlsx").active.data_validations.dataValidation
    assert '"好,较好,一般,较差,不进行考核,不确定等次"' in [each.formula1 for each in rules]


def test_each_division_gets_one_workbook_with_all_that_is_expected_from_it(book: Book, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    made = make_division_templates(
        book, QUARTER, tmp_path / "模板", report=lambda done, total, text="": heard.append((done, total))
    )
    assert sorted(path.name for path in made.files) == [
        f"2024年第一季度 {name}.xlsx" for name in ("办公室", "审管办", "政治部", "机关党委", "监察室")
    ]
    assert (made.sheets, heard[-1]) == (5, (5, 5))
    assert load_workbook(tmp_path / "模板" / "2024年第一季度 政治部.xlsx").sheetnames == ["数据全院"]
    head = cells(tmp_path / "模板" / "2024年第一季度 政治部.xlsx")
    assert [row[0] for row in head[3:8]] == ["P02", "P03", "P04", "P06", "P07"]


def test_templates_of_all_divisions_are_taken_back_without_a_question(book: Book, tmp_path: Path) -> None:
    made = make_division_templates(book, QUARTER, tmp_path / "模板")
    staging = stage(book, list(made.files))
    assert {sheet.status for sheet in staging.files} == {"unchanged"}
    assert [fault.message for sheet in staging.files for fault in sheet.faults if fault.stops] == []


def test_templates_can_be_stopped(book: Book, tmp_path: Path) -> None:
    def stop(done: int, total: int, text: str = "") -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_division_templates(book, QUARTER, tmp_path / "模板", report=stop)
    assert len(list((tmp_path / "模板").iterdir())) == 2


def test_a_period_that_asks_for_nothing_has_no_templates(book: Book, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="template-nothing-expected"):
        make_division_templates(book, Period.parse("2024"), tmp_path / "模板")


def test_the_mark_tells_book_period_and_version(book: Book, tmp_path: Path) -> None:
    make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER)
    mark = template_mark_in(tmp_path / "表.xlsx")
    assert mark is not None
    assert (len(mark.book), mark.period) == (32, "2024Q1")
    assert mark.seen_from(mark.book) == mark
    assert mark.seen_from("0" * 32).batch is None


def test_the_mark_is_found_in_old_files_too() -> None:
    mark = TemplateMark("2024-04-01T00:00:00+00:00", 12, "ab" * 16, "2024-03")
    for encoding in ("latin-1", "utf-16-le"):
        assert mark_in_bytes(b"\xd0\xcf" * 8 + mark.keywords.encode(encoding) + b"\x00\x00 more") == mark
    assert mark_in_bytes(b"\xd0\xcf nothing") is None


def test_what_cannot_be_made_is_refused_in_words(book: Book, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="template-without-period"):
        make_template(book, "数据", tmp_path / "表.xlsx")
    with pytest.raises(AppError, match="template-without-people"):
        make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="没有这个庭")
    empty = new_book(tmp_path / "空.hj", court="空")
    with pytest.raises(AppError, match="template-without-scheme"):
        make_template(empty, "数据", tmp_path / "表.xlsx", period=QUARTER)
    empty.close()
