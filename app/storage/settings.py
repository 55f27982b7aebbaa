"""What the book says about itself: its court."""

from __future__ import annotations

from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import select

from app.storage.nouns import upsert
from app.storage.session import Session
from app.storage.tables import SettingRow, table_of

_SETTINGS = table_of(SettingRow)


class Court(NamedTuple):
    """Whose book it is: the court's name, its code, its level (基层, 中级, 高级, 专门); the last two may be empty."""

    name: str
    code: str = ""
    level: str = ""


def read_court(session: Session) -> Court:
    """Whose book it is."""
    told = read_settings(session)
    return Court(told.get("court", ""), told.get("code", ""), told.get("level", ""))


def read_settings(session: Session) -> dict[str, str]:
    """All settings; ``book`` is the book's own mark, which no other book has."""
    rows = session.connection.execute(select(_SETTINGS.c.name, _SETTINGS.c.value))
    return {row.name: row.value for row in rows}


def write_court(session: Session, court: Court) -> None:
    """Says whose book it is, and gives a new book its mark."""
    settings = {"court": court.name, "code": court.code, "level": court.level}
    if "book" not in read_settings(session):
        settings["book"] = uuid4().hex
    write_settings(session, settings)


def write_settings(session: Session, settings: dict[str, str]) -> None:
    """Adds or replaces settings by name."""
    session.connection.execute(upsert(_SETTINGS), [{"name": name, "value": value} for name, value in settings.items()])
