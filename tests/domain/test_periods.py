"""周期: written forms, days, and what lies inside what."""

from datetime import date

import pytest

from app.domain.periods import Kind, Period, kind_of_word


@pytest.mark.parametrize(
    ("code", "title", "first", "last"),
    [
        ("2024-02", "2024年2月", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023年2月", "2023-02-01", "2023-02-28"),
        ("2024Q1", "2024年第一季度", "2024-01-01", "2024-03-31"),
        ("2024Q4", "2024年第四季度", "2024-10-01", "2024-12-31"),
        ("2024H1", "2024年上半年", "2024-01-01", "2024-06-30"),
        ("2024H2", "2024年下半年", "2024-07-01", "2024-12-31"),
        ("2024", "2024年度", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_period_knows_its_forms_and_days(code, title, first, last):
    period = Period.parse(code)
    assert (period.code, period.title) == (code, title)
    assert (period.first_day, period.last_day) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["2024-13", "2024Q5", "2024H3", "24", "2024-3", "2024年", "", "2024-01-01"])
def test_only_the_four_written_forms_are_periods(text):
    with pytest.raises(ValueError):
        Period.parse(text)


def test_small_letters_and_blanks_around_are_read():
    assert Period.parse(" 2024q2 ").code == "2024Q2"


def test_a_year_has_twelve_months_four_quarters_two_halves():
    year = Period.parse("2024")
    assert [each.code for each in year.inner(Kind.QUARTER)] == ["2024Q1", "2024Q2", "2024Q3", "2024Q4"]
    assert [each.code for each in year.inner(Kind.HALF)] == ["2024H1", "2024H2"]
    assert len(year.months) == 12
    assert year.inner(Kind.YEAR) == (year,)


def test_a_second_half_has_its_own_months_and_quarters():
    half = Period.parse("2024H2")
    assert [each.code for each in half.inner(Kind.QUARTER)] == ["2024Q3", "2024Q4"]
    assert half.months[0].code == "2024-07"
    assert half.inner(Kind.YEAR) == ()


def test_containing_is_by_whole_days():
    assert Period.parse("2024Q1").contains(Period.parse("2024-03"))
    assert not Period.parse("2024Q1").contains(Period.parse("2024-04"))
    assert not Period.parse("2024Q1").contains(Period.parse("2024H1"))
    assert Period.parse("2024Q1").has_day(date(2024, 3, 31))
    assert not Period.parse("2024Q1").has_day(date(2024, 4, 1))


@pytest.mark.parametrize(
    ("code", "before"), [("2024-01", "2023-12"), ("2024Q1", "2023Q4"), ("2024H2", "2024H1"), ("2024", "2023")]
)
def test_the_period_before_is_of_the_same_kind(code, before):
    assert Period.parse(code).previous().code == before


@pytest.mark.parametrize(
    ("word", "kind"), [("月", Kind.MONTH), ("季度", Kind.QUARTER), ("半 年", Kind.HALF), ("年度", Kind.YEAR)]
)
def test_the_words_of_kinds_are_read_with_blanks_and_without(word, kind):
    assert kind_of_word(word) is kind


def test_another_word_is_no_kind():
    assert kind_of_word("旬") is None
    assert Kind.HALF.word == "半年"
