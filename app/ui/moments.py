"""Days and places as people write them."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.entries import Origin


def day_text(day: date | None) -> str:
    """A day, or an empty text."""
    return day.isoformat() if day else ""


def moment_text(moment: str | None) -> str:
    """A moment of the book (ISO, UTC) on the clock of this computer, to the minute: ``2024-04-08 09:30``."""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}" if moment else ""


def place_text(file: str, sheet: str, cell: str) -> str:
    """A place in a workbook on one line."""
    return " · ".join(part for part in (file, sheet, cell) if part)


def origin_text(origin: Origin | None) -> str:
    """The place in a workbook that a record came from, or an empty text."""
    return place_text(*origin.source) if origin else ""
