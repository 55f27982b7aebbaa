"""Workbooks to fill in: people, columns and choices already there, read back without a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from app.domain.expected_sheets import CASES, ENTRIES, LEDGER, WHOLE_COURT, ExpectedSheet, expected_sheets
from app.domain.periods import Period
from app.domain.problems import AppError
from app.domain.scoring.court import Court
from app.services.collecting.handing_in import NOBODY
from app.services.collecting.templating.lists import absence_sheet, case_sheet, ledger_sheet, roster_sheet
from app.services.collecting.templating.past_grades import past_grades_sheet
from app.services.collecting.templating.people import (
    decisions_sheet,
    entries_sheet,
    monthly_sheet,
    needed_items,
    ratings_sheet,
)
from app.services.collecting.templating.scheme_form import scheme_sheets
from app.services.collecting.templating.told import Told, read_told
from app.services.folders import folder_at
from app.services.progress import Report, unheard
from app.sheets import drafts
from app.sheets.reading.template_mark import TemplateMark
from app.sheets.template_sheet import TemplateSheet, write_template
from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class TemplatesMade:
    """The workbooks of a period, one for each division that hands something in."""

    folder: Path
    files: tuple[Path, ...]
    sheets: int


def make_template(book: Database, kind: str, path: Path, *, period: Period | None = None, division: str = "") -> int:
    """Write the workbook to fill in for a kind of sheet; gives how many rows are filled in already.

    Raises AppError: no scheme, no period where one is needed, nobody to fill in, not writable.
    """
    told = read_told(book, period)
    sheets = tuple(_KINDS[kind](told, division))
    _write(Path(path), told, sheets)
    return sum(len(sheet.rows) for sheet in sheets)


def make_division_templates(
    book: Database, period: Period, folder: Path, *, report: Report | None = None
) -> TemplatesMade:
    """Write for each division one workbook with every sheet that the period expects from it (see ``handing_in``).

    Raises AppError: no scheme, nothing expected in the period, not writable. Stopped, what was written stays.
    """
    tell = report or unheard
    told = read_told(book, period)
    court = told.court()
    by_reporter: dict[str, list[ExpectedSheet]] = {}
    for sheet in expected_sheets(court):
        by_reporter.setdefault(sheet.reporter, []).append(sheet)
    if not by_reporter:
        raise AppError("template-nothing-expected", period=period.title)
    files = []
    folder_at(folder)
    for number, (reporter, expected) in enumerate(by_reporter.items()):
        tell(number, len(by_reporter), reporter)
        path = folder / f"{period.title} {_file_name(reporter or NOBODY)}.xlsx"
        _write(path, told, tuple(_division_sheets(told, court, expected)))
        files.append(path)
    tell(len(by_reporter), len(by_reporter), "")
    return TemplatesMade(folder, tuple(files), sum(map(len, by_reporter.values())))


def _division_sheets(told: Told, court: Court, expected: list[ExpectedSheet]) -> Iterator[TemplateSheet]:
    for sheet in expected:
        reporter = sheet.reporter or NOBODY
        members = [member for member in court.members if member.staff_no in sheet.staff]
        if sheet.kind == CASES:
            yield case_sheet(told, reporter=reporter)
        elif sheet.kind == LEDGER:
            yield ledger_sheet(told, sheet.subject, reporter=reporter)
        elif sheet.kind == ENTRIES:
            items = [item for item in told.scheme.items if item.code in sheet.items]
            whole = sheet.subject == WHOLE_COURT
            whose = {"reporter": reporter} if whole else {"division": reporter}
            made = entries_sheet(told, members, items, cells=sheet.cells, **whose)
            yield replace(made, name=f"数据{WHOLE_COURT}" if whole else ENTRIES)
        else:
            yield ratings_sheet(told, members, reporter=reporter)


def _write(path: Path, told: Told, sheets: tuple[TemplateSheet, ...]) -> None:
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    mark = TemplateMark(made_at, told.batch, told.book, told.period.code if told.period else "")
    properties = {"title": sheets[0].title, "keywords": mark.keywords}
    write_template(path, replace(sheets[0], properties=properties), *sheets[1:])


def _file_name(text: str) -> str:
    """The text without signs that a file system does not take."""
    return "".join("_" if sign in '\\/:*?"<>|' or ord(sign) < 32 else sign for sign in text).strip(" .")


def _entries(told: Told, division: str) -> Iterator[TemplateSheet]:
    members = told.members(division)
    items = tuple(needed_items(told.scheme, members, told.needed_period))
    yield entries_sheet(told, members, items, division=division)


def _ratings(told: Told, division: str) -> Iterator[TemplateSheet]:
    yield ratings_sheet(told, told.members(division), division=division)


_KINDS: dict[str, Callable[[Told, str], Iterator[TemplateSheet]]] = {
    drafts.ROSTER: lambda told, division: iter((roster_sheet(told, division),)),
    drafts.ABSENCE: lambda told, division: iter((absence_sheet(told, division),)),
    drafts.SCHEME: lambda told, _: scheme_sheets(told),
    drafts.ENTRIES: _entries,
    drafts.CASES: lambda told, division: iter((case_sheet(told, division),)),
    drafts.LEDGER: lambda told, division: iter((ledger_sheet(told, "", division),)),
    drafts.MONTHLY: lambda told, division: iter((monthly_sheet(told, told.members(division), division),)),
    drafts.PAST_GRADES: lambda told, division: iter((past_grades_sheet(told, division),)),
    drafts.RATINGS: _ratings,
    drafts.DECISIONS: lambda told, division: iter((decisions_sheet(told, told.members(division), division),)),
}
TEMPLATES = tuple(_KINDS)
"""The kinds of sheets that there are templates for."""
