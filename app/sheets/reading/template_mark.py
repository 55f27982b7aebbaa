"""How new a template is and whose, as the template itself tells: in the keywords of its document properties.

These stay when LibreOffice or WPS saves it again, as .xlsx, .ods or .xls.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

_PARTS = ("docProps/core.xml", "meta.xml")
_MOST_BYTES = 65_536
_MARK = re.compile(
    r"hengji-template (\d{8}T\d{6}Z|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+:\d]*)"
    r"(?: import (\d{1,18})(?!\d))?(?: book ([0-9a-f]{8,64}))?(?: period ([0-9QH-]{4,7}))?"
)
_BETWEEN = re.compile(r"<[^<>]*>|[,;\s]+")
"""What may come to stand between two words: elements, or signs of a list."""
_SIGN = "hengji-template"
_LONGEST = 200


class TemplateMark(NamedTuple):
    """When a template was made (UTC, ISO) and the newest import that the book had then; None where it does not tell.

    ``book`` is the mark of the book that it was made from, ``period`` the code of its period; both may be empty.
    """

    made_at: str
    batch: int | None = None
    book: str = ""
    period: str = ""

    @property
    def keywords(self) -> str:
        """The mark as it stands in the document properties."""
        # LibreOffice takes a keyword apart at a colon, and puts each word of the others into an element of its own.
        made_at = datetime.fromisoformat(self.made_at).astimezone(UTC)
        parts = [f"hengji-template {made_at:%Y%m%dT%H%M%SZ}"]
        parts += [f"import {self.batch}"] if self.batch is not None else []
        parts += [f"book {self.book}"] if self.book else []
        parts += [f"period {self.period}"] if self.period else []
        return " ".join(parts)

    def seen_from(self, book: str) -> TemplateMark:
        """The mark as a book with this mark sees it: another book's imports are numbered otherwise."""
        return self if self.book in ("", book) else self._replace(batch=None)

    def is_older_than(self, at: str, batch: str) -> bool:
        """Whether what the book was told at a moment by an import (empty: by hand) came after the template.

        A moment is told to the second, which is long enough for both; the imports are numbered.
        """
        if self.batch is not None and batch.isdecimal():
            return int(batch) > self.batch
        return at > self.made_at


def mark_in(package: zipfile.ZipFile) -> TemplateMark | None:
    """The mark of the template from which this workbook was filled in; None where it is none of ours."""
    for name in _PARTS:
        try:
            with package.open(name) as part:
                told = part.read(_MOST_BYTES).decode("utf-8", errors="replace")
        except (OSError, KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
            continue
        return mark_of(told)
    return None


def mark_in_bytes(content: bytes) -> TemplateMark | None:
    """The mark in a file of the old format, whose properties stand in it as plain text of one or two bytes a sign."""
    for encoding in ("latin-1", "utf-16-le"):
        place = content.find(_SIGN.encode(encoding))
        if place >= 0:
            return mark_of(content[place : place + 2 * _LONGEST].decode(encoding, errors="replace"))
    return None


def mark_of(told: str) -> TemplateMark | None:
    """The mark in a text; None where there is none."""
    found = _MARK.search(" ".join(_BETWEEN.sub(" ", told).split()))
    if found is None:
        return None
    try:
        made_at = datetime.fromisoformat(found[1]).isoformat(timespec="seconds")
    except ValueError:
        return None
    return TemplateMark(made_at, int(found[2]) if found[2] else None, found[3] or "", found[4] or "")


def template_mark_in(path: Path) -> TemplateMark | None:
    """The mark of the template in a workbook of our own making."""
    try:
        with zipfile.ZipFile(path) as package:
            return mark_in(package)
    except (OSError, zipfile.BadZipFile):
        return None
