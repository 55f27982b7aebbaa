"""台账: events, who told each and who settled it, and which periods of which ledgers somebody looked at."""

from __future__ import annotations

import json
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select

from app.domain.ledgers import Coverage, Event
from app.storage.nouns import Noun
from app.storage.session import Session, Stamp
from app.storage.tables import CoverageRow, EventRow, HistoryRow, StepRow, table_of

events = Noun(EventRow, Event)
coverage = Noun(CoverageRow, Coverage)

SETTLING = ("confirm-events", "refuse-events")
"""The kinds of steps by which a second person settles an event."""
_NOT_TELLING = (*SETTLING, "migration", "undo")

_HISTORY = table_of(HistoryRow)
_STEPS = table_of(StepRow)


class Hands(NamedTuple):
    """Who told an event as it stands, and who settled it since (empty: nobody)."""

    told: Stamp = Stamp("", "")
    settled: Stamp = Stamp("", "")


def hands_on_events(session: Session) -> dict[tuple[str, ...], Hands]:
    """By event key, from the history: it knows who told an event even after somebody else confirmed it."""
    told = _newest(session, _STEPS.c.kind.not_in(_NOT_TELLING))
    settled = _newest(session, _STEPS.c.kind.in_(SETTLING))
    nobody = (0, Stamp("", ""))
    found = {}
    for key, (number, stamp) in told.items():
        later, by = settled.get(key, nobody)
        found[tuple(json.loads(key))] = Hands(stamp, by if later > number else Stamp("", ""))
    return found


def _newest(session: Session, condition: ColumnElement[bool]) -> dict[str, tuple[int, Stamp]]:
    """The newest change of each event in such a step: its number, who, when."""
    joined = _HISTORY.join(_STEPS, _STEPS.c.id == _HISTORY.c.step)
    newest = (
        select(func.max(_HISTORY.c.id))
        .select_from(joined)
        .where(_HISTORY.c.noun == events.table.name, _HISTORY.c.new.is_not(None), condition)
        .group_by(_HISTORY.c.key)
    )
    query = select(_HISTORY.c.key, _HISTORY.c.id, _STEPS.c.who, _STEPS.c.at).select_from(joined)
    rows = session.connection.execute(query.where(_HISTORY.c.id.in_(newest)))
    return {key: (number, Stamp(who, at)) for key, number, who, at in rows}
