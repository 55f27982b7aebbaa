"""审判质量管理指标体系 as figures: what each is made of, which way it points, since when, and where that is known from.

Names marked as published stand in courts' own reports of 2023 and 2024. What is counted above and below the line is told
there for a few only; the others follow what courts commonly do, and say so. No interval is published but the word that
100 % of cases within the time limit is not what is wanted.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

REFORM = "2024年9月"
BEFORE = "2024年9月以前"
_NEVER = "本院自定"
_NAME_SEEN = "名称见于公开报道；分子分母按通行做法，请对照正式口径核定"
_BOTH_SEEN = "名称和算法均见于公开报道"
_LOCAL = "不在已公开的名称之内，是各地常用的补充指标；算法按通行做法"


class Way(StrEnum):
    """方向: what is better."""

    MORE = "越高越好"
    LESS = "越低越好"
    WITHIN = "在区间内为好"


class Count(NamedTuple):
    """A number told about every judge, by month or quarter."""

    code: str
    name: str
    gathering: str
    unit: str
    note: str = ""


class Figure(NamedTuple):
    """One indicator. ``formula`` has the counts in braces; ``low`` and ``high`` are limits for orientation with their origin."""

    code: str
    name: str
    group: str
    above: str
    below: str
    formula: str
    unit: str
    way: Way
    origin: str
    low: str = ""
    high: str = ""
    limit_origin: str = ""
    since: str = BEFORE


class Dropped(NamedTuple):
    """An indicator of an earlier version: until when, and what came of it."""

    name: str
    group: str
    above: str
    below: str
    way: str
    until: str
    fate: str


QUALITY, EFFICIENCY, EFFECT = "质量", "效率", "效果"
GROUPS = (QUALITY, EFFICIENCY, EFFECT)

COUNTS = (
    Count("AN", "源头案数", "求和", "案", "当事人最初起诉的纠纷，一案计一次"),
    Count("JIAN", "程序件数", "求和", "件", "这些纠纷走过的全部程序：一审、二审、申请再审、再审、执行等，一个程序计一件"),
    Count("XS", "新收案件数", "求和", "件"),
    Count("JA", "结案数", "求和", "件"),
    Count("YSJ", "一审结案数", "求和", "件"),
    Count("SS", "上诉案件数", "求和", "件"),
    Count("EG", "二审改判数", "求和", "件", "按二审结案时间计入当期"),
    Count("EF", "二审发回重审数", "求和", "件", "按二审结案时间计入当期"),
    Count("ZG", "再审改判数", "求和", "件"),
    Count("ZF", "再审发回重审数", "求和", "件"),
    Count("SXCP", "生效裁判数", "求和", "件"),
    Count("SQZS", "申请再审数", "求和", "件"),
    Count("LBD", "立案变更数", "求和", "件", "不予受理、驳回起诉、管辖异议裁定被上级法院撤销的"),
    Count("LCD", "立案裁定数", "求和", "件", "不予受理、驳回起诉、管辖异议裁定"),
    Count("SXJ", "审限内结案数", "求和", "件", "含依法延长、扣除后不超期的"),
    Count("WJ", "期末未结案数", "末值", "件"),
    Count("CQ", "超12个月未结案数", "末值", "件"),
    Count("TS", "审理天数合计", "求和", "天", "当期所结案件的审理天数相加"),
    Count("SQBD", "申请执行标的额", "求和", "万元"),
    Count("DWJE", "执行到位金额", "求和", "万元"),
    Count("TC", "调解撤诉数", "求和", "件"),
    Count("KTJ", "可调解案件结案数", "求和", "件"),
)  # fmt: skip

FIGURES = (
    Figure("A1", "二审改判-发回重审比", QUALITY, "二审改判数", "二审发回重审数", "{二审改判数}/{二审发回重审数}", "", Way.WITHIN, _NAME_SEEN,
           "1", "5", since=REFORM),
    Figure("A2", "再审改判-发回重审比", QUALITY, "再审改判数", "再审发回重审数", "{再审改判数}/{再审发回重审数}", "", Way.WITHIN, _NAME_SEEN,
           "1", "5", since=REFORM),
    Figure("A3", "申请再审率", QUALITY, "申请再审数", "生效裁判数", "{申请再审数}/{生效裁判数}*100", "%", Way.LESS, _LOCAL, high="5", since=_NEVER),
    Figure("A4", "立案变更率", QUALITY, "立案变更数", "立案裁定数", "{立案变更数}/{立案裁定数}*100", "%", Way.LESS, _LOCAL, high="5", since=_NEVER),
    Figure("B1", "审限内结案率", EFFICIENCY, "审限内结案数", "结案数", "{审限内结案数}/{结案数}*100", "%", Way.WITHIN,
           f"{_BOTH_SEEN}；公开报道说明并不追求100%", "90", "99"),
    Figure("B2", "超12个月未结案件比", EFFICIENCY, "超12个月未结案数", "期末未结案数", "{超12个月未结案数}/{期末未结案数}*100", "%", Way.LESS,
           _NAME_SEEN, high="5"),
    Figure("B3", "平均审理天数", EFFICIENCY, "审理天数合计", "结案数", "{审理天数合计}/{结案数}", "天", Way.WITHIN, _LOCAL, "30", "90", since=_NEVER),
    Figure("B4", "结收案比", EFFICIENCY, "结案数", "新收案件数", "{结案数}/{新收案件数}*100", "%", Way.MORE, _LOCAL, "95", since=_NEVER),
    Figure("C1", "案-件比", EFFECT, "程序件数", "源头案数", "{程序件数}/{源头案数}", "件/案", Way.LESS,
           "名称和含义见于公开报道：一案经过的程序越多，当事人负担越重，理想为1；分子分母请对照正式口径核定", high="1.8"),
    Figure("C2", "执行到位率", EFFECT, "执行到位金额", "申请执行标的额", "{执行到位金额}/{申请执行标的额}*100", "%", Way.MORE, _NAME_SEEN, "45"),
    Figure("C3", "一审服判息诉率", EFFECT, "一审结案数减上诉案件数", "一审结案数", "(1-{上诉案件数}/{一审结案数})*100", "%", Way.MORE, _LOCAL,
           "85", limit_origin="河南省基层法院考评办法公开部分：85%以上得满分", since=_NEVER),
    Figure("C4", "调解撤诉率", EFFECT, "调解撤诉数", "可调解案件结案数", "{调解撤诉数}/{可调解案件结案数}*100", "%", Way.MORE, _LOCAL, "27",
           limit_origin="河南省基层法院考评办法公开部分：27%以上得满分", since=_NEVER),
)  # fmt: skip

DROPPED = (
    Dropped("一审裁判被改判率", QUALITY, "被改判的一审案件数", "一审结案数", "越低越好", REFORM, "与被发回重审率合并为二审改判-发回重审比"),
    Dropped("一审裁判被发回重审率", QUALITY, "被发回重审的一审案件数", "一审结案数", "越低越好", REFORM, "与被改判率合并为二审改判-发回重审比"),
    Dropped("生效裁判被改判率", QUALITY, "被改判的生效裁判数", "生效裁判数", "越低越好", REFORM, "与被发回重审率合并为再审改判-发回重审比"),
    Dropped("生效裁判被发回重审率", QUALITY, "被发回重审的生效裁判数", "生效裁判数", "越低越好", REFORM, "与被改判率合并为再审改判-发回重审比"),
    Dropped("裁定再审率", QUALITY, "裁定再审数", "生效裁判数", "越低越好", REFORM, "可由其他指标代替，停用"),
    Dropped("延长审限率", EFFICIENCY, "延长审限的案件数", "结案数", "越低越好", REFORM, "可由其他指标代替，停用"),
    Dropped("法官人均结案数", EFFICIENCY, "结案数", "员额法官数", "在区间内为好", REFORM, "可由其他指标代替，停用"),
    Dropped("司法建议反馈率", EFFECT, "已反馈的司法建议数", "发出的司法建议数", "越高越好", REFORM, "可由其他指标代替，停用"),
)  # fmt: skip
