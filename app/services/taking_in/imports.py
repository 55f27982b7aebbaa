"""Import as a reviewed difference: stage, look at it, take it; and take it back as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.changes import Changes
from app.services.progress import Report, unheard
from app.services.schemes import scheme_versions
from app.services.taking_in.receipts import note_receipts
from app.services.taking_in.staging.collecting import no_collecting
from app.services.taking_in.staging.holdings import Holdings
from app.services.taking_in.staging.packages import parted, stage_packages
from app.services.taking_in.staging.records import Fault, StagedChange, StagedSheet, StagedWorkbook, Staging
from app.services.taking_in.staging.shelves import Shelves
from app.services.taking_in.staging.taking import changes_of, write_workbook
from app.services.taking_in.staging.workbooks import Known, Wishes, stage_workbooks
from app.sheets.reading.worker import SheetReader
from app.storage.batches import Batch, open_batch, read_batches
from app.storage.closing import sealed_periods
from app.storage.database import Database
from app.storage.layouts import forget_layouts, layouts
from app.storage.ledgers import coverage
from app.storage.settings import read_settings
from app.storage.steps import latest_step, read_steps
from app.storage.undo import undo_batch

__all__ = ["Answers", "Batch", "Fault", "StagedChange", "StagedSheet", "Staging", "Taken", "Undone", "batches", "import_document",
           "stage", "take", "undo_import"]  # fmt: skip


class Answers(NamedTuple):
    """What the clerk answered. ``columns``: header or ``file!header`` → data item, column, or 忽略.

    ``people``: what stands in the cell, or its place (``B5``, ``Sheet1!B5``, ``file!Sheet1!B5``) → 工号. Answers about
    columns are remembered for the layout when the file is taken; those about people hold for these files only.
    """

    columns: Mapping[str, str] = MappingProxyType({})
    people: Mapping[str, str] = MappingProxyType({})


NOTHING_ANSWERED = Answers()


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: the sheets with their batches, and what kinds of things changed."""

    staging: Staging
    changes: Changes

    @property
    def files(self) -> tuple[StagedSheet, ...]:
        """Every sheet, as it was taken, unchanged or refused."""
        return self.staging.files

    @property
    def batches(self) -> tuple[str, ...]:
        """The imports that were made, in order."""
        return tuple(dict.fromkeys(sheet.batch for sheet in self.files if sheet.batch))


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking an import back did."""

    restored: int
    changes: Changes


def stage(
    book: Database,
    paths: Sequence[Path],
    *,
    period: Period | None = None,
    kind: str | None = None,
    replace: bool = False,
    answers: Answers = NOTHING_ANSWERED,
    report: Report | None = None,
) -> Staging:
    """Read the files and hold them against the book; nothing is written.

    ``replace``: the sheets are whole, what the book has beside them in the same list goes, and questions about
    replacing are answered with yes. ``answers`` are the clerk's to what was asked about columns and people.
    """
    with book.reading() as session:
        step = latest_step(session)
        schemes = scheme_versions(session)
        ledgers = tuple(dict.fromkeys(each.ledger for each in coverage.read(session) if each.ledger))
        taken = {each.digest: each for each in reversed(read_batches(session)) if each.undone is None}
        sealed = {period: seal.issue for period, seal in sealed_periods(session).items()}
        known = Known(ledgers, layouts.read(session), taken, sealed, read_settings(session).get("book", ""))
    wishes = Wishes(period, kind, replace, answers.columns)
    holdings = Holdings(Shelves(book), schemes, answers.people)
    unique = tuple(dict.fromkeys(Path(path) for path in paths))
    tell = report or unheard
    with SheetReader() as reader:
        handed_in, others = parted(unique, reader)
        told = stage_packages(handed_in, book, period, replace=replace, report=tell)
        with no_collecting():
            return Staging((*told, *stage_workbooks(others, holdings, known, wishes, tell, reader=reader)), step)


def take(
    book: Database,
    staging: Staging,
    *,
    received: date | None = None,
    by: str | None = None,
    report: Report | None = None,
) -> Taken:
    """Write what was staged, each file in one transaction: a file is taken whole or not at all.

    Every sheet is noted among the receipts, refused ones too; ``received`` is the day they came, where that is not now.
    ``by``: who takes them in, where that is not the computer's user.

    Raises AppError("book-moved") where the book has changed since staging; files taken before stay taken.
    """
    tell = report or unheard
    step, changes = staging.step, Changes()
    done: list[StagedWorkbook] = []
    for number, workbook in enumerate(staging.workbooks):
        tell(number, len(staging.workbooks), f"写入 {workbook.file}")
        if workbook.status != "taken":
            done.append(workbook)
            continue
        step, taken = _take_one(book, workbook, step, by)
        done.append(taken)
        changes |= changes_of(workbook)
    outcome = Staging(tuple(done), step)
    note_receipts(book, outcome, received=received, by=by)
    tell(len(staging.workbooks), len(staging.workbooks), "")
    return Taken(outcome, changes)


def _take_one(book: Database, workbook: StagedWorkbook, step: int, by: str | None) -> tuple[int, StagedWorkbook]:
    with book.transaction(f"导入 {workbook.file}", kind="import", by=by) as session:
        if any(each.id > step for each in read_steps(session, before=session.step, limit=1)):
            raise AppError("book-moved")
        batch = open_batch(session, _batch(workbook))
        write_workbook(session, workbook, batch.id)
        step = session.step
    sheets = tuple(replace(sheet, batch=batch.id if sheet.status == "taken" else "") for sheet in workbook.sheets)
    return step, replace(workbook, sheets=sheets)


def _batch(workbook: StagedWorkbook) -> Batch:
    sheets = [sheet for sheet in workbook.sheets if sheet.status == "taken"]
    periods = {sheet.period for sheet in sheets if sheet.period}
    return Batch(
        file=workbook.file,
        digest=workbook.digest,
        kind="、".join(dict.fromkeys(sheet.kind for sheet in sheets)),
        period=periods.pop() if len(periods) == 1 else None,
        sheet="、".join(sheet.sheet for sheet in sheets),
        rows_read=sum(sheet.rows_read for sheet in workbook.sheets),
        added=sum(sheet.added for sheet in workbook.sheets),
        changed=sum(sheet.changed for sheet in workbook.sheets),
        unchanged=sum(sheet.unchanged for sheet in workbook.sheets),
    )


def batches(book: Database) -> tuple[Batch, ...]:
    """Every import of the book, newest first."""
    with book.reading() as session:
        return read_batches(session)


def undo_import(book: Database, batch: str, *, reason: str) -> Undone:
    """Take one import back as a whole. Raises AppError where there is none such, or where later work rests on it."""
    with book.transaction(reason, kind="undo") as session:
        restored = undo_batch(session, batch)
        forget_layouts(session, batch)
    return Undone(restored, Changes(people=True, schemes=True, entries=True))


def import_document(outcome: Staging | Taken, *, dry_run: bool = False) -> dict[str, Any]:
    """The JSON document of contract section 3; ``dry_run`` stands beside it."""
    return {"dry_run": dry_run, "files": [_sheet_document(sheet) for sheet in outcome.files]}


def _sheet_document(sheet: StagedSheet) -> dict[str, Any]:
    return {
        "file": sheet.file,
        "kind": sheet.kind,
        "period": sheet.period.code if sheet.period else None,
        "sheet": sheet.sheet,
        "status": sheet.status,
        "batch": sheet.batch or None,
        "rows_read": sheet.rows_read,
        "added": sheet.added,
        "changed": sheet.changed,
        "unchanged": sheet.unchanged,
        "faults": [_fault_document(each) for each in sheet.faults if each.stops],
        "warnings": [_fault_document(each) for each in sheet.faults if not each.stops],
        "skipped": [{"row": each.row, "why": each.why, "text": each.text} for each in sheet.skipped],
        "changes": [_change_document(each) for each in sheet.changes],
    }


def _fault_document(told: Fault) -> dict[str, Any]:
    document = told._asdict()
    del document["warning"]
    if told.times == 1:
        del document["times"]
    return document


def _change_document(change: StagedChange) -> dict[str, Any]:
    return {
        "staff_no": change.staff_no,
        "item": change.code,
        "old": change.old,
        "new": change.new,
        "name": change.name,
        "label": change.item,
        "cell": change.source.cell,
        "last": change.last,
    }
