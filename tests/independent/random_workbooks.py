"""A random court as the workbooks that its departments would hand in."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from openpyxl import Workbook

from tests.independent.random_courts import PERIODS
from tests.independent.random_leaves import ROLES, SETS, shown


def book_of(draw, folder):
    """Writes the workbooks; gives (period, path) in the order they are taken in."""
    court = draw.court
    files = []

    def save(name, sheets, period=None):
        book = Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append([float(cell) if isinstance(cell, Fraction) else cell for cell in row])
        path = folder / f"{name}.xlsx"
        book.save(path)
        files.append((period, path))

    save(
        "花名册",
        {
            "花名册": [["工号", "姓名", "部门", "条线", "人员类别", "职务", "任职起", "任职止"]]
            + [
                [p["no"], f"某{p['no']}", p["division"], p["line"], p["category"], p["post"], p["start"], p["end"]]
                for p in court["postings"]
            ]
        },
    )
    if court["absences"]:
        save(
            "离岗",
            {
                "离岗": [["工号", "姓名", "离岗类型", "起", "止"]]
                + [[a["no"], None, a["kind"], a["start"], a["end"]] for a in court["absences"]]
            },
        )
    save("方案", scheme_of(draw))
    for period in PERIODS:
        codes = [
            code
            for code, item in court["items"].items()
            if item["kind"] in {"数值", "评分", "等次"} and any(key[1:] == (code, period) for key in court["entries"])
        ]
        rows = [["工号", *(draw.name_of(code) for code in codes)]]
        for no in court["people"]:
            told = [court["entries"].get((no, code, period)) for code in codes]
            if any(each is not None for each in told):
                rows.append(
                    [no, *(draw.r.choice(["/", "不适用", "—", "免计"]) if each == "不适用" else each for each in told)]
                )
        if codes:
            save(f"数据{period}", {"数据": rows}, period)
    save(
        "案件",
        {
            "案件": [
                [
                    "案号",
                    "案件字",
                    "案由",
                    "程序",
                    "结案日期",
                    "承办人",
                    "合议庭成员",
                    "书记员",
                    "超审限",
                    "个案系数",
                    "系数说明",
                ]
            ]
            + [
                [
                    c["number"],
                    c["案件字"],
                    c["案由"],
                    c["程序"],
                    c["day"],
                    *("、".join(c["roles"][role]) for role in ROLES),
                    c["late"],
                    c["own"],
                    "特别" if c["own"] is not None else None,
                ]
                for c in court["cases"]
            ]
        },
        "2024Q1",
    )
    if court["covered"]:
        rows = [["台账", "日期", "工号", "事项", "级别", "分值", "次数", "成果标识"]] + [
            [
                e["ledger"],
                e["day"],
                e["no"],
                e["subject"],
                e["level"],
                e["points"],
                e["count"] if e["count"] != 1 else None,
                e["key"] or None,
            ]
            for e in court["events"]
        ]
        save(
            "台账",
            {
                "台账": rows
                + [
                    [name, dt.date(2024, 3, 31), None, "零报告"]
                    for name in ("党建", "廉政")
                    if name not in {e["ledger"] for e in court["events"]}
                ]
            },
            "2024Q1",
        )
    return files


def scheme_of(draw):
    court = draw.court
    sheets = {
        "方案": [
            ["项目", "内容"],
            ["方案名称", "随机办法"],
            ["年度", 2024],
            ["小数位", 2],
            ["案件基础分", court["base"]],
            ["不计在岗的离岗类型", "、".join(sorted(court["not_counted"])) or None],
        ],
        "指标组": [["指标组", "适用条件"]] + [[name, SETS[name][0]] for name in draw.sets],
        "数据项": [["编码", "名称", "类型", "汇总", "单位", "填报部门", "算式"], *draw.item_rows],
        "案件系数": [["字段", "取值", "系数", "次序"]]
        + [[field, wanted, factor, n] for n, (field, wanted, factor) in enumerate(court["factors"], 1)]
        + [["角色", role, factor, 90] for role, factor in court["role_factors"].items()],
        "指标": [
            [
                "指标组",
                "编码",
                "名称",
                "上级",
                "分值",
                "计分方式",
                "参数",
                "数据项",
                "周期",
                "缺数据",
                "不适用",
                "加减分",
            ],
            *[
                [cell if not isinstance(cell, str) or n != 4 else float(cell) for n, cell in enumerate(row)]
                for row in draw.leaf_rows
            ],
        ],
    }
    if court["composition"]:
        sheets["周期"] = [["周期", "组成", "权重"]] + [
            ["季", part, f"{shown(weight * 100)}%"] for part, weight in court["composition"].items()
        ]
    return sheets
