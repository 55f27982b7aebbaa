"""决定 sheets of the made-up court: who met when, and what was decided otherwise than proposed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from app.domain.periods import Period
from app.sheets.sample.court import COURT
from app.sheets.sample.pages import Line, Page

HEADER = ("序号", "工号", "姓名", "评定等次", "代码", "理由", "会议", "会议日期", "到会人员", "批准文号")
JUDGES_BODY, COMMITTEE = "法官考评委员会", "考核委员会（党组会）"
PRESENT = {
    JUDGES_BODY: "阮承平、葛道远、柯文渊、乔若水、童叔同",
    COMMITTEE: "阮承平、葛道远、柯文渊、路遥知、柴静姝、温如玉、骆行之",
}
"""院领导 and members of the body; none of them is evaluated in this court."""
REVIEWERS = "骆行之、柴静姝"
"""Who answers objections against a judge's result: none of the body that decided first."""


class Verdict(NamedTuple):
    """What is decided about one person."""

    staff_no: str
    name: str
    grade: str
    code: str = ""
    reason: str = ""
    approval: str = ""


def decision_page(period: Period, body: str, day: date, verdicts: Iterable[Verdict], *, note: str = "") -> Page:
    """One body's decisions on a period, as the secretary writes them down."""
    lines: list[Line] = [
        (
            number,
            each.staff_no,
            each.name,
            each.grade,
            each.code or None,
            each.reason or None,
            body,
            day,
            PRESENT[body],
            each.approval or None,
        )
        for number, each in enumerate(verdicts, 1)
    ]
    return Page(
        body.partition("（")[0],
        (HEADER,),
        tuple(lines),
        title=f"{COURT}{period.title}考核等次评定表{note}",
        above=((f"周期：{period.code}",),),
        below=("记录人：　　　　　　　主持人：",),
    )
