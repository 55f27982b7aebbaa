"""Settings that tell a figure for each of several words: ``优秀:1.2、称职:1``, ``庭长:50%:部门``."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.domain.formula.values import number_in
from app.domain.numbers import Exact
from app.domain.words import plain

_JOINED = re.compile(r"[、，,;；\s]+")
WHOLE_COURT, OWN_DIVISION = "全院", "部门"


class Floor(NamedTuple):
    """办案下限 of a post: a share of the judges' mean in the whole court or in the own division."""

    post: str
    share: Exact
    within: str
    text: str


def told_figures(text: str) -> dict[str, Exact]:
    """``优秀:1.2、称职:1`` as figures by word. Raises ValueError with the part that is none."""
    figures: dict[str, Exact] = {}
    for part in filter(None, _JOINED.split(text)):
        word, sign, told = plain(part).partition(":")
        figure = number_in(told) if sign else None
        if not word or figure is None or figure < 0:
            raise ValueError(part)
        figures[word] = figure
    return figures


def told_floors(text: str) -> tuple[Floor, ...]:
    """``院长:5%、庭长:50%:部门``; without 部门 the mean is the whole court's. Raises ValueError with the part that is none."""
    floors = []
    for part in filter(None, _JOINED.split(text)):
        post, share, within = [*plain(part).split(":"), "", ""][:3]
        figure = number_in(share) if share else None
        if not post or figure is None or figure < 0 or plain(within) not in ("", WHOLE_COURT, OWN_DIVISION):
            raise ValueError(part)
        floors.append(Floor(post, figure, within or WHOLE_COURT, share))
    return tuple(floors)


def told_words(text: str) -> tuple[str, ...]:
    """Words joined by 、."""
    return tuple(filter(None, _JOINED.split(text)))
