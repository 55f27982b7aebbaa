"""应报表: which sheets a period needs and who hands them in, told by the scheme and the people of the period.

Sheet 数据项 names the 填报部门 of each item: a division, several, or 各部门, which is every division having people who
need it (contract, section 4). Figures, cases and ledgers that a shorter kind of period needs too are handed in for that
one; a longer period gathers them. Marks and ballots are for the period itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from app.domain.formula.formulas import Call, Formula
from app.domain.periods import Kind
from app.domain.schemes import TYPED_IN, DataItem, Indicator, IndicatorSet, ItemKind, Policy, Scheme
from app.domain.scoring.court import Court, Member
from app.domain.scoring.items import ledgers_named
from app.domain.words import plain

ENTRIES, CASES, LEDGER, RATINGS = "数据", "案件", "台账", "测评"
WHOLE_COURT = "全院"
"""The subject of a 数据 sheet by which one division tells figures of people all over the court."""
EVERY_DIVISION = "各部门"

_EVERY_FORMS = frozenset(
    {
        EVERY_DIVISION,
        "各庭室",
        "各单位",
        "各庭",
        "各处室",
        "各庭处室",
        "各庭各部门",
        "所在部门",
        "所属部门",
        "本部门",
        "全体部门",
    }
)
_JOINED = re.compile(r"[、，,;；/\n]+")
_CASE_CALLS = frozenset({"件数", "折算"})
_OF_THE_PERIOD = frozenset({ItemKind.MARK, ItemKind.WORD, ItemKind.RATING})


@dataclass(frozen=True)
class ExpectedSheet:
    """One sheet that a division is to hand in. ``reporter`` is empty where the scheme names nobody.

    ``subject``: the ledger of a 台账 sheet, 全院 for 数据 about everybody, else empty. ``items`` are codes in the scheme's
    order; ``cells`` what is asked for, as pairs of staff number and item (数据, 测评), ``must`` those of them without which a
    total has to wait (缺数据 is 待补); of others nothing told is an answer too.
    """

    reporter: str
    kind: str
    subject: str = ""
    items: tuple[str, ...] = ()
    cells: frozenset[tuple[str, str]] = frozenset()
    must: frozenset[tuple[str, str]] = frozenset()

    @property
    def title(self) -> str:
        """What the sheet is called: 数据, 数据（全院）, 台账（党建）."""
        return f"{self.kind}（{self.subject}）" if self.subject else self.kind

    @cached_property
    def staff(self) -> frozenset[str]:
        """The people it tells of."""
        return frozenset(staff_no for staff_no, _ in self.cells)


class _Asked(NamedTuple):
    """One item that some people need, in the court's order, and those of them whose totals wait for it."""

    item: DataItem
    staff: tuple[str, ...]
    must: frozenset[str]

    def of(self, staff: frozenset[str]) -> _Asked:
        """The same for some of the people."""
        return _Asked(self.item, tuple(each for each in self.staff if each in staff), self.must & staff)


def expected_sheets(court: Court) -> tuple[ExpectedSheet, ...]:
    """Every sheet of the court's period: 数据 by division in the order of the people, then cases, ledgers, ballots."""
    needs = Needs(court.scheme)
    asked = tuple(_asked(needs, court))
    sheets = [
        *_entry_sheets(court, asked),
        *_lists(court, asked, CASES),
        *_lists(court, asked, LEDGER),
        *_rating_sheets(court, asked),
    ]
    return tuple(sheets)


class Needs:
    """Which items the leaves of a scheme need, by indicator set and kind of period."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.kinds = kinds_told(scheme)
        self._by_set: dict[tuple[str, Kind, bool], frozenset[str]] = {}

    def of(self, told: IndicatorSet, kind: Kind, *, must: bool = False) -> frozenset[str]:
        """The codes of all items that a set's leaves need in periods of a kind, with those these reckon with.

        ``must``: only those for which a total waits.
        """
        key = (told.name, kind, must)
        if key not in self._by_set:
            leaves = (leaf for leaf in told.leaves(kind) if not must or leaf.missing is Policy.WAIT)
            self._by_set[key] = frozenset(code for leaf in leaves for code in self._with_inputs(_items_of(leaf)))
        return self._by_set[key]

    def handed_in(self, item: DataItem, kind: Kind) -> bool:
        """Whether an item that is needed in a kind of period is handed in for it, and not for a shorter one.

        Nothing is handed in for a kind that the scheme does not have: a court that scores quarters asks for no months.
        """
        if self.kinds and kind not in self.kinds:
            return False
        if item.kind in _OF_THE_PERIOD:
            return True
        shorter = (each for each in Kind if each < kind and each in self.kinds)
        return not any(item.code in self.of(each, inner) for inner in shorter for each in self.scheme.sets)

    def _with_inputs(self, codes: Iterable[str]) -> set[str]:
        """The items and those that their 算式 reckon with, however deep."""
        found = {code for code in codes if code}
        waiting = list(found)
        while waiting:
            item = self.scheme.item(waiting.pop())
            if item is not None and item.formula is not None:
                more = set(item.formula.references("item")) - found
                found |= more
                waiting += more
        return found


def kinds_told(scheme: Scheme) -> frozenset[Kind]:
    """The kinds of periods that a scheme speaks of; none, where it speaks of none."""
    kinds = {kind for each in scheme.sets for leaf in each.indicators if leaf.rule is not None for kind in leaf.kinds}
    kinds |= {each.kind for each in scheme.components} | {each.inner for each in scheme.components if each.inner}
    return frozenset(kinds | {each.kind for each in scheme.grades})


def reporters(item: DataItem) -> tuple[str, ...]:
    """The divisions that 填报部门 names, 各部门 in any of its forms as ``各部门``; one empty name where it is empty."""
    named = [each.strip() for each in _JOINED.split(item.department) if each.strip()]
    told = dict.fromkeys(EVERY_DIVISION if plain(each) in _EVERY_FORMS else each for each in named)
    return tuple(told) or ("",)


def is_counted_from_cases(item: DataItem) -> bool:
    """Whether an item needs the case list."""
    if item.kind is ItemKind.CASES:
        return True
    return item.kind is ItemKind.FORMULA and _calls_cases(item.formula)


def _calls_cases(formula: Formula | None) -> bool:
    return any(isinstance(part, Call) and part.function in _CASE_CALLS for part in formula.walk()) if formula else False


def _items_of(leaf: Indicator) -> Iterator[str]:
    if leaf.item:
        yield leaf.item
    for formula in leaf.rule.formulas() if leaf.rule else ():
        yield from formula.references("item")


def _asked(needs: Needs, court: Court) -> Iterator[_Asked]:
    """The items of the period that are handed in for it, in the scheme's order, with who needs each."""
    kind = court.period.kind
    members = [member for member in court.members if member.is_evaluated and member.set is not None]
    for item in needs.scheme.items:
        staff = tuple(each.staff_no for each in members if each.set and item.code in needs.of(each.set, kind))
        if staff and needs.handed_in(item, kind):
            must = (each for each in members if each.set and item.code in needs.of(each.set, kind, must=True))
            yield _Asked(item, staff, frozenset(each.staff_no for each in must))


def _entry_sheets(court: Court, asked: Iterable[_Asked]) -> Iterator[ExpectedSheet]:
    typed = [each for each in asked if each.item.kind in TYPED_IN]
    every = [each for each in typed if EVERY_DIVISION in reporters(each.item)]
    by_division: dict[str, list[Member]] = {}
    for member in court.members:
        by_division.setdefault(member.posting.division, []).append(member)
    for division, members in by_division.items():
        own = frozenset(member.staff_no for member in members)
        if sheet := _person_sheet(division, ENTRIES, "", [each.of(own) for each in every]):
            yield sheet
    named = dict.fromkeys(name for each in typed for name in reporters(each.item) if name != EVERY_DIVISION)
    for name in named:
        told = [each for each in typed if name in reporters(each.item)]
        if sheet := _person_sheet(name, ENTRIES, WHOLE_COURT, told):
            yield sheet


def _person_sheet(reporter: str, kind: str, subject: str, asked: Iterable[_Asked]) -> ExpectedSheet | None:
    told = [each for each in asked if each.staff]
    if not told:
        return None
    cells = frozenset((staff_no, each.item.code) for each in told for staff_no in each.staff)
    must = frozenset((staff_no, each.item.code) for each in told for staff_no in each.must)
    return ExpectedSheet(reporter, kind, subject, tuple(each.item.code for each in told), cells, must)


def _lists(court: Court, asked: Iterable[_Asked], kind: str) -> Iterator[ExpectedSheet]:
    """The case list, or each ledger, by who keeps it. An item asking for no ledger by name makes no sheet of its own."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in asked:
        if kind == CASES:
            subjects: tuple[str, ...] = ("",) if is_counted_from_cases(each.item) else ()
        else:
            subjects = ledgers_named(each.item) if each.item.kind is ItemKind.LEDGER else ()
        for subject in subjects:
            for name in _named(court, each):
                found.setdefault((name, subject), []).append(each.item.code)
    for name, subject in _without_unnamed(found):
        yield ExpectedSheet(name, kind, subject, tuple(found[name, subject]))


def _named(court: Court, asked: _Asked) -> Iterator[str]:
    """Who hands an item in, 各部门 spelled out as the divisions of those who need it."""
    for name in reporters(asked.item):
        if name == EVERY_DIVISION:
            members = (court.member(staff_no) for staff_no in asked.staff)
            yield from dict.fromkeys(member.posting.division for member in members if member)
        else:
            yield name


def _without_unnamed(found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """A list that somebody is named for is not expected from nobody too (a 公式 item need not name who keeps cases)."""
    told = tuple(found)
    named = {subject for name, subject in told if name}
    return ((name, subject) for name, subject in told if name or subject not in named)


def _rating_sheets(court: Court, asked: Iterable[_Asked]) -> Iterator[ExpectedSheet]:
    found: dict[str, list[_Asked]] = {}
    for each in asked:
        if each.item.kind is ItemKind.RATING:
            for name in _named(court, each):
                found.setdefault(name, []).append(each)
    for name, told in found.items():
        if sheet := _person_sheet(name, RATINGS, "", told):
            yield sheet
