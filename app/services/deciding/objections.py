"""异议, 复核, 申诉: lodged against a person's result, answered by what was changed, never by overwriting a figure.

What was and what became of it stay together: the figures at lodging, and those at the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from app.domain.entries import Origin
from app.domain.facts import PersonResult
from app.domain.grades.decisions import Decision
from app.domain.objections import (
    OUTCOMES,
    UPHELD,
    Objection,
    Way,
    answer_until,
    conflicts,
    has_statutory_way,
    lodging_until,
)
from app.domain.periods import Period
from app.domain.problems import AppError, Barred, Forbidden, Problem, Refused
from app.domain.roster import Posting
from app.domain.schemes import Scheme
from app.services.changes import Changes
from app.services.schemes import scheme_numbered
from app.storage import objections as kept
from app.storage.closing import notices
from app.storage.database import Database
from app.storage.decisions import decisions
from app.storage.evaluations import SavedEvaluation, read_evaluation, read_result
from app.storage.roster import people, postings
from app.storage.session import Session
from app.storage.staleness import changed_since, is_stale


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """An objection with its days: until when it could be lodged and must be answered, and whether either was missed."""

    objection: Objection
    name: str
    division: str
    lodging_until: date | None
    answer_until: date
    late: bool
    overdue: bool


class Complaint(NamedTuple):
    """What a person brings forward: against what, why, since when known, lodged on which day; ``after``: an earlier one."""

    way: Way
    text: str
    lodged: date
    indicator: str = ""
    known: date | None = None
    after: int = 0


class Answer(NamedTuple):
    """What is answered: 成立 or 不成立, in which words and document, by whom, on which day."""

    outcome: str
    answer: str
    document: str
    reviewers: str
    answered: date


class _Case(NamedTuple):
    """What an objection is about."""

    saved: SavedEvaluation
    scheme: Scheme
    result: PersonResult
    decision: Decision | None
    posting: Posting | None


def lodge(book: Database, period: Period, staff_no: str, complaint: Complaint) -> tuple[ObjectionRow, Changes]:
    """Note an objection against the newest issue. One that comes too late is noted too: people decide on accepting it.

    Raises AppError: no such result, indicator or earlier objection, no text, days in no order; an appeal where the law
    opens none.
    """
    with book.transaction(f"{complaint.way}：{period.title} {staff_no}", kind="objection") as session:
        case = _case(session, period, staff_no)
        _check_complaint(case, complaint)
        _check_past("提出日期", complaint.lodged)
        _check_past("知道结果的日期", complaint.known)
        known = complaint.known or _signed(session, case.saved, staff_no)
        if known is not None and complaint.lodged < known:
            raise AppError("objection-before-known", lodged=complaint.lodged, known=known)
        if complaint.after:
            _earlier(session, complaint.after)
        made = Objection(
            number=kept.next_number(session),
            period=period,
            issue=case.saved.issue,
            staff_no=staff_no,
            way=complaint.way,
            statutory=_is_statutory(case, complaint.way),
            indicator=complaint.indicator,
            text=complaint.text.strip(),
            after=complaint.after,
            known=known,
            lodged=complaint.lodged,
            figures_before=_figures(case, complaint.indicator),
        )
        kept.objections.write(session, [made])
        row = _row(session, made)
    return row, Changes(decisions=True)


def _check_complaint(case: _Case, complaint: Complaint) -> None:
    if not complaint.text.strip():
        raise AppError("objection-text-needed")
    if complaint.indicator and case.result.tree.find(complaint.indicator) is None:
        codes = "、".join(node.code for node in case.result.tree.parts())
        period = case.saved.period.title
        raise AppError(
            "objection-indicator-unknown",
            staff_no=case.result.staff_no,
            period=period,
            value=complaint.indicator,
            codes=codes,
        )
    if complaint.way == Way.APPEAL and not _is_statutory(case, complaint.way):
        grade = case.decision.grade if case.decision else "（未评定）"
        grades = case.scheme.setting("法定复核等次")
        raise AppError("objection-not-statutory", staff_no=case.result.staff_no, grade=grade, grades=grades)


def _is_statutory(case: _Case, way: Way) -> bool:
    """Whether the law's days run (公务员法 art. 95): not for a mere 异议, and only against the grades that it names."""
    if way == Way.OBJECTION or case.decision is None:
        return False
    establishment = case.posting.establishment if case.posting else ""
    return has_statutory_way(case.scheme, case.decision.grade, case.result.category, establishment)


def _case(session: Session, period: Period, staff_no: str, issue: int | None = None) -> _Case:
    saved = read_evaluation(session, period, issue)
    if saved is None:
        raise Forbidden("not-computed", period=period.title, written=period.code)
    result = read_result(session, period, staff_no, saved.issue)
    if result is None:
        raise AppError("no-result-for-person", period=period.title, staff_no=staff_no)
    told = decisions.read(session, period=period, issue=saved.issue, staff_no=staff_no)
    fitting = [each for each in postings.read(session, staff_no=staff_no) if each.division == result.division]
    scheme = scheme_numbered(session, saved.scheme).scheme
    return _Case(saved, scheme, result, next(iter(told), None), fitting[-1] if fitting else None)


def _signed(session: Session, saved: SavedEvaluation, staff_no: str) -> date | None:
    told = notices.read(session, period=saved.period, issue=saved.issue, staff_no=staff_no)
    return told[0].signed if told else None


def _figures(case: _Case, indicator: str) -> dict[str, str]:
    """What stands at that moment, as texts; an indicator by its score."""
    result = case.result
    figures = {
        "issue": str(case.saved.issue),
        "total": "" if result.total is None else f"{result.total:f}",
        "rank": "" if result.rank is None else str(result.rank),
        "proposed_grade": result.proposed_grade,
        "decided_grade": case.decision.grade if case.decision else "",
    }
    node = result.tree.find(indicator) if indicator else None
    if node is not None:
        figures["score"] = "" if node.score is None else f"{node.score:f}"
    return figures


def _earlier(session: Session, number: int) -> Objection:
    found = kept.objections.read(session, number=number)
    if not found:
        raise AppError("objection-missing", number=number)
    return found[0]


_OF_STATE = frozenset({"objection-nothing-changed", "objection-not-recomputed"})
"""What no other answer mends, only a change in the book."""


def accept(book: Database, number: int, day: date, *, extended: bool = False) -> tuple[ObjectionRow, Changes]:
    """Note on which day it was accepted; ``extended``: it is complex, so that an appeal may take the further days."""
    with book.transaction(f"受理第{number}号", kind="objection") as session:
        told = _open(session, number)
        _check_order("受理日期", day, "提出日期", told.lodged)
        _check_past("受理日期", day)
        changed = replace(told, accepted=told.accepted or day, extended=extended or told.extended, origin=Origin())
        kept.objections.write(session, [changed])
        row = _row(session, changed)
    return row, Changes(decisions=True)


def _open(session: Session, number: int) -> Objection:
    told = _earlier(session, number)
    if told.answered is not None:
        raise Forbidden("objection-answered", number=number, day=told.answered)
    return told


def _check_order(later: str, day: date, earlier: str, before: date) -> None:
    if day < before:
        raise AppError("objection-day-order", later=later, earlier=earlier, day=before)


def _check_past(what: str, day: date | None) -> None:
    """What people did, they did today at the latest."""
    if day is not None and day > date.today():
        raise AppError("objection-day-ahead", what=what, day=day, today=date.today())


def answer(book: Database, number: int, told: Answer) -> tuple[ObjectionRow, Changes]:
    """Answer an objection. 成立 needs a change since it was lodged — of an input, by a ruling, or a new decision — and a
    computing that saw it. Raises Refused with all that is missing or wrong, Barred where nothing was changed or computed
    again yet; AppError where it is answered already.
    """
    with book.transaction(f"答复第{number}号：{told.outcome}", kind="objection") as session:
        objection = _open(session, number)
        _check_order("答复日期", told.answered, "提出日期", objection.accepted or objection.lodged)
        _check_past("答复日期", told.answered)
        problems = tuple(_answer_faults(session, objection, told))
        if any(each.code in _OF_STATE for each in problems):
            raise Barred(problems, "input-refused")
        if problems:
            raise Refused(problems)
        case = _case(session, objection.period, objection.staff_no)
        changed = replace(
            objection,
            accepted=objection.accepted or told.answered,
            answered=told.answered,
            outcome=told.outcome,
            answer=told.answer.strip(),
            document=told.document.strip(),
            reviewers=told.reviewers.strip(),
            figures_after=_figures(case, objection.indicator),
            origin=Origin(),
        )
        kept.objections.write(session, [changed])
        row = _row(session, changed)
    return row, Changes(decisions=True)


def _answer_faults(session: Session, objection: Objection, told: Answer) -> Iterator[Problem]:
    if told.outcome not in OUTCOMES:
        raise ValueError(told.outcome)
    if not told.document.strip():
        yield Problem("objection-document-needed")
    if not told.reviewers.strip():
        yield Problem("objection-reviewer-needed")
    barred = conflicts(
        told.reviewers, "、".join(_first_deciders(session, objection)), _name(session, objection.staff_no)
    )
    if barred:
        yield Problem("objection-reviewer-barred", value=told.reviewers, values={"names": "、".join(barred)})
    if told.outcome == UPHELD:
        yield from _unchanged(session, objection)


def _unchanged(session: Session, objection: Objection) -> Iterator[Problem]:
    period = objection.period
    values = {"period": period.title, "written": period.code}
    saved = read_evaluation(session, period)
    if not changed_since(session, period, kept.lodging_step(session, objection.number)):
        yield Problem("objection-nothing-changed", values=values)
    elif saved is None or is_stale(session, saved):
        yield Problem("objection-not-recomputed", values=values)


def _first_deciders(session: Session, objection: Objection) -> Iterator[str]:
    """Who decided on the person in that issue or before, and who answered those that this one goes on from."""
    for each in decisions.read(session, period=objection.period, staff_no=objection.staff_no):
        if each.issue <= objection.issue and each.present:
            yield each.present
    number = objection.after
    while number:
        earlier = _earlier(session, number)
        yield earlier.reviewers
        number = earlier.after


def _name(session: Session, staff_no: str) -> str:
    return people.read(session, staff_no=staff_no)[0].name


def _row(session: Session, objection: Objection, today: date | None = None) -> ObjectionRow:
    case = _case(session, objection.period, objection.staff_no, objection.issue)
    reviewed = _earlier(session, objection.after).answered if objection.after else None
    until = lodging_until(
        case.scheme, objection.way, statutory=objection.statutory, known=objection.known, reviewed=reviewed
    )
    due = answer_until(case.scheme, objection)
    ended = objection.answered or today or date.today()
    return ObjectionRow(
        objection,
        case.result.name,
        case.result.division,
        until,
        due,
        late=until is not None and objection.lodged > until,
        overdue=ended > due,
    )


def objections(
    book: Database, period: Period | None = None, *, staff_no: str | None = None, today: date | None = None
) -> tuple[ObjectionRow, ...]:
    """The objections of the book, of a period, or of a person (the person's page), the oldest first."""
    filters: dict[str, object] = {}
    if period is not None:
        filters["period"] = period
    if staff_no is not None:
        filters["staff_no"] = staff_no
    with book.reading() as session:
        return tuple(_row(session, each, today) for each in kept.objections.read(session, **filters))


def objection_document(row: ObjectionRow) -> dict[str, Any]:
    """One objection as JSON values."""
    told = row.objection
    return {
        "number": told.number,
        "period": told.period.code,
        "issue": told.issue,
        "staff_no": told.staff_no,
        "name": row.name,
        "division": row.division,
        "way": str(told.way),
        "statutory": told.statutory,
        "indicator": told.indicator or None,
        "text": told.text,
        "after": told.after or None,
        "step": told.step.value,
        "known": _iso(told.known),
        "lodged": _iso(told.lodged),
        "lodging_until": _iso(row.lodging_until),
        "late": row.late,
        "accepted": _iso(told.accepted),
        "extended": told.extended,
        "answer_until": _iso(row.answer_until),
        "overdue": row.overdue,
        "answered": _iso(told.answered),
        "outcome": told.outcome or None,
        "answer": told.answer or None,
        "document": told.document or None,
        "reviewers": told.reviewers or None,
        "figures_before": _figures_document(told.figures_before),
        "figures_after": _figures_document(told.figures_after) if told.figures_after else None,
    }


def _figures_document(figures: Mapping[str, str]) -> dict[str, Any]:
    """What stood at a moment, with the names and kinds that it has in ``results``; ``score`` of the indicator in question."""
    whole = {"issue", "rank"}
    return {name: int(told) if told and name in whole else told or None for name, told in figures.items()}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
