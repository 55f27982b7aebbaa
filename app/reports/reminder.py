"""催报单: who still owes which sheets of a period, as a notice to hand out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from app.domain.periods import Period
from app.reports.paper import Block, Grid, Paper, Text
from app.reports.paper_pdf import write_paper_pdf
from app.reports.tables import Column
from app.reports.wording import day_text

_COLUMNS = (Column("部门", 26), Column("表", 26), Column("情况", 18, "centre"), Column("说明", 86))


class OwedSheet(NamedTuple):
    """One sheet that is not there yet, or not whole: how far it is, and what is lacking in words."""

    division: str
    sheet: str
    standing: str
    why: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """What a period still waits for. ``due`` is None where no day is set; ``expected`` counts all sheets of the period."""

    court: str
    period: Period
    due: date | None
    today: date
    expected: int
    owed: tuple[OwedSheet, ...]


def write_reminder_pdf(path: Path, reminder: Reminder) -> int:
    """Writes the notice as PDF; gives the number of pages. Raises AppError: see ``write_paper_pdf``."""
    return write_paper_pdf(path, reminder_paper(reminder))


def write_reminder_docx(path: Path, reminder: Reminder) -> None:
    """Writes the notice for a word processor. Raises AppError: see ``write_paper_docx``."""
    from app.reports.paper_docx import write_paper_docx  # slow to import, and seldom asked for

    write_paper_docx(path, reminder_paper(reminder))


def reminder_paper(reminder: Reminder) -> Paper:
    """The notice: how many sheets of how many divisions, the list, what to do."""
    period = reminder.period.title
    return Paper(
        title=f"关于报送{period}\n考核数据的催报通知",
        court=reminder.court,
        made_on=reminder.today,
        blocks=tuple(_blocks(reminder)),
        running=(f"{reminder.court}　{period}催报单",),
    )


def _blocks(reminder: Reminder) -> Iterator[Block]:
    today, period = day_text(reminder.today), reminder.period.title
    if not reminder.owed:
        yield Text(f"截至{today}，{period}应报的 {reminder.expected} 张表都已收齐。")
        return
    divisions = len({each.division for each in reminder.owed})
    due = f"，报送期限是{day_text(reminder.due)}" if reminder.due else ""
    yield Text(
        f"截至{today}，{period}应报的 {reminder.expected} 张表中，还有 {divisions} 个部门的 {len(reminder.owed)} 张没有收齐{due}。"
        "请下列部门尽快报送；有错退回的，按退回时说明的单元格改正后重新报送。没有事项的台账也要报，写“零报告”。"
    )
    yield Grid(_COLUMNS, tuple(_rows(reminder)), title=f"{period}催报单")


def _rows(reminder: Reminder) -> Iterator[tuple[str, ...]]:
    """Division by division, each named once."""
    last = ""
    for each in reminder.owed:
        yield ("" if each.division == last else each.division, each.sheet, each.standing, each.why)
        last = each.division
