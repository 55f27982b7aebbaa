"""Commands between courts: submit, courts, fill."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from app.cli.output import give, say, table, tell
from app.cli.parser import Commands, Parser, add_book, add_json, add_period, command


def add_commands(commands: Commands[Parser]) -> None:
    """Add them to the parser."""
    for add in (_add_submit, _add_courts, _add_fill):
        add(commands)


def _add_submit(commands: Commands[Parser]) -> None:
    submit = command(
        commands,
        "submit",
        _submit,
        about="做上报包：给上级法院的总表、等次、缺漏和人员，附防改动的校验；对方用 import 导入",
        example="hengji submit 2024年考核.hj 2024Q1 --out 上报-2024Q1.xlsx",
    )
    add_book(submit)
    add_period(submit)
    submit.add_argument("--out", metavar="文件", type=Path, required=True, help="写到哪里（.xlsx）")
    submit.add_argument("--without-persons", action="store_true", help="不带人员名单，只报汇总数")
    add_json(submit)


def _add_courts(commands: Commands[Parser]) -> None:
    courts = command(
        commands,
        "courts",
        _courts,
        about="上级法院看各院的上报：收到哪些、缺哪些，各院各指标组的合计和平均，等次占比（不排名）",
        example="hengji courts 中院2024年.hj 2024Q1 --out 汇总-2024Q1.xlsx",
    )
    add_book(courts)
    add_period(courts)
    courts.add_argument(
        "--expect", metavar="法院", action="append", default=[], help="登记应当上报的法院：“名称”或“代码 名称”，可重复"
    )
    courts.add_argument(
        "--forget", metavar="法院", action="append", default=[], help="不再登记从未上报的法院：名称或代码，可重复"
    )
    where = courts.add_mutually_exclusive_group()
    add_json(where)
    where.add_argument("--out", metavar="文件", type=Path, help="写成 .xlsx")


def _add_fill(commands: Commands[Parser]) -> None:
    fill = command(
        commands,
        "fill",
        _fill,
        about="填上级法院的表：原表的版式、公式、打印设置都不动，只填该填的格，并列出填了哪些",
        example="hengji fill 2024年考核.hj 2024Q1 中院报表.xlsx --out 中院报表-已填.xlsx --mark '汇总!C5=平均分(法官)'",
    )
    add_book(fill)
    add_period(fill)
    fill.add_argument("form", metavar="表格", type=Path, help="上级法院发的表（.xlsx 或 .xlsm）")
    fill.add_argument("--out", metavar="文件", type=Path, required=True, help="写到哪里，后缀与原表相同")
    fill.add_argument(
        "--mark",
        metavar="标记",
        action="append",
        default=[],
        help="某一格要填什么，例如 '汇总!C5=平均分(法官)'，可重复；程序会记住，下次同样的表不用再写；等号后面空着就是不再记",
    )
    add_json(fill)


def _fill(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.exchange.filling import fill, fill_document

    with opened(Path(arguments.book), read_only=not arguments.mark) as book:
        filling = fill(book, arguments.period, arguments.form, arguments.out, marks=arguments.mark)
        document = fill_document(book, filling, arguments.out)
    if arguments.json:
        give(document)
    else:
        _say_filling(document)
    return 0


def _say_filling(document: dict[str, Any]) -> None:
    say(f"已填好：{document['file']}（填了 {len(document['written'])} 格）")
    rows = [[each["sheet"], each["cell"], each["asked"], each["value"], each["by"]] for each in document["written"]]
    if rows:
        for line in table(["工作表", "单元格", "要的是", "填的是", "依据"], rows):
            say("  " + line)
    for each in document["written"]:
        if each["stood"] and each["by"] == "标记":
            tell(f"提示：{each['sheet']} {each['cell']} 原来是“{each['stood']}”，按标记改成“{each['value']}”。")
    for each in document["kept"]:
        tell(
            f"提示：{each['sheet']} {each['cell']} {each['why']}“{each['stood']}”，没有动（应填“{each['value']}”）。要改写，请用 --mark。"
        )
    for each in document["empty"]:
        tell(f"提示：{each['sheet']} {each['cell']}（{each['asked']}）空着：{each['why']}。")
    for each in document["unknown"]:
        tell(f"提示：{each['sheet']} {each['cell']}“{each['asked']}”：{each['why']}。")
    for each in document["left_over"]:
        tell(f"提示：{each['sheet']}的空行不够，没有填进去：{each['staff_no']} {each['name']}。")


def _submit(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.exchange.submitting import submit, submit_document

    with opened(Path(arguments.book), read_only=True) as book:
        made = submit(book, arguments.period, arguments.out, with_persons=not arguments.without_persons)
    document = submit_document(made, arguments.out, arguments.period)
    if arguments.json:
        give(document)
    else:
        say(
            f"已做好上报包：{arguments.out}（{arguments.period.title}，第 {document['issue']} 期，{document['people']} 人）"
        )
    for each in document["missing"]:
        tell(f"提示：{each['set']}的“{each['name']}”有 {each['people']} 人未填，上报包里写明了。")
    return 0


def _courts(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.exchange.higher_court import courts_document, expect_courts, forget_courts, save_courts

    with opened(Path(arguments.book), read_only=not (arguments.expect or arguments.forget)) as book:
        if arguments.expect:
            expect_courts(book, arguments.expect)
        if arguments.forget:
            forget_courts(book, arguments.forget)
        if arguments.out:
            save_courts(book, arguments.period, arguments.out)
            say(f"已写成：{arguments.out}")
            return 0
        document = courts_document(book, arguments.period)
    if arguments.json:
        give(document)
    else:
        _say_courts(document)
    return 0


def _say_courts(document: dict[str, Any]) -> None:
    came = [each for each in document["courts"] if each["received"]]
    say(f"{document['court']} {document['period']}：收到 {len(came)} 份上报包，缺 {len(document['missing'])} 个法院")
    titles = ["代码", "法院", "期次", "封存", "人数", "完整", "待补", "未填数据"]
    rows = [
        [
            *(each["code"], each["court"], str(each["issue"]), "是" if each["sealed"] else "否"),
            *(str(each[name]) for name in ("people", "complete", "incomplete")),
            str(sum(lacking["people"] for lacking in each["missing"])),
        ]
        for each in came
    ]
    for line in table(titles, rows, [False, False, *[True] * 6]):
        say(line)
    named = [(each["court"], row) for each in came for row in each["sets"]]
    named += [("合计", row) for row in document["total"]["sets"]]
    say()
    rows = [[court, row["set"], str(row["complete"]), row["sum"], row["mean"] or ""] for court, row in named]
    for line in table(["法院", "指标组", "完整", "总分合计", "平均分"], rows, [False, False, True, True, True]):
        say(line)
    if document["missing"]:
        say()
        say("还没有收到：" + "、".join(each["court"] for each in document["missing"]))
    for each in came:
        for remark in each["remarks"]:
            tell(f"提示：{each['court']}{remark}")
