"""What every table of the book is made of."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer, Table, Text
from sqlmodel import Field, SQLModel

STRICT = {"sqlite_strict": True}


def column(sa_type: type[Any] = Text, *, key: bool = False, of: str | None = None, optional: bool = False) -> Any:
    """A column of one of our types; ``of`` names the column it must be found in. Nothing is optional unless told."""
    kind: Any = sa_type
    return Field(sa_type=kind, primary_key=key, foreign_key=of, nullable=optional)


def table_of(row: type[SQLModel]) -> Table:
    """The table behind a row class, for Core statements."""
    return SQLModel.metadata.tables[str(row.__tablename__)]


class Recorded(SQLModel):
    """What every record brings with it: the place it was told, the import, and the step that wrote it last."""

    file: str = column()
    sheet: str = column()
    cell: str = column()
    batch: int | None = column(Integer, of="batches.id", optional=True)
    step: int = column(Integer, of="steps.id")
