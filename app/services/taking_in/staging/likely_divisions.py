"""The division in a sheet's title or name as the one that decides between people of one name, where the sheet bears it out."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.roster import Posting
from app.domain.words import plain
from app.services.taking_in.staging.holdings import Holdings
from app.sheets.drafts import PersonRef, SheetReading
from app.sheets.kinds.entry_grid import EntryGrid


def with_likely_division(reading: SheetReading, holdings: Holdings) -> SheetReading:
    """The reading as one of the division that its title names, if everybody whom it names beyond doubt is of that division.

    A table of 审判管理办公室 about the whole court is not about 审判管理办公室.
    """
    likely, period = plain(reading.likely_division), reading.period
    if not likely or reading.division:
        return reading
    people = {person.source: person for person in _people(reading)}.values()
    if not any(person.name and not (person.staff_no or person.id_number or person.division) for person in people):
        return reading
    inside = {
        posting.staff_no
        for posting in holdings.all_of(Posting).values()
        if plain(posting.division) == likely and (period is None or posting.days_in(period))
    }
    matches = (holdings.directory.match(person, period) for person in people)
    if not all(match.staff_no in inside for match in matches if match.staff_no):
        return reading
    return reading._replace(division=reading.likely_division)


def _people(reading: SheetReading) -> Iterator[PersonRef]:
    if isinstance(reading.records, EntryGrid):
        yield from reading.records.people
        return
    for draft in reading.records:
        person = getattr(draft, "person", None)
        if isinstance(person, PersonRef):
            yield person
