"""How a period ends: its stages, what was made public, its seal, and its further issues (期次)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.entries import Origin
from app.domain.periods import Kind, Period, kinds_told
from app.domain.schemes import Scheme


class Stage(StrEnum):
    """How far a period is: what it waits for is what the next stage needs."""

    GATHERING = "采集"
    COMPUTED = "核算"
    DECIDED = "评定"
    PUBLIC = "公示"
    CLOSED = "办结"


def public_days(scheme: Scheme, kind: Kind) -> int:
    """How many working days the results of such a period must be public (公示天数); 0: 公示周期 does not name its kind."""
    return scheme.public_days or 0 if kind in kinds_told(scheme.setting("公示周期")) else 0


@dataclass(frozen=True, slots=True)
class Seal:
    """封存 of one issue: ``digest`` (SHA-256, hex) over ``parts``, which holds the digest of every part by its name."""

    period: Period
    issue: int
    form: int
    digest: str
    parts: dict[str, str]
    engine_version: str
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.period.code, str(self.issue))


@dataclass(frozen=True, slots=True)
class Reopening:
    """Why a sealed period was opened again; ``issue`` is the one that this began."""

    period: Period
    issue: int
    reason: str
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.period.code, str(self.issue))


@dataclass(frozen=True, slots=True)
class Publication:
    """公示: from a day until a day, both included. ``shown`` is the digest of what was shown; ``withdrawn`` why it ended."""

    period: Period
    issue: int
    ordinal: int
    start: date
    until: date
    scope: str = ""
    shown: str = ""
    withdrawn: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.period.code, str(self.issue), str(self.ordinal))


@dataclass(frozen=True, slots=True)
class Notice:
    """结果通知: the day on which a person signed for it (公务员法 art. 38, 法官法 art. 43), and the person's own opinion."""

    period: Period
    issue: int
    staff_no: str
    signed: date
    opinion: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.period.code, str(self.issue), self.staff_no)
