"""The division that a title or the name of a sheet tells (民事审判第一庭2024年第一季度数据): of whom its people likely are.

Likely, as the one who counts may stand there too: it decides between people of one name only (contract, section 4.1, 10).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from app.domain.division_names import fitting
from app.domain.words import plain
from app.sheets.reading.cells import Sheet
from app.sheets.tables.layout import Table, cells_above
from app.sheets.tables.row_kinds import section_division

_SENDER = re.compile(r"填报|报送|提供|制表|上报|填写|汇总单位")
_LEADING = re.compile(r"(?:.*(?:法院|年度?|季度?|半年|月份?))?([^\W\d_]{2,10}?[庭局室处队科所办])(?!公)")


def division_titled(sheet: Sheet, top: int, divisions: Iterable[str]) -> str:
    """The one division that the cells above a header and the sheet's name tell, or an empty text."""
    known = {plain(each): each for each in divisions}
    texts = [cell.text for cell in cells_above(sheet, top) if isinstance(cell.value, str)]
    found = {division for text in (*texts, sheet.name) if (division := _in_title(plain(text), known))}
    return known[found.pop()] if len(found) == 1 else ""


def _in_title(title: str, known: Collection[str]) -> str:
    """The one known division that a title names in full or in short, in plain form."""
    if ":" in title or _SENDER.search(title):
        return ""
    named = [each for each in known if each and each in title]
    named = [each for each in named if not any(each != other and each in other for other in named)]
    if not named and (match := _LEADING.match(title)):
        named = list(fitting(match[1], known).sure)
    return named[0] if len(named) == 1 else ""


def division_over(sheet: Sheet, top: int, divisions: frozenset[str]) -> str:
    """The division on a row of its own right above a header, of one side of a sheet; or an empty text."""
    rows = sorted((row for row in sheet.rows if row < top), reverse=True)[:1]
    cells = sheet.rows[rows[0]] if rows else {}
    return section_division(cells, divisions) if len(cells) == 1 else ""


def each_of_its_own(tables: Iterable[tuple[Table, str]]) -> list[Table]:
    """Tables beside each other with the divisions that stand over them, where these are several different ones."""
    every = list(tables)
    if len({division for _, division in every if division}) < 2:
        return [table for table, _ in every]
    return [_of_division(table, division) for table, division in every]


def _of_division(table: Table, division: str) -> Table:
    return replace(table, rows=tuple(replace(row, division=row.division or division) for row in table.rows))
