"""决定: grades that people decided; never the same record as a proposed grade."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.domain.entries import Origin
from app.domain.periods import Period
from app.storage.nouns import Noun
from app.storage.tables import DecisionRow


@dataclass(frozen=True, slots=True)
class Decision:
    """The grade decided for a person in one issue of a period, why, in which meeting, on which day."""

    period: Period
    issue: int
    staff_no: str
    grade: str
    reason: str = ""
    meeting: str = ""
    day: date | None = None
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.period.code, str(self.issue), self.staff_no)


decisions = Noun(DecisionRow, Decision)
