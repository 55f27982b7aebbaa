"""All commands together: ``hengji COMMAND BOOK …``."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import NoReturn

from app import __version__
from app.cli import (
    book_commands,
    bulletin_commands,
    decision_commands,
    exchange_commands,
    form_commands,
    handing_in_commands,
    import_commands,
    layout_commands,
    ledger_commands,
    objection_commands,
    paper_commands,
    record_commands,
    scheme_commands,
    score_commands,
    use_commands,
)
from app.cli.failures import give_misuse, tell_error, tell_fault, tell_interrupted
from app.cli.parser import JSON, Misused, Parser, speak_chinese
from app.domain.problems import AppError


def build_parser() -> Parser:
    """The parser of every command."""
    speak_chinese()
    parser = Parser(
        prog="hengji",
        description="衡绩：法院全员绩效考核。不带命令时打开窗口。",
        epilog="每个命令都有自己的说明：hengji 命令 --help\n先看示例法院：hengji demo 示例",
    )
    parser.add_argument("--version", action="version", version=f"衡绩 {__version__}", help="显示版本")
    parser.add_argument("--self-test", action="store_true", help="在临时目录里把主要功能走一遍，检查程序是否完好")
    commands = parser.add_subparsers(title="命令", metavar="命令", parser_class=Parser)
    for group in (
        book_commands,
        import_commands,
        layout_commands,
        handing_in_commands,
        scheme_commands,
        score_commands,
        paper_commands,
        exchange_commands,
        bulletin_commands,
        ledger_commands,
        decision_commands,
        record_commands,
        objection_commands,
        use_commands,
        form_commands,
    ):
        group.add_commands(commands)
    return parser


def _understood(argv: Sequence[str], *, as_json: bool) -> Namespace:
    """The command's arguments. Raises Misused, once the command was told what is wrong with it."""
    try:
        arguments = build_parser().parse_args(argv)
        if arguments.self_test:
            from app.cli.self_test import self_test

            arguments.run = self_test
        elif not hasattr(arguments, "run"):
            _refuse_nothing()
    except Misused as misuse:
        if as_json:
            give_misuse(misuse.text)
        raise
    return arguments


def _refuse_nothing() -> NoReturn:
    build_parser().print_help(sys.stderr)
    raise Misused("没有写命令")


def main(argv: Sequence[str]) -> int:
    """Do what the words say; gives the exit status (contract, section 2). Raises Misused where nobody understands them."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or pipe may speak GBK: names beyond it must neither break nor change.
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    as_json = JSON in argv
    arguments = _understood(argv, as_json=as_json)
    try:
        status = arguments.run(arguments)
        sys.stdout.flush()
    except AppError as error:
        return tell_error(error, as_json=as_json)
    except KeyboardInterrupt:
        return tell_interrupted(as_json=as_json)
    except BrokenPipeError:
        # Whoever read the output has had enough; the interpreter would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 -- the one door for our own bugs
        return tell_fault(error, as_json=as_json)
    return int(status)
