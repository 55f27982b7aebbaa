"""Commands that make files for people: archive; and the sample court that shows everything: demo."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from app.cli.output import ProgressLine, say, tell
from app.cli.parser import Commands, Parser, add_book, command, year

NAMED = 5
"""How many staff numbers a hint names before it counts."""


def add_commands(commands: Commands[Parser]) -> None:
    """Add them to the parser."""
    archive = command(
        commands,
        "archive",
        _archive,
        about="一人一册，一年一卷：做出 PDF 档案和目录清单",
        example="hengji archive 2024年考核.hj 2024 --out 档案 --staff P02 --staff P03 --jobs 2",
    )
    add_book(archive)
    archive.add_argument("year", metavar="年份", type=year, help="例如 2024")
    archive.add_argument("--out", metavar="目录", type=Path, required=True, help="写到哪个目录")
    archive.add_argument("--staff", metavar="工号", action="append", help="只要这些人；不给时全体")
    archive.add_argument("--jobs", metavar="个数", type=_jobs, default=1, help="同时用几个处理器（1）")

    demo = command(
        commands,
        "demo",
        _demo,
        about="在一个目录里做出示例法院的一整年：收表、核算、评定、公示、异议、封存、通报、上报、档案（人和事都是编的）",
        example="hengji demo 示例",
    )
    demo.add_argument("directory", metavar="目录", type=Path, help="空的或不存在的目录")


def _jobs(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 64:
        return int(text)
    raise ArgumentTypeError(f"“{text}”不行，请给 1 至 64 的整数")


def _archive(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.papers.archives import make_archives

    with ProgressLine() as progress, opened(Path(arguments.book), read_only=True) as book:
        made = make_archives(
            book, arguments.year, arguments.out, staff=arguments.staff, jobs=arguments.jobs, report=progress
        )
    say(f"已做好 {len(made.volumes)} 册档案，用时 {made.seconds:.1f} 秒：{arguments.out}")
    lacking: dict[str, list[str]] = {}
    for staff_no, what in made.missing:
        lacking.setdefault(what, []).append(staff_no)
    for what, people in lacking.items():
        who = "、".join(people[:NAMED]) + (f" 等 {len(people)} 人" if len(people) > NAMED else "")
        tell(f"提示：{what}：{who}")
    return 0


def _demo(arguments: Namespace) -> int:
    from app.services.demo import make_sample_court

    with ProgressLine() as progress:
        made = make_sample_court(arguments.directory, report=progress)
    for line in made.lines:
        say(line)
    return 0
