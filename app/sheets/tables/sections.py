"""Divisions that stand on rows of their own, above a table's header or between its rows: which rows each speaks for."""

from __future__ import annotations

from app.domain.words import plain
from app.sheets.reading.cells import Cell, Sheet
from app.sheets.tables.row_kinds import division_named, is_numbered


class Sections:
    """The division in force while the rows of a sheet pass by.

    What the line above the first header names counts once the sheet goes on so: 民一庭 alone may be who sent it. Titles in
    which divisions stand count where they tell different ones: the same one again is the title of the next page.
    """

    def __init__(self, divisions: frozenset[str], above: Cell | None) -> None:
        self._divisions = divisions
        self.current = division_named(above.text) if above else ""
        self._guessed = bool(self.current)
        self._titles: list[tuple[int, str]] = []
        self._lone: Cell | None = None
        self._fresh = True
        if above is not None:
            self._guessed = self._guessed and not is_numbered(above.text)
            self._add_title(above)

    def begin(self, division: str) -> None:
        """A row names the division of those below it."""
        self.current, self._fresh, self._guessed = division, True, False

    def end(self) -> None:
        """The total of the division: whose the next rows are, another row must tell. One above its rows ends nothing."""
        if not self._fresh:
            self.current = ""

    def title(self, cell: Cell) -> None:
        """A line of text: if a header follows it, its title."""
        self._lone = cell

    def record(self) -> None:
        """A row of the table."""
        self._lone, self._fresh = None, False

    def header(self, *, other: bool) -> None:
        """A header: the same once more, or that of another table, to which only what stands right above it belongs."""
        if self._lone is not None:
            self._add_title(self._lone)
            self._lone = None
        if other and not self._fresh:
            self.current = ""

    def _add_title(self, cell: Cell) -> None:
        if division := _division_in(cell.text, self._divisions):
            self._titles.append((cell.row, division))

    @property
    def is_unsettled(self) -> bool:
        """Whether, now that all rows were seen, some of them are of another division than it seemed."""
        return self._guessed or len({division for _, division in self._titles}) > 1

    def settled(self, row: int, division: str) -> str:
        """The division of a row that seemed to be of this one."""
        told = "" if self._guessed else division
        if told or not self.is_unsettled or len({each for _, each in self._titles}) < 2:
            return told
        return next((each for number, each in reversed(self._titles) if number < row), "")


def line_above(sheet: Sheet, top: int) -> Cell | None:
    """The cell that stands alone on the nearest row above a header, lines of units and periods passed over."""
    for row in sorted((row for row in sheet.rows if row < top), reverse=True):
        cells = list(sheet.rows[row].values())
        if all(":" in plain(cell.text).rstrip(":") for cell in cells):
            continue
        return cells[0] if len(cells) == 1 else None
    return None


def _division_in(text: str, divisions: frozenset[str]) -> str:
    """The one known division that a title names, or an empty text."""
    bare = plain(text)
    found = [each for each in divisions if each and each in bare]
    found = [each for each in found if not any(each != other and each in other for other in found)]
    return found[0] if len(found) == 1 else ""
