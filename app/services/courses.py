"""得分走势: one person's totals over the periods of a year, beside the mean of the indicator set; and who has any."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from app.domain.facts import Status
from app.domain.numbers import half_up
from app.domain.periods import Period
from app.storage.database import Database
from app.storage.results import ResultHead, read_heads

MEAN_PLACES = 2


class CoursePoint(NamedTuple):
    """One computed period: one's own total (None: none, then ``status_word`` says why), and the mean of one's set."""

    period: Period
    total: Decimal | None
    status_word: str
    mean: Decimal | None


def course(book: Database, staff_no: str, year: int) -> tuple[CoursePoint, ...]:
    """The person's computed periods of a year in order of time; empty for somebody without a result in it."""
    with book.reading() as session:
        heads = read_heads(session, year=year)
    own = [head for head in heads if head.staff_no == staff_no]
    points = (CoursePoint(head.period, head.total, head.status.word, _mean(heads, head)) for head in own)
    return tuple(sorted(points, key=lambda point: (point.period.last_day, point.period.kind)))


def scored_people(book: Database, year: int) -> frozenset[str]:
    """The staff numbers of everybody who has a result in a year: of whom a volume can be made."""
    with book.reading() as session:
        return frozenset(head.staff_no for head in read_heads(session, year=year))


def _mean(heads: tuple[ResultHead, ...], own: ResultHead) -> Decimal | None:
    totals = [
        head.total
        for head in heads
        if head.period == own.period
        and head.set_name == own.set_name
        and head.status is Status.COMPLETE
        and head.total is not None
    ]
    return half_up(sum(totals, Decimal(0)) / len(totals), MEAN_PLACES) if totals else None
