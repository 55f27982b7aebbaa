"""The library to start from: 方案 workbooks that stand in resources/library, made here so that they stay what the program reads.

一加五办法.xlsx is the sample court's own scheme and is written by app.sheets.sample.
"""

from __future__ import annotations

from pathlib import Path

from app.sheets.library.health_check import health_check
from app.sheets.library.three_ledgers import three_ledgers
from app.sheets.library.workbook import BLANKS, NOTES

__all__ = ["BLANKS", "NOTES", "write_library_workbooks"]


def write_library_workbooks(directory: Path) -> tuple[Path, ...]:
    """Write every workbook of the library but the sample court's; gives their paths."""
    return tuple(made().write(directory) for made in (three_ledgers, health_check))
