"""Traps of headers: groups, brackets and titles that turn figures into others; titles and sheets of divisions and ledgers."""

from tests.data.corpus.traps import LI, PERIOD, WANG, ZHANG, Expected, data, trap
from tests.data.corpus.writing import excel

_TWO = ["A2:A3", "B2:B3", "C2:C3", "D2:E2"]


def _grouped(group: str) -> list[list[object]]:
    return [
        PERIOD,
        ["工号", "姓名", "部门", group, None],
        [None, None, None, "结案数", "发改数"],
        ZHANG[:5],
        LI[:5],
    ]


for _number, _group in (
    ("301", "年度任务"),
    ("302", "全院平均"),
    ("303", "得分"),
    ("304", "刑事案件"),
    ("305", "上年同期"),
):
    trap(
        f"{_number}-分组{_group}.xlsx",
        "a group over the columns that makes their figures others",
        excel(_grouped(_group), merge=_TWO),
        data(2, ("unknown-column", "D3"), ("unknown-column", "E3")),
    )
trap(
    "306-分组是别的年份.xlsx",
    "a group of last year's figures only",
    excel(_grouped("2023年"), merge=_TWO),
    data(2, ("no-column-of-period", "D3")),
)
trap(
    "307-分组只是归类.xlsx",
    "a group that merely sorts, with its full marks",
    excel(_grouped("一、办案质效（40分）"), merge=_TWO),
    data(2, values={"0001 js": "40", "0001 gf": "2", "0002 js": "30"}),
)
trap(
    "308-分组是指标名称.xlsx",
    "a group called like an indicator of the scheme",
    excel(_grouped("办案"), merge=_TWO),
    data(2, values={"0001 js": "40", "0001 gf": "2", "0002 js": "30"}),
)
trap(
    "309-数量和得分.xlsx",
    "the number and its points below one item",
    excel(
        [
            PERIOD,
            ["工号", "姓名", "结案数", None, "发改数", None],
            [None, None, "数量", "得分", "得分", "数量"],
            ["0001", "张三", 40, 30, 8, 2],
        ],
        merge=["A2:A3", "B2:B3", "C2:D2", "E2:F2"],
    ),
    data(1, values={"0001 js": "40", "0001 gf": "2"}, told=("column-of-other-time",)),
)
trap(
    "310-只有得分.xlsx",
    "only the points of an item",
    excel([PERIOD, ["工号", "姓名", "结案数（得分）", "发改数"], ["0001", "张三", 30, 2]]),
    data(1, ("unknown-column", "C2")),
)
trap(
    "311-括号里是别的周期.xlsx",
    "another month and another year in the brackets",
    excel([PERIOD, ["工号", "姓名", "结案数（4月）", "发改数（2023年）"], ["0001", "张三", 13, 2]]),
    data(1, ("no-column-of-period", "C2")),
)
trap(
    "312-括号里是本期和满分.xlsx",
    "the sheet's own period, the full marks and a word for whoever fills it in",
    excel(
        [
            PERIOD,
            ["工号", "姓名", "结案数（二季度）", "发改数（必填）", "满意度（满分100）"],
            ["0001", "张三", 40, 2, 90],
        ]
    ),
    data(1, values={"0001 js": "40", "0001 gf": "2", "0001 my": "90"}),
)
trap(
    "313-括号里是别的单位.xlsx",
    "a unit in the brackets that measures something else",
    excel([PERIOD, ["工号", "姓名", "结案数（%）", "结案率（件）"], ["0001", "张三", 40, 98]]),
    data(1, ("unit-differs", "C2"), ("unit-differs", "D2")),
)
trap(
    "314-任务计划表.xlsx",
    "a title that says that the figures are plans",
    excel([["2024年第二季度结案任务计划表"], ["工号", "姓名", "结案数"], ["0001", "张三", 40]]),
    data(1, ("title-of-other-figures", "A1")),
)
trap(
    "315-任务完成情况表.xlsx",
    "a title about what was done of the plans",
    excel([["2024年第二季度结案任务完成情况表"], ["工号", "姓名", "结案数"], ["0001", "张三", 40]]),
    data(1, values={"0001 js": "40"}),
)
trap(
    "316-两年对比.xlsx",
    "two years beside each other, and a title that tells the quarter",
    excel(
        [
            ["2024年第二季度与上年同期对比表"],
            ["工号", "姓名", "2023年", None, "2024年", None],
            [None, None, "结案数", "发改数", "结案数", "发改数"],
            ["0001", "张三", 35, 4, 40, 2],
        ],
        merge=["A2:A3", "B2:B3", "C2:D2", "E2:F2"],
    ),
    data(1, values={"0001 js": "40", "0001 gf": "2"}, told=("column-of-other-time",)),
)
trap(
    "317-工作表名是部门.xlsx",
    "sheets named after divisions, one name in both",
    excel(
        ("民一庭", [PERIOD, ["姓名", "结案数"], ["张三", 40], ["李四", 30]]),
        ("刑庭", [PERIOD, ["姓名", "结案数"], ["张三", 35], ["赵六", 25]]),
    ),
    data(2, values={"0001 js": "40", "0002 js": "30"}, sheet="民一庭"),
    data(2, values={"0005 js": "35", "0004 js": "25"}, sheet="刑庭"),
)
trap(
    "318-部门写在标题里.xlsx",
    "the division in the title only, one name in two divisions",
    excel([["柳溪县人民法院刑庭2024年第二季度数据表"], ["姓名", "结案数"], ["张三", 35], ["赵六", 25]]),
    data(2, values={"0005 js": "35", "0004 js": "25"}),
)
trap(
    "319-标题是统计的部门.xlsx",
    "the title names who counts, the people are of other divisions",
    excel([["刑庭2024年第二季度数据表"], ["姓名", "结案数"], ["张三", 35], ["李四", 25]]),
    data(2, ("person-name-twice", "A3")),
)
trap(
    "320-左右两张各写部门.xlsx",
    "two tables side by side, each with its division above, one name in both",
    excel(
        [
            ["2024年第二季度"],
            ["民一庭", None, None, "刑庭"],
            ["姓名", "结案数", None, "姓名", "结案数"],
            ["张三", 40, None, "张三", 35],
            ["李四", 30, None, "赵六", 25],
        ]
    ),
    data(4, values={"0001 js": "40", "0002 js": "30", "0005 js": "35", "0004 js": "25"}),
)
trap(
    "321-上下两张各写部门.xlsx",
    "two tables below each other, each with its division above, one name in both",
    excel(
        [
            ["2024年第二季度"],
            ["部门：民一庭"],
            ["姓名", "结案数"],
            ["张三", 40],
            [],
            ["部门：刑庭"],
            ["姓名", "结案数"],
            ["张三", 35],
        ]
    ),
    data(2, values={"0001 js": "40", "0005 js": "35"}),
)
trap(
    "322-标题里是台账名称.xlsx",
    "the ledger in the title, and no column of it",
    excel(
        [
            ["2024年第二季度廉政台账"],
            ["日期", "工号", "姓名", "事项", "次数"],
            ["2024-05-06", "0001", "张三", "通报", 1],
        ]
    ),
    Expected("台账", "2024Q2", 1),
)
trap(
    "323-同一列两种写法.xlsx",
    "one item in two columns that are headed otherwise, with a third that is none",
    excel(
        [
            PERIOD,
            ["工号", "姓名", "结案数（件）", "结案数", "满意度"],
            [*ZHANG[:2], 40, 41, 90],
            [*WANG[:2], 20, 20, 95],
        ]
    ),
    data(2, ("column-twice-which", "D2")),
)
