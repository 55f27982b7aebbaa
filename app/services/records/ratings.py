"""测评: typed ballots, and what may be shown of them: each rater group beside the others, nothing below the least ballots.

No rater's identity is ever stored (contract, section 3): what is typed in is written by 测评录入, not by whoever sits there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple

from app.domain.entries import Origin
from app.domain.facts import Facts
from app.domain.numbers import Exact, exact
from app.domain.periods import Period
from app.domain.problems import AppError
from app.domain.rating_groups import LEAST, Cell, Leniency, RatingSummary, summarise
from app.domain.ratings import Ballot
from app.domain.rules.ratings import Ratings
from app.domain.schemes import IndicatorSet
from app.domain.scoring.court import Court
from app.domain.words import plain
from app.services.changes import Changes
from app.services.schemes import applicable, scheme_versions
from app.storage import roster
from app.storage.database import Database
from app.storage.ratings import ballots
from app.storage.session import Session

CLERK = "测评录入"
"""Who types ballots in, as far as the book knows."""


class TypedBallot(NamedTuple):
    """One ballot as it is typed: a mark, or a word of 评价分."""

    staff_no: str
    group: str
    mark: Decimal | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class RatedPerson:
    """One person who was rated; ``least``: 最少票数 below which a group is not shown."""

    staff_no: str
    name: str
    division: str
    least: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RatingReview:
    """All that may be shown of the ballots of a period. ``groups``: 宽严程度, in the order of their names."""

    period: Period
    title: str
    groups: tuple[Leniency, ...]
    persons: tuple[RatedPerson, ...]
    hidden: int
    note: str = "少于最少票数的，只列票数，不进入任何平均；宽严程度只供了解，不作修正。"


def rating_review(book: Database, period: Period) -> RatingReview:
    """What a period's ballots come to, group by group and person by person."""
    with book.reading() as session:
        told = ballots.read(session, period=period)
        people = {each.staff_no: each for each in roster.people.read(session)}
        court = _court(session, period)
        postings = roster.postings.read(session)
    divisions = {each.staff_no: each.division for each in postings if each.days_in(period)}
    sets = {each.staff_no: each.set for each in court.members} if court else {}

    def least_of(staff_no: str) -> int:
        return max((rule.least for rule in _rules_of(sets.get(staff_no))), default=LEAST)

    def mark_of(ballot: Ballot) -> Exact | None:
        return _mark(_rules_of(sets.get(ballot.staff_no), ballot.item), ballot)

    summary: RatingSummary = summarise(_apart_by_item(told, court), mark_of, least_of)
    persons = [
        RatedPerson(
            each.staff_no,
            people[each.staff_no].name,
            divisions.get(each.staff_no, ""),
            least_of(each.staff_no),
            each.cells,
        )
        for each in summary.persons
    ]
    return RatingReview(period, f"{period.title}测评情况", summary.groups, tuple(persons), summary.hidden)


def enter_ballots(book: Database, period: Period, told: Sequence[TypedBallot]) -> Changes:
    """Keep ballots typed in together, numbered after those of the same person and group. Raises AppError for one not whole.

    Typed together they leave one step: nobody can tell afterwards in which order they came.
    """
    with book.transaction(f"{period.title}测评票 {len(told)} 张", kind="enter-ballots", by=CLERK) as session:
        known = {each.staff_no for each in roster.people.read(session)}
        for row, each in enumerate(told, 1):
            if not each.staff_no or not each.group.strip() or (each.mark is None and not each.word.strip()):
                raise AppError("ballot-incomplete", row=row)
            if each.staff_no not in known:
                raise AppError("staff-unknown", staff_no=each.staff_no)
        ballots.write(session, _numbered(session, period, told))
    return Changes(entries=True)


def _numbered(session: Session, period: Period, told: Iterable[TypedBallot]) -> list[Ballot]:
    taken: dict[tuple[str, str], set[str]] = {}
    for each in ballots.read(session, period=period):
        taken.setdefault((each.staff_no, plain(each.group)), set()).add(each.ticket)
    made = []
    for ballot in sorted(told, key=lambda each: (each.staff_no, each.group, each.mark or Decimal(0), each.word)):
        tickets = taken.setdefault((ballot.staff_no, plain(ballot.group)), set())
        number = next(str(each) for each in range(1, len(tickets) + 2) if str(each) not in tickets)
        tickets.add(number)
        made.append(
            Ballot(
                staff_no=ballot.staff_no,
                period=period,
                group=ballot.group.strip(),
                mark=ballot.mark,
                word=ballot.word.strip(),
                ticket=number,
                origin=Origin(),
            )
        )
    return made


def _court(session: Session, period: Period) -> Court | None:
    version = applicable(scheme_versions(session), period)
    if version is None:
        return None
    facts = Facts(
        people=roster.people.read(session),
        postings=roster.postings.read(session),
        absences=roster.absences.read(session),
    )
    return Court(version.scheme, period, facts)


def _apart_by_item(told: Iterable[Ballot], court: Court | None) -> Iterable[Ballot]:
    """The ballots, those that name their data item in a group of their own: what is asked differently is not held together."""
    for ballot in told:
        item = court.scheme.item(ballot.item) if court and ballot.item else None
        yield replace(ballot, group=f"{ballot.group}（{item.name}）") if item else ballot


def _rules_of(chosen: IndicatorSet | None, item: str = "") -> list[Ratings]:
    """The set's 测评计分, over one data item where one is named."""
    leaves = chosen.indicators if chosen else ()
    return [leaf.rule for leaf in leaves if isinstance(leaf.rule, Ratings) and item in ("", leaf.item)]


def _mark(rules: Iterable[Ratings], ballot: Ballot) -> Exact | None:
    if ballot.mark is not None:
        return exact(ballot.mark)
    pairs = (pair for rule in rules for pair in rule.marks)
    return next((mark for word, mark in pairs if plain(word) == plain(ballot.word)), None)


def rating_document(review: RatingReview) -> dict[str, Any]:
    """What may be shown, as JSON values: figures that may not are null."""
    return {
        "period": review.period.code,
        "groups": [
            {
                "group": each.group,
                "people": each.people,
                "ballots": each.ballots,
                "mean": _text(each.mean),
                "spread": _text(each.spread),
                "highest": _text(each.highest),
                "lowest": _text(each.lowest),
                "common_people": each.common,
                "common_mean": _text(each.beside),
            }
            for each in review.groups
        ],
        "persons": [
            {
                "staff_no": each.staff_no,
                "name": each.name,
                "division": each.division,
                "least_ballots": each.least,
                "groups": [
                    {
                        "group": cell.group,
                        "ballots": cell.ballots,
                        "shown": cell.is_shown,
                        "mean": _text(cell.mean),
                        "spread": _text(cell.spread),
                    }
                    for cell in each.cells
                ],
            }
            for each in review.persons
        ],
        "hidden": review.hidden,
        "note": review.note,
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
