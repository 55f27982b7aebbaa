"""Templates: made from the book, filled in, read back without a question; an old one undoes nothing newer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.books import Book, new_book
from app.services.imports import batches, stage, take
from app.services.templates import make_template
from app.sheets.intake import read_book
from app.sheets.template_mark import TemplateMark, template_mark_in
from tests.small_court import write_book, write_small_court

QUARTER = Period.parse("2024Q1")
HEADER = 3


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    take(made, stage(made, list(write_small_court(tmp_path / "all").values())))
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
        "app.services.staging.workbooks.read_book", lambda book, hints: read_book(book, hints)._replace(mark=mark)
    )
    old = filled(tmp_path / "表.xlsx", "P06", "任务完成率", 50)
    staging = stage(book, [old])
    assert [(fault.code, fault.cell) for fault in staging.files[0].faults] == [("template-older", "E4")]
    assert [sheet.status for sheet in stage(book, [old], replace=True).files] == ["taken"]


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


def test_what_cannot_be_made_is_refused_in_words(book: Book, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="template-without-period"):
        make_template(book, "数据", tmp_path / "表.xlsx")
    with pytest.raises(AppError, match="template-without-people"):
        make_template(book, "数据", tmp_path / "表.xlsx", period=QUARTER, division="没有这个庭")
    empty = new_book(tmp_path / "空.hj", court="空")
    with pytest.raises(AppError, match="template-without-scheme"):
        make_template(empty, "数据", tmp_path / "表.xlsx", period=QUARTER)
    empty.close()
