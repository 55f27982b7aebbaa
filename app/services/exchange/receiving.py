"""收上报包: packages of lower courts taken in by themselves; any other file is refused with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.domain.problems import AppError, Problem, Source
from app.services.books import Court
from app.services.progress import Report
from app.services.taking_in.imports import Taken, stage, take
from app.services.taking_in.staging.packages import HIGHER, parted
from app.services.taking_in.staging.records import StagedSheet, StagedWorkbook, Staging, fault
from app.sheets.reading.reader import read_content
from app.sheets.reading.worker import SheetReader, read_workbook
from app.storage.database import Database


def takes_packages(court: Court) -> bool:
    """Whether courts below may hand in to this one."""
    return court.level in HIGHER


def review_packages(
    book: Database, paths: Sequence[Path], *, renamed: bool = False, report: Report | None = None
) -> Staging:
    """What taking these packages in would do; nothing is written. ``renamed``: a court's name may differ from the known one."""
    with SheetReader() as reader:
        handed_in, others = parted(dict.fromkeys(map(Path, paths)), reader)
    staging = stage(book, [each.path for each in handed_in], replace=renamed, report=report)
    return replace(staging, workbooks=(*staging.workbooks, *map(_no_package, others)))


def take_packages(book: Database, staging: Staging, *, report: Report | None = None) -> Taken:
    """Take in what can be taken, a file in one transaction. Raises AppError as ``imports.take`` does."""
    wanted = tuple(each for each in staging.workbooks if each.status == "taken")
    return take(book, replace(staging, workbooks=wanted), report=report)


def _no_package(path: Path) -> StagedWorkbook:
    """A file that is no package, with the reason: what is broken in it, or that it is something else."""
    digest = ""
    try:
        digest = hashlib.sha256(read_content(path)).hexdigest()
        read_workbook(path)
        problem = Problem("package-not-one", Source(path.name), path.name)
    except AppError as error:
        problem = Problem(error.code, Source(path.name), "", error.values)
    sheet = StagedSheet(path.name, "", "", None, "refused", faults=(fault(problem, path.name),))
    return StagedWorkbook(path.name, digest, (sheet,))
