"""What happens to people in the year: transfers, promotions, newcomers, leavers, absences. Days as (month, day)."""

from __future__ import annotations

from typing import NamedTuple

from app.sheets.sample.court import ASSISTANT, HIRED, HIRED_CLERK, JUDGE, OFFICER, ON_TRIAL

Spot = tuple[str, str, int]
"""Division, category and place in it at the beginning of the year."""
MonthDay = tuple[int, int]


class Move(NamedTuple):
    """From ``day`` on the person has another posting; an empty field stays as it was."""

    day: MonthDay
    division: str = ""
    category: str = ""
    title: str = ""
    note: str = ""


class Newcomer(NamedTuple):
    """Somebody who comes during the year."""

    day: MonthDay
    division: str
    category: str
    title: str
    note: str


class Leave(NamedTuple):
    """An absence; ``until`` None goes on beyond the year, ``since`` None began before it."""

    kind: str
    since: MonthDay | None
    until: MonthDay | None
    note: str


MOVES: dict[Spot, Move] = {
    ("民一庭", JUDGE, 4): Move((7, 16), division="民二庭", note="轮岗交流"),
    ("刑二庭", ASSISTANT, 1): Move((4, 22), division="立案庭", note="轮岗交流"),
    ("民三庭", ASSISTANT, 1): Move((5, 6), category=JUDGE, title="审判员", note="遴选入额"),
    ("刑一庭", JUDGE, 3): Move((9, 2), title="副庭长", note="任副庭长"),
    ("办公室", OFFICER, 5): Move((11, 11), division="政治部", note="内部调整"),
}
LEAVERS: dict[Spot, tuple[MonthDay, str]] = {
    ("办公室", OFFICER, 1): ((6, 30), "退休"),
    ("审监庭", JUDGE, 2): ((10, 31), "退休"),
    ("司法警察支队", HIRED, 4): ((8, 15), "合同解除"),
}
NEWCOMERS = (
    Newcomer((3, 18), "民一庭", ASSISTANT, "法官助理", "由基层法院调入"),
    Newcomer((7, 1), "刑一庭", ASSISTANT, ON_TRIAL, "公务员招录，试用期一年"),
    Newcomer((7, 1), "民二庭", ASSISTANT, ON_TRIAL, "公务员招录，试用期一年"),
    Newcomer((9, 2), "执行局", HIRED, HIRED_CLERK, "公开招聘"),
    Newcomer((10, 8), "行政庭", JUDGE, "审判员", "由基层法院调入"),
)
LEAVES: dict[Spot, tuple[Leave, ...]] = {
    ("行政庭", ASSISTANT, 1): (Leave("病假", (2, 1), (9, 30), "手术后休养"),),
    ("民二庭", JUDGE, 3): (Leave("产假", (4, 1), (8, 31), ""),),
    ("政治部", OFFICER, 4): (Leave("产假", (10, 21), None, ""),),
    ("督察室", OFFICER, 2): (Leave("借调", None, None, "市纪委监委借调"),),
    ("行政庭", JUDGE, 2): (Leave("学习", (9, 2), (11, 29), "国家法官学院培训"),),
    ("民一庭", JUDGE, 5): (Leave("事假", (5, 20), (5, 24), ""), Leave("病假", (11, 4), (11, 13), "")),
    ("刑一庭", ASSISTANT, 0): (Leave("病假", (1, 15), (1, 26), ""),),
    ("执行局", JUDGE, 3): (Leave("事假", (8, 5), (8, 9), ""),),
    ("立案庭", OFFICER, 0): (Leave("病假", (6, 3), (6, 12), ""),),
    ("司法警察支队", HIRED, 1): (Leave("事假", (10, 14), (10, 18), ""),),
}
