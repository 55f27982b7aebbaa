"""The tables of the newest schema. Column names are the record's field names; ``migrations`` makes the tables themselves.

A test holds both against each other, so what stands here is what a migrated book has.
"""

from __future__ import annotations

from app.storage.tables.book import BatchRow, HistoryRow, SettingRow, StepRow, TouchRow
from app.storage.tables.closing import NoticeRow, ObjectionRow, PublicationRow, ReopeningRow, SealRow
from app.storage.tables.columns import table_of
from app.storage.tables.exchange import FormMarkRow, LowerCourtRow, PackageRow
from app.storage.tables.inputs import BallotRow, CaseRow, CoverageRow, EntryRow, EventRow, RulingRow
from app.storage.tables.layouts import LayoutRow, LayoutUseRow
from app.storage.tables.past_grades import PastGradeRow
from app.storage.tables.receipts import ReceiptRow
from app.storage.tables.records import EvidenceRow, FileRow, MonthlyRecordRow
from app.storage.tables.results import DecisionRow, EvaluationRow, ResultRow, SchemeRow
from app.storage.tables.roster import AbsenceRow, PersonRow, PostingRow
from app.storage.tables.waivers import WaiverRow

__all__ = [
    "AbsenceRow",
    "BallotRow",
    "BatchRow",
    "CaseRow",
    "CoverageRow",
    "DecisionRow",
    "EntryRow",
    "EvaluationRow",
    "EventRow",
    "EvidenceRow",
    "FileRow",
    "FormMarkRow",
    "HistoryRow",
    "LayoutRow",
    "LayoutUseRow",
    "LowerCourtRow",
    "MonthlyRecordRow",
    "NoticeRow",
    "ObjectionRow",
    "PackageRow",
    "PastGradeRow",
    "PersonRow",
    "PostingRow",
    "PublicationRow",
    "ReceiptRow",
    "ReopeningRow",
    "ResultRow",
    "RulingRow",
    "SchemeRow",
    "SealRow",
    "SettingRow",
    "StepRow",
    "TouchRow",
    "WaiverRow",
    "table_of",
]
