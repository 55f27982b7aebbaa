"""Commands about what is recorded and what can be read from it: the month, ratings, the period's report."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.output import figure, give, say, say_table, tell
from app.cli.parser import Commands, Parser, add_book, add_json, add_period, command

if TYPE_CHECKING:
    from app.services.analysing.month_analysis import MonthAnalysis
    from app.services.analysing.period_analysis import PeriodAnalysis
    from app.services.books import Book
    from app.services.records.ratings import RatingReview


def add_commands(commands: Commands[Parser]) -> None:
    """Add them to the parser."""
    month = command(
        commands,
        "month",
        _month,
        about="月纪实和分析：谁还没有写，数字与计划、上月、同组均值相比怎样",
        example="hengji month 2024年考核.hj 2024-03 --out 三月分析.xlsx",
    )
    add_book(month)
    add_period(month)
    month.add_argument("--division", metavar="部门", default="", help="只要这个部门的")
    add_json(month)
    month.add_argument("--out", metavar="文件", type=Path, help="写成 .xlsx")

    ratings = command(
        commands,
        "ratings",
        _ratings,
        about="测评：各类测评人的平均和宽严程度；少于最少票数的只列票数",
        example="hengji ratings 2024年考核.hj 2024",
    )
    add_book(ratings)
    add_period(ratings)
    add_json(ratings)

    report = command(
        commands,
        "report",
        _report,
        about="半年汇报和分析：全院、部门、条线，与上期比，拉不开差距的指标，审判质量指标体检",
        example="hengji report 2024年考核.hj 2024H1 --out 上半年汇报.pdf",
    )
    add_book(report)
    add_period(report)
    report.add_argument("--out", metavar="文件", type=Path, help="写成 .xlsx 或 .pdf")
    report.add_argument("--health", metavar="考核库", type=Path, help="体检表所在的考核库（另建了库的）")
    add_json(report)


def _month(arguments: Namespace) -> int:
    from app.services.analysing.month_analysis import analyse_month, month_document, save_month
    from app.services.books import opened

    with opened(Path(arguments.book), read_only=True) as book:
        if arguments.out:
            told = save_month(book, arguments.period, arguments.out, arguments.division)
        else:
            told = analyse_month(book, arguments.period, arguments.division)
    if arguments.json:
        give(month_document(told))
    elif arguments.out:
        say(f"已写成：{arguments.out}")
    else:
        _say_month(told)
    return 0


def _say_month(told: MonthAnalysis) -> None:
    say(told.records.title)
    parts = list(told.records.divisions[0].told) if told.records.divisions else []
    titles = ["部门", "在岗", *parts, "没有写工作完成情况的"]
    rows = [
        [each.division, str(each.people), *(str(each.told[part]) for part in parts), "、".join(each.without_work)]
        for each in told.records.divisions
    ]
    say_table(titles, rows, [False, *[True] * (len(parts) + 1)])
    if told.hints:
        say()
        names = {row.staff_no: row.name for row in told.records.rows}
        rows = [
            [each.staff_no, names[each.staff_no], each.side.word, each.against.word, each.text] for each in told.hints
        ]
        say_table(["工号", "姓名", "提示", "对照", "依据"], rows)
    tell(told.note)


def _ratings(arguments: Namespace) -> int:
    from app.services.books import opened
    from app.services.records.ratings import rating_document, rating_review

    with opened(Path(arguments.book), read_only=True) as book:
        review = rating_review(book, arguments.period)
    if arguments.json:
        give(rating_document(review))
    else:
        _say_ratings(review)
    return 0


def _say_ratings(review: RatingReview) -> None:
    say(review.title)
    titles = ["测评人类别", "被测评人", "票数", "平均", "离散", "最高", "最低", "共同被测评人", "对共同被测评人的平均"]
    rows = [
        [
            *(each.group, str(each.people), str(each.ballots), figure(each.mean), figure(each.spread)),
            *(figure(each.highest), figure(each.lowest), str(each.common), figure(each.beside)),
        ]
        for each in review.groups
    ]
    say_table(titles, rows, [False, *[True] * 8])
    say()
    told = [
        [
            *(person.staff_no, person.name, person.division, cell.group, str(cell.ballots)),
            *((figure(cell.mean), figure(cell.spread)) if cell.is_shown else (f"不足 {person.least} 票，不出示", "")),
        ]
        for person in review.persons
        for cell in person.cells
    ]
    say_table(["工号", "姓名", "部门", "测评人类别", "票数", "平均", "离散"], told, [False] * 4 + [True] * 3)
    tell(review.note)


@contextmanager
def _books(arguments: Namespace) -> Iterator[tuple[Book, Book | None]]:
    from app.services.books import opened

    with ExitStack() as stack:
        book = stack.enter_context(opened(Path(arguments.book), read_only=True))
        health = stack.enter_context(opened(arguments.health, read_only=True)) if arguments.health else None
        yield book, health


def _report(arguments: Namespace) -> int:
    from app.services.analysing.period_analysis import analysis, analysis_document
    from app.services.analysing.period_reports import save_report

    with _books(arguments) as (book, health):
        period, out = arguments.period, arguments.out
        told = save_report(book, period, out, health=health) if out else analysis(book, period, health=health)
    if arguments.json:
        give(analysis_document(told))
    elif arguments.out:
        say(f"已写成：{arguments.out}")
    else:
        _say_report(told)
    return 0


def _say_report(told: PeriodAnalysis) -> None:
    say(f"{told.title}（方案：{told.scheme}，第 {told.issue} 期次）")
    if told.stale:
        tell("提示：计算之后又有了新的数据，这些数已不是最新的。请先 compute。")
    rows = [
        [
            *(each.scope, each.place, each.set_name or "合计", str(each.people), str(each.complete)),
            *(figure(each.mean), figure(each.rate), figure(each.change)),
        ]
        for each in told.figures.places
    ]
    titles = ["范围", "名称", "指标组", "人数", "完整", "平均总分", "得分率%", "变动"]
    say_table(titles, rows, [False] * 3 + [True] * 5)
    for each in told.figures.undecisive:
        say(f"人人同分：{each.set_name} {each.name}，{each.people} 人都是 {each.score:f} 分")
    for check in told.health:
        say()
        say(f"{check.period.title}审判质量指标体检（只供分析，不排名）")
        lights = [
            [line.level, line.name, line.indicator, line.value, line.unit, line.limits, line.light.word, line.side]
            for line in check.lines
        ]
        titles = ["范围", "对象", "指标", "数值", "单位", "合理区间", "灯", "方向"]
        say_table(titles, lights, [False] * 3 + [True])
