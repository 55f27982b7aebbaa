"""Cells that a workbook of the library leaves to the court: each is told as such, not as whatever else it makes impossible."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.problems import Problem
from app.domain.schemes import SchemeText
from app.domain.words import plain

TO_FILL = "待本院填写"
"""What stands, alone or inside a formula, where a figure is the court's own to tell."""
_FOLLOWERS = frozenset({"scheme-sum", "scheme-branch-sum", "scheme-weights-sum"})
"""What cannot be right before every cell is filled."""


def with_blanks(text: SchemeText, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems with every cell to fill told once, before the others; all of them where there is no such cell."""
    blanks = tuple(_blanks(text))
    if not blanks:
        return tuple(problems)
    places = {blank.source for blank in blanks}
    beside = (each for each in problems if each.source not in places and each.code not in _FOLLOWERS)
    return (*blanks, *beside)


def _blanks(text: SchemeText) -> Iterable[Problem]:
    for rows in text.sheets.values():
        for row in rows:
            for column, told in row.cells.items():
                if plain(TO_FILL) in plain(told):
                    yield Problem("scheme-to-fill", row.source(column, text.file), told, {"column": column})
