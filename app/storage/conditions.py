"""Conditions over time, for columns that hold periods or days as text."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Text, and_, or_, type_coerce


def in_year(column: Column[Any], year: int) -> ColumnElement[bool]:
    """Periods of the year: every code lies between its own and the next year's, as text."""
    code = type_coerce(column, Text)
    return and_(code >= f"{year:04d}", code < f"{year + 1:04d}")


def meets(start: Column[Any], end: Column[Any], first: date, last: date) -> ColumnElement[bool]:
    """From-to records with at least one day between ``first`` and ``last``; an open start or end is an empty text."""
    begins, ends = type_coerce(start, Text), type_coerce(end, Text)
    return and_(begins <= last.isoformat(), or_(ends == "", ends >= first.isoformat()))
