"""A scheme held against a book before it is used: who falls through it, and what in it can never work.

Everything here is told and stops nothing: the book may still be waiting for its sheets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.domain.facts import Facts
from app.domain.formula.values import Nothing, truth_of
from app.domain.periods import Period
from app.domain.problems import Problem, Source
from app.domain.scheme.limits import unreachable_limits
from app.domain.schemes import TYPED_IN, Indicator, Scheme
from app.domain.scoring.court import Court, Member, posting_scope
from app.domain.words import plain


def review_scheme(scheme: Scheme, period: Period, facts: Facts) -> tuple[Problem, ...]:
    """Warnings: people no set fits, conditions that overlap, sets nobody fits, items nobody uses or delivers, dead limits."""
    court = Court(scheme, period, facts)
    return (*_people(court), *_overlaps(court), *_empty_sets(court), *_items(court), *unreachable_limits(scheme))


def _people(court: Court) -> Iterable[Problem]:
    for member in court.members:
        if member.set is None:
            yield Problem("no-set-fits", value=member.staff_no, values={"name": member.person.name}, warning=True)


def _overlaps(court: Court) -> Iterable[Problem]:
    """People whom more than one 适用条件 fits: the first row has them, which may not be meant."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for member in court.members:
        if not member.posting.indicator_set:
            fitting = _fitting(court, member)
            if len(fitting) > 1:
                found[fitting].append(member.person.name)
    for sets, names in found.items():
        values = {"first": sets[0], "others": "、".join(sets[1:]), "count": str(len(names)), "example": names[0]}
        yield Problem("review-overlap", values=values, warning=True)


def _fitting(court: Court, member: Member) -> tuple[str, ...]:
    fitting = []
    for chosen in court.scheme.sets:
        truth = truth_of(chosen.condition.value(posting_scope(member.tenure))) if chosen.condition else False
        if not isinstance(truth, Nothing) and truth:
            fitting.append(chosen.name)
    return tuple(fitting)


def _empty_sets(court: Court) -> Iterable[Problem]:
    taken = {member.set_name for member in court.members}
    for chosen in court.scheme.sets:
        if court.members and chosen.name not in taken:
            yield Problem("review-set-empty", chosen.source, chosen.name, {"set": chosen.name}, warning=True)


def _items(court: Court) -> Iterable[Problem]:
    used = _used_items(court.scheme)
    told = {entry.item for entry in court.facts.entries}
    for item in court.scheme.items:
        if item.code not in used:
            values = {"name": item.name, "code": item.code}
            yield Problem("review-item-unused", Source("", "数据项"), item.name, values, warning=True)
        elif told and item.kind in TYPED_IN and item.code not in told:
            values = {"name": item.name, "department": item.department or "有关部门"}
            yield Problem("review-item-missing", Source("", "数据项"), item.name, values, warning=True)


def _used_items(scheme: Scheme) -> set[str]:
    """The items that an indicator, a grade's 前提, a list of the bulletin, a setting, or another used item needs."""
    waiting = [code for chosen in scheme.sets for leaf in chosen.indicators for code in _named_by(leaf)]
    waiting += [code for row in scheme.grades if row.condition for code in row.condition.references("item")]
    waiting += [code for row in scheme.lists for code in row.condition.references("item")]
    settings = {plain(str(scheme.setting(name))) for name in ("月度评分数据项", "办案数数据项")}
    waiting += [item.code for item in scheme.items if settings & {plain(item.code), plain(item.name)}]
    used: set[str] = set()
    while waiting:
        code = waiting.pop()
        if code in used:
            continue
        used.add(code)
        item = scheme.item(code)
        if item is not None and item.formula is not None:
            waiting += item.formula.references("item")
    return used


def _named_by(leaf: Indicator) -> Iterable[str]:
    if leaf.item:
        yield leaf.item
    for formula in leaf.rule.formulas() if leaf.rule else ():
        yield from formula.references("item")
