"""Further 项目 of sheet 方案: whatever a rule leaves to the court is a setting with an editable default, never code.

A row of the sheet tells another value; what it does not tell has the default that stands here, with its source. Names that
stand neither here nor among the nine of contract section 4 are told as unknown. To add one, add a line to its group.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from app.domain.approvals import approved_shares
from app.domain.due_days import due_rules
from app.domain.numbers import Exact, Ratio
from app.domain.periods import kinds_told
from app.domain.told_shares import told_figures, told_floors, told_words
from app.domain.workdays import days_told

SettingValue = int | Exact | bool | str | None
"""天数 and 数 give figures, 比例 a ratio, 是否 a truth, 词 a text; None is a figure that nobody told."""


class SettingKind(StrEnum):
    """What may stand in 内容."""

    DAYS = "天数"
    NUMBER = "数"
    SHARE = "比例"
    TRUTH = "是否"
    WORD = "词"


class Setting(NamedTuple):
    """One 项目. ``meaning`` and ``source`` are told to people; ``choices`` are all that a 词 may be, if it is told.

    ``read`` understands a 词 of a form of its own; it raises ValueError with the part that it does not.
    """

    name: str
    default: SettingValue
    kind: SettingKind
    meaning: str
    source: str
    choices: tuple[str, ...] = ()
    read: Callable[[str], object] | None = None


_DAYS, _NUMBER, _SHARE, _TRUTH, _WORD = SettingKind
_OWN = "本院自定（缺省值可改）"

DECISIONS = (
    Setting(
        "批准后比例上限",
        "",
        _WORD,
        "经批准超出比例时各等次仍不得超过的比例，如“优秀:25%”；空为不设",
        "《公务员考核规定》（25%）",
        read=approved_shares,
    ),
    Setting("前提须符合", False, _TRUTH, "是：不符合“等次”表前提的，会议也不得评定该等次；否：写明理由可以", _OWN),
    Setting("会议到会人数", None, _NUMBER, "评定会议到会人员少于此数的，决定不予收入；空为不查", "《法官法》第三十九条（考评委员会五至九人）"),
    Setting(
        "公示周期",
        "季、半年、年",
        _WORD,
        "写了公示天数的，哪几种周期的结果要公示：月、季、半年、年，以顿号分开",
        _OWN,
        read=kinds_told,
    ),
    Setting("公示范围", "评定等次", _WORD, "公示时没有另写的范围", _OWN),
    Setting("通知签收", False, _TRUTH, "是：每人签收结果通知后才能办结", "《公务员法》第三十八条、《法官法》第四十三条"),
)  # fmt: skip
OBJECTIONS = (
    Setting("法定复核等次", "不称职", _WORD, "可依法申请复核、申诉的评定等次，以顿号分开", "《公务员法》第九十五条"),
    Setting("不适用法定复核", "聘用制书记员、聘用制人员、合同制人员", _WORD, "不依公务员法复核的人员类别或编制，以顿号分开", _OWN),
    Setting("复核申请天数", 30, _DAYS, "知道结果之日起申请复核的天数", "《公务员法》第九十五条"),
    Setting("复核决定天数", 30, _DAYS, "接到复核申请之日起作出决定的天数", "《公务员法》第九十五条"),
    Setting("申诉提出天数", 15, _DAYS, "接到复核决定之日起提出申诉的天数", "《公务员法》第九十五条"),
    Setting("直接申诉天数", 30, _DAYS, "不经复核，知道结果之日起直接申诉的天数", "《公务员法》第九十五条"),
    Setting("申诉决定天数", 60, _DAYS, "受理申诉之日起作出决定的天数", "《公务员法》第九十六条"),
    Setting("申诉延长天数", 30, _DAYS, "案情复杂时申诉决定可以延长的天数", "《公务员法》第九十六条"),
    Setting("异议提出天数", 5, _DAYS, "知道结果或公示截止之日起提出异议的天数", _OWN),
    Setting("异议答复天数", 15, _DAYS, "收到异议之日起答复的天数", _OWN),
)  # fmt: skip

BULLETINS = (
    Setting(
        "党建单列",
        "党建",
        _WORD,
        "名称含有这些词的指标和台账在通报里单列，以顿号分开；空为不单列",
        "东港市人民法院党员考评和双激励通报",
    ),
)

RECORDS = (
    Setting("月度评分数据项", "月度评分", _WORD, "月纪实的负责人评分算作哪个数据项（评分或数值类）的数，写名称或编码", _OWN),
    Setting("月度评分满分", 100, _NUMBER, "月纪实的负责人评分不得超过的分数", _OWN),
    Setting("月分析离组均值", Ratio("0.2"), _SHARE, "本月数高于、低于同组均值达到此比例的，列入提示", _OWN),
    Setting("月分析离上月", Ratio("0.3"), _SHARE, "本月数比上月增减达到此比例的，列入提示", _OWN),
    Setting("月分析离计划", Ratio("0.1"), _SHARE, "完成进度比应有进度超前、落后达到此比例的，列入提示", _OWN),
    Setting("月分析最少人数", 3, _NUMBER, "同组有数的人少于此数的，不算同组均值，不作比较", _OWN),
    Setting("月分析常有比例", Ratio("0.5"), _SHARE, "同组有数的人里不是零的达到此比例，才与上月、同组均值比；偶尔才有的事项不提示", _OWN),
)  # fmt: skip

CHANGES_OF_POST, LONGEST_POST, SPLIT_BY_DAYS = "任职变动", "最长任职", "按天拆分"

SCORING = (
    Setting(
        CHANGES_OF_POST,
        LONGEST_POST,
        _WORD,
        "期内任职变动而适用不同指标组的人：按在任最久的任职计分，或按天拆分：每段按自己的指标组计分，再按天数加权",
        _OWN,
        (LONGEST_POST, SPLIT_BY_DAYS),
    ),
)

_HOLIDAYS = "国务院办公厅每年的节假日安排通知"

HANDING_IN = (
    Setting(
        "报送期限",
        "5个工作日",
        _WORD,
        "各部门在周期结束后几个工作日内报送，或次月几日前（“10日”）；分种类的写“月:3个工作日、季:10日”；没有期限的写“不设”",
        _OWN,
        read=due_rules,
    ),
    Setting(
        "节假日",
        "",
        _WORD,
        "不上班的日子，已公布的不用再写，如“2027-10-01至2027-10-07”",
        _HOLIDAYS,
        read=days_told,
    ),
    Setting("调休上班日", "", _WORD, "照常上班的周末，如“2027-10-09”", _HOLIDAYS, read=days_told),
    Setting(
        "按季报送部门",
        "",
        _WORD,
        "各月的数随季度一起报的部门，以顿号分开；月份不向它们收表，不算迟交",
        _OWN,
        read=told_words,
    ),
)

_OPINION = "《关于加强和完善法官考核工作的指导意见》"
_SERVANTS = "《公务员考核规定》"

USES = (
    Setting(
        "不列入年度统计的职务",
        "院长、副院长、党组书记、党组副书记、党组成员、纪检组长、审判委员会专职委员",
        _WORD,
        "由上级管理、不列入中层以下干部年度考核统计表的职务",
        _OWN,
        read=told_words,
    ),
    Setting("员额法官类别", "员额法官", _WORD, "哪些人员类别是员额法官，以顿号分开", _OWN, read=told_words),
    Setting("不适用公务员规定", "聘用制书记员、聘用制人员、合同制人员、工勤人员", _WORD, "不依公务员规定使用结果的人员类别或编制", _OWN, read=told_words),
    Setting("不计等级晋升等次", "基本称职、不称职、不确定等次", _WORD, "这些等次的年度不计入法官等级晋升年限", _OPINION, read=told_words),
    Setting("不计职级晋升等次", "基本称职、不称职、不确定等次、不进行考核", _WORD, "这些等次的年度不计入职务职级晋升年限", _SERVANTS, read=told_words),
    Setting("三等功连续优秀年数", 3, _DAYS, "连续几年优秀可以列为记三等功人选", _SERVANTS),
    Setting("退额连续基本称职年数", 2, _DAYS, "连续几年基本称职应当退出员额", _OPINION),
    Setting("辞退连续不称职年数", 2, _DAYS, "连续几年不称职予以辞退", "《公务员法》第八十八条"),
    Setting("办案下限", "院长:5%、副院长:30%、庭长:50%:部门", _WORD, "院庭长办案数不低于法官平均数的比例，写“职务:比例”；与本部门法官平均数比的，后面加“:部门”",
        "《关于加强各级人民法院院庭长办理案件工作的意见（试行）》（基层法院较低一档）", read=told_floors),
    Setting("办案数数据项", "承办结案", _WORD, "与办案下限比的是哪个数据项，写名称或编码", _OWN),
    Setting("退额离岗类型", "病假、事假", _WORD, "因健康或个人原因不能履职的离岗类型，以顿号分开", "《人民法院法官员额退出办法（试行）》", read=told_words),
    Setting("退额离岗天数", 365, _DAYS, "连续离岗超过这么多天的，列入退额提示", "《人民法院法官员额退出办法（试行）》（一年以上）"),
    Setting("交流提示职务", "院长、副院长、庭长、副庭长", _WORD, "任职满年数列入交流提示的职务；空为不列", "《党政领导干部交流工作规定》", read=told_words),
    Setting("交流提示年数", 5, _DAYS, "在同一部门同一职务满几年的，列入交流提示", "《党政领导干部交流工作规定》"),
    Setting("无奖金等次", "基本称职、不称职、不确定等次、不进行考核", _WORD, "这些等次当年没有奖励性绩效考核奖金", _OPINION, read=told_words),
    Setting("奖金系数", "优秀:1.2、称职:1", _WORD, "各等次分配奖励性绩效奖金的系数，写“等次:系数”；没有写的等次为零", _OWN, read=told_figures),
    Setting("奖金按在岗比例", True, _TRUTH, "是：系数再乘全年在岗比例", _OWN),
    Setting("奖金最小单位", Ratio(1, 100), _NUMBER, "每人奖金舍去到这个单位，余下的另列", _OWN),
)  # fmt: skip

FURTHER: dict[str, Setting] = {
    each.name: each for each in (*USES, *DECISIONS, *OBJECTIONS, *BULLETINS, *RECORDS, *SCORING, *HANDING_IN)
}
"""Every further 项目 by name, group after group."""


def ratio(text: str) -> Ratio:
    """A default of kind 比例 or 数, from its digits: ``ratio("0.5")``."""
    return Ratio(text)
