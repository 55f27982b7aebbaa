"""方案 in the book: every version of each, and which one a period uses (contract, section 4.1, 11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from app.domain.entries import Origin
from app.domain.periods import Period
from app.domain.problems import AppError, Refused
from app.domain.scheme.check import build_scheme
from app.domain.schemes import Scheme, SchemeText
from app.storage.schemes import add_scheme, read_schemes, scheme_in_force
from app.storage.session import Session


@dataclass(frozen=True)
class SchemeVersion:
    """One version of a scheme; ``number`` grows with every version taken in. Built only when it is asked."""

    number: int
    year: int
    name: str
    text: SchemeText
    origin: Origin = Origin()

    @cached_property
    def scheme(self) -> Scheme:
        """The scheme. Raises Refused where a program with stricter checks finds faults in a stored text."""
        scheme, problems = build_scheme(self.text)
        if scheme is None:
            raise Refused(tuple(each for each in problems if not each.warning), "scheme-no-longer-sound")
        return scheme


def scheme_versions(session: Session) -> tuple[SchemeVersion, ...]:
    """Every version of every scheme, oldest first."""
    stored = read_schemes(session)
    return tuple(SchemeVersion(each.id, each.year, each.name, each.text, each.origin) for each in reversed(stored))


def applicable(versions: Iterable[SchemeVersion], period: Period | None) -> SchemeVersion | None:
    """The newest version of the period's year; none: of the newest earlier year; no period: the newest of all."""
    fitting = (each for each in versions if period is None or each.year <= period.year)
    return max(fitting, key=lambda each: (each.year, each.number), default=None)


def scheme_of(session: Session, period: Period) -> SchemeVersion:
    """The scheme that a period uses now. Raises AppError("scheme-missing") where there is none."""
    stored = scheme_in_force(session, period.year)
    if stored is None:
        raise AppError("scheme-missing", year=period.year, period=period.title)
    return SchemeVersion(stored.id, stored.year, stored.name, stored.text)


def store_scheme(session: Session, text: SchemeText, batch: str) -> None:
    """Add a checked scheme workbook as the newest version of its year."""
    scheme, problems = build_scheme(text)
    if scheme is None:
        raise Refused(problems)
    add_scheme(session, text, year=scheme.year, name=scheme.name, version=scheme.version, batch=batch)


def scheme_numbered(session: Session, number: int) -> SchemeVersion:
    """The version with this number, which a computed period remembers. Raises KeyError where there is none."""
    for each in read_schemes(session):
        if each.id == number:
            return SchemeVersion(each.id, each.year, each.name, each.text)
    raise KeyError(number)
