"""方案: every version of every scheme's workbook as it was read. A version never changes; a correction is a new one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from sqlalchemy import insert, select, update

from app.domain.entries import Origin
from app.domain.problems import Source
from app.domain.schemes import SchemeText
from app.storage.session import Session
from app.storage.tables import SchemeRow, table_of
from app.storage.types import json_text

_SCHEMES = table_of(SchemeRow)


@dataclass(frozen=True, slots=True)
class StoredScheme:
    """One version of a scheme. ``id`` rises with each; ``frozen`` once a period was computed with it."""

    id: int
    year: int
    name: str
    version: str
    digest: str
    text: SchemeText
    frozen: bool
    origin: Origin = field(default=Origin(), compare=False)


def scheme_digest(text: SchemeText) -> str:
    """The hash (SHA-256, hex) of what a scheme says, wherever in which file it stands."""
    said = {name: [row.cells for row in rows] for name, rows in text.sheets.items()}
    return hashlib.sha256(json_text(said).encode()).hexdigest()


def read_schemes(session: Session, year: int | None = None) -> tuple[StoredScheme, ...]:
    """All versions, newest first; of one year only if told."""
    query = select(_SCHEMES).order_by(_SCHEMES.c.id.desc())
    if year is not None:
        query = query.where(_SCHEMES.c.year == year)
    stamp = session.stamps()
    return tuple(
        StoredScheme(
            id=row.id,
            year=row.year,
            name=row.name,
            version=row.version,
            digest=row.digest,
            text=SchemeText.from_document(row.text),
            frozen=row.frozen,
            origin=Origin(Source(row.file, row.sheet, row.cell), str(row.batch or ""), *stamp(row.step)),
        )
        for row in session.connection.execute(query)
    )


def scheme_in_force(session: Session, year: int) -> StoredScheme | None:
    """The newest version of the scheme of that year, or else of the newest earlier year (contract, section 4.1, 11)."""
    newest = session.connection.scalar(
        select(_SCHEMES.c.year).where(_SCHEMES.c.year <= year).order_by(_SCHEMES.c.year.desc()).limit(1)
    )
    return None if newest is None else read_schemes(session, newest)[0]


def scheme_number_in_force(session: Session, year: int) -> int | None:
    """The id of ``scheme_in_force`` without reading its text."""
    order = (_SCHEMES.c.year.desc(), _SCHEMES.c.id.desc())
    return session.connection.scalar(select(_SCHEMES.c.id).where(_SCHEMES.c.year <= year).order_by(*order).limit(1))


def add_scheme(session: Session, text: SchemeText, *, year: int, name: str, version: str, batch: str = "") -> int:
    """Adds a version and gives its id; where the newest of that year and name says the same, it is that one's."""
    digest = scheme_digest(text)
    newest = next((each for each in read_schemes(session, year) if each.name == name), None)
    if newest is not None and newest.digest == digest:
        return newest.id
    row = {
        "year": year,
        "name": name,
        "version": version,
        "digest": digest,
        "text": text.to_document(),
        "frozen": False,
        "file": text.file,
        "sheet": "",
        "cell": "",
        "batch": int(batch) if batch else None,
        "step": session.step,
    }
    number = session.connection.execute(insert(_SCHEMES).values(row).returning(_SCHEMES.c.id)).scalar_one()
    return int(number)


def freeze_scheme(session: Session, scheme: int) -> None:
    """Marks a version as used by a period."""
    thawed = (_SCHEMES.c.id == scheme) & (_SCHEMES.c.frozen.is_(False))
    session.connection.execute(update(_SCHEMES).where(thawed).values(frozen=True))
