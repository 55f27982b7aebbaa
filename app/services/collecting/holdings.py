"""What the book has of each sheet that a period expects: which cells are told, since when, and from what sheets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from app.domain.entries import Entry, Origin, State
from app.domain.expected_sheets import ENTRIES, RATINGS, ExpectedSheet
from app.domain.periods import Kind, Period
from app.domain.receipts import Held, Receipt
from app.domain.scoring.court import Court
from app.domain.words import plain

Cell = tuple[str, str]
"""A staff number and an item's code."""


class Holdings:
    """What the book has of the expected sheets of a court's period; ``told`` is what came, whenever."""

    def __init__(self, court: Court, expected: Iterable[ExpectedSheet], told: Iterable[Receipt]) -> None:
        self.court = court
        self._shared = Counter((sheet.kind, sheet.subject) for sheet in expected)
        self._entries = {(each.staff_no, each.item, each.period): each for each in court.facts.entries}
        self._periods = {(each.origin.batch, each.sheet_name): each.period for each in told if each.origin.batch}

    def of(self, sheet: ExpectedSheet) -> Held:
        """How much of it there is, and since when."""
        if sheet.kind == ENTRIES:
            return self._counted({cell: self._entered(*cell) for cell in sheet.cells}, sheet.must)
        if sheet.kind == RATINGS:
            rated = {ballot.staff_no: ballot.origin for ballot in self.court.facts.ballots}
            return self._counted({cell: rated.get(cell[0]) for cell in sheet.cells}, sheet.must)
        if self._shared[sheet.kind, sheet.subject] > 1:
            # Several divisions keep it: what is covered tells nothing about one of them.
            return Held(0, 1, awaited=False)
        covered = self.court.is_covered(sheet.subject)
        return Held(int(covered), 1, self._covered_since(sheet.subject) if covered else "")

    def _entered(self, staff_no: str, item: str) -> Origin | None:
        """Where a value came from, for the period itself or the last of all its shorter ones; None where any is missing."""
        own = self._entry(staff_no, item, self.court.period)
        if own is not None:
            return own.origin
        for kind in reversed([each for each in Kind if each < self.court.period.kind]):
            inner = [each for each in self.court.period.inner(kind) if self.court.has_posting(staff_no, each)]
            told = [entry for each in inner if (entry := self._entry(staff_no, item, each)) is not None]
            if inner and len(told) == len(inner):
                return max((entry.origin for entry in told), key=lambda origin: origin.at)
        return None

    def _entry(self, staff_no: str, item: str, period: Period) -> Entry | None:
        entry = self._entries.get((staff_no, item, period))
        return None if entry is None or entry.state is State.EMPTY else entry

    def _covered_since(self, ledger: str) -> str:
        """When the last of what covers the period was looked at: a year told it at once, months one by one."""
        whole = [each for each in self.court.facts.coverage if plain(each.ledger) == plain(ledger)]
        meeting = [each.origin.at for each in whole if self.court.period.contains(each.period)]
        longer = [each.origin.at for each in whole if each.period.contains(self.court.period)]
        return min(longer, default="") or max(meeting, default="")

    def _counted(self, origins: Mapping[Cell, Origin | None], must: frozenset[Cell]) -> Held:
        """How many of the cells that must be were told, and since when any. Where none must be, one is as good as all."""
        told = {cell: origin for cell, origin in origins.items() if origin is not None}
        since = min((origin.at for origin in told.values()), default="")
        if not must:
            return Held(len(told), len(told) or 1, since, awaited=False)
        missing = tuple(sorted(must - told.keys()))
        return Held(len(must) - len(missing), len(must), since, missing=missing, through=self._through(told.values()))

    def _through(self, origins: Iterable[Origin]) -> Period | None:
        """The longest period, longer than the court's, whose sheets brought any of it."""
        told = {self._periods.get((each.batch, each.source.sheet)) for each in set(origins)}
        longer = [each for each in told if each is not None and each.kind > self.court.period.kind]
        return max(longer, key=lambda each: each.kind, default=None)
