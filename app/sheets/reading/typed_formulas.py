"""What looks like a formula in the file and cannot be one: ``==合计==``, typed by people, stored so by a library.

A library that is given a text beginning with = stores a formula. No formula begins with a second =, so where nothing but
words stands between, the text was meant; anything that may be figures, cells or functions stays a formula.
"""

from __future__ import annotations

import re

_TYPED = re.compile(r"=+(?:\s*[\u3400-\u4dbf\u4e00-\u9fff、，。：；（）“”《》【】\s]+=*)?")


def typed_text(formula: str) -> str:
    """The text of which a library made a formula (stored without its first =), or an empty text where it may be one."""
    return f"={formula}" if _TYPED.fullmatch(formula) else ""


def is_typed(text: str) -> bool:
    """Whether a cell's text may have been stored as such a formula."""
    return text.startswith("=") and bool(typed_text(text[1:].strip()))
