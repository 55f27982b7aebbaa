"""历年等次: what each person's evaluation came to in earlier years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.grades.conclusions import WORDS, ZB18, code_fits, conclusion
from app.domain.words import plain
from app.sheets.drafts import PastGradeDraft
from app.sheets.tables.context import Fields, SheetContext, person_key, rows_of
from app.sheets.tables.layout import Table

_COLUMNS = {"year": "年度", "grade": "等次", "code": "代码", "basis": "依据"}
_YEAR = re.compile(r"((?:19|20)\d\d)(?:\.0*)?(?:年度?)?")


def read_past_grades(context: SheetContext, tables: Sequence[Table]) -> tuple[PastGradeDraft, ...]:
    """The rows of a 历年等次 sheet, each of one person and year. A row without 等次 tells nothing."""
    rows = list(rows_of(context, tables))
    told = [fields for fields in rows if fields.cell("等次") is not None or fields.flawed("等次")]
    if len(told) < len(rows):
        context.warn("past-grades-empty", "", "", count=str(len(rows) - len(told)))
    drafts = [draft for fields in told if (draft := _draft(fields))]
    seen: dict[tuple[object, ...], PastGradeDraft] = {}
    for draft in drafts:
        first = seen.setdefault((person_key(draft.person), draft.year), draft)
        if first is not draft:
            context.fault("past-grade-twice", draft.sources["year"].cell, str(draft.year), first=str(first.row))
    return tuple(drafts)


def _draft(fields: Fields) -> PastGradeDraft | None:
    person, year, grade = fields.person(), _year(fields), _grade(fields)
    code, basis = plain(fields.text("代码")).upper(), fields.text("依据")
    if code and grade and not code_fits(grade, code):
        codes = "、".join(f"{each} {word}" for each, word in ZB18.items())
        fields.fail("代码", "past-grade-code", grade=grade, codes=codes)
    if fields.failed or person is None or year is None or not grade:
        return None
    return PastGradeDraft(
        row=fields.row.number,
        person=person,
        year=year,
        grade=grade,
        code=code,
        basis=basis,
        sources={"person": person.source} | fields.sources(_COLUMNS),
    )


def _year(fields: Fields) -> int | None:
    if not fields.need("年度"):
        return None
    match = _YEAR.fullmatch(plain(fields.text("年度")))
    if match is None:
        fields.fail("年度", "past-grade-year")
        return None
    return int(match.group(1))


def _grade(fields: Fields) -> str:
    found = conclusion(fields.text("等次"))
    if found is None:
        fields.fail("等次", "past-grade-word", words="、".join(WORDS))
    return found or ""
