"""通报: what a court tells of a period, set by set, from stored results; nothing is scored here.

Means are over the people of the same indicator set who have the figure, in the division and in the court: people are
compared only with those of the same kind of post. They are rounded once to the scheme's 小数位.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.domain.entries import State
from app.domain.explanation import Node, figure_text
from app.domain.facts import PersonResult, Status
from app.domain.formula.values import number_in
from app.domain.numbers import Exact, Ratio, exact, half_up
from app.domain.periods import Period
from app.domain.schemes import Scheme

WAITING = "待补"
_SEAL_SIGNS = 16


class Measure(NamedTuple):
    """One column: ``kind`` as in the tree (leaf, branch, component, spread), ``branch`` what stands above it, or nothing."""

    code: str
    label: str
    full_marks: Decimal | None
    kind: str
    branch: str = ""


class Means(NamedTuple):
    """Mean value and mean score of one measure over some people; None where nobody has a figure."""

    value: Decimal | None = None
    score: Decimal | None = None
    people: int = 0


class Figure(NamedTuple):
    """A person's own figure: the data item's value in words, and the score; ``word`` stands where there is no score."""

    value: str
    score: Decimal | None
    word: str = ""


class Line(NamedTuple):
    """One person. ``total`` None: ``status`` says why. ``grade`` is the decided one, or the proposed one where none is."""

    staff_no: str
    name: str
    division: str
    status: Status
    total: Decimal | None
    rank: int | None
    pool_size: int | None
    grade: str
    decided: bool
    figures: Mapping[str, Figure]
    inner_grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetPart:
    """One indicator set. ``ranked`` False: for analysis only, nobody has a place and the order says nothing.

    ``divisions`` maps a division to its means by code, ``court`` is the same over everybody; 总分 is one of the codes.
    """

    name: str
    ranked: bool
    measures: tuple[Measure, ...]
    lines: tuple[Line, ...]
    divisions: Mapping[str, Mapping[str, Means]]
    court: Mapping[str, Means]

    @property
    def tops(self) -> tuple[Measure, ...]:
        """The measures directly below the total."""
        return tuple(each for each in self.measures if not each.branch)

    @property
    def leaves(self) -> tuple[Measure, ...]:
        """The indicators themselves."""
        return tuple(each for each in self.measures if each.kind == "leaf")


class Named(NamedTuple):
    """One person on a list, and what puts the person there."""

    staff_no: str
    name: str
    division: str
    set_name: str
    reasons: tuple[str, ...]


class NamedList(NamedTuple):
    """表扬, 提醒 …; ``unclear``: how many people whose data do not allow an answer."""

    name: str
    people: tuple[Named, ...]
    unclear: int = 0


class PartyLine(NamedTuple):
    """党建 of one division: people, ledger events in the period, mean score of the party-building indicators."""

    division: str
    people: int
    events: int
    mean: Decimal | None


class PartyEvent(NamedTuple):
    """One ledger event of the period."""

    day: date
    staff_no: str
    name: str
    division: str
    subject: str
    points: Decimal | None


class PartyPart(NamedTuple):
    """党建 as an item of its own; ``ledgers`` are those it was read from."""

    title: str
    divisions: tuple[PartyLine, ...]
    events: tuple[PartyEvent, ...]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin as every form of it is made. ``seal`` empty: the period is not closed. ``masked``: names are hidden.

    ``undecided``: how many have a grade that is only proposed; ``grade_words``: the scheme's grades, best first.
    """

    court: str
    period: Period
    issue: int
    seal: str
    scheme: str
    scheme_version: str
    computed_on: date
    made_on: date
    stale: bool
    sets: tuple[SetPart, ...]
    lists: tuple[NamedList, ...]
    has_list_rules: bool
    party: PartyPart | None
    undecided: int
    grade_words: tuple[str, ...] = ()
    masked: bool = False

    @property
    def state(self) -> str:
        """Seal or draft, as it stands on every page; of the seal its beginning, which is enough to tell two apart."""
        return f"已办结，封存码{self.seal[:_SEAL_SIGNS]}" if self.seal else "未办结，仅供核对"

    @property
    def lines(self) -> Iterator[Line]:
        """Everybody, set after set."""
        return (line for part in self.sets for line in part.lines)


class Graded(NamedTuple):
    """What the book tells beside the results: decided grades, and the grades of the periods inside, in order."""

    decided: Mapping[str, str]
    inner: Mapping[str, tuple[str, ...]]


def set_parts(scheme: Scheme, results: Sequence[PersonResult], graded: Graded) -> tuple[SetPart, ...]:
    """The results by indicator set, in the order of the results; people who take no part stand last in theirs."""
    by_set: dict[str, list[PersonResult]] = defaultdict(list)
    for result in results:
        by_set[result.set_name].append(result)
    return tuple(_part(scheme, name, told, graded) for name, told in by_set.items())


def mean_of(figures: Iterable[Exact | Decimal], places: int) -> Decimal | None:
    """The mean, rounded half-up; None of nothing."""
    told = [exact(each) for each in figures]
    return half_up(Ratio(sum(told)) / len(told), places) if told else None


def _part(scheme: Scheme, name: str, results: list[PersonResult], graded: Graded) -> SetPart:
    chosen = scheme.set_named(name)
    ranked = chosen is None or chosen.is_ranked
    lines = tuple(_line(each, graded) for each in results)
    if not ranked:
        lines = tuple(sorted(lines, key=lambda line: line.division))
    divisions = {
        division: _means([each for each in lines if each.division == division], scheme.places)
        for division in sorted({line.division for line in lines})
    }
    return SetPart(name, ranked, tuple(_measures(results)), lines, divisions, _means(lines, scheme.places))


def _measures(results: Iterable[PersonResult]) -> Iterable[Measure]:
    """Every part of the total once, in the order of the trees; a veto is no measure."""
    found: dict[str, Measure] = {}
    for result in results:
        for child in result.tree.children:
            _collect(child, "", found)
    return found.values()


def _collect(node: Node, branch: str, found: dict[str, Measure]) -> None:
    if node.kind == "veto":
        return
    found.setdefault(node.code, Measure(node.code, node.label, node.full_marks, node.kind, branch))
    for child in node.children:
        _collect(child, branch or node.label, found)


def _line(result: PersonResult, graded: Graded) -> Line:
    figures = {node.code: _figure(node) for node in result.tree.walk() if node.kind not in ("total", "veto")}
    decided = graded.decided.get(result.staff_no, "")
    return Line(
        staff_no=result.staff_no,
        name=result.name,
        division=result.division,
        status=result.status,
        total=result.total,
        rank=result.rank,
        pool_size=result.pool_size,
        grade=decided or result.proposed_grade,
        decided=bool(decided),
        figures=figures,
        inner_grades=graded.inner.get(result.staff_no, ()),
    )


def _figure(node: Node) -> Figure:
    """Branches and components have no value of their own, only what their parts come to."""
    value = ""
    if node.kind == "leaf":
        value = figure_text(node.value) if node.state is State.VALUE else node.state.word
    word = "" if node.score is not None else node.missing_rule or WAITING
    if node.kind == "branch" and node.score is None and not _waits(node):
        word = "不计分"
    return Figure(value, node.score, word)


def _waits(node: Node) -> bool:
    """Whether a part below is still missing, so that the branch is too."""
    leaves = [each for each in node.walk() if each.kind == "leaf" and each.score is None]
    return any(each.missing_rule in ("", WAITING) for each in leaves)


def _means(lines: Sequence[Line], places: int) -> dict[str, Means]:
    codes = dict.fromkeys(code for line in lines for code in line.figures)
    means = {code: _mean(lines, code, places) for code in codes}
    totals = [line.total for line in lines if line.total is not None and line.status is Status.COMPLETE]
    means["总分"] = Means(None, mean_of(totals, places), len(totals))
    return means


def _mean(lines: Sequence[Line], code: str, places: int) -> Means:
    figures = [line.figures[code] for line in lines if code in line.figures]
    scores = [each.score for each in figures if each.score is not None]
    values = [number for each in figures if (number := number_in(each.value)) is not None]
    return Means(mean_of(values, places), mean_of(scores, places), len(scores))
