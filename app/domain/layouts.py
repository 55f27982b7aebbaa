"""Layouts: what a clerk answered once about the columns of a sheet, so that nobody is asked again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.entries import Origin

IGNORED = "忽略"
"""The answer that a column is not to be read."""


@dataclass(frozen=True, slots=True)
class LayoutUse:
    """When a sheet of a remembered layout was taken in last (ISO); its file is told by the origin."""

    kind: str
    division: str
    fingerprint: str
    used: str
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """The layout's key."""
        return (self.kind, self.division, self.fingerprint)


@dataclass(frozen=True, slots=True)
class Layout:
    """The headers of one sheet of a kind and a division (empty: none told), a line each from left to right.

    ``answers``: header → data item, column of the kind, or 忽略. ``fingerprint`` is of the headers in their order.
    """

    kind: str
    division: str
    fingerprint: str
    headers: str
    answers: Mapping[str, str]
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.kind, self.division, self.fingerprint)

    @property
    def columns(self) -> tuple[str, ...]:
        """The headers from left to right."""
        return tuple(self.headers.split("\n"))

    def used(self, moment: str, origin: Origin) -> LayoutUse:
        """That a sheet of it was taken in at a moment (ISO), of the origin's file."""
        return LayoutUse(self.kind, self.division, self.fingerprint, moment, origin)
