"""Who works where on which day: from postings and absences to the people who can sit on a case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from app.domain.periods import Period
from app.domain.roster import Posting
from app.sheets.sample.court import ASSISTANT, CLERK, HIRED_CLERK, JUDGE
from app.sheets.sample.people import Roll, Staff, year_of

LENDING = ("审监庭", "立案庭")
"""Divisions that lend judges where a division has too few for a panel of three."""
WHOLE_PANEL = frozenset({"民一庭", "行政庭"})
"""Divisions that write all three judges into 合议庭成员, the presiding one and the one in charge too."""
HEADS = frozenset({"庭长", "局长"})
HOLIDAYS = frozenset({(1, 1), *((5, day) for day in range(1, 6)), *((10, day) for day in range(1, 8))})
"""Days of the same date every year on which no court works."""


class Bench(NamedTuple):
    """The people of one division who are at work on one day."""

    division: str
    day: date
    judges: tuple[str, ...]
    head: str
    assistants: tuple[str, ...]
    clerks: tuple[str, ...]

    @property
    def lists_whole_panel(self) -> bool:
        """Whether the division writes all three judges into 合议庭成员."""
        return self.division in WHOLE_PANEL


class Desk:
    """Everybody's working days in a year."""

    def __init__(self, roll: Roll) -> None:
        self._at_work = {each.staff_no: _working_days(each, year_of(roll)) for each in roll.staff}
        self._benches: dict[tuple[str, date], Bench] = {}

    def judging_days(self, staff_no: str, month: Period) -> list[tuple[date, Posting]]:
        """The days of a month on which somebody is at work as a judge, with the posting in force."""
        days = self._at_work[staff_no].items()
        return [(day, posting) for day, posting in days if month.has_day(day) and posting.category == JUDGE]

    def bench(self, division: str, day: date) -> Bench:
        """Who can sit on a case of the division that closes on the day."""
        if (division, day) not in self._benches:
            self._benches[division, day] = self._make_bench(division, day)
        return self._benches[division, day]

    def _make_bench(self, division: str, day: date) -> Bench:
        judges = self._working((division,), day, lambda posting: posting.category == JUDGE)
        lent = () if len(judges) >= 3 else self._working(LENDING, day, lambda posting: posting.category == JUDGE)
        heads = self._working((division,), day, lambda posting: posting.category == JUDGE and posting.post in HEADS)
        return Bench(
            division,
            day,
            tuple(dict.fromkeys((*judges, *lent))),
            heads[0] if heads else "",
            self._working((division,), day, lambda posting: posting.category == ASSISTANT),
            self._working((division,), day, lambda posting: posting.category == CLERK or posting.post == HIRED_CLERK),
        )

    def _working(self, divisions: tuple[str, ...], day: date, wanted: Callable[[Posting], bool]) -> tuple[str, ...]:
        return tuple(
            staff_no
            for staff_no, days in self._at_work.items()
            if day in days and days[day].division in divisions and wanted(days[day])
        )


def _working_days(staff: Staff, year: Period) -> dict[date, Posting]:
    away = {day for absence in staff.absences for day in _days(absence.start, absence.end or year.last_day)}
    return {
        day: posting
        for posting in staff.postings
        for day in sorted(posting.days_in(year))
        if day.weekday() < 5 and (day.month, day.day) not in HOLIDAYS and day not in away
    }


def _days(first: date, last: date) -> list[date]:
    return [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]
