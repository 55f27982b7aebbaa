"""Templates: the workbook that a division fills in, its people and columns already there, read back without a question."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from app.sheets.cells import column_letters
from app.sheets.result_sheet import SheetColumn, write_header
from app.sheets.writing import ColumnKind, SheetValue, Written, fitting_width, set_up_page, sheet_name, workbook_at

_PROMPT_TITLE, _PROMPT = 32, 255


@dataclass(frozen=True)
class TemplateColumn:
    """One column to fill in, or already filled (``given``).

    ``choices``: the words that may stand there; ``bounds``: the least and greatest number. ``prompt`` says what counts.
    """

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    given: bool = False
    choices: tuple[str, ...] = ()
    bounds: tuple[float, float] | None = None
    prompt: str = ""
    width: float | None = None


@dataclass(frozen=True)
class TemplateSheet:
    """One sheet to fill in. ``period`` is the code that stands in the cell 周期, empty for kinds that have none.

    ``rows`` hold the values already known, in the order of the columns; ``spare_rows`` are for lists without people.
    """

    name: str
    title: str
    columns: tuple[TemplateColumn, ...]
    rows: tuple[tuple[SheetValue, ...], ...] = ()
    period: str = ""
    division: str = ""
    notes: tuple[str, ...] = ()
    spare_rows: int = 0
    properties: dict[str, str] = field(default_factory=dict)


def write_template(path: Path, *sheets: TemplateSheet) -> None:
    """Writes one workbook to fill in. Raises AppError ``workbook-not-written``."""
    with workbook_at(path, sheets[0].properties if sheets else {}) as (workbook, formats):
        taken: tuple[str, ...] = ()
        for template in sheets:
            name = sheet_name(template.name, taken)
            taken += (name,)
            _write(Written(workbook.add_worksheet(name), formats), template)


def _write(written: Written, template: TemplateSheet) -> None:
    sheet, last = written.sheet, max(len(template.columns) - 1, 1)
    sheet.merge_range(0, 0, 0, last, "", written.formats.title())
    sheet.write_string(0, 0, template.title, written.formats.title())
    sheet.set_row(0, 28)
    told = [f"部门：{template.division}"] if template.division else []
    told += [f"周期：{template.period}"] if template.period else []
    for column, text in zip((0, last), told, strict=False):
        sheet.write_string(1, column, text, written.formats.subtitle())
    bottom = write_header(written, 2, tuple(SheetColumn(each.title) for each in template.columns))
    rows = (*template.rows, *((),) * template.spare_rows)
    for row, values in enumerate(rows, start=bottom + 1):
        for column, each in enumerate(template.columns):
            value = values[column] if column < len(values) else None
            replace(written, locked=each.given).put(row, column, value, each.kind)
    end = bottom + max(len(rows), 1)
    for column, each in enumerate(template.columns):
        _validate(sheet, (bottom + 1, column, end, column), each)
        texts = (str(row[column]) for row in template.rows if column < len(row) and row[column] is not None)
        sheet.set_column(column, column, max(fitting_width(iter((each.title, *texts)), each.width), 8))
    for number, note in enumerate(template.notes, start=1):
        sheet.write_string(
            end + 1 + number, 0, f"{'注：' if number == 1 else ''}{number}．{note}", written.formats.subtitle()
        )
    # Without a password: what is given cannot be changed by mistake, and whoever must can still unlock it.
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
    set_up_page(sheet, header_rows=(2, bottom), frozen_columns=min(sum(each.given for each in template.columns), last))


def _validate(sheet: Any, place: tuple[int, int, int, int], told: TemplateColumn) -> None:
    """What may be filled in, and the hint that shows beside the cell. The four kinds of nothing stay allowed."""
    if told.given or not (told.choices or told.bounds or told.prompt):
        return
    rule: dict[str, Any] = {"validate": "any"}
    if told.choices and len(",".join(told.choices)) <= _PROMPT:
        rule = {"validate": "list", "source": [*told.choices], "error_type": "warning"}
    elif told.bounds:
        cell = f"{column_letters(place[1] + 1)}{place[0] + 1}"
        least, greatest = told.bounds
        words = ",".join(f'{cell}="{word}"' for word in ("/", "—", "--", "不适用", "免", "免计"))
        rule = {
            "validate": "custom",
            "value": f"=OR(AND(ISNUMBER({cell}),{cell}>={least},{cell}<={greatest}),{words})",
            "error_title": "请核对",
            "error_message": f"请填{least}到{greatest}之间的数；不适用填“/”，免计填“免计”，没有数据留空。",
        }
    if told.prompt:
        rule |= {"input_title": told.title[:_PROMPT_TITLE], "input_message": told.prompt[:_PROMPT]}
    sheet.data_validation(*place, rule)
