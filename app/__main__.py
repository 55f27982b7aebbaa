"""``python -m app``: no words open the window, the path of a book opens it in the window, other words are a command."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path

READING_PROCESS = "--read-sheets"
"""The hidden word of app.sheets.reading.worker_wire: a packaged program starts itself once more to read strangers' files."""


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or do what the words say; gives the exit status."""
    # First of all: in a packaged program the worker processes of a pool start here too.
    multiprocessing.freeze_support()
    words = list(sys.argv[1:] if argv is None else argv)
    if words == [READING_PROCESS]:
        from app.sheets.reading_process import main as read_sheets

        return read_sheets()
    if not words or _is_book(words):
        from app.main import open_window

        return open_window(Path(words[0]) if words else None)
    from app.cli.main import main as command

    return command(words)


def _is_book(words: Sequence[str]) -> bool:
    """Whether the words are one book's path: what a double click on a book hands over."""
    return len(words) == 1 and words[0].casefold().endswith(".hj")


if __name__ == "__main__":
    sys.exit(main())
