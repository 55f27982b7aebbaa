"""台账: dated events about people with points or counts, whether they are in effect, and the files that prove them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.entries import Origin
from app.domain.periods import Period

NOTHING_TO_REPORT = "零报告"
"""The 事项 of a row that says: we looked, and there was nothing."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a ledger. ``points`` is None where none is told; ``count`` likewise (then it counts 1).

    ``result_key`` (成果标识) names one paper or award, which counts once. ``confirmed`` is False while a scheme that
    asks for confirmation still waits for the second person; ``refused`` is the reason why that person sent it back.
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
    refused: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book; ``ordinal`` tells apart equal rows of one sheet."""
        return (self.ledger, self.day.isoformat(), self.staff_no, self.subject, self.result_key, str(self.ordinal))

    @property
    def number(self) -> str:
        """事项编号: ten signs made from its key, by which people and commands name it; the same in every book."""
        return hashlib.sha256("\n".join(self.key).encode()).hexdigest()[:10]

    def standing(self, *, asked: bool) -> Standing:
        """How it stands; ``asked``: whether the scheme asks for a second person (台账确认, contract, section 4)."""
        if self.refused:
            return Standing.REFUSED
        return Standing.WAITING if asked and not self.confirmed else Standing.IN_EFFECT

    def is_in_effect(self, *, asked: bool) -> bool:
        """Whether it counts: only what is in effect does."""
        return not self.refused and (self.confirmed or not asked)


class Standing(StrEnum):
    """How an event stands; the values are those of the JSON documents."""

    WAITING = "waiting"
    IN_EFFECT = "in_effect"
    REFUSED = "refused"

    @property
    def word(self) -> str:
        """待确认, 已生效, 已退回."""
        return _STANDINGS[self]


_STANDINGS = {Standing.WAITING: "待确认", Standing.IN_EFFECT: "已生效", Standing.REFUSED: "已退回"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """材料: a file that proves an event, named by the event's key; ``digest`` is the SHA-256 of its bytes, in hex."""

    ledger: str
    day: date
    staff_no: str
    subject: str
    result_key: str
    ordinal: int
    digest: str
    name: str
    size: int
    note: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book: one file is attached to an event once."""
        return (*self.event_key, self.digest)

    @property
    def event_key(self) -> tuple[str, ...]:
        """The key of the event that it proves."""
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
