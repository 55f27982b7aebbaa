"""Traps of layout: headers, tables below and beside each other, totals, rows that are no records."""

from tests.data.corpus.traps import HEAD, LI, PERIOD, THREE, WANG, ZHANG, data, plain, trap
from tests.data.corpus.writing import converted, excel

trap("001-平常的表.xlsx", "nothing", excel(plain(ZHANG, LI, WANG)), data(3, values=THREE))
trap(
    "002-标题和单位行.xlsx",
    "title, unit and date rows above",
    excel(
        [
            ["柳溪县人民法院2024年第二季度考核数据表"],
            [None] * 5 + ["单位：件、分"],
            ["填报单位：审管办", None, None, None, "2024年7月3日"],
            HEAD,
            ZHANG,
            LI,
            WANG,
        ],
        merge=["A1:F1"],
    ),
    data(3, values=THREE),
)
trap(
    "003-两行表头合并.xlsx",
    "two header rows with merged groups",
    excel(
        [
            PERIOD,
            ["工号", "姓名", "部门", "办案情况", None, "评价情况"],
            [None, None, None, "结案数", "发改数", "满意度"],
            ZHANG,
            LI,
            WANG,
        ],
        merge=["A2:A3", "B2:B3", "C2:C3", "D2:E2"],
    ),
    data(3, values=THREE),
)
trap(
    "004-三行表头.xlsx",
    "three header rows",
    excel(
        [
            PERIOD,
            ["工号", "姓名", "部门", "考核内容", None, None],
            [None, None, None, "数量", "质量", "效果"],
            [None, None, None, "结案数", "发改数", "满意度"],
            ZHANG,
            LI,
            WANG,
        ],
        merge=["A2:A4", "B2:B4", "C2:C4", "D2:F2"],
    ),
    data(3, values=THREE),
)
trap(
    "005-表头有空格换行单位.xlsx",
    "headers padded, broken over lines, with units and full marks in brackets",
    excel(
        [
            PERIOD,
            ["工 号", "姓　　名", "部\n门", "结案数\n（件）", " 发 改 数 (件)", "满意度（满分100分）"],
            ZHANG,
            LI,
            WANG,
        ]
    ),
    data(3, values=THREE),
)
trap(
    "006-表头用别的叫法.xlsx",
    "synonyms",
    excel([PERIOD, ["人员编号", "考核对象", "所在庭室", "结案数", "发改数", "满意度"], ZHANG, LI, WANG]),
    data(3, values=THREE),
)
trap(
    "007-每页重复表头和标题.xlsx",
    "title and header printed on each page",
    excel(
        [
            ["2024年第二季度考核数据表"],
            HEAD,
            ZHANG,
            LI,
            ["第1页 共2页"],
            ["2024年第二季度考核数据表"],
            HEAD,
            WANG,
            ["第2页 共2页"],
        ],
        merge=["A1:F1", "A5:F5", "A6:F6", "A9:F9"],
    ),
    data(3, values=THREE, skipped=(5, 6, 7, 9)),
)
trap(
    "008-两行表头每页重复.xlsx",
    "a header of two rows printed on each page",
    excel(
        [
            PERIOD,
            ["工号", "姓名", "部门", "办案情况", None, "满意度"],
            [None, None, None, "结案数", "发改数", None],
            ZHANG,
            LI,
            ["工号", "姓名", "部门", "办案情况", None, "满意度"],
            [None, None, None, "结案数", "发改数", None],
            WANG,
        ],
        merge=["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "A6:A7", "B6:B7", "C6:C7", "D6:E6", "F6:F7"],
    ),
    data(3, values=THREE, skipped=(6, 7)),
)
trap(
    "009-上下两张表.xlsx",
    "a second table below with other columns",
    excel(
        [
            PERIOD,
            ["表一"],
            ["工号", "姓名", "结案数"],
            ["0001", "张三", 40],
            [],
            ["表二"],
            ["工号", "姓名", "满意度"],
            ["0002", "李四", 88],
        ]
    ),
    data(2, values={"0001 js": "40", "0002 my": "88"}),
)
trap(
    "010-左右两半有空列.xlsx",
    "one list folded into two halves, an empty column between",
    excel(
        [
            PERIOD,
            ["序号", "工号", "姓名", "结案数", None, "序号", "工号", "姓名", "结案数"],
            [1, "0001", "张三", 40, None, 3, "0003", "王五", 20],
            [2, "0002", "李四", 30, None, 4, "0004", "赵六", 25],
            ["合计", None, None, 70, None, None, None, None, 45],
        ]
    ),
    data(4, values={"0001 js": "40", "0002 js": "30", "0003 js": "20", "0004 js": "25"}, skipped=(5,)),
)
trap(
    "011-左右两半无空列.xlsx",
    "folded without a gap",
    excel(
        [
            PERIOD,
            ["姓名", "部门", "结案数", "姓名", "部门", "结案数"],
            ["张三", "民一庭", 40, "张三", "刑庭", 35],
            ["李四", "民一庭", 30],
        ]
    ),
    data(3, values={"0001 js": "40", "0002 js": "30", "0005 js": "35"}),
)
trap(
    "012-旁边是别的表.xlsx",
    "a table of another kind beside",
    excel(
        [
            PERIOD,
            ["工号", "姓名", "结案数", None, "工号", "离岗类型", "起", "止"],
            ["0001", "张三", 40, None, "0002", "病假", "2024-04-01", "2024-04-08"],
        ]
    ),
    data(1, values={"0001 js": "40"}, told=("table-beside",)),
)
trap(
    "013-部门合并一次.xlsx",
    "the division named once in a merged block",
    excel(
        [
            PERIOD,
            ["部门", "姓名", "结案数"],
            ["民一庭", "张三", 40],
            [None, "李四", 30],
            ["刑庭", "张三", 35],
            [None, "赵六", 25],
        ],
        merge=["A3:A4", "A5:A6"],
    ),
    data(4, values={"0001 js": "40", "0002 js": "30", "0005 js": "35", "0004 js": "25"}),
)
trap(
    "014-部门单独一行并有小计.xlsx",
    "the division on a row of its own; subtotals and a total that are right",
    excel(
        [
            PERIOD,
            ["序号", "姓名", "结案数", "发改数"],
            ["一、民一庭"],
            [1, "张三", 40, 2],
            [2, "李四", 30, 1],
            ["小计", "2人", 70, 3],
            ["二、刑庭（2人）"],
            [1, "张三", 35, 0],
            [2, "赵六", 25, 4],
            ["小 计", "2人", 60, 4],
            ["总计", "4人", 130, 7],
        ],
        merge=["A3:D3", "A7:D7"],
    ),
    data(4, values={"0001 js": "40", "0005 js": "35", "0004 gf": "4"}, skipped=(3, 6, 7, 10, 11)),
)
trap(
    "015-小计不对.xlsx",
    "a subtotal that is not the sum of its rows",
    excel(
        [
            *plain(ZHANG, LI, ["民一庭小计", None, None, 71, 3, None], ["0004", "赵六", "刑庭", 25, 4, 70]),
            ["合计", None, None, 95, 7],
        ]
    ),
    data(3, ("total-differs", "D5"), skipped=(5, 7)),
)
trap(
    "016-合计四舍五入.xlsx",
    "a total printed with fewer digits than its rows",
    excel(
        plain(
            ["0001", "张三", "民一庭", 12.345, 2, 90],
            ["0002", "李四", "民一庭", 10.111, 1, 88],
            ["合计", None, None, "22.5", 3, None],
        )
    ),
    data(2, values={"0001 js": "12.345"}, skipped=(5,)),
)
trap(
    "017-合计差一分.xlsx",
    "a total wrong in its last digit",
    excel(
        plain(
            ["0001", "张三", "民一庭", 12.345, 2, 90],
            ["0002", "李四", "民一庭", 10.111, 1, 88],
            ["合计", None, None, "22.45", 3, None],
        )
    ),
    data(2, ("total-differs", "D5")),
)
trap(
    "018-筛选后的合计.xlsx",
    "hidden rows are not in the total",
    excel(plain(ZHANG, LI, WANG, ["合计", None, None, 60, 2, None]), hide_rows=[4]),
    data(3, ("total-without-hidden", "D6"), ("total-without-hidden", "E6"), told=("rows-hidden",)),
)
trap(
    "019-人数不对.xlsx",
    "the headcount of the total row",
    excel(plain(ZHANG, LI, WANG, ["合计", "4人", None, 90, 3, None])),
    data(3, ("people-total-differs", "B6")),
)
trap(
    "020-预先编号的空行.xlsx",
    "numbered rows that nobody filled in",
    excel([PERIOD, ["序号", *HEAD], [1, *ZHANG], [2, *LI], [3, *WANG], [4], [5], [6, None, None, "民一庭"]]),
    data(3, values=THREE, skipped=(6, 7, 8)),
)
trap(
    "021-公式多拖了几行.xlsx",
    "formulas copied beyond the last person give zeros",
    converted(
        excel(
            [
                PERIOD,
                ["序号", "工号", "姓名", "结案数"],
                [1, "0001", "张三", "=20+20"],
                [2, "0002", "李四", "=10+20"],
                [3, None, None, "=SUM(F5:G5)"],
                [4, None, None, "=SUM(F6:G6)"],
            ]
        ),
        "xlsx",
    ),
    data(2, values={"0001 js": "40", "0002 js": "30"}, skipped=(5, 6)),
)
trap(
    "022-说明签字日期.xlsx",
    "notes, signatures and a date below",
    excel(
        [
            *plain(ZHANG, LI, WANG),
            [],
            ["注：1.结案数以系统数据为准。"],
            ["2.满意度由政治部测评。"],
            ["填表人：孙八", None, "审核人：", None, "分管领导："],
            [None, None, None, None, "2024年7月5日"],
            ["（盖章）"],
        ]
    ),
    data(3, values=THREE, skipped=(7, 8, 9, 10, 11)),
)
trap(
    "023-隐藏行.xlsx",
    "hidden rows are read and told",
    excel(plain(ZHANG, LI, WANG), hide_rows=[4]),
    data(3, values=THREE, told=("rows-hidden",)),
)
trap(
    "024-隐藏列.xlsx",
    "hidden columns are read and told",
    excel(plain(ZHANG, LI, WANG), hide_columns=["E"]),
    data(3, values=THREE, told=("columns-hidden",)),
)
trap(
    "025-民一庭小计写在第二列.xlsx",
    "the word for the total stands where names stand, with blanks inside",
    excel(
        [
            PERIOD,
            ["序号", "姓名", "部门", "结案数"],
            [1, "李四", "民一庭", 30],
            [2, "王五", "民一庭", 20],
            [None, "小　计", None, 50],
            [3, "赵六", "刑庭", 25],
            [None, "合　　计", None, 75],
        ]
    ),
    data(3, values={"0002 js": "30", "0004 js": "25"}, skipped=(5, 7)),
)
trap(
    "026-平均行和最高分.xlsx",
    "means, highest and lowest marks below",
    excel(
        plain(
            ZHANG,
            LI,
            WANG,
            ["平均", None, None, 30, 1, 91],
            ["全院最高分", None, None, 40, 2, 95],
            ["人均", None, None, 30],
        )
    ),
    data(3, values=THREE, skipped=(6, 7, 8)),
)
trap(
    "027-栏次和单位行.xlsx",
    "column numbers and units below the header",
    excel([PERIOD, HEAD, ["甲", "乙", "丙", 1, 2, 3], [None, None, None, "(件)", "(件)", "(分)"], ZHANG, LI, WANG]),
    data(3, values=THREE, skipped=(3, 4)),
)
trap(
    "028-值跨两人合并.xlsx",
    "one value merged over two people",
    excel(plain(ZHANG, ["0002", "李四", "民一庭", None, 1, 88], WANG), merge=["D3:D4"]),
    data(3, ("merged-value", "D3")),
)
trap(
    "029-没有表头的列.xlsx",
    "a column with figures and no header",
    excel(plain([*ZHANG, 7], [*LI, 8])),
    data(2, ("figures-without-header", "G2")),
)
trap(
    "030-以下空白.xlsx",
    "以下空白 and continuation marks",
    excel([*plain(ZHANG, LI), ["（转下页）"], ["（续表）"], WANG, ["以下空白"]]),
    data(3, values=THREE, skipped=(5, 6, 8)),
)
trap(
    "105-上面的表列少.xlsx",
    "of two tables the first has fewer columns",
    excel(
        [
            PERIOD,
            ["工号", "姓名", "结案数"],
            ["0001", "张三", 40],
            [],
            ["工号", "姓名", "结案数", "发改数", "满意度"],
            ["0002", "李四", 30, 1, 88],
        ]
    ),
    data(2, values={"0001 js": "40", "0002 js": "30", "0002 my": "88"}),
)
trap(
    "106-填写示例.xlsx",
    "a row that shows how to fill in",
    excel([PERIOD, ["序号", *HEAD], ["示例", "0001", "张三", "民一庭", 99, 9, 99], [1, *LI]]),
    data(1, values={"0002 js": "30"}, skipped=(3,)),
)
