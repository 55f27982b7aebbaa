"""Every period at a glance: which are computed, stale or incomplete, and which have data and wait."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.facts import Status
from app.domain.periods import Kind, Period
from app.domain.schemes import Scheme
from app.services.schemes import SchemeVersion, applicable, scheme_versions
from app.storage.closing import issue_seal
from app.storage.database import Database
from app.storage.evaluations import SavedEvaluation, read_evaluations
from app.storage.periods import periods_told
from app.storage.results import read_heads
from app.storage.session import Session
from app.storage.staleness import is_stale


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One period: how far it is. ``issue`` is 0 and ``scheme`` empty where it was never computed."""

    period: Period
    title: str
    computed: bool
    computed_at: str = ""
    stale: bool = False
    sealed: bool = False
    issue: int = 0
    scheme: str = ""
    people: int = 0
    incomplete: int = 0


def period_rows(book: Database) -> tuple[PeriodRow, ...]:
    """The computed periods, and those that have data and are of a kind that their scheme scores; in order of time."""
    with book.reading() as session:
        saved = {each.period: each for each in read_evaluations(session)}
        rows = [_computed(session, each) for each in saved.values()]
        waiting = _waiting(periods_told(session), scheme_versions(session))
    rows += [PeriodRow(period, period.title, computed=False) for period in waiting if period not in saved]
    return tuple(sorted(rows, key=lambda row: (row.period.last_day, row.period.kind)))


def kinds_in_use(scheme: Scheme) -> frozenset[Kind]:
    """The kinds of periods that a scheme speaks of; all, where it speaks of none."""
    kinds = {kind for each in scheme.sets for leaf in each.indicators if leaf.rule is not None for kind in leaf.kinds}
    kinds |= {each.kind for each in scheme.components} | {each.inner for each in scheme.components if each.inner}
    kinds |= {each.kind for each in scheme.grades}
    return frozenset(kinds or Kind)


def _computed(session: Session, saved: SavedEvaluation) -> PeriodRow:
    statuses = Counter(head.status for head in read_heads(session, period=saved.period))
    return PeriodRow(
        period=saved.period,
        title=saved.period.title,
        computed=True,
        computed_at=saved.computed_at,
        stale=is_stale(session, saved),
        sealed=issue_seal(session, saved.period, saved.issue) is not None,
        issue=saved.issue,
        scheme=saved.scheme_name,
        people=statuses.total(),
        incomplete=statuses[Status.INCOMPLETE],
    )


def _waiting(told: Iterable[Period], versions: tuple[SchemeVersion, ...]) -> set[Period]:
    """The periods of the kinds in use that hold, or lie within, something that was told."""
    found: set[Period] = set()
    for period in told:
        version = applicable(versions, period)
        if version is None:
            continue
        year = Period(period.year, Kind.YEAR, 1)
        for kind in kinds_in_use(version.scheme):
            found.update(each for each in year.inner(kind) if each.contains(period) or period.contains(each))
    return found
