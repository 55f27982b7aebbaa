"""Units as sheets tell them: behind a header, on a row below it, in a line above the table (``单位：万件``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from app.domain.words import plain
from app.sheets.reading.cells import Cell

_SIZES = "十百千万亿"
_UNIT = rf"[{_SIZES}]*(?:人次|百分比|百分点|小时|分钟|工作日|件|分|%|‰|人|名|个|次|天|日|元|篇|份|起|项|宗|案|卷|场|条|户|期|本)"
_UNITS = re.compile(rf"{_UNIT}(?:[,/;和及或]{_UNIT})*")
_BETWEEN = re.compile(r"[,/;和及或]")
_LABEL = re.compile(rf"(?:计量|计算|数据|统计)?单位[:]({_UNITS.pattern})(?=$|[)\]\d,.;])")
_BARE_LABEL = re.compile(r"(?:计量|计算|数据|统计)?单位[:]?")
_BRACKET = re.compile(r"[(\[](?:单位:)?([^()\[\]]+)[)\]]$")


_DIMENSIONS = (
    frozenset("件宗起案次个项篇条份卷场本户期人名") | {"人次"},
    frozenset(("%", "‰", "百分比", "百分点")),
    frozenset(("分",)),
    frozenset(("天", "日")),
    frozenset(("工作日",)),
    frozenset(("小时",)),
    frozenset(("分钟",)),
    frozenset(("元",)),
)
"""Units of one line may stand for each other; those of different lines measure different things."""


class UnitLine(NamedTuple):
    """A cell beside the table that tells the units of its figures."""

    cell: Cell
    units: tuple[str, ...]


def units_in(text: str) -> tuple[str, ...]:
    """The units of which a text consists (``件、分``); none where it says anything else."""
    bare = plain(text)
    return tuple(_BETWEEN.split(bare)) if _UNITS.fullmatch(bare) else ()


def unit_of_header(text: str) -> str:
    """What stands in the bracket at the end of a header, in plain form; empty where there is none."""
    told = _BRACKET.search(plain(text))
    return told[1] if told else ""


def is_another_size(shown: str, own: str) -> bool:
    """Whether a unit is another one's in another size: 万件 for 件, 元 for 万元, ‰ for %."""
    told, wanted = plain(shown), plain(own)
    if not told or not wanted or told == "百分":
        return False
    if "‰" in (told, wanted):
        return told != wanted
    return told != wanted and told.lstrip(_SIZES) == wanted.lstrip(_SIZES)


def is_of_another_thing(shown: str, own: str) -> bool:
    """Whether a unit measures something else than the own one: % or 分 for 件, 小时 for 天."""
    wanted = _dimension(plain(own))
    told = [_dimension(unit) for unit in units_in(shown)]
    return wanted >= 0 and bool(told) and all(0 <= each != wanted for each in told)


def _dimension(unit: str) -> int:
    """Which line of units one stands in; -1 where in none."""
    bare = unit if unit in _DIMENSIONS[1] else unit.lstrip(_SIZES)
    return next((place for place, line in enumerate(_DIMENSIONS) if bare in line), -1)


def unit_lines(cells: Sequence[Cell]) -> Iterator[UnitLine]:
    """The cells that tell units: ``单位：万件``, also in brackets behind a title, or 单位 with the unit to its right."""
    for cell in cells:
        bare = plain(cell.text)
        match = _LABEL.search(bare)
        if match:
            yield UnitLine(cell, units_in(match[1]))
        elif _BARE_LABEL.fullmatch(bare.strip("()")) and (units := _to_the_right(cell, cells)):
            yield units


def _to_the_right(cell: Cell, cells: Iterable[Cell]) -> UnitLine | None:
    right = [each for each in cells if each.row == cell.row and each.column > cell.column]
    next_one = min(right, key=lambda each: each.column, default=None)
    units = units_in(next_one.text) if next_one else ()
    return UnitLine(next_one, units) if next_one and units else None


def is_of_another_size(line: UnitLine, own: str) -> bool:
    """Whether a line of units tells an item's unit in another size, and not in its own."""
    return plain(own) not in line.units and any(is_another_size(each, own) for each in line.units)
