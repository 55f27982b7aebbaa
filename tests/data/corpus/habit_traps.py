"""Traps of habit: what departments write as nobody told them, and a person reads without hesitation, or asks about."""

from tests.data.corpus.traps import CASE_HEAD, HEAD, PERIOD, ZHANG, Expected, data, plain, trap
from tests.data.corpus.writing import calculated, excel

QUARTER = ["2024年第二季度"]
BLOCKS = {"0001 js": "40", "0001 gf": "2", "0002 js": "30", "0005 js": "35", "0004 gf": "4"}
NAMED = ["姓名", "结案数", "发改数"]

# --- divisions

trap(
    "112-部门行在表头上面.xlsx",
    "a line with the division above each block's header",
    excel(
        [
            *([QUARTER, ["一、民一庭"], NAMED, ["张三", 40, 2], ["李四", 30, 1]]),
            *([["二、刑庭"], NAMED, ["张三", 35, 0], ["赵六", 25, 4]]),
        ]
    ),
    data(4, values=BLOCKS, skipped=(6, 7)),
)
trap(
    "113-部门标题和合计.xlsx",
    "blocks headed by titles in which the division stands, each with its total",
    excel(
        [
            *([["民一庭2024年第二季度考核数据"], NAMED, ["张三", 40, 2], ["李四", 30, 1], ["合计", 70, 3]]),
            *([[], ["刑庭2024年第二季度考核数据"], NAMED, ["张三", 35, 0], ["赵六", 25, 4], ["合计", 60, 4]]),
        ],
        merge=["A1:C1", "A7:C7"],
    ),
    data(4, values=BLOCKS, skipped=(5, 7, 8, 11)),
)
trap(
    "114-部门冒号各一块.xlsx",
    "部门：… above each block",
    excel(
        [
            *([QUARTER, ["部门：民一庭"], NAMED, ["张三", 40, 2], ["李四", 30, 1]]),
            *([["部门：刑庭", None, "单位：件"], NAMED, ["张三", 35, 0], ["赵六", 25, 4]]),
        ]
    ),
    data(4, values=BLOCKS, skipped=(6, 7)),
)
trap(
    "115-各块列不一样.xlsx",
    "the second block has another column",
    excel(
        [
            *([QUARTER, ["（一）民一庭"], ["姓名", "结案数"], ["张三", 40], ["小计", 40]]),
            *([["（二）刑庭"], ["姓名", "发改数"], ["张三", 3], ["小计", 3]]),
        ]
    ),
    data(2, values={"0001 js": "40", "0005 gf": "3"}, skipped=(5, 6, 9)),
)
trap(
    "116-标题里是制表部门.xlsx",
    "the same division in the title of every page: it made the sheet, its people these are not",
    excel(
        [
            *([["办公室2024年第二季度统计"], ["姓名", "结案数"], ["李四", 30]]),
            *([["办公室2024年第二季度统计"], ["姓名", "结案数"], ["赵六", 25]]),
        ],
        merge=["A1:B1", "A4:B4"],
    ),
    data(2, values={"0002 js": "30", "0004 js": "25"}),
)
trap(
    "117-同上记号.xlsx",
    "ditto marks below a division",
    excel(
        [
            *([PERIOD, ["姓名", "部门", "结案数"], ["张三", "民一庭", 40], ["李四", "〃", 30]]),
            *([["张三", "刑庭", 35], ["赵六", "同 上", 25], ["钱七", "″", 20]]),
        ]
    ),
    data(5, values={"0001 js": "40", "0002 js": "30", "0005 js": "35", "0004 js": "25", "0006 js": "20"}),
)
trap(
    "118-数字列写同上.xlsx",
    "a ditto mark where a figure should stand, and one with nothing above it",
    excel([PERIOD, ["姓名", "部门", "结案数"], ["李四", "〃", 30], ["王五", "民一庭", "〃"]]),
    data(2, ("ditto-not-read", "B3"), ("ditto-not-read", "C4")),
)
trap(
    "119-小计下面的同上.xlsx",
    "below a subtotal nobody knows what is meant by the same",
    excel([PERIOD, ["姓名", "部门", "结案数"], ["李四", "民一庭", 30], ["小计", None, 30], ["王五", "〃", 20]]),
    data(2, ("ditto-not-read", "B5")),
)
trap(
    "120-部门只写一次没有合并.xlsx",
    "the division named on the first row of its block, the cells below it empty",
    excel(
        [
            *([PERIOD, ["部门", "姓名", "结案数"], ["刑庭", "赵六", 25], [None, "张三", 35]]),
            *([["民一庭", "李四", 30], [None, "张三", 40]]),
        ]
    ),
    data(4, values={"0005 js": "35", "0001 js": "40"}),
)
trap(
    "121-部门漏写一格.xlsx",
    "a division missing where the sheet names it on every row",
    excel([PERIOD, ["部门", "姓名", "结案数"], ["刑庭", "赵六", 25], ["刑庭", "钱七", 20], [None, "张三", 35]]),
    data(3, ("person-name-twice", "B5")),
)
trap(
    "122-部门带序号和人数.xlsx",
    "the division with its number in the list and its headcount",
    excel(
        [
            PERIOD,
            ["部门", "姓名", "结案数"],
            ["一、民一庭（2人）", "张三", 40],
            [None, "李四", 30],
            ["二、刑庭", "张三", 35],
        ],
        merge=["A3:A4"],
    ),
    data(3, values={"0001 js": "40", "0002 js": "30", "0005 js": "35"}),
)

# --- people

trap(
    "123-姓名带序号和星号.xlsx",
    "running numbers before names, stars and note numbers behind them",
    excel([PERIOD, ["姓名", "结案数"], ["1、李四", 30], ["2.赵六*", 25], ["3 钱 七", 20], ["吴十①", 12], ["★孙八", 1]]),
    data(5, values={"0002 js": "30", "0004 js": "25", "0006 js": "20", "0012 js": "12"}, told=("person-name-remark",)),
)
trap(
    "124-姓名括号.xlsx",
    "what stands in brackets may tell two people apart; beside a number it does not matter",
    excel([PERIOD, ["工号", "姓名", "结案数"], [None, "李四（新）", 30], ["0004", "赵六（借调）", 25]]),
    data(2, ("person-name-unknown-near", "B3"), told=("person-name-remark",)),
)
trap(
    "125-去掉标记是两个人.xlsx",
    "without its mark the name fits two people",
    excel([PERIOD, ["姓名", "结案数"], ["张三①", 40]]),
    data(1, ("person-name-twice", "A3")),
)
trap(
    "126-一人带星号又写一次.xlsx",
    "the same name with and without a star",
    excel([PERIOD, ["姓名", "结案数"], ["李四", 30], ["李四*", 3]]),
    data(2, ("person-twice", "A4")),
)
trap(
    "127-职务写在姓名前.xlsx",
    "a post before the name is asked about",
    excel([PERIOD, ["姓名", "结案数"], ["庭长 欧阳文", 30]]),
    data(1, ("person-name-unknown-near", "A3")),
)

# --- units

trap(
    "128-表上单位万件.xlsx",
    "a unit above the table in another size than the items'",
    excel([PERIOD, [None, None, "单位：万件"], ["姓名", "部门", "结案数"], ["李四", "民一庭", 3]]),
    data(1, ("sheet-unit-differs", "C2")),
)
trap(
    "129-表上单位但列里写明.xlsx",
    "the header's own unit goes before the line's; 件 and % are the items' units",
    excel([PERIOD, ["（单位：万件）"], ["姓名", "结案数（件）", "结案率（%）"], ["李四", 30, 97.5]]),
    data(1, values={"0002 js": "30", "0002 jal": "97.5"}),
)
trap(
    "130-单位是法院.xlsx",
    "单位 is the court, neither a unit nor a division",
    excel([PERIOD, ["单位：柳溪县人民法院", None, "单位：件、%"], ["姓名", "结案数", "结案率"], ["李四", 30, 97.5]]),
    data(1, values={"0002 js": "30", "0002 jal": "97.5"}),
)
trap(
    "131-单位行万件.xlsx",
    "the row of units below the header tells another size",
    excel([PERIOD, ["姓名", "结案数", "发改数"], ["单位", "万件", "件"], ["李四", 3, 1]]),
    data(1, ("unit-differs", "B3"), skipped=(3,)),
)

# --- times beside each other

trap(
    "132-本期同期增减.xlsx",
    "this quarter's figure beside last year's and the difference",
    excel(
        [
            PERIOD,
            ["姓名", "部门", "结案数", None, None, "发改数", None, None],
            [None, None, "本期", "去年同期", "增减", "本期", "去年同期", "增减"],
            ["李四", "民一庭", 30, 28, "7.1%", 1, 2, -1],
        ],
        merge=["A2:A3", "B2:B3", "C2:E2", "F2:H2"],
    ),
    data(1, values={"0002 js": "30", "0002 gf": "1"}, told=("column-of-other-time",)),
)
trap(
    "133-本期同期没有合并.xlsx",
    "the same without merged cells",
    excel(
        [
            QUARTER,
            ["姓名", "部门", "结案数", None, None, "发改数", None],
            [None, None, "本期", "去年同期", "增减", "本期", "同期"],
            ["李四", "民一庭", 30, 28, 2, 1, 0],
        ]
    ),
    data(1, values={"0002 js": "30", "0002 gf": "1"}, told=("column-of-other-time",)),
)
trap(
    "134-月报本月累计.xlsx",
    "the month beside the months so far",
    excel(
        [
            ["2024年5月月报"],
            ["姓名", "部门", "结案数", None, "发改数", None],
            [None, None, "本月", "累计", "本月", "1-5月"],
            ["李四", "民一庭", 10, 41, 0, 1],
        ],
        merge=["A2:A3", "B2:B3", "C2:D2", "E2:F2"],
    ),
    Expected("数据", "2024-05", 1, values={"0002 js": "10", "0002 gf": "0"}, told=("column-of-other-time",)),
)
trap(
    "135-各月和合计.xlsx",
    "the months of the quarter and their sum",
    excel(
        [QUARTER, ["姓名", "结案数", None, None, None], [None, "4月", "5月", "6月", "合计"], ["李四", 10, 11, 9, 30]],
        merge=["A2:A3", "B2:E2"],
    ),
    data(1, values={"0002 js": "30"}, told=("column-of-other-time",)),
)
trap(
    "136-各月合计不对.xlsx",
    "the months of the quarter and a sum that is not theirs",
    excel(
        [QUARTER, ["姓名", "结案数", None, None, None], [None, "4月", "5月", "6月", "合计"], ["李四", 10, 11, 9, 31]],
        merge=["A2:A3", "B2:E2"],
    ),
    data(1, ("months-differ", "E4")),
)
trap(
    "137-只有各月.xlsx",
    "months, none of which is the quarter",
    excel(
        [QUARTER, ["姓名", "结案数", None, None], [None, "4月", "5月", "6月"], ["李四", 10, 11, 9]],
        merge=["A2:A3", "B2:D2"],
    ),
    data(1, ("no-column-of-period", "B3")),
)
trap(
    "138-本季上季同比.xlsx",
    "the time in the same word as the item; a place and a rate of growth beside it",
    excel(
        [
            QUARTER,
            ["姓名", "部门", "本季结案数", "上季结案数", "结案数同比（%）", "本年累计结案数", "排名"],
            ["李四", "民一庭", 30, 20, "50%", 50, 1],
        ]
    ),
    data(1, values={"0002 js": "30"}, told=("column-of-other-time",)),
)
trap(
    "139-小计和其中.xlsx",
    "an item over its sum and its parts: the parts are asked about",
    excel(
        [
            PERIOD,
            ["姓名", "部门", "结案数", None, None],
            [None, None, "小计", "判决", "调解"],
            ["李四", "民一庭", 30, 18, 12],
        ],
        merge=["A2:A3", "B2:B3", "C2:E2"],
    ),
    data(1, ("unknown-column", "D3"), ("unknown-column", "E3")),
)
trap(
    "140-起止日期是季度.xlsx",
    "the quarter told by its first and last day",
    excel([["统计期间：2024年4月1日至2024年6月30日"], ["姓名", "结案数"], ["李四", 30]]),
    data(1, values={"0002 js": "30"}),
)

# --- other tables

trap(
    "141-通讯录有号码.xlsx",
    "people with numbers that are nobody's data",
    excel(
        [
            ["通讯录"],
            ["序号", "姓名", "部门", "办公电话", "手机", "房间号"],
            [1, "李四", "民一庭", 6001, 13800001111, 305],
            [2, "赵六", "刑庭", 6002, 13800001112, 306],
        ]
    ),
    Expected("数据", None, 2, (("no-item-columns", "A2"),)),
)
trap(
    "142-会议签到.xlsx",
    "a list of who was there, of a quarter",
    excel([["2024年第二季度会议签到"], ["姓名", "第一次", "第二次"], ["李四", 1, 1], ["赵六", 1, 0]]),
    data(2, ("no-item-columns", "A2")),
)
trap(
    "143-横着排.xlsx",
    "people beside each other, items below each other",
    excel([PERIOD, ["姓名", "李四", "王五", "赵六"], ["结案数", 30, 20, 25], ["发改数", 1, 0, 4]]),
    data(2, ("table-lies-across", "A3")),
)
trap(
    "144-右边部门汇总.xlsx",
    "a small table about divisions to the right",
    excel(
        [
            PERIOD,
            ["姓名", "部门", "结案数", None, "部门", "结案数"],
            ["李四", "民一庭", 30, None, "民一庭", 30],
            ["赵六", "刑庭", 25, None, "刑庭", 25],
            [None, None, None, None, "合计", 55],
        ]
    ),
    data(2, values={"0002 js": "30", "0004 js": "25"}, told=("table-beside-unread",)),
)
trap(
    "145-下面部门汇总.xlsx",
    "a small table about divisions below",
    excel(
        [
            *([PERIOD, ["姓名", "部门", "结案数"], ["李四", "民一庭", 30], ["赵六", "刑庭", 25], []]),
            *([["部门", "人数", "结案数"], ["民一庭", 1, 30], ["刑庭", 1, 25], ["合计", 2, 55], ["填表人：孙八"]]),
        ]
    ),
    data(2, values={"0002 js": "30", "0004 js": "25"}, skipped=(6, 7, 8, 9, 10)),
)

# --- rows and cells

trap(
    "146-装饰的合计和横线.xlsx",
    "a line of signs and an adorned total, which openpyxl stores as formulas",
    excel(plain(ZHANG, ["=====", "=====", None, None, None, None], ["==合计==", None, None, 40, 2, None])),
    data(1, values={"0001 js": "40"}, skipped=(4, 5)),
)
trap(
    "147-像公式的不是文字.xlsx",
    "what may be a formula is not taken for a text",
    excel([PERIOD, HEAD, ["0001", "张三", "民一庭", "==40==", "==A1", 90]]),
    data(1, ("formula-without-value", "D3"), ("formula-without-value", "E3")),
)
trap(
    "148-装饰的合计有零.xlsx",
    "the same by XlsxWriter, which stores a zero",
    calculated(plain(ZHANG), {"A4": ("==合计==", 0)}),
    data(1, values={"0001 js": "40"}, skipped=(4,)),
)
trap(
    "149-每人有合计行.xlsx",
    "months below each other and a sum after each person",
    excel(
        [
            *([PERIOD, ["姓名", "月份", "结案数"], ["李四", "4月", 10], ["李四", "5月", 12], ["李四", "合计", 22]]),
            *([["赵六", "4月", 9], ["赵六", "小计", 9]]),
        ]
    ),
    data(3, values={"0004 js": "9"}, skipped=(5, 7)),
)
trap(
    "150-数字的各种写法.xlsx",
    "counts with units and widths are figures; about, words and sums are not",
    excel(
        [
            PERIOD,
            ["工号", "姓名", "结案数", "发改数"],
            *(
                [
                    ["0001", "张三", "４０件", "0件"],
                    ["0002", "李四", "约5", "无"],
                    ["0003", "王五", "5（含调解2）", "／"],
                ]
            ),
        ]
    ),
    data(
        3,
        ("not-a-number", "C4"),
        ("not-a-number", "D4"),
        ("not-a-number", "C5"),
        values={"0001 js": "40", "0001 gf": "0", "0003 gf": "不适用"},
    ),
)
trap(
    "151-台账同上和月日.xlsx",
    "a ledger with ditto marks and days without their year",
    excel(
        [
            ["2024年第二季度廉政台账"],
            ["台账", "日期", "姓名", "部门", "事项", "级别", "次数"],
            ["廉政", "5月6日", "李四", "民一庭", "通报", "院级", 1],
            ["〃", "〃", "赵六", "刑庭", "同上", "同上", 1],
            ["廉政", "7月1日", "〃", "〃", "通报", "院级", 1],
        ]
    ),
    Expected("台账", "2024Q2", 3, (("event-outside-period", "B5"),)),
)
trap(
    "152-案件同上.xlsx",
    "a list of cases with ditto marks, numbers and stars in the roles",
    excel(
        [
            PERIOD,
            [*CASE_HEAD, "部门"],
            ["（2024）柳民初1号", "买卖", "2024.3.1", "5月6日", "张三*", "1.李四", "李四、王五*", "吴十", "民一庭"],
            ["（2024）柳民初2号", "同上", "〃", "2024.5.7", "〃", "〃", "〃", "〃", "〃"],
        ]
    ),
    Expected("案件", "2024Q2", 2),
)
trap(
    "153-花名册带标记.xlsx",
    "a roster with numbers, stars and ditto marks",
    excel(
        [
            ["工号", "姓名", "部门", "人员类别", "任职起"],
            *([["0101", "1.甲一*", "民一庭", "员额法官", "2024.3.5"], ["0102", "2.乙 二", "〃", "同上", "20240305"]]),
        ]
    ),
    Expected("花名册", None, 2),
)
trap(
    "154-合计写在两格.xlsx",
    "合 and 计 in two cells",
    excel([PERIOD, ["序号", "姓名", "结案数"], [1, "李四", 30], [2, "赵六", 25], ["合", "计", 55]]),
    data(2, values={"0002 js": "30", "0004 js": "25"}, skipped=(5,)),
)
trap(
    "155-周期写在列上.xlsx",
    "the period stands over the columns, and nowhere else",
    excel(
        [["姓名", "部门", "2024年第二季度", None], [None, None, "结案数", "发改数"], ["李四", "民一庭", 30, 1]],
        merge=["A1:A2", "B1:B2", "C1:D1"],
    ),
    data(1, values={"0002 js": "30", "0002 gf": "1"}),
)
trap(
    "156-一格几个案号.xlsx",
    "two case numbers in one cell",
    excel([PERIOD, ["案号", "承办人", "结案日期"], ["（2024）柳民初3号、4号", "李四", "2024-5-8"]]),
    Expected("案件", "2024Q2", 1, (("case-numbers-several", "A3"),)),
)
trap(
    "157-姓名叫承办法官.xlsx",
    "names headed otherwise, a place and rows with nothing but blanks",
    excel([PERIOD, ["承办法官", "庭室", "结案数", "排名"], ["李四", "民一庭", 30, 1], ["　", " ", None, None]]),
    data(1, values={"0002 js": "30"}),
)
