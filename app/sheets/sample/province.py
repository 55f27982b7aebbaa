"""The courts around the made-up one: the higher court with its own form, and two small courts beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from app.domain.periods import Period
from app.sheets.sample.court import ASSISTANT, AUXILIARIES, JUDGE, JUDGES, OFFICER
from app.sheets.sample.draws import draws
from app.sheets.sample.names import GIVEN_OF_MEN, GIVEN_OF_WOMEN, SURNAMES
from app.sheets.sample.pages import Line, Page, Percent

HIGHER, HIGHER_CODE = "澜江省高级人民法院", "9900"
CODE = "9901"
"""The code of the made-up court itself."""
SILENT = "9904 澜宁市中级人民法院"
"""The court that has not handed anything in."""
FORM_ROWS = 48
_DIVISIONS = ("刑事审判庭", "民事审判庭", "综合办公室")


class Neighbour(NamedTuple):
    """A small court: code, name, and how many people it has."""

    code: str
    name: str
    people: int


NEIGHBOURS = (Neighbour("9902", "澜阳市中级人民法院", 14), Neighbour("9903", "澜安市中级人民法院", 11))


def neighbour_pages(court: Neighbour, year: Period) -> tuple[tuple[Page, ...], ...]:
    """Its workbooks: roster, scheme, and the figures of the year."""
    staff = [(f"{court.code}-{number:02d}", *_person(court, number)) for number in range(1, court.people + 1)]
    roster = Page(
        "花名册",
        (("工号", "姓名", "部门", "人员类别", "职务", "编制", "任职起"),),
        tuple((*each, _POSTS[each[3]], "政法专项编制", "2019-03-01") for each in staff),
        title=f"{court.name}干警花名册",
    )
    chance = draws("邻院", court.code)
    figures = Page(
        "年度数据",
        (("工号", "姓名", "任务完成数", "领导评价分"),),
        tuple(
            (number, name, chance.randint(78, 112), Decimal(chance.randint(60, 78)) / 2) for number, name, _, _ in staff
        ),
        above=((f"周期：{year.code}",),),
    )
    return ((roster,), _scheme_pages(court, year), (figures,))


_POSTS = {JUDGE: "审判员", ASSISTANT: "法官助理", OFFICER: "科员"}


def _person(court: Neighbour, number: int) -> tuple[str, str, str]:
    chance = draws("邻院人员", court.code, number)
    name = chance.choice(SURNAMES) + chance.choice((*GIVEN_OF_MEN, *GIVEN_OF_WOMEN))
    category = (JUDGE, JUDGE, ASSISTANT, OFFICER)[number % 4]
    division = _DIVISIONS[2] if category == OFFICER else _DIVISIONS[number % 2]
    return name, division, category


_GRADES: tuple[tuple[str, int, int | None], ...] = (
    ("优秀", 85, 20),
    ("称职", 70, None),
    ("基本称职", 60, None),
    ("不称职", 0, None),
)
"""Grade, least total, share in percent."""


def _scheme_pages(court: Neighbour, year: Period) -> tuple[Page, ...]:
    sets = ((JUDGES, JUDGE), (AUXILIARIES, ASSISTANT), (OFFICER, OFFICER))
    return (
        _page("方案", "项目 内容", ("方案名称", f"{court.name}年度考核办法"), ("年度", year.year), ("版本", "1")),
        _page(
            "指标组", "指标组 适用条件 等次池", *((name, f'人员类别=="{category}"', name) for name, category in sets)
        ),
        _page(
            "数据项",
            "编码 名称 类型 汇总 填报部门",
            ("RW", "任务完成数", "数值", "求和", "各部门"),
            ("LD", "领导评价分", "评分", None, "政治部"),
        ),
        _page(
            "指标",
            "指标组 编码 名称 分值 计分方式 参数 数据项 周期",
            *(
                row
                for name, _ in sets
                for row in (
                    (name, "R", "任务完成", 60, "完成率", "目标=100; 封顶=100%", "任务完成数", "年"),
                    (name, "L", "领导评价", 40, "直接计分", None, "领导评价分", "年"),
                )
            ),
        ),
        _page(
            "等次",
            "等次池 周期 等次 最低分 比例上限 取整",
            *(
                (name, "年", grade, least, Percent(share) if share else None, "舍去 至少1")
                for name, _ in sets
                for grade, least, share in _GRADES
            ),
        ),
    )


def _page(name: str, header: str, *body: Line) -> Page:
    return Page(name, (tuple(header.split()),), body)


def form_pages(year: Period) -> tuple[Page, ...]:
    """The higher court's own form: a summary that asks in words, and a table of judges to fill in."""
    asked = (
        ("填报单位", "{{法院}}"),
        ("参加考核人数", "{{人数}}"),
        ("法官人数", "{{法官人数}}"),
        ("法官平均分", "{{平均分(法官)}}"),
        ("优秀人数", "{{等次人数(优秀)}}"),
        ("其中法官优秀", "{{等次人数(优秀,法官)}}"),
        ("法官承办结案合计", "{{合计(承办结案,法官)}}"),
        ("结果期次", "{{期次}}"),
    )
    table = tuple((number, *[None] * 5) for number in range(1, FORM_ROWS + 1))
    header = ("序号", "姓名", "工号", "所在部门", "考核总分", "年度考核等次")
    return (
        Page("汇总", (("项目", "内容"),), asked, title=f"全省中级法院{year.title}考核情况报送表（{HIGHER}）"),
        Page("法官", (header,), table, title=f"{year.title}法官考核情况"),
    )
