"""What formulas reckon with: figures, texts, truths, and how the nothings combine (contract 4.1, 3)."""

import pytest

from app.domain.entries import State
from app.domain.formula.values import OPERATIONS, Nothing, compare, logic, negate, number_in, number_of, truth_of
from app.domain.numbers import Ratio

EMPTY = Nothing(State.EMPTY, "未填")
NOT_APPLICABLE = Nothing(State.NOT_APPLICABLE, "不适用")
EXCUSED = Nothing(State.EXCUSED, "免计")


@pytest.mark.parametrize(
    ("values", "winner"),
    [
        ((1, EMPTY, NOT_APPLICABLE), EMPTY),
        ((NOT_APPLICABLE, EMPTY), EMPTY),
        ((EXCUSED, 2), EXCUSED),
        ((NOT_APPLICABLE, EXCUSED), NOT_APPLICABLE),
        ((1, 2), None),
    ],
)
def test_not_entered_wins_over_not_applicable_and_these_over_a_value(values, winner):
    assert Nothing.strongest(values) == winner


@pytest.mark.parametrize("operator", ["+", "-", "*", "/"])
def test_reckoning_with_a_nothing_gives_the_stronger_nothing(operator):
    assert OPERATIONS[operator](NOT_APPLICABLE, EMPTY) == EMPTY
    assert OPERATIONS[operator](3, EXCUSED) == EXCUSED


def test_reckoning_is_exact():
    assert OPERATIONS["/"](1, 3) == Ratio(1, 3)
    assert OPERATIONS["*"](Ratio(1, 3), 3) == 1
    assert OPERATIONS["-"](Ratio(3, 10), Ratio(1, 10)) == Ratio(1, 5)


def test_division_by_zero_is_not_applicable_with_that_reason():
    told = OPERATIONS["/"](5, 0)
    assert told == Nothing(State.NOT_APPLICABLE, "除数为零")


def test_a_figure_too_long_to_go_on_with_is_not_applicable():
    huge = 10**2000
    told = OPERATIONS["*"](huge, huge)
    assert isinstance(told, Nothing)
    assert told.state is State.NOT_APPLICABLE


@pytest.mark.parametrize(("left", "right", "both", "either"), [(True, False, False, True), (3, 0, False, True)])
def test_and_and_or_over_truths_and_figures(left, right, both, either):
    assert logic("且", left, right) is both
    assert logic("或", left, right) is either


def test_a_nothing_wins_even_beside_a_true_or():
    assert logic("或", True, EMPTY) == EMPTY
    assert logic("且", False, NOT_APPLICABLE) == NOT_APPLICABLE


@pytest.mark.parametrize(
    ("left", "operator", "right", "expected"),
    [
        (Ratio(1, 2), "=", Ratio(1, 2), True),
        (2, ">", 1, True),
        (1, ">=", 1, True),
        (1, "<", 1, False),
        (1, "!=", 2, True),
        ("是", "=", "是", True),
        ("民 一庭", "=", "民一庭", True),
        ("Ａ1", "=", "a1", True),
        ("是", "!=", "否", True),
        ("12", ">", 5, True),
        ("12", "=", 12, True),
        ("50%", "=", Ratio(1, 2), True),
        ("没有", ">", 5, False),
        ("没有", "=", 5, False),
        ("没有", "!=", 5, True),
        ("2024-02-01", "<", "2024-11-01", True),
        ("9", "<", "10", True),
    ],
)
def test_comparing(left, operator, right, expected):
    assert compare(operator, left, right) is expected


@pytest.mark.parametrize("other", [0, "否", "0", 5])
def test_an_empty_text_equals_an_empty_text_and_nothing_else(other):
    assert compare("=", "", "") is True
    assert compare("=", "", other) is False
    assert compare("!=", "", other) is True


@pytest.mark.parametrize("operator", ["<", "<=", ">", ">="])
def test_an_empty_text_is_neither_less_nor_more_than_anything(operator):
    assert compare(operator, "", 5) is False
    assert compare(operator, "", "2024-01-01") is False


def test_comparing_with_a_nothing_gives_the_nothing():
    assert compare("=", EMPTY, 1) == EMPTY
    assert compare("=", NOT_APPLICABLE, EMPTY) == EMPTY


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        (" 12.50 ", Ratio(25, 2)),
        ("１２．５％", Ratio(1, 8)),
        ("-3", -3),
        ("+3", 3),
        (".5", Ratio(1, 2)),
        ("5.", 5),
        ("1/2", None),
        ("1e3", None),
        ("1e999999999", None),
        ("1_000", None),
        ("9" * 5000, None),
        ("nan", None),
        ("", None),
        ("十二", None),
        ("12分", None),
    ],
)
def test_which_texts_write_a_figure(text, number):
    assert number_in(text) == number


def test_a_text_that_is_no_figure_is_not_applicable_with_that_reason():
    told = number_of("民一庭")
    assert told == Nothing(State.NOT_APPLICABLE, "“民一庭”不是数")
    assert truth_of("是") == Nothing(State.NOT_APPLICABLE, "“是”不是条件")


def test_a_sign_turns_a_figure_and_leaves_a_nothing():
    assert negate(Ratio(1, 3)) == Ratio(-1, 3)
    assert negate(EMPTY) == EMPTY
