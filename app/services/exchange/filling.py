"""填表: the higher court's own workbook in, the same out, filled; and a list of every cell that was written, and why.

What already stands in a cell is never overwritten unless a mark of the clerk says so, and then it is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.facts import PersonResult
from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.exchange.form_figures import Answer, FormFigures
from app.services.exchange.form_marks import marks_told, refuse_unclear, remember_marks
from app.services.progress import Report, unheard
from app.services.scoring.computing import decided_grades
from app.services.scoring.reckoning import evaluator_of, up_to_date
from app.sheets.forms.form import Form, FormSheet, FormValue, open_form, write_form
from app.sheets.forms.layout import Asked, FormRow, FormTable, filled_text, roster_field
from app.sheets.forms.sheet_xml import place_of
from app.sheets.reading.cells import address
from app.storage.database import Database
from app.storage.evaluations import SavedEvaluation
from app.storage.form_marks import FormMark, form_marks
from app.storage.session import Session
from app.storage.settings import read_court

_IDLE = frozenset({"序号", "备注"})
_NAMING = frozenset({"工号", "姓名", "部门"})
"""What says whom a row is about: where it stands already, it is not written again and not told as kept."""
BY_MARK, BY_NAME, BY_WORDS, BY_HEADER = "标记", "名称", "占位文字", "表头"


class FilledCell(NamedTuple):
    """One cell that was asked for: what it got, or (``value`` None) why it got nothing. ``stood``: what was there before."""

    sheet: str
    cell: str
    asked: str
    by: str
    value: FormValue | None
    why: str = ""
    stood: str = ""


@dataclass
class Filling:
    """What filling a form came to."""

    period: Period
    form: str
    fingerprint: str
    written: list[FilledCell] = field(default_factory=list)
    kept: list[FilledCell] = field(default_factory=list)
    """Cells left as they were, because something stands there already."""
    empty: list[FilledCell] = field(default_factory=list)
    """Cells that got nothing, because there is nothing to tell."""
    unknown: list[FilledCell] = field(default_factory=list)
    """Questions and headers that were not understood, people who were not found."""
    left_over: list[tuple[str, str, str]] = field(default_factory=list)
    """Sheet, staff number and name of people for whom a table had no free row."""


class _Place(NamedTuple):
    """A cell, what it is asked, and by what."""

    sheet: FormSheet
    row: int
    column: int
    asked: str
    by: str


class FormPlan(NamedTuple):
    """A form with what would be written in it. ``figures`` answer what else might be asked of it."""

    form: Form
    filling: Filling
    figures: FormFigures
    told: tuple[FormMark, ...]
    """The marks told this time, which are not remembered yet."""

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the form's sheets."""
        return tuple(each.name for each in self.form.sheets)

    def cells(self, sheet: str) -> dict[tuple[int, int], str]:
        """Row and column (from 1) of every cell of a sheet in which something stands, with what stands there."""
        told = self.form.sheet(sheet)
        return {} if told is None else {at: cell.text for at, cell in told.grid.cells.items() if cell.text}


def fill(
    book: Database,
    period: Period,
    form_file: Path,
    path: Path,
    *,
    marks: Sequence[str] = (),
    report: Report | None = None,
) -> Filling:
    """Fill a form and write it. ``marks``: ``表!C5=平均分(法官)``, remembered for this form; without a figure, forgotten.

    Raises AppError: not a workbook that can be filled in place, a mark that names no cell of it, the same file as both,
    not writable; Forbidden where the period is not computed or no longer up to date.
    """
    tell = report or unheard
    tell(0, 2, "读原表，算出要填的数")
    plan = plan_filling(book, period, form_file, marks=marks, path=path)
    tell(1, 2, f"写入 {Path(path).name}")
    write_form(plan.form, Path(path))
    if plan.told:
        remember_marks(book, plan.filling.fingerprint, plan.told)
    return plan.filling


def mark_form(book: Database, period: Period, form_file: Path, marks: Sequence[str]) -> FormPlan:
    """Remember marks for a form without filling it; gives what it would hold with them. Raises as ``fill``."""
    plan = plan_filling(book, period, form_file, marks=marks)
    remember_marks(book, plan.filling.fingerprint, plan.told)
    return plan


def plan_filling(
    book: Database, period: Period, form_file: Path, *, marks: Sequence[str] = (), path: Path | None = None
) -> FormPlan:
    """What filling a form would write; nothing is written or remembered. Raises as ``fill``; ``path``: where it shall go."""
    form_file = Path(form_file)
    form = open_form(form_file)
    if path is not None:
        _check_target(form, form_file, Path(path))
    told = marks_told(form, marks)
    with book.reading() as session:
        saved, results = up_to_date(session, period, "填表")
        figures = _figures(session, saved, results)
    refuse_unclear(told, figures)
    filling = Filling(period, form.file, form.fingerprint)
    with book.reading() as session:
        known = form_marks.read(session, form=filling.fingerprint)
    here = {(each.form_sheet, each.form_cell): each.figure for each in (*known, *told)}
    _fill_marked(here, form, figures, filling)
    _fill_named(form, figures, filling)
    for sheet in form.sheets:
        _fill_asked(sheet, figures, filling)
        for table in sheet.tables:
            _fill_table(form, sheet, table, figures, filling)
    return FormPlan(form, filling, figures, tuple(told))


def _check_target(form: Form, form_file: Path, path: Path) -> None:
    if path.suffix.lower() != form.suffix:
        raise AppError("form-other-suffix", file=path.name, suffix=form.suffix)
    if path.exists() and path.resolve() == form_file.resolve():
        raise AppError("form-onto-itself", file=path.name)


def _figures(session: Session, saved: SavedEvaluation, results: Sequence[PersonResult]) -> FormFigures:
    court = read_court(session)
    facts = {
        "法院": court.name, "法院名称": court.name, "单位": court.name, "填报单位": court.name, "法院代码": court.code,
        "周期": saved.period.title, "考核周期": saved.period.title, "年度": str(saved.period.year),
        "期次": str(saved.issue), "方案": saved.scheme_name, "方案版本": saved.scheme_version,
    }  # fmt: skip
    return FormFigures(facts, results, decided_grades(session, saved.period), evaluator_of(session, saved))


def _fill_marked(marks: Mapping[tuple[str, str], str], form: Form, figures: FormFigures, filling: Filling) -> None:
    for (name, cell), figure in marks.items():
        sheet, at = form.sheet(name), place_of(cell)
        if sheet is not None and at is not None and figure:
            _put(_Place(sheet, *at, figure, BY_MARK), figures.answer(figure), form, filling)


def _fill_named(form: Form, figures: FormFigures, filling: Filling) -> None:
    for name in form.names:
        sheet, answer = form.sheet(name.sheet), figures.answer(name.name)
        # A name that asks for nothing we know serves the form's own formulas.
        if sheet is not None and answer is not None:
            corner = sheet.grid.corner(name.row, name.column)
            _put(_Place(sheet, *corner, name.name, BY_NAME), answer, form, filling)


def _fill_asked(sheet: FormSheet, figures: FormFigures, filling: Filling) -> None:
    for asked in sheet.asked:
        answers = [figures.answer(each) for each in asked.asks]
        known = [each for each in answers if each is not None]
        if (asked.row, asked.column) in sheet.filled:
            continue
        cell = FilledCell(sheet.name, address(asked.row, asked.column), "、".join(asked.asks), BY_WORDS, None)
        if len(known) < len(answers):
            unclear = "、".join(ask for ask, answer in zip(asked.asks, answers, strict=True) if answer is None)
            filling.unknown.append(cell._replace(why=f"不明白“{unclear}”要什么"))
            continue
        value = _of_words(asked, known)
        whys = "；".join(each.why for each in known if each.value is None)
        (filling.empty if value == "" else filling.written).append(
            cell._replace(value=value, why=whys, stood=asked.text)
        )
        sheet.filled[asked.row, asked.column] = value


def _of_words(asked: Asked, answers: Sequence[Answer]) -> FormValue:
    """A lone question gives its figure; inside a sentence the figures stand as text."""
    told = answers[0].value
    if asked.text.strip().startswith("{{") and asked.text.strip().endswith("}}") and len(answers) == 1:
        return "" if told is None else told
    return filled_text(asked, ("" if each.value is None else _text(each.value) for each in answers))


def _text(value: FormValue) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _put(place: _Place, answer: Answer | None, form: Form, filling: Filling) -> None:
    """Write one cell, unless something stands there; a mark overwrites, and what stood there is told."""
    sheet, row, column, asked, by = place
    there = sheet.grid.cells.get((row, column))
    stood = "" if there is None else f"（公式）{there.text}" if there.formula else there.text
    cell = FilledCell(sheet.name, address(row, column), asked, by, None, stood=stood)
    if (row, column) in sheet.filled or sheet.grid.corner(row, column) != (row, column):
        return
    if answer is None:
        filling.unknown.append(cell._replace(why="不明白要什么"))
    elif answer.value is None:
        filling.empty.append(cell._replace(why=answer.why))
    elif there is not None and not there.is_empty and not _may_replace(there.formula, there.text, by):
        why = "这里是公式" if there.formula else "这里已经有内容"
        filling.kept.append(cell._replace(value=answer.value, why=why))
    else:
        value = answer.value
        if answer.percent and not isinstance(value, str) and form.is_percent(sheet, row, column):
            value = Decimal(value) / 100
        sheet.filled[row, column] = value
        filling.written.append(cell._replace(value=value))


def _may_replace(formula: str, text: str, by: str) -> bool:
    """A mark replaces a value, a text, a formula of its own; not one on which other cells' formulas hang."""
    if by == BY_MARK:
        return formula in ("", "normal")
    return not formula and text.strip().startswith("{{") and text.strip().endswith("}}")


def _fill_table(form: Form, sheet: FormSheet, table: FormTable, figures: FormFigures, filling: Filling) -> None:
    asked = []
    for column in table.columns:
        known = figures.column(column.texts)
        if known is not None:
            asked.append((column.column, *known))
        elif roster_field(column.texts[0]) not in _IDLE:
            cell = FilledCell(sheet.name, address(column.row, column.column), column.texts[0], BY_HEADER, None)
            filling.unknown.append(cell._replace(why="不认识这一栏，没有填"))
    for row, person in _seated(sheet, table, figures, filling):
        for at, word, asking in asked:
            if not (roster_field(word) in _NAMING and not row.is_free and _has_text(sheet, row.row, at)):
                place = _Place(sheet, row.row, at, f"{word}:{person.staff_no}", BY_HEADER)
                _put(place, asking(person), form, filling)


def _has_text(sheet: FormSheet, row: int, column: int) -> bool:
    cell = sheet.grid.cells.get(sheet.grid.corner(row, column))
    return cell is not None and not cell.is_empty


def _seated(
    sheet: FormSheet, table: FormTable, figures: FormFigures, filling: Filling
) -> Iterator[tuple[FormRow, PersonResult]]:
    """Who belongs into which row: those whom rows name, then the others of the sheet's scope into the free rows."""
    seated = set()
    free = [row for row in table.rows if row.is_free]
    for row in table.rows:
        if row.is_free:
            continue
        found = _named(row, figures)
        if len(found) == 1:
            seated.add(found[0].staff_no)
            yield row, found[0]
        else:
            why = (
                "得分里没有这个人"
                if not found
                else "不止一人：" + "、".join(f"{each.staff_no}{each.division}" for each in found)
            )
            who = row.staff_no or row.name
            filling.unknown.append(
                FilledCell(sheet.name, address(row.row, table.columns[0].column), who, BY_HEADER, None, why)
            )
    if not free:
        return
    waiting = [each for each in figures.scope(table.around) if each.staff_no not in seated]
    yield from zip(free, waiting, strict=False)
    filling.left_over += [(sheet.name, each.staff_no, each.name) for each in waiting[len(free) :]]


def _named(row: FormRow, figures: FormFigures) -> list[PersonResult]:
    if row.staff_no:
        found = figures.of_person(row.staff_no)
        return [found] if found is not None else []
    return figures.named(row.name, row.division)


def fill_document(book: Database, filling: Filling, path: Path) -> dict[str, Any]:
    """What ``fill --json`` prints (contract, section 5)."""
    return {
        "book": book.path.name,
        "period": filling.period.code,
        "form": filling.form,
        "file": str(path),
        "fingerprint": filling.fingerprint,
        **{
            name: [_cell_document(each) for each in getattr(filling, name)]
            for name in ("written", "kept", "empty", "unknown")
        },
        "left_over": [
            {"sheet": sheet, "staff_no": staff_no, "name": name} for sheet, staff_no, name in filling.left_over
        ],
    }


def _cell_document(cell: FilledCell) -> dict[str, Any]:
    return {**cell._asdict(), "value": None if cell.value is None else _text(cell.value)}
