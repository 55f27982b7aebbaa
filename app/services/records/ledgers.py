"""台账: what was told, what a second person still has to confirm, and the confirming itself (contract, section 4, 台账确认).

Whoever told an event cannot confirm it (a rater rates nobody by himself, nobody reviews his own decision); only what is in
effect counts. Unverified complaints deduct nothing: a refused or waiting event is kept, shown and never counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.domain.entries import Origin
from app.domain.ledgers import Coverage, Event, Evidence, Standing
from app.domain.periods import Period
from app.domain.problems import AppError, Barred, Problem, Refused
from app.domain.roster import Posting, staff_no_order
from app.domain.words import plain
from app.services.changes import Changes
from app.services.schemes import SchemeVersion, applicable, scheme_versions
from app.storage import roster
from app.storage.account import computer_user
from app.storage.database import Database
from app.storage.evidence import evidence
from app.storage.ledgers import SETTLING, Hands, coverage, events, hands_on_events
from app.storage.session import Session

CONFIRM, REFUSE = SETTLING
_UNKNOWN = "event-unknown"


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event as it is shown. ``asked``: the scheme of its month asks for a second person; times are UTC."""

    number: str
    event: Event
    name: str
    division: str
    standing: Standing
    asked: bool
    told_by: str
    told_at: str
    settled_by: str
    settled_at: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def lacks_proof(self) -> bool:
        """Whether neither a 依据 nor a file says where it comes from."""
        return not self.event.basis and not self.evidence


@dataclass(frozen=True, slots=True)
class Settled:
    """What confirming, refusing or entering did: the events as they stand now."""

    lines: tuple[EventLine, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are asked for; None and empty: all."""

    period: Period | None = None
    ledger: str = ""
    standing: Standing | None = None
    staff_no: str = ""

    def has(self, line: EventLine) -> bool:
        """Whether it is one of them."""
        event = line.event
        return (
            (self.period is None or self.period.has_day(event.day))
            and (not self.ledger or plain(self.ledger) == plain(event.ledger))
            and self.standing in (None, line.standing)
            and self.staff_no in ("", event.staff_no)
        )


def event_lines(book: Database, wanted: Wanted | None = None) -> tuple[EventLine, ...]:
    """The events asked for, by day, ledger and person."""
    with book.reading() as session:
        return _lines(session, wanted or Wanted())


def waiting_events(session: Session, period: Period) -> tuple[Event, ...]:
    """The events of a period that count nothing yet because they wait for a second person."""
    versions = scheme_versions(session)
    inside = (each for each in events.read(session) if period.has_day(each.day))
    return tuple(each for each in inside if each.standing(asked=_asks(versions, each)) is Standing.WAITING)


def enter_event(book: Database, event: Event, *, by: str | None = None) -> Settled:
    """Type in one event; where the scheme asks, it waits for a second person.

    Raises AppError: nobody such, a subject or ledger without a word.
    """
    if not event.ledger.strip() or not event.subject.strip():
        raise AppError("event-incomplete")
    with book.transaction(f"录入{event.ledger}台账：{event.subject}", kind="enter-event", by=by) as session:
        if not roster.people.read(session, staff_no=event.staff_no):
            raise AppError("staff-unknown", staff_no=event.staff_no)
        asked = _asks(scheme_versions(session), event)
        told = replace(
            event,
            ordinal=_next_ordinal(session, event),
            confirmed=not asked,
            refused="",
            origin=Origin(),
        )
        events.write(session, [told])
        lines = tuple(each for each in _lines(session, Wanted(staff_no=event.staff_no)) if each.event.key == told.key)
    return Settled(lines, Changes(entries=True))


def confirm_events(book: Database, numbers: Sequence[str], *, by: str | None = None) -> Settled:
    """Confirm waiting events, all of them or none.

    Raises Refused with every event that is unknown (exit status 3), does not wait, or was told by the same person (5).
    """
    return _settle(book, numbers, by, kind=CONFIRM, change=lambda event: replace(event, confirmed=True, refused=""))


def refuse_events(book: Database, numbers: Sequence[str], *, reason: str, by: str | None = None) -> Settled:
    """Send events back with a reason: they stay to be seen and count no more. Raises AppError without a reason; Refused."""
    if not reason.strip():
        raise AppError("refusal-without-reason")
    return _settle(
        book,
        numbers,
        by,
        kind=REFUSE,
        change=lambda event: replace(event, confirmed=False, refused=reason.strip()),
    )


def cover_ledger(book: Database, ledger: str, period: Period, *, by: str | None = None) -> Changes:
    """Say that somebody looked into a ledger for a period (零报告 where nothing was found): none found is zero from now on."""
    if not ledger.strip():
        raise AppError("event-incomplete")
    with book.transaction(f"{period.title}{ledger}台账已核对", kind="cover", by=by) as session:
        known = {plain(each.ledger): each.ledger for each in coverage.read(session)}
        coverage.write(session, [Coverage(known.get(plain(ledger), ledger.strip()), period)])
    return Changes(entries=True)


def _settle(
    book: Database, numbers: Sequence[str], by: str | None, *, kind: str, change: Callable[[Event], Event]
) -> Settled:
    who = by or computer_user()
    why = f"{'确认' if kind == CONFIRM else '退回'}台账事项 {len(numbers)} 条"
    with book.transaction(why, kind=kind, by=by) as session:
        lines = {line.number: line for line in _lines(session, Wanted())}
        problems = [each for number in numbers for each in _against(lines.get(number), number, who, kind)]
        if problems:
            raise _not_settled(problems)
        chosen = [lines[number].event for number in dict.fromkeys(numbers)]
        events.write(session, [change(event) for event in chosen])
        keys = {event.key for event in chosen}
        settled = tuple(line for line in _lines(session, Wanted()) if line.event.key in keys)
    return Settled(settled, Changes(entries=True))


def _against(line: EventLine | None, number: str, who: str, kind: str) -> Iterator[Problem]:
    """What speaks against settling an event."""
    if line is None:
        yield Problem(_UNKNOWN, value=number)
        return
    values = {"subject": line.event.subject, "name": line.name, "by": line.told_by}
    source = line.event.origin.source
    if kind == REFUSE:
        if line.standing is Standing.REFUSED:
            yield Problem("event-refused-already", source, number, values)
        return
    if line.standing is not Standing.WAITING:
        code = "event-in-effect" if line.standing is Standing.IN_EFFECT else "event-refused-already"
        yield Problem(code, source, number, values)
    elif plain(line.told_by) == plain(who):
        yield Problem("event-own", source, number, values)


def _not_settled(problems: Iterable[Problem]) -> Refused:
    """Exit status 5 where the state of an event forbids it; 3 where numbers are wrong and nothing else."""
    told = tuple(problems)
    if all(each.code == _UNKNOWN for each in told):
        return Refused(told, "events-not-settled")
    return Barred(told, "events-not-settled")


def _next_ordinal(session: Session, event: Event) -> int:
    same = events.read(
        session,
        ledger=event.ledger,
        day=event.day,
        staff_no=event.staff_no,
        subject=event.subject,
        result_key=event.result_key,
    )
    return max((each.ordinal for each in same), default=0) + 1


def _lines(session: Session, wanted: Wanted) -> tuple[EventLine, ...]:
    versions = scheme_versions(session)
    names = {each.staff_no: each.name for each in roster.people.read(session)}
    postings = roster.postings.read(session)
    proofs: dict[tuple[str, ...], list[Evidence]] = {}
    for each in evidence.read(session):
        proofs.setdefault(each.event_key, []).append(each)
    hands = hands_on_events(session)
    divisions: dict[str, list[Posting]] = {}
    for posting in postings:
        divisions.setdefault(posting.staff_no, []).append(posting)
    lines = []
    for event in events.read(session):
        line = _line(event, hands.get(event.key, Hands()), asked=_asks(versions, event))
        at_that_day = (each for each in divisions.get(event.staff_no, ()) if each.days_in(Period.of_month(event.day)))
        line = replace(
            line,
            name=names.get(event.staff_no, ""),
            division=next((each.division for each in at_that_day), ""),
            evidence=tuple(proofs.get(event.key, ())),
        )
        if wanted.has(line):
            lines.append(line)
    return tuple(
        sorted(lines, key=lambda each: (each.event.day, each.event.ledger, staff_no_order(each.event.staff_no)))
    )


def _line(event: Event, hands: Hands, *, asked: bool) -> EventLine:
    return EventLine(
        number=event.number,
        event=event,
        name="",
        division="",
        standing=event.standing(asked=asked),
        asked=asked,
        told_by=hands.told.by,
        told_at=hands.told.at,
        settled_by=hands.settled.by,
        settled_at=hands.settled.at,
    )


def _asks(versions: Iterable[SchemeVersion], event: Event) -> bool:
    version = applicable(versions, Period.of_month(event.day))
    return version is not None and version.scheme.confirms_events
