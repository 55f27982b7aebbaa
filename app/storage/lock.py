"""One writer at a time: a lock of the operating system, which a crash frees, and beside it a note of who has it."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from app.domain.problems import Forbidden
from app.storage.account import computer_name, computer_user


class WriterLock:
    """The right to write one book. ``acquire`` raises Forbidden with who has it; ``release`` gives it back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._note = path.with_name(f"{path.name}.holder")
        self._file = path.with_name(f"{path.name}.lock")
        # Never a soft lock: one that outlives a crash would shut the court out of its own book. Not bound to a thread:
        # a book is opened by one and may be closed by another. A short wait, as the last holder may be just leaving.
        self._lock = FileLock(self._file, timeout=0.2, mode=0o666, thread_local=False, fallback_to_soft=False)

    def acquire(self) -> None:
        """Takes the lock and notes who took it. Raises Forbidden: another has it, or the folder cannot be written."""
        try:
            self._lock.acquire()
        except Timeout:
            raise Forbidden("book-locked", file=self._path.name, **self.holder()) from None
        except OSError as fault:
            raise Forbidden("book-not-writable", file=self._path.name) from fault
        note = {
            "user": computer_user(),
            "host": computer_name(),
            "pid": os.getpid(),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        with suppress(OSError):  # the lock is what counts
            self._note.unlink(missing_ok=True)
            self._note.write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")

    def release(self) -> None:
        """Gives the right back and takes both files away, while still holding it; on Windows the lock goes by itself."""
        for file in (self._note, self._file):
            with suppress(OSError):
                file.unlink()
        self._lock.release()

    def holder(self) -> dict[str, str]:
        """Who has it: user, host, pid, since (local time); what is not known is 不详."""
        told: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            told = json.loads(self._note.read_text(encoding="utf-8"))
        since = str(told.get("since", ""))
        with suppress(ValueError):
            since = f"{datetime.fromisoformat(since).astimezone():%Y-%m-%d %H:%M:%S}"
        known = {"user": told.get("user"), "host": told.get("host"), "pid": told.get("pid"), "since": since}
        return {name: str(value or "不详") for name, value in known.items()}
