"""The three ledgers - 党建, 廉政, 业务评查 - and 奖惩 of the made-up court, month by month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import NamedTuple

from app.domain.ledgers import NOTHING_TO_REPORT, Event
from app.domain.periods import Period
from app.sheets.sample.court import JUDGES
from app.sheets.sample.draws import draws
from app.sheets.sample.people import Member, Roll, year_of

LEDGERS = ("党建", "廉政", "业务评查", "奖惩")
KEEPERS = {"党建": "机关党委", "廉政": "督察室", "业务评查": "审管办", "奖惩": "政治部"}


class Subject(NamedTuple):
    """Something that a ledger tells: how often in a year, its level or points."""

    text: str
    share: int
    level: str = ""
    points: str = ""


SUBJECTS: dict[str, tuple[Subject, ...]] = {
    "党建": (
        Subject("支部主题党日主讲", 20, "院级", "0.5"), Subject("优秀党课", 12, "院级", "1"), Subject("党建征文获奖", 8, "市级", "1.5"),
        Subject("志愿服务", 25, "", "0.3"), Subject("结对帮扶先进", 6, "市级", "1"), Subject("缺席支部学习", 14, "", "-0.5"),
        Subject("未按时完成学习任务", 10, "", "-0.3"),
    ),
    "业务评查": (
        Subject("案件质量评查", 40, "合格"), Subject("优秀裁判文书", 18, "优秀"), Subject("优秀庭审", 10, "优秀"),
        Subject("文书错漏", 22, "瑕疵"), Subject("送达程序差错", 6, "一般差错"), Subject("事实认定差错", 2, "重大差错"),
    ),
    "奖惩": (
        Subject("办案标兵", 14, "院级"), Subject("学术论文获奖", 12, "省级"), Subject("案例入选", 6, "国家级"), Subject("调研成果获奖", 16, "市级"),
        Subject("嘉奖", 10, "院级"), Subject("会风会纪通报", 8, "通报批评"),
    ),
}  # fmt: skip
PER_MONTH = {"党建": 7, "业务评查": 16, "奖惩": 5}


class Incident(NamedTuple):
    """An event of the 廉政 ledger: month, who (division, category and place there), what, level."""

    month: int
    division: str
    set_name: str
    place: int
    text: str
    level: str


INCIDENTS = (
    Incident(2, "执行局", JUDGES, 4, "当事人反映作风问题，经核实提醒谈话", "提醒谈话"),
    Incident(5, "民二庭", JUDGES, 2, "违规过问案件，予以诫勉", "诫勉"),
    Incident(8, "执行局", "聘用制人员", 0, "违反保密规定，全院通报", "通报批评"),
    Incident(11, "办公室", "综合行政人员", 2, "公车管理不规范，全院通报", "通报批评"),
)


def make_events(roll: Roll, month: Period) -> dict[str, tuple[Event, ...]]:
    """Each ledger's rows of a month, by day; a ledger without an event says so (零报告)."""
    return {ledger: _ledger(roll, month, ledger) or (_nothing(ledger, month),) for ledger in LEDGERS}


DOUBTFUL = "缺席支部学习"


def doubtful_event(roll: Roll) -> Event:
    """The one event of the year that the second person does not confirm: told of somebody who is no judge."""
    for month in year_of(roll).months:
        judges = {each.staff_no for each in roll.members(month) if each.set_name == JUDGES}
        for event in _ledger(roll, month, "党建"):
            if event.subject == DOUBTFUL and event.staff_no not in judges:
                return event
    raise LookupError(DOUBTFUL)


def _ledger(roll: Roll, month: Period, ledger: str) -> tuple[Event, ...]:
    members = roll.members(month)
    if ledger == "廉政":
        events = [_incident(members, month, each) for each in INCIDENTS if each.month == month.index]
    else:
        chance = draws("台账", ledger, month.code)
        people = [each for each in members if not each.is_away and (ledger != "业务评查" or each.set_name == JUDGES)]
        count = 0 if (ledger, month.index) in (("奖惩", 2), ("党建", 8)) else chance.randint(-2, 2) + PER_MONTH[ledger]
        events = [_event(chance, ledger, month, chance.choice(people)) for _ in range(count)]
        events += _told_twice(events, month) if ledger == "奖惩" else []
    return tuple(sorted(events, key=lambda event: (event.day, event.staff_no, event.subject)))


def _event(chance: Random, ledger: str, month: Period, member: Member) -> Event:
    subjects = SUBJECTS[ledger]
    subject = chance.choices(subjects, [each.share for each in subjects])[0]
    return Event(
        ledger=ledger,
        day=_day(chance, month, member),
        staff_no=member.staff_no,
        subject=subject.text,
        level=subject.level,
        points=Decimal(subject.points) if subject.points else None,
        count=Decimal(2) if subject.text == "志愿服务" and chance.random() < 0.3 else None,
        basis=f"{KEEPERS[ledger]}〔{month.year}〕{chance.randint(1, 90)}号",
        result_key=f"{subject.text}-{month.code}-{member.staff_no}" if subject.text.endswith("获奖") else "",
    )


def _told_twice(events: list[Event], month: Period) -> list[Event]:
    """In the last month of a quarter a paper is told again, with the lower prize that it won first."""
    papers = [event for event in events if event.result_key and event.level == "省级"][:1]
    if month.index % 3:
        return []
    return [
        Event(
            "奖惩",
            month.last_day,
            paper.staff_no,
            f"{paper.subject}（重复填报）",
            "市级",
            None,
            None,
            paper.basis,
            paper.result_key,
        )
        for paper in papers
    ]


def _incident(members: tuple[Member, ...], month: Period, incident: Incident) -> Event:
    there = [
        each for each in members if (each.posting.division, each.set_name) == (incident.division, incident.set_name)
    ]
    return Event(
        ledger="廉政",
        day=_day(draws("廉政", month.code), month, there[incident.place]),
        staff_no=there[incident.place].staff_no,
        subject=incident.text,
        level=incident.level,
        count=Decimal(1),
        basis=f"{KEEPERS['廉政']}〔{month.year}〕{month.index}号",
    )


def _day(chance: Random, month: Period, member: Member) -> date:
    """A day of the month on which the person had a posting."""
    days = sorted({day for posting in member.tenure.postings for day in posting.days_in(month)})
    return chance.choice(days[: max(1, len(days) - 2)])


def _nothing(ledger: str, month: Period) -> Event:
    return Event(ledger, month.last_day, "", NOTHING_TO_REPORT)
