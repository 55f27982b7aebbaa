"""材料: files that prove ledger events, kept in the book with their SHA-256, listed, and saved out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.ledgers import Event, Evidence
from app.domain.problems import AppError
from app.services.changes import Changes
from app.services.records.ledgers import EventLine, event_lines
from app.storage.database import Database
from app.storage.evidence import digest_of, drop_unused_files, evidence, keep_file, read_file
from app.storage.session import Session

LARGEST = 20 * 1024 * 1024
"""Bytes of one file: a scanned document of some 40 pages. More would make the book too heavy to be carried about."""


@dataclass(frozen=True, slots=True)
class Attached:
    """What was attached to an event, and all that it has now."""

    evidence: tuple[Evidence, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One file beside the event that it proves; ``line`` None: the event was told otherwise or taken back since."""

    evidence: Evidence
    line: EventLine | None


def attach_files(
    book: Database, number: str, paths: Sequence[Path], *, note: str = "", by: str | None = None
) -> Attached:
    """Keep files as evidence of the event with this number; one that it has already stays as it is.

    Raises AppError: no such event; a file that is missing, empty or larger than LARGEST. Nothing is kept then.
    """
    event = _event(book, number).event
    contents = [(path.name, _content(path)) for path in paths]
    with book.transaction(f"附材料：{event.subject}", kind="attach", by=by) as session:
        told = [_evidence(event, keep_file(session, content), name, len(content), note) for name, content in contents]
        held = evidence.by_key(session)
        evidence.write(session, [each for each in told if each.key not in held])
        kept = tuple(each for each in evidence.read(session) if each.event_key == event.key)
    return Attached(kept, Changes(entries=True))


def detach_file(book: Database, number: str, digest: str, *, reason: str, by: str | None = None) -> Changes:
    """Take a file away from an event, with a reason; the history keeps its digest. Raises AppError: no such file."""
    if not reason.strip():
        raise AppError("refusal-without-reason")
    key = _event(book, number).event.key
    with book.transaction(reason.strip(), kind="detach", by=by) as session:
        found = [each for each in _found(session, digest) if each.event_key == key]
        if not found:
            raise AppError("evidence-unknown", digest=digest)
        evidence.remove(session, [each.key for each in found])
        drop_unused_files(session)
    return Changes(entries=True)


def evidence_lines(book: Database, *, staff_no: str = "", number: str = "") -> tuple[EvidenceLine, ...]:
    """Every file with its event, of one person or one event where told; by day, event and name."""
    lines = {line.event.key: line for line in event_lines(book)}
    with book.reading() as session:
        told = evidence.read(session, **({"staff_no": staff_no} if staff_no else {}))
    found = [EvidenceLine(each, lines.get(each.event_key)) for each in told]
    wanted = [each for each in found if not number or (each.line is not None and each.line.number == number)]
    return tuple(sorted(wanted, key=lambda each: (each.evidence.day, each.evidence.event_key, each.evidence.name)))


def save_file(book: Database, digest: str, out: Path) -> Path:
    """Write an attached file out, proven by its digest; ``digest`` may be its first signs, ``out`` a folder.

    Raises AppError: no such file, several that begin so, not the bytes that were attached, a file that stands there.
    """
    with book.reading() as session:
        found = _found(session, digest)[0]
        content = read_file(session, found.digest)
    if content is None or digest_of(content) != found.digest:
        raise AppError("evidence-damaged", 4, name=found.name)
    path = Path(out)
    path = path / Path(found.name).name if path.is_dir() else path
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError as fault:
        raise AppError("file-exists", file=path.name) from fault
    except OSError as fault:
        raise AppError("file-not-written", file=path.name, why=fault.strerror or str(fault)) from fault
    return path


def _event(book: Database, number: str) -> EventLine:
    found = next((line for line in event_lines(book) if line.number == number), None)
    if found is None:
        raise AppError("event-unknown", value=number)
    return found


def _evidence(event: Event, digest: str, name: str, size: int, note: str) -> Evidence:
    place = (event.ledger, event.day, event.staff_no, event.subject, event.result_key, event.ordinal)
    return Evidence(*place, digest, name, size, note)


def _found(session: Session, digest: str) -> list[Evidence]:
    """The attachments of the one file whose digest begins so."""
    found = [each for each in evidence.read(session) if digest and each.digest.startswith(digest.lower())]
    if not found:
        raise AppError("evidence-unknown", digest=digest)
    if len({each.digest for each in found}) > 1:
        raise AppError("evidence-several", digest=digest, names="、".join(each.name for each in found))
    return found


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            most = str(LARGEST // (1024 * 1024))
            raise AppError("evidence-too-large", file=path.name, size=f"{size / 1024 / 1024:.1f}", most=most)
        content = path.read_bytes()
    except OSError as fault:
        raise AppError("file-missing", file=path.name) from fault
    if not content:
        raise AppError("file-empty", file=path.name)
    return content
