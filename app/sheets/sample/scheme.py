"""The made-up court's 方案 workbook: one 实施办法 and five indicator sets ("1+5")."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from app.sheets.sample.court import (
    ASSISTANT,
    AUXILIARIES,
    BAILIFF,
    CLERK,
    COURT,
    EXECUTOR,
    HIRED,
    JUDGE,
    JUDGES,
    OFFICER,
    ON_TRIAL,
    WORKER,
)  # fmt: skip
from app.sheets.sample.pages import Line, Page, Percent, write_pages
from app.sheets.sample.scheme_indicators import JUDGES_ROWS, Row
from app.sheets.sample.scheme_items import FACTORS, ITEMS
from app.sheets.sample.scheme_others import AUXILIARIES_ROWS, HIRED_ROWS, OFFICERS_ROWS, WORKERS_ROWS

LIBRARY_FILE = "一加五办法.xlsx"
LIBRARY_YEAR = 2024

SET_ROWS: dict[str, tuple[Row, ...]] = {
    JUDGES: JUDGES_ROWS, AUXILIARIES: AUXILIARIES_ROWS, OFFICER: OFFICERS_ROWS, WORKER: WORKERS_ROWS, HIRED: HIRED_ROWS,
}  # fmt: skip
_AUXILIARY_POSTS = " 或 ".join(f'人员类别=="{category}"' for category in (ASSISTANT, CLERK, BAILIFF, EXECUTOR))
_SETS: tuple[Line, ...] = (
    (JUDGES, f'人员类别=="{JUDGE}"', "同组", "法官"),
    (AUXILIARIES, _AUXILIARY_POSTS, "同组", "审判辅助"),
    (OFFICER, f'人员类别=="{OFFICER}"', "同组", "综合行政"),
    (WORKER, f'人员类别=="{WORKER}"', "同组", "工勤"),
    (HIRED, f'人员类别=="{HIRED}"', "条线", "聘用"),
)
_POOLS = ("法官", "审判辅助", "综合行政", "工勤", "聘用")
_QUARTER_GRADES = (("好", 90, 40), ("较好", 80, None), ("一般", 60, None), ("较差", 0, None))
_YEAR_GRADES = (("优秀", 85, 20), ("称职", 70, None), ("基本称职", 60, None), ("不称职", 0, None))
_EXCELLENT = '次数("好")*2>=季度数 且 次数("一般")==0 且 次数("较差")==0'
_SICK = '离岗天数("病假")+离岗天数("事假")'
_COMPOSITION: tuple[Line, ...] = (
    ("半年", "季", Percent(100)),
    ("年", "季", Percent(60)),
    ("年", "本期", Percent(40)),
)
_PARTICIPATION: tuple[Line, ...] = (
    ("不确定等次", "5A", f'职务=="{ON_TRIAL}" 且 在岗比例>=0.25'),
    ("不进行考核", "6A", f"{_SICK}>183"),
    ("不进行考核", "6B", f"在岗比例<0.25 且 {_SICK}<=183"),
)
_BULLETIN: tuple[Line, ...] = (
    ("表扬", '等次=="好"', "季", "当季平时考核为“好”"),
    ("表扬", '等次=="优秀"', "年", "年度考核为“优秀”"),
    ("表扬", "总分>=上期总分+5", "季", "总分比上季提高五分以上"),
    ("提醒", '等次=="一般" 或 等次=="较差"', "季", "当季平时考核为“一般”或“较差”"),
    ("提醒", "总分<=上期总分-5", "季", "总分比上季降低五分以上"),
    ("提醒", '等次=="基本称职" 或 等次=="不称职"', "年", "年度考核为“基本称职”或“不称职”"),
)
_OWN_HANDS: tuple[Line, ...] = (("台账确认", "否"),)
COURT_SETTINGS: tuple[Line, ...] = (
    ("台账确认", "是"),
    ("公示天数", 5),
    ("公示范围", "总分和评定等次"),
    ("批准后比例上限", "优秀:25%"),
    ("报送期限", "5个工作日"),
    ("按季报送部门", "政治部、办公室、督察室、司法警察支队"),
)
"""What the made-up court asks for beside the library's scheme."""
_LIBRARY_NOTES: tuple[Line, ...] = (
    ("这是什么", "一个实施办法加五套指标：法官、审判辅助人员、综合行政人员、工勤人员、聘用制人员。月度纪实、季度评价、年终评价，可以直接试算。"),
    ("出处一", "“1+5”的做法见辽宁省高级人民法院2024年4月的公开报道：数量、质量、效率、效果分设权重，兼顾部门差异，党建和廉政在内。指标和分值没有公布。"),
    ("出处二", "法官数量45、质量20、效率15、效果10、综合10，见东营区人民法院2017年办法公开部分（末项原为宣传调研）。"),
    ("出处三", "平时考核“好”不超过40%，年度“优秀”不超过20%，依公务员考核的规定。"),
    ("要由本院改的", "除上面写明出处的以外，分值、标准、系数、加减分都是编写的示例，不是规定。"),
    ("改哪些", "方案名称和年度、人员类别的写法、案件系数、各项分值和参数、依据条款，请逐行改成本院的。"),
    ("改错了怎么办", "满分指标按月、季、年各加起来都要等于总分一百；不对的格子，导入时一次全部指出来，改好之前不会采用。"),
)  # fmt: skip


def scheme_pages(year: int, settings: tuple[Line, ...] = _OWN_HANDS) -> tuple[Page, ...]:
    """The sheets of the scheme workbook for a year, with these further rows of sheet 方案."""
    return (
        _plain_page("方案", "项目 内容", (*_head(year), *settings)),
        _plain_page("指标组", "指标组 适用条件 排名范围 等次池", _SETS),
        _plain_page(
            "数据项",
            "编码 名称 类型 汇总 单位 填报部门 算式 说明",
            tuple(tuple(text or None for text in item) for item in ITEMS),
        ),
        _plain_page("案件系数", "字段 取值 系数 次序", FACTORS),
        _plain_page(
            "指标",
            "指标组 编码 名称 上级 分值 计分方式 参数 数据项 周期 缺数据 不适用 加减分 依据条款 说明",
            _indicator_lines(),
        ),
        _plain_page("周期", "周期 组成 权重", _COMPOSITION),
        _plain_page("等次", "等次池 周期 等次 最低分 比例上限 取整 前提", _grade_lines()),
        _plain_page("参加考核", "状态 代码 条件", _PARTICIPATION),
        _plain_page("通报", "名单 条件 周期 说明", _BULLETIN),
    )


def write_library(directory: Path) -> Path:
    """The scheme as a workbook of the indicator library; gives its path."""
    path = directory / LIBRARY_FILE
    notes = Page("说明", (("事项", "说明"),), _LIBRARY_NOTES, title=path.stem, wraps=True)
    write_pages(path, (notes, *scheme_pages(LIBRARY_YEAR)))
    return path


def _plain_page(name: str, header: str, body: tuple[Line, ...]) -> Page:
    return Page(name, (tuple(header.split()),), body)


def _head(year: int) -> tuple[Line, ...]:
    return (
        ("方案名称", f"{COURT}全员绩效考核实施办法（试行）"),
        ("年度", year),
        ("版本", "1"),
        (
            "依据",
            "《中华人民共和国公务员法》《中华人民共和国法官法》《关于加强和完善法官考核工作的指导意见》《公务员考核规定》及本院实施办法",
        ),
        ("小数位", 2),
        ("案件基础分", Decimal(1)),
        ("不计在岗的离岗类型", "病假、事假、产假、借调、学习"),
    )


def _indicator_lines() -> tuple[Line, ...]:
    return tuple((name, *(value or None for value in row)) for name, rows in SET_ROWS.items() for row in rows)


def _grade_lines() -> tuple[Line, ...]:
    lines: list[Line] = []
    for pool in _POOLS:
        rounding = "舍去" if pool in ("法官", "审判辅助") else "舍去 至少1"
        for kind, grades in (("季", _QUARTER_GRADES), ("年", _YEAR_GRADES)):
            for grade, minimum, share in grades:
                quota = Percent(share) if share else None
                lines.append((pool, kind, grade, minimum, quota, rounding, _EXCELLENT if grade == "优秀" else None))
    return tuple(lines)
