"""Values as they come in, held against the scheme of their period: bounds, words, levels (contract, sections 4 and 4.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from app.domain.entries import Entry, State
from app.domain.formula.formulas import Call, Formula, Reference
from app.domain.formula.values import Nothing, Value, truth_of
from app.domain.formula.vocabulary import EVENT_FIELDS
from app.domain.ledgers import Event
from app.domain.monthly_records import MonthlyRecord, fed_item
from app.domain.numbers import exact, shown
from app.domain.periods import Period
from app.domain.problems import Problem
from app.domain.ratings import Ballot
from app.domain.rules.direct import Direct
from app.domain.rules.events import Events
from app.domain.rules.grades import Words
from app.domain.rules.ratings import Ratings
from app.domain.schemes import DataItem, Indicator, ItemKind, Scheme
from app.domain.words import plain
from app.services.taking_in.staging.full_marks import score_beyond
from app.services.taking_in.staging.holdings import Holdings
from app.services.taking_in.staging.odd_figures import odd_entry, too_large
from app.sheets.drafts import BallotDraft, EventDraft


class Checks:
    """The checks of one sheet."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    def entry(self, entry: Entry) -> Iterator[Problem]:
        """A word that the scheme does not know, a mark outside its bounds."""
        if entry.state is not State.VALUE:
            return
        yield from self._beside_record(entry)
        if (item := self._item(entry)) is not None:
            yield from odd_entry(entry, item)
        for leaf in self._leaves(entry.staff_no, entry.period, entry.item):
            rule = leaf.rule
            source = entry.origin.source
            if isinstance(rule, Words) and not rule.knows(entry.text):
                values = {"indicator": leaf.name, "words": "、".join(word for word, _ in rule.points)}
                yield Problem("word-unknown", source, entry.text, values)
            if isinstance(rule, Direct) and entry.number is not None and leaf.counts_in(entry.period.kind):
                yield from _outside(rule, leaf, entry)
            if entry.number is not None and leaf.counts_in(entry.period.kind) and self._is_mark(entry):
                yield from _above(leaf, entry)

    def _is_mark(self, entry: Entry) -> bool:
        item = self._item(entry)
        return item is not None and item.kind is ItemKind.MARK

    def _item(self, entry: Entry) -> DataItem | None:
        scheme = self._scheme(entry.period)
        return scheme.item(entry.item) if scheme else None

    def _beside_record(self, entry: Entry) -> Iterator[Problem]:
        """A mark that the monthly record tells already must not stand twice in the book."""
        scheme = self._scheme(entry.period)
        item = fed_item(scheme) if scheme else None
        if item is None or item.code != entry.item:
            return
        record = self._holdings.in_year(MonthlyRecord, entry.period.year).get((entry.staff_no, entry.period.code))
        if record is not None and record.mark is not None and record.mark != entry.number:
            values = {"item": item.name, "month": entry.period.title, "mark": f"{record.mark:f}"}
            yield Problem("mark-in-monthly-record", entry.origin.source, entry.text, values)

    def spelled(self, entry: Entry) -> Entry:
        """The entry with its word as the scheme spells it: blanks and widths make no difference."""
        if not entry.word:
            return entry
        for leaf in self._leaves(entry.staff_no, entry.period, entry.item):
            words = [word for word, _ in leaf.rule.points] if isinstance(leaf.rule, Words) else []
            for word in words:
                if plain(word) == plain(entry.word):
                    return replace(entry, word=word)
        return entry

    def event(self, event: Event, draft: EventDraft) -> Iterator[Problem]:
        """A figure beyond reason, a 级别 for which the scheme has no 级别分."""
        for column, number, field in (("分值", event.points, "points"), ("次数", event.count, "count")):
            if number is not None:
                yield from too_large(number, column, draft.sources.get(field) or event.origin.source)
        for leaf in self._leaves(event.staff_no, Period.of_month(event.day), None):
            rule = leaf.rule
            if not isinstance(rule, Events) or rule.knows_level(event.level):
                continue
            scheme = self._scheme(Period.of_month(event.day))
            item = scheme.item(leaf.item) if scheme else None
            if item is not None and _counts(item.formula, event):
                values = {"indicator": leaf.name, "levels": "、".join(level for level, _ in rule.levels)}
                source = draft.sources.get("level") or event.origin.source
                yield Problem("level-without-points", source, event.level, values)

    def ballot(self, ballot: Ballot, draft: BallotDraft) -> Iterator[Problem]:
        """A 评价 for which the scheme has no mark, a 评分 beyond the 满分."""
        for leaf in self._leaves(ballot.staff_no, ballot.period, None):
            rule = leaf.rule
            if not isinstance(rule, Ratings):
                continue
            if ballot.mark is not None:
                yield from _beyond(rule, leaf, ballot)
            elif not rule.knows(ballot.word):
                values = {"indicator": leaf.name, "words": "、".join(word for word, _ in rule.marks)}
                source = draft.sources.get("word") or ballot.origin.source
                code = "rating-word-unknown" if rule.marks else "rating-figures-only"
                yield Problem(code, source, ballot.word, values)

    def confirms_events(self, day: date) -> bool:
        """Whether an event of that day waits for a second person."""
        scheme = self._scheme(Period.of_month(day))
        return scheme is not None and scheme.confirms_events

    def _leaves(self, staff_no: str, period: Period, item: str | None) -> list[Indicator]:
        """The leaves of the person's indicator set; of one data item where one is named."""
        court = self._holdings.court(period)
        member = court.member(staff_no) if court else None
        if member is None or member.set is None:
            return []
        return [leaf for leaf in member.set.indicators if leaf.rule is not None and item in (None, leaf.item)]

    def _scheme(self, period: Period) -> Scheme | None:
        return self._holdings.scheme_for(period)


def _outside(rule: Direct, leaf: Indicator, entry: Entry) -> Iterator[Problem]:
    bounds = rule.bounds(None if leaf.full_marks is None else exact(leaf.full_marks))
    if bounds is None or entry.number is None:
        return
    low, high = bounds
    if exact(entry.number) < low or (high is not None and exact(entry.number) > high):
        values = {"indicator": leaf.name, "low": shown(low), "high": "不限" if high is None else shown(high)}
        yield Problem("mark-out-of-bounds", entry.origin.source, entry.text, values)


def _above(leaf: Indicator, entry: Entry) -> Iterator[Problem]:
    """That a mark comes to more than the full marks of its indicator by the 公式: it may be meant so, and is told."""
    score = None if entry.number is None else score_beyond(leaf, exact(entry.number))
    if score is not None and leaf.full_marks is not None:
        values = {"indicator": leaf.name, "score": shown(score), "full": shown(exact(leaf.full_marks))}
        yield Problem("mark-above-full", entry.origin.source, entry.text, values, warning=True)


def _beyond(rule: Ratings, leaf: Indicator, ballot: Ballot) -> Iterator[Problem]:
    best = rule.best.constant
    if ballot.mark is None or isinstance(best, Nothing | str):
        return
    if not 0 <= exact(ballot.mark) <= best:
        values = {"indicator": leaf.name, "low": "0", "high": shown(best)}
        yield Problem("mark-out-of-bounds", ballot.origin.source, f"{ballot.mark:f}", values)


class _EventScope(NamedTuple):
    """One event, as the 算式 of a 台账 item sees it."""

    event: Event

    def look_up(self, reference: Reference) -> Value:
        told = getattr(self.event, EVENT_FIELDS[reference.key])
        if told is None:
            return ""
        return told if isinstance(told, str) else told.isoformat() if isinstance(told, date) else exact(told)

    def apply(self, call: Call) -> Value:
        raise KeyError(call.function)


def _counts(formula: Formula | None, event: Event) -> bool:
    if formula is None:
        return True
    truth = truth_of(formula.value(_EventScope(event)))
    return not isinstance(truth, Nothing) and truth
