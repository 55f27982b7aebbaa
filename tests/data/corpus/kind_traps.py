"""Traps of file formats, of long sheets, of other kinds of sheets, and of what is no table."""

from typing import Any

from tests.data.corpus.traps import CASE_HEAD, HEAD, LI, PERIOD, THREE, WANG, ZHANG, Expected, data, plain, trap
from tests.data.corpus.writing import comma, converted, excel, html

trap(
    "074-长表.xlsx",
    "a value a row",
    excel(
        [
            PERIOD,
            ["工号", "数据项", "数值", "月份"],
            ["0001", "结案数", 12, "4月"],
            ["0003", "结案数", 13, "2024-05"],
            ["0002", "gf", 1, None],
        ]
    ),
    data(3, values={"0001 js": "12", "0003 js": "13", "0002 gf": "1"}),
)
trap(
    "075-长表项目不认识.xlsx",
    "an unknown item in a long sheet",
    excel([PERIOD, ["工号", "数据项", "数值"], ["0001", "调研数", 12]]),
    data(1, ("unknown-item", "B3")),
)
trap(
    "076-月份不在周期内.xlsx",
    "a month outside the period",
    excel([PERIOD, ["工号", "月份", "结案数"], ["0001", "7月", 12]]),
    data(1, ("period-outside", "B3")),
)

# --- formats

trap(
    "077-国标编码.csv",
    "CSV in GB18030 with a rare character",
    comma([PERIOD, ["姓名", "部门", "结案数"], ["王䶮", "执行局", 12]], "gb18030"),
    data(1, values={"0008 js": "12"}, sheet="077-国标编码"),
)
trap(
    "078-统一码.csv", "CSV in UTF-8", comma([PERIOD, HEAD, ZHANG, LI, WANG]), data(3, values=THREE, sheet="078-统一码")
)
trap(
    "079-网页表格.xls",
    "HTML that calls itself .xls",
    html([PERIOD, HEAD, ZHANG, LI, WANG]),
    data(3, values=THREE, sheet="079-网页表格"),
)
trap("080-开放文档.ods", "OpenDocument", converted(excel(plain(ZHANG, LI, WANG)), "ods"), data(3, values=THREE))
trap(
    "081-旧格式.xls",
    "BIFF8 with a merged division",
    converted(
        excel([PERIOD, ["部门", "姓名", "结案数"], ["民一庭", "张三", 40], [None, "李四", 30]], merge=["A3:A4"]), "xls"
    ),
    data(2, values={"0001 js": "40", "0002 js": "30"}),
)
trap(
    "082-金山表格.et", "BIFF8 under WPS's name", converted(excel(plain(ZHANG, LI, WANG)), "xls"), data(3, values=THREE)
)

# --- other kinds

CASE = ["（2024）柳民初1号", "买卖合同纠纷", "2024-03-01", "2024-05-06", "张三", "李四", "王五", "吴十"]


def cases(rows: int, *faults: tuple[str, str], **more: Any) -> Expected:
    return Expected("案件", "2024Q2", rows, tuple(faults), **more)


trap(
    "083-案件有陪审员.xlsx",
    "a lay assessor marked in the panel",
    excel([PERIOD, [*CASE_HEAD, "部门"], [*CASE[:6], "王五、何民（人民陪审员）", "吴十", "民一庭"]]),
    cases(1, told=("lay-assessor",)),
)
trap(
    "084-案件陪审员一列.xlsx",
    "lay assessors in a column of their own, and in the panel",
    excel([PERIOD, [*CASE_HEAD, "部门", "人民陪审员"], [*CASE[:6], "王五，何民", "吴十", "民一庭", "何民"]]),
    cases(1, told=("lay-assessor",)),
)
trap(
    "085-合议庭有外人.xlsx",
    "a stranger in the panel",
    excel([PERIOD, [*CASE_HEAD, "部门"], [*CASE[:6], "王五、何民", "吴十", "民一庭"]]),
    cases(1, ("person-name-unknown", "G3")),
)
trap(
    "086-陪审员当审判长.xlsx",
    "a lay assessor cannot preside",
    excel([PERIOD, [*CASE_HEAD, "部门"], [*CASE[:5], "何民（人民陪审员）", "王五", "吴十", "民一庭"]]),
    cases(1, ("person-name-unknown", "F3")),
)
trap(
    "087-案件不在周期.xlsx",
    "a case closed outside the period",
    excel([PERIOD, [*CASE_HEAD, "部门"], [*CASE[:3], "2024-07-01", *CASE[4:], "民一庭"]]),
    cases(1, ("case-outside-period", "D3")),
)
trap(
    "088-未结案和合计.xlsx",
    "a case that is not closed, and a total",
    excel(
        [
            PERIOD,
            [*CASE_HEAD, "部门"],
            [*CASE, "民一庭"],
            ["（2024）柳民初2号", "借款合同纠纷", "2024-06-01", None, "李四", None, None, "吴十", "民一庭"],
            ["合计", "2件"],
        ]
    ),
    cases(2, told=("cases-not-closed",), skipped=(5,)),
)
trap(
    "089-承办人同名.xlsx",
    "a namesake as 承办人 and no division",
    excel([PERIOD, CASE_HEAD, CASE]),
    cases(1, ("person-name-twice", "E3")),
)
LEDGER_HEAD = ["台账", "日期", "工号", "姓名", "事项", "级别", "次数"]
trap(
    "090-台账零报告.xlsx",
    "a ledger with nothing to report",
    excel([PERIOD, LEDGER_HEAD, ["廉政", "2024-06-30", None, None, "零报告", None, None]]),
    Expected("台账", "2024Q2", 1),
)
trap(
    "091-台账日期不在周期.xlsx",
    "an event outside the period",
    excel([PERIOD, LEDGER_HEAD, ["廉政", "2024-03-30", "0001", "张三", "通报", "院级", 1]]),
    Expected("台账", "2024Q2", 1, (("event-outside-period", "B3"),)),
)
trap(
    "092-台账合计不对.xlsx",
    "the total of a ledger",
    excel(
        [
            PERIOD,
            LEDGER_HEAD,
            ["廉政", "2024-04-30", "0001", "张三", "通报", "院级", 1],
            ["合计", None, None, None, None, None, 2],
        ]
    ),
    Expected("台账", "2024Q2", 1, (("total-differs", "G4"),)),
)
RATING_HEAD = ["被测评人", "姓名", "测评人类别", "评分", "票号"]
BALLOT = ["0001", "张三", "干警", 92, "1"]
trap(
    "093-测评项目不明.xlsx",
    "two items count the group and the sheet names none",
    excel([PERIOD, RATING_HEAD, BALLOT]),
    Expected("测评", "2024Q2", 1, (("rating-item-unclear", "A3"),)),
)
trap(
    "094-测评写在标题.xlsx",
    "the title names the item",
    excel([["2024年第二季度党风测评票"], RATING_HEAD, BALLOT]),
    Expected("测评", "2024Q2", 1),
)
trap(
    "095-测评写在工作表名.xlsx",
    "the sheet's name names the item",
    excel(("民主测评", [PERIOD, RATING_HEAD, BALLOT])),
    Expected("测评", "2024Q2", 1, sheet="民主测评"),
)
trap(
    "096-离岗.xlsx",
    "an absence that ends before it begins",
    excel([["工号", "姓名", "离岗类型", "起", "止"], ["0001", "张三", "病假", "2024-04-08", "2024-04-01"]]),
    Expected("离岗", None, 1, (("ends-before-it-starts", "E2"),)),
)
trap(
    "097-花名册丢了零.xlsx",
    "a roster that lost its zeros would bring a second person",
    excel([["工号", "姓名", "部门", "人员类别", "任职起"], [2, "李四", "民一庭", "员额法官", "2018-01-01"]]),
    Expected("花名册", None, 1, (("roster-number-near", "A2"),)),
)
trap(
    "098-花名册部门单独一行.xlsx",
    "a roster without a column for the division",
    excel(
        [
            ["工号", "姓名", "人员类别", "任职起"],
            ["立案庭"],
            ["0021", "方一", "员额法官", "2024-05-01"],
            ["审管办（1人）"],
            ["0022", "方二", "综合行政人员", "2024-05-01"],
        ],
        merge=["A2:D2", "A4:D4"],
    ),
    Expected("花名册", None, 2, skipped=(2, 4)),
)

# --- what is no table

trap("099-空表.xlsx", "nothing in it", excel([]), Expected("", None, 0, (("file-without-content", ""),)))
trap(
    "100-只有文字.xlsx",
    "a notice",
    excel([["关于报送第二季度考核数据的通知"], ["请各部门于7月5日前报送。"]]),
    Expected("", None, 0, (("sheet-without-table", "A1"),)),
)
trap(
    "101-值班表.xlsx",
    "a table of no kind",
    excel([["日期", "带班", "值班电话"], ["7月1日", "王院", "6001"]]),
    Expected("", None, 0, (("kind-unknown", "A1"),)),
)
trap(
    "102-好表旁有坏表.xlsx",
    "one sheet with faults holds the whole file back",
    excel(("好", plain(ZHANG)), ("坏", [PERIOD, HEAD, ["9999", "何许人", "刑庭", 1, 1, 1]])),
    data(1, sheet="好", told=("sheet-held-back",)),
    data(1, ("person-unknown", "A3"), sheet="坏"),
)
trap(
    "103-隐藏的工作表.xlsx",
    "a hidden sheet is told and not read",
    excel(("数据", plain(ZHANG)), ("旧数", [PERIOD, HEAD, LI]), hidden=["旧数"]),
    data(1, values={"0001 js": "40"}, sheet="数据"),
    Expected("", None, 0, sheet="旧数", told=("sheet-hidden",)),
)
