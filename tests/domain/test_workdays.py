from datetime import date, timedelta

import pytest

from app.domain.workdays import PUBLISHED, Workdays, calendar, days_told


def test_weekends_are_free_and_the_day_itself_does_not_count() -> None:
    plain = Workdays()
    assert plain.after(date(2024, 3, 1), 1) == date(2024, 3, 4)  # a Friday, then the Monday
    assert plain.after(date(2024, 3, 1), 5) == date(2024, 3, 8)
    assert plain.after(date(2024, 3, 2), 0) == date(2024, 3, 2)


def test_published_holidays_are_jumped_over_and_worked_weekends_count() -> None:
    # After 2024-09-30: the holidays last until the 7th; 8, 9, 10, 11 October, then Saturday the 12th is worked.
    assert PUBLISHED.after(date(2024, 9, 30), 5) == date(2024, 10, 12)
    # 2024-03-31 is a Sunday; 1, 2, 3 April, then 清明 from Thursday to Saturday, Sunday the 7th is worked.
    assert PUBLISHED.after(date(2024, 3, 31), 4) == date(2024, 4, 7)
    assert PUBLISHED.between(date(2024, 4, 1), date(2024, 4, 7)) == 4


def test_a_court_tells_its_own_days() -> None:
    own = calendar("2027-10-01至2027-10-07", "2027年10月9日")
    assert own.after(date(2027, 9, 30), 2) == date(2027, 10, 9)
    assert calendar(worked="2024-10-07").is_workday(date(2024, 10, 7))
    assert not calendar("2024-10-12").is_workday(date(2024, 10, 12))


@pytest.mark.parametrize("told", ["国庆", "2024-13-01", "2024-10-07至2024-10-01", "2024-01-01至2024-12-31"])
def test_what_is_no_day_is_named(told: str) -> None:
    with pytest.raises(ValueError, match=told[:4]):
        days_told(f"2024-01-01、{told}")


LEGAL_DAYS = {2024: 11, 2025: 13, 2026: 13}
"""全国年节及纪念日放假办法: eleven days until 2024; thirteen since 2025 (除夕 and 5月2日)."""
HOLIDAYS = {
    # How many days off in a row the notices give: 元旦, 春节, 清明, 劳动, 端午, 中秋, 国庆 (2025: 国庆 and 中秋 are one).
    2024: [1, 8, 3, 5, 1, 3, 7],
    2025: [1, 8, 3, 5, 3, 8],
    2026: [3, 9, 3, 5, 3, 3, 7],
}


@pytest.mark.parametrize("year", LEGAL_DAYS)
def test_weekdays_off_less_weekends_worked_are_the_days_that_the_law_gives(year: int) -> None:
    off = [day for day in PUBLISHED.free if day.year == year and day.weekday() < 5]
    worked = [day for day in PUBLISHED.worked if day.year == year]
    assert all(day.weekday() >= 5 for day in worked)
    assert not PUBLISHED.free & PUBLISHED.worked
    assert len(off) - len(worked) == LEGAL_DAYS[year]


@pytest.mark.parametrize("year", HOLIDAYS)
def test_each_holiday_is_as_long_as_its_notice_says(year: int) -> None:
    runs: list[int] = []
    for day in sorted(each for each in PUBLISHED.free if each.year == year):
        if day - timedelta(days=1) in PUBLISHED.free:
            runs[-1] += 1
        else:
            runs.append(1)
    assert runs == HOLIDAYS[year]


def test_a_year_is_known_by_any_holiday_of_it_published_or_told() -> None:
    assert PUBLISHED.unknown_years(date(2026, 12, 20), date(2027, 1, 5)) == (2027,)
    assert PUBLISHED.unknown_years(date(2024, 1, 1), date(2026, 12, 31)) == ()
    assert calendar("2027-01-01").unknown_years(date(2026, 12, 20), date(2028, 1, 5)) == (2028,)
