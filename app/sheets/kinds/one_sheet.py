"""One sheet: which kind it is, told by its columns, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.periods import Kind, Period
from app.domain.problems import Problem
from app.domain.words import plain
from app.sheets.drafts import (
    ABSENCE,
    CASES,
    DECISIONS,
    ENTRIES,
    LEDGER,
    MONTHLY,
    NOTICES,
    PAST_GRADES,
    RATINGS,
    ROSTER,
    Draft,
    Hints,
    SheetReading,
    Skipped,
)
from app.sheets.kinds.absence_sheet import read_absences
from app.sheets.kinds.case_sheet import read_cases
from app.sheets.kinds.decision_sheet import read_decisions
from app.sheets.kinds.entry_sheet import (
    ask_about_title,
    is_unrelated,
    lying_across,
    read_long,
    read_wide,
    report_columns,
    report_unrelated,
)
from app.sheets.kinds.ledger_sheet import ledger_titled, read_ledger
from app.sheets.kinds.monthly_record_sheet import read_monthly_records
from app.sheets.kinds.notice_sheet import read_notices
from app.sheets.kinds.past_grade_sheet import read_past_grades
from app.sheets.kinds.rating_sheet import read_ballots, subject_of
from app.sheets.kinds.roster_sheet import read_roster
from app.sheets.reading.cells import Sheet, address
from app.sheets.tables.blocks import tables_of
from app.sheets.tables.context import SheetContext
from app.sheets.tables.control_totals import check_totals
from app.sheets.tables.division_titles import division_titled
from app.sheets.tables.headers import ItemWords, Match, find_headers, told_headers
from app.sheets.tables.headless import report_headless, settle_headless
from app.sheets.tables.layout import Table, cells_above
from app.sheets.tables.layouts import difference, layout_of, recalled
from app.sheets.tables.period_texts import division_told, reporter_told
from app.sheets.tables.sheet_period import settle_period
from app.sheets.tables.spreads import settle_spreads
from app.sheets.tables.vocabulary import DIVISION, LEDGER_BY_TITLE, LONG, VOCABULARIES, WIDE

_TABLE_CELLS = 3
_ASKED_COLUMNS = frozenset(("unknown-column", "figures-without-header"))
_NEVER_READ = ("测评人", "评委", "打分人", "评分人", "投票人")
_PLACEHOLDER = Period(2000, Kind.YEAR, 1)


def read_sheet(file: str, sheet: Sheet, hints: Hints, items: ItemWords) -> SheetReading:
    """What one sheet tells; of no known kind, a reading without kind and the reason as its fault."""
    context = SheetContext(file, sheet, hints, items)
    tables = _tables(context)
    if not tables:
        return _unknown(context)
    kind = tables[0].match.vocabulary.kind
    if kind not in {ROSTER, ABSENCE, PAST_GRADES}:
        context.period = settle_period(context, tables)
    names_items = any(table.match.item_codes for table in tables)
    tables = settle_spreads(context, settle_headless(context, tables))
    records, coverage = _understood(context, tables, names_items=names_items)
    return SheetReading(
        sheet.name,
        kind,
        context.period,
        records,
        coverage=coverage,
        rows_read=sum(len(table.rows) for table in tables),
        skipped=_skipped(tables),
        problems=_each_once(context.problems),
        division=context.division,
        layout=layout_of(tables[0].match, context.reporter, context.items.answers, context.divisions_answered),
        subject=subject_of(context, tables) if kind == RATINGS else "",
        likely_division=division_titled(context.sheet, tables[0].match.top, hints.divisions),
    )


def _understood(
    context: SheetContext, tables: Sequence[Table], *, names_items: bool
) -> tuple[Sequence[Draft], tuple[str, ...]]:
    """The drafts of a sheet and what it covers, with everything wrong told; of one with none of our data, only that."""
    vocabulary = tables[0].match.vocabulary
    is_bare = vocabulary is WIDE and not names_items
    if is_bare and (cell := lying_across(context, tables)) is not None:
        context.fault("table-lies-across", cell.address, cell.text)
        return (), ()
    if is_bare and is_unrelated(context, tables):
        report_unrelated(context, tables)
        return (), ()
    _report(context, tables, vocabulary.kind)
    if vocabulary.kind == ENTRIES:
        ask_about_title(context, tables)
    if is_bare and not any(problem.code in _ASKED_COLUMNS for problem in context.problems):
        report_unrelated(context, tables)
        return (), ()
    return _read(context, tables)


def _tables(context: SheetContext) -> list[Table]:
    """The sheet's tables, its columns understood by what was answered about this layout before; none: of no kind."""
    hints = context.hints
    vocabularies = [each for each in VOCABULARIES if hints.kind in {None, each.kind}]
    if hints.kind in {None, LEDGER} and (ledger := ledger_titled(context)) is not None:
        context.ledger = ledger
        place = next(place for place, each in enumerate(vocabularies) if each.kind == LEDGER)
        required = LEDGER_BY_TITLE.required if ledger.word else vocabularies[place].required
        vocabularies.insert(place + 1, LEDGER_BY_TITLE._replace(required=required))
    found = choose(find_headers(context.sheet, vocabularies, context.items))
    if found is None:
        return []
    above = cells_above(context.sheet, found.top)
    context.division, context.reporter = division_told(above), reporter_told(above)
    layout = recalled(hints.layouts, found, context.reporter)
    if layout is not None:
        context.items = ItemWords(hints.items, {**layout.answers, **hints.columns}, hints.divisions, hints.groups)
        found = choose(find_headers(context.sheet, vocabularies, context.items)) or found
        if changed := difference(layout, found):
            context.warn("layout-changed", found.headers[0].cell, told_headers(found.headers), changed=changed)
    if found.vocabulary.kind != ROSTER:
        context.division = context.division_meant(context.division, asks=False)
    return tables_of(context, found, vocabularies, choose)


def choose(matches: Sequence[Match]) -> Match | None:
    """The kind of which the sheet is, of those that its columns allow.

    人员类别 may stand in a 数据 sheet too: with a data item, and without 任职起, it is one. A sheet with people whose
    further columns nobody knows is a 数据 sheet too, whose columns are then asked for.
    """
    by_vocabulary = {id(each.vocabulary): each for each in matches}
    wide = by_vocabulary.pop(id(WIDE), None)
    roster = next((each for each in by_vocabulary.values() if each.vocabulary.kind == ROSTER), None)
    others = [each for each in by_vocabulary.values() if each is not roster and not _is_mere_group(each, wide)]
    if others:
        return others[0]
    if roster is not None and (wide is None or not wide.item_codes or "任职起" in roster.named):
        return roster
    return wide if wide is not None and (wide.item_codes or wide.unknown) else None


def _is_mere_group(told: Match, wide: Match | None) -> bool:
    """Whether a column of 月纪实 is only the words above data items, of which the sheet has more."""
    return told.vocabulary.kind == MONTHLY and wide is not None and bool(wide.item_codes) and wide.score > told.score


def _read(context: SheetContext, tables: Sequence[Table]) -> tuple[Sequence[Draft], tuple[str, ...]]:
    """The drafts of a sheet and what it covers."""
    vocabulary = tables[0].match.vocabulary
    if vocabulary.kind == ROSTER:
        return read_roster(context, tables), ()
    if vocabulary.kind == ABSENCE:
        return read_absences(context, tables), ()
    if vocabulary.kind == CASES:
        return read_cases(context, tables), ("",)
    if vocabulary.kind == LEDGER:
        rows = read_ledger(context, tables)
        return rows.events, rows.coverage
    if vocabulary.kind == RATINGS:
        return read_ballots(context, tables, context.period or _PLACEHOLDER), ()
    if vocabulary.kind == MONTHLY:
        return read_monthly_records(context, tables), ()
    if vocabulary.kind == PAST_GRADES:
        return read_past_grades(context, tables), ()
    if vocabulary.kind == DECISIONS:
        return read_decisions(context, tables), ()
    if vocabulary.kind == NOTICES:
        return read_notices(context, tables), ()
    return (read_long if vocabulary is LONG else read_wide)(context, tables), ()


def _report(context: SheetContext, tables: Sequence[Table], kind: str) -> None:
    """Tells what is wrong with the columns: missing, twice, unknown, without header, merged over several rows."""
    for table in tables:
        _report_header(context, table)
        if kind == ENTRIES and table.match.vocabulary is WIDE:
            report_columns(context, table)
        elif kind != CASES:
            _report_unread(context, table)
        for cell in table.unclear:
            context.fault("merged-value", cell.address, cell.text)
        report_headless(context, table)
        hidden = [row.number for row in table.rows if row.number in context.sheet.hidden_rows]
        if hidden:
            context.warn("rows-hidden", f"{hidden[0]}行", str(len(hidden)), rows="、".join(map(str, hidden[:20])))
        columns = [header for header in table.match.headers if header.column in context.sheet.hidden_columns]
        if columns:
            context.warn("columns-hidden", columns[0].cell, told_headers(columns))
    check_totals(context, tables)
    # A case list without a case says something, which is told where it is staged.
    if kind != CASES and not any(table.rows for table in tables):
        context.warn("sheet-without-rows", address(tables[0].match.bottom, 1), told_headers(tables[0].match.headers))


def _report_header(context: SheetContext, table: Table) -> None:
    match = table.match
    for column in match.vocabulary.required:
        told_elsewhere = column == DIVISION and (context.division or all(row.division for row in table.rows))
        if column not in match.named and not told_elsewhere:
            context.fault("missing-column", address(match.bottom, 1), told_headers(match.headers), column=column)
    for first, second in match.twice:
        if plain(first.text) == plain(second.text):
            context.fault("column-twice", second.cell, second.text, first=first.cell)
        else:
            context.ask("column-twice-which", second.cell, second.text, first=first.cell, other=first.text)


def _report_unread(context: SheetContext, table: Table) -> None:
    for header in table.match.unknown:
        code = "rater-not-read" if any(word in header.text for word in _NEVER_READ) else "column-not-read"
        context.warn(code, header.cell, header.text)


def _skipped(tables: Sequence[Table]) -> tuple[Skipped, ...]:
    return tuple(skipped for table in tables for skipped in table.skipped)


def _each_once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems in order; one of a cell that speaks for several rows is told once."""
    seen: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.code, problem.source, problem.value, tuple(problem.values.items())), problem)
    return tuple(seen.values())


def _unknown(context: SheetContext) -> SheetReading:
    """A sheet of no kind: a fault. One that holds no row of three cells is no table, and may be a cover."""
    sheet = context.sheet
    widest = max(sheet.rows.values(), key=len)
    cell = next(iter(widest.values()))
    seen = "、".join(f"“{each.text}”" for each in list(widest.values())[:12])
    if context.hints.kind:
        context.fault("header-not-found", cell.address, seen, kind=context.hints.kind)
    elif len(widest) < _TABLE_CELLS:
        context.fault("sheet-without-table", cell.address, seen)
    else:
        context.fault("kind-unknown", cell.address, seen)
    return SheetReading(sheet.name, "", None, problems=tuple(context.problems))
