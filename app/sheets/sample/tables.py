"""Wide sheets as departments lay them out: one row a person, one column an item, each department in its own manner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from app.domain.periods import Period
from app.sheets.sample.names import spread_name
from app.sheets.sample.pages import Line, Merge, Page, Percent, Value
from app.sheets.sample.people import Member
from app.sheets.sample.scheme_items import BY_NAME

_FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
ITEM_GROUPS = {
    "迟到早退次数": "考勤纪律", "岗位任务完成率": "岗位工作", "岗位工作量": "岗位工作", "差错次数": "工作质量", "归档超期天数": "工作质量",
    "安全责任事故数": "工作质量", "办案任务数": "任务", "岗位办案比例": "任务", "上诉申请再审数": "质量和效率", "平均审理天数": "质量和效率",
    "长期未结数": "质量和效率", "协助任务数": "任务",
}  # fmt: skip
"""What stands above an item in a header of two rows."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One department's manner."""

    staff_numbers: bool = True
    division_block: bool = False
    two_rows: bool = False
    spread_names: bool = False
    full_width: bool = False
    percent_cells: bool = False
    totals: bool = True
    subtotals: bool = False
    remarks: bool = False


class Table(NamedTuple):
    """What a sheet tells: a title, a period, whom, which items, and each one's value; ``head`` says from where."""

    name: str
    title: str
    period: Period
    members: Sequence[Member]
    items: Sequence[str]
    value: Callable[[Member, str], Value]
    head: str


def table_page(table: Table, layout: Layout) -> Page:
    """The sheet in a department's manner."""
    header, header_merges = _header(table, layout)
    above: Line = (table.head, None, None, f"周期：{table.period.title}", None, _filled_on(table.period))
    page = Page(
        table.name,
        header,
        tuple(_body(table, layout)),
        title=table.title,
        above=(above,),
        below=_notes(layout),
        merges=tuple((row + 2, column, last_row + 2, last) for row, column, last_row, last in header_merges),
    )
    return _with_blocks(page, table) if layout.division_block else page


def item_header(item: str) -> str:
    """An item's name with its unit in brackets."""
    unit = BY_NAME[item].unit
    return f"{item}（{unit}）" if unit else item


def _fixed_columns(layout: Layout) -> list[str]:
    return [
        "序号",
        *(["部门"] if layout.division_block else []),
        *(["工号"] if layout.staff_numbers else []),
        "姓名",
    ]


def _header(table: Table, layout: Layout) -> tuple[tuple[Line, ...], list[Merge]]:
    fixed = _fixed_columns(layout)
    last = ["备注"] if layout.remarks else []
    names = [*fixed, *(item_header(item) for item in table.items), *last]
    if not layout.two_rows:
        return (tuple(names),), []
    groups = [(group, len(list(items))) for group, items in groupby(table.items, lambda item: ITEM_GROUPS[item])]
    upper: list[Value] = list(fixed)
    merges: list[Merge] = [(0, column, 1, column) for column in range(len(fixed))]
    for group, width in groups:
        if width > 1:
            merges.append((0, len(upper), 0, len(upper) + width - 1))
        upper += [group, *[None] * (width - 1)]
    if last:
        merges.append((0, len(upper), 1, len(upper)))
    lower = [*[None] * len(fixed), *names[len(fixed) : len(names) - len(last)], *[None] * len(last)]
    return ((*upper, *last), tuple(lower)), merges


def _body(table: Table, layout: Layout) -> Iterator[Line]:
    """A row a person; 小计 after each category and 合计 at the end, where the department writes them."""
    numbered = enumerate(table.members, 1)
    for _, group in groupby(numbered, lambda pair: pair[1].posting.category if layout.subtotals else ""):
        people = list(group)
        yield from (_line(number, member, table, layout) for number, member in people)
        if layout.subtotals:
            yield _totals("小计", [member for _, member in people], table, layout)
    if layout.totals:
        yield _totals("合计", table.members, table, layout)


def _line(number: int, member: Member, table: Table, layout: Layout) -> Line:
    name = spread_name(member.name) if layout.spread_names else member.name
    return (
        number,
        *([member.posting.division] if layout.division_block else []),
        *([member.staff_no] if layout.staff_numbers else []),
        name,
        *(_written(table.value(member, item), item, layout) for item in table.items),
        *([_remark(member)] if layout.remarks else []),
    )


def _written(value: Value, item: str, layout: Layout) -> Value:
    if not isinstance(value, int | Decimal):
        return value
    if layout.percent_cells and BY_NAME[item].unit == "%":
        return Percent(value)
    return str(value).translate(_FULL_WIDTH) if layout.full_width else value


def _remark(member: Member) -> str | None:
    return "、".join(member.tenure.absent_days) or None


def _totals(word: str, members: Sequence[Member], table: Table, layout: Layout) -> Line:
    """A row that adds up what can be added up."""
    summed = [
        _sum(table.value(member, item) for member in members) if BY_NAME[item].gathering == "求和" else None
        for item in table.items
    ]
    return (word, *[None] * (len(_fixed_columns(layout)) - 1), *summed, *([None] if layout.remarks else []))


def _sum(values: Iterable[Value]) -> Decimal:
    return sum((Decimal(value) for value in values if isinstance(value, int | Decimal)), Decimal(0))


def _with_blocks(page: Page, table: Table) -> Page:
    """The same page with each division's name only once, in a merged block."""
    body = [list(line) for line in page.body]
    merges = list(page.merges)
    row = 0
    for _, members in groupby(table.members, lambda member: member.posting.division):
        size = len(list(members))
        for line in body[row + 1 : row + size]:
            line[1] = None
        if size > 1:
            merges.append((page.body_row + row, 1, page.body_row + row + size - 1, 1))
        row += size
    return replace(page, body=tuple(tuple(line) for line in body), merges=tuple(merges))


def _filled_on(period: Period) -> str:
    day: date = period.last_day + timedelta(days=3)
    return f"填表日期：{day.year}年{day.month}月{day.day}日"


def _notes(layout: Layout) -> tuple[str, ...]:
    legend = "注：“—”表示该项不适用于本人，“免”表示因离岗等原因免计。"
    return (legend, "填表人：　　　　　　　审核人：　　　　　　　部门负责人：") if layout.totals else (legend,)
