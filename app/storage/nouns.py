"""One class for every noun of the book: read, write and remove records whose fields are the table's columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import Field, fields
from functools import cached_property
from operator import attrgetter
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import Column, ColumnElement, Table, Text, bindparam, delete, select
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlmodel import SQLModel

from app.domain.entries import Origin
from app.domain.periods import Period
from app.domain.problems import Source
from app.storage.session import Session
from app.storage.tables import table_of


class Record(Protocol):
    """A frozen dataclass with a key and an origin."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init__(self, *values: Any, origin: Origin) -> None:
        """Its fields in order."""

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""

    @property
    def origin(self) -> Origin:
        """Where it came from."""


R = TypeVar("R", bound=Record)

ORIGIN = ("file", "sheet", "cell", "batch", "step")
"""The columns that tell where a record came from; a difference in these alone is no change."""


class Noun(Generic[R]):
    """The records of one table. Filters are columns by name: one value, or a collection of which any will do."""

    def __init__(self, row: type[SQLModel], record: type[R]) -> None:
        self.table: Table = table_of(row)
        self._record = record
        self._names = tuple(field.name for field in fields(record) if field.name != "origin")
        self._values = attrgetter(*self._names)
        self._columns = [self.table.c[name] for name in (*self._names, *ORIGIN)]
        self._key_columns: list[Column[Any]] = list(self.table.primary_key)

    def read(self, session: Session, *conditions: ColumnElement[bool], **filters: object) -> tuple[R, ...]:
        """The records that meet all conditions and filters, in the order of their keys."""
        query = select(*self._columns).where(*conditions, *self._met(filters)).order_by(*self._key_columns)
        stamp, width, record = session.stamps(), len(self._names), self._record
        found = []
        for row in session.connection.execute(query).all():
            file, sheet, cell, batch, step = row[width:]
            origin = Origin(Source(file, sheet, cell), str(batch or ""), *stamp(step))
            found.append(record(*row[:width], origin=origin))
        return tuple(found)

    def by_key(self, session: Session, **filters: object) -> dict[tuple[str, ...], R]:
        """The same, by what names each in the book."""
        return {record.key: record for record in self.read(session, **filters)}

    def write(self, session: Session, records: Iterable[R], batch: str = "") -> int:
        """Adds or replaces records by key; how many rows that changed. What stands there already stays untouched.

        The place comes from each record's origin; the import is ``batch`` or the origin's; who and when is the step's.
        So a record that is changed by hand must come with a fresh Origin().
        """
        rows = [self._row(record, session.step, batch) for record in records]
        if not rows:
            return 0
        before = session.last_change()
        session.connection.execute(self._upsert, rows)
        return session.last_change() - before

    def remove(self, session: Session, keys: Iterable[tuple[str, ...]]) -> int:
        """Removes the records so named; how many there were. Raises the driver's error where others still need one."""
        names = [f"key_{column.name}" for column in self._key_columns]
        rows = [dict(zip(names, key, strict=True)) for key in keys]
        if not rows:
            return 0
        before = session.last_change()
        # The texts of a key are as the columns store them; SQLite itself makes a number of a number's text.
        matches = (
            column == bindparam(name, type_=Text()) for column, name in zip(self._key_columns, names, strict=True)
        )
        session.connection.execute(delete(self.table).where(*matches), rows)
        return session.last_change() - before

    def _row(self, record: R, step: int, batch: str) -> dict[str, Any]:
        row = dict(zip(self._names, self._values(record), strict=True))
        source, told_batch = record.origin.source, batch or record.origin.batch
        row.update(file=source.file, sheet=source.sheet, cell=source.cell, step=step)
        row["batch"] = int(told_batch) if told_batch else None
        return row

    def _met(self, filters: dict[str, object]) -> Iterable[ColumnElement[bool]]:
        for name, value in filters.items():
            column = self.table.c[name]
            several = isinstance(value, Collection) and not isinstance(value, str | Period)
            yield column.in_(value) if several else column == value  # type: ignore[arg-type]

    @cached_property
    def _upsert(self) -> Insert:
        return upsert(self.table)


def upsert(table: Table, apart: Collection[str] = ORIGIN) -> Insert:
    """Inserts or replaces by key, but leaves a row alone whose values differ in nothing but the columns ``apart``."""
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    others = [column.name for column in table.c if column.name not in keys]
    differs: ColumnElement[bool] | None = None
    for name in others:
        if name not in apart:
            one = table.c[name].is_distinct_from(statement.excluded[name])
            differs = one if differs is None else differs | one
    if differs is None:
        return statement.on_conflict_do_nothing(index_elements=keys)
    replaced = {name: statement.excluded[name] for name in others}
    return statement.on_conflict_do_update(index_elements=keys, set_=replaced, where=differs)
