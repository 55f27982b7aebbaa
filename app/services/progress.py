"""How long work tells where it is, and how it is stopped."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """Somebody stopped the work: raised out of a report, it rolls back whatever transaction is open."""


class Report(Protocol):
    """Told ``done`` of ``total`` steps and what is being worked on; may raise Cancelled."""

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """Take note."""
        ...


def unheard(done: int, total: int, text: str = "") -> None:
    """A report that nobody hears."""


class Part:
    """A report for one part of the work: its steps become steps ``start`` to ``end`` of ``total`` ones."""

    def __init__(self, report: Report, start: int, end: int, total: int) -> None:
        self._report = report
        self._start = start
        self._width = end - start
        self._total = total

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """Tell it as a step of the whole."""
        self._report(self._start + (self._width * done // total if total else 0), self._total, text)
