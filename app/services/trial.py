"""A small trial of everything that packaging can break: book, sheets, engine, paper, processes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from app.domain.periods import Kind, Period
from app.services.books import check_book, new_book
from app.services.demo import YEAR
from app.services.papers.archives import make_archives
from app.services.scoring.computing import compute
from app.services.scoring.results import save_score_table, score_table
from app.services.taking_in.imports import stage, take
from app.sheets.sample.pages import write_pages
from app.sheets.sample.year import handed_in

QUARTER = Period(YEAR, Kind.QUARTER, 1)
WORKBOOKS = 6
"""Roster, absences, scheme, earlier years, and the first month's cases and ledgers of the sample court."""


def run_trial(directory: Path) -> Iterator[str]:
    """Do it, and tell each doing once it went well. Raises whatever goes wrong."""
    book = new_book(directory / "自检.hj", court="自检法院")
    try:
        yield "新建考核库"
        taken = take(book, stage(book, _first_workbooks(directory / "表格")))
        if any(sheet.status != "taken" for sheet in taken.files):
            raise RuntimeError([fault for sheet in taken.files for fault in sheet.faults])
        yield f"读取表格并导入 {len(taken.files)} 张"
        computed = compute(book, QUARTER)
        yield f"计算 {computed.people} 人的得分"
        save_score_table(book, QUARTER, directory / "得分.xlsx")
        yield "写出得分表"
        first = score_table(book, QUARTER).rows[0]
        made = make_archives(book, YEAR, directory / "档案", staff=[first.staff_no], jobs=2)
        yield f"打印档案 {made.volumes[0].pages} 页"
        report = check_book(book)
        if not report.sound:
            raise RuntimeError(report.findings)
        yield "核对考核库"
    finally:
        book.close()


def _first_workbooks(directory: Path) -> list[Path]:
    paths = []
    for handed in islice(handed_in(YEAR), WORKBOOKS):
        path = directory / handed.folder / handed.name
        write_pages(path, handed.pages)
        paths.append(path)
    return paths
