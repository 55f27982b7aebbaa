"""方案 as a workbook to fill in: the book's newest one to go on from, or an empty one with every 项目 explained."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.numbers import shown
from app.domain.rules import RULES
from app.domain.scheme_settings import FURTHER, Setting
from app.domain.schemes import Gathering, ItemKind, Policy, SchemeText
from app.services.collecting.templating.told import Told
from app.sheets import drafts
from app.sheets.template_sheet import TemplateColumn, TemplateSheet
from app.sheets.writing import ColumnKind, SheetValue

_SPARE_ROWS = 10
_SHEETS: dict[str, str] = {
    "方案": "项目 内容",
    "指标组": "指标组 适用条件 排名范围 等次池",
    "数据项": "编码 名称 类型 汇总 单位 填报部门 算式 说明",
    "案件系数": "字段 取值 系数 次序",
    "指标": "指标组 编码 名称 上级 分值 计分方式 参数 数据项 周期 缺数据 不适用 加减分 依据条款 说明",
    "周期": "周期 组成 权重",
    "等次": "等次池 周期 等次 最低分 比例上限 取整 前提",
    "参加考核": "状态 代码 条件",
    "通报": "名单 条件 周期 说明",
}
_FIRST = {
    "方案名称": "必须填写",
    "年度": "必须填写，四位年份，如 2025",
    "版本": "改过几次，空为 1",
    "依据": "依据的文件",
    "小数位": "得分保留几位小数，空为 2",
    "案件基础分": "一件案件乘系数之前的分，空为 1",
    "公示天数": "办结前结果须公示的工作日，空为不公示",
    "台账确认": "是：台账每一条由另一人确认后才算",
    "不计在岗的离岗类型": "如“病假、产假”；空为都算在岗",
}
_POLICIES = tuple(each.value for each in Policy)
_WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("指标组", "排名范围"): ("同组", "部门", "条线", "等次池", "不排名"),
    ("数据项", "类型"): tuple(each.value for each in ItemKind),
    ("数据项", "汇总"): tuple(each.value for each in Gathering),
    ("指标", "计分方式"): tuple(RULES),
    ("指标", "缺数据"): _POLICIES,
    ("指标", "不适用"): tuple(each for each in _POLICIES if each != Policy.WAIT),
    ("指标", "加减分"): ("是", "否"),
    ("周期", "周期"): ("季", "半年", "年"),
    ("周期", "组成"): ("本期", "月", "季", "半年"),
    ("等次", "周期"): ("月", "季", "半年", "年"),
    ("等次", "取整"): ("舍去", "四舍五入", "进一"),
    ("参加考核", "状态"): ("不进行考核", "不确定等次"),
}
_PROMPTS = {
    ("数据项", "填报部门"): "由谁报：部门名称，几个的用“、”隔开；每个部门报自己的人，写“各部门”",
    ("指标", "周期"): "月、季、半年、年，几个的用“、”隔开；空为每个周期",
    ("指标", "参数"): "名=值，几个的用分号隔开，如“目标=100; 封顶=100%”",
    ("周期", "权重"): "如 60%；同一周期的各行加起来要是 100%",
}
_WIDE = {
    "适用条件": 44, "算式": 44, "参数": 40, "说明": 30, "前提": 44, "条件": 44, "内容": 50, "项目": 24, "名称": 24, "指标组": 14,
}  # fmt: skip


def scheme_sheets(told: Told) -> Iterator[TemplateSheet]:
    """Every sheet of the workbook."""
    text = told.version.text if told.version is not None else None
    for name, titles in _SHEETS.items():
        columns = tuple(_column(name, title) for title in titles.split())
        rows = _rows(text, name, titles.split()) if text is not None else _blank_rows(name)
        yield TemplateSheet(
            name=name,
            title=name,
            columns=columns,
            rows=rows,
            spare_rows=_SPARE_ROWS,
            prompts=dict(_setting_prompts(rows)) if name == drafts.SCHEME else {},
        )


def _rows(text: SchemeText, sheet: str, titles: list[str]) -> tuple[tuple[SheetValue, ...], ...]:
    return tuple(tuple(row.text(title) or None for title in titles) for row in text.sheets.get(sheet, ()))


def _blank_rows(sheet: str) -> tuple[tuple[SheetValue, ...], ...]:
    return tuple((name, None) for name in (*_FIRST, *FURTHER)) if sheet == drafts.SCHEME else ()


def _setting_prompts(rows: tuple[tuple[SheetValue, ...], ...]) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    """What belongs beside each 项目."""
    for at, (name, *_) in enumerate(rows):
        setting = FURTHER.get(str(name))
        text = _meaning(setting) if setting else _FIRST.get(str(name), "")
        if text:
            yield (at, 1), (str(name), text)


def _meaning(setting: Setting) -> str:
    default = setting.default
    if isinstance(default, bool):
        return f"{setting.meaning}。不写时：{'是' if default else '否'}"
    told = "空" if default is None or default == "" else default if isinstance(default, str) else shown(default)
    return f"{setting.meaning}。不写时：{told}"


def _column(sheet: str, title: str) -> TemplateColumn:
    return TemplateColumn(
        title,
        ColumnKind.LONG_TEXT if _WIDE.get(title, 0) >= 30 else ColumnKind.TEXT,
        choices=_WORDS.get((sheet, title), ()),
        prompt=_PROMPTS.get((sheet, title), ""),
        width=_WIDE.get(title),
    )
