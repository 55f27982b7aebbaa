"""A form as the program has it: what the reading process found in the file, and what each sheet is to be given.

    form = open_form(path)
    form.sheets[0].filled[5, 3] = Decimal("91.5")
    write_form(form, out)

The file itself is opened by the reading process alone (app.sheets.reading.worker), when it is looked at and when it is
filled; what comes back is cells, and at the end the bytes of the new file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from app.sheets.forms.grid import FormGrid, Place
from app.sheets.forms.layout import Asked, FormTable
from app.sheets.forms.wire import ToldForm, form_of, told_values, written_of
from app.sheets.forms.workbook import DefinedName, Value
from app.sheets.reading.worker import SheetReader
from app.sheets.writing import whole_file

FormValue = Decimal | int | str
LOOK, FILL = "form", "filled-form"
"""What the reading process is asked to do with a form."""


@dataclass
class FormSheet:
    """One worksheet of a form, where it wants to be filled, and what is to be written in it."""

    name: str
    grid: FormGrid
    tables: tuple[FormTable, ...]
    asked: tuple[Asked, ...]
    filled: dict[Place, FormValue] = field(default_factory=dict)


@dataclass
class Form:
    """A form that was looked at. ``digest``: of its bytes then; ``fingerprint``: what it is known by, period after period."""

    file: str
    path: Path
    digest: str
    suffix: str
    sheets: tuple[FormSheet, ...]
    names: tuple[DefinedName, ...]
    percents: frozenset[int]
    fingerprint: str

    def sheet(self, name: str) -> FormSheet | None:
        """The sheet with this name (letter case apart), or None."""
        return next((each for each in self.sheets if each.name.casefold() == name.strip().casefold()), None)

    def is_percent(self, sheet: FormSheet, row: int, column: int) -> bool:
        """Whether a cell shows its figure as a percentage."""
        return sheet.grid.style_at(row, column) in self.percents


def open_form(path: Path) -> Form:
    """The form in a file. Raises AppError: missing, broken, too large, closed, of a format that cannot be filled in place."""
    path = path.absolute()
    with SheetReader() as reader:
        told = reader.ask(LOOK, path, form_of)
    return _form(path, told)


def _form(path: Path, told: ToldForm) -> Form:
    sheets = tuple(FormSheet(each.name, each.grid, each.tables, each.asked) for each in told.sheets)
    return Form(path.name, path, told.digest, told.suffix, sheets, told.names, told.percents, told.fingerprint)


def write_form(form: Form, path: Path) -> None:
    """Writes the form with what its sheets were given.

    Raises AppError: as ``open_form``, ``form-changed`` where the file is another than was looked at, ``workbook-not-written``.
    """
    values = [{place: _value(value) for place, value in sheet.filled.items()} for sheet in form.sheets]
    with SheetReader() as reader:
        content = reader.ask(FILL, form.path, written_of, told_values(form.digest, values))
    with whole_file(path) as partial:
        partial.write_bytes(content)


def _value(value: FormValue) -> Value:
    return Value(value, is_number=False) if isinstance(value, str) else Value(f"{Decimal(value):f}", is_number=True)
