"""测评: ballots about people. No rater's identity exists anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from app.domain.entries import Origin
from app.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Ballot:
    """One ballot of one rater group about one person: a mark, or a word that the scheme turns into one."""

    staff_no: str
    period: Period
    group: str
    mark: Decimal | None = None
    word: str = ""
    ticket: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book; ``ticket`` is the 票号, or the row's running number where none is told."""
        return (self.staff_no, self.period.code, self.group, self.ticket)
