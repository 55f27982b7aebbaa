"""The value of a data item of a person in the period: told, gathered from shorter periods, counted or computed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from app.domain.entries import Entry, State
from app.domain.explanation import Input
from app.domain.formula.formulas import Binary, Call, Literal, Named, Reference
from app.domain.formula.values import Nothing, Value, truth_of
from app.domain.formula.vocabulary import EVENT_FIELDS
from app.domain.ledgers import Event
from app.domain.numbers import Exact, Ratio, exact
from app.domain.periods import Kind, Period
from app.domain.rating_groups import LEAST
from app.domain.rules.events import once_for_each_result, times
from app.domain.rules.ratings import Ratings
from app.domain.schemes import TYPED_IN, DataItem, Gathering, ItemKind
from app.domain.scoring.court import Court, Member
from app.domain.scoring.evaluator import Evaluator, Told
from app.domain.scoring.scopes import PersonScope, as_input


def tell(evaluator: Evaluator, member: Member, code: str) -> Told:
    """The item's value with everything that went in."""
    item, court = evaluator.items[code], evaluator.court
    if item.kind in TYPED_IN:
        return _typed_in(court, member, item)
    if item.kind is ItemKind.LEDGER:
        told = _from_ledgers(court, member, item)
    elif item.kind is ItemKind.RATING:
        told = _from_ballots(court, member, item)
    else:
        told = _computed(evaluator, member, item)
    if item.kind is ItemKind.FORMULA or not told.inputs:
        return told._replace(inputs=tuple(dict.fromkeys((as_input(item.name, told.value), *told.inputs))))
    return told


def _computed(evaluator: Evaluator, member: Member, item: DataItem) -> Told:
    assert item.formula is not None
    scope = PersonScope(evaluator, member)
    value = item.formula.value(scope)
    return Told(value, scope.inputs, scope.steps)


def _typed_in(court: Court, member: Member, item: DataItem) -> Told:
    """The period's own value, else that of the periods inside (contract, section 4.1, 3)."""
    own = court.own_entries(member.person.staff_no).get(item.code)
    if item.kind is not ItemKind.NUMBER or (own is not None and own.state is not State.EMPTY):
        return _own(item, own, court.period)
    entries = court.other_entries(member.person.staff_no, item.code)
    return _gather(court, member, item, entries if own is None else {**entries, court.period: own}, court.period)


def _own(item: DataItem, entry: Entry | None, period: Period) -> Told:
    if entry is None:
        reason = f"{period.title}的{item.name}未填"
        return Told(Nothing(State.EMPTY, reason), (Input(_label(item.name, period), None, State.EMPTY),))
    number = entry.number
    if entry.state is State.VALUE:
        value: Value = entry.word if number is None else exact(number)
    else:
        value = Nothing(entry.state, entry.note or f"{entry.period.title}的{item.name}{entry.state.word}")
    told = Input(_label(item.name, period), entry.text if number is None else number, entry.state, entry.origin)
    return Told(value, (told,))


@lru_cache(maxsize=10_000)
def _label(name: str, period: Period) -> str:
    return f"{name}（{period.code}）"


def _gather(court: Court, member: Member, item: DataItem, entries: dict[Period, Entry], period: Period) -> Told:
    own = entries.get(period)
    if period.kind is Kind.MONTH or (own is not None and own.state is not State.EMPTY):
        return _own(item, own, period)
    level = _level(entries, period)
    if level is None:
        return _own(item, own, period)
    parts = [
        _gather(court, member, item, entries, inner)
        for inner in period.inner(level)
        if court.counts_for(member.staff_no, inner, is_told=_is_told(entries, inner))
    ]
    inputs = tuple(each for part in parts for each in part.inputs)
    return Told(_joined(item, [part.value for part in parts]), inputs)


def _level(entries: dict[Period, Entry], period: Period) -> Kind | None:
    """The longest kind of period inside that has a value of its own; months where any month is told."""
    kinds = [kind for kind in (Kind.HALF, Kind.QUARTER, Kind.MONTH) if kind < period.kind]
    return next((kind for kind in kinds if any(_is_told(entries, inner) for inner in period.inner(kind))), None)


def _is_told(entries: dict[Period, Entry], period: Period) -> bool:
    return period in entries and entries[period].state is not State.EMPTY


def _joined(item: DataItem, values: list[Value]) -> Value:
    told = [value for value in values if isinstance(value, (int, Ratio))]
    nothings = [value for value in values if isinstance(value, Nothing)]
    empty = next((each for each in nothings if each.state is State.EMPTY), None)
    if item.gathering is Gathering.LAST:
        last = [each for each in values if not (isinstance(each, Nothing) and each.state is not State.EMPTY)]
        if last:
            return last[-1]
    elif empty is not None:
        return empty
    if not told:
        excused = nothings and all(each.state is State.EXCUSED for each in nothings)
        return Nothing(State.EXCUSED if excused else State.NOT_APPLICABLE, f"各期{item.name}都不适用或免计")
    return _reckoned(item.gathering, told)


def _reckoned(gathering: Gathering | None, told: list[Exact]) -> Exact:
    if gathering is Gathering.MEAN:
        return exact(Ratio(sum(told)) / len(told))
    return max(told) if gathering is Gathering.MAX else exact(Ratio(sum(told)))


def ledgers_named(item: DataItem) -> tuple[str, ...]:
    """The ledgers that the 算式 of a 台账 item asks for by name; none: all of the book's."""
    names = []
    for part in item.formula.walk() if item.formula else ():
        if isinstance(part, Binary) and part.operator == "=":
            sides = (part.left, part.right)
            if any(isinstance(side, Named) and side.reference.key == "台账" for side in sides):
                names += [str(side.content) for side in sides if isinstance(side, Literal)]
    return tuple(dict.fromkeys(names))


def events_of(court: Court, member: Member, item: DataItem) -> tuple[Event, ...]:
    """The person's events of the period that meet the item's 算式."""
    return tuple(event for event in court.events(member.staff_no) if _meets(item, event))


def _meets(item: DataItem, event: Event) -> bool:
    if item.formula is None:
        return True
    truth = truth_of(item.formula.value(_EventScope(event)))
    return not isinstance(truth, Nothing) and truth


class _EventScope:
    """A condition over one event."""

    def __init__(self, event: Event) -> None:
        self._event = event

    def look_up(self, reference: Reference) -> Value:
        told = getattr(self._event, EVENT_FIELDS[reference.key])
        if reference.key in ("分值", "次数"):
            if told is None:
                return 1 if reference.key == "次数" else ""
            return exact(told)
        return told.isoformat() if reference.key == "日期" else str(told)

    def apply(self, call: Call) -> Value:
        raise KeyError(call.function)


def _from_ledgers(court: Court, member: Member, item: DataItem) -> Told:
    asked = ledgers_named(item) or court.ledgers()
    missing = [name for name in asked if not court.is_covered(name)]
    if missing or not asked:
        names = "、".join(f"“{name}”" for name in missing)
        return Told(Nothing(State.EMPTY, f"{court.period.title}的{names}台账未报（没有记录也没有零报告）"))
    events = events_of(court, member, item)
    counts = once_for_each_result((event, times(event)) for event in events)
    total = sum(each.figure for each in counts if each.counts)
    return Told(exact(Ratio(total)), tuple(dict.fromkeys(map(_event_input, events))))


def _event_input(event: Event) -> Input:
    level = f"（{event.level}）" if event.level else ""
    figure = event.points if event.points is not None else event.count
    return Input(f"{event.ledger}台账 {event.day} {event.subject}{level}", figure, State.VALUE, event.origin)


def _from_ballots(court: Court, member: Member, item: DataItem) -> Told:
    """The plain mean of the marks; 测评计分 weighs the groups itself. How many ballots is told, never one ballot.

    A group with fewer ballots than 最少票数 makes all of it 未填: a mean over several groups would give it away.
    """
    ballots = [each for each in court.ballots(member.staff_no) if each.is_for(item.code)]
    if not ballots:
        return Told(Nothing(State.EMPTY, f"{court.period.title}没有测评票"), (Input(item.name, None, State.EMPTY),))
    marks = [exact(each.mark) for each in ballots if each.mark is not None]
    counts = _group_inputs(each.group for each in ballots)
    least = _least_ballots(member, item)
    few = [each for each in counts if isinstance(each.value, int) and each.value < least]
    if few:
        told = "、".join(f"{each.item}只有{each.value}" for each in few)
        return Told(Nothing(State.EMPTY, f"{told}，不足{least}票"), counts)
    if len(marks) < len(ballots):
        return Told(Nothing(State.NOT_APPLICABLE, "评价票须经评价分换算"), counts)
    return Told(exact(Ratio(sum(marks)) / len(marks)), counts)


def _least_ballots(member: Member, item: DataItem) -> int:
    """最少票数 of the person's 测评计分 over the item; 3 where there is none (contract, section 4, 测评计分)."""
    leaves = member.set.indicators if member.set else ()
    return max(
        (leaf.rule.least for leaf in leaves if isinstance(leaf.rule, Ratings) and leaf.item == item.code), default=LEAST
    )


def _group_inputs(groups: Iterable[str]) -> tuple[Input, ...]:
    told = list(groups)
    return tuple(Input(f"{group}票数", told.count(group)) for group in sorted(set(told)))
