"""上报包: what a lower court handed in, held against what the book has of it (contract, section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.entries import Origin
from app.domain.periods import Period
from app.domain.problems import AppError, Problem, Source
from app.domain.words import plain
from app.services.progress import Report, unheard
from app.services.taking_in.staging.records import Difference, Outline, StagedChange, StagedSheet, StagedWorkbook, fault
from app.sheets.package_mark import SHEET
from app.sheets.package_sheet import Document, PackageReading, read_package
from app.sheets.reading.worker import SheetReader
from app.storage.database import Database
from app.storage.packages import LowerCourt, Package, lower_courts, packages
from app.storage.settings import Court, read_court, read_settings

KIND = "上报包"
HIGHER = ("中级", "高级")
"""The levels of courts that packages are handed in to."""
_FATAL = frozenset({"file-too-slow", "file-ends-reader", "file-too-large"})
"""What ends a reading late, or ends the reading process."""


class _Receiver(NamedTuple):
    """The book that takes packages in, and what it has of the courts below."""

    court: Court
    mark: str
    courts: dict[tuple[str, ...], LowerCourt]
    packages: dict[tuple[str, ...], Package]


class HandedIn(NamedTuple):
    """A file that says it is a package, and what it tells, or why it could not be read."""

    path: Path
    reading: PackageReading | AppError


def parted(paths: Iterable[Path], reader: SheetReader) -> tuple[tuple[HandedIn, ...], tuple[Path, ...]]:
    """The packages among the files, which are read for it, and the others."""
    handed_in: list[HandedIn] = []
    others: list[Path] = []
    for path in paths:
        reading = _reading(path, reader)
        if reading is None:
            others.append(path)
        else:
            handed_in.append(HandedIn(path, reading))
    return tuple(handed_in), tuple(others)


def _reading(path: Path, reader: SheetReader) -> PackageReading | AppError | None:
    try:
        return read_package(path, reader)
    except AppError as error:
        # Whatever else it is, the common way of reading says what is wrong with it; these are not tried twice.
        return error if error.code in _FATAL else None


def stage_packages(
    handed_in: Sequence[HandedIn], book: Database, period: Period | None, *, replace: bool, report: Report = unheard
) -> tuple[StagedWorkbook, ...]:
    """Every package as it stands for review; of two for one court and period, the later file meets the earlier."""
    if not handed_in:
        return ()
    with book.reading() as session:
        receiver = _Receiver(
            read_court(session),
            read_settings(session).get("book", ""),
            lower_courts.by_key(session),
            packages.by_key(session),
        )
    staged = []
    for number, each in enumerate(handed_in):
        report(number, len(handed_in), f"读取 {each.path.name}")
        staged.append(_stage(each, receiver, period, replace=replace))
    return tuple(staged)


def _stage(handed_in: HandedIn, receiver: _Receiver, period: Period | None, *, replace: bool) -> StagedWorkbook:
    path, reading = handed_in
    if isinstance(reading, AppError):
        problem = fault(Problem(reading.code, Source(path.name), "", reading.values), path.name)
        return StagedWorkbook(path.name, "", (StagedSheet(path.name, "", "", None, "refused", faults=(problem,)),))
    digest = reading.file_digest
    if reading.document is None or reading.problems:
        return _workbook(path.name, digest, None, Outline(problems=reading.problems))
    outline = _outline(path.name, reading, reading.document, receiver)
    told = Period.parse(reading.document["head"]["period"])
    problems = [*outline.problems, *_other_period(path.name, told, period)]
    if replace:
        problems = [each for each in problems if not each.question]
    outline = Outline(outline.differences, outline.unchanged, tuple(problems), None, outline.told)
    if not outline.stops:
        for difference in outline.differences:
            new: Any = difference.new
            (receiver.packages if isinstance(new, Package) else receiver.courts)[new.key] = new
    return _workbook(path.name, digest, told, outline, len(reading.document["persons"]))


def _other_period(file: str, told: Period, wanted: Period | None) -> Iterator[Problem]:
    if wanted is not None and wanted != told:
        values = {"told": told.title, "wanted": wanted.title}
        yield Problem("package-other-period", Source(file, SHEET), told.code, values)


def _outline(file: str, reading: PackageReading, document: Document, receiver: _Receiver) -> Outline:
    head = document["head"]
    origin = Origin(Source(file, SHEET))
    court = LowerCourt(head["code"] or plain(head["court"]), head["court"], head["code"], head["level"], origin)
    period = Period.parse(head["period"])
    new = Package(court.mark, period, head["issue"], head["made_at"], reading.digest, document, origin)
    known, old = receiver.courts.get(court.key), receiver.packages.get(new.key)
    problems = tuple(_against(file, head, receiver, known, old))
    if old is not None and old.digest == new.digest and not problems:
        return Outline(unchanged=1)
    differences = [Difference(known, court)] if known != court else []
    told = StagedChange(
        "", head["court"], f"{period.title}{KIND}", court.mark, _said(old), _said(new) or "", origin.source
    )
    return Outline((*differences, Difference(old, new)), problems=problems, told=(told,))


def _against(
    file: str, head: dict[str, Any], receiver: _Receiver, known: LowerCourt | None, old: Package | None
) -> Iterator[Problem]:
    """Everything that speaks against taking a sound package into this book."""
    own, place = receiver.court, Source(file, SHEET)
    if head["book"] == receiver.mark or plain(head["court"]) == plain(own.name):
        yield Problem("package-own-court", place, head["court"])
    elif own.level not in HIGHER:
        yield Problem(
            "package-not-higher-court", place, head["court"], {"court": own.name, "level": own.level or "没有写明"}
        )
    if known is not None and plain(known.name) != plain(head["court"]):
        values = {"code": known.code, "known": known.name}
        yield Problem("package-court-renamed", place, head["court"], values, question=True)
    if old is not None and (head["issue"], head["made_at"]) < (old.issue, old.made_at):
        values = {
            "issue": str(head["issue"]),
            "made": _minute(head["made_at"]),
            "known": str(old.issue),
            "known_made": _minute(old.made_at),
        }
        yield Problem("package-older", place, head["court"], values)


def _minute(moment: str) -> str:
    """A moment (ISO, UTC) as it is told in words."""
    return f"世界时 {moment[:16].replace('T', ' ')} "


def _said(package: Package | None) -> str | None:
    """A package in a few words."""
    if package is None:
        return None
    people = sum(each["people"] for each in package.told["summary"])
    return f"第{package.issue}期，{people}人，{package.made_at[:10]}生成"


def _workbook(file: str, digest: str, period: Period | None, outline: Outline, rows: int = 0) -> StagedWorkbook:
    status = "refused" if outline.stops else "taken" if outline.changes_anything else "unchanged"
    new = [each for each in outline.differences if isinstance(each.new, Package)]
    sheet = StagedSheet(
        file=file,
        sheet=SHEET,
        kind=KIND,
        period=period,
        status=status,
        rows_read=rows,
        added=sum(each.old is None for each in new),
        changed=sum(each.old is not None for each in new),
        unchanged=outline.unchanged,
        changes=outline.told,
        faults=tuple(fault(each, file, SHEET) for each in outline.problems),
    )
    return StagedWorkbook(file, digest, (sheet,), (outline,))
