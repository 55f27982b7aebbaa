"""异议, 复核, 申诉: against one result, perhaps one indicator of it; with the days of the law or of the court.

The law's way (公务员法 art. 95, 96) is open for the grades that sheet 方案 names (法定复核等次) to those whose category does
not shut it out: review within 30 days of knowing, decided in 30; appeal within 15 days of the review's decision, or
directly within 30 of knowing; decided in 60 days, 30 more where it is complex. All else runs on the court's own days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from app.domain.entries import Origin
from app.domain.grades.decisions import names_in
from app.domain.periods import Period
from app.domain.schemes import Scheme
from app.domain.words import plain

UPHELD, REJECTED = "成立", "不成立"
OUTCOMES = (UPHELD, REJECTED)


class Way(StrEnum):
    """By which way it goes."""

    OBJECTION = "异议"
    REVIEW = "复核"
    APPEAL = "申诉"


class ObjectionStep(StrEnum):
    """How far it is."""

    LODGED = "已提出"
    ACCEPTED = "已受理"
    ANSWERED = "已答复"


@dataclass(frozen=True, slots=True)
class Objection:
    """One objection. ``after`` is the number of the earlier one that it goes on from (0: none).

    ``known``: the day on which the person knew the result. ``figures_before`` and ``figures_after`` hold total, score,
    rank, proposed and decided grade as texts: at lodging, and at the answer.
    """

    number: int
    period: Period
    issue: int
    staff_no: str
    way: Way
    statutory: bool
    indicator: str
    text: str
    after: int
    known: date | None
    lodged: date
    accepted: date | None = None
    extended: bool = False
    answered: date | None = None
    outcome: str = ""
    answer: str = ""
    document: str = ""
    reviewers: str = ""
    figures_before: Mapping[str, str] = field(default_factory=dict)
    figures_after: Mapping[str, str] = field(default_factory=dict)
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (str(self.number),)

    @property
    def step(self) -> ObjectionStep:
        """How far it is."""
        if self.answered:
            return ObjectionStep.ANSWERED
        return ObjectionStep.ACCEPTED if self.accepted else ObjectionStep.LODGED


def has_statutory_way(scheme: Scheme, grade: str, category: str, establishment: str = "") -> bool:
    """Whether the law's review is open against a decided grade (公务员法 art. 95)."""
    grades = map(plain, names_in(scheme.setting("法定复核等次")))
    outside = set(map(plain, names_in(scheme.setting("不适用法定复核"))))
    return plain(grade) in grades and not outside & {plain(category), plain(establishment)}


def lodging_until(
    scheme: Scheme, way: Way, *, statutory: bool, known: date | None, reviewed: date | None
) -> date | None:
    """The last day on which it can be lodged; ``reviewed``: when the review was answered. None: no day to count from."""
    if not statutory:
        name, start = "异议提出天数", known
    elif way is Way.APPEAL:
        name, start = ("申诉提出天数", reviewed) if reviewed else ("直接申诉天数", known)
    else:
        name, start = "复核申请天数", known
    days = scheme.setting(name)
    return None if start is None or days is None else start + timedelta(days=days)


def answer_until(scheme: Scheme, objection: Objection) -> date:
    """The last day for the answer: a review's from lodging, an appeal's from acceptance (公务员法 art. 95, 96)."""
    if not objection.statutory:
        return objection.lodged + timedelta(days=scheme.setting("异议答复天数"))
    if objection.way is not Way.APPEAL:
        return objection.lodged + timedelta(days=scheme.setting("复核决定天数"))
    days = scheme.setting("申诉决定天数") + (scheme.setting("申诉延长天数") if objection.extended else 0)
    return (objection.accepted or objection.lodged) + timedelta(days=days)


def conflicts(reviewers: str, first_deciders: str, name: str) -> tuple[str, ...]:
    """Who may not decide a review: whoever decided first, and the person concerned (公务员法 art. 76, avoidance)."""
    barred = {plain(each) for each in (*names_in(first_deciders), name)}
    return tuple(each for each in names_in(reviewers) if plain(each) in barred)
