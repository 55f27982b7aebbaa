"""收表情况: who has handed in what for a period, and who has not.

What is expected comes from the scheme and the people of the period, what came from the receipts and the book's data.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.domain.due_days import due_rules
from app.domain.entries import Entry, State
from app.domain.expected_sheets import CASES, ENTRIES, LEDGER, RATINGS, ExpectedSheet, expected_sheets
from app.domain.facts import Facts
from app.domain.periods import Kind, Period
from app.domain.receipts import Fate, Held, Receipt, Settled, Standing, ToldFault, day_of, place, settle
from app.domain.schemes import ItemKind, Scheme
from app.domain.scoring.court import Court
from app.domain.words import plain
from app.domain.workdays import calendar
from app.services.books import court_of
from app.services.schemes import SchemeVersion, scheme_of
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

NOBODY = "（方案没有写明）"
"""Who hands in where sheet 数据项 names nobody."""


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One expected sheet of one division. ``filled`` of ``needed`` cells (数据, 测评) or lists (案件, 台账) are in the book;
    needed are those for which a total waits.

    ``received`` is the day it came (ISO, or empty), ``file`` the newest one that came, with its faults and questions.
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

    @property
    def key(self) -> tuple[str, str]:
        """What names it on the board."""
        return (self.division, self.sheet)

    @property
    def is_in(self) -> bool:
        """Whether nothing is left to ask for."""
        return self.standing in (Standing.TAKEN, Standing.LATE)

    @property
    def lacking(self) -> str:
        """What is not there yet, in words; empty where all is."""
        if self.filled == self.needed:
            return ""
        if self.kind in (CASES, LEDGER):
            return "没有登记"
        return "" if self.standing == Standing.MISSING else f"缺 {self.needed - self.filled} 项"


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
        # A book may be kept later than its sheets came; then their days are told.
        begun = min((_begun(session), *(each.day for each in told)))
    expected = expected_sheets(court)
    placed, strays = place(told, expected, period)
    due = due_day(version.scheme, period)
    holdings = _Holdings(court, expected)
    # A book that was begun after the day cannot tell who was late.
    judged = due if due is not None and due >= begun else None
    lines = [
        _line(sheet, settle(placed[sheet], period, holdings.of(sheet), judged, day), holdings, version)
        for sheet in expected
    ]
    if due is not judged:
        lines = [_overdue(line, due, day) for line in lines]
    return Board(
        period=period,
        court=court_of(book).name,
        scheme=version.scheme.name,
        due=due,
        today=day,
        lines=tuple(lines),
        strays=tuple(_stray(each) for each in strays),
    )


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
    }


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


class _Holdings:
    """What the book has of each expected sheet."""

    def __init__(self, court: Court, expected: tuple[ExpectedSheet, ...]) -> None:
        self.court = court
        self._shared = Counter((sheet.kind, sheet.subject) for sheet in expected)
        self._entries = {(each.staff_no, each.item, each.period): each for each in court.facts.entries}

    def of(self, sheet: ExpectedSheet) -> Held:
        """How much of it there is, and since when."""
        if sheet.kind == ENTRIES:
            return _counted({cell: self._entered(*cell) for cell in sheet.cells}, sheet.must)
        if sheet.kind == RATINGS:
            rated = {ballot.staff_no: ballot.origin.at for ballot in self.court.facts.ballots}
            return _counted({cell: rated.get(cell[0], "") for cell in sheet.cells}, sheet.must)
        if self._shared[sheet.kind, sheet.subject] > 1:
            # Several divisions keep it: what is covered tells nothing about one of them.
            return Held(0, 1, awaited=False)
        covered = self.court.is_covered(sheet.subject)
        return Held(int(covered), 1, self._covered_since(sheet.subject) if covered else "")

    def _entered(self, staff_no: str, item: str) -> str:
        """When a value was told, for the period itself or all of its shorter ones; empty where any is missing."""
        own = self._entry(staff_no, item, self.court.period)
        if own is not None:
            return own.origin.at
        for kind in reversed([each for each in Kind if each < self.court.period.kind]):
            inner = [each for each in self.court.period.inner(kind) if self.court.has_posting(staff_no, each)]
            told = [entry for each in inner if (entry := self._entry(staff_no, item, each)) is not None]
            if inner and len(told) == len(inner):
                return max(entry.origin.at for entry in told)
        return ""

    def _entry(self, staff_no: str, item: str, period: Period) -> Entry | None:
        entry = self._entries.get((staff_no, item, period))
        return None if entry is None or entry.state is State.EMPTY else entry

    def _covered_since(self, ledger: str) -> str:
        """When the last of what covers the period was looked at: a year told it at once, months one by one."""
        whole = [each for each in self.court.facts.coverage if plain(each.ledger) == plain(ledger)]
        meeting = [each.origin.at for each in whole if self.court.period.contains(each.period)]
        longer = [each.origin.at for each in whole if each.period.contains(self.court.period)]
        return min(longer, default="") or max(meeting, default="")


def _counted(moments: dict[tuple[str, str], str], must: frozenset[tuple[str, str]]) -> Held:
    """How many of the cells that must be were told, and since when any. Where none must be, one is as good as all."""
    told = {cell: moment for cell, moment in moments.items() if moment}
    since = min(told.values(), default="")
    if not must:
        return Held(len(told), len(told) or 1, since, awaited=False)
    return Held(len(told.keys() & must), len(must), since)


def _line(sheet: ExpectedSheet, settled: Settled, holdings: _Holdings, version: SchemeVersion) -> BoardLine:
    held, last = holdings.of(sheet), settled.last
    names = (version.scheme.item(code) for code in sheet.items)
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
    )


def _overdue(line: BoardLine, due: date | None, today: date) -> BoardLine:
    return replace(line, overdue=not line.is_in and due is not None and today > due)


def _stray(receipt: Receipt) -> Stray:
    return Stray(
        receipt.file,
        receipt.origin.source.sheet,
        receipt.kind,
        receipt.day.isoformat(),
        receipt.faults,
        receipt.questions,
    )
