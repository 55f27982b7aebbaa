"""决定: what a body decided, taken in from its sheet as a whole or not at all (contract, sections 2 and 3, 决定)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from app.domain.entries import Origin
from app.domain.grades.deciding import CODES, QuotaExcess, Standing, grade_word, person_faults, quota_excesses
from app.domain.grades.decisions import Decision
from app.domain.grades.grading import OUTSIDE
from app.domain.periods import Period
from app.domain.problems import Forbidden, Problem, Source
from app.services.changes import Changes
from app.services.deciding.grading import Basis, basis_of
from app.services.sealed import refuse_if_sealed
from app.services.taking_in.imports import Taken
from app.services.taking_in.matching import Directory
from app.services.taking_in.staging.records import StagedChange, StagedSheet, StagedWorkbook, Staging, fault
from app.sheets.drafts import DECISIONS, DecisionDraft, FileReading, Hints, SheetReading
from app.sheets.intake import read_file
from app.storage.batches import Batch, open_batch
from app.storage.database import Database
from app.storage.decisions import decisions
from app.storage.evaluations import SavedEvaluation, read_evaluation
from app.storage.roster import people, postings
from app.storage.session import Session
from app.storage.staleness import is_stale
from app.storage.steps import latest_step, read_steps

_BESIDE = {
    "reason": "理由",
    "meeting": "会议",
    "day": "会议日期",
    "present": "到会人员",
    "approval": "批准文号",
    "code": "代码",
}
"""What a row tells beside the grade: field of Decision → column."""


TYPED = "录入"
"""What stands for the file's name where decisions were typed in."""


class _Desk(NamedTuple):
    """What decisions are held against: proposals, people, and what was decided before."""

    basis: Basis
    directory: Directory
    held: Mapping[str, Decision]
    standings: Mapping[str, Standing]
    step: int
    today: date


class _Read(NamedTuple):
    """One sheet's decisions with the draft of each, and its faults."""

    sheet: SheetReading
    told: tuple[tuple[Decision, DecisionDraft], ...]
    problems: tuple[Problem, ...]


class StagedDecisions(NamedTuple):
    """A 决定 file held against the book: its sheets for review, and what taking it writes."""

    staging: Staging
    period: Period
    digest: str
    changed: tuple[Decision, ...]


def stage_decisions(book: Database, period: Period, path: Path, *, today: date | None = None) -> StagedDecisions:
    """Read a 决定 file and hold it against the proposals; nothing is written.

    Raises Forbidden (exit status 5) where the period is sealed, not computed, or stale.
    """
    with book.reading() as session:
        # Before a file is read at all.
        _desk_state(session, period)
    reading = read_file(Path(path))
    if not any(each.kind for each in reading.sheets):
        # The content tells no kind: read as what the command says it is, so that its faults are told.
        reading = read_file(Path(path), Hints(kind=DECISIONS))
    return stage_told(book, period, reading, today=today)


def typed(drafts: Iterable[DecisionDraft]) -> FileReading:
    """Decisions that were typed in, as a file's reading for ``stage_told``."""
    return FileReading(TYPED, "", (SheetReading("", DECISIONS, None, tuple(drafts)),))


def stage_told(book: Database, period: Period, reading: FileReading, *, today: date | None = None) -> StagedDecisions:
    """Hold what a 决定 file tells, or what was typed in, against the proposals; nothing is written.

    A meeting that is still to come (after ``today``) decided nothing. Raises Forbidden (exit status 5) where the period is sealed, not computed, or stale.
    """
    with book.reading() as session:
        desk = _desk(session, period, today or date.today())
    sheets = [each for each in reading.sheets if each.kind or each.problems]
    read = [_read_sheet(each, desk, reading.file) for each in sheets]
    read = _with_quotas(_told_once(read), desk, reading.file)
    changed = tuple(each for sheet in read for each, _ in sheet.told if desk.held.get(each.staff_no) != each)
    refused = any(not problem.warning for sheet in read for problem in sheet.problems)
    rows = tuple(_staged(each, desk, reading, refused=refused) for each in read)
    if not rows:
        problem = Problem("decision-no-sheet", Source(reading.file), values={"file": reading.file})
        rows = (StagedSheet(reading.file, "", "", period, "refused", faults=(fault(problem),)),)
    workbook = StagedWorkbook(reading.file, reading.digest, rows)
    return StagedDecisions(Staging((workbook,), desk.step), period, reading.digest, () if refused else changed)


def take_decisions(book: Database, staged: StagedDecisions) -> Taken:
    """Write what was staged in one transaction; whoever is not named stays undecided. ``undo`` takes it back.

    Raises Forbidden("book-moved") where the book has changed since staging.
    """
    if not staged.changed:
        return Taken(staged.staging, Changes())
    workbook = staged.staging.workbooks[0]
    with book.transaction(f"评定{staged.period.title}", kind="decide") as session:
        if any(each.id > staged.staging.step for each in read_steps(session, before=session.step, limit=1)):
            raise Forbidden("book-moved")
        batch = open_batch(session, _batch(workbook, staged))
        decisions.write(session, staged.changed, batch.id)
        step = session.step
    sheets = tuple(replace(each, batch=batch.id if each.status == "taken" else "") for each in workbook.sheets)
    return Taken(Staging((replace(workbook, sheets=sheets),), step), Changes(decisions=True))


def _batch(workbook: StagedWorkbook, staged: StagedDecisions) -> Batch:
    taken = [each for each in workbook.sheets if each.status == "taken"]
    return Batch(
        file=workbook.file,
        digest=staged.digest,
        kind=DECISIONS,
        period=staged.period,
        sheet="、".join(each.sheet for each in taken),
        rows_read=sum(each.rows_read for each in workbook.sheets),
        added=sum(each.added for each in workbook.sheets),
        changed=sum(each.changed for each in workbook.sheets),
        unchanged=sum(each.unchanged for each in workbook.sheets),
    )


def _desk_state(session: Session, period: Period) -> SavedEvaluation:
    refuse_if_sealed(session, period, told="评定等次")
    saved = read_evaluation(session, period)
    if saved is None:
        raise Forbidden("decision-not-computed", period=period.title, written=period.code)
    if is_stale(session, saved):
        raise Forbidden("decision-stale", period=period.title, written=period.code)
    return saved


def _desk(session: Session, period: Period, today: date) -> _Desk:
    saved = _desk_state(session, period)
    basis = basis_of(session, period)
    held = {each.staff_no: each for each in decisions.read(session, period=period, issue=saved.issue)}
    proposal = basis.propose({staff_no: each.grade for staff_no, each in held.items()})
    results = {each.staff_no: each for each in basis.results}
    standings = {
        each.staff_no: Standing(
            each,
            results[each.staff_no],
            tuple(row.grade for row in basis.scheme.grades_of(each.pool, period.kind)),
        )
        for each in proposal.persons
    }
    directory = Directory(people.read(session), postings.read(session))
    return _Desk(basis, directory, held, standings, latest_step(session), today)


def _read_sheet(sheet: SheetReading, desk: _Desk, file: str) -> _Read:
    period = desk.basis.saved.period
    problems = list(sheet.problems)
    place = Source(file, sheet.sheet)
    if sheet.kind and sheet.kind != DECISIONS:
        problems.append(Problem("decision-other-sheet", place, sheet.kind, {"kind": sheet.kind}))
        return _Read(sheet, (), tuple(problems))
    if sheet.period is not None and sheet.period != period:
        values = {"told": sheet.period.title, "wanted": period.title}
        problems.append(Problem("decision-other-period", place, sheet.period.code, values))
    told = []
    for draft in sheet.records:
        if isinstance(draft, DecisionDraft):
            decision, faults = _decision(draft, sheet, desk)
            problems += faults
            if decision is not None:
                told.append((decision, draft))
    return _Read(sheet, tuple(told), tuple(problems))


def _decision(draft: DecisionDraft, sheet: SheetReading, desk: _Desk) -> tuple[Decision | None, list[Problem]]:
    """The decision that a row tells, and what is wrong with it; None where it cannot even be told whose it is."""
    period = desk.basis.saved.period
    match = desk.directory.match(draft.person, period, sheet.division)
    if match.problem is not None:
        return None, [match.problem]
    standing = desk.standings.get(match.staff_no)
    if standing is None:
        values = {"staff_no": match.staff_no, "period": period.title}
        return None, [Problem("decision-no-result", draft.person.source, match.staff_no, values)]
    source = draft.sources.get("grade", draft.person.source)
    grade = grade_word(draft.grade, standing.grades)
    if not grade:
        grades = "、".join((*standing.grades, *OUTSIDE))
        values = {"pool": standing.proposal.pool, "kind": period.kind.word, "grades": grades}
        return None, [Problem("decision-grade-unknown", source, draft.grade, values)]
    decision = Decision(
        period=period,
        issue=desk.basis.saved.issue,
        staff_no=match.staff_no,
        grade=grade,
        reason=draft.reason,
        meeting=draft.meeting,
        day=draft.meeting_date,
        code=_code(draft, grade, standing),
        approval=draft.approval,
        present=draft.present,
        proposed=standing.proposal.proposed_grade,
        origin=Origin(source),
    )
    held = desk.held.get(match.staff_no)
    if held is not None and replace(decision, proposed=held.proposed) == held:
        # Told again: what was proposed at that time stays with it.
        return held, []
    return decision, list(_faults(draft, decision, standing, desk))


def _faults(draft: DecisionDraft, decision: Decision, standing: Standing, desk: _Desk) -> Iterator[Problem]:
    """What is wrong with a decision, each in the cell that tells it."""
    source = decision.origin.source
    for each in person_faults(desk.basis.scheme, decision, standing):
        yield Problem(each.code, draft.sources.get(each.field, source), _told(draft, each.field), each.values)
    if decision.day is not None and decision.day > desk.today:
        place = draft.sources.get("meeting_date", source)
        yield Problem("decision-day-ahead", place, decision.day.isoformat(), {"today": desk.today.isoformat()})


def _code(draft: DecisionDraft, grade: str, standing: Standing) -> str:
    """The code that is told, or else the one that sheet 参加考核 found for the same outcome."""
    told = draft.code.strip().upper()
    if told or grade not in CODES or standing.result.status is not OUTSIDE[grade]:
        return told
    return standing.result.reason_code if standing.result.reason_code in CODES[grade] else ""


def _told(draft: DecisionDraft, name: str) -> str:
    return str(getattr(draft, name))


def _told_once(read: list[_Read]) -> list[_Read]:
    """Over all sheets of the file, a person has one decision."""
    first: dict[str, Decision] = {}
    found = []
    for each in read:
        problems, told = list(each.problems), []
        for decision, draft in each.told:
            earlier = first.setdefault(decision.staff_no, decision)
            if earlier is decision:
                told.append((decision, draft))
            elif earlier != decision and earlier.origin.source.sheet != decision.origin.source.sheet:
                # Within one sheet its reader has told so.
                place = earlier.origin.source
                values = {"staff_no": decision.staff_no, "first": f"{place.sheet} {place.cell}".strip()}
                problems.append(Problem("decision-twice-in-file", draft.person.source, decision.grade, values))
        found.append(each._replace(told=tuple(told), problems=tuple(problems)))
    return found


def _with_quotas(read: list[_Read], desk: _Desk, file: str) -> list[_Read]:
    """The sheets with the faults of quotas: counted over all that is decided, together with what was decided before."""
    merged = {**desk.held, **{each.staff_no: each for sheet in read for each, _ in sheet.told}}
    proposal = desk.basis.propose({staff_no: each.grade for staff_no, each in merged.items()})
    excesses = tuple(quota_excesses(desk.basis.scheme, proposal, merged.values()))
    if not excesses:
        return read
    found = [each._replace(problems=(*each.problems, *_quota_faults(each, excesses))) for each in read]
    if all(each.problems == old.problems for each, old in zip(found, read, strict=True)):
        # What the file tells has made a quota smaller, and those who are over it are not in the file.
        problems = tuple(_quota_fault(each, Source(file)) for each in excesses)
        found[0] = found[0]._replace(problems=(*found[0].problems, *problems))
    return found


def _quota_faults(read: _Read, excesses: tuple[QuotaExcess, ...]) -> Iterator[Problem]:
    for excess in excesses:
        for decision, draft in read.told:
            if decision.staff_no in excess.staff:
                yield _quota_fault(excess, draft.sources.get("grade", draft.person.source))


def _quota_fault(excess: QuotaExcess, source: Source) -> Problem:
    values = {
        "pool": excess.pool,
        "size": str(excess.size),
        "limit": str(excess.limit),
        "count": str(excess.given),
        "share": excess.share,
    }
    code = "decision-over-approved" if excess.share else "decision-over-quota"
    return Problem(code, source, excess.grade, values)


def _staged(read: _Read, desk: _Desk, reading: FileReading, *, refused: bool) -> StagedSheet:
    new = [(each, draft) for each, draft in read.told if desk.held.get(each.staff_no) != each]
    added = sum(each.staff_no not in desk.held for each, _ in new)
    status = "refused" if refused else "taken" if new else "unchanged"
    return StagedSheet(
        file=reading.file,
        sheet=read.sheet.sheet,
        kind=read.sheet.kind,
        period=desk.basis.saved.period,
        status=status,
        rows_read=read.sheet.rows_read,
        added=added,
        changed=len(new) - added,
        unchanged=len(read.told) - len(new),
        changes=tuple(change for each, _ in new for change in _changes(each, desk)),
        faults=tuple(fault(problem, reading.file, read.sheet.sheet) for problem in read.problems),
        skipped=read.sheet.skipped,
    )


def _changes(decision: Decision, desk: _Desk) -> Iterator[StagedChange]:
    """The grade; of a decision that was there before whatever else is told differently, in the grade's place if that stays."""
    held, staff_no = desk.held.get(decision.staff_no), decision.staff_no
    name, source = desk.directory.name_of(staff_no), decision.origin.source
    if held is None or held.grade != decision.grade:
        yield StagedChange(staff_no, name, "评定等次", "评定等次", held.grade if held else None, decision.grade, source)
    for field, label in _BESIDE.items() if held is not None else ():
        old, new = (_text(getattr(each, field)) for each in (held, decision))
        if old != new:
            yield StagedChange(staff_no, name, label, label, old or None, new or None, source)


def _text(value: str | date | None) -> str:
    return value if isinstance(value, str) else value.isoformat() if value else ""
