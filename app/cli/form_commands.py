"""The forms of a year: 登记表 for everybody, the summary for 备案, the codes for cadre systems."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from app.cli.output import ProgressLine, say, tell
from app.cli.parser import Commands, Parser, add_book, command, year


def add_commands(commands: Commands[Parser]) -> None:
    """Add it to the parser."""
    forms = command(
        commands,
        "forms",
        _forms,
        about="年度考核的表：每人一份登记表（PDF，正反打印），统计表，考核结论代码和任免表文字",
        example="hengji forms 2024年考核.hj 2024 --out 年度考核表 --staff P02",
    )
    add_book(forms)
    forms.add_argument("year", metavar="年份", type=year, help="例如 2024")
    forms.add_argument("--out", metavar="目录", type=Path, required=True, help="写到哪个目录")
    forms.add_argument(
        "--staff", metavar="工号", action="append", help="只要这些人的登记表；不给时全体，并做统计表和代码表"
    )


def _forms(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.papers.annual_forms import make_annual_forms

    with ProgressLine() as progress, opened(Path(arguments.book), read_only=True) as book:
        made = make_annual_forms(book, arguments.year, arguments.out, staff=arguments.staff, report=progress)
    say(f"已做好 {len(made.registers)} 份登记表：{arguments.out}")
    for path in made.tables:
        say(f"  {path.name}")
    for note in made.notes:
        tell(f"提示：{note}")
    return 0
