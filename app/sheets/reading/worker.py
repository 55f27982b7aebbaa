"""Files are read by another process: one that hangs, dies or asks for too much memory is ended, and the program lives on.

    with SheetReader() as reader:
        workbook = reader.read(path)

One process serves the files of one import and is started again after it was ended. It is no pool of multiprocessing:
that imports the whole program and unpickles what comes back from whoever has read a hostile file.
"""

from __future__ import annotations

import contextlib
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, TypeVar

from app.domain.problems import AppError
from app.sheets.reading import limits
from app.sheets.reading.cells import Workbook
from app.sheets.reading.grid import workbook_of_raw
from app.sheets.reading.worker_limits import bind_child
from app.sheets.reading.worker_wire import (
    CELLS,
    LENGTH_BYTES,
    LONGEST_ANSWER,
    SWITCH,
    Answer,
    MalformedError,
    answer_of,
    request,
)

_LOOK_SECONDS = 0.1
_START_SECONDS = 30
_START = "import sys; sys.path[:] = {path!r}; from app.sheets.reading_process import main; sys.exit(main())"
_NO_WINDOW = 0x08000000

Told = TypeVar("Told")
Waiting = Callable[[], None]
"""Called again and again while a file is read; may raise, and the reading ends."""


class SheetReader:
    """Reads workbooks in a process of its own, which is there from the first file to ``close``."""

    def __init__(self, seconds: float = limits.READ_SECONDS) -> None:
        self._seconds = seconds
        self._process: _Process | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def start(self) -> None:
        """Starts the process, so that it is there when the first file comes. Raises AppError ``reader-not-started``."""
        if self._process is None:
            self._process = _Process()

    def read(self, path: Path, waiting: Waiting | None = None) -> Workbook:
        """The workbook in a file. Raises AppError (``file-…``), or what ``waiting`` raises; then the process is ended."""
        answer = self.ask(CELLS, path, _answer_of, waiting=waiting)
        return workbook_of_raw(path.name, answer.book, answer.digest)

    def ask(
        self,
        job: str,
        path: Path,
        understood: Callable[[bytes], Told],
        more: Mapping[str, Any] | None = None,
        waiting: Waiting | None = None,
    ) -> Told:
        """What the process answers to a job (app.sheets.reading_process) for a file; ``more`` is told beside the path.

        ``understood`` makes something of the answer: it raises the AppError that it tells, or MalformedError.
        Raises AppError, or what ``waiting`` raises; then the process is ended.
        """
        self.start()
        assert self._process is not None
        try:
            message = self._process.ask(request(path, path.name, job, more), self._seconds, waiting or _nothing)
            return understood(message)
        except (_EndedError, MalformedError) as ended:
            raise self._dead(path.name, ended) from None
        except AppError:
            raise
        except BaseException:
            self._end()
            raise

    @property
    def process_id(self) -> int:
        """The process as the system knows it; 0 where none is there."""
        return self._process.id if self._process else 0

    def close(self) -> None:
        """Ends the process, if it is there."""
        process, self._process = self._process, None
        if process is not None:
            process.close()

    def _end(self) -> int:
        process, self._process = self._process, None
        return process.kill() if process is not None else 0

    def _dead(self, file: str, ended: Exception) -> AppError:
        """What is told of a file that ended the process."""
        served = self._process is not None and self._process.is_ready
        status = self._end()
        slow = isinstance(ended, _LateError) or status == -getattr(signal, "SIGXCPU", 0)
        if not served:
            return AppError("reader-not-started", reason=f"状态{status}")
        if slow:
            return AppError("file-too-slow", file=file, seconds=f"{self._seconds:g}")
        return AppError("file-ends-reader", file=file, status=status)


class _EndedError(Exception):
    """The process is gone."""


class _LateError(_EndedError):
    """The process has not answered in time."""


def _answer_of(message: bytes) -> Answer:
    answer = answer_of(message)
    if answer is None:
        raise MalformedError
    return answer


def _nothing() -> None:
    """Nobody waits with us."""


def _command() -> list[str]:
    """How this very program starts as its reading process."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    # No site and no environment: the process sees exactly what this one sees, and is there in half the time.
    return [
        sys.executable,
        "-I",
        "-S",
        "-X",
        "utf8",
        "-c",
        _START.format(path=[str(Path(each).absolute()) for each in sys.path]),
    ]


class _Process:
    """The process, the pipes to it, and a thread that fetches its answers (a pipe of Windows cannot be waited for)."""

    def __init__(self) -> None:
        flags = _NO_WINDOW if sys.platform == "win32" else 0
        pipe = subprocess.PIPE
        try:
            self._child = subprocess.Popen(
                _command(), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, creationflags=flags
            )
        except (OSError, ValueError) as refused:
            raise AppError("reader-not-started", reason=getattr(refused, "strerror", None) or refused) from refused
        self._job = bind_child(getattr(self._child, "_handle", 0))
        self._messages: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._fetch, name="sheets", daemon=True)
        self._thread.start()
        self.is_ready = False

    def ask(self, line: bytes, seconds: float, waiting: Waiting) -> bytes:
        """The answer to one request. Raises AppError, MalformedError, _EndedError or what ``waiting`` raises."""
        if not self.is_ready:
            if answer_of(self._next(_START_SECONDS, waiting)) is not None:
                raise MalformedError
            self.is_ready = True
        self._send(line)
        return self._next(seconds, waiting)

    @property
    def id(self) -> int:
        """What the system calls it."""
        return self._child.pid

    def kill(self) -> int:
        """Ends the process at once; gives its exit status (minus the signal that ended it), or -9 where we did."""
        status = self._child.poll()
        self._child.kill()
        self._forget()
        return self._child.returncode if status is None else status

    def close(self) -> None:
        """Lets the process end by itself, or ends it."""
        with contextlib.suppress(OSError):
            self._pipe_in.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._child.wait(1)
        self._child.kill()
        self._forget()

    def _forget(self) -> None:
        with contextlib.suppress(OSError):
            self._pipe_in.close()
        self._child.wait()
        self._thread.join(1)
        if self._child.stdout is not None:
            self._child.stdout.close()

    @property
    def _pipe_in(self) -> IO[bytes]:
        assert self._child.stdin is not None
        return self._child.stdin

    def _send(self, line: bytes) -> None:
        try:
            self._pipe_in.write(line)
            self._pipe_in.flush()
        except OSError as gone:
            raise _EndedError from gone

    def _next(self, seconds: float, waiting: Waiting) -> bytes:
        until = time.monotonic() + seconds
        while True:
            try:
                message = self._messages.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                waiting()
                if time.monotonic() > until:
                    raise _LateError from None
                continue
            if message is None:
                # The pipe is closed a moment before the system knows how the process ended.
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._child.wait(5)
                raise _EndedError
            return message

    def _fetch(self) -> None:
        stream = self._child.stdout
        assert stream is not None
        try:
            while len(told := stream.read(LENGTH_BYTES)) == LENGTH_BYTES:
                length = int.from_bytes(told, "big")
                if length > LONGEST_ANSWER or len(message := stream.read(length)) != length:
                    break
                self._messages.put(message)
        except (OSError, ValueError, MemoryError):
            pass
        self._messages.put(None)


def read_workbook(path: Path) -> Workbook:
    """One file, with a process for it alone. Raises AppError (``file-…``)."""
    with SheetReader() as reader:
        return reader.read(path)
