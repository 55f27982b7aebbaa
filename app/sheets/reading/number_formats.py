"""What a stored number means by its number format: a plain number, a percentage, a day, a time of day."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from app.sheets.reading.cells import Value


class Look(Enum):
    """How a number is shown."""

    NUMBER = 0
    PERCENT = 1
    DAY = 2
    MONTH = 3
    TIME = 4


# 27–36 and 50–58 are days in the Chinese, Japanese and Korean editions of Excel, and stand in no styles part.
_BUILT_IN = {
    1: "0", 2: "0.00", 9: "0%", 10: "0.00%", 18: "h:mm", 19: "h:mm", 20: "h:mm", 21: "h:mm:ss", 32: "h:mm", 33: "h:mm:ss", 34: "h:mm",
    35: "h:mm:ss", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 55: "h:mm", 56: "h:mm:ss",
}  # fmt: skip
_BUILT_IN_DAYS = {14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58}
_BUILT_IN_MONTHS = {17, 27, 36, 50, 52, 57}
_UNSEEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|am/pm|a/p|general', re.IGNORECASE)
_ZEROS = re.compile(r"0{2,20}")
_DECIMALS = re.compile(r"0\.(0{1,20})(?:_ )?")
_SHORT = {Look.PERCENT: "0%", Look.DAY: "yyyy-mm-dd", Look.MONTH: "yyyy-mm", Look.TIME: "h:mm"}
_LAST_SERIAL = 2_958_465
_FIRST_1900, _FIRST_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


def built_in(number: int) -> str:
    """The format of a built-in number, as far as it matters here."""
    if number in _BUILT_IN_MONTHS:
        return "yyyy-mm"
    return "yyyy-mm-dd" if number in _BUILT_IN_DAYS else _BUILT_IN.get(number, "")


@lru_cache(maxsize=4096)
def look(number_format: str) -> Look:
    """How a number in this format is shown."""
    bare = _UNSEEN.sub("", number_format.split(";", 1)[0]).casefold()
    if "%" in bare:
        return Look.PERCENT
    if "d" in bare or ("y" in bare and "m" not in bare):
        return Look.DAY
    if "y" in bare:
        return Look.MONTH
    if "h" in bare or "s" in bare:
        return Look.TIME
    return Look.DAY if "m" in bare else Look.NUMBER


@lru_cache(maxsize=4096)
def short_format(number_format: str) -> str:
    """The shortest format that means the same here: few are left of the hundreds that a workbook may have."""
    kind = look(number_format)
    if kind is not Look.NUMBER:
        return _SHORT[kind]
    return number_format if _ZEROS.fullmatch(number_format) or _DECIMALS.fullmatch(number_format) else ""


def exact_number(stored: float) -> Decimal:
    """The Decimal that a person typed: the shortest form of the float; whole numbers lose their ``.0``."""
    if isinstance(stored, int) or stored.is_integer():
        return Decimal(int(stored))
    return Decimal(repr(stored))


def day_of_serial(serial: float | Decimal, epoch_1904: bool) -> date | datetime | None:
    """The day (with its time, if there is one) that a day number means; None outside the calendar."""
    if not 1 <= serial <= _LAST_SERIAL:
        return None
    # Excel counts a 29 February 1900 that never was.
    first = _FIRST_1900 if serial >= 60 else _FIRST_1900 + timedelta(days=1)
    start = _FIRST_1904 if epoch_1904 else first
    moment = start + timedelta(seconds=round(float(serial) * 86400))
    return moment.date() if moment.time() == datetime.min.time() else moment


def time_text(serial: float) -> str:
    """A time of day or a duration as text: ``8:30``."""
    minutes, seconds = divmod(round(serial * 86400), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}" + (f":{seconds:02d}" if seconds else "")


def meaning(stored: float, number_format: str, epoch_1904: bool) -> tuple[Value, str]:
    """The value of a stored number in its format, and the text that a person reads."""
    if not number_format:
        number = exact_number(stored)
        return number, plain_number(number)
    kind = look(number_format)
    if kind in {Look.DAY, Look.MONTH} and (day := day_of_serial(stored, epoch_1904)) is not None:
        # Excel turns a typed 2024年3月 into the first of March and shows the month.
        return day, shown_text(day) if kind is Look.DAY else f"{day:%Y-%m}"
    if kind is Look.TIME:
        text = time_text(stored)
        return text, text
    number = exact_number(stored)
    if kind is Look.PERCENT:
        return number, f"{plain_number(number * 100)}%"
    return number, _padded(number, number_format)


def _padded(number: Decimal, number_format: str) -> str:
    """The number's text: with the zeros before that ``0000`` shows, and the decimals that ``0.00`` shows."""
    text = plain_number(number)
    if _ZEROS.fullmatch(number_format) and text.isdecimal():
        return text.zfill(len(number_format))
    decimals = _DECIMALS.fullmatch(number_format)
    if decimals and -number.as_tuple().exponent < len(decimals[1]):  # type: ignore[operator]  # never infinite
        return f"{number:.{len(decimals[1])}f}"
    return text


def plain_number(number: Decimal) -> str:
    """A Decimal without exponent and without idle zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown_text(value: Value) -> str:
    """The text of a value that has no format of its own."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return plain_number(value) if isinstance(value, Decimal) else value
