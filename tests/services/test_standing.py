"""What status says of a period beside what is missing: which kinds are made public, and hints that stop nothing (4.1, 12)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.closing import Stage
from app.domain.ledgers import Event
from app.domain.periods import Period
from app.domain.problems import AppError, Forbidden, Refused
from app.services.deciding.closing import close_period, closed_document
from app.services.deciding.deciding import stage_decisions
from app.services.deciding.objections import Complaint, Way, lodge
from app.services.deciding.publishing import publish, sign, withdraw
from app.services.deciding.standing import standing, standing_document
from app.services.records.ledgers import confirm_events, enter_event
from tests.services.closing_court import Q1, YEAR, Court

MARCH = Period.parse("2024-03")
TOMORROW = date(2024, 4, 11)
TODAY = date(2024, 4, 10)


def court_with(directory: Path, *settings: list[object]) -> Court:
    directory.mkdir(exist_ok=True)
    return Court(directory, *settings)


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Court]:
    made = court_with(tmp_path, ["台账确认", "是"])
    yield made
    made.book.close()


def entered(court: Court, day: date, subject: str) -> str:
    told = enter_event(court.book, Event("廉政", day, "P1", subject), by="王录入")
    return told.lines[0].number


def test_quarters_are_made_public_and_months_are_not_unless_the_court_says_so(tmp_path: Path) -> None:
    usual = court_with(tmp_path / "常", ["公示天数", 5])
    usual.computed(MARCH)
    usual.decided(Q1)
    assert Stage.PUBLIC not in standing(usual.book, MARCH).stages
    assert Stage.PUBLIC in standing(usual.book, Q1).stages
    with pytest.raises(Forbidden, match="publication-not-asked") as refused:
        publish(usual.book, MARCH, date(2024, 4, 15))
    assert refused.value.values["kind"] == "月"
    assert close_period(usual.book, MARCH).issue == 1
    usual.book.close()


def test_a_court_may_have_its_months_made_public_and_its_quarters_not(tmp_path: Path) -> None:
    own = court_with(tmp_path / "月", ["公示天数", 5], ["公示周期", "月、年"])
    own.computed(MARCH)
    own.decided(Q1)
    kinds = [Stage.PUBLIC in standing(own.book, each).stages for each in (MARCH, Q1)]
    assert kinds == [True, False]
    made, _ = publish(own.book, MARCH, date(2024, 4, 15))
    assert made.until == date(2024, 4, 19)  # Monday to Friday
    own.book.close()


def test_a_publication_in_a_year_without_known_holidays_is_told(tmp_path: Path) -> None:
    court = court_with(tmp_path, ["公示天数", 5])
    court.decided(Q1)
    publish(court.book, Q1, date(2026, 12, 30))
    told = standing(court.book, Q1)
    assert [(each.code, each.values["years"], each.warning) for each in told.hints] == [
        ("holidays-unknown", "2027", True)
    ]
    assert "该年放假安排未录入" in standing_document(told)["hints"][0]["message"]
    withdraw(court.book, Q1, reason="改期")
    assert standing(court.book, Q1).hints == ()
    court.book.close()


def test_holidays_that_the_court_told_are_known(tmp_path: Path) -> None:
    court = court_with(tmp_path, ["公示天数", 5], ["节假日", "2027-01-01"])
    court.decided(Q1)
    made, _ = publish(court.book, Q1, date(2026, 12, 30))
    # Wednesday, Thursday, then after Friday's holiday and the weekend Monday to Wednesday.
    assert made.until == date(2027, 1, 6)
    assert standing(court.book, Q1).hints == ()
    court.book.close()


def test_status_counts_the_events_of_the_period_that_wait_for_a_second_person(asking: Court) -> None:
    first = entered(asking, date(2024, 2, 5), "通报")
    entered(asking, date(2024, 3, 31), "谈话")
    entered(asking, date(2024, 4, 1), "下一季度的")
    assert [each.code for each in standing(asking.book, Q1).hints] == ["events-waiting"]
    asking.decided(Q1)
    told = standing_document(standing(asking.book, Q1))["hints"][0]
    assert (told["code"], told["message"]) == (
        "events-waiting",
        "2024年第一季度有 2 条台账事项还没有第二人确认，没有计分。",
    )
    confirm_events(asking.book, [first], by="李复核")
    assert [each.values["count"] for each in standing(asking.book, Q1).hints] == ["1"]
    assert [each.values["count"] for each in standing(asking.book, YEAR).hints] == ["2"]


def test_closing_warns_of_events_that_nobody_confirmed_and_is_not_barred_by_them(asking: Court) -> None:
    entered(asking, date(2024, 2, 5), "通报")
    asking.decided(Q1)
    closed = close_period(asking.book, Q1)
    assert [each["code"] for each in closed_document(closed)["hints"]] == ["events-waiting"]
    assert standing(asking.book, Q1).hints == ()


def test_where_no_second_person_is_asked_for_nothing_waits(tmp_path: Path) -> None:
    court = court_with(tmp_path)
    entered(court, date(2024, 2, 5), "通报")
    court.decided(Q1)
    assert standing(court.book, Q1).hints == ()
    court.book.close()


def test_a_meeting_that_is_still_to_come_decided_nothing(tmp_path: Path) -> None:
    court = court_with(tmp_path)
    court.computed(Q1)
    path = court.decisions([["P1", "好", None, "2024-04-10"], ["P2", "好", None, "2024-04-11"]], "会议日期")
    staged = stage_decisions(court.book, Q1, path, today=TODAY)
    sheet = staged.staging.files[0]
    assert [(each.cell, each.value, each.code) for each in sheet.faults] == [("D3", "2024-04-11", "decision-day-ahead")]
    assert (sheet.status, staged.changed) == ("refused", ())
    assert "今天是 2024-04-10" in sheet.faults[0].message
    assert sheet.faults[0].remedy
    assert stage_decisions(court.book, Q1, path, today=TOMORROW).staging.files[0].status == "taken"
    court.book.close()


def test_nobody_signs_or_objects_on_a_day_to_come(tmp_path: Path) -> None:
    court = court_with(tmp_path)
    court.decided(Q1)
    ahead = date(date.today().year + 1, 1, 1)
    with pytest.raises(Refused) as refused:
        sign(court.book, Q1, {"P1": ahead, "P2": date(2024, 4, 12)})
    assert [(each.code, each.value) for each in refused.value.problems] == [("notice-day-ahead", ahead.isoformat())]
    with pytest.raises(AppError, match="objection-day-ahead"):
        lodge(court.book, Q1, "P1", Complaint(Way.OBJECTION, "不符", ahead))
    court.book.close()
