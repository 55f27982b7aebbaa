"""建议等次: proposals under pools, minimums, conditions, vetoes and quotas (contract, section 4, 等次).

A quota only blocks: it changes no score and demotes nobody by itself. Ties on the line are left open. People decide.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from types import MappingProxyType

from app.domain.facts import Facts, PersonResult, Status
from app.domain.formula.formulas import Formula
from app.domain.grades.grade_conditions import condition_bar
from app.domain.numbers import half_up
from app.domain.periods import Period
from app.domain.ranking import is_ranked
from app.domain.roster import staff_no_order
from app.domain.schemes import GradeRow, Scheme
from app.domain.scoring import FINDERS
from app.domain.scoring.court import Court
from app.domain.scoring.evaluator import Evaluator

OUTSIDE = {"不进行考核": Status.NOT_EVALUATED, "不确定等次": Status.UNDETERMINED}
"""The two outcomes that are no grade; they may be decided too."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Why a person does not get a grade: score, quota, condition, veto, undetermined, not_evaluated, incomplete or tie."""

    grade: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class PersonProposal:
    """One person's proposed grade and what bars every better one; ``rank`` is the place within the pool."""

    staff_no: str
    name: str
    pool: str
    total: Decimal | None
    rank: int | None
    proposed_grade: str
    barred: tuple[Bar, ...]
    decided_grade: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PoolGrade:
    """One grade of a pool: ``limit`` None where there is no quota; how many are proposed and decided."""

    grade: str
    limit: int | None
    share: str
    rounding: str
    proposed: int
    decided: int


@dataclass(frozen=True, slots=True)
class Pool:
    """One pool: how many take part, its grades, and who is on the line."""

    pool: str
    size: int
    grades: tuple[PoolGrade, ...]
    on_the_line: tuple[str, ...]
    outside: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """All pools and people of a period; empty pools where sheet 等次 says nothing of that kind of period."""

    period: Period
    pools: tuple[Pool, ...]
    persons: tuple[PersonProposal, ...]


class _Candidate:
    """A person on the way through the grades of a pool."""

    def __init__(self, result: PersonResult, status: Status, decided: str, fixed: str) -> None:
        self.result = result
        self.status = status
        self.decided = decided
        self.fixed = fixed
        self.bars: dict[str, Bar] = {}
        self.proposed = ""
        self.notes: tuple[str, ...] = ()

    @property
    def total(self) -> Decimal:
        return self.result.total if self.result.total is not None else Decimal(0)

    def bar(self, grade: str, code: str, reason: str) -> None:
        self.bars.setdefault(grade, Bar(grade, code, reason))


def propose(
    scheme: Scheme,
    period: Period,
    facts: Facts,
    results: Iterable[PersonResult],
    decided: Mapping[str, str],
    *,
    fixed: Mapping[str, str] = MappingProxyType({}),
) -> Proposal:
    """The proposals of a period from its results; ``decided`` maps staff numbers to grades already decided.

    ``fixed``: who has a grade whatever the rules say, and takes one of its places (*what if this person moved*).
    """
    candidates = [
        _candidate(result, decided.get(result.staff_no, ""), fixed.get(result.staff_no, "")) for result in results
    ]
    evaluator = Evaluator(Court(scheme, period, facts), FINDERS)
    names = dict.fromkeys([*(each.pool for each in scheme.sets), *(each.result.pool for each in candidates)])
    pools, persons = [], []
    for name in names:
        members = [each for each in candidates if each.result.pool == name]
        rows = scheme.grades_of(name, period.kind)
        on_the_line = _grade_pool(evaluator, rows, members)
        if rows and members:
            pools.append(_pool(name, rows, members, on_the_line))
        persons += _persons(scheme, rows, members)
    return Proposal(period, tuple(pools), tuple(persons))


def _candidate(result: PersonResult, decided: str, fixed: str) -> _Candidate:
    return _Candidate(result, OUTSIDE.get(fixed or decided, result.status), decided, fixed)


def _base(members: Iterable[_Candidate]) -> int:
    """Who counts for the quotas: everybody who takes part, incomplete people too."""
    return sum(1 for each in members if each.status is not Status.NOT_EVALUATED)


def _limit(row: GradeRow, size: int) -> int | None:
    """The places of a grade under its written rounding; None: no quota."""
    if row.share is None:
        return None
    exact_places = row.share * size
    if row.rounding == "四舍五入":
        places = int(half_up(exact_places, 0))
    else:
        whole = int(exact_places)
        places = whole + (row.rounding == "进一" and exact_places != whole)
    return max(1, places) if row.at_least_one and size else places


def _grade_pool(evaluator: Evaluator, rows: tuple[GradeRow, ...], members: list[_Candidate]) -> list[str]:
    """Give every candidate a grade, best grade first; who is on the line comes back."""
    size = _base(members)
    waiting = sorted((each for each in members if _may_be_graded(each, rows)), key=lambda each: -each.total)
    on_the_line: list[str] = []
    for row in rows:
        eligible = [each for each in waiting if _is_eligible(evaluator, each, row, rows)]
        limit = _limit(row, size)
        left = None if limit is None else limit - sum(each.fixed == row.grade for each in members)
        taken = set(_fill(row, eligible, left, on_the_line))
        waiting = [each for each in waiting if each not in taken]
    return sorted(set(on_the_line), key=staff_no_order)


def _may_be_graded(candidate: _Candidate, rows: tuple[GradeRow, ...]) -> bool:
    """Whether a grade is to be found for this person; if none is possible, every grade is barred with the reason."""
    if candidate.fixed and candidate.fixed not in OUTSIDE:
        candidate.proposed = candidate.fixed
        return False
    told = {
        Status.NOT_EVALUATED: ("not_evaluated", "不进行考核"),
        Status.UNDETERMINED: ("undetermined", "不确定等次"),
        Status.INCOMPLETE: ("incomplete", ""),
    }.get(candidate.status)
    if told is None:
        return True
    code, word = told
    candidate.proposed = word if rows else ""
    for row in rows:
        candidate.bar(row.grade, code, candidate.result.reason or word)
    return False


def _is_eligible(evaluator: Evaluator, candidate: _Candidate, row: GradeRow, rows: tuple[GradeRow, ...]) -> bool:
    limit = candidate.result.grade_limit
    order = [each.grade for each in rows]
    if limit in order and order.index(row.grade) < order.index(limit):
        candidate.bar(row.grade, "veto", f"一票否决（{candidate.result.veto}）：等次不得高于“{limit}”")
    elif row.minimum is not None and candidate.total < row.minimum:
        candidate.bar(row.grade, "score", f"总分{candidate.total:f}低于最低分{row.minimum:f}")
    elif row.condition is not None:
        _ask_condition(evaluator, candidate, row, row.condition)
    return row.grade not in candidate.bars


def _ask_condition(evaluator: Evaluator, candidate: _Candidate, row: GradeRow, condition: Formula) -> None:
    """Bar the grade where its 前提 is not met, or cannot be asked because the roster has changed since."""
    member = evaluator.court.member(candidate.result.staff_no)
    if member is None or member.set is None:
        candidate.bar(row.grade, "condition", f"前提“{condition.text}”无法判断：花名册已变，请重新核算")
        return
    reason, notes = condition_bar(evaluator, member, condition, candidate.total)
    candidate.notes = tuple(dict.fromkeys((*candidate.notes, *notes)))
    if reason:
        candidate.bar(row.grade, "condition", reason)


def _fill(row: GradeRow, eligible: list[_Candidate], limit: int | None, on_the_line: list[str]) -> list[_Candidate]:
    """Who gets the grade; the others are barred by quota or tie. ``eligible`` comes with the best total first."""
    taken: list[_Candidate] = []
    full = False
    for _, group in groupby(eligible, key=lambda each: each.total):
        equal = list(group)
        left = len(eligible) if limit is None else limit - len(taken)
        if not full and len(equal) <= left:
            taken += equal
            for each in equal:
                each.proposed = row.grade
        elif not full and left > 0:
            full = True
            on_the_line += [each.result.staff_no for each in equal]
            for each in equal:
                each.bar(row.grade, "tie", f"{len(equal)}人同分，“{row.grade}”只余{left}个名额，由会议决定")
        else:
            full = True
            for each in equal:
                each.bar(row.grade, "quota", f"“{row.grade}”名额{limit}个（{row.share_text}），已满或留待同分者决定")
    return taken


def _pool(name: str, rows: tuple[GradeRow, ...], members: list[_Candidate], on_the_line: list[str]) -> Pool:
    size = _base(members)
    proposed = Counter(each.proposed for each in members)
    decided = Counter(each.decided for each in members)
    grades = tuple(
        PoolGrade(
            row.grade,
            _limit(row, size),
            row.share_text,
            row.rounding + (" 至少1" if row.at_least_one else ""),
            proposed[row.grade],
            decided[row.grade],
        )
        for row in rows
    )
    outside = Counter(each.status.word for each in members if each.status in OUTSIDE.values())
    return Pool(name, size, grades, tuple(on_the_line), outside)


def _persons(scheme: Scheme, rows: tuple[GradeRow, ...], members: list[_Candidate]) -> list[PersonProposal]:
    totals = sorted(each.total for each in members if _has_place(scheme, each))
    order = [row.grade for row in rows]
    persons = []
    for each in members:
        rank = 1 + len(totals) - bisect_right(totals, each.total) if _has_place(scheme, each) else None
        better = order[: order.index(each.proposed)] if each.proposed in order else order
        barred = tuple(each.bars[grade] for grade in better if grade in each.bars)
        result = each.result
        persons.append(
            PersonProposal(
                staff_no=result.staff_no,
                name=result.name,
                pool=result.pool,
                total=result.total,
                rank=rank,
                proposed_grade=each.proposed,
                barred=barred,
                decided_grade=each.decided,
                notes=each.notes,
            )
        )
    last = len(members) + 1
    return sorted(persons, key=lambda each: (each.rank or last, staff_no_order(each.staff_no)))


def _has_place(scheme: Scheme, candidate: _Candidate) -> bool:
    return candidate.status is Status.COMPLETE and is_ranked(scheme, candidate.result)
