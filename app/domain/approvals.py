"""批准后比例上限: how far a grade may go over its quota where an approving document lets it (《公务员考核规定》: 25 %)."""

from __future__ import annotations

import re

from app.domain.formula.values import number_in
from app.domain.numbers import Exact
from app.domain.words import plain

_JOINED = re.compile(r"[、，,;；\s]+")


def approved_shares(text: str) -> dict[str, tuple[str, Exact]]:
    """批准后比例上限 by grade: ``优秀:25%``. Raises ValueError with the part that is none."""
    shares: dict[str, tuple[str, Exact]] = {}
    for part in filter(None, _JOINED.split(text)):
        grade, sign, told = plain(part).partition(":")
        share = number_in(told) if sign else None
        if share is None or not 0 <= share <= 1:
            raise ValueError(part)
        shares[grade] = (told, share)
    return shares
