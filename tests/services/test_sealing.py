"""What a sheet would change inside a sealed period is told before anything is tried."""

from datetime import date
from decimal import Decimal

from app.cli.import_commands import exit_status
from app.domain.cases import Case
from app.domain.entries import Entry, Origin, State
from app.domain.ledgers import Coverage
from app.domain.periods import Period
from app.domain.problems import Source
from app.domain.roster import Absence
from app.services.taking_in.staging.records import Difference, StagedSheet, StagedWorkbook, Staging, fault
from app.services.taking_in.staging.sealing import sealed_changes

HALF, HERE = Period.parse("2024H1"), Source("表.xlsx", "Sheet1")
SEALED = {HALF: 2}


def entry(period: str, cell: str) -> Entry:
    return Entry("P1", "js", Period.parse(period), State.VALUE, Decimal(1), origin=Origin(HERE._replace(cell=cell)))


def test_each_sealed_period_is_told_once_at_the_first_cell() -> None:
    told = [
        Difference(None, entry(period, cell))
        for period, cell in (("2024Q3", "C2"), ("2024-05", "C3"), ("2024Q1", "C4"))
    ]
    (problem,) = sealed_changes(told, SEALED, HERE)
    assert (problem.code, problem.source) == ("period-sealed", HERE._replace(cell="C3"))
    assert fault(problem).message.startswith("2024年上半年第2期已经办结封存")


def test_a_longer_period_around_a_sealed_one_and_records_with_a_from_and_a_to_are_left_to_the_seal_itself() -> None:
    away = Absence("P1", "病假", date(2024, 3, 1), date(2024, 3, 5), "")
    told = [Difference(None, entry("2024", "C2")), Difference(None, away)]
    assert list(sealed_changes(told, SEALED, HERE)) == []


def test_a_case_that_would_leave_a_sealed_period_speaks_of_it() -> None:
    old, new = (Case("（2024）1号", date(2024, month, 2), {}, {}) for month in (6, 7))
    assert len(list(sealed_changes([Difference(old, new)], SEALED, HERE))) == 1
    assert len(list(sealed_changes([Difference(None, Coverage("", Period.parse("2024Q2")))], SEALED, HERE))) == 1
    assert list(sealed_changes([Difference(None, new)], SEALED, HERE)) == []


def test_the_command_says_that_the_state_forbids_it() -> None:
    (problem,) = sealed_changes([Difference(None, entry("2024Q1", "C2"))], SEALED, HERE)
    sheet = StagedSheet("表.xlsx", "Sheet1", "数据", HALF, "refused", faults=(fault(problem),))
    assert exit_status(Staging((StagedWorkbook("表.xlsx", "", (sheet,)),))) == 5
