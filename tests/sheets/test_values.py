"""One cell as a number or a day: what a person reads at a glance, and nothing that a person would doubt."""

from datetime import date
from decimal import Decimal

import pytest

from app.sheets.reading.cells import Cell
from app.sheets.tables.values import Unreadable, day_of, is_month_alone, number_of


def cell(text: str) -> Cell:
    return Cell(1, 1, text, text)


def unreadable(text: str, unit: str = "") -> str:
    with pytest.raises(Unreadable) as told:
        number_of(cell(text), unit)
    return told.value.code


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 234", "1234"), ("1 234 567.5", "1234567.5"), ("1\u00a0234", "1234"), ("1,234", "1234"), (" 12 件", "12"),
        ("- 5", "-5"), ("１２", "12"), ("12\u200b5", "125"), ("３　件", "3"), ("98.5 件", "98.5"),
    ],
)  # fmt: skip
def test_blanks_around_a_figure_and_between_thousands_are_no_part_of_it(text, number):
    assert number_of(cell(text), "件").value == Decimal(number)


@pytest.mark.parametrize("text", ["12 15", "1 2", "12　15", "12\n15", "1 2 件", "1, 234", "12 345 6"])
def test_two_numbers_in_one_cell_are_none(text):
    assert unreadable(text, "件") == "not-a-number"


@pytest.mark.parametrize("text", ["98.5%%", "98.5％%", "12%件", "٣", "४", "1٣"])
def test_a_sign_too_many_or_a_figure_of_another_script_is_no_number(text):
    assert unreadable(text, "%") == "not-a-number"


@pytest.mark.parametrize(
    "text",
    ["2024/3/5 10:20:00", "2024-03-05 10:20", "2024年3月5日 上午10:20", "2024-03-05T10:20:00", "2024.3.5　9：05：00"],
)
def test_a_day_with_its_hour_is_the_day(text):
    assert day_of(cell(text)) == date(2024, 3, 5)


def test_a_month_without_its_day_is_told_apart():
    assert [is_month_alone(cell(text)) for text in ("2024.3", "2024年2月", "202403", "2024-03-05", "20240305")] == [
        *(True, True, True),
        *(False, False),
    ]
    assert is_month_alone(Cell(1, 1, date(2024, 3, 1), "2024-03"))
    assert not is_month_alone(Cell(1, 1, date(2024, 3, 15), "2024-03"))
