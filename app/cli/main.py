"""All commands together: ``hengji COMMAND BOOK …``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from app import __version__
from app.cli import (
    book_commands,
    bulletin_commands,
    decision_commands,
    exchange_commands,
    form_commands,
    handing_in_commands,
    import_commands,
    ledger_commands,
    objection_commands,
    paper_commands,
    record_commands,
    scheme_commands,
    score_commands,
    use_commands,
)
from app.cli.failures import tell_error, tell_fault
from app.cli.output import tell
from app.cli.parser import Parser, speak_chinese
from app.domain.problems import AppError

INTERRUPTED = 130


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


def main(argv: Sequence[str]) -> int:
    """Do what the words say; gives the exit status (contract, section 2)."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or pipe may speak GBK: names beyond it must neither break nor change.
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    arguments = build_parser().parse_args(argv)
    if arguments.self_test:
        from app.cli.self_test import self_test as run
    elif not hasattr(arguments, "run"):
        build_parser().print_help(sys.stderr)
        return 2
    else:
        run = arguments.run
    try:
        status = run(arguments)
        sys.stdout.flush()
    except AppError as error:
        return tell_error(error)
    except KeyboardInterrupt:
        tell("已中断。没有做完的部分不会留在考核库里。")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has had enough; the interpreter would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 -- the one door for our own bugs
        return tell_fault(error)
    return int(status)
