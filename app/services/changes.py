"""What kinds of things a doing changed: returned by every service that writes, told to every open page."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in the book. ``entries`` stands for everything that is counted: data, cases, ledgers, ratings."""

    people: bool = False
    schemes: bool = False
    entries: bool = False
    results: bool = False
    decisions: bool = False

    def __or__(self, other: Changes) -> Changes:
        """What either of both changed."""
        return Changes(**{each.name: getattr(self, each.name) or getattr(other, each.name) for each in fields(self)})

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return any(getattr(self, each.name) for each in fields(self))
