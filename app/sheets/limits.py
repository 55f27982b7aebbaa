"""How large a file may be before it is refused: what no department's sheet reaches, and no machine fails at."""

from __future__ import annotations

from app.domain.problems import AppError
from app.sheets.cells import Sheet

FILE_BYTES = 100 * 2**20
UNPACKED_BYTES = 400 * 2**20
ROWS, COLUMNS = 200_000, 500
CELLS = 6_000_000
MERGED_CELLS = 2_000_000


def too_large(file: str, what: str) -> AppError:
    """The refusal of a file; ``what`` says in words what is too much."""
    return AppError("file-too-large", file=file, what=what)


def check_place(file: str, sheet: str, row: int, column: int) -> None:
    """Refuses a value that stands beyond every real table. Raises AppError."""
    if row > ROWS or column > COLUMNS:
        raise too_large(file, f"工作表“{sheet}”第{row}行第{column}列还有内容（最多读{ROWS}行、{COLUMNS}列）")


def check_merged(file: str, sheet: Sheet) -> None:
    """Refuses merged ranges that together cover far more than a table has (each is looked up cell by cell)."""
    covered = 0
    for merged in sheet.merged:
        high = min(merged.bottom, sheet.height) - merged.top + 1
        wide = min(merged.right, sheet.width) - merged.left + 1
        covered += max(high, 0) * max(wide, 0) + 1
        if covered > MERGED_CELLS:
            raise too_large(file, f"工作表“{sheet.name}”的合并单元格过多")
