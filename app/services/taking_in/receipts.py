"""收表登记: every sheet that was really tried is noted, refused ones too; no figure comes from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePath
from typing import NamedTuple

from app.domain.entries import Origin
from app.domain.expected_sheets import CASES, ENTRIES, LEDGER, RATINGS, reporters
from app.domain.periods import Period
from app.domain.problems import Source
from app.domain.receipts import Fate, Receipt
from app.domain.words import plain
from app.services.schemes import applicable, scheme_versions
from app.services.taking_in.staging.records import StagedSheet, StagedWorkbook, Staging
from app.sheets.tables.period_texts import period_in_name
from app.storage.database import Database
from app.storage.receipts import receipts
from app.storage.roster import postings
from app.storage.session import Session

MOST_TOLD = 200
"""How many faults of a sheet are kept in words; their number is always told."""
_KEPT = frozenset({"cases-none"})
"""Hints that stay with what was taken: what a sheet said by saying nothing."""
_HANDED_IN = frozenset({ENTRIES, CASES, LEDGER, RATINGS, ""})
"""The kinds that divisions hand in for a period; an unreadable file may be any of them."""


def note_receipts(book: Database, staging: Staging, *, received: date | None = None, by: str | None = None) -> None:
    """Note what came of each sheet. ``received``: the day it came, where that is not now; ``by``: who took it in.

    What speaks of a sealed period was not tried, and leaves nothing (contract, section 4.1, 12).
    The same sheet of the same file is one receipt, whose fate changes; the day it came first stays.
    """
    sheets = [(workbook, sheet) for workbook in staging.workbooks for sheet in workbook.sheets if _is_handed_in(sheet)]
    if not sheets:
        return
    with book.transaction("收表登记", kind="receipt", by=by) as session:
        names = _divisions(session)
        moment = session.stamp.at if received is None else _noon(received)
        for workbook, sheet in sheets:
            told = _receipt(workbook, sheet, _Known(names, moment))
            known = receipts.read(session, digest=told.digest, sheet_name=told.sheet_name)
            # Taken once is taken: the same file again is unchanged and changes nothing.
            if not (known and known[0].fate is Fate.TAKEN and not sheet.batch):
                first = known[0].received if known else told.received
                receipts.write(session, [replace(told, received=first)], sheet.batch)


def _is_handed_in(sheet: StagedSheet) -> bool:
    return sheet.kind in _HANDED_IN and all(each.code != "period-sealed" for each in sheet.faults)


class _Known(NamedTuple):
    divisions: tuple[str, ...]
    moment: str


def _receipt(workbook: StagedWorkbook, sheet: StagedSheet, known: _Known) -> Receipt:
    stopping = [fault for fault in sheet.faults if fault.stops]
    kept = stopping or [fault for fault in sheet.faults if fault.code in _KEPT]
    every = sum(fault.times for fault in stopping)
    questions = sum(fault.times for fault in stopping if fault.question)
    return Receipt(
        digest=workbook.digest or f"name:{workbook.file}",
        sheet_name=sheet.sheet,
        kind=sheet.kind,
        division=sheet.division or division_in(workbook.file, known.divisions),
        subjects="、".join(sheet.ledgers),
        period=_period(workbook, sheet),
        received=known.moment,
        fate=_fate(sheet, questions, every),
        faults=every - questions,
        questions=questions,
        told=[[each.cell, each.value, each.message, each.remedy, each.question] for each in kept[:MOST_TOLD]],
        origin=Origin(Source(workbook.file, sheet.sheet)),
    )


def _fate(sheet: StagedSheet, questions: int, stopping: int) -> Fate:
    if sheet.status != "refused":
        return Fate.TAKEN
    return Fate.WAITING if stopping and questions == stopping else Fate.RETURNED


def _period(workbook: StagedWorkbook, sheet: StagedSheet) -> Period | None:
    """The sheet's period, else that of the file's other sheets, else what the file's name tells."""
    if sheet.period is not None:
        return sheet.period
    others = {each.period for each in workbook.sheets if each.period is not None}
    return others.pop() if len(others) == 1 else period_in_name(PurePath(workbook.file).stem)


def division_in(file: str, divisions: Iterable[str]) -> str:
    """The division that a file's name tells: the longest one found in it, or an empty text."""
    stem = plain(PurePath(file).stem)
    return max((each for each in divisions if plain(each) in stem), key=len, default="")


def _divisions(session: Session) -> tuple[str, ...]:
    """Every division with people, and those that the newest scheme names."""
    return tuple(dict.fromkeys((*(each.division for each in postings.read(session)), *_named(session))))


def _named(session: Session) -> Iterator[str]:
    version = applicable(scheme_versions(session), None)
    for item in version.scheme.items if version else ():
        yield from filter(None, reporters(item))


def _noon(day: date) -> str:
    return datetime(day.year, day.month, day.day, 12).astimezone().isoformat(timespec="seconds")
