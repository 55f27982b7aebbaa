"""The command line in Chinese: argparse with its own few words translated."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NoReturn

from app.domain.periods import Period

_WORDS = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "subcommands": "命令",
    "show this help message and exit": "显示这份帮助",
    "the following arguments are required: %s": "缺少参数：%s",
    "unrecognized arguments: %s": "不认识的参数：%s",
    "expected one argument": "后面要有一个值",
    "expected at least one argument": "后面至少要有一个值",
    "invalid %(type)s value: %(value)r": "“%(value)s”不是整数",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s：%(message)s",
    "ambiguous option: %(option)s could match %(matches)s": "选项 %(option)s 不明确，可能是 %(matches)s",
    "not allowed with argument %s": "不能与 %s 一起用",
    "ignored explicit argument %r": "多出了 %r",
    "%(prog)s: error: %(message)s\n": "%(prog)s：%(message)s\n",
}

Commands = argparse._SubParsersAction  # noqa: SLF001 -- argparse has no public name for it


def speak_chinese() -> None:
    """Let argparse say its own words in Chinese; it looks them up when it needs them."""
    setattr(argparse, "_", lambda text: _WORDS.get(text, text))  # noqa: B010 -- unknown to its type stubs


JSON = "--json"


class Misused(SystemExit):
    """A command that was written wrongly (exit status 2); ``text`` says what is wrong with it."""

    def __init__(self, text: str) -> None:
        super().__init__(2)
        self.text = text


class Parser(argparse.ArgumentParser):
    """A parser whose help shows the example as it was written."""

    def __init__(self, **settings: object) -> None:
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False, **settings)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command and where its help is; exit status 2."""
        self.print_usage()
        sys.stderr.write(f"{self.prog}：{message}\n可以看：{self.prog} --help\n")
        raise Misused(message)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Choices as we write lists; argparse would show them as Python writes them."""
        if action.choices is not None and value not in action.choices:
            raise argparse.ArgumentError(action, f"没有“{value}”，可选：{'、'.join(map(str, action.choices))}")

    def print_usage(self, file: object = None) -> None:
        """Usage in an error belongs on standard error."""
        super().print_usage(file or sys.stderr)  # type: ignore[arg-type]


def command(
    commands: Commands[Parser], name: str, run: Callable[[argparse.Namespace], int], *, about: str, example: str
) -> Parser:
    """Add a command; ``run`` gets the arguments and gives the exit status."""
    parser = commands.add_parser(name, help=about, description=about, epilog=f"例：\n  {example}")
    parser.set_defaults(run=run)
    return parser


def add_doings(commands: Commands[Parser], name: str, *, about: str, example: str) -> Commands[Parser]:
    """Add a command on a book that does one of several things: to what it gives, each doing is added with its own ``run``."""
    parser = commands.add_parser(name, help=about, description=about, epilog=f"例：\n  {example}")
    add_book(parser)
    doings: Commands[Parser] = parser.add_subparsers(
        title="做什么", metavar="做什么", parser_class=Parser, required=True
    )
    return doings


def add_book(parser: Parser) -> None:
    """The argument that every command on a book has first."""
    parser.add_argument("book", metavar="考核库", help="考核库文件（.hj）")


def add_json(parser: argparse._ActionsContainer) -> None:
    """The switch for programs that read the answer."""
    parser.add_argument(JSON, action="store_true", help="在标准输出给出一个 JSON 文档")


def period(text: str) -> Period:
    """The period that an argument names."""
    try:
        return Period.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{text}”不是周期。周期写作 2024-03（月）、2024Q1（季）、2024H1（半年）或 2024（年）"
        ) from None


def year(text: str) -> int:
    """The year that an argument names."""
    if len(text) == 4 and text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}”不是年份。年份写作 2024")


def day(text: str) -> date:
    """The day that an argument names."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期。日期写作 2024-04-10") from None


def number(text: str) -> Decimal:
    """The figure that an argument gives."""
    try:
        figure = Decimal(text)
    except InvalidOperation:
        figure = Decimal("NaN")
    if figure.is_finite():
        return figure
    raise argparse.ArgumentTypeError(f"“{text}”不是数")


def add_period(parser: Parser) -> None:
    """The argument for a period."""
    parser.add_argument("period", metavar="周期", type=period, help="2024-03、2024Q1、2024H1 或 2024")
