"""When a template was made, as the template itself tells: in the keywords of its document properties."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

_PART = "docProps/core.xml"
_MOST_BYTES = 65_536
_MARK = re.compile(r"hengji-template (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+:\d]*)")


def template_mark(made_at: str) -> str:
    """The keywords of a template made at that moment (UTC, ISO)."""
    return f"hengji-template {made_at}"


def template_made_at(path: Path) -> str:
    """When the template from which this workbook was filled in was made; empty where it is none of ours."""
    try:
        with zipfile.ZipFile(path) as package, package.open(_PART) as part:
            told = part.read(_MOST_BYTES).decode("utf-8", errors="replace")
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return ""
    found = _MARK.search(told)
    return found.group(1) if found else ""
