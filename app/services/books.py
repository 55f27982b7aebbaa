"""The book as a whole: make, open, check, back up, restore."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from app.messages import sentence
from app.services.progress import Report, unheard
from app.storage.backup import backup, restore
from app.storage.check import check
from app.storage.database import Database
from app.storage.opening import create_book
from app.storage.opening import open_book as open_database
from app.storage.settings import Court, read_court

Book = Database

__all__ = ["Book", "CheckReport", "Court", "Finding", "backup_book", "check_book", "check_document", "court_of",
           "new_book", "open_book", "opened", "restore_book"]  # fmt: skip


def new_book(path: Path, *, court: str, code: str = "", level: str = "") -> Book:
    """Make an empty book and open it."""
    return create_book(path, court, code, level)


def open_book(path: Path, *, read_only: bool = False) -> Book:
    """Open a book; an older one is brought to the newest schema after a copy was put aside."""
    return open_database(path, read_only=read_only)


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[Book]:
    """A book that is open for the block."""
    book = open_book(path, read_only=read_only)
    try:
        yield book
    finally:
        book.close()


def court_of(book: Book) -> Court:
    """Whose book it is."""
    with book.reading() as session:
        return read_court(session)


class Finding(NamedTuple):
    """One thing that is not as it should be, in words."""

    code: str
    text: str
    remedy: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found; nothing, where all is well."""

    book: str
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether the book is whole and untouched."""
        return not self.findings


def check_book(book: Book, *, report: Report | None = None) -> CheckReport:
    """Check the file, references, the chain of changes, every record against its history, and results."""
    tell = report or unheard
    tell(0, 1, "检查考核库")
    with book.reading() as session:
        problems = check(session)
    tell(1, 1, "")
    findings = []
    for problem in problems:
        message = sentence(problem.code, {"value": problem.value, **problem.values})
        findings.append(Finding(problem.code, message.text, message.remedy))
    return CheckReport(book.path.name, tuple(findings))


def check_document(report: CheckReport) -> dict[str, Any]:
    """What a check found, as JSON values."""
    return {"book": report.book, "sound": report.sound, "findings": [each._asdict() for each in report.findings]}


def backup_book(book: Book, out: Path) -> None:
    """Copy a book and prove the copy. Raises AppError where there is a file already, Damaged where it is not sound."""
    backup(book, Path(out))


def restore_book(file: Path, out: Path) -> None:
    """Make a book from a backup, proven; never replaces a file."""
    restore(Path(file), Path(out))
