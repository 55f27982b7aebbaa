from datetime import date

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
