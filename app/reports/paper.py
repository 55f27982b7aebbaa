"""A paper before it is set: headings, texts and tables in order. What sets it, as PDF or for a word processor, adds nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.reports.tables import Column
from app.reports.wording import numeral


class Heading(NamedTuple):
    """A heading: level 1 is 一、, level 2 （一）; the numbers are given when the paper is put together."""

    text: str
    level: int = 1


class Text(NamedTuple):
    """A paragraph with its first line two characters in; ``small``: a note under a table, without that."""

    text: str
    small: bool = False


class Grid(NamedTuple):
    """A table whose header comes again on every page; the last ``summary`` rows are set apart. ``title`` stands above."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    summary: int = 0


Block = Heading | Text | Grid


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: ``lines`` stand under the title, the signature at the end, ``running`` at the foot of every page.

    A line feed in the title is where it is best broken.

    ``warned``: the lines are set in red, because the paper is no final one.
    """

    title: str
    court: str
    made_on: date
    blocks: tuple[Block, ...]
    lines: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    warned: bool = False

    @property
    def name(self) -> str:
        """The title on one line."""
        return self.title.replace("\n", "")


def numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with their headings numbered: 一、 and within it （一）."""
    counts = [0, 0]
    told: list[Block] = []
    for block in blocks:
        if not isinstance(block, Heading):
            told.append(block)
            continue
        if block.level == 1:
            counts = [counts[0] + 1, 0]
            told.append(block._replace(text=f"{numeral(counts[0])}、{block.text}"))
        else:
            counts[1] += 1
            told.append(block._replace(text=f"（{numeral(counts[1])}）{block.text}"))
    return tuple(told)
