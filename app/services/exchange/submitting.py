"""上报: the package of a computed period for the higher court."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from app import __version__
from app.domain.entries import State
from app.domain.facts import PersonResult, Status
from app.domain.periods import Period
from app.domain.problems import Problem
from app.domain.roster import staff_no_order
from app.domain.schemes import Scheme
from app.services.books import court_of
from app.services.exchange.package_figures import by_set, shares
from app.services.progress import Report, unheard
from app.services.schemes import scheme_numbered
from app.services.scoring.computing import decided_grades
from app.services.scoring.reckoning import up_to_date
from app.services.scoring.results import results_document
from app.sheets.package_sheet import Document, write_package
from app.storage.database import Database
from app.storage.settings import read_settings

_FROM_RESULTS = ("court", "period", "issue", "scheme", "scheme_version", "engine_version", "computed_at")


@dataclass(frozen=True, slots=True)
class PackageReview:
    """What a package would tell, before it is written, and what its reader should know first."""

    document: Document
    warnings: tuple[Problem, ...]

    @property
    def sets(self) -> list[dict[str, Any]]:
        """By indicator set, all divisions together: counts, sum and mean."""
        return by_set(self.document["summary"])

    @property
    def grades(self) -> list[dict[str, Any]]:
        """By 等次池 and grade: people, of them decided, share."""
        return shares(self.document["grades"])


def submit(
    book: Database, period: Period, path: Path, *, with_persons: bool = True, report: Report | None = None
) -> Document:
    """Write the package; gives its document. Raises Forbidden where the period is not computed, or no longer up to date.

    ``with_persons``: with a sheet of everybody, by staff number and without places; else figures of groups only.
    """
    tell = report or unheard
    tell(0, 2, "汇总得分")
    document = package_document(book, period, with_persons=with_persons)
    tell(1, 2, f"写入 {path.name}")
    write_package(Path(path), document)
    return document


def review_package(book: Database, period: Period) -> PackageReview:
    """What the package of a period would tell. Raises Forbidden as ``submit`` does."""
    document = package_document(book, period)
    return PackageReview(document, tuple(_warnings(document, period)))


def _warnings(document: Document, period: Period) -> Iterator[Problem]:
    if not document["head"]["sealed"]:
        yield Problem("package-not-sealed", values={"period": period.title}, warning=True)
    gaps = sum(each["people"] for each in document["missing"])
    if gaps:
        yield Problem("package-has-gaps", values={"count": str(gaps)}, warning=True)
    undecided = sum(each["proposed"] for each in document["grades"])
    if undecided:
        yield Problem("package-grades-open", values={"count": str(undecided)}, warning=True)


def package_document(book: Database, period: Period, *, with_persons: bool = True) -> Document:
    """What a package of the period tells. Raises Forbidden as ``submit`` does."""
    with book.reading() as session:
        saved, results = up_to_date(session, period, "上报")
        decided = decided_grades(session, period)
        scheme = scheme_numbered(session, saved.scheme).scheme
        mark = read_settings(session).get("book", "")
    by_number = sorted(results, key=lambda each: staff_no_order(each.staff_no))
    order = {name: at for at, name in enumerate(dict.fromkeys(each.set_name for each in results))}
    by_set = sorted(by_number, key=lambda each: order[each.set_name])
    return {
        "head": _head(book, period, mark),
        "summary": _summary(by_set, decided),
        "grades": _grades(by_set, decided, scheme),
        "missing": _missing(by_set),
        "persons": [_person(each, decided) for each in by_set] if with_persons else [],
    }


def _head(book: Database, period: Period, mark: str) -> dict[str, Any]:
    told, court = results_document(book, period), court_of(book)
    return {
        **{name: told[name] for name in _FROM_RESULTS},
        "code": court.code,
        "level": court.level,
        "book": mark,
        "program_version": __version__,
        "sealed": bool(told["sealed"]),
        "seal": str(told.get("seal") or ""),
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _summary(results: Sequence[PersonResult], decided: dict[str, str]) -> list[dict[str, Any]]:
    """One row for each division and indicator set, divisions together, in the order in which they first appear."""
    divisions = dict.fromkeys(each.division for each in results)
    groups: dict[tuple[str, str], list[PersonResult]] = {}
    for each in results:
        groups.setdefault((each.division, each.set_name), []).append(each)
    rows = [(key, people) for name in divisions for key, people in groups.items() if key[0] == name]
    return [{"division": key[0], "set": key[1], **_figures(people, decided)} for key, people in rows]


def _figures(people: Iterable[PersonResult], decided: dict[str, str]) -> dict[str, Any]:
    people = list(people)
    count = Counter(each.status for each in people)
    totals = [each.total for each in people if each.status is Status.COMPLETE and each.total is not None]
    grades = Counter(grade for each in people if (grade := decided.get(each.staff_no) or each.proposed_grade))
    return {
        "people": len(people),
        "complete": count[Status.COMPLETE],
        "incomplete": count[Status.INCOMPLETE],
        "not_evaluated": count[Status.NOT_EVALUATED],
        "undetermined": count[Status.UNDETERMINED],
        "sum": f"{sum(totals, Decimal(0)):f}",
        "grades": dict(grades),
    }


def _grades(results: Iterable[PersonResult], decided: dict[str, str], scheme: Scheme) -> list[dict[str, Any]]:
    """By pool in the order of the people, within it the best grade first, outcomes that are none last."""
    best_first = {grade: at for at, grade in enumerate(dict.fromkeys(row.grade for row in scheme.grades))}
    found: dict[tuple[str, str], Counter[str]] = {}
    for each in results:
        grade = decided.get(each.staff_no) or each.proposed_grade
        if grade:
            which = "decided" if each.staff_no in decided else "proposed"
            found.setdefault((each.pool, grade), Counter())[which] += 1
    pools = list(dict.fromkeys(pool for pool, _ in found))
    ordered = sorted(found, key=lambda key: (pools.index(key[0]), best_first.get(key[1], len(best_first))))
    return [
        {"pool": pool, "grade": grade, "decided": count["decided"], "proposed": count["proposed"]}
        for pool, grade in ordered
        for count in (found[pool, grade],)
    ]


def _missing(results: Iterable[PersonResult]) -> list[dict[str, Any]]:
    """Which indicators lack figures, and of how many people: what the package does not cover."""
    lacking = Counter(
        (each.set_name, node.code, node.label)
        for each in results
        for node in each.tree.parts()
        if node.kind == "leaf" and node.state is State.EMPTY
    )
    return [{"set": name, "code": code, "name": label, "people": n} for (name, code, label), n in lacking.items()]


def _person(result: PersonResult, decided: dict[str, str]) -> dict[str, Any]:
    return {
        "staff_no": result.staff_no,
        "name": result.name,
        "division": result.division,
        "set": result.set_name,
        "status": result.status.word,
        "total": None if result.total is None else f"{result.total:f}",
        "proposed_grade": result.proposed_grade,
        "decided_grade": decided.get(result.staff_no, ""),
    }


def submit_document(document: Document, path: Path, period: Period) -> dict[str, Any]:
    """What ``submit --json`` prints."""
    return {
        "file": str(path),
        "period": period.code,
        "issue": document["head"]["issue"],
        "people": sum(each["people"] for each in document["summary"]),
        "persons_listed": len(document["persons"]),
        "missing": document["missing"],
    }
