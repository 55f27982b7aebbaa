"""What is sealed cannot change: asked at the end of every transaction, so that no writer can forget it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import and_, func, or_, select

from app.domain.closing import Seal
from app.domain.periods import Period
from app.domain.problems import Barred, Problem
from app.messages.storage import NOUNS
from app.storage.closing import sealed_periods, seals
from app.storage.evaluations import newest_issue
from app.storage.sealing import INPUTS, SPANS, part_digest
from app.storage.session import Session
from app.storage.tables import HistoryRow, TouchRow, table_of
from app.storage.touches import INSIDE, months_of
from app.storage.types import period_of

_HISTORY = table_of(HistoryRow)
_TOUCHES = table_of(TouchRow)
_OUTPUTS = ("evaluations", "results", "decisions", "publications", "seals")


def guard_seals(session: Session) -> None:
    """Raises Barred with all that this transaction would change in a sealed period.

    Inputs are compared by their hashes where the transaction's changes touch the months of the period; results,
    decisions and publications of a sealed issue, also of one that was opened again since, may not change at all.
    """
    every = seals.read(session)
    if not every:
        return
    problems = [*_inputs(session), *_outputs(session, every)]
    if problems:
        raise Barred(tuple(problems), "sealed-would-change")


def _inputs(session: Session) -> Iterator[Problem]:
    for period, seal in sorted(sealed_periods(session).items()):
        for noun in _touched(session, period):
            if noun in INPUTS and part_digest(session, noun, period) != seal.parts[noun]:
                values = _values(period, noun)
                # What comes with a from and a to can be told in another way.
                span = noun in SPANS
                yield Problem("sealed-posting", values=values) if span else Problem("sealed-input", values=values)


def _touched(session: Session, period: Period) -> list[str]:
    """The nouns of which this step's changes speak of the period's months."""
    first, last = months_of(period)
    inside = and_(_TOUCHES.c.first >= first, _TOUCHES.c.last <= last)
    meets = and_(_TOUCHES.c.first <= last, _TOUCHES.c.last >= first)
    concerns = or_(and_(_TOUCHES.c.noun.in_(INSIDE), inside), and_(_TOUCHES.c.noun.not_in(INSIDE), meets))
    query = select(_TOUCHES.c.noun).distinct().where(_TOUCHES.c.step == session.step, concerns)
    return sorted(session.connection.scalars(query))


def _outputs(session: Session, every: tuple[Seal, ...]) -> Iterator[Problem]:
    steps = {(each.period.code, str(each.issue)) for each in every}
    period, issue = (func.json_extract(_HISTORY.c.key, place) for place in ("$[0]", "$[1]"))
    query = select(_HISTORY.c.noun, period, issue).distinct().where(
        _HISTORY.c.id > session.first_change,
        _HISTORY.c.noun.in_(_OUTPUTS),
        # The seal itself is new in the transaction that makes it.
        or_(_HISTORY.c.noun != "seals", _HISTORY.c.old.is_not(None)),
        _HISTORY.c.old.is_distinct_from(_HISTORY.c.new),
    )  # fmt: skip
    for noun, code, number in sorted(session.connection.execute(query)):
        if (code, str(number)) in steps:
            yield Problem("sealed-output", values=_values(period_of(code), noun) | {"issue": str(number)})


def _values(period: Period, noun: str) -> dict[str, str]:
    return {"period": period.title, "written": period.code, "noun": NOUNS[noun]}


def sealed_around(session: Session, period: Period) -> tuple[Period, int] | None:
    """The sealed period that a period is or lies in, with its issue: the shortest; None where it may change."""
    found = [each for each in seals.read(session) if each.period.contains(period)]
    found = [each for each in found if newest_issue(session, each.period) == each.issue]
    shortest = min(found, key=lambda each: each.period.kind, default=None)
    return None if shortest is None else (shortest.period, shortest.issue)
