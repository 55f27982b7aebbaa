"""The command about remembered layouts: what was answered about columns, changed, forgotten, brought back."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.import_commands import answer
from app.cli.output import give, say, table
from app.cli.parser import Commands, Parser, add_book, add_json

if TYPE_CHECKING:
    from app.services.taking_in.layouts import LayoutLine


def add_commands(commands: Commands[Parser]) -> None:
    """Add it to the parser."""
    about = "表格版式：各部门的表上不认识的列当时怎么答的，列出、改答、忘记、恢复"
    example = "hengji layouts 2024年考核.hj list\n  hengji layouts 2024年考核.hj forget 3fa81c20 --reason 换了新表"
    layouts = commands.add_parser("layouts", help=about, description=about, epilog=f"例：\n  {example}")
    add_book(layouts)
    doings = layouts.add_subparsers(title="办什么", metavar="办什么", parser_class=Parser, required=True)
    listing = _doing(doings, "list", _list, "列出记住的版式，和忘记了的")
    add_json(listing)
    change = _doing(doings, "answer", _answer, "改答一列，从下一张表起")
    _add_number(change)
    change.add_argument("column", metavar="表头=数据项", type=answer, help="数据项、规定的列名，或“忽略”")
    for name, run, words in (
        ("forget", _forget, "忘记一种版式，以后再问"),
        ("restore", _restore, "恢复一种忘记了的版式"),
    ):
        _add_number(_doing(doings, name, run, words))


def _doing(doings: Commands[Parser], name: str, run: Any, about: str) -> Parser:
    parser = doings.add_parser(name, help=about, description=about)
    parser.set_defaults(run=run)
    return parser


def _add_number(parser: Parser) -> None:
    parser.add_argument("number", metavar="编号", help="list 列出的编号")
    parser.add_argument("--reason", metavar="理由", required=True, help="为什么，会一直留在考核库里")
    parser.add_argument("--by", metavar="姓名", help="谁办的；不写时是这台电脑的登录用户")


def _list(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.taking_in.layouts import layout_lines, layouts_document

    with opened(Path(arguments.book), read_only=True) as book:
        lines = layout_lines(book)
    if arguments.json:
        give(layouts_document(lines))
        return 0
    if not lines:
        say("还没有记住任何版式：导入时没有问过哪一列是什么。")
        return 0
    for text in table(
        ["编号", "种类", "部门", "怎么答的", "谁答的", "最近用于", "情况"], [_row(line) for line in lines]
    ):
        say(text)
    return 0


def _row(line: LayoutLine) -> list[str]:
    from app.messages.moments import moment_text

    answers = "；".join(f"{each.header}={each.answer}" for each in line.answers)
    told = f"{line.by} {moment_text(line.at)}"
    used = f"{line.used_file} {moment_text(line.used)}" if line.used else ""
    return [line.number, line.kind, line.division, answers, told, used, f"已忘记：{line.why}" if line.forgotten else ""]


def _answer(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.taking_in.layouts import AnsweredColumn, answer_column

    column = AnsweredColumn(*arguments.column)
    with opened(Path(arguments.book)) as book:
        answer_column(book, arguments.number, column, reason=arguments.reason, by=arguments.by)
    say(f"已改答：“{column.header}”是“{column.answer}”，从下一张表起；已经采用的数据不变。")
    return 0


def _forget(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.taking_in.layouts import forget_layout

    with opened(Path(arguments.book)) as book:
        forget_layout(book, arguments.number, reason=arguments.reason, by=arguments.by)
    say(f"已忘记版式 {arguments.number}，以后遇到这种表再问。")
    return 0


def _restore(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.taking_in.layouts import restore_layout

    with opened(Path(arguments.book)) as book:
        restore_layout(book, arguments.number, reason=arguments.reason, by=arguments.by)
    say(f"已恢复版式 {arguments.number}。")
    return 0
