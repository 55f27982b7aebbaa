"""Places: within 排名范围, by total, equal totals sharing the better place (contract, sections 4.1, 8 and 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from app.domain.facts import PersonResult, Status
from app.domain.roster import staff_no_order
from app.domain.schemes import Scheme
from app.domain.words import plain

SCOPES = ("同组", "部门", "条线", "等次池")


def ranked(scheme: Scheme, results: Iterable[PersonResult]) -> tuple[PersonResult, ...]:
    """The results with rank and pool size, ordered by set, rank and staff number.

    Whoever takes part counts in ``pool_size``; only complete totals have a rank.
    """
    told = list(results)
    groups: dict[tuple[str, ...], list[PersonResult]] = defaultdict(list)
    for result in told:
        if result.status is not Status.NOT_EVALUATED:
            groups[_group(scheme, result)].append(result)
    placed = []
    for result in told:
        group = groups.get(_group(scheme, result), ())
        if result.status is Status.NOT_EVALUATED:
            placed.append(result)
            continue
        placed.append(replace(result, rank=_rank(result, group), pool_size=len(group)))
    order = {each.name: position for position, each in enumerate(scheme.sets)}
    return tuple(sorted(placed, key=lambda each: _order(order, each)))


def _group(scheme: Scheme, result: PersonResult) -> tuple[str, ...]:
    chosen = scheme.set_named(result.set_name)
    scope = chosen.ranking_scope if chosen else "同组"
    if scope == "等次池":
        return (scope, result.pool)
    own = {"部门": result.division, "条线": result.line}.get(scope, "")
    return (scope, result.set_name, plain(own))


def _rank(result: PersonResult, group: Iterable[PersonResult]) -> int | None:
    total = result.total
    if result.status is not Status.COMPLETE or total is None:
        return None
    better = (each.total for each in group if each.status is Status.COMPLETE and each.total is not None)
    return 1 + sum(1 for other in better if other > total)


def _order(sets: dict[str, int], result: PersonResult) -> tuple[object, ...]:
    rank = result.rank if result.rank is not None else len(sets) + 10**9
    return (sets.get(result.set_name, len(sets)), rank, staff_no_order(result.staff_no))
