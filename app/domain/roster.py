"""人员, 任职, 离岗: who was in which division, post and category on which days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from app.domain.entries import Origin
from app.domain.numbers import Ratio, half_up
from app.domain.periods import Period
from app.domain.words import plain


@dataclass(frozen=True, slots=True)
class Person:
    """One person; the staff number never changes."""

    staff_no: str
    name: str
    gender: str = ""
    birth_date: date | None = None
    id_number: str = ""
    political_status: str = ""
    education: str = ""
    note: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.staff_no,)


@dataclass(frozen=True, slots=True)
class Posting:
    """A person in a division, category and post from a day to a day, both included; None is open-ended."""

    staff_no: str
    division: str
    category: str
    line: str = ""
    indicator_set: str = ""
    post: str = ""
    rank: str = ""
    judge_grade: str = ""
    establishment: str = ""
    start: date | None = None
    end: date | None = None
    note: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book: one posting of a person begins on a day."""
        return (self.staff_no, self.start.isoformat() if self.start else "")

    def days_in(self, period: Period) -> frozenset[date]:
        """The days of the period on which it is in force."""
        return _days(self.start, self.end, period)


@dataclass(frozen=True, slots=True)
class Absence:
    """A person away from a day to a day, both included; None is open-ended."""

    staff_no: str
    kind: str
    start: date
    end: date | None = None
    note: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.staff_no, self.kind, self.start.isoformat())


@dataclass(frozen=True, slots=True)
class Tenure:
    """What a period sees of one person: the posting in force longest, every posting, days in post and away."""

    posting: Posting
    postings: tuple[Posting, ...]
    days_in_post: int
    period_days: int
    months: int
    absent_days: dict[str, frozenset[date]] = field(default_factory=dict)
    """The days of the period away, by kind of absence; one day may be of two kinds."""

    @property
    def ratio(self) -> Decimal:
        """在岗比例: days in post ÷ days of the period, half-up to 4 decimals (contract, section 4.1, 2)."""
        return _ratio(self.days_in_post, self.period_days)

    @property
    def months_in_post(self) -> Decimal:
        """在岗月数: the rounded ratio × months of the period, 4 decimals."""
        return _months(self.ratio, self.months)


@lru_cache(maxsize=1000)
def _ratio(days: int, of: int) -> Decimal:
    return half_up(Ratio(days, of), 4)


@lru_cache(maxsize=1000)
def _months(ratio: Decimal, months: int) -> Decimal:
    return half_up(ratio * months, 4)


def tenure(
    postings: Iterable[Posting],
    absences: Sequence[Absence],
    period: Period,
    off_duty_kinds: frozenset[str],
    within: frozenset[date] | None = None,
) -> Tenure | None:
    """What the period sees of a person, or None where no posting is in force on any of its days.

    ``within``: only these days of the period are looked at. ``off_duty_kinds`` are ``plain``: the kinds of absence whose days are not days in post.
    Longest in force: days summed per identical division, category and post; equal: the later (contract, 4.1, 2).
    """
    touching = [(posting, days) for posting in postings if (days := _kept(posting.days_in(period), within))]
    if not touching:
        return None
    if len(touching) == 1 and not absences:
        posting, days = touching[0]
        return Tenure(posting, (posting,), len(days), period.days, int(period.kind))
    touching.sort(key=lambda pair: (max(pair[1]), min(pair[1]), pair[0].key, pair[0].division))
    summed: dict[tuple[str, ...], set[date]] = {}
    for posting, days in touching:
        summed.setdefault(_same(posting), set()).update(days)
    longest = max(touching, key=lambda pair: (len(summed[_same(pair[0])]), max(pair[1]), min(pair[1])))[0]
    chosen = [posting for posting, _ in touching if _same(posting) == _same(longest)][-1]
    in_post = frozenset().union(*(days for _, days in touching))
    away: dict[str, set[date]] = {}
    for absence in absences:
        if days := _kept(_days(absence.start, absence.end, period), within):
            away.setdefault(absence.kind, set()).update(days)
    off_duty = frozenset().union(*(days for kind, days in away.items() if plain(kind) in off_duty_kinds))
    return Tenure(
        posting=chosen,
        postings=tuple(posting for posting, _ in sorted(touching, key=lambda pair: min(pair[1]))),
        days_in_post=len(in_post - off_duty),
        period_days=period.days,
        months=int(period.kind),
        absent_days={kind: frozenset(days) for kind, days in sorted(away.items())},
    )


def posting_by_day(postings: Iterable[Posting], period: Period) -> dict[date, Posting]:
    """The posting of each day of the period; where several are in force, the one that began last."""
    found: dict[date, Posting] = {}
    for posting in sorted(postings, key=lambda each: (each.start or date.min, each.division, each.category, each.post)):
        found.update(dict.fromkeys(posting.days_in(period), posting))
    return found


def _kept(days: frozenset[date], within: frozenset[date] | None) -> frozenset[date]:
    return days if within is None else days & within


def _same(posting: Posting) -> tuple[str, ...]:
    return plain(posting.division), plain(posting.category), plain(posting.post)


@lru_cache(maxsize=100_000)
def staff_no_order(staff_no: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key by which Y2 stands before Y10."""
    parts = re.findall(r"\d+|\D+", staff_no)
    return tuple((0, int(part), part) if part.isdecimal() else (1, 0, part) for part in parts)


@lru_cache(maxsize=1000)
def _days(start: date | None, end: date | None, period: Period) -> frozenset[date]:
    first = max(start, period.first_day) if start else period.first_day
    last = min(end, period.last_day) if end else period.last_day
    return frozenset(first + timedelta(days=offset) for offset in range((last - first).days + 1))
