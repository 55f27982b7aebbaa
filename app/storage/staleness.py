"""Whether a computed period is older than what it was computed from. The rule stands in ``touches``."""

from __future__ import annotations

from sqlalchemy import and_, exists, or_, select

from app.domain.periods import Period
from app.storage.closing import issue_seal
from app.storage.evaluations import SavedEvaluation
from app.storage.schemes import scheme_number_in_force
from app.storage.session import Session
from app.storage.tables import EvaluationRow, StepRow, TouchRow, table_of
from app.storage.touches import INSIDE, months_of

_TOUCHES = table_of(TouchRow)
_EVALUATIONS = table_of(EvaluationRow)
_STEPS = table_of(StepRow)


def is_stale(session: Session, evaluation: SavedEvaluation) -> bool:
    """Whether inputs of the period, its scheme, or an inner period it rests on are newer than what its figures saw.

    What is sealed never is: nothing of it can change, and it keeps the scheme that scored it.
    """
    if issue_seal(session, evaluation.period, evaluation.issue) is not None:
        return False
    in_force = scheme_number_in_force(session, evaluation.period.year)
    return in_force != evaluation.scheme or _inputs_moved(session, evaluation) or _inner_moved(session, evaluation)


def _inputs_moved(session: Session, evaluation: SavedEvaluation) -> bool:
    first, last = months_of(evaluation.period)
    inside = and_(_TOUCHES.c.first >= first, _TOUCHES.c.last <= last)
    itself = and_(_TOUCHES.c.first == first, _TOUCHES.c.last == last)
    meets = and_(_TOUCHES.c.first <= last, _TOUCHES.c.last >= first)
    concerns = or_(
        and_(_TOUCHES.c.noun.in_(INSIDE), inside),
        # A period's own decisions change nothing in it; those of inner periods count in 前提 of the longer one.
        and_(_TOUCHES.c.noun == "decisions", inside, ~itself),
        and_(_TOUCHES.c.noun.not_in([*INSIDE, "decisions"]), meets),
    )
    return bool(session.connection.scalar(select(exists().where(_TOUCHES.c.step > evaluation.inputs_step, concerns))))


def changed_since(session: Session, period: Period, step: int) -> bool:
    """Whether anything that a period is computed from, or its decisions, changed after a step; opening again is no change."""
    first, last = months_of(period)
    inside = and_(_TOUCHES.c.first >= first, _TOUCHES.c.last <= last)
    meets = and_(_TOUCHES.c.first <= last, _TOUCHES.c.last >= first)
    own = [*INSIDE, "decisions"]
    concerns = or_(and_(_TOUCHES.c.noun.in_(own), inside), and_(_TOUCHES.c.noun.not_in(own), meets))
    later = and_(_TOUCHES.c.step > step, _STEPS.c.id == _TOUCHES.c.step, _STEPS.c.kind != "reopen")
    return bool(session.connection.scalar(select(exists().where(later, concerns))))


def _inner_moved(session: Session, evaluation: SavedEvaluation) -> bool:
    inner = [each for kind in evaluation.inner_kinds for each in evaluation.period.inner(kind)]
    newer = and_(_EVALUATIONS.c.period.in_(inner), _EVALUATIONS.c.step > evaluation.inputs_step)
    return bool(session.connection.scalar(select(exists().where(newer))))
