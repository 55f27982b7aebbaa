"""Sheets with one row an event: closed cases, ledgers, ballots."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.cases import ROLES, Case
from app.domain.ledgers import Event
from app.domain.periods import Period
from app.domain.ratings import Ballot
from app.sheets.sample.names import spread_name
from app.sheets.sample.pages import Line, Page
from app.sheets.sample.people import Roll

CASE_FIELDS = ("案件字", "案由", "程序", "部门")
CASE_RESULTS = ("结案方式", "是否超审限", "是否改判发回", "改发原因")
CASE_HEADER = ("案号", *CASE_FIELDS, "立案日期", "结案日期", *ROLES, "个案系数", "系数说明", *CASE_RESULTS)
LEDGER_HEADER = ("台账", "日期", "工号", "姓名", "事项", "级别", "分值", "次数", "依据", "成果标识", "备注")
BALLOT_HEADER = ("序号", "被测评人", "测评人类别", "评分", "评价", "票号")
BY_NAME_DIVISIONS = frozenset({"民二庭", "刑一庭", "执行局"})
"""Divisions that write names instead of staff numbers into the case list."""


def case_page(roll: Roll, month: Period, cases: Sequence[Case]) -> Page:
    """审管办's list of closed cases; some divisions write names, some staff numbers."""
    names = {each.staff_no: each.person.name for each in roll.staff}
    unclear = roll.shared_names()
    shown = {number: number if name in unclear else spread_name(name) for number, name in names.items()}
    numbers = {number: number for number in names}
    lines = [_case_line(case, shown if case.fields["部门"] in BY_NAME_DIVISIONS else numbers) for case in cases]
    return Page(
        "结案清单",
        (CASE_HEADER,),
        (*lines, ("合计", f"{len(cases)}件")),
        title=f"{month.title}结案清单",
        above=(("填报部门：审管办", None, None, f"周期：{month.code}"),),
    )


def ledger_page(roll: Roll, month: Period, ledger: str, keeper: str, events: Sequence[Event]) -> Page:
    """One ledger's events of a month, with 零报告 where there was nothing."""
    names = {each.staff_no: each.person.name for each in roll.staff}
    return Page(
        f"{ledger}台账",
        (LEDGER_HEADER,),
        tuple(_ledger_line(event, names.get(event.staff_no)) for event in events),
        title=f"{ledger}台账（{month.title}）",
        above=((f"填报部门：{keeper}", None, None, f"周期：{month.code}"),),
        below=("注：没有事项的填“零报告”。",),
    )


def ballot_page(name: str, quarter: Period, ballots: Sequence[Ballot]) -> Page:
    """The ballots about one kind of people; nobody's name stands on a ballot."""
    lines = [
        (number, ballot.staff_no, ballot.group, ballot.mark, ballot.word or None, ballot.ticket)
        for number, ballot in enumerate(ballots, 1)
    ]
    return Page(
        name,
        (BALLOT_HEADER,),
        tuple(lines),
        title=f"{quarter.title}民主测评票（{name}）",
        above=((f"周期：{quarter.code}", None, None, "无记名"),),
    )


def _case_line(case: Case, shown: dict[str, str]) -> Line:
    return (
        case.number,
        *(case.fields[field] for field in CASE_FIELDS),
        case.filed.isoformat() if case.filed else None,
        case.closed,
        *("、".join(shown[each] for each in case.roles[role]) or None for role in ROLES),
        case.own_factor,
        case.own_reason or None,
        *(case.fields[field] or None for field in CASE_RESULTS),
    )


def _ledger_line(event: Event, name: str | None) -> Line:
    return (
        event.ledger,
        event.day,
        event.staff_no or None,
        name,
        event.subject,
        event.level or None,
        event.points,
        event.count,
        event.basis or None,
        event.result_key or None,
        event.note or None,
    )
