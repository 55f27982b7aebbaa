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
)

FURTHER: dict[str, Setting] = {each.name: each for each in (*DECISIONS, *OBJECTIONS, *BULLETINS, *RECORDS, *SCORING, *HANDING_IN)}
"""Every further 项目 by name, group after group."""


def ratio(text: str) -> Ratio:
    """A default of kind 比例 or 数, from its digits: ``ratio("0.5")``."""
    return Ratio(text)
