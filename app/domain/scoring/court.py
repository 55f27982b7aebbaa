"""Who is evaluated in a period, by which indicator set, beside whom; and what the book tells of them, ready to look up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.domain.entries import Entry, State
from app.domain.facts import Facts, Status
from app.domain.formula.formulas import Call, Formula, Literal, Reference
from app.domain.formula.values import Nothing, Value, truth_of
from app.domain.formula.vocabulary import EVERYBODY, POSTING_FIELDS
from app.domain.ledgers import Event
from app.domain.monthly_records import with_marks
from app.domain.numbers import exact
from app.domain.periods import Kind, Period
from app.domain.ratings import Ballot
from app.domain.roster import Absence, Person, Posting, Tenure, posting_by_day, staff_no_order, tenure
from app.domain.scheme_settings import CHANGES_OF_POST, SPLIT_BY_DAYS
from app.domain.schemes import TYPED_IN, IndicatorSet, Scheme
from app.domain.scoring.casework import Casework
from app.domain.words import plain


class Spell(NamedTuple):
    """The days of the period on which a person's postings lead to one indicator set, and what they see of the person."""

    set: IndicatorSet
    days: frozenset[date]
    tenure: Tenure


_NOTHING_TYPED: dict[str, Decimal] = {}


@dataclass(frozen=True, slots=True)
class Member:
    """A person with a posting in the period. ``set`` None: no 适用条件 fits. ``status`` before any scoring.

    ``spells`` only where the scheme splits the period by days and the person's postings lead to several sets.
    """

    person: Person
    tenure: Tenure
    set: IndicatorSet | None
    status: Status = Status.COMPLETE
    reason: str = ""
    reason_code: str = ""
    spells: tuple[Spell, ...] = ()

    @property
    def staff_no(self) -> str:
        """The staff number."""
        return self.person.staff_no

    @property
    def posting(self) -> Posting:
        """The posting in force longest."""
        return self.tenure.posting

    @property
    def set_name(self) -> str:
        """The name of the indicator set, or an empty text."""
        return self.set.name if self.set else ""

    @property
    def is_evaluated(self) -> bool:
        """Whether there is anything to score."""
        return self.status is not Status.NOT_EVALUATED


def posting_field(posting: Posting, set_name: str, field: str) -> str:
    """What a condition over people sees of a posting."""
    return set_name if field == "指标组" else str(getattr(posting, POSTING_FIELDS[field]))


def in_post(told: Tenure, name: str) -> Value:
    """在岗月数 or 在岗比例."""
    return exact(told.months_in_post if name == "在岗月数" else told.ratio)


def days_away(told: Tenure, call: Call) -> Value:
    """离岗天数("病假", …): days away for these kinds in the period; a day of two kinds is one day."""
    kinds = {plain(str(each.content)) for each in call.arguments if isinstance(each, Literal)}
    return len(frozenset().union(*(days for kind, days in told.absent_days.items() if plain(kind) in kinds)))


@dataclass(frozen=True, slots=True)
class _PostingScope:
    """A condition over one person's posting and time in post."""

    tenure: Tenure
    set_name: str

    def look_up(self, reference: Reference) -> Value:
        if reference.kind == "own":
            return in_post(self.tenure, reference.key)
        return posting_field(self.tenure.posting, self.set_name, reference.key)

    def apply(self, call: Call) -> Value:
        return days_away(self.tenure, call)


def posting_scope(told: Tenure, set_name: str = "") -> _PostingScope:
    """A person's posting and time in post, as the conditions of sheets 指标组 and 参加考核 see them."""
    return _PostingScope(told, set_name)


class Court:
    """Everything of one period, indexed; built once for an evaluation, never changed."""

    def __init__(self, scheme: Scheme, period: Period, facts: Facts) -> None:
        self.scheme = scheme
        self.period = period
        self.facts = facts
        self.casework = Casework(scheme, period, facts.cases, facts.rulings)
        self.typed_in = {item.code: f"{item.name}（{period.code}）" for item in scheme.items if item.kind in TYPED_IN}
        """What the entries of the period itself are called where they go in, by data item."""
        self._own: dict[str, dict[str, Entry]] = defaultdict(dict)
        self._outright: dict[str, dict[str, Decimal]] = defaultdict(dict)
        self._others: dict[tuple[str, str], dict[Period, Entry]] = defaultdict(dict)
        self._take_entries(with_marks(scheme, facts.entries, facts.monthly_records))
        self._events: dict[str, list[Event]] = defaultdict(list)
        for event in sorted(facts.events, key=lambda each: each.key):
            if event.is_in_effect(asked=scheme.confirms_events) and period.has_day(event.day):
                self._events[event.staff_no].append(event)
        self._ballots: dict[str, list[Ballot]] = defaultdict(list)
        for ballot in facts.ballots:
            if ballot.period == period:
                self._ballots[ballot.staff_no].append(ballot)
        self._covered: dict[str, set[Period]] = defaultdict(set)
        for coverage in facts.coverage:
            self._covered[plain(coverage.ledger)].add(coverage.period)
        self._postings: dict[str, list[Posting]] = defaultdict(list)
        for posting in facts.postings:
            self._postings[posting.staff_no].append(posting)
        self._absences: dict[str, list[Absence]] = defaultdict(list)
        for absence in facts.absences:
            self._absences[absence.staff_no].append(absence)
        self._sets: dict[tuple[str, ...], IndicatorSet | None] = {}
        self._off_duty = frozenset(map(plain, scheme.off_duty_kinds))
        self.gather(self._find_members())

    def _take_entries(self, entries: Iterable[Entry]) -> None:
        period, typed_in, value = self.period, self.typed_in, State.VALUE
        whose, own, outright = None, self._own[""], self._outright[""]
        for entry in entries:
            staff_no, item, when = entry.staff_no, entry.item, entry.period
            if when is not period and when != period:
                self._others[staff_no, item][when] = entry
                continue
            if staff_no != whose:
                # A person's entries mostly come together.
                whose, own, outright = staff_no, self._own[staff_no], self._outright[staff_no]
            own[item] = entry
            if entry.state is value and entry.number is not None and item in typed_in:
                outright[item] = entry.number

    def gather(self, members: tuple[Member, ...]) -> None:
        """Take these people as the court's."""
        self.members = members
        self._by = {member.staff_no: member for member in members}
        self._places = {word: _by_place(members, word) for word in ("部门", "条线")}
        self._ranges: dict[tuple[str, ...], list[Member]] = {}

    def member(self, staff_no: str) -> Member | None:
        """The member with this staff number, or None."""
        return self._by.get(staff_no)

    def own_entries(self, staff_no: str) -> dict[str, Entry]:
        """A person's entries for the period itself, by data item."""
        return self._own.get(staff_no, {})

    def outright(self, staff_no: str) -> dict[str, Decimal]:
        """A person's figures that were typed in for the period itself, by data item: most of what is ever asked for."""
        return self._outright.get(staff_no, _NOTHING_TYPED)

    def figures(self, group: Iterable[Member], item: str) -> list[Decimal | None]:
        """What was typed in of a data item for each of several people; None where nothing was."""
        outright = self._outright
        return [outright.get(each.person.staff_no, _NOTHING_TYPED).get(item) for each in group]

    def other_entries(self, staff_no: str, item: str) -> dict[Period, Entry]:
        """A person's entries of one data item for other periods."""
        return self._others.get((staff_no, item), {})

    def events(self, staff_no: str) -> list[Event]:
        """A person's ledger events of the period that are in effect."""
        return self._events.get(staff_no, [])

    def ballots(self, staff_no: str) -> list[Ballot]:
        """The ballots about a person in the period."""
        return self._ballots.get(staff_no, [])

    def has_posting(self, staff_no: str, period: Period) -> bool:
        """Whether any posting is in force on any day of an inner period."""
        return any(posting.days_in(period) for posting in self._postings.get(staff_no, ()))

    def counts_for(self, staff_no: str, period: Period, *, is_told: bool) -> bool:
        """Whether an inner period counts when a person's figures are gathered: told, or the person was in post."""
        return is_told or self.has_posting(staff_no, period)

    def ledgers(self) -> tuple[str, ...]:
        """Every ledger that the book has looked into at any time (plain names)."""
        return tuple(sorted(name for name in self._covered if name))

    def is_covered(self, ledger: str, period: Period | None = None) -> bool:
        """Whether somebody looked into a ledger (``""``: the case list) for all of the period (contract, section 4)."""
        period = period or self.period
        looked = self._covered.get(plain(ledger), set())
        if any(each.contains(period) for each in looked):
            return True
        shorter = [kind for kind in reversed(Kind) if kind < period.kind]
        return any(all(self.is_covered(ledger, each) for each in period.inner(kind)) for kind in shorter)

    def among(self, member: Member, scope_word: str, set_name: str | None) -> list[Member]:
        """The people of 部门, 条线, 同组 or 全院 around a member, of one indicator set (the own one unless named)."""
        wanted = member.set_name if set_name is None else set_name
        own = _place_of(member, scope_word)
        key = (scope_word, own, wanted)
        found = self._ranges.get(key)
        if found is None:
            around = self._places[scope_word][plain(own)] if scope_word in self._places else self.members
            found = self._ranges[key] = [each for each in around if _is_of(each, wanted)]
        return found

    def _find_members(self) -> tuple[Member, ...]:
        members = []
        for person in sorted(self.facts.people, key=lambda each: staff_no_order(each.staff_no)):
            told = self._tenure(person.staff_no)
            if told is not None:
                members.append(self._member(person, told))
        return tuple(members)

    def _tenure(self, staff_no: str, within: frozenset[date] | None = None) -> Tenure | None:
        absences = self._absences.get(staff_no, ())
        return tenure(self._postings.get(staff_no, ()), absences, self.period, self._off_duty, within)

    def _member(self, person: Person, told: Tenure) -> Member:
        chosen = self._set_of(told.posting)
        if chosen is None:
            own = told.posting.indicator_set
            reason = f"任职写明的指标组“{own}”不在方案中" if own else "没有指标组适用"
            return Member(person, told, None, Status.NOT_EVALUATED, reason, "no-set")
        spells = self._spells(person.staff_no, told)
        for row in self.scheme.participation:
            if _is_true(row.condition, posting_scope(told, chosen.name)):
                status = Status.NOT_EVALUATED if row.state == Status.NOT_EVALUATED.word else Status.UNDETERMINED
                return Member(person, told, chosen, status, f"{row.state}：{row.condition.text}", row.code, spells)
        return Member(person, told, chosen, spells=spells)

    def _spells(self, staff_no: str, told: Tenure) -> tuple[Spell, ...]:
        """One spell for each set that the postings lead to, the first begun first; none where one set has them all."""
        if len(told.postings) < 2 or self.scheme.setting(CHANGES_OF_POST) != SPLIT_BY_DAYS:
            return ()
        days: dict[str, set[date]] = {}
        for day, posting in sorted(posting_by_day(told.postings, self.period).items()):
            chosen = self._set_of(posting)
            if chosen is not None:
                days.setdefault(chosen.name, set()).add(day)
        spells = []
        for name, own in days.items():
            chosen, seen = self.scheme.set_named(name), self._tenure(staff_no, frozenset(own))
            assert chosen is not None
            assert seen is not None
            spells.append(Spell(chosen, frozenset(own), seen))
        return tuple(spells) if len(spells) > 1 else ()

    def _set_of(self, posting: Posting) -> IndicatorSet | None:
        """The set of a posting: conditions see a few fields only, in which whole divisions agree."""
        asked = (
            posting.indicator_set, posting.division, posting.line, posting.category, posting.post, posting.rank,
            posting.judge_grade, posting.establishment,
        )  # fmt: skip
        if asked not in self._sets:
            self._sets[asked] = self._fitting_set(posting)
        return self._sets[asked]

    def _fitting_set(self, posting: Posting) -> IndicatorSet | None:
        own = posting.indicator_set
        if own:
            return next((each for each in self.scheme.sets if plain(each.name) == plain(own)), None)
        scope = posting_scope(Tenure(posting, (posting,), 0, 0, 0))
        fitting = (each for each in self.scheme.sets if each.condition and _is_true(each.condition, scope))
        return next(fitting, None)


def _is_true(condition: Formula, scope: _PostingScope) -> bool:
    truth = truth_of(condition.value(scope))
    return not isinstance(truth, Nothing) and truth


def _is_of(member: Member, set_name: str) -> bool:
    return plain(set_name) == EVERYBODY or plain(member.set_name) == plain(set_name)


def _place_of(member: Member, scope_word: str) -> str:
    """The own 部门 or 条线; for 同组 and 全院 none is needed."""
    posting = member.tenure.posting
    return posting.division if scope_word == "部门" else posting.line if scope_word == "条线" else ""


def _by_place(members: Iterable[Member], scope_word: str) -> dict[str, list[Member]]:
    """The members by 部门 or 条线 (plain names)."""
    places: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        places[plain(_place_of(member, scope_word))].append(member)
    return places


def by_set(members: Iterable[Member]) -> dict[str, list[Member]]:
    """The members that are evaluated, by the name of their indicator set."""
    groups: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        if member.is_evaluated:
            groups[member.set_name].append(member)
    return groups
