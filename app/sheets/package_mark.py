"""By what a lower court's package is told from any other workbook: the name of its hidden sheet (contract, section 3)."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from app.sheets.reading.reader import ZIP, refuse_many_parts
from app.sheets.reading.xlsx_parts import BROKEN

SHEET = "_hengji"
MARK = "hengji-package"
_MOST_INDEX = 4_000_000
_NAMED = re.compile(rb"<(?:\w+:)?sheet\s[^<>]*\bname\s*=\s*[\"']%s[\"']" % SHEET.encode())


def is_package_content(content: bytes, file: str) -> bool:
    """Whether these bytes say that they are a package; they are not read for it. Raises AppError for one of too many parts."""
    if not content.startswith(ZIP):
        return False
    refuse_many_parts(content, file)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive, archive.open("xl/workbook.xml") as part:
            index = part.read(_MOST_INDEX)
    except BROKEN:
        return False
    return _NAMED.search(index) is not None
