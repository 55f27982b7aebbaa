"""免报: a sheet that a division need not hand in for a period, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.entries import Origin
from app.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Waiver:
    """One expected sheet that is not needed; ``division``, ``kind`` and ``subject`` are the expected sheet's.

    Who said so and when is told by the origin.
    """

    period: Period
    division: str
    kind: str
    subject: str
    reason: str
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.period.code, self.division, self.kind, self.subject)

    @property
    def sheet(self) -> tuple[str, str, str]:
        """The expected sheet that it speaks of: reporter, kind, subject."""
        return (self.division, self.kind, self.subject)
