"""The sample court: its workbooks made, taken in month by month, computed and printed, all through the same services."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from app.domain.periods import Kind, Period
from app.domain.problems import AppError
from app.services.archives import make_archives
from app.services.books import new_book
from app.services.bulletins import save_bulletin
from app.services.computing import compute
from app.services.folders import folder_at
from app.services.imports import stage, take
from app.services.overview import kinds_in_use
from app.services.progress import Part, Report, unheard
from app.services.schemes import scheme_of
from app.services.score_sheets import save_score_table
from app.sheets.sample import SampleFile, write_sample
from app.sheets.sample.court import COURT
from app.storage.database import Database

YEAR = 2024
SHEETS, TABLES, VOLUMES, BULLETINS = "报送表格", "得分表", "业绩档案", "通报"
_SHARES = {"write": 20, "take": 45, "compute": 60, "announce": 65, "print": 100}
"""Where each stretch of the work ends, out of 100."""


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What was made, and how long it took."""

    book_path: Path
    court: str
    workbooks: int
    refused: int
    cases: int
    people: int
    periods: int
    bulletins: int
    volumes: int
    seconds: float

    @property
    def lines(self) -> tuple[str, ...]:
        """The same for people."""
        folder = self.book_path.parent
        return (
            f"示例法院已做好（人和事都是编的）：{self.court}，{self.people} 人",
            f"  报送表格 {self.workbooks} 个（其中 {self.refused} 个有错，按规矩退回，改正后重报）：{folder / SHEETS}",
            f"  考核库：{self.book_path}",
            f"  得分表 {self.periods} 个周期：{folder / TABLES}",
            f"  通报 {self.bulletins} 份：{folder / BULLETINS}",
            f"  业绩档案 {self.volumes} 册：{folder / VOLUMES}",
            f"用时 {self.seconds:.0f} 秒。打开窗口看：hengji，再打开上面的考核库。",
        )


def make_sample_court(directory: Path, *, report: Report | None = None) -> DemoReport:
    """Make the sample court in an empty or new directory. Raises AppError("folder-not-empty")."""
    tell, began = report or unheard, time.monotonic()
    directory = Path(directory)
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise AppError("folder-not-empty", folder=directory)
    folder_at(directory)
    files = write_sample(directory / SHEETS, YEAR, Part(tell, 0, _SHARES["write"], 100))
    book = new_book(directory / f"{COURT}{YEAR}年.hj", court=COURT, level="中级")
    try:
        refused, cases = _take_all(book, files, Part(tell, _SHARES["write"], _SHARES["take"], 100))
        periods = _compute_all(book, directory / TABLES, Part(tell, _SHARES["take"], _SHARES["compute"], 100))
        announced = _announce(book, directory / BULLETINS, Part(tell, _SHARES["compute"], _SHARES["announce"], 100))
        part = Part(tell, _SHARES["announce"], _SHARES["print"], 100)
        printed = make_archives(book, YEAR, directory / VOLUMES, jobs=min(2, os.cpu_count() or 1), report=part)
        people = _people(book)
    finally:
        book.close()
    return DemoReport(
        book_path=book.path,
        court=COURT,
        workbooks=len(files),
        refused=refused,
        cases=cases,
        people=people,
        periods=periods,
        bulletins=announced,
        volumes=len(printed.volumes),
        seconds=time.monotonic() - began,
    )


def _people(book: Database) -> int:
    from app.storage.roster import people

    with book.reading() as session:
        return len(people.read(session))


def _take_all(book: Database, files: Sequence[SampleFile], report: Report) -> tuple[int, int]:
    """Take every workbook in, month by month; how many were refused, and how many cases came."""
    refused = cases = done = 0
    for _, month in groupby(files, key=lambda each: each.path.parent):
        handed = list(month)
        report(done, len(files), f"导入 {handed[0].path.parent.name}")
        taken = take(book, stage(book, [each.path for each in handed]))
        refused += len({sheet.file for sheet in taken.files if sheet.status == "refused"})
        cases += sum(sheet.added for sheet in taken.files if sheet.kind == "案件")
        done += len(handed)
    report(done, len(files), "")
    return refused, cases


def _compute_all(book: Database, directory: Path, report: Report) -> int:
    """Compute every period that the scheme speaks of, shorter ones first, and write its score table."""
    folder_at(directory)
    whole = Period(YEAR, Kind.YEAR, 1)
    with book.reading() as session:
        kinds = sorted(kinds_in_use(scheme_of(session, whole).scheme))
    periods = [period for kind in kinds for period in whole.inner(kind)]
    for number, period in enumerate(periods):
        report(number, len(periods), f"计算{period.title}")
        compute(book, period)
        save_score_table(book, period, directory / f"{period.title}得分表.xlsx")
    report(len(periods), len(periods), "")
    return len(periods)


def _announce(book: Database, directory: Path, report: Report) -> int:
    """Write the bulletins of the quarters and of the year, and the year's as it may leave the court."""
    folder_at(directory)
    whole = Period(YEAR, Kind.YEAR, 1)
    periods = (*whole.inner(Kind.QUARTER), whole)
    for number, period in enumerate(periods):
        report(number, len(periods), f"{period.title}通报")
        save_bulletin(book, period, directory / f"{period.title}通报.pdf")
    save_bulletin(book, whole, directory / f"{whole.title}通报（隐名）.docx", masked=True)
    report(len(periods), len(periods), "")
    return len(periods) + 1
