"""Texts made comparable: full-width and half-width, inner blanks and letter case make no difference (contract, head)."""

from __future__ import annotations

import re
from functools import lru_cache

_PUNCTUATION = str.maketrans({
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "〔": "(", "〕": ")", "【": "[", "】": "]",
    "。": ".", "、": ",", "–": "-", "—": "-", "−": "-", "～": "~", "×": "*", "÷": "/", "≥": ">=", "≤": "<=", "≠": "!=",
})  # fmt: skip
_CHANGED = re.compile("[" + "".join(re.escape(chr(code)) for code in _PUNCTUATION) + "]")
_BLANK = re.compile(r"[\s\u00a0\u2000-\u200f\u3000\ufeff]+")
_BRACKET = re.compile(r"\([^()]*\)$")


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as half-width ones; everything else stays."""
    # Most texts have nothing to change, and looking costs a tenth of changing.
    return text.translate(_PUNCTUATION) if _CHANGED.search(text) else text


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """The form by which two texts are compared."""
    return _BLANK.sub("", half_width(text)).casefold()


def without_bracket(text: str) -> str:
    """A plain header without the unit or note in brackets at its end (contract, section 4.1, 6)."""
    shorter = _BRACKET.sub("", plain(text))
    return shorter or plain(text)
