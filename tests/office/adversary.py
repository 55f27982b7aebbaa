"""A court made to be hard for binary floats: every 计分方式 at the edges of rounding, of steps, of bands and of places."""

import random
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from tests.small_court import Cell, write_book

PEOPLE = 24
MOVED = 13
"""Who goes from 甲 to 丙 in the second quarter, which is then divided by days."""
_DRAWN = random.Random(20240331)
_EDGES = (
    "0.005",
    "0.015",
    "0.125",
    "1.005",
    "2.675",
    "1.115",
    "0.3",
    "0.1",
    "0.7",
    "4.35",
    "8.345",
    "9.995",
    "10",
    "0",
)
_WORDS = ("好", "较好", "一般")

SETS: list[list[Cell]] = [
    ["指标组", "适用条件", "排名范围", "等次池"],
    ["甲组", '人员类别=="甲"', "同组", "池"],
    ["乙组", '人员类别=="乙"', "部门", "池"],
    ["丙组", '人员类别=="丙"', "等次池", "池"],
]

ITEMS: list[list[Cell]] = [
    ["编码", "名称", "类型", "汇总", "单位", "填报部门", "算式"],
    ["p", "原始数", "数值", "求和"],
    ["q", "第二数", "数值", "平均"],
    ["r", "第三数", "数值", "最大"],
    ["m", "评分", "评分"],
    ["w", "部门评价", "等次"],
    ["lz", "廉政", "台账", None, None, None, '台账=="廉政" 且 级别=="通报"'],
    ["dj", "党建", "台账", None, None, None, '台账=="党建"'],
    ["kp", "奖励", "台账", None, None, None, '台账=="奖励"'],
    ["cp", "测评", "测评"],
    ["zs", "折算结案", "案件", None, None, None, '折算(角色="承办人" 或 角色="合议庭成员")'],
    ["js", "结案", "案件", None, None, None, '件数(角色="承办人")'],
    ["f1", "三分之一", "公式", None, None, None, "p/3"],
    ["f2", "比率", "公式", None, "%", None, "(1-q/(p+q+1))*100"],
    ["f3", "合起来", "公式", None, None, None, "若(p>q, 最大(p,q,r)/7, 最小(p,q)/7) + 绝对值(q-p) + 取整(p*1.9)/9"],
    ["f4", "两次取整", "公式", None, None, None, "四舍五入(p/8, 2) + 四舍五入(q*0.115, 3)"],
    ["f5", "比同组", "公式", None, None, None, "p/均值(p,同组) + q/合计(q,全院,\"全部\") + 人数(同组)/最高(r,同组)"],
    ["f6", "名次数", "公式", None, None, None, "名次(f1,同组) + 名次(p,部门)/10 + 最低(r,同组)"],
]  # fmt: skip

HEAD: list[Cell] = [
    *("指标组", "编码", "名称", "上级", "分值", "计分方式", "参数", "数据项", "周期", "缺数据", "不适用", "加减分"),
]


def leaf(
    group: str, code: str, marks: str | None, method: str, parameters: str, item: str | None, **more: str
) -> list[Cell]:
    """One row of sheet 指标."""
    tail = (more.get("kinds", "季"), more.get("missing"), more.get("not_applicable"), more.get("extra"))
    return [
        group,
        code,
        f"{method}{code}",
        None,
        None if marks is None else Decimal(marks),
        method,
        parameters,
        item,
        *tail,
    ]


INDICATORS: list[list[Cell]] = [
    HEAD,
    leaf("甲组", "A1", "10", "直接计分", "上限=20", "m"),
    leaf("甲组", "A2", "7.5", "完成率", "目标=均值(p,同组)*70%; 封顶=120%; 保底=5%", "p"),
    leaf("甲组", "A3", "10", "增减计分", "基准=均值(p,部门); 基本分=8.125; 每高=0.1:0.005; 每低=10%:0.335; 封顶=12", "p"),
    leaf("甲组", "A4", "10", "增减计分", "基准=3; 每高=0.1:0.125; 每低=0.1:0.125; 不足一步=按比例; 保底=-2", "p"),
    leaf("甲组", "A5", "5", "标准扣分", "标准=5.5; 每差=0.3:0.115", "p"),
    leaf("甲组", "A6", "5", "标准扣分", "标准=四舍五入(均值(f1,同组),1); 方向=不高于; 每差=10%:0.5; 不足一步=不计", "f1"),
    leaf("甲组", "A7", "7.5", "区间计分", "下限=0.3; 上限=4.35; 每低=0.1:0.25; 每高=5%:0.215; 不足一步=不计", "p"),
    leaf("甲组", "A8", "10", "分档计分", ">=4.35:10; >=0.7:p*1.115; >0.3:6.005; 其他:0.125", "p"),
    leaf("甲组", "A9", "5", "按件扣分", "每件=0.335; 免扣=0.7", "p", missing="均分"),
    leaf("甲组", "A10", "5", "按件加分", "每件=0.115", "q", not_applicable="均分"),
    leaf("甲组", "A11", None, "事项计分", "封顶=5; 保底=-3", "dj", extra="是"),
    leaf("甲组", "A12", "5", "事项计分", "基本分=2.335; 级别分=国家级:1.115,省级:0.005,院级:-0.335", "kp"),
    leaf("甲组", "A13", "5", "名次计分", "第1名=5; 每降1名=0.115; 保底=1", "f1"),
    leaf("甲组", "A14", "5", "名次计分", "1:5; 2-4:4.335; 5至9:3; 其他:1.125; 范围=全院; 方向=低者先", "f2"),
    leaf("甲组", "A15", "5", "等次换算", "好:5; 较好:4.335; 一般:2.125", "w", missing="满分", not_applicable="摊分"),
    leaf("甲组", "A16", "5", "公式", "式=f3/11+值*0.005; 封顶=5; 保底=0.125", "p"),
    leaf("乙组", "B1", "30", "测评计分", "领导=40%; 同事=30%; 群众=30%; 去高=1; 去低=1; 最少票数=3; 满分=95", "cp"),
    leaf("乙组", "B2", "40", "引用得分", '对象=指标组=="甲组" 且 同部门; 取=总分; 折算=33%', None),
    leaf("乙组", "B3", "10", "公式", "式=f4+f5/3; 封顶=10", None),
    leaf("乙组", "B4", "10", "公式", "式=若(f6>=20 且 非(p=0) 或 w=\"好\", 得分(\"B3\")*0.335, f6/7); 封顶=10", None),
    leaf("乙组", "B5", "10", "完成率", "目标=10", "f2", missing="零分"),
    leaf("乙组", "B6", None, "一票否决", "等次上限=一般", "lz", extra="是"),
    leaf("丙组", "C1", "30", "引用得分", "对象=协助的法官; 取=A2; 折算=100%; 指标组=甲组", None, not_applicable="满分"),
    leaf("丙组", "C2", "30", "完成率", "目标=最高(zs,全院,\"全部\")", "zs"),
    leaf("丙组", "C3", "20", "增减计分", "基准=在岗月数*2; 每高=1:1.115; 每低=1:0.335; 不足一步=按比例", "zs"),
    leaf("丙组", "C4", "20", "公式", "式=分值*在岗比例-js*0.335", None),
    leaf("丙组", "C5", None, "一票否决", "总分=p*3.335", "lz", extra="是"),
    *(leaf(group, f"{code}Y", "100", "直接计分", "上限=100", "m", kinds="年") for group, code in (("甲组", "A"), ("乙组", "B"), ("丙组", "C"))),
]  # fmt: skip

SCHEME: dict[str, list[list[Cell]]] = {
    "方案": [["项目", "内容"], ["方案名称", "刁钻办法"], ["年度", 2024], ["小数位", 2], ["案件基础分", Decimal("1.15")], ["任职变动", "按天拆分"]],
    "指标组": SETS,
    "数据项": ITEMS,
    "案件系数": [["字段", "取值", "系数", "次序"], ["案由", "甲*", "1.335", 1], ["案由", "乙", "0.7", 2],
      ["角色", "承办人", "0.85", 9], ["角色", "合议庭成员", "0.15", 9]],
    "指标": INDICATORS,
    "周期": [["周期", "组成", "权重"], ["年", "季", "60%"], ["年", "本期", "40%"]],
    "等次": [["等次池", "周期", "等次", "最低分", "比例上限", "取整", "前提"], ["池", "季", "好", 60], ["池", "季", "一般", 0]],
}  # fmt: skip


def roster() -> list[list[Cell]]:
    """甲, 乙 and 丙 in three divisions; somebody came in mid-quarter, somebody left."""
    rows: list[list[Cell]] = [["工号", "姓名", "部门", "条线", "人员类别", "职务", "任职起", "任职止"]]
    for number in range(1, PEOPLE + 1):
        category = "甲" if number <= 14 else "乙" if number <= 19 else "丙"
        start = "2024-02-11" if number in (3, 21) else "2020-01-01"
        end = "2024-12-05" if number == 5 else "2024-05-10" if number == MOVED else None
        rows.append(
            [f"R{number:02}", f"人{number:02}", f"{'一二三'[number % 3]}庭", "民事", category, "干警", start, end]
        )
        if number == MOVED:
            rows.append([f"R{number:02}", f"人{number:02}", "三庭", "民事", "丙", "干警", "2024-05-11", None])
    return rows


def figures(quarter: int) -> list[list[Cell]]:
    """Everybody's figures of one quarter; some are not entered, never occur or are excused."""
    rows: list[list[Cell]] = [[f"周期：2024Q{quarter}"], ["工号", "原始数", "第二数", "第三数", "评分", "部门评价"]]
    for number in range(1, PEOPLE + 1):
        told: list[Cell] = [Decimal(_DRAWN.choice(_EDGES)) for _ in range(4)]
        word: Cell = _DRAWN.choice(_WORDS)
        if number == 4:
            told[1] = "/"
        if number == 6:
            word = None
        if number == 8:
            word = "/"
        if number == 9 and quarter == 2:
            told[0] = None
        rows.append([f"R{number:02}", *told, word])
    return rows


def yearly() -> list[list[Cell]]:
    """The marks for the year itself."""
    rows: list[list[Cell]] = [["周期：2024"], ["工号", "评分"]]
    return [
        *rows,
        *(
            [f"R{number:02}", Decimal(_DRAWN.randrange(5000, 10000)) / 100 + Decimal("0.005")]
            for number in range(1, PEOPLE + 1)
        ),
    ]


def cases(quarter: int) -> list[list[Cell]]:
    """A case list: judges of 甲, clerks of 丙."""
    rows: list[list[Cell]] = [["案号", "案由", "结案日期", "承办人", "合议庭成员", "书记员"]]
    for number in range(1, 40):
        judge, panel, clerk = (_DRAWN.randrange(*span) for span in ((1, 15), (1, 15), (20, 25)))
        day = f"2024-{3 * quarter - 1:02}-{1 + number % 28:02}"
        cause = _DRAWN.choice(("甲一", "甲二", "乙"))
        rows.append(
            [
                f"（2024）刁{quarter}第{number}号",
                cause,
                day,
                f"R{judge:02}",
                f"R{panel:02}" if panel != judge else None,
                f"R{clerk:02}",
            ]
        )
    return rows


def ledger(quarter: int) -> list[list[Cell]]:
    """Events with points, counts, levels, one award told twice, and two offences."""
    rows: list[list[Cell]] = [["台账", "日期", "工号", "姓名", "事项", "级别", "分值", "次数", "成果标识"]]
    month = f"2024-{3 * quarter - 2:02}"
    for number in range(1, 15):
        who = [f"R{number:02}", f"人{number:02}"]
        rows.append(
            [
                "党建",
                f"{month}-05",
                *who,
                f"学习{number}",
                None,
                _DRAWN.choice(("0.005", "-0.335", "1.115")),
                1 + number % 3,
                None,
            ]
        )
        rows.append(
            [
                "奖励",
                f"{month}-06",
                *who,
                f"获奖{number}",
                _DRAWN.choice(("国家级", "省级", "院级")),
                None,
                None,
                f"奖{number % 5}",
            ]
        )
        rows.append(["奖励", f"{month}-07", *who, f"再报{number}", "省级", None, None, f"奖{number % 5}"])
    offender = ("R16", "R22")[quarter % 2]
    rows.append(["廉政", f"{month}-09", offender, f"人{offender[1:]}", "违纪", "通报", None, 1, None])
    return rows


def ballots(quarter: int) -> list[list[Cell]]:
    """Ballots about 乙 in three groups, five each."""
    rows: list[list[Cell]] = [[f"周期：2024Q{quarter}"], ["被测评人", "测评人类别", "评分", "票号"]]
    for number in range(15, 20):
        for group in ("领导", "同事", "群众"):
            rows += [
                [f"R{number:02}", group, Decimal(_DRAWN.randrange(700, 951)) / 10, f"{group}{ticket}"]
                for ticket in range(1, 6)
            ]
    return rows


def write_adversary(folder: Path) -> list[Path]:
    """All workbooks, in the order of taking in."""
    found = [write_book(folder / "花名册.xlsx", {"花名册": roster()}), write_book(folder / "方案.xlsx", SCHEME)]
    for quarter in range(1, 5):
        name = f"2024Q{quarter}"
        sheets: dict[str, Iterable[Sequence[Cell]]] = {"案件": cases(quarter)}
        found.append(write_book(folder / f"案件-{name}.xlsx", dict(sheets)))
        found.append(write_book(folder / f"台账-{name}.xlsx", {"台账": ledger(quarter)}))
        found.append(write_book(folder / f"数据-{name}.xlsx", {"数据": figures(quarter)}))
        found.append(write_book(folder / f"测评-{name}.xlsx", {"测评": ballots(quarter)}))
    found.append(write_book(folder / "数据-2024.xlsx", {"数据": yearly()}))
    return found
