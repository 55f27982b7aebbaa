"""What the results of a year are used for: hints with their rules, never decisions."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.output import give, say, say_table, tell
from app.cli.parser import Commands, Parser, add_book, add_json, command, year

if TYPE_CHECKING:
    from app.domain.uses.use_report import UseReport


def add_commands(commands: Commands[Parser]) -> None:
    """Add it to the parser."""
    uses = command(
        commands,
        "uses",
        _uses,
        about="使用考核结果：评优、晋升年限、交流、退额、奖金、辞退的提示，每条写明规定和依据的结果（只提示，不决定）",
        example="hengji uses 2024年考核.hj 2024 --out 结果使用.xlsx --bonus 300000",
    )
    add_book(uses)
    uses.add_argument("year", metavar="年份", type=year, help="例如 2024")
    where = uses.add_mutually_exclusive_group()
    add_json(where)
    where.add_argument("--out", metavar="文件", type=Path, help="写成 .xlsx")
    uses.add_argument("--bonus", metavar="金额", type=_amount, help="奖励性绩效奖金总额（元），按方案的系数试算到人")


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text.replace(",", ""))
    except InvalidOperation:
        amount = Decimal("NaN")
    if amount.is_finite() and amount >= 0:
        return amount
    raise ArgumentTypeError(f"“{text}”不是金额。金额写作 300000 或 300000.00")


def _uses(arguments: Namespace) -> int:
    from app.services.analysing.result_uses import result_uses, result_uses_document, save_result_uses
    from app.services.books import opened

    with opened(Path(arguments.book), read_only=True) as book:
        if arguments.out:
            report = save_result_uses(book, arguments.year, arguments.out, pool=arguments.bonus)
            say(f"已写成：{arguments.out}")
        else:
            report = result_uses(book, arguments.year, pool=arguments.bonus)
    if arguments.json:
        give(result_uses_document(report))
    elif not arguments.out:
        _say(report)
    for note in report.notes:
        tell(f"提示：{note}")
    return 0


def _say(report: UseReport) -> None:
    cells = [
        [each.rule.use, each.staff_no, each.name, each.told, "；".join(each.rests_on), each.rule.source]
        for each in report.lines
    ]
    say_table(["用途", "工号", "姓名", "提示", "依据的结果", "出处"], cells)
    say("以上都是提示，不是决定。")
    if report.bonus is not None:
        rows = [[each.staff_no, each.name, each.grade, f"{each.amount:f}"] for each in report.bonus.lines]
        say_table(["工号", "姓名", "等次", "金额"], rows, [False, False, False, True])
        say(f"总额 {report.bonus.pool:f}，余 {report.bonus.rest:f}")
