"""The people of the made-up court with their postings and absences of one year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from app.domain.periods import Kind, Period
from app.domain.roster import Absence, Person, Posting, Tenure, tenure
from app.sheets.sample.court import (
    ASSISTANT,
    BAILIFF,
    CLERK,
    DIVISIONS,
    EXECUTOR,
    HIRED,
    JUDGE,
    LINES,
    OFFICER,
    SET_OF,
    WORKER,
)  # fmt: skip
from app.sheets.sample.draws import draws
from app.sheets.sample.moves import LEAVERS, LEAVES, MOVES, NEWCOMERS, Leave, MonthDay, Spot
from app.sheets.sample.names import GIVEN_OF_MEN, GIVEN_OF_WOMEN, NAMED, SURNAMES

OFF_DUTY = frozenset({"病假", "事假", "产假", "借调", "学习"})
"""不计在岗的离岗类型, as the scheme names them."""

RANKS = {
    JUDGE: ("一级法官", "二级法官", "三级法官"), ASSISTANT: ("一级法官助理", "三级法官助理", "四级法官助理"),
    CLERK: ("二级书记员", "三级书记员"), BAILIFF: ("一级警长", "二级警长", "一级警员"), EXECUTOR: ("一级主任科员", "二级主任科员"),
    OFFICER: ("一级主任科员", "三级主任科员", "四级主任科员", "一级科员"), WORKER: ("高级工", "中级工"), HIRED: ("",),
}  # fmt: skip
LEADING_GRADES = {"庭长": "三级高级法官", "局长": "三级高级法官", "主任": "三级高级法官"}
ESTABLISHMENT = {HIRED: "聘用制", WORKER: "机关工勤编制"}
POLITICS = ("中共党员", "中共党员", "中共党员", "中共党员", "群众", "民盟盟员", "共青团员")
EDUCATION = ("大学本科", "大学本科", "大学本科", "硕士研究生", "硕士研究生", "大学专科")
RETIRING_AGE = 60
AREA = "990101"
"""No area of the country has this number: nobody's identity number can begin so."""


@dataclass(frozen=True)
class Staff:
    """One person with everything the roster and the absence sheet tell."""

    person: Person
    postings: tuple[Posting, ...]
    absences: tuple[Absence, ...] = ()

    @property
    def staff_no(self) -> str:
        """The staff number."""
        return self.person.staff_no


class Member(NamedTuple):
    """Somebody as a period sees him or her."""

    staff: Staff
    tenure: Tenure

    @property
    def staff_no(self) -> str:
        """The staff number."""
        return self.staff.staff_no

    @property
    def name(self) -> str:
        """The name."""
        return self.staff.person.name

    @property
    def posting(self) -> Posting:
        """The posting in force longest."""
        return self.tenure.posting

    @property
    def set_name(self) -> str:
        """The indicator set that scores the person in the period."""
        return SET_OF[self.posting.category]

    @property
    def is_away(self) -> bool:
        """Whether the person was absent so long that there is nothing to tell: two days in post at most."""
        return self.tenure.days_in_post <= 2


class Roll:
    """All people of a year, seen by period."""

    def __init__(self, year: int, staff: tuple[Staff, ...]) -> None:
        self.year = year
        self.staff = staff
        self._members: dict[Period, tuple[Member, ...]] = {}

    def members(self, period: Period) -> tuple[Member, ...]:
        """Who has a posting in the period, by division as the court lists them."""
        if period not in self._members:
            seen = ((each, tenure(each.postings, each.absences, period, OFF_DUTY)) for each in self.staff)
            present = [Member(each, found) for each, found in seen if found]
            order = list(LINES)
            present.sort(key=lambda member: order.index(member.posting.division))
            self._members[period] = tuple(present)
        return self._members[period]

    def member(self, staff_no: str, period: Period) -> Member | None:
        """One person in the period, or None."""
        return next((each for each in self.members(period) if each.staff_no == staff_no), None)

    def shared_names(self) -> frozenset[str]:
        """Names that more than one person has."""
        names = [each.person.name for each in self.staff]
        return frozenset(name for name in names if names.count(name) > 1)


def make_roll(year: int) -> Roll:
    """The court's people in a year; always the same for the same year."""
    taken = set(NAMED.values())
    staff = [_at_spot(spot, title, serial, year, taken) for serial, (spot, title) in enumerate(_spots(), 1)]
    for newcomer in NEWCOMERS:
        person = _person(len(staff) + 1, newcomer.category, year, _fresh_name(draws("新进", len(staff)), taken))
        start = _day(year, newcomer.day)
        posting = _posting(person, newcomer.division, newcomer.category, newcomer.title, start, note=newcomer.note)
        staff.append(Staff(person, (posting,)))
    return Roll(year, tuple(staff))


def year_of(roll: Roll) -> Period:
    """The year as a period."""
    return Period(roll.year, Kind.YEAR, 1)


def _spots() -> list[tuple[Spot, str]]:
    return [
        ((division.name, post.category, place), post.titles[min(place, len(post.titles) - 1)])
        for division in DIVISIONS
        for post in division.posts
        for place in range(post.places)
    ]


def _at_spot(spot: Spot, title: str, serial: int, year: int, taken: set[str]) -> Staff:
    division, category, _ = spot
    chance = draws("人员", *spot)
    last, why = LEAVERS.get(spot, (None, ""))
    retired = date(year - RETIRING_AGE, *last) if last and why == "退休" else None
    person = _person(serial, category, year, NAMED.get(spot) or _fresh_name(chance, taken), retired=retired)
    start = _start(chance, person, year)
    postings = [_posting(person, division, category, title, start)]
    if move := MOVES.get(spot):
        day = _day(year, move.day)
        postings[0] = _ended(postings[0], day - timedelta(days=1), "")
        new = (move.division or division, move.category or category, move.title or title)
        postings.append(_posting(person, *new, day, note=move.note))
    if last:
        postings[-1] = _ended(postings[-1], _day(year, last), why)
    leaves = tuple(_absence(person.staff_no, leave, year) for leave in LEAVES.get(spot, ()))
    return Staff(person, tuple(postings), leaves)


def _person(serial: int, category: str, year: int, name: str, *, retired: date | None = None) -> Person:
    """Somebody; ``retired`` is the birthday of whoever retires in the year."""
    chance = draws("简历", serial)
    gender = "女" if name.endswith(GIVEN_OF_WOMEN) else "男"
    age = chance.randint(25, 35) if category in (ASSISTANT, HIRED) else chance.randint(30, 57)
    born = retired or date(year - age, chance.randint(1, 12), chance.randint(1, 28))
    return Person(
        staff_no=f"LC{serial:04d}",
        name=name,
        gender=gender,
        birth_date=born,
        id_number=_id_number(born, serial, gender),
        political_status=chance.choice(POLITICS),
        education=chance.choice(EDUCATION),
    )


def _start(chance: Random, person: Person, year: int) -> date:
    """The first day in the present posting: in the last twelve years, and not before the age of 23."""
    grown = person.birth_date.year + 23 if person.birth_date else 0
    return date(max(grown, year - chance.randint(1, 12)), chance.randint(1, 12), chance.choice((1, 8, 15, 20)))


def _fresh_name(chance: Random, taken: set[str]) -> str:
    while True:
        given = chance.choice(GIVEN_OF_MEN if chance.random() < 0.55 else GIVEN_OF_WOMEN)
        name = chance.choice(SURNAMES) + given
        if name not in taken:
            taken.add(name)
            return name


def _id_number(born: date, serial: int, gender: str) -> str:
    """An identity number with a right check digit (GB 11643) and an area that does not exist."""
    order = serial * 2 + (1 if gender == "男" else 0)
    body = f"{AREA}{born:%Y%m%d}{order:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True))
    return body + "10X98765432"[total % 11]


def _posting(person: Person, division: str, category: str, title: str, start: date, *, note: str = "") -> Posting:
    rank = draws("职级", person.staff_no, category).choice(RANKS[category])
    grade = LEADING_GRADES.get(title, rank) if category == JUDGE else ""
    return Posting(
        staff_no=person.staff_no,
        division=division,
        category=category,
        line=LINES[division],
        post=title,
        rank="" if category == JUDGE else rank,
        judge_grade=grade,
        establishment=ESTABLISHMENT.get(category, "政法专项编制"),
        start=start,
        note=note,
    )


def _ended(posting: Posting, last: date, note: str) -> Posting:

    return replace(posting, end=last, note=note)


def _absence(staff_no: str, leave: Leave, year: int) -> Absence:
    start = _day(year, leave.since) if leave.since else date(year - 1, 9, 1)
    return Absence(staff_no, leave.kind, start, _day(year, leave.until) if leave.until else None, leave.note)


def _day(year: int, day: MonthDay) -> date:
    return date(year, *day)
