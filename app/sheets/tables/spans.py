"""Words over columns that tell of which time a figure is: 本期, 去年同期, 增减, 4月, 一季度, 累计."""

from __future__ import annotations

import re
from enum import Enum

from app.domain.periods import Kind, Period
from app.domain.words import plain
from app.sheets.tables.period_texts import part_of, period_of, spanned

_TAIL = r"(?:数|值|数值|实际|实际数|情况|完成数?|发生数?)?"
_NOW = re.compile(rf"(?:本期|当期|本次|报告期|本考核期){_TAIL}")
_KINDS = (
    (Kind.MONTH, re.compile(rf"(?:本|当)月份?{_TAIL}")),
    (Kind.QUARTER, re.compile(rf"(?:本|当)季度?{_TAIL}")),
    (Kind.HALF, re.compile(rf"本半年度?{_TAIL}")),
    (Kind.YEAR, re.compile(rf"(?:(?:本|当)年度?|今年|全年|(?:本|全)?年度?累计){_TAIL}")),
)
_COMPARED = re.compile(
    rf"(?:(?:去年|上年)(?:同期|同月|同季度?)?|同期|上期|上月|上季度?|上半年同期){_TAIL}"
    r"|(?:与|比|较)?(?:去年|上年|上期|上月|上季度?)?(?:同期|同月)?(?:相比|比|对比)?(?:增减|升降|增长|变化|增幅|降幅|涨跌)[数值率量幅度]*[(]?[%±+-]*[)]?"
    r"|(?:同比|环比)(?:增减|增长|增幅|变化|升降)?[数值率量幅度]*[(]?[%±+-]*[)]?|[±]"
    r"|(?:全院|本院|本庭|部门|条线|全市|同类)?(?:排名|名次|位次|排序)|(?:所占)?(?:占比|比重)[(]?%?[)]?"
)
_SUMS = re.compile(r"(?:合计|小计|总计|共计)" + _TAIL)
_SO_FAR = re.compile(r"累计" + _TAIL)
_NAMES_PERIOD = re.compile(r"(?:19|20)\d{2}[\d年第一二三四五六七八九十季度上下半月份qh.,/-]*")
_MONTHS = re.compile(r"(1[0-2]|[1-9])月?[-~至到](1[0-2]|[1-9])月(?:份)?(?:累计|合计)?")


class Fit(Enum):
    """How the time of a column stands to the sheet's period."""

    OWN = "is the period"
    OTHER = "is another time"
    COMPARED = "is there to compare"
    SUM = "is the sum of its neighbours"


def is_span(word: str) -> bool:
    """Whether a word over a column says nothing but of which time its figures are."""
    bare = _bare(word)
    known = (_NOW, _COMPARED, _SUMS, _SO_FAR, _MONTHS, *(form for _, form in _KINDS))
    return any(form.fullmatch(bare) for form in known) or _period_named(bare, None) is not None


def fit(word: str, period: Period | None) -> Fit:
    """How the time that a word tells stands to a period; without one only 本期 is certain."""
    bare = _bare(word)
    if _NOW.fullmatch(bare):
        return Fit.OWN
    if _COMPARED.fullmatch(bare):
        return Fit.COMPARED
    if _SUMS.fullmatch(bare):
        return Fit.SUM
    if period is None:
        return Fit.OTHER
    for kind, form in _KINDS:
        if form.fullmatch(bare):
            return Fit.OWN if period.kind is kind else Fit.OTHER
    return Fit.OWN if _period_named(bare, period) == period else Fit.OTHER


def period_named(word: str, period: Period) -> Period | None:
    """The period that a word over a column names, inside the year of another where it tells none."""
    return _period_named(_bare(word), period)


def whole_period(word: str) -> Period | None:
    """The period that a word over a column names with its year."""
    bare = _bare(word)
    return _period_named(bare, None) if _NAMES_PERIOD.fullmatch(bare) else None


def _period_named(bare: str, period: Period | None) -> Period | None:
    if bare.isdecimal() and len(bare) < 4:
        return None
    within = period or Period(2000, Kind.YEAR, 1)
    if match := _MONTHS.fullmatch(bare):
        return spanned(within.year, int(match[1]), int(match[2]))
    return part_of(bare, within) or (period_of(bare.removesuffix("份")) if _NAMES_PERIOD.fullmatch(bare) else None)


def _bare(word: str) -> str:
    return plain(word).strip("()")
