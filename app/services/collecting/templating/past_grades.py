"""历年等次: everybody on the roster with the year to tell; what the book knows of that year stands there already."""

from __future__ import annotations

from app.domain.grades.conclusions import WORDS, ZB18
from app.domain.words import plain
from app.services.collecting.templating.told import Told
from app.sheets import drafts
from app.sheets.template_sheet import TemplateColumn, TemplateSheet
from app.sheets.writing import ColumnKind, SheetValue


def past_grades_sheet(told: Told, division: str = "") -> TemplateSheet:
    """One row a person; the year is that of the period asked for, or left to write."""
    here = {each.staff_no for each in told.facts.postings if not division or plain(each.division) == plain(division)}
    year = "" if told.period is None else str(told.period.year)
    rows: tuple[tuple[SheetValue, ...], ...] = tuple(
        (each.staff_no, each.name, year, *_known(told, each.staff_no))
        for each in told.facts.people
        if each.staff_no in here
    )
    columns = (
        TemplateColumn("工号", width=10),
        TemplateColumn("姓名", width=10),
        TemplateColumn("年度", prompt="考核年度，例如 2023", width=8),
        TemplateColumn("等次", choices=WORDS, prompt="没有参加考核的写“不进行考核”", width=12),
        TemplateColumn(
            "代码", choices=tuple(ZB18), prompt="一般留空；不定等次、不进行考核的写原因的代码，如 5A、6A", width=8
        ),
        TemplateColumn("依据", ColumnKind.TEXT, prompt="文号或文件名", width=26),
    )
    return TemplateSheet(
        name=drafts.PAST_GRADES,
        title="历年等次",
        columns=columns,
        rows=rows,
        division=division,
        notes=("一人一年一行；本库自己评定过的年度，以评定的为准。",),
        spare_rows=20,
    )


def _known(told: Told, staff_no: str) -> tuple[str, str, str]:
    """等次, 代码, 依据 of the year, as far as the book was told."""
    past = told.past.get(staff_no)
    return ("", "", "") if past is None else (past.grade, past.code, past.basis)
