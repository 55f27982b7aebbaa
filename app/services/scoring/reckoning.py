"""A computed period reckoned once more from the book, for what asks behind the stored results: exact figures of data items."""

from __future__ import annotations

from app.domain.facts import PersonResult
from app.domain.periods import Period
from app.domain.problems import Forbidden
from app.domain.scoring import FINDERS
from app.domain.scoring.court import Court
from app.domain.scoring.evaluator import Evaluator
from app.services.schemes import scheme_numbered
from app.services.scoring.score_tables import stored_results
from app.storage.evaluations import SavedEvaluation
from app.storage.facts import read_facts
from app.storage.session import Session


def up_to_date(session: Session, period: Period, doing: str) -> tuple[SavedEvaluation, tuple[PersonResult, ...]]:
    """The results of a period. Raises Forbidden where it is not computed, or data came in since; ``doing`` names what for."""
    saved, results, stale = stored_results(session, period)
    if saved is None:
        raise Forbidden("period-not-computed", period=period.title, written=period.code, doing=doing)
    if stale:
        raise Forbidden("period-stale", period=period.title, written=period.code, doing=doing)
    return saved, results


def evaluator_of(session: Session, saved: SavedEvaluation) -> Evaluator:
    """The engine with the facts and the scheme of a computed period; it answers what it is asked."""
    scheme = scheme_numbered(session, saved.scheme).scheme
    return Evaluator(Court(scheme, saved.period, read_facts(session, saved.period.year)), FINDERS)
