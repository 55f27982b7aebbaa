"""How large a file may be before it is refused: what no department's sheet reaches, and no machine fails at."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.problems import AppError

FILE_BYTES = 100 * 2**20
UNPACKED_BYTES = 400 * 2**20
PARTS = 20_000
ROWS, COLUMNS = 200_000, 500
CELLS = 4_000_000
CHARACTERS = 100_000_000
SHARED_TEXTS = 2_000_000
MERGED_CELLS = 2_000_000
MERGED_RANGES = 200_000
SHEETS = 500
TREE_BYTES = 48 * 2**20
"""How large a part may be that is read as a whole (its list of sheets, relations, styles)."""
TOKEN_BYTES = 8 * 2**20
"""How long one tag or comment may be."""
FORM_CELLS = 100_000
"""How many cells one sheet of a form may have, merged ranges may cover in it, and its tables of people may ask for."""
FORM_ANSWER = 128 * 2**20
"""How many bytes the cells of a form may come to."""

READ_SECONDS = 20
"""How long the reading of one file may take, on the clock and in CPU time."""
MEMORY_BYTES = 900 * 2**20
"""How much memory the reading process may ask for; the program that waits for it needs some as well."""


def too_large(file: str, what: str) -> AppError:
    """The refusal of a file; ``what`` says in words what is too much."""
    return AppError("file-too-large", file=file, what=what)


def check_sheets(file: str, sheets: int) -> None:
    """Refuses a file of more sheets than anybody sends: none is left out unseen. Raises AppError."""
    if sheets > SHEETS:
        raise too_large(file, f"工作表超过{SHEETS}张")


def check_place(file: str, sheet: str, row: int, column: int) -> None:
    """Refuses a value that stands beyond every real table. Raises AppError."""
    if row > ROWS or column > COLUMNS:
        raise too_large(file, f"工作表“{sheet}”第{row}行第{column}列还有内容（最多读{ROWS}行、{COLUMNS}列）")


def check_merged(file: str, sheet: str, merged: Iterable[tuple[int, int, int, int]], size: tuple[int, int]) -> None:
    """Refuses merged ranges that together cover far more than a table has (each is looked up cell by cell).

    ``size``: the sheet's last row and column. Raises AppError.
    """
    height, width = size
    covered = 0
    for top, left, bottom, right in merged:
        high, wide = min(bottom, height) - top + 1, min(right, width) - left + 1
        covered += max(high, 0) * max(wide, 0) + 1
        if covered > MERGED_CELLS:
            raise too_large(file, f"工作表“{sheet}”的合并单元格过多")
