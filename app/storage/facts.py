"""Everything the engine needs to know for the periods of one year, in one look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.facts import Facts
from app.storage.cases import cases, rulings
from app.storage.conditions import in_year, meets
from app.storage.entries import entries
from app.storage.ledgers import coverage, events
from app.storage.monthly_records import monthly_records
from app.storage.ratings import ballots
from app.storage.results import inner_results
from app.storage.roster import absences, people, postings
from app.storage.session import Session


def read_facts(session: Session, year: int) -> Facts:
    """All that touches the year: its entries, cases, events, ballots; whatever posting or absence meets one of its days.

    People are all of the book's: whoever has no posting in the year is left out by the engine, which says so.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    persons = read_persons(session, year)
    closed = cases.table.c.closed.between(first, last)
    numbers = cases.table.select().with_only_columns(cases.table.c.number).where(closed)
    return replace(
        persons,
        entries=entries.read(session, in_year(entries.table.c.period, year)),
        cases=cases.read(session, closed),
        rulings=rulings.read(session, rulings.table.c.number.in_(numbers)),
        events=events.read(session, events.table.c.day.between(first, last)),
        ballots=ballots.read(session, in_year(ballots.table.c.period, year)),
        coverage=coverage.read(session, in_year(coverage.table.c.period, year)),
        monthly_records=monthly_records.read(session, in_year(monthly_records.table.c.month, year)),
    )


def read_persons(session: Session, year: int) -> Facts:
    """The part of the same that is about persons: people, postings, absences, and the results of inner periods."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return Facts(
        people=people.read(session),
        postings=postings.read(session, meets(postings.table.c.start, postings.table.c.end, first, last)),
        absences=absences.read(session, meets(absences.table.c.start, absences.table.c.end, first, last)),
        inner=inner_results(session, year),
    )
