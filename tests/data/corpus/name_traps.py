"""Traps of short and long names, and of periods, figures and days that are told as people tell them."""

from tests.data.corpus.traps import PERIOD, ZHANG, Expected, data, plain, trap
from tests.data.corpus.writing import excel

QUARTER = ["2024年第二季度"]
NAMED = ["姓名", "部门", "结案数"]

trap(
    "170-部门写全称.xlsx",
    "the full names of divisions that the roster has by their short ones",
    excel([QUARTER, NAMED, ["张三", "民事审判第一庭", 40], ["李四", "民事审判第一庭", 30], ["张三", "刑事审判庭", 35]]),
    data(3, values={"0001 js": "40", "0002 js": "30", "0005 js": "35"}, told=("division-short",)),
)
trap(
    "171-没有这个部门.xlsx",
    "two people of a division that the roster does not have: one question",
    excel([QUARTER, NAMED, ["张三", "民三庭", 40], ["李四", "民三庭", 30]]),
    data(2, ("division-unknown", "B3")),
)
trap(
    "172-汉字年份罗马季度.xlsx",
    "the year in Chinese numerals, the quarter in Roman ones",
    excel([["二〇二四年第Ⅱ季度考核数据"], ["工号", "结案数"], ["0001", 40]]),
    data(1, values={"0001 js": "40"}),
)
trap(
    "173-第五季度.xlsx",
    "a fifth quarter is neither a quarter nor the year",
    excel([["2024年第五季度考核数据"], ["工号", "结案数"], ["0001", 40]]),
    Expected("数据", None, 1, (("title-period-unclear", "A1"),)),
)
trap(
    "174-四至六月份.xlsx",
    "the months of a quarter in Chinese numerals",
    excel([["2024年四至六月份考核数据"], ["工号", "结案数"], ["0001", 40]]),
    data(1, values={"0001 js": "40"}),
)
trap(
    "175-页脚周期与标题不同.xlsx",
    "the period below the table is not that of the title",
    excel([["2024年第二季度考核数据"], ["工号", "结案数"], ["0001", 40], ["周期：2023年度"]]),
    data(1, ("period-cells-disagree", "A4")),
)
trap(
    "176-一格两个数.xlsx",
    "two numbers in one cell; a blank between thousands is none of that",
    excel([PERIOD, ["工号", "结案数", "发改数"], ["0001", "12 15", 2], ["0002", "1 234", "1"]]),
    data(2, ("not-a-number", "B3"), values={"0002 js": "1234", "0002 gf": "1"}),
)
trap(
    "177-件数写成百分数.xlsx",
    "a count in percent",
    excel(plain([*ZHANG[:3], "12%", 2, 90])),
    data(1, values={"0001 js": "0.12", "0001 gf": "2"}, told=("percent-for-count",)),
)
trap(
    "178-结案日期只写到月.xlsx",
    "one day with its hour, one without its day",
    excel(
        [
            *([PERIOD, ["案号", "结案日期", "承办人"], ["（2024）柳民初1号", "2024/5/6 10:20:00", "0001"]]),
            ["（2024）柳民初2号", "2024年5月", "0001"],
        ]
    ),
    Expected("案件", "2024Q2", 2, (("day-missing", "B4"),)),
)
