"""Commands about schemes: rehearse."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.failures import tell_problems
from app.cli.output import ProgressLine, give, say, say_table
from app.cli.parser import Commands, Parser, add_book, add_json, add_period, command

if TYPE_CHECKING:
    from app.domain.rehearsal import Movement, Standing
    from app.services.scoring.rehearsing import Rehearsal


def add_commands(commands: Commands[Parser]) -> None:
    """Add them to the parser."""
    rehearse = command(
        commands,
        "rehearse",
        _rehearse,
        about="预演：一个周期按另一个方案会怎样得分，谁升谁降；考核库不动",
        example="hengji rehearse 2024年考核.hj 2024Q1 2025年方案.xlsx",
    )
    add_book(rehearse)
    add_period(rehearse)
    rehearse.add_argument("scheme", metavar="方案", type=Path, help="方案工作簿（.xlsx）")
    add_json(rehearse)


def _rehearse(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.scoring.rehearsing import rehearsal_document, rehearse

    with ProgressLine() as progress, opened(Path(arguments.book), read_only=True) as book:
        rehearsal = rehearse(book, arguments.period, arguments.scheme, report=progress)
    if arguments.json:
        give(rehearsal_document(rehearsal))
    else:
        _say(rehearsal)
    tell_problems(rehearsal.warnings)
    return 0


def _say(rehearsal: Rehearsal) -> None:
    say(f"{rehearsal.period.title}按“{rehearsal.scheme}”预演（考核库没有改动）")
    titles = ["工号", "姓名", "部门", "原总分", "新总分", "增减", "原名次", "新名次", "原等次", "新等次"]
    right = [False, False, False, True, True, True, True, True, False, False]
    say_table(titles, [_cells(each) for each in rehearsal.movements], right)
    if rehearsal.undecisive:
        say()
        say("人人得分相同、分不出高低的指标：")
        for each in rehearsal.undecisive:
            say(f"  {each.set_name} {each.code} {each.name}：{each.people} 人都是 {each.score:f}")
    if rehearsal.changes:
        say()
        say("与现行方案的差别：")
        for change in rehearsal.changes:
            say(f"  {change.sentence}")


def _cells(each: Movement) -> list[str]:
    change = "" if each.change is None else f"{each.change:+f}"
    before, after = each.before, each.after
    return [
        *(each.staff_no, each.name, each.division, _total(before), _total(after), change),
        *(_rank(before), _rank(after), before.grade if before else "", after.grade if after else ""),
    ]


def _total(each: Standing | None) -> str:
    if each is None:
        return ""
    return each.status.word if each.total is None else f"{each.total:f}"


def _rank(each: Standing | None) -> str:
    return "" if each is None or each.rank is None else str(each.rank)
