"""What each division hands in about its own people: every month, or three months in one workbook."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.periods import Kind, Period
from app.sheets.sample.court import DIVISIONS, JUDGES, OFFICER
from app.sheets.sample.figures import BY_SETS, Figures
from app.sheets.sample.pages import Line, Page, Value
from app.sheets.sample.people import Member, Roll
from app.sheets.sample.tables import Layout, Table, table_page

OWN_ITEMS = ("迟到早退次数", "岗位任务完成率", "岗位工作量", "差错次数", "归档超期天数", "安全责任事故数")
"""What a division tells itself; the rest comes from the offices."""
LAYOUTS: dict[str, Layout] = {
    "立案庭": Layout(two_rows=True, spread_names=True),
    "刑一庭": Layout(percent_cells=True),
    "刑二庭": Layout(full_width=True, spread_names=True),
    "民一庭": Layout(two_rows=True, percent_cells=True, remarks=True),
    "民二庭": Layout(spread_names=True),
    "民三庭": Layout(two_rows=True),
    "行政庭": Layout(division_block=True, percent_cells=True),
    "审监庭": Layout(full_width=True, totals=False),
    "执行局": Layout(division_block=True, two_rows=True, spread_names=True, remarks=True),
    "审管办": Layout(remarks=True),
    "政治部": Layout(percent_cells=True, totals=False),
    "办公室": Layout(subtotals=True, spread_names=True),
    "督察室": Layout(staff_numbers=False, division_block=True, spread_names=True),
    "司法警察支队": Layout(two_rows=True, percent_cells=True, remarks=True),
}
QUARTERLY = frozenset({"政治部", "办公室", "督察室", "司法警察支队"})
"""Divisions that hand in three months at once, a sheet for each."""
LEAVES_EMPTY = "政治部"
"""This division writes no 差错次数 where there was none in the whole quarter; the scheme says what that means."""

Gap = frozenset[str]
"""Staff numbers whose 考勤 cell was left empty by mistake."""


def monthly_page(figures: Figures, division: str, month: Period, *, forgotten: Gap = frozenset()) -> Page:
    """One division's sheet of a month; ``forgotten`` people have an empty cell."""
    members = tuple(each for each in figures.roll.members(month) if each.posting.division == division)
    sets = {each.set_name for each in members}
    items = tuple(
        item for item in OWN_ITEMS if sets & set(BY_SETS[item]) and not (sets == {JUDGES} and item != "迟到早退次数")
    )

    def value(member: Member, item: str) -> Value:
        if item == "迟到早退次数" and member.staff_no in forgotten:
            return None
        if item == "差错次数" and _is_left_empty(figures, member, month):
            return None
        return figures.monthly(member, month, item)

    title = f"{division}{month.title}绩效考核数据表"
    return table_page(
        Table(f"{month.index}月", title, month, members, items, value, f"部门：{division}"), LAYOUTS[division]
    )


def forgetful_people(roll: Roll, division: str, month: Period) -> Gap:
    """The first three judges of a division."""
    judges = [each for each in roll.members(month) if each.posting.division == division and each.set_name == JUDGES]
    return frozenset(each.staff_no for each in judges[:3])


def faulty_page(page: Page) -> Page:
    """The same sheet with three mistakes: a word for a number, somebody unknown, a figure with a slip of the pen."""
    header = page.header[-1]
    attendance = next(column for column, title in enumerate(header) if str(title).startswith("迟到早退次数"))
    number = next(column for column, title in enumerate(page.header[0]) if title == "工号")
    body = [list(line) for line in page.body]
    body[0][attendance] = "两次"
    body[1][attendance] = "1..0"
    body[2][number] = "LC9999"
    lines: tuple[Line, ...] = tuple(tuple(line) for line in body)
    return replace(page, body=lines)


def names_of_divisions() -> tuple[str, ...]:
    """All divisions, as the court lists them."""
    return tuple(division.name for division in DIVISIONS)


def _is_left_empty(figures: Figures, member: Member, month: Period) -> bool:
    if member.posting.division != LEAVES_EMPTY or member.set_name != OFFICER:
        return False
    quarter = Period(month.year, Kind.QUARTER, (month.index + 2) // 3)
    here = figures.roll.member(member.staff_no, quarter)
    if here is None or here.posting.division != LEAVES_EMPTY:
        return False
    return figures.gathered(member.staff_no, quarter, "差错次数") == Decimal(0)
