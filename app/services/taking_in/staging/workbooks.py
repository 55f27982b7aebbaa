"""Several files staged in the order in which they are taken, each against the state that the earlier ones leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from string import ascii_uppercase
from types import MappingProxyType
from typing import NamedTuple

from app.domain.entries import Entry
from app.domain.layouts import Layout
from app.domain.periods import Period
from app.domain.problems import AppError, Problem, Source
from app.domain.roster import Posting
from app.domain.schemes import Scheme
from app.domain.words import plain
from app.messages import sentence
from app.messages.moments import moment_text
from app.services.progress import Report, unheard
from app.services.taking_in.staging.absences import stage_absences
from app.services.taking_in.staging.cases import stage_cases
from app.services.taking_in.staging.comparisons import item_of, replace_last, with_last
from app.services.taking_in.staging.entries import stage_entries
from app.services.taking_in.staging.fields import staged_changes
from app.services.taking_in.staging.holdings import Desk, Holdings
from app.services.taking_in.staging.ledgers import stage_ledgers
from app.services.taking_in.staging.likely_divisions import with_likely_division
from app.services.taking_in.staging.made import EntryDifferences, Later, Made
from app.services.taking_in.staging.merging import Told, told_before
from app.services.taking_in.staging.monthly_records import stage_monthly_records
from app.services.taking_in.staging.older_templates import older_data, other_period, without_older_columns
from app.services.taking_in.staging.past_grades import stage_past_grades
from app.services.taking_in.staging.ratings import stage_ratings
from app.services.taking_in.staging.records import (
    Fault,
    Outline,
    StagedChange,
    StagedSheet,
    StagedWorkbook,
    fault,
    faults_of,
)
from app.services.taking_in.staging.roster import stage_roster
from app.services.taking_in.staging.schemes import stage_scheme
from app.services.taking_in.staging.sealing import sealed_changes
from app.sheets import drafts
from app.sheets.drafts import FileReading, Hints, SheetReading
from app.sheets.intake import read_book
from app.sheets.reading.cells import Workbook
from app.sheets.reading.worker import SheetReader
from app.storage.batches import Batch

_STAGES: dict[str, Callable[[SheetReading, Desk], Outline]] = {
    drafts.ROSTER: stage_roster,
    drafts.ABSENCE: stage_absences,
    drafts.SCHEME: stage_scheme,
    drafts.ENTRIES: stage_entries,
    drafts.CASES: stage_cases,
    drafts.LEDGER: stage_ledgers,
    drafts.RATINGS: stage_ratings,
    drafts.MONTHLY: stage_monthly_records,
    drafts.PAST_GRADES: stage_past_grades,
}

_ECHOES = {
    "case-twice": ("told-twice",),
    "past-grade-twice": ("told-twice",),
    "person-twice": ("told-twice",),
    "staff-no-of-two": ("roster-rows-disagree",),
}
"""What is told of a row already where the first is told of it."""


_SAME_ALWAYS = frozenset((drafts.ROSTER, drafts.SCHEME, drafts.DECISIONS, drafts.NOTICES))
"""The kinds that are read alike whatever the scheme and the roster say."""


class Wishes(NamedTuple):
    """What the clerk told with the files."""

    period: Period | None = None
    kind: str | None = None
    replace: bool = False
    columns: Mapping[str, str] = MappingProxyType({})
    """Header, or ``file!header`` → data item, column of the kind, or 忽略."""


class Known(NamedTuple):
    """What the book knows beside its records: its ledgers, and how columns of sheets were understood before."""

    ledgers: tuple[str, ...] = ()
    layouts: tuple[Layout, ...] = ()
    taken: Mapping[str, Batch] = MappingProxyType({})
    """Of each file that was taken before, and not back, by its digest: the newest import."""
    sealed: Mapping[Period, int] = MappingProxyType({})
    """Every sealed period, with its issue."""
    book: str = ""
    """The book's own mark, by which templates made from it are known."""


class _Read(NamedTuple):
    workbook: Workbook
    reading: FileReading
    hints: Hints


def stage_workbooks(
    paths: Sequence[Path],
    holdings: Holdings,
    known: Known,
    wishes: Wishes,
    report: Report = unheard,
    *,
    reader: SheetReader,
) -> tuple[StagedWorkbook, ...]:
    """Every file as it stands for review, in the order of taking; files that cannot be read at all come first."""
    unreadable: list[StagedWorkbook] = []
    read: list[_Read] = []
    for number, path in enumerate(paths):
        tell = partial(report, number, 2 * len(paths), f"读取 {path.name}")
        tell()
        hints = _hints(holdings, known, wishes, path.name)
        try:
            workbook = reader.read(path, tell)
            read.append(_Read(workbook, read_book(workbook, hints), hints))
        except AppError as error:
            unreadable.append(_unreadable(path, error))
    read.sort(key=lambda each: _order_of(each.reading))
    staged = []
    for number, each in enumerate(read):
        report(len(paths) + number, 2 * len(paths), f"核对 {each.workbook.file}")
        staged.append(_stage_one(each, holdings, known, wishes))
    return (*unreadable, *staged)


def _hints(holdings: Holdings, known: Known, wishes: Wishes, file: str, reading: Sequence[SheetReading] = ()) -> Hints:
    """What the reader of one file is told; ``reading`` is what the file itself tells: its period, a roster's divisions."""
    told = reading[0].period if reading else None
    scheme = holdings.scheme_for(wishes.period or told)
    own = f"{file}!"
    columns = {
        place.removeprefix(own): word for place, word in wishes.columns.items() if "!" not in place or own in place
    }
    divisions = {posting.division for posting in holdings.all_of(Posting).values()}
    rosters = [sheet.records for sheet in reading if sheet.kind == drafts.ROSTER]
    divisions |= {draft.division for rows in rosters for draft in rows if isinstance(draft, drafts.RosterDraft)}
    return Hints(
        scheme.items if scheme else (),
        known.ledgers,
        wishes.period,
        wishes.kind,
        columns,
        known.layouts,
        tuple(sorted(divisions)),
        _groups(scheme) if scheme else (),
    )


def _groups(scheme: Scheme) -> tuple[str, ...]:
    """What a scheme calls its sets and indicators: so may groups of columns be headed."""
    return tuple({name for each in scheme.sets for name in (each.name, *(leaf.name for leaf in each.indicators))})


def _order(kind: str) -> int:
    return drafts.KINDS.index(kind) if kind in drafts.KINDS else len(drafts.KINDS)


def _order_of(reading: FileReading) -> int:
    return min((_order(sheet.kind) for sheet in reading.sheets), default=len(drafts.KINDS))


def _stage_one(read: _Read, holdings: Holdings, known: Known, wishes: Wishes) -> StagedWorkbook:
    before = holdings.snapshot()
    mark = read.reading.mark.seen_from(known.book) if read.reading.mark else None
    desk = Desk(holdings, read.reading.file, wishes.replace, mark)
    desk = desk._replace(taken=known.taken.get(read.reading.digest), sealed=known.sealed)
    outlines: dict[str, Outline] = {}
    reading = _read_again(read, holdings, known, wishes)
    for sheet in (each for each in reading.sheets if each.kind == drafts.SCHEME):
        outlines[sheet.sheet] = outline = _stage_sheet(sheet, desk)
        if outline.scheme is not None and not outline.stops:
            holdings.lay_scheme(outline.scheme)
            reading = _read_again(read, holdings, known, wishes)
    several = sum(bool(sheet.kind) for sheet in reading.sheets) > 1
    told: Told = {}
    for sheet in sorted(reading.sheets, key=lambda each: _order(each.kind)):
        if sheet.sheet not in outlines:
            outline = _stage_sheet(sheet, desk)
            if several:
                outline = replace(outline, problems=(*outline.problems, *told_before(outline, sheet.sheet, told)))
            outlines[sheet.sheet] = outline
            holdings.lay(outline.differences)
    if any(outline.stops for outline in outlines.values()):
        holdings.restore(before)
    return _workbook(reading, outlines, holdings)


def _read_again(read: _Read, holdings: Holdings, known: Known, wishes: Wishes) -> FileReading:
    """The reading under the data items of the period that the file itself tells, or of a scheme or roster just staged."""
    sheets = read.reading.sheets
    for place, sheet in enumerate(sheets):
        if sheet.kind not in _SAME_ALWAYS or any(each.code == "scheme-sheet-unknown" for each in sheet.problems):
            hints = _hints(holdings, known, wishes, read.workbook.file, (sheet, *sheets[:place], *sheets[place + 1 :]))
            if (hints.items, hints.divisions) != (read.hints.items, read.hints.divisions):
                return read_book(read.workbook, hints)
    return read.reading


def _stage_sheet(sheet: SheetReading, desk: Desk) -> Outline:
    if sheet.kind == drafts.DECISIONS:
        problem = Problem("decisions-not-imported", Source(desk.file, sheet.sheet))
        return Outline(problems=(*sheet.problems, problem))
    if sheet.kind == drafts.NOTICES:
        return Outline(problems=(*sheet.problems, Problem("notices-not-imported", Source(desk.file, sheet.sheet))))
    stage = _STAGES.get(sheet.kind)
    sheet = with_likely_division(sheet, desk.holdings)
    outline = stage(sheet, desk) if stage else Outline()
    problems = (*sheet.problems, *outline.problems, *older_data(outline, desk), *_taken_before(outline, sheet, desk))
    problems += tuple(sealed_changes(outline.differences, desk.sealed, Source(desk.file, sheet.sheet)))
    problems += tuple(other_period(sheet, desk))
    problems = tuple(without_older_columns(problems, sheet, desk))
    return replace(outline, problems=tuple(_without_echoes(problems)), layout=sheet.layout)


def _without_echoes(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without those that only say again of a row what another one says more plainly."""
    told = tuple(problems)
    echoes = {(code, _row(each)) for each in told for code in _ECHOES.get(each.code, ())}
    unknown = {plain(each.value) for each in told if each.code == "division-unknown"}
    return (
        each
        for each in told
        if (each.code, _row(each)) not in echoes
        and not (each.code == "person-not-in-division" and plain(each.values["division"]) in unknown)
    )


def _row(problem: Problem) -> tuple[str, str]:
    return problem.source.sheet, problem.source.cell.lstrip(ascii_uppercase)


def _taken_before(outline: Outline, sheet: SheetReading, desk: Desk) -> Iterator[Problem]:
    """The very same file again, after what it told was changed: it is no news, and would put old values back."""
    batch = desk.taken
    if batch is None or desk.replace:
        return
    since = [
        old
        for old, new in outline.differences
        if old is not None and new is not None and (old.origin.at, old.origin.batch) > (batch.at, batch.id)
    ]
    if since or outline.scheme is not None:
        last = since[0].origin if since else None
        values = {
            "at": moment_text(batch.at),
            "batch": batch.id,
            "count": str(len(since) or 1),
            "cell": (last.source.cell if last else "") or "方案",
            "since": moment_text(last.at) if last else "后来",
            "file": (last.source.file if last else "") or "手工改动",
        }
        yield Problem("file-taken-before", Source(desk.file, sheet.sheet), values=values)


def _workbook(reading: FileReading, outlines: dict[str, Outline], holdings: Holdings) -> StagedWorkbook:
    refused = any(outline.stops for outline in outlines.values())
    sheets = [
        _sheet(reading.file, sheet, outlines[sheet.sheet], holdings, refused=refused)
        for sheet in reading.sheets
        if sheet.kind or outlines[sheet.sheet].problems
    ]
    if not sheets:
        sheets = [_nothing_found(reading.file)]
    kept = () if refused else tuple(outlines[sheet.sheet] for sheet in reading.sheets)
    return StagedWorkbook(reading.file, reading.digest, tuple(sheets), kept)


def _sheet(file: str, sheet: SheetReading, outline: Outline, holdings: Holdings, *, refused: bool) -> StagedSheet:
    scheme = holdings.scheme_for(sheet.period)
    labels = {item.code: item.name for item in scheme.items} if scheme else {}
    status = "refused" if refused else "taken" if outline.changes_anything else "unchanged"
    labels = holdings.item_names(sheet.period)
    changes = _changes(outline, holdings, labels)
    faults = faults_of(outline.problems, file, sheet.sheet)
    if refused and not outline.stops:
        faults = (*faults, fault(Problem("sheet-held-back", Source(file, sheet.sheet), warning=True)))
    return StagedSheet(
        file=file,
        sheet=sheet.sheet,
        kind=sheet.kind,
        period=sheet.period,
        status=status,
        rows_read=sheet.rows_read,
        added=outline.count_added,
        changed=outline.count_changed,
        unchanged=outline.unchanged,
        changes=changes,
        faults=faults,
        skipped=sheet.skipped,
        division=sheet.division,
        ledgers=tuple(filter(None, sheet.coverage)),
    )


def _changes(outline: Outline, holdings: Holdings, labels: Mapping[str, str]) -> Sequence[StagedChange]:
    """Every change, with the value of the period before; of a sheet staged by columns, made when somebody looks."""
    told, names = outline.differences, holdings.directory.name_of
    if not isinstance(told, EntryDifferences):
        return (*outline.told, *with_last(staged_changes(told, names, labels), told, holdings))

    def changes(place: int) -> list[StagedChange]:
        difference, last = told[place], told.last(place)
        item = difference.new.item if isinstance(difference.new, Entry) else ""
        made = staged_changes((difference,), names, labels)
        return [replace_last(each, last) if item_of(each) == item else each for each in made]

    if not told.olds:
        return Made(len(told), lambda place: changes(place)[0])
    return Later(lambda: tuple(change for place in range(len(told)) for change in changes(place)))


def _nothing_found(file: str) -> StagedSheet:
    told = fault(Problem("file-tells-nothing", Source(file)))
    return StagedSheet(file, "", "", None, "refused", faults=(told,))


def _unreadable(path: Path, error: AppError) -> StagedWorkbook:
    message = sentence(error.code, error.values)
    told = Fault(path.name, "", "", "", error.code, message.text, message.remedy)
    return StagedWorkbook(path.name, "", (StagedSheet(path.name, "", "", None, "refused", faults=(told,)),))
