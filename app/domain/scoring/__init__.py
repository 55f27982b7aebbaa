"""核算: a pure function of scheme, period and facts. Its result is its explanation.

It never reads the book, never asks the clock, and gives the same answer everywhere.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from app import ENGINE_VERSION
from app.domain.explanation import Node
from app.domain.facts import Evaluation, Facts, PersonResult, Status
from app.domain.periods import Period
from app.domain.problems import Problem
from app.domain.ranking import Place, Standing, places
from app.domain.schemes import Scheme
from app.domain.scoring.awards import awards_counted_twice
from app.domain.scoring.court import Court, Member
from app.domain.scoring.evaluator import Evaluator, Finders, Summed
from app.domain.scoring.items import tell
from app.domain.scoring.leaves import rule_on, settle
from app.domain.scoring.totals import NO_LEAVES, sum_up

FINDERS = Finders(item=tell, rule=rule_on, leaf=settle, total=sum_up)


def evaluate(scheme: Scheme, period: Period, facts: Facts) -> Evaluation:
    """The scores of everybody with a posting in the period, ranked, in the order of contract section 5.

    Raises AppError("circle") with its path where figures depend on themselves.
    """
    with _nothing_thrown_away():
        court = Court(scheme, period, facts)
        evaluator = Evaluator(court, FINDERS)
        outcomes = {member.staff_no: _outcome(evaluator, member) for member in court.members}
        placed = places(scheme, (each.standing for each in outcomes.values()))
        results = tuple(_told(outcomes[staff_no], place) for staff_no, place in placed.items())
    return Evaluation(
        period=period,
        scheme=scheme.name,
        scheme_version=scheme.version,
        engine_version=ENGINE_VERSION,
        results=results,
        warnings=_warnings(court),
    )


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """No garbage collection meanwhile: all that is made here is kept, and walking over it again and again is quadratic."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            # Into the oldest generation unwalked: enabling alone would walk over all of it at once.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


class _Outcome(NamedTuple):
    """What a person's evaluation came to, before the places."""

    member: Member
    status: Status
    reason: str
    summed: Summed

    @property
    def standing(self) -> Standing:
        """What decides the place."""
        member, posting = self.member, self.member.posting
        pool = member.set.pool if member.set else ""
        return Standing(
            member.staff_no, self.status, member.set_name, pool, posting.division, posting.line, self.summed.total
        )


def _outcome(evaluator: Evaluator, member: Member) -> _Outcome:
    if not member.is_evaluated:
        return _Outcome(member, member.status, member.reason, Summed(_NO_TREE, None))
    summed = evaluator.total(member)
    status, reason = member.status, member.reason
    if summed.total is None:
        if status is Status.COMPLETE:
            status = Status.NOT_EVALUATED if summed.reason == NO_LEAVES else Status.INCOMPLETE
        reason = "；".join(each for each in (member.reason, summed.reason) if each)
    return _Outcome(member, status, reason, summed)


_NO_TREE = Node("total", "总分", "总分", None)


def _told(outcome: _Outcome, place: Place) -> PersonResult:
    """The person's result: who it is about, and what came out."""
    member, status, reason, summed = outcome
    posting = member.posting
    return PersonResult(
        staff_no=member.staff_no,
        name=member.person.name,
        division=posting.division,
        line=posting.line,
        category=posting.category,
        set_name=member.set_name,
        pool=member.set.pool if member.set else "",
        months_in_post=member.tenure.months_in_post,
        status=status,
        reason=reason,
        reason_code=member.reason_code,
        total=summed.total,
        tree=summed.tree._replace(reason=reason) if reason else summed.tree,
        rank=place.rank,
        pool_size=place.pool_size,
        veto=summed.veto,
        grade_limit=summed.grade_limit,
        notes=(*_notes(member), *summed.notes),
    )


def _notes(member: Member) -> tuple[str, ...]:
    """Two postings in a period: scored in the one longest in force, or by days; both are told."""
    postings = member.tenure.postings
    if len(postings) < 2 or len({(each.division, each.category, each.post) for each in postings}) < 2:
        return ()
    told = "；".join(
        f"{each.division} {each.post or each.category}（{each.start or '…'} 至 {each.end or '今'}）"
        for each in postings
    )
    if member.spells:
        spells = "、".join(f"{each.set.name}{len(each.days)}天" for each in member.spells)
        return (f"本期有多段任职，按天拆分计分（{spells}），名次在“{member.set_name}”内排：{told}",)
    return (f"本期有多段任职，按在任最久的“{member.posting.division}”计：{told}",)


def _warnings(court: Court) -> tuple[Problem, ...]:
    warnings = [
        Problem("no-set-fits", value=member.staff_no, values={"name": member.person.name}, warning=True)
        for member in court.members
        if member.set is None
    ]
    for case in court.casework.unmatched():
        values = {"number": case.number, "day": case.closed.isoformat()}
        warnings.append(Problem("case-unmatched", case.origin.source, case.number, values, warning=True))
    return (*warnings, *awards_counted_twice(court))


__all__ = ["FINDERS", "evaluate"]
