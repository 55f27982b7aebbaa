"""Templates: the workbook that a division fills in, its people and columns already there, read back without a question.

Only what LibreOffice and WPS have too: literal lists, formulas of AND, OR and ISNUMBER, protection without a password, merged
notes, frozen panes, print titles. No hidden sheets, no macros, no tables, no conditional formats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from math import ceil
from pathlib import Path
from typing import Any

from app.sheets.reading.cells import column_letters
from app.sheets.result_sheet import SheetColumn, write_header
from app.sheets.writing import (
    READABLE_WIDTH,
    ColumnKind,
    SheetValue,
    Written,
    fitting_width,
    set_up_page,
    sheet_name,
    shown_width,
    workbook_at,
)

_PROMPT_TITLE, _PROMPT = 32, 255
_LINE = 15.0
_NOTE_WIDTH = 72
"""The narrowest width, in half-width signs, on which notes are set: a table of few columns is made as wide."""
_SHORT_TITLE = 20
_MOST_LINES = 20
_ROWS_AHEAD = 2000
"""How far below a list its validation reaches: rows are added as they are needed."""
_NOTHINGS = ("/", "—", "--", "不适用", "免", "免计")


@dataclass(frozen=True)
class TemplateColumn:
    """One column to fill in, or already filled (``given``).

    ``choices``: the words that may stand there, other ones after a warning; ``bounds``: the least and greatest number.
    ``prompt`` says what counts, beside the cell.
    """

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    given: bool = False
    choices: tuple[str, ...] = ()
    bounds: tuple[Decimal, Decimal] | None = None
    prompt: str = ""
    width: float | None = None


@dataclass(frozen=True)
class TemplateSheet:
    """One sheet to fill in. ``period`` is the code that stands in the cell 周期, empty for kinds that have none.

    ``rows`` hold the values already known, in the order of the columns. ``division`` is whose people they are, ``reporter``
    who fills the sheet in where these are not its own. A list has ``spare_rows`` and grows downwards, so its notes stand above; else they
    stand below, with room for the signatures. ``prompts`` say of
    a row's cell (row and column from 0) what belongs there, ``shaded`` are those that need nothing.
    """

    name: str
    title: str
    columns: tuple[TemplateColumn, ...]
    rows: tuple[tuple[SheetValue, ...], ...] = ()
    period: str = ""
    division: str = ""
    reporter: str = ""
    notes: tuple[str, ...] = ()
    spare_rows: int = 0
    signed: bool = False
    shaded: frozenset[tuple[int, int]] = frozenset()
    prompts: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)

    @property
    def is_list(self) -> bool:
        """Whether rows are added below."""
        return self.spare_rows > 0


def write_template(path: Path, *sheets: TemplateSheet) -> None:
    """Writes one workbook to fill in. Raises AppError ``workbook-not-written``."""
    with workbook_at(path, sheets[0].properties if sheets else {}) as (workbook, formats):
        taken: tuple[str, ...] = ()
        for template in sheets:
            name = sheet_name(template.name, taken)
            taken += (name,)
            _Form(Written(workbook.add_worksheet(name), formats), template).write()


class _Form:
    """One sheet while it is written."""

    def __init__(self, written: Written, template: TemplateSheet) -> None:
        self._written, self._sheet, self._formats = written, written.sheet, written.formats
        self._template = template
        self._columns = template.columns
        self._widths = self._fitting_widths()
        self._last = self._last_across()

    def write(self) -> None:
        """Everything, from top to bottom."""
        top = self._write_head()
        if self._template.is_list:
            top = self._write_notes(top)
        bottom = write_header(self._written, top, tuple(SheetColumn(each.title) for each in self._columns))
        lines = [ceil(shown_width(each.title) / (width - 1)) for each, width in self._titled()]
        self._sheet.set_row(bottom, min(max(lines), _MOST_LINES) * _LINE + 4)
        end = self._write_rows(bottom + 1)
        for at, (each, width) in enumerate(zip(self._columns, self._widths, strict=True)):
            # A list goes on below its drawn rows: all of the column is open there.
            open_format = self._formats.bare(each.kind) if self._template.is_list else None
            self._sheet.set_column(at, at, width, open_format)
            reach = bottom + _ROWS_AHEAD if self._template.is_list else end
            _validate(self._sheet, (bottom + 1, at, reach, at), each)
        for (row, column), (title, text) in self._template.prompts.items():
            place = bottom + 1 + row
            told = {"validate": "any", "input_title": title[:_PROMPT_TITLE], "input_message": text[:_PROMPT]}
            self._sheet.data_validation(place, column, place, column, told)
        if not self._template.is_list:
            self._sign(self._write_notes(end + 1))
        self._finish(top, bottom)

    def _write_head(self) -> int:
        """Title, and a line with division and period; gives the first free row."""
        self._across(0, self._template.title, self._formats.title())
        self._sheet.set_row(0, 30)
        told = [f"填报部门：{self._template.reporter}"] if self._template.reporter else []
        told += [f"部门：{self._template.division}"] if self._template.division else []
        if told:
            self._sheet.write_string(1, 0, told[0], self._formats.subtitle())
        if self._template.period:
            # Not merged and never in the first column: a label of its own, which every reader finds.
            self._sheet.write_string(1, self._last, f"周期：{self._template.period}", self._formats.aligned_right())
        self._sheet.set_row(1, 20)
        return 2

    def _write_notes(self, row: int) -> int:
        """The notes one below the other, each across the table; gives the first free row."""
        for number, note in enumerate(self._template.notes, start=1):
            text = f"{'填表说明：' if number == 1 else ''}{number}．{note}"
            self._across(row, text, self._formats.note())
            self._sheet.set_row(row, ceil(shown_width(text) / self._across_width()) * _LINE + 2)
            row += 1
        return row

    def _sign(self, row: int) -> None:
        if self._template.signed:
            self._across(row, "填表人：　　　　　　　　审核人：　　　　　　　　填表日期：", self._formats.open_line())
            self._sheet.set_row(row, 26)

    def _write_rows(self, first: int) -> int:
        """The known rows, and empty ones where it is a list; gives the last row."""
        rows = (*self._template.rows, *((),) * self._template.spare_rows)
        formats = [
            (each, Written(self._sheet, self._formats, locked=each.given, shaded=each.given)) for each in self._columns
        ]
        for row, values in enumerate(rows, start=first):
            for at, (each, written) in enumerate(formats):
                told = values[at] if at < len(values) else None
                shaded = (row - first, at) in self._template.shaded
                (replace(written, shaded=True) if shaded else written).put(row, at, told, each.kind)
            # Told, for not every program makes a row as high as its lines by itself.
            if (lines := self._lines(values)) > 1:
                self._sheet.set_row(row, min(lines, _MOST_LINES) * _LINE)
        return first + max(len(rows), 1) - 1

    def _finish(self, top: int, bottom: int) -> None:
        # Without a password: what is given cannot be changed by mistake, and whoever must can still unlock it.
        allowed = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}
        if self._template.is_list:
            allowed |= {"insert_rows": True, "delete_rows": True, "insert_columns": True, "format_cells": True}
        self._sheet.protect("", allowed)
        given = sum(each.given for each in self._columns)
        frozen = min(given, self._last) if not self._template.is_list else 0
        set_up_page(self._sheet, header_rows=(top, bottom), frozen_columns=frozen, width=sum(self._widths))
        whose = self._template.reporter or self._template.division
        self._sheet.set_footer(f"&L{whose}&C第 &P 页，共 &N 页&R{self._template.period}")

    def _across(self, row: int, text: str, style: Any) -> None:
        self._sheet.merge_range(row, 0, row, self._last, "", style)
        self._sheet.write_string(row, 0, text, style)

    def _lines(self, values: tuple[SheetValue, ...]) -> int:
        """How many lines the longest text of a row takes where it may be broken."""
        told = zip(self._columns, self._widths, values, strict=False)
        texts = ((str(value), width) for each, width, value in told if each.kind is ColumnKind.LONG_TEXT and value)
        return max((ceil(shown_width(text) / (width - 1)) for text, width in texts), default=1)

    def _last_across(self) -> int:
        """The last column of the first printed page: title and notes are not torn by the edge of the paper."""
        whole = sum(self._widths)
        if whole <= READABLE_WIDTH:
            return max(len(self._widths) - 1, 1)
        room, last = 0.9 * whole / ceil(whole / READABLE_WIDTH), 0
        while last + 1 < len(self._widths) and sum(self._widths[: last + 2]) <= room:
            last += 1
        return max(last, 1)

    def _across_width(self) -> float:
        return sum(self._widths[: self._last + 1])

    def _titled(self) -> Iterator[tuple[TemplateColumn, float]]:
        return zip(self._columns, self._widths, strict=True)

    def _fitting_widths(self) -> list[float]:
        """As wide as its texts; a column of figures as its title in two lines. A narrow table is widened for its notes."""
        widths = [self._fitting(at, each) for at, each in enumerate(self._columns)]
        lacking = _NOTE_WIDTH - sum(widths)
        open_columns = [at for at, each in enumerate(self._columns) if not each.given] or list(range(len(widths)))
        if lacking > 0 and self._template.notes:
            for at in open_columns:
                widths[at] += lacking / len(open_columns)
        return widths

    def _fitting(self, at: int, told: TemplateColumn) -> float:
        if told.width is not None:
            return told.width
        texts: Sequence[str] = [str(row[at]) for row in self._template.rows if at < len(row) and row[at] is not None]
        title = shown_width(told.title)
        if told.kind is not ColumnKind.TEXT and not told.given:
            return max(fitting_width(iter(texts)), 1.1 * title + 2 if title <= _SHORT_TITLE else ceil(title / 2) + 5)
        return max(fitting_width(iter((told.title, *texts))), 8)


def _validate(sheet: Any, place: tuple[int, int, int, int], told: TemplateColumn) -> None:
    """What may be filled in, and the hint that shows beside the cell. The four kinds of nothing stay allowed."""
    if told.given:
        return
    rule: dict[str, Any] = {"validate": "any"}
    if told.choices and len(",".join(told.choices)) <= _PROMPT and not any("," in each for each in told.choices):
        # Other words are told, not forbidden: 不适用 and 免计 are always right, and the import says what it does not know.
        rule = {"validate": "list", "source": [*told.choices], "error_type": "warning"} | _error(told)
    elif told.kind is ColumnKind.NUMBER:
        rule = {"validate": "custom", "value": _number_rule(place, told.bounds)} | _error(told)
    elif not told.prompt:
        return
    if told.prompt:
        rule |= {"input_title": told.title[:_PROMPT_TITLE], "input_message": told.prompt[:_PROMPT]}
    sheet.data_validation(*place, rule)


def _number_rule(place: tuple[int, int, int, int], bounds: tuple[Decimal, Decimal] | None) -> str:
    cell = f"{column_letters(place[1] + 1)}{place[0] + 1}"
    number = f"ISNUMBER({cell})"
    if bounds is not None:
        number = f"AND({number},{cell}>={bounds[0]:f},{cell}<={bounds[1]:f})"
    words = ",".join(f'{cell}="{word}"' for word in _NOTHINGS)
    return f"=OR({number},{words})"


def _error(told: TemplateColumn) -> dict[str, str]:
    if told.choices:
        text = f"请从下拉表里选：{'、'.join(told.choices)}。"
    elif told.bounds is not None:
        text = f"请填{told.bounds[0]:f}到{told.bounds[1]:f}之间的数；不适用填“/”，免计填“免计”，没有数据留空。"
    else:
        text = "请填数；不适用填“/”，免计填“免计”，没有数据留空。"
    return {"error_title": "请核对", "error_message": text[:_PROMPT]}
