"""业绩档案: one PDF volume a person and year, made from what is stored; with a manifest that says what was made."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from app.domain.facts import Status
from app.domain.numbers import half_up
from app.domain.periods import Kind, Period
from app.domain.problems import AppError, Forbidden
from app.domain.roster import Absence, staff_no_order
from app.domain.schemes import Scheme
from app.reports.archive import Material, PeriodPart, Volume
from app.services.folders import folder_at
from app.services.papers.manifests import VolumeMade, write_manifest
from app.services.papers.printing import Order, print_volumes
from app.services.progress import Report, unheard
from app.services.records.evidence import evidence_lines
from app.services.schemes import scheme_numbered
from app.storage import roster
from app.storage.closing import seals
from app.storage.database import Database
from app.storage.decisions import Decision, decisions
from app.storage.evaluations import SavedEvaluation, read_evaluations, read_result
from app.storage.monthly_records import monthly_records
from app.storage.results import ResultHead, read_heads
from app.storage.session import Session
from app.storage.settings import read_court
from app.storage.staleness import is_stale

_FORBIDDEN = '\\/:*?"<>|\t\r\n'


@dataclass(frozen=True, slots=True)
class ArchiveReport:
    """What was made; ``missing`` tells for each staff number what its volume should hold and does not."""

    volumes: tuple[VolumeMade, ...]
    missing: tuple[tuple[str, str], ...]
    seconds: float


class _Year(NamedTuple):
    """What all volumes of a year share."""

    court: str
    code: str
    periods: tuple[tuple[SavedEvaluation, bool], ...]
    heads: Mapping[str, tuple[ResultHead, ...]]
    means: Mapping[tuple[Period, str], Decimal]
    decided: Mapping[tuple[str, str], Decision]
    seals: Mapping[tuple[str, ...], str]
    wanted: tuple[Period, ...]
    year: int
    day: date
    materials: Mapping[str, tuple[Material, ...]] = MappingProxyType({})


def make_archives(
    book: Database,
    year: int,
    directory: Path,
    *,
    staff: Sequence[str] | None = None,
    jobs: int = 1,
    report: Report | None = None,
) -> ArchiveReport:
    """Make the volumes of a year, of everybody who has a result in it or of the named people.

    Raises Forbidden where nothing is computed; AppError where a number is unknown, or a file cannot be written.
    """
    tell, began = report or unheard, time.monotonic()
    directory = folder_at(Path(directory))
    with book.reading() as session:
        shared = _shared(session, year)._replace(materials=_materials(book, year))
        chosen = _chosen(session, shared, staff)
    orders = (_order(book, shared, staff_no, directory) for staff_no in chosen)
    missing: list[tuple[str, str]] = []
    made: list[VolumeMade] = []
    for number, each in enumerate(print_volumes(_noting(orders, missing), jobs), 1):
        made.append(each)
        tell(number, len(chosen), f"{each.staff_no} {each.name}")
    write_manifest(directory, shared.court, year, made)
    return ArchiveReport(tuple(made), tuple(missing), time.monotonic() - began)


def _noting(orders: Iterable[Order], missing: list[tuple[str, str]]) -> Iterator[Order]:
    for order in orders:
        missing += [(order.volume.person.staff_no, sentence) for sentence in order.volume.missing]
        yield order


def _shared(session: Session, year: int) -> _Year:
    computed = [each for each in read_evaluations(session) if each.period.year == year]
    if not computed:
        raise Forbidden("nothing-computed-in-year", year=year)
    court = read_court(session)
    heads = read_heads(session, year=year)
    by_person: defaultdict[str, list[ResultHead]] = defaultdict(list)
    for head in heads:
        by_person[head.staff_no].append(head)
    newest = scheme_numbered(session, max(computed, key=lambda each: each.scheme).scheme).scheme
    issues = {each.period: each.issue for each in computed}
    told = decisions.read(session, period=tuple(issues))
    return _Year(
        court=court.name,
        code=court.code,
        periods=tuple((each, is_stale(session, each)) for each in computed),
        heads={staff_no: tuple(each) for staff_no, each in by_person.items()},
        means=_means(heads, newest.places),
        decided={(each.period.code, each.staff_no): each for each in told if issues[each.period] == each.issue},
        seals={each.key: each.digest for each in seals.read(session, period=tuple(issues))},
        wanted=_wanted(newest, year),
        year=year,
        day=date.today(),
    )


def _chosen(session: Session, shared: _Year, staff: Sequence[str] | None) -> list[str]:
    if not staff:
        return sorted(shared.heads, key=staff_no_order)
    known = {each.staff_no for each in roster.people.read(session, staff_no=tuple(staff))}
    for staff_no in staff:
        if staff_no not in known:
            raise AppError("staff-unknown", staff_no=staff_no)
        if staff_no not in shared.heads:
            raise AppError("no-result-for-person", period=f"{shared.year}年", staff_no=staff_no)
    return list(dict.fromkeys(staff))


def _order(book: Database, shared: _Year, staff_no: str, directory: Path) -> Order:
    with book.reading() as session:
        person = roster.people.read(session, staff_no=staff_no)[0]
        first, last = date(shared.year, 1, 1), date(shared.year, 12, 31)
        volume = Volume(
            court=shared.court,
            year=shared.year,
            number=f"{shared.code}{shared.year}-{staff_no}",
            made_on=shared.day,
            person=person,
            postings=tuple(
                sorted(roster.postings.read(session, staff_no=staff_no), key=lambda each: each.start or date.min)
            ),
            absences=tuple(
                each for each in roster.absences.read(session, staff_no=staff_no) if _meets(each, first, last)
            ),
            periods=tuple(_parts(session, shared, staff_no)),
            materials=shared.materials.get(staff_no, ()),
            months=monthly_records.read(session, staff_no=staff_no, month=Period(shared.year, Kind.YEAR, 1).months),
        )
    group = {head.period: shared.means.get((head.period, head.set_name)) for head in shared.heads[staff_no]}
    volume = replace(volume, group_means=group, missing=tuple(_missing(shared, volume)))
    return Order(directory / _file_name(shared.year, staff_no, person.name), volume)


def _materials(book: Database, year: int) -> dict[str, tuple[Material, ...]]:
    """The files that prove each person's events of the year, in the order of their days."""
    found: defaultdict[str, list[Material]] = defaultdict(list)
    for each in evidence_lines(book):
        if each.evidence.day.year == year:
            standing = each.line.standing.word if each.line else "事项已改动"
            found[each.evidence.staff_no].append(Material(each.evidence, standing))
    return {staff_no: tuple(told) for staff_no, told in found.items()}


def _parts(session: Session, shared: _Year, staff_no: str) -> Iterator[PeriodPart]:
    for saved, stale in shared.periods:
        result = read_result(session, saved.period, staff_no, saved.issue)
        if result is None:
            continue
        decided = shared.decided.get((saved.period.code, staff_no))
        yield PeriodPart(
            period=saved.period,
            result=result,
            scheme=saved.scheme_name,
            scheme_version=saved.scheme_version,
            engine_version=saved.engine_version,
            computed_on=datetime.fromisoformat(saved.computed_at).astimezone().date(),
            issue=saved.issue,
            seal=shared.seals.get((saved.period.code, str(saved.issue)), ""),
            stale=stale,
            decided_grade=decided.grade if decided else "",
            decision=_decision_words(decided) if decided else "",
        )


def _decision_words(decided: Decision) -> str:
    day = decided.day.isoformat() if decided.day else ""
    return "，".join(part for part in (decided.meeting, day, decided.reason) if part)


def _missing(shared: _Year, volume: Volume) -> Iterator[str]:
    there = {part.period for part in volume.periods}
    computed = {saved.period for saved, _ in shared.periods}
    for period in shared.wanted:
        if period in there or not any(posting.days_in(period) for posting in volume.postings):
            continue
        yield f"{period.title}{'没有得分' if period in computed else '还没有计算'}"
    for part in volume.periods:
        if part.stale:
            yield f"{part.period.title}计算之后数据有更新，得分不是最新的"
        if part.result.status is Status.INCOMPLETE:
            yield f"{part.period.title}得分不完整（{part.result.reason}）"


def _wanted(scheme: Scheme, year: int) -> tuple[Period, ...]:
    """The periods that a year's file should hold: the year itself, and every kind that its total is made of."""
    kinds = {Kind.YEAR} | {
        each.inner for kind in Kind for each in scheme.components if each.kind is kind and each.inner
    }
    whole = Period(year, Kind.YEAR, 1)
    return tuple(period for kind in sorted(kinds, reverse=True) for period in whole.inner(kind))


def _means(heads: Iterable[ResultHead], places: int) -> dict[tuple[Period, str], Decimal]:
    totals: defaultdict[tuple[Period, str], list[Decimal]] = defaultdict(list)
    for head in heads:
        if head.status is Status.COMPLETE and head.total is not None:
            totals[head.period, head.set_name].append(head.total)
    return {key: half_up(Fraction(sum(told)) / len(told), places) for key, told in totals.items()}


def _meets(absence: Absence, first: date, last: date) -> bool:
    return absence.start <= last and (absence.end is None or absence.end >= first)


def _file_name(year: int, staff_no: str, name: str) -> str:
    plain = "".join("_" if sign in _FORBIDDEN else sign for sign in f"{year}-{staff_no}-{name}")
    return f"{plain}.pdf"
