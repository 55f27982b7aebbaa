"""People as they are shown: the posting of the day, who is away, how a name is typed."""

from datetime import date

import pytest

from app.domain.facts import Facts
from app.domain.problems import AppError
from app.domain.roster import Absence, Person, Posting
from app.services.books import Book, new_book
from app.services.rosters import PersonRow, people, people_rows, person, pinyin_of
from app.services.taking_in.imports import stage, take
from tests.small_court import write_small_court

PEOPLE = (Person("Y10", "林二"), Person("Y2", "苏一"), Person("Y3", "何三"), Person("Y4", "段四"))
POSTINGS = (
    Posting("Y2", "民一庭", "员额法官", start=date(2020, 1, 1), end=date(2024, 6, 30)),
    Posting("Y2", "刑一庭", "员额法官", start=date(2024, 7, 1)),
    Posting("Y10", "办公室", "书记员", start=date(2020, 1, 1), end=date(2023, 12, 31)),
    Posting("Y3", "办公室", "书记员", start=date(2025, 1, 1)),
)
AWAY = (Absence("Y2", "病假", date(2024, 8, 1), date(2024, 8, 9)),)


def rows(day: date) -> dict[str, PersonRow]:
    told = people_rows(Facts(people=PEOPLE, postings=POSTINGS, absences=AWAY), {"Y2": "法官"}, day)
    return {row.staff_no: row for row in told}


def test_people_stand_by_number_as_people_count() -> None:
    assert list(rows(date(2024, 8, 1))) == ["Y2", "Y3", "Y4", "Y10"]


@pytest.mark.parametrize(
    ("day", "division", "status"),
    [
        (date(2024, 6, 30), "民一庭", "在岗"),
        (date(2024, 7, 1), "刑一庭", "在岗"),
        (date(2024, 8, 9), "刑一庭", "离岗（病假）"),
        (date(2024, 8, 10), "刑一庭", "在岗"),
    ],
)
def test_the_posting_of_the_day_is_shown(day: date, division: str, status: str) -> None:
    row = rows(day)["Y2"]
    assert (row.division, row.status, row.postings_count, row.indicator_set) == (division, status, 2, "法官")


def test_who_left_who_is_yet_to_come_and_who_never_had_a_posting() -> None:
    told = rows(date(2024, 8, 1))
    assert (told["Y10"].division, told["Y10"].status) == ("办公室", "已离任")
    assert (told["Y3"].division, told["Y3"].status) == ("办公室", "未到任")
    assert (told["Y4"].division, told["Y4"].status) == ("", "无任职")


def test_a_name_is_found_by_pinyin_and_by_initials() -> None:
    assert pinyin_of("林二") == "liner le"


@pytest.fixture
def book(tmp_path):
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    take(made, stage(made, list(write_small_court(tmp_path / "all").values())))
    yield made
    made.close()


def test_everybody_of_a_book_has_the_indicator_set_of_the_day(book: Book) -> None:
    told = {row.staff_no: row.indicator_set for row in people(book, date(2024, 3, 1))}
    assert told == {
        "P01": "庭长",
        "P02": "法官",
        "P03": "法官",
        "P04": "法官",
        "P05": "书记员",
        "P06": "行政",
        "P07": "行政",
    }


def test_one_person_with_postings_and_history(book: Book) -> None:
    told = person(book, "P04")
    assert told.person.name == "段四"
    assert [posting.start for posting in told.postings] == [date(2024, 2, 15)]
    assert {(change.field, change.new, change.cell) for change in told.history} >= {
        ("人员 姓名", "段四", "B7"),
        ("任职 2024-02-15 部门", "民一庭", "C7"),
    }
    assert all(change.who and change.when and change.why == "导入 花名册.xlsx" for change in told.history)


def test_nobody_with_that_number_is_told_in_words(book: Book) -> None:
    with pytest.raises(AppError, match="staff-unknown"):
        person(book, "P99")
