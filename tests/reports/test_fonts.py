"""Typefaces: fallback per character, and a map from glyphs back to text."""

import re

from app.reports.fonts import Face, character_map, glyphs, runs_of
from app.reports.style import CELL, WIDTH, text_width, wrap

NAME_CHARACTERS = "䶮㛃𠅤䲟𬴊喆堃犇昇赟翀祎龑𫖯𬭎媖燊"


def test_every_typeface_can_print_rare_name_characters() -> None:
    lacking = {(face, each) for face in Face for each in NAME_CHARACTERS if not glyphs(face)[each][0]}
    assert not lacking


def test_every_sign_that_rules_and_steps_use_can_be_printed() -> None:
    signs = "−+×÷=≠≥≤><%‰℃·～→›—…“”‘’《》（）〔〕【】①②③④⑤⑥⑦⑧⑨⑩〇○△□■★◆"
    assert not [sign for sign in signs for face in Face if not glyphs(face)[sign][0]]


def test_what_a_typeface_lacks_comes_from_song() -> None:
    assert runs_of("楷㐀楷", Face.KAI) == (("Kai", "楷"), ("Song", "㐀"), ("Kai", "楷"))


def test_a_character_that_no_typeface_has_is_in_no_font() -> None:
    assert runs_of("张✔", Face.SONG) == (("Song", "张"), ("", "✔"))


def test_the_character_map_tells_characters_beyond_the_bmp_as_surrogates() -> None:
    written = character_map("AAAAAA+Song", [0, ord("张"), 0x20164])
    assert "<01> <5F20>" in written
    assert "<02> <D840DD64>" in written
    assert "<00> <" not in written.replace("<00> <FF>", "")


def test_no_block_of_the_character_map_is_longer_than_allowed() -> None:
    written = character_map("AAAAAA+Song", list(range(0x4E00, 0x4F00)))
    counts = [int(count) for count in re.findall(r"(\d+) beginbfchar", written)]
    assert sum(counts) == 256
    assert max(counts) <= 100


def test_lines_are_no_wider_than_asked_and_know_their_width() -> None:
    text = "依照《绩效考核办法》第三章第十二条（一）款，法定审限内结案率 98.75%，得 9.5 分。" * 4
    lines = wrap(text, CELL, WIDTH / 3)
    assert len(lines) > 3
    assert all(line.width <= WIDTH / 3 + 0.01 for line in lines)
    assert all(abs(text_width(line.text, CELL) - line.width) < 0.01 for line in lines)


def test_what_prints_nothing_is_left_out_and_a_line_feed_begins_a_line() -> None:
    told = "张\ufe00三\u200b\u0007\n李\tX"
    assert [line.text for line in wrap(told, CELL)] == ["张三", "李 X"]
