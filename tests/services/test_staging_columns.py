"""A large sheet of new figures is staged by whole columns: the same outcome as entry by entry."""

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from app.domain.entries import Entry, State
from app.domain.periods import Period
from app.services.books import new_book, open_book
from app.services.taking_in.imports import batches, import_document, stage, take
from app.services.taking_in.staging import entries as entry_staging
from app.services.taking_in.staging.made import EntryDifferences, Made
from app.storage.entries import entries

PEOPLE, ITEMS = 520, 4
NAMES = [f"测试指标{number}" for number in range(ITEMS)]


def write(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return path


def figure(person: int, item: int) -> float:
    return 60 + (person * 7 + item * 13) % 40


def data(change: dict[tuple[int, int], object] | None = None) -> list[list[object]]:
    rows: list[list[object]] = [["工号", "姓名", "部门", *NAMES]]
    for person in range(PEOPLE):
        told = [(change or {}).get((person, item), figure(person, item)) for item in range(ITEMS)]
        rows.append([f"P{person:04d}", f"考核{person}号", f"第{person % 7}庭", *told])
    return rows


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A book with roster and scheme, made once."""
    folder = tmp_path_factory.mktemp("大表")
    roster = [["工号", "姓名", "部门", "人员类别", "任职起"]]
    roster += [[f"P{each:04d}", f"考核{each}号", f"第{each % 7}庭", "员额法官", "2020-01-01"] for each in range(PEOPLE)]
    scheme = {
        "方案": [["项目", "内容"], ["方案名称", "大表办法"], ["年度", "2024"]],
        "指标组": [["指标组", "适用条件"], ["法官", '人员类别=="员额法官"']],
        "数据项": [["编码", "名称", "类型"], *([f"x{place}", name, "数值"] for place, name in enumerate(NAMES))],
        "指标": [
            ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项"],
            ["法官", "i0", NAMES[0], 100, "直接计分", "", NAMES[0]],
            *(["法官", f"i{place}", NAMES[place], 100, "完成率", "目标=50", NAMES[place]] for place in range(1, ITEMS)),
            ["法官", "总分", "总分", 100 * ITEMS, "", "", ""],
        ],
    }
    made = new_book(folder / "大表.hj", court="大表法院", level="基层")
    for name, sheets in (("花名册.xlsx", {"一": roster}), ("方案.xlsx", scheme)):
        take(made, stage(made, [write(folder / name, sheets)]))
    made.close()
    return folder / "大表.hj"


@pytest.fixture
def book(made, tmp_path):
    opened = open_book(Path(shutil.copy(made, tmp_path)))
    yield opened
    opened.close()


def both(book, path, monkeypatch):
    """Staged by columns, and entry by entry."""
    quick = stage(book, [path])
    with monkeypatch.context() as patched:
        patched.setattr(entry_staging, "stage_columns", lambda *_: None)
        slow = stage(book, [path])
    return quick, slow


def outcome(staging):
    return import_document(staging), [replace(sheet, changes=tuple(sheet.changes)) for sheet in staging.files]


def is_by_columns(staging) -> bool:
    return isinstance(staging.workbooks[0].outlines[0].differences, EntryDifferences)


def test_new_figures_are_staged_the_same_either_way_and_taken(book, tmp_path, monkeypatch):
    path = write(tmp_path / "数据2024Q1.xlsx", {"一": data({(3, 1): None, (9, 2): None})})
    quick, slow = both(book, path, monkeypatch)
    assert (is_by_columns(quick), is_by_columns(slow)) == (True, False)
    assert outcome(quick) == outcome(slow)
    (sheet,) = quick.files
    assert (sheet.added, sheet.changed, sheet.unchanged, len(sheet.changes)) == (
        PEOPLE * ITEMS - 2,
        0,
        2,
        PEOPLE * ITEMS - 2,
    )
    take(book, quick)
    with book.reading() as session:
        kept = {each.key: each for each in entries.read(session)}
    assert len(kept) == PEOPLE * ITEMS - 2
    assert kept["P0002", "x1", "2024Q1"] == Entry("P0002", "x1", Period.parse("2024Q1"), State.VALUE, Decimal(87))
    assert kept["P0002", "x1", "2024Q1"].origin.source.cell == "E4"
    assert len(batches(book)) == 3
    again, slowly = both(book, path, monkeypatch)
    assert outcome(again) == outcome(slowly)
    assert again.files[0].status == "unchanged"


@pytest.mark.parametrize(
    "change",
    [
        {(5, 1): 6000},
        {(5, 1): 0.5},
        {(5, 0): 100.5},
        {(5, 0): -1},
        {(5, 2): "免计"},
        {(5, 2): "很好"},
        {(each, 3): 70 for each in range(PEOPLE)},
        {(each, 3): 0 for each in range(PEOPLE)},
        {(each, 3): 0 for each in range(0, PEOPLE, 2)},
        {(each, 3): None for each in range(PEOPLE)},
    ],
    ids=[
        "ten times",
        "a tenth",
        "out of bounds",
        "negative",
        "excused",
        "a word",
        "all equal",
        "all zero",
        "half zero",
        "empty",
    ],
)
def test_what_is_remarkable_is_told_either_way(book, tmp_path, monkeypatch, change):
    path = write(tmp_path / "数据2024Q1.xlsx", {"一": data(change)})
    quick, slow = both(book, path, monkeypatch)
    assert outcome(quick) == outcome(slow)


@pytest.mark.parametrize(
    "row", [["X1", "无此人", "第1庭"], ["P0001", "别名", "第1庭"], ["Ｐ０００１", "考核1号", "第1庭"]]
)
def test_people_who_must_be_asked_are_asked_either_way(book, tmp_path, monkeypatch, row):
    rows = data()
    rows[2] = [*row, *rows[2][3:]]
    quick, slow = both(book, write(tmp_path / "数据2024Q1.xlsx", {"一": rows}), monkeypatch)
    assert outcome(quick) == outcome(slow)


def test_the_next_quarter_is_held_against_this_one_either_way(book, tmp_path, monkeypatch):
    take(book, stage(book, [write(tmp_path / "数据2024Q1.xlsx", {"一": data()})]))
    path = write(tmp_path / "数据2024Q2.xlsx", {"一": data({(5, 1): 6000})})
    quick, slow = both(book, path, monkeypatch)
    assert outcome(quick) == outcome(slow)
    assert quick.files[0].changes[0].last == "60"


def test_two_files_of_one_period_meet_each_other_either_way(book, tmp_path, monkeypatch):
    paths = [write(tmp_path / f"数据{each}-2024Q1.xlsx", {"一": data({(5, 1): 70 + each})}) for each in (1, 2)]
    quick = stage(book, paths)
    with monkeypatch.context() as patched:
        patched.setattr(entry_staging, "stage_columns", lambda *_: None)
        slow = stage(book, paths)
    assert outcome(quick) == outcome(slow)
    assert (quick.files[1].added, quick.files[1].changed) == (0, 1)


def test_what_is_made_when_looked_at_is_a_sequence_like_any_other():
    squares = Made(5, lambda place: place * place)
    assert (list(squares), squares[-1], squares[1:3], len(squares), 9 in squares) == (
        [0, 1, 4, 9, 16],
        16,
        (1, 4),
        5,
        True,
    )
    with pytest.raises(IndexError):
        squares[5]
