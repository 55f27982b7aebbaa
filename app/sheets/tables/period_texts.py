"""Periods and divisions as texts tell them: ``周期：2024Q1``, ``2024年第一季度``, ``部门：民一庭`` (contract, section 4.1, 10).

A full date is never a period.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.domain.periods import Kind, Period
from app.domain.words import plain
from app.sheets.reading.cells import Cell
from app.sheets.tables.period_parts import EXPRESSION, Months, months_of, part_alone, part_of_text
from app.sheets.tables.units import units_in

_YEAR = r"(?<!\d)((?:19|20)\d{2})"
_WRITTEN_YEAR = re.compile(r"(?<![一二三四五六七八九〇零○])(?:一九|二[〇零○o0])[一二三四五六七八九〇零○o0]{2}(?=年)")
_WRITTEN = {ord(sign): str(digit) for digit, sign in enumerate("零一二三四五六七八九")} | {
    ord(sign): "0" for sign in "〇○o"
}
_DATE = re.compile(_YEAR + r"(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}(?!\d)日?")
_COMPACT_DATE = re.compile(r"(?<!\d)(?:19|20)\d{6}(?!\d)")
_IN_YEAR = r"(?:年度?)?[-_.,:;/]?"
_PARTS = re.compile(
    r"(?<!截至)(?<!截止)"
    + _YEAR
    + rf"(?:年度?[-_.,:;/(]?|[-_.,:;/(]|(?=第|首|q|[一二三四ⅰ-ⅳ]))({EXPRESSION})"
    + r"(?![一二三四五六七八九十]{1,3}[日号])(?!至今|以来|起|止|以前|以后|底?前)"
)
_FORMS = (
    (Kind.QUARTER, re.compile(_YEAR + r"([1-4])季度?")),
    (Kind.HALF, re.compile(_YEAR + _IN_YEAR + r"(?:([上下])半年度?|h([12])(?!\d))")),
    (Kind.MONTH, re.compile(_YEAR + r"(0[1-9]|1[0-2])(?!\d)")),
    (Kind.MONTH, re.compile(_YEAR + r"[-./](1[0-2]|0[1-9]|[1-9])(?![\d.])")),
)  # fmt: skip
_SPEAKS_OF_PART = re.compile(
    _YEAR + r"年?度?[第首末前后上中下半本各每零两百度初底份月季年一二三四五六七八九十ⅰ-ⅻivx\d,和与及至到~./()-]*[季月]"
    r"|" + _YEAR + r"年?度?[第首末前后上中下各每一二两,和与及至到~./()-]*半年"
)
"""A year and behind it a quarter, a month or a half, however it is told: never the whole year, nor a piece of it."""
_YEAR_ALONE = re.compile(_YEAR + r"年度?(?!\d)")
_BARE_YEAR = re.compile(r"(?:^|.*[-_,])((?:19|20)\d{2})(?:$|[-_,].*)")
_DAYS = re.compile(
    _YEAR
    + r"[年.-](1[0-2]|0?[1-9])[月.-]([123]?\d|0\d)日?[-~至到]{1,2}(?:\1[年.-])?(1[0-2]|0?[1-9])[月.-]([123]?\d|0\d)(?!\d)日?"
)
"""From a day to a day of the same year."""
_LONGEST = 16
"""How many signs a period by itself has at most: ``2024年第一季度至第二季度``."""
_PERIOD_LABEL = re.compile(r"(?:考核|所属|数据|统计|填报|测评|评价)?(?:周期|期间|月份|季度|所属期|考核期|年月)[:]?")
_DIVISION_LABEL = re.compile(r"(?:部门|庭室|所在部门|所在庭室|科室|处室|部门名称|庭室名称|单位)[:]")

_REPORTER_LABEL = re.compile(r"(?:填报|填表|报送|制表|上报)(?:部门|单位|庭室|科室):")


class Told(NamedTuple):
    """A period that a text tells, and the cell where it stands. ``labelled``: said to be the period."""

    period: Period
    cell: str
    labelled: bool = False


def period_in(text: str) -> Period | None:
    """The one period that a text names, or None where it names none or several, or one that is not understood."""
    whole = _readable(text)
    days = {_between(*map(int, match.groups())) for match in _DAYS.finditer(whole)}
    if days:
        return days.pop() if len(days) == 1 else None
    found = {_part(match) for match in _PARTS.finditer(whole)}
    bare = _without_dates(_PARTS.sub(" ", whole))
    found |= {period for kind, form in _FORMS for match in form.finditer(bare) if (period := _period(kind, match))}
    if found or _SPEAKS_OF_PART.search(bare):
        return found.pop() if len(found) == 1 else None
    years = {int(year) for year in _YEAR_ALONE.findall(bare)}
    return part_alone(bare, years.pop()) if len(years) == 1 else None


def _readable(text: str) -> str:
    """The text in plain form, a year in Chinese numerals (``二〇二四年``) in digits."""
    return _WRITTEN_YEAR.sub(lambda match: match[0].translate(_WRITTEN), plain(text))


def _without_dates(whole: str) -> str:
    return _COMPACT_DATE.sub(" ", _DATE.sub(" ", whole))


def _part(match: re.Match[str]) -> Period | None:
    """The period of a year with its part; None where the part is none, or reaches into another year."""
    months = months_of(match[2]) if set(re.findall(r"(\d{4})年", match[2])) <= {match[1]} else None
    return months.within(int(match[1])) if months else None


def spanned(year: int, first: int, last: int) -> Period | None:
    """The period that begins with one month and ends with another, or None where there is no such."""
    return Months(first, last).within(year)


def _between(year: int, first: int, day: int, last: int, end: int) -> Period | None:
    """The period that lasts from a day to a day, or None where there is no such."""
    whole = spanned(year, first, last) if first <= last else None
    return whole if whole is not None and (day, end) == (whole.first_day.day, whole.last_day.day) else None


def _period(kind: Kind, match: re.Match[str]) -> Period | None:
    told = next(group for group in match.groups()[1:] if group)
    index = {"上": 1, "下": 2}.get(told) or int(told)
    return Period(int(match[1]), kind, index) if 1 <= index <= 12 // kind else None


def period_of(text: str) -> Period | None:
    """The period that a whole text is (``2024Q1``, ``2024.3``, ``2024``), for a cell that holds nothing else."""
    bare = _readable(text)
    if re.fullmatch(_YEAR, bare):
        return Period(int(bare), Kind.YEAR, 1)
    return period_in(bare) if len(bare) <= _LONGEST else None


def period_in_name(stem: str) -> Period | None:
    """The period that a file's name tells; a year may stand there bare: ``数据-2024``."""
    found = period_in(stem)
    bare = _BARE_YEAR.fullmatch(plain(stem)) if found is None else None
    return Period(int(bare[1]), Kind.YEAR, 1) if bare else found


def part_of(text: str, period: Period) -> Period | None:
    """A month or quarter told without its year (``3月``, ``3``, ``一季度``), inside a period's year."""
    bare = plain(text)
    if bare.isdecimal() and 1 <= int(bare) <= 12:
        return Period(period.year, Kind.MONTH, int(bare))
    return part_of_text(bare, period.year)


def periods_told(above: Sequence[Cell], below: Sequence[Cell]) -> tuple[Told, ...]:
    """The periods that the cells around a table tell. Where one is labelled as the period, only labelled ones count.

    A title speaks beside a label of the same kind of period, and beside one below the table always: where they differ,
    one was left over from the last time.
    """
    on_top = [told for told in _labelled(above) if told]
    labelled = on_top + [told for told in _labelled(below) if told]
    if labelled:
        return (*labelled, *_title(above, {told.period.kind for told in on_top}))
    return tuple(Told(period, cell.address) for cell in above if (period := _in_cell(cell)))


def _title(above: Sequence[Cell], kinds: Collection[Kind]) -> Iterator[Told]:
    first = min(above, key=lambda cell: (cell.row, cell.column), default=None)
    if first is None or ":" in plain(first.text) or Kind.YEAR in kinds:
        return
    period = _in_cell(first)
    if period is not None and (period.kind in kinds or not kinds):
        yield Told(period, first.address)


def unread_label(cells: Sequence[Cell]) -> Cell | None:
    """A cell that is said to be the period and names a year, but no period (``周期：2024年3月5日``)."""
    for cell in cells:
        match = _PERIOD_LABEL.match(plain(cell.text))
        if match and re.search(_YEAR, plain(cell.text)[match.end() :]):
            return cell
    return None


def unread_title(cells: Sequence[Cell]) -> Cell | None:
    """The title, where it speaks of a part of a year that is not understood: ``2024年第五季度``, ``2024年前三季度``."""
    first = min(cells, key=lambda cell: (cell.row, cell.column), default=None)
    if first is None or not isinstance(first.value, str) or period_in(first.text) is not None:
        return None
    return first if _SPEAKS_OF_PART.search(_without_dates(_readable(first.text))) else None


def tells_period(text: str) -> bool:
    """Whether a text is a label with its period (``周期：2024Q1``): such a line below a table is a note, no record."""
    bare = plain(text)
    match = _PERIOD_LABEL.match(bare)
    return match is not None and bare[match.end() - 1] == ":" and period_of(bare[match.end() :]) is not None


def _labelled(cells: Sequence[Cell]) -> Iterable[Told | None]:
    for cell in cells:
        bare = plain(cell.text)
        match = _PERIOD_LABEL.match(bare) or re.search(r"(?:周期|期间|月份):", bare)
        if match is None:
            continue
        if len(bare) > match.end():
            told = bare[match.end() :]
            period = period_of(told) or period_in(told)
            yield Told(period, cell.address, labelled=True) if period else None
        else:
            right = _right_of(cell, cells)
            period = period_in_cell(right) if right else None
            yield Told(period, right.address, labelled=True) if right and period else None


def period_in_cell(cell: Cell) -> Period | None:
    """The period in a cell that is meant to hold one. The number 2024.1 may have been 2024.10 and is none."""
    if isinstance(cell.value, Decimal):
        return None if cell.text.endswith(".1") else period_of(cell.text)
    if isinstance(cell.value, str):
        return period_of(cell.text) or period_in(cell.text)
    return _in_cell(cell)


def _right_of(cell: Cell, cells: Iterable[Cell]) -> Cell | None:
    to_the_right = [each for each in cells if each.row == cell.row and each.column > cell.column]
    return min(to_the_right, key=lambda each: each.column, default=None)


def _in_cell(cell: Cell) -> Period | None:
    """The period in a cell: a text that names one, or a day that is shown as a month; a day is never a period."""
    if isinstance(cell.value, str) or (isinstance(cell.value, date) and len(cell.text) == 7):
        return period_in(cell.text)
    return None


def division_told(cells: Sequence[Cell]) -> str:
    """The division that a cell beside the table names (``部门：民一庭``), or an empty text."""
    for cell in cells:
        bare = plain(cell.text)
        match = _DIVISION_LABEL.match(bare)
        if match and (units_in(bare[match.end() :].rstrip(")")) or bare.endswith("法院")):
            continue
        if match and len(bare) > match.end():
            return _after_label(cell.text)
        if _DIVISION_LABEL.match(f"{bare}:") and not match and (right := _right_of(cell, cells)) is not None:
            if units_in(right.text) or plain(right.text).endswith("法院"):
                continue
            return right.text
    return ""


def reporter_told(cells: Sequence[Cell]) -> str:
    """The division that filled the sheet in (``填报部门：审管办``), else the one it is about, or an empty text."""
    for cell in cells:
        bare = plain(cell.text)
        match = _REPORTER_LABEL.match(bare)
        if match and len(bare) > match.end():
            return _after_label(cell.text)
        if match and (right := _right_of(cell, cells)) is not None:
            return right.text
    return division_told(cells)


def _after_label(text: str) -> str:
    rest = re.split(r"[:：]", text, maxsplit=1)[1].strip()
    return re.split(r"\s{2,}|\u3000{2,}|周期|时间|日期|填表", rest, maxsplit=1)[0].strip()
