"""Which day things happen on in the made-up year: when sheets come, when the body meets, when results are public."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.domain.periods import Kind, Period
from app.domain.workdays import calendar

_CALENDAR = calendar("", "")
_IN_TIME, _LATE = 3, 12
"""Working days after the end of a period on which a sheet comes in time, and much too late; five are allowed."""


class ClosingDays(NamedTuple):
    """The days on which a period comes to its end; ``computed`` is the last on which sheets are still taken."""

    computed: date
    meeting: date
    public: date
    signed: date


def workday(day: date, count: int) -> date:
    """The ``count``-th working day after a day."""
    return _CALENDAR.after(day, count)


def in_time(period: Period) -> date:
    """The day on which the sheets of a period come."""
    return workday(period.last_day, _IN_TIME)


def too_late(period: Period) -> date:
    """The day on which a late sheet comes."""
    return workday(period.last_day, _LATE)


def closing_days(period: Period) -> ClosingDays:
    """The days of a period: a month closes with its quarter, a half-year after its second quarter, the year last."""
    if period.kind is Kind.MONTH:
        period = Period(period.year, Kind.QUARTER, (period.index + 2) // 3)
    computed = workday(period.last_day, {Kind.HALF: 28, Kind.YEAR: 30}.get(period.kind, 14))
    meeting = workday(computed, 2)
    return ClosingDays(computed, meeting, workday(meeting, 1), workday(meeting, 7))
