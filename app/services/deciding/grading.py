"""建议等次: proposals from stored results under the scheme that scored them. People decide, never the program."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from app.domain.facts import Facts, PersonResult
from app.domain.formula.formulas import Call, Expression, Named
from app.domain.grades.deciding import grade_word
from app.domain.grades.grading import PersonProposal, Pool, Proposal, propose
from app.domain.periods import Kind, Period
from app.domain.problems import AppError, Forbidden
from app.domain.schemes import Scheme
from app.services.schemes import scheme_numbered
from app.services.scoring.computing import decided_grades
from app.storage.database import Database
from app.storage.evaluations import SavedEvaluation, read_evaluation, read_results
from app.storage.facts import read_facts, read_persons
from app.storage.session import Session
from app.storage.staleness import is_stale

_OF_PERSONS = frozenset({"次数", "月数", "季度数", "半年数", "总分", "在岗月数", "在岗比例", "离岗天数"})
"""What a 前提 may ask for without any figure of the year."""


class Basis(NamedTuple):
    """What proposals are made from: a computed period with its scheme, its results, and what its 前提 ask of the year."""

    saved: SavedEvaluation
    scheme: Scheme
    results: tuple[PersonResult, ...]
    facts: Facts

    def propose(self, decided: Mapping[str, str], fixed: Mapping[str, str] = MappingProxyType({})) -> Proposal:
        """The proposals where these grades are decided, or fixed."""
        return propose(self.scheme, self.saved.period, self.facts, self.results, decided, fixed=fixed)


def basis_of(session: Session, period: Period) -> Basis:
    """The basis of a period's newest issue. Raises Forbidden("not-computed")."""
    saved = read_evaluation(session, period)
    if saved is None:
        raise Forbidden("not-computed", period=period.title, written=period.code)
    scheme = scheme_numbered(session, saved.scheme).scheme
    read = read_facts if _asks_for_figures(scheme, period.kind) else read_persons
    return Basis(saved, scheme, read_results(session, period), read(session, period.year))


def _asks_for_figures(scheme: Scheme, kind: Kind) -> bool:
    """Whether any 前提 of that kind of period looks at more than the person, the total and the grades of inner periods."""
    conditions = [row.condition for row in scheme.grades if row.kind is kind and row.condition is not None]
    return any(_looks_further(part) for each in conditions for part in each.walk())


def _looks_further(part: Expression) -> bool:
    if isinstance(part, Named):
        return part.reference.kind != "field" and part.reference.key not in _OF_PERSONS
    return isinstance(part, Call) and part.function not in _OF_PERSONS


def grade(book: Database, period: Period) -> Proposal:
    """The proposals of a computed period. Raises Forbidden("not-computed")."""
    with book.reading() as session:
        basis = basis_of(session, period)
        decided = decided_grades(session, period)
    return basis.propose(decided)


class Move(NamedTuple):
    """Somebody whose proposed grade is another one once a person is moved."""

    staff_no: str
    name: str
    before: str
    after: str


class WhatIf(NamedTuple):
    """What follows if a person had a grade: who moves, how many places of that grade are left, and what bars it.

    ``left`` is below zero where the grade would go over its quota, None where it has none.
    """

    staff_no: str
    name: str
    before: str
    grade: str
    left: int | None
    moved: tuple[Move, ...]
    bars: tuple[str, ...]


def what_if(book: Database, period: Period, staff_no: str, grade: str) -> WhatIf:
    """What follows if this person had this grade. Raises AppError: not computed, nobody such, no such grade."""
    with book.reading() as session:
        basis = basis_of(session, period)
        decided = decided_grades(session, period)
    before = {each.staff_no: each for each in basis.propose(decided).persons}
    person = before.get(staff_no)
    if person is None:
        raise AppError("no-result-for-person", period=period.title, staff_no=staff_no)
    words = tuple(row.grade for row in basis.scheme.grades_of(person.pool, period.kind))
    word = grade_word(grade, words)
    if not word:
        grades = "、".join(words)
        raise AppError("decision-grade-unknown", pool=person.pool, kind=period.kind.word, grades=grades, value=grade)
    after = basis.propose(decided, {staff_no: word})
    pool = next((each for each in after.pools if each.pool == person.pool), None)
    row = next((each for each in pool.grades if each.grade == word), None) if pool else None
    moved = (
        Move(each.staff_no, each.name, before[each.staff_no].proposed_grade, each.proposed_grade)
        for each in after.persons
        if each.staff_no != staff_no and each.proposed_grade != before[each.staff_no].proposed_grade
    )
    return WhatIf(
        staff_no,
        person.name,
        person.proposed_grade,
        word,
        None if row is None or row.limit is None else row.limit - row.proposed,
        tuple(moved),
        tuple(bar.reason for bar in person.barred if bar.grade == word),
    )


def what_if_document(answer: WhatIf) -> dict[str, Any]:
    """What follows, as JSON values."""
    moved = [each._asdict() for each in answer.moved]
    return {**answer._asdict(), "moved": moved, "bars": list(answer.bars)}


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
