"""What a workbook tells: drafts of domain records whose people are not yet matched, with the cell of every field.

A draft's fields are named as those of the domain record that it becomes. ``row`` is the row in the sheet (from 1);
``sources`` maps a field to its cell. A staff number is text; a draft names a person only by what the row says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from app.domain.entries import State
from app.domain.layouts import Layout
from app.domain.periods import Period
from app.domain.problems import Problem, Source
from app.domain.schemes import DataItem, SchemeText
from app.sheets.reading.template_mark import TemplateMark

ROSTER, ABSENCE, SCHEME, ENTRIES = "花名册", "离岗", "方案", "数据"
CASES, LEDGER, RATINGS, DECISIONS = "案件", "台账", "测评", "决定"
MONTHLY = "月纪实"
PAST_GRADES = "历年等次"
NOTICES = "签收"
"""Not taken by import: it has a command of its own."""
KINDS = (ROSTER, ABSENCE, PAST_GRADES, SCHEME, CASES, LEDGER, ENTRIES, MONTHLY, RATINGS, DECISIONS)
"""The kinds of sheets, in the order in which several files are taken (contract, section 4.1, 10)."""

Sources = dict[str, Source]


class PersonRef(NamedTuple):
    """A person as a row names one: by 工号, 身份证号, or 姓名 and 部门; what is not told is empty.

    ``is_lay``: told to be a 人民陪审员, who is no staff and may be missing in the roster.
    """

    staff_no: str
    id_number: str
    name: str
    division: str
    source: Source
    is_lay: bool = False


class RosterDraft(NamedTuple):
    """One row of a 花名册: the person and one posting. ``given`` holds the fields whose columns the sheet has."""

    row: int
    staff_no: str
    name: str
    division: str
    category: str
    sources: Sources
    given: frozenset[str]
    gender: str = ""
    birth_date: date | None = None
    id_number: str = ""
    political_status: str = ""
    education: str = ""
    line: str = ""
    indicator_set: str = ""
    post: str = ""
    rank: str = ""
    judge_grade: str = ""
    establishment: str = ""
    start: date | None = None
    end: date | None = None
    note: str = ""


class AbsenceDraft(NamedTuple):
    """One row of a 离岗 sheet."""

    row: int
    person: PersonRef
    kind: str
    start: date
    end: date | None
    note: str
    sources: Sources


class EntryDraft(NamedTuple):
    """One cell of a wide 数据 sheet, or one row of a long one. ``item`` is the data item's code."""

    row: int
    person: PersonRef
    item: str
    period: Period
    state: State
    number: Decimal | None
    word: str
    note: str
    sources: Sources


class CaseDraft(NamedTuple):
    """One row of a 案件 sheet. ``fields`` holds every column but 案号 and the roles, by header, as text (dates ISO)."""

    row: int
    number: str
    closed: date
    filed: date | None
    roles: dict[str, tuple[PersonRef, ...]]
    fields: dict[str, str]
    own_factor: Decimal | None
    own_reason: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class EventDraft:
    """One row of a 台账 sheet. ``ordinal`` counts rows that tell the same, from 1, in the sheet's order."""

    row: int
    ledger: str
    day: date
    person: PersonRef
    subject: str
    level: str
    points: Decimal | None
    count: Decimal | None
    basis: str
    result_key: str
    note: str
    ordinal: int
    sources: Sources


class BallotDraft(NamedTuple):
    """One row of a 测评 sheet: a mark, or a word. ``ticket`` is the 票号, or a running number; ``item`` the data item's code
    that the row names.
    """

    row: int
    person: PersonRef
    period: Period
    group: str
    mark: Decimal | None
    word: str
    ticket: str
    sources: Sources
    item: str = ""


class MonthlyDraft(NamedTuple):
    """One row of a 月纪实 sheet. ``given`` holds the fields whose columns the sheet has."""

    row: int
    person: PersonRef
    month: Period
    given: frozenset[str]
    sources: Sources
    work: str = ""
    self_assessment: str = ""
    comment: str = ""
    mark: Decimal | None = None


class PastGradeDraft(NamedTuple):
    """One row of a 历年等次 sheet: what a person's evaluation came to in an earlier year."""

    row: int
    person: PersonRef
    year: int
    grade: str
    code: str
    basis: str
    sources: Sources


class DecisionDraft(NamedTuple):
    """One row of a 决定 sheet: the grade that the committee decided."""

    row: int
    person: PersonRef
    grade: str
    reason: str
    meeting: str
    meeting_date: date | None
    sources: Sources
    present: str = ""
    approval: str = ""
    code: str = ""


class NoticeDraft(NamedTuple):
    """One row of a 签收 sheet: who signed for the notice of a result, on which day, with which opinion."""

    row: int
    person: PersonRef
    signed: date
    opinion: str
    source: Source


Draft = (
    RosterDraft
    | AbsenceDraft
    | EntryDraft
    | CaseDraft
    | EventDraft
    | BallotDraft
    | MonthlyDraft
    | PastGradeDraft
    | DecisionDraft
    | NoticeDraft
)


class Hints(NamedTuple):
    """What the reader is told: what the book knows (data items, ledgers, divisions, remembered layouts), and what the
    clerk said; ``columns``: header → data item, column, or 忽略. ``groups``: what the scheme calls its indicators and sets.
    """  # fmt: skip

    items: tuple[DataItem, ...] = ()
    ledgers: tuple[str, ...] = ()
    period: Period | None = None
    kind: str | None = None
    columns: Mapping[str, str] = MappingProxyType({})
    layouts: tuple[Layout, ...] = ()
    divisions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


class Skipped(NamedTuple):
    """A row that was passed over, why (in words), and what stands there."""

    row: int
    why: str
    text: str = ""


class SheetReading(NamedTuple):
    """What one sheet tells. ``kind`` is empty where it tells nothing (a cover or an empty sheet).

    ``coverage``: the empty text for the case list, the names of the ledgers for a 台账 sheet; for ``period``.
    ``scheme`` is set for the kind 方案 only, which is one reading for the whole workbook. ``layout``: the headers with
    what was answered about them, to be remembered. ``subject``: the data item that a 测评 sheet's title or name tells.
    ``likely_division``: the one that its title or name tells, of which its people likely are.
    """

    sheet: str
    kind: str
    period: Period | None
    records: Sequence[Draft] = ()
    scheme: SchemeText | None = None
    coverage: tuple[str, ...] = ()
    rows_read: int = 0
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()
    division: str = ""
    layout: Layout | None = None
    subject: str = ""
    likely_division: str = ""


class FileReading(NamedTuple):
    """What one file tells; ``digest`` is the sha256 of its bytes, in hex, ``mark`` that of the template it was made from."""

    file: str
    digest: str
    sheets: tuple[SheetReading, ...]
    mark: TemplateMark | None = None
