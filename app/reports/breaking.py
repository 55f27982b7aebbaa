"""Where a Chinese line may end, by the rules for horizontal setting (CLREQ 3.1, GB/T 15834).

No closing mark begins a line, no opening mark ends one, a dash or ellipsis of two characters is not torn apart, and
neither is a word, a figure, or a figure and the 年, 月, 日 or 号 after it. Where a line has no place to break at all, it breaks at its last character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

CLOSING = frozenset("，。、；：！？）】》」』〉〕〗”’％‰℃°·～／/,.;:!?)]}%")
"""What may not begin a line."""

OPENING = frozenset("（【《「『〈〔〖“‘￥＄([{$#")
"""What may not end a line."""

_PAIRED = frozenset("—…")
_WORD = re.compile(r"[0-9A-Za-zÀ-ɏ_.\-%]")
_DATED = frozenset("年月日号")
_BLANK = frozenset(" \u3000\t")


def break_text(text: str, widths: Sequence[float], limit: float) -> list[tuple[int, int]]:
    """The lines of a text without line feeds as (start, end); ``widths`` of its characters and ``limit`` in one unit.

    Blanks at a break belong to no line. An empty text is one empty line.
    """
    lines: list[tuple[int, int]] = []
    start, count = 0, len(text)
    while start < count:
        end, filled = start, 0.0
        while end < count and filled + widths[end] <= limit:
            filled += widths[end]
            end += 1
        if end < count:
            end = _last_break(text, start, max(end, start + 1))
        lines.append((start, _without_blanks(text, start, end)))
        start = end
        while start < count and text[start] in _BLANK:
            start += 1
    return lines or [(0, 0)]


def may_break(text: str, place: int) -> bool:
    """Whether a line may end just before the character at ``place`` (0 < place < length)."""
    before, after = text[place - 1], text[place]
    if after in _BLANK:
        return True
    if after in CLOSING or before in OPENING or (after in _PAIRED and before == after):
        return False
    if after in _DATED and before.isdecimal():
        return False
    if '"' in {before, after}:
        return _quote_allows(text, place)
    return not (_WORD.match(before) and _WORD.match(after))


def _quote_allows(text: str, place: int) -> bool:
    """A straight quotation mark opens when an even number of them stands before it, else it closes."""
    if text[place] == '"' and text.count('"', 0, place) % 2:
        return False
    return not (text[place - 1] == '"' and text.count('"', 0, place) % 2)


def _last_break(text: str, start: int, end: int) -> int:
    """The last allowed place in (start, end]; ``end`` itself where there is none."""
    return next((place for place in range(end, start, -1) if may_break(text, place)), end)


def _without_blanks(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return end
