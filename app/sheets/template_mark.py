"""How new a template is, as the template itself tells: in the keywords of its document properties."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

_PART = "docProps/core.xml"
_MOST_BYTES = 65_536
_MARK = re.compile(r"hengji-template (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+:\d]*)(?: import (\d{1,18})(?!\d))?")


class TemplateMark(NamedTuple):
    """When a template was made (UTC, ISO) and the newest import that the book had then; None where it does not tell."""

    made_at: str
    batch: int | None = None

    @property
    def keywords(self) -> str:
        """The mark as it stands in the document properties."""
        return f"hengji-template {self.made_at}" + ("" if self.batch is None else f" import {self.batch}")

    def is_older_than(self, at: str, batch: str) -> bool:
        """Whether what the book was told at a moment by an import (empty: by hand) came after the template.

        A moment is told to the second, which is long enough for both; the imports are numbered.
        """
        if self.batch is not None and batch.isdecimal():
            return int(batch) > self.batch
        return at > self.made_at


def mark_in(package: zipfile.ZipFile) -> TemplateMark | None:
    """The mark of the template from which this workbook was filled in; None where it is none of ours."""
    try:
        with package.open(_PART) as part:
            told = part.read(_MOST_BYTES).decode("utf-8", errors="replace")
    except (OSError, KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return None
    return mark_of(told)


def mark_of(told: str) -> TemplateMark | None:
    """The mark in a text; None where there is none."""
    found = _MARK.search(told)
    return TemplateMark(found[1], int(found[2]) if found[2] else None) if found else None


def template_mark_in(path: Path) -> TemplateMark | None:
    """The mark of the template in a workbook of our own making."""
    try:
        with zipfile.ZipFile(path) as package:
            return mark_in(package)
    except (OSError, zipfile.BadZipFile):
        return None
