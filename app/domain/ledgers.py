"""台账: dated events about people with points or counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.entries import Origin
from app.domain.periods import Period

NOTHING_TO_REPORT = "零报告"
"""The 事项 of a row that says: we looked, and there was nothing."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a ledger. ``points`` is None where none is told; ``count`` likewise (then it counts 1).

    ``result_key`` (成果标识) names one paper or award, which counts once. ``confirmed`` is False while a scheme that
    asks for confirmation still waits for the second person.
    """

    ledger: str
    day: date
    staff_no: str
    subject: str
    level: str = ""
    points: Decimal | None = None
    count: Decimal | None = None
    basis: str = ""
    result_key: str = ""
    note: str = ""
    ordinal: int = 1
    confirmed: bool = True
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book; ``ordinal`` tells apart equal rows of one sheet."""
        return (self.ledger, self.day.isoformat(), self.staff_no, self.subject, self.result_key, str(self.ordinal))


@dataclass(frozen=True, slots=True)
class Coverage:
    """A sheet looked at a period: of the case list (``ledger`` is empty) or of one ledger. None found is then zero."""

    ledger: str
    period: Period
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.ledger, self.period.code)
