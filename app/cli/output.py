"""What a command says: the result on standard output, everything else on standard error."""

from __future__ import annotations

import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Self


def say(text: str = "") -> None:
    """A line of the result."""
    print(text)


def tell(text: str = "") -> None:
    """A line about the result: progress, warnings, what is wrong."""
    print(text, file=sys.stderr)


def give(document: Mapping[str, Any]) -> None:
    """The one JSON document of a command."""
    # Made as a whole first: what cannot be said leaves no half document behind.
    text = json.dumps(document, ensure_ascii=False, indent=1)
    sys.stdout.write(f"{text}\n")


class ProgressLine:
    """One line on a terminal that says how far long work is; silent where nobody watches."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()
        self._length = 0

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """Show it."""
        if not self._watched:
            return
        share = f"{done * 100 // total:3d}% " if total else ""
        self._show(f"{share}{text}")

    def __enter__(self) -> Self:
        """The line itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave a clean line behind, whatever happened."""
        if self._watched and self._length:
            self._show("")
            sys.stderr.write("\r")

    def _show(self, line: str) -> None:
        length = width(line)
        sys.stderr.write("\r" + line + " " * max(0, self._length - length))
        sys.stderr.flush()
        self._length = length


def width(text: str) -> int:
    """How many columns of a terminal the text takes: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def room() -> int | None:
    """How many columns the terminal has; None where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """The text filled up with blanks to a width on the terminal."""
    blanks = " " * max(0, columns - width(text))
    return blanks + text if right else text + blanks


def figure(value: Decimal | None) -> str:
    """A figure as it is printed; nothing for none."""
    return "" if value is None else f"{value:f}"


def say_table(
    titles: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool] = (), *, indent: str = ""
) -> None:
    """The table as lines of the result."""
    for line in table(titles, rows, right):
        say(indent + line)


def table(titles: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool] = ()) -> list[str]:
    """The lines of a table with aligned columns; ``right`` tells which columns hold figures."""
    every = [list(titles), *map(list, rows)]
    widths = [max(width(row[column]) for row in every) for column in range(len(titles))]
    figures = [*right, *([False] * (len(titles) - len(right)))]
    lines = [
        "  ".join(
            padded(cell, columns, right=figure) for cell, columns, figure in zip(row, widths, figures, strict=True)
        )
        for row in every
    ]
    return [line.rstrip() for line in (lines[0], "  ".join("-" * columns for columns in widths), *lines[1:])]
