"""The figures that departments tell about people: every typed-in data item, month by month, quarter and year."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import NamedTuple

from app.domain.cases import Case
from app.domain.numbers import half_up
from app.domain.periods import Kind, Period
from app.sheets.sample.cases import case_share, days_taken
from app.sheets.sample.court import (
    ASSISTANT,
    AUXILIARIES,
    CLERK,
    HIRED,
    HIRED_CLERK,
    JUDGES,
    OFFICER,
    SETS,
    WORKER,
)
from app.sheets.sample.draws import draws
from app.sheets.sample.pages import Value
from app.sheets.sample.people import Member, Roll
from app.sheets.sample.scheme_items import BY_NAME

LIGHT_CASES = {"立案庭": 0.4, "执行局": 0.7}
"""Divisions whose cases have small coefficients on the whole: their assistants' tasks are smaller, too."""
NOT_APPLICABLE = "—"
EXCUSED = "免"


class Sight(NamedTuple):
    """What a draw may look at: who, in which month, and the cases closed in it."""

    member: Member
    month: Period
    cases: tuple[Case, ...]

    @property
    def own_cases(self) -> tuple[Case, ...]:
        """The cases that the person was in charge of."""
        return tuple(case for case in self.cases if self.member.staff_no in case.roles["承办人"])

    @property
    def assisted(self) -> int:
        """In how many cases the person was assistant or clerk."""
        return sum(1 for case in self.cases if {"法官助理", "书记员"} & set(case.roles_of(self.member.staff_no)))

    @property
    def presence(self) -> float:
        """The share of the month in post."""
        return float(self.member.tenure.ratio)


Draw = Callable[[Random, Sight], Value]
BY_SETS: dict[str, tuple[str, ...]] = {
    "办案任务数": (JUDGES,),
    "岗位办案比例": (JUDGES,),
    "上诉申请再审数": (JUDGES,),
    "平均审理天数": (JUDGES,),
    "长期未结数": (JUDGES,),
    "协助任务数": (AUXILIARIES,),
    "归档超期天数": (AUXILIARIES,),
    "迟到早退次数": SETS,
    "岗位任务完成率": (AUXILIARIES, OFFICER, WORKER, HIRED),
    "差错次数": (OFFICER, HIRED),
    "安全责任事故数": (WORKER,),
    "岗位工作量": (HIRED,),
}
"""Which sets need a monthly item; for everybody else it does not apply."""


def _sometimes(chance: Random, *shares: float) -> int:
    """0, 1, 2 … with the given shares of chance; the rest is 0."""
    return chance.choices(range(len(shares)), shares)[0]


def _case_task(_: Random, sight: Sight) -> Value:
    share = case_share(sight.member.posting.post)
    return max(1, round(13.2 * share / 100 * sight.presence))


def _appeals(chance: Random, sight: Sight) -> Value:
    return sum(1 for _ in sight.own_cases if chance.random() < 0.1)


def _mean_days(_: Random, sight: Sight) -> Value:
    days = [days_taken(case) for case in sight.own_cases]
    return half_up(Fraction(sum(days), len(days)), 1) if days else NOT_APPLICABLE


def _assisting_task(chance: Random, sight: Sight) -> Value:
    """No task for those whose post has nothing to do with cases."""
    if sight.member.posting.category not in (ASSISTANT, CLERK):
        return NOT_APPLICABLE
    factor = 0.4 if sight.member.posting.category == ASSISTANT else 0.3
    factor *= LIGHT_CASES.get(sight.member.posting.division, 1)
    return max(1, round(sight.assisted * factor * chance.uniform(0.9, 1.15)))


def _overdue_days(chance: Random, sight: Sight) -> Value:
    if sight.member.posting.category not in (ASSISTANT, CLERK):
        return NOT_APPLICABLE
    return chance.choice((0, 0, 0, 0, 0, 2, 4, 6, 9, 12))


def _work_units(chance: Random, sight: Sight) -> Value:
    usual = 36 if sight.member.posting.post == HIRED_CLERK else 24
    return max(1, round(usual * sight.presence * chance.uniform(0.88, 1.15)))


def _done(chance: Random, _: Sight) -> Value:
    return chance.choice((88, 91, 93, 95, 95, 96, Decimal("96.5"), 97, 98, 98, Decimal("98.5"), 99, 100, 100, 100))


DRAWS: dict[str, Draw] = {
    "办案任务数": _case_task,
    "岗位办案比例": lambda _, sight: case_share(sight.member.posting.post),
    "上诉申请再审数": _appeals,
    "平均审理天数": _mean_days,
    "长期未结数": lambda chance, _: _sometimes(chance, 0.7, 0.2, 0.08, 0.02),
    "协助任务数": _assisting_task,
    "归档超期天数": _overdue_days,
    "迟到早退次数": lambda chance, _: _sometimes(chance, 0.86, 0.1, 0.04),
    "岗位任务完成率": _done,
    "差错次数": lambda chance, _: _sometimes(chance, 0.85, 0.11, 0.04),
    "安全责任事故数": lambda chance, _: _sometimes(chance, 0.97, 0.03),
    "岗位工作量": _work_units,
}


class Figures:
    """What is told about everybody, as the year knows it in the end."""

    def __init__(self, roll: Roll, cases: dict[Period, tuple[Case, ...]]) -> None:
        self.roll = roll
        self.cases = cases
        self._told: dict[tuple[str, Period, str], Value] = {}

    def monthly(self, member: Member, month: Period, item: str) -> Value:
        """What a department writes for one person, month and item."""
        key = (member.staff_no, month, item)
        if key not in self._told:
            self._told[key] = self._drawn(member, month, item)
        return self._told[key]

    def gathered(self, staff_no: str, period: Period, item: str) -> Value:
        """The item's value for a longer period, from the months in which the person was here."""
        here = ((self.roll.member(staff_no, month), month) for month in period.months)
        told = [self.monthly(member, month, item) for member, month in here if member]
        return _gather([value for value in told if isinstance(value, int | Decimal)], BY_NAME[item].gathering)

    def _drawn(self, member: Member, month: Period, item: str) -> Value:
        if member.set_name not in BY_SETS[item]:
            return NOT_APPLICABLE
        if member.is_away:
            return EXCUSED
        return DRAWS[item](draws(item, member.staff_no, month.code), Sight(member, month, self.cases[month]))


def with_gaps(roll: Roll, period: Period) -> tuple[Member, ...]:
    """Who was here in the period, but not in all its months: for them the period gets values of its own."""
    return tuple(
        member
        for member in roll.members(period)
        if period.kind is not Kind.MONTH and any(roll.member(member.staff_no, month) is None for month in period.months)
    )


def _gather(values: list[int | Decimal], way: str) -> Value:
    if not values:
        return NOT_APPLICABLE
    ways: dict[str, Callable[[], int | Decimal]] = {
        "求和": lambda: Decimal(sum(values)),
        "平均": lambda: half_up(Fraction(sum(Decimal(value) for value in values)) / len(values), 1),
        "末值": lambda: values[-1],
        "最大": lambda: max(values),
    }
    return ways[way]()
