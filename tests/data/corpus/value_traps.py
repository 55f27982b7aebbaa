"""Traps of columns and values."""

from tests.data.corpus.traps import HEAD, LI, PERIOD, ZHANG, Expected, data, plain, trap
from tests.data.corpus.writing import calculated, excel

trap(
    "057-不认识的数字列.xlsx",
    "an unknown column with figures",
    excel([PERIOD, [*HEAD, "调研篇数"], [*ZHANG, 3], [*LI, 0]]),
    data(2, ("unknown-column", "G2")),
)
trap(
    "058-不认识的文字列.xlsx",
    "an unknown column with words only",
    excel([PERIOD, [*HEAD, "困难和建议"], [*ZHANG, "案多人少"], [*LI, None]]),
    data(2, values={"0001 js": "40"}, told=("text-column-not-read",)),
)
trap(
    "059-不认识的空列.xlsx",
    "an unknown column with nothing",
    excel([PERIOD, [*HEAD, "领导签批"], ZHANG, LI]),
    data(2, values={"0001 js": "40"}, told=("column-not-read",)),
)
trap(
    "060-通讯录.xlsx",
    "people, and no data item at all",
    excel(
        [
            ["通讯录"],
            ["姓名", "部门", "职务", "电话"],
            ["李四", "民一庭", "审判员", "6001"],
            ["赵六", "刑庭", "审判员", "6002"],
        ]
    ),
    Expected("", None, 0, (("kind-unknown", "A2"),)),
)
trap(
    "104-名单只有文字列.xlsx",
    "people with words about them, and no data item at all",
    excel([PERIOD, ["姓名", "部门", "爱好"], ["李四", "民一庭", "书法"], ["赵六", "刑庭", "长跑"]]),
    data(2, ("no-item-columns", "A2")),
)
trap(
    "061-同一数据项两列.xlsx",
    "two columns of one item",
    excel([PERIOD, ["工号", "姓名", "结案数", "结案数（件）"], ["0001", "张三", 40, 41]]),
    data(1, ("column-twice-which", "D2")),
)
trap(
    "062-由程序算的列.xlsx",
    "a column that the program counts itself",
    excel([PERIOD, ["工号", "姓名", "结案数", "承办结案"], ["0001", "张三", 40, 39]]),
    data(1, values={"0001 js": "40"}, told=("item-is-counted",)),
)

# --- values

trap(
    "063-百分数.xlsx",
    "percentages as text, as format and as figure",
    excel(
        [PERIOD, ["工号", "姓名", "结案率"], ["0001", "张三", "98%"], ["0002", "李四", 0.97], ["0003", "王五", 96.5]],
        formats={"C4": "0%"},
    ),
    data(3, values={"0001 jal": "98", "0002 jal": "97", "0003 jal": "96.5"}),
)
trap(
    "064-变成日期的数.xlsx",
    "a figure that became a date",
    excel(plain(["0001", "张三", "民一庭", 45356, 2, 90]), formats={"D3": "yyyy-mm-dd"}),
    data(1, ("date-for-number", "D3")),
)
trap(
    "065-文本数字.xlsx",
    "figures as text, with separators and units",
    excel(plain(["0001", "张三", "民一庭", "1,234", "2件", "90分"])),
    data(1, values={"0001 js": "1234", "0001 gf": "2", "0001 my": "90"}),
)
trap(
    "066-不是数.xlsx",
    "words where figures should stand",
    excel(plain(["0001", "张三", "民一庭", "约40", "二", 90])),
    data(1, ("not-a-number", "D3"), ("not-a-number", "E3")),
)
trap(
    "067-公式错误.xlsx",
    "an error cell",
    calculated([PERIOD, ["工号", "姓名", "结案数"], ["0001", "张三"]], {"C3": ("=1/0", "#DIV/0!")}),
    data(1, ("cell-error", "C3")),
)
trap(
    "068-没有算过的公式.xlsx",
    "a formula without a stored value",
    excel(plain(["0001", "张三", "民一庭", "=20+20", 2, 90])),
    data(1, ("formula-without-value", "D3")),
)
trap(
    "069-四种没有.xlsx",
    "the four kinds of nothing",
    excel(plain(["0001", "张三", "民一庭", None, "/", "免计"], ["0002", "李四", "民一庭", 0, "—", "未填"])),
    data(2, values={"0001 gf": "不适用", "0001 my": "免计", "0002 js": "0", "0002 gf": "不适用"}),
)
trap(
    "070-等次.xlsx",
    "grades, one of them unknown",
    excel([PERIOD, ["工号", "姓名", "部门评价"], ["0001", "张三", "较 好"], ["0002", "李四", "优"]]),
    data(2, ("word-unknown", "C4")),
)
trap(
    "071-十倍.xlsx",
    "a figure ten times that of the last quarter",
    excel(plain(["0001", "张三", "民一庭", 410, 2, 90], LI)),
    data(2, values={"0001 js": "410"}, told=("value-tenfold",)),
)
trap(
    "072-整列一样.xlsx",
    "a column filled with one figure",
    excel(
        [
            PERIOD,
            ["工号", "姓名", "满意度"],
            *([f"000{n}", name, 90] for n, name in enumerate(["张三", "李四", "王五", "赵六", "张三"], start=1)),
        ]
    ),
    data(5, values={"0001 my": "90"}, told=("column-all-equal",)),
)
trap(
    "073-错了一列.xlsx",
    "a column that holds what its neighbour held the last quarter",
    excel(
        [
            PERIOD,
            ["工号", "姓名", "结案数", "发改数"],
            *(
                [f"000{n}", name, 50 + n, 40 + n]
                for n, name in enumerate(["张三", "李四", "王五", "赵六", "张三"], start=1)
            ),
        ]
    ),
    data(5, values={"0001 gf": "41"}, told=("column-shifted",)),
)
trap(
    "107-去年同期.xlsx",
    "last year's figure under the same word",
    excel([PERIOD, ["工号", "去年同期", "本期"], [None, "结案数", "发改数"], ["0001", 39, 2]], merge=["A2:A3"]),
    data(1, ("unknown-column", "B3")),
)
trap(
    "108-括号里是目标.xlsx",
    "a target in brackets behind the item's name",
    excel([PERIOD, ["工号", "结案数（目标）", "发改数（件）"], ["0001", 39, 2]]),
    data(1, ("unknown-column", "B2")),
)
trap(
    "109-两张表说法不一.xlsx",
    "two sheets of one file tell one value differently",
    excel(("初稿", plain(ZHANG)), ("定稿", [PERIOD, HEAD, ["0001", "张三", "民一庭", 41, 2, 90]])),
    data(1, sheet="初稿", told=("sheet-held-back",)),
    data(1, ("told-in-two-sheets", "D3"), sheet="定稿"),
)
