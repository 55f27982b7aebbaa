"""方案: a scheme workbook, checked as a whole."""

from __future__ import annotations

from dataclasses import replace

from app.domain.entries import Entry
from app.domain.periods import Kind, Period
from app.domain.problems import Problem, Source
from app.domain.scheme.changes import scheme_changes
from app.domain.scheme.check import build_scheme
from app.domain.scheme.review import review_scheme
from app.domain.schemes import Scheme, SchemeText
from app.domain.words import plain
from app.services.schemes import applicable
from app.services.taking_in.staging.holdings import Desk
from app.services.taking_in.staging.records import Outline, StagedChange
from app.sheets.drafts import SheetReading


def stage_scheme(reading: SheetReading, desk: Desk) -> Outline:
    """What a 方案 workbook would bring: a new version, nothing where the newest one is the same, or faults."""
    if reading.scheme is None:
        return Outline()
    scheme, problems = build_scheme(reading.scheme)
    if scheme is None:
        return Outline(problems=problems)
    of_year = [each for each in desk.holdings.schemes if each.year == scheme.year]
    if of_year and same_text(of_year[-1].text, reading.scheme):
        return Outline(problems=problems, unchanged=1)
    others = dict.fromkeys(each.name for each in of_year if plain(each.name) != plain(scheme.name))
    if others and not desk.replace:
        problems = (*problems, _second(scheme, tuple(others), desk))
    known = any(plain(each.name) == plain(scheme.name) for each in of_year)
    last = applicable(desk.holdings.schemes, Period(scheme.year, Kind.YEAR, 1))
    return Outline(
        problems=(*problems, *_review(scheme, desk)),
        scheme=reading.scheme,
        told=_differences(last.text, reading.scheme) if last else (),
        added=0 if known else 1,
        changed=1 if known else 0,
    )


def _review(scheme: Scheme, desk: Desk) -> tuple[Problem, ...]:
    """What in the scheme can never work with the people and data that the book has; told, nothing is stopped by it."""
    year = Period(scheme.year, Kind.YEAR, 1)
    entries = desk.holdings.in_year(Entry, scheme.year).values()
    return review_scheme(scheme, year, replace(desk.holdings.people_facts(), entries=tuple(entries)))


def _differences(old: SchemeText, new: SchemeText) -> tuple[StagedChange, ...]:
    """What differs from the version that was in force, ready to read."""
    return tuple(
        StagedChange(
            staff_no="",
            name="",
            item=f"{each.sheet} {each.row} {each.column}".strip(),
            code=each.sheet,
            old=each.old or None,
            new=each.new or None,
            source=each.source,
        )
        for each in scheme_changes(old, new)
    )


def same_text(one: SchemeText, other: SchemeText) -> bool:
    """Whether two scheme workbooks tell the same, whatever their files are called and wherever their rows stand."""
    return _told(one) == _told(other)


def _told(text: SchemeText) -> dict[str, list[dict[str, str]]]:
    return {name: [row.cells for row in rows] for name, rows in text.sheets.items() if rows}


def _second(scheme: Scheme, others: tuple[str, ...], desk: Desk) -> Problem:
    values = {"name": scheme.name, "year": str(scheme.year), "others": "、".join(others)}
    return Problem("scheme-second-of-year", Source(desk.file, "方案"), scheme.name, values, question=True)
