"""Reads the measures' workbooks for the independent computations. Shares nothing with the program: openpyxl only."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl

Row = dict[str, Any]
OUT = "/"
"""What a cell says that does not apply."""


def rows(path: Path) -> list[Row]:
    """The rows of the first sheet by their header; figures as fractions, days as dates."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    header, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(header, map(value, line), strict=True)) for line in body]


def value(cell: Any) -> Any:
    if isinstance(cell, dt.datetime):
        return cell.date()
    return Fraction(str(cell)) if isinstance(cell, int | float) else cell


def day(cell: Any) -> dt.date:
    return cell if isinstance(cell, dt.date) else dt.date.fromisoformat(cell)


def rounded(figure: Fraction | int, places: int = 2) -> Fraction:
    """Half up, away from zero."""
    scaled = abs(Fraction(figure)) * 10**places
    units = math.floor(scaled + Fraction(1, 2))
    return Fraction(units if figure >= 0 else -units, 10**places)


def text(figure: Fraction) -> str:
    cents = int(figure * 100)
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def mean(figures: Iterable[Fraction]) -> Fraction | None:
    """None where there is none."""
    told = list(figures)
    return sum(told, Fraction(0)) / len(told) if told else None


def days_between(first: dt.date, last: dt.date, begin: dt.date, end: dt.date) -> int:
    """How many days of first…last lie in begin…end."""
    return max((min(last, end) - max(first, begin)).days + 1, 0)


def printed(scores: dict[str, Fraction | None], marks: dict[str, int], total: int = 100) -> dict[str, str]:
    """The scores as texts with 摊分 and total; ``marks`` are the full marks of what counts in the 100."""
    told = {code: text(score) for code, score in scores.items() if score is not None}
    kept = [code for code in marks if scores[code] is not None]
    points = sum((scores[code] or Fraction(0) for code in kept), Fraction(0))
    extra = sum((score for code, score in scores.items() if code not in marks and score is not None), Fraction(0))
    whole = points
    if len(kept) < len(marks):
        whole = rounded(points * total / sum(marks[code] for code in kept))
        told["摊分"] = text(whole - points)
    return {**told, "total": text(whole + extra)}
