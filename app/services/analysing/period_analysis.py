"""半年汇报 and any other period's analysis: court, divisions, lines, movement, indicators that tell nothing, and lights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.analysis.health_check import HealthLine, Light, health_lines, health_sets, lights_told
from app.domain.analysis.period_analysis import IndicatorLine, PeriodFigures, PlaceLine, analyse
from app.domain.facts import PersonResult
from app.domain.periods import Kind, Period
from app.domain.problems import Forbidden
from app.domain.rehearsal import extras
from app.services.schemes import scheme_numbered
from app.services.scoring.reckoning import evaluator_of
from app.storage.database import Database
from app.storage.evaluations import SavedEvaluation, read_evaluation, read_results
from app.storage.session import Session
from app.storage.settings import read_court
from app.storage.staleness import is_stale

MOVED = 10
"""How many people a report names who gained most, and who lost most."""


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """The lights of one period. ``counts``: for each level and indicator how many subjects have each light."""

    period: Period
    stale: bool
    lines: tuple[HealthLine, ...]

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels in the order of the scheme: 全院, 部门, 法官 …"""
        return tuple(dict.fromkeys(line.level for line in self.lines))

    def counts(self, level: str) -> dict[str, dict[Light, int]]:
        """How many subjects of a level have each light, by indicator."""
        return lights_told(self.lines, level)


@dataclass(frozen=True, slots=True)
class PeriodAnalysis:
    """A period's analysis, ready to show; ``last`` None: the period before was not computed. ``health`` may be of inner periods."""

    court: str
    period: Period
    title: str
    made_on: date
    scheme: str
    scheme_version: str
    issue: int
    stale: bool
    last: Period | None
    figures: PeriodFigures
    people: int
    statuses: tuple[tuple[str, int], ...]
    health: tuple[HealthCheck, ...]


def analysis(book: Database, period: Period, *, health: Database | None = None) -> PeriodAnalysis:
    """The analysis of a computed period. ``health``: another book of the same court that holds its 体检表.

    Raises Forbidden("not-computed").
    """
    with book.reading() as session:
        saved = read_evaluation(session, period)
        if saved is None:
            raise Forbidden("not-computed", period=period.title, written=period.code)
        scheme = scheme_numbered(session, saved.scheme).scheme
        results = tuple(read_results(session, period))
        before = period.previous()
        last = tuple(read_results(session, before)) if read_evaluation(session, before) else ()
        stale = is_stale(session, saved)
        court = read_court(session).name
    apart = {each.name for each in health_sets(scheme)}
    return PeriodAnalysis(
        court=court,
        period=period,
        title=f"{period.title}考核分析",
        made_on=date.today(),
        scheme=saved.scheme_name,
        scheme_version=saved.scheme_version,
        issue=saved.issue,
        stale=stale,
        last=before if last else None,
        figures=analyse(results, last, apart, extras(scheme)),
        people=len(results),
        statuses=_statuses(results),
        health=health_checks(health or book, period),
    )


def health_checks(book: Database, period: Period) -> tuple[HealthCheck, ...]:
    """The lights of a period; where its indicators count in shorter periods only, of those inside that are computed."""
    with book.reading() as session:
        own = _health_check(session, period)
        if own is not None:
            return (own,)
        kinds = [kind for kind in (Kind.HALF, Kind.QUARTER, Kind.MONTH) if kind < period.kind]
        for kind in kinds:
            found = [check for each in period.inner(kind) if (check := _health_check(session, each)) is not None]
            if found:
                return tuple(found)
    return ()


def _health_check(session: Session, period: Period) -> HealthCheck | None:
    saved = read_evaluation(session, period)
    if saved is None or not health_sets(scheme_numbered(session, saved.scheme).scheme):
        return None
    lines = _lines(session, saved)
    return HealthCheck(period, is_stale(session, saved), lines) if lines else None


def _lines(session: Session, saved: SavedEvaluation) -> tuple[HealthLine, ...]:
    last = {each.staff_no: each for each in read_results(session, saved.period.previous())}
    return health_lines(evaluator_of(session, saved), read_results(session, saved.period), last)


def _statuses(results: Iterable[PersonResult]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for each in results:
        counts[each.status.word] = counts.get(each.status.word, 0) + 1
    return tuple(counts.items())


def analysis_document(told: PeriodAnalysis) -> dict[str, Any]:
    """The analysis as JSON values (contract, section 2, report)."""
    figures = told.figures
    return {
        "court": told.court,
        "period": told.period.code,
        "scheme": told.scheme,
        "scheme_version": told.scheme_version,
        "issue": told.issue,
        "stale": told.stale,
        "last_period": told.last.code if told.last else None,
        "people": told.people,
        "statuses": dict(told.statuses),
        "places": [_place(each) for each in figures.places],
        "indicators": [_indicator(each) for each in figures.indicators],
        "undecisive": [
            {
                "set": each.set_name,
                "code": each.code,
                "name": each.name,
                "score": f"{each.score:f}",
                "people": each.people,
            }
            for each in figures.undecisive
        ],
        "movements": [
            {
                "staff_no": each.staff_no,
                "name": each.name,
                "division": each.division,
                "before": _text(each.before.total if each.before else None),
                "after": _text(each.after.total if each.after else None),
                "change": _text(each.change),
            }
            for each in figures.movements
        ],
        "health": [_health(each) for each in told.health],
    }


def _place(each: PlaceLine) -> dict[str, Any]:
    return {
        "scope": each.scope,
        "place": each.place,
        "set": each.set_name or None,
        "people": each.people,
        "complete": each.complete,
        "mean": _text(each.mean),
        "rate": _text(each.rate),
        "last_mean": _text(each.last_mean),
        "last_rate": _text(each.last_rate),
        "change": _text(each.change),
    }


def _indicator(each: IndicatorLine) -> dict[str, Any]:
    return {
        "set": each.set_name,
        "code": each.code,
        "name": each.name,
        "full_marks": _text(each.full_marks),
        "people": each.people,
        "mean": _text(each.mean),
        "rate": _text(each.rate),
        "last_mean": _text(each.last_mean),
        "change": _text(each.change),
        "separates": each.separates,
    }


def _health(each: HealthCheck) -> dict[str, Any]:
    return {
        "period": each.period.code,
        "stale": each.stale,
        "lights": [
            {
                "level": line.level,
                "staff_no": line.staff_no,
                "name": line.name,
                "division": line.division,
                "code": line.code,
                "indicator": line.indicator,
                "value": line.value,
                "unit": line.unit,
                "interval": line.limits or None,
                "light": line.light.value,
                "side": line.side or None,
                "reason": line.reason or None,
                "last_value": line.last_value or None,
                "moved": line.moved or None,
            }
            for line in each.lines
        ],
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
