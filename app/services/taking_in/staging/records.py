"""What staging gives: differences with their fields, faults in words, and a sheet as it stands for review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.cases import Case
from app.domain.entries import Entry
from app.domain.grades.conclusions import PastGrade
from app.domain.layouts import Layout
from app.domain.ledgers import Coverage, Event
from app.domain.monthly_records import MonthlyRecord
from app.domain.periods import Period
from app.domain.problems import Problem, Source
from app.domain.ratings import Ballot
from app.domain.roster import Absence, Person, Posting
from app.domain.schemes import SchemeText
from app.messages import sentence
from app.sheets.drafts import Skipped
from app.storage.packages import LowerCourt, Package

MOST_ALIKE = 500
"""How many faults of one code are told one by one for a sheet."""

Record = (
    Person
    | Posting
    | Absence
    | Entry
    | Case
    | Event
    | Ballot
    | Coverage
    | MonthlyRecord
    | PastGrade
    | LowerCourt
    | Package
)


class Difference(NamedTuple):
    """One record: as the book has it (None: not at all) and as the sheet tells it (None: to be removed)."""

    old: Record | None
    new: Record | None

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        record = self.new or self.old
        return record.key if record else ()


class StagedChange(NamedTuple):
    """One value, old beside new; None where there is none. ``item`` is read by people, ``code`` by programs.

    ``last``: the value of the period before, where there is one.
    """

    staff_no: str
    name: str
    item: str
    code: str
    old: str | None
    new: str | None
    source: Source
    last: str | None = None


class Fault(NamedTuple):
    """Something wrong, a question, or a warning, ready to show: where, what stands there, what is wrong, what to do."""

    file: str
    sheet: str
    cell: str
    value: str
    code: str
    message: str
    remedy: str
    question: bool = False
    warning: bool = False
    choices: tuple[str, ...] = ()
    """The staff numbers of those who may be meant, where that is the question."""
    names: tuple[str, ...] = ()
    """The ledgers, divisions or rater groups that may be meant, where that is the question."""
    times: int = 1
    """For how many places it stands."""

    @property
    def stops(self) -> bool:
        """Whether the file cannot be taken because of it."""
        return not self.warning


def fault(problem: Problem, file: str = "", sheet: str = "") -> Fault:
    """A problem in words; ``file`` and ``sheet`` stand in where the problem itself does not know them."""
    message = sentence(problem.code, {"value": problem.value, **problem.values})
    source = problem.source
    return Fault(
        file=source.file or file,
        sheet=source.sheet or sheet,
        cell=source.cell,
        value=problem.value,
        code=problem.code,
        message=message.text,
        remedy=message.remedy,
        question=problem.question,
        warning=problem.warning,
        choices=tuple(problem.values.get("numbers", "").split()),
        names=tuple(filter(None, problem.values.get("names", "").split("\n"))),
    )


def faults_of(problems: Iterable[Problem], file: str, sheet: str) -> tuple[Fault, ...]:
    """The problems of a sheet in words: the first MOST_ALIKE of each code, then one that counts the others of that code."""
    told: list[Fault] = []
    counts: Counter[tuple[str, bool, bool]] = Counter()
    last: dict[tuple[str, bool, bool], Fault] = {}
    for problem in problems:
        kind = (problem.code, problem.warning, problem.question)
        counts[kind] += 1
        if counts[kind] <= MOST_ALIKE:
            told.append(fault(problem, file, sheet))
            if counts[kind] == MOST_ALIKE:
                last[kind] = told[-1]
    return (*told, *(_more(last[kind], count - MOST_ALIKE) for kind, count in counts.items() if count > MOST_ALIKE))


def _more(alike: Fault, count: int) -> Fault:
    """One fault that stands for many like another."""
    message = sentence("more-alike", {"count": str(count), "sentence": alike.message.rstrip("。")})
    told = alike._replace(cell="", value=str(count), code="more-alike", choices=(), names=(), times=count)
    return told._replace(message=message.text, remedy=message.remedy)


@dataclass(frozen=True, slots=True)
class Outline:
    """What one sheet comes to: differences to write, what stays, what is wrong; ``scheme`` for a 方案 workbook."""

    differences: Sequence[Difference] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    scheme: SchemeText | None = None
    told: tuple[StagedChange, ...] = ()
    """Changes that are no records of the book: what a new version of a scheme changes."""
    added: int | None = None
    """Counts told otherwise than by the differences (a roster row is a person and a posting)."""
    changed: int | None = None
    layout: Layout | None = None
    """What is to be remembered of the sheet's columns."""

    @property
    def stops(self) -> bool:
        """Whether anything in it keeps the file from being taken."""
        return any(not problem.warning for problem in self.problems)

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.differences) or self.scheme is not None

    @property
    def count_added(self) -> int:
        """How many records are new."""
        if self.added is not None:
            return self.added
        return sum(each.old is None and not isinstance(each.new, Coverage) for each in self.differences)

    @property
    def count_changed(self) -> int:
        """How many records change or go."""
        if self.changed is not None:
            return self.changed
        return sum(each.old is not None and not isinstance(each.old, Coverage) for each in self.differences)


@dataclass(frozen=True, slots=True)
class StagedSheet:
    """One sheet of one file as it stands for review, or as it was taken. ``status``: taken, unchanged, refused.

    While it is only staged, ``taken`` says that it can be; ``batch`` is empty until it is. ``division`` is the one that the
    sheet names, ``ledgers`` those that it has rows of.
    """

    file: str
    sheet: str
    kind: str
    period: Period | None
    status: str
    batch: str = ""
    rows_read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    changes: Sequence[StagedChange] = ()
    faults: tuple[Fault, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    division: str = ""
    ledgers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StagedWorkbook:
    """One file: its sheets for review and everything that taking it writes."""

    file: str
    digest: str
    sheets: tuple[StagedSheet, ...]
    outlines: tuple[Outline, ...] = ()

    @property
    def status(self) -> str:
        """``refused`` if any sheet is, ``taken`` if there is something to write, else ``unchanged``."""
        words = {sheet.status for sheet in self.sheets}
        return next((word for word in ("refused", "taken") if word in words), "unchanged")

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What it changes, over all its sheets."""
        return tuple(each for outline in self.outlines for each in outline.differences)


@dataclass(frozen=True, slots=True)
class Staging:
    """Several files, in the order in which they are taken; ``step`` is the book's latest one when they were staged."""

    workbooks: tuple[StagedWorkbook, ...]
    step: int = 0

    @property
    def files(self) -> tuple[StagedSheet, ...]:
        """Every sheet of every file: the entries of the JSON document."""
        return tuple(sheet for workbook in self.workbooks for sheet in workbook.sheets)

    @property
    def can_take(self) -> bool:
        """Whether at least one file has something to write and nothing against it."""
        return any(workbook.status == "taken" for workbook in self.workbooks)
