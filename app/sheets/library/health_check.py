"""审判质量指标体检表: the court, its divisions and its judges, each indicator with a light, nobody ranked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from app.domain.schemes import UNRANKED
from app.sheets.library.health_figures import BEFORE, COUNTS, DROPPED, FIGURES, GROUPS, REFORM, Figure, Way
from app.sheets.library.workbook import OWN_EXAMPLE, Blank, LibraryWorkbook, Row, row
from app.sheets.sample.pages import Page

JUDGES = "法官"
EXAMINED = "体检对象"
WARNING_WIDTH = "10%"
"""How far outside its limit a light is yellow; beyond it is red."""
KINDS = "季、年"
_COUNTED = re.compile(r"{(.+?)}")


class Level(NamedTuple):
    """Whose health: a set with its condition; ``among`` is the range that counts are added up over, empty for a judge."""

    set_name: str
    letter: str
    condition: str
    among: str

    def item(self, figure: Figure) -> str:
        """The name of the figure's data item at this level."""
        return f"{self.among}{figure.name}"

    def formula(self, figure: Figure) -> str:
        """The figure from counts told about judges."""

        def counted(match: re.Match[str]) -> str:
            return f'合计({match[1]},{self.among},"{JUDGES}")' if self.among else match[1]

        return _COUNTED.sub(counted, figure.formula)


LEVELS = (
    Level("全院", "Y", f'人员类别=="{EXAMINED}" 且 职务=="全院"', "全院"),
    Level("部门", "B", f'人员类别=="{EXAMINED}" 且 职务=="部门"', "部门"),
    Level(JUDGES, "F", '人员类别=="员额法官"', ""),
)

NOTES = (
    (
        "这是什么",
        "把审判质量管理指标体系当作体检表：看全院、各部门、每名法官的各项指标是不是在合理区间里。",
        "只供分析、会商，不评分、不评等次、不排名，也不折成个人考核得分。",
        "“指标组”表的排名范围都写“不排名”，程序就不给任何人、任何部门名次。",
    ),
    (
        "一个指标一盏灯",
        "在合理区间里得1（绿灯）；",
        f"离开区间不超过界限的{WARNING_WIDTH}，得0到1之间（黄灯）；",
        "再远得0（红灯）。",
        f"{WARNING_WIDTH}是编写时的约定，不是规定，可在“指标”表的参数里改。",
        "“总分”只是绿灯折合的个数，某项不适用时由其他各项摊开。",
    ),
    (
        "单独建一个考核库",
        "一个考核库一年只用一个方案。",
        "体检表请另建考核库，不要同本院的绩效考核放在一起。",
    ),
    (
        "怎样把全院和部门也放进来",
        f"花名册里除员额法官外，为全院和每个部门各加一行：人员类别写“{EXAMINED}”，职务写“全院”或“部门”，姓名写全院或部门的名称，",
        "部门写本部门（全院一行可写“全院”），工号自定，例如 T00、T01。",
    ),
    (
        "报什么数",
        "只报法官的数：“数据项”表里类型为“数值”的各项，按季（或按月）由审管办填一张表，没有这类案件的填“/”。",
        "部门和全院的数由法官的数相加后计算，分子分母分别相加，不是比率的平均。",
    ),
    (
        "案-件比",
        "分子是纠纷走过的全部程序件数，分母是源头案数；",
        "数字越小，说明纠纷越早了结。",
        "二审、执行等程序在别的法院的，按审判管理系统给出的口径填报。",
    ),
    (
        "分母为零",
        "没有发回重审、没有申请执行等使分母为零的，这一项记为不适用，注明原因，不当作零，也不亮灯。",
    ),
    (
        "哪些有出处，哪些要本院填",
        "指标名称和版本沿革有公开报道；",
        "分子分母多数按通行做法（见“说明-指标一览”的出处一栏）；",
        "合理区间没有公布，一律写“待本院填写”，",
        "请按上级法院下发的参考值填（见“说明-待填”）。",
        "没有填的格子，导入时会逐格指出。",
        "参考写法只说明怎样填，不是标准值。",
    ),
    (
        "版本",
        "2023年三季度在11个省试点，29项；",
        "2023年四季度全国试行，28项；",
        "2024年1月施行，26项，多数有合理区间，在区间内即为达标；",
        f"{REFORM}修订为18项：合并改判率和发回重审率，删去可由其他指标代替的四项，调整部分口径和区间。",
        "2024年10月起只作分析用，不通报排名，不层层加码。",
    ),
    (
        "18项的完整名单没有公开",
        f"本表只列见于公开报道的和各地常用的共{len(FIGURES)}项。",
        "其余各项请照样补在“数据项”和“指标”两张表里，并相应改“总分”行的分值（每项1分）。",
        "不用的指标把“指标”表的那一行删去。",
    ),
    (
        "换年度、换版本",
        "另存一份，改“方案”表的年度和版本，改区间；",
        "用2024年9月以前的指标体系回看旧年度时，从“说明-指标一览”里把停用的指标补回。",
        "导入新版本，不影响已经核算过的周期。",
    ),
)


def health_check() -> LibraryWorkbook:
    """The workbook."""
    sheets = {
        "方案": _head(),
        "指标组": tuple(row(level.set_name, level.condition, UNRANKED) for level in LEVELS),
        "数据项": tuple(_items()),
        "指标": tuple(each for level in LEVELS for each in _indicators(level)),
    }
    return LibraryWorkbook("审判质量指标体检表.xlsx", "审判质量指标体检表", NOTES, sheets, (_overview(),))


def _head() -> tuple[Row, ...]:
    return (
        row("方案名称", "审判质量指标体检表"),
        row("年度", 2024),
        row("版本", f"{REFORM}修订"),
        row("依据", "《人民法院审判质量管理指标体系》；合理区间依上级法院下发的参考值"),
        row("小数位", 2),
    )


def _items() -> Iterable[Row]:
    for count in COUNTS:
        yield row(count.code, count.name, "数值", count.gathering, count.unit, "审管办", "", count.note)
    for figure in FIGURES:
        yield from _limits(figure)
    for level in LEVELS:
        for figure in FIGURES:
            note = f"{figure.above}÷{figure.below}；{figure.way}；{figure.origin}"
            code = f"{level.letter}{figure.code}"
            yield row(code, level.item(figure), "公式", "", figure.unit, "审管办", level.formula(figure), note)


def _limits(figure: Figure) -> Iterable[Row]:
    """The ends of the interval that matter, one cell each for all three levels."""
    for letter, word, limit in (("X", "下限", figure.low), ("S", "上限", figure.high)):
        if limit:
            blank = Blank(f"“{figure.name}”合理区间的{word}", limit, figure.limit_origin or OWN_EXAMPLE)
            name = f"{figure.name}{word}"
            yield row(f"{figure.code}{letter}", name, "公式", "", figure.unit, "审管办", blank, "合理区间，填一个数")


def _indicators(level: Level) -> Iterable[Row]:
    name, letter = level.set_name, level.letter
    yield row(
        name, letter, "总分", "", len(FIGURES), "", "", "", "", "", "", "", "", "绿灯折合的个数，只供分析，不排名"
    )
    for group in GROUPS:
        yield row(name, f"{letter}{group}", group, letter)
        for figure in FIGURES:
            if figure.group == group:
                method, settings = _light(figure)
                code = f"{letter}{figure.code}L"
                yield row(name, code, figure.name, f"{letter}{group}", 1, method, settings, level.item(figure), KINDS,
                          "", "", "", f"起用：{figure.since}", figure.way.value)  # fmt: skip


def _light(figure: Figure) -> tuple[str, str]:
    """计分方式 and 参数: 1 where all is well, less outside, 0 from the warning width on."""
    low, high, step = f"{figure.name}下限", f"{figure.name}上限", f"{WARNING_WIDTH}:1"
    if figure.way is Way.WITHIN:
        return "区间计分", f"下限={low}; 上限={high}; 每低={step}; 每高={step}"
    if figure.way is Way.MORE:
        return "标准扣分", f"标准={low}; 方向=不低于; 每差={step}"
    return "标准扣分", f"标准={high}; 方向=不高于; 每差={step}"


def _overview() -> Page:
    """Every indicator with what a reader needs to know of it, those of earlier versions too."""
    header = ("序号", "指标", "类别", "分子", "分母", "方向", "合理区间", "起用", "停用", "出处和说明")
    lines = [
        (each.name, each.group, each.above, each.below, each.way.value, _ends(each), each.since, None, each.origin)
        for each in FIGURES
    ]
    earlier = [
        (each.name, each.group, each.above, each.below, each.way, None, BEFORE, each.until, each.fate)
        for each in DROPPED
    ]
    body = tuple((number, *line) for number, line in enumerate([*lines, *earlier], 1))
    return Page("说明-指标一览", (header,), body, title="指标一览（含停用的）", wraps=True)


def _ends(figure: Figure) -> str:
    words = [word for word, limit in (("下限", figure.low), ("上限", figure.high)) if limit]
    return f"{'和'.join(words)}未公布，由本院填"
