"""收表情况 of the small court: what is expected, what came, who is late."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.periods import Kind, Period
from app.domain.problems import AppError
from app.services.books import Book, new_book
from app.services.collecting.handing_in import Board, BoardLine, board, board_document
from app.services.taking_in.imports import stage, take, undo_import
from tests.small_court import CASES, LEDGER, MARKS, OFFICE, ROSTER, SCHEME, Cell, Rows, write_book

QUARTER = Period.parse("2024Q1")
# 2024-03-31 and five working days, 清明 jumped over and the worked Sunday counted.
DUE = date(2024, 4, 8)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    handed_in(made, tmp_path / "花名册.xlsx", {"花名册": ROSTER})
    handed_in(made, tmp_path / "方案.xlsx", SCHEME)
    yield made
    made.close()


def handed_in(book: Book, path: Path, sheets: dict[str, Rows], day: date | None = None) -> str:
    taken = take(book, stage(book, [write_book(path, sheets)]), received=day)
    return taken.files[0].status


def line(told: Board, division: str, sheet: str) -> BoardLine:
    return next(each for each in told.lines if each.key == (division, sheet))


def standing(book: Book, division: str, sheet: str, today: date = DUE) -> str:
    return line(board(book, QUARTER, today=today), division, sheet).standing


def test_the_scheme_tells_what_is_expected_and_from_whom(book: Book) -> None:
    told = board(book, QUARTER, today=DUE)
    assert [each.key for each in told.lines] == [
        ("办公室", "数据"), ("政治部", "数据（全院）"), ("审管办", "案件"), ("机关党委", "台账（党建）"), ("监察室", "台账（廉政）"),
    ]  # fmt: skip
    assert (told.due, told.counts["未交"]) == (DUE, 5)
    assert line(told, "办公室", "数据").items == ("任务完成率",)
    # 三名法官和两名行政人员要工作满意度，庭长和书记员不要；法官的缺数据给满分，等着的是行政的两个。
    assert (line(told, "政治部", "数据（全院）").people, line(told, "政治部", "数据（全院）").needed) == (5, 2)
    assert not any(each.overdue for each in told.lines)
    assert all(each.overdue for each in board(book, QUARTER, today=date(2024, 4, 9)).lines)


def test_what_came_is_taken_sent_back_or_waits(book: Book, tmp_path: Path) -> None:
    assert handed_in(book, tmp_path / "办公室.xlsx", {"表": OFFICE}) == "taken"
    assert (
        handed_in(book, tmp_path / "案件2024Q1.xlsx", {"清单": [*CASES[:2], [*CASES[2][:5], "二月底", *CASES[2][6:]]]})
        == "refused"
    )
    twice = [["周期：2024Q1"], ["部门：政治部"], ["姓名", "工作满意度"], ["林二", 90], ["查无此人", 91]]
    assert handed_in(book, tmp_path / "政治部.xlsx", {"表": twice}) == "refused"
    told = board(book, QUARTER, today=DUE)
    assert [each.standing for each in told.lines] == ["已采用", "有错退回", "有错退回", "未交", "未交"]
    assert (line(told, "审管办", "案件").file, line(told, "审管办", "案件").faults > 0) == ("案件2024Q1.xlsx", True)
    assert line(told, "办公室", "数据").received == date.today().isoformat()


def test_a_sheet_with_nothing_but_questions_waits(book: Book, tmp_path: Path) -> None:
    handed_in(book, tmp_path / "案件.xlsx", {"2024Q1": CASES})
    other = [CASES[1], [CASES[2][0], *CASES[2][1:5], "2024-04-10", *CASES[2][6:]]]
    second = Period.parse("2024Q2")
    assert handed_in(book, tmp_path / "二季度案件.xlsx", {"2024Q2": other}) == "refused"
    assert line(board(book, second, today=DUE), "审管办", "案件").standing == "待处理"


def test_a_corrected_sheet_makes_good_what_was_sent_back(book: Book, tmp_path: Path) -> None:
    wrong = [["2024年第一季度"], ["部门：办公室"], ["工号", "任务完成率"], ["P06", "很好"], ["P07", 90]]
    assert handed_in(book, tmp_path / "办公室.xlsx", {"表": wrong}) == "refused"
    assert standing(book, "办公室", "数据") == "有错退回"
    assert handed_in(book, tmp_path / "办公室改.xlsx", {"表": [*wrong[:3], ["P06", 80], ["P07", 90]]}) == "taken"
    assert standing(book, "办公室", "数据") == "已采用"


def test_what_came_in_after_its_day_is_late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.collecting.handing_in._begun", lambda _session: date(2024, 1, 2))
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    for name, sheets in (("花名册", {"花名册": ROSTER}), ("方案", SCHEME)):
        handed_in(made, tmp_path / f"{name}.xlsx", sheets)
    handed_in(made, tmp_path / "办公室.xlsx", {"表": OFFICE}, date(2024, 4, 9))
    handed_in(made, tmp_path / "案件.xlsx", {"2024Q1": CASES}, DUE)
    told = board(made, QUARTER, today=date(2024, 4, 10))
    assert line(told, "办公室", "数据").standing == "迟交"
    assert (line(told, "审管办", "案件").standing, line(told, "审管办", "案件").received) == ("已采用", "2024-04-08")
    # 更正的表后来才到，不算迟交。
    handed_in(made, tmp_path / "案件2.xlsx", {"2024Q1": CASES[:-2]}, date(2024, 5, 6))
    assert standing(made, "审管办", "案件", date(2024, 5, 7)) == "已采用"
    made.close()


def test_a_book_begun_after_the_day_calls_nobody_late(book: Book, tmp_path: Path) -> None:
    handed_in(book, tmp_path / "办公室.xlsx", {"表": OFFICE})
    told = board(book, QUARTER)
    assert line(told, "办公室", "数据").standing == "已采用"
    assert line(told, "审管办", "案件").overdue


def test_figures_that_others_told_are_told_but_not_all(book: Book, tmp_path: Path) -> None:
    handed_in(book, tmp_path / "民一庭.xlsx", {"表": MARKS})
    told = line(board(book, QUARTER, today=DUE), "政治部", "数据（全院）")
    assert (told.standing, told.filled, told.needed, told.lacking) == ("未交齐", 0, 2, "缺 2 格")


def test_a_sheet_or_ledger_handed_in_blank_is_still_missing(book: Book, tmp_path: Path) -> None:
    blank: Rows = [["2024年第一季度"], ["部门：办公室"], ["工号", "任务完成率"], ["P06", None], ["P07", None]]
    assert handed_in(book, tmp_path / "办公室.xlsx", {"表": blank}) == "unchanged"
    assert handed_in(book, tmp_path / "党建2024Q1.xlsx", {"党建": [LEDGER[0]]}) == "unchanged"
    assert standing(book, "办公室", "数据") == "未交"
    assert standing(book, "机关党委", "台账（党建）") == "未交"


def test_an_import_taken_back_is_not_there_any_more(book: Book, tmp_path: Path) -> None:
    handed_in(book, tmp_path / "台账.xlsx", {"2024Q1": LEDGER})
    assert standing(book, "监察室", "台账（廉政）") == "已采用"
    undo_import(book, line(board(book, QUARTER, today=DUE), "监察室", "台账（廉政）").batch, reason="报错了")
    assert standing(book, "监察室", "台账（廉政）") == "未交"


def test_the_same_file_again_changes_nothing(book: Book, tmp_path: Path) -> None:
    handed_in(book, tmp_path / "台账.xlsx", {"2024Q1": LEDGER}, date(2024, 4, 2))
    before = board_document(board(book, QUARTER, today=DUE))
    staging = stage(book, [tmp_path / "台账.xlsx"])
    assert [each.status for each in take(book, staging, received=date(2024, 5, 2)).files] == ["unchanged"]
    assert board_document(board(book, QUARTER, today=DUE)) == before


def test_a_dry_run_leaves_no_receipt(book: Book, tmp_path: Path) -> None:
    stage(book, [write_book(tmp_path / "办公室.xlsx", {"表": [*OFFICE[:4], [1, "P99", "谁", 98]]})])
    assert standing(book, "办公室", "数据") == "未交"


def test_a_file_that_nobody_can_read_is_the_sheet_of_the_division_in_its_name(book: Book, tmp_path: Path) -> None:
    broken = tmp_path / "办公室2024年第一季度.xlsx"
    broken.write_bytes(b"PK\x03\x04 broken")
    take(book, stage(book, [broken]))
    assert standing(book, "办公室", "数据") == "有错退回"


def test_a_refused_sheet_that_belongs_to_nobody_is_told_beside(book: Book, tmp_path: Path) -> None:
    odd = [["周期：2024Q1"], ["部门：后勤中心"], ["工号", "任务完成率"], ["P98", 80]]
    assert handed_in(book, tmp_path / "甲.xlsx", {"表": odd}) == "refused"
    told = board(book, QUARTER, today=DUE)
    assert [(each.file, each.kind) for each in told.strays] == [("甲.xlsx", "数据")]
    assert [each.standing for each in told.lines] == ["未交"] * 5


def test_a_year_without_indicators_of_its_own_expects_nothing(book: Book) -> None:
    assert board(book, Period.parse("2024"), today=DUE).lines == ()


def test_without_a_scheme_there_is_no_board(tmp_path: Path) -> None:
    empty = new_book(tmp_path / "空.hj", court="空")
    with pytest.raises(AppError, match="scheme-missing"):
        board(empty, QUARTER)
    empty.close()


def test_the_document_tells_states_and_days(book: Book) -> None:
    told = board_document(board(book, QUARTER, today=DUE))
    assert (told["period"], told["due"], told["counts"]["未交"]) == ("2024Q1", "2024-04-08", 5)
    assert told["sheets"][3] == {
        "division": "机关党委", "kind": "台账", "subject": "党建", "state": "未交", "overdue": False, "items": ["党建台账分"],
        "people": 0, "filled": 0, "needed": 1, "received": None, "file": None, "faults": 0, "questions": 0, "batch": None,
        "missing": [], "waiver": None, "note": None,
    }  # fmt: skip


def test_a_sheet_with_empty_cells_is_taken_and_says_which(book: Book, tmp_path: Path) -> None:
    part: Rows = [["2024年第一季度"], ["部门：办公室"], ["工号", "任务完成率"], ["P06", 88], ["P07", None]]
    assert handed_in(book, tmp_path / "办公室.xlsx", {"表": part}) == "taken"
    told = board(book, QUARTER, today=DUE)
    office = line(told, "办公室", "数据")
    assert (office.standing, office.told, office.is_in) == ("已采用", "已采用（缺 1 格）", True)
    assert office.gaps == ("任务完成率：柏七",)
    document = next(each for each in board_document(told)["sheets"] if each["division"] == "办公室")
    assert document["missing"] == [{"staff_no": "P07", "name": "柏七", "item": "任务完成率"}]
    assert (document["filled"], document["needed"], told.counts["已采用"]) == (1, 2, 1)
    assert "办公室" not in {each.division for each in told.owing}


def test_a_full_sheet_lacks_nothing(book: Book, tmp_path: Path) -> None:
    handed_in(book, tmp_path / "办公室.xlsx", {"表": OFFICE})
    handed_in(book, tmp_path / "案件.xlsx", {"2024Q1": CASES})
    told = board(book, QUARTER, today=DUE)
    assert [line(told, *key).told for key in (("办公室", "数据"), ("审管办", "案件"))] == ["已采用", "已采用"]
    assert [line(told, *key).lacking for key in (("办公室", "数据"), ("审管办", "案件"))] == ["", ""]


def monthly(scheme: dict[str, list[list[Cell]]], *settings: list[Cell]) -> dict[str, list[list[Cell]]]:
    """The scheme with an indicator of the months for the office, and further settings."""
    more = {name: list(rows) for name, rows in scheme.items()}
    more["方案"] += settings
    more["指标"].append(["行政", "X9", "当月任务", None, 100, "完成率", "目标=100", "任务完成率", "月"])
    return more


def begun_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.collecting.handing_in._begun", lambda _session: date(2024, 1, 2))


def test_months_of_a_division_that_hands_in_by_quarter_are_not_late(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun_before(monkeypatch)
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    january = Period.parse("2024-01")
    handed_in(made, tmp_path / "花名册.xlsx", {"花名册": ROSTER})
    handed_in(made, tmp_path / "方案.xlsx", monthly(SCHEME, ["按季报送部门", "办公室"]))
    # 一季度的期限是 4月8日，到那天为止都不催、不算过期。
    before = board(made, january, today=DUE)
    assert (line(before, "办公室", "数据").standing, before.owing) == ("随季报", ())
    after = line(board(made, january, today=date(2024, 4, 9)), "办公室", "数据")
    assert (after.standing, after.overdue) == ("未交", True)
    months: dict[str, Rows] = {
        f"{month}月": [["部门：办公室"], [f"2024年{month}月"], ["工号", "任务完成率"], ["P06", 90], ["P07", 91]]
        for month in (1, 2, 3)
    }
    assert handed_in(made, tmp_path / "办公室.xlsx", months, date(2024, 4, 3)) == "taken"
    assert [line(board(made, each, today=DUE), "办公室", "数据").standing for each in QUARTER.inner(Kind.MONTH)] == [
        "已采用"
    ] * 3
    made.close()


def test_months_that_came_in_the_quarters_sheet_are_judged_by_the_quarters_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun_before(monkeypatch)
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    handed_in(made, tmp_path / "花名册.xlsx", {"花名册": ROSTER})
    handed_in(made, tmp_path / "方案.xlsx", monthly(SCHEME))
    assert line(board(made, Period.parse("2024-01"), today=DUE), "办公室", "数据").overdue
    long: Rows = [["周期：2024Q1"], ["部门：办公室"], ["工号", "数据项", "数值", "月份"]]
    rows: Rows = [[no, "任务完成率", 90, f"2024年{month}月"] for no in ("P06", "P07") for month in (1, 2, 3)]
    monkeypatch.setattr("app.storage.steps.datetime", _At(datetime(2024, 4, 3, 4, tzinfo=UTC)))
    assert handed_in(made, tmp_path / "办公室.xlsx", {"表": [*long, *rows]}, date(2024, 4, 3)) == "taken"
    told = [board(made, each, today=DUE) for each in QUARTER.inner(Kind.MONTH)]
    assert [line(each, "办公室", "数据").standing for each in told] == ["已采用"] * 3
    made.close()


class _At:
    """A clock that stands still."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self, _zone: object) -> datetime:
        return self._moment


def test_a_court_that_scores_quarters_asks_for_no_months(book: Book, tmp_path: Path) -> None:
    open_leaves = {name: [list(row) for row in rows] for name, rows in SCHEME.items()}
    kinds = open_leaves["指标"][0].index("周期")
    for row in open_leaves["指标"][1:]:
        if len(row) > kinds and row[0] == "行政":
            row[kinds] = None
    made = new_book(tmp_path / "二.hj", court="溪山县人民法院")
    handed_in(made, tmp_path / "人.xlsx", {"花名册": ROSTER})
    handed_in(made, tmp_path / "案.xlsx", open_leaves)
    assert [each.key for each in board(made, QUARTER, today=DUE).lines if each.kind == "数据"] == [
        ("办公室", "数据"), ("政治部", "数据（全院）"),
    ]  # fmt: skip
    assert [board(made, each, today=DUE).lines for each in QUARTER.inner(Kind.MONTH)] == [(), (), ()]
    made.close()


def test_a_case_list_without_a_case_is_taken_as_zero_and_says_so_everywhere(book: Book, tmp_path: Path) -> None:
    path = write_book(tmp_path / "案件.xlsx", {"2024Q1": [CASES[1]]})
    staging = stage(book, [path])
    (hint,) = [each for each in staging.files[0].faults if each.code == "cases-none"]
    assert (hint.warning, staging.files[0].status) == (True, "taken")
    assert "一件案件也没有" in hint.message
    assert "按零件计" in hint.message
    take(book, staging, received=DUE)
    told = line(board(book, QUARTER, today=DUE), "审管办", "案件")
    assert (told.standing, told.told, told.faults) == ("已采用", "已采用（一件也没有）", 0)
    assert told.note == hint.message
    assert told.problems == ()
    # 后来的清单里有案件，就不再这样说。
    handed_in(book, tmp_path / "案件二.xlsx", {"2024Q1": CASES})
    assert line(board(book, QUARTER, today=DUE), "审管办", "案件").told == "已采用"
