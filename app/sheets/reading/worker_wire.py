"""What goes between the program and its reading process: lengths, a little JSON, and texts. Nothing in it is ever run.

The program looks at everything that comes back before it uses it: the other side has read a hostile file.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.problems import AppError
from app.sheets.reading import limits
from app.sheets.reading.raw_cells import NUMBER, SEPARATOR, RawBook, RawSheet
from app.sheets.reading.template_mark import TemplateMark, mark_of

LENGTH_BYTES = 8
LONGEST_ANSWER = 600 * 2**20
_DIGEST = re.compile(r"[0-9a-f]{64}")
_CODES = re.compile(r"(file|readers|form)-[a-z0-9-]{1,40}")


SWITCH = "--read-sheets"
"""The hidden word with which the packaged program starts as its own reading process."""


CELLS = "cells"
"""The job that gives the cells of a file."""


class MalformedError(Exception):
    """The answer is none."""


def request(path: Path, name: str, job: str = CELLS, more: Mapping[str, Any] | None = None) -> bytes:
    """The line that asks for a file; its path goes byte by byte, whatever the system's encoding is.

    ``job``: what is to be done with it (app.sheets.reading_process), ``more``: what that job is told beside.
    """
    told = {**(more or {}), "path": os.fsencode(path).decode("latin-1"), "name": name, "job": job}
    return json.dumps(told).encode("ascii") + b"\n"


class Answer(NamedTuple):
    """A file that was read, and the sha256 of its bytes in hex."""

    book: RawBook
    digest: str


def framed(parts: Iterable[bytes]) -> bytes:
    """The parts as one message behind its length."""
    body = b"".join(parts)
    return len(body).to_bytes(LENGTH_BYTES, "big") + body


def told_refusal(error: AppError) -> bytes:
    """An AppError as a message."""
    return framed([_head({"error": error.code, "values": error.values})])


def told_ready() -> bytes:
    """The message that the reading process is there."""
    return framed([_head({"ready": True})])


def told_book(book: RawBook, digest: str) -> bytes:
    """A file's cells as a message."""
    bodies: list[bytes] = []
    sheets = []
    for sheet in book.sheets:
        texts = "".join(sheet.texts).encode("utf-8", errors="replace")
        signs = b"".join(sheet.signs)
        bodies += [texts, signs]
        sheets.append(_sheet_head(sheet) | {"bytes": len(texts)})
    mark = None if book.mark is None else book.mark.keywords
    return framed([_head({"sheets": sheets, "mark": mark, "digest": digest}), *bodies])


def told_document(told: Mapping[str, Any], content: bytes = b"") -> bytes:
    """Some JSON, and bytes behind it, as a message."""
    return framed([_head({"document": told}), content])


def document_of(message: bytes, longest: int = LONGEST_ANSWER) -> tuple[dict[str, Any], bytes]:
    """The JSON of a message of at most so many bytes, and the bytes behind it.

    Raises the AppError that it tells, or MalformedError where it is no message of ours.
    """
    try:
        bodies = LENGTH_BYTES + int.from_bytes(message[:LENGTH_BYTES], "big")
        if bodies > longest:
            raise MalformedError
        told = json.loads(message[LENGTH_BYTES:bodies])
        if "error" in told:
            raise _refusal(told)
        document = told["document"]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError, RecursionError) as strange:
        raise MalformedError from strange
    if not isinstance(document, dict):
        raise MalformedError
    return document, message[bodies:]


def _head(told: dict[str, Any]) -> bytes:
    head = json.dumps(told, separators=(",", ":")).encode("ascii")
    return len(head).to_bytes(LENGTH_BYTES, "big") + head


def _sheet_head(sheet: RawSheet) -> dict[str, Any]:
    return {
        "name": sheet.name.encode("utf-8", errors="replace").decode(),
        "hidden": sheet.hidden,
        "numbers": sheet.numbers,
        "lengths": list(map(len, sheet.texts)),
        "widths": list(map(len, sheet.signs)),
        "formats": sheet.formats,
        "merged": sheet.merged,
        "hidden_rows": sorted(sheet.hidden_rows),
        "hidden_columns": sorted(sheet.hidden_columns),
        "formats_known": sheet.formats_known,
        "epoch_1904": sheet.epoch_1904,
    }


def answer_of(message: bytes) -> Answer | None:
    """What a message tells; None for the one that the process is there.

    Raises the AppError that it tells, or MalformedError where it is no message of ours.
    """
    try:
        size = int.from_bytes(message[:LENGTH_BYTES], "big")
        bodies = LENGTH_BYTES + size
        told = json.loads(message[LENGTH_BYTES:bodies])
        if "error" in told:
            raise _refusal(told)
        if told.get("ready") is True:
            return None
        return _answer(told, message, bodies)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError, RecursionError) as strange:
        raise MalformedError from strange


def _refusal(told: dict[str, Any]) -> AppError:
    code, values = told["error"], told["values"]
    if not _CODES.fullmatch(code) or not all(isinstance(each, str) for each in values.values()):
        raise MalformedError
    return AppError(code, **values)


def _answer(told: dict[str, Any], message: bytes, place: int) -> Answer:
    sheets = []
    for head in _list(told["sheets"], dict):
        size = head["bytes"]
        signs = sum(_list(head["widths"], int))
        if size < 0 or place + size + signs > len(message):
            raise MalformedError
        texts = message[place : place + size].decode()
        place += size
        sheets.append(_sheet(head, texts, message[place : place + signs]))
        place += signs
    if place != len(message) or not _DIGEST.fullmatch(told["digest"]):
        raise MalformedError
    mark = told["mark"]
    return Answer(RawBook(sheets, None if mark is None else _mark(mark)), told["digest"])


def _mark(told: Any) -> TemplateMark:
    mark = mark_of(told) if isinstance(told, str) else None
    if mark is None:
        raise MalformedError
    return mark


def _list(told: Any, kind: type) -> list[Any]:
    if not isinstance(told, list) or not all(type(each) is kind for each in told):
        raise MalformedError
    return told


def _sheet(head: dict[str, Any], texts: str, signs: bytes) -> RawSheet:
    sheet = RawSheet(
        str(head["name"]),
        hidden=head["hidden"] is True,
        numbers=_list(head["numbers"], int),
        formats=_list(head["formats"], str),
        merged=[_range(each) for each in _list(head["merged"], list)],
        hidden_rows=set(_list(head["hidden_rows"], int)),
        hidden_columns=set(_list(head["hidden_columns"], int)),
        formats_known=head["formats_known"] is True,
        epoch_1904=head["epoch_1904"] is True,
    )
    sheet.texts = _cut(texts, _list(head["lengths"], int))
    sheet.signs = _cut(signs, head["widths"])
    _check(sheet)
    return sheet


def _range(told: list[Any]) -> tuple[int, int, int, int]:
    top, left, bottom, right = _list(told, int)
    if not (0 < top <= bottom and 0 < left <= right):
        raise MalformedError
    return top, left, bottom, right


def _cut(whole: Any, lengths: list[int]) -> list[Any]:
    """The pieces of these lengths, which together are the whole."""
    pieces = []
    start = 0
    for length in lengths:
        pieces.append(whole[start : start + length])
        start += length
    if start != len(whole) or min(lengths, default=0) < 0:
        raise MalformedError
    return pieces


def _check(sheet: RawSheet) -> None:
    """The rows are as many as they should be, in order, within the limits, and each has a text for each sign."""
    numbers = sheet.numbers
    if not len(numbers) == len(sheet.texts) == len(sheet.signs):
        raise MalformedError
    if numbers and not (numbers[0] > 0 and numbers[-1] <= limits.ROWS and sheet.cells <= limits.CELLS):
        raise MalformedError
    if any(first >= second for first, second in pairwise(numbers)):
        raise MalformedError
    signs_known = NUMBER + len(sheet.formats)
    for texts, signs in zip(sheet.texts, sheet.signs, strict=True):
        if not 0 < len(signs) <= limits.COLUMNS or texts.count(SEPARATOR) != len(signs) - 1:
            raise MalformedError
        if not signs[-1] or max(signs) >= signs_known:
            raise MalformedError
    limits.check_merged("", sheet.name, sheet.merged, (numbers[-1] if numbers else 0, limits.COLUMNS))
