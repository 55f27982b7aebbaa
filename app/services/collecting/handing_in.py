"""收表情况: who has handed in what for a period, and who has not.

What is expected comes from the scheme and the people of the period, what came from the receipts and the book's data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from app.domain.due_days import BY_QUARTER, due_rules, wanted_with
from app.domain.expected_sheets import CASES, LEDGER, ExpectedSheet, expected_sheets
from app.domain.facts import Facts
from app.domain.periods import Kind, Period
from app.domain.receipts import (
    Days,
    Fate,
    Held,
    Receipt,
    Settled,
    Standing,
    ToldFault,
    day_of,
    place,
    settle,
    waived,
)
from app.domain.schemes import ItemKind, Scheme
from app.domain.scoring.court import Court
from app.domain.waivers import Waiver
from app.domain.workdays import calendar
from app.services.books import court_of
from app.services.collecting.holdings import Holdings
from app.services.schemes import scheme_of
from app.storage import roster
from app.storage.batches import read_batches
from app.storage.conditions import in_year, meets
from app.storage.database import Database
from app.storage.entries import entries
from app.storage.ledgers import coverage
from app.storage.ratings import ballots
from app.storage.receipts import read_receipts
from app.storage.session import Session
from app.storage.steps import read_steps
from app.storage.waivers import waivers

NOBODY = "（方案没有写明）"
"""Who hands in where sheet 数据项 names nobody."""
MOST_NAMES = 5


class MissingCell(NamedTuple):
    """One cell that a total waits for and that nobody filled in."""

    staff_no: str
    name: str
    item: str


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One expected sheet of one division. ``filled`` of ``needed`` cells (数据, 测评) or lists (案件, 台账) are in the book;
    needed are those for which a total waits, ``missing`` those of them that nobody filled in, told once something came.

    ``received`` is the day it came (ISO, or empty), ``file`` the newest one that came, with its faults and questions.
    ``waiver``: that it is not needed, and why. ``note``: what the taken one says by saying nothing (no case at all).
    """

    division: str
    sheet: str
    kind: str
    subject: str
    items: tuple[str, ...]
    people: int
    standing: str
    overdue: bool
    filled: int
    needed: int
    received: str = ""
    file: str = ""
    faults: int = 0
    questions: int = 0
    batch: str = ""
    problems: tuple[ToldFault, ...] = ()
    missing: tuple[MissingCell, ...] = ()
    waiver: Waiver | None = None
    note: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What names it on the board."""
        return (self.division, self.sheet)

    @property
    def is_in(self) -> bool:
        """Whether nothing is to be asked for, not yet or not at all."""
        return self.is_taken or self.standing in (Standing.WAIVED, Standing.LATER)

    @property
    def is_taken(self) -> bool:
        """Whether it was taken, in time or late."""
        return self.standing in (Standing.TAKEN, Standing.LATE)

    @property
    def told(self) -> str:
        """The standing in full: 已采用（缺 3 格）, 未交（已过期）, 免报（无人在岗）."""
        more = ""
        if self.is_taken and (self.missing or self.note):
            more = self.lacking or "一件也没有"
        elif self.standing == Standing.WAIVED and self.waiver is not None:
            more = self.waiver.reason
        elif self.overdue:
            more = "已过期"
        return f"{self.standing}（{more}）" if more else self.standing

    @property
    def lacking(self) -> str:
        """What is not there yet, in words; empty where all is."""
        if self.kind in (CASES, LEDGER):
            return "" if self.is_in or self.filled == self.needed else "没有登记"
        return f"缺 {len(self.missing)} 格" if self.missing else ""

    @property
    def gaps(self) -> tuple[str, ...]:
        """The missing cells, a text for each item: 任务完成率：尤六、柏七."""
        by_item: dict[str, list[str]] = {}
        for cell in self.missing:
            by_item.setdefault(cell.item, []).append(cell.name or cell.staff_no)
        return tuple(f"{item}：{_names(told)}" for item, told in by_item.items())


def _names(told: list[str]) -> str:
    rest = f"等{len(told)}人" if len(told) > MOST_NAMES else ""
    return "、".join(told[:MOST_NAMES]) + rest


@dataclass(frozen=True, slots=True)
class Stray:
    """A sheet that came for the period, was not taken, and belongs to no expected one."""

    file: str
    sheet: str
    kind: str
    received: str
    faults: int
    questions: int


@dataclass(frozen=True, slots=True)
class Board:
    """All expected sheets of a period. ``due`` is None where no day is set."""

    period: Period
    court: str
    scheme: str
    due: date | None
    today: date
    lines: tuple[BoardLine, ...]
    strays: tuple[Stray, ...] = ()

    @property
    def title(self) -> str:
        """What it is called."""
        return f"{self.period.title}收表情况"

    @property
    def counts(self) -> dict[str, int]:
        """How many sheets are in each standing, every standing told."""
        found = Counter(line.standing for line in self.lines)
        return {each.value: found[each.value] for each in Standing}

    @property
    def wanted(self) -> tuple[BoardLine, ...]:
        """The lines of what is to be handed in: all that is not waived."""
        return tuple(line for line in self.lines if line.standing != Standing.WAIVED)

    @property
    def owing(self) -> tuple[BoardLine, ...]:
        """The lines of which something is still to come."""
        return tuple(line for line in self.lines if not line.is_in)


def board(book: Database, period: Period, *, today: date | None = None) -> Board:
    """The board of a period as of a day (now unless told). Raises AppError("scheme-missing") where there is no scheme."""
    day = today or date.today()
    with book.reading() as session:
        version = scheme_of(session, period)
        told = _receipts(session)
        court = Court(version.scheme, period, _facts(session, period))
        not_needed = {each.sheet: each for each in waivers.read(session, period=period)}
        # A book may be kept later than its sheets came; then their days are told.
        begun = min((_begun(session), *(each.day for each in told)))
    expected = expected_sheets(court)
    placed, strays = place(told, expected, period)
    judging = _Judging(version.scheme, period, day, begun)
    holdings = Holdings(court, expected, told)
    lines = []
    for sheet in expected:
        held, waiver = holdings.of(sheet), not_needed.get((sheet.reporter, sheet.kind, sheet.subject))
        settled = judging.settle(sheet, placed[sheet], held)
        lines.append(_line(sheet, waived(settled) if waiver else settled, held, court, waiver))
    return Board(
        period=period,
        court=court_of(book).name,
        scheme=version.scheme.name,
        due=due_day(version.scheme, period),
        today=day,
        lines=tuple(lines),
        strays=tuple(_stray(each) for each in strays),
    )


class _Judging:
    """How far each sheet is, by the day of the period with which it is wanted."""

    def __init__(self, scheme: Scheme, period: Period, today: date, begun: date) -> None:
        self._scheme, self._period, self._today, self._begun = scheme, period, today, begun

    def settle(self, sheet: ExpectedSheet, told: tuple[Receipt, ...], held: Held) -> Settled:
        """How far the sheet is. A book that was begun after the day cannot tell who was late, but who owes."""
        wanted = wanted_with(self._period, sheet.reporter, self._scheme.setting(BY_QUARTER))
        due = due_day(self._scheme, wanted)
        through = due_day(self._scheme, held.through) if held.through else due
        days = Days(self._today, due, through, wanted != self._period)
        settled = settle(told, self._period, held, days)
        if settled.standing is Standing.LATE and due is not None and due < self._begun:
            return settled._replace(standing=Standing.TAKEN)
        return settled


def due_day(scheme: Scheme, period: Period) -> date | None:
    """Until when the sheets of a period are to be handed in, by the scheme's settings; None where no day is set."""
    workdays = calendar(scheme.setting("节假日"), scheme.setting("调休上班日"))
    return due_rules(scheme.setting("报送期限")).day(period, workdays)


def board_document(told: Board) -> dict[str, Any]:
    """The board as JSON values (contract, section 5)."""
    return {
        "period": told.period.code,
        "court": told.court,
        "scheme": told.scheme,
        "due": told.due.isoformat() if told.due else None,
        "today": told.today.isoformat(),
        "counts": told.counts,
        "sheets": [_document(line) for line in told.lines],
        "others": [
            {name: getattr(each, name) for name in ("file", "sheet", "kind", "received", "faults", "questions")}
            for each in told.strays
        ],
    }


def _document(line: BoardLine) -> dict[str, Any]:
    return {
        "division": line.division,
        "kind": line.kind,
        "subject": line.subject or None,
        "state": line.standing,
        "overdue": line.overdue,
        "items": list(line.items),
        "people": line.people,
        "filled": line.filled,
        "needed": line.needed,
        "received": line.received or None,
        "file": line.file or None,
        "faults": line.faults,
        "questions": line.questions,
        "batch": line.batch or None,
        "missing": [cell._asdict() for cell in line.missing],
        "note": line.note or None,
        "waiver": None if line.waiver is None else _waiver_document(line.waiver),
    }


def _waiver_document(waiver: Waiver) -> dict[str, str]:
    return {"reason": waiver.reason, "by": waiver.origin.by, "at": waiver.origin.at}


# --- what the book holds


def _facts(session: Session, period: Period) -> Facts:
    first, last = period.first_day, period.last_day
    within = tuple(each for kind in Kind for each in period.inner(kind))
    postings, absences = roster.postings, roster.absences
    return Facts(
        people=roster.people.read(session),
        postings=postings.read(session, meets(postings.table.c.start, postings.table.c.end, first, last)),
        absences=absences.read(session, meets(absences.table.c.start, absences.table.c.end, first, last)),
        entries=entries.read(session, period=within),
        ballots=ballots.read(session, period=period),
        coverage=coverage.read(session, in_year(coverage.table.c.period, period.year)),
    )


def _receipts(session: Session) -> tuple[Receipt, ...]:
    """What came, but for what was taken and has been taken back."""
    undone = {batch.id for batch in read_batches(session) if batch.undone is not None}
    return tuple(each for each in read_receipts(session) if each.origin.batch not in undone or not each.origin.batch)


def _begun(session: Session) -> date:
    """The day of the book's first step."""
    first = read_steps(session, before=2, limit=1)
    return day_of(first[0].at) if first else date.today()


def _line(sheet: ExpectedSheet, settled: Settled, held: Held, court: Court, waiver: Waiver | None) -> BoardLine:
    last = settled.last
    names = (court.scheme.item(code) for code in sheet.items)
    came = held.since or settled.standing not in (Standing.MISSING, Standing.WAIVED, Standing.LATER)
    return BoardLine(
        division=sheet.reporter or NOBODY,
        sheet=sheet.title,
        kind=sheet.kind,
        subject=sheet.subject,
        items=tuple(item.name for item in names if item is not None and item.kind is not ItemKind.FORMULA),
        people=len(sheet.staff),
        standing=settled.standing.value,
        overdue=settled.overdue,
        filled=held.filled,
        needed=held.needed,
        received=settled.day.isoformat() if settled.day else "",
        file=last.file if last else "",
        faults=last.faults if last and last.fate is not Fate.TAKEN else 0,
        questions=last.questions if last and last.fate is not Fate.TAKEN else 0,
        batch=last.origin.batch if last else "",
        problems=last.problems if last and last.fate is not Fate.TAKEN else (),
        missing=_missing(sheet, held, court) if came else (),
        waiver=waiver,
        note="".join(each.message for each in last.problems) if last and last.fate is Fate.TAKEN else "",
    )


def _missing(sheet: ExpectedSheet, held: Held, court: Court) -> tuple[MissingCell, ...]:
    """The cells that are missing, item by item, the people in the court's order."""
    gone = set(held.missing)
    told: Mapping[str, str] = {each.staff_no: each.person.name for each in court.members}
    items = {code: item.name for code in sheet.items if (item := court.scheme.item(code)) is not None}
    return tuple(
        MissingCell(staff_no, name, items[code])
        for code in items
        for staff_no, name in told.items()
        if (staff_no, code) in gone
    )


def _stray(receipt: Receipt) -> Stray:
    return Stray(
        receipt.file,
        receipt.origin.source.sheet,
        receipt.kind,
        receipt.day.isoformat(),
        receipt.faults,
        receipt.questions,
    )
