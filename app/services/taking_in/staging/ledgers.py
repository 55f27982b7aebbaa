"""台账: dated events about people; a row 零报告 says that there was nothing."""

from __future__ import annotations

from dataclasses import replace

from app.domain.entries import Origin
from app.domain.ledgers import NOTHING_TO_REPORT, Event
from app.domain.problems import Problem
from app.domain.words import plain
from app.services.taking_in.staging.checks import Checks
from app.services.taking_in.staging.coverage import coverage_told, others_in_period
from app.services.taking_in.staging.holdings import Desk
from app.services.taking_in.staging.merging import merged
from app.services.taking_in.staging.records import Outline
from app.sheets.drafts import EventDraft, SheetReading


def stage_ledgers(reading: SheetReading, desk: Desk) -> Outline:
    """What a 台账 sheet would change; its ledgers are looked at for its period from now on."""
    problems: list[Problem] = []
    told: list[Event] = []
    checks = Checks(desk.holdings)
    for draft in reading.records:
        if not isinstance(draft, EventDraft) or plain(draft.subject) == plain(NOTHING_TO_REPORT):
            continue
        match = desk.holdings.directory.match(draft.person, reading.period, reading.division)
        if match.problem is not None:
            problems.append(match.problem)
        if not match.staff_no:
            continue
        event = _event(draft, match.staff_no, confirmed=not checks.confirms_events(draft.day))
        problems += checks.event(event, draft)
        told.append(event)
    years = {event.day.year for event in told}
    held = {key: event for year in years for key, event in desk.holdings.in_year(Event, year).items()}
    gone: list[Event] = []
    for ledger in reading.coverage:
        others, warnings = others_in_period(told, _of(ledger, reading, desk), reading, desk, ledger)
        gone += others
        problems += warnings
    beside, looked = coverage_told(reading, desk)
    return merged(_as_confirmed(told, held), held, [*problems, *looked], gone=gone, beside=beside)


def _event(draft: EventDraft, staff_no: str, *, confirmed: bool) -> Event:
    source = draft.sources.get("subject", draft.person.source)
    return Event(
        draft.ledger,
        draft.day,
        staff_no,
        draft.subject,
        draft.level,
        draft.points,
        draft.count,
        draft.basis,
        draft.result_key,
        draft.note,
        draft.ordinal,
        confirmed,
        origin=Origin(source),
    )


def _of(ledger: str, reading: SheetReading, desk: Desk) -> list[Event]:
    if reading.period is None:
        return []
    events = desk.holdings.in_year(Event, reading.period.year).values()
    return [each for each in events if plain(each.ledger) == plain(ledger) and reading.period.has_day(each.day)]


def _as_confirmed(told: list[Event], held: dict[tuple[str, ...], Event]) -> list[Event]:
    """Telling an event again takes neither its confirmation nor its refusal away; telling it otherwise does."""
    kept = []
    for event in told:
        old = held.get(event.key)
        same = old is not None and replace(event, confirmed=old.confirmed, refused=old.refused) == old
        kept.append(old if same and old is not None else event)
    return kept
