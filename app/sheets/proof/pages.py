"""What a page of the proof is made of: cells with values or formulas, and how formulas name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from app.domain.numbers import Exact, Ratio, half_up, shown
from app.sheets.reading.cells import column_letters

_EXACT_DIGITS = 15
"""The digits that a spreadsheet keeps of a number typed into a formula."""
LONGEST = 8000
"""A formula may have 8,192 signs."""
_NEAR = Ratio(1, 10**9)
_NEARER = Ratio(1, 10**11)


class Unsayable(Exception):
    """Something that spreadsheet functions cannot tell here; the figure is then copied from the program, and noted."""


class Living(NamedTuple):
    """A formula, without its ``=``; ``places``: how many decimals are shown (None: as the spreadsheet likes)."""

    text: str
    places: int | None = None


class Said(NamedTuple):
    """A figure that is copied from the program, because no formula can tell it; shown in another colour."""

    value: Decimal | int | str


Content = Living | Said | Decimal | int | str | None


class Heading(NamedTuple):
    """A header over columns ``first`` to ``last``."""

    row: int
    first: int
    last: int
    text: str


@dataclass
class Page:
    """One sheet: cells by row and column from 0. ``top`` is the first row below the headers."""

    name: str
    title: str
    notes: list[str] = field(default_factory=list)
    top: int = 0
    cells: dict[tuple[int, int], Content] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    frozen_columns: int = 0

    def put(self, row: int, column: int, content: Content) -> None:
        """Set one cell."""
        if content is not None:
            self.cells[row, column] = content

    def ref(self, row: int, column: int) -> str:
        """How any formula names one cell."""
        return f"{self._quoted}!${column_letters(column + 1)}{row + 1}"

    def range(self, first: tuple[int, int], last: tuple[int, int]) -> str:
        """How any formula names a block of cells."""
        begin = f"${column_letters(first[1] + 1)}${first[0] + 1}"
        return f"{self._quoted}!{begin}:${column_letters(last[1] + 1)}${last[0] + 1}"

    @property
    def _quoted(self) -> str:
        return "'" + self.name.replace("'", "''") + "'"


def number(figure: Exact | Decimal) -> str:
    """A figure inside a formula: its digits where they end, else a quotient."""
    if isinstance(figure, Decimal):
        figure = Ratio(*figure.as_integer_ratio())
    if isinstance(figure, int):
        return str(figure)
    numerator, denominator = int(figure.numerator), int(figure.denominator)
    if denominator == 1:
        return str(numerator)
    text = shown(figure)
    if Ratio(*Decimal(text).as_integer_ratio()) == figure and len(text.strip("-0.").replace(".", "")) <= _EXACT_DIGITS:
        return f"({text})" if numerator < 0 else text
    if max(abs(numerator), denominator) < 10**_EXACT_DIGITS:
        return f"({numerator}/{denominator})"
    return f"({float(figure)!r})"


def quoted(text: str) -> str:
    """A text inside a formula."""
    return '"' + text.replace('"', '""') + '"'


def rounded(text: str, places: int, exact_figure: Exact) -> str:
    """Half-up to so many places, of a formula whose exact figure is known.

    A float that should be a tie lies beside it by its error (some 1E-13 for a score); rounding to 9 places first puts it
    back. That is right as long as no exact figure lies that near a tie without being one; where one does, more places
    are kept, and where even these cannot tell, the figure is not told by a formula. Raises Unsayable.
    """
    away = abs(Ratio(exact_figure) * 10**places * 2)
    whole = int(away)
    near = min(away - whole, whole + 1 - away) / (2 * 10**places)
    if len(text) > LONGEST:
        raise Unsayable("too long")
    if near == 0 or near > _NEAR:
        return f"ROUND(ROUND({text},9),{places})"
    if near > _NEARER:
        return f"ROUND(ROUND({text},12),{places})"
    raise Unsayable("tie")


def compared(left: str, operator: str, right: str) -> str:
    """A comparison of two figures, by their rounded difference."""
    sign = {"=": "=", "!=": "<>"}.get(operator, operator)
    return f"(ROUND(({left})-({right}),9){sign}0)"


def decimal_of(figure: Exact) -> Decimal | None:
    """The figure as a number that a cell shows exactly, or None where its digits do not end or are too many."""
    text = shown(figure)
    told = Decimal(text)
    if Ratio(*told.as_integer_ratio()) != Ratio(figure) or len(told.as_tuple().digits) > _EXACT_DIGITS:
        return None
    return told


def cell_of(figure: Exact) -> Content:
    """A figure in a cell of its own: a number, or the quotient that it is."""
    told = decimal_of(figure)
    return told if told is not None else Living(number(figure))


__all__ = ["Content", "Heading", "Living", "Page", "Said", "Unsayable", "cell_of", "compared", "decimal_of", "half_up",
           "number", "quoted", "rounded"]  # fmt: skip
