"""Records as a sheet tells them against those that the book holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from app.domain.ledgers import Coverage
from app.domain.problems import Problem
from app.domain.roster import Person
from app.services.taking_in.staging.records import Difference, Outline, Record

R = TypeVar("R", bound=Record)


def merged(
    told: Iterable[R],
    held: Mapping[tuple[str, ...], R],
    problems: Sequence[Problem],
    *,
    gone: Iterable[R] = (),
    beside: Iterable[Difference] = (),
) -> Outline:
    """What telling these records changes: a record replaces the one of its key; twice told differently is a fault.

    ``gone`` are records to be removed; ``beside`` are differences that are written with them but not counted.
    """
    faults = list(problems)
    first: dict[tuple[str, ...], R] = {}
    differences: list[Difference] = []
    unchanged = 0
    for record in told:
        earlier = first.setdefault(record.key, record)
        if earlier is not record:
            if earlier != record:
                faults.append(told_twice(earlier, record))
            continue
        old = held.get(record.key)
        if old == record:
            unchanged += 1
        else:
            differences.append(Difference(old, record))
    differences += [Difference(record, None) for record in gone]
    return Outline((*differences, *beside), unchanged, tuple(faults))


Told = dict[tuple[type, tuple[str, ...]], tuple[Record, str]]
"""What the sheets of one file told so far: noun and key → the record and its sheet."""


def told_before(outline: Outline, sheet: str, told: Told) -> Iterator[Problem]:
    """The faults that a sheet tells otherwise what another sheet of the same file tells; adds what it tells itself."""
    for _, new in outline.differences:
        if new is None or isinstance(new, Person | Coverage):
            continue
        first, where = told.setdefault((type(new), new.key), (new, sheet))
        if where != sheet and first != new:
            source = new.origin.source
            values = {"sheet": where, "cell": first.origin.source.cell, "name": " ".join(new.key)}
            yield Problem("told-in-two-sheets", source, values=values)


def told_twice(earlier: Record, record: Record) -> Problem:
    """The fault that one sheet tells the same thing twice and differently."""
    source = record.origin.source
    values = {"first": earlier.origin.source.cell or "前面", "name": " ".join(record.key)}
    return Problem("told-twice", source, values=values)
