"""上报包: readable sheets, and beside them a hidden sheet with the same as a document that programs read.

The readable sheets are made of the document alone, so whoever has the document knows what must stand in every cell: a
package that was changed anywhere on the way is refused with the place (contract, sections 2 and 3).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.problems import Problem, Source
from app.sheets.package_mark import MARK, SHEET
from app.sheets.package_pages import readable_sheets
from app.sheets.package_shape import is_document
from app.sheets.reading.cells import Sheet, Workbook, address
from app.sheets.reading.worker import SheetReader
from app.sheets.reading.worker_wire import MalformedError, document_of, told_document
from app.sheets.result_sheet import placed, write_tables
from app.sheets.writing import workbook_at

VERSION = 1
PARTS = {"head": "抬头", "summary": "总表", "grades": "等次", "missing": "缺漏", "persons": "人员"}
"""The parts of the document, and what each is called where it is told."""
_CHUNK = 8000
_FIRST = 3
"""The first row (from 1) of the hidden sheet that holds a part; above: the mark with the version, and the digest."""
_LONGEST = 32 * 2**20
"""How long the document of a package may be: some thousand people."""
_MOST_FAULTS = 1000
_CODE = re.compile(r"package-[a-z-]{1,40}")

Document = dict[str, Any]


@dataclass(frozen=True)
class PackageReading:
    """What a package tells: its document, or what is wrong with it; ``digest`` is the document's, ``file_digest`` the file's."""

    document: Document | None
    digest: str
    problems: tuple[Problem, ...] = ()
    file_digest: str = ""


class _Part(NamedTuple):
    text: str
    digest: str
    cell: str


def text_of(part: Any) -> str:
    """One written form for a part of the document."""
    return json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(document: Document) -> str:
    """The hash (SHA-256, hex) over all parts."""
    told = [f"{name} {_hash(text_of(document[name]))}" for name in PARTS]
    return _hash("\n".join((f"{MARK} {VERSION}", *told)))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def write_package(path: Path, document: Document) -> None:
    """Writes a package. Raises AppError ``workbook-not-written``."""
    head = document["head"]
    properties = {"title": f"{head['court']} {head['period']} 上报包", "company": head["court"], "keywords": MARK}
    with workbook_at(path, properties) as (workbook, formats):
        write_tables(workbook, formats, readable_sheets(document))
        hidden = workbook.add_worksheet(SHEET)
        hidden.hide()
        rows = [(MARK, str(VERSION), ""), ("digest", digest_of(document), "")]
        for name in PARTS:
            text = text_of(document[name])
            pieces = [text[begin : begin + _CHUNK] for begin in range(0, len(text), _CHUNK)]
            rows += [(name, "" if at else _hash(text), piece) for at, piece in enumerate(pieces)]
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                hidden.write_string(row, column, value)


def read_package(path: Path, reader: SheetReader | None = None) -> PackageReading | None:
    """What a package tells, checked against its digests and cell by cell, all of it by the reading process; None: it is none.

    Raises AppError (``file-…``).
    """
    with nullcontext(reader) if reader else SheetReader() as using:
        return using.ask("package", path, package_of)


def told_package(reading: PackageReading) -> bytes:
    """What a package tells, as a message."""
    problems = [
        [each.code, *(getattr(each.source, name) for name in ("file", "sheet", "cell")), each.value, each.values]
        for each in reading.problems
    ]
    return told_document({**vars(reading), "problems": problems})


def package_of(message: bytes) -> PackageReading | None:
    """What a package tells, by a message. Raises the AppError that it tells, or MalformedError."""
    told, _ = document_of(message, 2 * _LONGEST)
    if not told:
        return None
    document = told.get("document")
    try:
        if document is not None and not is_document(document):
            raise MalformedError
        problems = tuple(_problem(*_texts(each, 5), each[5]) for each in told["problems"])
        digest = "" if document is None else digest_of(document)
        return PackageReading(document, digest, problems, *_texts([told["file_digest"]], 1))
    except (LookupError, TypeError, ValueError, AttributeError) as strange:
        raise MalformedError from strange


def _texts(told: list[Any], count: int) -> list[str]:
    """So many texts at the beginning of a list. Raises MalformedError."""
    if not all(isinstance(each, str) for each in told[:count]):
        raise MalformedError
    return told[:count]


def _problem(code: str, *place: Any) -> Problem:
    file, sheet, cell, value, values = place
    if not _CODE.fullmatch(code):
        raise MalformedError
    _texts([*values, *values.values()], 2 * len(values))
    return Problem(code, Source(file, sheet, cell), value, values)


def package_in(workbook: Workbook) -> PackageReading:
    """What a workbook with the hidden sheet tells, checked as ``read_package`` does."""
    sheet = _hidden_sheet(workbook)
    if sheet is None:
        return _refused(workbook, Problem("package-unreadable", Source(workbook.file)))
    if _told(sheet, 1, 1) != MARK:
        return _refused(
            workbook, Problem("package-unreadable", Source(workbook.file, SHEET, "A1"), _told(sheet, 1, 1)[:40])
        )
    version = _told(sheet, 1, 2)
    if version != str(VERSION):
        source = Source(workbook.file, SHEET, "B1")
        return _refused(workbook, Problem("package-version", source, version, {"known": str(VERSION)}))
    parts = _parts(sheet)
    problems = tuple(_wrong_parts(workbook.file, sheet, parts))
    if problems:
        return _refused(workbook, *problems)
    document = _document(parts)
    if document is None:
        return _refused(workbook, Problem("package-unreadable", Source(workbook.file, SHEET)))
    wrong = tuple(islice(_wrong_cells(workbook, document), _MOST_FAULTS))
    return PackageReading(document, digest_of(document), wrong, workbook.digest)


def _refused(workbook: Workbook, *problems: Problem) -> PackageReading:
    return PackageReading(None, "", problems, workbook.digest)


def _document(parts: dict[str, _Part]) -> Document | None:
    """The document, with its period as we write it; None where it is none."""
    if sum(len(part.text) for part in parts.values()) > _LONGEST:
        return None
    try:
        document = {name: json.loads(part.text) for name, part in parts.items()}
    except (ValueError, RecursionError):
        return None
    return document if is_document(document) else None


def _hidden_sheet(workbook: Workbook) -> Sheet | None:
    return next((each for each in workbook.sheets if each.name == SHEET), None)


def _told(sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cell(row, column)
    if cell is None:
        return ""
    return cell.value if isinstance(cell.value, str) else cell.text


def _parts(sheet: Sheet) -> dict[str, _Part]:
    parts: dict[str, _Part] = {}
    for row in sorted(each for each in sheet.rows if each >= _FIRST):
        name = _told(sheet, row, 1)
        before = parts.get(name, _Part("", _told(sheet, row, 2), address(row, 1)))
        parts[name] = before._replace(text=before.text + _told(sheet, row, 3))
    return parts


def _wrong_parts(file: str, sheet: Sheet, parts: dict[str, _Part]) -> Iterator[Problem]:
    """Every part that is not as it was written, and a digest over all of them that is another."""
    for name, title in PARTS.items():
        part = parts.get(name)
        if part is None or part.digest != _hash(part.text):
            place = Source(file, SHEET, part.cell if part else "")
            yield Problem("package-part-changed", place, name, {"part": title})
    told = [f"{name} {part.digest}" for name, part in parts.items()]
    if _hash("\n".join((f"{MARK} {VERSION}", *told))) != _told(sheet, 2, 2) or list(parts) != list(PARTS):
        yield Problem("package-digest-differs", Source(file, SHEET, "B2"), _told(sheet, 2, 2)[:16])


def _wrong_cells(workbook: Workbook, document: Document) -> Iterator[Problem]:
    """Every cell of the readable sheets that does not say what the document says."""
    there = {sheet.name: sheet for sheet in workbook.sheets}
    for table in readable_sheets(document):
        sheet = there.get(table.name)
        if sheet is None:
            yield Problem("package-sheet-gone", Source(workbook.file, table.name), table.name)
            continue
        expected = {
            (row + 1, column + 1): value for row, column, value in placed(table) if value is not None and value != ""
        }
        found = {(row, column): cell.value for row, cells in sheet.rows.items() for column, cell in cells.items()}
        for place in sorted(expected.keys() | found.keys()):
            wanted, stands = expected.get(place), found.get(place)
            if not _same(wanted, stands):
                values = {"wanted": _shown(wanted) or "（空）", "stands": _shown(stands) or "（空）"}
                source = Source(workbook.file, table.name, address(*place))
                yield Problem("package-cell-changed", source, _shown(stands), values)


def _same(wanted: object, stands: object) -> bool:
    if isinstance(wanted, int | Decimal) and isinstance(stands, int | Decimal):
        return Decimal(wanted) == Decimal(stands)
    return _shown(wanted) == _shown(stands)


def _shown(value: object) -> str:
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
