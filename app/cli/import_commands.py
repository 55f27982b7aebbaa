"""The command that takes workbooks in: import."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.failures import FORBIDDEN, REFUSED
from app.cli.output import ProgressLine, give, say, tell
from app.cli.parser import Commands, Parser, add_book, add_json, command, day, period

if TYPE_CHECKING:
    from app.services.taking_in.staging.records import Fault, StagedSheet, Staging

KINDS = ("花名册", "离岗", "方案", "数据", "案件", "台账", "月纪实", "测评")
CHANGES_TOLD = 20


def add_commands(commands: Commands[Parser]) -> None:
    """Add them to the parser."""
    take = command(
        commands,
        "import",
        _import,
        about="导入表格：花名册、离岗、方案、数据、案件、台账、测评。一个文件要么全部导入，要么一点不动",
        example="hengji import 2024年考核.hj 花名册.xlsx 方案.xlsx 案件-2024Q1.xlsx --period 2024Q1",
    )
    add_book(take)
    take.add_argument("files", metavar="文件", nargs="+", type=Path, help="表格文件，可以有几个，先后次序不要紧")
    take.add_argument("--period", metavar="周期", type=period, help="表中没有写明周期时，属于哪个周期")
    take.add_argument("--kind", metavar="种类", choices=KINDS, help="按哪一种表来读；不给时看内容")
    take.add_argument("--dry-run", action="store_true", help="只看会改动什么，不写入")
    take.add_argument("--replace", action="store_true", help="表是完整的：考核库里同一范围内表上没有的，一并去掉")
    take.add_argument(
        "--column",
        metavar="表头=数据项",
        action="append",
        default=[],
        type=answer,
        help="不认识的一列是什么：数据项、规定的列名，或“忽略”；可以写几个，导入后记住",
    )
    take.add_argument(
        "--person",
        metavar="写法=工号",
        action="append",
        default=[],
        type=answer,
        help="表上写的是谁：姓名或单元格（如 B5、Sheet1!B5）等于工号；可以写几个，只管这一次",
    )
    take.add_argument("--by", metavar="姓名", help="谁导入的；不写时是这台电脑的登录用户")
    take.add_argument("--received", metavar="日期", type=day, help="哪一天收到的，收表情况按它看迟没迟；不给时算今天")
    add_json(take)


def answer(text: str) -> tuple[str, str]:
    """What was asked about, and the answer: ``表头=数据项``."""
    asked, sign, told = text.replace("＝", "=").rpartition("=")
    if not (sign and asked.strip() and told.strip()):
        raise ArgumentTypeError(f"“{text}”要写成“问的=答的”，例如 名次=忽略")
    return asked.strip(), told.strip()


def _import(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.taking_in.imports import Answers, import_document, stage, take

    with ProgressLine() as progress, opened(Path(arguments.book), read_only=arguments.dry_run) as book:
        staging = stage(
            book,
            arguments.files,
            period=arguments.period,
            kind=arguments.kind,
            replace=arguments.replace,
            answers=Answers(dict(arguments.column), dict(arguments.person)),
            report=progress,
        )
        outcome = staging
        if not arguments.dry_run:
            outcome = take(book, staging, received=arguments.received, by=arguments.by, report=progress).staging
    if arguments.json:
        give(import_document(outcome, dry_run=arguments.dry_run))
    tell_staging(outcome, dry_run=arguments.dry_run, quiet=arguments.json)
    return exit_status(outcome)


def exit_status(staging: Staging) -> int:
    """What becomes of the command: a sealed period forbids it, whatever else is wrong."""
    if any(fault.code == "period-sealed" for sheet in staging.files for fault in sheet.faults):
        return FORBIDDEN
    return REFUSED if any(sheet.status == "refused" for sheet in staging.files) else 0


def tell_staging(staging: Staging, *, dry_run: bool, quiet: bool) -> None:
    """Say what a file comes to, sheet by sheet, and every fault; ``quiet``: the faults only."""
    for sheet in staging.files:
        if not quiet:
            say(_line(sheet, dry_run=dry_run))
            if dry_run:
                _say_changes(sheet)
        for fault in sheet.faults:
            _tell_fault(sheet, fault)


def _line(sheet: StagedSheet, *, dry_run: bool) -> str:
    place = f"{sheet.file} [{sheet.sheet}]" if sheet.sheet else sheet.file
    period = f" {sheet.period.code}" if sheet.period else ""
    counts = f"读 {sheet.rows_read} 行，新增 {sheet.added}，改动 {sheet.changed}，不变 {sheet.unchanged}"
    word = {"taken": "将导入" if dry_run else "已导入", "unchanged": "没有变化", "refused": "没有导入"}[sheet.status]
    batch = f"，批次 {sheet.batch}" if sheet.batch else ""
    return f"{place}：{sheet.kind or '无法识别'}{period} {word}（{counts}{batch}）"


def _say_changes(sheet: StagedSheet) -> None:
    for change in sheet.changes[:CHANGES_TOLD]:
        who = f"{change.staff_no} {change.name} ".lstrip()
        say(f"    {who}{change.item}：{change.old or '（无）'} → {change.new or '（去掉）'}")
    if len(sheet.changes) > CHANGES_TOLD:
        say(f"    ……共 {len(sheet.changes)} 项，--json 列出全部")


def _tell_fault(sheet: StagedSheet, fault: Fault) -> None:
    mark = "提示" if fault.warning else "请确认" if fault.question else "错误"
    place = " ".join(part for part in (sheet.file, fault.sheet, fault.cell) if part)
    standing = f"“{fault.value}” " if fault.value and fault.value not in fault.message else ""
    tell(f"{mark}：{place}：{standing}{fault.message}")
    if fault.remedy:
        tell(f"  怎么办：{fault.remedy}")
