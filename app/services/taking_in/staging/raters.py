"""No rater's identity is ever stored (contract, section 3, 测评): what could tell one is refused before it is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from app.domain.problems import Problem, Source
from app.domain.ratings import Ballot
from app.domain.roster import Person
from app.domain.words import plain
from app.services.taking_in.staging.holdings import Desk
from app.sheets.drafts import SheetReading


def raters_told(
    told: Iterable[Ballot], numbered: Collection[tuple[str, ...]], reading: SheetReading, desk: Desk
) -> Iterator[Problem]:
    """A file's or sheet's name with somebody's name who is not rated in it; a 票号 that is a name or a 工号.

    A 票号 of digits alone may be somebody's 工号 by chance, and is let through.
    """
    ballots = tuple(told)
    people = desk.holdings.all_of(Person).values()
    rated = {ballot.staff_no for ballot in ballots}
    place = plain(f"{desk.file} {reading.sheet}")
    for name in sorted({each.name for each in people if each.staff_no not in rated and plain(each.name) in place}):
        yield Problem("rater-in-file-name", Source(desk.file, reading.sheet), name)
    words = {plain(each.name) for each in people} | {plain(each.staff_no) for each in people}
    for ballot in ballots:
        if ballot.key in numbered and not ballot.ticket.isdecimal() and plain(ballot.ticket) in words:
            yield Problem("ticket-names-person", ballot.origin.source, ballot.ticket)
