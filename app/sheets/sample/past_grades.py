"""历年等次 of the made-up court: what the two years before came to."""

from __future__ import annotations

from collections.abc import Iterator

from app.sheets.sample.court import COURT, HIRED, JUDGE
from app.sheets.sample.draws import draws
from app.sheets.sample.moves import Spot
from app.sheets.sample.pages import Line, Page
from app.sheets.sample.people import Roll, Staff

HEADER = ("工号", "姓名", "年度", "等次", "代码", "依据")
_CODES = {"优秀": "1", "称职": "2", "基本称职": "3", "不确定等次": "5A"}
_EXCELLENT = 0.16
WEAK: Spot = ("民二庭", JUDGE, 2)
"""基本称职 in the year before; the year that is told may become the second one in a row."""


def past_grade_page(roll: Roll, weak: str) -> Page:
    """Two earlier years of everybody who was here; ``weak`` is the number of the one with 基本称职."""
    lines = [line for staff in roll.staff for line in _lines(roll.year, staff, weak)]
    return Page(
        "历年等次",
        (HEADER,),
        tuple(lines),
        title=f"{COURT}{roll.year - 2}—{roll.year - 1}年度考核等次",
        above=(("填表单位：政治部",),),
        below=("注：代码按干部信息标准的考核结论代码填写。",),
    )


def _lines(year: int, staff: Staff, weak: str) -> Iterator[Line]:
    posting = staff.postings[0]
    for past in (year - 2, year - 1):
        if posting.category == HIRED or posting.start is None or posting.start.year > past:
            continue
        grade = _grade(staff, past, on_trial=posting.start.year == past)
        if staff.staff_no == weak and past == year - 1:
            grade = "基本称职"
        yield (staff.staff_no, staff.person.name, past, grade, _CODES[grade], f"澜组〔{past + 1}〕8号")


def _grade(staff: Staff, year: int, *, on_trial: bool) -> str:
    chance = draws("历年等次", staff.staff_no, year)
    if on_trial and staff.postings[0].start and staff.postings[0].start.year - _born(staff) < 25:
        return "不确定等次"
    return "优秀" if chance.random() < _EXCELLENT else "称职"


def _born(staff: Staff) -> int:
    return staff.person.birth_date.year if staff.person.birth_date else 0
