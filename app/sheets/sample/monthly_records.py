"""月纪实 of the made-up court: what everybody did in a month, by division; one division forgets it once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.periods import Period
from app.sheets.sample.court import DIVISIONS, JUDGES
from app.sheets.sample.draws import draws
from app.sheets.sample.figures import Figures, Sight
from app.sheets.sample.pages import Line, Page
from app.sheets.sample.people import Member

MONTHS_TOLD = (1, 2, 3, 10, 11, 12)
"""The months for which the records are handed in."""
FORGOTTEN = ("督察室", 3)
"""The division and month whose records nobody handed in."""
HEADER = ("序号", "工号", "姓名", "工作完成情况", "自评", "负责人评语", "负责人评分")
_OFFICE_WORK = (
    "办理来文来电，按时办结交办事项。",
    "承办会议两次，起草材料三份。",
    "完成本月值班和安全检查。",
    "整理档案，更新台账。",
    "参加专项督查，反馈问题并跟踪整改。",
)
_SELF = ("按计划完成。", "基本完成，个别事项顺延到下月。", "完成较好。", "任务较重，已全部完成。")
_COMMENTS = ("工作扎实，如期完成。", "完成任务，注意文书细节。", "主动担当，质量较好。", "进度稍慢，下月抓紧。")


def monthly_record_pages(figures: Figures, month: Period) -> tuple[Page, ...]:
    """One sheet for each division that hands its records in."""
    names = [division.name for division in DIVISIONS if (division.name, month.index) != FORGOTTEN]
    return tuple(_page(figures, name, month) for name in names)


def _page(figures: Figures, division: str, month: Period) -> Page:
    members = [each for each in figures.roll.members(month) if each.posting.division == division and not each.is_away]
    return Page(
        division,
        (HEADER,),
        tuple(_lines(figures, members, month)),
        title=f"{division}{month.title}工作纪实",
        above=((f"部门：{division}", None, None, f"周期：{month.code}"),),
        below=("部门负责人：",),
        wraps=True,
    )


def _lines(figures: Figures, members: list[Member], month: Period) -> Iterator[Line]:
    for number, member in enumerate(members, 1):
        chance = draws("月纪实", member.staff_no, month.code)
        forgets = chance.random() < 0.02
        mark = Decimal(chance.randint(160, 192)) / 2
        yield (
            number,
            member.staff_no,
            member.name,
            None if forgets else _work(figures, member, month),
            chance.choice(_SELF),
            chance.choice(_COMMENTS),
            mark,
        )


def _work(figures: Figures, member: Member, month: Period) -> str:
    """What was done: the cases of the case list for whoever has any, else some office work."""
    sight = Sight(member, month, figures.cases[month])
    if member.set_name == JUDGES and sight.own_cases:
        return f"承办结案{len(sight.own_cases)}件；参加合议庭评议；完成裁判文书上网。"
    if sight.assisted:
        return f"协助办理案件{sight.assisted}件；卷宗整理归档。"
    return draws("工作", member.staff_no, month.code).choice(_OFFICE_WORK)
