"""司法辅助人员 2012, monthly: 民主测评 15 in bands, 日常规范 20 with attendance, 岗位绩效 65; titles at 70, 80 and 90.

Published: the bands (90/80/70 → 15/12/10/0), 迟到 and 脱岗 −1, 通报批评 −5, 事假 −1 a day, 病假 −0.5 a day, all of the 20 lost
above three days of 事假 or ten of 病假 in a month; clerks are held against the mean number of cases of the same line. Made
up: how the 65 are made, the bonus, the quarter as the mean of its months, people and figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from random import Random

from app.sheets.sample.pages import Line, Percent

NAME = "司法辅助人员2012年"
COURT = "澜溪区人民法院"
MONTHS = ("2012-01", "2012-02", "2012-03")
CLERK, BAILIFF, EXPERT = "书记员", "司法警察", "司法技术人员"
_NAMES = (
    "安平", "边城", "常青", "戴月", "尔雅", "樊星", "甘霖", "韩冰", "冀北", "康庄", "蓝天", "马行", "宁静", "欧阳春", "潘江", "钱塘", "任远", "沙白",
    "汤泉", "万方", "夏荷", "燕南", "章台", "祝融",
)  # fmt: skip
_PLACES = (
    *(("刑庭", "刑事", CLERK),) * 4, *(("民一庭", "民事", CLERK),) * 4, *(("民二庭", "民事", CLERK),) * 3, ("执行局", "执行", CLERK),
    *(("法警大队", "法警", BAILIFF),) * 8, *(("技术室", "综合", EXPERT),) * 4,
)  # fmt: skip
PEOPLE = tuple(
    (f"A{number:02d}", name, *place) for number, (name, place) in enumerate(zip(_NAMES, _PLACES, strict=True), 1)
)
NEWCOMER, NEW_FROM = "A07", "2012-02-06"
AWAY = {NEWCOMER: ("2012-01",), "A10": ("2012-02", "2012-03")}
"""Months without any figure: not yet here, or on leave all the time."""
ABSENCES: tuple[Line, ...] = (
    ("A02", "边城", "事假", "2012-01-10", "2012-01-11"),
    ("A03", "常青", "事假", "2012-01-16", "2012-01-19"),
    ("A05", "尔雅", "病假", "2012-02-27", "2012-03-04"),
    ("A09", "冀北", "病假", "2012-03-05", "2012-03-15"),
    ("A10", "康庄", "产假", "2012-02-01", "2012-06-30"),
    ("A14", "欧阳春", "事假", "2012-03-30", "2012-04-02"),
    ("A20", "万方", "病假", "2012-01-02", "2012-01-11"),
)

_CONDUCT = '式=若(离岗天数("事假")>3 或 离岗天数("病假")>10,0,分值-迟到次数-脱岗次数-5*通报批评-离岗天数("事假")-0.5*离岗天数("病假")); 保底=0'


def _common(name: str, root: str) -> tuple[Line, ...]:
    return (
        (name, root, "总分", None, 100),
        (
            name,
            f"{root}1",
            "民主测评",
            root,
            15,
            "分档计分",
            ">=90:15; >=80:12; >=70:10; 其他:0",
            "优秀称职率",
            "月",
            None,
            None,
            None,
            "第三条",
        ),
        (name, f"{root}2", "日常规范", root, 20, "公式", _CONDUCT, None, "月", None, None, None, "第四条"),
        (name, f"{root}3", "岗位绩效", root, 65, None, None, None, None, None, None, None, "第五条"),
        (
            name,
            f"{root}9",
            "表彰",
            None,
            None,
            "按件加分",
            "每件=1.5; 封顶=4",
            "表彰次数",
            "月",
            "零分",
            None,
            "是",
            "第六条",
        ),
    )


SCHEME: dict[str, tuple[Line, ...]] = {
    "说明": (
        ("事项", "说明"),
        ("出处", "2012年司法辅助人员月度考核办法公开部分：民主测评15分，日常规范20分，岗位绩效65分；70、80、90分分别授予称号。"),
        ("出处", "民主测评：优秀和称职率90%以上15分、80%以上12分、70%以上10分、其余0分。"),
        ("出处", "日常规范：迟到、脱岗每次减1分，通报批评减5分，事假每天减1分，病假每天减0.5分，一个月事假超过3天或病假超过10天，这一项不得分。"),
        ("出处", "聘用制书记员以同条线人均跟案数为基本分，多加少减。"),
        ("编写", "岗位绩效65分怎样分、表彰加分、季度取各月平均、称号的名称、人员和数字都是编的，为核对程序而设。"),
    ),
    "方案": (("方案名称", "司法辅助人员月度考核办法"), ("年度", 2012), ("小数位", 2), ("不计在岗的离岗类型", "产假")),
    "指标组": tuple((name, f'人员类别=="{name}"', "条线" if name == CLERK else "同组", "辅助") for name in (CLERK, BAILIFF, EXPERT)),
    "数据项": (
        ("YX", "优秀票", "数值", "求和", "票", "政治部"),
        ("CZ", "称职票", "数值", "求和", "票", "政治部"),
        ("QT", "其他票", "数值", "求和", "票", "政治部", None, "基本称职和不称职"),
        ("YCL", "优秀称职率", "公式", None, "%", "政治部", "(优秀票+称职票)/(优秀票+称职票+其他票)*100"),
        ("CD", "迟到次数", "数值", "求和", "次", "各部门"),
        ("TG", "脱岗次数", "数值", "求和", "次", "各部门"),
        ("TB", "通报批评", "台账", None, "次", "监察室", '台账=="纪律" 且 级别=="通报批评"'),
        ("BZ", "表彰次数", "数值", "求和", "次", "政治部"),
        ("GA", "跟案数", "数值", "求和", "件", "审管办"),
        ("YQ", "逾期归档数", "数值", "求和", "件", "审管办"),
        ("JL", "记录差错数", "数值", "求和", "处", "审管办"),
        ("ZT", "值庭任务", "数值", "求和", "次", "法警大队"),
        ("ZW", "值庭完成", "数值", "求和", "次", "法警大队"),
        ("AQ", "安全事故", "数值", "求和", "次", "法警大队"),
        ("RW", "任务完成率", "数值", "平均", "%", "办公室"),
        ("FW", "服务评价", "等次", None, None, "办公室"),
    ),
    "指标": (
        *_common(CLERK, "S"),
        (CLERK, "S31", "跟案数", "S3", 35, "增减计分", "基准=均值(跟案数,条线); 基本分=30; 每高=10%:1; 每低=10%:1.5; 不足一步=按比例; 封顶=35; 保底=10",
         "跟案数", "月", None, None, None, "第五条第一项"),
        (CLERK, "S32", "归档", "S3", 20, "按件扣分", "每件=2; 免扣=1; 保底=4", "逾期归档数", "月", "满分", None, None, "第五条第二项"),
        (CLERK, "S33", "记录质量", "S3", 10, "按件扣分", "每件=0.75", "记录差错数", "月", None, None, None, "第五条第三项"),
        *_common(BAILIFF, "J"),
        (BAILIFF, "J31", "值庭押解", "J3", 40, "完成率", "目标=值庭任务; 封顶=100%; 保底=50%", "值庭完成", "月", None, "摊分", None, "第五条第四项"),
        (BAILIFF, "J32", "安全", "J3", 25, "分档计分", "0:分值; 1:分值*40%; 其他:0", "安全事故", "月", None, None, None, "第五条第五项"),
        *_common(EXPERT, "K"),
        (EXPERT, "K31", "任务", "K3", 45, "标准扣分", "标准=100; 方向=不低于; 每差=3:1; 不足一步=不计", "任务完成率", "月", None, None, None, "第五条第六项"),
        (EXPERT, "K32", "服务", "K3", 20, "等次换算", "好:20; 较好:16; 一般:分值*60%; 差:0", "服务评价", "月", "均分", None, None, "第五条第七项"),
    ),
    "周期": (("季", "月", Percent(100)),),
    "等次": tuple(
        ("辅助", kind, title, least)
        for kind in ("月", "季")
        for title, least in (("标兵", 90), ("能手", 80), ("合格", 70), ("不合格", 0))
    ),
    "参加考核": (("不进行考核", "6B", "在岗比例<0.5"),),
}  # fmt: skip


def workbooks() -> dict[str, dict[str, tuple[Line, ...]]]:
    """File → sheet → lines."""
    monthly = {f"数据{month}": {"数据": tuple(_figures(month))} for month in MONTHS}
    return {
        "花名册": {"花名册": _roster()},
        "离岗": {"离岗": (("工号", "姓名", "离岗类型", "起", "止"), *ABSENCES)},
        "方案": SCHEME,
        **{f"台账{month}": {"台账": _events(month)} for month in MONTHS},
        **monthly,
    }


def _roster() -> tuple[Line, ...]:
    header = ("工号", "姓名", "部门", "条线", "人员类别", "职务", "任职起")
    since = {NEWCOMER: NEW_FROM}
    return (header, *((*person, person[4], since.get(person[0], "2010-01-01")) for person in PEOPLE))


def _events(month: str) -> tuple[Line, ...]:
    header = ("台账", "日期", "工号", "姓名", "事项", "级别", "次数")
    names = {number: name for number, name, *_ in PEOPLE}
    told = {"2012-01": ("A06", "A15"), "2012-03": ("A15",)}.get(month, ())
    if not told:
        return (header, ("纪律", date.fromisoformat(f"{month}-28"), None, None, "零报告", None, None))
    day = date.fromisoformat(f"{month}-20")
    return (header, *(("纪律", day, number, names[number], "着装不规范", "通报批评", None) for number in told))


def _figures(month: str) -> Iterable[Line]:
    chance = Random(int(month[-2:]))
    yield ("工号", "姓名", "优秀票", "称职票", "其他票", "迟到次数", "脱岗次数", "表彰次数", "跟案数", "逾期归档数", "记录差错数", "值庭任务", "值庭完成",
           "安全事故", "任务完成率", "服务评价")  # fmt: skip
    for number, name, _, _, category in PEOPLE:
        if month in AWAY.get(number, ()):
            continue
        others = chance.choice((0, 1, 2, 2, 4, 7))
        best = chance.randint(3, 12)
        habits = (
            best,
            20 - best - others,
            others,
            chance.choice((0, 0, 1, 3)),
            chance.choice((0, 0, 0, 1)),
            chance.choice((None, 1, 2, 3)),
        )
        clerk: Line = (chance.randint(12, 34), chance.choice((0, 1, 2, 4, None)), chance.randint(0, 6))
        task = chance.choice((8, 10, 12, "/"))
        bailiff: Line = (task, chance.randint(3, 12) if task != "/" else "/", chance.choice((0, 0, 0, 1, 2)))
        expert: Line = (chance.choice((100, 96, 91, 99)), chance.choice(("好", "较好", "一般", None)))
        own = {
            CLERK: (*clerk, *[None] * 5),
            BAILIFF: (*[None] * 3, *bailiff, *[None] * 2),
            EXPERT: (*[None] * 6, *expert),
        }
        yield (number, name, *habits, *own[category])
