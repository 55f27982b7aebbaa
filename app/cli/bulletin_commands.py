"""The bulletin of a period, as paper, workbook or document, or as JSON."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.output import give, say, tell
from app.cli.parser import Commands, Parser, add_book, add_json, add_period, command

if TYPE_CHECKING:
    from app.domain.analysis.bulletin import Bulletin


def add_commands(commands: Commands[Parser]) -> None:
    """Add it to the parser."""
    bulletin = command(
        commands,
        "bulletin",
        _bulletin,
        about="通报：各组得分、部门平均、全院平均、表扬和提醒名单、党建",
        example="hengji bulletin 2024年考核.hj 2024Q1 --out 一季度通报.pdf",
    )
    add_book(bulletin)
    add_period(bulletin)
    where = bulletin.add_mutually_exclusive_group(required=True)
    add_json(where)
    where.add_argument("--out", metavar="文件", type=Path, help="写成 .pdf、.xlsx 或 .docx")
    bulletin.add_argument("--masked", action="store_true", help="隐去姓名（张某某），不列工号：给院外的")


def _bulletin(arguments: Namespace) -> int:
    from app.services.analysing.bulletins import bulletin, bulletin_document, save_bulletin
    from app.services.books import opened

    with opened(Path(arguments.book), read_only=True) as book:
        if arguments.json:
            give(bulletin_document(bulletin(book, arguments.period, masked=arguments.masked)))
            return 0
        made = save_bulletin(book, arguments.period, arguments.out, masked=arguments.masked)
    say(f"已写成：{arguments.out}（第 {made.issue} 期，{made.state}）")
    _warn(made)
    return 0


def _warn(made: Bulletin) -> None:
    if made.stale:
        tell("注意：核算之后数据又有改动，通报里的得分不是最新的，请先重新计算。")
    if made.undecided:
        tell(f"提示：有 {made.undecided} 人的等次尚未评定，通报里列的是建议等次，并已标明。")
    if not made.has_list_rules:
        tell("提示：方案没有为这种周期写“通报”表，通报里没有表扬、提醒名单。")
