"""The shipped typefaces: registered once, chosen character by character, and embedded so that copying gives the text."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from app.paths import RESOURCES


class Face(StrEnum):
    """A typeface by the name under which it is registered: 宋, 黑, 黑粗, 楷."""

    SONG = "Song"
    HEI = "Hei"
    BOLD = "HeiBold"
    KAI = "Kai"


_FILES = {
    Face.SONG: "NotoSerifSC-Regular.ttf",
    Face.HEI: "NotoSansSC-Regular.ttf",
    Face.BOLD: "NotoSansSC-Bold.ttf",
    Face.KAI: "LXGWWenKai-Regular.ttf",
}
_FALLBACK = (Face.SONG, Face.HEI, Face.KAI)
_BLOCK = 100
"""Most entries that one block of a character map may have (PDF 1.7, 9.10.3)."""


class Run(NamedTuple):
    """Neighbouring characters in one typeface; an empty ``font`` says that no typeface has them."""

    font: str
    text: str


class Glyphs(dict[str, tuple[str, float]]):
    """Character → (font, width in em) for one typeface, filled as characters are asked for.

    A character that the typeface lacks comes from the next one of Song, Hei, Kai; from none: font ``""``, 1 em.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        faces = _registered()
        chain = dict.fromkeys((face, *_FALLBACK))
        self._chain = tuple((str(each), faces[each]) for each in chain)

    def __missing__(self, character: str) -> tuple[str, float]:
        code = ord(character)
        found = ("", 1.0)
        for font, widths in self._chain:
            if code in widths:
                found = (font, widths[code] / 1000)
                break
        self[character] = found
        return found


@cache
def glyphs(face: Face) -> Glyphs:
    """The characters of a typeface, with those of the others where it lacks one."""
    return Glyphs(face)


def runs_of(text: str, face: Face) -> tuple[Run, ...]:
    """The text in as few runs of one font as can be."""
    table = glyphs(face)
    pairs = ((table[character][0], character) for character in text)
    return tuple(Run(font, "".join(map(itemgetter(1), group))) for font, group in groupby(pairs, itemgetter(0)))


@cache
def _registered() -> dict[Face, dict[int, float]]:
    """Registers all typefaces (once a process, about a quarter of a second) and gives their widths, 1/1000 em."""
    from reportlab import rl_config

    rl_config.canvas_basefontname = str(Face.SONG)
    rl_config.useA85 = 0
    from reportlab.pdfbase import pdfmetrics, ttfonts  # reads the settings above

    ttfonts.makeToUnicodeCMap = character_map
    widths: dict[Face, dict[int, float]] = {}
    for face, file in _FILES.items():
        font = ttfonts.TTFont(str(face), str(RESOURCES / "fonts" / file))
        pdfmetrics.registerFont(font)
        widths[face] = font.face.charWidths
    return widths


def character_map(font_name: str, subset: Sequence[int]) -> str:
    """The ToUnicode map of a font subset: code in the subset → UTF-16BE (PDF 1.7, 9.10.3).

    reportlab's own writes characters beyond U+FFFF with five hex digits, which readers take for two other characters.
    """
    entries = [f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in _mapped(subset)]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    body = [line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >> def",
            f"/CMapName /{font_name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *body,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


def _mapped(subset: Sequence[int]) -> list[tuple[int, int]]:
    return [(code, point) for code, point in enumerate(subset) if point and not 0xD800 <= point <= 0xDFFF]
