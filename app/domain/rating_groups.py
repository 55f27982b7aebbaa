"""宽严程度: how each rater group marks, beside the others. Shown, never corrected; nothing of a group below the least ballots.

A cell is what one rater group gave one person. A cell with fewer ballots than 最少票数 is told by its number of ballots alone,
and goes into no figure at all, so that no figure can be subtracted from another to find it. Figures over ballots of several
groups together are not made for the same reason. Source: ballots are anonymous, results only from a least number of ballots
on (practice of public projects; contract, section 3, 测评, and section 4, 测评计分).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import isqrt

from app.domain.numbers import Exact, Ratio, exact, half_up
from app.domain.ratings import Ballot
from app.domain.roster import staff_no_order

LEAST = 3
"""最少票数 where the scheme tells none (contract, section 4, 测评计分)."""
PLACES = 2

MarkOf = Callable[[Ballot], Exact | None]
"""What a ballot counts: its mark, or what the scheme makes of its word; None where it makes nothing of it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One rater group about one person. ``mean`` and ``spread`` (standard deviation) are None where not to be shown."""

    group: str
    ballots: int
    is_shown: bool
    mean: Decimal | None = None
    spread: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Rated:
    """One person with a cell for each rater group that gave a ballot."""

    staff_no: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Leniency:
    """One rater group over the people whose cells are shown: how high it marks, how far apart it sets people.

    ``beside``: its mean over the people whom every group rated (``common`` of them), the fair comparison.
    """

    group: str
    people: int
    ballots: int
    mean: Decimal | None
    spread: Decimal | None
    highest: Decimal | None
    lowest: Decimal | None
    common: int
    beside: Decimal | None


@dataclass(frozen=True, slots=True)
class RatingSummary:
    """All that may be shown of a period's ballots; ``hidden``: cells that are not."""

    persons: tuple[Rated, ...]
    groups: tuple[Leniency, ...]
    hidden: int


def summarise(ballots: Iterable[Ballot], mark_of: MarkOf, least_of: Callable[[str], int]) -> RatingSummary:
    """Every person's cells, and every group over them; ``least_of`` tells 最少票数 of a person by staff number."""
    cast: dict[str, dict[str, list[Ballot]]] = defaultdict(lambda: defaultdict(list))
    for ballot in ballots:
        cast[ballot.staff_no][ballot.group].append(ballot)
    exact_means: dict[str, dict[str, Exact]] = defaultdict(dict)
    counts: dict[str, int] = defaultdict(int)
    persons = []
    for staff_no in sorted(cast, key=staff_no_order):
        cells = []
        for group, told in sorted(cast[staff_no].items()):
            cell, mean = _cell(group, told, mark_of, max(least_of(staff_no), 1))
            cells.append(cell)
            if mean is not None:
                exact_means[group][staff_no] = mean
                counts[group] += cell.ballots
        persons.append(Rated(staff_no, tuple(cells)))
    names = sorted({cell.group for person in persons for cell in person.cells})
    groups = tuple(_leniency(name, exact_means, counts[name], names) for name in names)
    hidden = sum(not cell.is_shown for person in persons for cell in person.cells)
    return RatingSummary(tuple(persons), groups, hidden)


def _cell(group: str, told: Sequence[Ballot], mark_of: MarkOf, least: int) -> tuple[Cell, Exact | None]:
    marks = [mark for each in told if (mark := mark_of(each)) is not None]
    if len(told) < least or len(marks) < len(told):
        return Cell(group, len(told), is_shown=False), None
    mean = mean_of(marks)
    return Cell(group, len(told), True, half_up(mean, PLACES), deviation(marks)), mean


def _leniency(name: str, means: Mapping[str, Mapping[str, Exact]], ballots: int, every: Sequence[str]) -> Leniency:
    own = means.get(name, {})
    figures = list(own.values())
    common = set(own).intersection(*(means.get(each, {}) for each in every))
    return Leniency(
        group=name,
        people=len(figures),
        ballots=ballots,
        mean=half_up(mean_of(figures), PLACES) if figures else None,
        spread=deviation(figures) if figures else None,
        highest=half_up(max(figures), PLACES) if figures else None,
        lowest=half_up(min(figures), PLACES) if figures else None,
        common=len(common),
        beside=half_up(mean_of([own[each] for each in common]), PLACES) if common else None,
    )


def mean_of(figures: Sequence[Exact]) -> Exact:
    """The exact mean of at least one figure."""
    return exact(Ratio(sum(figures)) / len(figures))


def deviation(figures: Sequence[Exact]) -> Decimal:
    """The standard deviation of these figures (all of them, not a sample), half-up to PLACES, without a float on the way."""
    mean = Ratio(mean_of(figures))
    apart = [Ratio(each) - mean for each in figures]
    variance = sum((each * each for each in apart), Ratio(0)) / len(figures)
    # Twice the root in units of the last place, cut off; half of it, rounded up from .5.
    doubled = isqrt(int(variance * 4 * 10 ** (2 * PLACES)))
    return Decimal((doubled + 1) // 2).scaleb(-PLACES)
