"""Commands about handing in: template hands out what is to be filled in, board tells who has handed in and who has not."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.output import ProgressLine, give, say, table, tell
from app.cli.parser import Commands, Parser, add_book, add_json, add_period, command, period

if TYPE_CHECKING:
    from app.services.books import Book
    from app.services.collecting.handing_in import Board

KINDS = ("花名册", "离岗", "方案", "数据", "案件", "台账", "测评", "月纪实", "决定")
EVERY = "all"


def add_commands(commands: Commands[Parser]) -> None:
    """Add them to the parser."""
    template = command(
        commands,
        "template",
        _template,
        about="做待填的表，人员和栏目已经填好；种类写 all 时，每个部门一个工作簿，本期该报的表都在里面",
        example="hengji template 2024年考核.hj 数据 --period 2024Q1 --division 民一庭 --out 民一庭.xlsx\n"
        "  hengji template 2024年考核.hj all --period 2024Q1 --out 一季度模板",
    )
    add_book(template)
    template.add_argument("kind", metavar="种类", choices=(*KINDS, EVERY), help="、".join((*KINDS, EVERY)))
    template.add_argument("--period", metavar="周期", type=period, help="数据、案件、台账、测评、决定属于哪个周期")
    template.add_argument("--division", metavar="部门", default="", help="只要一个部门的人员")
    template.add_argument("--out", metavar="文件", type=Path, required=True, help="写到哪里（.xlsx）；all 时是文件夹")

    board = command(
        commands,
        "board",
        _board,
        about="收表情况：一个周期里哪个部门该报什么表，收到没有，有没有错，迟没迟；可以写成催报单，可以记下本期免报的表",
        example="hengji board 2024年考核.hj 2024Q1 --out 一季度催报单.pdf\n"
        "  hengji board 2024年考核.hj 2024Q1 --waive 监察室 '台账（廉政）' --reason 本季没有设立监察室",
    )
    add_book(board)
    add_period(board)
    marking = board.add_mutually_exclusive_group()
    marking.add_argument(
        "--waive", metavar=("部门", "表"), nargs=2, action="append", default=[], help="这张表本期免报；可以写几次"
    )
    marking.add_argument(
        "--unwaive", metavar=("部门", "表"), nargs=2, action="append", default=[], help="不再免报，恢复要报；可以写几次"
    )
    board.add_argument("--reason", metavar="理由", default="", help="为什么免报或恢复，会一直留在考核库里")
    board.add_argument("--by", metavar="姓名", help="谁定的；不写时是这台电脑的登录用户")
    where = board.add_mutually_exclusive_group()
    add_json(where)
    where.add_argument("--out", metavar="文件", type=Path, help="写成催报单：.pdf、.docx，或 .xlsx（另有全部情况）")


def _template(arguments: Namespace) -> int:
    from app.domain.problems import AppError
    from app.services.books import opened
    from app.services.collecting.templates import make_division_templates, make_template

    with ProgressLine() as progress, opened(Path(arguments.book), read_only=True) as book:
        if arguments.kind == EVERY:
            if arguments.period is None:
                raise AppError("template-without-period")
            made = make_division_templates(book, arguments.period, arguments.out, report=progress)
            say(f"已做好 {len(made.files)} 个部门的模板，共 {made.sheets} 张表：{made.folder}")
            return 0
        rows = make_template(book, arguments.kind, arguments.out, period=arguments.period, division=arguments.division)
    say(f"已做好：{arguments.out}（{rows} 行）")
    return 0


def _board(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.collecting.handing_in import board, board_document
    from app.services.collecting.reminders import save_reminders

    marked = arguments.waive or arguments.unwaive
    with opened(Path(arguments.book), read_only=not marked) as book:
        if marked:
            _mark(book, arguments)
        if arguments.out:
            told = save_reminders(book, arguments.period, arguments.out)
            say(f"已写成：{arguments.out}（还差 {len(told.owing)} 张表）")
            return 0
        told = board(book, arguments.period)
    if arguments.json:
        give(board_document(told))
        return 0
    _say_board(told)
    return 0


def _mark(book: Book, arguments: Namespace) -> None:
    """Note what need not be handed in, or that it must again."""
    from app.services.collecting.waivers import waive_sheets, want_sheets

    mark = waive_sheets if arguments.waive else want_sheets
    sheets = [(division, sheet) for division, sheet in arguments.waive or arguments.unwaive]
    mark(book, arguments.period, sheets, reason=arguments.reason, by=arguments.by)
    word = "免报" if arguments.waive else "恢复要报"
    tell(f"已记下{word}：" + "、".join(f"{division}的“{sheet}”" for division, sheet in sheets))


def _say_board(told: Board) -> None:
    due = f"，报送期限 {told.due.isoformat()}" if told.due else ""
    say(f"{told.title}（截至 {told.today.isoformat()}{due}）")
    if not told.lines:
        tell("提示：这个周期没有单独要报的表。")
        return
    rows = [
        [
            line.division,
            line.sheet,
            line.told,
            line.received,
            line.lacking,
            line.file,
        ]
        for line in told.lines
    ]
    for text in table(["部门", "表", "情况", "收到", "缺", "最近的文件"], rows):
        say(text)
    say("　".join(f"{standing} {count}" for standing, count in told.counts.items() if count))
    for line in told.lines:
        if line.gaps:
            say(f"{line.division} {line.sheet} {line.lacking}：{'；'.join(line.gaps)}")
    for stray in told.strays:
        tell(f"提示：{stray.file} [{stray.sheet}] 没有采用，也对不上哪个部门该报的表。")
