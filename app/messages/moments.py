"""When something happened, as people read it."""

from __future__ import annotations

from datetime import datetime


def moment_text(moment: str | None) -> str:
    """A moment of the book (ISO, UTC) on the clock of this computer, to the minute: ``2024-04-08 09:30``.

    Nothing for none; what is no moment (somebody tampered with the book) as it stands.
    """
    try:
        return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}" if moment else ""
    except ValueError:
        return moment or ""
