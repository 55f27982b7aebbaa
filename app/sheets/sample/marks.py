"""Marks, grades and ballots that people give: quarterly, and at the end of the year."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from app.domain.periods import Kind, Period
from app.domain.ratings import Ballot
from app.sheets.sample.court import ASSISTANT, AUXILIARIES, CLERK, HIRED, JUDGES, OFFICER, SETS, WORKER
from app.sheets.sample.draws import draws
from app.sheets.sample.figures import EXCUSED, NOT_APPLICABLE
from app.sheets.sample.pages import Value
from app.sheets.sample.people import Member, Roll

TOO_SHORT = Decimal("0.25")
"""Whoever was in post for less of the period is not evaluated, and nobody marks him or her."""
QUARTER_MARKS: dict[str, tuple[str, ...]] = {
    "裁判文书评分": (JUDGES,),
    "领导评价分": (JUDGES,),
    "卷宗质量评分": (AUXILIARIES,),
    "部门评价分": (AUXILIARIES, OFFICER, HIRED),
    "服务满意度": (OFFICER, WORKER),
    "岗位履职分": (WORKER,),
    "学习考核等次": (OFFICER,),
}
"""Which sets need a quarterly mark."""
YEAR_MARKS: dict[str, tuple[str, ...]] = {"述职等次": (JUDGES, AUXILIARIES, OFFICER), "年度领导评价分": SETS}
"""Which sets need a yearly mark."""
RATED_SETS = (JUDGES, OFFICER)
"""Whom the court votes on each quarter."""
GROUPS = (("院领导", 5), ("部门负责人", 5), ("干警", 6))
WORDS = ("优秀", "优秀", "优秀", "称职", "称职", "基本称职")


def _halves(chance: Random, low: int, high: int) -> Decimal:
    """A mark in steps of a half."""
    return Decimal(chance.randint(low * 2, high * 2)) / 2


def _talent(staff_no: str) -> int:
    """What others usually think of somebody: -2 to 2."""
    return draws("评价", staff_no).randint(-2, 2)


def mark(member: Member, period: Period, item: str) -> Value:
    """What stands in the sheet for one person and item: a mark, a word, or a kind of nothing."""
    needed = (QUARTER_MARKS if period.kind is Kind.QUARTER else YEAR_MARKS)[item]
    if member.set_name not in needed:
        return NOT_APPLICABLE
    if member.tenure.ratio < TOO_SHORT or _left_before_the_end(member, period):
        return EXCUSED
    if item == "裁判文书评分" and member.posting.division == "执行局":
        return NOT_APPLICABLE
    chance = draws(item, member.staff_no, period.code)
    talent = _talent(member.staff_no)
    if item == "裁判文书评分":
        return None if chance.random() < 0.08 else min(98, chance.randint(78, 96) + talent)
    if item == "卷宗质量评分":
        return (
            min(99, chance.randint(80, 98) + talent)
            if member.posting.category in (ASSISTANT, CLERK)
            else NOT_APPLICABLE
        )
    if item == "服务满意度":
        return min(Decimal(100), _halves(chance, 86, 98) + talent)
    if item == "岗位履职分":
        return min(Decimal(60), _halves(chance, 52, 59) + talent)
    return _graded(chance, item, talent)


def _graded(chance: Random, item: str, talent: int) -> Value:
    quarter = Decimal(talent) / 4
    if item == "领导评价分":
        return min(Decimal(4), Decimal(chance.randint(32, 38)) / 10 + quarter / 5)
    if item == "部门评价分":
        return min(Decimal(10), Decimal(chance.randint(82, 96)) / 10 + quarter)
    if item == "年度领导评价分":
        return min(Decimal(15), Decimal(chance.randint(125, 143)) / 10 + quarter)
    if item == "学习考核等次":
        return chance.choice(("优", "优", "良", "良", "中") if talent > -2 else ("良", "中", "差"))
    return chance.choice(("优秀", "优秀", "良好", "良好", "一般") if talent > -2 else ("良好", "一般"))


def _left_before_the_end(member: Member, period: Period) -> bool:
    """Whether somebody was gone when the year's marks were given."""
    last = member.tenure.postings[-1].end
    return period.kind is Kind.YEAR and last is not None and last < period.last_day


def make_ballots(roll: Roll, quarter: Period, set_name: str) -> tuple[Ballot, ...]:
    """The ballots of a quarter about everybody of a set who can be voted on."""
    members = [each for each in roll.members(quarter) if each.set_name == set_name and each.tenure.ratio >= TOO_SHORT]
    return tuple(ballot for member in members for ballot in _ballots(member, quarter))


def _ballots(member: Member, quarter: Period) -> list[Ballot]:
    chance = draws("测评", member.staff_no, quarter.code)
    talent = _talent(member.staff_no)
    ballots: list[Ballot] = []
    for group, voters in GROUPS:
        for _ in range(voters):
            told_in_words = group == "干警"
            ballots.append(
                Ballot(
                    staff_no=member.staff_no,
                    period=quarter,
                    group=group,
                    mark=None if told_in_words else Decimal(chance.randint(84, 96) + talent),
                    word=chance.choice(WORDS) if told_in_words else "",
                    ticket=f"{group[0]}{len(ballots) + 1:02d}",
                )
            )
    return ballots
