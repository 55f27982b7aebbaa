"""半年汇报: court, divisions and lines in a period, their movement against the last one, and what tells nothing.

Totals of different indicator sets are held together only as a share of their full marks (得分率); a mean of totals is of one set.
Divisions and lines stand in the order of the roster, never of their figures. Sets that are for analysis only (不排名) are no
part of it: they have their own sheet (health_check). Source: 半年汇报 of a high court's 全员绩效考核 of 2024; no ranking, no
extra layers (Supreme People's Court, 2024-10 and 2025-03).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.facts import PersonResult, Status
from app.domain.numbers import Exact, Ratio, exact, half_up
from app.domain.rehearsal import Movement, Undecisive, movements, undecisive

PLACES = 2
COURT, DIVISION, LINE = "全院", "部门", "条线"
WITHOUT_NAME = "未写明"


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place (全院, a 部门 or 条线), all of it or one indicator set; means are over people whose total is complete.

    ``mean`` is of totals and told for one set only; ``rate`` is 得分率 in percent; ``last_…`` of the period before.
    """

    scope: str
    place: str
    set_name: str
    people: int
    complete: int
    mean: Decimal | None
    rate: Decimal | None
    last_mean: Decimal | None
    last_rate: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """Points (one set) or percentage points gained since the last period."""
        now, last = (self.mean, self.last_mean) if self.set_name else (self.rate, self.last_rate)
        return None if now is None or last is None else now - last


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator of a set: how many it scored, the mean score and its share of the full marks, and the last mean.

    ``separates``: not everybody has the same score; one person alone can tell neither. None: a 加减分 leaf that gave nobody
    anything, which tells nothing about it.
    """

    set_name: str
    code: str
    name: str
    full_marks: Decimal | None
    people: int
    mean: Decimal | None
    rate: Decimal | None
    last_mean: Decimal | None
    separates: bool | None

    @property
    def change(self) -> Decimal | None:
        """Points gained since the last period."""
        return None if self.mean is None or self.last_mean is None else self.mean - self.last_mean


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """All of a period's analysis that comes from its results and those of the period before."""

    places: tuple[PlaceLine, ...]
    indicators: tuple[IndicatorLine, ...]
    movements: tuple[Movement, ...]
    undecisive: tuple[Undecisive, ...]


def analyse(
    results: Iterable[PersonResult],
    last: Iterable[PersonResult],
    apart: Collection[str] = (),
    beside: Collection[tuple[str, str]] = (),
) -> PeriodFigures:
    """The figures of a period; ``apart`` names the indicator sets that are for analysis only, ``beside`` the 加减分 leaves."""
    now = tuple(each for each in results if each.set_name and each.set_name not in apart)
    before = tuple(each for each in last if each.set_name and each.set_name not in apart)
    return PeriodFigures(
        places=tuple(_places(now, before)),
        indicators=tuple(_indicators(now, before, beside)),
        movements=movements(before, now) if before else (),
        undecisive=undecisive(now, beside),
    )


def _places(now: Sequence[PersonResult], before: Sequence[PersonResult]) -> Iterable[PlaceLine]:
    scopes: tuple[tuple[str, Callable[[PersonResult], str]], ...] = (
        (COURT, lambda _: COURT),
        (DIVISION, lambda each: each.division or WITHOUT_NAME),
        (LINE, lambda each: each.line or WITHOUT_NAME),
    )
    sets = list(dict.fromkeys(each.set_name for each in now))
    for scope, place_of in scopes:
        here, then = _grouped(now, place_of), _grouped(before, place_of)
        for place, people in here.items():
            yield _place(scope, place, "", people, then.get(place, []))
            for name in sets if scope != LINE else ():
                own = [each for each in people if each.set_name == name]
                if own:
                    old = [each for each in then.get(place, []) if each.set_name == name]
                    yield _place(scope, place, name, own, old)


def _grouped(
    results: Iterable[PersonResult], place_of: Callable[[PersonResult], str]
) -> Mapping[str, list[PersonResult]]:
    found: defaultdict[str, list[PersonResult]] = defaultdict(list)
    for each in results:
        found[place_of(each)].append(each)
    return found


def _place(
    scope: str, place: str, set_name: str, people: Sequence[PersonResult], old: Sequence[PersonResult]
) -> PlaceLine:
    return PlaceLine(
        scope=scope,
        place=place,
        set_name=set_name,
        people=len(people),
        complete=len(_totals(people)),
        mean=_mean(_totals(people)) if set_name else None,
        rate=_mean(_rates(people)),
        last_mean=_mean(_totals(old)) if set_name else None,
        last_rate=_mean(_rates(old)),
    )


def _totals(people: Iterable[PersonResult]) -> list[Exact]:
    return [exact(each.total) for each in people if each.status is Status.COMPLETE and each.total is not None]


def _rates(people: Iterable[PersonResult]) -> list[Exact]:
    """得分率 in percent of everybody with a complete total and full marks to hold it against."""
    return [
        exact(Ratio(exact(each.total)) * 100 / exact(each.tree.full_marks))
        for each in people
        if each.status is Status.COMPLETE and each.total is not None and each.tree.full_marks
    ]


def _mean(figures: Sequence[Exact]) -> Decimal | None:
    return half_up(Ratio(sum(figures)) / len(figures), PLACES) if figures else None


def _indicators(
    now: Iterable[PersonResult], before: Iterable[PersonResult], beside: Collection[tuple[str, str]]
) -> Iterable[IndicatorLine]:
    here, then = _leaves(now), _leaves(before)
    for key, (name, full_marks, scores) in here.items():
        mean = _mean(scores)
        rated = [exact(Ratio(each) * 100 / exact(full_marks)) for each in scores] if full_marks else []
        old = then.get(key)
        yield IndicatorLine(
            set_name=key[0],
            code=key[1],
            name=name,
            full_marks=full_marks,
            people=len(scores),
            mean=mean,
            rate=_mean(rated),
            last_mean=_mean(old[2]) if old else None,
            separates=None if key in beside and not any(scores) else len(set(scores)) > 1 or len(scores) == 1,
        )


def _leaves(results: Iterable[PersonResult]) -> dict[tuple[str, str], tuple[str, Decimal | None, list[Exact]]]:
    """Every leaf and component of every set in the order of the sheet, with the scores given."""
    found: dict[tuple[str, str], tuple[str, Decimal | None, list[Exact]]] = {}
    for result in results:
        for node in result.tree.walk():
            if node.kind in ("leaf", "component"):
                told = found.setdefault((result.set_name, node.code), (node.label, node.full_marks, []))
                if node.score is not None:
                    told[2].append(exact(node.score))
    return found
