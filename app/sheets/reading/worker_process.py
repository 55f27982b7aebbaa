"""The reading process: takes paths on its standard input, gives cells on its standard output, and knows nothing else.

It reads what strangers send: it may be killed at any moment, by its limits, by a library that gives up, or by the program.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import BinaryIO

from app.domain.problems import AppError
from app.sheets.reading import limits, reader, second_opinion, xlsx_reader
from app.sheets.reading.worker_limits import allow_seconds, bind_self
from app.sheets.reading.worker_wire import told_book, told_ready, told_refusal

WARM = (second_opinion, xlsx_reader)
"""Imported before the first file comes."""


def main() -> int:
    """Serves until the other side closes the pipe; gives the exit status."""
    requests, answers = _pipes()
    bind_self()
    answers.write(told_ready())
    answers.flush()
    for line in requests:
        allow_seconds(limits.READ_SECONDS)
        answers.write(_answer(line))
        answers.flush()
    return 0


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes, out of the reach of whatever prints: a library's words must not come between the answers."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return requests, answers


def _answer(line: bytes) -> bytes:
    told = json.loads(line)
    path = Path(os.fsdecode(told["path"].encode("latin-1")))
    try:
        content = reader.read_content(path)
        digest = hashlib.sha256(content).hexdigest()
        return told_book(reader.raw_book_of(content, told["name"]), digest)
    except AppError as error:
        return told_refusal(error)
    except MemoryError:
        return told_refusal(limits.too_large(told["name"], "读它需要的内存太多"))
