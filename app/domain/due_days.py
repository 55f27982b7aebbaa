"""报送期限: until when the sheets of a period are to be handed in, as sheet 方案 tells it.

``5个工作日`` is the fifth working day after the period's last day, ``10日`` the tenth day of the month after it. Kinds of
periods may differ: ``月:3个工作日、季:10日``; what stands without a kind holds for all others. 不设: no day is set.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.periods import Kind, Period, kind_of_word
from app.domain.told_shares import told_words
from app.domain.words import plain
from app.domain.workdays import Workdays

_PART = re.compile(
    r"(?:(月|月度|季|季度|半年|半年度|年|年度):)?(?:次月)?第?(\d{1,2})(个工作日|日|号|个?天)?(?:前|内|以前|以内)?"
)
_MOST_WORKDAYS = 60
BY_QUARTER = "按季报送部门"
"""The setting that names the divisions which hand in their months' sheets with those of the quarter."""


class DueRule(NamedTuple):
    """The ``number``-th working day after the period, or the ``number``-th day of the month after it."""

    number: int
    working: bool

    def day(self, period: Period, workdays: Workdays) -> date:
        """The last day on which a sheet of the period is in time."""
        if self.working:
            return workdays.after(period.last_day, self.number)
        first = period.last_day + timedelta(days=1)
        return first.replace(day=min(self.number, monthrange(first.year, first.month)[1]))


class DueRules(NamedTuple):
    """The rules by kind of period; ``others`` for kinds that are not named. None: no day is set."""

    by_kind: dict[Kind, DueRule]
    others: DueRule | None = None

    def day(self, period: Period, workdays: Workdays) -> date | None:
        """The due day of a period, or None."""
        rule = self.by_kind.get(period.kind, self.others)
        return None if rule is None else rule.day(period, workdays)


def wanted_with(period: Period, division: str, by_quarter: str) -> Period:
    """The period with whose sheets a division's sheet of a period is wanted; ``by_quarter`` as the setting tells it."""
    if period.kind is not Kind.MONTH or plain(division) not in map(plain, told_words(by_quarter)):
        return period
    return Period(period.year, Kind.QUARTER, (period.index - 1) // Kind.QUARTER + 1)


def due_rules(text: str) -> DueRules:
    """The rules that a text tells. Raises ValueError with the part that nobody understands."""
    by_kind: dict[Kind, DueRule] = {}
    others: DueRule | None = None
    for part in re.split(r"[,;]", plain(text)):
        if part in ("", "不设", "无"):
            continue
        match = _PART.fullmatch(part)
        rule = _rule(match) if match else None
        if match is None or rule is None:
            raise ValueError(part)
        kind = kind_of_word(match[1]) if match[1] else None
        if kind is None:
            others = rule
        else:
            by_kind[kind] = rule
    return DueRules(by_kind, others)


def _rule(match: re.Match[str]) -> DueRule | None:
    count, working = int(match[2]), match[3] in (None, "个工作日")
    return DueRule(count, working) if 1 <= count <= (_MOST_WORKDAYS if working else 31) else None
