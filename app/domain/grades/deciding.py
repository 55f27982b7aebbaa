"""What a body may decide, and what no body can (contract, section 4, 等次; 4.1, 12).

Bars, which are refused: a grade that the pool does not have; better than a veto leaves (一票否决, 等次上限); a quota exceeded
without the number of an approving document (《公务员考核规定》: up to 25 % with approval); a 前提 that is not met, where sheet
方案 says 前提须符合. Advice, against which a body decides with 理由: the minimum score, any other 前提, a tie on the line,
an incomplete total, and the state that sheet 参加考核 found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from app.domain.approvals import approved_shares
from app.domain.facts import PersonResult
from app.domain.grades.decisions import Decision, names_in
from app.domain.grades.grading import OUTSIDE, PersonProposal, Proposal
from app.domain.schemes import Scheme
from app.domain.words import plain

CODES: dict[str, tuple[str, ...]] = {"不确定等次": ("5", "5A", "5B", "5C"), "不进行考核": ("6", "6A", "6B")}
"""代码 of the two outcomes that are no grade (code table ZB18, 考核结论): 5A 试用期, 5B 立案未结, 5C 处分期间, 6A 病事假超过半年."""


class DecisionFault(NamedTuple):
    """What keeps a decision from being taken: whose, in which field, which sentence, with what in it."""

    staff_no: str
    field: str
    code: str
    values: dict[str, str]


class Standing(NamedTuple):
    """What one person's decision is held against."""

    proposal: PersonProposal
    result: PersonResult
    grades: tuple[str, ...]


def grade_word(told: str, grades: Iterable[str]) -> str:
    """The grade, or the outcome that is none, as the scheme writes it; empty for a word that is neither."""
    return next((word for word in (*grades, *OUTSIDE) if plain(word) == plain(told)), "")


def person_faults(scheme: Scheme, decision: Decision, standing: Standing) -> Iterator[DecisionFault]:
    """What is wrong with one decision by itself; its grade is one of the pool's, or an outcome."""
    staff_no, grade = decision.staff_no, decision.grade
    if differs(decision, standing) and not decision.reason:
        proposed = standing.proposal.proposed_grade or "（无）"
        yield DecisionFault(staff_no, "reason", "decision-without-reason", {"grade": grade, "proposed": proposed})
    limit, order = standing.result.grade_limit, standing.grades
    if limit in order and grade in order and order.index(grade) < order.index(limit):
        yield DecisionFault(staff_no, "grade", "decision-over-veto", {"veto": standing.result.veto, "limit": limit})
    if scheme.setting("前提须符合"):
        for bar in standing.proposal.barred:
            if bar.grade == grade and bar.code == "condition":
                yield DecisionFault(staff_no, "grade", "decision-over-condition", {"reason": bar.reason})
    codes = CODES.get(grade, ())
    if decision.code and decision.code not in codes:
        told = "、".join(codes) or "不写代码"
        yield DecisionFault(staff_no, "code", "decision-code-unknown", {"grade": grade, "codes": told})
    least = scheme.setting("会议到会人数")
    present = len(names_in(decision.present))
    if least is not None and present < least:
        yield DecisionFault(
            staff_no, "present", "decision-too-few-present", {"count": str(present), "least": f"{least}"}
        )


def differs(decision: Decision, standing: Standing) -> bool:
    """Whether a decision is another than what was proposed; an outcome that is no grade, than the state that was found.

    A proposal may have moved since the computing because somebody else was decided 不进行考核; both count as proposed.
    """
    if decision.grade in OUTSIDE:
        return standing.result.status is not OUTSIDE[decision.grade]
    return decision.grade not in (standing.proposal.proposed_grade, standing.result.proposed_grade)


class QuotaExcess(NamedTuple):
    """A grade that has more people than its quota: ``given`` without an approval, or over what approval allows."""

    pool: str
    grade: str
    size: int
    limit: int
    given: int
    staff: tuple[str, ...]
    share: str = ""


def quota_excesses(scheme: Scheme, proposal: Proposal, decided: Iterable[Decision]) -> Iterator[QuotaExcess]:
    """Where quotas are exceeded; ``proposal`` is made with these decisions, so that 不进行考核 stands outside its sizes.

    Whoever's decision names an approving document does not count against the quota.
    """
    pools = {person.staff_no: person.pool for person in proposal.persons}
    by_grade: defaultdict[tuple[str, str], list[Decision]] = defaultdict(list)
    for each in decided:
        if each.staff_no in pools:
            by_grade[pools[each.staff_no], each.grade].append(each)
    shares = approved_shares(scheme.setting("批准后比例上限"))
    for pool in proposal.pools:
        for row in pool.grades:
            given = by_grade[pool.pool, row.grade]
            bare = tuple(each.staff_no for each in given if not each.approval)
            if row.limit is not None and len(bare) > row.limit:
                yield QuotaExcess(pool.pool, row.grade, pool.size, row.limit, len(bare), bare)
            text, share = shares.get(plain(row.grade), ("", None))
            if row.limit is not None and share is not None and len(given) > max(row.limit, int(share * pool.size)):
                staff = tuple(each.staff_no for each in given if each.approval)
                most = max(row.limit, int(share * pool.size))
                yield QuotaExcess(pool.pool, row.grade, pool.size, most, len(given), staff, text)


def without_new_reason(decided: Iterable[Decision], proposals: Mapping[str, PersonProposal]) -> tuple[str, ...]:
    """Whose decision has no 理由 although a later computing proposes another grade than the one that was decided upon."""
    return tuple(
        each.staff_no
        for each in decided
        if not each.reason
        and each.grade not in OUTSIDE
        and each.staff_no in proposals
        and proposals[each.staff_no].proposed_grade not in (each.grade, each.proposed)
    )
