"""年度得分汇总表 and 全年走势: all periods at a glance."""

from __future__ import annotations

from app.domain.periods import Kind, Period
from app.reports.charts import Point, course
from app.reports.contents import period_key
from app.reports.flow import Flow, Strip, Tag, kept, paragraph, tagged
from app.reports.scores import notes_of
from app.reports.style import BODY_TEXT, CELL, CELL_RED, HEADING, SHADE, TITLE
from app.reports.tables import Cell, Column, Row, table
from app.reports.volume import PeriodPart, Volume
from app.reports.wording import decimal_text, rank_text, total_text

_COLUMNS = (
    Column("周期", 29),
    Column("指标组", 19),
    Column("在岗月数", 17, "right"),
    Column("总分", 16, "right"),
    Column("同组均值", 17, "right"),
    Column("名次", 13, "centre"),
    Column("建议等次", 17, "centre"),
    Column("评定等次", 17, "centre"),
    Column("页号", 11, "right"),
)
_COURSES = ((Kind.MONTH, "月度走势", False), (Kind.QUARTER, "季度走势", True), (Kind.HALF, "半年走势", True))


def lay_summary(flow: Flow, volume: Volume, pages: dict[str, int]) -> None:
    """Fills pages with the table of all periods; ``pages`` tells where each one stands."""
    flow.begin_page("年度得分汇总表")
    flow.place(tagged(kept(paragraph("二、年度得分汇总表", TITLE)), Tag("summary", "年度得分汇总表", 0)))
    flow.space(6)
    if not volume.periods:
        flow.place(paragraph(f"{volume.year} 年没有计算过任何周期，本卷没有得分。", BODY_TEXT))
        return
    flow.place(table(_COLUMNS, [_row(part, volume, pages) for part in volume.parts]))
    flow.space(6)
    flow.place(
        paragraph("同组均值是同一指标组中状态完整的人员总分的平均。名次是在方案规定的排名范围内的名次和人数。", CELL)
    )


def lay_course(flow: Flow, volume: Volume) -> None:
    """Fills pages with the charts and what happened on the way."""
    flow.begin_page("全年走势")
    strips = tagged(kept(paragraph("三、全年走势", TITLE)), Tag("course", "全年走势", 0))
    for kind, title, bars in _COURSES:
        points = course_points(volume, kind)
        if points:
            height, ink = course(points, bars=bars)
            strips = [*strips, *kept(paragraph(title, HEADING)), Strip(height, ink)]
            flow.place(strips)
            flow.space(12)
            strips = []
    if strips:
        flow.place([*strips, *paragraph(f"{volume.year} 年没有按月、季或半年计算过，没有走势可画。", BODY_TEXT)])
    _lay_notes(flow, volume)


def course_points(volume: Volume, kind: Kind) -> tuple[Point, ...]:
    """One point for each period of a kind in the year, computed or not; none if not one was computed."""
    told = {part.period: part for part in volume.periods if part.period.kind is kind}
    if not told:
        return ()
    year = Period(volume.year, Kind.YEAR, 1)
    return tuple(_point(period, told.get(period), volume) for period in year.inner(kind))


def _point(period: Period, part: PeriodPart | None, volume: Volume) -> Point:
    mean = volume.group_means.get(period)
    name = period.title.removeprefix(f"{period.year}年")
    if part is None:
        return Point(name, None, mean, "未计算")
    return Point(name, part.result.total, mean, part.result.status.word)


def _row(part: PeriodPart, volume: Volume, pages: dict[str, int]) -> Row:
    result = part.result
    key = period_key(part)
    page = pages.get(key, 0)
    cells = (
        Cell(part.period.title, target=key),
        result.set_name,
        f"{result.months_in_post:f}",
        Cell(total_text(result), None if result.total is not None else CELL_RED),
        decimal_text(volume.group_means.get(part.period), "无"),
        rank_text(result),
        result.proposed_grade or "无",
        part.decided_grade or "未评定",
        Cell(str(page), target=key),
    )
    return Row(cells, SHADE if part.period.kind is not Kind.MONTH else None)


def _lay_notes(flow: Flow, volume: Volume) -> None:
    heading = kept(paragraph("历程说明", HEADING))
    rows = [Row((part.period.title, "\n".join(notes_of(part)))) for part in volume.parts if notes_of(part)]
    if rows:
        flow.place([*heading, *table((Column("周期", 34), Column("说明", 122)), rows)])
    else:
        flow.place([*heading, *paragraph("各周期没有需要说明的情况。", BODY_TEXT)])
