"""材料: files attached to ledger events, and their bytes, kept once for each content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.ledgers import Evidence
from app.domain.problems import Problem
from app.storage.nouns import Noun
from app.storage.session import Session
from app.storage.tables import EvidenceRow, FileRow, table_of

_FILES = table_of(FileRow)

evidence = Noun(EvidenceRow, Evidence)


def digest_of(content: bytes) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def keep_file(session: Session, content: bytes) -> str:
    """Keeps a file's bytes, unless the book has them, and gives their digest."""
    digest = digest_of(content)
    row = {"digest": digest, "size": len(content), "content": content}
    session.connection.execute(insert(_FILES).values(row).on_conflict_do_nothing(index_elements=["digest"]))
    return digest


def read_file(session: Session, digest: str) -> bytes | None:
    """The bytes of a file, or None where the book does not have it."""
    content: bytes | None = session.connection.scalar(select(_FILES.c.content).where(_FILES.c.digest == digest))
    return content


def drop_unused_files(session: Session) -> None:
    """Lets go of the bytes that prove nothing any more; the history keeps their digest."""
    used = select(evidence.table.c.digest)
    session.connection.execute(delete(_FILES).where(_FILES.c.digest.not_in(used)))


def check_files(connection: Connection) -> Iterator[Problem]:
    """Every attached file whose bytes are not those that were attached, one after the other in memory."""
    told = connection.execute(select(evidence.table.c.digest, evidence.table.c.name)).all()
    names = {row.digest: row.name for row in told}
    for (digest,) in connection.execute(select(_FILES.c.digest).order_by(_FILES.c.digest)).all():
        content = connection.scalar(select(_FILES.c.content).where(_FILES.c.digest == digest))
        if content is None or digest_of(content) != digest:
            yield Problem("check-evidence", value=digest, values={"name": names.get(digest, ""), "digest": digest})
