"""What a row of sheet 指标 is, and the indicators of judges: 数量 45, 质量 20, 效率 15, 效果 10, 综合 10, and ±."""

from __future__ import annotations

from typing import NamedTuple

MONTH, QUARTER, YEAR = "月", "季", "年"


class Row(NamedTuple):
    """One row of sheet 指标 without its 指标组. A row without ``method`` is a branch."""

    code: str
    name: str
    parent: str = ""
    marks: int | None = None
    method: str = ""
    settings: str = ""
    item: str = ""
    kinds: str = ""
    missing: str = ""
    not_applicable: str = ""
    extra: str = ""
    clause: str = ""
    note: str = ""


RATING_MARKS = "评价分=优秀:95, 称职:85, 基本称职:65, 不称职:40"
AWARD_LEVELS = "级别分=国家级:5, 省级:3, 市级:2, 院级:1, 通报批评:-2"


def total(code: str) -> Row:
    """The root of a set."""
    return Row(code, "总分", marks=100, clause="第五条", note="百分制，加减分另计")


def extras(branch: str, root: str, clause: str) -> tuple[Row, ...]:
    """The bonus and deduction branch that every set has, with its two common leaves."""
    return (
        Row(branch, "加减分", root, clause=clause, note="不占总分"),
        Row(f"{branch}1", "党建", branch, None, "事项计分", "封顶=3; 保底=-3", "党建积分", QUARTER, "零分", "", "是", clause, "按党建台账分值"),
        Row(f"{branch}2", "表彰奖惩", branch, None, "事项计分", f"封顶=5; 保底=-5; {AWARD_LEVELS}", "奖惩", QUARTER, "零分", "", "是",
            clause, "同一成果取最高，不重复计分"),
    )  # fmt: skip


def vetoes(branch: str, clause: str) -> tuple[Row, ...]:
    """廉政问责: no quarter better than 一般, no year better than 基本称职."""
    return (
        Row(f"{branch}8", "廉政问责", branch, None, "一票否决", "等次上限=一般", "廉政问责", QUARTER, "", "", "是", clause,
            "通报批评、诫勉、处分的，当季不得评为较好以上"),
        Row(f"{branch}9", "廉政问责（年度）", branch, None, "一票否决", "等次上限=基本称职", "廉政问责", YEAR, "", "", "是", clause,
            "年内受通报批评、诫勉、处分的，年度不得评为称职以上"),
    )  # fmt: skip


_MONTH = (
    Row("FM", "月度纪实", "F", clause="第七条"),
    Row("FM1", "当月办案任务", "FM", 60, "完成率", "目标=办案任务数; 封顶=100%", "承办结案", MONTH, clause="第七条"),
    Row("FM2", "当月审限内结案", "FM", 20, "标准扣分", "标准=97; 方向=不低于; 每差=1:0.5", "审限内结案率", MONTH, clause="第七条"),
    Row("FM3", "当月改判发回", "FM", 10, "按件扣分", "每件=2", "改判发回数", MONTH, clause="第七条"),
    Row("FM4", "当月考勤", "FM", 10, "按件扣分", "每件=2", "迟到早退次数", MONTH, clause="第七条"),
)  # fmt: skip
_QUANTITY = (
    Row("FA", "办案数量", "F", 45, clause="第八条"),
    Row("FA1", "折算工作量", "FA", 35, "增减计分",
        "基准=均值(折算结案,部门)*在岗比例*岗位办案比例/100; 基本分=30; 每高=5%:0.5; 每低=5%:1; 封顶=35; 保底=15",
        "折算结案", QUARTER, clause="第八条第一款", note="与本庭法官人均折算结案比较，按在岗时间和岗位比例折减"),
    Row("FA2", "办案任务", "FA", 10, "完成率", "目标=办案任务数; 封顶=100%; 保底=0%", "承办结案", QUARTER, clause="第八条第二款"),
)  # fmt: skip
_QUALITY = (
    Row("FB", "办案质量", "F", 20, clause="第九条"),
    Row("FB1", "改判发回", "FB", 8, "按件扣分", "每件=2", "改判发回数", QUARTER, clause="第九条第一项", note="因新证据改判发回的不计"),
    Row("FB2", "业务评查", "FB", 6, "事项计分", "基本分=5.5; 封顶=6; 级别分=优秀:0.5, 合格:0, 瑕疵:-0.5, 一般差错:-1, 重大差错:-3",
        "业务评查", QUARTER, clause="第九条第二项"),
    Row("FB3", "裁判文书", "FB", 6, "分档计分", ">=90:分值; >=80:分值*0.85; >=70:分值*0.7; 其他:0", "裁判文书评分", QUARTER,
        "均分", clause="第九条第三项", note="当季未抽到的取平均分"),
)  # fmt: skip
_EFFICIENCY = (
    Row("FC", "办案效率", "F", 15, clause="第十条"),
    Row("FC1", "审限内结案", "FC", 6, "标准扣分", "标准=97; 方向=不低于; 每差=1:0.3", "审限内结案率", QUARTER, clause="第十条第一项"),
    Row("FC2", "审理天数", "FC", 5, "区间计分", "下限=25; 上限=70; 每低=5:0.2; 每高=10:0.5", "平均审理天数", QUARTER, clause="第十条第二项"),
    Row("FC3", "长期未结", "FC", 4, "按件扣分", "每件=1", "长期未结数", QUARTER, clause="第十条第三项"),
)  # fmt: skip
_EFFECT = (
    Row("FD", "办案效果", "F", 10, clause="第十一条"),
    Row("FD1", "服判息诉", "FD", 5, "标准扣分", "标准=90; 方向=不低于; 每差=1:0.2; 不足一步=不计; 保底=1", "服判息诉率", QUARTER,
        clause="第十一条第一项"),
    Row("FD2", "信访投诉", "FD", 3, "按件扣分", "每件=1.5", "信访投诉数", QUARTER, "满分", clause="第十一条第二项", note="督察室未报送的视为没有"),
    Row("FD3", "调解撤诉", "FD", 2, "名次计分", "范围=条线; 方向=高者先; 第1名=2; 每降1名=0.1; 保底=1", "调解撤诉率", QUARTER, "", "均分",
        clause="第十一条第三项"),
)  # fmt: skip
_OVERALL = (
    Row("FE", "综合评价", "F", 10, clause="第十二条"),
    Row("FE1", "领导评价", "FE", 4, "直接计分", "", "领导评价分", QUARTER, clause="第十二条第一款"),
    Row("FE2", "民主测评", "FE", 4, "测评计分", f"院领导=40%; 部门负责人=30%; 干警=30%; 去高=1; 去低=1; 最少票数=3; {RATING_MARKS}", "民主测评",
        QUARTER, clause="第十二条第二款", note="各类测评人先去掉一个最高分和一个最低分"),
    Row("FE3", "考勤纪律", "FE", 2, "按件扣分", "每件=0.5; 免扣=1", "迟到早退次数", QUARTER, clause="第十二条第三款"),
)  # fmt: skip
_EXTRA = (
    *extras("FF", "F", "第十三条"),
    Row("FF3", "信息调研", "FF", None, "按件加分", "每件=0.5; 封顶=2", "信息调研采用数", QUARTER, "零分", "", "是", "第十三条第三项"),
    Row("FF4", "参审补助", "FF", None, "公式", "式=参审结案*0.01; 封顶=1.5", "参审结案", QUARTER, "零分", "", "是", "第十三条第四项"),
    *vetoes("FF", "第四十条"),
)  # fmt: skip
_YEAR = (
    Row("FY", "年终评价", "F", clause="第十四条"),
    Row("FY1", "年度工作量", "FY", 50, "增减计分",
        "基准=均值(折算结案,条线)*在岗比例*岗位办案比例/100; 基本分=46; 每高=5%:0.5; 每低=5%:1; 不足一步=按比例; 封顶=50; 保底=20",
        "折算结案", YEAR, clause="第十四条第一项", note="与本条线法官人均折算结案比较"),
    Row("FY2", "年度改判发回率", "FY", 20, "标准扣分", "标准=2; 方向=不高于; 每差=0.5:1", "改判发回率", YEAR, clause="第十四条第二项"),
    Row("FY3", "述职", "FY", 15, "等次换算", "优秀:15; 良好:13; 一般:10; 较差:5", "述职等次", YEAR, clause="第十四条第三项"),
    Row("FY4", "年度领导评价", "FY", 15, "直接计分", "下限=0; 上限=15", "年度领导评价分", YEAR, clause="第十四条第四项"),
)  # fmt: skip

JUDGES_ROWS = (total("F"), *_MONTH, *_QUANTITY, *_QUALITY, *_EFFICIENCY, *_EFFECT, *_OVERALL, *_EXTRA, *_YEAR)
