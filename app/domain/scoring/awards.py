"""One paper or award that brings points under several indicators: told, because only a person can say where it belongs."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.problems import Problem, Source
from app.domain.rules.events import Events
from app.domain.scoring.court import Court, Member
from app.domain.scoring.items import events_of
from app.domain.words import plain


def awards_counted_twice(court: Court) -> Iterable[Problem]:
    """A warning for each 成果标识 that counts under more than one 事项计分 of a person (it counts once in each)."""
    for member in court.members:
        if any(event.result_key for event in court.events(member.staff_no)):
            yield from _of_member(court, member)


def _of_member(court: Court, member: Member) -> Iterable[Problem]:
    leaves: dict[str, dict[str, None]] = {}
    told: dict[str, tuple[str, Source]] = {}
    for leaf in member.set.leaves(court.period.kind) if member.set else ():
        item = court.scheme.item(leaf.item)
        if item is None or not isinstance(leaf.rule, Events):
            continue
        for event in events_of(court, member, item):
            if event.result_key:
                key = plain(event.result_key)
                leaves.setdefault(key, {})[leaf.name] = None
                told.setdefault(key, (event.result_key, event.origin.source))
    for key, names in leaves.items():
        if len(names) > 1:
            award, source = told[key]
            values = {"name": member.person.name, "indicators": "、".join(names)}
            yield Problem("award-counted-twice", source, award, values, warning=True)
