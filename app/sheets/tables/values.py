"""A cell as the value that a column asks for: number, day, staff number, name, or one of the four kinds of nothing.

What cannot be read for certain raises Unreadable with a code of the messages; nothing is guessed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from app.domain.entries import State
from app.domain.words import half_width, plain
from app.sheets.reading.cells import Cell
from app.sheets.reading.number_formats import day_of_serial, plain_number

_WIDE_SIGNS = str.maketrans({**{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}, "−": "-", "％": "%"})
_BLANK = re.compile(r"[\s\u00a0\u2000-\u200f\u3000\ufeff]+")
_UNSEEN = re.compile(r"[\u200b-\u200f\ufeff]+")
_BESIDE_DIGITS = re.compile(r"(?<![\d.,]) | (?![\d.,])", re.ASCII)
_NUMBER = re.compile(r"([+-]?(?:\d+|\d{1,3}(?:[, ]\d{3})+)(?:\.\d+)?)(%?)(\D*)", re.ASCII)
_FULL_DAY = re.compile(
    r"((?:19|20)\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?(?:t?\d{1,2}:\d{2}(?::\d{2})?(?:\.0+)?)?",
    re.ASCII,
)
_HOUR = re.compile(r"(?<=[0-9日号])(?:\s+|T)(?:上午|下午)?\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
"""The time of day behind a day, as case systems write it."""
_DAY_ALONE = re.compile(r"(1[0-2]|0?[1-9])月([123]?\d|0\d)[日号]", re.ASCII)
_MONTH = re.compile(r"((?:19|20)\d{2})[-./年](\d{1,2})月?份?", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(\d{2})?", re.ASCII)
_EXCUSED = re.compile(r"免计?(?:[:(](.+?)\)?)?")
_OPEN_END = frozenset(("至今", "今", "现在", "目前", "在任", "长期"))
_NOT_APPLICABLE = re.compile(r"/|-{1,4}|不适用")
_SERIALS = range(15_000, 80_000)
_DOTS = str.maketrans(dict.fromkeys("•・‧∙●.．", "·"))
_EXCEL_DIGITS = 15
_ORDINAL = re.compile(r"^[(（]?\d{1,3}(?:[)）、．.,，:：]|\s)+(?=[\u3400-\u9fff])")
_STARS = "*＊※★☆△▲▽▼◆◇●○◎■□#＃†‡"
"""Signs that refer to a note; no name has one."""


class Unreadable(Exception):
    """The cell does not hold what is asked for; ``code`` is of the messages."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Number(NamedTuple):
    """A number, and whether it was told as a percentage (98 % is 0.98)."""

    value: Decimal
    percent: bool = False


def number_of(cell: Cell, unit: str = "") -> Number:
    """The number in a cell; a text may have thousands separators, a percent sign, or the ``unit`` behind it.

    A blank between digits separates thousands or nothing: ``12 15`` are two numbers, and none.
    """
    if isinstance(cell.value, Decimal):
        return Number(cell.value, cell.percent)
    if isinstance(cell.value, date):
        raise Unreadable("date-for-number")
    if not isinstance(cell.value, str):
        raise Unreadable("not-a-number")
    match = _NUMBER.fullmatch(_in_one_piece(cell.value))
    if match is None or match[3] not in ({""} if match[2] else {"", plain(unit)}):
        raise Unreadable("not-a-number")
    value = Decimal(match[1].replace(",", "").replace(" ", ""))
    return Number(value / 100, percent=True) if match[2] else Number(value)


def _in_one_piece(text: str) -> str:
    """A text without the blanks that stand around a figure, its sign or its unit; those between digits stay, as one."""
    seen = _BLANK.sub(" ", _UNSEEN.sub("", text.translate(_WIDE_SIGNS))).strip()
    return _BESIDE_DIGITS.sub("", seen)


def nothing_of(cell: Cell) -> tuple[State, str] | None:
    """Which kind of nothing a cell holds, with the reason told for 免计; None where it holds something."""
    if not isinstance(cell.value, str):
        return None
    bare = plain(cell.value)
    if _NOT_APPLICABLE.fullmatch(bare):
        return State.NOT_APPLICABLE, ""
    match = _EXCUSED.fullmatch(bare)
    if match:
        return State.EXCUSED, match[1] or ""
    return (State.EMPTY, "") if bare == "未填" else None


def day_within(cell: Cell, year: int) -> date | None:
    """The day told without its year (``3月5日``), in a year; None where it is told otherwise, or is on no calendar."""
    match = _DAY_ALONE.fullmatch(plain(cell.text)) if isinstance(cell.value, str) else None
    try:
        return date(year, int(match[1]), int(match[2])) if match else None
    except ValueError:
        return None


def is_month_alone(cell: Cell) -> bool:
    """Whether a month is told without its day. A day that is only shown as a month is told, unless it is the first: that
    is what a spreadsheet makes of a month.
    """  # fmt: skip
    if isinstance(cell.value, date):
        return len(cell.text) == 7 and cell.value.day == 1
    bare = plain(cell.text)
    compact = _COMPACT.fullmatch(bare)
    return bool(_MONTH.fullmatch(bare)) or (compact is not None and compact[3] is None)


def day_of(cell: Cell, *, epoch_1904: bool = False, last: bool = False) -> date | None:
    """The day in a cell, None for 至今 and the like; of a month told without a day, the first day, or the ``last``."""
    value = cell.value
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return _month_day(day.year, day.month, last) if len(cell.text) == 7 else _plausible(day)
    if isinstance(value, Decimal) and value == int(value) and int(value) in _SERIALS:
        serial = day_of_serial(value, epoch_1904)
        return serial.date() if isinstance(serial, datetime) else serial
    if isinstance(value, Decimal) and re.fullmatch(r"\d{4}\.1", cell.text):
        raise Unreadable("month-lost-its-zero")
    if isinstance(value, bool) or value is None:
        raise Unreadable("not-a-date")
    return _day_of_text(plain(_HOUR.sub("", half_width(cell.text).strip())), last)


def _day_of_text(bare: str, last: bool) -> date | None:
    if bare in _OPEN_END or _NOT_APPLICABLE.fullmatch(bare):
        return None
    if bare.isascii() and bare.isdecimal() and len(bare) == 5 and int(bare) in _SERIALS:
        serial = day_of_serial(Decimal(bare), epoch_1904=False)
        return serial.date() if isinstance(serial, datetime) else serial
    match = _FULL_DAY.fullmatch(bare) or _MONTH.fullmatch(bare) or _COMPACT.fullmatch(bare)
    if match is None:
        raise Unreadable("not-a-date")
    told = [int(part) for part in match.groups() if part]
    try:
        return date(told[0], told[1], told[2]) if len(told) == 3 else _month_day(told[0], told[1], last)
    except ValueError:
        raise Unreadable("no-such-day") from None


def _month_day(year: int, month: int, last: bool) -> date:
    if not 1 <= month <= 12:
        raise Unreadable("no-such-day")
    return date(year, month, monthrange(year, month)[1] if last else 1)


def _plausible(day: date) -> date:
    if not 1900 < day.year < 2100:
        raise Unreadable("not-a-date")
    return day


def staff_no_of(cell: Cell) -> str:
    """A 工号: text without blanks, half-width; a number that a spreadsheet made of it is written out."""
    if isinstance(cell.value, Decimal):
        if cell.value != int(cell.value) or cell.value < 0 or cell.percent:
            raise Unreadable("staff-no-bad")
        if cell.value >= 10**_EXCEL_DIGITS:
            raise Unreadable("digits-lost")
        return str(int(cell.value)) if "." in cell.text else cell.text
    if not isinstance(cell.value, str):
        raise Unreadable("staff-no-bad")
    text = _BLANK.sub("", half_width(cell.value)).removeprefix("'")
    if re.fullmatch(r"\d(\.\d+)?[eE]\+\d+", text):
        raise Unreadable("digits-lost")
    return text


def id_number_of(cell: Cell) -> str:
    """A 身份证号 as text; one that a spreadsheet has made a number of keeps 15 digits only and is refused."""
    if isinstance(cell.value, Decimal):
        if cell.value >= 10**_EXCEL_DIGITS:
            raise Unreadable("id-number-damaged")
        return plain_number(cell.value)
    if not isinstance(cell.value, str):
        raise Unreadable("id-number-bad")
    text = _BLANK.sub("", half_width(cell.value)).removeprefix("'").upper()
    if re.fullmatch(r"\d\.\d+E\+\d+", text) or (re.fullmatch(r"\d{15}000", text) and not _checks(text)):
        raise Unreadable("id-number-damaged")
    if not re.fullmatch(r"\d{17}[\dX]|\d{15}", text):
        raise Unreadable("id-number-bad")
    if len(text) == 18 and not _checks(text):
        raise Unreadable("id-number-check")
    return text


def _checks(id_number: str) -> bool:
    """Whether the last sign of an 18-digit number is the check sign of the others (GB 11643)."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(id_number[:17]))
    return "10X98765432"[total % 11] == id_number[17]


def without_number(text: str) -> str:
    """A name without its running number in a list: ``2.赵一鸣``, ``1 王芳``."""
    return _ORDINAL.sub("", text.strip())


def name_of(text: str) -> str:
    """A person's name without the blanks that align it, a running number before it and stars that refer to a note.

    The dot inside a minority name is one and the same. What stands in brackets may tell two people apart and stays.
    """
    text = without_number(text)
    bare = _BLANK.sub("", text)
    alone = bare.strip(_STARS)
    # One character and stars are a name that was hidden.
    bare = alone if len(alone) > 1 else bare
    if not re.search(r"[\u3400-\u9fff\U00020000-\U0003ffff]", bare):
        return " ".join(text.split())
    return bare.translate(_DOTS)


def words_of(text: str) -> str:
    """A text in one line: line breaks and runs of blanks become one blank."""
    return " ".join(_BLANK.split(text.strip()))


def case_number_of(text: str) -> str:
    """A 案号 in one writing: no blanks, half-width digits, full-width brackets."""
    bare = _BLANK.sub("", half_width(text))
    return bare.replace("(", "（").replace(")", "）").replace("[", "（").replace("]", "）")
