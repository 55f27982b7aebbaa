"""Writes the made-up court's year into a directory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Literal

from app.sheets.sample.pages import write_pages
from app.sheets.sample.year import handed_in


@dataclass(frozen=True, slots=True)
class SampleFile:
    """One workbook of the made-up court.

    ``period`` is the code of the period it belongs to, None where it has none or its sheets tell several;
    ``order`` counts from 1 in the order of taking in; ``expect`` tells what an import has to answer; ``received`` is the
    day it comes; ``corrects``: it follows from an objection to a result.
    """

    path: Path
    period: str | None
    kind: str
    note: str
    order: int
    expect: Literal["taken", "refused"]
    received: date
    corrects: bool = False


def write_sample(
    directory: Path, year: int = 2024, report: Callable[[int, int], None] = lambda _done, _total: None
) -> tuple[SampleFile, ...]:
    """Writes every workbook of a year below ``directory``; gives them in the order of taking in.

    ``report`` gets how many are written, and of how many.
    """
    workbooks = tuple(handed_in(year))
    files = []
    for order, handed in enumerate(workbooks, 1):
        path = directory / handed.folder / handed.name
        write_pages(path, handed.pages)
        period = handed.period.code if handed.period else None
        expect: Literal["taken", "refused"] = "refused" if handed.refused else "taken"
        told = (path, period, handed.kind, handed.note, order, expect, handed.day, handed.corrects)
        files.append(SampleFile(*told))
        report(order, len(workbooks))
    return tuple(files)


def taken_together(files: Iterable[SampleFile]) -> tuple[tuple[SampleFile, ...], ...]:
    """The files in handfuls that one import can take: neighbours of one folder and period, refused ones by themselves."""
    handfuls = groupby(files, lambda file: (file.path.parent, file.period, file.expect))
    return tuple(tuple(handful) for _, handful in handfuls)
