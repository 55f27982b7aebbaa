"""Traps of rows and cells: columns without a header, shifted rows, totals in odd places, lines that are no records."""

from pathlib import Path

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.data.corpus.traps import CASE_HEAD, HEAD, LI, PERIOD, THREE, WANG, ZHANG, Expected, data, plain, trap
from tests.data.corpus.writing import Rows, Writer, excel, text

QUARTER = ["2024年第二季度"]


def struck(rows: Rows, place: str, out: str, left: str) -> Writer:
    """A workbook in which a part of one cell is struck out."""

    def write(path: Path) -> None:
        book = openpyxl.Workbook()
        book.active.title = "Sheet1"
        for row in rows:
            book.active.append(row)
        book.active[place] = CellRichText(TextBlock(InlineFont(strike=True), out), left)
        book.save(path)

    return write


trap(
    "201-中间一列没有表头.xlsx",
    "figures under an empty header between known columns",
    excel([PERIOD, ["工号", "姓名", None, "发改数"], ["0001", "张三", 40, 2], ["0002", "李四", 30, 1]]),
    data(2, ("figures-without-header", "C2")),
)
trap(
    "202-一行错了一列.xlsx",
    "one row shifted by a column",
    excel(plain(ZHANG, ["0002", "李四", "民一庭", None, 30, 1, 88], WANG)),
    data(3, ("row-shifted", "G4")),
)
trap(
    "203-合计在第一行.xlsx",
    "a wrong total above the rows",
    excel([PERIOD, HEAD, ["合计", "3人", None, 91, 3, None], ZHANG, LI, WANG]),
    data(3, ("total-differs", "D3"), skipped=(3,)),
)
trap(
    "204-合计在第一行对的.xlsx",
    "a right total above the rows",
    excel([PERIOD, HEAD, ["合计", "3人", None, 90, 3, None], ZHANG, LI, WANG]),
    data(3, values=THREE, skipped=(3,)),
)
trap(
    "205-案件合计件数不对.xlsx",
    "a case list that says that it has more cases than it has",
    excel(
        [
            *([QUARTER, CASE_HEAD]),
            ["（2024）柳民初1号", "借款", "2024-03-01", "2024-04-10", "0001", None, None, None],
            ["（2024）柳民初2号", "借款", "2024-03-01", "2024-04-11", "0001", None, None, None],
            ["合计", "3件"],
        ]
    ),
    Expected("案件", "2024Q2", 2, (("cases-total-differs", "B5"),), skipped=(5,)),
)
trap(
    "206-划掉一半的数.xlsx",
    "a figure of which the first digit is struck out",
    struck(plain(ZHANG, LI, WANG), "D3", "9", "40"),
    data(3, ("cell-struck-out", "D3")),
)
trap(
    "207-没有结束标记的网页.xls",
    "HTML without end tags",
    text(
        "<html><meta charset=utf-8><body><table><tr><td>周期：2024Q2<tr><td>工号<td>姓名<td>结案数"
        "<tr><td>0001<td>张三<td>40<tr><td>0002<td>李四<td>30"
    ),
    data(2, values={"0001 js": "40", "0002 js": "30"}, sheet="207-没有结束标记的网页"),
)
trap(
    "208-落款和合计一句话.xlsx",
    "a line that counts, the court and the day below the table",
    excel(plain(ZHANG, LI, WANG, ["共计3人，结案90件"], ["柳溪县人民法院"], ["2024年7月2日"])),
    data(3, values=THREE, skipped=(6, 7, 8)),
)
trap(
    "209-合计一句话不对.xlsx",
    "a line that counts wrongly",
    excel(plain(ZHANG, LI, WANG, ["共计3人，结案91件"])),
    data(3, ("total-differs", "A6"), skipped=(6,)),
)
trap(
    "210-甲乙一二和来源单位行.xlsx",
    "rows below the header that count its columns, tell their sources and their units",
    excel(
        [
            PERIOD,
            HEAD,
            *([["甲", "乙", "丙", 1, 2, 3], ["数据来源", None, None, "审管办", "审管办", "政治部"]]),
            *([["计量单位", None, None, "件", "件", "分"], ZHANG, LI, WANG]),
        ]
    ),
    data(3, values=THREE, skipped=(3, 4, 5)),
)
trap(
    "211-老式换行的文本.csv",
    "CSV whose lines end with CR alone",
    text("周期：2024Q2\r工号,姓名,结案数\r0001,张三,40\r0002,李四,30"),
    data(2, values={"0001 js": "40", "0002 js": "30"}, sheet="211-老式换行的文本"),
)
trap(
    "212-极远处一个空格.xlsx",
    "a blank in the last cell that a sheet can have",
    excel([PERIOD, HEAD, ZHANG, LI, WANG], cells={"XFD1048576": " "}),
    data(3, values=THREE),
)
