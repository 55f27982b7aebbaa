"""The year for those outside: counts by conclusion for 备案, and the texts and codes of cadre systems (ZB18)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from app.domain.grades.conclusions import (
    BARELY,
    COMPETENT,
    EXCELLENT,
    INSTITUTION_WORDS,
    NOT_EVALUATED,
    UNDETERMINED,
    UNFIT,
    as_civil_servant,
)
from app.domain.grades.year_grades import YearGrade, Years

ABSENT, ON_TRIAL, OTHERS = "未参加考核", "试用期不定等次", "其他不定等次"
WITHOUT = "尚未评定"
COUNTED = (EXCELLENT, COMPETENT, BARELY, UNFIT, ABSENT, ON_TRIAL, OTHERS, WITHOUT)
"""The rows of 合计 in 中层以下干部年度考核统计表; the last two beside its six, so that nobody is left out."""
_TRIAL_CODE = "5A"
_TEXT_YEARS = 3


class SummaryLine(NamedTuple):
    """One person in the summary; ``this`` None: nobody decided the year."""

    staff_no: str
    name: str
    division: str
    post: str
    kind: str
    this: YearGrade | None
    years: Years
    note: str = ""

    @property
    def counted_as(self) -> str:
        """The row of 合计 in which the person counts."""
        return counted_as(self.this)


def counted_as(told: YearGrade | None) -> str:
    """The row of 合计 for a conclusion: 不确定等次 and 不进行考核 apart, never among the grades."""
    if told is None or not told.decided:
        return WITHOUT
    if told.grade == NOT_EVALUATED:
        return ABSENT
    if told.grade == UNDETERMINED:
        return ON_TRIAL if told.code == _TRIAL_CODE else OTHERS
    word = as_civil_servant(told.grade)
    return word if word in INSTITUTION_WORDS else OTHERS


def counts(lines: Iterable[SummaryLine]) -> dict[str, int]:
    """How many count in each row, every row of ``COUNTED`` named."""
    told = Counter(line.counted_as for line in lines)
    return {word: told[word] for word in COUNTED}


def recent_text(years: Years, last: int) -> str:
    """The last three years as 干部任免审批表 prints them; a grade in quotes, 不定等次 without. Only what is decided."""
    told = [years[year] for year in range(last - _TEXT_YEARS + 1, last + 1) if year in years and years[year].decided]
    return "；".join(map(_one_year, told)) + "。" if told else ""


def _one_year(told: YearGrade) -> str:
    if told.grade == UNDETERMINED:
        return f"{told.year}年年度考核不定等次"
    if told.grade == NOT_EVALUATED:
        return f"{told.year}年未参加年度考核"
    return f"{told.year}年年度考核“{told.grade}”等次"
