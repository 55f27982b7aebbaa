"""The summary of a year and the codes of its conclusions as workbooks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.domain.analysis.annual_summary import COUNTED, SummaryLine, counts, recent_text
from app.domain.grades.conclusions import ZB18, code_of
from app.reports.annual_summary import AnnualSummary
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.writing import ColumnKind, SheetValue

_NUMBER, _LONG = ColumnKind.NUMBER, ColumnKind.LONG_TEXT


def write_summary_sheets(path: Path, told: AnnualSummary) -> None:
    """中层以下干部年度考核统计表: the people, and the counts by kind and division. Raises AppError("workbook-not-written")."""
    people = ScoreSheet(
        f"{told.year}年度中层以下干部年度考核统计表",
        (
            SheetColumn("部门"),
            SheetColumn("工号"),
            SheetColumn("姓名"),
            SheetColumn("职务"),
            SheetColumn("类别"),
            SheetColumn("考核等次"),
            SheetColumn("备注", kind=_LONG, width=40),
        ),
        tuple(_person(line) for line in told.lines),
        _head(told),
        told.notes,
        "名册",
        frozen_columns=3,
    )
    write_scores(path, people, _counts(told, "类别"), _counts(told, "部门"), court=told.court)


def write_code_sheets(path: Path, told: AnnualSummary) -> None:
    """For cadre systems: a row a person and year with the code of ZB18, and the text of the last three years."""
    codes = ScoreSheet(
        f"{told.year}年度考核结论（代码 ZB18）",
        (
            SheetColumn("工号"),
            SheetColumn("姓名"),
            SheetColumn("年度", kind=_NUMBER),
            SheetColumn("等次"),
            SheetColumn("代码"),
        ),
        tuple(row for line in told.lines for row in _years(line)),
        _head(told),
        (*told.notes, "代码：" + "、".join(f"{code} {word}" for code, word in ZB18.items())),
        "考核结论",
    )
    texts = ScoreSheet(
        "近三年年度考核结果（干部任免审批表）",
        (SheetColumn("工号"), SheetColumn("姓名"), SheetColumn("年度考核结果", kind=_LONG, width=90)),
        tuple((line.staff_no, line.name, recent_text(line.years, told.year)) for line in told.lines),
        _head(told),
        told.notes,
        "任免表文字",
    )
    write_scores(path, codes, texts, court=told.court)


def _head(told: AnnualSummary) -> tuple[str, ...]:
    return (f"{told.court}　{told.state}　{told.made_on.isoformat()}",)


def _person(line: SummaryLine) -> tuple[SheetValue, ...]:
    grade = line.this.grade if line.this is not None and line.this.decided else ""
    return (line.division, line.staff_no, line.name, line.post, line.kind, grade, line.note)


def _counts(told: AnnualSummary, by: str) -> ScoreSheet:
    groups: dict[str, list[SummaryLine]] = {}
    for line in told.lines:
        groups.setdefault(line.kind if by == "类别" else line.division, []).append(line)
    rows = [_count(name, lines) for name, lines in groups.items()]
    columns = (
        SheetColumn(by),
        *(SheetColumn(word, kind=_NUMBER) for word in COUNTED),
        SheetColumn("合计", kind=_NUMBER),
    )
    title = f"{told.year}年度考核等次合计（按{by}）"
    return ScoreSheet(title, columns, (*rows, _count("全院", told.lines)), _head(told), told.notes, f"按{by}合计")


def _count(name: str, lines: Sequence[SummaryLine]) -> tuple[SheetValue, ...]:
    told = counts(lines)
    return (name, *(told[word] for word in COUNTED), len(lines))


def _years(line: SummaryLine) -> list[tuple[SheetValue, ...]]:
    """The years that are decided, earliest first: a proposal never leaves the court."""
    decided = [line.years[year] for year in sorted(line.years) if line.years[year].decided]
    return [(line.staff_no, line.name, each.year, each.grade, code_of(each.grade, each.code)) for each in decided]
