"""免报: what a division need not hand in, and why; taking it back; never in a sealed period."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.closing import Seal
from app.domain.periods import Period
from app.domain.problems import AppError, Forbidden, Refused
from app.services.books import Book, new_book
from app.services.collecting.handing_in import Board, BoardLine, board, board_document
from app.services.collecting.reminders import save_reminders
from app.services.collecting.waivers import waive_sheets, want_sheets
from app.services.scoring.computing import compute
from app.services.taking_in.imports import stage, take
from app.storage.closing import seals
from app.storage.history import history
from tests.small_court import LEDGER, OFFICE, ROSTER, SCHEME, write_book

QUARTER = Period.parse("2024Q1")
AFTER = date(2024, 4, 9)
WATCH = ("监察室", "台账（廉政）")
PARTY = ("机关党委", "台账（党建）")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    files = [write_book(tmp_path / "人.xlsx", {"花名册": ROSTER}), write_book(tmp_path / "案.xlsx", SCHEME)]
    take(made, stage(made, files))
    yield made
    made.close()


def line(told: Board, key: tuple[str, str]) -> BoardLine:
    return next(each for each in told.lines if each.key == key)


def test_a_waived_sheet_is_neither_owed_nor_overdue_and_says_why(book: Book) -> None:
    assert line(board(book, QUARTER, today=AFTER), WATCH).overdue
    waive_sheets(book, QUARTER, [WATCH], reason="监察室本季撤并", by="苏主任")
    told = board(book, QUARTER, today=AFTER)
    waived = line(told, WATCH)
    assert (waived.standing, waived.told, waived.overdue, waived.is_in) == (
        "免报",
        "免报（监察室本季撤并）",
        False,
        True,
    )
    assert WATCH not in {each.key for each in told.owing}
    assert (told.counts["免报"], told.counts["未交"], len(told.wanted)) == (1, 4, 4)
    document = next(each for each in board_document(told)["sheets"] if each["division"] == "监察室")
    assert (document["state"], document["overdue"]) == ("免报", False)
    assert (document["waiver"]["reason"], document["waiver"]["by"]) == ("监察室本季撤并", "苏主任")
    assert line(board(book, Period.parse("2024Q2"), today=AFTER), WATCH).standing == "未交"


def test_the_reminder_leaves_it_out_and_counts_without_it(book: Book, tmp_path: Path) -> None:
    waive_sheets(book, QUARTER, [WATCH, PARTY], reason="本季没有")
    assert len(save_reminders(book, QUARTER, tmp_path / "催.xlsx", today=AFTER).owing) == 3
    workbook = load_workbook(tmp_path / "催.xlsx")
    owed = {row[0] for row in workbook["催报单"].iter_rows(values_only=True)}
    assert owed.isdisjoint({"监察室", "机关党委"})
    assert {"办公室", "审管办", "政治部"} <= owed
    rows = {row[:3] for row in workbook["收表情况"].iter_rows(values_only=True)}
    assert ("监察室", "台账（廉政）", "免报（本季没有）") in rows


def test_it_can_be_taken_back_and_both_stand_in_the_history(book: Book) -> None:
    waive_sheets(book, QUARTER, [WATCH], reason="撤并", by="甲")
    want_sheets(book, QUARTER, [WATCH], reason="又设立了", by="乙")
    assert line(board(book, QUARTER, today=AFTER), WATCH).standing == "未交"
    with book.reading() as session:
        told = history(session, "waivers", "2024Q1", "监察室")
    assert [(each.old, each.new, each.by, each.why) for each in told] == [
        (None, "撤并", "甲", "撤并"), ("撤并", None, "乙", "又设立了"),
    ]  # fmt: skip


def test_widths_and_brackets_make_no_difference(book: Book) -> None:
    waive_sheets(book, QUARTER, [("监察室", "台账(廉政)")], reason="撤并")
    assert line(board(book, QUARTER, today=AFTER), WATCH).standing == "免报"


def test_what_comes_all_the_same_is_taken_and_counts_as_taken(book: Book, tmp_path: Path) -> None:
    waive_sheets(book, QUARTER, [WATCH, PARTY], reason="本季没有")
    take(book, stage(book, [write_book(tmp_path / "台账.xlsx", {"2024Q1": LEDGER})]), received=date(2024, 4, 2))
    told = board(book, QUARTER, today=AFTER)
    assert [line(told, key).standing for key in (WATCH, PARTY)] == ["已采用", "已采用"]
    assert told.counts["免报"] == 0


def refused(book: Book, *sheets: tuple[str, str]) -> list[str]:
    with pytest.raises(Refused) as error:
        waive_sheets(book, QUARTER, sheets, reason="理由")
    return [each.code for each in error.value.problems]


def test_all_that_cannot_be_waived_is_told_at_once_and_nothing_is_written(book: Book, tmp_path: Path) -> None:
    take(book, stage(book, [write_book(tmp_path / "办公室.xlsx", {"表": OFFICE})]))
    waive_sheets(book, QUARTER, [WATCH], reason="撤并")
    told = refused(book, ("办公室", "数据"), WATCH, ("民一庭", "数据"), PARTY)
    assert sorted(told) == ["sheet-not-expected", "waived-already", "waiver-of-taken"]
    assert line(board(book, QUARTER, today=AFTER), PARTY).standing == "未交"
    with pytest.raises(Refused) as error:
        want_sheets(book, QUARTER, [PARTY], reason="理由")
    assert [each.code for each in error.value.problems] == ["waiver-missing"]
    with pytest.raises(AppError, match="refusal-without-reason"):
        waive_sheets(book, QUARTER, [PARTY], reason="  ")


def test_in_a_sealed_period_nothing_is_waived_or_wanted_again(book: Book) -> None:
    waive_sheets(book, QUARTER, [WATCH], reason="撤并")
    compute(book, QUARTER)
    with book.transaction("封存", kind="seal") as session:
        seals.write(session, [Seal(QUARTER, 1, 1, "0" * 64, {}, "1")])
    for doing, sheet in ((waive_sheets, PARTY), (want_sheets, WATCH)):
        with pytest.raises(Forbidden, match="period-sealed") as error:
            doing(book, QUARTER, [sheet], reason="理由")
        assert error.value.exit_status == 5
    assert line(board(book, QUARTER, today=AFTER), WATCH).standing == "免报"
