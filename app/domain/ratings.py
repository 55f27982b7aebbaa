"""测评: ballots about people. No rater's identity exists anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from app.domain.entries import Origin
from app.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Ballot:
    """One ballot of one rater group about one person: a mark, or a word that the scheme turns into one.

    ``item`` is the code of the data item that it is for; empty: the scheme has but one that it could be for.
    """

    staff_no: str
    period: Period
    group: str
    mark: Decimal | None = None
    word: str = ""
    ticket: str = ""
    item: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book; ``ticket`` is the 票号, or the row's running number where none is told."""
        return (self.staff_no, self.period.code, self.group, self.ticket, self.item)

    def is_for(self, item: str) -> bool:
        """Whether it counts for a data item: for its own, or for each of 测评 where it names none."""
        return self.item in {"", item}
