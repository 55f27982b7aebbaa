"""Which data item of 测评 a ballot is for, where the scheme has several that count its rater group."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.periods import Period
from app.domain.problems import Problem, Source
from app.domain.ratings import Ballot
from app.domain.rules.ratings import Ratings
from app.domain.schemes import ItemKind, Scheme
from app.domain.words import plain
from app.services.taking_in.staging.holdings import Desk
from app.sheets.drafts import BallotDraft, SheetReading


def items_for(ballot: Ballot, desk: Desk) -> dict[str, str]:
    """The data items that would count the ballot, by code with their names: those whose groups have its own."""
    scheme, court = desk.holdings.scheme_for(ballot.period), desk.holdings.court(ballot.period)
    member = court.member(ballot.staff_no) if court else None
    if scheme is None or member is None or member.set is None:
        return {}
    names = {item.code: item.name for item in scheme.items if item.kind is ItemKind.RATING}
    return {
        leaf.item: names[leaf.item]
        for leaf in member.set.indicators
        if leaf.item in names and _counts(leaf.rule, ballot.group)
    }


def _counts(rule: object, group: str) -> bool:
    return not isinstance(rule, Ratings) or any(plain(each.name) == plain(group) for each in rule.groups)


def groups_counted(scheme: Scheme) -> tuple[str, ...]:
    """The rater groups that a scheme counts in any of its sets; none where one of its rules counts all of them."""
    rated = {item.code for item in scheme.items if item.kind is ItemKind.RATING}
    rules = [leaf.rule for each in scheme.sets for leaf in each.indicators if leaf.item in rated]
    if not all(isinstance(rule, Ratings) for rule in rules):
        return ()
    return tuple(dict.fromkeys(group.name for rule in rules if isinstance(rule, Ratings) for group in rule.groups))


class RatedItems:
    """The items of one sheet's ballots; what cannot be told is asked once."""

    def __init__(self, reading: SheetReading, desk: Desk) -> None:
        self._reading, self._desk = reading, desk
        self._asked: dict[str, Problem] = {}
        self._groups: dict[Period, tuple[str, ...]] = {}

    def item_of(self, ballot: Ballot, draft: BallotDraft) -> str:
        """The item that the ballot names; an empty text where there is but one that it could be for."""
        self._look_at_group(ballot, draft)
        possible = items_for(ballot, self._desk)
        told = draft.item or self._reading.subject
        if told in possible:
            return told if len(possible) > 1 else ""
        if len(possible) > 1 or (possible and told):
            names = "、".join(possible.values())
            source = Source(self._desk.file, self._reading.sheet, draft.person.source.cell)
            problem = Problem("rating-item-unclear", source, ballot.group, {"items": names}, question=True)
            self._asked.setdefault(names + ballot.group, problem)
        return ""

    def _look_at_group(self, ballot: Ballot, draft: BallotDraft) -> None:
        """A group of which the scheme knows nothing would count nowhere: a fault, told once."""
        if ballot.period not in self._groups:
            scheme = self._desk.holdings.scheme_for(ballot.period)
            self._groups[ballot.period] = groups_counted(scheme) if scheme else ()
        known = self._groups[ballot.period]
        if known and plain(ballot.group) not in map(plain, known):
            source = draft.sources.get("group", draft.person.source)
            told = Problem("rater-group-unknown", source, ballot.group, {"groups": "、".join(known)})
            self._asked.setdefault(f"\n{plain(ballot.group)}", told)

    def problems(self) -> Iterator[Problem]:
        """The questions and unknown groups, each once."""
        yield from self._asked.values()
