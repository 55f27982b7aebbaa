"""建议等次: proposals from stored results under the scheme that scored them. People decide, never the program."""

from __future__ import annotations

from typing import Any

from app.domain.grading import PersonProposal, Pool, Proposal, propose
from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.computing import decided_grades
from app.services.schemes import scheme_numbered
from app.storage.database import Database
from app.storage.evaluations import read_evaluation, read_results
from app.storage.facts import read_facts
from app.storage.staleness import is_stale


def grade(book: Database, period: Period) -> Proposal:
    """The proposals of a computed period. Raises AppError("not-computed")."""
    with book.reading() as session:
        saved = read_evaluation(session, period)
        if saved is None:
            raise AppError("not-computed", period=period.title, written=period.code)
        scheme = scheme_numbered(session, saved.scheme).scheme
        results = read_results(session, period)
        facts = read_facts(session, period.year)
        decided = decided_grades(session, period)
    return propose(scheme, period, facts, results, decided)


def grade_document(book: Database, period: Period) -> dict[str, Any]:
    """The JSON document of contract section 5."""
    proposal = grade(book, period)
    with book.reading() as session:
        saved = read_evaluation(session, period)
        stale = saved is None or is_stale(session, saved)
    return {
        "period": period.code,
        "stale": stale,
        "pools": [_pool(each) for each in proposal.pools],
        "persons": [_person(each) for each in proposal.persons],
    }


def _pool(pool: Pool) -> dict[str, Any]:
    return {
        "pool": pool.pool,
        "size": pool.size,
        "grades": [
            {
                "grade": each.grade,
                "limit": each.limit,
                "share": each.share or None,
                "rounding": each.rounding,
                "proposed": each.proposed,
                "decided": each.decided,
            }
            for each in pool.grades
        ],
        "on_the_line": list(pool.on_the_line),
        "outside": dict(pool.outside),
    }


def _person(person: PersonProposal) -> dict[str, Any]:
    return {
        "staff_no": person.staff_no,
        "name": person.name,
        "pool": person.pool,
        "total": None if person.total is None else f"{person.total:f}",
        "rank": person.rank,
        "proposed_grade": person.proposed_grade or None,
        "barred": [{"grade": each.grade, "code": each.code, "reason": each.reason} for each in person.barred],
        "decided_grade": person.decided_grade or None,
        "notes": list(person.notes),
    }
