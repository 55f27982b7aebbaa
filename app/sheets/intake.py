"""The one door in: a file → what each of its sheets tells, and every fault at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

from app.domain.problems import AppError, Problem, Source
from app.domain.words import plain
from app.sheets.drafts import ENTRIES, KINDS, NOTICES, SCHEME, FileReading, Hints, SheetReading
from app.sheets.kinds.one_sheet import read_sheet
from app.sheets.kinds.scheme_sheet import NECESSARY, read_scheme_sheet, scheme_sheets, scheme_text
from app.sheets.reading.cells import Sheet, Workbook
from app.sheets.reading.worker import SheetReader, Waiting
from app.sheets.tables.context import SheetContext
from app.sheets.tables.headers import ItemWords

EXPLANATION = "说明"
"""How the names of those sheets of a 方案 workbook begin that are for people only."""


def read_file(
    path: Path, hints: Hints | None = None, reader: SheetReader | None = None, waiting: Waiting | None = None
) -> FileReading:
    """What a workbook tells. Raises AppError only where it cannot be read at all (``file-…``), or for an unknown --kind.

    ``reader`` serves several files; ``waiting`` is called while it reads, and may raise to stop it.
    """
    with nullcontext(reader) if reader else SheetReader() as using:
        return read_book(using.read(path, waiting), hints or Hints())


def read_book(workbook: Workbook, hints: Hints) -> FileReading:
    """What the sheets of a workbook tell: one reading a sheet, one in all for a 方案. Raises AppError for an unknown --kind."""
    if hints.kind is not None and hints.kind not in {*KINDS, NOTICES}:
        raise AppError("kind-not-known", 2, kind=hints.kind, kinds="、".join(KINDS))
    items = ItemWords(hints.items, hints.columns, hints.divisions, hints.groups)
    visible = [sheet for sheet in workbook.sheets if not sheet.hidden]
    hidden = [_hidden(workbook.file, sheet) for sheet in workbook.sheets if sheet.hidden and sheet.rows]
    readings = _with_scheme(workbook.file, visible, hints, items)
    if readings is None:
        readings = [read_sheet(workbook.file, sheet, hints, items) for sheet in visible if sheet.rows]
        readings = _covers_forgiven(readings)
    if not any(reading.kind or reading.problems for reading in readings):
        readings.append(_nothing(workbook))
    return FileReading(workbook.file, workbook.digest, (*readings, *hidden), workbook.mark)


def _with_scheme(file: str, sheets: Sequence[Sheet], hints: Hints, items: ItemWords) -> list[SheetReading] | None:
    """The one reading of a 方案 workbook and those of the other sheets in it that are of a kind; None where it is no 方案."""
    by_name = scheme_sheets({sheet.name: sheet for sheet in sheets})
    if hints.kind not in {None, SCHEME} or (hints.kind is None and not by_name.keys() >= set(NECESSARY)):
        return None
    if not by_name:
        first = sheets[0].name if sheets else ""
        problem = Problem("header-not-found", Source(file, first), "", {"kind": SCHEME})
        return [SheetReading(first, "", None, problems=(problem,))]
    others = [
        sheet
        for sheet in sheets
        if sheet not in by_name.values() and sheet.rows and not plain(sheet.name).startswith(EXPLANATION)
    ]
    beside = [] if hints.kind else [read_sheet(file, sheet, hints, items) for sheet in others]
    # Before the data items are known, people with unknown columns may be anything: a later reading knows.
    understood = [each for each in beside if each.kind and (each.kind != ENTRIES or hints.items)]
    told = {reading.sheet for reading in understood}
    unread = [sheet.name for sheet in others if sheet.name not in told]
    return [_scheme(file, by_name, hints, items, unread), *understood]


def _scheme(
    file: str, by_name: Mapping[str, Sheet], hints: Hints, items: ItemWords, unread: Sequence[str]
) -> SheetReading:
    """The reading of the 方案 itself; ``unread`` are the workbook's sheets that are of no kind."""
    problems: list[Problem] = []
    rows = {}
    for name, sheet in by_name.items():
        if sheet.rows:
            context = SheetContext(file, sheet, hints, items)
            rows[name] = read_scheme_sheet(context, name)
            problems += context.problems
    problems += [Problem("scheme-sheet-unknown", Source(file, name), name, warning=True) for name in unread]
    first = next(iter(by_name.values()))
    count = sum(map(len, rows.values()))
    text = scheme_text(file, rows)
    return SheetReading(first.name, SCHEME, None, scheme=text, rows_read=count, problems=tuple(problems))


def _covers_forgiven(readings: list[SheetReading]) -> list[SheetReading]:
    """A sheet without a table is a fault, unless it is a few words beside sheets that were understood."""
    understood = any(reading.kind for reading in readings)
    return [
        reading._replace(problems=tuple(_as_cover(problem) for problem in reading.problems))
        if understood and not reading.kind
        else reading
        for reading in readings
    ]


def _as_cover(problem: Problem) -> Problem:
    if problem.code != "sheet-without-table":
        return problem
    return Problem("sheet-skipped", problem.source, problem.value, problem.values, warning=True)


def _hidden(file: str, sheet: Sheet) -> SheetReading:
    problem = Problem("sheet-hidden", Source(file, sheet.name), sheet.name, warning=True)
    return SheetReading(sheet.name, "", None, problems=(problem,))


def _nothing(workbook: Workbook) -> SheetReading:
    name = workbook.sheets[0].name if workbook.sheets else ""
    return SheetReading(name, "", None, problems=(Problem("file-without-content", Source(workbook.file, name)),))
