"""What a 案件 or 台账 sheet looked at: none found is zero only there (contract, section 4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from app.domain.cases import Case
from app.domain.entries import Origin
from app.domain.ledgers import Coverage, Event
from app.domain.problems import Problem, Source
from app.services.taking_in.staging.holdings import Desk
from app.services.taking_in.staging.records import Difference
from app.sheets.drafts import SheetReading

R = TypeVar("R", Case, Event)


def coverage_told(reading: SheetReading, desk: Desk) -> tuple[list[Difference], list[Problem]]:
    """The periods that are looked at from now on, and the fault that the sheet tells no period."""
    source = Source(desk.file, reading.sheet)
    if reading.period is None:
        told_already = any(problem.code.startswith("period-") for problem in reading.problems)
        return [], [] if told_already else [Problem("period-needed", source, values={"kind": reading.kind})]
    held = desk.holdings.in_year(Coverage, reading.period.year)
    looked = [Coverage(ledger, reading.period, origin=Origin(source)) for ledger in reading.coverage]
    return [Difference(None, each) for each in looked if each.key not in held], []


def others_in_period(
    told: Iterable[R], held: Iterable[R], reading: SheetReading, desk: Desk, name: str
) -> tuple[list[R], list[Problem]]:
    """The book's records of the same list and period that the sheet does not name.

    They go where --replace says that the sheet is the whole list; else they stay and a warning tells how many.
    """
    named = {record.key for record in told}
    others = [record for record in held if record.key not in named]
    if not others or desk.replace:
        return others, []
    values = {
        "count": str(len(others)),
        "list": name or "案件",
        "period": reading.period.title if reading.period else "",
    }
    return [], [Problem("others-stay", Source(desk.file, reading.sheet), values=values, warning=True)]
