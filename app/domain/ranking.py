"""Places: within 排名范围, by total, equal totals sharing the better place (contract, sections 4.1, 8 and 5)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from app.domain.facts import PersonResult, Status
from app.domain.roster import staff_no_order
from app.domain.schemes import Scheme
from app.domain.words import plain


def ranked(scheme: Scheme, results: Iterable[PersonResult]) -> tuple[PersonResult, ...]:
    """The results with rank and pool size, ordered by set, rank and staff number.

    Whoever takes part counts in ``pool_size``; only complete totals have a rank. Nobody of a set with 不排名 has either.
    """
    groups: dict[tuple[str, ...], list[PersonResult]] = defaultdict(list)
    placed = []
    for result in results:
        if result.status is Status.NOT_EVALUATED or not is_ranked(scheme, result):
            placed.append(result)
        else:
            groups[_group(scheme, result)].append(result)
    for group in groups.values():
        totals = sorted(each.total for each in group if _has_place(each) and each.total is not None)
        placed += [replace(each, rank=_rank(each, totals), pool_size=len(group)) for each in group]
    order = {each.name: position for position, each in enumerate(scheme.sets)}
    return tuple(sorted(placed, key=lambda each: _order(order, each)))


def is_ranked(scheme: Scheme, result: PersonResult) -> bool:
    """Whether the people of the result's set have places at all."""
    chosen = scheme.set_named(result.set_name)
    return chosen is None or chosen.is_ranked


def _group(scheme: Scheme, result: PersonResult) -> tuple[str, ...]:
    chosen = scheme.set_named(result.set_name)
    scope = chosen.ranking_scope if chosen else "同组"
    if scope == "等次池":
        return (scope, result.pool)
    own = {"部门": result.division, "条线": result.line}.get(scope, "")
    return (scope, result.set_name, plain(own))


def _has_place(result: PersonResult) -> bool:
    return result.status is Status.COMPLETE


def _rank(result: PersonResult, totals: list[Decimal]) -> int | None:
    """One more than there are better ones among the totals, which come lowest first."""
    if not _has_place(result) or result.total is None:
        return None
    return 1 + len(totals) - bisect_right(totals, result.total)


def _order(sets: dict[str, int], result: PersonResult) -> tuple[object, ...]:
    rank = result.rank if result.rank is not None else len(sets) + 10**9
    return (sets.get(result.set_name, len(sets)), rank, staff_no_order(result.staff_no))
