"""周期: months, quarters, half-years and years, written ``2024-03``, ``2024Q1``, ``2024H1``, ``2024``."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from app.domain.words import plain


class Kind(IntEnum):
    """The length of a period in months; longer kinds are greater."""

    MONTH = 1
    QUARTER = 3
    HALF = 6
    YEAR = 12

    # An enum's own hash is Python code, and every look-up by a period asks for it.
    __hash__ = int.__hash__

    @property
    def word(self) -> str:
        """The word of the scheme workbook: 月, 季, 半年, 年."""
        return _WORDS[self]


_WORDS = {Kind.MONTH: "月", Kind.QUARTER: "季", Kind.HALF: "半年", Kind.YEAR: "年"}
_KINDS = {
    "月": Kind.MONTH, "月度": Kind.MONTH, "季": Kind.QUARTER, "季度": Kind.QUARTER,
    "半年": Kind.HALF, "半年度": Kind.HALF, "年": Kind.YEAR, "年度": Kind.YEAR,
}  # fmt: skip
_JOINED = re.compile(r"[、,;，；]+")
_CODE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])|Q([1-4])|H([12]))?")


def kind_of_word(word: str) -> Kind | None:
    """The kind that a word of the scheme workbook names, or None."""
    return _KINDS.get(plain(word))


def kinds_told(text: str) -> frozenset[Kind]:
    """The kinds that a text names, joined by 、 or the like: ``季、半年、年``. Raises ValueError with the word that is none."""
    kinds = set()
    for word in _JOINED.split(plain(text)):
        kind = kind_of_word(word) if word else None
        if word and kind is None:
            raise ValueError(word)
        kinds |= {kind} if kind else set()
    return frozenset(kinds)


class Period(NamedTuple):
    """One period; ``index`` counts from 1 within the year. Ordered by year, kind, index."""

    year: int
    kind: Kind
    index: int  # type: ignore[assignment]

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that ``text`` names. Raises ValueError for anything but the four written forms."""
        match = _CODE.fullmatch(text.strip().upper())
        if match is None:
            raise ValueError(text)
        year, month, quarter, half = match.groups()
        if month:
            return cls(int(year), Kind.MONTH, int(month))
        if quarter:
            return cls(int(year), Kind.QUARTER, int(quarter))
        return cls(int(year), Kind.HALF, int(half)) if half else cls(int(year), Kind.YEAR, 1)

    @classmethod
    def of_month(cls, day: date) -> Period:
        """The month in which ``day`` lies."""
        return cls(day.year, Kind.MONTH, day.month)

    @property
    def code(self) -> str:
        """The written form: ``2024-03``, ``2024Q1``, ``2024H1``, ``2024``."""
        if self.kind is Kind.MONTH:
            return f"{self.year:04d}-{self.index:02d}"
        if self.kind is Kind.YEAR:
            return f"{self.year:04d}"
        return f"{self.year:04d}{'Q' if self.kind is Kind.QUARTER else 'H'}{self.index}"

    @property
    def title(self) -> str:
        """The form for people: 2024年3月, 2024年第一季度, 2024年上半年, 2024年度."""
        forms = {
            Kind.MONTH: f"{self.index}月",
            Kind.QUARTER: f"第{'一二三四'[(self.index - 1) % 4]}季度",
            Kind.HALF: "上半年" if self.index == 1 else "下半年",
        }
        return f"{self.year}年{forms.get(self.kind, '度')}"

    @property
    def first_month(self) -> int:
        """The number of the first month."""
        return (self.index - 1) * self.kind + 1

    @property
    def first_day(self) -> date:
        """The first day."""
        return date(self.year, self.first_month, 1)

    @property
    def last_day(self) -> date:
        """The last day."""
        month = self.first_month + self.kind - 1
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last_day - self.first_day).days + 1

    @lru_cache(maxsize=1000)  # noqa: B019  a period is a value: a few hundred of them at most
    def inner(self, kind: Kind) -> tuple[Period, ...]:
        """The periods of a kind that lie inside, in order; itself for its own kind, none for a longer one."""
        count = self.kind // kind
        first = (self.first_month - 1) // kind + 1
        return tuple(Period(self.year, kind, first + offset) for offset in range(count))

    @property
    def months(self) -> tuple[Period, ...]:
        """The months inside, in order."""
        return self.inner(Kind.MONTH)

    def contains(self, other: Period) -> bool:
        """Whether ``other`` lies wholly inside (a period contains itself)."""
        return self.first_day <= other.first_day and other.last_day <= self.last_day

    def has_day(self, day: date) -> bool:
        """Whether ``day`` lies inside."""
        return self.first_day <= day <= self.last_day

    def previous(self) -> Period:
        """The period of the same kind just before."""
        last = self.first_day - timedelta(days=1)
        return Period(last.year, self.kind, (last.month - 1) // self.kind + 1)


def covered_by(looked: Collection[Period], period: Period) -> bool:
    """Whether these periods cover one: a longer one covers those inside it, all of one kind inside cover it (section 4)."""
    if any(each.contains(period) for each in looked):
        return True
    shorter = [kind for kind in reversed(Kind) if kind < period.kind]
    return any(all(covered_by(looked, each) for each in period.inner(kind)) for kind in shorter)
