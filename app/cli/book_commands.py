"""Commands on the book itself: new, check, backup, restore, undo."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from app.cli.output import ProgressLine, give, say
from app.cli.parser import Commands, Parser, add_book, add_json, command

LEVELS = ("基层", "中级", "高级", "专门")


def add_commands(commands: Commands[Parser]) -> None:
    """Add them to the parser."""
    for add in (_add_new, _add_check, _add_backup, _add_restore, _add_undo):
        add(commands)


def _add_new(commands: Commands[Parser]) -> None:
    new = command(
        commands,
        "new",
        _new,
        about="新建一个空的考核库",
        example="hengji new 2024年考核.hj --court 某市中级人民法院 --level 中级",
    )
    add_book(new)
    new.add_argument("--court", metavar="名称", required=True, help="法院全称")
    new.add_argument("--code", metavar="代码", default="", help="法院代码")
    new.add_argument("--level", metavar="层级", choices=LEVELS, default="", help="基层、中级、高级或专门")


def _add_check(commands: Commands[Parser]) -> None:
    check = command(
        commands, "check", _check, about="检查考核库：文件、留痕链、引用是否完好", example="hengji check 2024年考核.hj"
    )
    add_book(check)
    add_json(check)


def _add_backup(commands: Commands[Parser]) -> None:
    backup = command(
        commands,
        "backup",
        _backup,
        about="备份考核库，并验证备份",
        example="hengji backup 2024年考核.hj --out 备份/2024年考核-0401.hj",
    )
    add_book(backup)
    backup.add_argument("--out", metavar="文件", type=Path, required=True, help="备份写到哪里（不能已存在）")


def _add_restore(commands: Commands[Parser]) -> None:
    restore = command(
        commands,
        "restore",
        _restore,
        about="从备份恢复成一个考核库",
        example="hengji restore 备份/2024年考核-0401.hj --out 2024年考核-恢复.hj",
    )
    restore.add_argument("file", metavar="备份文件", type=Path, help="backup 做出的文件")
    restore.add_argument("--out", metavar="考核库", type=Path, required=True, help="恢复到哪里（不能已存在）")


def _add_undo(commands: Commands[Parser]) -> None:
    undo = command(
        commands,
        "undo",
        _undo,
        about="把一次导入整个撤回",
        example="hengji undo 2024年考核.hj 12 --reason 办公室报错了表",
    )
    add_book(undo)
    undo.add_argument("batch", metavar="批次", help="导入时给出的批次号")
    undo.add_argument("--reason", metavar="原因", required=True, help="为什么撤回，会记入留痕")


def _new(arguments: Namespace) -> int:
    from app.services.books import new_book

    book = new_book(Path(arguments.book), court=arguments.court, code=arguments.code, level=arguments.level)
    book.close()
    say(f"已新建考核库：{arguments.book}")
    return 0


def _check(arguments: Namespace) -> int:
    from app.services.books import check_book, check_document, opened

    with ProgressLine() as progress, opened(Path(arguments.book), read_only=True) as book:
        report = check_book(book, report=progress)
    if arguments.json:
        give(check_document(report))
    else:
        for finding in report.findings:
            say(f"发现：{finding.text}")
        say("考核库完好。" if report.sound else f"考核库有 {len(report.findings)} 处不完好，请用备份恢复。")
    return 0 if report.sound else 4


def _backup(arguments: Namespace) -> int:
    from app.services.books import backup_book, opened

    with opened(Path(arguments.book), read_only=True) as book:
        backup_book(book, arguments.out)
    say(f"已备份并验证：{arguments.out}")
    return 0


def _restore(arguments: Namespace) -> int:
    from app.services.books import restore_book

    restore_book(arguments.file, arguments.out)
    say(f"已恢复：{arguments.out}")
    return 0


def _undo(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.taking_in.imports import undo_import

    with opened(Path(arguments.book)) as book:
        undone = undo_import(book, arguments.batch, reason=arguments.reason)
    say(f"已撤回批次 {arguments.batch}：恢复了 {undone.restored} 条记录。")
    return 0
