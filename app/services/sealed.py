"""Early answers about seals. What is forgotten here is still refused when the transaction ends (``storage/sealed``)."""

from __future__ import annotations

from app.domain.periods import Period
from app.domain.problems import Forbidden, Problem, Source
from app.storage.closing import issue_seal
from app.storage.evaluations import newest_issue
from app.storage.sealed import sealed_around
from app.storage.session import Session


def refuse_if_sealed(session: Session, *periods: Period, told: str = "里面的内容") -> None:
    """Raises Forbidden("period-sealed") where one of the periods is sealed, or lies in a period that is."""
    for period in periods:
        found = sealed_around(session, period)
        if found is not None:
            raise Forbidden("period-sealed", **_values(*found, told))


def sealed_problem(
    session: Session, period: Period, source: Source = Source(), *, told: str = "里面的内容"
) -> Problem | None:
    """The same as a fault of a sheet, to be told with all the others; None where the period may change."""
    found = sealed_around(session, period)
    return None if found is None else Problem("period-sealed", source, period.code, _values(*found, told))


def seal_mark(session: Session, period: Period, issue: int | None = None) -> str:
    """What printed things show: the first twelve signs of the seal of an issue (the newest unless told), or nothing."""
    number = newest_issue(session, period) if issue is None else issue
    seal = issue_seal(session, period, number or 0)
    return "" if seal is None else seal.digest[:12]


def _values(period: Period, issue: int, told: str) -> dict[str, str]:
    return {"period": period.title, "issue": str(issue), "written": period.code, "told": told}
