"""Where Chinese lines end."""

from hypothesis import given
from hypothesis import strategies as st

from app.reports.breaking import CLOSING, OPENING, break_text

CHINESE = "考核办法结案数法官员额条款年月日"
MARKS = "，。、；：！？）】》”（【《“"
TEXTS = st.lists(
    st.one_of(
        st.text(CHINESE, min_size=2, max_size=6),
        st.text("0123456789", min_size=1, max_size=3),
        st.sampled_from(MARKS),
        st.just(" "),
    ),
    max_size=40,
).map("".join)


def lines_of(text: str, limit: float) -> list[str]:
    widths = [1.0 if ord(character) > 255 else 0.5 for character in text]
    return [text[start:end] for start, end in break_text(text, widths, limit)]


@given(TEXTS, st.integers(4, 30))
def test_nothing_but_blanks_at_breaks_is_lost(text: str, limit: int) -> None:
    assert "".join(lines_of(text, limit)).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, st.integers(2, 30))
def test_no_line_is_wider_than_allowed(text: str, limit: int) -> None:
    for line in lines_of(text, limit):
        assert sum(1.0 if ord(character) > 255 else 0.5 for character in line) <= limit


def sentence(marks: list[str]) -> str:
    return "".join(f"{mark}结案数" if mark in OPENING else f"结案数{mark}" for mark in marks)


@given(st.lists(st.sampled_from(MARKS), max_size=30).map(sentence), st.integers(8, 30))
def test_no_closing_mark_begins_a_line_and_no_opening_mark_ends_one(text: str, limit: int) -> None:
    lines = lines_of(text, limit)
    assert not [line for line in lines if line and (line[0] in CLOSING or line[-1] in OPENING)]


def test_a_closing_mark_takes_its_character_to_the_next_line() -> None:
    assert lines_of("依照考核办法，计分", 6) == ["依照考核办", "法，计分"]


def test_an_opening_mark_goes_with_what_it_opens() -> None:
    assert lines_of("依照本院《考核办法》", 5) == ["依照本院", "《考核办", "法》"]


def test_words_figures_and_their_days_stay_whole() -> None:
    assert lines_of("截至本年12月31日止", 5.5) == ["截至本年", "12月31日止"]
    assert lines_of("得分是98.75", 5) == ["得分是", "98.75"]
    assert lines_of("百分之98.5%以上", 5) == ["百分之", "98.5%以上"]


def test_a_dash_of_two_characters_is_not_torn_apart() -> None:
    assert lines_of("各条规定——从严", 5) == ["各条规定", "——从严"]


def test_straight_quotation_marks_open_and_close_in_turn() -> None:
    assert lines_of('类别为"员额法官"的', 3.5) == ["类别为", '"员额法', '官"的']


def test_a_word_longer_than_the_line_is_broken_at_the_edge() -> None:
    assert lines_of("abcdefghij", 2) == ["abcd", "efgh", "ij"]


def test_a_line_that_is_nothing_but_closing_marks_still_ends() -> None:
    assert lines_of("。" * 5, 2) == ["。。", "。。", "。"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert lines_of("", 10) == [""]
