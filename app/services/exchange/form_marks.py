"""Marks that the clerk sets in cells of the higher court's form: read as told, checked, remembered for that form."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.problems import AppError
from app.services.changes import Changes
from app.services.exchange.form_figures import FormFigures
from app.sheets.forms.form import Form
from app.sheets.forms.sheet_xml import place_of
from app.sheets.reading.cells import address
from app.storage.database import Database
from app.storage.form_marks import FormMark, form_marks


def marks_told(form: Form, marks: Iterable[str]) -> list[FormMark]:
    """The marks as the clerk told them. Raises AppError for one that names no cell of the form."""
    told = []
    for text in marks:
        place, equals, figure = text.partition("=")
        name, _, cell = place.strip().rpartition("!")
        sheet = form.sheet(name.strip().strip("'")) if name else form.sheets[0] if len(form.sheets) == 1 else None
        at = place_of(cell.strip())
        if not equals or sheet is None or at is None:
            sheets = "、".join(each.name for each in form.sheets)
            raise AppError("form-mark-unreadable", 2, mark=text, sheets=sheets)
        told.append(FormMark("", sheet.name, address(*sheet.grid.corner(*at)), figure.strip()))
    return told


def remember_marks(book: Database, form: str, told: Iterable[FormMark]) -> Changes:
    """Keep marks for a form, in place of earlier ones in the same cells; one without a figure is forgotten."""
    with book.transaction("记住表格标记", kind="edit") as session:
        for each in told:
            mark = FormMark(form, each.form_sheet, each.form_cell, each.figure)
            if mark.figure:
                form_marks.write(session, [mark])
            else:
                form_marks.remove(session, [mark.key])
    return Changes(entries=True)


def refuse_unclear(told: Iterable[FormMark], figures: FormFigures) -> None:
    """Raises AppError ``form-mark-unclear`` with every mark that asks for nothing we know."""
    unclear = [each for each in told if each.figure and figures.answer(each.figure) is None]
    if unclear:
        marks = "；".join(f"{each.form_sheet}!{each.form_cell}={each.figure}" for each in unclear)
        raise AppError("form-mark-unclear", 2, marks=marks)
