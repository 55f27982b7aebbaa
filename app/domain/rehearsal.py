"""预演: a period as another scheme would score it, beside what it scored: who rises, who falls, what decides nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.domain.facts import PersonResult, Status
from app.domain.roster import staff_no_order
from app.domain.schemes import Scheme

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands under one scheme; ``rank`` within 排名范围."""

    set_name: str
    status: Status
    total: Decimal | None
    rank: int | None
    grade: str


@dataclass(frozen=True, slots=True)
class Movement:
    """One person before and after; None where the person is not in that evaluation."""

    staff_no: str
    name: str
    division: str
    before: Standing | None
    after: Standing | None

    @property
    def change(self) -> Decimal | None:
        """Points gained (or lost), where both totals are there."""
        if self.before is None or self.after is None or self.before.total is None or self.after.total is None:
            return None
        return self.after.total - self.before.total

    @property
    def places(self) -> int | None:
        """Places gained (or lost) in the same indicator set."""
        if self.before is None or self.after is None or self.before.set_name != self.after.set_name:
            return None
        if self.before.rank is None or self.after.rank is None:
            return None
        return self.before.rank - self.after.rank


@dataclass(frozen=True, slots=True)
class Undecisive:
    """An indicator that gives everybody of a set who is scored by it the same score: it separates nobody."""

    set_name: str
    code: str
    name: str
    score: Decimal
    people: int


def movements(before: Iterable[PersonResult], after: Iterable[PersonResult]) -> tuple[Movement, ...]:
    """Everybody in either evaluation, those who gain most first; people without a change at the end."""
    old = {each.staff_no: each for each in before}
    new = {each.staff_no: each for each in after}
    told = []
    for staff_no in sorted(old.keys() | new.keys(), key=staff_no_order):
        head = new.get(staff_no) or old[staff_no]
        told.append(
            Movement(staff_no, head.name, head.division, _standing(old.get(staff_no)), _standing(new.get(staff_no)))
        )
    return tuple(sorted(told, key=lambda each: (each.change is None, -(each.change or Decimal(0)))))


def extras(scheme: Scheme) -> frozenset[tuple[str, str]]:
    """The leaves that stand beside the full marks (加减分=是), by indicator set and code."""
    return frozenset((part.name, each.code) for part in scheme.sets for each in part.indicators if each.extra)


def undecisive(
    results: Iterable[PersonResult], beside: Collection[tuple[str, str]] = frozenset()
) -> tuple[Undecisive, ...]:
    """The indicators of an evaluation that separate nobody, in the order of sets and sheet.

    Of those ``beside`` the full marks (``extras``) a zero for everybody is no such thing: nobody earned the bonus, nobody
    got the deduction.
    """
    scores: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    names: dict[tuple[str, str], str] = {}
    for result in results:
        for node in result.tree.walk():
            if node.kind == "leaf" and node.score is not None:
                scores[result.set_name, node.code].append(node.score)
                names[result.set_name, node.code] = node.label
    return tuple(
        Undecisive(set_name, code, names[set_name, code], told[0], len(told))
        for (set_name, code), told in scores.items()
        if len(told) >= _FEWEST and len(set(told)) == 1 and not (told[0] == 0 and (set_name, code) in beside)
    )


def _standing(result: PersonResult | None) -> Standing | None:
    if result is None:
        return None
    return Standing(result.set_name, result.status, result.total, result.rank, result.proposed_grade)
