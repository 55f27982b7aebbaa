"""办结: sealing a period, and opening it again as the next issue (contract, section 4.1, 12)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.domain.closing import Reopening, Seal
from app.domain.entries import Origin
from app.domain.periods import Period
from app.domain.problems import AppError, Barred, Forbidden, Problem
from app.services.changes import Changes
from app.services.deciding.standing import problem_document, standing_in
from app.services.sealed import refuse_if_sealed, seal_mark, sealed_problem
from app.storage.closing import issue_seal, reopenings, sealed_periods, seals
from app.storage.database import Database
from app.storage.decisions import decisions
from app.storage.evaluations import copy_issue, read_evaluation
from app.storage.sealing import FORM, seal_parts, whole_digest
from app.storage.session import Session

__all__ = ["Closed", "IssueRow", "Reopened", "close_period", "issue_rows", "refuse_if_sealed", "reopen_period",
           "seal_mark", "sealed_problem"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Closed:
    """A period that was closed, and its seal; ``hints``: what was not finished and stopped nothing."""

    period: Period
    issue: int
    seal: Seal
    changes: Changes
    hints: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reopened:
    """A period that was opened again, and the number of the issue that this began."""

    period: Period
    issue: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue of a period: why it began, and its seal if it has one."""

    period: Period
    issue: int
    reason: str
    computed_at: str
    seal: Seal | None


def close_period(book: Database, period: Period, *, today: date | None = None) -> Closed:
    """Seal a period. Raises Forbidden where it is sealed already, Barred with all that is missing."""
    with book.transaction(f"办结{period.title}", kind="close") as session:
        told = standing_in(session, period, today or date.today())
        if told.seal is not None:
            raise Forbidden("already-sealed", period=period.title, issue=told.issue)
        _refuse("not-closable", period, told.missing)
        seal = _sealed(session, period, told.issue)
        seals.write(session, [seal])
    return Closed(period, told.issue, seal, Changes(results=True, decisions=True), told.hints)


def _sealed(session: Session, period: Period, issue: int) -> Seal:
    saved = read_evaluation(session, period, issue)
    engine = saved.engine_version if saved else ""
    parts = seal_parts(session, period, issue)
    return Seal(period, issue, FORM, whole_digest(period, issue, engine, parts), parts, engine)


def reopen_period(book: Database, period: Period, *, reason: str) -> Reopened:
    """Open a sealed period again: the next issue begins with the results and decisions of the one that stays sealed.

    Its decisions stand until a body decides otherwise: an objection of one person is no reason to decide on all anew.
    Raises AppError without a reason, Forbidden where it is not sealed, Barred with the sealed periods around it.
    """
    if not reason.strip():
        raise AppError("reason-needed")
    with book.transaction(f"重新打开{period.title}：{reason.strip()}", kind="reopen") as session:
        closed = sealed_periods(session)
        if period not in closed:
            raise Forbidden("not-sealed", period=period.title)
        outer = [each for each in closed if each != period and each.contains(period)]
        outer.sort(key=lambda each: -each.kind)
        _refuse("not-reopened", period, tuple(_outer_problem(each, period) for each in outer))
        old, new = closed[period].issue, closed[period].issue + 1
        copy_issue(session, period, old, new)
        # The same decision of the same import: only the issue is another one.
        kept = decisions.read(session, period=period, issue=old)
        decisions.write(session, [replace(each, issue=new) for each in kept])
        reopenings.write(session, [Reopening(period, new, reason.strip(), Origin())])
    return Reopened(period, new, Changes(results=True, decisions=True))


def _outer_problem(outer: Period, period: Period) -> Problem:
    values = {"outer": outer.title, "period": period.title, "written": outer.code}
    return Problem("outer-sealed", value=outer.code, values=values)


def _refuse(code: str, period: Period, problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Barred(problems, code, period=period.title)


def issue_rows(book: Database, period: Period) -> tuple[IssueRow, ...]:
    """Every issue of a period, the oldest first."""
    rows: list[IssueRow] = []
    with book.reading() as session:
        reasons = {each.issue: each.reason for each in reopenings.read(session, period=period)}
        newest = read_evaluation(session, period)
        for number in range(1, (newest.issue if newest else 0) + 1):
            saved = read_evaluation(session, period, number)
            if saved is not None:
                seal = issue_seal(session, period, number)
                rows.append(IssueRow(period, number, reasons.get(number, ""), saved.computed_at, seal))
    return tuple(rows)


def closed_document(closed: Closed) -> dict[str, Any]:
    """What closing came to, as JSON values."""
    return {
        "period": closed.period.code,
        "issue": closed.issue,
        "seal": closed.seal.digest,
        "parts": dict(closed.seal.parts),
        "engine_version": closed.seal.engine_version,
        "hints": [problem_document(each) for each in closed.hints],
    }
