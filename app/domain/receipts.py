"""收表: what came in, what became of it, and how far each expected sheet is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from app.domain.entries import Origin
from app.domain.expected_sheets import ExpectedSheet
from app.domain.periods import Period
from app.domain.words import plain


class Fate(StrEnum):
    """What became of a sheet that came: taken (or the book had all of it), waiting for answers, or sent back."""

    TAKEN = "taken"
    WAITING = "waiting"
    RETURNED = "returned"


class ToldFault(NamedTuple):
    """One of the faults or questions for which a sheet was not taken, in the words of that day."""

    cell: str
    value: str
    message: str
    remedy: str
    question: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """One sheet of a file that somebody tried to take in. The file is told by the origin, ``digest`` is its SHA-256.

    ``division`` is who handed it in, as far as it can be told; ``subjects`` the ledgers of a 台账 sheet, joined by ``、``;
    ``received`` the moment it came first (ISO). ``faults`` and ``questions`` count what keeps it from being taken, ``told`` is
    what was said about the first of them (see ToldFault; lists, as JSON keeps them).
    """

    digest: str
    sheet_name: str
    kind: str
    division: str
    subjects: str
    period: Period | None
    received: str
    fate: Fate
    faults: int = 0
    questions: int = 0
    told: list[list[Any]] = field(default_factory=list)
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book: one sheet of one file."""
        return (self.digest, self.sheet_name)

    @property
    def file(self) -> str:
        """The file's name."""
        return self.origin.source.file

    @property
    def problems(self) -> tuple[ToldFault, ...]:
        """What was said about it."""
        return tuple(ToldFault(*each) for each in self.told)

    @property
    def day(self) -> date:
        """The day it came, in local time."""
        return day_of(self.received)


def day_of(moment: str) -> date:
    """The local day of an ISO moment."""
    return datetime.fromisoformat(moment).astimezone().date()


class Standing(StrEnum):
    """How far an expected sheet is."""

    MISSING = "未交"
    PARTIAL = "未交齐"
    WAITING = "待处理"
    RETURNED = "有错退回"
    TAKEN = "已采用"
    LATE = "迟交"
    WAIVED = "免报"
    LATER = "随季报"


class Held(NamedTuple):
    """What the book holds of an expected sheet: how many of the ``needed`` cells or lists; since when any (ISO, or empty).

    ``awaited``: a total waits for it and the book can tell, so a sheet that left nothing in the book was handed in blank.
    ``missing``: the needed cells that are not there, as pairs of staff number and item. ``through``: the longer period
    whose sheet brought some of it, months told in the sheet of their quarter.
    """

    filled: int
    needed: int
    since: str = ""
    awaited: bool = True
    missing: tuple[tuple[str, str], ...] = ()
    through: Period | None = None


class Settled(NamedTuple):
    """How far one expected sheet is. ``overdue``: not there yet though its day has passed. ``day``: when it came."""

    standing: Standing
    overdue: bool
    day: date | None = None
    last: Receipt | None = None


class Days(NamedTuple):
    """The day on which it is judged, and until when the sheet is wanted (None: no day is set).

    ``due_through``: until when the sheets of the longer period are with which the data came, else the same.
    ``with_quarter``: a month's sheet that the division hands in with those of the quarter; ``due`` is the quarter's.
    """

    today: date
    due: date | None
    due_through: date | None
    with_quarter: bool = False


def settle(told: Sequence[Receipt], period: Period, held: Held, days: Days) -> Settled:
    """How far a sheet is, by the receipts that belong to it, the newest last, and what the book holds.

    The newest receipt speaks: sent back or waiting, even where an older one was taken; one of a shorter period inside only
    while the book does not hold all. Without a receipt of the period itself that was taken the book's data speak, from
    whatever sheets they came. Late is what was first taken in after its day: that of the period of the sheet with which
    it came. A sheet handed in blank is none.
    """
    if held.awaited and not held.since:
        told = [each for each in told if each.fate is not Fate.TAKEN]
    whole = bool(held.since) and held.filled == held.needed
    open_ones = [each for each in told if each.period == period or not whole]
    last = open_ones[-1] if open_ones else None
    due = days.due
    came = [each.day for each in told if each.fate is Fate.TAKEN and each.period == period]
    if not came and whole:
        came, due = [_whole_since(told, held)], days.due_through
    if last is not None and last.fate is not Fate.TAKEN:
        standing = Standing.WAITING if last.fate is Fate.WAITING else Standing.RETURNED
    elif came:
        standing = Standing.LATE if due is not None and min(came) > due else Standing.TAKEN
    else:
        standing = Standing.PARTIAL if held.since else Standing.MISSING
    overdue = not came and days.due is not None and days.today > days.due
    if standing is Standing.MISSING and days.with_quarter and not overdue:
        standing = Standing.LATER
    shown = last if last is not None else told[-1] if told else None
    return Settled(standing, overdue, min(came) if came else shown.day if shown else None, shown)


def waived(settled: Settled) -> Settled:
    """The same where the sheet is not needed: what was taken all the same stays taken."""
    if settled.standing in (Standing.TAKEN, Standing.LATE):
        return settled
    return settled._replace(standing=Standing.WAIVED, overdue=False)


def _whole_since(told: Sequence[Receipt], held: Held) -> date:
    """When the last of the shorter periods came first; else when the data were told."""
    first: dict[Period, date] = {}
    for each in told:
        if each.fate is Fate.TAKEN and each.period is not None:
            first[each.period] = min(first.get(each.period, each.day), each.day)
    return max(first.values(), default=day_of(held.since))


def place(
    receipts: Iterable[Receipt], expected: Sequence[ExpectedSheet], period: Period
) -> tuple[dict[ExpectedSheet, tuple[Receipt, ...]], tuple[Receipt, ...]]:
    """The receipts by the expected sheets they belong to, and those that belong to none.

    By kind and period first; then by who handed it in, by the ledger, or because there is only one such sheet.
    A sheet whose kind nobody could tell belongs to all that its division owes.
    """
    placed: dict[ExpectedSheet, list[Receipt]] = {each: [] for each in expected}
    left = []
    for receipt in receipts:
        if receipt.period is None or not period.contains(receipt.period):
            continue
        belongs = _belongs(receipt, expected)
        for sheet in belongs:
            placed[sheet].append(receipt)
        if not belongs and receipt.fate is not Fate.TAKEN:
            left.append(receipt)
    return {sheet: tuple(told) for sheet, told in placed.items()}, tuple(left)


def _belongs(receipt: Receipt, expected: Iterable[ExpectedSheet]) -> list[ExpectedSheet]:
    alike = [each for each in expected if receipt.kind in ("", each.kind)]
    if receipt.subjects:
        subjects = {plain(each) for each in receipt.subjects.split("、")}
        alike = [each for each in alike if plain(each.subject) in subjects]
    division = plain(receipt.division)
    named = [each for each in alike if division and plain(each.reporter) == division]
    if named:
        return named
    if not receipt.kind:
        return []
    return alike if len(alike) == 1 or receipt.subjects else []
