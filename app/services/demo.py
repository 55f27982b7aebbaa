"""The sample court: a whole year of it lived through, all by the same services that people use."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.periods import Kind, Period
from app.domain.problems import AppError
from app.services.books import new_book
from app.services.collecting.templates import make_division_templates
from app.services.folders import folder_at
from app.services.papers.archives import make_archives
from app.services.progress import Part, Report, unheard
from app.services.sample_court import folders
from app.services.sample_court.closing_year import (
    close_with_grades,
    close_without_grades,
    one_more_excellent,
    reject_objection,
    talked_to,
    uphold_objection,
)
from app.services.sample_court.meeting import as_proposed
from app.services.sample_court.papers import print_papers, print_scores, remind
from app.services.sample_court.province import report_upwards
from app.services.sample_court.read_me import write_read_me
from app.services.sample_court.taking import Arrivals, settle_ledgers
from app.sheets.sample import SampleFile, write_sample
from app.sheets.sample.corrections import UNCONTENT, WRONGED, number_at
from app.sheets.sample.court import COURT, JUDGE
from app.sheets.sample.days import closing_days, workday
from app.sheets.sample.ledgers import DOUBTFUL, doubtful_event
from app.sheets.sample.people import make_roll
from app.sheets.sample.province import CODE
from app.storage.database import Database
from app.storage.roster import people

YEAR = 2024
_TALKED_TO = ("执行局", JUDGE, 4)
"""Who was talked to in the first quarter, as the ledger tells."""
_REMINDED = {3: 8, 5: 4}
"""Months for which a reminder goes out, and how many working days after their end."""
_SCORES_OF = (f"{YEAR}-03", f"{YEAR}Q1", f"{YEAR}H1", f"{YEAR}")
"""The periods whose score tables are written; the program writes the others whenever they are asked for."""
_SHARES = {"write": 12, "year": 55, "papers": 70, "upwards": 74, "volumes": 100}
"""Where each stretch of the work ends, out of 100."""


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What was made, and how long it took. ``statuses``: what came of each workbook, by its ``order``."""

    book_path: Path
    higher_path: Path
    court: str
    files: tuple[SampleFile, ...]
    refused: int
    cases: int
    people: int
    periods: int
    papers: int
    volumes: int
    seconds: float
    statuses: dict[int, str] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[str, ...]:
        """The same for people."""
        folder = self.book_path.parent
        volumes = (f"  业绩档案 {self.volumes} 册：{folder / folders.VOLUMES}",) if self.volumes else ()
        return (
            f"示例法院已做好（人和事都是编的）：{self.court}，{self.people} 人，{YEAR}年全年已办结",
            f"  先看这里：{folder / folders.READ_ME}",
            f"  考核库：{self.book_path}",
            f"  报来的表 {len(self.files)} 个（其中 {self.refused} 个有错，按规矩退回，改正后重报）：{folder / folders.SHEETS}",
            f"  月、季、半年、全年 {self.periods} 个周期已封存；得分表、通报等 {self.papers} 份：{folder}",
            *volumes,
            f"  省高院汇总库：{self.higher_path}",
            f"用时 {self.seconds:.0f} 秒。打开窗口看：hengji，再打开上面的考核库。",
        )


class _Year:
    """The year as it goes on."""

    def __init__(self, directory: Path, arrivals: Arrivals) -> None:
        self.directory = directory
        self.arrivals = arrivals
        self.book = arrivals.book
        self.period = Period(YEAR, Kind.YEAR, 1)
        roll = make_roll(YEAR)
        self.wronged, self.uncontent = number_at(roll, WRONGED), number_at(roll, UNCONTENT)
        self.talked_to = number_at(roll, _TALKED_TO)
        self.doubtful = doubtful_event(roll)
        self.names = {each.staff_no: f"{each.person.name}（{each.staff_no}）" for each in roll.staff}
        self.periods: list[Period] = []

    def live(self) -> None:
        """From the first sheet to the sealed year."""
        self._begin()
        for quarter in self.period.inner(Kind.QUARTER):
            self._quarter(quarter)
            if quarter.index % 2 == 0:
                self._half(Period(YEAR, Kind.HALF, quarter.index // 2))
        close_with_grades(self.book, self.period, self.directory, one_more_excellent())
        self.periods.append(self.period)

    def _begin(self) -> None:
        first = self.period.months[0]
        self.arrivals.take_until(first.first_day.replace(day=5))
        make_division_templates(self.book, first, self.directory / folders.TEMPLATES)

    def _quarter(self, quarter: Period) -> None:
        days = closing_days(quarter)
        for month in quarter.months:
            if month.index in _REMINDED:
                day = workday(month.last_day, _REMINDED[month.index])
                self.arrivals.take_until(day)
                remind(self.book, month, day, self.directory)
        self.arrivals.take_until(days.computed)
        settle_ledgers(self.book, self.doubtful)
        for month in quarter.months:
            close_without_grades(self.book, month, "月度得分")
        wish = talked_to(self.talked_to) if quarter.index == 1 else as_proposed
        close_with_grades(self.book, quarter, self.directory, wish)
        if quarter.index == 1:
            uphold_objection(self.arrivals, quarter, self.wronged, self.directory)
        elif quarter.index == 3:
            reject_objection(self.book, quarter, self.uncontent)
        self.periods += [*quarter.months, quarter]

    def _half(self, half: Period) -> None:
        close_without_grades(self.book, half, "半年得分汇总")
        self.periods.append(half)


def make_sample_court(directory: Path, *, volumes: bool = True, report: Report | None = None) -> DemoReport:
    """Make the sample court in an empty or new directory. ``volumes``: print everybody's volume, which takes longest.

    Raises AppError("folder-not-empty").
    """
    tell, began = report or unheard, time.monotonic()
    directory = Path(directory)
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise AppError("folder-not-empty", folder=directory)
    folder_at(directory)
    files = write_sample(directory / folders.SHEETS, YEAR, _part(tell, "", "write"))
    book = new_book(directory / folders.BOOK, court=COURT, code=CODE, level="中级")
    try:
        arrivals = Arrivals(book, list(files), _part(tell, "write", "year"), len(files))
        year = _Year(directory, arrivals)
        year.live()
        print_scores(book, map(Period.parse, _SCORES_OF), directory, Part(tell, _SHARES["year"], 60, 100))
        papers = len(_SCORES_OF) + print_papers(book, year.period, directory, Part(tell, 60, _SHARES["papers"], 100))
        tell(_SHARES["papers"], 100, "上报省高院")
        higher = report_upwards(book, year.period, directory)
        printed = _print_volumes(book, directory, _part(tell, "upwards", "volumes")) if volumes else 0
        count = _people(book)
    finally:
        book.close()
    write_read_me(directory, _story(year))
    tell(100, 100, "")
    return DemoReport(
        book_path=book.path,
        higher_path=higher,
        court=COURT,
        files=files,
        refused=arrivals.refused,
        cases=arrivals.cases,
        people=count,
        periods=len(year.periods),
        papers=papers,
        volumes=printed,
        seconds=time.monotonic() - began,
        statuses=arrivals.statuses,
    )


def _part(report: Report, start: str, end: str) -> Part:
    return Part(report, _SHARES.get(start, 0), _SHARES[end], 100)


def _print_volumes(book: Database, directory: Path, report: Report) -> int:
    made = make_archives(book, YEAR, directory / folders.VOLUMES, jobs=min(2, os.cpu_count() or 1), report=report)
    return len(made.volumes)


def _people(book: Database) -> int:
    with book.reading() as session:
        return len(people.read(session))


def _story(year: _Year) -> tuple[str, ...]:
    """What happened in the year, for 读我.txt."""
    talked_to, wronged, uncontent = (year.names[each] for each in (year.talked_to, year.wronged, year.uncontent))
    doubted = year.names[year.doubtful.staff_no]
    return (
        "每月各部门报表；二月民三庭漏填考勤、次月补正，三月执行局迟交，五月民一庭的表有三处差错、退回重报。",
        f"台账由第二人确认；{doubted}的一条“{DOUBTFUL}”与签到表不符，被退回，不计分；几条附有证书、谈话记录、通报。",
        f"每季度会议评定等次；一季度{talked_to}受提醒谈话，评定低于建议，理由写在评定表上。",
        "公示、通知签收后办结封存：月、季、半年、全年依次。",
        f"一季度封存后，{wronged}对裁判文书评分（FB3）提出异议，成立：更正评分、重新核算和评定，成为第2期，第1期原样留着。",
        f"三季度{uncontent}对服务满意度提出异议，不成立，维持原结果。",
        "全年：两名试用期人员不确定等次（5A），病假超过半年的不进行考核（6A）；“优秀”经批准多评一名，写明文号。",
        "年终报省高院；省高院的库收到三家的上报包，另一家还没有交。",
    )
