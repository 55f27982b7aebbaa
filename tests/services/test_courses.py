from decimal import Decimal

import pytest

from app.domain.periods import Period
from app.services.courses import course, scored_people
from app.services.scoring.computing import compute
from tests.ui.made_up import QUARTER, make_book


@pytest.fixture
def book(tmp_path):
    made = make_book(tmp_path / "临川.hj")
    compute(made, QUARTER)
    yield made
    made.close()


def test_a_course_has_ones_own_total_and_the_mean_of_ones_set(book):
    (point,) = course(book, "P07", 2024)
    assert (point.period, point.total) == (QUARTER, Decimal("96.00"))
    # 97.00, 96.00, 88.20, 84.50 and 83.00; who is incomplete has no total
    assert point.mean == Decimal("89.74")


def test_who_has_no_total_is_told_why(book):
    (point,) = course(book, "P06", 2024)
    assert point.total is None
    assert point.status_word == "待补"


def test_periods_stand_in_order_of_time(book):
    for code in ("2024-03", "2024-01"):
        compute(book, Period.parse(code))
    assert [point.period.code for point in course(book, "P01", 2024)] == ["2024-01", "2024-03", "2024Q1"]


def test_another_year_has_nobody(book):
    assert course(book, "P07", 2023) == ()
    assert scored_people(book, 2023) == frozenset()
    assert len(scored_people(book, 2024)) == 12
