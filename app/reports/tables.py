"""Tables: columns of fixed width, cells that wrap, a header that is repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.reports.drawing import Box, Ink, Link, Shape, Stroke, Words, set_line
from app.reports.flow import Strip
from app.reports.style import BAND, BODY, CELL, CELL_HEAD, HAIR, LEFT, WIDTH, Colour, Line, TextStyle, wrap

PADDING = 2.3
_INSET = 3.6


class Column(NamedTuple):
    """One column: header, share of the table's width, alignment of its cells."""

    title: str
    share: float
    align: str = "left"


class Cell(NamedTuple):
    """A cell that differs: its style, alignment, inset from the left, how many columns it takes, where it leads to."""

    text: str
    style: TextStyle | None = None
    align: str = ""
    indent: float = 0.0
    span: int = 1
    target: str = ""


class Row(NamedTuple):
    """One row: a text or Cell for each column, and a colour behind it."""

    cells: tuple[str | Cell, ...]
    shade: Colour | None = None
    keep: bool = False


class Look(NamedTuple):
    """How a table is drawn: text styles, whether it has upright lines, padding above and below."""

    style: TextStyle = CELL
    head_style: TextStyle = CELL_HEAD
    upright: bool = True
    padding: float = PADDING
    left: float = LEFT
    width: float = WIDTH


PLAIN = Look()


class _Placed(NamedTuple):
    x: float
    width: float
    lines: tuple[Line, ...]
    style: TextStyle
    align: str
    target: str


def table(columns: Sequence[Column], rows: Sequence[Row], look: Look = PLAIN, *, headed: bool = True) -> list[Strip]:
    """The table as strips; the header stays with the first row and comes again on every page."""
    edges = _edges(columns, look)
    aligns = tuple(column.align for column in columns)
    head: Strip | None = None
    strips: list[Strip] = []
    if headed:
        titles = tuple(Cell(column.title, look.head_style, "centre") for column in columns)
        head = _strips(Row(titles, BAND), (edges, aligns), look)[0]
        head = head._replace(keep=True, ink=_with_top(head.ink, look))
        strips.append(head)
    for at, row in enumerate(rows):
        made = _strips(row, (edges, aligns), look)
        if not headed and at == 0:
            made[0] = made[0]._replace(ink=_with_top(made[0].ink, look))
        strips.extend(strip._replace(head=head, keep=row.keep) for strip in made)
    return strips


def _edges(columns: Sequence[Column], look: Look) -> tuple[float, ...]:
    whole = sum(column.share for column in columns)
    edges = [look.left]
    for column in columns:
        edges.append(edges[-1] + look.width * column.share / whole)
    return tuple(edges)


def _strips(row: Row, grid: tuple[tuple[float, ...], tuple[str, ...]], look: Look) -> list[Strip]:
    """The row: one strip, or several where it is taller than a page."""
    placed = _place_cells(row, grid, look)
    leading = max(cell.style.leading for cell in placed)
    most = max(1, int((BODY * 0.8 - 2 * look.padding) / leading))
    count = max(len(cell.lines) for cell in placed)
    return [
        _strip([cell._replace(lines=cell.lines[start : start + most]) for cell in placed], row, look)
        for start in range(0, count, most)
    ]


def _place_cells(row: Row, grid: tuple[tuple[float, ...], tuple[str, ...]], look: Look) -> list[_Placed]:
    edges, aligns = grid
    placed = []
    at = 0
    for told in row.cells:
        cell = told if isinstance(told, Cell) else Cell(told)
        x, right = edges[at] + cell.indent, edges[at + cell.span]
        style = cell.style or look.style
        lines = wrap(cell.text, style, right - x - 2 * _INSET)
        placed.append(_Placed(x, right - x, lines, style, cell.align or aligns[at], cell.target))
        at += cell.span
    return placed


def _strip(placed: Sequence[_Placed], row: Row, look: Look) -> Strip:
    inner = max(len(cell.lines) * cell.style.leading for cell in placed)
    height = inner + 2 * look.padding
    words: list[Words] = []
    links: list[Link] = []
    for cell in placed:
        top = look.padding + (inner - len(cell.lines) * cell.style.leading) / 2
        box = (cell.x + _INSET, cell.width - 2 * _INSET)
        for at, line in enumerate(cell.lines):
            words.append(set_line(line, cell.style, (box[0], top + at * cell.style.leading, box[1]), cell.align))
        if cell.target:
            links.append(Link(cell.x, 0, cell.width, height, cell.target))
    return Strip(height, Ink(tuple(words), _borders(placed, height, row, look), tuple(links)))


def _borders(placed: Sequence[_Placed], height: float, row: Row, look: Look) -> tuple[Shape, ...]:
    left, right = look.left, look.left + look.width
    shapes: list[Shape] = []
    if row.shade:  # the ground covers the line of the row above, so that line is drawn again
        shapes += [Box(left, 0, look.width, height, row.shade), Stroke(((left, 0), (right, 0)))]
    if look.upright:
        ends = [cell.x + cell.width for cell in placed]
        shapes.extend(Stroke(((x, 0), (x, height))) for x in (left, *ends))
    shapes.append(Stroke(((left, height), (right, height))))
    return tuple(shapes)


def _with_top(ink: Ink, look: Look) -> Ink:
    top = Stroke(((look.left, 0), (look.left + look.width, 0)), HAIR)
    return ink._replace(shapes=(*ink.shapes, top))
