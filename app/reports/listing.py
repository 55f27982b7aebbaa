"""Long lists of inputs (cases, months, events) as a compact table, grouped by the sheet that they were told in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from app.domain.explanation import Input, Node, Step, figure_text
from app.domain.problems import Source
from app.reports.flow import Strip, kept, paragraph
from app.reports.style import SMALL, SMALL_GREY, SMALL_HEAD, text_width
from app.reports.tables import Cell, Column, Look, Row, table
from app.reports.wording import place_text

FEW = 8
"""Up to so many inputs stand one a line; more make a list."""
_MOST_STRETCHES = 8
"""A reference of more pieces than this is harder to follow than the list itself."""
_GAP = 6.0
_LOOK = Look(SMALL, SMALL_HEAD, upright=False, padding=1.3)


class PrintedLists:
    """The lists that the volume has so far: what stands in one of them is referred to by page and serial number."""

    def __init__(self) -> None:
        self._lists: list[tuple[dict[Input, int], str]] = []

    def remember(self, listed: Sequence[Input], name: str, pages: tuple[int, int]) -> None:
        """Notes a list, by the name of what it belongs to, from its first to its last page."""
        first, last = pages
        where = f"第 {first} 页" if first == last else f"第 {first}–{last} 页"
        self._lists.append(({told: at for at, told in enumerate(listed, start=1)}, f"{where}“{name}”所列"))

    def reference(self, listed: Sequence[Input]) -> str:
        """Where all of it stands already: the same list, or a few stretches of a longer one; else an empty text."""
        for serials, where in self._lists:
            if not all(told in serials for told in listed):
                continue
            if len(listed) == len(serials):
                return f"与{where}相同"
            stretches = _stretches(sorted(serials[told] for told in listed))
            if len(stretches) <= _MOST_STRETCHES:
                return f"即{where}的第 {'、'.join(stretches)} 号"
        return ""


def _stretches(numbers: Sequence[int]) -> list[str]:
    """Ascending numbers as stretches: 3, 5–9."""
    groups = groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    runs = [[number for _, number in group] for _, group in groups]
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def in_one_list(node: Node) -> tuple[tuple[Input, ...], tuple[Input, ...], tuple[Step, ...]]:
    """What of a node goes into a list, and which inputs and steps stand one a line.

    A case has an input (its cell) and a step (its coefficients) that begin with its number and give the same figure:
    many such pairs become one list, each line the step with the cell. Else many inputs become a list as they are,
    but for computed ones and those that a sheet gives only one or two of.
    """
    cells = {(told.item.rpartition("（")[0], figure_text(told.value)): told for told in node.inputs}
    pairs = [(step, cells.get((step.text.partition(" ")[0], figure_text(step.value)))) for step in node.steps]
    joined = {told: told._replace(item=step.text) for step, told in pairs if told is not None}
    if len(joined) > 3:
        rest = tuple(told for told in node.inputs if told not in joined)
        return tuple(joined.values()), rest, tuple(step for step, told in pairs if told is None)
    if len(node.inputs) <= FEW:
        return (), node.inputs, node.steps
    counts = Counter(map(_place_of, node.inputs))
    single = tuple(told for told in node.inputs if told.origin is None or counts[_place_of(told)] < 3)
    if len(single) > FEW:
        return node.inputs, (), node.steps
    return tuple(told for told in node.inputs if told not in single), single, node.steps


def list_inputs(inputs: Sequence[Input], left: float, width: float) -> list[Strip]:
    """The inputs in one to three columns of number, item, value and cell, each sheet's under its name."""
    cells = [_cells(told, number) for number, told in enumerate(inputs, start=1)]
    titles = ("序号", "数据", "值", "单元格" if all(_place_of(told)[0] for told in inputs) else "出处")
    columns = _columns((titles, *cells), width)
    look = _LOOK._replace(left=left, width=width)
    strips: list[Strip] = []
    start = 0
    for (file, sheet), group in groupby(inputs, _place_of):
        count = len(list(group))
        made = table(columns, _rows(cells[start : start + count], len(columns) // 4), look)
        strips.extend(_caption(file, sheet, count, (left, width)))
        strips.extend(made if start == 0 else made[1:])  # the titles once, and again on each page
        start += count
    return strips


def _place_of(told: Input) -> tuple[str, str]:
    source = Source() if told.origin is None else told.origin.source
    return source.file, source.sheet


def _caption(file: str, sheet: str, count: int, across: tuple[float, float]) -> list[Strip]:
    place = " › ".join(filter(None, (file, sheet)))
    return kept(paragraph(f"以下 {count} 项出自 {place or '本库，没有来源表'}", SMALL_GREY, *across))


def _columns(cells: Sequence[tuple[str, str, str, str]], width: float) -> list[Column]:
    """The columns of as many blocks side by side as the widest texts leave room for; the first cells are titles."""
    widths = [max(text_width(text, SMALL) for text in column) + 7.6 for column in zip(*cells, strict=True)]
    count = _how_many(sum(widths), width)
    aligns = ("right", "left", "right", "left")
    block = [Column(*each) for each in zip(cells[0], _shares(widths, width / count), aligns, strict=True)]
    return block * count


def _rows(cells: Sequence[tuple[str, str, str, str]], count: int) -> list[Row]:
    height = -(-len(cells) // count)
    rows = [Row(tuple(_row_cells(cells, at, height, count))) for at in range(height)]
    if len(rows) > 1:
        rows[-2] = rows[-2]._replace(keep=True)
    return rows


def _shares(widths: Sequence[float], room: float) -> list[float]:
    """Column widths within one block: as wide as asked, the item's column taking what is left or giving what lacks."""
    number, _, value, place = widths
    value, place = min(value, room * 0.3), min(place, room * 0.35)
    return [number, max(room - number - value - place, room * 0.2), value, place]


def _how_many(needed: float, width: float) -> int:
    return next((count for count in (3, 2) if (needed + _GAP) * count <= width), 1)


def _cells(told: Input, number: int) -> tuple[str, str, str, str]:
    cell = "" if told.origin is None else told.origin.source.cell
    return str(number), told.item, told.told, cell or place_text(told)


def _row_cells(cells: Sequence[tuple[str, str, str, str]], at: int, height: int, count: int) -> Iterator[Cell]:
    for column in range(count):
        place = at + column * height
        told = cells[place] if place < len(cells) else ("", "", "", "")
        yield from (Cell(told[0], SMALL_GREY), Cell(told[1]), Cell(told[2]), Cell(told[3], SMALL_GREY))
