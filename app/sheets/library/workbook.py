"""A workbook of the library: a 方案 that a court opens and makes its own, with a sheet that says what is left to fill in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from app.domain.scheme.blanks import TO_FILL
from app.sheets.reading.cells import address
from app.sheets.sample.pages import Line, Marked, Page, Value, write_pages
from app.sheets.tables.vocabulary import SCHEME_SHEETS

OWN_EXAMPLE = "编写示例，没有出处"
"""Where a figure for orientation comes from, when nobody has published one."""
NOTES, BLANKS = "说明", "说明-待填"
_BLANK_COLUMNS = ("序号", "工作表", "单元格", "填什么", "参考写法", "参考的出处")


class Blank(NamedTuple):
    """A cell that the court fills in.

    ``what`` belongs there; ``reference`` could stand in its place, as ``origin`` has it; ``text`` is what stands there now.
    """

    what: str
    reference: str
    origin: str = OWN_EXAMPLE
    text: str = TO_FILL


Cell = Value | Blank
Row = tuple[Cell, ...]


def row(*cells: Cell) -> Row:
    """The cells of one row; an empty text is an empty cell."""
    return tuple(None if cell == "" else cell for cell in cells)


@dataclass(frozen=True, slots=True)
class LibraryWorkbook:
    """One 方案: ``sheets`` are those of contract section 4; ``notes`` (heading, sentences) and ``overviews`` stand beside them."""

    file: str
    title: str
    notes: tuple[tuple[str, ...], ...]
    sheets: dict[str, tuple[Row, ...]]
    overviews: tuple[Page, ...] = ()

    def pages(self) -> tuple[Page, ...]:
        """Every sheet: what it is for, what is left to fill in, the scheme."""
        told = tuple((heading, "".join(sentences)) for heading, *sentences in self.notes)
        notes = Page(NOTES, (("事项", "说明"),), told, title=self.title, wraps=True)
        blanks = Page(BLANKS, (_BLANK_COLUMNS,), tuple(self._blank_lines()), title="要由本院填写的单元格", wraps=True)
        return (notes, *self.overviews, blanks, *(self._page(name) for name in self.sheets))

    def write(self, directory: Path) -> Path:
        """Write it; gives its path."""
        path = directory / self.file
        write_pages(path, self.pages())
        return path

    def _page(self, name: str) -> Page:
        lines = tuple(tuple(map(_shown, cells)) for cells in self.sheets[name])
        return Page(name, (SCHEME_SHEETS[name][0],), lines, wraps=True)

    def _blank_lines(self) -> Iterable[Line]:
        found = (
            (name, address(row_number, column), cell)
            for name, rows in self.sheets.items()
            for row_number, cells in enumerate(rows, 2)
            for column, cell in enumerate(cells, 1)
            if isinstance(cell, Blank)
        )
        for number, (name, place, blank) in enumerate(found, 1):
            yield number, name, place, blank.what, blank.reference, blank.origin


def _shown(cell: Cell) -> Value:
    return Marked(cell.text) if isinstance(cell, Blank) else cell
