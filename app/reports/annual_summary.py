"""中层以下干部年度考核统计表 and the court's counts as a paper, for 备案; the words of the forms are those of a court's own sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from app.domain.analysis.annual_summary import COUNTED, SummaryLine, counts
from app.reports.paper import Block, Grid, Heading, Paper, Text
from app.reports.paper_pdf import write_paper_pdf
from app.reports.tables import Column

_COLUMNS = (Column("姓名", 2), Column("职务", 3), Column("考核等次", 2), Column("备注", 5))


@dataclass(frozen=True, slots=True)
class AnnualSummary:
    """Who is counted, division after division, and under what the year stands."""

    court: str
    year: int
    made_on: date
    state: str
    sealed: bool
    lines: tuple[SummaryLine, ...]
    notes: tuple[str, ...] = ()


def write_annual_summary(path: Path, told: AnnualSummary) -> int:
    """Writes the paper; gives its pages. Raises AppError: see ``write_paper_pdf``."""
    return write_paper_pdf(path, annual_summary_paper(told))


def annual_summary_paper(told: AnnualSummary) -> Paper:
    """The summary as a paper."""
    return Paper(
        title=f"{told.court}\n{told.year}年度中层以下干部年度考核统计表",
        court=told.court,
        made_on=told.made_on,
        blocks=tuple(_blocks(told)),
        lines=(told.state,),
        running=(told.state, f"{told.year}年度考核备案"),
        warned=not told.sealed,
    )


def _blocks(told: AnnualSummary) -> Iterator[Block]:
    yield Heading("全院合计")
    kinds = list(dict.fromkeys(line.kind for line in told.lines))
    columns = (*(Column(word, 1.6, "right") for word in COUNTED), Column("合计", 1.3, "right"))
    rows = [_count_row(kind, [line for line in told.lines if line.kind == kind]) for kind in kinds]
    yield Grid((Column("类别", 3), *columns), (*rows, _count_row("全院", told.lines)), summary=1)
    for note in told.notes:
        yield Text(note, small=True)
    yield Heading("各部门")
    for division, members in groupby(told.lines, key=lambda line: line.division):
        people = list(members)
        yield Heading(division, 2)
        yield Grid(_COLUMNS, tuple(_person_row(line) for line in people))
        yield Grid((Column("部门", 3), *columns), (_count_row(division, people),), "合计")
        yield Text("部门领导审核意见：　　　　　　　　　　签名：　　　　　　年　月　日", small=True)


def _count_row(label: str, lines: Sequence[SummaryLine]) -> tuple[str, ...]:
    told = counts(lines)
    return (label, *(str(told[word]) for word in COUNTED), str(len(lines)))


def _person_row(line: SummaryLine) -> tuple[str, ...]:
    grade = line.this.grade if line.this is not None and line.this.decided else ""
    return (line.name, line.post, grade, line.note)
