"""How a page looks: measures, colours, text styles, and texts broken into lines in a style. Lengths are points."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from app.reports.breaking import break_text
from app.reports.fonts import Face, Run, glyphs, runs_of

MM = 72 / 25.4

PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM
LEFT = 28 * MM
"""The binding edge of GB/T 9704: a filed sheet keeps clear of its holes; the right one allows print on both sides."""
RIGHT = 26 * MM
TOP = 30 * MM
BOTTOM = 25 * MM
WIDTH = PAGE_WIDTH - LEFT - RIGHT
"""156 mm, the width of text of GB/T 9704."""
BODY = PAGE_HEIGHT - TOP - BOTTOM

Colour = tuple[float, float, float]
"""Red, green, blue from 0 to 1."""

INK: Colour = (0.12, 0.14, 0.17)
GREY: Colour = (0.40, 0.43, 0.47)
HAIR: Colour = (0.68, 0.71, 0.75)
SHADE: Colour = (0.935, 0.945, 0.96)
BAND: Colour = (0.88, 0.905, 0.94)
BLUE: Colour = (0.11, 0.30, 0.53)
AMBER: Colour = (0.80, 0.45, 0.10)
RED: Colour = (0.70, 0.12, 0.12)

_UNSEEN_RANGES = (
    (0x00, 0x08), (0x0E, 0x1B), (0x1F, 0x1F), (0x7F, 0x7F), (0xAD, 0xAD), (0x180B, 0x180F), (0x200B, 0x200F),
    (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xE0100, 0xE01EF),
)  # fmt: skip
UNSEEN = {code: None for first, last in _UNSEEN_RANGES for code in range(first, last + 1)} | {0x09: 0x20}
"""For ``str.translate``: what prints nothing goes (controls, joiners, variation selectors); a tab is a blank."""


class TextStyle(NamedTuple):
    """Typeface, size, distance of baselines, and colour."""

    face: Face
    size: float
    leading: float
    colour: Colour = INK


COVER_COURT = TextStyle(Face.BOLD, 24, 36)
COVER_TITLE = TextStyle(Face.BOLD, 42, 60)
COVER_YEAR = TextStyle(Face.HEI, 20, 30)
COVER_LABEL = TextStyle(Face.KAI, 16, 26, GREY)
COVER_VALUE = TextStyle(Face.SONG, 16, 26)
TITLE = TextStyle(Face.BOLD, 17, 26)
HEADING = TextStyle(Face.BOLD, 12.5, 20, BLUE)
BODY_TEXT = TextStyle(Face.SONG, 10.5, 17)
CELL = TextStyle(Face.SONG, 9, 12.6)
CELL_BOLD = TextStyle(Face.BOLD, 9, 12.6)
CELL_LABEL = TextStyle(Face.HEI, 9, 12.6, GREY)
CELL_HEAD = TextStyle(Face.BOLD, 9, 12.6)
CELL_RED = TextStyle(Face.BOLD, 9, 12.6, RED)
REASON = TextStyle(Face.SONG, 9, 12.8)
REASON_LABEL = TextStyle(Face.HEI, 9, 12.8, GREY)
REASON_SOURCE = TextStyle(Face.KAI, 8.5, 12.8, GREY)
REASON_HEAD = TextStyle(Face.BOLD, 9.5, 14)
SMALL = TextStyle(Face.SONG, 7.2, 9.6)
SMALL_GREY = TextStyle(Face.KAI, 7.2, 9.6, GREY)
SMALL_HEAD = TextStyle(Face.BOLD, 7.2, 9.6, GREY)
RUNNING = TextStyle(Face.HEI, 8.5, 11.5, GREY)
PAGE_NUMBER = TextStyle(Face.SONG, 10.5, 14)


class Line(NamedTuple):
    """One line of a text: its runs of one font each, and its width."""

    runs: tuple[Run, ...]
    width: float

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)


@lru_cache(maxsize=32768)
def wrap(text: str, style: TextStyle, width: float = WIDTH) -> tuple[Line, ...]:
    """The text in lines no wider than ``width``; a line feed begins a new line, what prints nothing is left out."""
    table = glyphs(style.face)
    limit = width / style.size + 1e-6
    lines: list[Line] = []
    for paragraph in text.translate(UNSEEN).splitlines() or [""]:
        widths = [table[character][1] for character in paragraph]
        for start, end in break_text(paragraph, widths, limit):
            lines.append(Line(runs_of(paragraph[start:end], style.face), sum(widths[start:end]) * style.size))
    return tuple(lines)


def text_width(text: str, style: TextStyle) -> float:
    """How wide the text is on one line."""
    table = glyphs(style.face)
    return sum(table[character][1] for character in text) * style.size
