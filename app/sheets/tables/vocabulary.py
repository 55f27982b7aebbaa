"""Which columns each kind of sheet may have, by what other words they are headed, and which must be there.

Contract, section 3. The first word of a column is its canonical name; the others are what courts write instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from app.domain.cases import ROLES
from app.domain.words import plain, without_bracket
from app.sheets.drafts import ABSENCE, CASES, DECISIONS, ENTRIES, LEDGER, MONTHLY, NOTICES, PAST_GRADES, RATINGS, ROSTER

STAFF_NO, ID_NUMBER, NAME, DIVISION = "工号", "身份证号", "姓名", "部门"
SERIAL = "序号"

_STAFF_NO = (STAFF_NO, "人员编号", "员工编号", "职工编号", "干警编号", "人员工号", "干警工号", "员工号", "编号")
_ID_NUMBER = (ID_NUMBER, "身份证号码", "身份证", "公民身份号码", "证件号码", "证件号")
_NAME = (NAME, "人员姓名", "干警姓名", "员工姓名", "考核对象", "被考核人", "被考核人姓名", "法官姓名", "法官")
_COUNTED_NAME = (
    *_NAME, "承办法官", "承办人", "承办人姓名", "办案法官", "办案人员", "干警", "人员", "名字", "工作人员", "考核人员", "被考评人", "姓名/指标", "姓名/项目",
)  # fmt: skip
"""What else heads the names where figures stand beside them; elsewhere 承办人 may be somebody beside 姓名."""
_DIVISION = (
    DIVISION,
    "庭室",
    "所在部门",
    "所在庭室",
    "单位",
    "所在单位",
    "部门名称",
    "所属部门",
    "庭室名称",
    "科室",
    "处室",
    "庭处室",
    "庭室部门",
)
_SERIAL = (SERIAL, "序", "次序号", "No", "No.", "№")
_NOTE = ("备注", "备考", "附注")
_MONTH = ("月份", "月", "月度", "周期", "考核周期", "考核月份", "所属月份", "所属周期", "期间", "考核期间")

_SQUARE = re.compile(r"\[[^\[\]]*\]$")
_KEYS = frozenset((STAFF_NO, ID_NUMBER, NAME, "案号", "台账", "被测评人"))
_FILLED = frozenset(
    (STAFF_NO, ID_NUMBER, NAME, DIVISION, "条线", "人员类别", "指标组", "台账", "日期", "月份", "数据项", "被测评人", "测评人类别", *ROLES)
)  # fmt: skip
_REPEATED = frozenset(
    ("性别", "政治面貌", "学历", "职务", "职级", "法官等级", "编制", "离岗类型", "案件字", "案由", "程序", "审理程序", "级别", "事项", "依据",
     "立案日期", "结案日期", "起", "止", "任职起", "年度", "会议", "会议日期", "说明", "备注")
)  # fmt: skip


class Vocabulary(NamedTuple):
    """The columns of one kind of sheet. ``told_by``: groups of columns; a sheet is of the kind if it has one of each.

    ``required`` must be there in the sheet; ``ignored`` may stand there and are not read. ``has_items``: data items head its further columns.
    ``filled``: the columns in which one merged cell speaks for all its rows; elsewhere nobody can tell whose the value is.
    """

    kind: str
    columns: dict[str, str]
    told_by: tuple[tuple[str, ...], ...]
    required: tuple[str, ...]
    ignored: frozenset[str] = frozenset()
    has_items: bool = False
    is_scheme: bool = False
    filled: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The columns that say which record a row is."""
        return frozenset(name for group in self.told_by for name in group) & _KEYS or frozenset(self.required[:1])

    @property
    def repeated(self) -> frozenset[str]:
        """The columns of words in which a ditto mark says what stands above; with figures it may be anything."""
        return self.filled | _REPEATED

    @property
    def telling_words(self) -> frozenset[str]:
        """The words by which a sheet may be told to be of the kind, in plain form."""
        telling = {name for group in self.told_by for name in group}
        return frozenset(word for word, name in self.columns.items() if name in telling)

    def column(self, header: str) -> str:
        """The canonical column that a header names, or an empty text."""
        return self.columns.get(plain_header(header)) or self.columns.get(bare_header(header), "")

    def fits(self, columns: Iterable[str]) -> bool:
        """Whether a sheet with these columns is of the kind."""
        there = set(columns)
        return all(there.intersection(group) for group in self.told_by)


@lru_cache(maxsize=16384)
def plain_header(header: str) -> str:
    """A header in its plain form; headers are asked for again and again."""
    return plain(header)


@lru_cache(maxsize=16384)
def bare_header(header: str) -> str:
    """A header in its plain form without any unit or note in brackets at its end, and without a star."""
    text = plain_header(header).strip("*:")
    while (shorter := _SQUARE.sub("", without_bracket(text))) != text and shorter:
        text = shorter.strip("*:")
    return text


def _vocabulary(
    kind: str,
    told_by: tuple[tuple[str, ...], ...],
    required: tuple[str, ...],
    *columns: tuple[str, ...],
    ignored: tuple[str, ...] = (),
) -> Vocabulary:
    words = {
        plain(word): column[0] for column in (*columns, _SERIAL, *((each,) for each in ignored)) for word in column
    }
    return Vocabulary(kind, words, told_by, required, frozenset((SERIAL, *ignored)), filled=_FILLED)


_START = (
    "任职起",
    "任职起始",
    "任职开始",
    "任职时间",
    "任职日期",
    "任职起始日期",
    "任职起始时间",
    "任职开始日期",
    "到岗日期",
    "起始日期",
)
_END = ("任职止", "任职截止", "任职结束", "任职截止日期", "任职截止时间", "任职结束日期", "离任日期", "截止日期")

_ROSTER = _vocabulary(
    ROSTER,
    ((STAFF_NO,), (NAME,), ("人员类别",)),
    (STAFF_NO, NAME, DIVISION, "人员类别"),
    _STAFF_NO,
    _NAME,
    ("性别",),
    ("出生日期", "出生年月", "出生年月日", "生日"),
    _ID_NUMBER,
    ("政治面貌", "党派"),
    ("学历", "文化程度", "最高学历"),
    _DIVISION,
    ("条线", "业务条线"),
    ("人员类别", "人员分类", "类别", "岗位类别"),
    ("指标组", "考核组", "考核指标组"),
    ("职务", "现任职务", "岗位", "职务名称"),
    ("职级", "现任职级"),
    ("法官等级", "法官等次"),
    ("编制", "编制性质", "编制类别", "编制类型"),
    _START,
    _END,
    _NOTE,
)
_ABSENCE = _vocabulary(
    ABSENCE,
    ((STAFF_NO, ID_NUMBER, NAME), ("离岗类型",)),
    ("离岗类型", "起"),
    _STAFF_NO,
    _ID_NUMBER,
    _NAME,
    _DIVISION,
    ("离岗类型", "离岗类别", "请假类型", "请假类别", "离岗原因", "假别"),
    (
        "起",
        "起始日期",
        "开始日期",
        "离岗起",
        "离岗开始",
        "离岗日期",
        "开始时间",
        "起始时间",
        "起始",
        "开始",
        "离岗起始日期",
        "离岗开始日期",
        "起日",
    ),
    (
        "止",
        "截止日期",
        "结束日期",
        "离岗止",
        "离岗结束",
        "返岗日期前一日",
        "结束时间",
        "截止时间",
        "截止",
        "结束",
        "离岗截止日期",
        "离岗结束日期",
        "止日",
    ),
    ("说明", *_NOTE, "事由", "原因"),
    ignored=("职务", "天数"),
)
_CASES = _vocabulary(
    CASES,
    (("案号",), ("结案日期",)),
    ("案号", "结案日期", "承办人"),
    ("案号", "案件编号", "案件号"),
    ("案件字", "案件类型代字", "类型代字"),
    ("案由", "立案案由", "结案案由"),
    ("程序", "审理程序", "适用程序"),
    (DIVISION, "承办部门", "承办庭室", "庭室", "业务庭"),
    ("立案日期", "立案时间", "收案日期"),
    ("结案日期", "结案时间"),
    ("承办人", "承办法官", "主办人"),
    ("审判长",),
    ("合议庭成员", "合议庭", "合议庭组成人员", "合议庭其他成员"),
    ("法官助理", "助理"),
    ("书记员",),
    ("个案系数",),
    ("系数说明", "个案系数说明"),
)
_LEDGER = _vocabulary(
    LEDGER,
    (("台账",), ("日期",), ("事项",)),
    ("台账", "日期", "事项"),
    ("台账", "台账名称", "台账类别", "台账类型"),
    ("日期", "发生日期", "发生时间", "时间"),
    _STAFF_NO,
    _ID_NUMBER,
    _NAME,
    _DIVISION,
    ("事项", "事项名称", "内容", "事由", "具体事项"),
    ("级别", "奖惩级别", "层级"),
    ("分值", "加减分", "加分", "得分"),
    ("次数", "数量"),
    ("依据", "文号", "依据文件", "文件依据"),
    ("成果标识", "成果编号"),
    _NOTE,
)
LEDGER_BY_TITLE = _LEDGER._replace(
    told_by=((STAFF_NO, ID_NUMBER, NAME), ("日期",), ("事项",)), required=("日期", "事项")
)
"""A 台账 sheet of which the title tells the ledger; only looked for where a title does."""
_RATINGS = _vocabulary(
    RATINGS,
    (("被测评人",), ("评分", "评价")),
    ("被测评人", "测评人类别"),
    ("被测评人", "被测评人工号", "测评对象", "被评人", "被测评对象"),
    ("测评人类别", "测评主体", "测评人类型", "测评类别", "评价主体"),
    ("评分", "测评分", "测评得分", "打分", "分数"),
    ("评价", "评价等次", "测评等次"),
    ("票号", "选票号", "票序"),
    ("数据项", "测评项目", "测评项", "测评内容"),
    _NAME,
    _DIVISION,
    ignored=("职务", *_NOTE),
)
_DECISIONS = _vocabulary(
    DECISIONS,
    ((STAFF_NO,), ("评定等次",)),
    (STAFF_NO, "评定等次"),
    _STAFF_NO,
    _ID_NUMBER,
    _NAME,
    _DIVISION,
    ("评定等次", "审定等次", "决定等次"),
    ("理由", "调整理由", "原因"),
    ("会议", "会议名称"),
    ("会议日期", "会议时间"),
    ("到会人员", "出席人员", "参会人员"),
    ("批准文号", "批准文件", "批复文号"),
    ("代码", "考核结论代码", "结论代码"),
    ignored=("得分", "总分", "名次", "排名", "建议等次", "指标组", "职务", "人员类别", "等次池", *_NOTE),
)
_PAST_GRADES = _vocabulary(
    PAST_GRADES,
    ((STAFF_NO, ID_NUMBER, NAME), ("年度",), ("等次",)),
    ("年度", "等次"),
    _STAFF_NO,
    _ID_NUMBER,
    _NAME,
    _DIVISION,
    ("年度", "考核年度", "年份"),
    ("等次", "考核等次", "年度考核等次", "考核结论", "考核结果"),
    ("代码", "考核结论代码", "结论代码"),
    ("依据", "文号", "依据文件"),
    ignored=("职务", "职级", "人员类别", *_NOTE),
)
_NOTICES = _vocabulary(
    NOTICES,
    ((STAFF_NO,), ("签收日期",)),
    (STAFF_NO, "签收日期"),
    _STAFF_NO,
    _ID_NUMBER,
    _NAME,
    _DIVISION,
    ("签收日期", "签收时间", "签字日期"),
    ("本人意见", "意见"),
    ignored=("评定等次", "总分", "签名", "期次", *_NOTE),
)
_MONTHLY = _vocabulary(
    MONTHLY,
    ((STAFF_NO, ID_NUMBER, NAME), ("工作完成情况", "负责人评语")),
    (),
    _STAFF_NO,
    _ID_NUMBER,
    _NAME,
    _DIVISION,
    _MONTH,
    ("工作完成情况", "工作纪实", "本月工作", "本月工作完成情况", "完成工作情况", "主要工作完成情况", "月度工作纪实"),
    ("自评", "自我评价", "个人自评", "本人自评"),
    ("负责人评语", "部门负责人评语", "评语", "领导评语", "主管领导评语", "负责人评价"),
    ("负责人评分", "部门负责人评分", "领导评分", "负责人打分"),
    ignored=("条线", "人员类别", "指标组", "职务", "职级", *_NOTE, "签名", "签字", "本人签字", "负责人签字"),
)  # fmt: skip
_WIDE = _vocabulary(
    ENTRIES,
    ((STAFF_NO, ID_NUMBER, NAME),),
    (),
    _STAFF_NO,
    _ID_NUMBER,
    _COUNTED_NAME,
    _DIVISION,
    _MONTH,
    ignored=(
        "条线", "人员类别", "指标组", "职务", "职级", "法官等级", "性别", "编制", *_NOTE,
        "签名", "签字", "本人签字", "本人签名", "联系电话", "电话", "名次", "排名", "位次", "全院排名", "部门排名",
    ),
)  # fmt: skip
_LONG = _vocabulary(
    ENTRIES,
    ((STAFF_NO, ID_NUMBER, NAME), ("数据项",), ("数值",)),
    (),
    _STAFF_NO,
    _ID_NUMBER,
    _NAME,
    _DIVISION,
    _MONTH,
    ("数据项", "数据项名称", "数据项编码", "指标名称", "项目"),
    ("数值", "值", "数据", "数据值", "实际值"),
    ("说明", *_NOTE),
    ignored=("单位", "条线", "职务"),
)
VOCABULARIES = (
    _CASES,
    _LEDGER,
    _RATINGS,
    _NOTICES,
    _DECISIONS,
    _PAST_GRADES,
    _ABSENCE,
    _LONG,
    _MONTHLY,
    _ROSTER,
    _WIDE._replace(has_items=True),
)
"""In the order in which a sheet that fits several is told: what asks for most comes first."""

WIDE, LONG = VOCABULARIES[-1], _LONG
PERSON_COLUMNS = (STAFF_NO, ID_NUMBER, NAME)

SCHEME_SHEETS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "方案": (("项目", "内容"), ("项目", "内容")),
    "指标组": (("指标组", "适用条件", "排名范围", "等次池"), ("指标组", "适用条件")),
    "数据项": (("编码", "名称", "类型", "汇总", "单位", "填报部门", "算式", "说明"), ("编码", "名称", "类型")),
    "案件系数": (("字段", "取值", "系数", "次序"), ("字段", "取值", "系数")),
    "指标": (
        ("指标组", "编码", "名称", "上级", "分值", "计分方式", "参数", "数据项", "周期", "缺数据", "不适用", "加减分", "依据条款", "说明"),
        ("指标组", "编码", "名称"),
    ),
    "周期": (("周期", "组成", "权重"), ("周期", "组成", "权重")),
    "等次": (("等次池", "周期", "等次", "最低分", "比例上限", "取整", "前提"), ("等次池", "周期", "等次")),
    "参加考核": (("状态", "代码", "条件"), ("状态", "代码", "条件")),
    "通报": (("名单", "条件", "周期", "说明"), ("名单", "条件")),
}  # fmt: skip
"""Sheet of a 方案 workbook → its columns, and those that must be there (contract, section 4)."""


def scheme_vocabulary(sheet: str) -> Vocabulary:
    """The columns of one sheet of a 方案 workbook."""
    columns, required = SCHEME_SHEETS[sheet]
    words = {plain(word): column[0] for column in (*((each,) for each in columns), _SERIAL) for word in column}
    filled = frozenset(("指标组", "等次池", "周期", "字段", "上级", "依据条款", "填报部门", "排名范围", "状态"))
    return Vocabulary(
        "方案",
        words,
        tuple((each,) for each in required[:2]),
        required,
        frozenset((SERIAL,)),
        is_scheme=True,
        filled=filled,
    )
