"""Long lists of inputs (cases, months, events) as a compact table, grouped by the sheet that they were told in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.domain.explanation import Input, Node, Step, figure_text
from app.domain.problems import Source
from app.reports.flow import Strip, kept, paragraph
from app.reports.style import SMALL, SMALL_GREY, SMALL_HEAD, text_width
from app.reports.tables import Cell, Column, Look, Row, table
from app.reports.wording import input_text, place_text

FEW = 8
"""Up to so many inputs stand one a line; more make a list."""
_GAP = 6.0
_LOOK = Look(SMALL, SMALL_HEAD, upright=False, padding=1.3)


def in_one_list(node: Node) -> tuple[tuple[Input, ...], tuple[Input, ...], tuple[Step, ...]]:
    """What of a node goes into a list, and which inputs and steps stand one a line.

    A case has an input (its cell) and a step (its coefficients) that begin with its number and give the same figure:
    many such pairs become one list, each line the step with the cell. Else many inputs become a list as they are.
    """
    cells = {(told.item.rpartition("（")[0], figure_text(told.value)): told for told in node.inputs}
    pairs = [(step, cells.get((step.text.partition(" ")[0], figure_text(step.value)))) for step in node.steps]
    joined = {told: told._replace(item=step.text) for step, told in pairs if told is not None}
    if len(joined) > 3:
        rest = tuple(told for told in node.inputs if told not in joined)
        return tuple(joined.values()), rest, tuple(step for step, told in pairs if told is None)
    return (node.inputs, (), node.steps) if len(node.inputs) > FEW else ((), node.inputs, node.steps)


def list_inputs(inputs: Sequence[Input], left: float, width: float) -> list[Strip]:
    """The inputs in one to three columns of number, item, value and cell, each sheet's under its name."""
    strips: list[Strip] = []
    number = 0
    for (file, sheet), group in groupby(inputs, _place_of):
        told = list(group)
        strips.extend(_caption(file, sheet, len(told), (left, width)))
        strips.extend(_columns(told, number, (left, width)))
        number += len(told)
    return strips


def _place_of(told: Input) -> tuple[str, str]:
    source = Source() if told.origin is None else told.origin.source
    return source.file, source.sheet


def _caption(file: str, sheet: str, count: int, across: tuple[float, float]) -> list[Strip]:
    place = " › ".join(filter(None, (file, sheet)))
    text = f"以下 {count} 项出自 {place}，“单元格”是所在的格" if place else f"以下 {count} 项"
    return kept(paragraph(text, SMALL_GREY, *across))


def _columns(told: Sequence[Input], start: int, across: tuple[float, float]) -> list[Strip]:
    cells = [_cells(each, start + at) for at, each in enumerate(told, start=1)]
    titles = ("序号", "数据", "值", "单元格" if _place_of(told[0])[0] else "出处")
    widths = [max(text_width(text, SMALL) for text in column) + 7.6 for column in zip(titles, *cells, strict=True)]
    count = _how_many(sum(widths), across[1])
    height = -(-len(cells) // count)
    aligns = ("right", "left", "right", "left")
    columns = [
        Column(*each) for _ in range(count) for each in zip(titles, _shares(widths, across, count), aligns, strict=True)
    ]
    rows = [Row(tuple(_row_cells(cells, at, height, count))) for at in range(height)]
    if len(rows) > 1:
        rows[-2] = rows[-2]._replace(keep=True)
    return table(columns, rows, _LOOK._replace(left=across[0], width=across[1]))


def _shares(widths: Sequence[float], across: tuple[float, float], count: int) -> list[float]:
    """Column widths within one block: as wide as asked, the item's column taking what is left or giving what lacks."""
    room = across[1] / count
    number, _, value, place = widths
    value, place = min(value, room * 0.3), min(place, room * 0.35)
    return [number, max(room - number - value - place, room * 0.2), value, place]


def _how_many(needed: float, width: float) -> int:
    return next((count for count in (3, 2) if (needed + _GAP) * count <= width), 1)


def _cells(told: Input, number: int) -> tuple[str, str, str, str]:
    cell = "" if told.origin is None else told.origin.source.cell
    return str(number), told.item, input_text(told), cell or place_text(told)


def _row_cells(cells: Sequence[tuple[str, str, str, str]], at: int, height: int, count: int) -> Iterator[Cell]:
    for column in range(count):
        place = at + column * height
        told = cells[place] if place < len(cells) else ("", "", "", "")
        yield from (Cell(told[0], SMALL_GREY), Cell(told[1]), Cell(told[2]), Cell(told[3], SMALL_GREY))
