"""内蒙古某旗法院 as published: everybody begins with a base by rank, then there are only plus and minus items.

Published: the bases (招聘 600, 一般 1000, 部门副职 1200, 正职 and 党组 1500); 党建 excellent 书记 +30, 支书 +10, 委员 +5, failed
−20/−10/−5; missing a study −5; missing duty −30, and the head of the division −10 for it; late −10. Made up: points for
cases and awards, the veto, people and events.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from app.sheets.sample.pages import Line, Value

NAME = "某旗法院基础分制"
COURT = "澜沙旗人民法院"
PARTY, HEAD, DEPUTY, STAFF, HIRED = "党组成员", "部门正职", "部门副职", "一般干警", "招聘人员"
BASES = {PARTY: 1500, HEAD: 1500, DEPUTY: 1200, STAFF: 1000, HIRED: 600}
LETTERS = dict(zip(BASES, "ABCDE", strict=True))
_NAMES = (
    "阿古拉", "白音", "苍狼", "德力", "额尔敦", "高娃", "哈斯", "吉日", "卡米", "兰草", "牧仁", "诺敏", "鄂温", "朋斯", "其其格", "仁钦", "苏和", "塔娜",
    "乌云", "希日", "雅茹", "朝鲁", "布和", "达来", "恩和", "宝音",
)  # fmt: skip
_PLACES = (
    ("院领导", PARTY, "院长"), ("院领导", PARTY, "副院长"), ("院领导", PARTY, "纪检组长"),
    ("刑庭", HEAD, "庭长"), ("刑庭", DEPUTY, "副庭长"), ("刑庭", STAFF, "审判员"), ("刑庭", STAFF, "书记员"), ("刑庭", HIRED, "速录员"),
    ("民庭", HEAD, "庭长"), ("民庭", DEPUTY, "副庭长"), ("民庭", STAFF, "审判员"), ("民庭", STAFF, "审判员"), ("民庭", STAFF, "书记员"),
    ("民庭", HIRED, "速录员"), ("民庭", HIRED, "速录员"),
    ("执行局", HEAD, "局长"), ("执行局", STAFF, "执行员"), ("执行局", STAFF, "执行员"), ("执行局", HIRED, "辅警"), ("执行局", HIRED, "辅警"),
    ("办公室", HEAD, "主任"), ("办公室", DEPUTY, "副主任"), ("办公室", STAFF, "科员"), ("办公室", HIRED, "驾驶员"), ("办公室", HIRED, "保洁员"),
    ("研究室", STAFF, "科员"),
)  # fmt: skip
PEOPLE = tuple(
    (f"Q{number:02d}", name, *place) for number, (name, place) in enumerate(zip(_NAMES, _PLACES, strict=True), 1)
)
MOVED, MOVED_TO, MOVED_ON = "Q17", "民庭", "2016-03-01"
"""An executor who goes to another division in March: the year counts him where he was longest."""
NEWCOMER = "Q26"
JUDGING = ("审判员", "庭长", "副庭长", "执行员", "局长")
PARTY_POSTS = {"Q01": "书记", "Q04": "支书", "Q09": "支书", "Q16": "支书", "Q05": "委员", "Q10": "委员", "Q22": "委员"}
_PARTY_LEVELS = "级别分=书记优秀:30, 支书优秀:10, 委员优秀:5, 书记不合格:-20, 支书不合格:-10, 委员不合格:-5, 合格:0"


def _rows(name: str) -> Iterable[Line]:
    """The base, and the items that everybody has; heads have one more."""
    root = LETTERS[name]

    def item(code: str, title: str, method: str, settings: str, data: str | None, clause: str) -> Line:
        return (
            name,
            f"{root}{code}",
            title,
            f"{root}J",
            None,
            method,
            settings,
            data,
            "年",
            "零分",
            "零分",
            "是",
            clause,
        )

    yield (name, root, "总分", None, BASES[name])
    yield (name, f"{root}0", "基础分", root, BASES[name], "公式", "式=分值", None, "年", None, None, None, "第二条")
    yield (name, f"{root}J", "加减分", root, None, None, None, None, None, None, None, None, "第三条")
    yield item("1", "党建考核", "事项计分", _PARTY_LEVELS, "党建考核", "第三条第一项")
    yield item("2", "缺席学习", "公式", "式=-5*值", "缺席学习", "第三条第二项")
    yield item("3", "缺勤值班", "公式", "式=-30*值", "缺勤值班", "第三条第三项")
    yield item("4", "迟到", "公式", "式=-10*值; 保底=-100", "迟到", "第三条第四项")
    yield item("5", "表彰奖励", "事项计分", "封顶=80", "表彰奖励", "第三条第五项")
    if name not in (HIRED, PARTY):
        yield item("6", "办案", "公式", "式=2*(值-在岗月数*3); 封顶=60; 保底=-60", "结案数", "第三条第六项")
    if name == HEAD:
        duty = '式=-10*(合计(缺勤值班,部门,"全部")-缺勤值班)'
        yield item("7", "部门人员缺勤值班连带", "公式", duty, None, "第三条第三项")
    yield (
        name,
        f"{root}9",
        "违纪立案",
        None,
        None,
        "一票否决",
        f'总分=得分("{root}0")*50%',
        "违纪立案",
        "年",
        None,
        None,
        "是",
        "第四条",
    )


SCHEME: dict[str, tuple[Line, ...]] = {
    "说明": (
        ("事项", "说明"),
        ("出处", "内蒙古某旗人民法院绩效考核办法公开部分：基础分招聘人员600、一般干警1000、部门副职1200、部门正职和党组成员1500，其余只有加分和减分。"),
        ("出处", "党建考核优秀，书记加30、支书加10、委员加5，不合格减20、10、5；缺席学习减5；缺勤值班减30，部门正职连带减10；迟到减10。"),
        ("编写", "办案加减分、表彰奖励的封顶、违纪立案总分减半、人员和事项都是编的，为核对程序而设。"),
    ),
    "方案": (("方案名称", "绩效考核办法"), ("年度", 2016), ("小数位", 2), ("不计在岗的离岗类型", "病假")),
    "指标组": tuple((name, f'人员类别=="{name}"', "同组", name) for name in BASES),
    "数据项": (
        ("DJ", "党建考核", "台账", None, "次", "机关党委", '台账=="党建" 且 事项=="党建考核"'),
        ("XX", "缺席学习", "台账", None, "次", "政治处", '台账=="考勤" 且 事项=="缺席学习"'),
        ("ZB", "缺勤值班", "台账", None, "次", "政治处", '台账=="考勤" 且 事项=="缺勤值班"'),
        ("CD", "迟到", "台账", None, "次", "政治处", '台账=="考勤" 且 事项=="迟到"'),
        ("BZ", "表彰奖励", "台账", None, "次", "政治处", '台账=="表彰"'),
        ("LA", "违纪立案", "台账", None, "次", "纪检组", '台账=="廉政" 且 级别=="立案"'),
        ("JA", "结案数", "数值", "求和", "件", "审管办"),
    ),
    "指标": tuple(row for name in BASES for row in _rows(name)),
}  # fmt: skip


def workbooks() -> dict[str, dict[str, tuple[Line, ...]]]:
    """File → sheet → lines."""
    return {
        "花名册": {"花名册": tuple(_roster())},
        "离岗": {
            "离岗": (("工号", "姓名", "离岗类型", "起", "止"), ("Q11", "牧仁", "病假", "2016-04-01", "2016-06-30"))
        },
        "方案": SCHEME,
        "台账2016年度": {"台账": tuple(_events())},
        "数据2016年度": {"数据": tuple(_figures())},
    }


def _roster() -> Iterable[Line]:
    yield ("工号", "姓名", "部门", "人员类别", "职务", "任职起", "任职止")
    for number, name, division, category, post in PEOPLE:
        since = "2016-09-01" if number == NEWCOMER else "2010-01-01"
        if number == MOVED:
            yield (number, name, division, category, post, since, "2016-02-29")
            yield (number, name, MOVED_TO, category, post, MOVED_ON, None)
        else:
            yield (number, name, division, category, post, since, None)


def _events() -> Iterable[Line]:
    chance = Random(600)
    yield ("台账", "日期", "工号", "姓名", "事项", "级别", "分值", "次数", "成果标识")
    names = {number: name for number, name, *_ in PEOPLE}

    def told(ledger: str, number: str, subject: str, *rest: Value) -> Line:
        day = date(2016, 1, 4) + timedelta(days=chance.randrange(350))
        here = max(day, date(2016, 9, 5)) if number == NEWCOMER else day
        return (ledger, here, number, names[number], subject, *rest, *[None] * (4 - len(rest)))

    for number, post in PARTY_POSTS.items():
        result = chance.choice(("优秀", "优秀", "不合格", ""))
        yield told("党建", number, "党建考核", f"{post}{result}" if result else "合格")
    for number in names:
        for subject, odds in (("缺席学习", 3), ("缺勤值班", 4), ("迟到", 3)):
            if chance.randrange(odds) == 0:
                yield told("考勤", number, subject, None, None, chance.choice((None, 2, 3)))
    for number in ("Q02", "Q06", "Q09", "Q12", "Q17", "Q23"):
        yield told("表彰", number, "个人荣誉", "市级", chance.choice((20, 30, 45)))
    for points in (40, 60):
        yield told("表彰", "Q18", "同一荣誉", "省级", points, None, "荣誉甲")
    yield told("表彰", "Q12", "集体荣誉", "省级", 50, 2)
    yield told("廉政", "Q20", "违反廉洁纪律", "立案")


def _figures() -> Iterable[Line]:
    chance = Random(1500)
    yield ("工号", "姓名", "结案数")
    for number, name, _, category, post in PEOPLE:
        if category in (PARTY, HIRED):
            continue
        yield (number, name, chance.randint(15, 70) if post in JUDGING else "/")
