"""Parts of a year as texts tell them: ``第一季度``, ``第Ⅰ季度``, ``首季度``, ``一至三月份``, ``1月、2月、3月``, ``第一、二季度``, ``Q1-Q2``.

Several in a row are one part where they are one quarter, half or year; else they are none (contract, section 4.1, 10).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from app.domain.periods import Kind, Period

_TENS = {word: number for number, word in enumerate("一二三四五六七八九十", start=1)} | {"十一": 11, "十二": 12}
_ROMANS = {chr(0x2170 + place): place + 1 for place in range(12)}
_LETTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NUMERALS = {**_TENS, **_ROMANS, **_LETTERS, "首": 1}
_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九首ⅰ-ⅻ]|iv|i{1,3})"
_UNIT = r"(?:季度?|月份?)"
_BETWEEN = r"(?:[-~至到]{1,2}|[,和与及])"
_MEMBER = re.compile(rf"第?({_NUMBER})({_UNIT})?|q([1-4])")
_RANGE = re.compile(r"[-~至到]")

EXPRESSION = (
    rf"(?:(?:第?{_NUMBER}{_UNIT}?|q[1-4]){_BETWEEN}(?:(?:19|20)\d\d年)?)*(?:第?{_NUMBER}{_UNIT}|q[1-4](?!\d))(?!\d)"
)
"""One part, or several in a row, the last of them with its unit; in plain form."""
ALONE = re.compile(rf"(?<![\d一二三四五六七八九十前近后末ⅰ-ⅻ,~至到-]){EXPRESSION}")
HALF = re.compile(r"(?<![,和与及])([上下])半年")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_UP_TO = ("截至", "截止", "截止到", "截至到")
_HINTED = re.compile(r"季|半年|(?:[\d一二三四五六七八九十]|截[至止].{0,3})月")


class Months(NamedTuple):
    """From a month to a month of one year, both counted from 1."""

    first: int
    last: int

    def within(self, year: int) -> Period | None:
        """The period of a year that these months are, or None where there is no such."""
        for kind in Kind:
            if self.last - self.first + 1 == kind and (self.first - 1) % kind == 0:
                return Period(year, kind, (self.first - 1) // kind + 1)
        return None


def months_of(expression: str) -> Months | None:
    """The months that an EXPRESSION tells; None where it names a fifth quarter, leaves a gap, or mixes two kinds."""
    bare = _YEAR.sub("", expression)
    members = list(_MEMBER.finditer(bare))
    kinds = {"季" if match[3] else match[2][0] for match in members if match[2] or match[3]}
    if len(kinds) != 1:
        return None
    size = 3 if kinds == {"季"} else 1
    numbers = [_number(match[1] or match[3]) for match in members]
    is_range = bool(_RANGE.search(bare))
    if is_range and (len(numbers) != 2 or numbers[0] >= numbers[1]):
        return None
    if not is_range and numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return None
    last = numbers[-1] * size
    return Months((numbers[0] - 1) * size + 1, last) if last <= 12 else None


def part_alone(bare: str, year: int) -> Period | None:
    """The one part of a year that a text in plain form tells anywhere; the whole year where it tells none at all.

    None where it speaks of a quarter, a half or a month in a way that is not understood, or of several.
    """
    found = {None if told is None else told.within(year) for told in map(_told_at, ALONE.finditer(bare))}
    found |= {Period(year, Kind.HALF, "上下".index(match[1]) + 1) for match in HALF.finditer(bare)}
    if found:
        return found.pop() if len(found) == 1 else None
    return None if _HINTED.search(bare) else Period(year, Kind.YEAR, 1)


def part_of_text(bare: str, year: int) -> Period | None:
    """The part of a year that a whole text in plain form is, or None."""
    if match := HALF.fullmatch(bare):
        return Period(year, Kind.HALF, "上下".index(match[1]) + 1)
    months = months_of(bare) if re.fullmatch(EXPRESSION, bare) else None
    return months.within(year) if months else None


def _told_at(match: re.Match[str]) -> Months | None:
    """What an expression inside a text tells; up to a month is not that month."""
    return None if match.string[: match.start()].endswith(_UP_TO) else months_of(match[0])


def _number(word: str) -> int:
    return _NUMERALS.get(word) or int(word)
