"""What the offices hand in about the whole court: 审管办 on cases, 政治部 on marks, 督察室 and 办公室 on the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from app.domain.periods import Period
from app.sheets.sample.court import ASSISTANT, AUXILIARIES, HIRED, JUDGES, OFFICER, SETS, WORKER
from app.sheets.sample.draws import draws
from app.sheets.sample.figures import BY_SETS, Figures, with_gaps
from app.sheets.sample.marks import YEAR_MARKS, mark
from app.sheets.sample.pages import Line, Page, Value
from app.sheets.sample.people import Member, Roll
from app.sheets.sample.tables import Layout, Table, table_page

JUDGES_ITEMS = ("办案任务数", "岗位办案比例", "上诉申请再审数", "平均审理天数", "长期未结数")
BUSINESS_LINES = {
    "立案审监": ("立案", "审监"), "刑事": ("刑事",), "民事": ("民事",), "行政": ("行政",), "执行": ("执行",), "综合": ("综合",),
}  # fmt: skip
LONG_HEADER = ("序号", "工号", "姓名", "数据项", "数值", "说明")
_BY_DIVISION = Layout(division_block=True, percent_cells=True, totals=False)
_PLAIN = Layout(totals=False)
_SPREAD = Layout(spread_names=True, totals=False)
MARK_PAGES: tuple[tuple[str, str, tuple[str, ...], Layout], ...] = (
    (JUDGES, JUDGES, ("领导评价分",), _BY_DIVISION),
    (AUXILIARIES, AUXILIARIES, ("部门评价分",), _BY_DIVISION),
    (OFFICER, OFFICER, ("部门评价分", "服务满意度", "学习考核等次"), _SPREAD),
    (WORKER, WORKER, ("岗位履职分", "服务满意度"), _SPREAD),
    (HIRED, HIRED, ("部门评价分",), _PLAIN),
)
"""政治部's quarterly marks: sheet, set, items, manner."""


def case_figures_pages(figures: Figures, month: Period) -> list[Page]:
    """审管办's figures of a month: judges and assistants by business line, and the tasks of those who assist."""
    members = figures.roll.members(month)

    def page(name: str, title: str, whom: Iterable[Member], items: Sequence[str]) -> Page:
        def value(member: Member, item: str) -> Value:
            return figures.monthly(member, month, item)

        return table_page(Table(name, title, month, tuple(whom), items, value, "填报部门：审管办"), _BY_DIVISION)

    pages = [
        page(name, f"{month.title}{name}条线办案情况", _on_the_bench(members, lines), JUDGES_ITEMS)
        for name, lines in BUSINESS_LINES.items()
    ]
    assisting = [each for each in members if each.set_name == AUXILIARIES]
    return [*pages, page("审判辅助", f"{month.title}审判辅助人员协助任务", assisting, ("协助任务数",))]


def document_pages(roll: Roll, quarter: Period) -> list[Page]:
    """审管办's marks of a quarter: judgments of judges, files of those who assist."""
    return [
        _mark_page(roll, quarter, ("裁判文书", JUDGES, ("裁判文书评分",), _BY_DIVISION)),
        _mark_page(roll, quarter, ("卷宗", AUXILIARIES, ("卷宗质量评分",), _BY_DIVISION)),
    ]


def quarter_mark_pages(roll: Roll, quarter: Period) -> list[Page]:
    """政治部's marks of a quarter, a sheet for each set."""
    return [_mark_page(roll, quarter, page) for page in MARK_PAGES]


def year_mark_pages(roll: Roll, year: Period) -> list[Page]:
    """政治部's marks of a year, a sheet for each set."""
    needed = {name: tuple(item for item, sets in YEAR_MARKS.items() if name in sets) for name in SETS}
    return [_mark_page(roll, year, (name, name, items, _BY_DIVISION)) for name, items in needed.items()]


def complaint_page(roll: Roll, quarter: Period) -> Page:
    """督察室's list of proven complaints about judges: only those whom it names."""
    chance = draws("信访", quarter.code)
    judges = [each for each in roll.members(quarter) if each.set_name == JUDGES]
    named = sorted(chance.sample(judges, 5), key=lambda member: member.staff_no)
    return _long_page(
        "信访投诉", "督察室", quarter, [(each, "信访投诉数", chance.choice((0, 1, 1, 2)), "经查证") for each in named]
    )


def adopted_page(roll: Roll, quarter: Period) -> Page:
    """办公室's list of adopted articles and novel projects: only those whom it names."""
    chance = draws("信息调研", quarter.code)
    writers = [each for each in roll.members(quarter) if each.set_name in (JUDGES, OFFICER) and not each.is_away]
    rows: list[tuple[Member, str, Value, str]] = [
        (each, "信息调研采用数", chance.randint(1, 5), "市级以上采用") for each in chance.sample(writers, 14)
    ]
    officers = [each for each in writers if each.set_name == OFFICER]
    rows += [(each, "创新创优项数", chance.randint(1, 2), "经考核办核定") for each in chance.sample(officers, 3)]
    return _long_page("信息调研和创新", "办公室", quarter, sorted(rows, key=lambda row: (row[1], row[0].staff_no)))


def supplement_page(figures: Figures, period: Period) -> Page | None:
    """政治部's values of the whole period for those who were here in some of its months only; None without any."""
    rows: list[tuple[Member, str, Value, str]] = [
        (
            member,
            item,
            figures.gathered(member.staff_no, period, item),
            f"在岗{member.tenure.months_in_post}个月，按在岗月份汇总",
        )
        for member in with_gaps(figures.roll, period)
        for item, sets in BY_SETS.items()
        if member.set_name in sets
    ]
    return _long_page("新进离任人员", "政治部", period, rows) if rows else None


def _on_the_bench(members: Iterable[Member], lines: Sequence[str]) -> list[Member]:
    """Judges, and the assistants who may become judges: for them these items do not apply yet."""
    return [
        each
        for each in members
        if each.posting.line in lines and (each.set_name == JUDGES or each.posting.category == ASSISTANT)
    ]


def _mark_page(roll: Roll, period: Period, page: tuple[str, str, tuple[str, ...], Layout]) -> Page:
    name, set_name, items, layout = page
    members = tuple(each for each in roll.members(period) if each.set_name == set_name)

    def value(member: Member, item: str) -> Value:
        return mark(member, period, item)

    return table_page(
        Table(name, f"{period.title}{name}评分表", period, members, items, value, "填报部门：政治部"), layout
    )


def _long_page(name: str, office: str, period: Period, rows: Sequence[tuple[Member, str, Value, str]]) -> Page:
    lines: list[Line] = [
        (number, member.staff_no, member.name, item, _told(value), note)
        for number, (member, item, value, note) in enumerate(rows, 1)
    ]
    return Page(
        name,
        (LONG_HEADER,),
        tuple(lines),
        title=f"{period.title}{name}情况报送表",
        above=((f"填报部门：{office}", None, None, f"周期：{period.code}"),),
        below=("报送人：　　　　　　　审核人：",),
    )


def _told(value: Value) -> Value:
    return value if not isinstance(value, Decimal) else value.normalize() + 0
