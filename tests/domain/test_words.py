"""Texts made comparable (contract, head): width, blanks and letter case make no difference."""

import pytest

from app.domain.words import half_width, plain, without_bracket


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张　三", "张三"),
        ("办案 数量", "办案数量"),
        ("ＡＢＣ１２", "abc12"),
        ("（甲）", "(甲)"),
        ("甲，乙；丙：丁", "甲,乙;丙:丁"),
        ("“好”", '"好"'),
        ("X1", "x1"),
        ("≥90", ">=90"),
    ],
)
def test_two_ways_of_writing_are_one_text(one, other):
    assert plain(one) == plain(other)


def test_different_words_stay_different():
    assert plain("刑一庭") != plain("刑二庭")


def test_a_bracket_at_the_end_of_a_header_is_a_unit_and_ignored():
    assert without_bracket("标的额（万元）") == plain("标的额")
    assert without_bracket("(全)") == "(全)"


def test_half_width_leaves_blanks_and_case():
    assert half_width("Ａ　Ｂ") == "A　B"
