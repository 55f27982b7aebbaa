"""决定: the grade that people decided for one person; never the same record as a proposed grade."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from app.domain.entries import Origin
from app.domain.periods import Period

_JOINED = re.compile(r"[、，,;；\n]+")


@dataclass(frozen=True, slots=True)
class Decision:
    """The grade decided for a person in one issue of a period, why, in which meeting, on which day.

    ``code`` is the 考核结论 code of 不确定等次 (5, 5A, 5B, 5C) and 不进行考核 (6, 6A, 6B); ``approval`` the number of the
    document that lets the grade go over its quota; ``present`` who was there; ``proposed`` what was proposed at that time.
    """

    period: Period
    issue: int
    staff_no: str
    grade: str
    reason: str = ""
    meeting: str = ""
    day: date | None = None
    code: str = ""
    approval: str = ""
    present: str = ""
    proposed: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.period.code, str(self.issue), self.staff_no)


def names_in(text: str) -> tuple[str, ...]:
    """The people that a text names, joined by 、 or the like; a blank joins none, as names are written with blanks inside."""
    return tuple(filter(None, map(str.strip, _JOINED.split(text))))
