"""The bodies decide: a 决定 sheet is written as the secretary would, and taken in like anybody's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from app.domain.grades.grading import PersonProposal
from app.domain.periods import Period
from app.services.deciding.deciding import stage_decisions, take_decisions
from app.services.deciding.grading import grade
from app.sheets.sample.meetings import COMMITTEE, JUDGES_BODY, Verdict, decision_page
from app.sheets.sample.pages import write_pages
from app.storage.database import Database

JUDGES_POOL = "法官"
Wish = Callable[[PersonProposal], Verdict | None]
"""What the body decides about somebody instead of what is proposed; None: as proposed."""


def as_proposed(_: PersonProposal) -> None:
    """Nothing else than what is proposed."""


def meet(book: Database, period: Period, day: date, path: Path, wish: Wish = as_proposed) -> int:
    """Decide on everybody; gives how many decisions were otherwise than proposed."""
    verdicts: dict[str, list[Verdict]] = {JUDGES_BODY: [], COMMITTEE: []}
    otherwise = 0
    for person in grade(book, period).persons:
        told = wish(person)
        otherwise += told is not None
        body = JUDGES_BODY if person.pool == JUDGES_POOL else COMMITTEE
        verdicts[body].append(told or Verdict(person.staff_no, person.name, person.proposed_grade))
    decide(book, period, day, path, verdicts)
    return otherwise


def decide(
    book: Database, period: Period, day: date, path: Path, verdicts: dict[str, list[Verdict]], *, note: str = ""
) -> None:
    """Write the sheets of the bodies that decided anything and take them in. Raises RuntimeError with all faults."""
    pages = [decision_page(period, body, day, told, note=note) for body, told in verdicts.items() if told]
    write_pages(path, pages)
    staged = stage_decisions(book, period, path)
    faults = [each for sheet in staged.staging.files for each in sheet.faults if each.stops]
    if faults:
        raise RuntimeError([f"{each.sheet} {each.cell} {each.message}" for each in faults])
    take_decisions(book, staged)


def after_correction(book: Database, period: Period, proposed: Mapping[str, str], approval: str) -> list[Verdict]:
    """After a correction: whoever is proposed a better grade gets it; whoever would lose by it keeps the own, by approval.

    ``proposed`` is what was proposed before, by staff number.
    """
    verdicts = []
    for person in grade(book, period).persons:
        if person.proposed_grade == proposed[person.staff_no]:
            continue
        if any(bar.grade == person.decided_grade for bar in person.barred):
            reason = "名次因他人的评分更正而后移，本人无过错，保留原等次"
            verdicts.append(Verdict(person.staff_no, person.name, person.decided_grade, "", reason, approval))
        else:
            verdicts.append(Verdict(person.staff_no, person.name, person.proposed_grade))
    return verdicts
