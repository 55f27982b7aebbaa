"""What a person's years came to, one conclusion a year, wherever it was told; and the runs that rules ask for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from app.domain.grades.conclusions import as_civil_servant


class YearGrade(NamedTuple):
    """One year's conclusion. ``decided`` False: only proposed, nobody has decided yet. ``source``: where it stands."""

    year: int
    grade: str
    code: str = ""
    decided: bool = True
    source: str = ""

    @property
    def text(self) -> str:
        """The year as it is cited."""
        return f"{self.year}年度“{self.grade}”" + ("" if self.decided else "（建议，尚未评定）")

    def is_any(self, words: Collection[str]) -> bool:
        """Whether it is one of these grades, in a public institution's words too."""
        return self.grade in words or as_civil_servant(self.grade) in words


Years = Mapping[int, YearGrade]
"""A person's years."""


def running(years: Years, last: int, words: Collection[str]) -> tuple[YearGrade, ...]:
    """The years up to ``last`` without a gap that are all of these grades, earliest first."""
    found: list[YearGrade] = []
    while (told := years.get(last - len(found))) is not None and told.is_any(words):
        found.append(told)
    return tuple(reversed(found))
