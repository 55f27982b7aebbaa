"""The reading process: takes paths on its standard input, gives what they hold on its standard output, and knows nothing else.

It reads what strangers send: it may be killed at any moment, by its limits, by a library that gives up, or by the program.
What it can do with a file is told by app.sheets.reading_process.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from app.domain.problems import AppError
from app.sheets.reading import limits, reader
from app.sheets.reading.worker_limits import allow_seconds, bind_self
from app.sheets.reading.worker_wire import told_ready, told_refusal

Job = Callable[[bytes, str, Mapping[str, Any]], bytes]
"""Bytes and name of a file, and what else was told → the answer. May raise AppError."""


def serve(jobs: Mapping[str, Job]) -> int:
    """Serves until the other side closes the pipe; gives the exit status."""
    requests, answers = _pipes()
    bind_self()
    answers.write(told_ready())
    answers.flush()
    for line in requests:
        allow_seconds(limits.READ_SECONDS)
        answers.write(_answer(line, jobs))
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


def _answer(line: bytes, jobs: Mapping[str, Job]) -> bytes:
    told = json.loads(line)
    path, name = Path(os.fsdecode(told["path"].encode("latin-1"))), told["name"]
    try:
        return jobs[told["job"]](reader.read_content(path), name, told)
    except AppError as error:
        return told_refusal(error)
    except MemoryError:
        return told_refusal(limits.too_large(name, "读它需要的内存太多"))
