"""Places: within 排名范围, by total, equal totals sharing the better place (contract, sections 4.1, 8 and 5)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from app.domain.facts import PersonResult, Status
from app.domain.roster import staff_no_order
from app.domain.schemes import Scheme
from app.domain.words import plain


class Standing(NamedTuple):
    """What decides a person's place. ``total`` None: none."""

    staff_no: str
    status: Status
    set_name: str
    pool: str
    division: str
    line: str
    total: Decimal | None


class Place(NamedTuple):
    """A place among so many; None where there is none."""

    rank: int | None = None
    pool_size: int | None = None


def places(scheme: Scheme, standings: Iterable[Standing]) -> dict[str, Place]:
    """Everybody's place by staff number, in the order of set, rank and staff number.

    Whoever takes part counts in ``pool_size``; only complete totals have a rank. Nobody of a set with 不排名 has either.
    """
    groups: dict[tuple[str, ...] | None, list[Standing]] = defaultdict(list)
    for each in standings:
        groups[_group(scheme, each)].append(each)
    placed = [(each, Place()) for each in groups.pop(None, [])]
    for group in groups.values():
        totals = sorted(each.total for each in group if _has_place(each) and each.total is not None)
        placed += [(each, Place(_rank(each, totals), len(group))) for each in group]
    order = {each.name: position for position, each in enumerate(scheme.sets)}
    placed.sort(key=lambda pair: _order(order, *pair))
    return {each.staff_no: place for each, place in placed}


def is_ranked(scheme: Scheme, result: PersonResult | Standing) -> bool:
    """Whether the people of the result's set have places at all."""
    chosen = scheme.set_named(result.set_name)
    return chosen is None or chosen.is_ranked


def _group(scheme: Scheme, standing: Standing) -> tuple[str, ...] | None:
    """Among whom a person has a place; None: nowhere."""
    if standing.status is Status.NOT_EVALUATED or not is_ranked(scheme, standing):
        return None
    chosen = scheme.set_named(standing.set_name)
    scope = chosen.ranking_scope if chosen else "同组"
    if scope == "等次池":
        return (scope, standing.pool)
    own = {"部门": standing.division, "条线": standing.line}.get(scope, "")
    return (scope, standing.set_name, plain(own))


def _has_place(standing: Standing) -> bool:
    return standing.status is Status.COMPLETE


def _rank(standing: Standing, totals: list[Decimal]) -> int | None:
    """One more than there are better ones among the totals, which come lowest first."""
    if not _has_place(standing) or standing.total is None:
        return None
    return 1 + len(totals) - bisect_right(totals, standing.total)


def _order(sets: dict[str, int], standing: Standing, place: Place) -> tuple[object, ...]:
    rank = place.rank if place.rank is not None else len(sets) + 10**9
    return (sets.get(standing.set_name, len(sets)), rank, staff_no_order(standing.staff_no))
