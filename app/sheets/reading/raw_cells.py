"""Cells as the readers give them and as they come out of the reading process: texts with a sign for each, no objects.

A row is one text (its cells joined by SEPARATOR, column 1 first) and one byte for each cell that says what the text
means. So a million cells cross a pipe in a moment, and what crosses can do nothing but be looked at: whoever reads a
hostile file is not trusted, and neither pickle nor marshal may be fed by somebody who is not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.problems import AppError
from app.sheets.reading import limits
from app.sheets.reading.number_formats import short_format
from app.sheets.reading.template_mark import TemplateMark

EMPTY, TEXT, TRUTH, ERROR, NOT_CALCULATED, DAY, MONTH, STRUCK, NUMBER = range(9)
"""What a text means: nothing, itself, ``1`` or ``0``, an error's name, a formula without value, an ISO day or moment,
the same of which only the month is shown, what is left of a text that is struck out in part; NUMBER and above: a number
in the sheet's format number (sign - NUMBER)."""
SEPARATOR = "\0"
_LAST_SIGN = 255


@dataclass
class RawSheet:
    """One sheet: for each row its number (ascending), its joined texts, its signs; a row ends with its last value.

    ``formats`` are short number formats (number_formats.short_format); ``merged``: (top, left, bottom, right). ``is_scattered``:
    a cell without content stands so far away that a reader that keeps every place between would need too much memory.
    """

    name: str
    hidden: bool = False
    numbers: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    signs: list[bytes] = field(default_factory=list)
    formats: list[str] = field(default_factory=lambda: [""])
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formats_known: bool = True
    epoch_1904: bool = False
    is_scattered: bool = False

    @property
    def cells(self) -> int:
        """How many places the rows have."""
        return sum(map(len, self.signs))


@dataclass
class RawBook:
    """A file's sheets in order, the mark of one of our templates, and how sure the reading is.

    ``plain``: every sheet was written so strictly that two readers cannot read it differently.
    """

    sheets: list[RawSheet]
    mark: TemplateMark | None = None
    plain: bool = False


class Gatherer:
    """Takes the cells of one sheet in any order; guards the limits. ``file`` is told in the refusal."""

    def __init__(self, file: str, name: str) -> None:
        self.sheet = RawSheet(name)
        self.file = file
        self._rows: dict[int, tuple[str, bytes]] = {}
        self._row = 0
        self._open: dict[int, tuple[int, str]] = {}
        self._signs: dict[str, int] = {"": NUMBER}
        self._count = self._characters = 0

    def number_sign(self, number_format: str) -> int:
        """The sign of numbers in this format."""
        sign = self._signs.get(number_format)
        if sign is None:
            short = short_format(number_format)
            if short not in self.sheet.formats and len(self.sheet.formats) + NUMBER <= _LAST_SIGN:
                self.sheet.formats.append(short)
            known = self.sheet.formats
            sign = self._signs[number_format] = NUMBER + (known.index(short) if short in known else 0)
        return sign

    def put(self, row: int, column: int, sign: int, text: str) -> bool:
        """Adds one cell that is not empty; gives False where something stands at the place already."""
        if row != self._row:
            self._close()
            self._row = row
        limits.check_place(self.file, self.sheet.name, row, column)
        if column < 1:
            raise broken(self.file)
        if column in self._open:
            return False
        self._open[column] = (sign, text)
        return True

    def _close(self) -> None:
        if not self._open:
            return
        row, told = self._row, self._open
        self._open = {}
        before = self._rows.get(row)
        if before is not None:
            cells = zip(before[1], before[0].split(SEPARATOR), strict=True)
            told = {column: cell for column, cell in enumerate(cells, start=1) if cell[0]} | told
        self.put_row(row, *packed(told))

    def put_row(self, row: int, texts: str, signs: bytes) -> None:
        """Adds a whole row; one of the same number is replaced."""
        self._count += len(signs)
        self._characters += len(texts)
        if self._count > limits.CELLS:
            raise limits.too_large(self.file, f"工作表“{self.sheet.name}”的单元格超过{limits.CELLS}个")
        if self._characters > limits.CHARACTERS:
            raise limits.too_large(self.file, f"工作表“{self.sheet.name}”的文字超过{limits.CHARACTERS}个")
        if row < 1:
            raise broken(self.file)
        self._rows[row] = (texts, signs)

    def has(self, sign: int) -> bool:
        """Whether a cell with this sign is in one of the whole rows."""
        return any(sign in signs for _, signs in self._rows.values())

    def add_merged(self, top: int, left: int, bottom: int, right: int) -> None:
        """Adds a merged range, told from either corner. Raises AppError where there are too many."""
        if len(self.sheet.merged) >= limits.MERGED_RANGES:
            raise limits.too_large(self.file, f"工作表“{self.sheet.name}”的合并单元格过多")
        top, bottom = sorted((top, bottom))
        left, right = sorted((left, right))
        if top < 1 or left < 1:
            raise broken(self.file)
        self.sheet.merged.append((top, left, bottom, right))

    def finish(self) -> RawSheet:
        """The sheet. Raises AppError where its merged ranges cover more than any table has."""
        self._close()
        sheet = self.sheet
        sheet.numbers = sorted(self._rows)
        sheet.texts = [self._rows[number][0] for number in sheet.numbers]
        sheet.signs = [self._rows[number][1] for number in sheet.numbers]
        limits.check_merged(self.file, sheet.name, sheet.merged, _size(sheet))
        return sheet


def packed(cells: dict[int, tuple[int, str]]) -> tuple[str, bytes]:
    """Column → (sign, text), as a row's joined texts and its signs."""
    width = max(cells)
    every = [cells.get(column, (EMPTY, "")) for column in range(1, width + 1)]
    return SEPARATOR.join([text.replace(SEPARATOR, "") for _, text in every]), bytes([sign for sign, _ in every])


def _size(sheet: RawSheet) -> tuple[int, int]:
    return (sheet.numbers[-1] if sheet.numbers else 0), max(map(len, sheet.signs), default=0)


def broken(file: str) -> AppError:
    """The refusal of a file that nobody can follow."""
    return AppError("file-broken", file=file)
