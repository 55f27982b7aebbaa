"""东营区人民法院 2017 as published: 数量和岗位业绩 45, 质量 20, 效率 15, 效果 10, 宣传调研 10; ±0.5 for 1 % of the target.

Published too: what the president (5 %), other leaders (30 %) and heads (70 % of the division's mean) have to handle, and
that 速裁 cases stay out of these means. Everything else - how the 20, 15 and 10 are deducted, people, cases - is made up.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from app.sheets.sample.pages import Line

NAME = "东营区法院2017年法官"
YEAR = "2017"
COURT = "澜溪区人民法院"
HEAD, PRESIDENT = "庭长", "院长"
LEADERS = ("副院长", "审委会专职委员")

# staff number, name, division, line, post, from, cases of the year
PEOPLE: tuple[tuple[str, str, str, str, str, str, int], ...] = (
    ("D01", "岳一鸣", "院领导", "综合", PRESIDENT, "2012-05-01", 2),
    ("D02", "齐万里", "院领导", "综合", "副院长", "2013-01-01", 6),
    ("D03", "梁知秋", "院领导", "综合", "副院长", "2015-03-01", 0),
    ("D04", "贺长青", "速裁庭", "民事", "审委会专职委员", "2014-01-01", 9),
    ("D05", "景明", "刑庭", "刑事", HEAD, "2010-01-01", 11),
    ("D06", "苗青", "刑庭", "刑事", "审判员", "2011-01-01", 16),
    ("D07", "路遥远", "刑庭", "刑事", "审判员", "2012-01-01", 14),
    ("D08", "柯南星", "刑庭", "刑事", "审判员", "2013-01-01", 17),
    ("D09", "时光", "民一庭", "民事", HEAD, "2009-01-01", 15),
    ("D10", "方圆", "民一庭", "民事", "审判员", "2010-01-01", 21),
    ("D11", "丰收", "民一庭", "民事", "审判员", "2011-06-01", 24),
    ("D12", "云起", "民一庭", "民事", "审判员", "2017-07-01", 9),
    ("D13", "安宁", "民一庭", "民事", "审判员", "2015-01-01", 19),
    ("D14", "温良", "民二庭", "民事", HEAD, "2008-01-01", 12),
    ("D15", "恭敬", "民二庭", "民事", "审判员", "2010-01-01", 22),
    ("D16", "简朴", "民二庭", "民事", "审判员", "2012-01-01", 18),
    ("D17", "让之", "民二庭", "民事", "审判员", "2013-01-01", 21),
    ("D18", "江流", "速裁庭", "民事", "审判员", "2014-01-01", 41),
    ("D19", "河清", "速裁庭", "民事", "审判员", "2014-01-01", 38),
    ("D20", "海晏", "速裁庭", "民事", "审判员", "2016-01-01", 44),
    ("D21", "山高", "执行局", "执行", HEAD, "2011-01-01", 14),
    ("D22", "水长", "执行局", "执行", "审判员", "2013-01-01", 23),
    ("D23", "田园", "执行局", "执行", "审判员", "2014-01-01", 20),
    ("D24", "林泉", "执行局", "执行", "审判员", "2015-01-01", 26),
)
ABSENCES: tuple[Line, ...] = (
    ("D13", "安宁", "产假", "2017-02-10", "2017-07-17"),
    ("D23", "田园", "病假", "2017-09-01", "2017-09-20"),
)
TARGETS = {"刑事": 15, "民事": 20, "执行": 22}
QUICK_TARGET = 40
KINDS = {"刑事": ("刑初", "故意伤害罪"), "民事": ("民初", "民间借贷纠纷"), "执行": ("执", "借款合同")}
_AWARDS = "级别分=国家级:4, 省级:3, 市级:2, 区级:1"
_NO_MORE = "封顶=10; 基本分=4"

_ITEMS: tuple[Line, ...] = (
    ("CB", "承办结案", "案件", None, "件", "审管办", '件数(角色="承办人")'),
    ("JS", "基数结案", "案件", None, "件", "审管办", '件数(角色="承办人" 且 速裁!="是")', "速裁案件不计入基数"),
    ("GP", "改判数", "案件", None, "件", "审管办", '件数(角色="承办人" 且 二审结果=="改判" 且 有责=="是")'),
    ("FH", "发回数", "案件", None, "件", "审管办", '件数(角色="承办人" 且 二审结果=="发回" 且 有责=="是")'),
    ("GF", "折合改判率", "公式", None, "%", "审管办", "(改判数+发回数*0.6)/承办结案*100", "一件发回折合0.6件改判"),
    ("SX", "审限内结案率", "公式", None, "%", "审管办", '件数(角色="承办人" 且 超审限=="否")/承办结案*100'),
    ("RW", "办案任务数", "数值", "求和", "件", "审管办", None, "全年在岗的任务数"),
    ("TS", "平均审理天数", "数值", "平均", "天", "审管办"),
    ("SS", "上诉数", "数值", "求和", "件", "审管办"),
    ("FP", "服判息诉率", "公式", None, "%", "审管办", "(1-上诉数/承办结案)*100"),
    ("TC", "调撤率", "数值", "平均", "%", "审管办", None, "刑事、执行案件不适用"),
    ("PC", "案件评查", "台账", None, "次", "审管办", '台账=="业务评查"'),
    ("XC", "宣传调研", "台账", None, "次", "研究室", '台账=="宣传调研"'),
)


def _leader_rows(name: str, root: str, share: str, quoted: str) -> tuple[Line, ...]:
    """院长 and 院领导: a share of the court's mean, the results of those below, the rest for their own cases."""
    return (
        (name, root, "总分", None, 100),
        (name, f"{root}1", "本人办案", root, 30, "完成率", f'目标=均值(基数结案,全院,"法官")*{share}; 封顶=100%', "承办结案", "年", None, None, None,
         "院庭长办案规定"),
        (name, f"{root}2", "岗位业绩", root, 15, "引用得分", f'对象=指标组=="{quoted}"; 取=总分; 折算=15%', None, "年"),
        (name, f"{root}3", "办案质量", root, 20, "按件扣分", "每件=5; 保底=5", "改判数", "年"),
        (name, f"{root}4", "办案效率", root, 15, "标准扣分", "标准=98; 方向=不低于; 每差=1:0.5", "审限内结案率", "年"),
        (name, f"{root}5", "办案效果", root, 10, "标准扣分", "标准=85; 方向=不低于; 每差=1:0.2", "服判息诉率", "年"),
        (name, f"{root}6", "宣传调研", root, 10, "事项计分", f"{_NO_MORE}; {_AWARDS}", "宣传调研", "年"),
    )  # fmt: skip


def _judge_rows(name: str, root: str) -> tuple[Line, ...]:
    return (
        (name, root, "总分", None, 100),
        (name, f"{root}1", "数量和岗位业绩", root, 45, "增减计分", "基准=办案任务数*在岗比例; 基本分=40; 每高=1%:0.5; 每低=1%:0.5; 封顶=45",
         "承办结案", "年", None, None, None, "每超1%加0.5分，每欠1%减0.5分"),
        (name, f"{root}B", "质量", root, 20),
        (name, f"{root}21", "改判发回", f"{root}B", 12, "标准扣分", "标准=2; 方向=不高于; 每差=1:1.5", "折合改判率", "年"),
        (name, f"{root}22", "案件评查", f"{root}B", 8, "事项计分", "基本分=7; 级别分=优秀:0.5, 合格:0, 瑕疵:-1, 差错:-3", "案件评查", "年"),
        (name, f"{root}C", "效率", root, 15),
        (name, f"{root}31", "审限内结案", f"{root}C", 10, "标准扣分", "标准=98; 方向=不低于; 每差=1:0.5", "审限内结案率", "年"),
        (name, f"{root}32", "审理天数", f"{root}C", 5, "区间计分", "下限=20; 上限=60; 每低=5:0.5; 每高=10:1; 不足一步=不计", "平均审理天数", "年"),
        (name, f"{root}D", "效果", root, 10),
        (name, f"{root}41", "服判息诉", f"{root}D", 6, "标准扣分", "标准=85; 方向=不低于; 每差=1:0.2", "服判息诉率", "年"),
        (name, f"{root}42", "调解撤诉", f"{root}D", 4, "名次计分", "范围=部门; 第1名=4; 每降1名=0.5; 保底=2", "调撤率", "年", None, "均分"),
        (name, f"{root}5", "宣传调研", root, 10, "事项计分", f"{_NO_MORE}; {_AWARDS}", "宣传调研", "年"),
    )  # fmt: skip


_HEAD_ROWS: tuple[Line, ...] = (
    ("庭长", "T", "总分", None, 100),
    ("庭长", "T1", "本人办案", "T", 30, "完成率", '目标=均值(基数结案,部门,"法官")*70%; 封顶=100%', "承办结案", "年", None, None, None, "院庭长办案规定"),
    ("庭长", "T2", "本庭业绩", "T", 15, "引用得分", '对象=指标组=="法官" 且 同部门; 取=总分; 折算=15%', None, "年"),
    ("庭长", "TB", "质量", "T", 20),
    ("庭长", "T3", "改判发回", "TB", 12, "标准扣分", "标准=2; 方向=不高于; 每差=1:1.5", "折合改判率", "年"),
    ("庭长", "T4", "本庭案件评查", "TB", 8, "引用得分", '对象=指标组=="法官" 且 同部门; 取=F22', None, "年"),
    ("庭长", "T5", "办案效率", "T", 15, "标准扣分", "标准=98; 方向=不低于; 每差=1:0.5", "审限内结案率", "年"),
    ("庭长", "T6", "办案效果", "T", 10, "标准扣分", "标准=85; 方向=不低于; 每差=1:0.2", "服判息诉率", "年"),
    ("庭长", "T7", "宣传调研", "T", 10, "事项计分", f"{_NO_MORE}; {_AWARDS}", "宣传调研", "年"),
)  # fmt: skip

SCHEME: dict[str, tuple[Line, ...]] = {
    "说明": (
        ("事项", "说明"),
        ("出处", "东营区人民法院2017年法官考核办法公开部分：数量和岗位业绩45、质量20、效率15、效果10、宣传调研10；任务数每超1%加0.5分，每欠1%减0.5分。"),
        ("出处", "院长办案不少于审判法官平均数的5%，其他院领导30%，庭长为本庭平均数的70%，速裁案件不计入基数。"),
        ("编写", "各项怎样扣分、人员、案件和数字都是编的，为核对程序而设。"),
    ),
    "方案": (("方案名称", "法官业绩考核办法"), ("年度", 2017), ("小数位", 2), ("不计在岗的离岗类型", "产假、病假")),
    "指标组": (
        (PRESIDENT, f'职务=="{PRESIDENT}"', "同组", "院领导"),
        ("院领导", f'职务=="{LEADERS[0]}" 或 职务=="{LEADERS[1]}"', "同组", "院领导"),
        (HEAD, f'职务=="{HEAD}"', "同组", "中层"),
        ("速裁法官", '人员类别=="员额法官" 且 部门=="速裁庭"', "同组", "法官"),
        ("法官", '人员类别=="员额法官"', "同组", "法官"),
    ),
    "数据项": _ITEMS,
    "指标": (
        *_leader_rows(PRESIDENT, "Y", "5%", "院领导"),
        *_leader_rows("院领导", "L", "30%", HEAD),
        *_HEAD_ROWS,
        *_judge_rows("速裁法官", "S"),
        *_judge_rows("法官", "F"),
    ),
}  # fmt: skip


def workbooks() -> dict[str, dict[str, tuple[Line, ...]]]:
    """File → sheet → lines."""
    return {
        "花名册": {"花名册": _roster()},
        "离岗": {"离岗": (("工号", "姓名", "离岗类型", "起", "止"), *ABSENCES)},
        "方案": SCHEME,
        "案件2017年度": {"结案清单": _cases()},
        "台账2017年度": {"台账": _events()},
        "数据2017年度": {"数据": _figures()},
    }


def _roster() -> tuple[Line, ...]:
    header = ("工号", "姓名", "部门", "条线", "人员类别", "职务", "任职起")
    people = (
        (number, name, division, line, "员额法官", post, since)
        for number, name, division, line, post, since, _ in PEOPLE
    )
    return (header, *people)


def _cases() -> tuple[Line, ...]:
    chance = Random(2017)
    lines: list[Line] = []
    for number, _, division, line, _, since, count in PEOPLE:
        word, cause = KINDS.get(line, KINDS["民事"])
        first = max(date.fromisoformat(since), date(2017, 1, 4))
        for _ in range(count):
            closed = first + timedelta(days=chance.randrange((date(2017, 12, 28) - first).days))
            quick = "是" if division == "速裁庭" or (line == "民事" and chance.random() < 0.2) else "否"
            second = chance.choices(("维持", "改判", "发回", ""), (12, 3, 2, 83))[0]
            blame = "否" if second not in ("改判", "发回") else chance.choice(("是", "是", "否"))
            late = "是" if chance.random() < 0.05 else "否"
            case = f"（2017）澜0199{word}{len(lines) + 1}号"
            lines.append((case, word, cause, division, closed, number, quick, second or None, blame, late))
    header = ("案号", "案件字", "案由", "部门", "结案日期", "承办人", "速裁", "二审结果", "有责", "超审限")
    return (header, *lines)


def _events() -> tuple[Line, ...]:
    chance = Random(45)
    lines: list[Line] = [("台账", "日期", "工号", "姓名", "事项", "级别", "次数", "成果标识")]
    names = {number: name for number, name, *_ in PEOPLE}
    judges = [number for number, _, _, _, post, _, _ in PEOPLE if post == "审判员"]
    for number in sorted(judges * 2):
        level = chance.choice(("优秀", "合格", "合格", "合格", "瑕疵", "瑕疵", "差错"))
        lines.append(
            ("业务评查", date(2017, chance.randint(1, 12), 15), number, names[number], "案件评查", level, None, None)
        )
    writers = ("D02", "D05", "D05", "D10", "D11", "D11", "D16", "D19", "D22", "D01")
    for number in writers:
        level = chance.choice(("国家级", "省级", "市级", "区级", "区级"))
        day = date(2017, chance.randint(1, 12), 20)
        lines.append(("宣传调研", day, number, names[number], "信息采用", level, chance.choice((None, 2, 3)), None))
    # One article printed by two papers counts once, at its higher level.
    lines += [
        ("宣传调研", date(2017, 6, 1), "D17", names["D17"], "调研文章", "市级", None, "文章甲"),
        ("宣传调研", date(2017, 9, 1), "D17", names["D17"], "调研文章转载", "省级", None, "文章甲"),
    ]
    return tuple(lines)


def _figures() -> tuple[Line, ...]:
    chance = Random(300)
    lines: list[Line] = [("工号", "姓名", "办案任务数", "平均审理天数", "上诉数", "调撤率")]
    for number, name, division, line, _, _, count in PEOPLE:
        target = QUICK_TARGET if division == "速裁庭" else TARGETS.get(line, 20)
        settled = chance.randint(15, 60) if line == "民事" else "/"
        lines.append((number, name, target, chance.randint(12, 85), chance.randint(0, count // 4), settled))
    return tuple(lines)
