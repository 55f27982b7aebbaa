"""``python -m app``: no words open the window, words are a command."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or do what the words say; gives the exit status."""
    # First of all: in a packaged program the worker processes of a pool start here too.
    multiprocessing.freeze_support()
    words = list(sys.argv[1:] if argv is None else argv)
    if not words:
        from app.main import open_window

        return open_window()
    from app.cli.main import main as command

    return command(words)


if __name__ == "__main__":
    sys.exit(main())
