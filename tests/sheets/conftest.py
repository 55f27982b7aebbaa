"""Small workbooks, made on the spot by openpyxl, and one call that reads them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.domain.periods import Period
from app.domain.problems import Problem
from app.domain.schemes import DataItem, ItemKind
from app.sheets.drafts import FileReading, Hints, SheetReading
from app.sheets.intake import read_file

Rows = Iterable[Iterable[Any]]

ITEMS = (
    DataItem("my", "工作满意度", ItemKind.MARK, unit="分"),
    DataItem("rw", "任务完成率", ItemKind.NUMBER, unit="%"),
    DataItem("gfs", "发改数", ItemKind.NUMBER, unit="件"),
    DataItem("pj", "民主评议", ItemKind.WORD),
    DataItem("cb", "承办结案", ItemKind.CASES, unit="件"),
)


class Desk:
    """Writes a workbook and reads it back as the program does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, rows: Rows, name: str = "表.xlsx", dress: Callable[[Any], None] | None = None) -> Path:
        """A workbook with one sheet; ``dress`` may merge, hide and format."""
        return self.write_all({"Sheet1": rows}, name, {"Sheet1": dress} if dress else {})

    def write_all(
        self, sheets: dict[str, Rows], name: str = "表.xlsx", dress: dict[str, Callable[[Any], None]] | None = None
    ) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
            if dress and title in dress:
                dress[title](sheet)
        path = self.folder / name
        book.save(path)
        return path

    def read(
        self, rows: Rows, name: str = "表.xlsx", dress: Callable[[Any], None] | None = None, **hints: Any
    ) -> SheetReading:
        """What the one sheet of a workbook tells."""
        return self.file(self.write(rows, name, dress), **hints).sheets[0]

    def read_all(self, sheets: dict[str, Rows], **hints: Any) -> FileReading:
        return self.file(self.write_all(sheets), **hints)

    @staticmethod
    def file(path: Path, **hints: Any) -> FileReading:
        period = hints.pop("period", None)
        told = Hints(hints.pop("items", ITEMS), period=Period.parse(period) if period else None, **hints)
        return read_file(path, told)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def faults() -> Callable[[SheetReading], list[tuple[str, str]]]:
    """Code and cell of everything that keeps a sheet from being taken."""

    def told(reading: SheetReading) -> list[tuple[str, str]]:
        return [(problem.code, problem.source.cell) for problem in _stopping(reading)]

    return told


def _stopping(reading: SheetReading) -> list[Problem]:
    return [problem for problem in reading.problems if not problem.warning]
