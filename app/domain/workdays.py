"""工作日: which days people work, by the week, the published holidays, and what a court tells beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.words import half_width

_JOINED = re.compile(r"[、,;；\s]+")
_SPAN = re.compile(
    r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:(?:至|到|~)(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?)?"
)
_LONGEST = 60

_PUBLISHED_FREE = (
    # 国务院办公厅关于2024年、2025年、2026年部分节假日安排的通知 (国办发明电〔2023〕7号、〔2024〕12号、〔2025〕7号); weekends are free
    # by themselves.
    "2024-01-01、2024-02-10至2024-02-17、2024-04-04至2024-04-06、2024-05-01至2024-05-05、2024-06-10、"
    "2024-09-15至2024-09-17、2024-10-01至2024-10-07、"
    "2025-01-01、2025-01-28至2025-02-04、2025-04-04至2025-04-06、2025-05-01至2025-05-05、2025-05-31至2025-06-02、"
    "2025-10-01至2025-10-08、"
    "2026-01-01至2026-01-03、2026-02-15至2026-02-23、2026-04-04至2026-04-06、2026-05-01至2026-05-05、"
    "2026-06-19至2026-06-21、2026-09-25至2026-09-27、2026-10-01至2026-10-07"
)
_PUBLISHED_WORKED = (
    "2024-02-04、2024-02-18、2024-04-07、2024-04-28、2024-05-11、2024-09-14、2024-09-29、2024-10-12、"
    "2025-01-26、2025-02-08、2025-04-27、2025-09-28、2025-10-11、"
    "2026-01-04、2026-02-14、2026-02-28、2026-05-09、2026-09-20、2026-10-10"
)


class Workdays(NamedTuple):
    """A calendar: ``free`` are days off beside the weekends, ``worked`` weekend days that are worked."""

    free: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Whether people work on that day."""
        return day in self.worked or (day.weekday() < 5 and day not in self.free)

    def after(self, day: date, count: int) -> date:
        """The ``count``-th working day after a day (which itself does not count); the day itself for none."""
        found = day
        for _ in range(count):
            found += timedelta(days=1)
            while not self.is_workday(found):
                found += timedelta(days=1)
        return found

    def unknown_years(self, first: date, last: date) -> tuple[int, ...]:
        """The years from one day to another of which no holiday is known: published later, or never told by the court."""
        known = {day.year for day in self.free}
        return tuple(year for year in range(first.year, last.year + 1) if year not in known)

    def between(self, first: date, last: date) -> int:
        """How many working days lie from one day to another, both included."""
        return sum(self.is_workday(first + timedelta(days=at)) for at in range((last - first).days + 1))


def days_told(text: str) -> frozenset[date]:
    """The days of a list such as ``2024-10-01至2024-10-07、2024-12-30``. Raises ValueError with the part not understood."""
    parts = [part for part in _JOINED.split(half_width(text).replace("、", ",").strip()) if part]
    return frozenset(day for part in parts for day in _days_of(part))


def _days_of(part: str) -> Iterator[date]:
    match = _SPAN.fullmatch(part)
    if match is None:
        raise ValueError(part)
    numbers = [int(each) for each in match.groups() if each]
    try:
        first = date(*numbers[:3])
        last = date(*numbers[3:]) if numbers[3:] else first
    except ValueError:
        raise ValueError(part) from None
    if not 0 <= (last - first).days < _LONGEST:
        raise ValueError(part)
    return (first + timedelta(days=at) for at in range((last - first).days + 1))


PUBLISHED = Workdays(days_told(_PUBLISHED_FREE), days_told(_PUBLISHED_WORKED))
"""The holidays published so far; of a year that is not among them only the weekends are free."""


def calendar(free: str = "", worked: str = "") -> Workdays:
    """The published calendar with a court's own days: what is told free is free, what is told worked is worked.

    Raises ValueError with the part that is no day.
    """
    off, on = days_told(free), days_told(worked)
    return Workdays((PUBLISHED.free | off) - on, (PUBLISHED.worked | on) - off)
