"""Taking workbooks into a book: whole or not at all, each file by itself, told before it is done, and back again."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.entries import State
from app.domain.periods import Period
from app.domain.problems import AppError, Forbidden, Refused
from app.services.books import Book, new_book
from app.services.changes import Changes
from app.services.progress import Cancelled
from app.services.rosters import person
from app.services.taking_in.imports import Taken, batches, import_document, stage, take, undo_import
from app.storage.entries import entries
from app.storage.steps import latest_step, read_steps
from tests.small_court import CASES, LEDGER, MARKS, OFFICE, ROSTER, SCHEME, Cell, write_book, write_small_court

QUARTER = Period.parse("2024Q1")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    yield made
    made.close()


@pytest.fixture
def full(book: Book, tmp_path: Path) -> Book:
    """The book with the small court's five workbooks."""
    take(book, stage(book, list(write_small_court(tmp_path / "all").values())))
    return book


def sheet(tmp_path: Path, rows: list[list[Cell]], name: str = "表.xlsx", title: str = "Sheet") -> Path:
    return write_book(tmp_path / name, {title: rows})


def imported(book: Book, *paths: Path, replace: bool = False, period: Period | None = None) -> Taken:
    return take(book, stage(book, paths, replace=replace, period=period))


def faults(taken: Taken) -> list[tuple[str, str]]:
    return [(fault.cell, fault.code) for sheet in taken.files for fault in sheet.faults if fault.stops]


def step_of(book: Book) -> int:
    with book.reading() as session:
        return latest_step(session)


def marks(*rows: list[Cell]) -> list[list[Cell]]:
    return [["2024年第一季度考核数据表"], ["周期：2024Q1"], ["工号", "姓名", "工作满意度"], *rows]


def value_of(book: Book, staff_no: str, item: str = "zwmy") -> str | None:
    with book.reading() as session:
        found = entries.read(session, staff_no=staff_no, item=item, period=QUARTER)
    return found[0].text if found else None


# --- refused: all faults at once, nothing written


def test_a_faulty_file_is_refused_whole_with_all_its_faults_and_nothing_is_written(full: Book, tmp_path: Path) -> None:
    before = step_of(full)
    bad = sheet(tmp_path, marks(["P02", "林二", 97], ["P03", "段四", 80], ["P99", "谁", 80], ["P04", "段四", "很好"]))
    taken = imported(full, bad)
    assert [each.status for each in taken.files] == ["refused"]
    assert faults(taken) == [("C7", "not-a-number"), ("A5", "person-name-differs"), ("A6", "person-unknown")]
    with full.reading() as session:
        # Nothing is written but that it came.
        assert [each.kind for each in read_steps(session, limit=step_of(full) - before)] == ["receipt"]
    assert value_of(full, "P02") == "96"
    assert all(fault.message and fault.remedy for each in taken.files for fault in each.faults)


def test_one_faulty_sheet_holds_the_whole_workbook_back(full: Book, tmp_path: Path) -> None:
    path = write_book(tmp_path / "两张.xlsx", {"甲": marks(["P02", "林二", 97]), "乙": marks(["P99", "谁", 80])})
    taken = imported(full, path)
    assert [each.status for each in taken.files] == ["refused", "refused"]
    assert [fault.code for fault in taken.files[0].faults] == ["sheet-held-back"]
    assert value_of(full, "P02") == "96"


def test_of_several_files_the_sound_ones_are_taken(full: Book, tmp_path: Path) -> None:
    good = sheet(tmp_path, marks(["P02", "林二", 97]), "好.xlsx")
    bad = sheet(tmp_path, marks(["P99", "谁", 80]), "坏.xlsx")
    taken = imported(full, bad, good)
    assert {each.file: each.status for each in taken.files} == {"好.xlsx": "taken", "坏.xlsx": "refused"}
    assert value_of(full, "P02") == "97"


def test_a_file_that_is_no_workbook_is_refused_in_words(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "照片.xlsx"
    path.write_bytes(b"%PDF-1.4 not a workbook")
    taken = imported(book, path, tmp_path / "没有.xlsx")
    assert [each.status for each in taken.files] == ["refused", "refused"]
    assert all(fault.message for each in taken.files for fault in each.faults)


def test_a_workbook_that_tells_nothing_is_refused(book: Book, tmp_path: Path) -> None:
    taken = imported(book, sheet(tmp_path, [["说明"], ["这里没有表"]]))
    assert [each.status for each in taken.files] == ["refused"]


def test_a_case_list_without_a_period_is_refused_and_period_answers_it(full: Book, tmp_path: Path) -> None:
    rows = [CASES[1], ["（2024）溪0681民初11号", "民初", "买卖合同纠纷", "普通", None, "2024-03-01", "P02"]]
    path = sheet(tmp_path, rows, "清单.xlsx")
    assert [each.status for each in imported(full, path).files] == ["refused"]
    assert [each.status for each in imported(full, path, period=QUARTER).files] == ["taken"]


def test_a_scheme_with_faults_is_refused_with_their_cells(book: Book, tmp_path: Path) -> None:
    broken = {
        **SCHEME,
        "指标": [*SCHEME["指标"][:-1], ["行政", "X2", "满意度", None, 20, "公式", "式=没有这项*分值", "工作满意度"]],
    }
    taken = imported(book, write_book(tmp_path / "方案.xlsx", broken))
    assert [each.status for each in taken.files] == ["refused"]
    codes = {fault.code for fault in taken.files[0].faults}
    assert len(codes) >= 2
    assert all(fault.sheet for fault in taken.files[0].faults)


def test_a_second_scheme_of_a_year_is_a_question_and_replace_answers_it(full: Book, tmp_path: Path) -> None:
    other = {**SCHEME, "方案": [*SCHEME["方案"][:1], ["方案名称", "另一个办法"], *SCHEME["方案"][2:]]}
    path = write_book(tmp_path / "另一个.xlsx", other)
    asked = imported(full, path)
    assert [(fault.code, fault.question) for fault in asked.files[0].faults if fault.stops] == [
        ("scheme-second-of-year", True)
    ]
    assert [each.status for each in imported(full, path, replace=True).files] == ["taken"]


def test_a_mark_outside_its_bounds_is_refused(book: Book, tmp_path: Path) -> None:
    indicators = [*SCHEME["指标"][:-1], ["行政", "X2", "满意度", None, 30, "直接计分", None, "工作满意度", "季"]]
    scheme = write_book(tmp_path / "方案.xlsx", {**SCHEME, "指标": indicators})
    imported(book, sheet(tmp_path, ROSTER, "花名册.xlsx"), scheme)
    taken = imported(book, sheet(tmp_path, OFFICE, "数据.xlsx"))
    assert faults(taken) == [("E4", "mark-out-of-bounds")]
    assert taken.files[0].faults[0].value == "92"


def test_a_word_that_the_scheme_does_not_know_is_refused(book: Book, tmp_path: Path) -> None:
    items = [[*row[:2], "等次", *row[3:]] if row[0] == "zwmy" else row for row in SCHEME["数据项"]]
    rows = [*SCHEME["指标"][:-1], ["行政", "X2", "满意度", None, 30, "等次换算", "好:30; 较好:20", "工作满意度", "季"]]
    rows = [row for row in rows if row[1] != "F4"]
    rows[1] = ["法官", "F", "总分", None, 90]
    scheme = write_book(tmp_path / "方案.xlsx", {**SCHEME, "数据项": items, "指标": rows})
    told = imported(book, sheet(tmp_path, ROSTER, "花名册.xlsx"), scheme)
    assert faults(told) == []
    taken = imported(book, sheet(tmp_path, marks(["P06", "尤六", "好"], ["P07", "柏七", "很好"])))
    assert faults(taken) == [("C5", "word-unknown")]


def test_a_level_without_points_is_refused(book: Book, tmp_path: Path) -> None:
    rows = [[*row[:6], "封顶=5; 级别分=市级:2, 院级:1", *row[7:]] if row[1] == "F5" else row for row in SCHEME["指标"]]
    imported(book, sheet(tmp_path, ROSTER, "花名册.xlsx"), write_book(tmp_path / "方案.xlsx", {**SCHEME, "指标": rows}))
    taken = imported(book, sheet(tmp_path, LEDGER, "台账-2024Q1.xlsx"))
    assert faults(taken) == [("F5", "level-without-points")]


def test_a_decision_sheet_is_refused_with_a_pointer(full: Book, tmp_path: Path) -> None:
    taken = imported(full, sheet(tmp_path, [["工号", "姓名", "评定等次", "理由"], ["P02", "林二", "好", ""]]))
    assert [fault.code for fault in taken.files[0].faults] == ["decisions-not-imported"]
    assert "decide" in taken.files[0].faults[0].remedy


# --- taken


def test_files_of_one_call_may_rest_on_one_another_in_any_order(book: Book, tmp_path: Path) -> None:
    files = list(write_small_court(tmp_path).values())
    taken = imported(book, *reversed(files))
    assert [each.kind for each in taken.files] == ["花名册", "方案", "案件", "台账", "数据", "数据"]
    assert {each.status for each in taken.files} == {"taken"}
    assert taken.changes == Changes(people=True, schemes=True, entries=True)
    assert len(taken.batches) == 5


def test_one_workbook_may_hold_roster_and_data(book: Book, tmp_path: Path) -> None:
    imported(book, write_book(tmp_path / "方案.xlsx", SCHEME))
    taken = imported(book, write_book(tmp_path / "都在.xlsx", {"数据": MARKS, "人员": ROSTER}))
    assert {each.sheet: each.status for each in taken.files} == {"数据": "taken", "人员": "taken"}
    assert len(taken.batches) == 1
    assert value_of(book, "P02") == "96"


def test_staging_writes_nothing_and_tells_old_beside_new(full: Book, tmp_path: Path) -> None:
    before = step_of(full)
    staging = stage(full, [sheet(tmp_path, marks(["P02", "林二", None], ["P03", "何三", "/"], ["P04", "段四", 88]))])
    told = {(each.staff_no, each.code): (each.old, each.new, each.source.cell) for each in staging.files[0].changes}
    assert told == {
        ("P02", "zwmy"): ("96", "未填", "C4"),
        ("P03", "zwmy"): ("89.5", "不适用", "C5"),
        ("P04", "zwmy"): (None, "88", "C6"),
    }
    assert (staging.files[0].added, staging.files[0].changed) == (1, 2)
    assert step_of(full) == before
    assert value_of(full, "P02") == "96"


def test_a_book_that_moved_since_staging_is_not_written(full: Book, tmp_path: Path) -> None:
    staging = stage(full, [sheet(tmp_path, marks(["P02", "林二", 90]), "一.xlsx")])
    imported(full, sheet(tmp_path, marks(["P02", "林二", 91]), "二.xlsx"))
    with pytest.raises(AppError, match="book-moved"):
        take(full, staging)
    assert value_of(full, "P02") == "91"


def test_cancelling_while_taking_leaves_whole_files_only(book: Book, tmp_path: Path) -> None:
    files = write_small_court(tmp_path)
    staging = stage(book, list(files.values()))

    def stop(done: int, total: int, text: str = "") -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        take(book, staging, report=stop)
    assert [each.file for each in batches(book)] == ["方案.xlsx", "花名册.xlsx"]


def test_a_value_remembers_file_sheet_cell_and_import(full: Book) -> None:
    with full.reading() as session:
        entry = entries.read(session, staff_no="P06", item="rw", period=QUARTER)[0]
    assert entry.state is State.VALUE
    assert entry.origin.source == ("数据-2024Q1.xlsx", "办公室", "D4")
    assert entry.origin.batch in {batch.id for batch in batches(full)}


def test_a_transfer_is_told_in_the_persons_history(full: Book, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ROSTER[2],
        ["P02", "林二", "民一庭", "民事", "员额法官", "审判员", "2020-01-01", "2024-06-30"],
        ["P02", "林二", "刑一庭", "刑事", "员额法官", "审判员", "2024-07-01", None],
    ]
    assert [each.status for each in imported(full, sheet(tmp_path, rows)).files] == ["taken"]
    told = person(full, "P02")
    assert [posting.division for posting in told.postings] == ["民一庭", "刑一庭"]
    ended = next(each for each in told.history if each.field.endswith("任职止") and each.new == "2024-06-30")
    assert (ended.old, ended.file, ended.cell) == ("", "表.xlsx", "C2")
    assert told.postings[0].end == date(2024, 6, 30)


# --- back again


def test_an_import_is_taken_back_as_a_whole(full: Book, tmp_path: Path) -> None:
    taken = imported(full, sheet(tmp_path, marks(["P02", "林二", 50], ["P03", "何三", 51])))
    undone = undo_import(full, taken.batches[0], reason="报错了")
    assert undone.restored == 2
    assert undone.changes
    assert (value_of(full, "P02"), value_of(full, "P03")) == ("96", "89.5")


def test_an_import_on_which_later_work_rests_is_not_taken_back(full: Book, tmp_path: Path) -> None:
    first = imported(full, sheet(tmp_path, marks(["P02", "林二", 50]), "一.xlsx"))
    imported(full, sheet(tmp_path, marks(["P02", "林二", 60]), "二.xlsx"))
    with pytest.raises(Refused) as refused:
        undo_import(full, first.batches[0], reason="报错了")
    assert refused.value.exit_status == 5
    assert value_of(full, "P02") == "60"


def test_an_import_is_taken_back_once_only(full: Book, tmp_path: Path) -> None:
    taken = imported(full, sheet(tmp_path, marks(["P02", "林二", 50])))
    undo_import(full, taken.batches[0], reason="报错了")
    with pytest.raises(Forbidden):
        undo_import(full, taken.batches[0], reason="再来一次")


# --- told


def test_the_document_has_every_key_of_the_contract(full: Book, tmp_path: Path) -> None:
    bad = sheet(tmp_path, marks(["P99", "谁", 80]), "坏.xlsx")
    good = sheet(tmp_path, marks(["P02", "林二", 97]), "好.xlsx")
    document = import_document(imported(full, bad, good))
    told = {each["file"]: each for each in document["files"]}
    assert told["好.xlsx"].keys() >= {
        *("file", "kind", "period", "sheet", "status", "batch", "rows_read", "added", "changed", "unchanged", "faults"),
        "changes",
    }
    assert told["好.xlsx"]["changes"][0].keys() >= {"staff_no", "item", "old", "new"}
    assert (told["好.xlsx"]["kind"], told["好.xlsx"]["period"], told["好.xlsx"]["changed"]) == ("数据", "2024Q1", 1)
    assert told["坏.xlsx"]["faults"][0].keys() >= {"sheet", "cell", "value", "code", "message", "remedy"}
    assert told["坏.xlsx"]["batch"] is None
