"""Words around an item's name: those that merely sort (办案质效), and those that make its figures others.

年度任务, 全院平均, 得分 over 结案数, 刑事案件, a title 任务计划表: such figures are never the person's own 结案数
(contract, section 4.1, 10).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from app.domain.words import plain
from app.sheets.tables.spans import is_span
from app.sheets.tables.units import units_in
from app.sheets.tables.vocabulary import bare_header

PLAIN_LEAVES = frozenset((
    "得分", "分数", "分值", "数值", "数量", "值", "实际值", "完成值", "评分", "打分", "数据", "实绩", "件数", "实际", "完成", "完成数", "实际完成",
    "实际完成数", "实际数",
))  # fmt: skip
"""Words that say nothing of their own below a group's name."""

_WHOSE = (
    r"(?:全院|本院|法院|本庭|庭室|部门|条线|全市|全省|辖区|同类|同组|团队|年度?|本年度?|全年|本?季度?|月度?|本?月|应)?"
)
_OTHER_FIGURE = re.compile(
    rf"{_WHOSE}(?:工作)?(?:目标|任务|计划){{1,2}}(?:数|值|量|件数)?"
    rf"|{_WHOSE}(?:平均|均值|中位|人均)(?:数|值|水平|数值)?"
    rf"|{_WHOSE}(?:最高|最低)(?:数|值)"
    r"|(?:预计|预估|暂估|预测)(?:数|值|完成数?)?"
    r"|(?:参考|基准|警戒)(?:数|值|线)"
)
_SCORE = re.compile(
    r"(?:考核|实际|实|最终|折算|换算|标准|单项|指标|该项|本项|总)?(?:得分|计分|评分|赋分|打分|分值|分数|满分|分)(?:值|数|情况)?"
    r"|权重|占分|系数|折算(?:数|值|后)?"
)
_MARKS = re.compile(
    r"去年|上年|同期|同比|环比|上期|上月|上季|增减|增幅|预计|预估|暂估|名次|排名|排序|占比|折算|权重|平均|均值|人均|中位"
    r"|目标|任务|计划|应完成|得分|分值|分数|计分|满分|扣分|加分"
)
"""What turns an item's figures into others, wherever it stands in a note; unless the item is called so."""
_SCORES = frozenset(("得分", "分值", "分数", "计分", "满分", "扣分", "加分", "折算"))
_HARMLESS = re.compile(
    r"(?:目标|任务|计划|应完成)(?:数|值)?[:为是]?[≥<>=]*\d+(?:\.\d+)?[^\W\d_]?"
    r"|(?:目标|任务|计划)+[的及与和,]?(?:完成|考核|管理|责任|绩效|落实|进展|推进|达成|实际)|完成任务|(?:重点|专项)任务"
    r"|(?:满分|分值|权重|占|占比|标准分|计)?[:为是]?\d+(?:\.\d+)?(?:分|%)?(?:满分|制)?|(?:加减?|减|扣|得)分(?:项目?|事项|因素|指标)"
    r"|[与同和较比](?:上年|去年)?(?:同期|上年|去年)(?:数据?)?(?:相?比|对比|比较)?|(?:上年|去年)?同期(?:对比|比较)"
)
_SORT_OF_CASE = re.compile(
    r"(?:民事|刑事|行政|执行|民商事|商事|家事|少年|国家赔偿|再审|一审|二审|诉前|速裁|简易|普通程序|简易程序|速裁程序)(?:类|案|案件|类案件)?"
)
"""Some of the cases only."""
_SORTS = (
    "办案 审判 执行 案件 质量 效率 效果 质效 数量 数据 指标 情况 工作 考核 考评 评价 评议 测评 内容 项目 业绩 实绩 实际 绩效 管理 监督 司法 公开"
    " 调研 信息 宣传 队伍 建设 党建 党务 廉政 廉洁 纪律 作风 学习 培训 教育 综合 业务 政治 思想 能力 素质 岗位 职责 履职 履行 任务完成"
    " 目标完成 目标考核 目标管理 计划完成 完成 核心 基础 共性 个性 特色 重点 日常 平时 基本 主要 其他 其它 加分项 扣分项 减分项 加减分项"
    " 否决 一票 群众 满意 满意度 安全 保密 信访 涉诉 诉讼 服务 立案 调解 服判 息诉 文书 庭审 裁判 流程 卷宗 归档 送达 保全 期限 审限 均衡"
    " 结案 收案 收结 收结案 存案 未结 上诉 改判 发回 重审 发改 法官 助理 书记员 法警 干警 人员 员额 政务 行政综合 审务 事务 保障 部分 类别"
    " 方面 维度 模块 板块 栏 栏目 统计 汇总 明细 表 定量 定性 量化 客观 主观 正向 负向 反向 约束性 引导性 参考性 分类 分项 各项 各类 三个"
    " 公正 公平 责任 化解 办理 审理 辅助 审结 创新 奖励 荣誉 奖惩 惩戒 规范 规范化 程度 水平 贡献 作用 发挥 表现 态度 出勤 考勤 临时 专项 事项 党风"
    " 意识形态 理论 信息化 智慧 平台 应用 电子 网上 直播 上网 判后 答疑 司法建议 案例 论文 撰写 媒体 稿件 表彰 嘉奖 实际值 完成值 指标值 数值"
    " 审执 加分 扣分 民主 领导 团队 成果 季度 年度 评查 收结存 参与 社会 治理 诉源 速裁 繁简分流 普法 法治 职业 道德 公共 职能 中心 重要 负面清单"
    " 原始 有效 核定 审核 上报 必填 选填 填 复核"
    " 一级 二级 三级 本人 个人 德 能 勤 绩 廉 数 率 项 类 度 的 及 与 和 或 等 填报 报送 填写 提供 采集 量 性 化 自评 自查"
)
_WORDS = frozenset(_SORTS.split())
_LONGEST_WORD = max(map(len, _WORDS))
_BETWEEN = re.compile(r"[-,/_:.&+a-z]|\d+(?:[.]\d+)?(?:分|%)?")
"""Signs, letters and figures that may stand between or behind the words."""
_LONGEST_SORT = 60
_SOURCE = re.compile(
    r"(?:数据)?来源:.*|(?:填报|报送|责任|提供|牵头)(?:部门|单位|庭室):.*"
    r"|[^\W\d_]{1,10}[庭局室处队科所办部](?:填报|填写|提供|统计|采集|导出|报送|录入|负责|掌握|审核)(?:数据|部分|内容|项目|指标)?"
)
"""Who told the figures."""
_UNIT_LABEL = re.compile(r"(?:计量)?单位:(.*)")
_ORDINAL = re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[,.]|[①-⑳ⅰ-ⅻ]|第[一二三四五六七八九十]部分)"
)
_NOTE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TITLE_MARKS = re.compile(r"全院平均|任务|计划|目标|预计|预测|预估|上年|去年|同期")
_TITLE = re.compile(r"(?:表|数|值|量|情况|统计|汇总|数据|书|清单|任务|计划|目标|同期|上年|去年|\))$")
_LONGEST_TITLE = 60


def is_other_figure(word: str) -> bool:
    """Whether a word over a column says that its figures are an aim, a mean or a guess, whatever the item."""
    return _OTHER_FIGURE.fullmatch(bare_header(word).strip("()[]")) is not None


def is_score_word(word: str) -> bool:
    """Whether a word over a column says that its figures are points, a weight or a factor."""
    return _SCORE.fullmatch(bare_header(word).strip("()[]")) is not None


def is_leaf(word: str) -> bool:
    """Whether a word may stand below an item's name, and says nothing without it: 数量, 得分, 目标."""
    return bare_header(word) in PLAIN_LEAVES or may_compare(word)


def may_compare(word: str) -> bool:
    """Whether a word says that figures are an aim, a mean or points, unless the item itself is of such."""
    return is_other_figure(word) or is_score_word(word)


def compares(word: str, name: str, *, is_score: bool) -> bool:
    """Whether a word over a column of the item of this plain name says that its figures are an aim, a mean, or points."""
    if bare_header(word).strip("()[]") in name:
        return False
    return is_other_figure(word) or (is_score_word(word) and not is_score)


@lru_cache(maxsize=4096)
def time_of(word: str) -> str:
    """The part of a group's name that tells of which time its figures are (``2023年办案情况``), or an empty text."""
    if is_span(word):
        return word
    bare = bare_header(word)
    ends = range(len(bare) - 1, 1, -1)
    return next((bare[:end] for end in ends if _is_sort(bare[end:]) and is_span(bare[:end])), "")


def _is_sort(text: str) -> bool:
    """Whether a text is made of the words of _SORTS alone. Place by place, as a pattern of so many words would try for ever."""
    if not text or len(text) > _LONGEST_SORT:
        return False
    ends = {0}
    for begin in range(len(text)):
        if begin in ends:
            ends.update(
                end for end in range(begin + 1, min(begin + _LONGEST_WORD, len(text)) + 1) if text[begin:end] in _WORDS
            )
            if between := _BETWEEN.match(text, begin):
                ends.add(between.end())
    return len(text) in ends


def merely_sorts(word: str, known: Collection[str]) -> bool:
    """Whether a group's name says only of which sort its columns are; ``known``: what the scheme and the book call so."""
    bare = _ORDINAL.sub("", bare_header(word))
    if not bare or bare in known or _SOURCE.fullmatch(bare):
        return True
    if (unit := _UNIT_LABEL.fullmatch(bare)) and units_in(unit[1]):
        return True
    return _SORT_OF_CASE.fullmatch(bare) is None and _is_sort(bare)


def notes_of(word: str) -> Iterator[str]:
    """What stands in brackets in a header, in plain form."""
    return (match[1] for match in _NOTE.finditer(plain(word)) if match[1])


def turned(word: str, name: str, *, is_score: bool) -> bool:
    """Whether one of the notes in brackets behind an item's name makes its figures others."""
    return any(turns(note, name, is_score=is_score) for note in notes_of(word))


def turns(note: str, name: str, *, is_score: bool) -> bool:
    """Whether a note in brackets makes the figures of an item, of this plain name, others: （得分）, （目标）, （刑事）."""
    if units_in(note) or note in name:
        return False
    if _SORT_OF_CASE.fullmatch(note):
        return True
    marks = {mark for mark in _MARKS.findall(_HARMLESS.sub(" ", note)) if mark not in name}
    return bool(marks - _SCORES if is_score else marks)


def tells_other_figures(title: str, names: Iterable[str] = ()) -> bool:
    """Whether a title says that its table holds plans, or the figures of last year; ``names``: the items that the table
    has, of which the title may be the name (协助任务数).
    """  # fmt: skip
    bare = plain(title)
    if ":" in bare or len(bare) > _LONGEST_TITLE or not _TITLE.search(bare):
        return False
    for name in names:
        bare = bare.replace(plain(name).rstrip("数量值率") or plain(name), " ")
    return _TITLE_MARKS.search(_HARMLESS.sub(" ", bare)) is not None
