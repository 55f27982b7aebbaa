"""What a sheet would change inside a sealed period, told before anything is tried (contract, section 4.1, 12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.domain.cases import Case
from app.domain.entries import Entry
from app.domain.ledgers import Coverage, Event
from app.domain.monthly_records import MonthlyRecord
from app.domain.periods import Period
from app.domain.problems import Problem, Source
from app.domain.ratings import Ballot
from app.services.taking_in.staging.records import Difference, Record


def sealed_changes(
    differences: Iterable[Difference], sealed: Mapping[Period, int], source: Source
) -> Iterator[Problem]:
    """One fault for each sealed period that a difference speaks of; ``sealed``: period → issue."""
    if not sealed:
        return
    found: dict[Period, Source] = {}
    for difference in differences:
        for record in difference:
            period = _period_of(record)
            for each in sealed if period is not None else ():
                if period is not None and each.contains(period):
                    found.setdefault(each, source._replace(cell=record.origin.source.cell if record else ""))
    for period, place in found.items():
        values = {"period": period.title, "issue": str(sealed[period]), "written": period.code, "told": "里面的内容"}
        yield Problem("period-sealed", place, period.code, values)


def _period_of(record: Record | None) -> Period | None:
    """The period that a record speaks of; None for those that have a from and a to, which the seal itself guards."""
    if isinstance(record, Entry | Ballot | Coverage):
        return record.period
    if isinstance(record, MonthlyRecord):
        return record.month
    if isinstance(record, Case):
        return Period.of_month(record.closed)
    return Period.of_month(record.day) if isinstance(record, Event) else None
