"""What is printed of the sample court's year: bulletins, reports, forms, lists of uses, what is still owed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from app.domain.periods import Kind, Period
from app.services.analysing.bulletins import save_bulletin
from app.services.analysing.month_analysis import save_month
from app.services.analysing.period_reports import save_report
from app.services.analysing.result_uses import save_result_uses
from app.services.collecting.reminders import save_reminders
from app.services.deciding.publishing import save_notices
from app.services.folders import folder_at
from app.services.papers.annual_forms import make_annual_forms
from app.services.progress import Report
from app.services.sample_court import folders
from app.services.scoring.score_sheets import save_score_table
from app.storage.database import Database

POOL = Decimal(680000)
"""The bonus to be shared out, in yuan."""
MONTHS_ANALYSED = (2, 3)
Doing = tuple[str, Callable[[], object]]


def remind(book: Database, month: Period, day: date, directory: Path) -> None:
    """What a month still waits for on a day, to send out and to look at."""
    folder = folder_at(directory / folders.RECEIPTS)
    for suffix in (".pdf", ".xlsx"):
        save_reminders(book, month, folder / f"{month.title}催报单（{day:%m月%d日}）{suffix}", today=day)


def print_scores(book: Database, periods: Iterable[Period], directory: Path, report: Report) -> int:
    """The score table of every period; gives how many."""
    folder = folder_at(directory / folders.SCORES)
    tables: list[Doing] = [
        (f"{each.title}得分表", partial(save_score_table, book, each, folder / f"{each.title}得分表.xlsx"))
        for each in periods
    ]
    return _do(tables, report)


def print_papers(book: Database, year: Period, directory: Path, report: Report) -> int:
    """All other papers of the year; gives how many doings."""
    return _do([*_of_periods(book, year, directory), *_of_year(book, year, directory)], report)


def _do(doings: list[Doing], report: Report) -> int:
    for number, (name, write) in enumerate(doings):
        report(number, len(doings), f"写出{name}")
        write()
    report(len(doings), len(doings), "")
    return len(doings)


def _of_periods(book: Database, year: Period, directory: Path) -> Iterator[Doing]:
    records, bulletins, half_year = (
        folder_at(directory / name) for name in (folders.RECORDS, folders.BULLETINS, folders.HALF_YEAR)
    )
    for month in (each for each in year.months if each.index in MONTHS_ANALYSED):
        name = f"{month.title}月纪实分析"
        yield name, partial(save_month, book, month, records / f"{name}.xlsx")
    for period in (*year.inner(Kind.QUARTER), year):
        for suffix in (".pdf", ".xlsx"):
            yield f"{period.title}通报", partial(save_bulletin, book, period, bulletins / f"{period.title}通报{suffix}")
    yield "通报（可修改）", partial(save_bulletin, book, year, bulletins / f"{year.title}通报（可修改）.docx")
    hidden = bulletins / f"{year.title}通报（隐去姓名）.pdf"
    yield "通报（隐去姓名）", partial(save_bulletin, book, year, hidden, masked=True)
    half = year.inner(Kind.HALF)[0]
    for suffix in (".pdf", ".xlsx"):
        yield f"{half.title}汇报", partial(save_report, book, half, half_year / f"{half.title}汇报和分析{suffix}")


def _of_year(book: Database, year: Period, directory: Path) -> Iterator[Doing]:
    uses, notices = (
        folder_at(directory / folders.USES),
        directory / folders.BULLETINS / f"{year.title}结果通知签收表.xlsx",
    )
    yield "结果通知签收表", partial(save_notices, book, year, notices)
    path = uses / f"{year.title}结果运用提示.xlsx"
    yield "结果运用提示", partial(save_result_uses, book, year.year, path, pool=POOL)
    yield "年度考核表", partial(make_annual_forms, book, year.year, folder_at(directory / folders.YEAR_FORMS))
