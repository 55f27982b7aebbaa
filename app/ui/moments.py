"""Days and places as people write them."""

from __future__ import annotations

from datetime import date

from app.domain.entries import Origin
from app.messages.moments import moment_text

__all__ = ["day_text", "moment_text", "origin_text", "place_text"]


def day_text(day: date | None) -> str:
    """A day, or an empty text."""
    return day.isoformat() if day else ""


def place_text(file: str, sheet: str, cell: str) -> str:
    """A place in a workbook on one line."""
    return " · ".join(part for part in (file, sheet, cell) if part)


def origin_text(origin: Origin | None) -> str:
    """The place in a workbook that a record came from, or an empty text."""
    return place_text(*origin.source) if origin else ""
