"""A mark of the made-up court that was written down wrong, and corrected after an objection."""

from __future__ import annotations

from decimal import Decimal

from app.domain.periods import Period
from app.sheets.sample.court import JUDGE, OFFICER
from app.sheets.sample.marks import mark
from app.sheets.sample.moves import Spot
from app.sheets.sample.pages import Page
from app.sheets.sample.people import Roll

WRONGED: Spot = ("刑一庭", JUDGE, 2)
"""Whose mark for judgments was written down ten points too low in the first quarter."""
UNCONTENT: Spot = ("办公室", OFFICER, 3)
"""Who objects without success in the third quarter."""
ITEM, INDICATOR = "裁判文书评分", "FB3"
SLIP = 10


def number_at(roll: Roll, spot: Spot) -> str:
    """The staff number of whoever sits there at the beginning of the year."""
    division, category, place = spot
    there = [
        each.staff_no
        for each in roll.staff
        if (each.postings[0].division, each.postings[0].category) == (division, category)
    ]
    return there[place]


def correction_page(roll: Roll, quarter: Period) -> Page:
    """The one line that is corrected."""
    staff_no = number_at(roll, WRONGED)
    member = roll.member(staff_no, quarter)
    told = mark(member, quarter, ITEM) if member else None
    if member is None or not isinstance(told, int | Decimal):
        raise ValueError(staff_no)
    return Page(
        "更正",
        (("序号", "工号", "姓名", ITEM),),
        ((1, staff_no, member.name, told + SLIP),),
        title=f"{quarter.title}{ITEM}更正表",
        above=(("填报部门：审管办", None, f"周期：{quarter.code}"),),
        below=(f"原评分录入时误写为{told}分。经手人：　　　　　审管办主任：",),
    )
